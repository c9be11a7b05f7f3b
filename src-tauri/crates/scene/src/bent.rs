//! Lines that a person led by hand: at right angles through the points that were put there, from
//! wherever on the two steps that is straightest. Nothing moves them but these.

use crate::measure::round;
use crate::route::{Point, Side};
use crate::shape::Rect;

/// A line keeps this far from the corners of a step where it attaches.
const CORNER: f32 = 8.0;

/// The way from one step to another through these points, in their order, and the sides where it
/// leaves and arrives; nothing without points.
pub(crate) fn way(from: &Rect, to: &Rect, through: &[Point]) -> Option<(Vec<Point>, (Side, Side))> {
    let (first, last) = (through.first()?, through.last()?);
    let (start, leave) = port(from, *first);
    let (end, arrive) = port(to, *last);
    let mut way = vec![start];
    let mut upright = leave.is_vertical();
    let mut at = start;
    for point in through {
        upright = reach(&mut way, at, *point, upright);
        at = *point;
    }
    // The last piece has to meet its side squarely.
    if at.x != end.x && at.y != end.y {
        let corner = if arrive.is_vertical() {
            Point { x: end.x, y: at.y }
        } else {
            Point { x: at.x, y: end.y }
        };
        way.push(corner);
    }
    way.push(end);
    Some((straightened(without_returns(way)), (leave, arrive)))
}

/// Where a line attaches that goes to a point: straight across from it where that is possible.
fn port(step: &Rect, to: Point) -> (Point, Side) {
    let beside = |low: f32, high: f32, at: f32| at >= low + CORNER && at <= high - CORNER;
    if beside(step.x, step.right(), to.x) {
        let side = if to.y < step.centre_y() { Side::Top } else { Side::Bottom };
        return (side.port(step, to.x - step.centre_x()), side);
    }
    let side = if to.x < step.centre_x() { Side::Left } else { Side::Right };
    let along = if beside(step.y, step.bottom(), to.y) { to.y - step.centre_y() } else { 0.0 };
    (side.port(step, along), side)
}

/// Goes on to a point with at most one bend; whether the last piece is upright.
fn reach(way: &mut Vec<Point>, at: Point, to: Point, upright: bool) -> bool {
    if at.x == to.x || at.y == to.y {
        way.push(to);
        return if at == to { upright } else { at.x == to.x };
    }
    let corner = if upright { Point { x: at.x, y: to.y } } else { Point { x: to.x, y: at.y } };
    way.push(corner);
    way.push(to);
    !upright
}

/// Where a line would go to a point and back the same way it passes the point level or upright
/// instead, with a piece of its own on either side.
fn without_returns(way: Vec<Point>) -> Vec<Point> {
    let mut wide: Vec<Point> = Vec::with_capacity(way.len() + 4);
    let mut rest = way.iter().copied().peekable();
    while let Some(point) = rest.next() {
        let before = wide.last().copied();
        let next = rest.peek().copied();
        let (Some(a), Some(c)) = (before, next) else {
            wide.push(point);
            continue;
        };
        let upright = a.x == point.x && point.x == c.x && (point.y - a.y) * (c.y - point.y) < 0.0;
        let level = a.y == point.y && point.y == c.y && (point.x - a.x) * (c.x - point.x) < 0.0;
        if !upright && !level {
            wide.push(point);
            continue;
        }
        rest.next();
        let after = rest.peek().copied().unwrap_or(c);
        let half = |p: f32, q: f32| round((p + q) / 2.0);
        let at = |along: f32, across: f32| {
            if upright { Point { x: along, y: across } } else { Point { x: across, y: along } }
        };
        let of = |p: Point| if upright { (p.x, p.y) } else { (p.y, p.x) };
        if a == c {
            wide.pop();
            let first = half(wide.last().map_or(of(a).0, |q| of(*q).0), of(a).0);
            wide.extend([at(first, of(a).1), at(first, of(point).1)]);
        } else {
            wide.push(point);
        }
        let second = half(of(c).0, of(after).0);
        wide.extend([at(second, of(point).1), at(second, of(c).1)]);
    }
    wide
}

/// Without points that change nothing: doubled ones, and those on a straight piece.
fn straightened(way: Vec<Point>) -> Vec<Point> {
    let mut straight: Vec<Point> = Vec::with_capacity(way.len());
    for point in way {
        let point = Point { x: round(point.x), y: round(point.y) };
        if straight.last() == Some(&point) {
            continue;
        }
        if let [.., before, last] = straight.as_mut_slice()
            && ((before.x == last.x && last.x == point.x)
                || (before.y == last.y && last.y == point.y))
        {
            *last = point;
            continue;
        }
        straight.push(point);
    }
    straight
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_point_beside_a_straight_line_pulls_it_aside() {
        let (from, to) = (Rect::new(0.0, 0.0, 128.0, 68.0), Rect::new(208.0, 0.0, 128.0, 68.0));
        let through = [Point { x: 168.0, y: 100.0 }];
        let way: Vec<(f32, f32)> =
            way(&from, &to, &through).unwrap().0.iter().map(|it| (it.x, it.y)).collect();
        let expected = [
            (128.0, 34.0),
            (148.0, 34.0),
            (148.0, 100.0),
            (188.0, 100.0),
            (188.0, 34.0),
            (208.0, 34.0),
        ];
        assert_eq!(way, expected);
    }

    #[test]
    fn a_line_passes_the_points_at_right_angles() {
        let (from, to) = (Rect::new(0.0, 0.0, 128.0, 68.0), Rect::new(400.0, 200.0, 128.0, 68.0));
        type Row<'a> = (&'a [(f32, f32)], &'a [(f32, f32)]);
        let rows: &[Row<'_>] = &[
            // Level out of the side, down, into the side.
            (
                &[(250.0, 34.0), (250.0, 234.0)],
                &[(128.0, 34.0), (250.0, 34.0), (250.0, 234.0), (400.0, 234.0)],
            ),
            // Below the first step: out of its bottom.
            (&[(64.0, 234.0)], &[(64.0, 68.0), (64.0, 234.0), (400.0, 234.0)]),
            // Above the second: into its top.
            (&[(464.0, 34.0)], &[(128.0, 34.0), (464.0, 34.0), (464.0, 200.0)]),
            // Between the two at another height: down and up again.
            (
                &[(264.0, 120.0), (300.0, 120.0)],
                &[
                    (128.0, 34.0),
                    (264.0, 34.0),
                    (264.0, 120.0),
                    (300.0, 120.0),
                    (300.0, 234.0),
                    (400.0, 234.0),
                ],
            ),
            // A point in no line with either: one more bend.
            (&[(250.0, 120.0)], &[(128.0, 34.0), (250.0, 34.0), (250.0, 234.0), (400.0, 234.0)]),
        ];
        for (through, expected) in rows {
            let through: Vec<Point> = through.iter().map(|(x, y)| Point { x: *x, y: *y }).collect();
            let way: Vec<(f32, f32)> =
                way(&from, &to, &through).unwrap().0.iter().map(|it| (it.x, it.y)).collect();
            assert_eq!(way, *expected);
        }
    }
}
