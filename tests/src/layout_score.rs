//! How good a layout is, in counts: steps on each other, steps outside their lane, lines through
//! steps, slanted lines, crossings, bends. Flow runs left to right, lanes are horizontal bands.

// Numbers of pieces and steps that were counted here.
#![allow(clippy::indexing_slicing)]

use std::collections::BTreeMap;

/// A point, x and y.
pub type Point = (f64, f64);

/// A step as drawn.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Placed {
    /// Its left, top, right and bottom edge.
    pub edges: [f64; 4],
    /// Which lane it belongs to, by number.
    pub lane: usize,
}

/// A line as drawn, from one step to another by their index.
#[derive(Clone, Debug, PartialEq)]
pub struct Line {
    /// The step it leaves.
    pub from: usize,
    /// The step it arrives at.
    pub to: usize,
    /// Its corners.
    pub points: Vec<Point>,
}

/// What a layout is judged by. All but the sizes are counts, and the fewer the better.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Score {
    /// Pairs of steps that lie on each other.
    pub overlaps: usize,
    /// Pairs of lanes whose steps reach into each other's height.
    pub shared_bands: usize,
    /// Steps whose middle lies in the height of another lane, once for each such lane.
    pub strays: usize,
    /// Lines that run through a step which is not theirs, once for each such step.
    pub through: usize,
    /// Straight pieces that are neither level nor upright.
    pub slanted: usize,
    /// Pairs of pieces of two lines that cross.
    pub crossings: usize,
    /// Pairs of pieces that lie on each other, of lines with neither end in common.
    pub on_each_other: usize,
    /// Corners of lines.
    pub bends: usize,
    /// Lines that lead to the left.
    pub leftward: usize,
    /// Lines that are not drawn.
    pub missing: usize,
    /// Length of all lines, in points.
    pub length: f64,
    /// From the leftmost step's left edge to the rightmost step's right edge.
    pub width: f64,
    /// From the topmost step's top to the lowest one's bottom.
    pub height: f64,
}

/// Counts what there is to count.
pub fn score(steps: &[Placed], lines: &[Line]) -> Score {
    let lines: Vec<Line> = lines
        .iter()
        .map(|line| Line { points: simplified(&line.points), ..line.clone() })
        .collect();
    let drawn: Vec<&Line> = lines.iter().filter(|line| line.points.len() > 1).collect();
    let pieces: Vec<Piece> = drawn.iter().enumerate().flat_map(|(at, it)| cut(at, it)).collect();
    let (shared_bands, strays) = lanes(steps);
    let extent = |low: usize| {
        let from = steps.iter().map(|it| it.edges[low]).fold(f64::INFINITY, f64::min);
        let to = steps.iter().map(|it| it.edges[low + 2]).fold(f64::NEG_INFINITY, f64::max);
        (to - from).max(0.0)
    };
    Score {
        overlaps: overlaps(steps),
        shared_bands,
        strays,
        through: drawn.iter().map(|line| through(steps, line)).sum(),
        slanted: pieces.iter().filter(|it| it.is_slanted()).count(),
        crossings: crossings(&pieces),
        on_each_other: on_each_other(&pieces, &drawn),
        bends: drawn.iter().map(|line| line.points.len() - 2).sum(),
        leftward: drawn.iter().filter(|it| leads_left(steps, it)).count(),
        missing: lines.len() - drawn.len(),
        length: pieces.iter().map(Piece::length).sum(),
        width: extent(0),
        height: extent(1),
    }
}

/// One straight piece of a line, and which line.
struct Piece {
    line: usize,
    from: Point,
    to: Point,
}

impl Piece {
    fn is_slanted(&self) -> bool {
        (self.from.0 - self.to.0).abs().min((self.from.1 - self.to.1).abs()) > 1.0
    }

    fn length(&self) -> f64 {
        (self.from.0 - self.to.0).hypot(self.from.1 - self.to.1)
    }

    fn left(&self) -> f64 {
        self.from.0.min(self.to.0)
    }
}

fn cut(line: usize, of: &Line) -> Vec<Piece> {
    of.points.windows(2).map(|it| Piece { line, from: it[0], to: it[1] }).collect()
}

/// Without points that repeat the one before, and without those in the middle of a straight piece.
fn simplified(points: &[Point]) -> Vec<Point> {
    let mut kept: Vec<Point> = Vec::new();
    for &(x, y) in points {
        if kept.last().is_some_and(|last| (last.0 - x).abs() < 0.5 && (last.1 - y).abs() < 0.5) {
            continue;
        }
        if let [.., a, b] = *kept.as_slice() {
            let turn = (b.0 - a.0) * (y - a.1) - (b.1 - a.1) * (x - a.0);
            if turn.abs() < 1e-3 * (a.0 - x).hypot(a.1 - y).max(1.0) {
                kept.pop();
            }
        }
        kept.push((x, y));
    }
    kept
}

fn overlaps(steps: &[Placed]) -> usize {
    let meet = |a: &Placed, b: &Placed, low: usize| {
        a.edges[low] < b.edges[low + 2] - 0.5 && b.edges[low] < a.edges[low + 2] - 0.5
    };
    pairs(steps).filter(|(a, b)| meet(a, b, 0) && meet(a, b, 1)).count()
}

fn pairs<T>(list: &[T]) -> impl Iterator<Item = (&T, &T)> {
    list.iter().enumerate().flat_map(move |(at, a)| list[at + 1..].iter().map(move |b| (a, b)))
}

/// Pairs of lanes that share height, and steps in the height of a lane that is not theirs.
fn lanes(steps: &[Placed]) -> (usize, usize) {
    let mut bands: BTreeMap<usize, (f64, f64)> = BTreeMap::new();
    for step in steps {
        let band = bands.entry(step.lane).or_insert((f64::INFINITY, f64::NEG_INFINITY));
        *band = (band.0.min(step.edges[1]), band.1.max(step.edges[3]));
    }
    let list: Vec<(f64, f64)> = bands.values().copied().collect();
    let shared = pairs(&list).filter(|(a, b)| a.1.min(b.1) - a.0.max(b.0) > 1.0).count();
    let strays = steps.iter().map(|step| {
        let middle = (step.edges[1] + step.edges[3]) / 2.0;
        let others = bands.iter().filter(|(lane, _)| **lane != step.lane);
        others.filter(|(_, band)| band.0 <= middle && middle <= band.1).count()
    });
    (shared, strays.sum())
}

/// How many steps of others a line runs through, grazing by two points forgiven.
fn through(steps: &[Placed], line: &Line) -> usize {
    let others = steps.iter().enumerate().filter(|(at, _)| *at != line.from && *at != line.to);
    others
        .filter(|(_, step)| {
            let [left, top, right, bottom] = step.edges;
            let inner = [left + 2.0, top + 2.0, right - 2.0, bottom - 2.0];
            line.points.windows(2).any(|piece| enters(piece[0], piece[1], inner))
        })
        .count()
}

/// Whether a piece has length inside a box: clipped edge by edge, as Liang and Barsky (1984) do.
fn enters(a: Point, b: Point, [left, top, right, bottom]: [f64; 4]) -> bool {
    let (dx, dy) = (b.0 - a.0, b.1 - a.1);
    let (mut enter, mut leave) = (0.0_f64, 1.0_f64);
    for (p, q) in [(-dx, a.0 - left), (dx, right - a.0), (-dy, a.1 - top), (dy, bottom - a.1)] {
        if p.abs() < 1e-6 {
            if q < 0.0 {
                return false;
            }
            continue;
        }
        if p < 0.0 {
            enter = enter.max(q / p);
        } else {
            leave = leave.min(q / p);
        }
        if enter > leave {
            return false;
        }
    }
    leave - enter > 1e-3
}

fn crossings(pieces: &[Piece]) -> usize {
    let mut order: Vec<&Piece> = pieces.iter().collect();
    order.sort_by(|a, b| a.left().total_cmp(&b.left()));
    let mut count = 0;
    for (at, piece) in order.iter().enumerate() {
        let right = piece.from.0.max(piece.to.0);
        let near = order[at + 1..].iter().take_while(|other| other.left() <= right);
        count += near.filter(|other| other.line != piece.line && cross(piece, other)).count();
    }
    count
}

/// Whether two pieces cross inside both; meeting at an end is not crossing.
fn cross(a: &Piece, b: &Piece) -> bool {
    let (ax, ay) = (a.to.0 - a.from.0, a.to.1 - a.from.1);
    let (bx, by) = (b.to.0 - b.from.0, b.to.1 - b.from.1);
    let d = ax * by - ay * bx;
    if d.abs() < 1e-6 {
        return false;
    }
    let (x, y) = (b.from.0 - a.from.0, b.from.1 - a.from.1);
    let inside = |share: f64| share > 1e-4 && share < 1.0 - 1e-4;
    inside((x * by - y * bx) / d) && inside((x * ay - y * ax) / d)
}

/// From where to where a piece reaches, and whose it is.
type Extent = (f64, f64, usize);

/// Level and upright pieces within two points of each other that share more than five points, of
/// lines that share neither source nor target.
fn on_each_other(pieces: &[Piece], lines: &[&Line]) -> usize {
    let mut rails: BTreeMap<(bool, i64), Vec<Extent>> = BTreeMap::new();
    for piece in pieces {
        let (a, b) = (piece.from, piece.to);
        // Halves go to the even neighbour, as in the scorer this is a port of.
        let rail = |value: f64| (value / 2.0).round_ties_even() as i64;
        if (a.1 - b.1).abs() < 1.0 {
            let level = (a.0.min(b.0), a.0.max(b.0), piece.line);
            rails.entry((true, rail(a.1))).or_default().push(level);
        } else if (a.0 - b.0).abs() < 1.0 {
            let upright = (a.1.min(b.1), a.1.max(b.1), piece.line);
            rails.entry((false, rail(a.0))).or_default().push(upright);
        }
    }
    let strangers =
        |a: usize, b: usize| a != b && lines[a].from != lines[b].from && lines[a].to != lines[b].to;
    let mut count = 0;
    for rail in rails.values_mut() {
        rail.sort_by(|a, b| a.0.total_cmp(&b.0).then(a.1.total_cmp(&b.1)).then(a.2.cmp(&b.2)));
        for (at, a) in rail.iter().enumerate() {
            let near = rail[at + 1..].iter().take_while(|b| b.0 < a.1 - 5.0);
            count += near.filter(|b| strangers(a.2, b.2)).count();
        }
    }
    count
}

fn leads_left(steps: &[Placed], line: &Line) -> bool {
    let middle = |at: usize| steps[at].edges[0] + steps[at].edges[2];
    (middle(line.to) - middle(line.from)) / 2.0 < -0.5
}
