//! The expected lead time (domain.md 2.4): spans by visits and waits by flows, less the branches of
//! parallel blocks that another branch outlasts.

use super::blocks::Blocks;
use super::view::ExpectedLeadTime;
use super::visits::Visits;
use crate::graph::Graph;
use crate::per::Per;
use petgraph::graph::NodeIndex;
use petgraph::visit::EdgeRef;

/// The lead time, and the steps it leaves out.
pub(super) fn lead_time(
    graph: &Graph,
    start: NodeIndex,
    visits: &Visits,
) -> (ExpectedLeadTime, Vec<NodeIndex>) {
    let live = live(graph, start);
    let blocks = Blocks::of(graph, visits, &live);
    if !blocks.unstructured.is_empty() {
        let connectors = blocks.unstructured.into_iter().collect();
        return (ExpectedLeadTime::Unknown { connectors }, Vec::new());
    }
    let nodes = graph.net.node_indices().filter(|node| live[*node]);
    let (left_out, kept): (Vec<_>, Vec<_>) = nodes.partition(|node| blocks.dropped_steps[*node]);
    let spans: f64 = kept.into_iter().map(|node| expected_span(graph, visits, node)).sum();
    let waits: f64 = (graph.net.edge_references())
        .filter(|link| live[link.source()] && live[link.target()])
        .filter(|link| !blocks.dropped_connectors[link.id()])
        .map(|link| visits.flows[link.id()] * link.weight().connector.wait_minutes() as f64)
        .sum();
    let minutes = spans + waits;
    let lead_time = if blocks.chance_inside {
        ExpectedLeadTime::AtLeast { minutes }
    } else {
        ExpectedLeadTime::Exact { minutes }
    };
    (lead_time, left_out)
}

pub(super) fn expected_span(graph: &Graph, visits: &Visits, node: NodeIndex) -> f64 {
    visits.steps[node] * graph.step(node).span_minutes() as f64
}

/// The steps that items come by, forward or by rework, on ways without dead ends.
fn live(graph: &Graph, start: NodeIndex) -> Per<bool> {
    let mut live = graph.per_node(false);
    let mut waiting = vec![start];
    while let Some(node) = waiting.pop() {
        if !live[node] && !graph.step(node).dead_end {
            live[node] = true;
            waiting.extend(graph.leaving(node).map(|link| link.target()));
        }
    }
    live
}
