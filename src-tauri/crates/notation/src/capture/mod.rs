//! The capture line: text that goes on with a document. One typed line, or a pasted list, table or
//! map; what comes out are records, which the document takes as one edit.

mod complete;
mod find;
mod header;
mod keyword;
mod leg;
mod line;
mod list;
mod make;
mod map;
mod say;
mod suggest;
mod table;
mod way;
mod word;
mod words_said;
mod work;

pub(crate) use header::columns;

pub use complete::{Completion, Suggested, SuggestedKind, complete};

use crate::error::{Error, Problem, Spot};
use crate::lex::{LINE, LINES, Part, TEXT};
use line::Capturing;
use model::*;

/// Where a line goes on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Context {
    /// The map.
    pub state: StateId,
    /// The team of a step whose line names none; without it, the team of `after`.
    pub team: Option<TeamId>,
    /// The step that an arrow at the beginning of the line goes on from.
    pub after: Option<StepId>,
}

/// What a text says, for `Command::Capture`.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Captured {
    /// New records, with ids from `Document::used_up` on, and those that are there as changed. Each
    /// at most once, by id.
    pub records: Vec<Record>,
    /// New steps, which lie at the origin until they are given a place; in the order of the text.
    pub unplaced: Vec<StepId>,
    /// The team of the next line.
    pub team: Option<TeamId>,
    /// The step that the next line goes on from.
    pub last: Option<StepId>,
}

/// What a line, a list, a table or a whole map says, on top of what is there.
///
/// # Errors
/// The first thing that cannot be: where, what, and what to write instead.
pub fn capture(document: &Document, context: &Context, text: &str) -> Result<Captured, Error> {
    let start = Spot { line: 1, column: 1 };
    if document.state(context.state).is_none() {
        return Err(start.error(Problem::NoMap));
    }
    let mut capturing = Capturing::of(document, context);
    let lines = lines(text)?;
    if map::is_map(&lines) {
        capturing.map(text)?;
    } else if let Some(table) = table::Table::of(&lines)? {
        capturing.table(&table)?;
    } else {
        capturing.lines(&lines)?;
    }
    capturing.finish()
}

/// The lines that say something, each with its place.
fn lines(text: &str) -> Result<Vec<Part<'_>>, Error> {
    let start = Spot { line: 1, column: 1 };
    if text.len() > TEXT {
        return Err(start.error(Problem::TextTooLong));
    }
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    let mut all = Vec::new();
    for (at, line) in text.lines().enumerate() {
        let spot = Spot { line: u32::try_from(at + 1).unwrap_or(u32::MAX), column: 1 };
        if at >= LINES {
            return Err(spot.error(Problem::TooManyLines));
        }
        if line.len() > LINE && line.chars().count() > LINE {
            return Err(spot.error(Problem::LineTooLong));
        }
        let said = line.trim_start();
        if !said.is_empty() && !said.starts_with("//") {
            all.push(Part { text: line, spot });
        }
    }
    Ok(all)
}
