//! Why a file could not be read: what is wrong, where, and what to do.

use model::Invalid;

/// Why a file could not be read.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[allow(missing_docs)]
pub enum Error {
    /// More bytes than are read.
    #[error("The file has {bytes} bytes; at most {most} are read. Split it into several files.")]
    TooLarge { bytes: usize, most: usize },
    /// Not UTF-8.
    #[error("The file is no text from byte {at} on. Save it as UTF-8 and try again.")]
    NotText { at: usize },
    /// Not JSON at all.
    #[error("Line {line}, column {column}: this is no JSON ({what}). Correct it there.")]
    NotJson { line: usize, column: usize, what: String },
    /// JSON, but not in the sample format.
    #[error(
        "Line {line}, column {column}: this is not the sample format ({what}). Correct or remove it."
    )]
    NotTheFormat { line: usize, column: usize, what: String },
    /// A reference to nothing.
    #[error(
        "{path} names the {what} “{name}”, which the file does not have. Add it or correct the name."
    )]
    NoSuch { path: String, what: &'static str, name: String },
    /// A name that is used twice.
    #[error("{path}: the {what} “{name}” is there twice. Rename one of them.")]
    Twice { path: String, what: &'static str, name: String },
    /// A word that is not in its list.
    #[error("{path} is “{word}”, which is none of: {allowed}. Write one of these.")]
    NotAWord { path: String, word: String, allowed: String },
    /// A number or text that does not fit.
    #[error("{path} should be {expected}. Correct it.")]
    OutOfRange { path: String, expected: &'static str },
    /// Said of a connector that joins no two teams.
    #[error(
        "{path} is about the connector “{name}”, which stays within one team. Only a connector between two teams is a handoff."
    )]
    NotAHandoff { path: String, name: String },
    /// A future state in a file that is not about a current one.
    #[error(
        "The file has a future state, but is not about a current one. Give each state a file, or end “process” in “-current”."
    )]
    FutureOfNothing,
    /// Records that break a rule of maps.
    #[error("{path} breaks a rule of maps: {why}. Correct it.")]
    Unfit { path: String, why: Invalid },
    /// A table without a column that is needed.
    #[error(
        "The table has no column “{name}”. Write the names of the columns into its first line."
    )]
    NoColumn { name: &'static str },
    /// A table with nothing but its head.
    #[error("The table has no row under its head. Export it again with its items.")]
    NoRows,
    /// More rows than are read.
    #[error("The table has more than {most} rows. Take a shorter time, or split it.")]
    TooManyRows { most: usize },
    /// Not a table: a quote that is never closed, for example.
    #[error("Line {line}: this is no table ({what}). Save it as CSV and try again.")]
    NotATable { line: usize, what: String },
    /// A cell that cannot be read.
    #[error("Line {line}: “{cell}” in the column “{column}” should be {expected}. Correct it.")]
    WrongCell { line: usize, column: &'static str, cell: String, expected: &'static str },
    /// A map in the notation that could not be read.
    #[error(transparent)]
    Notation(#[from] notation::Error),
}
