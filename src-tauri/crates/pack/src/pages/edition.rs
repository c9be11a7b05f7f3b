//! What the pages tell about: the records of one state, looked up once and named for print.

use crate::words;
use crate::{Settings, Source};
use analysis::{Finding, Language, PathElement, Readiness, Timeline, Waived};
use model::{
    Check, Clock, Connector, ConnectorKind, Document, Handoff, RoleId, Sla, State, StateId, Step,
    Team, TeamId,
};

/// One state, ready to be told about.
pub struct Edition<'a> {
    /// What it is made from.
    pub source: Source<'a>,
    /// Date and version.
    pub settings: &'a Settings,
    /// The state.
    pub state: &'a State,
    /// Whose minutes these are.
    pub clock: Clock,
    /// Its handoffs by number, returns last.
    pub passings: Vec<Passing<'a>>,
    /// Findings that are left as they are, each with its reason.
    pub left: Vec<(Finding, Waived)>,
}

/// A handoff with what it connects.
pub struct Passing<'a> {
    /// The agreement.
    pub handoff: &'a Handoff,
    /// The line on the map.
    pub connector: &'a Connector,
    /// The step that gives.
    pub from: Option<&'a Step>,
    /// The step that takes.
    pub to: Option<&'a Step>,
    /// The team that gives.
    pub giver: Option<&'a Team>,
    /// The team that takes.
    pub taker: Option<&'a Team>,
    /// Its service level.
    pub sla: Option<&'a Sla>,
    /// Which checks it meets; absent for returns.
    pub readiness: Option<&'a Readiness>,
}

/// Which of the two sides.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Way {
    /// On to the next team.
    Forward,
    /// Back to a team that had it.
    Back,
}

/// Without a waiver nothing is looked for: finding costs time on a large map.
fn left(document: &Document, state: StateId) -> Vec<(Finding, Waived)> {
    if document.waivers().next().is_none() {
        return Vec::new();
    }
    let all = analysis::findings(document, state).into_iter();
    all.filter_map(|it| it.waived.clone().map(|waived| (it, waived))).collect()
}

/// A name, or what stands for a missing one.
pub fn named<'n>(name: &'n str, unnamed: &'n str) -> &'n str {
    if name.trim().is_empty() { unnamed } else { name }
}

impl<'a> Edition<'a> {
    /// Looks everything up. Nothing if the document has no such state.
    pub fn of(source: &Source<'a>, settings: &'a Settings) -> Option<Edition<'a>> {
        let document = source.document;
        let state = document.state(source.state)?;
        let mut passings: Vec<Passing> = document
            .handoffs_of(state.id)
            .into_iter()
            .map(|(handoff, connector)| Passing::of(source, handoff, connector))
            .filter(|passing| passing.touches(document, settings))
            .collect();
        passings.sort_by_key(|passing| passing.way() == Way::Back);
        let clock = source.figures.clock;
        let left = left(document, state.id);
        Some(Edition { source: *source, settings, state, clock, passings, left })
    }

    /// What the pages are written in.
    pub fn language(&self) -> Language {
        crate::drawn::language(self.settings.choice.language)
    }

    /// The one of two that is in the language of the pages.
    pub fn pick<T>(&self, english: T, german: T) -> T {
        self.language().pick(english, german)
    }

    /// The document.
    pub fn document(&self) -> &'a Document {
        self.source.document
    }

    /// The Timeline view, if the map has a path.
    pub fn timeline(&self) -> Option<&'a Timeline> {
        self.source.figures.timeline.as_ref()
    }

    /// A duration in the clock of the process.
    pub fn duration(&self, minutes: i64) -> String {
        words::duration(minutes, self.clock.minutes_per_day)
    }

    /// A duration with the minutes it stands for: `34.5 d, 16,570 min`.
    pub fn duration_in_full(&self, minutes: i64) -> String {
        let short = self.duration(minutes);
        let all = format!("{}\u{a0}min", words::count(minutes));
        if short == all { short } else { format!("{short} ({all})") }
    }

    /// What the engagement is called.
    pub fn title(&self) -> &'a str {
        let title = self.document().the_engagement().map_or("", |it| it.title.as_str());
        named(title, "Untitled engagement")
    }

    /// Whose processes these are; may be empty.
    pub fn client(&self) -> &'a str {
        self.document().the_engagement().map_or("", |it| it.client.as_str())
    }

    /// What the process is called; may be empty.
    pub fn process(&self) -> &'a str {
        self.document().process(self.state.process).map_or("", |it| it.name.as_str())
    }

    /// What the state is called.
    pub fn state_name(&self) -> &'a str {
        let unnamed = match self.state.role {
            model::StateRole::Current => "Current state",
            model::StateRole::Future => "Future state",
            model::StateRole::Variant => "Variant",
        };
        named(&self.state.name, unnamed)
    }

    /// Whether a pack tells of what this team gives, receives and does.
    pub fn is_of(&self, team: TeamId) -> bool {
        let asked = self.settings.choice.team.filter(|it| self.document().team(*it).is_some());
        asked.is_none_or(|it| it == team)
    }

    /// The handoffs that go on.
    pub fn forward(&self) -> Vec<&Passing<'a>> {
        self.passings.iter().filter(|it| it.way() == Way::Forward).collect()
    }

    /// What a role is called.
    pub fn role(&self, id: RoleId) -> &'a str {
        self.document().role(id).map_or("", |role| named(&role.name, "Unnamed role"))
    }

    /// What an optional role is called; empty without one.
    pub fn role_or_empty(&self, id: Option<RoleId>) -> &'a str {
        id.map_or("", |id| self.role(id))
    }

    /// The longest wait of the critical path that is between teams, and its handoff.
    pub fn longest_between(&self) -> Option<(i64, &Passing<'a>)> {
        self.timeline()?
            .path
            .iter()
            .filter_map(|element| match element {
                PathElement::Wait { connector, wait, between_teams: true } if *wait > 0 => {
                    let passing = self.passings.iter().find(|it| it.connector.id == *connector)?;
                    Some((*wait, passing))
                }
                _ => None,
            })
            .fold(None, |best: Option<(i64, &Passing)>, next| match best {
                Some(best) if best.0 >= next.0 => Some(best),
                _ => Some(next),
            })
    }
}

impl<'a> Passing<'a> {
    fn of(source: &Source<'a>, handoff: &'a Handoff, connector: &'a Connector) -> Passing<'a> {
        let document = source.document;
        let (from, to) = (document.step(connector.from), document.step(connector.to));
        Passing {
            handoff,
            connector,
            from,
            to,
            giver: from.and_then(|step| document.team_of(step)),
            taker: to.and_then(|step| document.team_of(step)),
            sla: handoff.sla.and_then(|id| document.sla(id)),
            readiness: source.figures.readiness.get(&handoff.id),
        }
    }

    /// Whether the team that a pack is for gives or takes here; so it is with every handoff where
    /// the pack is for all.
    fn touches(&self, document: &Document, settings: &Settings) -> bool {
        let asked = settings.choice.team.filter(|it| document.team(*it).is_some());
        let here = [self.giver, self.taker];
        asked.is_none_or(|team| here.into_iter().flatten().any(|it| it.id == team))
    }

    /// On, or back.
    pub fn way(&self) -> Way {
        if self.connector.flow == ConnectorKind::Rework { Way::Back } else { Way::Forward }
    }

    /// The name of the team that gives.
    pub fn giver_name(&self) -> &'a str {
        self.giver.map_or("Unnamed team", |team| named(&team.name, "Unnamed team"))
    }

    /// The name of the team that takes.
    pub fn taker_name(&self) -> &'a str {
        self.taker.map_or("Unnamed team", |team| named(&team.name, "Unnamed team"))
    }

    /// `Sales → Onboarding`.
    pub fn arrow(&self) -> String {
        format!("{} → {}", self.giver_name(), self.taker_name())
    }

    /// `Sales to Onboarding`.
    pub fn between(&self) -> String {
        format!("{} to {}", self.giver_name(), self.taker_name())
    }

    /// The checks that are still open.
    pub fn open_checks(&self) -> Vec<Check> {
        let met = self.readiness.map(|it| it.met.as_slice()).unwrap_or_default();
        Check::ALL.iter().copied().filter(|check| !met.contains(check)).collect()
    }
}
