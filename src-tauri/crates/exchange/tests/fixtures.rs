//! The four fixture files, read and counted.
// The functions beside the tests are tests too.
#![allow(clippy::unwrap_used, clippy::panic)]

use baton_exchange::sample_json;
use model::*;
use std::path::Path;

fn fixture(name: &str) -> Document {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../tests/fixtures");
    let bytes = std::fs::read(folder.join(name)).unwrap();
    sample_json::read(&bytes).unwrap_or_else(|error| panic!("{name}: {error}"))
}

fn step<'a>(document: &'a Document, code: &str) -> &'a Step {
    document.steps().find(|step| step.code == code).unwrap()
}

fn connector<'a>(document: &'a Document, code: &str) -> &'a Connector {
    document.connectors().find(|connector| connector.code == code).unwrap()
}

fn handoff<'a>(document: &'a Document, code: &str) -> &'a Handoff {
    document.handoff_at(connector(document, code)).unwrap()
}

#[test]
fn all_four_are_read_and_counted() {
    let rows = [
        ("lead-to-customer.current.json", StateRole::Current, 6, 19, 25, 14, 9),
        ("lead-to-customer.future.json", StateRole::Future, 6, 18, 24, 14, 9),
        ("ed-to-ward.current.json", StateRole::Current, 9, 19, 23, 20, 17),
        ("ed-to-ward.future.json", StateRole::Future, 9, 16, 19, 16, 14),
    ];
    for (name, role, teams, steps, connectors, crossing, forward) in rows {
        let document = fixture(name);
        let state = document.states().next().unwrap();
        assert_eq!(state.role, role, "{name}");
        assert_eq!(document.lanes_of(state.id).len(), teams, "{name}");
        assert_eq!(document.steps().count(), steps, "{name}");
        assert_eq!(document.connectors().count(), connectors, "{name}");
        let handoffs = document.handoffs_of(state.id);
        assert_eq!(handoffs.len(), crossing, "{name}");
        let on = handoffs.iter().filter(|(_, it)| it.flow != ConnectorKind::Rework);
        assert_eq!(on.count(), forward, "{name}");
        let numbers: Vec<u32> = handoffs.iter().map(|(it, _)| it.number).collect();
        assert_eq!(numbers, (1..=u32::try_from(crossing).unwrap()).collect::<Vec<_>>());
    }
}

#[test]
fn sums_are_those_of_the_arithmetic() {
    // domain.md 8.3 and 8.4: total process time, effort, flags, all steps and handoffs.
    let rows = [
        ("lead-to-customer.current.json", 767, 827, 24),
        ("ed-to-ward.current.json", 266, 278, 70),
        ("ed-to-ward.future.json", 235, 245, 138),
    ];
    for (name, process, effort, flags) in rows {
        let document = fixture(name);
        let minutes = document.steps().map(Step::process_minutes).sum::<i64>();
        let people =
            document.steps().map(|it| it.process_minutes() * i64::from(it.people)).sum::<i64>();
        let stated: usize = document.handoffs().map(|it| it.stated.len()).sum();
        assert_eq!((minutes, people, stated), (process, effort, flags), "{name}");
    }
}

#[test]
fn sample_a_is_read_to_the_letter() {
    let document = fixture("lead-to-customer.current.json");
    let process = document.processes().next().unwrap();
    assert_eq!(process.name, "Lead to live customer");
    assert_eq!(process.clock, Clock { kind: ClockKind::Business, minutes_per_day: 480 });
    assert_eq!(process.volume_per_thousand_days, Some(1000));
    let team = |code: &str| document.teams().find(|team| team.code == code).unwrap();
    assert!(team("CUS").external && !team("AE").external);
    assert_eq!(
        (team("CSM").headcount, team("CSM").productive_minutes_per_day),
        (Some(2), Some(360))
    );
    assert_eq!(team("FIN").headcount, None);

    let kickoff = step(&document, "A15");
    assert_eq!((kickoff.people, kickoff.value), (2, Some(ValueClass::ValueAdding)));
    let share = kickoff.complete_accurate.clone().unwrap();
    assert_eq!((share.usual, share.confidence), (Share::percent(90), Confidence::Estimated));
    assert_eq!(step(&document, "A14").performers, ["Onboarding lead 1"]);
    let unowned: Vec<&str> =
        document.steps().filter(|it| it.unowned).map(|it| it.code.as_str()).collect();
    assert_eq!(unowned, ["A13"]);

    let approval = connector(&document, "c09");
    assert_eq!(approval.flow, ConnectorKind::Xor);
    assert_eq!(approval.probability, Some(Share::percent(60)));
    assert!(approval.primary);
    assert_eq!(approval.label, "non-standard terms");
    assert_eq!(approval.wait, Some(Estimate::of(Minutes(960))));
    assert_eq!(approval.cause, Some(DelayCause::Approval));
    assert_eq!(approval.channel, "email");
    assert_eq!(connector(&document, "c14").batch_interval, Some(Minutes(2400)));
    assert_eq!(connector(&document, "c17").wait, Some(Estimate::of(Minutes(0))));

    let ready = &handoff(&document, "c02").stated;
    assert_eq!(*ready, [Check::Owner, Check::Trigger, Check::Exit].into());
    assert_eq!(handoff(&document, "c15").follow_up, Some(FollowUp::Auto));
    assert_eq!(handoff(&document, "c02").follow_up, Some(FollowUp::Manual));
}

#[test]
fn responsibilities_are_rows_of_handoffs() {
    let document = fixture("lead-to-customer.current.json");
    let row: Vec<(String, Vec<RaciLetter>)> = document
        .raci_row(Target::Handoff(handoff(&document, "c06").id))
        .map(|it| {
            (document.role(it.role).unwrap().name.clone(), it.letters.iter().copied().collect())
        })
        .collect();
    use RaciLetter::{Accountable, Consulted, Responsible};
    assert_eq!(
        row,
        [
            ("SDR".to_owned(), vec![Responsible, Accountable]),
            ("AE".to_owned(), vec![Accountable]),
            ("SMG".to_owned(), vec![Consulted]),
        ]
    );
    assert_eq!(document.raci_assignments().count(), 4 + 3 + 6 + 3 + 3);
    let specialist = document.roles().find(|role| role.name == "MOS").unwrap();
    assert_eq!(document.team(specialist.team.unwrap()).unwrap().code, "MKT");
}

#[test]
fn every_map_is_laid_out_and_survives_the_notation() {
    for name in ["lead-to-customer.current.json", "ed-to-ward.future.json"] {
        let document = fixture(name);
        let state = document.states().next().unwrap().id;
        let places: std::collections::BTreeSet<_> =
            document.steps().map(|step| (step.lane, step.place)).collect();
        assert_eq!(places.len(), document.steps().count(), "two steps of {name} share a place");

        let text = baton_exchange::map_text::write(&document, state);
        let read = baton_exchange::map_text::read(text.as_bytes()).unwrap();
        let state = read.states().next().unwrap().id;
        assert_eq!(baton_exchange::map_text::write(&read, state), text);
        for step in document.steps() {
            let twin = read.steps().find(|it| it.code == step.code).unwrap();
            assert_eq!((twin.place, &twin.span), (step.place, &step.span));
        }
        // Without its places the text is laid out anew.
        let bare = notation::print_with(
            &document,
            document.states().next().unwrap().id,
            notation::Places::LeftOut,
        );
        let read = baton_exchange::map_text::read(bare.as_bytes()).unwrap();
        assert!(read.steps().all(|step| step.place != Place::default()));
    }
}
