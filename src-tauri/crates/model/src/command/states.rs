//! A state made from another: everything drawn and agreed is there again, and knows what it
//! descends from, so that each later difference can be explained.

use crate::change::{Label, LabelCode};
use crate::document::Draft;
use crate::id::*;
use crate::record::*;
use crate::refusal::{Refusal, RefusalCode};
use crate::value::StateRole;
use std::collections::BTreeMap;

/// Copies a state with its lanes, stages, steps, connectors, handoffs, criteria and letters.
/// Handoffs keep their numbers: a number follows the lineage. Service levels and templates are
/// shared; a promise along several handoffs is about steps, and is made again.
pub(super) fn make_state(
    draft: &mut Draft,
    from: StateId,
    role: StateRole,
    name: &str,
) -> Result<Label, Refusal> {
    let origin = draft.seen().state(from).ok_or_else(|| Refusal::no_such("map", from))?.clone();
    if role == StateRole::Current {
        let message =
            "There is one current state: what is. Make a future state or a variant of it.";
        return Err(Refusal::new(RefusalCode::NothingToDo, message, [from.into()]));
    }
    let state = StateId::from(draft.fresh());
    let process = origin.process;
    let name = name.to_owned();
    // There is one future state of a process; whoever wants another promotes it.
    let taken = draft.seen().states().any(|it| it.process == process && it.role == role);
    let role = if role == StateRole::Future && taken { StateRole::Variant } else { role };
    draft.put(State {
        id: state,
        process,
        role,
        name: name.clone(),
        origin: Some(from),
        ..State::default()
    });
    let mut made = Made { state, ids: BTreeMap::from([(from.into(), state.into())]) };
    let seen = draft.seen();
    let lanes: Vec<Lane> = seen.lanes_of(from).into_iter().cloned().collect();
    let stages: Vec<Stage> = seen.stages().filter(|it| it.state == from).cloned().collect();
    let steps: Vec<Step> = seen.steps_of(from).cloned().collect();
    let connectors: Vec<Connector> = seen.connectors_of(from).cloned().collect();
    let handoffs: Vec<Handoff> =
        connectors.iter().filter_map(|it| seen.handoff_record(it.id)).cloned().collect();
    let criteria: Vec<Criterion> = seen.criteria().cloned().collect();
    let letters: Vec<RaciAssignment> = seen.raci_assignments().cloned().collect();
    let promises: Vec<Sla> = seen.slas().filter(|it| it.end_to_end.is_some()).cloned().collect();
    for lane in lanes {
        let id = made.fresh(draft, lane.id);
        draft.put(Lane { id, state, origin: Some(lane.id), ..lane });
    }
    for stage in stages {
        let id = made.fresh(draft, stage.id);
        draft.put(Stage { id, state, ..stage });
    }
    for step in steps {
        let (id, lane) = (made.fresh(draft, step.id), made.of(step.lane));
        let stage = step.stage.map(|it| made.of(it));
        draft.put(Step { id, state, lane, stage, origin: vec![step.id], ..step });
    }
    for connector in connectors {
        let id = made.fresh(draft, connector.id);
        let (from, to) = (made.of(connector.from), made.of(connector.to));
        let bends =
            connector.bends.iter().map(|it| Bend { lane: made.of(it.lane), ..*it }).collect();
        let origin = vec![connector.id];
        draft.put(Connector { id, state, from, to, bends, origin, ..connector });
    }
    for handoff in handoffs {
        let id = made.fresh(draft, handoff.id);
        draft.put(Handoff { id, connector: made.of(handoff.connector), ..handoff });
    }
    for promise in promises {
        if let Some(way) = promise.end_to_end.and_then(|way| made.way(way)) {
            let id = SlaId::from(draft.fresh());
            draft.put(Sla { id, end_to_end: Some(way), ..promise });
        }
    }
    for criterion in criteria {
        if let Some(about) = made.target(criterion.about) {
            let id = CriterionId::from(draft.fresh());
            draft.put(Criterion { id, about, ..criterion });
        }
    }
    for letter in letters {
        if let Some(row) = made.target(letter.row) {
            let id = RaciAssignmentId::from(draft.fresh());
            draft.put(RaciAssignment { id, row, ..letter });
        }
    }
    Ok(Label { code: LabelCode::MakeState, count: 1, name })
}

/// Makes a variant the future state of its process, and what was it a variant.
pub(super) fn promote(draft: &mut Draft, state: StateId) -> Result<Label, Refusal> {
    let seen = draft.seen();
    let promoted = seen.state(state).ok_or_else(|| Refusal::no_such("map", state))?.clone();
    if promoted.role == StateRole::Current {
        let message = "The current state is what is. Promote a variant of the future instead.";
        return Err(Refusal::new(RefusalCode::NothingToDo, message, [state.into()]));
    }
    let before: Vec<State> = seen
        .states()
        .filter(|it| it.process == promoted.process && it.role == StateRole::Future)
        .filter(|it| it.id != state)
        .cloned()
        .collect();
    for it in before {
        draft.put(State { role: StateRole::Variant, ..it });
    }
    let label = Label::of(LabelCode::PromoteState, &promoted.name);
    draft.put(State { role: StateRole::Future, ..promoted });
    Ok(label)
}

/// What became of what.
struct Made {
    state: StateId,
    ids: BTreeMap<RecordId, RecordId>,
}

impl Made {
    fn fresh<T: From<RecordId>>(&mut self, draft: &mut Draft, of: impl Into<RecordId>) -> T {
        let id = draft.fresh();
        self.ids.insert(of.into(), id);
        T::from(id)
    }

    /// What a record of the origin is here; what is shared stays.
    fn of<T: From<RecordId> + Into<RecordId> + Copy>(&self, id: T) -> T {
        self.ids.get(&id.into()).copied().map_or(id, T::from)
    }

    /// The same way here, where both its ends are of the state.
    fn way(&self, EndToEnd { from, to }: EndToEnd) -> Option<EndToEnd> {
        let here = |id: StepId| self.ids.get(&id.into()).copied().map(StepId::from);
        Some(EndToEnd { from: here(from)?, to: here(to)? })
    }

    /// The same target here, where it is one of the state.
    fn target(&self, target: Target) -> Option<Target> {
        let here = *self.ids.get(&target.reference().1)?;
        Some(match target {
            Target::Step(_) => Target::Step(here.into()),
            Target::Connector(_) => Target::Connector(here.into()),
            Target::Handoff(_) => Target::Handoff(here.into()),
            Target::Stage(_) => Target::Stage(here.into()),
            Target::State(_) => Target::State(self.state),
            Target::Team(_) => return None,
        })
    }
}
