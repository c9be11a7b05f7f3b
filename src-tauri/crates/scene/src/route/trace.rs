//! The way of one connector among those drawn before it: of all ways with few bends the one that is
//! short, runs through nothing and crosses little.

use super::few::Few;
use super::piece::{Piece, crossings, pieces};
use super::{Point, Question, Side, astar, collisions, dislike, hits, simple, simply, walls};
use crate::measure::{CLEARANCE, STUB};
use crate::shape::Rect;

/// What a crossing costs, in points of length.
const CROSSING: f32 = 170.0;
/// Distance of a line from a step that it passes.
const BESIDE: f32 = CLEARANCE + 5.0;
/// Pairs of sides with as much against them are not looked at.
const LAST: f32 = 400.0;

/// Of so many of the cheapest ways the one is looked for that runs through the fewest steps.
const BLOCKED: usize = 12;

/// The way, and the sides it leaves from and arrives at.
pub(super) type Traced = (Vec<Point>, (Side, Side));

/// A possible way, and what it costs before anything is looked at.
#[derive(Clone, Copy)]
struct Candidate {
    cost: f32,
    way: Few,
    sides: (Side, Side),
}

/// A pair of sides, and what every way between them costs at least.
struct Pair {
    least: f32,
    dislike: f32,
    sides: (Side, Side),
}

/// What a search fills again and again: asking for so much memory for every connector anew took
/// longer than much of what is done with it.
#[derive(Default)]
pub(super) struct Scratch {
    candidates: Vec<Candidate>,
}

/// The best way. `near` holds the pieces of other ways that touch the region of the question.
pub(super) fn trace(question: &Question, near: &[Piece], scratch: &mut Scratch) -> Traced {
    let channels = channels(question);
    let walls = walls(question);
    let candidates = &mut scratch.candidates;
    candidates.clear();
    let mut best: Option<(f32, Candidate)> = None;
    for pair in pairs(question) {
        if best.as_ref().is_some_and(|(cost, _)| pair.least >= *cost) {
            break;
        }
        let first = candidates.len();
        offer(question, &channels, &pair, candidates);
        let Some(offered) = candidates.get_mut(first..) else { break };
        offered.sort_by(|a, b| a.cost.total_cmp(&b.cost));
        for it in offered {
            let most = best.as_ref().map_or(f32::INFINITY, |(cost, _)| *cost);
            if it.cost >= most {
                break;
            }
            if !is_free(&it.way, &walls) {
                continue;
            }
            if let Some(cost) = crossed(it, near, most) {
                best = Some((cost, *it));
            }
        }
    }
    if let Some((_, it)) = best {
        return (it.way.to_vec(), it.sides);
    }
    candidates.sort_by(|a, b| a.cost.total_cmp(&b.cost));
    let count = |it: Candidate| (collisions(question, &it.way), it);
    let cheap = candidates.iter().copied().take(BLOCKED).map(count);
    match cheap.min_by_key(|(hits, _)| *hits) {
        Some((hits, it)) => around(question, it, hits),
        None => (vec![Point::default(); 2], (Side::Right, Side::Left)),
    }
}

/// Those worth looking at, the most promising first.
fn pairs(question: &Question) -> Vec<Pair> {
    let all = Side::ALL.into_iter().flat_map(|leave| Side::ALL.map(|arrive| (leave, arrive)));
    let mut pairs: Vec<Pair> = all
        .filter_map(|sides| {
            let dislike = dislike(question, sides.0, sides.1);
            if dislike >= LAST {
                return None;
            }
            let [out, into] = &question.taken;
            let dislike = dislike + out.get(sides.0 as usize)? + into.get(sides.1 as usize)?;
            let least = simple::least(ends(question, sides)) + dislike;
            Some(Pair { least, dislike, sides })
        })
        .collect();
    pairs.sort_by(|a, b| a.least.total_cmp(&b.least));
    pairs
}

/// The middles of the two sides.
fn ends(question: &Question, (leave, arrive): (Side, Side)) -> [(Point, Side); 2] {
    [(leave.port(&question.from.0, 0.0), leave), (arrive.port(&question.to.0, 0.0), arrive)]
}

fn is_free(way: &[Point], walls: &[Rect]) -> bool {
    let mut pieces = way.iter().zip(way.iter().skip(1));
    pieces.all(|(a, b)| !walls.iter().any(|wall| hits(*a, *b, wall)))
}

/// A search round whatever stands in the way, from the sides of a way that runs through so many steps;
/// that way itself where the search finds nothing better.
fn around(question: &Question, blocked: Candidate, hits: usize) -> Traced {
    let [from, to] = ends(question, blocked.sides);
    let found = astar::way(question, from, to);
    let better = found.filter(|way| collisions(question, way) < hits);
    (better.unwrap_or_else(|| blocked.way.to_vec()), blocked.sides)
}

/// What a way costs with what it crosses; nothing if that is not less than `most`.
fn crossed(it: &Candidate, near: &[Piece], most: f32) -> Option<f32> {
    let mut cost = it.cost;
    for piece in pieces(usize::MAX, &it.way) {
        let count: u32 = near.iter().map(|other| crossings(&piece, other)).sum();
        cost += count as f32 * CROSSING;
        if cost >= most {
            return None;
        }
    }
    Some(cost)
}

fn offer(question: &Question, (xs, ys): &Channels, pair: &Pair, candidates: &mut Vec<Candidate>) {
    let [(p, leave), (q, arrive)] = ends(question, pair.sides);
    let mut add = |way: Few| {
        let cost = simple::cost(&way) + pair.dislike;
        candidates.push(Candidate { cost, way, sides: pair.sides });
    };
    simple::ways(question, (p, leave), (q, arrive), &mut add);
    match (leave, arrive) {
        (Side::Right, Side::Left) if q.x > p.x + 2.0 * STUB => {
            let (Some(first), Some(last)) = (
                xs.iter().copied().find(|x| *x > p.x),
                xs.iter().rev().copied().find(|x| *x < q.x),
            ) else {
                return;
            };
            for x in [first, last] {
                add(simply([p, Point::new(x, p.y), Point::new(x, q.y), q]));
            }
            if first < last {
                for y in ys {
                    let (a, b) = (Point::new(first, p.y), Point::new(first, *y));
                    let (c, d) = (Point::new(last, *y), Point::new(last, q.y));
                    add(simply([p, a, b, c, d, q]));
                }
            }
        }
        (Side::Top, Side::Top) => {
            let above = p.y.min(q.y) - STUB + 1.0;
            for y in ys.iter().filter(|y| **y < above) {
                add(simply([p, Point::new(p.x, *y), Point::new(q.x, *y), q]));
            }
        }
        (Side::Bottom, Side::Bottom) => {
            let below = p.y.max(q.y) + STUB - 1.0;
            for y in ys.iter().filter(|y| **y > below) {
                add(simply([p, Point::new(p.x, *y), Point::new(q.x, *y), q]));
            }
        }
        (Side::Top, Side::Bottom) | (Side::Bottom, Side::Top) if p.x != q.x => {
            let (low, high) = (p.y.min(q.y) + STUB, p.y.max(q.y) - STUB);
            let facing = (leave == Side::Bottom) == (q.y > p.y);
            for y in ys.iter().filter(|y| facing && low <= **y && **y <= high) {
                add(simply([p, Point::new(p.x, *y), Point::new(q.x, *y), q]));
            }
        }
        _ => {}
    }
}

/// The middles of the free columns between the steps near a way, and the heights right above and
/// below each of them.
type Channels = (Vec<f32>, Vec<f32>);

fn channels(question: &Question) -> Channels {
    let mut boxes: Vec<&Rect> = question.obstacles.iter().collect();
    boxes.extend([&question.from.1, &question.to.1]);
    boxes.sort_by(|a, b| a.x.total_cmp(&b.x));
    let mut xs = Vec::new();
    let mut reach = f32::NEG_INFINITY;
    for rect in &boxes {
        if reach.is_finite() && rect.x > reach + 2.0 * CLEARANCE {
            xs.push(crate::measure::round((rect.x + reach) / 2.0));
        }
        reach = reach.max(rect.right());
    }
    let mut ys: Vec<f32> =
        boxes.iter().flat_map(|rect| [rect.y - BESIDE, rect.bottom() + BESIDE]).collect();
    ys.sort_by(f32::total_cmp);
    ys.dedup();
    (xs, ys)
}
