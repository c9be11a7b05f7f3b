//! Ends that lie on each other: where the line of one port runs along the line of another and no
//! order of the pieces between them parts the two, one port moves along its side.

use super::piece::{NEAR, Piece, pieces};
use super::ports::{Attached, CORNER};
use super::{Point, Side, hits, simplified};
use crate::grid::Grid;
use crate::measure::{CLEARANCE, TRACK};
use crate::shape::Rect;
use model::StepId;
use std::collections::{BTreeMap, BTreeSet};

/// How far a port may move.
const SHIFTS: [f32; 4] = [TRACK, -TRACK, 2.0 * TRACK, -2.0 * TRACK];

/// So many meetings of one line are looked at, and so many in all. Where steps lie in a heap every line
/// meets every other, none can be parted, and trying to would take minutes.
const MOST_OF_ONE: usize = 4;
const MOST_MET: usize = 1_000;

/// How many pieces of others a way lies on, and how many it crosses.
type Trouble = (i32, i32);

/// Parts level ends that lie on each other, or upright ones.
pub(super) fn part(ways: &mut [Attached], level: bool, hulls: &Grid<usize>, boxes: &[Rect]) {
    let met = met(ways, level);
    if met.is_empty() {
        return;
    }
    let mut around = Around::of(ways, hulls.alike());
    for ends in met {
        let mut best: Option<(Trouble, usize, Vec<Point>)> = None;
        for (line, end) in ends {
            let Some(it) = ways.get(line) else { continue };
            let now = around.trouble(ways, line, &it.way);
            for by in SHIFTS {
                let Some(way) = around.shifted(ways, (line, end), by) else { continue };
                if touched(&way, hulls, boxes) > touched(&it.way, hulls, boxes) {
                    continue;
                }
                let then = around.trouble(ways, line, &way);
                let change = (then.0 - now.0, then.1 - now.1);
                let least = best.as_ref().map_or((0, 0), |(least, ..)| *least);
                if change.0 < 0 && change < least {
                    best = Some((change, line, way));
                }
            }
        }
        if let Some((_, line, way)) = best
            && let Some(it) = ways.get_mut(line)
        {
            around.put(line, &way);
            it.way = way;
        }
    }
}

/// A line, and which end of it.
type End = (usize, usize);

/// Ends whose pieces lie on each other or on a line led by hand, in pairs, or alone where that does
/// not end there. Those at one side of one step have been parted already.
fn met(ways: &[Attached], level: bool) -> Vec<Vec<End>> {
    let mut fixed: Vec<(Piece, Option<usize>)> = Vec::new();
    for (line, it) in ways.iter().enumerate() {
        let last = it.way.len().saturating_sub(2);
        let end = |at: usize| if at == 0 { Some(0) } else { (at == last).then_some(1) };
        let pieces = it.pieces(line).filter(|it| it.level == level && it.fixed);
        fixed.extend(pieces.map(|piece| (piece, end(piece.index))));
    }
    fixed.sort_by(|(a, _), (b, _)| a.across.total_cmp(&b.across).then(a.line.cmp(&b.line)));
    let side = |(piece, end): &(Piece, Option<usize>)| ways.get(piece.line)?.ends.get((*end)?);
    let mut met = Vec::new();
    let mut often = vec![0; ways.len()];
    for (at, a) in fixed.iter().enumerate() {
        if met.len() >= MOST_MET {
            break;
        }
        let near = fixed.iter().skip(at + 1).take_while(|b| b.0.across - a.0.across < NEAR);
        for b in near.filter(|b| laid(&a.0, &b.0) && (side(a) != side(b) || side(a).is_none())) {
            let lines = [a.0.line, b.0.line];
            if lines.iter().all(|line| often.get(*line).is_some_and(|it| *it >= MOST_OF_ONE)) {
                continue;
            }
            for line in lines {
                if let Some(count) = often.get_mut(line) {
                    *count += 1;
                }
            }
            let ends = [a, b].into_iter().filter_map(|(piece, end)| Some((piece.line, (*end)?)));
            met.push(ends.collect());
        }
    }
    met
}

fn laid(a: &Piece, b: &Piece) -> bool {
    let close = a.level == b.level && (a.across - b.across).abs() < NEAR;
    close && a.line != b.line && a.from + 1.0 < b.to && b.from + 1.0 < a.to
}

fn cross(a: &Piece, b: &Piece) -> bool {
    let inside = |value: f32, of: &Piece| of.from < value && value < of.to;
    a.level != b.level && inside(b.across, a) && inside(a.across, b)
}

/// Where all ways run and end, so that what is near one is found without looking at the rest.
struct Around {
    /// The ways by the ground they touch; one that was moved is also where it was.
    lines: Grid<usize>,
    ends: BTreeMap<(StepId, Side), Vec<End>>,
}

impl Around {
    fn of(ways: &[Attached], ground: Grid<usize>) -> Around {
        let mut around = Around { lines: ground, ends: BTreeMap::new() };
        for (line, it) in ways.iter().enumerate() {
            around.put(line, &it.way);
            for (end, at) in it.ends.iter().enumerate() {
                around.ends.entry(*at).or_default().push((line, end));
            }
        }
        around
    }

    fn put(&mut self, line: usize, way: &[Point]) {
        for pair in way.windows(2) {
            let [a, b] = pair else { continue };
            self.lines.put(&bounds(*a, *b), line);
        }
    }

    fn trouble(&self, ways: &[Attached], line: usize, way: &[Point]) -> Trouble {
        let mut near = Vec::new();
        for pair in way.windows(2) {
            let [a, b] = pair else { continue };
            self.lines.near(&bounds(*a, *b).grown(NEAR), |other, _| near.push(other));
        }
        near.sort_unstable();
        near.dedup();
        let mut trouble = (0, 0);
        for number in near.into_iter().filter(|number| *number != line) {
            let Some(other) = ways.get(number) else { continue };
            for piece in pieces(number, &other.way) {
                for own in pieces(line, way) {
                    trouble.0 += i32::from(laid(&own, &piece));
                    trouble.1 += i32::from(cross(&own, &piece));
                }
            }
        }
        trouble
    }

    /// The way with the port of one end moved along its side; nothing where it has no room there.
    fn shifted(&self, ways: &[Attached], (line, end): End, by: f32) -> Option<Vec<Point>> {
        let it = ways.get(line).filter(|it| !it.led)?;
        let at = it.ends.get(end)?;
        let (rect, pointed) = (it.rects.get(end)?, *it.pointed.get(end)?);
        let upright = at.1.is_vertical();
        let along = |p: &Point| if upright { p.x } else { p.y };
        let port = |it: &Attached, end: usize| {
            if end == 0 { it.way.first().copied() } else { it.way.last().copied() }
        };
        let to = along(&port(it, end)?) + by;
        let (from, until) = if upright { (rect.x, rect.right()) } else { (rect.y, rect.bottom()) };
        if pointed || it.way.len() < 3 || to < from + CORNER / 2.0 || to > until - CORNER / 2.0 {
            return None;
        }
        for (number, end) in self.ends.get(at).into_iter().flatten() {
            let port = port(ways.get(*number)?, *end)?;
            if *number != line && (along(&port) - to).abs() < TRACK - 1.0 {
                return None;
            }
        }
        let mut way = it.way.clone();
        let last = way.len() - 1;
        let moved = if end == 0 { [0, 1] } else { [last, last - 1] };
        for at in moved {
            let point = way.get_mut(at)?;
            if upright { point.x += by } else { point.y += by }
        }
        Some(simplified(way))
    }
}

/// The box of a straight piece.
fn bounds(a: Point, b: Point) -> Rect {
    Rect::new(a.x.min(b.x), a.y.min(b.y), (a.x - b.x).abs(), (a.y - b.y).abs())
}

/// How many steps a way comes close to.
fn touched(way: &[Point], hulls: &Grid<usize>, boxes: &[Rect]) -> usize {
    let mut touched = BTreeSet::new();
    for pair in way.windows(2) {
        let [a, b] = pair else { continue };
        hulls.near(&bounds(*a, *b).grown(CLEARANCE), |at, _| {
            if boxes.get(at).is_some_and(|it| hits(*a, *b, &it.grown(CLEARANCE / 2.0))) {
                touched.insert(at);
            }
        });
    }
    touched.len()
}
