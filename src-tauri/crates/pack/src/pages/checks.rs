//! What is ticked on a card: the criteria of both sides, and the ten checks of readiness.

use super::edition::{Edition, Passing};
use crate::names;
use crate::script::{Cell, Column, NOTE, Row, Script, Table};
use model::{Check, Criterion, CriterionSide, Obligation, Target};
use scene::Token;

/// Writes the criteria of both sides.
pub fn criteria(script: &mut Script, edition: &Edition, passing: &Passing) {
    let about = Target::Handoff(passing.handoff.id);
    let document = edition.document();
    let exit = document.criteria_of(about, CriterionSide::Exit);
    let entry = document.criteria_of(about, CriterionSide::Entry);
    let half = (script.measure() - 14.0) / 2.0;
    let mut table = Table::list(vec![
        Column::fixed(&format!("Exit criteria, {}", passing.giver_name()), half),
        Column::fixed(&format!("Entry criteria, {}", passing.taker_name()), half),
    ]);
    let side = |criteria: &[&Criterion], index: usize| match criteria.get(index) {
        Some(criterion) => criterion_cell(criterion),
        None if index == 0 => Cell::not_agreed(),
        None => Cell::default(),
    };
    table.rows = (0..exit.len().max(entry.len()).max(1))
        .map(|index| Row::from(vec![side(&exit, index), side(&entry, index)]))
        .collect();
    script.space(10.0);
    script.table(table);
}

fn criterion_cell(criterion: &Criterion) -> Cell {
    let mut under = Vec::new();
    if criterion.obligation == Obligation::Should {
        under.push("wanted, not binding".to_owned());
    }
    if !criterion.verifier.is_empty() {
        under.push(format!("checked by {}", criterion.verifier));
    }
    if !criterion.evidence.is_empty() {
        under.push(format!("shown by {}", criterion.evidence));
    }
    Cell::new(criterion.text.clone()).under(under.join(" · ")).with_tick(false)
}

/// Writes the ten checks, in three columns.
pub fn readiness(script: &mut Script, passing: &Passing) {
    let open = passing.open_checks();
    let met = Check::ALL.len() - open.len();
    let third = (script.measure() - 28.0) / 3.0;
    let mut table = Table::list(vec![Column::fixed("", third); 3]);
    let cell = |check: Option<&Check>| {
        check.map_or_else(Cell::default, |check| {
            let said = passing.handoff.stated.contains(check);
            check_cell(*check, !open.contains(check), said)
        })
    };
    let rows = Check::ALL.len().div_ceil(3);
    table.rows = (0..rows)
        .map(|row| (0..3).map(|column| cell(Check::ALL.get(row + column * rows))).collect())
        .map(|cells: Vec<Cell>| Row::from(cells))
        .collect();
    script.table_under(&format!("Readiness {met} of {}", Check::ALL.len()), table);
}

/// A check that is met only because the room says so shows that nothing is written.
fn check_cell(check: Check, met: bool, said: bool) -> Cell {
    let name = names::check(check);
    match (met, said) {
        (true, true) => Cell::of(format!("{name} (said)"), NOTE, Token::Ink).with_tick(true),
        (true, false) => Cell::of(name, NOTE, Token::Ink).with_tick(true),
        _ => Cell::of(format!("{name}: open"), NOTE, Token::Trouble).with_tick(false),
    }
}
