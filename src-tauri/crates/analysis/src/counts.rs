//! The figures of one state: what is on the map, its Timeline, how ready its handoffs are.

use crate::figures::Figures;
use crate::graph::{Graph, Way};
use crate::readiness::Agreements;
use crate::timeline::{count, timeline};
use model::{Document, StateId, StepKind};

/// The figures of a state. Takes time in proportion to the map: it runs on every edit.
pub fn figures(document: &Document, state: StateId) -> Figures {
    of_graph(&Graph::of(document, state), &Agreements::of(document))
}

pub(crate) fn of_graph(graph: &Graph, agreements: &Agreements) -> Figures {
    let of_kind =
        |kind| count(graph.net.node_weights().filter(|node| node.step.shape == kind).count());
    let is_rework = |way: Way| way == Way::Rework;
    let crossing = |rework: bool| {
        graph.net.edge_weights().filter(move |edge| edge.crosses && is_rework(edge.way) == rework)
    };
    let readiness: std::collections::BTreeMap<_, _> = crossing(false)
        .filter_map(|edge| graph.document.handoff_record(edge.connector.id))
        .map(|handoff| (handoff.id, agreements.readiness(handoff)))
        .collect();
    let scores: u32 = readiness.values().map(|it| u32::from(it.score)).sum();
    let process = graph.document.process_of(graph.state);
    Figures {
        state: graph.state,
        clock: process.map(|process| process.clock).unwrap_or_default(),
        steps: of_kind(StepKind::Step),
        decisions: of_kind(StepKind::Decision),
        handoffs: count(crossing(false).count()),
        rework_loops: count(graph.net.edge_weights().filter(|it| is_rework(it.way)).count()),
        return_handoffs: count(crossing(true).count()),
        timeline: timeline(graph),
        readiness_score: (!readiness.is_empty())
            .then(|| f64::from(scores) / readiness.len() as f64),
        readiness,
    }
}
