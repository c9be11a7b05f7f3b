//! Pain points, the most votes first, with where they hurt.

use super::edition::Edition;
use crate::script::{Cell, Column, Format, PageKind, Row, Script, Table};
use model::{PainPoint, Target};
use scene::Token;

/// The pain points of this state and those pinned to nothing, the most votes first.
fn pains<'a>(edition: &Edition<'a>) -> Vec<&'a PainPoint> {
    let document = edition.document();
    let here = |target: &Target| {
        let state = match target {
            Target::Step(id) => document.step(*id).map(|it| it.state),
            Target::Connector(id) => document.connector(*id).map(|it| it.state),
            Target::Handoff(id) => document
                .handoff(*id)
                .and_then(|it| document.connector(it.connector))
                .map(|it| it.state),
            Target::Stage(id) => document.stage(*id).map(|it| it.state),
            Target::State(id) => Some(*id),
            Target::Team(_) => Some(edition.state.id),
        };
        state == Some(edition.state.id)
    };
    let mut pains: Vec<&PainPoint> = document
        .pain_points()
        .filter(|pain| pain.about.is_empty() || pain.about.iter().any(here))
        .collect();
    pains.sort_by_key(|pain| (u16::MAX - pain.votes, pain.id));
    pains
}

/// Writes the pain points; no page when there are none.
pub fn write(script: &mut Script, edition: &Edition) {
    let pains = pains(edition);
    if pains.is_empty() {
        return;
    }
    let title = edition.pick("Pain points", "Schmerzpunkte");
    script.sheet(PageKind::PainPoints, Format::Across, title);
    script.title(title, &finding(edition, &pains));
    let mut table = Table::new(vec![
        Column::numbers(edition.pick("Votes", "Stimmen")),
        Column::new(edition.pick("What hurts", "Was wehtut")),
        Column::new(edition.pick("Where", "Wo")),
        Column::new(edition.pick("Cause", "Grund")),
        Column::new(edition.pick("Waste", "Verschwendung")),
        Column::new(edition.pick("Sign", "Anzeichen")),
    ]);
    table.row_heads = vec![1];
    table.rows = pains.iter().map(|pain| row(edition, pain)).collect();
    script.table(table);
}

fn finding(edition: &Edition, pains: &[&PainPoint]) -> String {
    let (one, many) =
        edition.pick(("pain point", "pain points"), ("Schmerzpunkt", "Schmerzpunkte"));
    let all = edition.say.of(pains.len(), one, many);
    let votes: usize = pains.iter().map(|pain| usize::from(pain.votes)).sum();
    match pains.first() {
        Some(first) if first.votes > 0 => edition.pick(
            format!(
                "{all} with {}; the first has {}",
                edition.say.of(votes, "vote", "votes"),
                first.votes
            ),
            format!(
                "{all} mit {}; der erste hat {}",
                edition.say.of(votes, "Stimme", "Stimmen"),
                first.votes
            ),
        ),
        _ => edition
            .pick(format!("{all}, not voted on yet"), format!("{all}, noch nicht abgestimmt")),
    }
}

fn row(edition: &Edition, pain: &PainPoint) -> Row {
    let places: Vec<String> =
        pain.about.iter().map(|it| edition.say.place(edition.document(), *it)).collect();
    let wastes: Vec<String> =
        pain.wastes.iter().map(|it| edition.say.waste(*it).to_owned()).collect();
    let signs: Vec<String> = pain.signs.iter().map(|it| edition.say.sign(*it).to_owned()).collect();
    let votes = if pain.votes == 0 {
        Cell::dash()
    } else {
        Cell::strong(pain.votes.to_string(), Token::Ink)
    };
    let quote = (!pain.quote.is_empty()).then(|| edition.say.quoted(&pain.quote));
    let severity = (pain.severity > 0).then(|| {
        let of = pain.severity;
        edition.pick(format!("severity {of} of 5"), format!("Schwere {of} von 5"))
    });
    let under: Vec<String> = quote.into_iter().chain(severity).collect();
    Row::from(vec![
        votes,
        Cell::new(pain.text.clone()).under(under.join("; ")),
        Cell::or_dash(&places.join(", ")),
        pain.cause.map_or_else(Cell::dash, |it| Cell::new(edition.say.cause(it))),
        Cell::or_dash(&wastes.join("\n")),
        Cell::or_dash(&signs.join("\n")),
    ])
}
