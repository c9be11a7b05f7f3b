//! Which steps and connectors every way to a step (or from it) must pass: dominator trees of the
//! forward graph. It has no cycles, so one pass in order is exact.

use crate::graph::Graph;
use crate::per::Per;
use petgraph::graph::{EdgeIndex, NodeIndex};
use petgraph::visit::EdgeRef;

/// A step, a connector, or the beginning of all, as a place in the tree.
pub(crate) type Item = usize;

/// The tree: above each item the nearest one that every way passes.
pub(crate) struct Dominance {
    parent: Per<Item>,
    depth: Per<usize>,
    steps: usize,
}

impl Dominance {
    /// What every way from the starts to a step passes, among the steps that `holds`.
    pub(crate) fn from_start(graph: &Graph, holds: &Per<bool>) -> Dominance {
        let mut tree = Dominance::empty(graph);
        for node in graph.order.iter().copied().filter(|node| holds[*node]) {
            let ways = graph.inward(node).filter(|link| holds[link.source()]);
            let ways: Vec<_> = ways.map(|link| (link.id(), link.source())).collect();
            tree.add(node, &ways);
        }
        tree
    }

    /// What every way from a step to where items leave passes, among the steps that `holds`.
    pub(crate) fn to_end(graph: &Graph, holds: &Per<bool>) -> Dominance {
        let mut tree = Dominance::empty(graph);
        for node in graph.order.iter().rev().copied().filter(|node| holds[*node]) {
            let ways = graph.onward(node).filter(|link| holds[link.target()]);
            let ways: Vec<_> = ways.map(|link| (link.id(), link.target())).collect();
            tree.add(node, &ways);
        }
        tree
    }

    fn empty(graph: &Graph) -> Dominance {
        let steps = graph.net.node_count();
        let items = steps + graph.net.edge_count() + 1;
        Dominance { parent: Per::all(items, items - 1), depth: Per::all(items, 0), steps }
    }

    fn add(&mut self, node: NodeIndex, ways: &[(EdgeIndex, NodeIndex)]) {
        for (edge, other) in ways {
            let item = self.connector(*edge);
            self.parent[item] = other.index();
            self.depth[item] = self.depth[*other] + 1;
        }
        let above = ways.iter().map(|(edge, _)| self.connector(*edge));
        if let Some(above) = above.reduce(|a, b| self.meet(a, b)) {
            self.parent[node] = above;
        }
        self.depth[node] = self.depth[self.parent[node]] + 1;
    }

    /// The item of a connector.
    pub(crate) fn connector(&self, edge: EdgeIndex) -> Item {
        self.steps + edge.index()
    }

    /// The step an item is, if it is one.
    pub(crate) fn step(&self, item: Item) -> Option<NodeIndex> {
        (item < self.steps).then(|| NodeIndex::new(item))
    }

    /// The nearest item that every way to both passes.
    pub(crate) fn meet(&self, mut a: Item, mut b: Item) -> Item {
        while a != b {
            if self.depth[a] >= self.depth[b] {
                a = self.parent[a];
            } else {
                b = self.parent[b];
            }
        }
        a
    }

    /// An item and all that every way to it passes, from it on.
    pub(crate) fn above(&self, item: Item) -> impl Iterator<Item = Item> {
        let up = |it: &Item| Some(self.parent[*it]).filter(|above| above != it);
        std::iter::successors(Some(item), up)
    }

    /// The item right below `above` on the way to `item`.
    pub(crate) fn below(&self, above: Item, mut item: Item) -> Item {
        while self.parent[item] != above && self.depth[item] > self.depth[above] {
            item = self.parent[item];
        }
        item
    }
}
