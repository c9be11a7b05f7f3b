//! What two teams agree about a handoff (domain.md 1.2, 3.3, 4.2, 5).

use super::frame::names;
use super::{Entity, Kind, Release, first_bad, refers};
use crate::id::*;
use crate::text::{LIST, is_name, is_note};
use crate::value::*;
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;
use ts_rs::TS;

/// A connector that crosses lanes, as a first-class record. It keeps its number and its agreement
/// as long as the connector lives, even while both ends lie in one lane.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase", default, deny_unknown_fields)]
#[ts(export_to = "contract.ts")]
pub struct Handoff {
    /// Its id.
    pub id: HandoffId,
    /// The connector it is about; one to one.
    pub connector: ConnectorId,
    /// H-01, H-02 …; never reused in a document.
    pub number: u32,
    /// What passes: the item, the information.
    pub passes: String,
    /// The event that tells the receiver.
    pub trigger: String,
    /// Who gives.
    pub sending_role: Option<RoleId>,
    /// Who receives.
    pub receiving_role: Option<RoleId>,
    /// Who is answerable for the handoff.
    pub accountable: Option<RoleId>,
    /// How the sender learns what became of it.
    pub follow_up: Option<FollowUp>,
    /// How the receiver takes it on.
    pub acceptance: Option<Acceptance>,
    /// Where a refused item goes and how.
    pub return_route: String,
    /// Reasons a receiver may give.
    pub return_reasons: Vec<String>,
    /// The required information.
    pub template: Option<TemplateId>,
    /// The service level.
    pub sla: Option<SlaId>,
    /// Whom to call, when.
    pub escalation: String,
    /// What to do when it cannot go as agreed.
    pub contingency: String,
    /// Where the procedure is written.
    pub procedure: String,
    /// Done differently by different people.
    pub varies: bool,
    /// How far the agreement is.
    pub status: AgreementStatus,
    /// Checks the room says are met, though nobody has written them down yet.
    pub stated: BTreeSet<Check>,
}

impl Default for Handoff {
    fn default() -> Self {
        Handoff {
            id: HandoffId::default(),
            connector: ConnectorId::default(),
            number: 0,
            passes: String::new(),
            trigger: String::new(),
            sending_role: None,
            receiving_role: None,
            accountable: None,
            follow_up: None,
            acceptance: None,
            return_route: String::new(),
            return_reasons: Vec::new(),
            template: None,
            sla: None,
            escalation: String::new(),
            contingency: String::new(),
            procedure: String::new(),
            varies: false,
            status: AgreementStatus::Draft,
            stated: BTreeSet::new(),
        }
    }
}

impl Handoff {
    /// How it is called: `H-07`.
    pub fn name(&self) -> String {
        format!("H-{:02}", self.number)
    }
}

impl Entity for Handoff {
    refers!(self, visit, gone;
        owned { connector: Connector }
        loose { sending_role: Role, receiving_role: Role, accountable: Role, template: Template, sla: Sla }
        lists {});
    fn out_of_bounds(&self) -> Option<&'static str> {
        first_bad(&[
            ("passes", is_name(&self.passes)),
            ("trigger", is_name(&self.trigger)),
            ("returnRoute", is_note(&self.return_route)),
            ("returnReasons", names(&self.return_reasons)),
            ("escalation", is_note(&self.escalation)),
            ("contingency", is_note(&self.contingency)),
            ("procedure", is_note(&self.procedure)),
        ])
    }
}

/// A record that a criterion, a RACI row, a pain point or a note may be about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, TS)]
#[serde(tag = "of", content = "id", rename_all = "camelCase")]
#[ts(export_to = "contract.ts")]
pub enum Target {
    /// A step.
    Step(StepId),
    /// A connector.
    Connector(ConnectorId),
    /// A handoff.
    Handoff(HandoffId),
    /// A stage.
    Stage(StageId),
    /// A team.
    Team(TeamId),
    /// The whole state.
    State(StateId),
}

impl Target {
    /// Its kind and id.
    pub fn reference(self) -> (Kind, RecordId) {
        match self {
            Target::Step(id) => (Kind::Step, id.into()),
            Target::Connector(id) => (Kind::Connector, id.into()),
            Target::Handoff(id) => (Kind::Handoff, id.into()),
            Target::Stage(id) => (Kind::Stage, id.into()),
            Target::Team(id) => (Kind::Team, id.into()),
            Target::State(id) => (Kind::State, id.into()),
        }
    }
}

/// One entry or exit criterion: atomic, testable, with a verifier and evidence.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[ts(export_to = "contract.ts")]
pub struct Criterion {
    /// Its id.
    pub id: CriterionId,
    /// The handoff or stage it guards.
    pub about: Target,
    /// Whose it is.
    pub side: CriterionSide,
    /// How binding it is.
    pub obligation: Obligation,
    /// The criterion itself.
    pub text: String,
    /// Who checks.
    #[serde(default)]
    pub verifier: String,
    /// What shows it.
    #[serde(default)]
    pub evidence: String,
    /// Its place among its kind.
    #[serde(default)]
    pub order: u16,
}

impl Entity for Criterion {
    fn references(&self, visit: &mut dyn FnMut(Kind, RecordId)) {
        let (kind, id) = self.about.reference();
        visit(kind, id);
    }
    fn release(&mut self, gone: RecordId) -> Release {
        if self.about.reference().1 == gone { Release::Goes } else { Release::Untouched }
    }
    fn out_of_bounds(&self) -> Option<&'static str> {
        first_bad(&[
            ("about", matches!(self.about, Target::Handoff(_) | Target::Stage(_))),
            ("text", is_note(&self.text)),
            ("verifier", is_name(&self.verifier)),
            ("evidence", is_name(&self.evidence)),
        ])
    }
}

/// What a template field holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS, Default)]
#[serde(rename_all = "camelCase")]
#[ts(export_to = "contract.ts")]
#[allow(missing_docs)]
pub enum FieldType {
    #[default]
    Text,
    LongText,
    Number,
    DateTime,
    Choice,
    MultiChoice,
    Role,
    Link,
    Checklist,
    YesNo,
}

/// One field of a template (domain.md 4.2).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS, Default)]
#[serde(rename_all = "camelCase", default, deny_unknown_fields)]
#[ts(export_to = "contract.ts")]
pub struct TemplateField {
    /// Stable name within the template.
    pub key: String,
    /// The group it stands in.
    pub group: String,
    /// What is written before it.
    pub label: String,
    /// How to fill it.
    pub help: String,
    /// What it holds.
    pub field_type: FieldType,
    /// The choices, where it is a choice or a checklist.
    pub choices: Vec<String>,
    /// Not released without it.
    pub required: bool,
    /// Required only if this holds.
    pub required_if: String,
    /// The system it comes from.
    pub source: String,
    /// Who fills it.
    pub provided_by: Option<RoleId>,
    /// The step that needs it.
    pub used_by: Option<StepId>,
    /// An example.
    pub example: String,
    /// What makes it valid.
    pub validation: String,
    /// Personal or confidential.
    pub sensitive: bool,
}

/// A set of required information; a form.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS, Default)]
#[serde(rename_all = "camelCase", default, deny_unknown_fields)]
#[ts(export_to = "contract.ts")]
pub struct Template {
    /// Its id.
    pub id: TemplateId,
    /// What it is called.
    pub name: String,
    /// The preset it was made from.
    pub preset: String,
    /// Its fields, in order.
    pub fields: Vec<TemplateField>,
}

impl Entity for Template {
    fn references(&self, visit: &mut dyn FnMut(Kind, RecordId)) {
        for field in &self.fields {
            if let Some(role) = field.provided_by {
                visit(Kind::Role, role.into());
            }
            if let Some(step) = field.used_by {
                visit(Kind::Step, step.into());
            }
        }
    }
    fn release(&mut self, gone: RecordId) -> Release {
        let mut answer = Release::Untouched;
        for field in &mut self.fields {
            if field.provided_by.map(RecordId::from) == Some(gone) {
                field.provided_by = None;
                answer = Release::Loosened;
            }
            if field.used_by.map(RecordId::from) == Some(gone) {
                field.used_by = None;
                answer = Release::Loosened;
            }
        }
        answer
    }
    fn out_of_bounds(&self) -> Option<&'static str> {
        first_bad(&[
            ("name", is_name(&self.name)),
            ("preset", is_name(&self.preset)),
            (
                "fields",
                self.fields.len() <= LIST
                    && self.fields.iter().all(|f| {
                        [&f.key, &f.group, &f.label, &f.source, &f.example, &f.required_if]
                            .into_iter()
                            .all(|text| is_name(text))
                            && is_note(&f.help)
                            && is_note(&f.validation)
                            && names(&f.choices)
                    }),
            ),
        ])
    }
}

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
    /// To completed.
    pub completion: Option<TimeTarget>,
    /// Counted from.
    pub completion_from: CompletionFrom,
    /// What completion means here.
    pub completion_means: String,
    /// The quality the package must have.
    pub quality_standard: String,
    /// The calendar its business minutes are counted in.
    pub calendar: Option<CalendarId>,
    /// Share of items that must meet the targets.
    pub objective: Option<Share>,
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
            completion: None,
            completion_from: CompletionFrom::Acceptance,
            completion_means: String::new(),
            quality_standard: String::new(),
            calendar: None,
            objective: None,
            objective_window: None,
            pauses: Vec::new(),
            escalations: Vec::new(),
            breach_consequence: String::new(),
            measurement_source: String::new(),
            exclusions: String::new(),
            owner: None,
            effective_from: String::new(),
            review_date: String::new(),
            status: AgreementStatus::Draft,
        }
    }
}

impl Entity for Sla {
    fn references(&self, visit: &mut dyn FnMut(Kind, RecordId)) {
        if let Some(calendar) = self.calendar {
            visit(Kind::Calendar, calendar.into());
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
    fn out_of_bounds(&self) -> Option<&'static str> {
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
            ("completionMeans", is_name(&self.completion_means)),
            ("qualityStandard", is_note(&self.quality_standard)),
            ("objective", self.objective.is_none_or(|p| p <= Share::ALL)),
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
                    && self.escalations.iter().all(|e| is_name(&e.contact) && is_name(&e.action)),
            ),
            ("breachConsequence", is_note(&self.breach_consequence)),
            ("measurementSource", is_name(&self.measurement_source)),
            ("exclusions", is_note(&self.exclusions)),
            ("effectiveFrom", self.effective_from.len() <= 10),
            ("reviewDate", self.review_date.len() <= 10),
        ])
    }
}

/// One role's letters in the row of a handoff or step.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[ts(export_to = "contract.ts")]
pub struct RaciAssignment {
    /// Its id.
    pub id: RaciAssignmentId,
    /// The row: a handoff or a step.
    pub row: Target,
    /// The column.
    pub role: RoleId,
    /// The letters in the cell; "A/R" is two.
    pub letters: BTreeSet<RaciLetter>,
}

impl Entity for RaciAssignment {
    fn references(&self, visit: &mut dyn FnMut(Kind, RecordId)) {
        let (kind, id) = self.row.reference();
        visit(kind, id);
        visit(Kind::Role, self.role.into());
    }
    fn release(&mut self, gone: RecordId) -> Release {
        if self.row.reference().1 == gone || RecordId::from(self.role) == gone {
            Release::Goes
        } else {
            Release::Untouched
        }
    }
    fn out_of_bounds(&self) -> Option<&'static str> {
        first_bad(&[
            ("row", matches!(self.row, Target::Handoff(_) | Target::Step(_))),
            ("letters", !self.letters.is_empty()),
        ])
    }
}
