//! What an item passes from one step until just before another: the work between the step to which
//! something comes back and the one that sends it.

use crate::graph::Graph;
use crate::per::Per;
use petgraph::graph::NodeIndex;
use petgraph::visit::EdgeRef;
use std::collections::BTreeSet;

/// The parts of one state.
pub(crate) struct Segments<'g, 'a> {
    graph: &'g Graph<'a>,
    /// Of each step in the order of the graph: nothing before the first step of a part is in it.
    position: Per<usize>,
}

impl<'g, 'a> Segments<'g, 'a> {
    pub(crate) fn of(graph: &'g Graph<'a>) -> Segments<'g, 'a> {
        let mut position = graph.per_node(0);
        for (at, node) in graph.order.iter().enumerate() {
            position[*node] = at;
        }
        Segments { graph, position }
    }

    /// The steps on the ways from `first` to just before `last`; none when no way leads there.
    pub(crate) fn between(&self, first: NodeIndex, last: NodeIndex) -> BTreeSet<NodeIndex> {
        let mut before = BTreeSet::new();
        let mut waiting = vec![last];
        while let Some(node) = waiting.pop() {
            let sources = self.graph.inward(node).map(|link| link.source());
            let inside = sources.filter(|it| self.position[*it] >= self.position[first]);
            waiting.extend(inside.filter(|it| before.insert(*it)));
        }
        if !before.contains(&first) {
            return BTreeSet::new();
        }
        let mut between = BTreeSet::from([first]);
        waiting.push(first);
        while let Some(node) = waiting.pop() {
            let targets = self.graph.onward(node).map(|link| link.target());
            waiting.extend(targets.filter(|it| before.contains(it) && between.insert(*it)));
        }
        between
    }
}
