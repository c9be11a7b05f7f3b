//! The document while a text is captured: what is there, over it what was said, and an index of
//! names. Ids and handoff numbers go on from where the document is.

use crate::error::{Error, Problem, Spot};
use crate::lex::Part;
use model::*;
use std::collections::{BTreeMap, BTreeSet};

/// Most lanes on one map, as the model has it.
const LANES: usize = 200;

/// What is known under a name, in lower case.
type Called<T> = BTreeMap<String, Vec<T>>;

pub(super) struct Work<'d> {
    pub document: &'d Document,
    pub state: StateId,
    pub clock: Clock,
    next_id: u64,
    next_number: u32,
    /// Records that are new, and copies of those that are there.
    changed: BTreeMap<RecordId, Record>,
    /// Teams of this map from the topmost, then those of other maps: name and code in lower case.
    teams: Vec<(TeamId, String, String)>,
    lanes: BTreeMap<TeamId, LaneId>,
    steps: Called<StepId>,
    codes: Called<StepId>,
    roles: Called<RoleId>,
    /// Ways out of each step and ways into it, oldest first.
    out: BTreeMap<StepId, Vec<ConnectorId>>,
    into: BTreeMap<StepId, Vec<ConnectorId>>,
    pairs: BTreeMap<(StepId, StepId), ConnectorId>,
    handoffs: BTreeMap<ConnectorId, HandoffId>,
    /// Steps whose ways on are alternatives.
    choices: BTreeSet<StepId>,
    colours: BTreeSet<u8>,
    /// Steps that are new, in the order of the text.
    pub unplaced: Vec<StepId>,
    spots: BTreeMap<RecordId, Spot>,
}

macro_rules! kinds {
    ($($one:ident $change:ident $id:ident $variant:ident),* $(,)?) => {
        impl Work<'_> {$(
            #[allow(dead_code)]
            pub fn $one(&self, id: $id) -> Option<&$variant> {
                match self.changed.get(&id.into()) {
                    Some(Record::$variant(it)) => Some(it),
                    _ => self.document.$one(id),
                }
            }

            /// The record, to be changed.
            #[allow(dead_code)]
            pub fn $change(&mut self, id: $id) -> Option<&mut $variant> {
                let there = self.document.$one(id).cloned();
                if let (false, Some(it)) = (self.changed.contains_key(&id.into()), there) {
                    self.changed.insert(id.into(), it.into());
                }
                match self.changed.get_mut(&id.into()) {
                    Some(Record::$variant(it)) => Some(it),
                    _ => None,
                }
            }
        )*}
    };
}
kinds! {
    team change_team TeamId Team,
    lane change_lane LaneId Lane,
    role change_role RoleId Role,
    step change_step StepId Step,
    connector change_connector ConnectorId Connector,
    handoff change_handoff HandoffId Handoff,
    pain_point change_pain_point PainPointId PainPoint,
}

impl<'d> Work<'d> {
    pub fn of(document: &'d Document, state: StateId) -> Work<'d> {
        let (next_id, next_number) = document.used_up();
        let mut work = Work {
            document,
            state,
            clock: document.process_of(state).map(|it| it.clock).unwrap_or_default(),
            next_id: next_id.max(1),
            next_number: next_number.max(1),
            changed: BTreeMap::new(),
            teams: Vec::new(),
            lanes: BTreeMap::new(),
            steps: BTreeMap::new(),
            codes: BTreeMap::new(),
            roles: BTreeMap::new(),
            out: BTreeMap::new(),
            into: BTreeMap::new(),
            pairs: BTreeMap::new(),
            handoffs: BTreeMap::new(),
            choices: BTreeSet::new(),
            colours: document.teams().map(|team| team.colour).collect(),
            unplaced: Vec::new(),
            spots: BTreeMap::new(),
        };
        work.index();
        work
    }

    fn index(&mut self) {
        let document = self.document;
        for lane in document.lanes_of(self.state) {
            self.lanes.insert(lane.team, lane.id);
            self.teams.extend(document.team(lane.team).map(known));
        }
        let others = document.teams().filter(|team| !self.lanes.contains_key(&team.id));
        self.teams.extend(others.map(known).collect::<Vec<_>>());
        for step in document.steps_of(self.state) {
            self.call_step(step);
        }
        for role in document.roles() {
            self.roles.entry(role.name.to_lowercase()).or_default().push(role.id);
        }
        for connector in document.connectors_of(self.state) {
            self.join(connector);
            if let Some(handoff) = document.handoff_record(connector.id) {
                self.handoffs.insert(connector.id, handoff.id);
            }
        }
    }

    fn call_step(&mut self, step: &Step) {
        self.steps.entry(step.name.to_lowercase()).or_default().push(step.id);
        if !step.code.is_empty() {
            self.codes.entry(step.code.to_lowercase()).or_default().push(step.id);
        }
    }

    fn join(&mut self, connector: &Connector) {
        self.out.entry(connector.from).or_default().push(connector.id);
        self.into.entry(connector.to).or_default().push(connector.id);
        self.pairs.insert((connector.from, connector.to), connector.id);
        if connector.flow == ConnectorKind::Xor {
            self.choices.insert(connector.from);
        }
    }

    /// Whether one of several ways on is taken after this step.
    pub fn chooses(&self, step: StepId) -> bool {
        let decides = |it: &Step| it.shape == StepKind::Decision;
        self.choices.contains(&step) || self.step(step).is_some_and(decides)
    }

    /// That the ways on from this step are alternatives.
    pub fn choose(&mut self, step: StepId) {
        self.choices.insert(step);
    }

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

    /// Teams of this map, then others: id, name and code in lower case.
    pub fn teams(&self) -> &[(TeamId, String, String)] {
        &self.teams
    }

    pub fn lane_of(&self, team: TeamId) -> Option<LaneId> {
        self.lanes.get(&team).copied()
    }

    pub fn team_of(&self, step: StepId) -> Option<TeamId> {
        Some(self.lane(self.step(step)?.lane)?.team)
    }

    pub fn steps_called(&self, name: &str) -> &[StepId] {
        self.steps.get(&name.to_lowercase()).map_or(&[], Vec::as_slice)
    }

    /// Steps whose name begins so, at most two: enough to know whether there is only one.
    pub fn steps_beginning(&self, name: &str) -> Vec<StepId> {
        let name = name.to_lowercase();
        let from = self.steps.range(name.clone()..);
        let begin = from.take_while(|(other, _)| other.starts_with(&name));
        begin.flat_map(|(_, ids)| ids).copied().take(2).collect()
    }

    pub fn steps_coded(&self, code: &str) -> &[StepId] {
        self.codes.get(&code.to_lowercase()).map_or(&[], Vec::as_slice)
    }

    /// Whether a step was there before the text.
    pub fn is_old(&self, step: StepId) -> bool {
        self.document.step(step).is_some()
    }

    pub fn roles_called(&self, name: &str) -> &[RoleId] {
        self.roles.get(&name.to_lowercase()).map_or(&[], Vec::as_slice)
    }

    pub fn ways_out(&self, step: StepId) -> &[ConnectorId] {
        self.out.get(&step).map_or(&[], Vec::as_slice)
    }

    pub fn ways_into(&self, step: StepId) -> &[ConnectorId] {
        self.into.get(&step).map_or(&[], Vec::as_slice)
    }

    pub fn way(&self, from: StepId, to: StepId) -> Option<ConnectorId> {
        self.pairs.get(&(from, to)).copied()
    }

    pub fn handoff_on(&self, connector: ConnectorId) -> Option<HandoffId> {
        self.handoffs.get(&connector).copied()
    }

    pub fn crosses(&self, connector: &Connector) -> bool {
        let lane = |step| self.step(step).map(|it| it.lane);
        lane(connector.from) != lane(connector.to)
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
        self.put(Role { id, name, team, person: String::new() });
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

fn known(team: &Team) -> (TeamId, String, String) {
    (team.id, team.name.to_lowercase(), team.code.to_lowercase())
}

/// The part as a name, one that says something.
pub(super) fn name_of(part: &Part<'_>, what: &'static str) -> Result<String, Error> {
    if part.text.is_empty() {
        return Err(part.error(Problem::Missing(what)));
    }
    part.prose()
}
