//! How much of what arrives at a step makes it be done once (domain.md 2.4). Where parallel
//! branches meet, the step waits for all of them: each inflow counts for its part. Where
//! alternatives meet, each counts in full. Which is which follows from where the ways part.

use super::dominance::{Dominance, Item};
use crate::graph::Graph;
use crate::per::Per;
use model::ConnectorKind;
use petgraph::graph::{EdgeIndex, NodeIndex};
use petgraph::visit::EdgeRef;
use std::collections::BTreeMap;

/// The weight of every connector where it arrives.
pub(super) fn join_weights(graph: &Graph, start: NodeIndex) -> Per<f64> {
    let reached = reached(graph, start);
    let tree = Dominance::from_start(graph, &reached);
    let mut weights = graph.per_edge(1.0);
    for node in graph.order.iter().filter(|node| reached[**node]) {
        let arriving = graph.inward(*node).filter(|link| reached[link.source()]);
        let arriving: Vec<EdgeIndex> = arriving.map(|link| link.id()).collect();
        weigh(graph, &tree, &arriving, 1.0, &mut weights);
    }
    weights
}

/// The steps that forward connectors lead to from the start.
fn reached(graph: &Graph, start: NodeIndex) -> Per<bool> {
    let mut reached = graph.per_node(false);
    reached[start] = true;
    for node in graph.order.iter().copied() {
        if reached[node] {
            graph.onward(node).for_each(|link| reached[link.target()] = true);
        }
    }
    reached
}

fn weigh(
    graph: &Graph,
    tree: &Dominance,
    arriving: &[EdgeIndex],
    weight: f64,
    weights: &mut Per<f64>,
) {
    let items = arriving.iter().map(|edge| tree.connector(*edge));
    let Some(fork) = items.reduce(|a, b| tree.meet(a, b)) else { return };
    if let [only] = arriving {
        weights[*only] = weight;
        return;
    }
    let mut parts: BTreeMap<Item, Vec<EdgeIndex>> = BTreeMap::new();
    for edge in arriving {
        parts.entry(tree.below(fork, tree.connector(*edge))).or_default().push(*edge);
    }
    let alternative = alternative_parts(graph, tree, fork);
    let exclusive = parts.keys().filter(|part| alternative(part)).count();
    let parallel = parts.len() - exclusive + usize::from(exclusive > 0);
    for edges in parts.values() {
        weigh(graph, tree, edges, weight / parallel as f64, weights);
    }
}

/// Whether a way out of a fork is one of its alternatives.
fn alternative_parts(graph: &Graph, tree: &Dominance, fork: Item) -> impl Fn(&Item) -> bool {
    let is_alternative = |kind: ConnectorKind| kind == ConnectorKind::Xor;
    let mut one_of: Vec<Item> = Vec::new();
    let mut all = true;
    if let Some(fork) = tree.step(fork) {
        for link in graph.onward(fork) {
            if is_alternative(link.weight().connector.flow) {
                one_of.push(tree.connector(link.id()));
            } else {
                all = false;
            }
        }
    }
    move |part| all || one_of.contains(part)
}
