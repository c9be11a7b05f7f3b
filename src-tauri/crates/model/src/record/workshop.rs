//! What a room says and decides: pain points, ideas, actions, notes, measurements.

use super::bounds::in_range;
use super::frame::names;
use super::{Entity, Kind, Release, Target, first_bad};
use crate::id::*;
use crate::text::{LIST, is_day, is_name, is_note};
use crate::value::*;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

fn visit_targets(targets: &[Target], visit: &mut dyn FnMut(Kind, RecordId)) {
    for target in targets {
        let (kind, id) = target.reference();
        visit(kind, id);
    }
}

/// A voice stays when the thing it is about goes; only the pin falls off.
fn release_targets(targets: &mut Vec<Target>, gone: RecordId) -> Release {
    let before = targets.len();
    targets.retain(|target| target.reference().1 != gone);
    if targets.len() == before { Release::Untouched } else { Release::Loosened }
}

fn renumber_targets(targets: &mut [Target], to: &dyn Fn(RecordId) -> RecordId) {
    for target in targets {
        *target = target.renumbered(to);
    }
}

/// An observed problem, pinned to steps, connectors or handoffs.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS, Default)]
#[serde(rename_all = "camelCase", default, deny_unknown_fields)]
#[ts(export_to = "contract.ts")]
pub struct PainPoint {
    /// Its id.
    pub id: PainPointId,
    /// What hurts, in the words of the room.
    pub text: String,
    /// What somebody said, word for word.
    pub quote: String,
    /// Where.
    pub about: Vec<Target>,
    /// Its delay cause: one or none.
    pub cause: Option<DelayCause>,
    /// Up to two wastes.
    pub wastes: Vec<Waste>,
    /// The signs it shows.
    pub signs: Vec<Sign>,
    /// Dots it got.
    pub votes: u16,
    /// 1 to 5; 0 is not said.
    pub severity: u8,
}

impl Entity for PainPoint {
    fn references(&self, visit: &mut dyn FnMut(Kind, RecordId)) {
        visit_targets(&self.about, visit);
    }
    fn release(&mut self, gone: RecordId) -> Release {
        release_targets(&mut self.about, gone)
    }
    fn renumber(&mut self, to: &dyn Fn(RecordId) -> RecordId) {
        renumber_targets(&mut self.about, to);
    }
    fn out_of_bounds(&self) -> Option<&'static str> {
        first_bad(&[
            ("text", is_note(&self.text)),
            ("quote", is_note(&self.quote)),
            ("about", self.about.len() <= LIST),
            ("wastes", self.wastes.len() <= 2),
            ("signs", self.signs.len() <= Sign::ALL.len()),
            ("severity", self.severity <= 5),
        ])
    }
}

/// A proposed change: a kaizen burst on the future map.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS, Default)]
#[serde(rename_all = "camelCase", default, deny_unknown_fields)]
#[ts(export_to = "contract.ts")]
pub struct Idea {
    /// Its id.
    pub id: IdeaId,
    /// The proposal.
    pub text: String,
    /// Where.
    pub about: Vec<Target>,
    /// Dots it got.
    pub votes: u16,
}

impl Entity for Idea {
    fn references(&self, visit: &mut dyn FnMut(Kind, RecordId)) {
        visit_targets(&self.about, visit);
    }
    fn release(&mut self, gone: RecordId) -> Release {
        release_targets(&mut self.about, gone)
    }
    fn renumber(&mut self, to: &dyn Fn(RecordId) -> RecordId) {
        renumber_targets(&mut self.about, to);
    }
    fn out_of_bounds(&self) -> Option<&'static str> {
        first_bad(&[("text", is_note(&self.text)), ("about", self.about.len() <= LIST)])
    }
}

/// A planned action (domain.md 6.4).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase", default, deny_unknown_fields)]
#[ts(export_to = "contract.ts")]
pub struct Action {
    /// Its id.
    pub id: ActionId,
    /// The countermeasure.
    pub text: String,
    /// Handoffs and steps it changes.
    pub about: Vec<Target>,
    /// Pain points it answers.
    pub answers: Vec<PainPointId>,
    /// Who answers for it, as a role.
    pub owner: Option<RoleId>,
    /// Who does it.
    pub person: String,
    /// `YYYY-MM-DD`.
    pub due: String,
    /// 30, 60 or 90 days; 0 is not said.
    pub horizon_days: u16,
    /// Expected effect, in words and figures.
    pub effect: String,
    /// S, M or L.
    pub effort: String,
    /// How far it is.
    pub status: ActionStatus,
    /// How it is gone about; nothing where nobody said.
    pub kind_of: Option<ActionKind>,
    /// How much work it is for its owner; nothing where nobody said.
    pub work: Option<Minutes>,
    /// When it begins, `YYYY-MM-DD`.
    pub start: String,
    /// The one that has to be done first.
    pub after: Option<ActionId>,
    /// What shows that it worked.
    pub evidence: String,
}

impl Default for Action {
    fn default() -> Self {
        Action {
            id: ActionId::default(),
            text: String::new(),
            about: Vec::new(),
            answers: Vec::new(),
            owner: None,
            person: String::new(),
            due: String::new(),
            horizon_days: 0,
            effect: String::new(),
            effort: String::new(),
            status: ActionStatus::Open,
            kind_of: None,
            work: None,
            start: String::new(),
            after: None,
            evidence: String::new(),
        }
    }
}

impl Entity for Action {
    fn references(&self, visit: &mut dyn FnMut(Kind, RecordId)) {
        visit_targets(&self.about, visit);
        for id in &self.answers {
            visit(Kind::PainPoint, (*id).into());
        }
        if let Some(owner) = self.owner {
            visit(Kind::Role, owner.into());
        }
        if let Some(after) = self.after {
            visit(Kind::Action, after.into());
        }
    }
    fn release(&mut self, gone: RecordId) -> Release {
        let mut answer = release_targets(&mut self.about, gone);
        let before = self.answers.len();
        self.answers.retain(|id| RecordId::from(*id) != gone);
        if self.answers.len() != before {
            answer = Release::Loosened;
        }
        if self.owner.map(RecordId::from) == Some(gone) {
            self.owner = None;
            answer = Release::Loosened;
        }
        if self.after.map(RecordId::from) == Some(gone) {
            self.after = None;
            answer = Release::Loosened;
        }
        answer
    }
    fn renumber(&mut self, to: &dyn Fn(RecordId) -> RecordId) {
        renumber_targets(&mut self.about, to);
        for id in &mut self.answers {
            *id = to((*id).into()).into();
        }
        self.owner = self.owner.map(|id| to(id.into()).into());
        self.after = self.after.map(|id| to(id.into()).into());
    }
    fn out_of_bounds(&self) -> Option<&'static str> {
        first_bad(&[
            ("text", is_note(&self.text)),
            ("about", self.about.len() <= LIST),
            ("answers", self.answers.len() <= LIST),
            ("person", is_name(&self.person)),
            ("due", self.due.len() <= 10),
            ("horizonDays", self.horizon_days <= 3650),
            ("effect", is_note(&self.effect)),
            ("effort", self.effort.len() <= 1),
            ("work", self.work.is_none_or(in_range)),
            ("start", is_day(&self.start)),
            ("evidence", is_note(&self.evidence)),
        ])
    }
}

/// A note, question, decision, assumption or parked topic.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase", default, deny_unknown_fields)]
#[ts(export_to = "contract.ts")]
pub struct Note {
    /// Its id.
    pub id: NoteId,
    /// What it is.
    pub about_kind: NoteKind,
    /// What it says.
    pub text: String,
    /// What it is pinned to; nothing is allowed.
    pub about: Vec<Target>,
    /// Where a loose note lies, and in which state.
    pub place: Option<Place>,
    /// The state it lies in.
    pub state: Option<StateId>,
}

impl Default for Note {
    fn default() -> Self {
        Note {
            id: NoteId::default(),
            about_kind: NoteKind::Note,
            text: String::new(),
            about: Vec::new(),
            place: None,
            state: None,
        }
    }
}

impl Entity for Note {
    fn references(&self, visit: &mut dyn FnMut(Kind, RecordId)) {
        visit_targets(&self.about, visit);
        if let Some(state) = self.state {
            visit(Kind::State, state.into());
        }
    }
    fn release(&mut self, gone: RecordId) -> Release {
        if self.state.map(RecordId::from) == Some(gone) {
            return Release::Goes;
        }
        release_targets(&mut self.about, gone)
    }
    fn renumber(&mut self, to: &dyn Fn(RecordId) -> RecordId) {
        renumber_targets(&mut self.about, to);
        self.state = self.state.map(|id| to(id.into()).into());
    }
    fn out_of_bounds(&self) -> Option<&'static str> {
        first_bad(&[("text", is_note(&self.text)), ("about", self.about.len() <= LIST)])
    }
}

/// A finding that the room looked at and leaves as it is, and why; the pack prints it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS, Default)]
#[serde(rename_all = "camelCase", default, deny_unknown_fields)]
#[ts(export_to = "contract.ts")]
pub struct Waiver {
    /// Its id.
    pub id: WaiverId,
    /// The finding, by its stable id: the rule and the records it is about, `TIM-003:17`.
    pub finding: String,
    /// Why it is left.
    pub reason: String,
    /// Who decided so.
    pub by: String,
    /// When, `YYYY-MM-DD`.
    pub date: String,
}

impl Entity for Waiver {
    fn references(&self, _: &mut dyn FnMut(Kind, RecordId)) {}
    fn release(&mut self, _: RecordId) -> Release {
        Release::Untouched
    }
    /// What it is about stands in the id of the finding; one that is gone is no matter.
    fn renumber(&mut self, to: &dyn Fn(RecordId) -> RecordId) {
        let Some((rule, about)) = self.finding.split_once(':') else { return };
        let other = |id: &str| id.parse().map(|it| to(RecordId(it)).to_string());
        let mut finding = format!("{rule}:");
        for part in about.split_inclusive(|c: char| !c.is_ascii_digit()) {
            let id = part.trim_end_matches(|c: char| !c.is_ascii_digit());
            finding.push_str(&other(id).unwrap_or_else(|_| id.to_owned()));
            finding.push_str(part.get(id.len()..).unwrap_or_default());
        }
        self.finding = finding;
    }
    fn out_of_bounds(&self) -> Option<&'static str> {
        let says = !self.reason.trim().is_empty();
        first_bad(&[
            ("finding", !self.finding.is_empty() && is_note(&self.finding)),
            ("reason", says && is_note(&self.reason)),
            ("by", is_name(&self.by)),
            ("date", is_day(&self.date)),
        ])
    }
}

/// Imported elapsed times of one handoff.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS, Default)]
#[serde(rename_all = "camelCase", default, deny_unknown_fields)]
#[ts(export_to = "contract.ts")]
pub struct MeasurementRun {
    /// Its id.
    pub id: MeasurementRunId,
    /// What was measured.
    pub handoff: HandoffId,
    /// Where the times come from.
    pub source: String,
    /// In which minutes.
    pub clock: ClockKind,
    /// Response times, one an item.
    pub response: Vec<Minutes>,
    /// Completion times, one an item.
    pub completion: Vec<Minutes>,
    /// Reason codes of returned items.
    pub returns: Vec<String>,
}

impl Entity for MeasurementRun {
    super::refers!(self, visit, gone; owned { handoff: Handoff } loose {} lists {});
    fn out_of_bounds(&self) -> Option<&'static str> {
        let most = 1_000_000;
        first_bad(&[
            ("source", is_name(&self.source)),
            ("response", self.response.len() <= most),
            ("completion", self.completion.len() <= most),
            ("returns", self.returns.len() <= most && names(&self.returns)),
        ])
    }
}
