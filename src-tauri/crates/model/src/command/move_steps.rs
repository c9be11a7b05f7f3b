//! Moving steps. Locked ones stay where they are. A step moved over another lane changes its team; handoffs follow by themselves.

use crate::change::{Label, LabelCode};
use crate::document::Draft;
use crate::id::*;
use crate::record::{Connector, Stage};
use crate::refusal::{Refusal, RefusalCode};
use crate::value::Place;
use serde::{Deserialize, Serialize};
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
    let before: Vec<(StepId, LaneId, Place)> = moves
        .iter()
        .filter_map(|it| draft.seen().step(it.step))
        .map(|step| (step.id, step.lane, step.place))
        .collect();
    let label = move_steps(draft, moves, LabelCode::TidyUp)?;
    for (id, lane, place) in before {
        let moved = draft.seen().step(id).is_some_and(|it| (it.lane, it.place) != (lane, place));
        if !moved {
            continue;
        }
        let led: Vec<Connector> =
            draft.seen().connectors_at(id).filter(|it| !it.bends.is_empty()).cloned().collect();
        for connector in led {
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

pub(super) fn move_steps(
    draft: &mut Draft,
    moves: &[StepMove],
    code: LabelCode,
) -> Result<Label, Refusal> {
    let mut name = String::new();
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
    let count = u32::try_from(moves.len()).unwrap_or(u32::MAX);
    Ok(Label { code, count, name: if count == 1 { name } else { String::new() } })
}
