//! What the Expected view answers, as data (domain.md 2.4). All figures are per started item;
//! minutes are of the process's clock.

use crate::graph::Graph;
use model::{Clock, ConnectorId, StateId, StepId, TeamId};
use petgraph::graph::NodeIndex;
use serde::Serialize;
use std::collections::BTreeMap;
use std::fmt;
use ts_rs::TS;

/// The Expected view of one state.
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export_to = "contract.ts")]
pub struct Expected {
    /// Which state.
    pub state: StateId,
    /// Whose minutes these are.
    pub clock: Clock,
    /// From the start to the end, rework and branches weighted.
    pub lead_time: ExpectedLeadTime,
    /// Steps of parallel branches that the lead time leaves out, as another branch takes longer.
    pub left_out: Vec<StepId>,
    /// Process time of all visits.
    pub process_time: f64,
    /// The same times people.
    pub effort: f64,
    /// Visits of steps; starts, ends and decisions are no work.
    pub touches: f64,
    /// Handoffs, forward and back.
    pub handoffs: f64,
    /// Of those, the ones back.
    pub returns: f64,
    /// From which team to which, how often, by the order of their lanes; what never happens is
    /// left out.
    pub matrix: Vec<Passing>,
    /// Cells of the matrix in use over all of them; absent with fewer than two lanes.
    pub density: Option<f64>,
    /// How often each step is done.
    pub visits: BTreeMap<StepId, f64>,
    /// How often each connector is taken.
    pub flows: BTreeMap<ConnectorId, f64>,
    /// Connectors whose probability nobody said: alternatives then share evenly what is left,
    /// rework is taken as never.
    pub assumed: Vec<ConnectorId>,
}

/// The expected lead time, and how far it can be trusted.
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
#[serde(tag = "is", rename_all = "camelCase", rename_all_fields = "camelCase")]
#[ts(export_to = "contract.ts")]
pub enum ExpectedLeadTime {
    /// The mean.
    Exact {
        /// How long.
        minutes: f64,
    },
    /// The mean is this or more: chance plays inside a parallel block. Shown with "≥".
    AtLeast {
        /// How long at least.
        minutes: f64,
    },
    /// Parallel branches do not meet, or rework leads into or out of one (FLW-010): only a
    /// simulation tells.
    Unknown {
        /// Connectors that stand in the way, at least one.
        connectors: Vec<ConnectorId>,
    },
}

impl ExpectedLeadTime {
    /// The minutes, exact or at least.
    pub fn minutes(&self) -> Option<f64> {
        match self {
            ExpectedLeadTime::Exact { minutes } | ExpectedLeadTime::AtLeast { minutes } => {
                Some(*minutes)
            }
            ExpectedLeadTime::Unknown { .. } => None,
        }
    }
}

/// One cell of the handoff matrix (domain.md 7.2).
#[derive(Clone, Copy, Debug, PartialEq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export_to = "contract.ts")]
pub struct Passing {
    /// Who gives.
    pub from: TeamId,
    /// Who receives.
    pub to: TeamId,
    /// How often per started item.
    pub per_item: f64,
}

/// Why a state has no Expected view.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
#[serde(tag = "code", rename_all = "camelCase", rename_all_fields = "camelCase")]
#[ts(export_to = "contract.ts")]
pub enum NoExpectation {
    /// The map has no step.
    NoStart,
    /// Items begin in several places, and how often in each is not said (FLW-001).
    SeveralStarts {
        /// Where.
        steps: Vec<StepId>,
    },
    /// Items go round for ever (FLW-008).
    NeverExits {
        /// Among these steps.
        steps: Vec<StepId>,
    },
}

impl NoExpectation {
    pub(super) fn never_exits(graph: &Graph, nodes: &[NodeIndex]) -> NoExpectation {
        let mut steps: Vec<StepId> = nodes.iter().map(|node| graph.step(*node).id).collect();
        steps.sort();
        NoExpectation::NeverExits { steps }
    }
}

impl fmt::Display for NoExpectation {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            NoExpectation::NoStart => "The map has no step yet, so nothing can be expected of it.",
            NoExpectation::SeveralStarts { .. } => {
                "Items begin in several places, and how often in each is not said. Draw one start \
                 and let a decision lead to the others."
            }
            NoExpectation::NeverExits { .. } => {
                "Items go round for ever: what is sent back adds up to everything. Lower the share \
                 of rework, or draw the way out."
            }
        })
    }
}

impl std::error::Error for NoExpectation {}
