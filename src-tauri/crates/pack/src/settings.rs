//! How a pack is made: what a person chose, and what cannot be known from the document.

use model::PackChoice;

/// How a pack is made.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Settings {
    /// The date as printed on the pages.
    pub date: String,
    /// The same as `YYYY-MM-DD`, for the registers: what is late is late by it.
    pub day: String,
    /// What a person chose.
    pub choice: PackChoice,
    /// The versions before this one: what each is called, and when in seconds since 1970.
    pub history: Vec<(String, i64)>,
}
