//! What sending back costs (domain.md 7.2): the state with a rework connector, less the state
//! without it.

use super::load::volume;
use super::view::Loop;
use crate::expected::{self, Expected};
use crate::graph::{Graph, Way};
use model::{ConnectorId, StepKind};
use petgraph::graph::EdgeIndex;
use std::collections::BTreeMap;

/// Less than this is a rounding, no visit.
const NOISE: f64 = 1e-9;

/// Every rework connector, the one that costs most lead time and then most effort first.
pub(super) fn loops(graph: &Graph, expected: Option<&Expected>) -> Vec<Loop> {
    let edges = graph.net.edge_indices();
    let rework = edges.filter(|edge| graph.net[*edge].way == Way::Rework);
    let mut loops: Vec<Loop> = rework.map(|edge| costs(graph, edge, expected)).collect();
    let first = |it: &Loop| (it.lead_time.unwrap_or(0.0), it.effort.unwrap_or(0.0));
    loops.sort_by(|a, b| {
        let (a_first, b_first) = (first(a), first(b));
        let longer = b_first.0.total_cmp(&a_first.0).then(b_first.1.total_cmp(&a_first.1));
        longer.then(a.connector.cmp(&b.connector))
    });
    loops
}

fn costs(graph: &Graph, edge: EdgeIndex, with: Option<&Expected>) -> Loop {
    let connector = graph.connector(edge).id;
    let taken = with.and_then(|it| it.flows.get(&connector).copied());
    let mut cost = Loop {
        connector,
        between_teams: graph.net[edge].crosses,
        per_item: taken,
        executions: None,
        again: Vec::new(),
        lead_time: None,
        effort: None,
        effort_per_day: None,
    };
    let Some(with) = with else { return cost };
    if taken.is_none_or(|it| it == 0.0) {
        // What never fires costs nothing; nobody said how often, or it is never reached.
        return Loop { executions: Some(0.0), lead_time: Some(0.0), effort: Some(0.0), ..cost };
    }
    let Ok(without) = expected::of_graph(&graph.without(connector)) else { return cost };
    cost.again = more_visits(graph, with, &without);
    cost.executions = Some(with.touches - without.touches);
    cost.lead_time = with.lead_time.minutes().zip(without.lead_time.minutes()).map(|(a, b)| a - b);
    let effort = with.effort - without.effort;
    cost.effort = Some(effort);
    cost.effort_per_day = volume(graph).map(|per_day| per_day * effort);
    cost
}

fn more_visits(graph: &Graph, with: &Expected, without: &Expected) -> Vec<(model::StepId, f64)> {
    let work: BTreeMap<_, _> = graph.net.node_weights().map(|it| (it.step.id, it.step)).collect();
    let visits = with
        .visits
        .iter()
        .filter(|(step, _)| work.get(step).is_some_and(|it| it.shape == StepKind::Step));
    let more = |(step, visits): (&model::StepId, &f64)| {
        let before = without.visits.get(step).copied().unwrap_or_default();
        (*step, visits - before)
    };
    visits.map(more).filter(|(_, more)| *more > NOISE).collect()
}

impl Graph<'_> {
    /// The same state without a rework connector. Nothing forward changes, and so neither do the
    /// order of steps, the starts and the cycles.
    fn without(&self, connector: ConnectorId) -> Graph<'_> {
        let keeps = |_, edge: &crate::graph::Edge<'_>| edge.connector.id != connector;
        Graph {
            document: self.document,
            state: self.state,
            net: self.net.filter_map(
                |_, node| Some(*node),
                |index, edge| keeps(index, edge).then_some(*edge),
            ),
            order: self.order.clone(),
            starts: self.starts.clone(),
            cycles: self.cycles.clone(),
        }
    }
}
