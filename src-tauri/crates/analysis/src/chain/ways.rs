//! The ways from one step to another: the steps between, in order, and for each the connectors that
//! lead on. The scenario of the timeline where it joins the two; else everything drawn forward.

use crate::graph::Graph;
use crate::per::Per;
use crate::scenario::Scenario;
use model::StepId;
use petgraph::graph::{EdgeIndex, NodeIndex};
use petgraph::visit::EdgeRef;

/// What lies between two steps.
pub(super) struct Ways {
    pub from: NodeIndex,
    pub to: NodeIndex,
    /// Connectors in the order of the steps they lead out of.
    pub edges: Vec<EdgeIndex>,
}

impl Ways {
    /// None where no way leads from the one to the other.
    pub(super) fn between(graph: &Graph, from: StepId, to: StepId) -> Option<Ways> {
        let find = |id: StepId| graph.net.node_indices().find(|it| graph.step(*it).id == id);
        let (from, to) = (find(from)?, find(to)?);
        let scenario = Scenario::of(graph);
        let chosen = |node| scenario.out_of(node).map(|it| it.id()).collect::<Vec<_>>();
        let drawn = |node| graph.onward(node).map(|it| it.id()).collect::<Vec<_>>();
        Ways::among(graph, from, to, &chosen).or_else(|| Ways::among(graph, from, to, &drawn))
    }

    fn among(
        graph: &Graph,
        from: NodeIndex,
        to: NodeIndex,
        onward: &dyn Fn(NodeIndex) -> Vec<EdgeIndex>,
    ) -> Option<Ways> {
        let mut after = graph.per_node(false);
        after[from] = true;
        let mut edges = Vec::new();
        for node in graph.order.iter().copied() {
            if !after[node] || node == to {
                continue;
            }
            for edge in onward(node) {
                if let Some((_, target)) = graph.net.edge_endpoints(edge) {
                    after[target] = true;
                    edges.push(edge);
                }
            }
        }
        // What does not lead to the end is not on a way to it.
        let mut before: Per<bool> = graph.per_node(false);
        before[to] = true;
        let mut kept = Vec::new();
        for edge in edges.into_iter().rev() {
            if let Some((source, target)) = graph.net.edge_endpoints(edge)
                && before[target]
            {
                before[source] = true;
                kept.push(edge);
            }
        }
        kept.reverse();
        before[from].then_some(Ways { from, to, edges: kept })
    }
}
