//! What is answered about how the teams of one state hang together, as data. Minutes are of the
//! process's clock; "per item" is per item that starts.

use super::little::Little;
use super::load::Load;
use model::{
    Clock, Confidence, ConnectorId, DelayCause, LaneId, RecordId, StateId, StepId, TeamId,
};
use serde::Serialize;
use ts_rs::TS;

/// Who waits for whom, who carries what, and on whom it all depends (domain.md 7.2). What is
/// counted per item is absent while the state has no Expected view.
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export_to = "contract.ts")]
pub struct Network {
    /// Which state.
    pub state: StateId,
    /// Whose minutes these are.
    pub clock: Clock,
    /// The teams with a lane, topmost first.
    pub teams: Vec<TeamPart>,
    /// The handoff matrix: from whom to whom, by the order of their lanes; what is not drawn is
    /// left out.
    pub flows: Vec<TeamFlow>,
    /// Of all cells of the matrix, the part in use; absent with fewer than two lanes.
    pub density: Option<f64>,
    /// Handoffs of the scenario over the steps between which there could be one.
    pub handoff_ratio: Option<f64>,
    /// Two teams that pass work to each other or back, in any direction, the busiest first.
    pub pairs: Vec<TeamPair>,
    /// The teams along the critical path, each once until the next one takes over.
    pub sequence: Vec<TeamId>,
    /// How often that goes from one team to another and straight back.
    pub immediate_returns: u32,
    /// Steps that exactly one person can do.
    pub key_steps: Vec<StepId>,
    /// Of all visits of steps, those of such steps, in percent.
    pub key_share: Option<f64>,
    /// Of such steps, the ones that every item passes on its way to the end.
    pub gates: Vec<StepId>,
    /// The team that is busiest; absent while no load is known.
    pub busiest: Option<TeamId>,
    /// The team that items wait longest for.
    pub longest_queue: Option<TeamId>,
    /// What is sent back, and what that costs; the dearest first.
    pub loops: Vec<Loop>,
    /// The longest part of the critical path that nobody answers for.
    pub unowned: Option<Unowned>,
    /// What lies about, reckoned and counted.
    pub little: Little,
    /// The waits, in the order in which shortening them helps.
    pub waits: Vec<RankedWait>,
    /// %C&A along the flow, one line per step of the scenario.
    pub quality: Vec<QualityLine>,
}

/// One team in the network.
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export_to = "contract.ts")]
pub struct TeamPart {
    /// Which team.
    pub team: TeamId,
    /// Its lane here.
    pub lane: LaneId,
    /// Customer or supplier.
    pub external: bool,
    /// How busy it is.
    pub load: Load,
    /// Minutes that an item waits for it, over all its handoffs.
    pub queue: Option<f64>,
    /// Without it, the other teams fall apart into groups that pass nothing to each other.
    pub joint: bool,
    /// A joint with a step that exactly one person can do: a single point of failure.
    pub single_point: bool,
    /// Of the shortest ways between two others, the ones over this team (Brandes 2001; directed,
    /// unweighted).
    pub betweenness: f64,
    /// That over all ordered pairs of others, 0 to 1; absent with fewer than three teams.
    pub betweenness_share: Option<f64>,
    /// It only passes on: no step of it takes long or adds value, and some lie on the path.
    pub relay: bool,
}

/// One cell of the handoff matrix.
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export_to = "contract.ts")]
pub struct TeamFlow {
    /// Who gives.
    pub from: TeamId,
    /// Who receives.
    pub to: TeamId,
    /// The connectors, by id.
    pub connectors: Vec<ConnectorId>,
    /// How often per item.
    pub per_item: Option<f64>,
    /// Of those, sent back.
    pub returns: Option<f64>,
    /// Minutes waited per item: each wait as often as it happens.
    pub wait: Option<f64>,
    /// The connectors among these whose wait nobody said.
    pub unknown_waits: u32,
}

/// Two teams, the upper lane first.
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export_to = "contract.ts")]
pub struct TeamPair {
    /// The team of the upper lane.
    pub one: TeamId,
    /// The other.
    pub other: TeamId,
    /// The connectors between them, both ways, by id.
    pub connectors: Vec<ConnectorId>,
    /// Handoffs per item, both ways.
    pub traffic: Option<f64>,
    /// Of those, sent back.
    pub returns: Option<f64>,
    /// Rework is drawn between them.
    pub ping_pong: bool,
    /// More traffic than the engagement finds right (NET-002).
    pub heavy: bool,
}

/// One rework connector, and what it costs: the state with it, less the state without it.
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export_to = "contract.ts")]
pub struct Loop {
    /// Which one.
    pub connector: ConnectorId,
    /// Between teams.
    pub between_teams: bool,
    /// How often per item.
    pub per_item: Option<f64>,
    /// Visits of steps that it adds per item.
    pub executions: Option<f64>,
    /// The steps that are done again, each with how often more; by id.
    pub again: Vec<(StepId, f64)>,
    /// Minutes it adds to the expected lead time; absent where there is none with or without it.
    pub lead_time: Option<f64>,
    /// Person-minutes per item it adds.
    pub effort: Option<f64>,
    /// Person-minutes in a day of the process's clock; absent while the volume is not said.
    pub effort_per_day: Option<f64>,
}

/// A part of the critical path that nobody answers for.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export_to = "contract.ts")]
pub struct Unowned {
    /// Its steps and connectors, in order.
    pub about: Vec<RecordId>,
    /// How long items are in it.
    pub minutes: i64,
}

/// One wait.
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export_to = "contract.ts")]
pub struct RankedWait {
    /// On which connector.
    pub connector: ConnectorId,
    /// How long, each time.
    pub minutes: i64,
    /// How often per item.
    pub per_item: Option<f64>,
    /// How long per item.
    pub minutes_per_item: Option<f64>,
    /// On the critical path.
    pub on_path: bool,
    /// By how much it could be longer without the item being later; absent outside the scenario.
    pub slack: Option<i64>,
    /// Between teams.
    pub between_teams: bool,
    /// Why.
    pub cause: Option<DelayCause>,
    /// How well it is known.
    pub confidence: Option<Confidence>,
}

/// How much of the quality is left after a step.
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export_to = "contract.ts")]
pub struct QualityLine {
    /// Which step.
    pub step: StepId,
    /// Its %C&A; absent while nobody said it.
    pub own: Option<f64>,
    /// The product so far, in percent; absent before the first that is said.
    pub rolled: Option<f64>,
}
