//! The way round steps that block every simple one: a search over the lines beside them. Only the
//! steps that turn out to stand in the way are looked at, so the search stays small on any map.
//! A line that a person led by hand goes round steps in the same way, from one point to the next.

use super::simple::cost;
use super::{Point, Question, Side, collisions, hits, simplified};
use crate::measure::{CLEARANCE, STUB};
use crate::shape::Rect;
use std::cmp::Reverse;
use std::collections::BinaryHeap;

/// Searches before giving up.
const ROUNDS: usize = 6;
/// Spots a search looks at before it gives up: on ground so crowded any way is as bad as another.
const SPOTS: usize = 3_000;
/// Distance of a way from the step it goes round.
const BESIDE: f32 = CLEARANCE + 5.0;
/// How close by a step a person can lead a line.
const CLOSE: f32 = 3.0;
/// Two turns of a line that was led by hand lie no closer.
const NARROW: f32 = 12.0;
/// What a bend costs, in half points.
const BEND: i64 = 92;

/// A way that runs through no step, if one is found.
pub(super) fn way(
    question: &Question,
    from: (Point, Side),
    to: (Point, Side),
) -> Option<Vec<Point>> {
    through(question, from, to, &[])
}

/// The same over these points in their order. What a person led close by a step stays there: only
/// steps that it would run through are gone round.
pub(crate) fn through(
    question: &Question,
    from: (Point, Side),
    to: (Point, Side),
    points: &[Point],
) -> Option<Vec<Point>> {
    let led = !points.is_empty();
    let clear = if led { CLOSE } else { CLEARANCE - 1.0 };
    let hit = |way: &[Point]| {
        if led { question.run_through(way) } else { collisions(question, way) }
    };
    let start = from.0.moved(from.1, STUB);
    let goal = to.0.moved(to.1, STUB);
    let mut blockers = vec![question.from.1, question.to.1];
    let mut best: Option<(usize, f32, Vec<Point>)> = None;
    for _ in 0..ROUNDS {
        let ground = Ground { question, blockers: &blockers, clear, points };
        let Some(middle) = legs(ground, (start, from.1), (goal, to.1)) else { break };
        let way = simplified(std::iter::once(from.0).chain(middle).chain([to.0]));
        let bad = hit(&way);
        let better = best.as_ref().is_none_or(|(b, c, _)| (bad, cost(&way)) < (*b, *c));
        if better {
            best = Some((bad, cost(&way), way.clone()));
        }
        if bad == 0 {
            break;
        }
        let known = blockers.len();
        for rect in &question.obstacles {
            let grown = rect.grown(clear);
            // What lies on the very port cannot be gone round.
            if hits(from.0, start, &grown) || hits(goal, to.0, &grown) {
                continue;
            }
            if points.iter().any(|it| hits(*it, *it, &grown)) {
                continue;
            }
            let hit = way.iter().zip(way.iter().skip(1)).any(|(a, b)| hits(*a, *b, &grown));
            if hit && !blockers.contains(rect) {
                blockers.push(*rect);
            }
        }
        if blockers.len() == known {
            break;
        }
    }
    best.map(|(_, _, way)| way)
}

/// The lines a way may use: beside each blocker, and through the two ends and the points.
struct Lines {
    xs: Vec<f32>,
    ys: Vec<f32>,
}

impl Lines {
    fn of(blockers: &[Rect], start: Point, goal: Point, points: &[Point]) -> Lines {
        let mut xs = vec![(start.x + goal.x) / 2.0];
        let mut ys = vec![(start.y + goal.y) / 2.0];
        for rect in blockers {
            xs.extend([rect.x - BESIDE, rect.right() + BESIDE]);
            ys.extend([rect.y - BESIDE, rect.bottom() + BESIDE]);
        }
        // Beside a point that it has to pass a line would make a way turn in no room at all.
        xs.retain(|x| points.iter().all(|it| (it.x - x).abs() >= NARROW));
        ys.retain(|y| points.iter().all(|it| (it.y - y).abs() >= NARROW));
        for it in points.iter().chain([&start, &goal]) {
            xs.push(it.x);
            ys.push(it.y);
        }
        for line in [&mut xs, &mut ys] {
            line.iter_mut().for_each(|it| *it = crate::measure::round(*it));
            line.sort_by(f32::total_cmp);
            line.dedup();
        }
        Lines { xs, ys }
    }

    fn point(&self, at: (usize, usize)) -> Option<Point> {
        Some(Point { x: *self.xs.get(at.0)?, y: *self.ys.get(at.1)? })
    }

    fn find(&self, point: Point) -> Option<(usize, usize)> {
        let x = self.xs.iter().position(|x| *x == point.x)?;
        let y = self.ys.iter().position(|y| *y == point.y)?;
        Some((x, y))
    }
}

/// A place on the lines and the direction one came from.
type Spot = (usize, usize, Side);

/// The cheapest price of every spot so far, and the spot before it.
struct Known {
    rows: usize,
    prices: Vec<i64>,
    before: Vec<Option<Spot>>,
    reached: usize,
}

impl Known {
    fn over(lines: &Lines) -> Known {
        let count = lines.xs.len() * lines.ys.len() * Side::ALL.len();
        Known {
            rows: lines.ys.len(),
            prices: vec![i64::MAX; count],
            before: vec![None; count],
            reached: 0,
        }
    }

    fn index(&self, (x, y, side): Spot) -> usize {
        (x * self.rows + y) * Side::ALL.len() + side as usize
    }

    fn price(&self, spot: Spot) -> i64 {
        self.prices.get(self.index(spot)).copied().unwrap_or(i64::MAX)
    }

    fn set(&mut self, spot: Spot, price: i64, before: Option<Spot>) {
        let index = self.index(spot);
        if let (Some(kept), Some(came)) = (self.prices.get_mut(index), self.before.get_mut(index)) {
            self.reached += usize::from(*kept == i64::MAX);
            *kept = price;
            *came = before;
        }
    }

    fn trace(&self, lines: &Lines, end: Spot) -> Vec<Point> {
        let mut points = Vec::new();
        let mut at = Some(end);
        while let Some(spot) = at {
            points.extend(lines.point((spot.0, spot.1)));
            at = self.before.get(self.index(spot)).copied().flatten();
        }
        points.reverse();
        points
    }
}

/// What a search goes by.
#[derive(Clone, Copy)]
struct Ground<'a> {
    question: &'a Question,
    /// What stands in the way.
    blockers: &'a [Rect],
    /// How far from that a way has to stay.
    clear: f32,
    /// What a person led it over.
    points: &'a [Point],
}

/// From place to place, each time going on in the direction in which one came.
fn legs(ground: Ground<'_>, from: (Point, Side), to: (Point, Side)) -> Option<Vec<Point>> {
    let mut way: Vec<Point> = vec![from.0];
    let mut ahead = from.1;
    let last = (to.0, Some(to.1));
    for place in ground.points.iter().map(|it| (*it, None)).chain([last]) {
        let at = way.last().copied()?;
        let leg = search(ground, (at, ahead), place)?;
        if let [.., before, end] = leg.as_slice() {
            ahead = Side::towards(*before, *end);
        }
        way.extend(leg.into_iter().skip(1));
    }
    Some(way)
}

/// From a place where one goes in a direction to another, where a step may lie on a side.
fn search(
    ground: Ground<'_>,
    from: (Point, Side),
    to: (Point, Option<Side>),
) -> Option<Vec<Point>> {
    let Ground { question, blockers, clear, points } = ground;
    let lines = Lines::of(blockers, from.0, to.0, points);
    let (sx, sy) = lines.find(from.0)?;
    let goal = lines.find(to.0)?;
    let own = |rect: &Rect| *rect == question.from.1 || *rect == question.to.1;
    let walls: Vec<Rect> =
        blockers.iter().map(|rect| rect.grown(if own(rect) { 1.0 } else { clear })).collect();
    let arriving = to.1.map(opposite);
    let mut open = BinaryHeap::new();
    let mut known = Known::over(&lines);
    let first = (sx, sy, from.1);
    known.set(first, 0, None);
    open.push(Reverse((0, 0, first)));
    while let Some(Reverse((_, so_far, spot))) = open.pop() {
        if (spot.0, spot.1) == goal {
            return Some(known.trace(&lines, spot));
        }
        if known.price(spot) < so_far {
            continue;
        }
        if known.reached > SPOTS {
            return None;
        }
        for side in Side::ALL.into_iter().filter(|side| *side != opposite(spot.2)) {
            let Some(next) = step(&lines, spot, side) else { continue };
            let (Some(a), Some(b)) = (lines.point((spot.0, spot.1)), lines.point((next.0, next.1)))
            else {
                continue;
            };
            let length = ((a.x - b.x).abs() + (a.y - b.y).abs()) * 2.0;
            let mut price = so_far + length as i64 + if side == spot.2 { 0 } else { BEND };
            if (next.0, next.1) == goal && arriving.is_some_and(|it| it != side) {
                price += BEND;
            }
            if price >= known.price(next) || walls.iter().any(|wall| hits(a, b, wall)) {
                continue;
            }
            known.set(next, price, Some(spot));
            let left = ((b.x - to.0.x).abs() + (b.y - to.0.y).abs()) * 2.0;
            open.push(Reverse((price + left as i64, price, next)));
        }
    }
    None
}

fn opposite(side: Side) -> Side {
    match side {
        Side::Top => Side::Bottom,
        Side::Bottom => Side::Top,
        Side::Left => Side::Right,
        Side::Right => Side::Left,
    }
}

fn step(lines: &Lines, (x, y, _): Spot, side: Side) -> Option<Spot> {
    match side {
        Side::Top => y.checked_sub(1).map(|y| (x, y, side)),
        Side::Left => x.checked_sub(1).map(|x| (x, y, side)),
        Side::Bottom => (y + 1 < lines.ys.len()).then_some((x, y + 1, side)),
        Side::Right => (x + 1 < lines.xs.len()).then_some((x + 1, y, side)),
    }
}
