//! The Expected view (domain.md 2.4): branches and rework weighted by how often they happen.

mod blocks;
mod chain;
mod dominance;
mod joins;
mod lead_time;
mod solve;
mod view;
mod visits;

pub(crate) use chain::Chain;
pub(crate) use dominance::Dominance;
pub use view::{Expected, ExpectedLeadTime, NoExpectation, Passing};

use crate::branch::rework_share;
use crate::graph::{Graph, Way};
use model::{ConnectorId, ConnectorKind, Document, StateId, StepId, StepKind, TeamId};
use petgraph::graph::NodeIndex;
use std::collections::{BTreeMap, BTreeSet};
use visits::Visits;

/// The Expected view of a state, per item that starts.
///
/// # Errors
/// Why there is none: no start or several, or steps that items never leave.
pub fn expected(document: &Document, state: StateId) -> Result<Expected, NoExpectation> {
    of_graph(&Graph::of(document, state))
}

pub(crate) fn of_graph(graph: &Graph) -> Result<Expected, NoExpectation> {
    let (start, visits) = visits(graph)?;
    let lead_time = lead_time::lead_time(graph, start, &visits);
    Ok(Sums { graph, visits: &visits }.view(lead_time))
}

/// What the expected lead time counts, and how often an item comes by.
pub(crate) struct Passed {
    pub steps: BTreeMap<StepId, f64>,
    pub connectors: BTreeMap<ConnectorId, f64>,
}

/// None where there is no expected lead time.
pub(crate) fn counted(graph: &Graph) -> Option<Passed> {
    let (start, visits) = visits(graph).ok()?;
    let counted = lead_time::Counted::of(graph, start, &visits).ok()?;
    let steps = counted.steps().map(|node| (graph.step(node).id, visits.steps[node]));
    let connectors =
        counted.connectors().map(|edge| (graph.connector(edge).id, visits.flows[edge]));
    Some(Passed { steps: steps.collect(), connectors: connectors.collect() })
}

/// Where items begin, and how often each step is done from there.
fn visits(graph: &Graph) -> Result<(NodeIndex, Visits), NoExpectation> {
    let start = the_start(graph)?;
    let endless = |node: &NodeIndex| rework_share(graph, *node) >= 1.0;
    let endless: Vec<_> = graph.net.node_indices().filter(endless).collect();
    if !endless.is_empty() {
        return Err(NoExpectation::never_exits(graph, &endless));
    }
    Ok((start, Visits::from(graph, start)?))
}

fn the_start(graph: &Graph) -> Result<NodeIndex, NoExpectation> {
    match graph.starts.as_slice() {
        [] => Err(NoExpectation::NoStart),
        [start] => Ok(*start),
        several => {
            let steps = several.iter().map(|node| graph.step(*node).id).collect();
            Err(NoExpectation::SeveralStarts { steps })
        }
    }
}

/// What follows from visits and flows by multiplying and adding; exact.
struct Sums<'g, 'a> {
    graph: &'g Graph<'a>,
    visits: &'g Visits,
}

impl Sums<'_, '_> {
    fn view(&self, (lead_time, left_out): (ExpectedLeadTime, Vec<NodeIndex>)) -> Expected {
        let graph = self.graph;
        let process = graph.document.process_of(graph.state);
        let matrix = self.matrix();
        let lanes = graph.document.lanes_of(graph.state).len();
        let cells = lanes * lanes.saturating_sub(1);
        Expected {
            state: graph.state,
            clock: process.map(|process| process.clock).unwrap_or_default(),
            lead_time,
            left_out: left_out.iter().map(|node| graph.step(*node).id).collect(),
            process_time: self.work(|_| 1.0),
            effort: self.work(f64::from),
            touches: self.touches(),
            handoffs: self.crossing(|_| true),
            returns: self.crossing(|way| way == Way::Rework),
            density: (cells > 0).then(|| matrix.len() as f64 / cells as f64),
            matrix,
            visits: (graph.net.node_indices())
                .map(|node| (graph.step(node).id, self.visits.steps[node]))
                .collect(),
            flows: (graph.net.edge_indices())
                .map(|edge| (graph.connector(edge).id, self.visits.flows[edge]))
                .collect(),
            assumed: self.assumed(),
        }
    }

    fn work(&self, times: impl Fn(u16) -> f64) -> f64 {
        let minutes = |node: NodeIndex| {
            let step = self.graph.step(node);
            self.visits.steps[node] * step.process_minutes() as f64 * times(step.people)
        };
        self.graph.net.node_indices().map(minutes).sum()
    }

    /// Visits of steps; events and gateways are no work.
    fn touches(&self) -> f64 {
        let nodes = self.graph.net.node_indices();
        let work = nodes.filter(|node| self.graph.step(*node).shape == StepKind::Step);
        work.map(|node| self.visits.steps[node]).sum()
    }

    fn crossing(&self, counts: impl Fn(Way) -> bool) -> f64 {
        let edges = self.graph.net.edge_indices();
        let counted = edges.filter(|edge| {
            let edge = &self.graph.net[*edge];
            edge.crosses && counts(edge.way)
        });
        counted.map(|edge| self.visits.flows[edge]).sum()
    }

    fn matrix(&self) -> Vec<Passing> {
        let graph = self.graph;
        let place = |node: NodeIndex| {
            let lane = graph.document.lane(graph.step(node).lane);
            lane.map(|lane| (lane.order, lane.team))
        };
        let mut cells: BTreeMap<[(u16, TeamId); 2], f64> = BTreeMap::new();
        for edge in graph.net.edge_indices().filter(|edge| graph.net[*edge].crosses) {
            let Some((from, to)) = graph.net.edge_endpoints(edge) else { continue };
            if let (Some(from), Some(to)) = (place(from), place(to))
                && self.visits.flows[edge] > 0.0
            {
                *cells.entry([from, to]).or_default() += self.visits.flows[edge];
            }
        }
        let cells = cells.into_iter();
        cells.map(|([(_, from), (_, to)], per_item)| Passing { from, to, per_item }).collect()
    }

    /// Connectors whose probability is not said: shared evenly, or for rework taken as never.
    fn assumed(&self) -> Vec<ConnectorId> {
        let graph = self.graph;
        let mut assumed = BTreeSet::new();
        for node in graph.net.node_indices() {
            let silent = |kind: ConnectorKind| {
                graph
                    .leaving(node)
                    .map(|link| link.weight().connector)
                    .filter(move |it| it.flow == kind && it.probability.is_none())
            };
            let ways = graph.leaving(node).map(|link| link.weight().connector.flow);
            if ways.filter(|flow| *flow == ConnectorKind::Xor).count() > 1 {
                assumed.extend(silent(ConnectorKind::Xor).map(|it| it.id));
            }
            assumed.extend(silent(ConnectorKind::Rework).map(|it| it.id));
        }
        assumed.into_iter().collect()
    }
}
