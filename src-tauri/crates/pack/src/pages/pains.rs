//! Pain points, the most votes first, with where they hurt.

use super::edition::Edition;
use crate::names;
use crate::script::{Cell, Column, Format, PageKind, Row, Script, Table};
use crate::words;
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
    let title = "Pain points";
    script.sheet(PageKind::PainPoints, Format::Upright, title);
    script.title(title, &finding(&pains));
    let mut table = Table::new(vec![
        Column::numbers("Votes"),
        Column::new("What hurts"),
        Column::new("Where"),
        Column::new("Cause"),
        Column::new("Waste"),
        Column::new("Sign"),
    ]);
    table.row_heads = vec![1];
    table.rows = pains.iter().map(|pain| row(edition, pain)).collect();
    script.table(table);
}

fn finding(pains: &[&PainPoint]) -> String {
    let all = words::of(pains.len(), "pain point", "pain points");
    let votes: u32 = pains.iter().map(|pain| u32::from(pain.votes)).sum();
    match pains.first() {
        Some(first) if first.votes > 0 => {
            format!("{all} with {votes} votes; the first has {}", first.votes)
        }
        _ => format!("{all}, not voted on yet"),
    }
}

fn row(edition: &Edition, pain: &PainPoint) -> Row {
    let places: Vec<String> =
        pain.about.iter().map(|it| names::place(edition.document(), *it)).collect();
    let wastes: Vec<String> = pain.wastes.iter().map(|it| names::waste(*it).to_owned()).collect();
    let signs: Vec<String> = pain.signs.iter().map(|it| names::sign(*it).to_owned()).collect();
    let votes = if pain.votes == 0 {
        Cell::dash()
    } else {
        Cell::strong(pain.votes.to_string(), Token::Ink)
    };
    let quote = (!pain.quote.is_empty()).then(|| format!("“{}”", pain.quote));
    let severity = (pain.severity > 0).then(|| format!("severity {} of 5", pain.severity));
    let under: Vec<String> = quote.into_iter().chain(severity).collect();
    Row::from(vec![
        votes,
        Cell::new(pain.text.clone()).under(under.join("; ")),
        Cell::or_dash(&places.join(", ")),
        pain.cause.map_or_else(Cell::dash, |it| Cell::new(names::cause(it))),
        Cell::or_dash(&wastes.join(", ")),
        Cell::or_dash(&signs.join(", ")),
    ])
}
