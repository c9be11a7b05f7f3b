//! What is ticked on a card: the criteria of both sides, and the ten checks of readiness.

use super::edition::{Edition, Passing};
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
    let heading = |(english, german), team: &str| {
        format!("{}, {team}", edition.pick::<&str>(english, german))
    };
    let mut table = Table::list(vec![
        Column::fixed(&heading(("Exit criteria", "Ausgangskriterien"), passing.giver_name()), half),
        Column::fixed(
            &heading(("Entry criteria", "Eingangskriterien"), passing.taker_name()),
            half,
        ),
    ]);
    let side = |criteria: &[&Criterion], index: usize| match criteria.get(index) {
        Some(criterion) => criterion_cell(edition, criterion),
        None if index == 0 => edition.not_agreed(),
        None => Cell::default(),
    };
    table.rows = (0..exit.len().max(entry.len()).max(1))
        .map(|index| Row::from(vec![side(&exit, index), side(&entry, index)]))
        .collect();
    script.space(10.0);
    script.table(table);
}

fn criterion_cell(edition: &Edition, criterion: &Criterion) -> Cell {
    let mut under = Vec::new();
    if criterion.obligation == Obligation::Should {
        under.push(edition.pick("wanted, not binding", "erwünscht, nicht bindend").to_owned());
    }
    if !criterion.verifier.is_empty() {
        under.push(format!("{} {}", edition.pick("checked by", "geprüft von"), criterion.verifier));
    }
    if !criterion.evidence.is_empty() {
        under.push(format!("{} {}", edition.pick("shown by", "belegt durch"), criterion.evidence));
    }
    Cell::new(criterion.text.clone()).under(under.join(" · ")).with_tick(false)
}

/// Writes the ten checks, in three columns.
pub fn readiness(script: &mut Script, edition: &Edition, passing: &Passing) {
    let open = passing.open_checks();
    let met = Check::ALL.len() - open.len();
    let third = (script.measure() - 28.0) / 3.0;
    let mut table = Table::list(vec![Column::fixed("", third); 3]);
    let cell = |check: Option<&Check>| {
        check.map_or_else(Cell::default, |check| {
            let said = passing.handoff.stated.contains(check);
            check_cell(edition, *check, !open.contains(check), said)
        })
    };
    let rows = Check::ALL.len().div_ceil(3);
    table.rows = (0..rows)
        .map(|row| (0..3).map(|column| cell(Check::ALL.get(row + column * rows))).collect())
        .map(|cells: Vec<Cell>| Row::from(cells))
        .collect();
    let all = Check::ALL.len();
    let heading =
        edition.pick(format!("Readiness {met} of {all}"), format!("Reife {met} von {all}"));
    script.table_under(&heading, table);
}

/// A check that is met only because the room says so shows that nothing is written.
fn check_cell(edition: &Edition, check: Check, met: bool, said: bool) -> Cell {
    let name = edition.say.check(check);
    let (stated, open) = edition.pick(("said", "open"), ("gesagt", "offen"));
    match (met, said) {
        (true, true) => Cell::of(format!("{name} ({stated})"), NOTE, Token::Ink).with_tick(true),
        (true, false) => Cell::of(name, NOTE, Token::Ink).with_tick(true),
        _ => Cell::of(format!("{name}: {open}"), NOTE, Token::Trouble).with_tick(false),
    }
}
