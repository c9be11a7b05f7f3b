//! What comes of an edit, a gesture and a capture line.

use super::{Checks, Failure, FileNotice, KindCount};
use analysis::Figures;
use model::{Label, Record, RecordId, Refusal, StateId, StepId, TeamId};
use scene::{Drawn, Ladder};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// What undo and redo would do now.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export_to = "contract.ts")]
pub struct History {
    /// The edit that undo takes back.
    pub undo: Option<Label>,
    /// The edit that redo brings back.
    pub redo: Option<Label>,
}

/// What the view must replace after an edit. What it does not name is as it was.
#[derive(Clone, Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export_to = "contract.ts")]
pub struct Patch {
    /// The revision the view is at after applying it.
    pub revision: u64,
    /// The state that is shown from then on.
    pub state: StateId,
    /// Records that are new or changed.
    pub records: Vec<Record>,
    /// Records that are gone.
    pub removed_records: Vec<RecordId>,
    /// What is drawn otherwise.
    pub drawn: Drawn,
    /// The ladder, if it changed.
    pub ladder: Option<Ladder>,
    /// The figures, if they changed.
    pub figures: Option<Figures>,
    /// The checks, if they changed.
    pub checks: Option<Checks>,
    /// What undo and redo would do.
    pub history: History,
    /// Records that this edit made, in order; the view selects or edits the first.
    pub made: Vec<RecordId>,
    /// What is out of the ordinary about the file, if that changed.
    pub notices: Option<Vec<FileNotice>>,
}

/// The kernel's answer to a gesture in progress. Nothing is stored.
#[derive(Clone, Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export_to = "contract.ts")]
pub struct Preview {
    /// The number the view gave the question; it drops answers that are not the newest.
    pub sequence: u64,
    /// What would be drawn otherwise than now.
    pub drawn: Drawn,
    /// Handoffs that would appear, as `H-07`.
    pub handoffs_made: Vec<String>,
    /// Handoffs that would vanish.
    pub handoffs_removed: Vec<String>,
    /// Why it may not happen, if it may not.
    pub refusal: Option<Refusal>,
}

/// Where a capture line goes on.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[ts(export_to = "contract.ts")]
pub struct CaptureAt {
    /// After this step, where the line begins with an arrow.
    pub after: Option<StepId>,
    /// In this team, where the line names none.
    pub team: Option<TeamId>,
}

/// What a capture line would make.
#[derive(Clone, Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export_to = "contract.ts")]
pub struct CapturePreview {
    /// As drawn.
    pub preview: Preview,
    /// How many new steps.
    pub steps: u32,
    /// What else is new and is not said by what is drawn: teams, roles, what the room said.
    pub made: Vec<KindCount>,
    /// Why it cannot be, if it cannot.
    pub problem: Option<Failure>,
}

/// What a capture line made.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export_to = "contract.ts")]
pub struct Captured {
    /// Where the next line goes on.
    pub last: Option<StepId>,
    /// In whose lane, where it names no team.
    pub team: Option<TeamId>,
    /// Steps that are new or changed.
    pub steps: Vec<StepId>,
}
