//! Labels: the condition of a connector with its probability and, inside a team, its wait. A label
//! stands beside its line, off steps, pills and other labels, and off other lines where it can; where
//! it cannot, the line goes under it.

use super::{Lines, Taken, glued, waiting};
use crate::badge::DISPUTED;
use crate::lanes::text;
use crate::measure::*;
use crate::route::Point;
use crate::scene::{Group, GroupKey, Part};
use crate::shape::{Paint, Rect, Shape, Token};
use crate::text::{Line, Typesetter};
use crate::words::Words;
use model::{Clock, Connector, ConnectorId, ConnectorKind, Document};
use std::collections::BTreeMap;
use std::sync::Arc;

/// The labels drawn before, beside what they say.
#[derive(Default)]
pub(crate) struct Labels(BTreeMap<ConnectorId, (Said, Drawn)>);

/// The drawn label with its place, how it is broken, and whether a line runs through there.
type Drawn = Option<(Spot, usize, Arc<Group>)>;

/// A place for a label.
#[derive(Clone, Copy, PartialEq)]
struct Spot {
    at: Rect,
    /// A line runs through it.
    crossed: bool,
}

/// Where a label has no free place as wide as it likes, it is broken to this width, in points.
const NARROW: f32 = 62.0;
/// What breaking it so costs, beside what [`best_place`] counts.
const NARROW_COSTS: f32 = 4.0;

/// What a label says, and what that depends on.
struct Said {
    connector: Connector,
    crossing: bool,
    clock: Clock,
    widest: f32,
    /// As it likes to be broken, and narrower if that differs.
    broken: Vec<Broken>,
}

/// A label in lines, and how much room it takes.
struct Broken {
    lines: Vec<Line>,
    size: (f32, f32),
}

impl Labels {
    /// The label of a connector, if it has anything to say. `pill` is where its handoff stands.
    pub(crate) fn draw(
        &mut self,
        connector: &Connector,
        pill: Option<Rect>,
        way: &[Point],
        with: (&mut Typesetter, &Words, Clock),
        (lines, taken): (&Lines, &mut Taken),
    ) -> Option<Arc<Group>> {
        self.say(connector, pill.is_some(), way, with);
        let (said, drawn) = self.0.get_mut(&connector.id)?;
        let (mut best, mut how): (Option<(f32, Spot)>, usize) = (None, 0);
        for (index, broken) in said.broken.iter().enumerate() {
            let Some((cost, place)) = best_place(places(way, pill, broken.size), lines, taken)
            else {
                continue;
            };
            let cost = cost + index as f32 * NARROW_COSTS;
            if best.is_none_or(|(least, _)| cost < least) {
                (best, how) = (Some((cost, place)), index);
            }
            if cost < COVERS_NOTHING {
                break;
            }
        }
        let (_, place) = best?;
        taken.take(place.at);
        let group = match drawn {
            Some((spot, before, group)) if *spot == place && *before == how => Arc::clone(group),
            _ => Arc::new(group(connector.id, &said.broken.get(how)?.lines, place)),
        };
        *drawn = Some((place, how, Arc::clone(&group)));
        Some(group)
    }

    /// Lets go of what is no longer on the map.
    pub(crate) fn forget(&mut self, document: &Document) {
        self.0.retain(|id, _| document.connector(*id).is_some());
    }

    fn say(
        &mut self,
        connector: &Connector,
        crossing: bool,
        way: &[Point],
        (type_, words, clock): (&mut Typesetter, &Words, Clock),
    ) {
        let longest = longest_level(way);
        let widest = if longest > 40.0 { (longest - 10.0).clamp(58.0, 150.0) } else { 150.0 };
        let known = self.0.get(&connector.id).is_some_and(|(said, _)| {
            said.connector == *connector
                && said.crossing == crossing
                && said.clock == clock
                && said.widest == widest
        });
        if known {
            return;
        }
        let words = sentence(connector, crossing, words, clock);
        let broken = words.map(|it| broken(&it, widest, type_)).unwrap_or_default();
        let id = connector.id;
        let said = Said { connector: connector.clone(), crossing, clock, widest, broken };
        self.0.insert(id, (said, None));
    }
}

/// A sentence as it likes to be broken, and narrower where that saves room.
fn broken(sentence: &str, widest: f32, type_: &mut Typesetter) -> Vec<Broken> {
    let mut as_wide = |width: f32, most: usize| {
        let lines = type_.lines_at_most(sentence, SMALL, width, most);
        let width = lines.iter().map(|line| line.width).fold(0.0, f32::max);
        let size = (round(width) + 2.0, lines.len() as f32 * SMALL_LEADING);
        Broken { lines, size }
    };
    let mut all = vec![as_wide(widest, 3)];
    if all.iter().any(|it| it.size.0 > NARROW + 20.0) {
        all.push(as_wide(NARROW, 5));
    }
    all
}

/// How much of a line shows through the ground of a label that it runs under.
const GROUND: Paint = Paint { token: Token::Paper, alpha: 0.86 };

fn group(id: ConnectorId, lines: &[Line], Spot { at: place, crossed }: Spot) -> Group {
    let ground = Shape::Rect { rect: place, radius: 3.0, fill: Some(GROUND), stroke: None };
    let said = lines.iter().enumerate().map(|(row, line)| {
        let y = place.y + 11.0 + row as f32 * SMALL_LEADING;
        text(place.x + 1.0, y, line.text.clone(), line.width, SMALL, Token::Secondary)
    });
    let shapes = crossed.then_some(ground).into_iter().chain(said).collect();
    Group {
        key: GroupKey { part: Part::Label, id: id.into() },
        bounds: place,
        line: Vec::new(),
        shapes,
    }
}

/// The longest level piece of a way: a label is no wider, so that it stays between the steps.
fn longest_level(way: &[Point]) -> f32 {
    let pieces = way.iter().zip(way.iter().skip(1));
    pieces.filter(|(a, b)| a.y == b.y).map(|(a, b)| (a.x - b.x).abs()).fold(0.0, f32::max)
}

fn sentence(connector: &Connector, crossing: bool, words: &Words, clock: Clock) -> Option<String> {
    let share = connector
        .probability
        .filter(|_| matches!(connector.flow, ConnectorKind::Xor | ConnectorKind::Rework))
        .map(|share| words.share(share, connector.probability_known.confidence));
    let condition = (!connector.label.is_empty()).then(|| connector.label.clone());
    let wait = if crossing || connector.wait_minutes() == 0 {
        None
    } else {
        let disputed =
            if connector.wait_disputed() { glued(&format!(" {DISPUTED}")) } else { String::new() };
        waiting(connector, words, clock).map(|wait| wait + &disputed)
    };
    let branch = match (condition, share) {
        (Some(condition), Some(share)) => Some(format!("{condition} {}", glued(&share))),
        (condition, share) => condition.or(share),
    };
    let parts: Vec<String> = branch.into_iter().chain(wait).collect();
    (!parts.is_empty()).then(|| parts.join("\n"))
}

/// How far off, in points: up to over the top of a step beside which the way begins.
const OFF: [f32; 4] = [16.0, 30.0, 44.0, 58.0];

/// Below this a place covers no thing and lies on no line.
const COVERS_NOTHING: f32 = 60.0;

/// The place beside the way that covers least, and what it costs; earlier places are liked better.
fn best_place(
    places: impl Iterator<Item = Rect>,
    lines: &Lines,
    taken: &Taken,
) -> Option<(f32, Spot)> {
    let mut best: Option<(f32, Spot)> = None;
    for (rank, place) in places.enumerate() {
        let rank = rank as f32;
        let covers = taken.under(&place.grown(1.0)) * 10.0 + rank;
        // Lines can only make it worse, and are dear to count.
        if best.as_ref().is_some_and(|(least, _)| covers >= *least) {
            continue;
        }
        let through = lines.through(&place);
        let cost = covers + through as f32 * 60.0;
        if best.as_ref().is_none_or(|(least, _)| cost < *least) {
            best = Some((cost, Spot { at: place, crossed: through > 0 }));
        }
        if cost < rank + 1.0 {
            break;
        }
    }
    best
}

/// Places for a label: nearest the source first, above a level piece before below it, right of an
/// upright one before left of it; then beside the pill of its own handoff.
fn places(
    way: &[Point],
    pill: Option<Rect>,
    (w, h): (f32, f32),
) -> impl Iterator<Item = Rect> + '_ {
    let pieces = way.iter().zip(way.iter().skip(1));
    let beside = pieces.flat_map(move |(a, b)| {
        [0.5, 0.15, 0.85, 0.32, 0.68].into_iter().flat_map(move |share| {
            if a.y == b.y {
                let (left, right) = (a.x.min(b.x), a.x.max(b.x));
                let x = left + (right - left - w) * if right - left > w { share } else { 0.5 };
                let at = |y| Rect::new(round(x), y, w, h);
                [at(a.y - h - 4.0), at(a.y + 4.0)]
            } else {
                let (top, bottom) = (a.y.min(b.y), a.y.max(b.y));
                let y = round(top + (bottom - top - h).max(0.0) * share);
                [Rect::new(a.x + 6.0, y, w, h), Rect::new(a.x - 6.0 - w, y, w, h)]
            }
        })
    });
    let at_pill = pill.into_iter().flat_map(move |pill| {
        [0.0, -10.0, 10.0].into_iter().flat_map(move |by| {
            let y = round(pill.centre_y() - h / 2.0 + by);
            [Rect::new(pill.right() + 5.0, y, w, h), Rect::new(pill.x - 5.0 - w, y, w, h)]
        })
    });
    beside.chain(at_pill).chain(aside(way, (w, h)))
}

/// Places a little off the way, for a label that would cover a step wherever it lies beside it.
fn aside(way: &[Point], (w, h): (f32, f32)) -> impl Iterator<Item = Rect> + '_ {
    OFF.into_iter().flat_map(move |off| {
        way.iter().zip(way.iter().skip(1)).flat_map(move |(a, b)| {
            let (x, y) = (round((a.x + b.x - w) / 2.0), round((a.y + b.y - h) / 2.0));
            let at = |x: f32, y: f32| Rect::new(x, y, w, h);
            if a.y == b.y {
                [at(x, a.y - h - off), at(x, a.y + off)]
            } else {
                [at(a.x + off, y), at(a.x - off - w, y)]
            }
        })
    })
}
