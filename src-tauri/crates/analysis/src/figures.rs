//! What the analysis answers, as data. Minutes are of the process's clock.

use model::{Check, Clock, Command, ConnectorId, HandoffId, RecordId, Sign, StateId, StepId};
use serde::Serialize;
use std::collections::BTreeMap;
use ts_rs::TS;

/// The figures of one state.
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export_to = "contract.ts")]
pub struct Figures {
    /// Which state.
    pub state: StateId,
    /// Whose minutes these are.
    pub clock: Clock,
    /// Steps of kind step on the map.
    pub steps: u32,
    /// Decisions on the map.
    pub decisions: u32,
    /// Connectors that cross lanes forward, all branches.
    pub handoffs: u32,
    /// Rework connectors.
    pub rework_loops: u32,
    /// Of those, the ones that cross lanes.
    pub return_handoffs: u32,
    /// The Timeline of what is drawn so far; absent while items pass no step.
    pub timeline: Option<Timeline>,
    /// Readiness of each handoff that crosses lanes forward.
    pub readiness: BTreeMap<HandoffId, Readiness>,
    /// Mean readiness score of those, 0 to 100; absent without handoffs.
    pub readiness_score: Option<f64>,
}

/// The Timeline view (domain.md 2.3): primary branches, no rework.
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export_to = "contract.ts")]
pub struct Timeline {
    /// The critical path: steps and the connectors between them, in order, beginning and ending
    /// with a step.
    pub path: Vec<PathElement>,
    /// Minutes from the start of the first step to the finish of the last.
    pub lead_time: i64,
    /// Process time on the path.
    pub process_time: i64,
    /// Process time over lead time, in percent; absent when the lead time is 0.
    pub activity_ratio: Option<f64>,
    /// Value-adding process time on the path over lead time, in percent.
    pub value_added_share: Option<f64>,
    /// Process time of all steps of the scenario.
    pub total_process_time: i64,
    /// Process time times people of all steps of the scenario.
    pub total_effort: i64,
    /// Product of %C&A over the steps of the scenario that have one, in percent; absent if none has.
    pub rolled_complete_accurate: Option<f64>,
    /// The same over the steps of the path alone.
    pub rolled_complete_accurate_on_path: Option<f64>,
    /// Steps of the scenario with a %C&A, and all of them.
    pub complete_accurate_coverage: (u32, u32),
    /// Steps of the scenario.
    pub steps: u32,
    /// Steps of the scenario with process time.
    pub touches: u32,
    /// Handoffs of the scenario.
    pub handoffs: u32,
    /// Handoffs on the path.
    pub handoffs_on_path: u32,
    /// Wait of the handoffs on the path.
    pub between_team_wait: i64,
    /// That over lead time, in percent.
    pub between_team_share: Option<f64>,
    /// Wait of the other connectors on the path, over lead time, in percent.
    pub inside_team_share: Option<f64>,
    /// Span of external lanes and waits they cause, on the path, over lead time, in percent.
    pub external_share: Option<f64>,
    /// Earliest finish of each step of the scenario, from the start.
    pub earliest_finish: BTreeMap<StepId, i64>,
    /// Latest minus earliest finish of each step of the scenario that an end follows.
    pub slack: BTreeMap<StepId, i64>,
    /// Steps and connectors of the path whose time, wait or cause is not known.
    pub unknown: Vec<RecordId>,
    /// Minutes of the lead time that are guessed.
    pub guessed: i64,
    /// Minutes of the lead time that are measured.
    pub measured: i64,
}

/// One element of the critical path.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, TS)]
#[serde(tag = "is", rename_all = "camelCase", rename_all_fields = "camelCase")]
#[ts(export_to = "contract.ts")]
pub enum PathElement {
    /// Work.
    Step {
        /// Which step.
        step: StepId,
        /// Start to finish.
        span: i64,
        /// Hands on.
        process_time: i64,
    },
    /// Waiting.
    Wait {
        /// On which connector.
        connector: ConnectorId,
        /// How long.
        wait: i64,
        /// Between teams.
        between_teams: bool,
    },
}

/// The ten checks of one handoff (domain.md 7.4).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export_to = "contract.ts")]
pub struct Readiness {
    /// Checks that are met, in the order of the specification.
    pub met: Vec<Check>,
    /// Ten points each.
    pub score: u8,
}

/// How much a finding matters (domain.md 0, decision 18).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export_to = "contract.ts")]
pub enum Severity {
    /// Blocks the "ready" stamp.
    Error,
    /// Shown in the pack.
    Warning,
    /// Advice.
    Info,
}

/// One result of a check.
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export_to = "contract.ts")]
pub struct Finding {
    /// The same as long as the same rule finds the same about the same records: `TIM-003:17`.
    pub id: String,
    /// The rule of domain.md 7.3, as `FLW-002`.
    pub rule: String,
    /// How much it matters.
    pub severity: Severity,
    /// Which of the seven signs it explains.
    pub sign: Option<Sign>,
    /// The records it is about; empty is the whole map.
    pub about: Vec<RecordId>,
    /// What is wrong and where, in one sentence.
    pub message: String,
    /// What to do.
    pub hint: String,
    /// The command that puts it right and makes nothing else wrong, where there is one.
    pub fix: Option<Box<Command>>,
    /// Why the room leaves it as it is, if it does.
    pub waived: Option<Waived>,
}

/// Why a finding is left as it is.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export_to = "contract.ts")]
pub struct Waived {
    /// Why.
    pub reason: String,
    /// Who decided so.
    pub by: String,
    /// When, `YYYY-MM-DD`.
    pub date: String,
}

/// How much of a sign the findings show (domain.md 7.3).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export_to = "contract.ts")]
pub struct SignRating {
    /// Which sign.
    pub sign: Sign,
    /// 0 is nothing, 1 advice or warnings, 2 an error, 3 errors on more than half of the handoffs.
    pub rating: u8,
    /// Findings that show it; waived ones do not count.
    pub findings: u32,
}
