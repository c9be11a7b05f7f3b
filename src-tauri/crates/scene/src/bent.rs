//! Lines that a person led by hand: at right angles through the points that were put there, from
//! wherever on the two steps that is straightest. Between the points they go round a step that has
//! come to stand in the way; nothing else moves them.

use crate::measure::round;
use crate::route::{self, Point, Question, Side, Wanted};
use crate::shape::Rect;
use model::StepId;

/// A line keeps this far from the corners of a step where it attaches.
const CORNER: f32 = 8.0;

/// The way of a line through these points, in their order, and the sides where it leaves and
/// arrives; nothing without points. `outlines` of all steps are sorted by their left edges.
pub(crate) fn way(
    outlines: &[(StepId, Rect)],
    line: &Wanted,
    through: &[Point],
) -> Option<(Vec<Point>, (Side, Side))> {
    let (way, sides) = straight(&line.from.rect, &line.to.rect, through)?;
    let ends = line.from.hull.union(&line.to.hull);
    let ground = way.iter().fold(ends, |all, it| all.union(&Rect::new(it.x, it.y, 0.0, 0.0)));
    let question = Question::among(outlines, line, &Question::region(&ground, &ground));
    if !question.can_go_round(&way, through) {
        return Some((way, sides));
    }
    let [start, end] = [way.first().copied()?, way.last().copied()?];
    let round = route::through(&question, (start, sides.0), (end, sides.1), through);
    let hit = |way: &[Point]| {
        let around = crate::connectors::around(way);
        Question::among(outlines, line, &Question::region(&around, &around)).run_through(way)
    };
    let better = round.filter(|it| hit(it) < hit(&way) && !goes_twice(it));
    Some((better.unwrap_or(way), sides))
}

/// Whether a way comes back along a piece of itself, as where it was led to a point and back.
fn goes_twice(way: &[Point]) -> bool {
    let pieces: Vec<(Point, Point)> =
        way.iter().copied().zip(way.iter().skip(1).copied()).collect();
    let over =
        |a: (f32, f32), b: (f32, f32)| a.0.min(a.1) < b.0.max(b.1) && b.0.min(b.1) < a.0.max(a.1);
    pieces.iter().enumerate().any(|(at, (a, b))| {
        pieces.iter().skip(at + 1).any(|(c, d)| {
            let level = a.y == b.y && c.y == d.y && a.y == c.y && over((a.x, b.x), (c.x, d.x));
            level || a.x == b.x && c.x == d.x && a.x == c.x && over((a.y, b.y), (c.y, d.y))
        })
    })
}

/// The same as if there were no other steps.
fn straight(from: &Rect, to: &Rect, through: &[Point]) -> Option<(Vec<Point>, (Side, Side))> {
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
    use crate::route::EndStep;
    use model::ConnectorId;

    #[test]
    fn one_point_beside_a_straight_line_pulls_it_aside() {
        let (from, to) = (Rect::new(0.0, 0.0, 128.0, 68.0), Rect::new(208.0, 0.0, 128.0, 68.0));
        let through = [Point { x: 168.0, y: 100.0 }];
        let way: Vec<(f32, f32)> =
            straight(&from, &to, &through).unwrap().0.iter().map(|it| (it.x, it.y)).collect();
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
                straight(&from, &to, &through).unwrap().0.iter().map(|it| (it.x, it.y)).collect();
            assert_eq!(way, *expected);
        }
    }

    fn ended(id: u64, rect: Rect) -> EndStep {
        EndStep { id: StepId(id), rect, hull: rect, pointed: false }
    }

    /// The corners of a line led over the points among other steps.
    fn among(others: &[Rect], through: &[Point]) -> Vec<Point> {
        let (from, to) = (Rect::new(0.0, 0.0, 128.0, 68.0), Rect::new(900.0, 0.0, 128.0, 68.0));
        let line = Wanted {
            id: ConnectorId(9),
            from: ended(1, from),
            to: ended(2, to),
            same_lane: true,
            back: false,
        };
        let mut outlines: Vec<_> = (3..).map(StepId).zip(others.iter().copied()).collect();
        outlines.extend([(StepId(1), from), (StepId(2), to)]);
        outlines.sort_by(|a, b| a.1.x.total_cmp(&b.1.x));
        way(&outlines, &line, through).unwrap().0
    }

    #[test]
    fn a_step_that_comes_to_stand_in_the_way_is_gone_round() {
        let through = [Point { x: 300.0, y: 200.0 }, Point { x: 800.0, y: 200.0 }];
        let free = among(&[], &through);
        let step = Rect::new(500.0, 166.0, 128.0, 68.0);
        let round = among(&[step], &through);
        assert_ne!(round, free);
        let pieces = || round.iter().zip(round.iter().skip(1));
        for point in through {
            let on = |(a, b): (&Point, &Point)| {
                let level =
                    a.y == b.y && b.y == point.y && (point.x - a.x) * (point.x - b.x) <= 0.0;
                level || a.x == b.x && b.x == point.x && (point.y - a.y) * (point.y - b.y) <= 0.0
            };
            assert!(pieces().any(on), "{point:?} is not on {round:?}");
        }
        assert!(pieces().all(|(a, b)| a.x == b.x || a.y == b.y), "{round:?}");
        assert!(!pieces().any(|(a, b)| crate::route::hits(*a, *b, &step)), "{round:?}");
    }

    #[test]
    fn a_point_that_a_step_has_come_to_stand_on_stays() {
        let through = [Point { x: 300.0, y: 200.0 }, Point { x: 800.0, y: 200.0 }];
        let step = Rect::new(736.0, 166.0, 128.0, 68.0);
        assert_eq!(among(&[step], &through), among(&[], &through));
    }
}
