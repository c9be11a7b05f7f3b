//! The lane graph of a state (domain.md 7.1): its joints, and how often teams lie between others.

use crate::graph::Graph;
use crate::per::Per;
use model::{Lane, LaneId};
use petgraph::algo::articulation_points::articulation_points;
use petgraph::graph::{DiGraph, NodeIndex, UnGraph};
use std::collections::{BTreeMap, BTreeSet, VecDeque};

/// The lanes of a state, with an edge from one to another where a connector crosses so.
pub(crate) struct Lanes {
    net: DiGraph<LaneId, ()>,
    nodes: BTreeMap<LaneId, NodeIndex>,
}

impl Lanes {
    pub(crate) fn of(graph: &Graph) -> Lanes {
        let all: Vec<&Lane> = graph.document.lanes_of(graph.state);
        let mut net = DiGraph::new();
        let nodes: BTreeMap<LaneId, NodeIndex> =
            all.iter().map(|lane| (lane.id, net.add_node(lane.id))).collect();
        for edge in graph.net.edge_indices().filter(|edge| graph.net[*edge].crosses) {
            let Some((from, to)) = graph.net.edge_endpoints(edge) else { continue };
            let lane = |node| nodes.get(&graph.step(node).lane);
            if let (Some(from), Some(to)) = (lane(from), lane(to)) {
                net.update_edge(*from, *to, ());
            }
        }
        Lanes { net, nodes }
    }

    /// Lanes without which the others fall apart, whatever the direction.
    pub(crate) fn joints(&self) -> BTreeSet<LaneId> {
        let mut ways: UnGraph<LaneId, ()> = UnGraph::default();
        for lane in self.net.node_weights() {
            ways.add_node(*lane);
        }
        for edge in self.net.raw_edges() {
            ways.update_edge(edge.source(), edge.target(), ());
        }
        articulation_points(&ways).into_iter().map(|node| ways[node]).collect()
    }

    /// Brandes's betweenness of each lane: directed, every connector of one length.
    pub(super) fn betweenness(&self) -> BTreeMap<LaneId, f64> {
        let mut between = Per::all(self.net.node_count(), 0.0);
        for source in self.net.node_indices() {
            self.add_ways_from(source, &mut between);
        }
        self.nodes.iter().map(|(lane, node)| (*lane, between[*node])).collect()
    }

    /// The share of each step of the shortest ways from one lane to all others, farthest first.
    fn add_ways_from(&self, source: NodeIndex, between: &mut Per<f64>) {
        let count = self.net.node_count();
        let mut ways = Per::all(count, 0.0);
        let mut distance: Per<Option<u32>> = Per::all(count, None);
        let mut before: Per<Vec<NodeIndex>> = Per::all(count, Vec::new());
        ways[source] = 1.0;
        distance[source] = Some(0);
        let mut reached = Vec::new();
        let mut waiting = VecDeque::from([source]);
        while let Some(node) = waiting.pop_front() {
            reached.push(node);
            let next = distance[node].map(|it| it + 1);
            for to in self.net.neighbors(node) {
                if distance[to].is_none() {
                    distance[to] = next;
                    waiting.push_back(to);
                }
                if distance[to] == next {
                    ways[to] += ways[node];
                    before[to].push(node);
                }
            }
        }
        let mut share = Per::all(count, 0.0);
        for node in reached.into_iter().rev() {
            for earlier in &before[node] {
                share[*earlier] += ways[*earlier] / ways[node] * (1.0 + share[node]);
            }
            if node != source {
                between[node] += share[node];
            }
        }
    }
}
