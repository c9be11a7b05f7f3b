//! Refusals: why a command may not happen. Closed, so that the view can branch on the code.

use crate::document::Invalid;
use crate::id::RecordId;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// The state of affairs that stands in the way.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export_to = "contract.ts")]
pub enum RefusalCode {
    /// The thing the command is about does not exist, or is of another kind.
    NoSuchRecord,
    /// The two steps are in different states.
    DifferentStates,
    /// A connector would lead from a step to itself.
    ConnectorWouldLoop,
    /// The two steps are already connected that way.
    AlreadyConnected,
    /// A connector would lead into a start.
    StartTakesNothing,
    /// A connector would lead out of an end.
    EndGivesNothing,
    /// A value is out of its bounds.
    OutOfBounds,
    /// The best case is above the usual one, or the worst below it.
    RangeOutOfOrder,
    /// The state has no room for another lane.
    TooManyLanes,
    /// Two things would have the same name.
    NameTaken,
    /// The record cannot be deleted.
    CannotDelete,
    /// Imported records do not fit together.
    ImportInvalid,
    /// A step is locked where it is.
    Locked,
    /// There is nothing to do.
    NothingToDo,
    /// An action would have to be done before itself.
    ActionWouldLoop,
}

/// Why a command may not happen.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS, thiserror::Error)]
#[error("{message}")]
#[serde(rename_all = "camelCase")]
#[ts(export_to = "contract.ts")]
pub struct Refusal {
    /// What stands in the way.
    pub code: RefusalCode,
    /// What is wrong, where, and what to do, in one or two sentences.
    pub message: String,
    /// The records concerned.
    pub ids: Vec<RecordId>,
}

impl Refusal {
    pub(crate) fn new(
        code: RefusalCode,
        message: impl Into<String>,
        ids: impl IntoIterator<Item = RecordId>,
    ) -> Refusal {
        Refusal { code, message: message.into(), ids: ids.into_iter().collect() }
    }

    /// A record that is no longer there; `what` is its kind in a word.
    pub fn no_such(what: &str, id: impl Into<RecordId>) -> Refusal {
        let id = id.into();
        Refusal::new(
            RefusalCode::NoSuchRecord,
            format!("This {what} is no longer on the map. It may have been deleted."),
            [id],
        )
    }
}

impl From<Invalid> for Refusal {
    fn from(invalid: Invalid) -> Refusal {
        match invalid {
            Invalid::OutOfBounds { id, field, .. } => Refusal::new(
                RefusalCode::OutOfBounds,
                format!(
                    "The value for “{field}” is too long, too large or not allowed. Enter a smaller one."
                ),
                [id],
            ),
            Invalid::TwoLanes(id) => Refusal::new(
                RefusalCode::NameTaken,
                "This team already has a lane on this map.",
                [id],
            ),
            other => Refusal::new(
                RefusalCode::ImportInvalid,
                format!("This does not fit into the map: {other}."),
                [],
            ),
        }
    }
}
