//! Findings that the room looked at and leaves as they are, each with the reason (domain.md 7.3).

use super::edition::{Edition, Passing};
use crate::script::{Cell, Column, Format, PageKind, Row, Script, Table};
use analysis::{Finding, Waived};
use model::RecordId;

/// Writes the page of what is left open; no page when nothing is.
pub fn write(script: &mut Script, edition: &Edition) {
    let left = &edition.left;
    if left.is_empty() {
        return;
    }
    let title = edition.pick("Left open for a reason", "Mit Absicht offen gelassen");
    script.sheet(PageKind::LeftOpen, Format::Upright, title);
    let said = edition.pick(
        format!(
            "{} of the checks that the room looked at and leaves as found",
            edition.say.of(left.len(), "finding", "findings")
        ),
        format!(
            "{} der Raum angesehen hat und so lässt",
            edition.say.of(left.len(), "Befund, den", "Befunde, die")
        ),
    );
    script.title(title, &said);
    let mut table = Table::new(vec![
        Column::fixed(edition.pick("Check", "Prüfung"), 54.0),
        Column::new(edition.pick("What was found", "Was gefunden wurde")),
        Column::new(edition.pick("Why it is left", "Warum es offen bleibt")),
        Column::fixed(edition.pick("Decided", "Entschieden"), 92.0),
    ]);
    table.rows = left.iter().map(|(finding, waived)| row(edition, finding, waived)).collect();
    script.table(table);
}

fn row(edition: &Edition, finding: &Finding, waived: &Waived) -> Row {
    let sign = finding.sign.map_or("", |it| edition.say.sign(it));
    Row::from(vec![
        Cell::label(finding.rule.clone()),
        Cell::new(finding.message.clone()).under(sign),
        Cell::new(waived.reason.clone()),
        Cell::or_dash(&waived.by).under(waived.date.clone()),
    ])
}

/// The same under the checks of one handoff, for what is about it.
pub fn note(script: &mut Script, edition: &Edition, passing: &Passing) {
    let here = [RecordId::from(passing.handoff.id), RecordId::from(passing.connector.id)];
    let about = |finding: &Finding| finding.about.first().is_some_and(|it| here.contains(it));
    let said: Vec<String> = edition
        .left
        .iter()
        .filter(|(finding, _)| about(finding))
        .map(|(finding, waived)| {
            let message = finding.message.trim_end_matches('.');
            let reason = waived.reason.trim().trim_end_matches('.');
            let by = if waived.by.is_empty() { "" } else { ", " };
            let (open, because) =
                edition.pick(("Left open", "Because"), ("Offen gelassen", "Grund"));
            format!("{open}: {message}. {because}: {reason}{by}{}.", waived.by)
        })
        .collect();
    script.note(&said.join(" "));
}
