//! The document while a text is captured: what is there, over it what was said, and an index of
//! names. Ids and handoff numbers go on from where the document is.

use crate::error::{Error, Problem, Spot};
use crate::lex::Part;
use crate::named::Named;
use model::*;
use std::collections::{BTreeMap, BTreeSet};

/// What is known under a name, in lower case.
type Called<T> = BTreeMap<String, Vec<T>>;

pub(super) struct Work<'d> {
    pub document: &'d Document,
    pub state: StateId,
    pub clock: Clock,
    pub(super) next_id: u64,
    pub(super) next_number: u32,
    /// Records that are new, and copies of those that are there.
    pub(super) changed: BTreeMap<RecordId, Record>,
    /// Teams of this map from the topmost, then those of other maps: name and code in lower case.
    pub(super) teams: Vec<(TeamId, String, String)>,
    pub(super) lanes: BTreeMap<TeamId, LaneId>,
    pub(super) steps: Called<StepId>,
    pub(super) codes: Called<StepId>,
    pub(super) roles: Called<RoleId>,
    /// Ways out of each step and ways into it, oldest first.
    out: BTreeMap<StepId, Vec<ConnectorId>>,
    into: BTreeMap<StepId, Vec<ConnectorId>>,
    pairs: BTreeMap<(StepId, StepId), ConnectorId>,
    pub(super) handoffs: BTreeMap<ConnectorId, HandoffId>,
    /// Steps whose ways on are alternatives.
    choices: BTreeSet<StepId>,
    pub(super) colours: BTreeSet<u8>,
    /// Steps that are new, in the order of the text.
    pub unplaced: Vec<StepId>,
    pub(super) spots: BTreeMap<RecordId, Spot>,
}

macro_rules! seen {
    ($($one:ident $id:ident $variant:ident),* $(,)?) => {
        impl Work<'_> {$(
            pub fn $one(&self, id: $id) -> Option<&$variant> {
                match self.changed.get(&id.into()) {
                    Some(Record::$variant(it)) => Some(it),
                    _ => self.document.$one(id),
                }
            }
        )*}
    };
}
seen! {
    team TeamId Team,
    lane LaneId Lane,
    role RoleId Role,
    step StepId Step,
    connector ConnectorId Connector,
}

macro_rules! changed {
    ($($change:ident $one:ident $id:ident $variant:ident),* $(,)?) => {
        impl Work<'_> {$(
            /// The record, to be changed.
            pub fn $change(&mut self, id: $id) -> Option<&mut $variant> {
                if let (false, Some(it)) =
                    (self.changed.contains_key(&id.into()), self.document.$one(id))
                {
                    self.changed.insert(id.into(), it.clone().into());
                }
                match self.changed.get_mut(&id.into()) {
                    Some(Record::$variant(it)) => Some(it),
                    _ => None,
                }
            }
        )*}
    };
}
changed! {
    change_team team TeamId Team,
    change_role role RoleId Role,
    change_step step StepId Step,
    change_connector connector ConnectorId Connector,
    change_handoff handoff HandoffId Handoff,
    change_pain_point pain_point PainPointId PainPoint,
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

    pub(super) fn call_step(&mut self, step: &Step) {
        self.steps.entry(step.name.to_lowercase()).or_default().push(step.id);
        if !step.code.is_empty() {
            self.codes.entry(step.code.to_lowercase()).or_default().push(step.id);
        }
    }

    pub(super) fn join(&mut self, connector: &Connector) {
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
}

pub(super) fn known(team: &Team) -> (TeamId, String, String) {
    (team.id, team.name.to_lowercase(), team.code.to_lowercase())
}

/// The part as a name, one that says something.
pub(super) fn name_of(part: &Part<'_>, what: Named) -> Result<String, Error> {
    if part.text.is_empty() {
        return Err(part.error(Problem::Missing(what)));
    }
    let name = part.prose()?;
    if name.is_empty() { Err(part.error(Problem::Missing(what))) } else { Ok(name) }
}
