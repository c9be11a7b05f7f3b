//! The languages that the kernel says things in: what is drawn on a map, and what is read aloud
//! from an agreement.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// A language that maps can be drawn in and agreements can be read in.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[ts(export_to = "contract.ts")]
pub enum Language {
    /// English.
    #[default]
    #[serde(rename = "en")]
    English,
    /// German.
    #[serde(rename = "de")]
    German,
}

impl Language {
    /// The one of two that is in this language.
    pub fn pick<T>(self, english: T, german: T) -> T {
        match self {
            Language::English => english,
            Language::German => german,
        }
    }
}
