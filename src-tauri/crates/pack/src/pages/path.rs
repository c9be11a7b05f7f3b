//! The critical path, element by element: what is worked, what waits, and how well that is known.

use super::edition::{Edition, named};
use crate::script::{BODY, Cell, Column, Row, Table};
use analysis::{PathElement, Timeline};
use model::{ConnectorId, StepId};
use scene::Token;

/// The critical path as a table.
pub fn table(edition: &Edition, timeline: &Timeline) -> Table {
    let mut table = Table::new(vec![
        Column::numbers("#"),
        Column::new(edition.pick("Step or wait", "Schritt oder Wartezeit")),
        Column::new(edition.pick("Team", "Team")),
        Column::numbers(edition.pick("Work", "Arbeit")),
        Column::numbers(edition.pick("Span", "Spanne")),
        Column::numbers(edition.pick("Wait", "Warten")),
        Column::new(edition.pick("Basis", "Grundlage")),
    ]);
    table.row_heads = vec![1];
    let mut number = 0;
    for element in &timeline.path {
        match element {
            PathElement::Step { step, span, process_time } => {
                number += 1;
                table.rows.push(step_row(edition, *step, number, *span, *process_time));
            }
            PathElement::Wait { connector, wait, between_teams } => {
                let known =
                    edition.document().connector(*connector).is_some_and(|it| it.wait.is_some());
                // A wait of nothing is not worth a row; one between teams that nobody knows is.
                if *wait > 0 || (*between_teams && !known) {
                    table.rows.push(wait_row(edition, *connector, *wait, *between_teams));
                }
            }
        }
    }
    table
}

fn step_row(edition: &Edition, id: StepId, number: u32, span: i64, process_time: i64) -> Row {
    let document = edition.document();
    let step = document.step(id);
    let name = step.map_or("", |it| it.name.as_str());
    let team = step.and_then(|it| document.team_of(it)).map_or("", |it| it.name.as_str());
    let time = step.and_then(|it| it.span.as_ref().or(it.process_time.as_ref()));
    let basis = match time {
        Some(estimate) => Cell::label(edition.say.confidence(estimate.confidence)),
        None if step.is_some_and(|it| it.shape == model::StepKind::Step) => {
            Cell::of(edition.pick("not known", "nicht bekannt"), BODY, Token::Trouble)
        }
        None => Cell::label(""),
    };
    let or_blank = |minutes: i64| {
        if time.is_some() { Cell::new(edition.duration(minutes)) } else { Cell::dash() }
    };
    Row::from(vec![
        Cell::label(number.to_string()),
        Cell::strong(named(name, edition.pick("Unnamed step", "Schritt ohne Namen")), Token::Ink),
        Cell::label(team),
        or_blank(process_time),
        or_blank(span),
        Cell::default(),
        basis,
    ])
}

fn wait_row(edition: &Edition, id: ConnectorId, wait: i64, between_teams: bool) -> Row {
    let connector = edition.document().connector(id);
    let passing = edition.passings.iter().find(|it| it.connector.id == id);
    let cause = connector.and_then(|it| it.cause).map_or_else(
        || edition.pick("Cause not known", "Grund nicht bekannt").to_owned(),
        |it| edition.say.cause(it),
    );
    let what = match passing {
        Some(passing) => format!("{} · {cause}", passing.handoff.name()),
        None => cause,
    };
    let estimate = connector.and_then(|it| it.wait.as_ref());
    let token = if between_teams { Token::Trouble } else { Token::Ink };
    Row::from(vec![
        Cell::label(""),
        Cell::label(what),
        Cell::label(passing.map_or(String::new(), super::edition::Passing::arrow)),
        Cell::default(),
        Cell::default(),
        estimate.map_or_else(Cell::dash, |_| Cell::strong(edition.duration(wait), token)),
        match estimate {
            Some(estimate) => Cell::label(edition.say.confidence(estimate.confidence)),
            None => Cell::of(edition.pick("not known", "nicht bekannt"), BODY, Token::Trouble),
        },
    ])
}
