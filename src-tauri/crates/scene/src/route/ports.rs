//! Where on a side each connector attaches: in the order in which their ways turn off, so that they
//! do not cross in front of the step. A straight one keeps the middle.

use super::{Point, Side};
use crate::measure::round;
use crate::shape::Rect;
use model::StepId;
use std::collections::BTreeMap;

/// Room kept at the corners of a step.
const CORNER: f32 = 16.0;
/// The widest gap between two ports.
const GAP: f32 = 24.0;

/// One way with what its ends attach to.
pub(crate) struct Attached {
    /// The two steps and the sides.
    pub ends: [(StepId, Side); 2],
    /// Their boxes.
    pub rects: [Rect; 2],
    /// Corners and circles have one port a side.
    pub pointed: [bool; 2],
    pub way: Vec<Point>,
}

/// Which way, and which end of it.
type End = (usize, usize);

/// Moves the ends of all ways to their ports.
pub(super) fn spread(ways: &mut [Attached]) {
    let mut sides: BTreeMap<(StepId, Side), Vec<End>> = BTreeMap::new();
    for (number, way) in ways.iter().enumerate() {
        for (end, at) in way.ends.iter().enumerate() {
            sides.entry(*at).or_default().push((number, end));
        }
    }
    let mut shifts: BTreeMap<End, f32> = BTreeMap::new();
    let mut alone = Vec::new();
    for ((_, side), mut list) in sides {
        if let [only] = list.as_slice() {
            alone.push(*only);
        }
        list.sort_by(|a, b| {
            turns(ways, *a, side)
                .partial_cmp(&turns(ways, *b, side))
                .unwrap_or(std::cmp::Ordering::Equal)
                .then(a.cmp(b))
        });
        shift(ways, side, &list, &mut shifts);
    }
    for ((number, end), by) in &shifts {
        if let Some(way) = ways.get_mut(*number) {
            move_end(way, *end, *by);
        }
    }
    for (number, way) in ways.iter_mut().enumerate() {
        let both = [0, 1].map(|end| alone.contains(&(number, end)));
        straighten(way, both);
    }
}

/// Where the way of an end runs, across its side, after each of its turns.
fn turns(ways: &[Attached], (number, end): End, side: Side) -> Vec<f32> {
    let Some(it) = ways.get(number) else { return Vec::new() };
    let along = |p: &Point| if side.is_vertical() { p.x } else { p.y };
    let mut turns: Vec<f32> = it.way.iter().map(along).collect();
    if end == 1 {
        turns.reverse();
    }
    turns.dedup();
    if turns.len() > 1 {
        turns.remove(0);
    }
    turns
}

fn shift(ways: &[Attached], side: Side, list: &[End], shifts: &mut BTreeMap<End, f32>) {
    let of = |(number, end): &End| {
        let it = ways.get(*number)?;
        Some((it.rects.get(*end)?, *it.pointed.get(*end)?, it.way.len() == 2))
    };
    let Some((rect, pointed, _)) = list.first().and_then(of) else { return };
    if pointed || list.len() < 2 {
        return;
    }
    let length = if side.is_vertical() { rect.w } else { rect.h };
    let half = (length / 2.0 - CORNER).max(0.0);
    let straight = list.iter().position(|end| of(end).is_some_and(|(_, _, straight)| straight));
    let middle = straight.map_or((list.len() - 1) as f32 / 2.0, |at| at as f32);
    let furthest = middle.max((list.len() - 1) as f32 - middle);
    let gap = GAP.min(half / furthest.max(0.5));
    for (rank, end) in list.iter().enumerate() {
        shifts.insert(*end, round((rank as f32 - middle) * gap));
    }
}

fn move_end(it: &mut Attached, end: usize, by: f32) {
    let Some((_, side)) = it.ends.get(end).copied() else { return };
    if by == 0.0 {
        return;
    }
    let count = it.way.len();
    if count == 2 {
        // A straight way that cannot keep the middle at this end bends half way.
        let [a, b] = it.way.as_slice() else { return };
        let half = if side.is_vertical() {
            let y = round((a.y + b.y) / 2.0);
            [Point::new(a.x, y), Point::new(b.x, y)]
        } else {
            let x = round((a.x + b.x) / 2.0);
            [Point::new(x, a.y), Point::new(x, b.y)]
        };
        it.way = vec![*a, half[0], half[1], *b];
    }
    let count = it.way.len();
    let moved = if end == 0 { [0, 1] } else { [count - 1, count.saturating_sub(2)] };
    for at in moved {
        if let Some(point) = it.way.get_mut(at) {
            if side.is_vertical() {
                point.x += by;
            } else {
                point.y += by;
            }
        }
    }
}

/// A way with one small jog between two sides that face each other runs straight where a port that
/// has its side to itself can move over.
fn straighten(it: &mut Attached, alone: [bool; 2]) {
    let [a, b, c, d] = it.way.as_slice() else { return };
    let upright = a.x == b.x && c.x == d.x;
    if !upright && (a.y != b.y || c.y != d.y) {
        return;
    }
    let across = |p: &Point| if upright { p.x } else { p.y };
    let reach = |rect: &Rect| (if upright { rect.w } else { rect.h }) / 2.0 - CORNER;
    let middle = |rect: &Rect| if upright { rect.centre_x() } else { rect.centre_y() };
    let within = |end: usize, to: f32| {
        let free = it.pointed.get(end) == Some(&false) && alone.get(end) == Some(&true);
        free && it.rects.get(end).is_some_and(|r| (to - middle(r)).abs() <= reach(r))
    };
    let (first, last) = (across(a), across(d));
    let to = if within(1, first) {
        first
    } else if within(0, last) {
        last
    } else {
        return;
    };
    let (mut a, mut d) = (*a, *d);
    if upright {
        (a.x, d.x) = (to, to);
    } else {
        (a.y, d.y) = (to, to);
    }
    it.way = vec![a, d];
}
