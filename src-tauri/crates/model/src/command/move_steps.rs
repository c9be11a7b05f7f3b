//! Moving steps. Locked ones stay where they are. A step moved over another lane changes its team; handoffs follow by themselves.

use crate::change::{Label, LabelCode};
use crate::document::Draft;
use crate::id::*;
use crate::record::{Bend, Connector, Entity, Stage};
use crate::refusal::{Refusal, RefusalCode};
use crate::value::Place;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use ts_rs::TS;

/// One step and where it goes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[ts(export_to = "contract.ts")]
pub struct StepMove {
    /// Which step.
    pub step: StepId,
    /// Into which lane of the same state.
    pub lane: LaneId,
    /// Where.
    pub place: Place,
}

/// A drawn stage and where its column ends.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[ts(export_to = "contract.ts")]
pub struct StageEdge {
    /// Which stage.
    pub stage: StageId,
    /// In points from the start of the lanes.
    pub until: i32,
}

pub(super) fn tidy_up(
    draft: &mut Draft,
    moves: &[StepMove],
    edges: &[StageEdge],
) -> Result<Label, Refusal> {
    let before = places(draft, moves);
    let label = move_steps(draft, moves, LabelCode::TidyUp)?;
    for connector in led_at(draft, &before) {
        // Points that went along with both ends are where they were among the steps; others are not.
        if both_went(draft, &before, &connector).is_none() {
            draft.put(Connector { bends: Vec::new(), ..connector });
        }
    }
    for StageEdge { stage, until } in edges {
        let drawn =
            draft.seen().stage(*stage).ok_or_else(|| Refusal::no_such("stage", *stage))?.clone();
        if drawn.until.is_some() {
            draft.put(Stage { until: Some(*until), ..drawn });
        }
    }
    Ok(label)
}

/// Where steps lay.
type Places = BTreeMap<StepId, (LaneId, Place)>;

fn places(draft: &Draft, moves: &[StepMove]) -> Places {
    let steps = moves.iter().filter_map(|it| draft.seen().step(it.step));
    steps.map(|step| (step.id, (step.lane, step.place))).collect()
}

/// The lines with points put by hand that end at one of these steps that moved.
fn led_at(draft: &Draft, before: &Places) -> Vec<Connector> {
    let moved = before
        .iter()
        .filter(|(id, was)| draft.seen().step(**id).is_some_and(|it| (it.lane, it.place) != **was));
    let lines = moved.flat_map(|(id, _)| draft.seen().connectors_at(*id));
    let led = lines.filter(|it| !it.bends.is_empty());
    led.map(|it| (it.id, it.clone())).collect::<BTreeMap<_, _>>().into_values().collect()
}

/// How far a step went: so many lanes down, and so far from the top of its lane and along it.
#[derive(Clone, Copy, PartialEq, Eq)]
struct Went {
    lanes: i32,
    dx: i32,
    dy: i32,
}

fn went(draft: &Draft, before: &Places, id: StepId) -> Option<Went> {
    let now = draft.seen().step(id)?;
    let (lane, was) = before.get(&id).copied().unwrap_or((now.lane, now.place));
    let order = |lane| draft.seen().lane(lane).map(|it| i32::from(it.order));
    Some(Went {
        lanes: order(now.lane)? - order(lane)?,
        dx: now.place.x.checked_sub(was.x)?,
        dy: now.place.y.checked_sub(was.y)?,
    })
}

/// How far the ends of a line went, where both went the same way.
fn both_went(draft: &Draft, before: &Places, connector: &Connector) -> Option<Went> {
    let from = went(draft, before, connector.from)?;
    (went(draft, before, connector.to)? == from).then_some(from)
}

/// A line whose two ends went the same way takes the points that a person put on it along.
fn carried(draft: &Draft, connector: Connector, went: Went) -> Connector {
    let to = |at: Place| Place { x: at.x.saturating_add(went.dx), y: at.y.saturating_add(went.dy) };
    let lanes = draft.seen().lanes_of(connector.state);
    let down = |lane: LaneId| {
        let order = i32::from(draft.seen().lane(lane)?.order) + went.lanes;
        lanes.iter().find(|it| i32::from(it.order) == order).map(|it| it.id)
    };
    let moved = |it: &Bend| Some(Bend { lane: down(it.lane)?, place: to(it.place) });
    // At the rim of the ground they stay behind; the steps go all the same.
    let Some(bends) = connector.bends.iter().map(moved).collect() else { return connector };
    let carried = Connector { bends, ..connector.clone() };
    if carried.out_of_bounds().is_some() { connector } else { carried }
}

pub(super) fn move_steps(
    draft: &mut Draft,
    moves: &[StepMove],
    code: LabelCode,
) -> Result<Label, Refusal> {
    let mut name = String::new();
    let before = places(draft, moves);
    let locked = |it: &&StepMove| draft.seen().step(it.step).is_some_and(|step| step.pinned);
    let (locked, moves): (Vec<&StepMove>, Vec<&StepMove>) = moves.iter().partition(locked);
    for StepMove { step, lane, place } in moves.iter().copied() {
        let mut moved =
            draft.seen().step(*step).ok_or_else(|| Refusal::no_such("step", *step))?.clone();
        let state = draft.seen().lane(*lane).ok_or_else(|| Refusal::no_such("lane", *lane))?.state;
        if state != moved.state {
            return Err(Refusal::new(
                RefusalCode::DifferentStates,
                "This lane is on another map.",
                [(*step).into(), (*lane).into()],
            ));
        }
        name.clone_from(&moved.name);
        moved.lane = *lane;
        moved.place = *place;
        draft.put(moved);
    }
    if let Some(first) = locked.first().filter(|_| moves.is_empty()) {
        return Err(Refusal::new(
            RefusalCode::Locked,
            "This step is locked where it is. Unlock it to move it.",
            [first.step.into()],
        ));
    }
    if moves.is_empty() {
        return Err(Refusal::new(RefusalCode::NothingToDo, "There is nothing to move.", []));
    }
    for connector in led_at(draft, &before) {
        if let Some(went) = both_went(draft, &before, &connector) {
            draft.put(carried(draft, connector, went));
        }
    }
    let count = u32::try_from(moves.len()).unwrap_or(u32::MAX);
    Ok(Label { code, count, name: if count == 1 { name } else { String::new() } })
}
