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
        let went = [connector.from, connector.to].map(|step| went(draft, &before, step));
        // Points that went along with both ends are where they were among the steps; others are not.
        if went[0] != went[1] || went[0].is_none() {
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

/// How far a step went within its lane; nothing where it went to another.
fn went(draft: &Draft, before: &Places, id: StepId) -> Option<(i32, i32)> {
    let now = draft.seen().step(id)?;
    let (lane, was) = before.get(&id).copied().unwrap_or((now.lane, now.place));
    let by = (now.place.x.checked_sub(was.x)?, now.place.y.checked_sub(was.y)?);
    (lane == now.lane).then_some(by)
}

/// A line whose two ends went the same way takes the points that a person put on it along.
fn carried(connector: Connector, dx: i32, dy: i32) -> Connector {
    let to = |at: Place| Place { x: at.x.saturating_add(dx), y: at.y.saturating_add(dy) };
    let bends = connector.bends.iter().map(|it| Bend { place: to(it.place), ..*it }).collect();
    let carried = Connector { bends, ..connector.clone() };
    // At the rim of the ground they stay behind; the steps go all the same.
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
        let went = [connector.from, connector.to].map(|step| went(draft, &before, step));
        if let [Some((dx, dy)), Some(to)] = went
            && (dx, dy) == to
        {
            draft.put(carried(connector, dx, dy));
        }
    }
    let count = u32::try_from(moves.len()).unwrap_or(u32::MAX);
    Ok(Label { code, count, name: if count == 1 { name } else { String::new() } })
}
