//! Records that a text makes, with ids and handoff numbers from where the document is.

use super::work::{Work, known};
use crate::error::{Error, Problem, Spot};
use model::*;

/// Most lanes on one map, as the model has it.
const LANES: usize = 200;

impl Work<'_> {
    /// The next id; errors about its record will point to `spot`.
    fn fresh(&mut self, spot: Spot) -> RecordId {
        let id = RecordId(self.next_id);
        self.next_id = self.next_id.saturating_add(1);
        self.spots.insert(id, spot);
        id
    }

    /// That errors about a record which is there point to `spot`.
    pub fn touched(&mut self, id: impl Into<RecordId>, spot: Spot) {
        self.spots.insert(id.into(), spot);
    }

    fn put(&mut self, record: impl Into<Record>) {
        let record = record.into();
        self.changed.insert(record.id(), record);
    }

    /// A new team with a lane below the others.
    pub fn new_team(&mut self, name: &str, spot: Spot) -> Result<TeamId, Error> {
        let colour = (0..12).find(|colour| !self.colours.contains(colour));
        let other = u8::try_from(self.lanes.len() % 12).unwrap_or_default();
        let colour = colour.unwrap_or(other);
        let id = TeamId::from(self.fresh(spot));
        let team = Team { id, name: name.to_owned(), colour, ..Team::default() };
        self.colours.insert(colour);
        // Behind the teams of this map, before those of others.
        self.teams.insert(self.lanes.len().min(self.teams.len()), known(&team));
        self.put(team);
        self.lane_for(id, spot)?;
        Ok(id)
    }

    /// The lane of a team on this map, made if there is none.
    pub fn lane_for(&mut self, team: TeamId, spot: Spot) -> Result<LaneId, Error> {
        if let Some(lane) = self.lane_of(team) {
            return Ok(lane);
        }
        if self.lanes.len() >= LANES {
            return Err(spot.error(Problem::TooManyTeams));
        }
        let id = LaneId::from(self.fresh(spot));
        let order = u16::try_from(self.lanes.len()).unwrap_or(u16::MAX);
        self.put(Lane { id, state: self.state, team, order, ..Lane::default() });
        self.lanes.insert(team, id);
        Ok(id)
    }

    pub fn new_role(&mut self, name: String, team: Option<TeamId>, spot: Spot) -> RoleId {
        let id = RoleId::from(self.fresh(spot));
        self.roles.entry(name.to_lowercase()).or_default().push(id);
        self.put(Role { id, name, team, person: String::new(), ..Default::default() });
        id
    }

    pub fn new_step(&mut self, lane: LaneId, name: String, shape: StepKind, spot: Spot) -> StepId {
        let id = StepId::from(self.fresh(spot));
        let step = Step { id, state: self.state, lane, name, shape, ..Step::default() };
        self.call_step(&step);
        self.put(step);
        self.unplaced.push(id);
        id
    }

    /// Gives a step a code by which the lines below can name it.
    pub fn code_step(&mut self, id: StepId, code: String) {
        self.codes.entry(code.to_lowercase()).or_default().push(id);
        if let Some(step) = self.change_step(id) {
            step.code = code;
        }
    }

    /// A new way, with its handoff where it joins two teams.
    pub fn new_way(&mut self, from: StepId, to: StepId, spot: Spot) -> ConnectorId {
        let id = ConnectorId::from(self.fresh(spot));
        let connector = Connector { id, state: self.state, from, to, ..Connector::default() };
        self.join(&connector);
        if self.crosses(&connector) {
            let handoff = HandoffId::from(self.fresh(spot));
            let number = self.next_number;
            self.next_number = number.saturating_add(1);
            self.put(Handoff { id: handoff, connector: id, number, ..Handoff::default() });
            self.handoffs.insert(id, handoff);
        }
        self.put(connector);
        id
    }

    pub fn new_pain(&mut self, text: String, about: Vec<Target>, spot: Spot) -> PainPointId {
        let id = PainPointId::from(self.fresh(spot));
        self.put(PainPoint { id, text, about, ..PainPoint::default() });
        id
    }

    /// What is new or other than before, if the document takes it.
    pub fn finish(self) -> Result<(Vec<Record>, Vec<StepId>), Error> {
        let mut changes = Vec::with_capacity(self.changed.len());
        for (id, record) in self.changed {
            let before = self.document.record(id);
            if before.as_ref() != Some(&record) {
                changes.push(Change { before, after: Some(record) });
            }
        }
        self.document.with(&changes).map_err(|invalid| {
            let (id, problem) = match invalid {
                Invalid::OutOfBounds { id, field, .. } => (Some(id), Problem::OutOfBounds(field)),
                other => (None, Problem::Invalid(other)),
            };
            let start = Spot { line: 1, column: 1 };
            let spot = id.and_then(|id| self.spots.get(&id)).copied().unwrap_or(start);
            spot.error(problem)
        })?;
        Ok((changes.into_iter().filter_map(|it| it.after).collect(), self.unplaced))
    }
}
