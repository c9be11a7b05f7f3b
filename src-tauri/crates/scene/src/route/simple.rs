//! Ways with few bends between two ports. Most connectors need no more.

use super::few::Few;
use super::{Point, Question, Side, simply};
use crate::measure::STUB;

/// What a bend costs, in points of length.
const BEND_COST: f32 = 46.0;

/// Length and bends.
pub(super) fn cost(way: &[Point]) -> f32 {
    let length: f32 = way
        .iter()
        .zip(way.iter().skip(1))
        .map(|(a, b)| (a.x - b.x).abs() + (a.y - b.y).abs())
        .sum();
    length + BEND_COST * way.len().saturating_sub(2) as f32
}

/// No way between two ports costs less than this.
pub(super) fn least([(p, leave), (q, arrive)]: [(Point, Side); 2]) -> f32 {
    let out = if gap(p, leave, q, arrive).is_some() { 0.0 } else { STUB - 1.0 };
    let (a, b) = (p.moved(leave, out), q.moved(arrive, out));
    let bends = if leave.is_vertical() != arrive.is_vertical() {
        1.0
    } else if a.x == b.x || a.y == b.y {
        0.0
    } else {
        2.0
    };
    // Points are rounded: it may be a little less.
    2.0 * out + cost(&[a, b]) + bends * BEND_COST - 2.0
}

/// Those that turn at most four times at right angles, each handed to `add`.
pub(super) fn ways(
    question: &Question,
    from: (Point, Side),
    to: (Point, Side),
    mut add: impl FnMut(Few),
) {
    let ((p, leave), (q, arrive)) = (from, to);
    let stub = stub(p, leave, q, arrive);
    let (a, b) = (p.moved(leave, stub), q.moved(arrive, stub));
    let around = question.from.1.union(&question.to.1);
    let mut offer = |middle: &[Point]| {
        let all = || [p, a].into_iter().chain(middle.iter().copied()).chain([b, q]);
        if orthogonal(all()) {
            add(simply(all()));
        }
    };
    offer(&[]);
    offer(&[Point::new(b.x, a.y)]);
    offer(&[Point::new(a.x, b.y)]);
    for x in [(a.x + b.x) / 2.0, around.x - 22.0, around.right() + 22.0] {
        offer(&[Point::new(x, a.y), Point::new(x, b.y)]);
    }
    for y in [(a.y + b.y) / 2.0, around.y - 18.0, around.bottom() + 18.0] {
        offer(&[Point::new(a.x, y), Point::new(b.x, y)]);
    }
}

/// Two sides that face each other may be nearer than two stubs.
fn stub(p: Point, leave: Side, q: Point, arrive: Side) -> f32 {
    gap(p, leave, q, arrive).map_or(STUB, |gap| STUB.min(gap / 2.0))
}

/// How far it is from one side to the other where they face each other.
fn gap(p: Point, leave: Side, q: Point, arrive: Side) -> Option<f32> {
    let (dx, dy) = leave.outward();
    let gap = (q.x - p.x) * dx + (q.y - p.y) * dy;
    let (ax, ay) = arrive.outward();
    let facing = dx == -ax && dy == -ay;
    (facing && gap > 0.0).then_some(gap)
}

/// Only right angles, and never back over itself.
fn orthogonal(points: impl Iterator<Item = Point> + Clone) -> bool {
    let mut last: Option<(f32, f32)> = None;
    for (a, b) in points.clone().zip(points.skip(1)) {
        let (dx, dy) = (b.x - a.x, b.y - a.y);
        if dx == 0.0 && dy == 0.0 {
            continue;
        }
        if dx != 0.0 && dy != 0.0 {
            return false;
        }
        let now = (
            dx.clamp(-1.0, 1.0).signum() * f32::from(u8::from(dx != 0.0)),
            dy.signum() * f32::from(u8::from(dy != 0.0)),
        );
        if last.is_some_and(|(lx, ly)| lx == -now.0 && ly == -now.1) {
            return false;
        }
        last = Some(now);
    }
    true
}
