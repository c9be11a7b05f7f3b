//! The router: all ways of a map. Short ones first, each among those before it; it remembers what it
//! found, and looks again only where a step or another way nearby is not what it was, so that the
//! ways are the same as a fresh router's.

use super::piece::{Piece, pieces};
use super::ports::{Attached, spread};
use super::trace::{Scratch, Traced, trace};
use super::{Point, Question, Side, Taken, facing, nudge};
use crate::grid::Grid;
use crate::shape::Rect;
use model::{ConnectorId, StepId};
use std::collections::BTreeMap;
use std::sync::Arc;

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

/// A connector whose way is known: a person led it by hand, or a gesture leaves it as it is.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Led {
    pub id: ConnectorId,
    pub from: EndStep,
    pub to: EndStep,
    pub traced: Traced,
    /// It found its way by itself, among the lines shorter than it.
    pub free: bool,
}

/// The way of each connector.
pub(crate) type Ways = BTreeMap<ConnectorId, Vec<Point>>;

/// Remembers the ways of the last map.
#[derive(Default)]
pub(crate) struct Router {
    known: BTreeMap<ConnectorId, (Wanted, Traced)>,
    led: Vec<Led>,
    outlines: Vec<(StepId, Rect)>,
    ways: Arc<Ways>,
}

impl Router {
    /// The ways of these connectors among steps with these outlines, which are sorted by their
    /// left edges, and among lines that were led by hand; with those lines.
    pub(crate) fn ways(
        &mut self,
        outlines: &[(StepId, Rect)],
        mut wanted: Vec<Wanted>,
        led: Vec<Led>,
    ) -> Arc<Ways> {
        if self.is_as_it_was(outlines, &wanted, &led) {
            return Arc::clone(&self.ways);
        }
        wanted.sort_by(|a, b| {
            let far = |it: &Wanted| length([&it.from, &it.to]);
            far(a).total_cmp(&far(b)).then(a.id.cmp(&b.id))
        });
        let mut changed = self.changed(outlines, &wanted, &led);
        let ground = outlines.iter().fold(Rect::default(), |all, (_, rect)| all.union(rect));
        // Laid out only when a way has to be looked for among those before it.
        let mut drawn: Option<Grid<(usize, Piece)>> = None;
        let (mut found, mut scratch) = (Vec::new(), Scratch::default());
        let mut corners = Corners::default();
        for it in led.iter().filter(|it| !it.free) {
            corners.put([&it.from, &it.to], it.traced.1);
        }
        // Those that stay as they are have their turn among the others, as if they were looked for.
        let turn = |it: &Led| (length([&it.from, &it.to]), it.id);
        let mut calm: Vec<&Led> = led.iter().filter(|it| it.free).collect();
        calm.sort_by(|a, b| turn(b).0.total_cmp(&turn(a).0).then(b.id.cmp(&a.id)));
        let mut known = BTreeMap::new();
        let mut ways: Vec<Attached> = Vec::with_capacity(wanted.len() + led.len());
        for (line, it) in wanted.iter().enumerate() {
            let own = (length([&it.from, &it.to]), it.id);
            while let Some(it) = calm.pop_if(|it| turn(it) < own) {
                corners.put([&it.from, &it.to], it.traced.1);
            }
            let region = Question::region(&it.from.hull, &it.to.hull);
            let before = self.known.remove(&it.id).filter(|(asked, _)| asked == it);
            let clean =
                changed.as_ref().is_some_and(|all| !all.iter().any(|it| it.overlaps(&region)));
            let traced = match before {
                Some((_, traced)) if clean => traced,
                before => {
                    let drawn = drawn.get_or_insert_with(|| {
                        let by_hand = (wanted.len()..).zip(led.iter().map(|it| &it.traced.0));
                        let before = ways.iter().map(|it| &it.way).enumerate();
                        let mut grid = Grid::over(&ground);
                        by_hand.chain(before).for_each(|(line, way)| draw(&mut grid, line, way));
                        grid
                    });
                    near(drawn, &region, &mut found);
                    let question = Question {
                        taken: corners.taken([&it.from, &it.to]),
                        ..Question::among(outlines, it, &region)
                    };
                    let traced = trace(&question, &found, &mut scratch);
                    let old = before.map(|(_, traced)| traced);
                    if let Some(changed) = &mut changed
                        && old.as_ref() != Some(&traced)
                    {
                        changed.extend(old.iter().chain([&traced]).flat_map(|it| boxes(&it.0)));
                    }
                    traced
                }
            };
            if let Some(drawn) = &mut drawn {
                draw(drawn, line, &traced.0);
            }
            corners.put([&it.from, &it.to], traced.1);
            ways.push(attached([&it.from, &it.to], &traced, false));
            known.insert(it.id, (*it, traced));
        }
        ways.extend(led.iter().map(|it| attached([&it.from, &it.to], &it.traced, true)));
        let mut ways = apart(ways, outlines, &ground, &wanted);
        ways.extend(led.iter().map(|it| (it.id, it.traced.0.clone())));
        self.known = known;
        self.led = led;
        self.outlines = outlines.to_vec();
        self.ways = Arc::new(ways);
        Arc::clone(&self.ways)
    }

    /// Whether all is asked that was asked for the last map, and nothing else.
    fn is_as_it_was(&self, outlines: &[(StepId, Rect)], wanted: &[Wanted], led: &[Led]) -> bool {
        let known = |it: &Wanted| self.known.get(&it.id).is_some_and(|(asked, _)| asked == it);
        let count = self.known.len() == wanted.len();
        self.outlines == outlines && count && wanted.iter().all(known) && self.led == led
    }

    /// The ground where something is not what it was for the last map; nothing when there is so
    /// much of it that looking everywhere is cheaper.
    fn changed(
        &self,
        outlines: &[(StepId, Rect)],
        wanted: &[Wanted],
        led: &[Led],
    ) -> Option<Vec<Rect>> {
        let by_step = |all: &[(StepId, Rect)]| all.iter().copied().collect::<BTreeMap<_, _>>();
        let (before, now) = (by_step(&self.outlines), by_step(outlines));
        let gone = before.iter().filter(|(id, rect)| now.get(id) != Some(rect));
        let come = now.iter().filter(|(id, rect)| before.get(id) != Some(rect));
        let mut changed: Vec<Rect> = gone.chain(come).map(|(_, rect)| *rect).collect();
        if changed.len() > MANY {
            return None;
        }
        let asked: BTreeMap<ConnectorId, &Wanted> = wanted.iter().map(|it| (it.id, it)).collect();
        for (id, (before, traced)) in &self.known {
            if asked.get(id) != Some(&before) {
                changed.extend(boxes(&traced.0));
            }
        }
        let by_id =
            |all: &[Led]| all.iter().map(|it| (it.id, it.clone())).collect::<BTreeMap<_, _>>();
        let (led_before, led_now) = (by_id(&self.led), by_id(led));
        let gone = led_before.values().filter(|it| led_now.get(&it.id) != Some(it));
        let come = led_now.values().filter(|it| led_before.get(&it.id) != Some(it));
        changed.extend(gone.chain(come).flat_map(|it| boxes(&it.traced.0)));
        Some(changed)
    }
}

/// What leaves from and arrives at each side of the steps that have one port a side: two lines at one
/// port lie on each other, and one that arrives where another leaves reads as going on past the step.
#[derive(Default)]
struct Corners(BTreeMap<(StepId, Side), [bool; 2]>);

impl Corners {
    /// What a port that another line of this direction has counts, and one of the other, in points.
    const SHARED: f32 = 40.0;
    const OPPOSED: f32 = 150.0;

    fn put(&mut self, ends: [&EndStep; 2], sides: (Side, Side)) {
        for (end, (step, side)) in ends.into_iter().zip([sides.0, sides.1]).enumerate() {
            if !step.pointed {
                continue;
            }
            let there = self.0.entry((step.id, side)).or_default();
            if let Some(it) = there.get_mut(end) {
                *it = true;
            }
        }
    }

    fn taken(&self, [from, to]: [&EndStep; 2]) -> [Taken; 2] {
        let price = |step: &EndStep, leaves: bool| {
            Side::ALL.map(|side| {
                let [out, into] = self.0.get(&(step.id, side)).copied().unwrap_or_default();
                let (same, other) = if leaves { (out, into) } else { (into, out) };
                let opposed = if other { Self::OPPOSED } else { 0.0 };
                opposed + if same { Self::SHARED } else { 0.0 }
            })
        };
        [price(from, true), price(to, false)]
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
fn length([from, to]: [&EndStep; 2]) -> f32 {
    let (a, b) = (&from.rect, &to.rect);
    (a.centre_x() - b.centre_x()).abs() + (a.centre_y() - b.centre_y()).abs()
}

fn draw(drawn: &mut Grid<(usize, Piece)>, line: usize, way: &[Point]) {
    for piece in pieces(line, way) {
        drawn.put(&bounds(&piece), (line, piece));
    }
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
fn near(drawn: &Grid<(usize, Piece)>, region: &Rect, found: &mut Vec<Piece>) {
    found.clear();
    drawn.near(region, |(_, piece), _| {
        if bounds(&piece).overlaps(region) {
            found.push(piece);
        }
    });
    found.sort_unstable_by_key(|piece| (piece.line, piece.index));
    found.dedup_by_key(|piece| (piece.line, piece.index));
}

/// The ways with their ends at their ports, side by side where they share a channel.
fn apart(
    mut ways: Vec<Attached>,
    outlines: &[(StepId, Rect)],
    ground: &Rect,
    wanted: &[Wanted],
) -> Ways {
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
