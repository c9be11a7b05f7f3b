//! What the pages tell about: the records of one state, looked up once and named for print.

use super::said::unnamed_team;
use crate::words::Say;
use crate::{Settings, Source};
use analysis::{Finding, PathElement, Readiness, Timeline, Waived};
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
    /// The words and numbers of its language.
    pub say: Say,
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
    say: Say,
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
fn left(document: &Document, state: StateId, say: Say) -> Vec<(Finding, Waived)> {
    if document.waivers().next().is_none() {
        return Vec::new();
    }
    let all = analysis::findings_on(document, state, None, say.language).into_iter();
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
        let say = Say { language: crate::drawn::language(settings.choice.language) };
        let mut passings: Vec<Passing> = document
            .handoffs_of(state.id)
            .into_iter()
            .map(|(handoff, connector)| Passing::of(source, handoff, connector, say))
            .filter(|passing| passing.touches(document, settings))
            .collect();
        passings.sort_by_key(|passing| passing.way() == Way::Back);
        let clock = source.figures.clock;
        let left = left(document, state.id, say);
        Some(Edition { source: *source, settings, say, state, clock, passings, left })
    }

    /// The document.
    pub fn document(&self) -> &'a Document {
        self.source.document
    }

    /// The Timeline view, if the map has a path.
    pub fn timeline(&self) -> Option<&'a Timeline> {
        self.source.figures.timeline.as_ref()
    }

    /// Whose processes these are; may be empty.
    pub fn client(&self) -> &'a str {
        self.document().the_engagement().map_or("", |it| it.client.as_str())
    }

    /// What the process is called; may be empty.
    pub fn process(&self) -> &'a str {
        self.document().process(self.state.process).map_or("", |it| it.name.as_str())
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
        let unnamed = self.say.pick("Unnamed role", "Rolle ohne Namen");
        self.document().role(id).map_or("", |role| named(&role.name, unnamed))
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
    fn of(
        source: &Source<'a>,
        handoff: &'a Handoff,
        connector: &'a Connector,
        say: Say,
    ) -> Passing<'a> {
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
            say,
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
        self.named(self.giver)
    }

    /// The name of the team that takes.
    pub fn taker_name(&self) -> &'a str {
        self.named(self.taker)
    }

    fn named(&self, team: Option<&'a Team>) -> &'a str {
        let unnamed = unnamed_team(self.say);
        team.map_or(unnamed, |team| named(&team.name, unnamed))
    }

    /// `Sales → Onboarding`.
    pub fn arrow(&self) -> String {
        format!("{} → {}", self.giver_name(), self.taker_name())
    }

    /// `Sales to Onboarding`.
    pub fn between(&self) -> String {
        format!("{} {} {}", self.giver_name(), self.say.pick("to", "an"), self.taker_name())
    }

    /// The checks that are still open.
    pub fn open_checks(&self) -> Vec<Check> {
        let met = self.readiness.map(|it| it.met.as_slice()).unwrap_or_default();
        Check::ALL.iter().copied().filter(|check| !met.contains(check)).collect()
    }
}
