//! The expected lead time (domain.md 2.4): spans by visits and waits by flows, less the branches of
//! parallel blocks that another branch outlasts.

use super::blocks::Blocks;
use super::view::ExpectedLeadTime;
use super::visits::Visits;
use crate::graph::Graph;
use crate::per::Per;
use model::ConnectorId;
use petgraph::graph::{EdgeIndex, NodeIndex};
use petgraph::visit::EdgeRef;

/// The lead time, and the steps it leaves out.
pub(super) fn lead_time(
    graph: &Graph,
    start: NodeIndex,
    visits: &Visits,
) -> (ExpectedLeadTime, Vec<NodeIndex>) {
    let counted = match Counted::of(graph, start, visits) {
        Ok(counted) => counted,
        Err(connectors) => return (ExpectedLeadTime::Unknown { connectors }, Vec::new()),
    };
    let spans = counted.steps().map(|node| expected_span(graph, visits, node));
    let waits = counted
        .connectors()
        .map(|edge| visits.flows[edge] * graph.connector(edge).wait_minutes() as f64);
    let minutes = spans.sum::<f64>() + waits.sum::<f64>();
    let lead_time = if counted.blocks.chance_inside {
        ExpectedLeadTime::AtLeast { minutes }
    } else {
        ExpectedLeadTime::Exact { minutes }
    };
    (lead_time, counted.left_out())
}

/// The steps and connectors whose time makes up the lead time.
pub(super) struct Counted<'g, 'a> {
    graph: &'g Graph<'a>,
    live: Per<bool>,
    blocks: Blocks,
}

impl<'g, 'a> Counted<'g, 'a> {
    /// # Errors
    /// Connectors that keep parallel branches from being blocks.
    pub(super) fn of(
        graph: &'g Graph<'a>,
        start: NodeIndex,
        visits: &Visits,
    ) -> Result<Counted<'g, 'a>, Vec<ConnectorId>> {
        let live = live(graph, start);
        let blocks = Blocks::of(graph, visits, &live);
        if blocks.unstructured.is_empty() {
            Ok(Counted { graph, live, blocks })
        } else {
            Err(blocks.unstructured.into_iter().collect())
        }
    }

    pub(super) fn steps(&self) -> impl Iterator<Item = NodeIndex> {
        let kept = |node: &NodeIndex| self.live[*node] && !self.blocks.dropped_steps[*node];
        self.graph.net.node_indices().filter(kept)
    }

    pub(super) fn connectors(&self) -> impl Iterator<Item = EdgeIndex> {
        let links = self.graph.net.edge_references();
        links
            .filter(|link| self.live[link.source()] && self.live[link.target()])
            .map(|link| link.id())
            .filter(|edge| !self.blocks.dropped_connectors[*edge])
    }

    fn left_out(&self) -> Vec<NodeIndex> {
        let dropped = |node: &NodeIndex| self.live[*node] && self.blocks.dropped_steps[*node];
        self.graph.net.node_indices().filter(dropped).collect()
    }
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
