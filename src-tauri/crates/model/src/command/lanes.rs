//! Lanes: a new team, another order, another height.

use crate::change::{Label, LabelCode};
use crate::document::Draft;
use crate::id::*;
use crate::record::*;
use crate::refusal::{Refusal, RefusalCode};
use std::collections::BTreeSet;

/// More lanes than this on one map is a mistake, or an attack.
const MOST_LANES: usize = 200;

pub(super) fn add_team(
    draft: &mut Draft,
    state: StateId,
    name: &str,
    external: bool,
    at: u16,
) -> Result<Label, Refusal> {
    draft.seen().state(state).ok_or_else(|| Refusal::no_such("map", state))?;
    let mut order: Vec<LaneId> = draft.seen().lanes_of(state).iter().map(|lane| lane.id).collect();
    if order.len() >= MOST_LANES {
        return Err(Refusal::new(
            RefusalCode::TooManyLanes,
            format!("A map holds up to {MOST_LANES} lanes. Remove one before adding another."),
            [state.into()],
        ));
    }
    let used: BTreeSet<u8> = draft.seen().teams().map(|team| team.colour).collect();
    let count = (order.len() % 12) as u8;
    let colour = (0..12).find(|colour| !used.contains(colour)).unwrap_or(count);
    let team: TeamId = draft.fresh().into();
    draft.put(Team { id: team, name: name.to_owned(), external, colour, ..Default::default() });
    let lane: LaneId = draft.fresh().into();
    draft.put(Lane { id: lane, state, team, order: u16::MAX, ..Default::default() });
    order.insert(usize::from(at).min(order.len()), lane);
    number(draft, &order);
    Ok(Label::of(LabelCode::AddTeam, name))
}

pub(super) fn move_lane(draft: &mut Draft, lane: LaneId, to: u16) -> Result<Label, Refusal> {
    let moved = draft.seen().lane(lane).ok_or_else(|| Refusal::no_such("lane", lane))?;
    let name = draft.seen().team(moved.team).map(|team| team.name.clone()).unwrap_or_default();
    let mut order: Vec<LaneId> =
        draft.seen().lanes_of(moved.state).iter().map(|it| it.id).collect();
    order.retain(|id| *id != lane);
    order.insert(usize::from(to).min(order.len()), lane);
    number(draft, &order);
    Ok(Label::of(LabelCode::MoveLane, &name))
}

pub(super) fn resize_lane(draft: &mut Draft, lane: LaneId, height: u16) -> Result<Label, Refusal> {
    let mut resized =
        draft.seen().lane(lane).ok_or_else(|| Refusal::no_such("lane", lane))?.clone();
    let name = draft.seen().team(resized.team).map(|team| team.name.clone()).unwrap_or_default();
    resized.height = height;
    draft.put(resized);
    Ok(Label::of(LabelCode::ResizeLane, &name))
}

/// Numbers lanes in this order from 0.
pub(super) fn number(draft: &mut Draft, order: &[LaneId]) {
    for (index, id) in (0u16..).zip(order) {
        let Some(lane) = draft.seen().lane(*id) else { continue };
        if lane.order != index {
            let mut lane = lane.clone();
            lane.order = index;
            draft.put(lane);
        }
    }
}
