//! Service levels: how fast, in which clock, with which pauses, and what happens when it is late
//! (domain.md 3.3).

use super::{Entity, Kind, Release, first_bad};
use crate::id::*;
use crate::text::{LIST, is_day, is_name, is_note};
use crate::value::*;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// A target in minutes of a stated clock; never bare days (domain.md 3.5, rule 5).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[ts(export_to = "contract.ts")]
pub struct TimeTarget {
    /// How long.
    pub minutes: Minutes,
    /// In which minutes.
    pub clock: ClockKind,
}

/// A named reason to stop the clock.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS, Default)]
#[serde(rename_all = "camelCase", default, deny_unknown_fields)]
#[ts(export_to = "contract.ts")]
pub struct PauseRule {
    /// Why the clock may stop.
    pub reason: String,
    /// Who may stop it.
    pub set_by: String,
    /// What shows it.
    pub evidence: String,
    /// The longest total pause.
    pub cap: Option<Minutes>,
    /// When it resumes by itself.
    pub auto_resume: String,
    /// The delay cause it stands for; the clock stops only for what the receiver cannot help.
    pub cause: Option<DelayCause>,
}

/// One level of escalation.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS, Default)]
#[serde(rename_all = "camelCase", default, deny_unknown_fields)]
#[ts(export_to = "contract.ts")]
pub struct EscalationLevel {
    /// Percent of the target at which it fires.
    pub at_percent: u16,
    /// To someone with more authority, rather than more skill.
    pub hierarchical: bool,
    /// Who is told, when it is a role of this engagement.
    pub notify: Option<RoleId>,
    /// Who is told, in words.
    pub contact: String,
    /// What they do.
    pub action: String,
    /// How they are told.
    pub channel: String,
    /// Minutes after the due time (before it, when negative), instead of a percent.
    pub offset: Option<Minutes>,
}

/// The way from the end of one step to the end of another that an end-to-end promise is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[ts(export_to = "contract.ts")]
pub struct EndToEnd {
    /// The clock starts when this step is done.
    pub from: StepId,
    /// It stops when this one is.
    pub to: StepId,
}

/// Who put a name under an agreement, and when.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS, Default)]
#[serde(rename_all = "camelCase", default, deny_unknown_fields)]
#[ts(export_to = "contract.ts")]
pub struct Signature {
    /// Name and role, as signed.
    pub name: String,
    /// `YYYY-MM-DD`.
    pub date: String,
}

/// What completion is counted from.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS, Default)]
#[serde(rename_all = "camelCase")]
#[ts(export_to = "contract.ts")]
pub enum CompletionFrom {
    /// Acceptance by the receiver.
    #[default]
    Acceptance,
    /// Release by the sender.
    Release,
}

/// The window an objective is counted over.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export_to = "contract.ts")]
#[allow(missing_docs)]
pub enum ObjectiveWindow {
    Week,
    Month,
    Quarter,
}

/// A service level agreement (domain.md 3.3).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase", default, deny_unknown_fields)]
#[ts(export_to = "contract.ts")]
pub struct Sla {
    /// Its id.
    pub id: SlaId,
    /// What it is called.
    pub name: String,
    /// Which kind.
    pub kind_of: SlaKind,
    /// The class of work it covers.
    pub work_class: String,
    /// When it applies.
    pub conditions: String,
    /// Released to acknowledged.
    pub acknowledge: Option<TimeTarget>,
    /// Released to accepted or returned.
    pub response: Option<TimeTarget>,
    /// What a response is here, where it is more than accepting or returning.
    pub response_means: String,
    /// What starts the response clock.
    pub response_start: Option<ClockEvent>,
    /// What stops it.
    pub response_stop: Option<ClockEvent>,
    /// To completed.
    pub completion: Option<TimeTarget>,
    /// Counted from.
    pub completion_from: CompletionFrom,
    /// What completion means here.
    pub completion_means: String,
    /// What stops the completion clock.
    pub completion_stop: Option<ClockEvent>,
    /// The way it promises, where it is about more than one handoff.
    pub end_to_end: Option<EndToEnd>,
    /// The quality the package must have.
    pub quality_standard: String,
    /// The %C&A the package must reach.
    pub quality_complete_accurate: Option<Share>,
    /// The calendar its business minutes are counted in.
    pub calendar: Option<CalendarId>,
    /// Share of items that must meet the targets.
    pub objective: Option<Share>,
    /// The share that must meet the completion target, where it is another one.
    pub completion_objective: Option<Share>,
    /// Counted over.
    pub objective_window: Option<ObjectiveWindow>,
    /// When the clock may stop.
    pub pauses: Vec<PauseRule>,
    /// Whom to tell, when.
    pub escalations: Vec<EscalationLevel>,
    /// What a breach leads to.
    pub breach_consequence: String,
    /// Where the times come from.
    pub measurement_source: String,
    /// What is left out.
    pub exclusions: String,
    /// Who looks after the agreement.
    pub owner: Option<RoleId>,
    /// `YYYY-MM-DD`.
    pub effective_from: String,
    /// `YYYY-MM-DD`.
    pub review_date: String,
    /// Which version of it counts.
    pub version: String,
    /// Who signed it.
    pub signatures: Vec<Signature>,
    /// How far it is.
    pub status: AgreementStatus,
}

impl Default for Sla {
    fn default() -> Self {
        Sla {
            id: SlaId::default(),
            name: String::new(),
            kind_of: SlaKind::Ola,
            work_class: String::new(),
            conditions: String::new(),
            acknowledge: None,
            response: None,
            response_means: String::new(),
            response_start: Some(ClockEvent::Released),
            response_stop: Some(ClockEvent::Accepted),
            completion: None,
            completion_from: CompletionFrom::Acceptance,
            completion_means: String::new(),
            completion_stop: Some(ClockEvent::Completed),
            end_to_end: None,
            quality_standard: String::new(),
            quality_complete_accurate: None,
            calendar: None,
            objective: None,
            completion_objective: None,
            objective_window: None,
            pauses: Vec::new(),
            escalations: Vec::new(),
            breach_consequence: String::new(),
            measurement_source: String::new(),
            exclusions: String::new(),
            owner: None,
            effective_from: String::new(),
            review_date: String::new(),
            version: String::new(),
            signatures: Vec::new(),
            status: AgreementStatus::Draft,
        }
    }
}

impl Entity for Sla {
    fn references(&self, visit: &mut dyn FnMut(Kind, RecordId)) {
        if let Some(calendar) = self.calendar {
            visit(Kind::Calendar, calendar.into());
        }
        if let Some(way) = self.end_to_end {
            visit(Kind::Step, way.from.into());
            visit(Kind::Step, way.to.into());
        }
        let roles = self.owner.into_iter().chain(self.escalations.iter().filter_map(|e| e.notify));
        for role in roles {
            visit(Kind::Role, role.into());
        }
    }
    fn release(&mut self, gone: RecordId) -> Release {
        let mut answer = Release::Untouched;
        if self.calendar.map(RecordId::from) == Some(gone) {
            self.calendar = None;
            answer = Release::Loosened;
        }
        if self.end_to_end.is_some_and(|way| gone == way.from.into() || gone == way.to.into()) {
            self.end_to_end = None;
            answer = Release::Loosened;
        }
        if self.owner.map(RecordId::from) == Some(gone) {
            self.owner = None;
            answer = Release::Loosened;
        }
        for level in &mut self.escalations {
            if level.notify.map(RecordId::from) == Some(gone) {
                level.notify = None;
                answer = Release::Loosened;
            }
        }
        answer
    }
    fn renumber(&mut self, to: &dyn Fn(RecordId) -> RecordId) {
        self.calendar = self.calendar.map(|id| to(id.into()).into());
        self.owner = self.owner.map(|id| to(id.into()).into());
        if let Some(way) = &mut self.end_to_end {
            way.from = to(way.from.into()).into();
            way.to = to(way.to.into()).into();
        }
        for level in &mut self.escalations {
            level.notify = level.notify.map(|id| to(id.into()).into());
        }
    }
    fn out_of_bounds(&self) -> Option<&'static str> {
        let share = |it: Option<Share>| it.is_none_or(|it| it <= Share::ALL);
        let target = |t: &Option<TimeTarget>| {
            t.is_none_or(|t| (Minutes(0)..=Minutes::MAX).contains(&t.minutes))
        };
        first_bad(&[
            ("name", is_name(&self.name)),
            ("workClass", is_name(&self.work_class)),
            ("conditions", is_note(&self.conditions)),
            ("acknowledge", target(&self.acknowledge)),
            ("response", target(&self.response)),
            ("completion", target(&self.completion)),
            ("responseMeans", is_name(&self.response_means)),
            ("completionMeans", is_name(&self.completion_means)),
            ("endToEnd", self.end_to_end.is_none_or(|way| way.from != way.to)),
            ("qualityStandard", is_note(&self.quality_standard)),
            ("objective", share(self.objective)),
            ("completionObjective", share(self.completion_objective)),
            ("qualityCompleteAccurate", share(self.quality_complete_accurate)),
            (
                "pauses",
                self.pauses.len() <= LIST
                    && self.pauses.iter().all(|p| {
                        [&p.reason, &p.set_by, &p.evidence, &p.auto_resume]
                            .into_iter()
                            .all(|text| is_name(text))
                    }),
            ),
            (
                "escalations",
                self.escalations.len() <= LIST
                    && self.escalations.iter().all(|e| {
                        [&e.contact, &e.action, &e.channel].into_iter().all(|text| is_name(text))
                            && e.offset.is_none_or(|it| {
                                it.0.unsigned_abs() <= Minutes::MAX.0.unsigned_abs()
                            })
                    }),
            ),
            ("breachConsequence", is_note(&self.breach_consequence)),
            ("measurementSource", is_name(&self.measurement_source)),
            ("exclusions", is_note(&self.exclusions)),
            ("effectiveFrom", is_day(&self.effective_from)),
            ("reviewDate", is_day(&self.review_date)),
            ("version", is_name(&self.version)),
            (
                "signatures",
                self.signatures.len() <= LIST
                    && self.signatures.iter().all(|it| is_name(&it.name) && is_day(&it.date)),
            ),
        ])
    }
}
