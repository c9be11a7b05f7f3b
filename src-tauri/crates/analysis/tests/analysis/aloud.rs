//! The service levels of the samples (domain.md 8.3 and 8.4) read aloud in both languages, as
//! `tests/golden/agreements.txt` has them. `BATON_WRITE=1` writes it anew.

use crate::sample::{Sample, in_order, sample};
use analysis::{Language, sentences};
use model::*;

/// Handoff, response, what it means, completion, what it means, from, objectives, pause with its cap,
/// levels of escalation: percent and role.
type Row<'a> = (
    &'a str,
    Option<i32>,
    &'a str,
    Option<i32>,
    &'a str,
    CompletionFrom,
    [u16; 2],
    Option<(&'a str, i32)>,
    &'a [(u16, &'a str)],
);

use CompletionFrom::{Acceptance, Release};

const LEAD: &[Row] = &[
    (
        "c02",
        Some(60),
        "",
        Some(240),
        "first contact attempted",
        Acceptance,
        [95, 95],
        None,
        &[(75, "SDM"), (100, "SMG")],
    ),
    (
        "c06",
        Some(240),
        "",
        Some(1440),
        "demo held",
        Acceptance,
        [95, 95],
        Some(("prospect moved the meeting", 2400)),
        &[(75, "SMG")],
    ),
    (
        "c09",
        Some(240),
        "",
        Some(480),
        "decided",
        Acceptance,
        [90, 90],
        Some(("AE answers a question", 480)),
        &[(75, "FC")],
    ),
    (
        "c12",
        Some(240),
        "",
        Some(480),
        "billing live",
        Acceptance,
        [95, 95],
        Some(("missing tax data", 960)),
        &[(100, "FC")],
    ),
    (
        "c14",
        Some(240),
        "",
        Some(960),
        "kickoff held",
        Acceptance,
        [95, 90],
        Some(("customer unavailable", 2400)),
        &[(50, "CSL"), (100, "SMG")],
    ),
    (
        "c17",
        None,
        "",
        Some(2400),
        "data complete; an expectation, not a penalty",
        Release,
        [80, 80],
        None,
        &[(75, "")],
    ),
    (
        "c18",
        Some(240),
        "validated",
        Some(480),
        "configured",
        Acceptance,
        [90, 95],
        Some(("customer answers", 1440)),
        &[(100, "CSL")],
    ),
];

const WARD: &[Row] = &[
    (
        "c08",
        Some(30),
        "review begun",
        Some(60),
        "accepted or returned",
        Release,
        [90, 90],
        None,
        &[(100, "CON")],
    ),
    ("c09", Some(10), "", Some(30), "bed confirmed", Release, [90, 90], None, &[(100, "")]),
    ("c12", Some(10), "", Some(45), "bed ready", Release, [90, 90], None, &[(75, "WCN")]),
    ("c13", Some(15), "", Some(45), "reconciled", Release, [90, 90], None, &[(100, "")]),
    ("c16", Some(10), "", None, "", Acceptance, [95, 95], None, &[(100, "WCN"), (150, "")]),
    ("c18", Some(10), "", Some(30), "patient moved", Release, [90, 90], None, &[(100, "PCO")]),
];

fn agreed(sample: &Sample, row: &Row, clock: ClockKind, calendar: CalendarId) -> Sla {
    let (
        _,
        response,
        response_means,
        completion,
        completion_means,
        from,
        objectives,
        pause,
        levels,
    ) = *row;
    let target = |it: Option<i32>| it.map(|it| TimeTarget { minutes: Minutes(it), clock });
    let role = |name: &str| sample.document.roles().find(|it| it.name == name).map(|it| it.id);
    let level = |(at_percent, name): &(u16, &str)| EscalationLevel {
        at_percent: *at_percent,
        notify: role(name),
        contact: if name.is_empty() { "the sponsor".into() } else { String::new() },
        ..EscalationLevel::default()
    };
    let pause = pause.map(|(reason, cap)| PauseRule {
        reason: reason.into(),
        cap: Some(Minutes(cap)),
        ..PauseRule::default()
    });
    Sla {
        response: target(response),
        response_means: response_means.into(),
        completion: target(completion),
        completion_means: completion_means.into(),
        completion_from: from,
        objective: Some(Share::percent(objectives[0])),
        completion_objective: Some(Share::percent(objectives[1])),
        objective_window: Some(ObjectiveWindow::Month),
        calendar: Some(calendar),
        pauses: pause.into_iter().collect(),
        escalations: levels.iter().map(level).collect(),
        ..Sla::default()
    }
}

fn read(text: &mut String, name: &str, rows: &[Row], clock: ClockKind) {
    let weekday = |weekday| Window { weekday, from: 540, to: 1020 };
    let calendar = match clock {
        ClockKind::Business => Calendar {
            name: "Mon to Fri 9 to 17 Berlin".into(),
            windows: (0..5).map(weekday).collect(),
            ..Calendar::default()
        },
        ClockKind::Elapsed => Calendar { always: true, ..Calendar::default() },
    };
    let mut sample =
        sample(name, in_order).after([Command::AddCalendar { calendar: Box::new(calendar) }]);
    let calendar = sample.newest(Kind::Calendar);
    for row in rows {
        let handoffs = vec![sample.handoff(row.0)];
        let sla = Box::new(agreed(&sample, row, clock, calendar));
        sample = sample.after([Command::AddSla { sla, handoffs }]);
        let sla = sample.document.sla(sample.newest(Kind::Sla)).unwrap();
        *text += &format!("# {name} {}\n", row.0);
        for language in [Language::English, Language::German] {
            for sentence in sentences(&sample.document, sla, language) {
                *text += &format!("{sentence}\n");
            }
            *text += "\n";
        }
    }
}

#[test]
fn the_samples_are_read_aloud() {
    let mut text = String::new();
    read(&mut text, "lead-to-customer.future", LEAD, ClockKind::Business);
    read(&mut text, "ed-to-ward.future", WARD, ClockKind::Elapsed);
    let file = concat!(env!("CARGO_MANIFEST_DIR"), "/../../../tests/golden/agreements.txt");
    if std::env::var_os("BATON_WRITE").is_some() {
        std::fs::write(file, &text).unwrap();
    }
    assert_eq!(text, std::fs::read_to_string(file).unwrap_or_default());
}

/// Everything that a service level can say.
#[test]
fn every_part_is_read() {
    let sample = sample("lead-to-customer.future", in_order);
    let owner = sample.document.roles().find(|it| it.name == "CSL").map(|it| it.id);
    let target =
        |minutes| Some(TimeTarget { minutes: Minutes(minutes), clock: ClockKind::Business });
    let sla = Sla {
        work_class: "new customers".into(),
        conditions: "the contract is signed".into(),
        acknowledge: target(30),
        response: target(240),
        completion: target(960),
        objective: Some(Share(9_750)),
        objective_window: Some(ObjectiveWindow::Quarter),
        quality_standard: "the form is full".into(),
        quality_complete_accurate: Some(Share::percent(95)),
        pauses: vec![PauseRule {
            reason: "waiting for the customer".into(),
            set_by: "CSM".into(),
            evidence: "the e-mail".into(),
            cap: Some(Minutes(1440)),
            auto_resume: "with the answer".into(),
            ..PauseRule::default()
        }],
        escalations: vec![
            EscalationLevel {
                offset: Some(Minutes(-60)),
                contact: "Ann".into(),
                channel: "chat".into(),
                ..Default::default()
            },
            EscalationLevel {
                at_percent: 100,
                notify: owner,
                action: "calls the customer".into(),
                ..Default::default()
            },
        ],
        breach_consequence: "The case is reviewed.".into(),
        exclusions: "public holidays".into(),
        measurement_source: "CRM".into(),
        owner,
        review_date: "2027-03-15".into(),
        effective_from: "2026-10-01".into(),
        version: "2".into(),
        signatures: vec![Signature { name: "Ann, Sales".into(), date: "2026-09-30".into() }],
        ..Sla::default()
    };
    let handoffs = vec![sample.handoff("c14")];
    let sample = sample.after([Command::AddSla { sla: Box::new(sla), handoffs }]);
    let sla = sample.document.sla(sample.newest(Kind::Sla)).unwrap();
    let english = "It is for: new customers.
It applies when: the contract is signed.
Customer Success confirms receipt within 30 working minutes in 975 of 1,000 cases, counted per quarter.
Customer Success accepts or returns within 4 working hours in 975 of 1,000 cases.
Customer Success completes the work within 2 working days of acceptance in 975 of 1,000 cases.
The clock stops for: waiting for the customer, at most 3 working days in all, set by CSM, shown by the e-mail, ends with the answer.
Good enough means: the form is full.
At least 95 % of what arrives is usable as it comes.
Before it is late: Ann is told by chat 1 working hour before it is due.
When it is late: CSL is told at 100 % of the time (calls the customer).
If it is missed: The case is reviewed.
Not counted: public holidays.
The times come from: CRM.
CSL looks after this agreement and reviews it on 15 March 2027.
It holds from 1 October 2026.
Version: 2.
Signed: Ann, Sales, 30 September 2026.";
    assert_eq!(sentences(&sample.document, sla, Language::English).join("\n"), english);
    let german = sentences(&sample.document, sla, Language::German);
    assert_eq!(german.len(), english.lines().count());
    assert!(
        german[3]
            .contains("nimmt innerhalb von 4 Arbeitsstunden an oder gibt zurück, in 975 von 1.000")
    );
    assert!(german[5].contains("höchstens 3 Arbeitstage insgesamt"));
}
