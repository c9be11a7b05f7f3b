//! What is known of a state, of two, and of the versions before.

use analysis::attainment::Measured;
use analysis::compare::case::BusinessCase;
use analysis::compare::{Comparison, Since, Waterfall};
use analysis::network::Network;
use analysis::patterns::{FoundPattern, OpenRule};
use analysis::simulation::Figure;
use analysis::{Expected, Figures, NoExpectation, TargetKind};
use model::{Minutes, RecordId, StateId};
use scene::Scene;
use serde::Serialize;
use ts_rs::TS;

/// The business case of two states.
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export_to = "contract.ts")]
pub struct CaseShown {
    /// The revision it is about.
    pub revision: u64,
    /// What it says.
    pub case: BusinessCase,
}

/// Two states in one picture.
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export_to = "contract.ts")]
pub struct Compared {
    /// The revision it is about.
    pub revision: u64,
    /// What became of what, and why the figures moved.
    pub comparison: Comparison,
    /// The second state, with what went from the first.
    pub scene: Scene,
}

/// Late cases of two states.
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export_to = "contract.ts")]
pub struct ComparedLate {
    /// The revision it is about.
    pub revision: u64,
    /// The promise that both are held against.
    pub promise: String,
    /// Minutes that are promised.
    pub minutes: Minutes,
    /// Late cases of the first state, in percent.
    pub before: Figure,
    /// Of the second.
    pub after: Figure,
    /// Why they differ; absent where the expected lead time does not tell.
    pub waterfall: Option<Waterfall>,
}

/// Two states beside each other.
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export_to = "contract.ts")]
pub struct ComparedSides {
    /// The revision they are about.
    pub revision: u64,
    /// The first state, with what goes marked.
    pub before: Scene,
    /// The second, with what came marked.
    pub after: Scene,
}

/// A named point of the history.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export_to = "contract.ts")]
pub struct VersionShown {
    /// Which one.
    pub version: u64,
    /// What it is called; empty for the file as it was opened, which nobody named.
    pub name: String,
    /// When it was named, in seconds since 1970.
    pub at: i64,
    /// Edits from there to the present: below nothing where redo leads there, absent where it lies
    /// on a way that was left.
    pub since: Option<i64>,
}

/// What changed since a version.
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export_to = "contract.ts")]
pub struct VersionChanges {
    /// The revision it is about.
    pub revision: u64,
    /// Since which.
    pub version: u64,
    /// What changed.
    pub since: Since,
}

/// A state as it was beside how it is.
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export_to = "contract.ts")]
pub struct VersionBeside {
    /// What became of what; the scene is that of the present.
    pub compared: Compared,
    /// As it was and as it is, each with what changed marked.
    pub sides: ComparedSides,
}

/// The figures as they would be.
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export_to = "contract.ts")]
pub struct Supposed {
    /// The Timeline and counts.
    pub figures: Figures,
    /// The Expected view; absent where nothing can be expected.
    pub expected: Option<Expected>,
}

/// Where patterns of a future state apply, and which of its rules are open.
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export_to = "contract.ts")]
pub struct PatternsShown {
    /// The revision it is about.
    pub revision: u64,
    /// The state they would be applied to; the one on the canvas where that is no current state, or
    /// nothing was made of it yet.
    pub state: StateId,
    /// By pattern, the longest wait first. Their places are in that state.
    pub patterns: Vec<PatternShown>,
    /// The rules that no pattern makes true, with the handoffs of the canvas where they are open.
    pub rules: Vec<OpenRule>,
}

/// A pattern, and what of it is on the canvas.
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export_to = "contract.ts")]
pub struct PatternShown {
    /// Where it applies.
    pub found: FoundPattern,
    /// What it is about, as drawn.
    pub drawn: Vec<RecordId>,
}

/// What the analysis of a state shows beside its figures.
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export_to = "contract.ts")]
pub struct AnalysisShown {
    /// The revision it is about.
    pub revision: u64,
    /// The Expected view.
    pub expected: ExpectedShown,
    /// How the teams hang together.
    pub network: Network,
}

/// The Expected view of a state, or why it has none.
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
#[serde(tag = "is", rename_all = "camelCase", rename_all_fields = "camelCase")]
#[ts(export_to = "contract.ts")]
#[allow(clippy::large_enum_variant)]
pub enum ExpectedShown {
    /// It has one.
    Known {
        /// Per item that starts.
        view: Expected,
    },
    /// It has none.
    Unknown {
        /// Why, for a view with words of its own.
        why: NoExpectation,
        /// The same as a sentence, in English.
        message: String,
    },
}

/// What a table of measured items says.
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export_to = "contract.ts")]
pub struct MeasuredFile {
    /// What the table is called.
    pub name: String,
    /// How many items it has.
    pub items: u32,
    /// What they say about the handoffs.
    pub measured: Measured,
}

/// When the targets of a handoff are due.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export_to = "contract.ts")]
pub struct DueShown {
    /// In the order of the clock.
    pub dates: Vec<DueDate>,
    /// Why a target has no date, one sentence each.
    pub notes: Vec<String>,
}

/// When one target is due.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export_to = "contract.ts")]
pub struct DueDate {
    /// Which target.
    pub target: TargetKind,
    /// What the clocks of the calendar show, `YYYY-MM-DDTHH:MM`; universal time without a calendar.
    pub local: String,
    /// Its IANA time zone, or `UTC`.
    pub zone: String,
    /// The same instant in universal time.
    pub utc: String,
    /// The calendar it is counted in, and why this one; empty where none is needed.
    pub calendar: String,
}

/// When two calendars work at the same time.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export_to = "contract.ts")]
pub struct OverlapShown {
    /// Minutes from Monday to Sunday of this week.
    pub per_weekday: Vec<u16>,
    /// Minutes on the day of the coming year on which both work and share least.
    pub least: u16,
    /// That day, `YYYY-MM-DD`; empty where both never work on one day.
    pub least_on: String,
}
