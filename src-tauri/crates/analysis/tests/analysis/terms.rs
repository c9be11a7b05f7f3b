//! Agreements as two teams look at them: promises beside today, what promises what, what is missing,
//! and the words in which it is read aloud.

use crate::agreed::{Row, levelled};
use crate::findings::{lines, of};
use crate::sample::{Sample, in_order, sample, sketch};
use analysis::{AgreementShown, CoverShown, Language, Standing, TargetKind, agreement, presets};
use model::*;

fn shown(sample: &Sample, code: &str) -> AgreementShown {
    agreement(&sample.document, sample.handoff(code), Language::English).unwrap()
}

fn minutes(minutes: i32) -> Option<TimeTarget> {
    Some(TimeTarget { minutes: Minutes(minutes), clock: ClockKind::Business })
}

/// A handoff whose item waits 60 minutes, 90 at worst, and a response target.
fn waiting(response: i32) -> Sample {
    let map = sketch("A X 10\n B Y 30\n A > B 60");
    let connector = map.id(Kind::Connector, "A>B");
    let handoffs = vec![map.handoff("A>B")];
    let wait = Estimate { worst: Some(Minutes(90)), ..Estimate::of(Minutes(60)) };
    let sla = Box::new(Sla { response: minutes(response), ..Sla::default() });
    map.after([
        Command::EditConnector { connector, edit: ConnectorEdit::Wait(Some(wait)) },
        Command::AddSla { sla, handoffs },
    ])
}

/// A handoff from Berlin, 9 to 17, to a team that works eight hours somewhere from a minute on.
fn at_work(zone: &str, from: u16) -> Sample {
    let map = sketch("A X 10\n B Y 30\n A > B 60");
    let calendar = |zone: &str, from: u16| {
        let window = |weekday| Window { weekday, from, to: from + 480 };
        let windows = (0..5).map(window).collect();
        let (name, time_zone) = (zone.to_owned(), zone.to_owned());
        Box::new(Calendar { name, time_zone, windows, ..Calendar::default() })
    };
    let of = |map: Sample, code: &str, zone: &str, from: u16| {
        let map = map.after([Command::AddCalendar { calendar: calendar(zone, from) }]);
        let edit = TeamEdit::Calendar(Some(map.newest(Kind::Calendar)));
        let team = map.id(Kind::Team, code);
        map.after([Command::EditTeam { team, edit }])
    };
    of(of(map, "X", "Europe/Berlin", 540), "Y", zone, from)
}

/// With an action that is about it.
fn answered(sample: Sample, status: ActionStatus) -> Sample {
    let about = vec![Target::Handoff(sample.handoff("A>B"))];
    let sample =
        sample.after([Command::AddAction { text: "Route it".into(), about, answers: vec![] }]);
    let action = sample.newest(Kind::Action);
    sample.after([Command::EditAction { action, edit: ActionEdit::Status(status) }])
}

pub fn rows() -> Vec<Row> {
    vec![
        ("SLA-009", waiting(59), answered(waiting(59), ActionStatus::Open)),
        ("SLA-009", answered(waiting(59), ActionStatus::Dropped), waiting(60)),
        ("SLA-010", waiting(181), waiting(180)),
        ("SLA-014", at_work("America/Chicago", 540), at_work("America/New_York", 540)),
        ("SLA-014", at_work("Europe/Berlin", 0), at_work("Europe/Berlin", 540)),
        ("CRT-003", criteria("Logo approved"), criteria("The contract is signed")),
        ("CRT-003", with_a_logo(|_| {}), with_a_logo(|it| it.required = true)),
    ]
}

#[test]
fn a_target_stands_beside_what_is_seen_today() {
    let rows = [
        (59, Standing::Broken),
        (60, Standing::Tight),
        (89, Standing::Tight),
        (90, Standing::Kept),
        (180, Standing::Kept),
        (181, Standing::Loose),
    ];
    for (target, standing) in rows {
        let promises = shown(&waiting(target), "A>B").promises;
        assert_eq!(promises.len(), 1);
        assert_eq!(promises[0].standing, standing, "{target}");
        assert_eq!(promises[0].target, TargetKind::Response);
        assert_eq!(promises[0].worst, Some(Minutes(90)));
    }
}

#[test]
fn minutes_of_another_clock_are_not_compared() {
    let sample = waiting(60);
    let sla = sample.newest(Kind::Sla);
    let target = TimeTarget { minutes: Minutes(1), clock: ClockKind::Elapsed };
    let edit = SlaEdit::Response(Some(target));
    let sample = sample.after([Command::EditSla { sla, edit }]);
    let promise = &shown(&sample, "A>B").promises[0];
    assert_eq!((promise.standing, promise.usual), (Standing::Unknown, None));
}

#[test]
fn completion_is_the_time_of_the_receiving_stage() {
    let completed = |map: &str, from, target| {
        let map = sketch(map);
        let sla = Sla { completion: minutes(target), completion_from: from, ..Sla::default() };
        let handoffs = vec![map.handoff("A>B")];
        let sample = map.after([Command::AddSla { sla: Box::new(sla), handoffs }]);
        let promise = &shown(&sample, "A>B").promises[0];
        (promise.usual.map(|it| it.0), promise.standing)
    };
    let one = "A X 10\n B Y 30\n C X 5\n A > B 60\n B > C 5";
    use CompletionFrom::{Acceptance, Release};
    assert_eq!(completed(one, Acceptance, 29), (Some(30), Standing::Broken));
    assert_eq!(completed(one, Release, 89), (Some(90), Standing::Broken));
    assert_eq!(completed(one, Acceptance, 180), (Some(30), Standing::Kept), "waiting is room");
    assert_eq!(completed(one, Acceptance, 181), (Some(30), Standing::Loose));
    let two = "A X 10\n B Y 30\n C Y 5\n A > B 60\n B > C 5";
    assert_eq!(completed(two, Acceptance, 29), (None, Standing::Unknown), "how far is the stage?");
}

/// A handoff with an exit criterion, an entry criterion and a form.
fn criteria(entry: &str) -> Sample {
    let map = sketch("A X 10\n B Y 30\n A > B 60");
    let handoff = map.handoff("A>B");
    let field = TemplateField {
        key: "budget".into(),
        label: "Budget range".into(),
        required: true,
        ..TemplateField::default()
    };
    let template = Template { name: "Form".into(), fields: vec![field], ..Template::default() };
    let add = |side, text: &str| Command::AddCriterion {
        about: Target::Handoff(handoff),
        side,
        obligation: Obligation::Must,
        text: text.into(),
    };
    map.after([
        Command::AddTemplate { template: Box::new(template), handoffs: vec![handoff] },
        add(CriterionSide::Exit, "Contract signed and filed"),
        add(CriterionSide::Exit, "Budget agreed"),
        add(CriterionSide::Entry, "Budget range known"),
        add(CriterionSide::Entry, entry),
    ])
}

#[test]
fn an_entry_criterion_is_covered_by_what_speaks_of_the_same() {
    let covered = |entry: &str| {
        let shown = shown(&criteria(entry), "A>B");
        let cover = shown.covers.into_iter().nth(1).unwrap();
        (cover.by.len(), cover.fields, shown.unasked.len())
    };
    let nothing: Vec<String> = Vec::new();
    assert_eq!(covered("The contracts are signed"), (1, nothing.clone(), 0));
    assert_eq!(covered("Logo approved by the brand team"), (0, nothing.clone(), 1));
    assert_eq!(covered("A contract about quite different things altogether"), (0, nothing, 1));
    assert_eq!(covered("Every required field filled"), (0, vec!["budget".into()], 1));
    let first = shown(&criteria("Logo"), "A>B").covers.remove(0);
    assert_eq!((first.by.len(), first.fields), (1, vec!["budget".to_owned()]));
}

/// What a template of domain.md 8.3 or 8.4 asks for: a preset, or the fields of the sample's own.
enum Form {
    Preset(&'static str),
    Fields(Texts),
}

/// Map, connector, template, the sender's criteria, the receiver's, and those of them that nothing
/// promises, each with the fields that only have to be required.
type Guarded = (&'static str, &'static str, Form, Texts, Texts, &'static [(&'static str, Texts)]);
type Texts = &'static [&'static str];

/// The criteria of domain.md 8.3 and 8.4, sender's and receiver's. What nothing promises there is
/// the receiver's own to see to, or was left open.
const CRITERIA: &[Guarded] = &[
    (
        "lead-to-customer.future",
        "c06",
        Form::Preset("lead"),
        &[
            "Need, budget range, decision maker and timeline recorded in the form",
            "Meeting accepted by prospect",
            "Call summary ≤ 150 words",
        ],
        &[
            "All 8 required fields filled",
            "Account in AE's territory",
            "Meeting ≥ 1 business day ahead",
            "Competitor named",
        ],
        &[("Competitor named", &["competitor"])],
    ),
    (
        "lead-to-customer.future",
        "c14",
        Form::Preset("sales-onboarding"),
        &[
            "Contract signed and filed",
            "Promised outcomes listed (≤ 5)",
            "Stakeholders with e-mail",
            "Go-live date agreed in writing",
        ],
        &[
            "Form 100 % of required fields",
            "Technical contact confirmed",
            "No open non-standard term",
        ],
        &[("No open non-standard term", &["terms"])],
    ),
    (
        "lead-to-customer.future",
        "c18",
        Form::Fields(&["Import file", "Row count declared", "Administrator account"]),
        &["Import checklist 12/12"],
        &["File opens", "Mandatory columns present", "Row count within 5 % of declared"],
        &[("Mandatory columns present", &[])],
    ),
    (
        "ed-to-ward.future",
        "c08",
        Form::Preset("sbar"),
        &[
            "SBAR form",
            "Vital signs < 30 min old",
            "Key results attached",
            "Bed type requested in the same form",
        ],
        &["Specialty matches pathway table", "Severity stated", "Pending tests listed with owner"],
        &[
            ("Specialty matches pathway table", &["specialty"]),
            ("Pending tests listed with owner", &["pending"]),
        ],
    ),
    (
        "ed-to-ward.future",
        "c12",
        Form::Preset("generic"),
        &["Bed number, isolation need, expected arrival"],
        &["Cleaning checklist done", "Staffing ratio within limit"],
        &[("Cleaning checklist done", &[]), ("Staffing ratio within limit", &[])],
    ),
    (
        "ed-to-ward.future",
        "c16",
        Form::Preset("i-pass"),
        &[
            "I-PASS sheet",
            "Medicines reconciled",
            "Infection status",
            "Patient and family informed",
        ],
        &["Bed ready", "Receiving nurse named", "Read-back recorded"],
        &[("Bed ready", &["bed", "read_back"])],
    ),
];

fn written(form: &Form) -> Template {
    match form {
        Form::Preset(name) => {
            presets(Language::English).into_iter().find(|it| it.preset == *name).unwrap()
        }
        Form::Fields(labels) => {
            let field = |label: &&str| TemplateField {
                key: label.to_lowercase(),
                label: (*label).to_owned(),
                required: true,
                ..TemplateField::default()
            };
            let fields = labels.iter().map(field).collect();
            Template { name: "Form".into(), fields, ..Template::default() }
        }
    }
}

#[test]
fn the_criteria_of_the_samples_are_covered_where_something_promises_them() {
    for (name, code, form, exits, entries, nothing) in CRITERIA {
        let sample = sample(name, in_order);
        let handoff = sample.handoff(code);
        let add = |side, text: &&str| Command::AddCriterion {
            about: Target::Handoff(handoff),
            side,
            obligation: Obligation::Must,
            text: (*text).to_owned(),
        };
        let sample = sample
            .after(exits.iter().map(|it| add(CriterionSide::Exit, it)))
            .after(entries.iter().map(|it| add(CriterionSide::Entry, it)));
        assert!(!lines(&sample).contains_key("CRT-003"), "{code}: no form is written yet");
        let template = Box::new(written(form));
        let sample = sample.after([Command::AddTemplate { template, handoffs: vec![handoff] }]);
        let found = of(&sample).into_iter().filter(|it| it.rule == "CRT-003");
        let criterion = |it: analysis::Finding| {
            let id = it.about.get(1).copied().unwrap();
            sample.document.criterion(id.into()).unwrap().text.clone()
        };
        let found: Vec<String> = found.map(criterion).collect();
        let open = |it: CoverShown| {
            let nothing = it.by.is_empty() && it.fields.is_empty();
            let text = sample.document.criterion(it.entry).unwrap().text.clone();
            nothing.then_some((text, it.optional))
        };
        let shown: Vec<_> = shown(&sample, code).covers.into_iter().filter_map(open).collect();
        let expected: Vec<(String, Vec<String>)> = nothing
            .iter()
            .map(|(text, fields)| {
                ((*text).to_owned(), fields.iter().map(|it| (*it).to_owned()).collect())
            })
            .collect();
        assert_eq!(shown, expected, "{code}");
        assert_eq!(found, shown.into_iter().map(|(text, _)| text).collect::<Vec<_>>(), "{code}");
    }
}

/// A handoff with an exit criterion, and a form with a logo that is required or may be left out.
fn with_a_logo(change: fn(&mut TemplateField)) -> Sample {
    let sample = criteria("Logo approved");
    let template: TemplateId = sample.newest(Kind::Template);
    let mut fields = sample.document.template(template).unwrap().fields.clone();
    let mut logo =
        TemplateField { key: "logo".into(), label: "Approved logo".into(), ..Default::default() };
    change(&mut logo);
    fields.push(logo);
    sample.after([Command::EditTemplate { template, edit: TemplateEdit::Fields(fields) }])
}

#[test]
fn a_field_that_may_be_left_empty_promises_nothing_and_is_named() {
    let told = |sample: &Sample| {
        let found = of(sample).into_iter().find(|it| it.rule == "CRT-003");
        found.map(|it| (it.message, it.fix.is_some()))
    };
    let cover = |sample: &Sample| shown(sample, "A>B").covers.remove(1);
    let nowhere = criteria("Logo approved");
    let (message, mends) = told(&nowhere).unwrap();
    assert!(message.ends_with("and nothing the sender finishes or fills in brings it."));
    assert!(!mends);
    let may_be_empty = with_a_logo(|_| {});
    let (message, mends) = told(&may_be_empty).unwrap();
    assert!(message.ends_with("and the form may be sent without “Approved logo”."), "{message}");
    assert!(mends, "the field only has to be required");
    assert_eq!(cover(&may_be_empty).optional, ["logo"]);
    for change in [(|it| it.required = true) as fn(&mut TemplateField), |it| {
        it.required_if = "the customer has one".into()
    }] {
        let required = with_a_logo(change);
        assert_eq!(told(&required), None, "required always, or if");
        assert_eq!(cover(&required).fields, ["logo"]);
        assert_eq!(cover(&required).optional, [""; 0]);
    }
}

#[test]
fn gaps_come_in_the_order_to_fill_them() {
    let map = sketch("A X 10\n B Y 30\n A > B 60");
    let gaps = shown(&map, "A>B").gaps;
    let checks: Vec<Check> = gaps.iter().filter_map(|it| it.check).collect();
    assert_eq!(checks, Check::ALL);
    let fields: Vec<&str> = gaps.iter().skip(10).map(|it| it.field.as_str()).collect();
    assert_eq!(fields, ["acceptance", "followUp", "contingency", "procedure"]);
    let sound = shown(&levelled(|_| {}), "A>B").gaps;
    assert!(sound.iter().all(|it| it.field != "calendar" && it.field != "objective"));
    let worse = shown(&levelled(|it| it.calendar = None), "A>B").gaps;
    assert!(worse.iter().any(|it| it.field == "calendar"));
    let german = agreement(&map.document, map.handoff("A>B"), Language::German).unwrap();
    assert_eq!(german.gaps.len(), gaps.len());
    assert!(german.gaps.iter().zip(&gaps).all(|(de, en)| de.message != en.message));
}
