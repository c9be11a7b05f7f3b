//! Entry and exit criteria by stage, and those of the handoffs.

use super::edition::Edition;
use crate::page::Anchor;
use crate::script::{Cell, Column, Format, PageKind, Row, Script, Table};
use model::{Criterion, CriterionSide, Obligation, Stage, Target};
use scene::Token;

/// Writes the criteria; no page when there are none.
pub fn write(script: &mut Script, edition: &Edition) {
    let document = edition.document();
    let mut stages: Vec<&Stage> =
        document.stages().filter(|it| it.state == edition.state.id).collect();
    stages.sort_by_key(|it| it.order);
    let of = |about: Target| {
        [CriterionSide::Entry, CriterionSide::Exit].map(|side| document.criteria_of(about, side))
    };
    let staged: Vec<_> = stages.iter().map(|it| (*it, of(Target::Stage(it.id)))).collect();
    let passed: Vec<_> =
        edition.forward().into_iter().map(|it| (it, of(Target::Handoff(it.handoff.id)))).collect();
    let count = staged.iter().map(|(_, it)| it).chain(passed.iter().map(|(_, it)| it));
    let count: usize = count.flatten().map(Vec::len).sum();
    if count == 0 {
        return;
    }
    let title = edition.pick("Entry and exit criteria", "Eingangs- und Ausgangskriterien");
    script.sheet(PageKind::Criteria, Format::Upright, title);
    let missing = passed.iter().filter(|(_, it)| it.iter().any(Vec::is_empty)).count();
    script.title(title, &finding(edition, count, missing, passed.len()));
    for (stage, sides) in &staged {
        if sides.iter().any(|it| !it.is_empty()) {
            let heading = format!("{} {}", edition.pick("Stage", "Phase"), stage.name);
            script.table_under(&heading, table(edition, sides).compact());
        }
    }
    for (passing, sides) in &passed {
        if sides.iter().any(|it| !it.is_empty()) {
            let heading = format!("{} {}", passing.handoff.name(), passing.between());
            let mut table = table(edition, sides).compact();
            if let Some(first) = table.rows.first_mut().and_then(|it| it.cells.first_mut()) {
                first.link = Some(Anchor::Card(passing.handoff.id));
            }
            script.table_under(&heading, table);
        }
    }
}

fn finding(edition: &Edition, count: usize, missing: usize, all: usize) -> String {
    let criteria = edition.pick(
        edition.say.of(count, "criterion", "criteria"),
        edition.say.of(count, "Kriterium", "Kriterien"),
    );
    match (missing, all) {
        (_, 0) => criteria,
        (0, _) => edition.pick(
            format!("{criteria}; no handoff lacks those of a side"),
            format!("{criteria}; bei keiner Übergabe fehlen die einer Seite"),
        ),
        _ => edition.pick(
            format!(
                "{criteria}; {missing} of {} {} those of a side",
                edition.say.of(all, "handoff", "handoffs"),
                if missing == 1 { "lacks" } else { "lack" }
            ),
            format!(
                "{criteria}; bei {missing} von {} fehlen die einer Seite",
                edition.say.of(all, "Übergabe", "Übergaben")
            ),
        ),
    }
}

fn table(edition: &Edition, sides: &[Vec<&Criterion>; 2]) -> Table {
    let mut table = Table::new(vec![
        Column::fixed(edition.pick("Side", "Seite"), 52.0),
        Column::new(edition.pick("Criterion", "Kriterium")),
        Column::new(edition.pick("Checked by", "Geprüft von")),
        Column::new(edition.pick("Shown by", "Belegt durch")),
    ]);
    let names = [edition.pick("Entry", "Eingang"), edition.pick("Exit", "Ausgang")];
    for (side, name) in sides.iter().zip(names) {
        for (index, criterion) in side.iter().enumerate() {
            let wanted = criterion.obligation == Obligation::Should;
            let under = if wanted {
                edition.pick("wanted, not binding", "erwünscht, nicht bindend")
            } else {
                ""
            };
            table.rows.push(Row::from(vec![
                if index == 0 { Cell::strong(name, Token::Ink) } else { Cell::default() },
                Cell::new(criterion.text.clone()).under(under),
                Cell::or_dash(&criterion.verifier),
                Cell::or_dash(&criterion.evidence),
            ]));
        }
    }
    table
}
