//! One difference between two versions, as it is shown, and what taking it means.

use model::{Kind, RecordId};
use serde::Serialize;
use ts_rs::TS;

/// Whose difference it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export_to = "contract.ts")]
pub enum Whose {
    /// Of the other version alone.
    There,
    /// Of the one that is open alone.
    Here,
    /// Of both, and otherwise in each.
    Both,
}

impl Whose {
    pub(super) fn word(self) -> &'static str {
        match self {
            Whose::There => "there",
            Whose::Here => "here",
            Whose::Both => "both",
        }
    }
}

/// What became of the thing on the two sides.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export_to = "contract.ts")]
pub enum How {
    /// One side made it since they parted.
    Added,
    /// One side changed it since.
    Changed,
    /// One side deleted it since.
    Removed,
    /// Both changed it since, differently.
    ChangedInBoth,
    /// The other version deleted it, and this one changed it or built on it.
    RemovedThere,
    /// This version deleted it, and the other one changed it or built on it.
    RemovedHere,
    /// One version has it; which side did something is not known.
    Only,
    /// It is otherwise in each; which side did something is not known.
    Differs,
}

/// A field as it is in the two versions.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export_to = "contract.ts")]
pub struct TwoValues {
    /// The field, as the file calls it.
    pub field: String,
    /// As people call it.
    pub label: String,
    /// In the version that is open.
    pub here: String,
    /// In the other one.
    pub there: String,
}

/// One difference. It is as it is here, or is made as it is there.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export_to = "contract.ts")]
pub struct Difference {
    /// The same for the same two versions.
    pub id: String,
    /// Whose it is.
    pub group: Whose,
    /// What became of the thing.
    pub how: How,
    /// What the thing is; nothing where it is about the place of several on the map.
    pub kind: Option<Kind>,
    /// What it is called, or what it says.
    pub title: String,
    /// How many records it is about: a step with its agreements, a state with all that is in it.
    pub records: u32,
    /// Field by field, where it changed.
    pub details: Vec<TwoValues>,
}

/// What one record of a difference needs to be as it is there.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Part {
    /// To be there.
    Add(RecordId),
    /// To be gone.
    Remove(RecordId),
    /// These fields as they are there.
    Fields(RecordId, Vec<String>),
}

/// A difference and what it is made of.
#[derive(Clone, Debug)]
pub(super) struct Unit {
    pub shown: Difference,
    pub parts: Vec<Part>,
}
