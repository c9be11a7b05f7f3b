//! Deleting. A lane takes its steps along, a step its connectors, a connector its agreement; what
//! the room said about them stays. A way that led through one step goes on without it.

use super::lanes::number;
use super::splice::heal;
use crate::change::{Label, LabelCode};
use crate::document::Draft;
use crate::id::*;
use crate::record::Kind;
use crate::refusal::{Refusal, RefusalCode};
use crate::value::StateRole;
use std::collections::BTreeSet;

pub(super) fn delete(draft: &mut Draft, ids: &[RecordId]) -> Result<Label, Refusal> {
    let mut gone = BTreeSet::new();
    let mut teams = BTreeSet::new();
    let mut states = BTreeSet::new();
    for id in ids {
        let Some(kind) = draft.seen().kind(*id) else { continue };
        match kind {
            Kind::State if !is_current(draft, *id) => {
                gone.insert(*id);
            }
            Kind::Engagement | Kind::Process | Kind::State => {
                return Err(Refusal::new(
                    RefusalCode::CannotDelete,
                    "An engagement keeps its process and its current state. Delete what is on the map instead.",
                    [*id],
                ));
            }
            // A handoff is there because its connector crosses lanes; it goes with the connector.
            Kind::Handoff => {
                if let Some(handoff) = draft.seen().handoff((*id).into()) {
                    gone.insert(RecordId::from(handoff.connector));
                }
            }
            Kind::Lane => {
                if let Some(lane) = draft.seen().lane((*id).into()) {
                    teams.insert(lane.team);
                    states.insert(lane.state);
                }
                gone.insert(*id);
            }
            Kind::Team => {
                let team = TeamId::from(*id);
                states
                    .extend(draft.seen().lanes().filter(|l| l.team == team).map(|lane| lane.state));
                gone.insert(*id);
            }
            _ => {
                gone.insert(*id);
            }
        }
    }
    if gone.is_empty() {
        return Err(Refusal::new(RefusalCode::NothingToDo, "There is nothing to delete.", []));
    }
    let name = match gone.iter().next() {
        Some(id) if gone.len() == 1 => name_of(draft, *id),
        _ => String::new(),
    };
    let count = u32::try_from(gone.len()).unwrap_or(u32::MAX);
    let steps = |id: &RecordId| draft.seen().step((*id).into()).map(|it| it.id);
    let steps: BTreeSet<StepId> = gone.iter().filter_map(steps).collect();
    heal(draft, &steps, &gone);
    draft.remove_with_dependents(gone);
    let laneless = |draft: &Draft, team: TeamId| !draft.seen().lanes().any(|l| l.team == team);
    for team in teams {
        if draft.seen().team(team).is_some() && laneless(draft, team) {
            draft.remove_with_dependents([team.into()]);
        }
    }
    for state in states {
        let order: Vec<LaneId> = draft.seen().lanes_of(state).iter().map(|l| l.id).collect();
        number(draft, &order);
    }
    Ok(Label { code: LabelCode::Delete, count, name })
}

fn is_current(draft: &Draft, id: RecordId) -> bool {
    draft.seen().state(id.into()).is_none_or(|it| it.role == StateRole::Current)
}

fn name_of(draft: &Draft, id: RecordId) -> String {
    let seen = draft.seen();
    match seen.kind(id) {
        Some(Kind::Step) => seen.step(id.into()).map(|it| it.name.clone()),
        Some(Kind::Team) => seen.team(id.into()).map(|it| it.name.clone()),
        Some(Kind::State) => seen.state(id.into()).map(|it| it.name.clone()),
        Some(Kind::Lane) => {
            seen.lane(id.into()).and_then(|it| seen.team(it.team)).map(|it| it.name.clone())
        }
        Some(Kind::Connector) => seen.handoff_record(id.into()).map(|it| it.name()),
        _ => None,
    }
    .unwrap_or_default()
}
