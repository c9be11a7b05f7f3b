//! A pasted map in the notation: read as ever, then laid over what is there by name.

use super::line::Capturing;
use crate::error::{Error, Spot};
use crate::lex::Part;
use crate::parse::parse_by;
use crate::words::first_word;
use model::*;
use std::collections::{BTreeMap, BTreeSet};

/// Whether lines are a map: it has lines that begin with `team`, and none that begins with an arrow
/// or names its team before a colon.
pub(super) fn is_map(lines: &[Part<'_>]) -> bool {
    let team = |line: &Part<'_>| first_word(line.text.trim_start()).0 == "team";
    let quick = |line: &Part<'_>| {
        super::leg::legs(*line).is_ok_and(|legs| {
            let begins = legs.first().is_some_and(|leg| leg.arrow.is_some());
            begins || legs.iter().any(|leg| leg.team.is_some())
        })
    };
    lines.len() > 1 && lines.iter().any(team) && !lines.iter().any(quick)
}

impl Capturing<'_> {
    pub fn map(&mut self, text: &str) -> Result<(), Error> {
        let map = parse_by(text, self.work.clock)?;
        let Some(state) = map.states().next().map(|it| it.id) else { return Ok(()) };
        let spot = Spot { line: 1, column: 1 };
        let mut over = Over::of(&map, spot);
        for lane in map.lanes_of(state) {
            over.team(self, lane)?;
        }
        for role in map.roles() {
            over.role(self, role);
        }
        for step in map.steps() {
            over.step(self, step)?;
        }
        for connector in map.connectors() {
            over.way(self, connector);
        }
        for pain in map.pain_points() {
            over.pain(self, pain);
        }
        Ok(())
    }
}

/// The map, and what its records are in the document.
struct Over<'m> {
    map: &'m Document,
    spot: Spot,
    teams: BTreeMap<TeamId, TeamId>,
    roles: BTreeMap<RoleId, RoleId>,
    steps: BTreeMap<StepId, StepId>,
    /// Steps of the document that a line of the map is.
    taken: BTreeSet<StepId>,
    ways: BTreeMap<ConnectorId, ConnectorId>,
}

impl<'m> Over<'m> {
    fn of(map: &'m Document, spot: Spot) -> Over<'m> {
        Over {
            map,
            spot,
            teams: BTreeMap::new(),
            roles: BTreeMap::new(),
            steps: BTreeMap::new(),
            taken: BTreeSet::new(),
            ways: BTreeMap::new(),
        }
    }

    fn team(&mut self, on: &mut Capturing<'_>, lane: &Lane) -> Result<(), Error> {
        let Some(said) = self.map.team(lane.team) else { return Ok(()) };
        let id = match on.team_called(&said.name, true, false) {
            Some(id) => id,
            None => on.work.new_team(&said.name, self.spot)?,
        };
        on.work.lane_for(id, self.spot)?;
        self.teams.insert(said.id, id);
        on.team = Some(id);
        if let Some(team) = on.work.change_team(id) {
            team.external |= said.external;
            if said.headcount.is_some() {
                team.headcount = said.headcount;
                team.headcount_known = said.headcount_known.clone();
            }
            if said.productive_minutes_per_day.is_some() {
                team.productive_minutes_per_day = said.productive_minutes_per_day;
                team.productive_known = said.productive_known.clone();
            }
            keep(&mut team.code, &said.code);
        }
        Ok(())
    }

    fn role(&mut self, on: &mut Capturing<'_>, said: &Role) {
        let team = said.team.and_then(|it| self.teams.get(&it)).copied();
        let same = |id: &&RoleId| on.work.role(**id).is_some_and(|it| it.team == team);
        let there = on.work.roles_called(&said.name).iter().find(same).copied();
        let id = there.unwrap_or_else(|| on.work.new_role(said.name.clone(), team, self.spot));
        self.roles.insert(said.id, id);
        if let Some(role) = on.work.change_role(id) {
            keep(&mut role.person, &said.person);
        }
    }

    /// The step of this name in its team that no other line of the map is, or a new one.
    fn step(&mut self, on: &mut Capturing<'_>, said: &Step) -> Result<(), Error> {
        let team = self.map.lane(said.lane).and_then(|it| self.teams.get(&it.team)).copied();
        let Some(team) = team else { return Ok(()) };
        let old = on.work.steps_called(&said.name).iter().take_while(|id| on.work.is_old(**id));
        let mut free = old.filter(|id| on.work.team_of(**id) == Some(team));
        let there = free.find(|id| !self.taken.contains(id)).copied();
        let lane = on.work.lane_for(team, self.spot)?;
        let id = there
            .unwrap_or_else(|| on.work.new_step(lane, said.name.clone(), said.shape, self.spot));
        self.steps.insert(said.id, id);
        self.taken.insert(id);
        on.last = Some(id);
        let accountable = said.accountable.and_then(|it| self.roles.get(&it)).copied();
        if let Some(step) = on.work.change_step(id) {
            step.shape = said.shape;
            keep(&mut step.code, &said.code);
            keep(&mut step.notes, &said.notes);
            step.process_time = said.process_time.clone().or(step.process_time.take());
            step.span = said.span.clone().or(step.span.take());
            step.complete_accurate =
                said.complete_accurate.clone().or(step.complete_accurate.take());
            step.value = said.value.or(step.value);
            step.accountable = accountable.or(step.accountable);
            step.dead_end |= said.dead_end;
            step.unowned |= said.unowned;
            if said.people != 1 || said.people_known != Knowledge::default() {
                step.people = said.people;
                step.people_known = said.people_known.clone();
            }
            for system in &said.systems {
                if !step.systems.contains(system) {
                    step.systems.push(system.clone());
                }
            }
        }
        Ok(())
    }

    fn way(&mut self, on: &mut Capturing<'_>, said: &Connector) {
        let ends = (self.steps.get(&said.from), self.steps.get(&said.to));
        let (Some(from), Some(to)) = ends else { return };
        let there = on.work.way(*from, *to);
        let id = there.unwrap_or_else(|| on.work.new_way(*from, *to, self.spot));
        self.ways.insert(said.id, id);
        on.sources.insert(*from);
        on.told.insert(id);
        if said.flow == ConnectorKind::Xor {
            on.work.choose(*from);
        }
        if let Some(way) = on.work.change_connector(id) {
            way.flow = said.flow;
            way.primary |= said.primary;
            keep(&mut way.label, &said.label);
            keep(&mut way.code, &said.code);
            keep(&mut way.cause_note, &said.cause_note);
            keep(&mut way.channel, &said.channel);
            if said.probability.is_some() {
                way.probability = said.probability;
                way.probability_known = said.probability_known.clone();
            }
            way.wait = said.wait.clone().or(way.wait.take());
            way.cause = said.cause.or(way.cause);
            if said.batch_interval.is_some() {
                way.batch_interval = said.batch_interval;
                way.batch_interval_known = said.batch_interval_known.clone();
            }
        }
        let role = |id: Option<RoleId>| id.and_then(|it| self.roles.get(&it)).copied();
        let Some(said) = self.map.handoff_record(said.id) else { return };
        let handoff = on.work.handoff_on(id).and_then(|id| on.work.change_handoff(id));
        if let Some(handoff) = handoff {
            keep(&mut handoff.passes, &said.passes);
            keep(&mut handoff.trigger, &said.trigger);
            handoff.sending_role = role(said.sending_role).or(handoff.sending_role);
            handoff.receiving_role = role(said.receiving_role).or(handoff.receiving_role);
            handoff.accountable = role(said.accountable).or(handoff.accountable);
        }
    }

    fn pain(&self, on: &mut Capturing<'_>, said: &PainPoint) {
        let about = said.about.iter().filter_map(|it| self.target(on, *it)).collect();
        let id = on.work.new_pain(said.text.clone(), about, self.spot);
        if let Some(pain) = on.work.change_pain_point(id) {
            pain.cause = said.cause;
            pain.wastes.clone_from(&said.wastes);
            pain.signs.clone_from(&said.signs);
            pain.votes = said.votes;
            pain.severity = said.severity;
        }
    }

    fn target(&self, on: &Capturing<'_>, target: Target) -> Option<Target> {
        match target {
            Target::Step(id) => self.steps.get(&id).copied().map(Target::Step),
            Target::Connector(id) => self.ways.get(&id).copied().map(Target::Connector),
            Target::Handoff(id) => {
                let way = self.ways.get(&self.map.handoff(id)?.connector)?;
                on.work.handoff_on(*way).map(Target::Handoff)
            }
            Target::Team(id) => self.teams.get(&id).copied().map(Target::Team),
            Target::State(_) => Some(Target::State(on.work.state)),
            Target::Stage(_) => None,
        }
    }
}

/// What was said, unless it is nothing.
fn keep(old: &mut String, said: &str) {
    if !said.is_empty() {
        said.clone_into(old);
    }
}
