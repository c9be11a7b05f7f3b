//! What the expected lead time of a state is made of, step by step and connector by connector: how
//! often, how long, and what comes after. Two states are held against each other by this.

use super::lead_time::Counted;
use super::visits::Visits;
use crate::graph::Graph;
use crate::per::Per;
use petgraph::graph::NodeIndex;

/// The lead time as a sum: visits times spans, and flows times waits.
pub(crate) struct Chain {
    /// Where items begin.
    pub start: NodeIndex,
    /// How often, per started item.
    pub visits: Visits,
    /// Minutes of each step; 0 where the lead time leaves it out.
    pub spans: Per<f64>,
    /// Minutes of each connector; 0 where the lead time leaves it out.
    pub waits: Per<f64>,
}

impl Chain {
    /// The chain; none where there is no expected lead time.
    pub(crate) fn of(graph: &Graph) -> Option<Chain> {
        let (start, visits) = super::visits(graph).ok()?;
        let counted = Counted::of(graph, start, &visits).ok()?;
        let mut spans = graph.per_node(0.0);
        for node in counted.steps() {
            spans[node] = graph.step(node).span_minutes() as f64;
        }
        let mut waits = graph.per_edge(0.0);
        for edge in counted.connectors() {
            waits[edge] = graph.connector(edge).wait_minutes() as f64;
        }
        Some(Chain { start, visits, spans, waits })
    }
}
