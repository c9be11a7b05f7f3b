//! The router: all ways of a map. Short ones first, each among those before it; it remembers what it
//! found, and looks again only where a step or another way nearby is not what it was, so that the
//! ways are the same as a fresh router's.

use super::piece::{Piece, pieces};
use super::ports::{Attached, spread};
use super::trace::{Traced, trace};
use super::{Point, Question, facing, nudge};
use crate::grid::Grid;
use crate::measure::STEP_WIDTH;
use crate::shape::Rect;
use model::{ConnectorId, StepId};
use std::collections::BTreeMap;

/// With more outlines moved than this, looking everywhere is cheaper.
const MANY: usize = 40;

/// A connector that finds its own way.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Wanted {
    pub id: ConnectorId,
    pub from: EndStep,
    pub to: EndStep,
    pub same_lane: bool,
    /// Rework.
    pub back: bool,
}

/// A step at the end of a connector.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct EndStep {
    pub id: StepId,
    pub rect: Rect,
    pub hull: Rect,
    /// A corner or a circle: there is one port a side.
    pub pointed: bool,
}

/// A connector that a person led by hand.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Led {
    pub id: ConnectorId,
    pub from: EndStep,
    pub to: EndStep,
    pub traced: Traced,
}

/// Remembers the ways of the last map.
#[derive(Default)]
pub(crate) struct Router {
    known: BTreeMap<ConnectorId, (Wanted, Traced)>,
    led: Vec<Led>,
    outlines: BTreeMap<StepId, Rect>,
}

impl Router {
    /// The ways of these connectors among steps with these outlines, which are sorted by their
    /// left edges, and among lines that were led by hand.
    pub(crate) fn ways(
        &mut self,
        outlines: &[(StepId, Rect)],
        mut wanted: Vec<Wanted>,
        led: Vec<Led>,
    ) -> BTreeMap<ConnectorId, Vec<Point>> {
        wanted.sort_by(|a, b| length(a).total_cmp(&length(b)).then(a.id.cmp(&b.id)));
        let mut changed = self.changed(outlines, &wanted, &led);
        let ground = outlines.iter().fold(Rect::default(), |all, (_, rect)| all.union(rect));
        let mut drawn: Grid<(usize, Piece)> = Grid::over(&ground);
        let mut known = BTreeMap::new();
        for (line, it) in (wanted.len()..).zip(&led) {
            for piece in pieces(line, &it.traced.0) {
                drawn.put(&bounds(&piece), (line, piece));
            }
        }
        let mut ways = Vec::with_capacity(wanted.len() + led.len());
        for (line, it) in wanted.iter().enumerate() {
            let region = Question::region(&it.from.hull, &it.to.hull);
            let before = self.known.remove(&it.id).filter(|(asked, _)| asked == it);
            let clean =
                changed.as_ref().is_some_and(|all| !all.iter().any(|it| it.overlaps(&region)));
            let traced = match before {
                Some((_, traced)) if clean => traced,
                before => {
                    let near = near(&drawn, &region);
                    let traced = trace(&question(outlines, it, &region), &near);
                    let old = before.map(|(_, traced)| traced);
                    if let Some(changed) = &mut changed
                        && old.as_ref() != Some(&traced)
                    {
                        changed.extend(old.iter().chain([&traced]).flat_map(|it| boxes(&it.0)));
                    }
                    traced
                }
            };
            for piece in pieces(line, &traced.0) {
                drawn.put(&bounds(&piece), (line, piece));
            }
            ways.push(attached([&it.from, &it.to], &traced, false));
            known.insert(it.id, (*it, traced));
        }
        ways.extend(led.iter().map(|it| attached([&it.from, &it.to], &it.traced, true)));
        self.known = known;
        self.led = led;
        apart(ways, outlines, &ground, &wanted)
    }

    /// The ground where something is not what it was for the last map; nothing when there is so
    /// much of it that looking everywhere is cheaper.
    fn changed(
        &mut self,
        outlines: &[(StepId, Rect)],
        wanted: &[Wanted],
        led: &[Led],
    ) -> Option<Vec<Rect>> {
        let now: BTreeMap<StepId, Rect> = outlines.iter().copied().collect();
        let gone = self.outlines.iter().filter(|(id, rect)| now.get(id) != Some(rect));
        let come = now.iter().filter(|(id, rect)| self.outlines.get(id) != Some(rect));
        let mut changed: Vec<Rect> = gone.chain(come).map(|(_, rect)| *rect).collect();
        self.outlines = now;
        if changed.len() > MANY {
            return None;
        }
        let asked: BTreeMap<ConnectorId, &Wanted> = wanted.iter().map(|it| (it.id, it)).collect();
        for (id, (before, traced)) in &self.known {
            if asked.get(id) != Some(&before) {
                changed.extend(boxes(&traced.0));
            }
        }
        let gone = self.led.iter().filter(|it| !led.contains(it));
        let come = led.iter().filter(|it| !self.led.contains(it));
        changed.extend(gone.chain(come).flat_map(|it| boxes(&it.traced.0)));
        Some(changed)
    }
}

fn attached([from, to]: [&EndStep; 2], traced: &Traced, led: bool) -> Attached {
    Attached {
        ends: [(from.id, traced.1.0), (to.id, traced.1.1)],
        rects: [from.rect, to.rect],
        pointed: [from.pointed, to.pointed],
        way: traced.0.clone(),
        led,
    }
}

/// How far it is, corners not counted.
fn length(wanted: &Wanted) -> f32 {
    let (a, b) = (&wanted.from.rect, &wanted.to.rect);
    (a.centre_x() - b.centre_x()).abs() + (a.centre_y() - b.centre_y()).abs()
}

fn bounds(piece: &Piece) -> Rect {
    let length = piece.to - piece.from;
    if piece.level {
        Rect::new(piece.from, piece.across, length, 0.0)
    } else {
        Rect::new(piece.across, piece.from, 0.0, length)
    }
}

fn boxes(way: &[Point]) -> impl Iterator<Item = Rect> + '_ {
    // A piece without area overlaps nothing that it merely touches, and neither does this one.
    pieces(0, way).map(|piece| bounds(&piece))
}

/// The pieces that touch a region, each once.
fn near(drawn: &Grid<(usize, Piece)>, region: &Rect) -> Vec<Piece> {
    let mut found: Vec<Piece> = Vec::new();
    drawn.near(region, |(_, piece), _| {
        if bounds(&piece).overlaps(region) {
            found.push(piece);
        }
    });
    found.sort_by_key(|piece| (piece.line, piece.index));
    found.dedup_by_key(|piece| (piece.line, piece.index));
    found
}

fn question(outlines: &[(StepId, Rect)], wanted: &Wanted, region: &Rect) -> Question {
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
    }
}

/// The ways with their ends at their ports, side by side where they share a channel.
fn apart(
    mut ways: Vec<Attached>,
    outlines: &[(StepId, Rect)],
    ground: &Rect,
    wanted: &[Wanted],
) -> BTreeMap<ConnectorId, Vec<Point>> {
    spread(&mut ways);
    let rects: Vec<Rect> = outlines.iter().map(|(_, rect)| *rect).collect();
    let mut hulls: Grid<usize> = Grid::over(ground);
    for (at, rect) in rects.iter().enumerate() {
        hulls.put(rect, at);
    }
    for level in [false, true] {
        nudge::nudge(&mut ways, level, &hulls, &rects);
        facing::part(&mut ways, !level, &hulls, &rects);
    }
    wanted.iter().map(|it| it.id).zip(ways.into_iter().map(|it| it.way)).collect()
}
