//! What a view is told of the agreement of one handoff: read aloud, beside today, and what is
//! still missing. Minutes are of the clock that stands beside them.

use model::{Check, ClockKind, CriterionId, HandoffId, Minutes, Share};
use serde::Serialize;
use ts_rs::TS;

/// The agreement of a handoff, as two teams look at it together.
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export_to = "contract.ts")]
pub struct AgreementShown {
    /// Which handoff.
    pub handoff: HandoffId,
    /// The service level as a client reads it; empty without one.
    pub sentences: Vec<String>,
    /// Each target beside what was observed.
    pub promises: Vec<PromiseShown>,
    /// What is missing, in the order to fill it.
    pub gaps: Vec<GapShown>,
    /// The entry criteria, each with what promises it.
    pub covers: Vec<CoverShown>,
    /// Exit criteria that no entry criterion asks for.
    pub unasked: Vec<CriterionId>,
    /// The usual reasons to return an item, to choose from (domain.md 4.2).
    pub reasons: Vec<String>,
}

/// Which clock of a handoff a target is about (domain.md 3.2).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export_to = "contract.ts")]
pub enum TargetKind {
    /// Released to acknowledged.
    Acknowledge,
    /// Released to accepted or returned.
    Response,
    /// Accepted or released to completed.
    Completion,
}

/// How a target stands against what was observed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export_to = "contract.ts")]
pub enum Standing {
    /// Nothing comparable was observed.
    Unknown,
    /// More than twice of what it takes at worst: it promises nothing.
    Loose,
    /// Kept today, as far as is known.
    Kept,
    /// Kept as usual, missed at worst.
    Tight,
    /// Missed as usual.
    Broken,
}

/// A target beside what was observed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export_to = "contract.ts")]
pub struct PromiseShown {
    /// Which clock.
    pub target: TargetKind,
    /// How long may it take.
    pub minutes: Minutes,
    /// In which minutes, this and what was observed.
    pub clock: ClockKind,
    /// The best case seen.
    pub best: Option<Minutes>,
    /// The usual case.
    pub usual: Option<Minutes>,
    /// The worst case seen.
    pub worst: Option<Minutes>,
    /// How the target stands against it.
    pub standing: Standing,
    /// The share of items that must meet it.
    pub objective: Option<Share>,
}

/// Something that the agreement does not say yet.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export_to = "contract.ts")]
pub struct GapShown {
    /// The check that asks for it; none where it is beyond the ten.
    pub check: Option<Check>,
    /// The field to go to, as it is called in a handoff's or service level's edit; `criteria`
    /// where it is one of those.
    pub field: String,
    /// What is missing, in one sentence.
    pub message: String,
}

/// An entry criterion and what promises it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export_to = "contract.ts")]
pub struct CoverShown {
    /// What the receiver requires.
    pub entry: CriterionId,
    /// The exit criteria that promise it.
    pub by: Vec<CriterionId>,
    /// The required fields of the template that bring it, by key.
    pub fields: Vec<String>,
    /// Where nothing promises it: the fields that would if they were required, by key.
    pub optional: Vec<String>,
}
