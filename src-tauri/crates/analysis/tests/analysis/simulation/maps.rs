//! Maps played out: what the Expected view says exactly, the simulation says within its range; what
//! it cannot say, the simulation does.

use crate::sample::{Sample, in_order, sample, sketch};
use crate::timeline::{M1, M2, M3, M4, M6};
use analysis::simulation::*;
use analysis::{ExpectedLeadTime, expected};
use model::*;

pub(super) fn settings() -> Settings {
    Settings { seed: 5, cases: 1_000 }
}

fn played(it: &Sample, runs: u32) -> Simulated {
    let simulation =
        Simulation::of(&it.document, it.state, settings()).expect("a map to be played");
    let mut played = Played::of(&simulation);
    (0..runs).for_each(|number| played.add(&simulation.run(number).expect("an end")));
    played.shown(&simulation)
}

/// Within the 99.9 % range, or to the second the histogram counts in where nothing is left to chance.
#[track_caller]
fn near(figure: Figure, truth: f64) {
    let width = 1.79 * figure.plus_minus.expect("several runs") + 1e-3;
    assert!((figure.value - truth).abs() <= width, "{} ± {width}, not {truth}", figure.value);
    assert!(width < 0.03 * truth, "± {width} says nothing");
}

/// Nobody waits for anybody: no volume is known.
pub(super) fn alone(mut it: Sample) -> Sample {
    let mut records = it.document.records();
    for record in &mut records {
        if let Record::Process(process) = record {
            process.volume_per_thousand_days = None;
        }
        if let Record::Connector(connector) = record {
            // A batch is as long as it is drawn.
            connector.batch_interval = None;
        }
    }
    it.document = Document::from_records(records).expect("a document");
    it
}

#[test]
fn the_vectors_play_as_they_are_expected() {
    for (map, truth) in [(M1, 105.0), (M2, 90.0), (M3, 77.0), (M4, 61.6667), (M6, 65.0)] {
        near(played(&sketch(map), 40).lead_time.mean, truth);
    }
}

#[test]
fn the_samples_play_as_they_are_expected() {
    for name in ["lead-to-customer.current", "lead-to-customer.future"] {
        let it = alone(sample(name, in_order));
        let view = expected(&it.document, it.state).expect("an expectation");
        let (ExpectedLeadTime::Exact { minutes } | ExpectedLeadTime::AtLeast { minutes }) =
            view.lead_time
        else {
            panic!("{:?}", view.lead_time)
        };
        let shown = played(&it, 30);
        near(shown.lead_time.mean, minutes);
        for (connector, flow) in view.flows {
            let passed = shown.waits.iter().find(|it| it.connector == connector);
            let passed = passed.map_or(0.0, |it| it.per_case);
            assert!((passed - flow).abs() < 0.02, "{connector:?}: {passed}, not {flow}");
        }
    }
}

#[test]
fn chance_in_parallel_branches_only_lengthens() {
    for name in ["ed-to-ward.current", "ed-to-ward.future"] {
        let it = alone(sample(name, in_order));
        let least = expected(&it.document, it.state).expect("an expectation").lead_time.minutes();
        let mean = played(&it, 30).lead_time.mean;
        let least = least.expect("a bound");
        assert!(mean.value + mean.plus_minus.expect("runs") >= least, "{mean:?} under {least}");
        assert!(mean.value < 1.1 * least);
    }
}

#[test]
fn a_batch_waits_for_the_next_run() {
    // On average half the interval of the drawn 240: cases come at any time.
    let it = sample("lead-to-customer.current", in_order);
    let shown = played(&it, 30);
    let batch: ConnectorId = it.id(Kind::Connector, "c01");
    let told = shown.assumptions.iter().any(|it| match it {
        Assumption::Batches { connectors } => connectors.contains(&batch),
        _ => false,
    });
    assert!(told, "{:?}", shown.assumptions);
    let waited = shown.waits.iter().find(|it| it.connector == batch).expect("passed").minutes;
    assert!((waited - 240.0).abs() < 5.0, "{waited}");
}

#[test]
fn people_are_as_busy_as_the_formula_says() {
    for (name, team, load) in [
        ("lead-to-customer.current", "Customer Success", 74.18),
        ("lead-to-customer.future", "Customer Success", 58.64),
        ("ed-to-ward.current", "Inpatient medical team", 89.84),
        ("ed-to-ward.current", "Bed management", 27.78),
        ("ed-to-ward.current", "Portering", 46.88),
    ] {
        let it = sample(name, in_order);
        let shown = played(&it, 60);
        let is = |load: &&TeamLoad| it.document.team(load.team).is_some_and(|it| it.name == team);
        let found = shown.teams.iter().find(is).expect("its people are known");
        near(found.load, load);
        let mean = found.load_over_time.iter().sum::<f64>() / found.load_over_time.len() as f64;
        assert!((mean - load).abs() < 3.0, "{team}: {mean}");
    }
}

/// Mon to Fri 9 to 17; one step of 6 hours, one case a week, at the team that works then.
#[test]
fn work_stands_still_when_the_team_goes_home() {
    let it = sketch(
        "
        S1 X 0/0
        S2 Y 360
        S1 > S2 0",
    );
    let mut records = it.document.records();
    let windows = |from, to| (0..5).map(|weekday| Window { weekday, from, to }).collect();
    let calendar = |id: u64, windows: Vec<Window>| Calendar {
        id: CalendarId(id),
        name: "Hours".into(),
        time_zone: "Europe/Berlin".into(),
        windows,
        ..Calendar::default()
    };
    records.push(Record::Calendar(calendar(9_001, windows(540, 1020))));
    records.push(Record::Calendar(calendar(9_002, windows(540, 780))));
    for record in &mut records {
        match record {
            Record::Process(process) => process.calendar = Some(CalendarId(9_001)),
            Record::Team(team) if team.name == "Y" => team.calendar = Some(CalendarId(9_002)),
            _ => {}
        }
    }
    let it = Sample { document: Document::from_records(records).expect("a document"), ..it };
    let shown = played(&it, 40);
    // The team works from 9 to 13, the process from 9 to 17, and cases come at any of its minutes:
    // minute by minute, in minutes of the process.
    let mut sum = 0.0;
    for start in 0..480 {
        let (mut left, mut at) = (360, start);
        while left > 0 {
            left -= i64::from(at % 480 < 240);
            at += 1;
        }
        sum += f64::from(at - start);
    }
    near(shown.lead_time.mean, sum / 480.0);
}

#[test]
fn promises_are_kept_as_often_as_the_times_allow() {
    let it = sketch(
        "
        S1 X 10
        S2 Y 10/30
        S3 X 10
        S1 > S2 60
        S2 > S3 20",
    );
    let first = it.document.handoffs_of(it.state).first().map(|(handoff, _)| handoff.id);
    let first = first.expect("a handoff");
    let target =
        |minutes| Some(TimeTarget { minutes: Minutes(minutes), clock: ClockKind::Business });
    for (response, completion, late) in
        [(60, 30, [0.0, 0.0]), (59, 30, [100.0, 0.0]), (60, 29, [0.0, 100.0])]
    {
        let mut records = it.document.records();
        records.push(Record::Sla(Sla {
            id: SlaId(9_003),
            name: "Promise".into(),
            response: target(response),
            completion: target(completion),
            ..Sla::default()
        }));
        for record in &mut records {
            if let Record::Handoff(handoff) = record
                && handoff.id == first
            {
                handoff.sla = Some(SlaId(9_003));
            }
        }
        let document = Document::from_records(records).expect("a document");
        let shown = played(&Sample { document, state: it.state, codes: it.codes.clone() }, 3);
        let found: Vec<f64> =
            shown.promises.iter().map(|it| it.late.expect("measured").value).collect();
        assert_eq!(found, late, "{response} and {completion}");
    }
}

#[test]
fn one_more_person_never_makes_it_longer() {
    let it = sample("ed-to-ward.future", in_order);
    let before = played(&it, 20);
    for load in before.teams {
        let mut records = it.document.records();
        for record in &mut records {
            if let Record::Team(team) = record
                && team.id == load.team
            {
                team.headcount = team.headcount.map(|it| it + 1);
            }
        }
        let document = Document::from_records(records).expect("a document");
        let after = played(&Sample { document, state: it.state, codes: it.codes.clone() }, 20);
        assert!(after.lead_time.mean.value <= before.lead_time.mean.value + 1e-6);
    }
}

#[test]
fn a_team_that_cannot_keep_up_is_named() {
    let it = sample("ed-to-ward.current", in_order);
    let mut records = it.document.records();
    for record in &mut records {
        if let Record::Process(process) = record {
            process.volume_per_thousand_days = Some(60_000);
        }
    }
    let document = Document::from_records(records).expect("a document");
    let shown = played(&Sample { document, state: it.state, codes: it.codes }, 5);
    assert_eq!(shown.overloaded.len(), 1);
}

#[test]
fn maps_that_cannot_be_played_say_why() {
    let why = |it: &Sample| match Simulation::of(&it.document, it.state, settings()) {
        Err(why) => why.to_string(),
        Ok(_) => panic!("it can be played"),
    };
    for map in [
        "",
        "S1 X 10\nS2 X 10\nS1 > S2 0\nS2 > S1 5 rework 1.0",
        "S1 X 5\nS2 X 5\nS3 X 5\nS1 > S3 0\nS2 > S3 0",
    ] {
        let said = why(&sketch(map));
        assert!(said.ends_with('.') && said.len() > 20, "{said}");
    }
    // One step alone is a process, if a short one.
    let shown = played(&sketch("S1 X 10"), 2);
    assert_eq!(shown.lead_time.mean.value, 10.0);
    assert_eq!(shown.lead_time.bars.iter().map(|it| it.cases).sum::<u64>(), shown.cases);
}

#[test]
fn a_replay_shows_whole_cases() {
    let it = sample("lead-to-customer.current", in_order);
    let simulation = Simulation::of(&it.document, it.state, settings()).expect("it can be played");
    let replay = simulation.replay(20).expect("an end");
    assert_eq!(replay.cases, 20);
    let ends = replay.moves.iter().filter(|it| matches!(it, Move::Ends { .. })).count();
    assert_eq!(ends, 20);
    // Each is handed on before it is over, and begins at the start.
    for number in 0..20 {
        let of = |it: &&Move| match it {
            Move::Travels { case, .. } | Move::Begins { case, .. } | Move::Ends { case, .. } => {
                *case == number
            }
        };
        let moves: Vec<&Move> = replay.moves.iter().filter(of).collect();
        assert!(matches!(moves.first(), Some(Move::Begins { .. })), "{moves:?}");
        assert!(matches!(moves.last(), Some(Move::Ends { .. })));
    }
}
