//! The engagement of the look, by hand: lead to live customer at Northwind. Five teams, six handoffs
//! and a return.

use super::desk::{Desk, figures, wait};
use super::sample::{Sample, drawn};
use model::*;

/// The engagement of the look: lead to live customer at Northwind.
pub fn northwind() -> Sample {
    let teams = ["Marketing", "Sales development", "Sales", "Solutions", "Onboarding"];
    let mut desk =
        Desk::new("Lead-to-customer handoffs and service levels", "Northwind Traders", &teams);
    let start = desk.step(0, StepKind::Start, "Lead captured", 0, 0);
    let score = desk.step(0, StepKind::Step, "Score and enrich lead", 10, 90);
    let triage = desk.step(1, StepKind::Step, "Triage new leads", 15, 70);
    let gate = desk.step(1, StepKind::Decision, "Qualified?", 0, 0);
    let nurture = desk.step(0, StepKind::Step, "Nurture until ready", 5, 0);
    let book = desk.step(1, StepKind::Step, "Book discovery call", 20, 95);
    let discover = desk.step(2, StepKind::Step, "Run discovery", 45, 80);
    let scope = desk.step(3, StepKind::Step, "Scope and quote", 180, 75);
    let close = desk.step(2, StepKind::Step, "Negotiate and close", 120, 90);
    let kick = desk.step(4, StepKind::Step, "Kick off onboarding", 60, 60);
    let end = desk.step(4, StepKind::End, "Customer live", 0, 0);
    let c0 = desk.connect(start, score, |_| {});
    let c1 = desk.connect(score, triage, wait(720, DelayCause::Queue));
    let c2 = desk.connect(triage, gate, |_| {});
    let c3 = desk.connect(gate, book, |it| {
        it.flow = ConnectorKind::Xor;
        it.label = "yes".into();
        it.probability = Some(Share::percent(70));
        it.primary = true;
    });
    let c4 = desk.connect(gate, nurture, |it| {
        it.flow = ConnectorKind::Xor;
        it.label = "no".into();
        it.probability = Some(Share::percent(30));
    });
    desk.connect(nurture, score, |it| {
        it.flow = ConnectorKind::Rework;
        it.label = "re-scored after 30 days".into();
        it.probability = Some(Share::percent(40));
    });
    let c5 = desk.connect(book, discover, wait(240, DelayCause::Calendar));
    let c6 = desk.connect(discover, scope, wait(1440, DelayCause::Capacity));
    let c7 = desk.connect(scope, close, wait(480, DelayCause::Approval));
    let c8 = desk.connect(close, kick, wait(2400, DelayCause::Information));
    let c9 = desk.connect(kick, end, |_| {});
    let back = desk.connect(kick, close, |it| {
        wait(960, DelayCause::Rework)(it);
        it.flow = ConnectorKind::Rework;
        it.label = "contract incomplete".into();
        it.probability = Some(Share::percent(15));
    });
    agreements(&mut desk, [c1, c5, c6, c7, c8, back]);
    let path = vec![
        (start, Some(c0)),
        (score, Some(c1)),
        (triage, Some(c2)),
        (gate, Some(c3)),
        (book, Some(c5)),
        (discover, Some(c6)),
        (scope, Some(c7)),
        (close, Some(c8)),
        (kick, Some(c9)),
        (end, None),
    ];
    let _ = c4;
    let figures = figures(&desk, &path);
    drawn(desk.document, desk.state, figures)
}

/// What is agreed: everything about the deal, something about two others, nothing about the rest.
fn agreements(desk: &mut Desk, connectors: [ConnectorId; 6]) {
    let executive = desk.role("Account executive");
    let manager = desk.role("Onboarding manager");
    let head = desk.role("Head of Sales");
    let [c1, c5, c6, c7, c8, back] = connectors;
    let sla = service_level(desk, head);
    let template = form(desk);
    let deal = desk.agree(c8, |it| {
        it.passes = "Closed deal ready for kick-off".into();
        it.trigger = "Order form countersigned".into();
        it.sending_role = Some(executive);
        it.receiving_role = Some(manager);
        it.follow_up = Some(FollowUp::Manual);
        it.acceptance = Some(Acceptance::Explicit);
        it.return_route = "Back to the account executive with a reason".into();
        it.return_reasons = vec!["Missing information".into(), "Wrong contact".into()];
        it.sla = Some(sla);
        it.template = Some(template);
        it.stated = [Check::Trigger].into();
    });
    desk.agree(c1, |it| {
        it.passes = "Scored lead".into();
        it.trigger = "Score above 60".into();
        it.accountable = Some(head);
    });
    desk.agree(c5, |it| {
        it.passes = "Booked call".into();
        it.sla = Some(sla);
        it.accountable = Some(executive);
    });
    desk.agree(c6, |it| it.passes = "Scope request".into());
    desk.agree(c7, |it| it.passes = "Quote ready".into());
    desk.agree(back, |it| it.passes = "Incomplete contract".into());
    criteria(desk, deal);
    matrix(desk, deal, [executive, head, manager]);
    pain_points(desk, [Target::Connector(c1), Target::Handoff(deal)]);
}

fn service_level(desk: &mut Desk, head: RoleId) -> SlaId {
    let sla = SlaId(desk.fresh());
    let calendar = desk.document.calendars().next().unwrap().id;
    let business =
        |minutes| Some(TimeTarget { minutes: Minutes(minutes), clock: ClockKind::Business });
    desk.add(
        Sla {
            id: sla,
            name: "Closed deal".into(),
            acknowledge: business(60),
            response: business(240),
            completion: business(960),
            completion_means: "kick-off held".into(),
            objective: Some(Share::percent(95)),
            objective_window: Some(ObjectiveWindow::Month),
            calendar: Some(calendar),
            quality_standard: "%C&A of 95 % or more".into(),
            pauses: vec![PauseRule {
                reason: "customer unavailable".into(),
                cap: Some(Minutes(2400)),
                ..PauseRule::default()
            }],
            escalations: vec![
                EscalationLevel {
                    at_percent: 50,
                    contact: "team lead".into(),
                    ..Default::default()
                },
                EscalationLevel { at_percent: 100, notify: Some(head), ..Default::default() },
            ],
            status: AgreementStatus::Agreed,
            ..Sla::default()
        }
        .into(),
    );
    sla
}

fn form(desk: &mut Desk) -> TemplateId {
    let template = TemplateId(desk.fresh());
    let field = |label: &str, source: &str| TemplateField {
        key: label.to_lowercase().replace(' ', "-"),
        label: label.into(),
        required: true,
        source: source.into(),
        ..TemplateField::default()
    };
    desk.add(
        Template {
            id: template,
            name: "Sales to onboarding".into(),
            fields: vec![
                field("Signed order form", "CRM, attached"),
                field("Customer project lead and contact", "Account executive"),
                field("Products and quantities", "Quote"),
                field("Promised go-live date", "Account executive"),
                field("Known risks and custom terms", "Solutions"),
            ],
            ..Template::default()
        }
        .into(),
    );
    template
}

fn criteria(desk: &mut Desk, deal: HandoffId) {
    for (side, text) in [
        (CriterionSide::Exit, "Order form countersigned"),
        (CriterionSide::Exit, "Hand-over record complete"),
        (CriterionSide::Exit, "Customer told who comes next"),
        (CriterionSide::Entry, "All required items present"),
        (CriterionSide::Entry, "Capacity confirmed for go-live date"),
    ] {
        let id = CriterionId(desk.fresh());
        desk.add(
            Criterion {
                id,
                about: Target::Handoff(deal),
                side,
                obligation: Obligation::Must,
                text: text.into(),
                verifier: "Onboarding manager".into(),
                evidence: String::new(),
                order: 0,
            }
            .into(),
        );
    }
}

fn matrix(desk: &mut Desk, deal: HandoffId, [executive, head, manager]: [RoleId; 3]) {
    for (role, letter) in [
        (executive, RaciLetter::Responsible),
        (head, RaciLetter::Accountable),
        (manager, RaciLetter::Responsible),
    ] {
        let id = RaciAssignmentId(desk.fresh());
        desk.add(
            RaciAssignment {
                id,
                row: Target::Handoff(deal),
                part: RowPart::Whole,
                role,
                letters: [letter].into(),
            }
            .into(),
        );
    }
}

fn pain_points(desk: &mut Desk, [lead, deal]: [Target; 2]) {
    for (text, votes, about) in [
        ("Leads sit a day before anyone looks", 4, lead),
        ("We chase the same missing budget field every single time", 7, deal),
    ] {
        let id = PainPointId(desk.fresh());
        desk.add(
            PainPoint {
                id,
                text: text.into(),
                about: vec![about],
                cause: Some(DelayCause::Information),
                wastes: vec![Waste::Waiting],
                signs: vec![Sign::S3],
                votes,
                severity: 3,
                quote: String::new(),
            }
            .into(),
        );
    }
}
