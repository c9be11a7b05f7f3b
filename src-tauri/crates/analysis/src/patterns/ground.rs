//! Ground for steps that a pattern makes or moves. Rough places that overlap nothing: tidying up is a
//! command of its own.

use super::site::Site;
use model::*;

/// Between the centres of neighbouring columns and rows, as steps are drawn.
const COLUMN: i32 = 204;
const ROW: i32 = 92;
/// Nearer than this, two steps lie on each other.
const WIDE: i32 = 144;
const HIGH: i32 = 76;
const TRIES: i32 = 12;
/// The middle of a lane that nobody resized.
const MIDDLE: i32 = 72;

/// Free ground in a lane at some distance along the flow, beside the steps next to it; `gone` leave
/// theirs, and `taken` will be there.
pub(super) fn free(site: &Site, lane: LaneId, x: i32, gone: &[StepId], taken: &[Place]) -> Place {
    let there = site.document().steps_of(site.graph.state);
    let mut all: Vec<Place> =
        there.filter(|it| it.lane == lane && !gone.contains(&it.id)).map(|it| it.place).collect();
    let nearest = all.iter().min_by_key(|it| (it.x.abs_diff(x), it.y)).map_or(MIDDLE, |it| it.y);
    all.extend_from_slice(taken);
    let clear = |at: &Place| {
        all.iter()
            .all(|it| it.x.abs_diff(at.x) >= WIDE as u32 || it.y.abs_diff(at.y) >= HIGH as u32)
    };
    let rows = (0..TRIES).map(|row| Place { x, y: nearest.saturating_add(row * ROW) });
    rows.into_iter().find(clear).unwrap_or(Place { x, y: nearest })
}

/// A place behind a step, and what has to give way for it: everything that lies further on, with the
/// borders of stages.
pub(super) fn behind(site: &Site, step: &Step) -> (Place, Option<Command>) {
    let place = Place { x: step.place.x.saturating_add(COLUMN), y: step.place.y };
    let state = site.graph.state;
    let others = || site.document().steps_of(state).filter(|it| it.id != step.id);
    let clear = others().all(|it| {
        it.lane != step.lane
            || it.place.x.abs_diff(place.x) >= WIDE as u32
            || it.place.y.abs_diff(place.y) >= HIGH as u32
    });
    if clear {
        return (place, None);
    }
    let beyond = |x: i32| x > step.place.x;
    let moves: Vec<StepMove> = others()
        .filter(|it| beyond(it.place.x) && !it.pinned)
        .map(|it| StepMove {
            step: it.id,
            lane: it.lane,
            place: Place { x: it.place.x.saturating_add(COLUMN), ..it.place },
        })
        .collect();
    let stages = site.document().stages().filter(|it| it.state == state);
    let stages = stages.filter_map(|it| {
        let until = it.until.filter(|until| beyond(*until))?;
        Some(StageEdge { stage: it.id, until: until.saturating_add(COLUMN) })
    });
    let stages: Vec<StageEdge> = stages.collect();
    (place, (!moves.is_empty()).then_some(Command::TidyUp { moves, stages }))
}
