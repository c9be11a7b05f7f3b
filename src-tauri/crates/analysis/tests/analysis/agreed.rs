//! What is asked of agreements: for each rule a map that breaks it and one, as near as can be, that
//! does not.

use crate::findings::{lines, of};
use crate::sample::{Sample, sketch};
use model::*;

/// A rule, a map that breaks it, and one that does not.
pub type Row = (&'static str, Sample, Sample);

/// Three teams, two handoffs.
fn map() -> Sample {
    sketch("A X 10 90\n B Y 10 90\n C Z 10\n A > B 60\n B > C 60")
}

/// The map with a field of a handoff.
fn handed(edit: impl Fn() -> HandoffEdit, code: &str) -> Sample {
    let sample = map();
    let handoff = sample.handoff(code);
    sample.after([Command::EditHandoff { handoff, edit: edit() }])
}

fn minutes(minutes: i32) -> Option<TimeTarget> {
    Some(TimeTarget { minutes: Minutes(minutes), clock: ClockKind::Business })
}

/// A service level with which nothing is wrong on the map.
fn sound(calendar: CalendarId, owner: RoleId) -> Sla {
    Sla {
        name: "Accepted".into(),
        response: minutes(60),
        completion: minutes(240),
        calendar: Some(calendar),
        objective: Some(Share::percent(95)),
        objective_window: Some(ObjectiveWindow::Month),
        escalations: vec![EscalationLevel { at_percent: 75, ..Default::default() }],
        measurement_source: "CRM".into(),
        quality_standard: "95 %C&A".into(),
        owner: Some(owner),
        review_date: "2026-09-01".into(),
        ..Default::default()
    }
}

/// The map with a service level on A > B, changed from one with which nothing is wrong.
pub fn levelled(change: impl Fn(&mut Sla)) -> Sample {
    let sample = map().after([
        Command::AddCalendar { calendar: Box::default() },
        Command::AddRole { name: "Lead".into(), team: None },
    ]);
    let (calendar, owner) = (sample.newest(Kind::Calendar), sample.newest(Kind::Role));
    let process = sample.newest(Kind::Process);
    let mut sla = sound(calendar, owner);
    change(&mut sla);
    let handoffs = vec![sample.handoff("A>B")];
    let edit = ProcessEdit::Calendar(Some(calendar));
    sample.after([
        Command::EditProcess { process, edit },
        Command::AddSla { sla: Box::new(sla), handoffs },
    ])
}

fn pause() -> PauseRule {
    PauseRule {
        reason: "Customer is away".into(),
        evidence: "Out of office note".into(),
        cap: Some(Minutes(480)),
        cause: Some(DelayCause::External),
        ..Default::default()
    }
}

fn levels() -> Vec<Row> {
    let row = |rule, change: fn(&mut Sla)| (rule, levelled(change), levelled(|_| {}));
    let mut rows = vec![
        row("SLA-003", |it| it.calendar = None),
        row("SLA-004", |it| it.objective_window = None),
        row("SLA-008", |it| it.completion = minutes(9)),
        row("SLA-012", |it| it.escalations = vec![]),
        row("SLA-012", |it| it.escalations[0].at_percent = 150),
        row("SLA-013", |it| it.response_stop = Some(ClockEvent::Released)),
        row("SLA-013", |it| it.completion_stop = None),
        row("SLA-015", |it| it.measurement_source = " ".into()),
        row("SLA-016", |it| it.owner = None),
        row("SLA-016", |it| it.review_date = String::new()),
        row("SLA-017", |it| it.quality_standard = String::new()),
        row("SLA-018", |it| it.completion_means = "Demo held within 3 days".into()),
        row("SLA-019", |it| it.conditions = "Urgent ones asap".into()),
        row("TIM-009", |it| {
            it.completion = Some(TimeTarget { minutes: Minutes(600), clock: ClockKind::Elapsed });
        }),
    ];
    rows.push((
        "SLA-005",
        levelled(|it| {
            it.completion_from = CompletionFrom::Release;
            it.response = minutes(300);
        }),
        levelled(|it| it.response = minutes(300)),
    ));
    let with = |change: fn(&mut PauseRule)| {
        levelled(move |it| {
            let mut rule = pause();
            change(&mut rule);
            it.pauses = vec![rule];
        })
    };
    let loose: [fn(&mut PauseRule); 3] = [
        |it| it.cap = None,
        |it| it.evidence = String::new(),
        |it| it.cause = Some(DelayCause::Queue),
    ];
    rows.extend(loose.map(|change| ("SLA-011", with(change), with(|_| {}))));
    rows
}

/// The map with criteria on A > B.
fn criteria(texts: &[&str], stage: bool) -> Sample {
    let sample = map();
    let state = sample.state;
    let sample = sample.after([Command::AddStage { state, name: "Sell".into(), until: 100 }]);
    let handoff = Target::Handoff(sample.handoff("A>B"));
    let about = if stage { Target::Stage(sample.newest(Kind::Stage)) } else { handoff };
    texts.iter().fold(sample, |sample, text| {
        let (side, obligation) = (CriterionSide::Entry, Obligation::Must);
        let sample =
            sample.after([Command::AddCriterion { about, side, obligation, text: (*text).into() }]);
        let criterion = sample.newest(Kind::Criterion);
        let edit = |edit| Command::EditCriterion { criterion, edit };
        sample.after([
            edit(CriterionEdit::Verifier("Lead".into())),
            edit(CriterionEdit::Evidence("Form".into())),
        ])
    })
}

fn of_criteria() -> Vec<Row> {
    let unchecked = {
        let sample = criteria(&["Signed"], false);
        let criterion = sample.newest(Kind::Criterion);
        sample.after([Command::EditCriterion {
            criterion,
            edit: CriterionEdit::Evidence(String::new()),
        }])
    };
    let ten: Vec<String> = (0..10).map(|n| format!("Field {n} is filled")).collect();
    let ten: Vec<&str> = ten.iter().map(String::as_str).collect();
    vec![
        (
            "CRT-004",
            criteria(&["Data is complete"], false),
            criteria(&["8 fields complete"], false),
        ),
        ("CRT-005", unchecked, criteria(&["Signed"], false)),
        ("CRT-007", criteria(&ten, false), criteria(&ten[..9], false)),
        ("CRT-008", criteria(&["Signed", "signed."], false), criteria(&["Signed", "Paid"], false)),
        ("CRT-010", criteria(&["Signed"], true), criteria(&["Signed"], false)),
    ]
}

fn field(label: &str) -> TemplateField {
    TemplateField {
        label: label.into(),
        required: true,
        help: "As in the CRM".into(),
        ..Default::default()
    }
}

/// The map with a template on each handoff, and a channel for both.
fn forms(first: Vec<TemplateField>, second: Vec<TemplateField>, channel: &str) -> Sample {
    let sample = map();
    let form = |fields, code: &str| Command::AddTemplate {
        template: Box::new(Template { name: code.into(), fields, ..Default::default() }),
        handoffs: vec![sample.handoff(code)],
    };
    let channels = ["A>B", "B>C"].map(|code| Command::EditConnector {
        connector: sample.id(Kind::Connector, code),
        edit: ConnectorEdit::Channel(channel.into()),
    });
    let forms = [form(first, "A>B"), form(second, "B>C")];
    sample.after(forms.into_iter().chain(channels))
}

fn needing(input: &str) -> Sample {
    let sample = forms(vec![field("Account name")], vec![], "portal");
    let step = sample.id(Kind::Step, "B");
    sample.after([Command::EditStep { step, edit: StepEdit::Inputs(vec![input.into()]) }])
}

fn of_templates() -> Vec<Row> {
    let bare = || TemplateField { help: String::new(), ..field("Budget") };
    let typed = || TemplateField { field_type: FieldType::Number, ..bare() };
    let secret = || TemplateField { sensitive: true, ..field("Diagnosis") };
    let many = |count: i32| (0..count).map(|n| field(&format!("F {n}"))).collect::<Vec<_>>();
    let from_crm = || TemplateField { source: "CRM".into(), ..field("Budget") };
    let of_handoff = || TemplateField { group: "Request".into(), ..field("Budget") };
    let one = |field| forms(vec![field], vec![], "e-mail");
    let twice = |second| forms(vec![field("Budget")], vec![second], "portal");
    vec![
        ("INF-002", one(bare()), one(typed())),
        ("INF-003", needing("Budget"), needing("account name")),
        ("INF-004", twice(field("budget")), twice(from_crm())),
        ("INF-004", twice(field("budget")), forms(vec![of_handoff()], vec![of_handoff()], "")),
        ("INF-010", forms(many(16), vec![], ""), forms(many(15), vec![], "")),
        ("INF-011", one(secret()), forms(vec![secret()], vec![], "encrypted e-mail")),
    ]
}

/// Both handoffs of one type, and another edit of the first.
fn typed(edit: HandoffEdit, second: HandoffEdit) -> Sample {
    let sample = map();
    let (first, other) = (sample.handoff("A>B"), sample.handoff("B>C"));
    sample.after([
        Command::EditHandoffs {
            handoffs: vec![first, other],
            edit: HandoffEdit::HandoffType("Order".into()),
        },
        Command::EditHandoff { handoff: first, edit },
        Command::EditHandoff { handoff: other, edit: second },
    ])
}

fn of_documents() -> Vec<Row> {
    let accepts = |how| HandoffEdit::Acceptance(Some(how));
    let channels = |second: &str| {
        let sample = typed(HandoffEdit::Passes("Order".into()), HandoffEdit::Passes("It".into()));
        let channel = |sample: &Sample, code: &str, channel: &str| Command::EditConnector {
            connector: sample.id(Kind::Connector, code),
            edit: ConnectorEdit::Channel(channel.into()),
        };
        let both = [channel(&sample, "A>B", "Portal"), channel(&sample, "B>C", second)];
        sample.after(both)
    };
    let written = |step: bool| {
        let sample = map();
        let text = "See the wiki".to_owned();
        let command = if step {
            let step = sample.id(Kind::Step, "A");
            Command::EditStep { step, edit: StepEdit::Procedure(text) }
        } else {
            let handoff = sample.handoff("A>B");
            Command::EditHandoff { handoff, edit: HandoffEdit::Procedure(text) }
        };
        sample.after([command])
    };
    let dated = |edit: TemplateEdit| {
        let sample = forms(vec![], vec![], "");
        let template = sample.newest(Kind::Template);
        sample.after([Command::EditTemplate { template, edit }])
    };
    vec![
        ("VAR-001", handed(|| HandoffEdit::Varies(true), "A>B"), map()),
        ("VAR-002", written(true), map()),
        ("VAR-002", written(false), map()),
        (
            "VAR-003",
            dated(TemplateEdit::Version("2".into())),
            dated(TemplateEdit::Name("B".into())),
        ),
        (
            "VAR-004",
            typed(accepts(Acceptance::Explicit), accepts(Acceptance::None)),
            typed(accepts(Acceptance::Explicit), accepts(Acceptance::Explicit)),
        ),
        ("INF-009", channels("E-mail"), channels("portal")),
    ]
}

/// Seven teams in a row, with one owner of so many of their six handoffs.
fn owned(by_one: usize, name: &str) -> Sample {
    let steps: String = (0..7).map(|n| format!("S{n} T{n} 10 90\n")).collect();
    let ways: String = (0..6).map(|n| format!("S{n} > S{} 5\n", n + 1)).collect();
    let sample = sketch(&format!("{steps}{ways}"))
        .after([Command::AddRole { name: name.into(), team: None }]);
    let role: RoleId = sample.newest(Kind::Role);
    let codes: Vec<String> = (0..by_one).map(|n| format!("S{n}>S{}", n + 1)).collect();
    let handoffs = codes.iter().map(|code| sample.handoff(code)).collect();
    let participants = vec!["Priya Raman, Marketing".to_owned()];
    sample.after([
        Command::EditHandoffs { handoffs, edit: HandoffEdit::Accountable(Some(role)) },
        Command::EditEngagement { edit: EngagementEdit::Participants(participants) },
    ])
}

fn of_work() -> Vec<Row> {
    let valued = |codes: &[&str]| {
        let sample = map();
        let edits: Vec<Command> = codes
            .iter()
            .map(|code| Command::EditStep {
                step: sample.id(Kind::Step, code),
                edit: StepEdit::Value(Some(ValueClass::ValueAdding)),
            })
            .collect();
        sample.after(edits)
    };
    let refusing = |share: &str| {
        let sample = sketch(&format!("A X 10\n B Y 10\n A > B 60\n B > A 5 rework {share}"));
        let id = sample.id(Kind::Step, "B");
        sample.after([Command::Rename { id, name: "Approve offer".into() }])
    };
    let named = |name: &str| {
        let sample = map();
        let id = sample.id(Kind::Step, "B");
        sample.after([Command::Rename { id, name: name.into() }])
    };
    let counted = |items| {
        let sample = sketch("A X 480\n B Y 480\n A > B 960");
        let process = sample.newest(Kind::Process);
        let edit = |edit| Command::EditProcess { process, edit };
        let volume = edit(ProcessEdit::VolumePerThousandDays(Some(1000)));
        sample.after([volume, edit(ProcessEdit::CountedWip(Some(items)))])
    };
    let relay = |minutes| sketch(&format!("A X 10\n B Y {minutes}\n C Z 10\n A > B 60\n B > C 60"));
    vec![
        ("INF-007", valued(&["A", "B"]), valued(&["A", "B", "C"])),
        ("INF-007", valued(&["A"]), map()),
        ("NET-005", relay(5), relay(6)),
        ("NET-007", refusing(".04"), refusing(".05")),
        ("FLW-014", named("Approval"), named("Approve offer")),
        ("TIM-010", counted(6), counted(5)),
        ("TIM-010", counted(2), counted(3)),
        ("OWN-007", owned(1, "Priya Raman"), owned(1, "Marketing lead")),
        ("OWN-008", owned(3, "Lead"), owned(2, "Lead")),
    ]
}

/// For each of the rules.
pub fn rows() -> Vec<Row> {
    [levels(), of_criteria(), of_templates(), of_documents(), of_work()]
        .into_iter()
        .flatten()
        .collect()
}

#[test]
fn each_rule_is_broken_and_kept() {
    for (rule, broken, kept) in rows() {
        assert!(lines(&broken).contains_key(rule), "{rule} is not found");
        assert_eq!(lines(&kept).get(rule), None, "{rule} is found");
    }
}

#[test]
fn a_sound_service_level_has_nothing_wrong_with_it() {
    let found = lines(&levelled(|_| {}));
    let of_levels: Vec<&String> =
        found.keys().filter(|rule| rule.starts_with("SLA") && *rule > &"SLA-002".into()).collect();
    assert!(of_levels.is_empty(), "{of_levels:?}");
    let retired = lines(&levelled(|it| {
        it.calendar = None;
        it.status = AgreementStatus::Retired;
    }));
    assert_eq!(retired.get("SLA-003"), None);
}

#[test]
fn a_shared_level_is_told_once() {
    let sample = levelled(|it| it.measurement_source = String::new());
    let (handoff, sla) = (sample.handoff("B>C"), sample.newest(Kind::Sla));
    let edit = HandoffEdit::Sla(Some(sla));
    let found = of(&sample.after([Command::EditHandoff { handoff, edit }]));
    let about: Vec<&Vec<RecordId>> =
        found.iter().filter(|it| it.rule == "SLA-015").map(|it| &it.about).collect();
    assert_eq!(about.len(), 1);
    assert_eq!(about[0].len(), 3, "both handoffs and the level");
}

#[test]
fn a_rule_that_says_who_takes_it_is_a_receiver() {
    let found = lines(&handed(|| HandoffEdit::Assignment("Round robin".into()), "A>B"));
    assert!(!found["OWN-002"].contains("A>B"));
    assert!(found["OWN-002"].contains("B>C"));
}

#[test]
fn a_backup_is_enough() {
    let sample = map();
    let step = sample.id(Kind::Step, "A");
    let edit = |edit| Command::EditStep { step, edit };
    let sample = sample.after([edit(StepEdit::Performers(vec!["Ada".into()]))]);
    assert!(lines(&sample)["OWN-006"].contains("A"));
    let sample = sample.after([edit(StepEdit::Backup("Grace".into()))]);
    assert_eq!(lines(&sample).get("OWN-006"), None);
}

#[test]
fn a_vague_trigger_is_told() {
    let found = lines(&handed(|| HandoffEdit::Trigger("Soon after the call".into()), "A>B"));
    assert!(found["SLA-019"].contains("A>B"));
}

#[test]
fn stages_need_completion_once_one_has_a_level() {
    let sample = levelled(|_| {});
    let state = sample.state;
    let sample = sample.after([
        Command::AddStage { state, name: "Sell".into(), until: 100 },
        Command::AddStage { state, name: "Serve".into(), until: 200 },
    ]);
    let about = |sample: &Sample| lines(sample)["SLA-002"].contains("stage");
    assert!(!about(&sample));
    let (stage, sla) = (sample.newest(Kind::Stage), sample.newest(Kind::Sla));
    assert!(about(&sample.after([Command::EditStage { stage, edit: StageEdit::Sla(Some(sla)) }])));
}
