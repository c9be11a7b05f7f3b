//! A state as patterns look at it: its graph with things by id, and where work goes on in parallel.

use crate::graph::{Graph, Link, Way};
use crate::language::Language;
use crate::per::Per;
use crate::presets::presets;
use model::*;
use petgraph::graph::{EdgeIndex, NodeIndex};
use petgraph::visit::EdgeRef;
use std::collections::{BTreeMap, BTreeSet};

pub(super) struct Site<'a> {
    pub graph: Graph<'a>,
    pub language: Language,
    /// The forms to begin with.
    pub forms: Vec<Template>,
    /// The forks between whose branches a step lies: after some of them, before they all meet.
    pub inside: Per<BTreeSet<NodeIndex>>,
    steps: BTreeMap<StepId, NodeIndex>,
    connectors: BTreeMap<ConnectorId, EdgeIndex>,
}

impl<'a> Site<'a> {
    pub(super) fn of(document: &'a Document, state: StateId, language: Language) -> Site<'a> {
        let graph = Graph::of(document, state);
        let steps = graph.net.node_indices().map(|it| (graph.step(it).id, it)).collect();
        let connectors = graph.net.edge_indices().map(|it| (graph.connector(it).id, it)).collect();
        let inside = inside(&graph);
        Site { graph, language, forms: presets(language), inside, steps, connectors }
    }

    pub(super) fn document(&self) -> &'a Document {
        self.graph.document
    }

    pub(super) fn node(&self, step: StepId) -> Option<NodeIndex> {
        self.steps.get(&step).copied()
    }

    pub(super) fn edge(&self, connector: ConnectorId) -> Option<EdgeIndex> {
        self.connectors.get(&connector).copied()
    }

    /// The connectors of the state, by id.
    pub(super) fn edges(&self) -> impl Iterator<Item = EdgeIndex> + '_ {
        self.connectors.values().copied()
    }

    pub(super) fn way(&self, edge: EdgeIndex) -> Way {
        self.graph.net[edge].way
    }

    /// The forward connectors that cross lanes, with their handoffs, by id.
    pub(super) fn handoffs(&self) -> impl Iterator<Item = (EdgeIndex, &'a Handoff)> + '_ {
        self.edges().filter_map(|edge| {
            let crosses = self.graph.net[edge].crosses && self.way(edge) == Way::Forward;
            let handoff = self.document().handoff_record(self.graph.connector(edge).id);
            handoff.filter(|_| crosses).map(|it| (edge, it))
        })
    }

    /// The handoff at a connector that leads forward, found by the handoff.
    pub(super) fn at_handoff(&self, id: HandoffId) -> Option<(EdgeIndex, &'a Handoff)> {
        let handoff = self.document().handoff(id)?;
        let edge = self.edge(handoff.connector)?;
        let crosses = self.graph.net[edge].crosses && self.way(edge) == Way::Forward;
        crosses.then_some((edge, handoff))
    }

    /// Whose a step is.
    pub(super) fn team(&self, node: NodeIndex) -> Option<&'a Team> {
        self.document().team_of(self.graph.step(node))
    }

    /// Whether work there is a customer's or a supplier's, who do as they like.
    pub(super) fn is_external(&self, node: NodeIndex) -> bool {
        self.graph.net[node].external
    }

    /// The one connector that leads on from a step, where there is exactly one.
    pub(super) fn only_way_on(&self, node: NodeIndex) -> Option<Link<'_, 'a>> {
        only(self.graph.leaving(node).filter(|it| it.weight().way != Way::Rework))
    }

    /// The one connector that leads to a step, where there is exactly one.
    pub(super) fn only_way_in(&self, node: NodeIndex) -> Option<Link<'_, 'a>> {
        only(self.graph.entering(node).filter(|it| it.weight().way != Way::Rework))
    }

    /// Whether something is sent back to a step or from it.
    pub(super) fn has_rework(&self, node: NodeIndex) -> bool {
        let back = |it: &Link| it.weight().way == Way::Rework;
        self.graph.leaving(node).any(|it| back(&it))
            || self.graph.entering(node).any(|it| back(&it))
    }
}

fn only<T>(mut all: impl Iterator<Item = T>) -> Option<T> {
    let first = all.next()?;
    all.next().is_none().then_some(first)
}

fn inside(graph: &Graph) -> Per<BTreeSet<NodeIndex>> {
    let mut inside = graph.per_node(BTreeSet::new());
    for fork in graph.net.node_indices() {
        let branches: Vec<BTreeSet<NodeIndex>> = graph
            .onward(fork)
            .filter(|it| it.weight().connector.flow == ConnectorKind::And)
            .map(|it| reached(graph, it.target()))
            .collect();
        let some: BTreeSet<NodeIndex> = branches.iter().flatten().copied().collect();
        for node in some {
            if !branches.iter().all(|it| it.contains(&node)) {
                inside[node].insert(fork);
            }
        }
    }
    inside
}

fn reached(graph: &Graph, from: NodeIndex) -> BTreeSet<NodeIndex> {
    let mut reached = BTreeSet::from([from]);
    let mut waiting = vec![from];
    while let Some(node) = waiting.pop() {
        let targets = graph.onward(node).map(|it| it.target());
        waiting.extend(targets.filter(|it| reached.insert(*it)));
    }
    reached
}
