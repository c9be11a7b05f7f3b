//! How busy teams are (domain.md 2.5): work that arrives in a day over what a team can do in a day.

use crate::expected::{Expected, NoExpectation};
use crate::graph::Graph;
use model::{StepKind, Team, TeamId};
use serde::Serialize;
use std::collections::BTreeMap;
use ts_rs::TS;

/// How busy a team is.
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
#[serde(tag = "is", rename_all = "camelCase", rename_all_fields = "camelCase")]
#[ts(export_to = "contract.ts")]
pub enum Load {
    /// It can be said.
    Known {
        /// ρ = λ·Σ v·PT·people / (headcount × productive minutes), in percent; may be above 100.
        percent: f64,
        /// Person-minutes of work per item.
        effort: f64,
        /// Person-minutes it can work in a day.
        capacity: f64,
        /// Steps of it whose process time nobody said: the load is at least this.
        unknown_steps: u32,
    },
    /// Something is not said.
    Missing {
        /// What, at least one.
        inputs: Vec<MissingInput>,
    },
}

/// What is not said that a figure needs.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export_to = "contract.ts")]
pub enum MissingInput {
    /// How many items in a day.
    Volume,
    /// How many people.
    Headcount,
    /// How long a person can work in a day.
    ProductiveMinutes,
    /// How often each step is done: the map has no Expected view.
    Visits,
    /// The process time of any step of the team.
    ProcessTime,
    /// How long an item takes.
    LeadTime,
}

impl Load {
    /// The load in percent, where it is known.
    pub fn percent(&self) -> Option<f64> {
        match self {
            Load::Known { percent, .. } => Some(*percent),
            Load::Missing { .. } => None,
        }
    }
}

/// Items in a day of the process's clock; none while nobody said.
pub(crate) fn volume(graph: &Graph) -> Option<f64> {
    let volume = graph.document.process_of(graph.state)?.volume_per_thousand_days?;
    (volume > 0).then(|| f64::from(volume) / 1000.0)
}

/// The work of one team, summed over its steps.
#[derive(Default)]
struct Work {
    effort: f64,
    timed: u32,
    untimed: u32,
}

/// The load of every team that has a lane in the state.
pub(crate) fn loads(
    graph: &Graph,
    expected: &Result<Expected, NoExpectation>,
) -> BTreeMap<TeamId, Load> {
    let mut work: BTreeMap<TeamId, Work> = BTreeMap::new();
    for step in graph.net.node_weights().map(|node| node.step) {
        let Some(team) = graph.document.team_of(step) else { continue };
        let sum = work.entry(team.id).or_default();
        let visits = expected.as_ref().ok().and_then(|it| it.visits.get(&step.id));
        let minutes = step.process_minutes() as f64 * f64::from(step.people);
        sum.effort += visits.copied().unwrap_or_default() * minutes;
        match step.process_time {
            Some(_) => sum.timed += 1,
            None => sum.untimed += u32::from(step.shape == StepKind::Step),
        }
    }
    let teams = graph.document.lanes_of(graph.state).into_iter();
    teams
        .filter_map(|lane| graph.document.team(lane.team))
        .map(|team| {
            let work = work.remove(&team.id).unwrap_or_default();
            (team.id, load(team, &work, volume(graph), expected.is_ok()))
        })
        .collect()
}

fn load(team: &Team, work: &Work, volume: Option<f64>, visits: bool) -> Load {
    let people = team.headcount.filter(|it| *it > 0).map(f64::from);
    let minutes = team.productive_minutes_per_day.filter(|it| *it > 0).map(f64::from);
    if let (Some(volume), Some(people), Some(minutes), true) = (volume, people, minutes, visits)
        && (work.timed > 0 || work.untimed == 0)
    {
        let capacity = people * minutes;
        let percent = 100.0 * volume * work.effort / capacity;
        return Load::Known { percent, effort: work.effort, capacity, unknown_steps: work.untimed };
    }
    let missing = [
        (volume.is_none(), MissingInput::Volume),
        (people.is_none(), MissingInput::Headcount),
        (minutes.is_none(), MissingInput::ProductiveMinutes),
        (!visits, MissingInput::Visits),
        (work.timed == 0 && work.untimed > 0, MissingInput::ProcessTime),
    ];
    Load::Missing { inputs: missing.into_iter().filter(|it| it.0).map(|it| it.1).collect() }
}
