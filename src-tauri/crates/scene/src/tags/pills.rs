//! Pills: number, wait and target of a handoff, coloured by how it stands, on the lane line it
//! crosses. Two that want the same place part, one up and one down; where even that is too tight a
//! pill says less before it covers anything.

use super::{Taken, first_free, waiting};
use crate::badge::{WIDTH, badge, sign};
use crate::lanes::{strike, text};
use crate::measure::*;
use crate::route::Point;
use crate::scene::{Group, GroupKey, LaneBand, Part};
use crate::shape::{Rect, Shape, Stroke, TextStyle, Token, Weight};
use crate::standing::{Standing, standing, target};
use crate::text::Typesetter;
use crate::words::Words;
use model::{Clock, Connector, ConnectorKind, Document, Handoff, HandoffId, Minutes};
use std::collections::BTreeMap;
use std::sync::Arc;

const NUMBER: TextStyle = TextStyle::new(11.0, Weight::Medium);
const PAD: f32 = 11.0;
const GAP: f32 = 9.0;
/// Between a wait and its badge.
const BADGE_OFF: f32 = 4.0;
/// How far two pills on one lane line part.
const APART: f32 = 13.0;

/// The pills drawn before, beside what they say.
#[derive(Default)]
pub(crate) struct Pills {
    drawn: BTreeMap<HandoffId, (Said, Drawn)>,
    /// Waits in another state, which are shown struck through before those of this one.
    pub was: BTreeMap<HandoffId, i64>,
}

/// The drawn pill with its place and how many of its parts it shows.
type Drawn = Option<(Rect, usize, Arc<Group>)>;

/// What a pill says, and what that depends on.
struct Said {
    connector: Connector,
    number: u32,
    promise: Option<Minutes>,
    clock: Clock,
    stands: Standing,
    parts: Vec<(String, TextStyle, Option<Token>)>,
    widths: Vec<f32>,
    /// The part that is no longer so.
    struck: Option<usize>,
    /// How wide the sign of the badge is, behind the wait, where it is disputed.
    disputed: Option<f32>,
}

impl Said {
    /// The width of the first parts alone.
    fn width(&self, parts: usize) -> f32 {
        let gaps = GAP * parts.saturating_sub(1) as f32;
        let badge = if self.wait().is_some_and(|at| at < parts) { self.badge() } else { 0.0 };
        round(self.widths.iter().take(parts).sum::<f32>() + gaps + badge + 2.0 * PAD)
    }
}

impl Said {
    /// Which part the wait is, where there is one.
    fn wait(&self) -> Option<usize> {
        self.connector.wait.as_ref().map(|_| self.struck.map_or(1, |at| at + 1))
    }

    /// The room for the badge.
    fn badge(&self) -> f32 {
        if self.disputed.is_some() { BADGE_OFF + WIDTH } else { 0.0 }
    }
}

/// A handoff, its connector and its way.
pub(crate) type Crossing<'a> = (&'a Handoff, &'a Connector, &'a Vec<Point>);

impl Pills {
    /// The pills of all handoffs, in the order of their numbers.
    pub(crate) fn draw(
        &mut self,
        document: &Document,
        handoffs: &[Crossing<'_>],
        bands: &[LaneBand],
        (type_, words, clock): (&mut Typesetter, &Words, Clock),
        (ground, taken): (&Rect, &mut Taken),
    ) -> Vec<Arc<Group>> {
        let mut ways = Vec::with_capacity(handoffs.len());
        let mut wanted = Taken::over(ground);
        for (handoff, connector, way) in handoffs {
            self.say(document, handoff, connector, (type_, words, clock));
            let line = Line::of(way, bands, connector.flow == ConnectorKind::Rework);
            let Some((said, _)) = self.drawn.get(&handoff.id) else { continue };
            let first = line.first(said.width(said.parts.len()));
            if let Some(first) = first {
                wanted.take(first);
            }
            ways.push((handoff.id, line, first));
        }
        let mut groups = Vec::with_capacity(ways.len());
        for (id, line, first) in ways {
            let (Some((said, drawn)), Some(first)) = (self.drawn.get_mut(&id), first) else {
                continue;
            };
            let crowded = wanted.under(&first) > first.w * first.h * 1.01;
            let Some((place, parts)) = place(said, &line, crowded, taken) else { continue };
            taken.take(place);
            let group = match drawn {
                Some((at, shown, group)) if *at == place && *shown == parts => Arc::clone(group),
                _ => Arc::new(group(id, said, place, parts)),
            };
            *drawn = Some((place, parts, Arc::clone(&group)));
            groups.push(group);
        }
        groups
    }

    /// Lets go of what is no longer on the map.
    pub(crate) fn forget(&mut self, document: &Document) {
        self.drawn.retain(|id, _| document.handoff(*id).is_some());
    }

    fn say(
        &mut self,
        document: &Document,
        handoff: &Handoff,
        connector: &Connector,
        (type_, words, clock): (&mut Typesetter, &Words, Clock),
    ) {
        let promise = target(document, handoff);
        let known = self.drawn.get(&handoff.id).is_some_and(|(said, _)| {
            said.connector == *connector
                && said.number == handoff.number
                && said.promise == promise
                && said.clock == clock
        });
        if known {
            return;
        }
        let stands = standing(document, handoff, connector);
        let quiet = (stands == Standing::Unknown).then_some(Token::Secondary);
        let mut parts = vec![(handoff.name(), NUMBER, quiet)];
        let was = self.was.get(&handoff.id).map(|minutes| words.duration(*minutes, clock));
        let struck = was.is_some().then_some(parts.len());
        parts.extend(was.map(|was| (was, SMALL, Some(Token::Muted))));
        if let Some(wait) = waiting(connector, words, clock) {
            parts.push((wait, SMALL_BOLD, None));
        }
        if connector.flow != ConnectorKind::Rework {
            let promise = promise.map_or_else(
                || words.no_sla.clone(),
                |it| format!("{} {}", words.sla, words.duration(i64::from(it.0), clock)),
            );
            parts.push((promise, SMALL, quiet));
        }
        let widths = parts.iter().map(|(said, style, _)| type_.width(said, *style)).collect();
        let (connector, number) = (connector.clone(), handoff.number);
        let disputed = connector.wait_disputed().then(|| sign(type_));
        let said =
            Said { connector, number, promise, clock, stands, parts, widths, struck, disputed };
        self.drawn.insert(handoff.id, (said, None));
    }
}

/// The first free place: for the whole pill, else for a shorter one, else the place and the length
/// that cover least. With how many parts it shows there.
fn place(said: &Said, line: &Line<'_>, crowded: bool, taken: &Taken) -> Option<(Rect, usize)> {
    let all = said.parts.len();
    let mut least: Option<(f32, Rect, usize)> = None;
    // A wait that is no longer so is not shown without the one that is.
    let with_wait = if said.struck.is_some() { 3 } else { 2 };
    for parts in [all, with_wait.min(all), 1] {
        let width = said.width(parts);
        let first = line.first(width)?;
        let apart = [-APART, APART].map(|by| Rect { y: first.y + by, ..first });
        let straight = || apart.into_iter().filter(|_| crowded).chain(line.places(width));
        // Aside, as long as the line still runs under it.
        let aside = |by: f32| straight().map(move |it| Rect { x: round(it.x + width * by), ..it });
        let places = straight().chain(aside(-0.3)).chain(aside(0.3));
        let (covered, place) = first_free(taken, places, 1.0)?;
        if covered == 0.0 {
            return Some((place, parts));
        }
        if least.is_none_or(|(before, ..)| covered < before) {
            least = Some((covered, place, parts));
        }
    }
    least.map(|(_, place, parts)| (place, parts))
}

fn group(id: HandoffId, said: &Said, place: Rect, shown: usize) -> Group {
    let (ink, ground) = said.stands.tokens();
    let edge = if said.stands == Standing::Unknown { Token::Hairline } else { ink };
    let mut shapes = vec![Shape::Rect {
        rect: place,
        radius: PILL_HEIGHT / 2.0,
        fill: Some(ground.into()),
        stroke: Some(Stroke { paint: edge.into(), width: 1.0, dash: Vec::new() }),
    }];
    let mut x = place.x + PAD;
    for (at, ((words, style, token), width)) in
        said.parts.iter().zip(&said.widths).take(shown).enumerate()
    {
        let token = token.unwrap_or(ink);
        shapes.push(text(x, place.y + 16.0, words.clone(), *width, *style, token));
        if said.struck == Some(at) {
            shapes.push(strike(x, place.y + 12.5, *width, token));
        }
        x += width;
        if let Some(sign) = said.disputed.filter(|_| said.wait() == Some(at)) {
            shapes.extend(badge(x + BADGE_OFF, place.y + 16.0, sign));
            x += said.badge();
        }
        x += GAP;
    }
    Group {
        key: GroupKey { part: Part::Handoff, id: id.into() },
        bounds: place,
        line: Vec::new(),
        shapes,
    }
}

/// The way of a handoff and where it crosses lane lines, the best first: with the upper and lower
/// end of the piece that crosses.
struct Line<'a> {
    way: &'a [Point],
    crossings: Vec<(Point, f32, f32)>,
}

impl<'a> Line<'a> {
    /// A forward handoff shows next to its receiver, a return next to its sender.
    fn of(way: &'a [Point], bands: &[LaneBand], back: bool) -> Line<'a> {
        let mut crossings = Vec::new();
        for (a, b) in way.iter().zip(way.iter().skip(1)) {
            if a.x != b.x {
                continue;
            }
            let (top, bottom) = (a.y.min(b.y), a.y.max(b.y));
            let before = crossings.len();
            let first = bands.partition_point(|band| band.top <= top);
            let crossed = bands.iter().skip(first).map(|band| band.top);
            let crossed = crossed.take_while(|line| *line < bottom);
            crossings.extend(crossed.map(|line| (Point { x: a.x, y: line }, top, bottom)));
            if a.y > b.y
                && let Some(piece) = crossings.get_mut(before..)
            {
                piece.reverse();
            }
        }
        if !back {
            crossings.reverse();
        }
        Line { way, crossings }
    }

    fn first(&self, width: f32) -> Option<Rect> {
        self.places(width).next()
    }

    /// On the lane lines, then along the crossing pieces, then anywhere along the way.
    fn places(&self, width: f32) -> impl Iterator<Item = Rect> + '_ {
        let at = move |x: f32, y: f32| {
            Rect::new(round(x - width / 2.0), round(y - PILL_HEIGHT / 2.0), width, PILL_HEIGHT)
        };
        let on = self.crossings.iter().map(move |(p, ..)| at(p.x, p.y));
        let along = (1..=5).flat_map(move |step| {
            let by = step as f32 * APART;
            self.crossings.iter().flat_map(move |(p, top, bottom)| {
                [p.y - by, p.y + by]
                    .into_iter()
                    .filter(move |y| *y > top + 8.0 && *y < bottom - 8.0)
                    .map(move |y| at(p.x, y))
            })
        });
        let pieces = self.way.iter().zip(self.way.iter().skip(1));
        let anywhere = pieces.flat_map(move |(a, b)| {
            let length = (a.x - b.x).abs() + (a.y - b.y).abs();
            let steps = (length / 24.0).floor().clamp(1.0, 40.0) as u32;
            (0..steps).map(move |step| {
                let share = (step as f32 + 0.5) / steps as f32;
                at(a.x + (b.x - a.x) * share, a.y + (b.y - a.y) * share)
            })
        });
        on.chain(along).chain(anywhere)
    }
}
