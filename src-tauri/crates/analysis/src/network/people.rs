//! Where the work depends on one person (domain.md 7.2).

use crate::expected::{Dominance, Expected};
use crate::graph::Graph;
use model::{Step, StepId, StepKind};
use std::collections::BTreeSet;

/// Whether one person can do a step, and nobody stands in.
pub(crate) fn needs_one_person(step: &Step) -> bool {
    step.shape == StepKind::Step && step.performers.len() == 1 && step.backup.trim().is_empty()
}

/// The steps that one person alone can do, by id.
pub(super) fn key_steps(graph: &Graph) -> Vec<StepId> {
    let steps = graph.net.node_weights().map(|node| node.step);
    let mut all: Vec<StepId> = steps.filter(|it| needs_one_person(it)).map(|it| it.id).collect();
    all.sort();
    all
}

/// Their visits over all visits of steps, in percent; none where nothing is visited.
pub(super) fn share(steps: &[StepId], expected: &Expected) -> Option<f64> {
    let visits = |step: &StepId| expected.visits.get(step).copied().unwrap_or_default();
    let theirs: f64 = steps.iter().map(visits).sum();
    (expected.touches > 0.0).then(|| 100.0 * theirs / expected.touches)
}

/// Of the steps that one person alone can do, those on every way from the start to where items
/// leave; in the order of the flow.
pub(super) fn gates(graph: &Graph, key_steps: &[StepId]) -> Vec<StepId> {
    let mut reached = graph.per_node(false);
    for start in &graph.starts {
        reached[*start] = true;
    }
    for node in graph.order.iter().copied() {
        if reached[node] {
            graph.onward(node).for_each(|link| {
                use petgraph::visit::EdgeRef;
                reached[link.target()] = true;
            });
        }
    }
    let tree = Dominance::from_start(graph, &reached);
    let ends = graph.ends().into_iter().filter(|node| reached[*node]).map(|node| node.index());
    let Some(last) = ends.reduce(|a, b| tree.meet(a, b)) else { return Vec::new() };
    let passed: BTreeSet<StepId> =
        tree.above(last).filter_map(|item| tree.step(item)).map(|it| graph.step(it).id).collect();
    let in_order = graph.order.iter().map(|node| graph.step(*node).id);
    in_order.filter(|step| passed.contains(step) && key_steps.contains(step)).collect()
}
