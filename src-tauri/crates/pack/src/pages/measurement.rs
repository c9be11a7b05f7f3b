//! How it will be seen whether the agreements are kept: what is measured, where, by whom, how often,
//! from where to where.

use super::book::Book;
use super::edition::{Edition, Passing};
use super::{measure, service};
use crate::page::Anchor;
use crate::script::{Cell, Column, Format, PageKind, Row, Script, Table};
use analysis::PromiseShown;
use model::TimeTarget;
use scene::Token;

/// Writes the measurement plan; no page where nothing is agreed.
pub fn write(script: &mut Script, book: &Book) {
    let edition = book.agreed();
    let forward = edition.forward();
    let agreed: Vec<(&Passing, Vec<PromiseShown>)> = forward
        .into_iter()
        .filter(|it| it.sla.is_some())
        .map(|it| (it, promises(edition, it)))
        .filter(|(_, promises)| !promises.is_empty())
        .collect();
    let comparison = book.comparison();
    if agreed.is_empty() && comparison.is_none() {
        return;
    }
    let title = edition.pick("Measurement plan", "Messplan");
    script.sheet(PageKind::Measurement, Format::Across, title);
    let targets: usize = agreed.iter().map(|(_, it)| it.len()).sum();
    script.title(title, &finding(edition, targets, agreed.len()));
    if !agreed.is_empty() {
        script.table(table(edition, &agreed).compact());
    }
    if let Some(comparison) = &comparison {
        let heading = edition.pick("For the process as a whole", "Für den Prozess als Ganzes");
        let of = |it| measure::HEADLINES.contains(&it);
        script.table_under(heading, measure::table(book, comparison, of).compact());
    }
    script.note(edition.pick(
        "Baseline is today, as the room said or as it was measured. Measure for the first time after \
         a month in force, and then as often as the objective is counted.",
        "Ausgangswert ist heute, wie der Raum es sagte oder wie es gemessen wurde. Erste Messung nach \
         einem Monat in Kraft, danach so oft, wie das Ziel gezählt wird.",
    ));
}

fn finding(edition: &Edition, targets: usize, handoffs: usize) -> String {
    let are = |one, many| if targets == 1 { one } else { many };
    if targets == 0 {
        let none = edition.pick(
            "No handoff has a target yet; the process as a whole is measured",
            "Noch hat keine Übergabe ein Ziel; gemessen wird der Prozess als Ganzes",
        );
        return none.to_owned();
    }
    edition.pick(
        format!(
            "{} at {} {} measured",
            edition.say.of(targets, "target", "targets"),
            edition.say.of(handoffs, "handoff", "handoffs"),
            are("is", "are")
        ),
        format!(
            "{} an {} {} gemessen",
            edition.say.of(targets, "Ziel", "Ziele"),
            edition.say.of(handoffs, "Übergabe", "Übergaben"),
            are("wird", "werden")
        ),
    )
}

fn promises(edition: &Edition, passing: &Passing) -> Vec<PromiseShown> {
    analysis::agreement(edition.document(), passing.handoff.id, edition.language())
        .map(|it| it.promises)
        .unwrap_or_default()
}

fn table(edition: &Edition, agreed: &[(&Passing, Vec<PromiseShown>)]) -> Table {
    let mut table = Table::new(vec![
        Column::new(edition.pick("Handoff", "Übergabe")),
        Column::new(edition.pick("Measured", "Gemessen wird")),
        Column::new(edition.pick("Where", "Wo")),
        Column::new(edition.pick("By", "Von")),
        Column::new(edition.pick("How often", "Wie oft")),
        Column::new(edition.pick("Today", "Heute")),
        Column::new(edition.pick("Target", "Ziel")),
    ]);
    for (passing, promises) in agreed {
        let Some(sla) = passing.sla else { continue };
        let counted = service::counted(edition, passing, sla);
        for (index, it) in promises.iter().enumerate() {
            let target = TimeTarget { minutes: it.minutes, clock: it.clock };
            let name = if index == 0 {
                let name = format!("{} {}", passing.handoff.name(), passing.arrow());
                Cell::strong(name, Token::Ink).leading_to(Anchor::Card(passing.handoff.id))
            } else {
                Cell::default()
            };
            let said = counted.said(target, edition.language()).replacen(' ', "\u{a0}", 1);
            let objective = it.objective.map(|it| edition.say.share(it)).unwrap_or_default();
            table.rows.push(Row::from(vec![
                name,
                Cell::new(service::clock(edition, it.target)),
                edition.or_not_agreed(&sla.measurement_source),
                Cell::or_dash(edition.role_or_empty(sla.owner)),
                Cell::or_dash(sla.objective_window.map_or("", |it| edition.say.window(it))),
                service::seen(edition, [it.best, it.usual, it.worst], it.standing),
                Cell::new(said).under(objective),
            ]));
        }
    }
    table
}
