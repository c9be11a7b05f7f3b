//! Straight pieces of ways and how two of them stand to each other: whether they cross, and which of
//! two in one channel lies first.

use super::Point;

/// Pieces nearer than this lie in one channel; they are moved apart later.
pub(super) const CHANNEL: f32 = 12.0;
/// Pieces nearer than this lie on each other.
pub(super) const NEAR: f32 = 4.0;
/// What a stretch on another counts, in crossings.
const LAID: u32 = 2;

/// A straight piece of a way.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Piece {
    /// Which way, and which point of it this begins at.
    pub line: usize,
    pub index: usize,
    pub level: bool,
    /// Where it lies across its direction.
    pub across: f32,
    /// Its extent along its direction.
    pub from: f32,
    pub to: f32,
    /// Where the way goes on at `from` and at `to`: to smaller (-1) or greater (1) values across, or
    /// not at all (0).
    pub before: f32,
    pub after: f32,
    /// Whether it ends at a port.
    pub fixed: bool,
}

/// The pieces of a way.
pub(super) fn pieces(line: usize, way: &[Point]) -> impl Iterator<Item = Piece> + '_ {
    way.windows(2).enumerate().filter_map(move |(index, pair)| {
        let [a, b] = pair else { return None };
        let level = a.y == b.y;
        let flat = |p: &Point| if level { (p.x, p.y) } else { (p.y, p.x) };
        let ((from, across), (to, _)) = (flat(a), flat(b));
        let turn = |at: Option<&Point>| {
            at.map_or(0.0, |p| {
                let off = flat(p).1 - across;
                if off == 0.0 { 0.0 } else { off.signum() }
            })
        };
        let (before, after) =
            (turn(index.checked_sub(1).and_then(|at| way.get(at))), turn(way.get(index + 2)));
        let fixed = index == 0 || index + 2 == way.len();
        Some(if from <= to {
            Piece { line, index, level, across, from, to, before, after, fixed }
        } else {
            let (before, after) = (after, before);
            Piece { line, index, level, across, from: to, to: from, before, after, fixed }
        })
    })
}

/// How often two pieces cross, those in one channel at least.
pub(super) fn crossings(a: &Piece, b: &Piece) -> u32 {
    if a.level != b.level {
        let inside = |value: f32, of: &Piece| {
            // A way that turns in the channel of another does not cross it there.
            of.from + CHANNEL < value && value < of.to - CHANNEL
        };
        return u32::from(inside(b.across, a) && inside(a.across, b));
    }
    if (a.across - b.across).abs() > CHANNEL || a.from >= b.to || b.from >= a.to {
        return 0;
    }
    first(a, b).min(first(b, a))
}

/// How often they cross when `a` lies at the smaller value across.
pub(super) fn first(a: &Piece, b: &Piece) -> u32 {
    let inside = |at: f32, of: &Piece| of.from < at && at < of.to;
    let out =
        |turn: f32, at: f32, wrong: f32, of: &Piece| u32::from(turn == wrong && inside(at, of));
    out(a.before, a.from, 1.0, b)
        + out(a.after, a.to, 1.0, b)
        + out(b.before, b.from, -1.0, a)
        + out(b.after, b.to, -1.0, a)
        + LAID * laid(a, b)
}

/// How many stretches lie on each other when `a` lies at the smaller value across: where `a` goes on
/// to the greater values at the very place from which `b` comes from the smaller ones.
fn laid(a: &Piece, b: &Piece) -> u32 {
    let ends = |it: &Piece| [(it.before, it.from), (it.after, it.to)];
    let meet = |(on, p): (f32, f32), (back, q): (f32, f32)| {
        u32::from(on == 1.0 && back == -1.0 && (p - q).abs() < NEAR)
    };
    ends(a).iter().map(|p| ends(b).iter().map(|q| meet(*p, *q)).sum::<u32>()).sum()
}
