//! The scenario of the Timeline (domain.md 2.3): the forward graph with one alternative at each
//! choice and without dead ends; and the longest way through it.

use crate::branch::{alternatives, primary};
use crate::graph::{Graph, Link};
use crate::per::Per;
use model::{ConnectorKind, StepKind};
use petgraph::graph::{EdgeIndex, NodeIndex};
use petgraph::visit::EdgeRef;

/// The steps and connectors that an item passes when nothing is sent back.
pub(crate) struct Scenario<'g, 'a> {
    graph: &'g Graph<'a>,
    /// Its steps, each before all that it leads to.
    pub order: Vec<NodeIndex>,
    active: Per<bool>,
}

impl<'g, 'a> Scenario<'g, 'a> {
    pub(crate) fn of(graph: &'g Graph<'a>) -> Scenario<'g, 'a> {
        let mut reached = graph.per_node(false);
        let mut active = graph.per_edge(false);
        for start in &graph.starts {
            reached[*start] = !graph.step(*start).dead_end;
        }
        let mut order = Vec::new();
        for node in graph.order.iter().copied() {
            if !reached[node] {
                continue;
            }
            order.push(node);
            for link in chosen(graph, node) {
                active[link.id()] = true;
                reached[link.target()] = true;
            }
        }
        Scenario { graph, order, active }
    }

    /// Its connectors out of a step.
    pub(crate) fn out_of(&self, node: NodeIndex) -> impl Iterator<Item = Link<'_, 'a>> {
        self.graph.onward(node).filter(|link| self.active[link.id()])
    }

    fn into(&self, node: NodeIndex) -> impl Iterator<Item = Link<'_, 'a>> {
        self.graph.inward(node).filter(|link| self.active[link.id()])
    }

    /// Its end events; while it has none, the steps it stops at.
    fn ends(&self) -> Vec<NodeIndex> {
        let drawn = |node: &NodeIndex| self.graph.step(*node).shape == StepKind::End;
        let ends: Vec<_> = self.order.iter().copied().filter(drawn).collect();
        let stops = |node: &NodeIndex| self.out_of(*node).next().is_none();
        if ends.is_empty() { self.order.iter().copied().filter(stops).collect() } else { ends }
    }
}

/// The connectors the scenario takes out of a step: everything that goes on at once, and one of
/// the alternatives. None leads into work that gates nothing.
fn chosen<'g, 'a>(graph: &'g Graph<'a>, node: NodeIndex) -> Vec<Link<'g, 'a>> {
    let lives = |link: &Link| !graph.step(link.target()).dead_end;
    let is_alternative = |link: &Link| link.weight().connector.flow == ConnectorKind::Xor;
    let mut links: Vec<Link> = graph.onward(node).filter(lives).collect();
    if links.iter().any(is_alternative) {
        let mut among = alternatives(graph, node);
        among.retain(|(edge, _)| links.iter().any(|link| link.id() == *edge));
        let taken = primary(graph, &among);
        links.retain(|link| !is_alternative(link) || Some(link.id()) == taken);
    }
    links
}

/// When each step of a scenario finishes at the earliest, and how.
pub(crate) struct Longest {
    /// Minutes from the start to the finish of a step.
    pub earliest: Per<i64>,
    /// Minutes from the finish of a step to the end; absent where no end follows.
    pub remaining: Per<Option<i64>>,
    /// The end that finishes last; of several, the one over more handoffs, then drawn first.
    pub end: NodeIndex,
    by: Per<Option<EdgeIndex>>,
}

impl Longest {
    /// The longest way; absent when the scenario has no step.
    pub(crate) fn through(scenario: &Scenario) -> Option<Longest> {
        let graph = scenario.graph;
        let mut reach = graph.per_node((0_i64, 0_u32));
        let mut by = graph.per_node(None);
        for node in scenario.order.iter().copied() {
            let (begin, handoffs) = begin(scenario, node, &reach, &mut by);
            reach[node] = (begin + graph.step(node).span_minutes(), handoffs);
        }
        let ends = scenario.ends();
        let later = |best: NodeIndex, other: NodeIndex| match reach[other].cmp(&reach[best]) {
            std::cmp::Ordering::Greater => other,
            std::cmp::Ordering::Equal => best.min(other),
            std::cmp::Ordering::Less => best,
        };
        let end = ends.iter().copied().reduce(later)?;
        let mut earliest = graph.per_node(0);
        scenario.order.iter().for_each(|node| earliest[*node] = reach[*node].0);
        Some(Longest { earliest, remaining: remaining(scenario, &ends), end, by })
    }

    /// The connectors of the critical path, from the first to the last.
    pub(crate) fn path(&self, graph: &Graph) -> Vec<EdgeIndex> {
        let mut path = Vec::new();
        let mut at = self.end;
        while let Some(edge) = self.by[at] {
            path.push(edge);
            let Some((from, _)) = graph.net.edge_endpoints(edge) else { break };
            at = from;
        }
        path.reverse();
        path
    }
}

/// When a step can begin, over how many handoffs, and which connector it waits for.
fn begin(
    scenario: &Scenario,
    node: NodeIndex,
    reach: &Per<(i64, u32)>,
    by: &mut Per<Option<EdgeIndex>>,
) -> (i64, u32) {
    let mut begin = None;
    for link in scenario.into(node) {
        let (finish, handoffs) = reach[link.source()];
        let edge = link.weight();
        let arrival = (finish + edge.connector.wait_minutes(), handoffs + u32::from(edge.crosses));
        if begin.is_none_or(|best| arrival > best) {
            begin = Some(arrival);
            by[node] = Some(link.id());
        }
    }
    begin.unwrap_or_default()
}

fn remaining(scenario: &Scenario, ends: &[NodeIndex]) -> Per<Option<i64>> {
    let mut remaining: Per<Option<i64>> = scenario.graph.per_node(None);
    for end in ends {
        remaining[*end] = Some(0);
    }
    for node in scenario.order.iter().rev().copied() {
        let after = |link: Link| {
            let span = scenario.graph.step(link.target()).span_minutes();
            Some(link.weight().connector.wait_minutes() + span + remaining[link.target()]?)
        };
        let longest = scenario.out_of(node).filter_map(after).max();
        remaining[node] = remaining[node].max(longest);
    }
    remaining
}
