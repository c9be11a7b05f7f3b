//! How the text refers to things: by name where it is the only one, else by code, else by a number.
//! The things that need one are numbered in the order of the text, so that the text is the same when
//! it was read in between and its records have other ids.

use crate::words::{WHOLE_MAP, written};
use model::*;
use std::collections::{BTreeMap, BTreeSet};

/// Longest name that stands for its step in a connector; a longer one is said once, where the step
/// is.
const NAME: usize = 100;

#[derive(Default)]
pub(super) struct Refs {
    steps: BTreeMap<StepId, String>,
    roles: BTreeMap<RoleId, String>,
    teams: BTreeMap<TeamId, String>,
    connectors: BTreeMap<ConnectorId, String>,
    in_lane: BTreeMap<LaneId, Vec<StepId>>,
    in_team: BTreeMap<Option<TeamId>, Vec<RoleId>>,
    together: BTreeMap<StepId, usize>,
    /// Connectors that a pain point is about.
    named: BTreeSet<ConnectorId>,
    /// The last number that a thing goes by.
    last: u64,
}

impl Refs {
    pub fn of(document: &Document, state: StateId) -> Refs {
        let mut refs = Refs::default();
        refs.name_teams(document, state);
        refs.name_roles(document, state);
        let mut codes = Count::default();
        for step in document.steps_of(state) {
            codes.add(&step.code);
            refs.in_lane.entry(step.lane).or_default().push(step.id);
        }
        for connector in document.connectors_of(state) {
            codes.add(&connector.code);
            if !matches!(connector.flow, ConnectorKind::Xor | ConnectorKind::Rework) {
                *refs.together.entry(connector.from).or_default() += 1;
            }
        }
        refs.name_steps(document, state, &codes);
        refs.number(document, state);
        let about = document.pain_points().flat_map(|pain| pain.about.iter());
        refs.named.extend(about.filter_map(|target| match target {
            Target::Connector(id) => Some(*id),
            _ => None,
        }));
        refs.name_connectors(document, state, &codes);
        refs
    }

    /// Gives numbers to the teams, roles and steps that have no name of their own, in the order in
    /// which they are printed.
    fn number(&mut self, document: &Document, state: StateId) {
        let roles = |refs: &mut Refs, team| {
            for role in refs.in_team.get(&team).into_iter().flatten() {
                refs.roles.entry(*role).or_insert_with(|| next(&mut refs.last));
            }
        };
        roles(self, None);
        for lane in document.lanes_of(state) {
            self.teams.entry(lane.team).or_insert_with(|| next(&mut self.last));
            roles(self, Some(lane.team));
            for step in self.in_lane.get(&lane.id).into_iter().flatten() {
                self.steps.entry(*step).or_insert_with(|| next(&mut self.last));
            }
        }
    }

    fn name_teams(&mut self, document: &Document, state: StateId) {
        let lanes = document.lanes_of(state);
        let teams = || lanes.iter().filter_map(|lane| document.team(lane.team));
        let mut names = Count::default();
        teams().for_each(|team| names.add(&team.name));
        let named = teams().filter(|team| names.one(&team.name));
        self.teams.extend(named.map(|team| (team.id, written(&team.name))));
    }

    /// Roles of teams that the map shows, of none, and those that the map names.
    fn name_roles(&mut self, document: &Document, state: StateId) {
        let lanes = document.lanes_of(state);
        let teams: BTreeSet<TeamId> = lanes.iter().map(|lane| lane.team).collect();
        let mut named: BTreeSet<RoleId> = BTreeSet::new();
        named.extend(document.steps_of(state).filter_map(|step| step.accountable));
        for connector in document.connectors_of(state) {
            if let Some(it) = document.handoff_record(connector.id) {
                let roles = [it.sending_role, it.receiving_role, it.accountable];
                named.extend(roles.into_iter().flatten());
            }
        }
        let mut names = Count::default();
        let mut shown = Vec::new();
        for role in document.roles() {
            let team = role.team.filter(|team| teams.contains(team));
            if role.team.is_none() || team.is_some() || named.contains(&role.id) {
                names.add(&role.name);
                self.in_team.entry(team).or_default().push(role.id);
                shown.push(role);
            }
        }
        let named = shown.into_iter().filter(|role| names.one(&role.name));
        self.roles.extend(named.map(|role| (role.id, written(&role.name))));
    }

    fn name_steps(&mut self, document: &Document, state: StateId, codes: &Count) {
        let mut names = Count::default();
        document.steps_of(state).for_each(|step| names.add(&step.name));
        for step in document.steps_of(state) {
            let short = step.name.chars().count() <= NAME;
            let name = (short && names.one(&step.name)).then(|| written(&step.name));
            let code = || codes.one(&step.code).then(|| format!("#{}", written(&step.code)));
            self.steps.extend(name.or_else(code).map(|name| (step.id, name)));
        }
    }

    fn name_connectors(&mut self, document: &Document, state: StateId, codes: &Count) {
        let mut pairs: BTreeMap<(StepId, StepId), usize> = BTreeMap::new();
        for it in document.connectors_of(state) {
            *pairs.entry((it.from, it.to)).or_default() += 1;
        }
        for it in document.connectors_of(state) {
            let code = codes.one(&it.code).then(|| format!("#{}", written(&it.code)));
            let pair = || {
                let one = pairs.get(&(it.from, it.to)) == Some(&1);
                one.then(|| format!("{} -> {}", self.step(it.from), self.step(it.to)))
            };
            let name = code.or_else(pair);
            let name = name.or_else(|| self.named.contains(&it.id).then(|| next(&mut self.last)));
            // One that nothing refers to needs no name.
            self.connectors.insert(it.id, name.unwrap_or_default());
        }
    }

    pub fn step(&self, id: StepId) -> &str {
        self.steps.get(&id).map_or("", String::as_str)
    }

    pub fn role(&self, id: RoleId) -> &str {
        self.roles.get(&id).map_or("", String::as_str)
    }

    pub fn steps_in(&self, lane: LaneId) -> &[StepId] {
        self.in_lane.get(&lane).map_or(&[], Vec::as_slice)
    }

    pub fn roles_of(&self, team: Option<TeamId>) -> impl Iterator<Item = RoleId> {
        self.in_team.get(&team).into_iter().flatten().copied()
    }

    /// How many ways lead on from a step without being alternatives.
    pub fn ways_together(&self, step: StepId) -> usize {
        self.together.get(&step).copied().unwrap_or_default()
    }

    pub fn tag_of_step(&self, id: StepId) -> Option<String> {
        tagged(self.steps.get(&id))
    }

    pub fn tag_of_role(&self, id: RoleId) -> Option<String> {
        tagged(self.roles.get(&id))
    }

    pub fn tag_of_team(&self, id: TeamId) -> Option<String> {
        tagged(self.teams.get(&id))
    }

    pub fn tag_of_connector(&self, id: ConnectorId) -> Option<String> {
        if self.named.contains(&id) { tagged(self.connectors.get(&id)) } else { None }
    }

    /// How a pain point names what it is about, if that is on this map.
    pub fn target(&self, document: &Document, state: StateId, target: Target) -> Option<String> {
        match target {
            Target::Step(id) => self.steps.get(&id).cloned(),
            Target::Connector(id) => self.connectors.get(&id).cloned(),
            Target::Handoff(id) => {
                let handoff = document.handoff(id)?;
                self.connectors.contains_key(&handoff.connector).then(|| handoff.name())
            }
            Target::Team(id) => self.teams.get(&id).map(|team| format!("team {team}")),
            Target::State(id) => (id == state).then(|| WHOLE_MAP.to_owned()),
            Target::Stage(_) => None,
        }
    }
}

/// How often each name or code is used.
#[derive(Default)]
struct Count(BTreeMap<String, usize>);

impl Count {
    fn add(&mut self, name: &str) {
        *self.0.entry(name.to_owned()).or_default() += 1;
    }

    /// Whether the name says something, and one thing only.
    fn one(&self, name: &str) -> bool {
        !name.is_empty() && self.0.get(name) == Some(&1)
    }
}

fn next(last: &mut u64) -> String {
    *last += 1;
    format!("@{last}")
}

/// The reference that a thing must say of itself to be found by it.
fn tagged(reference: Option<&String>) -> Option<String> {
    let is_tag = |it: &&String| {
        it.strip_prefix('@').is_some_and(|digits| digits.bytes().all(|b| b.is_ascii_digit()))
    };
    reference.filter(is_tag).cloned()
}
