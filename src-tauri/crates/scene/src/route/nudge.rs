//! Connectors that share a channel run side by side: pieces that would lie on each other are moved
//! apart, in the order in which they cross least, within the ground that is free beside them. Pieces
//! that end at a port stay; the others keep clear of them too.

use super::piece::{CHANNEL, Piece, first};
use super::places::{Wish, places};
use super::ports::Attached;
use crate::grid::Grid;
use crate::measure::{CLEARANCE, TRACK, round};
use crate::shape::Rect;

/// How far a piece looks for ground beside it.
const SIGHT: f32 = 120.0;
/// Distances between neighbours, the widest first: where one does not fit the next is tried.
const GAPS: [f32; 4] = [TRACK, 6.0, 4.0, LEAST];
const LEAST: f32 = 2.5;
/// How often all channels are looked at.
const ROUNDS: usize = 3;

/// Moves pieces that lie on each other apart, across their direction.
pub(super) fn nudge(ways: &mut [Attached], level: bool, hulls: &Grid<usize>, boxes: &[Rect]) {
    for round in 0..ROUNDS {
        let all = pieces(ways, level);
        let mut channels = channels(&all);
        // What was moved out of one channel may have come to lie in another.
        if round > 0 {
            channels.retain(|channel| is_laid(channel));
        }
        if channels.is_empty() {
            return;
        }
        for channel in channels {
            part(ways, channel, hulls, boxes);
        }
    }
}

/// All pieces of this direction, across it.
fn pieces(ways: &[Attached], level: bool) -> Vec<Piece> {
    let all = ways.iter().enumerate().flat_map(|(line, it)| it.pieces(line));
    let mut all: Vec<Piece> = all.filter(|it| it.level == level).collect();
    all.sort_by(|a, b| {
        a.across.total_cmp(&b.across).then(a.from.total_cmp(&b.from)).then(a.line.cmp(&b.line))
    });
    all
}

/// Whether one of the pieces that can move lies on another; they are sorted across.
fn is_laid(channel: &[Piece]) -> bool {
    channel.iter().enumerate().any(|(at, a)| {
        let mut near = channel.iter().skip(at + 1).take_while(|b| b.across - a.across < LEAST);
        near.any(|b| beside(a, b) && !(a.fixed && b.fixed))
    })
}

/// Pieces that lie beside each other within a channel, gathered.
fn channels(all: &[Piece]) -> Vec<Vec<Piece>> {
    let mut group: Vec<usize> = (0..all.len()).collect();
    for (at, piece) in all.iter().enumerate() {
        let after = all.iter().enumerate().skip(at + 1);
        for (other, next) in after.take_while(|(_, it)| it.across - piece.across <= CHANNEL) {
            if beside(piece, next) {
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
    found.retain(|list| list.len() > 1 && list.iter().any(|it| !it.fixed));
    found
}

fn beside(a: &Piece, b: &Piece) -> bool {
    b.from < a.to + 1.0 && a.from < b.to + 1.0
}

fn root(group: &[usize], mut at: usize) -> usize {
    while let Some(up) = group.get(at).filter(|up| **up != at) {
        at = *up;
    }
    at
}

fn part(ways: &mut [Attached], channel: Vec<Piece>, hulls: &Grid<usize>, boxes: &[Rect]) {
    let order = sorted(channel);
    let mut wishes: Vec<Wish> = order.iter().map(|it| wish(it, hulls, boxes)).collect();
    even(&order, &mut wishes);
    let mut laid: Vec<(Piece, Wish)> = order.into_iter().zip(wishes).collect();
    let mut found = fitted(&laid);
    if found.is_none() {
        // Not the order that crosses least, then, but one that fits round those that stay.
        laid.sort_by(|a, b| a.1.wanted.total_cmp(&b.1.wanted));
        found = fitted(&laid);
    }
    let found = found.unwrap_or_else(|| laid.iter().map(|it| it.1.wanted).collect());
    for ((piece, _), across) in laid.iter().zip(found).filter(|((piece, _), _)| !piece.fixed) {
        let Some(it) = ways.get_mut(piece.line) else { continue };
        for point in it.way.iter_mut().skip(piece.index).take(2) {
            let value = if piece.level { &mut point.y } else { &mut point.x };
            *value = round(across);
        }
    }
}

fn fitted(laid: &[(Piece, Wish)]) -> Option<Vec<f32>> {
    let wishes: Vec<Wish> = laid.iter().map(|it| it.1).collect();
    let meet = |a: usize, b: usize| match (laid.get(a), laid.get(b)) {
        (Some(a), Some(b)) => beside(&a.0, &b.0),
        _ => false,
    };
    GAPS.iter().find_map(|gap| places(&wishes, meet, *gap))
}

/// Those that can move are wanted evenly about their middle, as if nothing else were there.
fn even(order: &[Piece], wishes: &mut [Wish]) {
    for group in movable(order) {
        let of = || group.iter().filter_map(|at| Some((*at, order.get(*at)?)));
        let mut tracks: Vec<usize> = Vec::with_capacity(group.len());
        for (rank, (_, piece)) in of().enumerate() {
            let before = of().zip(&tracks).take(rank).filter(|((_, it), _)| beside(it, piece));
            tracks.push(before.map(|(_, track)| track + 1).max().unwrap_or(0));
        }
        let last = tracks.iter().max().copied().unwrap_or(0) as f32;
        if last == 0.0 {
            continue;
        }
        let (mut low, mut high) = (f32::NEG_INFINITY, f32::INFINITY);
        for (from, to) in group.iter().filter_map(|at| wishes.get(*at)).map(|it| it.room) {
            (low, high) = (low.max(from), high.min(to));
        }
        let gap = TRACK.min((high - low).max(0.0) / last);
        let middle = of().map(|(_, it)| it.across).sum::<f32>() / group.len() as f32;
        let half = last * gap / 2.0;
        let middle = middle.max(low + half).min((high - half).max(low + half));
        for (at, track) in group.iter().zip(tracks) {
            if let Some(wish) = wishes.get_mut(*at) {
                wish.wanted = round(middle + (track as f32 - last / 2.0) * gap);
            }
        }
    }
}

/// Those that can move, gathered as channels are, in their order.
fn movable(order: &[Piece]) -> Vec<Vec<usize>> {
    let mut groups: Vec<Vec<usize>> = Vec::new();
    for (at, piece) in order.iter().enumerate().filter(|(_, it)| !it.fixed) {
        let near = |it: &Piece| beside(it, piece) && (it.across - piece.across).abs() <= CHANNEL;
        let mut joined = vec![at];
        groups.retain_mut(|group| {
            let meets = group.iter().filter_map(|other| order.get(*other)).any(near);
            if meets {
                joined.append(group);
            }
            !meets
        });
        joined.sort_unstable();
        groups.push(joined);
    }
    groups
}

/// The pieces in the order that crosses least: each goes in where it fits best. Those that stay keep
/// the order they have.
fn sorted(pieces: Vec<Piece>) -> Vec<Piece> {
    let mut order: Vec<Piece> = Vec::with_capacity(pieces.len());
    for piece in pieces {
        let left = |it: &Piece| match (it.fixed, piece.fixed) {
            (true, true) => true,
            (false, false) => false,
            _ => it.across < piece.across - CHANNEL,
        };
        let start = order.iter().rposition(left).map_or(0, |at| at + 1);
        // There is no place between two that stay and have no room between them.
        let narrow =
            |a: &Piece, b: &Piece| a.fixed && b.fixed && (b.across - a.across).abs() < 2.0 * LEAST;
        let joined = start.checked_sub(1).and_then(|at| order.get(at));
        let (mut cost, mut best) = (0, (0, start));
        if !joined.is_some_and(|it| narrow(it, &piece)) {
            for (at, other) in order.iter().enumerate().skip(start) {
                cost += i64::from(cross(other, &piece)) - i64::from(cross(&piece, other));
                let parts = order.get(at + 1).is_some_and(|next| narrow(other, next));
                if cost <= best.0 && !parts {
                    best = (cost, at + 1);
                }
            }
        }
        order.insert(best.1, piece);
    }
    order
}

fn cross(a: &Piece, b: &Piece) -> u32 {
    if beside(a, b) { first(a, b) } else { 0 }
}

/// Where a piece is, with the ground that is free on both sides of it.
fn wish(piece: &Piece, hulls: &Grid<usize>, boxes: &[Rect]) -> Wish {
    if piece.fixed {
        return Wish::fixed(piece.across);
    }
    let (mut low, mut high) = (piece.across - SIGHT, piece.across + SIGHT);
    let length = piece.to - piece.from;
    let around = if piece.level {
        Rect::new(piece.from, piece.across - SIGHT, length, 2.0 * SIGHT)
    } else {
        Rect::new(piece.across - SIGHT, piece.from, 2.0 * SIGHT, length)
    };
    hulls.near(&around, |at, _| {
        let Some(hull) = boxes.get(at) else { return };
        let (begin, end, near, far) = if piece.level {
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
    if low < high {
        Wish { wanted: piece.across, room: (low, high) }
    } else {
        Wish::fixed(piece.across)
    }
}
