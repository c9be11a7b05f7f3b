//! Connectors as lines: how each is drawn by what it is. A flow inside a team is thin and grey, a
//! handoff is dark, rework is dashed, the critical path is heavier.

use crate::measure::*;
use crate::route::Point;
use crate::scene::{Group, GroupKey, Part};
use crate::shape::{Rect, Segment, Shape, Stroke, Token};
use model::{Connector, ConnectorKind};

/// A line and its arrowhead reach no farther from its way.
pub(crate) const ROOM: f32 = 6.0;

/// How one connector is drawn.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Look {
    /// From one lane to another.
    pub crossing: bool,
    /// On the critical path.
    pub critical: bool,
    /// A handoff that stands badly.
    pub troubled: bool,
    /// Goes back.
    pub rework: bool,
}

impl Look {
    /// The critical path is dark, and in the trouble colour where a handoff on it stands badly:
    /// all of it in that colour would leave the eye nowhere to land first.
    fn token(self) -> Token {
        match (self.critical, self.crossing) {
            (true, true) if self.troubled => Token::Trouble,
            (true, false) => Token::Secondary,
            (false, true) if self.rework => Token::Secondary,
            (_, true) => Token::Ink,
            (false, false) => Token::Flow,
        }
    }

    fn width(self) -> f32 {
        match (self.crossing, self.rework, self.critical) {
            (_, true, _) | (false, false, false) => 1.25,
            (true, false, true) => 2.25,
            (true, false, false) | (false, false, true) => 1.75,
        }
    }
}

/// The line of a connector with its arrowhead. `hops` are where it crosses others on level pieces.
pub(crate) fn group(connector: &Connector, way: &[Point], hops: &[Point], look: Look) -> Group {
    let part = if look.crossing { Part::Crossing } else { Part::Connector };
    let token = look.token();
    let mut shapes = Vec::new();
    let shortened = short_of_arrow(way);
    shapes.push(Shape::Path {
        segments: rounded(&shortened, hops),
        fill: None,
        stroke: Some(Stroke {
            paint: token.into(),
            width: look.width(),
            dash: if look.rework { vec![5.0, 4.0] } else { Vec::new() },
        }),
    });
    if let Some(segments) = arrow(way) {
        shapes.push(Shape::Path { segments, fill: Some(token.into()), stroke: None });
    }
    Group {
        key: GroupKey { part, id: connector.id.into() },
        bounds: around(way).grown(ROOM),
        line: way.iter().map(|point| (point.x, point.y)).collect(),
        shapes,
    }
}

/// Whether it is a rework connector.
pub(crate) fn is_rework(connector: &Connector) -> bool {
    connector.flow == ConnectorKind::Rework
}

/// The box around a way.
pub(crate) fn around(way: &[Point]) -> Rect {
    let mut points = way.iter();
    let Some(first) = points.next() else { return Rect::default() };
    let start = Rect::new(first.x, first.y, 0.0, 0.0);
    points.fold(start, |rect, p| rect.union(&Rect::new(p.x, p.y, 0.0, 0.0)))
}

/// The middle of the longest piece of a way, as a place without size.
pub(crate) fn middle(way: impl Iterator<Item = Point> + Clone) -> Rect {
    let pieces = way.clone().zip(way.skip(1));
    let longest = pieces.max_by(|(a, b), (c, d)| {
        let length = |p: &Point, q: &Point| (p.x - q.x).abs() + (p.y - q.y).abs();
        length(a, b).total_cmp(&length(c, d))
    });
    longest.map_or(Rect::default(), |(a, b)| {
        Rect::new(round((a.x + b.x) / 2.0), round((a.y + b.y) / 2.0), 0.0, 0.0)
    })
}

fn towards(from: Point, to: Point, by: f32) -> Point {
    let length = (to.x - from.x).abs() + (to.y - from.y).abs();
    if length == 0.0 {
        return from;
    }
    let share = by / length;
    Point { x: from.x + (to.x - from.x) * share, y: from.y + (to.y - from.y) * share }
}

/// The way, ending under the arrowhead instead of at its tip.
fn short_of_arrow(way: &[Point]) -> Vec<Point> {
    let mut way = way.to_vec();
    if let [.., before, last] = way.as_mut_slice() {
        *last = towards(*last, *before, ARROW - 1.0);
    }
    way
}

fn arrow(way: &[Point]) -> Option<Vec<Segment>> {
    let [.., before, tip] = way else { return None };
    let base = towards(*tip, *before, ARROW);
    let (dx, dy) = ((tip.x - base.x) / ARROW, (tip.y - base.y) / ARROW);
    let half = 4.0;
    Some(vec![
        Segment::M(tip.x, tip.y),
        Segment::L(base.x - dy * half, base.y + dx * half),
        Segment::L(base.x + dy * half, base.y - dx * half),
        Segment::Z,
    ])
}

/// A level stretch to `end` that hops over the lines it crosses.
fn hopping(segments: &mut Vec<Segment>, start: Point, end: Point, hops: &[Point]) {
    if start.y == end.y {
        let (left, right) = (start.x.min(end.x), start.x.max(end.x));
        let ahead = if end.x > start.x { 1.0 } else { -1.0 };
        let mut here: Vec<f32> = hops.iter().filter(|it| it.y == start.y).map(|it| it.x).collect();
        here.retain(|x| *x > left + JUMP && *x < right - JUMP);
        here.sort_by(|a, b| (a * ahead).total_cmp(&(b * ahead)));
        let (y, up) = (start.y, start.y - JUMP);
        for x in here {
            let (from, to) = (x - ahead * JUMP, x + ahead * JUMP);
            // Two quarters of a circle, as in `rounded`.
            let soft = ahead * JUMP * 0.45;
            segments.push(Segment::L(from, y));
            segments.push(Segment::C(from, y - JUMP * 0.55, x - soft, up, x, up));
            segments.push(Segment::C(x + soft, up, to, y - JUMP * 0.55, to, y));
        }
    }
    segments.push(Segment::L(end.x, end.y));
}

/// The way as a path with rounded bends and its hops.
fn rounded(way: &[Point], hops: &[Point]) -> Vec<Segment> {
    let mut segments = Vec::new();
    let Some(mut at) = way.first().copied() else { return segments };
    segments.push(Segment::M(at.x, at.y));
    for window in way.windows(3) {
        let [a, b, c] = window else { continue };
        let room = |p: &Point, q: &Point| ((p.x - q.x).abs() + (p.y - q.y).abs()) / 2.0;
        let radius = BEND.min(room(a, b)).min(room(b, c));
        let (start, end) = (towards(*b, *a, radius), towards(*b, *c, radius));
        // Control points at 0.55 of the radius draw a quarter of a circle.
        let (c1, c2) = (towards(start, *b, radius * 0.55), towards(end, *b, radius * 0.55));
        hopping(&mut segments, at, start, hops);
        segments.push(Segment::C(c1.x, c1.y, c2.x, c2.y, end.x, end.y));
        at = end;
    }
    if let Some(last) = way.last() {
        hopping(&mut segments, at, *last, hops);
    }
    segments
}
