//! What a comparison answers, as data.

use super::subject::Subject;
use model::{Clock, RecordId, StateId};
use serde::Serialize;
use ts_rs::TS;

/// Two states held against each other.
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export_to = "contract.ts")]
pub struct Comparison {
    /// How it was.
    pub from: StateId,
    /// How it is.
    pub to: StateId,
    /// Whose minutes these are.
    pub clock: Clock,
    /// Every change, in words.
    pub changes: Vec<StateChange>,
    /// How many steps and connectors are as they were.
    pub kept: u32,
    /// The steps and connectors that both states have, as they are in the first and the second.
    pub pairs: Vec<(RecordId, RecordId)>,
    /// Figures before and after.
    pub measures: Vec<Measure>,
    /// Why the figures moved.
    pub waterfalls: Vec<Waterfall>,
}

/// What became of something.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export_to = "contract.ts")]
#[allow(missing_docs)]
pub enum Fate {
    Changed,
    Merged,
    Split,
    /// Several became several others.
    Recast,
    Removed,
    Added,
}

/// What a change is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export_to = "contract.ts")]
#[allow(missing_docs)]
pub enum About {
    Step,
    Connector,
    Handoff,
    Team,
    Stage,
    Promise,
}

impl About {
    pub(super) fn word(self) -> &'static str {
        match self {
            About::Step => "step",
            About::Connector | About::Handoff => "connector",
            About::Team => "team",
            About::Stage => "stage",
            About::Promise => "promise",
        }
    }
}

/// One change.
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export_to = "contract.ts")]
pub struct StateChange {
    /// The same for the same two states, whatever order their records are in.
    pub id: String,
    /// What it is about.
    pub about: About,
    /// What became of it.
    pub fate: Fate,
    /// What it was, in the first state.
    pub before: Vec<RecordId>,
    /// What it is, in the second.
    pub after: Vec<RecordId>,
    /// What it is called.
    pub title: String,
    /// Field by field; for what is new, gone, merged or split: its time.
    pub details: Vec<Detail>,
    /// The change of a step that a connector came or went with.
    #[serde(skip)]
    pub(super) within: Option<Subject>,
    /// Who it is among those that account for the figures.
    #[serde(skip)]
    pub(super) subject: Option<Subject>,
    /// The change of a step that a connector came or went with, by its id.
    pub with: Option<String>,
    /// Minutes of the Timeline lead time that it accounts for, with what came or went with it.
    pub lead_time: Option<i64>,
    /// Minutes of the expected lead time likewise; absent where one of the states has none.
    pub expected_lead_time: Option<f64>,
}

/// One field before and after.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export_to = "contract.ts")]
pub struct Detail {
    /// Which one, as the file calls it.
    pub field: String,
    /// What people call it.
    pub label: String,
    /// As it was, as text.
    pub before: String,
    /// As it is.
    pub after: String,
}

/// What a measure counts in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export_to = "contract.ts")]
#[allow(missing_docs)]
pub enum MeasureUnit {
    Minutes,
    Percent,
    Count,
    PersonMinutes,
}

/// Which figure.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export_to = "contract.ts")]
#[allow(missing_docs)]
pub enum MeasureOf {
    LeadTime,
    ExpectedLeadTime,
    ProcessTime,
    ActivityRatio,
    RolledCompleteAccurate,
    Steps,
    Handoffs,
    ExpectedHandoffs,
    ExpectedReturns,
    BetweenTeamWait,
    BetweenTeamShare,
    ExpectedTouches,
    ExpectedEffort,
    Readiness,
    OpenChecks,
    LateCases,
}

/// A figure before and after (domain.md 8.3, "Before and after").
#[derive(Clone, Copy, Debug, PartialEq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export_to = "contract.ts")]
pub struct Measure {
    /// Which one.
    pub of: MeasureOf,
    /// What it counts in.
    pub unit: MeasureUnit,
    /// In the first state; absent where it is not known.
    pub before: Option<f64>,
    /// In the second.
    pub after: Option<f64>,
    /// Whether less of it is better.
    pub less_is_better: bool,
}

/// A difference and what it is made of; the parts add up to it.
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export_to = "contract.ts")]
pub struct Waterfall {
    /// Of which figure.
    pub of: MeasureOf,
    /// What it counts in.
    pub unit: MeasureUnit,
    /// In the first state.
    pub before: f64,
    /// In the second.
    pub after: f64,
    /// Who accounts for how much, the largest first.
    pub parts: Vec<WaterfallPart>,
}

/// One part of a difference.
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export_to = "contract.ts")]
pub struct WaterfallPart {
    /// The change that accounts for it; absent where something kept counts otherwise: it came onto
    /// the critical path or left it, or is done more or less often.
    pub change: Option<String>,
    /// What it is called.
    pub title: String,
    /// What it is in the second state, or was in the first.
    pub records: Vec<RecordId>,
    /// How much.
    pub by: f64,
}
