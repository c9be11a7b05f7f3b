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
struct Candidate {
    cost: f32,
    way: Few,
    sides: (Side, Side),
}

/// The best way. `near` holds the pieces of other ways that touch the region of the question.
pub(super) fn trace(question: &Question, near: &[Piece]) -> Traced {
    let mut candidates = Vec::new();
    let channels = channels(question);
    for leave in Side::ALL {
        for arrive in Side::ALL {
            let dislike = dislike(question, leave, arrive);
            if dislike < LAST {
                offer(question, &channels, (leave, arrive), dislike, &mut candidates);
            }
        }
    }
    candidates.sort_by(|a, b| a.cost.total_cmp(&b.cost));
    let walls = walls(question);
    let mut best: Option<(f32, usize)> = None;
    for (at, candidate) in candidates.iter().enumerate() {
        if best.is_some_and(|(cost, _)| candidate.cost >= cost) {
            break;
        }
        if !is_free(&candidate.way, &walls) {
            continue;
        }
        let cost = candidate.cost + crossed(&candidate.way, near) as f32 * CROSSING;
        if best.is_none_or(|(known, _)| cost < known) {
            best = Some((cost, at));
        }
    }
    if let Some((_, at)) = best {
        let it = candidates.swap_remove(at);
        return (it.way.to_vec(), it.sides);
    }
    let count = |it: Candidate| (collisions(question, &it.way), it);
    let cheap = candidates.into_iter().take(BLOCKED).map(count);
    match cheap.min_by_key(|(hits, _)| *hits) {
        Some((hits, it)) => around(question, it, hits),
        None => (vec![Point::default(); 2], (Side::Right, Side::Left)),
    }
}

fn is_free(way: &[Point], walls: &[Rect]) -> bool {
    let mut pieces = way.iter().zip(way.iter().skip(1));
    pieces.all(|(a, b)| !walls.iter().any(|wall| hits(*a, *b, wall)))
}

/// A search round whatever stands in the way, from the sides of a way that runs through so many steps;
/// that way itself where the search finds nothing better.
fn around(question: &Question, blocked: Candidate, hits: usize) -> Traced {
    let (leave, arrive) = blocked.sides;
    let from = (leave.port(&question.from.0, 0.0), leave);
    let to = (arrive.port(&question.to.0, 0.0), arrive);
    let found = astar::way(question, from, to);
    let better = found.filter(|way| collisions(question, way) < hits);
    (better.unwrap_or_else(|| blocked.way.to_vec()), blocked.sides)
}

fn crossed(way: &[Point], near: &[Piece]) -> u32 {
    pieces(usize::MAX, way)
        .map(|piece| near.iter().map(|other| crossings(&piece, other)).sum::<u32>())
        .sum()
}

fn offer(
    question: &Question,
    (xs, ys): &Channels,
    (leave, arrive): (Side, Side),
    dislike: f32,
    candidates: &mut Vec<Candidate>,
) {
    let p = leave.port(&question.from.0, 0.0);
    let q = arrive.port(&question.to.0, 0.0);
    let mut add = |way: Few| {
        let cost = simple::cost(&way) + dislike;
        candidates.push(Candidate { cost, way, sides: (leave, arrive) });
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
