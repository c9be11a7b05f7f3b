//! What the card of a handoff and that of a return say alike: labelled values, the wait and why.

use super::edition::{Edition, Passing};
use crate::script::{BODY, Cell, Column, Row, Table};
use scene::Token;

/// What a link from a card to its row is called aloud.
pub fn in_register(edition: &Edition, passing: &Passing) -> String {
    let name = passing.handoff.name();
    edition.pick(format!("{name} in the register"), format!("{name} im Register"))
}

/// A table of two labelled values a row.
pub fn pairs(edition: &Edition, rows: Vec<[(&str, Cell); 2]>) -> Table {
    let widths = edition.pick([66.0, 155.0, 70.0, 150.0], [76.0, 145.0, 76.0, 144.0]);
    let mut table = Table::new(widths.map(|it| Column::fixed("", it)).to_vec());
    table.row_heads = vec![0, 2];
    table.rows = rows
        .into_iter()
        .map(|[(left, first), (right, second)]| {
            Row::from(vec![Cell::label(left), first, Cell::label(right), second])
        })
        .collect();
    table.compact()
}

/// How long it waits today: usual value, range, how well that is known.
pub fn wait(edition: &Edition, passing: &Passing) -> Cell {
    let Some(wait) = &passing.connector.wait else {
        return Cell::of(edition.pick("Not known", "Nicht bekannt"), BODY, Token::Trouble);
    };
    let usual = edition.duration(i64::from(wait.usual.0));
    let range = edition.say.range(wait, edition.clock.minutes_per_day);
    let word = edition.pick("usual", "üblich");
    let said = if range.is_empty() { usual } else { format!("{usual} {word}, {range}") };
    Cell::new(said).under(edition.say.basis(wait))
}

/// Why it waits.
pub fn cause(edition: &Edition, passing: &Passing) -> Cell {
    match passing.connector.cause {
        Some(cause) => {
            Cell::new(edition.say.cause(cause)).under(passing.connector.cause_note.clone())
        }
        None => Cell::or_dash(&passing.connector.cause_note),
    }
}
