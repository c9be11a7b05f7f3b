//! How the teams of one state hang together (domain.md 7.2): who gives to whom and waits for whom,
//! who is busy, what sending back costs, on whom it all depends. Worked out when asked for.

pub(crate) mod little;
pub(crate) mod load;
pub mod log;
mod loops;
mod matrix;
pub(crate) mod people;
pub(crate) mod relay;
pub(crate) mod teams;
pub(crate) mod unowned;
mod view;
mod waits;

pub(crate) use people::needs_one_person;

pub use little::Little;
pub use load::{Load, MissingInput};
pub use view::{Loop, Network, QualityLine, RankedWait, TeamFlow, TeamPair, TeamPart, Unowned};

use crate::counts;
use crate::expected::{self, Expected, NoExpectation};
use crate::figures::{PathElement, Timeline};
use crate::findings::limits;
use crate::graph::Graph;
use crate::readiness::Agreements;
use crate::scenario::Scenario;
use model::{Document, LaneId, StateId, StepKind, TeamId};
use std::collections::{BTreeMap, BTreeSet};
use teams::Lanes;

/// The network of a state, and its Expected view or why there is none.
pub fn network(document: &Document, state: StateId) -> (Network, Result<Expected, NoExpectation>) {
    let graph = Graph::of(document, state);
    let agreements = Agreements::of(document);
    let expected = expected::of_graph(&graph);
    let timeline = counts::of_graph(&graph, &agreements).timeline;
    let network = Parts { graph: &graph, timeline: timeline.as_ref(), expected: &expected }
        .network(&agreements);
    (network, expected)
}

/// How busy each team is that has a lane in a state.
pub fn loads(document: &Document, state: StateId) -> BTreeMap<TeamId, Load> {
    let graph = Graph::of(document, state);
    load::loads(&graph, &expected::of_graph(&graph))
}

/// The share of the work that one person alone can do, in percent.
pub(crate) fn one_person_share(graph: &Graph, expected: &Expected) -> Option<f64> {
    // No step adds up to minus nothing; a person reads nothing.
    people::share(&people::key_steps(graph), expected).map(|it| it + 0.0)
}

struct Parts<'g, 'a> {
    graph: &'g Graph<'a>,
    timeline: Option<&'g Timeline>,
    expected: &'g Result<Expected, NoExpectation>,
}

impl Parts<'_, '_> {
    fn network(&self, agreements: &Agreements) -> Network {
        let graph = self.graph;
        let expected = self.expected.as_ref().ok();
        let limits = limits(graph.document);
        let key_steps = people::key_steps(graph);
        let flows = matrix::flows(graph, expected);
        let teams = self.teams(&flows, limits.relay_minutes);
        let sequence = self.sequence();
        let lanes = teams.len();
        let runs = self.timeline.map(|it| unowned::runs(graph.document, agreements, it));
        let percent = |it: &TeamPart| it.load.percent();
        let process = graph.document.process_of(graph.state);
        Network {
            state: graph.state,
            clock: process.map(|process| process.clock).unwrap_or_default(),
            density: (lanes > 1).then(|| density(&flows, lanes)),
            handoff_ratio: self.timeline.and_then(handoff_ratio),
            pairs: matrix::pairs(graph, expected, limits.heavy_traffic),
            immediate_returns: log::ping_pong(&sequence),
            sequence,
            key_share: expected.and_then(|it| people::share(&key_steps, it)),
            gates: people::gates(graph, &key_steps),
            key_steps,
            busiest: most(&teams, |it| percent(it).filter(|_| !it.external)),
            longest_queue: most(&teams, |it| it.queue.filter(|queue| *queue > 0.0)),
            loops: loops::loops(graph, expected),
            unowned: runs.and_then(unowned::longest),
            little: little::little(graph, self.expected, limits.count_apart),
            waits: waits::waits(graph, self.timeline, expected),
            quality: self.quality(),
            teams,
            flows,
        }
    }

    fn teams(&self, flows: &[TeamFlow], relay_minutes: f64) -> Vec<TeamPart> {
        let graph = self.graph;
        let lanes = Lanes::of(graph);
        let joints = lanes.joints();
        let between = lanes.betweenness();
        let relays = relay::relays(graph, self.timeline, relay_minutes);
        let alone = lanes_with_one_person(graph);
        let mut loads = load::loads(graph, self.expected);
        let count = graph.document.lanes_of(graph.state).len() as f64;
        let pairs = (count - 1.0) * (count - 2.0);
        let part = |lane: &model::Lane| {
            let betweenness = between.get(&lane.id).copied().unwrap_or_default();
            TeamPart {
                team: lane.team,
                lane: lane.id,
                external: graph.document.team(lane.team).is_some_and(|it| it.external),
                load: loads.remove(&lane.team).unwrap_or(Load::Missing { inputs: Vec::new() }),
                queue: queue(flows, lane.team).filter(|_| self.expected.is_ok()),
                joint: joints.contains(&lane.id),
                single_point: joints.contains(&lane.id) && alone.contains(&lane.id),
                betweenness,
                betweenness_share: (pairs > 0.0).then(|| betweenness / pairs),
                relay: relays.contains(&lane.id),
            }
        };
        graph.document.lanes_of(graph.state).into_iter().map(part).collect()
    }

    fn sequence(&self) -> Vec<TeamId> {
        let document = self.graph.document;
        let mut teams = Vec::new();
        for element in self.timeline.map(|it| it.path.as_slice()).unwrap_or_default() {
            let PathElement::Step { step, .. } = element else { continue };
            let step = document.step(*step);
            let team = step.and_then(|step| document.team_of(step)).map(|team| team.id);
            if team.is_some() && teams.last() != team.as_ref() {
                teams.extend(team);
            }
        }
        teams
    }

    fn quality(&self) -> Vec<QualityLine> {
        let mut rolled: Option<f64> = None;
        let mut lines = Vec::new();
        for node in Scenario::of(self.graph).order {
            let step = self.graph.step(node);
            let own = step.complete_accurate.as_ref().map(|it| it.usual.fraction());
            if step.shape != StepKind::Step && own.is_none() {
                continue;
            }
            if let Some(own) = own {
                rolled = Some(rolled.unwrap_or(1.0) * own);
            }
            let percent = |it: f64| 100.0 * it;
            lines.push(QualityLine {
                step: step.id,
                own: own.map(percent),
                rolled: rolled.map(percent),
            });
        }
        lines
    }
}

/// Lanes with a step that one person alone can do.
pub(crate) fn lanes_with_one_person(graph: &Graph) -> BTreeSet<LaneId> {
    let steps = graph.net.node_weights().map(|node| node.step);
    steps.filter(|step| people::needs_one_person(step)).map(|step| step.lane).collect()
}

/// Cells in use over cells there are; a cell whose flow is known to be none is not in use.
fn density(flows: &[TeamFlow], lanes: usize) -> f64 {
    let used = flows.iter().filter(|flow| flow.per_item != Some(0.0)).count();
    used as f64 / (lanes * (lanes - 1)) as f64
}

/// Handoffs over the gaps between steps; none on a map of one step.
pub(crate) fn handoff_ratio(timeline: &Timeline) -> Option<f64> {
    (timeline.steps > 1).then(|| f64::from(timeline.handoffs) / f64::from(timeline.steps - 1))
}

fn queue(flows: &[TeamFlow], team: TeamId) -> Option<f64> {
    Some(flows.iter().filter(|flow| flow.to == team).filter_map(|flow| flow.wait).sum())
}

/// The team with most of something; of several, the upper one.
fn most(teams: &[TeamPart], of: impl Fn(&TeamPart) -> Option<f64>) -> Option<TeamId> {
    let known: BTreeMap<usize, f64> =
        teams.iter().enumerate().filter_map(|(at, it)| Some((at, of(it)?))).collect();
    let best = known.into_iter().reduce(|best, it| if it.1 > best.1 { it } else { best })?;
    teams.get(best.0).map(|it| it.team)
}
