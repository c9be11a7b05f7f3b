//! Lanes that only pass on (domain.md 7.2): they take from one team and give to another, and
//! nothing done in them takes long or adds value. Off the critical path such a lane costs no time.

use crate::figures::{PathElement, Timeline};
use crate::graph::{Graph, Way};
use model::{LaneId, Step, StepId, StepKind, ValueClass};
use std::collections::{BTreeMap, BTreeSet};

/// The relay lanes of a state; a step of at most `short` minutes takes no time.
pub(crate) fn relays(graph: &Graph, timeline: Option<&Timeline>, short: f64) -> BTreeSet<LaneId> {
    let path = timeline.map(|it| it.path.as_slice()).unwrap_or_default();
    let on_path: BTreeSet<StepId> = path
        .iter()
        .filter_map(|element| match element {
            PathElement::Step { step, .. } => Some(*step),
            PathElement::Wait { .. } => None,
        })
        .collect();
    let (mut takes, mut gives) = (BTreeSet::new(), BTreeSet::new());
    for edge in graph.net.edge_indices() {
        let passes = graph.net[edge].crosses && graph.net[edge].way != Way::Rework;
        if let Some((from, to)) = graph.net.edge_endpoints(edge).filter(|_| passes) {
            gives.insert(graph.step(from).lane);
            takes.insert(graph.step(to).lane);
        }
    }
    let mut lanes: BTreeMap<LaneId, Vec<&Step>> = BTreeMap::new();
    for step in graph.net.node_weights().map(|node| node.step) {
        if step.shape == StepKind::Step {
            lanes.entry(step.lane).or_default().push(step);
        }
    }
    let little = |step: &&Step| {
        let known = step.process_time.is_some();
        let adds = step.value == Some(ValueClass::ValueAdding);
        known && !adds && step.process_minutes() as f64 <= short
    };
    let is_relay = |lane: &LaneId, steps: &[&Step]| {
        let matters = steps.iter().any(|step| on_path.contains(&step.id));
        takes.contains(lane) && gives.contains(lane) && matters && steps.iter().all(little)
    };
    lanes.iter().filter(|(lane, steps)| is_relay(lane, steps)).map(|(lane, _)| *lane).collect()
}
