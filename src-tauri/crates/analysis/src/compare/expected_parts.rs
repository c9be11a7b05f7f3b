//! Why the expected lead time differs (Baton's rule; DESIGN names none). With visits v, minutes W of
//! a step and the connectors out of it, and M how often one step leads to another,
//!
//! ```text
//! L = Σ v·W        L₂ − L₁ = Σ mean(v)·ΔW  +  Σ ½(v₁·ΔM·T₂ + v₂·ΔM·T₁),    T = (I − M)⁻¹ mean(W)
//! ```
//!
//! is exact: v₂ − v₁ = (I − M₂ᵀ)⁻¹ ΔMᵀ v₁ and the same with both sides exchanged. Both sides count
//! alike and every step and connector is looked at once, so the parts depend on no order and the
//! difference back is the same with the other sign. T is what is still to come from a step on, so
//! that a step that is left out saves its own time and not all that comes after it.

use super::kin::Kin;
use super::subject::{Parts, Subjects};
use super::union::{Union, Way};
use crate::graph::Graph;
use crate::per::Per;
use std::collections::BTreeMap;

/// The parts in minutes; none where one of the states has no expected lead time, or items of one
/// go round nearly for ever.
pub(super) fn lead_time(
    kin: &Kin,
    subjects: &Subjects,
    before: &Graph,
    after: &Graph,
) -> Option<Parts> {
    let union = Union::of(kin, subjects, before, after)?;
    let later =
        Later { before: union.later(|way| way.before)?, after: union.later(|way| way.after)? };
    let mut parts = Parts::default();
    let mut meeting: BTreeMap<usize, f64> = BTreeMap::new();
    for at in union.places() {
        let place = &union.visited[at];
        parts.add(place.subject, mean(place.visits) * (place.spans.1 - place.spans.0));
        let mut row = 0.0;
        for way in &union.ways[at] {
            let worth = Worth::of(way, place.visits, &later);
            parts.add(way.subject, worth.longer);
            parts.add(union.leads_elsewhere(way), worth.elsewhere);
            for to in [way.before.to, way.after.to] {
                *meeting.entry(to).or_default() += worth.meeting / 2.0;
            }
            row += worth.oftener;
        }
        for (subject, share) in union.causes(at) {
            parts.add(subject, row * share);
        }
    }
    for (at, by) in meeting.into_iter().filter(|(_, by)| *by != 0.0) {
        for (subject, share) in union.joined(at) {
            parts.add(subject, by * share);
        }
    }
    Some(parts)
}

/// What is still to come from each step on, on either side.
struct Later {
    before: Per<f64>,
    after: Per<f64>,
}

fn mean((before, after): (f64, f64)) -> f64 {
    (before + after) / 2.0
}

/// What one way adds to the difference.
struct Worth {
    /// It takes longer.
    longer: f64,
    /// It leads to another step.
    elsewhere: f64,
    /// It is taken more often, instead of others of its step.
    oftener: f64,
    /// More of it counts where branches meet.
    meeting: f64,
}

impl Worth {
    fn of(way: &Way, (was, is): (f64, f64), later: &Later) -> Worth {
        let (old, new) = (way.before, way.after);
        let visits = (was + is) / 2.0;
        let fires = (old.fires + new.fires) / 2.0;
        let arrives = (old.arrives + new.arrives) / 2.0;
        // What follows a step, weighed by both sides: ½(v₁·T₂ + v₂·T₁).
        let follows = |to: usize| (was * later.after[to] + is * later.before[to]) / 2.0;
        let (there, here) = (follows(old.to), follows(new.to));
        let through = (old.fires * old.arrives + new.fires * new.arrives) / 2.0;
        let either = (there + here) / 2.0;
        Worth {
            longer: visits * fires * (new.wait - old.wait),
            elsewhere: through * (here - there),
            oftener: (new.fires - old.fires)
                * (visits * (old.wait + new.wait) / 2.0 + arrives * either),
            meeting: fires * (new.arrives - old.arrives) * either,
        }
    }
}
