//! Two versions of one engagement, made apart: what only one of them has, what only one of them
//! changed, and what both changed differently. With the document that both come from, what one side
//! did is told from what the other did; without it each difference is a question. What is taken from
//! the other version becomes one command.

mod pairs;
mod sorting;
mod taking;
#[cfg(test)]
mod tests;
mod unit;

pub use taking::{LeftOut, Merging};
pub use unit::{Difference, How, TwoValues, Whose};

use crate::language::Language;
use model::Document;
use serde::Serialize;
use sorting::Sorting;
use std::collections::BTreeSet;
use ts_rs::TS;

/// The two versions, and what both come from where that is known.
#[derive(Clone, Copy, Debug)]
pub struct Versions<'a> {
    /// The newest document that both were.
    pub base: Option<&'a Document>,
    /// The one that is open.
    pub here: &'a Document,
    /// The other one.
    pub there: &'a Document,
}

/// What differs between two versions.
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export_to = "contract.ts")]
pub struct Differences {
    /// What both come from is known, so that what one side did is told from what the other did.
    pub has_base: bool,
    /// By group, and by kind in it.
    pub all: Vec<Difference>,
}

/// What differs between two versions.
pub fn differences(versions: &Versions, language: Language) -> Differences {
    let units = Sorting::of(versions, language).units();
    Differences {
        has_base: versions.base.is_some(),
        all: units.into_iter().map(|it| it.shown).collect(),
    }
}

/// Makes what differs as it is there, for these differences. `name` is what the other version is
/// called.
pub fn merged(
    versions: &Versions,
    taken: &BTreeSet<String>,
    name: &str,
    language: Language,
) -> Merging {
    let sorting = Sorting::of(versions, language);
    let units = sorting.units();
    taking::merged(&sorting, &units, (taken, name), taking::tries(&sorting))
}
