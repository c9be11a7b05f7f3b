//! Room for steps that come to a map that is there: after the step that leads to them, under it in
//! another lane, and never on ground that is taken. Nothing else moves.

use crate::layout;
use crate::measure::{CLEARANCE, COLUMN, FIRST_COLUMN, LANE_HEIGHT, STEP_HEIGHT, STEP_WIDTH};
use model::{ConnectorKind, Document, Place, StateId, Step, StepId, StepMove};
use std::collections::{BTreeMap, BTreeSet};

/// Looking for room ends here, in half columns.
const TRIES: i32 = 2_000;

/// Where the steps that nobody placed go, in the order they were made. On a map that holds no
/// others the layout places them.
pub fn place_new(document: &Document, state: StateId, unplaced: &[StepId]) -> Vec<StepMove> {
    let new: BTreeSet<StepId> = unplaced.iter().copied().collect();
    let mut places: BTreeMap<StepId, Place> = document
        .steps_of(state)
        .filter(|step| !new.contains(&step.id))
        .map(|step| (step.id, step.place))
        .collect();
    if places.is_empty() {
        return layout::place(document, state);
    }
    let mut moves = Vec::new();
    for id in unplaced {
        let Some(step) = document.step(*id).filter(|step| step.state == state) else { continue };
        let place = free(document, step, wanted(document, step, &places), &places);
        places.insert(step.id, place);
        moves.push(StepMove { step: step.id, lane: step.lane, place });
    }
    moves
}

/// Where one would look for a step, were all ground free.
fn wanted(document: &Document, step: &Step, places: &BTreeMap<StepId, Place>) -> Place {
    let middle = (LANE_HEIGHT / 2.0) as i32;
    let giver = document
        .connectors_at(step.id)
        .filter(|it| it.to == step.id && it.flow != ConnectorKind::Rework)
        .filter_map(|it| Some((document.step(it.from)?, *places.get(&it.from)?)))
        .max_by_key(|(_, place)| place.x);
    if let Some((giver, place)) = giver {
        return if giver.lane == step.lane {
            Place { x: place.x.saturating_add(COLUMN), y: place.y }
        } else {
            Place { x: place.x, y: middle }
        };
    }
    let last = document
        .steps_of(step.state)
        .filter(|it| it.lane == step.lane)
        .filter_map(|it| places.get(&it.id))
        .max_by_key(|place| place.x);
    match last {
        Some(place) => Place { x: place.x.saturating_add(COLUMN), y: place.y },
        None => Place { x: FIRST_COLUMN, y: middle },
    }
}

/// The first free place there or to the right of it.
fn free(
    document: &Document,
    step: &Step,
    wanted: Place,
    places: &BTreeMap<StepId, Place>,
) -> Place {
    let taken: Vec<Place> = document
        .steps_of(step.state)
        .filter(|it| it.lane == step.lane && it.id != step.id)
        .filter_map(|it| places.get(&it.id).copied())
        .collect();
    let (wide, high) = ((STEP_WIDTH + 2.0 * CLEARANCE) as i32, (STEP_HEIGHT + CLEARANCE) as i32);
    let clear = |at: Place| {
        taken.iter().all(|it| (it.x - at.x).abs() >= wide || (it.y - at.y).abs() >= high)
    };
    (0..TRIES)
        .map(|half| Place { x: wanted.x.saturating_add(half * COLUMN / 2), ..wanted })
        .find(|at| clear(*at))
        .unwrap_or(wanted)
}
