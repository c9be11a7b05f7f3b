//! Deleting. A lane takes its steps along, a step its connectors, a connector its agreement; what
//! the room said about them stays. A way that led through one step goes on without it. A step that
//! is locked stays when it is deleted with others, and is refused by itself; with its lane it goes.

use super::lanes::number;
use super::splice::heal;
use crate::change::{Label, LabelCode};
use crate::document::Draft;
use crate::id::*;
use crate::record::{Connector, EndToEnd, Kind, Lane, Record, State, Step};
use crate::refusal::{Refusal, RefusalCode};
use crate::text::brief;
use crate::value::StateRole;
use std::collections::BTreeSet;

pub(super) fn delete(draft: &mut Draft, ids: &[RecordId]) -> Result<Label, Refusal> {
    let mut gone = BTreeSet::new();
    let mut teams = BTreeSet::new();
    let mut states = BTreeSet::new();
    let mut locked = None;
    for id in ids {
        if draft.seen().step((*id).into()).is_some_and(|step| step.pinned) {
            locked.get_or_insert(*id);
            continue;
        }
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
    if let Some(step) = locked.filter(|_| gone.is_empty()) {
        let name = name_of(draft, step);
        let which = if name.is_empty() { "This step".to_owned() } else { format!("“{name}”") };
        return Err(Refusal::new(
            RefusalCode::Locked,
            format!("{which} is locked. Unlock it to delete it."),
            [step],
        ));
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
    for state in gone.clone() {
        if draft.seen().kind(state) == Some(Kind::State) {
            teams.extend(lanes_of(draft, state.into()));
            gone.extend(promises_of(draft, state.into()));
        }
    }
    let all = draft.with_dependents(&gone);
    hand_down(draft, &all);
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

/// The teams of a state; one that has no lane in another goes with it.
fn lanes_of(draft: &Draft, state: StateId) -> Vec<TeamId> {
    draft.seen().lanes_of(state).into_iter().map(|it| it.team).collect()
}

/// Promises along steps of a state are about nothing without it.
fn promises_of(draft: &Draft, state: StateId) -> Vec<RecordId> {
    let seen = draft.seen();
    let here = |way: &EndToEnd| seen.step(way.from).is_some_and(|it| it.state == state);
    let promises = seen.slas().filter(|it| it.end_to_end.as_ref().is_some_and(here));
    promises.map(|it| it.id.into()).collect()
}

/// What descends from something that goes descends from then on from what that descended from, so
/// that states that stay can still be compared.
fn hand_down(draft: &mut Draft, gone: &BTreeSet<RecordId>) {
    let seen = draft.seen();
    let goes = |id: RecordId| gone.contains(&id);
    let stays =
        |id: RecordId, mut own: Box<dyn Iterator<Item = RecordId> + '_>| !goes(id) && own.any(goes);
    let steps = seen
        .steps()
        .filter(|it| stays(it.id.into(), Box::new(it.origin.iter().map(|it| (*it).into()))));
    let steps: Vec<Step> = steps.cloned().collect();
    let connectors = seen
        .connectors()
        .filter(|it| stays(it.id.into(), Box::new(it.origin.iter().map(|it| (*it).into()))));
    let connectors: Vec<Connector> = connectors.cloned().collect();
    let lanes = seen
        .lanes()
        .filter(|it| stays(it.id.into(), Box::new(it.origin.into_iter().map(RecordId::from))));
    let lanes: Vec<Lane> = lanes.cloned().collect();
    let states = seen
        .states()
        .filter(|it| stays(it.id.into(), Box::new(it.origin.into_iter().map(RecordId::from))));
    let states: Vec<State> = states.cloned().collect();
    for step in steps {
        let up = |id: StepId| draft.seen().step(id).map(|it| it.origin.clone()).unwrap_or_default();
        if let Some(origin) = inherited(&step.origin, gone, up) {
            draft.put(Step { origin, ..step });
        }
    }
    for connector in connectors {
        let up = |id: ConnectorId| {
            draft.seen().connector(id).map(|it| it.origin.clone()).unwrap_or_default()
        };
        if let Some(origin) = inherited(&connector.origin, gone, up) {
            draft.put(Connector { origin, ..connector });
        }
    }
    for lane in lanes {
        let own: Vec<LaneId> = lane.origin.into_iter().collect();
        let up = |id: LaneId| draft.seen().lane(id).and_then(|it| it.origin).into_iter().collect();
        if let Some(origin) = inherited(&own, gone, up) {
            draft.put(Lane { origin: origin.first().copied(), ..lane });
        }
    }
    for state in states {
        let own: Vec<StateId> = state.origin.into_iter().collect();
        let up =
            |id: StateId| draft.seen().state(id).and_then(|it| it.origin).into_iter().collect();
        if let Some(origin) = inherited(&own, gone, up) {
            draft.put(State { origin: origin.first().copied(), ..state });
        }
    }
}

/// An origin with what goes in it replaced by what that descends from; none where nothing goes.
fn inherited<T: Copy + Ord + Into<RecordId>>(
    own: &[T],
    gone: &BTreeSet<RecordId>,
    up: impl Fn(T) -> Vec<T>,
) -> Option<Vec<T>> {
    if !own.iter().any(|it| gone.contains(&(*it).into())) {
        return None;
    }
    let mut left = Vec::new();
    let mut seen = BTreeSet::new();
    let mut waiting: Vec<T> = own.iter().rev().copied().collect();
    while let Some(it) = waiting.pop() {
        if !seen.insert(it) {
            continue;
        }
        if gone.contains(&it.into()) {
            waiting.extend(up(it).into_iter().rev());
        } else if left.len() < crate::text::LIST {
            left.push(it);
        }
    }
    Some(left)
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
        Some(Kind::Connector) => match seen.handoff_record(id.into()) {
            Some(handoff) => Some(handoff.name()),
            None => seen.connector(id.into()).map(|it| ends_of(draft, it)),
        },
        Some(_) => seen.record(id).map(|it| brief(said_in(&it))),
        None => None,
    }
    .unwrap_or_default()
}

/// The two steps that a line joins.
fn ends_of(draft: &Draft, connector: &Connector) -> String {
    let name = |id| draft.seen().step(id).map(|it| brief(&it.name)).unwrap_or_default();
    format!("{} → {}", name(connector.from), name(connector.to))
}

/// What a record says of itself.
fn said_in(record: &Record) -> &str {
    match record {
        Record::PainPoint(it) => &it.text,
        Record::Idea(it) => &it.text,
        Record::Note(it) => &it.text,
        Record::Action(it) => &it.text,
        Record::Criterion(it) => &it.text,
        Record::Role(it) => &it.name,
        Record::Stage(it) => &it.name,
        Record::Sla(it) => &it.name,
        Record::Template(it) => &it.name,
        Record::Calendar(it) => &it.name,
        _ => "",
    }
}
