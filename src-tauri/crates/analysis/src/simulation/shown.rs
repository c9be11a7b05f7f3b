//! What a simulation answers, as data. Minutes are of the process's clock.

use super::estimate::interval;
use crate::agreement::TargetKind;
use model::{Clock, ConnectorId, HandoffId, SlaId, StateId, TeamId};
use serde::Serialize;
use ts_rs::TS;

/// The Simulated view of one state.
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export_to = "contract.ts")]
pub struct Simulated {
    /// Which state.
    pub state: StateId,
    /// Whose minutes these are.
    pub clock: Clock,
    /// Where all chance came from: the same seed gives the same figures.
    pub seed: u32,
    /// Runs so far, and how many cases they counted in all.
    pub runs: u32,
    /// Cases that were counted.
    pub cases: u64,
    /// The mean is known to 1 %, or as many runs were made as are ever made: more are not needed.
    pub done: bool,
    /// From the start to the end.
    pub lead_time: TimesShown,
    /// Each promise, how often it is broken; by handoff, then from end to end.
    pub promises: Vec<PromiseKept>,
    /// Teams whose people are known, by the order of their lanes.
    pub teams: Vec<TeamLoad>,
    /// Each connector that was passed: how often per case, and how long was waited there.
    pub waits: Vec<WaitShown>,
    /// What was taken as given.
    pub assumptions: Vec<Assumption>,
    /// Teams that are asked for more than they can do: their queue grows as long as it is played,
    /// so that the figures grow with the number of cases.
    pub overloaded: Vec<TeamId>,
}

/// A figure, and the range in which the truth lies in 95 of 100 such simulations.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export_to = "contract.ts")]
pub struct Figure {
    /// The figure.
    pub value: f64,
    /// Half of the range; absent with fewer than two runs.
    pub plus_minus: Option<f64>,
}

/// Of the figures of runs.
pub(super) fn figure(of_runs: &[f64]) -> Figure {
    let known = interval(of_runs);
    Figure { value: known.value, plus_minus: known.plus_minus }
}

/// How long something took.
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export_to = "contract.ts")]
pub struct TimesShown {
    /// On average.
    pub mean: Figure,
    /// Half of the cases took no longer (nearest rank).
    pub p50: f64,
    /// 85 of 100.
    pub p85: f64,
    /// 95 of 100.
    pub p95: f64,
    /// How many took how long, in equal steps; the last bar has all that took longer.
    pub bars: Vec<Bar>,
}

/// Cases that took longer than `from` and at most `until`.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export_to = "contract.ts")]
pub struct Bar {
    /// Minutes.
    pub from: f64,
    /// Minutes; absent in the last bar.
    pub until: Option<f64>,
    /// How many.
    pub cases: u64,
}

/// How often a promise is broken.
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export_to = "contract.ts")]
pub struct PromiseKept {
    /// Which service level.
    pub sla: SlaId,
    /// The handoff it is about; absent from end to end.
    pub handoff: Option<HandoffId>,
    /// Which of its targets.
    pub target: TargetKind,
    /// Minutes that are promised.
    pub minutes: f64,
    /// Clocks that stopped.
    pub measured: u64,
    /// Of those, the late ones, in percent; absent where none stopped.
    pub late: Option<Figure>,
    /// How long it took from end to end; absent for one handoff.
    pub times: Option<TimesShown>,
}

/// How busy a team is.
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export_to = "contract.ts")]
pub struct TeamLoad {
    /// Which team.
    pub team: TeamId,
    /// How many people.
    pub people: u32,
    /// Their time that is taken, other work included, in percent.
    pub load: Figure,
    /// Minutes of its working time that a piece of work waits for somebody.
    pub wait: Figure,
    /// Pieces of work that wait, at any time.
    pub queue: Figure,
    /// The load in equal parts of a run, in percent.
    pub load_over_time: Vec<f64>,
    /// The queue in the same parts.
    pub queue_over_time: Vec<f64>,
}

/// How long was waited on a connector, from release to the beginning of work.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export_to = "contract.ts")]
pub struct WaitShown {
    /// Which connector.
    pub connector: ConnectorId,
    /// How often a case passed it.
    pub per_case: f64,
    /// Minutes, each time.
    pub minutes: f64,
}

/// What a simulation takes as given, for those who read its figures.
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
#[serde(tag = "is", rename_all = "camelCase", rename_all_fields = "camelCase")]
#[ts(export_to = "contract.ts")]
pub enum Assumption {
    /// Nobody said how many cases come: none waits for another.
    NoVolume,
    /// Nobody said how many people they have: nobody waits for them beyond what is drawn.
    PeopleUnknown {
        /// Which teams.
        teams: Vec<TeamId>,
    },
    /// Waits that come from the load of the receiver and not from what was said.
    WaitsFromLoad {
        /// Of which connectors.
        connectors: Vec<ConnectorId>,
    },
    /// Waits that come from the working hours of the receiver and not from what was said.
    WaitsFromHours {
        /// Of which connectors.
        connectors: Vec<ConnectorId>,
    },
    /// Waits for the next of runs that come at intervals.
    Batches {
        /// Of which connectors.
        connectors: Vec<ConnectorId>,
    },
    /// The process has no calendar, but others have: Monday to Friday from nine.
    UsualHours,
    /// How times are spread: a single number always takes so long; best, usual and worst are a PERT
    /// distribution.
    Times {
        /// Single numbers.
        fixed: u32,
        /// Three-point estimates.
        pert: u32,
    },
}

impl Assumption {
    pub(super) fn waits_from_load(connectors: Vec<ConnectorId>) -> Assumption {
        Assumption::WaitsFromLoad { connectors }
    }

    pub(super) fn waits_from_hours(connectors: Vec<ConnectorId>) -> Assumption {
        Assumption::WaitsFromHours { connectors }
    }

    pub(super) fn batches(connectors: Vec<ConnectorId>) -> Assumption {
        Assumption::Batches { connectors }
    }
}
