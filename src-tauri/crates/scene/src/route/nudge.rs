//! Connectors that share a channel run side by side: pieces that would lie on each other are moved
//! apart, the ones at the ports excepted.

use super::Point;
use crate::measure::{TRACK, round};
use model::ConnectorId;
use std::collections::BTreeMap;

/// The furthest a piece is moved from its channel.
const FURTHEST: f32 = 10.0;

/// A straight piece between two bends.
#[derive(Clone, Copy)]
struct Piece {
    id: ConnectorId,
    index: usize,
    /// Where it lies across its direction.
    across: f32,
    from: f32,
    to: f32,
    /// Which way its neighbours turn: pieces that turn up lie above.
    turn: f32,
}

/// Moves pieces that lie on each other apart.
pub(crate) fn nudge(ways: &mut BTreeMap<ConnectorId, Vec<Point>>) {
    for horizontal in [true, false] {
        let pieces = pieces(ways, horizontal);
        for cluster in clusters(pieces) {
            part(ways, &cluster, horizontal);
        }
    }
}

fn pieces(ways: &BTreeMap<ConnectorId, Vec<Point>>, horizontal: bool) -> Vec<Piece> {
    let mut pieces = Vec::new();
    for (id, way) in ways {
        for (index, window) in way.windows(4).enumerate() {
            let [before, a, b, after] = window else { continue };
            let lies = if horizontal { a.y == b.y } else { a.x == b.x };
            if !lies {
                continue;
            }
            let flip = |p: &Point| if horizontal { (p.x, p.y) } else { (p.y, p.x) };
            let ((a0, across), (b0, _)) = (flip(a), flip(b));
            let turn = flip(before).1 + flip(after).1 - 2.0 * across;
            pieces.push(Piece {
                id: *id,
                index: index + 1,
                across,
                from: a0.min(b0),
                to: a0.max(b0),
                turn,
            });
        }
    }
    pieces.sort_by(|a, b| {
        a.across.total_cmp(&b.across).then(a.from.total_cmp(&b.from)).then(a.id.cmp(&b.id))
    });
    pieces
}

/// Pieces within a track of each other whose ranges overlap, gathered.
fn clusters(pieces: Vec<Piece>) -> Vec<Vec<Piece>> {
    let mut clusters: Vec<Vec<Piece>> = Vec::new();
    let mut band: Vec<Piece> = Vec::new();
    for piece in pieces {
        let near = band.last().is_some_and(|last| piece.across - last.across < TRACK - 2.0);
        if !near && !band.is_empty() {
            clusters.extend(overlapping(std::mem::take(&mut band)));
        }
        band.push(piece);
    }
    clusters.extend(overlapping(band));
    clusters
}

fn overlapping(mut band: Vec<Piece>) -> Vec<Vec<Piece>> {
    band.sort_by(|a, b| a.from.total_cmp(&b.from).then(a.id.cmp(&b.id)));
    let mut found = Vec::new();
    let mut current: Vec<Piece> = Vec::new();
    let mut reach = f32::NEG_INFINITY;
    for piece in band {
        if piece.from > reach - 2.0 && !current.is_empty() {
            found.push(std::mem::take(&mut current));
        }
        reach = if current.is_empty() { piece.to } else { reach.max(piece.to) };
        current.push(piece);
    }
    found.push(current);
    found.retain(|cluster| cluster.len() > 1);
    found
}

fn part(ways: &mut BTreeMap<ConnectorId, Vec<Point>>, cluster: &[Piece], horizontal: bool) {
    let mut order: Vec<&Piece> = cluster.iter().collect();
    order.sort_by(|a, b| {
        a.turn.total_cmp(&b.turn).then(a.id.cmp(&b.id)).then(a.index.cmp(&b.index))
    });
    let middle = cluster.iter().map(|it| it.across).sum::<f32>() / cluster.len() as f32;
    let half = order.len().saturating_sub(1) as f32 / 2.0;
    let gap = TRACK.min(FURTHEST / half.max(0.5));
    for (rank, piece) in order.into_iter().enumerate() {
        let across = round(middle + (rank as f32 - half) * gap);
        let Some(way) = ways.get_mut(&piece.id) else { continue };
        for point in way.iter_mut().skip(piece.index).take(2) {
            if horizontal {
                point.y = across;
            } else {
                point.x = across;
            }
        }
    }
}
