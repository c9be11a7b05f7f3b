//! Adding single things: a step, a role.

use crate::change::{Label, LabelCode};
use crate::document::Draft;
use crate::id::*;
use crate::record::*;
use crate::refusal::Refusal;
use crate::value::*;

pub(super) fn add_step(
    draft: &mut Draft,
    lane: LaneId,
    shape: StepKind,
    name: &str,
    place: Place,
) -> Result<Label, Refusal> {
    new_step(draft, lane, shape, name, place)?;
    Ok(Label::of(LabelCode::AddStep, name))
}

pub(super) fn new_step(
    draft: &mut Draft,
    lane: LaneId,
    shape: StepKind,
    name: &str,
    place: Place,
) -> Result<StepId, Refusal> {
    let state = draft.seen().lane(lane).ok_or_else(|| Refusal::no_such("lane", lane))?.state;
    let id: StepId = draft.fresh().into();
    draft.put(Step { id, state, lane, shape, name: name.to_owned(), place, ..Default::default() });
    Ok(id)
}

pub(super) fn add_role(
    draft: &mut Draft,
    name: &str,
    team: Option<TeamId>,
) -> Result<Label, Refusal> {
    if let Some(team) = team
        && draft.seen().team(team).is_none()
    {
        return Err(Refusal::no_such("team", team));
    }
    let id = draft.fresh().into();
    draft.put(Role {
        id,
        name: name.to_owned(),
        team,
        person: String::new(),
        ..Default::default()
    });
    Ok(Label::of(LabelCode::AddRole, name))
}
