//! The critical path, element by element: what is worked, what waits, and how well that is known.

use super::edition::{Edition, named};
use crate::names;
use crate::script::{BODY, Cell, Column, Row, Table};
use crate::words;
use analysis::{PathElement, Timeline};
use model::{ConnectorId, StepId};
use scene::Token;

/// The critical path as a table.
pub fn table(edition: &Edition, timeline: &Timeline) -> Table {
    let mut table = Table::new(vec![
        Column::numbers("#"),
        Column::new("Step or wait"),
        Column::new("Team"),
        Column::numbers("Work"),
        Column::numbers("Span"),
        Column::numbers("Wait"),
        Column::new("Basis"),
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
        Some(estimate) => Cell::label(words::confidence(estimate.confidence)),
        None if step.is_some_and(|it| it.shape == model::StepKind::Step) => {
            Cell::of("not known", BODY, Token::Trouble)
        }
        None => Cell::label(""),
    };
    let or_blank = |minutes: i64| {
        if time.is_some() { Cell::new(edition.duration(minutes)) } else { Cell::dash() }
    };
    Row::from(vec![
        Cell::label(number.to_string()),
        Cell::strong(named(name, "Unnamed step"), Token::Ink),
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
    let cause =
        connector.and_then(|it| it.cause).map_or("Cause not known".to_owned(), names::cause);
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
            Some(estimate) => Cell::label(words::confidence(estimate.confidence)),
            None => Cell::of("not known", BODY, Token::Trouble),
        },
    ])
}
