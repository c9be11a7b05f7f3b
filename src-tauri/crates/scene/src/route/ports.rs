//! Where on a side each connector attaches: in the order in which their ways turn off, so that they
//! do not cross in front of the step. A straight one keeps the middle, one led by hand its place.

use super::piece::{Piece, pieces};
use super::places::{Wish, places};
use super::{Point, Side};
use crate::measure::round;
use crate::shape::Rect;
use model::StepId;

/// Room kept at the corners of a step.
pub(super) const CORNER: f32 = 16.0;
/// The widest gap between two ports.
const GAP: f32 = 24.0;
/// Gaps beside a port that stays, where the widest does not fit.
const NARROWER: [f32; 3] = [12.0, 8.0, 6.0];

/// One way with what its ends attach to.
pub(crate) struct Attached {
    /// The two steps and the sides.
    pub ends: [(StepId, Side); 2],
    /// Their boxes.
    pub rects: [Rect; 2],
    /// Corners and circles have one port a side.
    pub pointed: [bool; 2],
    pub way: Vec<Point>,
    /// Led by hand: nothing of it moves.
    pub led: bool,
}

impl Attached {
    /// The straight pieces of the way, which is this one by number.
    pub(super) fn pieces(&self, line: usize) -> impl Iterator<Item = Piece> + '_ {
        pieces(line, &self.way).map(|piece| Piece { fixed: piece.fixed || self.led, ..piece })
    }

    /// How far from the middle of its side an end is.
    fn off_middle(&self, end: usize) -> Option<f32> {
        let point = if end == 0 { self.way.first() } else { self.way.last() }?;
        let (rect, vertical) = (self.rects.get(end)?, self.ends.get(end)?.1.is_vertical());
        Some(if vertical { point.x - rect.centre_x() } else { point.y - rect.centre_y() })
    }
}

/// Which way, and which end of it.
type End = (usize, usize);

/// Moves the ends of all ways to their ports.
pub(super) fn spread(ways: &mut [Attached]) {
    let ends = ways.iter().enumerate().flat_map(|(number, way)| {
        way.ends.iter().enumerate().map(move |(end, at)| (*at, (number, end)))
    });
    let mut sides: Vec<((StepId, Side), End)> = ends.collect();
    sides.sort_unstable();
    let mut shifts = vec![[0.0; 2]; ways.len()];
    let mut alone = vec![[false; 2]; ways.len()];
    for list in sides.chunk_by(|a, b| a.0 == b.0) {
        let [((_, side), first), ..] = list else { continue };
        if list.len() == 1 {
            if let Some(alone) = alone.get_mut(first.0).and_then(|both| both.get_mut(first.1)) {
                *alone = true;
            }
            continue;
        }
        let mut list: Vec<(Vec<f32>, End)> =
            list.iter().map(|(_, end)| (turns(ways, *end, *side), *end)).collect();
        list.sort_by(|a, b| {
            a.0.partial_cmp(&b.0).unwrap_or(std::cmp::Ordering::Equal).then(a.1.cmp(&b.1))
        });
        shift(ways, *side, &list, &mut shifts);
    }
    for ((way, by), alone) in ways.iter_mut().zip(shifts).zip(alone) {
        for (end, by) in by.into_iter().enumerate() {
            move_end(way, end, by);
        }
        straighten(way, alone);
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

/// An end with the turns of its way.
type Turning = (Vec<f32>, End);

fn shift(ways: &[Attached], side: Side, list: &[Turning], shifts: &mut [[f32; 2]]) {
    let at = |(_, (number, end)): &Turning| {
        let it = ways.get(*number)?;
        Some((it.rects.get(*end)?, *it.pointed.get(*end)?, it.way.len() == 2))
    };
    let Some((rect, pointed, _)) = list.first().and_then(at) else { return };
    if pointed || list.len() < 2 {
        return;
    }
    let length = if side.is_vertical() { rect.w } else { rect.h };
    let half = (length / 2.0 - CORNER).max(0.0);
    let straight = list.iter().position(|end| at(end).is_some_and(|(_, _, straight)| straight));
    let middle = straight.map_or((list.len() - 1) as f32 / 2.0, |at| at as f32);
    let furthest = middle.max((list.len() - 1) as f32 - middle);
    let gap = GAP.min(half / furthest.max(0.5));
    let even = (0..list.len()).map(|rank| round((rank as f32 - middle) * gap));
    let ports: Vec<(End, f32)> = list.iter().map(|(_, end)| *end).zip(even).collect();
    for ((number, end), by) in beside_led(ways, ports, half) {
        if let Some(shift) = shifts.get_mut(number).and_then(|both| both.get_mut(end)) {
            *shift = by;
        }
    }
}

/// These ports, those of lines led by hand where they are and the others beside them.
fn beside_led(ways: &[Attached], ports: Vec<(End, f32)>, half: f32) -> Vec<(End, f32)> {
    let kept = |(number, end): End| ways.get(number).filter(|it| it.led)?.off_middle(end);
    if ports.iter().all(|(end, _)| kept(*end).is_none()) {
        return ports;
    }
    let mut by_place = ports.clone();
    by_place.sort_by(|a, b| kept(a.0).unwrap_or(a.1).total_cmp(&kept(b.0).unwrap_or(b.1)));
    for order in [&ports, &by_place] {
        let wishes: Vec<Wish> = order
            .iter()
            .map(|(end, by)| {
                let free = Wish { wanted: *by, room: (-half, half) };
                kept(*end).map_or(free, Wish::fixed)
            })
            .collect();
        if let Some(found) = NARROWER.iter().find_map(|gap| places(&wishes, |_, _| true, *gap)) {
            return order.iter().map(|(end, _)| *end).zip(found).collect();
        }
    }
    ports
}

fn move_end(it: &mut Attached, end: usize, by: f32) {
    let Some((_, side)) = it.ends.get(end).copied() else { return };
    if by == 0.0 || it.led {
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
    if it.led {
        return;
    }
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
