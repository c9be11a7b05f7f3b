//! Routing: connectors run at right angles, round every step, and side by side where they share a
//! channel. The way of one connector depends only on its two steps and the steps near it, so that
//! moving one step re-routes only what it touches.

mod astar;
mod facing;
mod few;
mod nudge;
mod piece;
mod places;
mod ports;
mod router;
mod simple;
#[cfg(test)]
mod tests;
mod trace;

pub(crate) use astar::through;
pub(crate) use router::{EndStep, Led, Router, Wanted, Ways};

use crate::measure::*;
use crate::shape::Rect;
use model::StepId;

/// A point, in scene coordinates.
#[derive(Clone, Copy, Debug, PartialEq, Default)]
pub(crate) struct Point {
    pub x: f32,
    pub y: f32,
}

impl Point {
    pub(crate) fn new(x: f32, y: f32) -> Point {
        Point { x: round(x), y: round(y) }
    }

    pub(crate) fn moved(self, side: Side, by: f32) -> Point {
        let (dx, dy) = side.outward();
        Point::new(self.x + dx * by, self.y + dy * by)
    }
}

/// The side of a step that a connector leaves from or arrives at.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Side {
    Top,
    Right,
    Bottom,
    Left,
}

impl Side {
    pub(crate) const ALL: [Side; 4] = [Side::Top, Side::Right, Side::Bottom, Side::Left];

    pub(crate) fn outward(self) -> (f32, f32) {
        match self {
            Side::Top => (0.0, -1.0),
            Side::Right => (1.0, 0.0),
            Side::Bottom => (0.0, 1.0),
            Side::Left => (-1.0, 0.0),
        }
    }

    /// The side on which one leaves `at` for `next`.
    pub(crate) fn towards(at: Point, next: Point) -> Side {
        match (next.x - at.x, next.y - at.y) {
            (dx, 0.0) if dx < 0.0 => Side::Left,
            (_, 0.0) => Side::Right,
            (_, dy) if dy < 0.0 => Side::Top,
            _ => Side::Bottom,
        }
    }

    pub(crate) fn is_vertical(self) -> bool {
        matches!(self, Side::Top | Side::Bottom)
    }

    /// The middle of this side of a rectangle, or `along` away from it.
    pub(crate) fn port(self, rect: &Rect, along: f32) -> Point {
        match self {
            Side::Top => Point::new(rect.centre_x() + along, rect.y),
            Side::Right => Point::new(rect.right(), rect.centre_y() + along),
            Side::Bottom => Point::new(rect.centre_x() + along, rect.bottom()),
            Side::Left => Point::new(rect.x, rect.centre_y() + along),
        }
    }
}

/// What a connector's way depends on.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Question {
    /// The step it leaves, and its outline with the name under it.
    pub from: (Rect, Rect),
    /// The step it arrives at.
    pub to: (Rect, Rect),
    /// Both in one lane.
    pub same_lane: bool,
    /// Rework: drawn outside the forward flow.
    pub back: bool,
    /// Outlines of the steps near the way, in the order of their places.
    pub obstacles: Vec<Rect>,
    /// What speaks against leaving from, and arriving at, each side: others are there already.
    pub taken: [Taken; 2],
}

/// A price for each side.
pub(crate) type Taken = [f32; 4];

/// How far around its two steps a connector looks for obstacles.
const REACH: f32 = 140.0;

impl Question {
    /// Of a connector among steps with these outlines, which are sorted by their left edges, as far
    /// as they reach into a region.
    pub(crate) fn among(outlines: &[(StepId, Rect)], wanted: &Wanted, region: &Rect) -> Question {
        // A step is at most this wide, so an outline that begins further left cannot reach in.
        let reach = region.x - 2.0 * STEP_WIDTH;
        let first = outlines.partition_point(|(_, hull)| hull.x < reach);
        let own = [wanted.from.id, wanted.to.id];
        let obstacles = outlines
            .iter()
            .skip(first)
            .take_while(|(_, hull)| hull.x < region.right())
            .filter(|(id, hull)| !own.contains(id) && hull.overlaps(region))
            .map(|(_, hull)| *hull)
            .collect();
        Question {
            from: (wanted.from.rect, wanted.from.hull),
            to: (wanted.to.rect, wanted.to.hull),
            same_lane: wanted.same_lane,
            back: wanted.back,
            obstacles,
            taken: [Taken::default(); 2],
        }
    }

    /// The region whose steps matter.
    pub(crate) fn region(from: &Rect, to: &Rect) -> Rect {
        from.union(to).grown(REACH)
    }

    /// How many steps a way runs straight through, its own two left out.
    pub(crate) fn run_through(&self, way: &[Point]) -> usize {
        self.run_over(way).count()
    }

    /// Whether a way runs through a step that holds none of the points it has to pass.
    pub(crate) fn can_go_round(&self, way: &[Point], points: &[Point]) -> bool {
        self.run_over(way).any(|step| !points.iter().any(|it| hits(*it, *it, step)))
    }

    fn run_over<'a>(&'a self, way: &'a [Point]) -> impl Iterator<Item = &'a Rect> {
        let through =
            |step: &Rect| way.iter().zip(way.iter().skip(1)).any(|(a, b)| hits(*a, *b, step));
        self.obstacles.iter().filter(move |step| through(step))
    }
}

/// What speaks against a pair of sides before any way is drawn: the flow reads left to right and
/// lane to lane, rework stays above it.
fn dislike(question: &Question, leave: Side, arrive: Side) -> f32 {
    if question.back {
        let out = match leave {
            Side::Top => 0.0,
            Side::Bottom => 12.0,
            Side::Left => 50.0,
            Side::Right => 70.0,
        };
        let into = match arrive {
            Side::Top => 0.0,
            Side::Bottom => 12.0,
            Side::Right => 30.0,
            Side::Left => 130.0,
        };
        return out + into;
    }
    let turn = if question.same_lane { 110.0 } else { 8.0 };
    let out = match leave {
        Side::Right => 0.0,
        Side::Top | Side::Bottom => turn,
        Side::Left => 420.0,
    };
    let into = match arrive {
        Side::Left => 0.0,
        Side::Top | Side::Bottom => turn,
        Side::Right => 420.0,
    };
    out + into
}

/// Whether a straight piece runs through a rectangle.
pub(crate) fn hits(a: Point, b: Point, rect: &Rect) -> bool {
    let (left, right) = (a.x.min(b.x), a.x.max(b.x));
    let (top, bottom) = (a.y.min(b.y), a.y.max(b.y));
    left < rect.right() && right > rect.x && top < rect.bottom() && bottom > rect.y
}

/// What no way may run through: the steps near it with some ground around them, the inside of its own
/// two, and the names under those.
fn walls(question: &Question) -> Vec<Rect> {
    let own = [&question.from, &question.to];
    let under = own.iter().map(|(rect, hull)| {
        let below = hull.bottom() - rect.bottom() - 3.0;
        Rect::new(hull.x, rect.bottom() + 3.0, hull.w, below)
    });
    let others = question.obstacles.iter().map(|it| it.grown(CLEARANCE - 1.0));
    let mut walls: Vec<Rect> = own.iter().map(|(rect, _)| rect.grown(-1.0)).collect();
    walls.extend(under.filter(|name| name.h > 1.0));
    walls.extend(others);
    walls
}

/// How many of them a way runs through.
pub(crate) fn collisions(question: &Question, way: &[Point]) -> usize {
    let through = |wall: &Rect| way.iter().zip(way.iter().skip(1)).any(|(a, b)| hits(*a, *b, wall));
    walls(question).iter().filter(|wall| through(wall)).count()
}

/// Without repeated points and points inside straight pieces.
pub(crate) fn simplified(points: impl IntoIterator<Item = Point>) -> Vec<Point> {
    simply(points)
}

/// The same into whatever holds points.
fn simply<P: few::Points>(points: impl IntoIterator<Item = Point>) -> P {
    let mut kept = P::default();
    for point in points {
        if kept.last() == Some(&point) {
            continue;
        }
        if let [.., a, b] = &*kept {
            let straight = (a.x == b.x && b.x == point.x) || (a.y == b.y && b.y == point.y);
            if straight {
                kept.drop_last();
            }
        }
        if kept.last() != Some(&point) {
            kept.add(point);
        }
    }
    kept
}
