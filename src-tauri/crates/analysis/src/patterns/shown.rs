//! A pattern at a place, as data.

use model::{Command, LaneId, Minutes, Pattern, RecordId, Share, Target};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// A pattern and where it would be applied; the same place has the same pattern at the next revision.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[ts(export_to = "contract.ts")]
pub struct PatternAt {
    /// Which.
    pub pattern: Pattern,
    /// The step, connector or handoff it begins at.
    pub place: Target,
    /// The lane that work moves into, where a pattern moves work.
    pub lane: Option<LaneId>,
}

/// Something that a pattern takes as given. Nobody has measured it: it is guessed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(tag = "is", rename_all = "camelCase", rename_all_fields = "camelCase")]
#[serde(deny_unknown_fields)]
#[ts(export_to = "contract.ts")]
#[allow(missing_docs)]
pub enum Assumed {
    /// How long is waited then.
    Wait { minutes: Minutes },
    /// %C&A then.
    CompleteAccurate { share: Share },
    /// How much comes back then.
    Returned { share: Share },
    /// How much is an exception to the rule.
    Exceptions { share: Share },
    /// Until when the receiver accepts or returns.
    Response { minutes: Minutes },
    /// The form to begin with, by the word of its preset.
    Form { preset: String },
    /// Who stands in.
    StandIn { name: String },
}

/// What is assumed, about what, beside what it is now.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export_to = "contract.ts")]
pub struct AssumedValue {
    /// What it is about.
    pub about: RecordId,
    /// Now, if that is known.
    pub now: Option<Assumed>,
    /// Then.
    pub then: Assumed,
}

/// A pattern where it applies.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export_to = "contract.ts")]
pub struct FoundPattern {
    /// Which, where.
    pub at: PatternAt,
    /// What it changes, the most important first.
    pub about: Vec<Target>,
    /// What it takes as given, in an order that stays.
    pub assumptions: Vec<AssumedValue>,
    /// Minutes of wait that it is about, by which places are put in order.
    pub minutes: i64,
    /// The line of history.
    #[serde(skip)]
    pub name: String,
    /// How it is made, for the document it was found on: what it makes has the next free ids.
    #[serde(skip)]
    pub commands: Vec<Command>,
}

impl FoundPattern {
    /// The one command that applies it, to the document it was found on.
    pub fn command(&self) -> Command {
        Command::ApplyPattern {
            pattern: self.at.pattern,
            name: self.name.clone(),
            commands: self.commands.clone(),
        }
    }
}
