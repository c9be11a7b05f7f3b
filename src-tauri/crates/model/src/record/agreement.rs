//! What two teams agree about a handoff (domain.md 1.2, 3.3, 4.2, 5).

use super::frame::names;
use super::{Entity, Kind, Release, first_bad, refers};
use crate::id::*;
use crate::text::{is_day, is_name, is_note};
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
    /// The rule that says which person takes it, where that is not one role.
    pub assignment: String,
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
    /// Who keeps the procedure up to date.
    pub procedure_owner: Option<RoleId>,
    /// Which version of it counts.
    pub procedure_version: String,
    /// When it is looked at again, `YYYY-MM-DD`.
    pub procedure_review: String,
    /// Whom to reach: the sender, a backup, the customer.
    pub contacts: String,
    /// How one will know that it works: what is counted, where, how often.
    pub measures: String,
    /// What sort of handoff it is, where several are of one sort: they should be designed alike.
    pub handoff_type: String,
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
            assignment: String::new(),
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
            procedure_owner: None,
            procedure_version: String::new(),
            procedure_review: String::new(),
            contacts: String::new(),
            measures: String::new(),
            handoff_type: String::new(),
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
        loose { sending_role: Role, receiving_role: Role, accountable: Role, procedure_owner: Role, template: Template, sla: Sla }
        lists {});
    fn out_of_bounds(&self) -> Option<&'static str> {
        first_bad(&[
            ("passes", is_name(&self.passes)),
            ("trigger", is_name(&self.trigger)),
            ("assignment", is_note(&self.assignment)),
            ("returnRoute", is_note(&self.return_route)),
            ("returnReasons", names(&self.return_reasons)),
            ("escalation", is_note(&self.escalation)),
            ("contingency", is_note(&self.contingency)),
            ("procedure", is_note(&self.procedure)),
            ("procedureVersion", is_name(&self.procedure_version)),
            ("procedureReview", is_day(&self.procedure_review)),
            ("contacts", is_note(&self.contacts)),
            ("measures", is_note(&self.measures)),
            ("handoffType", is_name(&self.handoff_type)),
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

    /// The thing of the same kind that has this id there.
    pub(super) fn renumbered(self, to: &dyn Fn(RecordId) -> RecordId) -> Target {
        let there = to(self.reference().1);
        match self {
            Target::Step(_) => Target::Step(there.into()),
            Target::Connector(_) => Target::Connector(there.into()),
            Target::Handoff(_) => Target::Handoff(there.into()),
            Target::Stage(_) => Target::Stage(there.into()),
            Target::Team(_) => Target::Team(there.into()),
            Target::State(_) => Target::State(there.into()),
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
    fn renumber(&mut self, to: &dyn Fn(RecordId) -> RecordId) {
        self.about = self.about.renumbered(to);
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

/// One role's letters in the row of a handoff or step.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[ts(export_to = "contract.ts")]
pub struct RaciAssignment {
    /// Its id.
    pub id: RaciAssignmentId,
    /// The row: a handoff or a step.
    pub row: Target,
    /// Which part of a handoff, where releasing and accepting have rows of their own.
    #[serde(default)]
    pub part: RowPart,
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
    fn renumber(&mut self, to: &dyn Fn(RecordId) -> RecordId) {
        self.row = self.row.renumbered(to);
        self.role = to(self.role.into()).into();
    }
    fn out_of_bounds(&self) -> Option<&'static str> {
        first_bad(&[
            ("row", matches!(self.row, Target::Handoff(_) | Target::Step(_))),
            ("part", self.part == RowPart::Whole || matches!(self.row, Target::Handoff(_))),
            ("letters", !self.letters.is_empty()),
        ])
    }
}
