//! The document that an overlay is drawn of: the second state, and in it what went from the first,
//! at its place where that is free. The routes then lead round the ghosts like round everything.

use crate::measure::{CLEARANCE, LANE_HEIGHT, STEP_HEIGHT, STEP_WIDTH};
use analysis::compare::{About, Comparison, Fate};
use model::*;
use std::collections::{BTreeMap, BTreeSet};

/// The second state with what went.
pub(super) struct Union {
    pub document: Document,
    /// Steps, connectors and handoffs that are no longer there, by their ids in the first state.
    pub ghosts: Vec<RecordId>,
}

/// None where nothing went, or what went cannot be drawn into the other state.
pub(super) fn union(document: &Document, comparison: &Comparison) -> Option<Union> {
    let mut building = Building::of(document, comparison);
    building.steps();
    building.connectors();
    if building.ghosts.is_empty() {
        return None;
    }
    let Building { records, ghosts, .. } = building;
    let document = Document::from_records(records).ok()?;
    Some(Union { document, ghosts })
}

struct Building<'a> {
    document: &'a Document,
    comparison: &'a Comparison,
    to: StateId,
    records: Vec<Record>,
    ghosts: Vec<RecordId>,
    /// What a step of the first state is in the picture.
    there: BTreeMap<StepId, StepId>,
    /// The lane of each team in the picture, and how many there are.
    lanes: BTreeMap<TeamId, LaneId>,
    /// The lane and kind of each step in the picture.
    drawn: BTreeMap<StepId, (LaneId, StepKind)>,
    /// Ground that is taken, by lane.
    taken: Vec<(LaneId, Place)>,
}

impl<'a> Building<'a> {
    /// The second state by itself, as far as it is drawn. What it descends from is not in the
    /// picture, so nothing refers to it.
    fn of(document: &'a Document, comparison: &'a Comparison) -> Building<'a> {
        let to = comparison.to;
        let mut records: Vec<Record> = Vec::new();
        records.extend(document.engagements().cloned().map(Record::Engagement));
        records.extend(document.calendars().cloned().map(Record::Calendar));
        records.extend(document.processes().cloned().map(Record::Process));
        records.extend(document.teams().cloned().map(Record::Team));
        records.extend(document.roles().cloned().map(Record::Role));
        let state = document.state(to).cloned();
        records.extend(state.map(|it| Record::State(State { origin: None, ..it })));
        let slas = document.slas().cloned();
        records.extend(slas.map(|it| Record::Sla(Sla { end_to_end: None, ..it })));
        for lane in document.lanes_of(to) {
            records.push(Record::Lane(Lane { origin: None, ..lane.clone() }));
        }
        let stages = document.stages().filter(|it| it.state == to);
        records.extend(stages.cloned().map(Record::Stage));
        for step in document.steps_of(to) {
            records.push(Record::Step(Step { origin: Vec::new(), ..step.clone() }));
        }
        for connector in document.connectors_of(to) {
            records.push(Record::Connector(Connector { origin: Vec::new(), ..connector.clone() }));
            let handoff = document.handoff_record(connector.id).cloned();
            records.extend(handoff.map(|it| Record::Handoff(Handoff { template: None, ..it })));
        }
        let lanes = document.lanes_of(to).into_iter().map(|it| (it.team, it.id)).collect();
        let taken = document.steps_of(to).map(|it| (it.lane, it.place)).collect();
        Building {
            document,
            comparison,
            to,
            records,
            ghosts: Vec::new(),
            there: kept(document, comparison),
            lanes,
            drawn: document.steps_of(to).map(|it| (it.id, (it.lane, it.shape))).collect(),
            taken,
        }
    }

    fn steps(&mut self) {
        let gone = self.comparison.changes.iter().filter(|it| it.about == About::Step);
        for change in gone {
            let result = change.after.first().and_then(|id| self.document.step((*id).into()));
            for id in &change.before {
                let Some(step) = self.document.step((*id).into()) else { continue };
                match change.fate {
                    Fate::Removed => self.ghost(step),
                    // What became another is a ghost where it was, unless that is where it is.
                    Fate::Merged | Fate::Split | Fate::Recast => {
                        if let Some(result) = result {
                            self.there.insert(step.id, result.id);
                        }
                        if !self.is_covered(step, &change.after) {
                            self.ghost(step);
                        }
                    }
                    Fate::Changed | Fate::Added => {}
                }
            }
        }
    }

    /// Whether one of the steps that it became stands where it stood.
    fn is_covered(&self, step: &Step, became: &[RecordId]) -> bool {
        let team = |step: &Step| self.document.team_of(step).map(|it| it.id);
        let became = became.iter().filter_map(|id| self.document.step((*id).into()));
        became.into_iter().any(|it| team(it) == team(step) && near(it.place, step.place))
    }

    fn ghost(&mut self, step: &Step) {
        let Some(lane) = self.lane(step) else { return };
        let Some(place) = self.free(lane, step.place) else { return };
        self.taken.push((lane, place));
        self.there.insert(step.id, step.id);
        self.drawn.insert(step.id, (lane, step.shape));
        self.ghosts.push(step.id.into());
        self.records.push(Record::Step(Step {
            state: self.to,
            lane,
            place,
            stage: None,
            origin: Vec::new(),
            ..step.clone()
        }));
    }

    /// The lane of its team; where the team has none any more, it is there once again, last.
    fn lane(&mut self, step: &Step) -> Option<LaneId> {
        let lane = self.document.lane(step.lane)?;
        if let Some(there) = self.lanes.get(&lane.team) {
            return Some(*there);
        }
        let order = u16::try_from(self.lanes.len()).ok()?;
        let ghost = Lane { state: self.to, order, origin: None, ..lane.clone() };
        self.lanes.insert(lane.team, lane.id);
        self.ghosts.push(lane.id.into());
        self.records.push(Record::Lane(ghost));
        Some(lane.id)
    }

    /// The nearest free place: where it was, else a row below, above, beside.
    fn free(&self, lane: LaneId, at: Place) -> Option<Place> {
        let (down, across) = (STEP_HEIGHT as i32 + 22, STEP_WIDTH as i32 + 36);
        let taken = |place: &Place| {
            self.taken.iter().any(|(other, there)| *other == lane && near(*there, *place))
        };
        let least = (STEP_HEIGHT / 2.0) as i32 + 12;
        let around = (0..8_i32).flat_map(|ring| {
            let row = [(0, ring), (0, -ring), (ring, 0), (-ring, 0), (ring, ring), (-ring, ring)];
            row.into_iter().map(move |(dx, dy)| Place {
                x: at.x.saturating_add(dx * across / 2),
                y: at.y.saturating_add(dy * down),
            })
        });
        let most = LANE_HEIGHT as i32 * 20;
        around
            .filter(|it| it.y >= least.min(at.y) && it.y < most && it.x >= 0)
            .find(|place| !taken(place))
    }

    /// Connectors that went, between what is left of their ends.
    fn connectors(&mut self) {
        // Those of connectors that cross no lane now are kept, too.
        let handoffs = self.document.connectors_of(self.to);
        let handoffs = handoffs.filter_map(|it| self.document.handoff_record(it.id));
        let numbers: BTreeSet<u32> = handoffs.map(|it| it.number).collect();
        let is_ghost: BTreeSet<RecordId> = self.ghosts.iter().copied().collect();
        let mut gone: Vec<ConnectorId> = Vec::new();
        for change in &self.comparison.changes {
            let about = matches!(change.about, About::Connector | About::Handoff);
            if about && change.fate == Fate::Removed {
                gone.extend(change.before.iter().map(|id| ConnectorId::from(*id)));
            }
        }
        // A ghost keeps all its lines, those that lead elsewhere now as well.
        for connector in self.document.connectors_of(self.comparison.from) {
            let ends = [connector.from, connector.to];
            if ends.iter().any(|it| is_ghost.contains(&(*it).into())) {
                gone.push(connector.id);
            }
        }
        gone.sort();
        gone.dedup();
        for id in gone {
            let Some(connector) = self.document.connector(id) else { continue };
            let ends = (self.there.get(&connector.from), self.there.get(&connector.to));
            let (Some(from), Some(to)) = ends else { continue };
            let line = Connector {
                state: self.to,
                from: *from,
                to: *to,
                bends: Vec::new(),
                origin: Vec::new(),
                ..connector.clone()
            };
            self.line(line, &numbers);
        }
    }

    fn line(&mut self, line: Connector, numbers: &BTreeSet<u32>) {
        let find = |id: StepId| self.drawn.get(&id).copied();
        let (Some((from, first)), Some((to, last))) = (find(line.from), find(line.to)) else {
            return;
        };
        if line.from == line.to || first == StepKind::End || last == StepKind::Start {
            return;
        }
        if from != to {
            let handoff = self.document.handoff_record(line.id);
            // A number that is used again belongs to the handoff that uses it.
            let Some(handoff) = handoff.filter(|it| !numbers.contains(&it.number)) else { return };
            self.ghosts.push(handoff.id.into());
            self.records.push(Record::Handoff(Handoff { template: None, ..handoff.clone() }));
        }
        self.ghosts.push(line.id.into());
        self.records.push(Record::Connector(line));
    }
}

/// What was kept, by its step in the first state.
fn kept(document: &Document, comparison: &Comparison) -> BTreeMap<StepId, StepId> {
    comparison
        .pairs
        .iter()
        .filter(|(before, after)| {
            document.step((*before).into()).is_some() && document.step((*after).into()).is_some()
        })
        .map(|(before, after)| (StepId::from(*before), StepId::from(*after)))
        .collect()
}

/// Whether two steps would touch there.
fn near(one: Place, other: Place) -> bool {
    let (w, h) = ((STEP_WIDTH + CLEARANCE) as i32, (STEP_HEIGHT + CLEARANCE) as i32);
    (one.x - other.x).abs() < w && (one.y - other.y).abs() < h
}
