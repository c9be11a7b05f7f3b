//! Ids. One sequence numbers every record of a document, whatever its kind; the newtypes keep a
//! step's id from being passed where a lane's is meant. An id is never used twice in a document.

use serde::{Deserialize, Serialize};
use std::fmt;
use ts_rs::TS;

/// The id of any record.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, TS, Default,
)]
#[serde(transparent)]
#[ts(export_to = "contract.ts")]
pub struct RecordId(pub u64);

impl fmt::Display for RecordId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.0)
    }
}

macro_rules! ids {
    ($($(#[$doc:meta])* $name:ident),* $(,)?) => {$(
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, TS, Default)]
        #[serde(transparent)]
        #[ts(export_to = "contract.ts")]
        pub struct $name(pub u64);

        impl From<$name> for RecordId {
            fn from(id: $name) -> RecordId {
                RecordId(id.0)
            }
        }

        impl From<RecordId> for $name {
            fn from(id: RecordId) -> $name {
                $name(id.0)
            }
        }
    )*};
}

ids! {
    /// The engagement; a document has exactly one.
    EngagementId,
    /// One bounded flow of one kind of work item.
    ProcessId,
    /// One version of a process: current, future, a variant.
    StateId,
    /// A team or an external party.
    TeamId,
    /// The band a team has in one state.
    LaneId,
    /// A role; outlives the people who hold it.
    RoleId,
    /// A named group of consecutive steps.
    StageId,
    /// A step, decision, start or end.
    StepId,
    /// A directed link between two steps.
    ConnectorId,
    /// A connector that crosses lanes, as an agreement.
    HandoffId,
    /// One entry or exit criterion.
    CriterionId,
    /// A set of required information.
    TemplateId,
    /// A service level agreement.
    SlaId,
    /// A business calendar.
    CalendarId,
    /// One role's letters in one RACI row.
    RaciAssignmentId,
    /// An observed problem.
    PainPointId,
    /// A proposed change.
    IdeaId,
    /// A planned action.
    ActionId,
    /// A note, question, decision, assumption or parked topic.
    NoteId,
    /// Imported elapsed times of one handoff.
    MeasurementRunId,
    /// A finding that is left as it is.
    WaiverId,
    /// A picture that the engagement carries.
    PictureId,
}
