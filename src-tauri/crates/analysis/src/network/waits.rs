//! The waits of a state, in the order in which shortening them helps (domain.md 7.2).

use super::view::RankedWait;
use crate::expected::Expected;
use crate::figures::{PathElement, Timeline};
use crate::graph::{Graph, Way};
use model::{Connector, ConnectorId};
use std::collections::BTreeSet;

/// Every wait of more than nothing. First those that make the item late, then those that something
/// else outlasts; within both, the longest per item first.
pub(super) fn waits(
    graph: &Graph,
    timeline: Option<&Timeline>,
    expected: Option<&Expected>,
) -> Vec<RankedWait> {
    let path = timeline.map(|it| it.path.as_slice()).unwrap_or_default();
    let on_path: BTreeSet<ConnectorId> = path
        .iter()
        .filter_map(|element| match element {
            PathElement::Wait { connector, .. } => Some(*connector),
            PathElement::Step { .. } => None,
        })
        .collect();
    let edges = graph.net.edge_indices();
    let long = edges.filter(|edge| graph.connector(*edge).wait_minutes() > 0);
    let mut waits: Vec<RankedWait> = long
        .map(|edge| {
            let connector = graph.connector(edge);
            let per_item = expected.and_then(|it| it.flows.get(&connector.id).copied());
            let minutes = connector.wait_minutes();
            let forward = graph.net[edge].way == Way::Forward;
            RankedWait {
                connector: connector.id,
                minutes,
                per_item,
                minutes_per_item: per_item.map(|it| it * minutes as f64),
                on_path: on_path.contains(&connector.id),
                slack: timeline.filter(|_| forward).and_then(|it| slack(graph, it, connector)),
                between_teams: graph.net[edge].crosses,
                cause: connector.cause,
                confidence: connector.wait.as_ref().map(|wait| wait.confidence),
            }
        })
        .collect();
    let outlasted = |it: &RankedWait| it.slack.is_some_and(|slack| slack > 0);
    let length = |it: &RankedWait| it.minutes_per_item.unwrap_or(it.minutes as f64);
    waits.sort_by(|a, b| {
        let gating = outlasted(a).cmp(&outlasted(b));
        let longest = length(b).total_cmp(&length(a));
        gating.then(longest).then(a.connector.cmp(&b.connector))
    });
    waits
}

/// Latest start of the receiver, less the arrival. Only where both ends are in the scenario; an
/// alternative it does not take joins them in nothing, and is left out by arriving too late.
fn slack(graph: &Graph, timeline: &Timeline, connector: &Connector) -> Option<i64> {
    let finish = timeline.earliest_finish.get(&connector.from)?;
    let span = graph.document.step(connector.to)?.span_minutes();
    let latest =
        timeline.earliest_finish.get(&connector.to)? + timeline.slack.get(&connector.to)?;
    let slack = latest - span - finish - connector.wait_minutes();
    (slack >= 0).then_some(slack)
}
