//! A map of any size on which everything is agreed: each handoff has a service level, a template,
//! four criteria and its row of the matrix, none of them shared.

use crate::synthetic::synthetic;
use model::*;

/// What receivers ask for, and what brings it.
const CRITERIA: &[(&str, &str)] = &[
    ("Customer number and contract number agree", "Contract number copied from the order"),
    ("Budget approved by the cost centre", "Approval of the cost centre attached"),
    ("Technical contact reachable by phone", "Technical contact called once"),
    ("Delivery address checked against the register", "Delivery address taken from the register"),
    ("Risks rated by impact and date", "Risk list reviewed this week"),
    ("Price list of the current quarter used", "Price list of the quarter linked"),
    ("Scope of the project signed by both sides", "Scope signed by the customer"),
    ("Invoice recipient differs from the customer only with reason", "Invoice recipient asked for"),
];

/// What a form asks for: group, label, help.
const FIELDS: &[(&str, &str, &str)] = &[
    ("Identity", "Item", "Number in the CRM"),
    ("Situation", "Status", "One line on where it stands"),
    ("Request", "Needed by", "Date and time"),
    ("Facts", "Contract number", "As on the order"),
    ("Facts", "Delivery address", "As in the register"),
    ("Facts", "Technical contact", "Name and phone"),
    ("Facts", "Budget", "Amount and cost centre"),
    ("Facts", "Price list", "Quarter"),
];

/// The synthetic map of this size and seed, agreed throughout.
pub fn agreed(steps: usize, seed: u64) -> Document {
    let map = synthetic(steps, seed);
    let mut made = Made { next: map.used_up().0, records: map.records() };
    let calendar: CalendarId = made.fresh();
    made.records.push(office(calendar).into());
    let roles: Vec<(TeamId, RoleId)> = map.teams().map(|team| (team.id, made.role(team))).collect();
    let role = |step: StepId| {
        let team = map.step(step).and_then(|step| map.team_of(step))?.id;
        roles.iter().find(|(of, _)| *of == team).map(|(_, role)| *role)
    };
    for handoff in map.handoffs() {
        let Some(connector) = map.connector(handoff.connector) else { continue };
        let (Some(giver), Some(taker)) = (role(connector.from), role(connector.to)) else {
            continue;
        };
        made.agreement(handoff, connector, calendar, giver, taker);
    }
    Document::from_records(made.records).unwrap_or_default()
}

fn office(id: CalendarId) -> Calendar {
    let windows = (0..5).map(|weekday| Window { weekday, from: 540, to: 1020 });
    Calendar {
        id,
        name: "Office hours".to_owned(),
        time_zone: "Europe/Berlin".to_owned(),
        windows: windows.collect(),
        ..Calendar::default()
    }
}

struct Made {
    next: u64,
    records: Vec<Record>,
}

impl Made {
    fn fresh<T: From<RecordId>>(&mut self) -> T {
        let id = RecordId(self.next);
        self.next += 1;
        id.into()
    }

    fn role(&mut self, team: &Team) -> RoleId {
        let id = self.fresh();
        let name = format!("{} lead", team.name);
        self.records.push(Role { id, name, team: Some(team.id), ..Role::default() }.into());
        id
    }

    fn agreement(
        &mut self,
        handoff: &Handoff,
        connector: &Connector,
        calendar: CalendarId,
        giver: RoleId,
        taker: RoleId,
    ) {
        let sla = self.service_level(connector, calendar, taker);
        let template = self.template(handoff, giver);
        self.criteria(handoff);
        for (role, letters) in
            [(giver, vec![RaciLetter::Responsible]), (taker, vec![RaciLetter::Accountable])]
        {
            let row = Target::Handoff(handoff.id);
            let (id, letters) = (self.fresh(), letters.into_iter().collect());
            let cell = RaciAssignment { id, row, part: RowPart::Whole, role, letters };
            self.records.push(cell.into());
        }
        let after = Handoff {
            passes: "The item with its form".to_owned(),
            trigger: "The form is submitted".to_owned(),
            sending_role: Some(giver),
            receiving_role: Some(taker),
            accountable: Some(taker),
            follow_up: Some(FollowUp::Auto),
            acceptance: Some(Acceptance::Explicit),
            return_route: "Back to the sender".to_owned(),
            return_reasons: vec!["missing information".to_owned(), "wrong team".to_owned()],
            template: Some(template),
            sla: Some(sla),
            escalation: "The lead of the receiving team at 75 %".to_owned(),
            status: AgreementStatus::Agreed,
            ..handoff.clone()
        };
        self.records.retain(|record| record.id() != handoff.id.into());
        self.records.push(after.into());
    }

    /// The targets are as long as what is drawn, so that they can be kept.
    fn service_level(
        &mut self,
        connector: &Connector,
        calendar: CalendarId,
        owner: RoleId,
    ) -> SlaId {
        let id = self.fresh();
        let wait = connector.wait.as_ref().map_or(60, |it| it.usual.0.max(60));
        let target = |minutes| TimeTarget { minutes: Minutes(minutes), clock: ClockKind::Business };
        let level = EscalationLevel {
            at_percent: 75,
            notify: Some(owner),
            action: "Reassign".to_owned(),
            ..EscalationLevel::default()
        };
        let sla = Sla {
            id,
            name: format!("Promise {}", id.0),
            response: Some(target(wait)),
            completion: Some(target(1920)),
            quality_standard: "Usable as it comes".to_owned(),
            calendar: Some(calendar),
            objective: Some(Share::percent(95)),
            objective_window: Some(ObjectiveWindow::Month),
            escalations: vec![level],
            measurement_source: "Time stamps of the CRM".to_owned(),
            owner: Some(owner),
            review_date: "2027-01-15".to_owned(),
            status: AgreementStatus::Agreed,
            ..Sla::default()
        };
        self.records.push(sla.into());
        id
    }

    fn template(&mut self, handoff: &Handoff, owner: RoleId) -> TemplateId {
        let id = self.fresh();
        let fields = FIELDS.iter().map(|(group, label, help)| TemplateField {
            key: label.to_lowercase().replace(' ', "_"),
            group: (*group).to_owned(),
            label: (*label).to_owned(),
            help: (*help).to_owned(),
            required: true,
            ..TemplateField::default()
        });
        let template = Template {
            id,
            name: format!("Form of {}", handoff.name()),
            fields: fields.collect(),
            owner: Some(owner),
            version: "1".to_owned(),
            review_date: "2027-01-15".to_owned(),
            ..Template::default()
        };
        self.records.push(template.into());
        id
    }

    /// Two of each side: what the receiver asks for, and what the sender does for it.
    fn criteria(&mut self, handoff: &Handoff) {
        let at = usize::try_from(handoff.number).unwrap_or_default();
        let pairs = CRITERIA.iter().cycle().skip(at).take(2);
        for (order, (entry, exit)) in (0u16..).zip(pairs) {
            for (side, text) in [(CriterionSide::Entry, entry), (CriterionSide::Exit, exit)] {
                let criterion = Criterion {
                    id: self.fresh(),
                    about: Target::Handoff(handoff.id),
                    side,
                    obligation: Obligation::Must,
                    text: (*text).to_owned(),
                    verifier: "The receiving lead".to_owned(),
                    evidence: "The form".to_owned(),
                    order,
                };
                self.records.push(criterion.into());
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_handoff_has_an_agreement_of_its_own() {
        let document = agreed(100, 7);
        let handoffs = document.handoffs().count();
        assert!(handoffs > 20);
        assert_eq!(document.slas().count(), handoffs);
        assert_eq!(document.templates().count(), handoffs);
        assert_eq!(document.criteria().count(), 4 * handoffs);
        assert_eq!(document.raci_assignments().count(), 2 * handoffs);
        let ready = |it: &Handoff| analysis::readiness(&document, it).score == 100;
        assert!(document.handoffs().all(ready));
        assert_eq!(agreed(100, 7), document, "a seed gives one map");
    }
}
