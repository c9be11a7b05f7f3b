//! How often a connector is taken when its step is done (domain.md 2.4). Rework fires instead of
//! the forward connectors; alternatives share what is left.

use crate::graph::{Graph, Way};
use crate::per::Per;
use model::{ConnectorKind, Share};
use petgraph::graph::{EdgeIndex, NodeIndex};
use petgraph::visit::EdgeRef;

/// The share of each alternative out of a step, as fractions that add up to 1. What is not said is
/// shared evenly by those that say nothing; what adds up to something else is scaled, so that an
/// item is neither lost nor doubled (FLW-005 tells).
pub(crate) fn alternatives(graph: &Graph, node: NodeIndex) -> Vec<(EdgeIndex, f64)> {
    let said: Vec<(EdgeIndex, Option<Share>)> = graph
        .leaving(node)
        .filter(|link| link.weight().connector.flow == ConnectorKind::Xor)
        .map(|link| (link.id(), link.weight().connector.probability))
        .collect();
    let known: u32 = said.iter().filter_map(|(_, p)| p.map(|p| u32::from(p.0))).sum();
    let known = f64::from(known) / f64::from(Share::ALL.0);
    let silent = said.iter().filter(|(_, p)| p.is_none()).count();
    let rest = (1.0 - known).max(0.0) / silent.max(1) as f64;
    let total = if silent == 0 { known } else { known.max(1.0) };
    let even = 1.0 / said.len().max(1) as f64;
    let share = |p: Option<Share>| {
        if total > 0.0 { p.map_or(rest, Share::fraction) / total } else { even }
    };
    said.into_iter().map(|(edge, p)| (edge, share(p))).collect()
}

/// How often rework fires out of a step; what is not said does not fire.
pub(crate) fn rework_share(graph: &Graph, node: NodeIndex) -> f64 {
    let said = |edge: &crate::graph::Edge| match edge.way {
        Way::Rework => u32::from(edge.connector.probability.unwrap_or_default().0),
        Way::Forward | Way::Closing => 0,
    };
    let total: u32 = graph.leaving(node).map(|link| said(link.weight())).sum();
    f64::from(total) / f64::from(Share::ALL.0)
}

/// The coefficient of every connector: how often it fires each time its step is done.
pub(crate) fn coefficients(graph: &Graph) -> Per<f64> {
    let mut all = graph.per_edge(0.0);
    for node in graph.net.node_indices() {
        let forward = (1.0 - rework_share(graph, node)).max(0.0);
        for link in graph.leaving(node) {
            let connector = link.weight().connector;
            all[link.id()] = match connector.flow {
                ConnectorKind::Rework => connector.probability.unwrap_or_default().fraction(),
                ConnectorKind::Seq | ConnectorKind::And | ConnectorKind::Xor => forward,
            };
        }
        for (edge, share) in alternatives(graph, node) {
            all[edge] = forward * share;
        }
    }
    all
}

/// The alternative the Timeline follows among some: the primary one, else the likeliest, else the
/// one drawn first (domain.md 2.3).
pub(crate) fn primary(graph: &Graph, among: &[(EdgeIndex, f64)]) -> Option<EdgeIndex> {
    let flagged = among.iter().find(|(edge, _)| graph.connector(*edge).primary);
    let likeliest =
        among.iter().copied().reduce(|best, other| if other.1 > best.1 { other } else { best });
    flagged.copied().or(likeliest).map(|(edge, _)| edge)
}
