//! The promises of a map as clocks: response and completion of each handoff, and what was promised
//! from end to end (domain.md 3.2, 3.3).

use super::net::{Service, ServiceClock};
use super::timing::Timing;
use crate::agreement::TargetKind;
use crate::graph::Graph;
use model::*;
use petgraph::graph::{EdgeIndex, NodeIndex};
use petgraph::visit::EdgeRef;

/// Which promise a service is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Promised {
    pub sla: SlaId,
    /// The handoff it is about; none from end to end.
    pub handoff: Option<HandoffId>,
    pub target: TargetKind,
}

/// A retired agreement promises nothing any more.
fn holds(sla: &Sla) -> bool {
    sla.status != AgreementStatus::Retired
}

/// All promises of a map, each with its clock.
pub(super) fn services(graph: &Graph, timing: &Timing) -> Vec<(Promised, Service)> {
    let document = graph.document;
    let mut all = Vec::new();
    for edge in graph.net.edge_indices().filter(|edge| graph.net[*edge].crosses) {
        let connector = graph.connector(edge);
        let Some(handoff) = document.handoff_record(connector.id) else { continue };
        let held = handoff.sla.and_then(|id| document.sla(id));
        let Some(sla) = held.filter(|it| holds(it)) else { continue };
        let Some((_, to)) = graph.net.edge_endpoints(edge) else { continue };
        let receiver = document.team_of(graph.step(to)).and_then(|team| team.calendar);
        let mut put =
            |target: TargetKind, it: Option<TimeTarget>, clock: ServiceClock, stage: &[usize]| {
                let Some(it) = it else { return };
                let promised = Promised { sla: sla.id, handoff: Some(handoff.id), target };
                let hours = hours(timing, it, sla.calendar.or(receiver));
                let pauses = pauses(graph, sla, edge, stage);
                let target = f64::from(it.minutes.0);
                all.push((promised, Service { hours, target, clock, pauses }));
            };
        let link = edge.index();
        put(TargetKind::Response, sla.response, ServiceClock::Response(link), &[]);
        if let Some(stage) = stage(graph, to) {
            let from_release = sla.completion_from == CompletionFrom::Release;
            let clock = ServiceClock::Completion { link, from_release, stage: stage.clone() };
            put(TargetKind::Completion, sla.completion, clock, &stage);
        }
    }
    for sla in document.slas().filter(|it| holds(it)) {
        let Some((way, target)) = sla.end_to_end.zip(sla.completion.or(sla.response)) else {
            continue;
        };
        let place = |step| graph.net.node_indices().find(|it| graph.step(*it).id == step);
        let (Some(from), Some(to)) = (place(way.from), place(way.to)) else { continue };
        let promised = Promised { sla: sla.id, handoff: None, target: TargetKind::Completion };
        let clock = ServiceClock::Span { from: from.index(), to: to.index() };
        let everywhere: Vec<usize> = graph.net.node_indices().map(NodeIndex::index).collect();
        let pauses =
            causes(sla).map(|(cause, cap)| pause(graph, cause, cap, &everywhere)).collect();
        let hours = hours(timing, target, sla.calendar);
        let target = f64::from(target.minutes.0);
        all.push((promised, Service { hours, target, clock, pauses }));
    }
    all
}

fn hours(timing: &Timing, target: TimeTarget, calendar: Option<CalendarId>) -> usize {
    match target.clock {
        ClockKind::Business => timing.calendar(calendar),
        ClockKind::Elapsed => timing.wall(),
    }
}

/// The pauses that a simulation can see: those that stand for a cause.
fn causes(sla: &Sla) -> impl Iterator<Item = (DelayCause, f64)> {
    let cap = |cap: Option<Minutes>| cap.map_or(f64::INFINITY, |it| f64::from(it.0));
    sla.pauses.iter().filter_map(move |it| Some((it.cause?, cap(it.cap))))
}

fn pauses(
    graph: &Graph,
    sla: &Sla,
    edge: EdgeIndex,
    stage: &[usize],
) -> Vec<(Vec<usize>, Vec<usize>, f64)> {
    let own = |cause| graph.connector(edge).cause == Some(cause);
    causes(sla)
        .map(|(cause, cap)| {
            let mut it = pause(graph, cause, cap, stage);
            if own(cause) && !it.0.contains(&edge.index()) {
                it.0.push(edge.index());
            }
            it
        })
        .collect()
}

/// Where a clock stands still for a cause: connectors between some steps that wait for it, and
/// their steps at a customer or supplier where that is the cause.
fn pause(
    graph: &Graph,
    cause: DelayCause,
    cap: f64,
    among: &[usize],
) -> (Vec<usize>, Vec<usize>, f64) {
    let inside = |node: NodeIndex| among.contains(&node.index());
    let links = graph.net.edge_references().filter(|link| {
        link.weight().connector.cause == Some(cause)
            && inside(link.source())
            && inside(link.target())
    });
    let links = links.map(|link| link.id().index()).collect();
    let external = |node: &NodeIndex| {
        cause == DelayCause::External && graph.net[*node].external && inside(*node)
    };
    (links, graph.net.node_indices().filter(external).map(NodeIndex::index).collect(), cap)
}

/// The stations of the stage that a receiving step begins; where no stage is drawn the step alone,
/// if its team passes the item on right after it. Else nobody has said how far the stage goes.
fn stage(graph: &Graph, first: NodeIndex) -> Option<Vec<usize>> {
    let step = graph.step(first);
    match step.stage {
        Some(stage) => {
            let inside = |node: &NodeIndex| graph.step(*node).stage == Some(stage);
            Some(graph.net.node_indices().filter(inside).map(NodeIndex::index).collect())
        }
        None => {
            let ends = |node| graph.step(node).shape == StepKind::End;
            let mut on = graph.onward(first);
            let passes_on = on.all(|link| link.weight().crosses || ends(link.target()));
            passes_on.then(|| vec![first.index()])
        }
    }
}
