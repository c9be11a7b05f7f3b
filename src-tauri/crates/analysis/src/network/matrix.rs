//! The handoff matrix (domain.md 7.2): who gives how often to whom, how long that waits, how much of
//! it comes back; and the same by pairs of teams.

use super::view::{TeamFlow, TeamPair};
use crate::expected::Expected;
use crate::graph::{Graph, Way};
use model::{Connector, ConnectorId, TeamId};
use std::collections::BTreeMap;

/// Sums of flows are not exact: what is equal on paper is not above a threshold.
const NOISE: f64 = 1e-9;

/// A place in the order of lanes.
type At = (u16, TeamId);

/// The connectors of one cell, and which of them are rework.
#[derive(Default)]
struct Cell<'a> {
    connectors: Vec<(&'a Connector, bool)>,
}

/// The connectors that cross, by who gives and who receives.
fn cells<'a>(graph: &Graph<'a>) -> BTreeMap<[At; 2], Cell<'a>> {
    let place = |node| {
        let lane = graph.document.lane(graph.step(node).lane);
        lane.map(|lane| (lane.order, lane.team))
    };
    let mut cells: BTreeMap<[At; 2], Cell> = BTreeMap::new();
    for edge in graph.net.edge_indices().filter(|edge| graph.net[*edge].crosses) {
        let Some((from, to)) = graph.net.edge_endpoints(edge) else { continue };
        if let (Some(from), Some(to)) = (place(from), place(to)) {
            let rework = graph.net[edge].way == Way::Rework;
            let cell = cells.entry([from, to]).or_default();
            cell.connectors.push((graph.connector(edge), rework));
        }
    }
    cells.values_mut().for_each(|cell| cell.connectors.sort_by_key(|(it, _)| it.id));
    cells
}

impl Cell<'_> {
    fn ids(&self) -> Vec<ConnectorId> {
        self.connectors.iter().map(|(it, _)| it.id).collect()
    }

    /// Σ of something over its connectors, each as often as it is taken.
    fn sum(&self, expected: &Expected, of: impl Fn(&Connector, bool) -> f64) -> f64 {
        let taken = |id| expected.flows.get(id).copied().unwrap_or_default();
        self.connectors.iter().map(|(it, rework)| taken(&it.id) * of(it, *rework)).sum()
    }
}

fn once(_: &Connector, _: bool) -> f64 {
    1.0
}

fn if_back(_: &Connector, rework: bool) -> f64 {
    f64::from(u8::from(rework))
}

/// All cells, by the order of lanes.
pub(super) fn flows(graph: &Graph, expected: Option<&Expected>) -> Vec<TeamFlow> {
    let flow = |([from, to], cell): (&[At; 2], &Cell)| TeamFlow {
        from: from.1,
        to: to.1,
        connectors: cell.ids(),
        per_item: expected.map(|it| cell.sum(it, once)),
        returns: expected.map(|it| cell.sum(it, if_back)),
        wait: expected.map(|it| cell.sum(it, |connector, _| connector.wait_minutes() as f64)),
        unknown_waits: crate::timeline::count(
            cell.connectors.iter().filter(|(it, _)| it.wait.is_none()).count(),
        ),
    };
    cells(graph).iter().map(flow).collect()
}

/// All pairs, those with most traffic first. More than `heavy` handoffs per item is heavy.
pub(super) fn pairs(graph: &Graph, expected: Option<&Expected>, heavy: f64) -> Vec<TeamPair> {
    let mut pairs: BTreeMap<[At; 2], Cell> = BTreeMap::new();
    for (mut ends, cell) in cells(graph) {
        ends.sort();
        pairs.entry(ends).or_default().connectors.extend(cell.connectors);
    }
    let mut pairs: Vec<TeamPair> = pairs
        .into_iter()
        .map(|([one, other], mut pair)| {
            pair.connectors.sort_by_key(|(it, _)| it.id);
            let traffic = expected.map(|it| pair.sum(it, once));
            TeamPair {
                one: one.1,
                other: other.1,
                connectors: pair.ids(),
                traffic,
                returns: expected.map(|it| pair.sum(it, if_back)),
                ping_pong: pair.connectors.iter().any(|(_, rework)| *rework),
                heavy: traffic.is_some_and(|it| it > heavy + NOISE),
            }
        })
        .collect();
    pairs.sort_by(|a, b| f64::total_cmp(&b.traffic.unwrap_or(0.0), &a.traffic.unwrap_or(0.0)));
    pairs
}
