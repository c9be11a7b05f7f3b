//! Stages as columns of the map. A stage begins where the one before it ends, so a border is one
//! number and columns can neither overlap nor leave a gap.

use crate::change::{Label, LabelCode};
use crate::document::{Document, Draft};
use crate::id::*;
use crate::record::*;
use crate::refusal::{Refusal, RefusalCode};

/// More stages than this on one map is a mistake, or an attack.
const MOST_STAGES: usize = 50;

/// A column narrower than this cannot hold a step, in points.
const NARROWEST: i32 = 120;

/// The drawn stages of a state, leftmost first.
pub(super) fn columns(document: &Document, state: StateId) -> Vec<Stage> {
    let mut all: Vec<Stage> = document
        .stages()
        .filter(|stage| stage.state == state && stage.until.is_some())
        .cloned()
        .collect();
    all.sort_by_key(|stage| (stage.until, stage.order, stage.id));
    all
}

/// Adds a column that ends at `until`; the columns after it begin there.
pub(super) fn add_stage(
    draft: &mut Draft,
    state: StateId,
    name: &str,
    until: i32,
) -> Result<Label, Refusal> {
    draft.seen().state(state).ok_or_else(|| Refusal::no_such("map", state))?;
    let id = put_new(draft, state, name, until)?;
    apart(draft, state, id)?;
    number(draft, state);
    Ok(Label::of(LabelCode::AddStage, name))
}

/// Ends a column at `at`; a new one goes on from there to where it ended.
pub(super) fn split_stage(
    draft: &mut Draft,
    id: StageId,
    name: &str,
    at: i32,
) -> Result<Label, Refusal> {
    let stage = draft.seen().stage(id).ok_or_else(|| Refusal::no_such("stage", id))?.clone();
    let Some(until) = stage.until else { return Err(Refusal::no_such("column", id)) };
    let state = stage.state;
    let all = columns(draft.seen(), state);
    let before = all.iter().filter_map(|it| it.until).take_while(|it| *it < until).last();
    let at = at.clamp(before.unwrap_or(0).min(until), until);
    put_new(draft, state, name, until)?;
    draft.put(Stage { until: Some(at), ..stage });
    apart(draft, state, id)?;
    number(draft, state);
    Ok(Label::of(LabelCode::AddStage, name))
}

fn put_new(draft: &mut Draft, state: StateId, name: &str, until: i32) -> Result<StageId, Refusal> {
    if columns(draft.seen(), state).len() >= MOST_STAGES {
        return Err(Refusal::new(
            RefusalCode::TooManyLanes,
            format!("A map holds up to {MOST_STAGES} stages. Remove one before adding another."),
            [state.into()],
        ));
    }
    let id = draft.fresh().into();
    let (name, until) = (name.to_owned(), Some(until));
    draft.put(Stage { id, state, name, order: u16::MAX, until, sla: None });
    Ok(id)
}

/// Moves where a column ends; its neighbour begins there.
pub(super) fn move_stage(draft: &mut Draft, id: StageId, until: i32) -> Result<Label, Refusal> {
    let mut stage = draft.seen().stage(id).ok_or_else(|| Refusal::no_such("stage", id))?.clone();
    let (state, name) = (stage.state, stage.name.clone());
    stage.until = Some(until);
    draft.put(stage);
    apart(draft, state, id)?;
    number(draft, state);
    Ok(Label::of(LabelCode::MoveStage, &name))
}

/// The columns before and after give way, so that each keeps room for a step; none changes places.
fn apart(draft: &mut Draft, state: StateId, held: StageId) -> Result<(), Refusal> {
    let mut all = columns(draft.seen(), state);
    let Some(at) = all.iter().position(|stage| stage.id == held) else { return Ok(()) };
    let first = NARROWEST.saturating_mul(i32::try_from(at).unwrap_or(0).saturating_add(1));
    let mut border = all.get(at).and_then(|it| it.until).unwrap_or(0).max(first);
    for stage in all.iter_mut().skip(at) {
        let until = stage.until.unwrap_or(0).max(border);
        border = until.saturating_add(NARROWEST);
        stage.until = Some(until);
    }
    let mut border = all.get(at).and_then(|it| it.until).unwrap_or(0);
    for stage in all.iter_mut().take(at).rev() {
        border = stage.until.unwrap_or(0).min(border.saturating_sub(NARROWEST));
        stage.until = Some(border);
    }
    for stage in all {
        if draft.seen().stage(stage.id) != Some(&stage) {
            draft.put(stage);
        }
    }
    Ok(())
}

/// Numbers the stages of a state from 0: columns from left to right, then those that are not drawn.
pub(super) fn number(draft: &mut Draft, state: StateId) {
    let mut all: Vec<Stage> =
        draft.seen().stages().filter(|stage| stage.state == state).cloned().collect();
    all.sort_by_key(|stage| (stage.until.is_none(), stage.until, stage.order, stage.id));
    for (order, stage) in (0u16..).zip(all) {
        if stage.order != order {
            draft.put(Stage { order, ..stage });
        }
    }
}

/// The column that a place is in.
pub(super) fn at(columns: &[Stage], x: i32) -> Option<StageId> {
    columns.iter().find(|stage| stage.until.is_some_and(|until| x < until)).map(|stage| stage.id)
}
