//! Connectors that share a channel run side by side: pieces that would lie on each other are moved
//! apart, in the order in which they cross least, within the ground that is free beside them.

use super::Point;
use super::piece::{CHANNEL, Piece, first, pieces};
use crate::grid::Grid;
use crate::measure::{CLEARANCE, TRACK, round};
use crate::shape::Rect;

/// How far a piece looks for ground beside it.
const SIGHT: f32 = 120.0;

/// Moves pieces that lie on each other apart, upright ones first.
pub(crate) fn nudge(ways: &mut [Vec<Point>], hulls: &Grid<usize>, boxes: &[Rect]) {
    for level in [false, true] {
        let mut all: Vec<Piece> = ways
            .iter()
            .enumerate()
            .flat_map(|(line, way)| pieces(line, way).filter(move |it| it.level == level))
            .collect();
        all.sort_by(|a, b| {
            a.across.total_cmp(&b.across).then(a.from.total_cmp(&b.from)).then(a.line.cmp(&b.line))
        });
        for channel in channels(&all) {
            part(ways, channel, level, hulls, boxes);
        }
    }
}

/// Whether a piece ends at no port.
fn is_free(piece: &Piece, ways: &[Vec<Point>]) -> bool {
    let count = ways.get(piece.line).map_or(0, Vec::len);
    piece.index > 0 && piece.index + 2 < count
}

/// Pieces that lie beside each other within a channel, gathered.
fn channels(all: &[Piece]) -> Vec<Vec<Piece>> {
    let mut group: Vec<usize> = (0..all.len()).collect();
    for (at, piece) in all.iter().enumerate() {
        let after = all.iter().enumerate().skip(at + 1);
        for (other, next) in after.take_while(|(_, it)| it.across - piece.across <= CHANNEL) {
            if next.from < piece.to + 1.0 && piece.from < next.to + 1.0 {
                let (a, b) = (root(&group, at), root(&group, other));
                if let Some(parent) = group.get_mut(a.max(b)) {
                    *parent = a.min(b);
                }
            }
        }
    }
    let mut found: Vec<Vec<Piece>> = vec![Vec::new(); all.len()];
    for (at, piece) in all.iter().enumerate() {
        if let Some(list) = found.get_mut(root(&group, at)) {
            list.push(*piece);
        }
    }
    found.retain(|list| list.len() > 1);
    found
}

fn root(group: &[usize], mut at: usize) -> usize {
    while let Some(up) = group.get(at).filter(|up| **up != at) {
        at = *up;
    }
    at
}

fn part(
    ways: &mut [Vec<Point>],
    channel: Vec<Piece>,
    level: bool,
    hulls: &Grid<usize>,
    boxes: &[Rect],
) {
    let moving: Vec<Piece> = channel.into_iter().filter(|it| is_free(it, ways)).collect();
    if moving.len() < 2 {
        return;
    }
    let order = sorted(moving);
    let (low, high) = room(&order, level, hulls, boxes);
    let mut tracks: Vec<usize> = Vec::with_capacity(order.len());
    for (at, piece) in order.iter().enumerate() {
        let before = order.iter().zip(&tracks).take(at);
        let beside = before.filter(|(it, _)| it.from < piece.to + 1.0 && piece.from < it.to + 1.0);
        tracks.push(beside.map(|(_, track)| track + 1).max().unwrap_or(0));
    }
    let last = tracks.iter().max().copied().unwrap_or(0) as f32;
    if last == 0.0 {
        return;
    }
    let gap = TRACK.min((high - low).max(0.0) / last);
    let middle = order.iter().map(|it| it.across).sum::<f32>() / order.len() as f32;
    let half = last * gap / 2.0;
    let middle = middle.max(low + half).min((high - half).max(low + half));
    for (piece, track) in order.iter().zip(tracks) {
        let across = round(middle + (track as f32 - last / 2.0) * gap);
        let Some(way) = ways.get_mut(piece.line) else { continue };
        for point in way.iter_mut().skip(piece.index).take(2) {
            if level {
                point.y = across;
            } else {
                point.x = across;
            }
        }
    }
}

/// The pieces in the order that crosses least: each goes in where it fits best.
fn sorted(pieces: Vec<Piece>) -> Vec<Piece> {
    let mut order: Vec<Piece> = Vec::with_capacity(pieces.len());
    for piece in pieces {
        let mut cost: i64 = order.iter().map(|it| i64::from(cross(&piece, it))).sum();
        let mut best = (cost, 0);
        for (at, other) in order.iter().enumerate() {
            cost += i64::from(cross(other, &piece)) - i64::from(cross(&piece, other));
            if cost <= best.0 {
                best = (cost, at + 1);
            }
        }
        order.insert(best.1, piece);
    }
    order
}

fn cross(a: &Piece, b: &Piece) -> u32 {
    if a.from < b.to && b.from < a.to { first(a, b) } else { 0 }
}

/// The ground that is free on both sides of all pieces.
fn room(order: &[Piece], level: bool, hulls: &Grid<usize>, boxes: &[Rect]) -> (f32, f32) {
    let (mut low, mut high) = (f32::NEG_INFINITY, f32::INFINITY);
    for piece in order {
        low = low.max(piece.across - SIGHT);
        high = high.min(piece.across + SIGHT);
        let length = piece.to - piece.from;
        let around = if level {
            Rect::new(piece.from, piece.across - SIGHT, length, 2.0 * SIGHT)
        } else {
            Rect::new(piece.across - SIGHT, piece.from, 2.0 * SIGHT, length)
        };
        hulls.near(&around, |at, _| {
            let Some(hull) = boxes.get(at) else { return };
            let (begin, end, near, far) = if level {
                (hull.x, hull.right(), hull.y, hull.bottom())
            } else {
                (hull.y, hull.bottom(), hull.x, hull.right())
            };
            if begin >= piece.to || end <= piece.from {
                return;
            }
            if far <= piece.across {
                low = low.max(far + CLEARANCE);
            } else if near >= piece.across {
                high = high.min(near - CLEARANCE);
            }
        });
    }
    (low, high)
}
