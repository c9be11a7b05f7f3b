//! What is asked of a plan and of a future state: for each rule a map that breaks it and one that
//! does not.

use crate::agreed::Row;
use crate::findings::lines;
use crate::sample::{Sample, sketch};
use analysis::{Language, findings_on};
use model::*;
use std::collections::BTreeMap;

/// Today and tomorrow in one document: two steps each, and tomorrow's changed.
fn states(change: impl Fn(&mut Vec<Record>)) -> Sample {
    let sample = sketch("A X 10 90\n B Y 20 90\n A > B 60");
    let first = sample.document.used_up().0;
    let new = |id: RecordId| RecordId(first + id.0);
    let mut records: Vec<Record> = Vec::new();
    let mut codes = sample.codes.clone();
    for record in sample.document.records() {
        let id = new(record.id());
        if let Some(code) = sample.codes.get(&record.id()) {
            codes.insert(id, code.clone());
        }
        let state = new(sample.state.into()).into();
        records.extend(match record {
            Record::State(it) => {
                let role = StateRole::Future;
                Some(Record::from(State { id: id.into(), origin: Some(it.id), role, ..it }))
            }
            Record::Lane(it) => {
                Some(Lane { id: id.into(), state, origin: Some(it.id), ..it }.into())
            }
            Record::Step(it) => Some(Record::from(Step {
                id: id.into(),
                state,
                lane: new(it.lane.into()).into(),
                origin: vec![it.id],
                ..it
            })),
            Record::Connector(it) => Some(Record::from(Connector {
                id: id.into(),
                state,
                from: new(it.from.into()).into(),
                to: new(it.to.into()).into(),
                origin: vec![it.id],
                ..it
            })),
            Record::Handoff(it) => Some(Record::from(Handoff {
                id: id.into(),
                connector: new(it.connector.into()).into(),
                ..it
            })),
            _ => None,
        });
    }
    change(&mut records);
    let all = sample.document.records().into_iter().chain(records);
    let document = Document::from_records(all).expect("both states");
    Sample { document, state: new(sample.state.into()).into(), codes }
}

fn steps(change: impl Fn(&mut Step)) -> impl Fn(&mut Vec<Record>) {
    move |records| {
        for record in records {
            if let Record::Step(step) = record {
                change(step);
            }
        }
    }
}

fn faster(step: &mut Step) {
    step.process_time = step.process_time.clone().map(|it| Estimate::of(Minutes(it.usual.0 / 2)));
}

fn idea(about: Target) -> Command {
    Command::AddIdea { text: "Use a form".into(), about: vec![about] }
}

/// An action with one field of its own, on a map with a pain point.
fn action(edits: &[ActionEdit]) -> Sample {
    let sample = sketch("A X 10 90\n B Y 20 90\n A > B 60").after([
        Command::AddRole { name: "Lead".into(), team: None },
        Command::AddAction { text: "Use a form".into(), about: vec![], answers: vec![] },
    ]);
    let action = sample.newest(Kind::Action);
    let edits: Vec<Command> =
        edits.iter().map(|edit| Command::EditAction { action, edit: edit.clone() }).collect();
    sample.after(edits)
}

fn hurting(votes: i16, planned: bool) -> Sample {
    let sample = sketch("A X 10 90\n B Y 20 90\n A > B 60");
    let about = vec![Target::Step(sample.id(Kind::Step, "A"))];
    let pain = Command::AddPainPoint { text: "Slow".into(), about: about.clone(), cause: None };
    let sample = sample.after([pain]);
    let id: PainPointId = sample.newest(Kind::PainPoint);
    let answers = if planned { vec![id] } else { vec![] };
    sample.after([
        Command::Vote { id: id.into(), by: votes },
        Command::AddAction { text: "Use a form".into(), about: vec![], answers },
    ])
}

fn busy(actions: usize) -> Sample {
    let mut sample = action(&[]);
    let role = sample.newest(Kind::Role);
    for at in 0..actions {
        if at > 0 {
            let text = "More".to_owned();
            sample = sample.after([Command::AddAction { text, about: vec![], answers: vec![] }]);
        }
        let action = sample.newest(Kind::Action);
        let edit = ActionEdit::Owner(Some(role));
        sample = sample.after([Command::EditAction { action, edit }]);
    }
    sample
}

fn agreed(checks: usize) -> Sample {
    states(move |records| {
        for record in records {
            if let Record::Handoff(it) = record {
                it.status = AgreementStatus::Agreed;
                it.stated = Check::ALL.iter().copied().take(checks).collect();
            }
        }
    })
}

/// For each of the rules.
pub fn rows() -> Vec<Row> {
    let person = ActionEdit::Person("Ada".into());
    let day = ActionEdit::HorizonDays(30);
    let third = |records: &mut Vec<Record>| {
        let origin = records.iter().find_map(|it| match it {
            Record::Connector(it) => Some(it.clone()),
            _ => None,
        });
        let twin = origin.expect("a connector");
        let (id, number) = (RecordId(900), 9);
        records.push(Connector { id: id.into(), from: twin.to, to: twin.from, ..twin }.into());
        let connector = id.into();
        records.push(
            Handoff { id: RecordId(901).into(), connector, number, ..Default::default() }.into(),
        );
    };
    let noted = {
        let sample = states(steps(faster));
        let about = ["A", "B"].map(|code| {
            let all = sample.document.steps();
            let of_state = |it: &&Step| it.state == sample.state;
            let step = all.filter(of_state).find(|it| sample.codes[&it.id.into()] == code);
            idea(Target::Step(step.expect("a step").id))
        });
        sample.after(about)
    };
    let renamed = states(steps(|step| {
        faster(step);
        step.systems = vec!["Form".into()];
    }));
    vec![
        ("FUT-001", hurting(3, false), hurting(3, true)),
        ("FUT-001", hurting(3, false), hurting(0, false)),
        ("FUT-002", action(&[]), action(&[person.clone(), day.clone()])),
        (
            "FUT-002",
            action(std::slice::from_ref(&person)),
            action(&[ActionEdit::Status(ActionStatus::Done)]),
        ),
        ("FUT-003", action(&[person.clone(), ActionEdit::HorizonDays(91)]), action(&[person, day])),
        ("FUT-003", busy(6), busy(5)),
        ("FUT-004", states(steps(faster)), renamed),
        ("FUT-004", states(steps(faster)), noted),
        ("FUT-005", states(third), states(|_| {})),
        ("FUT-006", agreed(7), agreed(8)),
        (
            "FUT-007",
            states(|records| {
                let step = records.iter_mut().find_map(|it| match it {
                    Record::Step(step) => Some(step),
                    _ => None,
                });
                step.expect("a step").origin.clear();
            }),
            states(steps(|step| step.origin.clear())),
        ),
    ]
}

#[test]
fn each_rule_is_broken_and_kept() {
    for (rule, broken, kept) in rows() {
        assert!(lines(&broken).contains_key(rule), "{rule} is not found");
        assert_eq!(lines(&kept).get(rule), None, "{rule} is found");
    }
}

#[test]
fn a_better_wait_needs_a_reason() {
    let waits = |channel: &'static str| {
        states(move |records| {
            for record in records {
                if let Record::Connector(it) = record {
                    it.wait = Some(Estimate::of(Minutes(10)));
                    it.channel = channel.into();
                }
            }
        })
    };
    assert!(lines(&waits(""))["FUT-004"].contains("A>B"));
    assert_eq!(lines(&waits("Portal")).get("FUT-004"), None, "it goes another way");
}

#[test]
fn the_plan_is_told_with_the_future_state() {
    let sample = states(|_| {}).after([Command::AddAction {
        text: "Use a form".into(),
        about: vec![],
        answers: vec![],
    }]);
    let today = sample.document.states().next().expect("a state").id;
    let of = |state| findings_on(&sample.document, state, None, Language::English);
    let tells = |state| of(state).iter().any(|it| it.rule == "FUT-002");
    assert!(tells(sample.state) && !tells(today));
}

#[test]
fn some_is_only_known_on_a_day() {
    let due = ActionEdit::Due("2026-06-30".into());
    let sample = action(&[ActionEdit::Person("Ada".into()), due]);
    let on = |day| {
        let found = findings_on(&sample.document, sample.state, day, Language::English);
        let late = found.into_iter().find(|it| it.rule == "FUT-003");
        late.map(|it| it.message)
    };
    assert_eq!(on(None), None);
    assert_eq!(on(Some("2026-06-30")), None);
    assert_eq!(on(Some("2026-07-01")).unwrap(), "The action “Use a form” was due on 2026-06-30.");
    let late = "The action “Use a form” is due on 2026-06-30, after the plan has ended.";
    assert_eq!(on(Some("2026-03-31")).unwrap(), late);
    assert_eq!(on(Some("2026-04-01")), None, "90 days");
    assert_eq!(on(Some("tomorrow")), None);

    let level = crate::agreed::levelled(|_| {});
    let overdue = |day| {
        let found = findings_on(&level.document, level.state, Some(day), Language::English);
        found.iter().filter(|it| it.rule == "SLA-016").count()
    };
    assert_eq!((overdue("2026-09-01"), overdue("2026-09-02")), (0, 1));
}

#[test]
fn what_is_compared_is_what_a_step_descends_from() {
    let mut codes = BTreeMap::new();
    let sample = states(|_| {});
    for finding in crate::findings::of(&sample) {
        *codes.entry(finding.rule).or_insert(0) += 1;
    }
    assert!(codes.keys().all(|rule| !rule.starts_with("FUT")), "{codes:?}");
}
