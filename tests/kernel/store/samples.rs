//! Documents for these tests.

use model::*;
use std::collections::BTreeSet;

/// The smallest document there is.
pub fn small() -> Document {
    blank(&Blank {
        title: "Engagement".into(),
        process: "Process".into(),
        state: "As it is".into(),
        teams: vec!["Sales".into(), "Delivery".into()],
        calendar: "Week".into(),
    })
    .unwrap()
}

/// A document with a record of every kind.
pub fn every_kind() -> Document {
    let mut records = of_format_1().records();
    records.push(
        Waiver {
            id: WaiverId(24),
            finding: "TIM-003:13".into(),
            reason: "The law asks for it".into(),
            by: "Sponsor".into(),
            date: "2026-05-22".into(),
        }
        .into(),
    );
    records.push(
        Picture { id: PictureId(25), name: "logo.png".into(), png: "iVBORw0KGgo=".into() }.into(),
    );
    let mut document = Document::from_records(records).unwrap();
    document.remember_used_up(100, 20);
    document
}

/// What the fixture of format 1 holds, with text in several scripts in it. What came later is not
/// in that file and reads as nothing said.
pub fn of_format_1() -> Document {
    let minutes = |usual| Some(Estimate { best: Some(Minutes(1)), ..Estimate::of(Minutes(usual)) });
    let step = |id: u64, lane: u64, name: &str| Step {
        id: StepId(id),
        state: StateId(4),
        lane: LaneId(lane),
        name: name.into(),
        place: Place { x: 120 * id as i32, y: 60 },
        process_time: minutes(30),
        stage: Some(StageId(9)),
        ..Default::default()
    };
    let mut records = frame();
    records.extend::<[Record; 4]>([
        step(10, 5, "<img src=x onerror=alert(1)>").into(),
        step(11, 6, "Überprüfen — 確認 — 👩🏽‍⚕️").into(),
        Connector {
            id: ConnectorId(12),
            state: StateId(4),
            from: StepId(10),
            to: StepId(11),
            wait: minutes(1440),
            cause: Some(DelayCause::Queue),
            ..Default::default()
        }
        .into(),
        Handoff {
            id: HandoffId(13),
            connector: ConnectorId(12),
            number: 7,
            passes: "Signed order".into(),
            accountable: Some(RoleId(8)),
            template: Some(TemplateId(15)),
            sla: Some(SlaId(16)),
            stated: BTreeSet::from([Check::Owner, Check::Exit]),
            ..Default::default()
        }
        .into(),
    ]);
    records.extend(agreement());
    records.extend(voices());
    let mut document = Document::from_records(records).unwrap();
    document.remember_used_up(100, 20);
    document
}

fn frame() -> Vec<Record> {
    let team =
        |id: u64, name: &str| Team { id: TeamId(id), name: name.into(), ..Default::default() };
    let lane = |id: u64, team: u64, order| Lane {
        id: LaneId(id),
        state: StateId(4),
        team: TeamId(team),
        order,
        ..Default::default()
    };
    vec![
        Engagement { id: EngagementId(1), title: "Every kind".into(), ..Default::default() }.into(),
        Calendar {
            id: CalendarId(2),
            name: "Week".into(),
            time_zone: "Europe/Zurich".into(),
            windows: vec![Window { weekday: 0, from: 540, to: 1440 }],
            special_days: vec![SpecialDay {
                date: "12-25".into(),
                name: "Christmas".into(),
                windows: vec![(600, 660)],
            }],
            ..Default::default()
        }
        .into(),
        Process {
            id: ProcessId(3),
            name: "Order to cash".into(),
            calendar: Some(CalendarId(2)),
            ..Default::default()
        }
        .into(),
        State { id: StateId(4), process: ProcessId(3), name: "As is".into(), ..Default::default() }
            .into(),
        lane(5, 7, 0).into(),
        lane(6, 17, 1).into(),
        team(7, "Sales").into(),
        team(17, "Operations").into(),
        Role { id: RoleId(8), name: "Lead".into(), team: Some(TeamId(7)), ..Role::default() }
            .into(),
        Stage { id: StageId(9), state: StateId(4), name: "Begin".into(), ..Default::default() }
            .into(),
    ]
}

fn agreement() -> Vec<Record> {
    vec![
        Criterion {
            id: CriterionId(14),
            about: Target::Handoff(HandoffId(13)),
            side: CriterionSide::Entry,
            obligation: Obligation::Must,
            text: "Order number is there\nand valid".into(),
            verifier: "Lead".into(),
            evidence: String::new(),
            order: 0,
        }
        .into(),
        Template {
            id: TemplateId(15),
            name: "Order".into(),
            fields: vec![TemplateField {
                key: "number".into(),
                field_type: FieldType::Number,
                used_by: Some(StepId(11)),
                ..Default::default()
            }],
            ..Default::default()
        }
        .into(),
        Sla {
            id: SlaId(16),
            name: "Two days".into(),
            response: Some(TimeTarget { minutes: Minutes(960), clock: ClockKind::Business }),
            objective: Some(Share::percent(95)),
            escalations: vec![EscalationLevel { at_percent: 80, ..Default::default() }],
            pauses: vec![PauseRule { cap: Some(Minutes(60)), ..Default::default() }],
            ..Default::default()
        }
        .into(),
        RaciAssignment {
            part: RowPart::Whole,
            id: RaciAssignmentId(18),
            row: Target::Handoff(HandoffId(13)),
            role: RoleId(8),
            letters: BTreeSet::from([RaciLetter::Accountable, RaciLetter::Responsible]),
        }
        .into(),
    ]
}

fn voices() -> Vec<Record> {
    vec![
        PainPoint {
            id: PainPointId(19),
            text: "Nobody knows".into(),
            about: vec![Target::Connector(ConnectorId(12))],
            wastes: vec![Waste::Waiting],
            signs: vec![Sign::S4],
            ..Default::default()
        }
        .into(),
        Idea { id: IdeaId(20), text: "Tell them".into(), votes: 3, ..Default::default() }.into(),
        Action {
            id: ActionId(21),
            text: "Write it down".into(),
            answers: vec![PainPointId(19)],
            ..Default::default()
        }
        .into(),
        Note {
            id: NoteId(22),
            text: "Parked".into(),
            about_kind: NoteKind::Parked,
            place: Some(Place { x: 5, y: 6 }),
            state: Some(StateId(4)),
            ..Default::default()
        }
        .into(),
        MeasurementRun {
            id: MeasurementRunId(23),
            handoff: HandoffId(13),
            source: "CRM".into(),
            response: vec![Minutes(5), Minutes(7)],
            ..Default::default()
        }
        .into(),
    ]
}
