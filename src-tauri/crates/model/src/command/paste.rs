//! Pasting: copies of steps with what joins them, from this map, another state or another file.
//! Steps go into the lane they were in, else into that of the team with their team's name, else
//! into a new one. A copy refers to what it referred to only where this file holds the same. What
//! was agreed about a copied step or handoff comes along: its criteria, and the letters of roles that
//! this file knows.

use crate::change::{Label, LabelCode};
use crate::document::Draft;
use crate::id::*;
use crate::record::*;
use crate::refusal::{Refusal, RefusalCode};
use crate::value::Place;
use std::collections::BTreeMap;

/// More than this at once is an import.
const MOST: usize = 20_000;

/// `records` are what was copied: steps, connectors and handoffs, and beside them, to be looked at
/// only, the lanes, teams and others that these refer to. `lane` takes all steps, if it is given.
pub(super) fn paste(
    draft: &mut Draft,
    state: StateId,
    records: &[Record],
    shift: Place,
    lane: Option<LaneId>,
) -> Result<Label, Refusal> {
    draft.seen().state(state).ok_or_else(|| Refusal::no_such("map", state))?;
    let steps: Vec<&Step> = records
        .iter()
        .filter_map(|it| if let Record::Step(it) = it { Some(it) } else { None })
        .collect();
    if steps.is_empty() || records.len() > MOST {
        return Err(Refusal::new(
            RefusalCode::NothingToDo,
            "There is nothing on the clipboard that fits on a map. Copy steps first.",
            [],
        ));
    }
    let mut pasting = Pasting {
        state,
        context: records.iter().map(|it| (it.id(), it)).collect(),
        lanes: BTreeMap::new(),
        steps: BTreeMap::new(),
        connectors: BTreeMap::new(),
        handoffs: BTreeMap::new(),
    };
    for step in &steps {
        let lane = match lane {
            Some(lane) => lane,
            None => pasting.lane(draft, step.lane)?,
        };
        let lane_state =
            draft.seen().lane(lane).ok_or_else(|| Refusal::no_such("lane", lane))?.state;
        if lane_state != state {
            return Err(Refusal::no_such("lane", lane));
        }
        pasting.step(draft, step, lane, shift);
    }
    for record in records {
        if let Record::Connector(connector) = record {
            pasting.connector(draft, connector, shift);
        }
    }
    for record in records {
        if let Record::Handoff(handoff) = record {
            pasting.handoff(draft, handoff);
        }
    }
    for record in records {
        match record {
            Record::Criterion(criterion) => pasting.criterion(draft, criterion),
            Record::RaciAssignment(letters) => pasting.letters(draft, letters),
            _ => {}
        }
    }
    let count = u32::try_from(steps.len()).unwrap_or(u32::MAX);
    let name = steps.first().filter(|_| count == 1).map(|it| it.name.clone()).unwrap_or_default();
    Ok(Label { code: LabelCode::Paste, count, name })
}

/// What of the copy became what.
struct Pasting<'a> {
    state: StateId,
    context: BTreeMap<RecordId, &'a Record>,
    lanes: BTreeMap<LaneId, LaneId>,
    steps: BTreeMap<StepId, StepId>,
    connectors: BTreeMap<ConnectorId, ConnectorId>,
    handoffs: BTreeMap<HandoffId, HandoffId>,
}

impl Pasting<'_> {
    /// The lane here for a lane of the copy.
    fn lane(&mut self, draft: &mut Draft, copied: LaneId) -> Result<LaneId, Refusal> {
        if let Some(lane) = self.lanes.get(&copied) {
            return Ok(*lane);
        }
        let team = match self.context.get(&copied.into()) {
            Some(Record::Lane(lane)) => match self.context.get(&lane.team.into()) {
                Some(Record::Team(team)) => Some((*team).clone()),
                _ => None,
            },
            _ => None,
        };
        let seen = draft.seen();
        let same = |team: &Team| {
            seen.lanes_of(self.state)
                .into_iter()
                .find(|lane| seen.team(lane.team).is_some_and(|it| it.name == team.name))
                .map(|lane| lane.id)
        };
        let here = seen.lane(copied).filter(|lane| lane.state == self.state).map(|lane| lane.id);
        let lane = match &team {
            Some(team) => same(team),
            None => here,
        };
        let lane = match (lane, team) {
            (Some(lane), _) => lane,
            (None, Some(team)) => self.new_lane(draft, &team)?,
            (None, None) => return Err(Refusal::no_such("lane", copied)),
        };
        self.lanes.insert(copied, lane);
        Ok(lane)
    }

    fn new_lane(&self, draft: &mut Draft, team: &Team) -> Result<LaneId, Refusal> {
        super::lanes::add_team(draft, self.state, &team.name, team.external, u16::MAX)?;
        let lanes = draft.seen().lanes_of(self.state);
        lanes.last().map(|lane| lane.id).ok_or_else(|| Refusal::no_such("lane", RecordId(0)))
    }

    fn step(&mut self, draft: &mut Draft, copied: &Step, lane: LaneId, shift: Place) {
        let id: StepId = draft.fresh().into();
        let place = Place {
            x: copied.place.x.saturating_add(shift.x),
            y: copied.place.y.saturating_add(shift.y).max(0),
        };
        let mut step = copied.clone();
        self.let_go(draft, &mut step);
        let code = String::new();
        step = Step {
            id,
            state: self.state,
            lane,
            place,
            code,
            origin: Vec::new(),
            stage: None,
            pinned: false,
            ..step
        };
        draft.put(step);
        self.steps.insert(copied.id, id);
    }

    fn connector(&mut self, draft: &mut Draft, copied: &Connector, shift: Place) {
        let ends = (self.steps.get(&copied.from), self.steps.get(&copied.to));
        let (Some(from), Some(to)) = ends else { return };
        let (from, to) = (*from, *to);
        let id: ConnectorId = draft.fresh().into();
        let bends = copied.bends.iter().filter_map(|bend| {
            let place = Place {
                x: bend.place.x.saturating_add(shift.x),
                y: bend.place.y.saturating_add(shift.y),
            };
            Some(Bend { lane: *self.lanes.get(&bend.lane)?, place })
        });
        let bends = bends.collect();
        let (state, code) = (self.state, String::new());
        draft.put(Connector {
            id,
            state,
            from,
            to,
            code,
            bends,
            origin: Vec::new(),
            ..copied.clone()
        });
        self.connectors.insert(copied.id, id);
    }

    fn handoff(&mut self, draft: &mut Draft, copied: &Handoff) {
        let Some(connector) = self.connectors.get(&copied.connector).copied() else { return };
        let crosses = draft.seen().connector(connector).is_some_and(|it| draft.seen().crosses(it));
        if !crosses || draft.seen().handoff_record(connector).is_some() {
            return;
        }
        let mut handoff = copied.clone();
        self.let_go(draft, &mut handoff);
        let (id, number): (HandoffId, u32) = (draft.fresh().into(), draft.fresh_number());
        draft.put(Handoff { id, number, connector, ..handoff });
        self.handoffs.insert(copied.id, id);
    }

    fn criterion(&self, draft: &mut Draft, copied: &Criterion) {
        let Some(about) = self.became(copied.about) else { return };
        let id = draft.fresh().into();
        draft.put(Criterion { id, about, ..copied.clone() });
    }

    fn letters(&self, draft: &mut Draft, copied: &RaciAssignment) {
        let Some(row) = self.became(copied.row) else { return };
        let role = copied.role.into();
        let here = draft.seen().record_of(Kind::Role, role);
        if here.is_none() || here.as_ref() != self.context.get(&role).copied() {
            return;
        }
        let id = draft.fresh().into();
        draft.put(RaciAssignment { id, row, ..copied.clone() });
    }

    /// The copy of what something was about; none where that was not copied.
    fn became(&self, target: Target) -> Option<Target> {
        match target {
            Target::Step(id) => self.steps.get(&id).copied().map(Target::Step),
            Target::Handoff(id) => self.handoffs.get(&id).copied().map(Target::Handoff),
            _ => None,
        }
    }

    /// Lets go of what this file does not hold, or holds as something else. What is mapped anyway
    /// stays until it is.
    fn let_go(&self, draft: &Draft, entity: &mut (impl Entity + Clone)) {
        let mut foreign = Vec::new();
        entity.references(&mut |kind, id| {
            if matches!(kind, Kind::State | Kind::Lane | Kind::Step | Kind::Connector) {
                return;
            }
            let here = draft.seen().record_of(kind, id);
            let same = self.context.get(&id).is_some_and(|there| here.as_ref() == Some(*there));
            if !same {
                foreign.push(id);
            }
        });
        for id in foreign {
            entity.release(id);
        }
    }
}
