//! From text to a document: teams, roles and steps first, then what refers to them. Ids follow the
//! order of the text.

pub(crate) mod connector;
pub(crate) mod frame;
mod names;
pub(crate) mod pain;
pub(crate) mod step;

use crate::error::{Error, Problem, Spot};
use crate::lex::{Part, Sentence, sentences};
use crate::named::Named;
use connector::Way;
pub(crate) use frame::{a_day, own_colour};
use model::*;
use names::Names;
pub(crate) use names::code;
use std::collections::{BTreeMap, BTreeSet};

/// The map that a text describes: a whole new document with one engagement, one process and one
/// state. Where the text gives no place, steps lie at the origin for the caller to lay out.
///
/// # Errors
/// The first thing in the text that is no part of a map: where, what, and what to write instead.
pub fn parse(text: &str) -> Result<Document, Error> {
    parse_by(text, Clock::default())
}

/// As `parse`, where days are counted by this clock unless the text has a line that says another.
pub(crate) fn parse_by(text: &str, clock: Clock) -> Result<Document, Error> {
    let sentences = sentences(text)?;
    let mut map = Making::new();
    map.process.clock = clock;
    map.clock(&sentences)?;
    for sentence in &sentences {
        map.define(sentence)?;
    }
    map.settle_accountable()?;
    for sentence in sentences.iter().filter(|it| !it.others.is_empty()) {
        map.connect(sentence)?;
    }
    map.settle_ways();
    for sentence in sentences.iter().filter(|it| it.keyword == Some("pain")) {
        map.pain(sentence)?;
    }
    map.finish()
}

/// A map in the making.
struct Making<'a> {
    next: u64,
    engagement: Engagement,
    process: Process,
    state: State,
    teams: Vec<Team>,
    lanes: BTreeMap<LaneId, Lane>,
    lane_of_team: BTreeMap<TeamId, LaneId>,
    roles: Vec<Role>,
    steps: BTreeMap<StepId, Step>,
    /// Roles named on steps, resolved when all roles are known.
    accountable: Vec<(StepId, Part<'a>)>,
    ways: Vec<Way>,
    numbers: BTreeSet<u32>,
    pains: Vec<PainPoint>,
    names: Names,
    spots: BTreeMap<RecordId, Spot>,
    /// Line words that may stand once, seen so far.
    once: BTreeSet<&'static str>,
    lane: Option<LaneId>,
}

impl<'a> Making<'a> {
    fn new() -> Making<'a> {
        let mut map = Making {
            next: 0,
            engagement: Engagement::default(),
            process: Process::default(),
            state: State::default(),
            teams: Vec::new(),
            lanes: BTreeMap::new(),
            lane_of_team: BTreeMap::new(),
            roles: Vec::new(),
            steps: BTreeMap::new(),
            accountable: Vec::new(),
            ways: Vec::new(),
            numbers: BTreeSet::new(),
            pains: Vec::new(),
            names: Names::default(),
            spots: BTreeMap::new(),
            once: BTreeSet::new(),
            lane: None,
        };
        let start = Spot { line: 1, column: 1 };
        map.engagement.id = map.fresh(start).into();
        map.process.id = map.fresh(start).into();
        map.state.id = map.fresh(start).into();
        map.state.process = map.process.id;
        map
    }

    /// The next id; errors about its record will point to `spot`.
    fn fresh(&mut self, spot: Spot) -> RecordId {
        self.next += 1;
        let id = RecordId(self.next);
        self.spots.insert(id, spot);
        id
    }

    fn define(&mut self, sentence: &Sentence<'a>) -> Result<(), Error> {
        let leg = &sentence.first;
        match sentence.keyword {
            Some("engagement") => self.engagement(leg),
            Some("process") => self.process(leg),
            Some("state") => self.state(leg),
            Some("team") => self.team(leg),
            Some("role") => self.role(leg),
            Some("clock" | "pain") => Ok(()),
            Some("start") => self.step(leg, StepKind::Start),
            Some("end") => self.step(leg, StepKind::End),
            Some("decision") => self.step(leg, StepKind::Decision),
            Some(_) => self.step(leg, StepKind::Step),
            None if !sentence.others.is_empty() => Ok(()),
            None if leg.head.text.ends_with('?') => self.step(leg, StepKind::Decision),
            None => self.step(leg, StepKind::Step),
        }
    }

    /// The role with this name or reference; made in `team` if no line has named it.
    fn role_of(&mut self, part: &Part<'a>, team: Option<TeamId>) -> Result<RoleId, Error> {
        if let Some(role) = self.names.role(part)? {
            return Ok(role);
        }
        let name = part.name()?;
        let id = RoleId::from(self.fresh(part.spot));
        self.names.add_role(&name, id);
        self.roles.push(Role { id, name, team, person: String::new(), ..Default::default() });
        Ok(id)
    }

    fn team_of(&self, step: StepId) -> Option<TeamId> {
        let lane = self.steps.get(&step)?.lane;
        self.lanes.get(&lane).map(|it| it.team)
    }

    fn finish(self) -> Result<Document, Error> {
        let mut records: Vec<Record> =
            vec![self.engagement.into(), self.process.into(), self.state.into()];
        records.extend(self.teams.into_iter().map(Record::from));
        records.extend(self.lanes.into_values().map(Record::from));
        records.extend(self.roles.into_iter().map(Record::from));
        records.extend(self.steps.into_values().map(Record::from));
        for way in self.ways {
            records.push(way.connector.into());
            records.extend(way.handoff.map(Record::from));
        }
        records.extend(self.pains.into_iter().map(Record::from));
        Document::from_records(records).map_err(|invalid| {
            let (id, problem) = match invalid {
                Invalid::OutOfBounds { id, field, .. } => (Some(id), Problem::OutOfBounds(field)),
                other => (None, Problem::Invalid(other)),
            };
            let start = Spot { line: 1, column: 1 };
            let spot = id.and_then(|id| self.spots.get(&id)).copied().unwrap_or(start);
            spot.error(problem)
        })
    }
}

/// Writes a value that may be said once.
pub(crate) fn once<T>(
    place: &mut Option<T>,
    value: T,
    part: &Part<'_>,
    what: Named,
) -> Result<(), Error> {
    if place.is_some() {
        return Err(part.error(Problem::Twice(what)));
    }
    *place = Some(value);
    Ok(())
}

/// A whole number within a type's bounds.
pub(crate) fn whole<T: std::str::FromStr>(part: &Part<'_>) -> Result<T, Error> {
    let text = part.text;
    let plain = !text.starts_with('+');
    let number = if plain { text.parse().ok() } else { None };
    number.ok_or_else(|| part.error(Problem::NotANumber(crate::duration::short(text))))
}

/// That nothing like this can be said.
pub(crate) fn unknown(part: &Part<'_>, of: Named) -> Error {
    part.error(Problem::Unknown { text: crate::duration::short(part.text), of })
}
