//! The steps and connectors of one state as a graph (domain.md 7.1). Works for half-drawn maps:
//! every state has an order of its steps in which forward connectors lead onwards; the connectors
//! that would close a forward cycle are set aside, the same ones each time.

use crate::per::Per;
use model::{Connector, ConnectorKind, Document, StateId, Step, StepId, StepKind};
use petgraph::Direction::{Incoming, Outgoing};
use petgraph::algo::kosaraju_scc;
use petgraph::graph::{DiGraph, EdgeIndex, EdgeReference, NodeIndex};
use petgraph::visit::{EdgeFiltered, EdgeRef};

/// A step as a node.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Node<'a> {
    pub step: &'a Step,
    /// In the lane of a customer or supplier.
    pub external: bool,
}

/// How a connector takes part in the forward graph.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Way {
    /// Onwards.
    Forward,
    /// Drawn as forward, but it closes a cycle.
    Closing,
    /// Drawn as rework.
    Rework,
}

/// A connector as an edge.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Edge<'a> {
    pub connector: &'a Connector,
    pub way: Way,
    /// From one lane to another.
    pub crosses: bool,
}

/// One state.
pub(crate) struct Graph<'a> {
    pub document: &'a Document,
    pub state: StateId,
    pub net: DiGraph<Node<'a>, Edge<'a>>,
    /// Every step, before all that forward connectors lead to from it.
    pub order: Vec<NodeIndex>,
    /// Where items begin: the connected start events, or else the steps nothing leads to. Of a
    /// cycle that nothing leads to, the step drawn first.
    pub starts: Vec<NodeIndex>,
    /// Steps that lead back to themselves without rework, cycle by cycle.
    pub cycles: Vec<Vec<NodeIndex>>,
}

pub(crate) type Link<'g, 'a> = EdgeReference<'g, Edge<'a>>;

impl<'a> Graph<'a> {
    pub(crate) fn of(document: &'a Document, state: StateId) -> Graph<'a> {
        let net = net(document, state);
        let mut graph =
            Graph { document, state, net, order: vec![], starts: vec![], cycles: vec![] };
        let groups = graph.groups();
        graph.starts = graph.find_starts(&groups);
        graph.cycles = groups.into_iter().filter(|group| group.len() > 1).collect();
        graph.cycles.sort();
        graph.put_in_order();
        graph
    }

    pub(crate) fn step(&self, node: NodeIndex) -> &'a Step {
        self.net[node].step
    }

    pub(crate) fn connector(&self, edge: EdgeIndex) -> &'a Connector {
        self.net[edge].connector
    }

    pub(crate) fn per_node<T: Clone>(&self, value: T) -> Per<T> {
        Per::all(self.net.node_count(), value)
    }

    pub(crate) fn per_edge<T: Clone>(&self, value: T) -> Per<T> {
        Per::all(self.net.edge_count(), value)
    }

    /// All connectors out of a step, as drawn.
    pub(crate) fn leaving(&self, node: NodeIndex) -> impl Iterator<Item = Link<'_, 'a>> {
        self.net.edges_directed(node, Outgoing)
    }

    /// All connectors into a step, as drawn.
    pub(crate) fn entering(&self, node: NodeIndex) -> impl Iterator<Item = Link<'_, 'a>> {
        self.net.edges_directed(node, Incoming)
    }

    /// Connectors that lead on from a step and close no cycle, as drawn.
    pub(crate) fn onward(&self, node: NodeIndex) -> impl Iterator<Item = Link<'_, 'a>> {
        self.leaving(node).filter(|link| link.weight().way == Way::Forward)
    }

    /// Connectors that lead on to a step and close no cycle, as drawn.
    pub(crate) fn inward(&self, node: NodeIndex) -> impl Iterator<Item = Link<'_, 'a>> {
        self.entering(node).filter(|link| link.weight().way == Way::Forward)
    }

    /// The nodes from which items leave the process: end events, or else the steps that lead
    /// nowhere though something leads to them. Work that gates nothing ends nothing.
    pub(crate) fn ends(&self) -> Vec<NodeIndex> {
        let ends = self.connected_events(StepKind::End);
        if !ends.is_empty() {
            return ends;
        }
        let last = |node: &NodeIndex| !self.step(*node).dead_end && self.ways_on(*node) == 0;
        let starts = |node: &NodeIndex| self.starts.contains(node);
        let (last, alone): (Vec<_>, Vec<_>) =
            self.net.node_indices().filter(last).partition(|node| !self.is_alone(*node));
        if last.is_empty() { alone.into_iter().filter(starts).collect() } else { last }
    }

    /// The start or end events that are connected; until one is, they are but drawn beside the map.
    fn connected_events(&self, shape: StepKind) -> Vec<NodeIndex> {
        let nodes = self.net.node_indices();
        nodes.filter(|it| self.step(*it).shape == shape && !self.is_alone(*it)).collect()
    }

    /// Whether a step has no forward connector.
    pub(crate) fn is_alone(&self, node: NodeIndex) -> bool {
        self.ways_on(node) == 0 && !self.entering(node).any(|link| is_forward(&link))
    }

    /// How many forward connectors leave a step, those that close a cycle included.
    fn ways_on(&self, node: NodeIndex) -> usize {
        self.leaving(node).filter(is_forward).count()
    }

    /// Steps that can reach each other forward; every step is in one group, each in drawn order.
    fn groups(&self) -> Vec<Vec<NodeIndex>> {
        let forward = EdgeFiltered::from_fn(&self.net, |link| is_forward(&link));
        let mut groups = kosaraju_scc(&forward);
        groups.iter_mut().for_each(|group| group.sort());
        groups
    }

    fn find_starts(&self, groups: &[Vec<NodeIndex>]) -> Vec<NodeIndex> {
        let events = self.connected_events(StepKind::Start);
        if !events.is_empty() {
            return events;
        }
        let mut group_of = self.per_node(0);
        for (number, group) in groups.iter().enumerate() {
            group.iter().for_each(|node| group_of[*node] = number);
        }
        let from_outside = |node: &NodeIndex| {
            let other = |link: Link| group_of[link.source()] != group_of[*node];
            self.entering(*node).any(|link| is_forward(&link) && other(link))
        };
        let first: Vec<NodeIndex> = groups
            .iter()
            .filter(|group| !group.iter().any(from_outside))
            .filter_map(|group| group.first().copied())
            .collect();
        let (alone, mut starts): (Vec<_>, Vec<_>) =
            first.into_iter().partition(|node| self.is_alone(*node));
        if starts.is_empty() {
            starts = alone;
        }
        starts.sort();
        starts
    }

    /// Depth first from the starts, in drawn order: reversed, the order in which steps are left is
    /// one in which everything leads onwards; what leads back to a step not yet left closes a cycle.
    fn put_in_order(&mut self) {
        let mut visit = self.per_node(Visit::Never);
        let roots: Vec<_> = self.starts.iter().copied().chain(self.net.node_indices()).collect();
        for root in roots {
            if visit[root] != Visit::Never {
                continue;
            }
            visit[root] = Visit::Inside;
            let mut stack = vec![(root, self.net.first_edge(root, Outgoing))];
            while let Some((node, edge)) = stack.pop() {
                let Some(edge) = edge else {
                    visit[node] = Visit::Left;
                    self.order.push(node);
                    continue;
                };
                stack.push((node, self.net.next_edge(edge, Outgoing)));
                let Some((_, to)) = self.net.edge_endpoints(edge) else { continue };
                match (self.net[edge].way, visit[to]) {
                    (Way::Rework, _) | (_, Visit::Left) => {}
                    (_, Visit::Inside) => self.net[edge].way = Way::Closing,
                    (_, Visit::Never) => {
                        visit[to] = Visit::Inside;
                        stack.push((to, self.net.first_edge(to, Outgoing)));
                    }
                }
            }
        }
        self.order.reverse();
    }
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Visit {
    Never,
    Inside,
    Left,
}

fn is_forward(link: &Link) -> bool {
    link.weight().way != Way::Rework
}

fn net<'a>(document: &'a Document, state: StateId) -> DiGraph<Node<'a>, Edge<'a>> {
    let mut net = DiGraph::new();
    let mut steps = Vec::new();
    for step in document.steps_of(state) {
        let external = document.team_of(step).is_some_and(|team| team.external);
        steps.push((step.id, net.add_node(Node { step, external })));
    }
    let find = |id: StepId| {
        let at = steps.binary_search_by_key(&id, |(id, _)| *id).ok()?;
        steps.get(at).map(|(_, node)| *node)
    };
    // petgraph lists the connectors of a step from the last added to the first.
    let connectors: Vec<&Connector> = document.connectors_of(state).collect();
    for connector in connectors.into_iter().rev() {
        let (Some(from), Some(to)) = (find(connector.from), find(connector.to)) else { continue };
        let crosses = net[from].step.lane != net[to].step.lane;
        let rework = connector.flow == ConnectorKind::Rework;
        let way = if rework { Way::Rework } else { Way::Forward };
        net.add_edge(from, to, Edge { connector, way, crosses });
    }
    net
}
