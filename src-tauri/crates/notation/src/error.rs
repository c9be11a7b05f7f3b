//! What can be wrong with a text, where, and what to write instead.

use crate::named::Named;
use serde::Serialize;
use ts_rs::TS;

/// A text that is not a map, with the place where that shows.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS, thiserror::Error)]
#[serde(rename_all = "camelCase")]
#[ts(export_to = "contract.ts", rename = "Unread")]
#[error("Line {line}, column {column}: {problem}")]
pub struct Error {
    /// From 1.
    pub line: u32,
    /// From 1, in characters.
    pub column: u32,
    /// What is wrong there.
    pub problem: Problem,
}

/// What can be wrong. Each says what to do.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS, thiserror::Error)]
#[serde(rename_all = "camelCase", tag = "problem", content = "of")]
#[ts(export_to = "contract.ts")]
#[allow(missing_docs)]
pub enum Problem {
    #[error("the text is longer than 1 MB. Split it into several maps.")]
    TextTooLong,
    #[error("the text has more than 50,000 lines. Split it into several maps.")]
    TooManyLines,
    #[error("this line has more than 40,000 characters. Break it after a comma.")]
    LineTooLong,
    #[error("the quotation mark is not closed on this line. Close it; write \\n for a new line.")]
    OpenQuote,
    #[error("\\{0} means nothing in quotes. Write \\\\ for a backslash.")]
    UnknownEscape(char),
    #[error("quotation marks stand round a whole name. Write \\\" for one inside quotes.")]
    QuoteInside,
    #[error("an arrow inside a name. Put the name in quotes.")]
    ArrowInside,
    #[error("nothing stands here. Write {0}, or remove the comma or arrow.")]
    Missing(Named),
    #[error("nothing stands after “{0}”. Write it, or remove the word.")]
    NothingAfter(&'static str),
    #[error(
        "“{text}” is nothing that can be said of {of}. If the comma belongs to the name, put the name in quotes."
    )]
    Unknown { text: String, of: Named },
    #[error("{0} is said twice. Keep one.")]
    Twice(Named),
    #[error("“{0}” is no time. Write it like 45 min, 4 h, 1.5 d or 1 d 2 h.")]
    NotATime(String),
    #[error("weeks differ from team to team. Write days, like 5 d.")]
    Weeks,
    #[error("this is longer than ten years. Write a shorter time.")]
    TimeTooLong,
    #[error("“{0}” is no share. Write it like 85 %, from 0 to 100.")]
    NotAShare(String),
    #[error("“{0}” is no whole number that fits here.")]
    NotANumber(String),
    #[error("a range is written (1 d to 3 d), (from 1 d) or (up to 3 d).")]
    NotARange,
    #[error(
        "the range does not hold the usual value. The best case must not be above it, nor the worst below."
    )]
    RangeOutOfOrder,
    #[error("“{0}” says how well a number is known. Write it after the number.")]
    NoNumber(&'static str),
    #[error("“{text}” is no cause of waiting. Write one of: {known}.")]
    NotACause { text: String, known: String },
    #[error("“{text}” is no waste. Write one of: {known}.")]
    NotAWaste { text: String, known: String },
    #[error(
        "a connector that goes back (~>) is rework, and not one of the ways on. Remove the word or write ->."
    )]
    BackIsRework,
    #[error("the text says this in another line as well. Keep one.")]
    LineTwice,
    #[error("this step stands under no team. Write a line such as “team Sales” above it.")]
    NoTeam,
    #[error(
        "this team was described above. Say everything about it there; here its name is enough."
    )]
    TeamDescribed,
    #[error("no {what} is called “{name}”.{}", hint(near))]
    NoSuch { what: Named, name: String, near: Option<String> },
    #[error(
        "more than one {what} is called “{name}”. Write {name}, @1 on the line of the one that is meant, and @1 here."
    )]
    Ambiguous { what: Named, name: String },
    #[error("“@{0}” is given to two things. Take another number.")]
    TagTwice(u64),
    #[error("H-{0:02} is given to two connectors. Take another number.")]
    NumberTwice(u32),
    #[error("a connector cannot lead from a step to itself. Name two steps.")]
    Loop,
    #[error("nothing can lead into a start. Connect to the step after it.")]
    IntoStart,
    #[error("nothing can lead out of an end. Connect from the step before it.")]
    OutOfEnd,
    #[error("only a connector between two teams, or one with a number such as H-01, says {0}.")]
    NotAHandoff(Named),
    #[error("a map holds up to 200 lanes. Put these steps in teams that are there.")]
    TooManyTeams,
    #[error("the map that this line goes on with is no longer there. Choose another.")]
    NoMap,
    #[error(
        "an arrow goes on from a step, and no step stands before this one. Write its name first, or select it."
    )]
    NothingBefore,
    #[error("this step has no team yet. Write one before it, such as “Sales: {0}”.")]
    WhichTeam(String),
    #[error(
        "more than one step is called “{0}”. Write its team before it, or its code, such as #A01."
    )]
    WhichStep(String),
    #[error(
        "no arrow leads to this step here, so nothing can be said of {0}. Write -> or > before the step."
    )]
    NoWay(&'static str),
    #[error(
        "cells without a header. Write a line with the names of the columns above them, such as team, step, process time; or put the name in quotes."
    )]
    NoHeader,
    #[error("a row of a table has {0} cells, and its header {1}. Add or remove cells.")]
    Cells(usize, usize),
    #[error("“{text}” is no column that is known. Write one of: {known}; or remove the column.")]
    NotAColumn { text: String, known: String },
    #[error(
        "nothing leads into the step of this row, so it cannot say {0}. Empty the cell, or say it in the row of the step after it."
    )]
    NoWayInto(Named),
    #[error(
        "the number of waits in this row is {said}, and that of the ways out of its step {ways}. Name one wait for each way, with semicolons between them, or one for all."
    )]
    NoWayOut { said: usize, ways: usize },
    #[error("the {0} is too long, too large, or holds a character that cannot be shown.")]
    OutOfBounds(&'static str),
    #[error("this does not make a map: {0}.")]
    Invalid(
        #[serde(serialize_with = "as_text")]
        #[ts(type = "string")]
        model::Invalid,
    ),
}

fn as_text<S: serde::Serializer>(invalid: &model::Invalid, to: S) -> Result<S::Ok, S::Error> {
    to.collect_str(invalid)
}

fn hint(near: &Option<String>) -> String {
    near.as_ref().map_or_else(
        || " Check the spelling, or write it above first.".to_owned(),
        |near| format!(" Did you mean “{near}”?"),
    )
}

/// A place in the text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Spot {
    pub line: u32,
    pub column: u32,
}

impl Spot {
    pub fn error(self, problem: Problem) -> Error {
        Error { line: self.line, column: self.column, problem }
    }
}
