//! Changes: one record before and after. An edit is a label and its changes: one line of history,
//! one undo.

use crate::record::Record;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// One record before and after; either may be absent, never both.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[ts(export_to = "contract.ts")]
pub struct Change {
    /// As it was; absent when the edit made it.
    pub before: Option<Record>,
    /// As it is after; absent when the edit removed it.
    pub after: Option<Record>,
}

impl Change {
    /// The change that takes this one back.
    pub fn inverse(&self) -> Change {
        Change { before: self.after.clone(), after: self.before.clone() }
    }
}

/// What an edit did, as a code the view has words for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export_to = "contract.ts")]
#[allow(missing_docs)]
pub enum LabelCode {
    NewEngagement,
    AddTeam,
    AddStep,
    AddRole,
    AddPainPoint,
    Connect,
    Reconnect,
    MoveSteps,
    Align,
    Distribute,
    MoveLane,
    ResizeLane,
    Rename,
    ChangeStep,
    ChangeConnector,
    AnnotateDelay,
    ChangeHandoff,
    ChangeTeam,
    ChangeProcess,
    ChangeEngagement,
    Delete,
    TidyUp,
    Import,
    Capture,
    Splice,
    Paste,
    Duplicate,
    Lock,
    Unlock,
    Bend,
    AddStage,
    MoveStage,
    AddIdea,
    AddNote,
    ChangePainPoint,
    ChangeIdea,
    ChangeNote,
    Vote,
    AddSla,
    ChangeSla,
    AddTemplate,
    ChangeTemplate,
    AddCalendar,
    ChangeCalendar,
    AddCriterion,
    ChangeCriterion,
    MoveCriterion,
    ChangeRaci,
    ChangeRole,
    ChangeStage,
    AddAction,
    ChangeAction,
    Waive,
    ChangeRule,
    MakeState,
    Improve,
    ChangeState,
    PromoteState,
    Combine,
    CheckAtSource,
    Trigger,
    AcceptAndReturn,
    ApproveByRule,
    Parallel,
    StandardForm,
    Backup,
    RestoreVersion,
    SetLogo,
    Merge,
}

/// The name of an edit: what, how many, and of which thing.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[ts(export_to = "contract.ts")]
pub struct Label {
    /// What was done.
    pub code: LabelCode,
    /// To how many things.
    pub count: u32,
    /// The name of the thing, when there is one.
    pub name: String,
}

impl Label {
    /// A label for one named thing.
    pub fn of(code: LabelCode, name: &str) -> Label {
        Label { code, count: 1, name: name.to_owned() }
    }

    /// A label for several things.
    pub fn several(code: LabelCode, count: usize) -> Label {
        Label { code, count: u32::try_from(count).unwrap_or(u32::MAX), name: String::new() }
    }
}

/// One line of history.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[ts(export_to = "contract.ts")]
pub struct Edit {
    /// What it is called.
    pub label: Label,
    /// What it changed, in the order of ids.
    pub changes: Vec<Change>,
}
