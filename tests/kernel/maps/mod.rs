//! What has to hold for every map that can be played to its end.

mod blocks;

use analysis::network::network;
use analysis::simulation::{Settings, Simulation, interval};
use analysis::{Expected, expected, figures};
use blocks::{Block, Drawing, Map, any_map, drawn, onward, row};
use model::*;
use proptest::prelude::*;
use proptest::test_runner::RngSeed;
use std::collections::BTreeMap;

/// The same maps every time. `PROPTEST_CASES` and `PROPTEST_RNG_SEED` ask for others.
fn maps(count: u32) -> ProptestConfig {
    let given = ProptestConfig::default();
    let named = |name| std::env::var_os(name).is_some();
    ProptestConfig {
        cases: if named("PROPTEST_CASES") { given.cases } else { count },
        rng_seed: if named("PROPTEST_RNG_SEED") { given.rng_seed } else { RngSeed::Fixed(1) },
        failure_persistence: None,
        ..given
    }
}

fn view(map: &Map) -> Expected {
    expected(&map.document, map.state).unwrap()
}

fn lead_time(map: &Map) -> f64 {
    view(map).lead_time.minutes().unwrap()
}

/// Equal but for rounding.
fn same(one: f64, other: f64) -> bool {
    (one - other).abs() <= 1e-9 * one.abs().max(1.0)
}

fn without(map: &Map, connector: ConnectorId) -> Map {
    let records = map.document.records().into_iter();
    let gone = |it: &Record| match it {
        Record::Connector(it) => it.id == connector,
        Record::Handoff(it) => it.connector == connector,
        _ => false,
    };
    let document = Document::from_records(records.filter(|it| !gone(it))).unwrap();
    Map {
        document,
        state: map.state,
        names: map.names.clone(),
        reworks: Vec::new(),
        teams: map.teams.clone(),
    }
}

/// What is said about a map, by the names of its records.
fn said(map: &Map) -> BTreeMap<String, f64> {
    let view = view(map);
    let name = |id: RecordId| map.names[&id];
    let mut said = BTreeMap::new();
    let mut say = |what: String, value: f64| said.insert(what, value);
    let timeline = figures(&map.document, map.state).timeline.unwrap();
    say("timeline".into(), timeline.lead_time as f64);
    say("work".into(), timeline.total_process_time as f64);
    for (step, at) in &timeline.earliest_finish {
        say(format!("finish {}", name((*step).into())), *at as f64);
        say(format!("slack {}", name((*step).into())), timeline.slack[step] as f64);
    }
    say("lead time".into(), view.lead_time.minutes().unwrap());
    say("effort".into(), view.effort);
    say("handoffs".into(), view.handoffs);
    say("returns".into(), view.returns);
    for (step, visits) in &view.visits {
        say(format!("visits {}", name((*step).into())), *visits);
    }
    for (connector, flow) in &view.flows {
        say(format!("flow {}", name((*connector).into())), *flow);
    }
    let network = network(&map.document, map.state).0;
    for part in &network.teams {
        say(format!("between {}", name(part.team.into())), part.betweenness);
        say(format!("queue {}", name(part.team.into())), part.queue.unwrap());
    }
    for it in &network.loops {
        say(format!("loop {}", name(it.connector.into())), it.lead_time.unwrap());
    }
    said
}

proptest! {
    #![proptest_config(maps(250))]

    #[test]
    fn removing_rework_never_lengthens_the_expected_lead_time(block in any_map()) {
        let map = drawn(&block, Drawing::default());
        let (network, view) = network(&map.document, map.state);
        let before = view.unwrap().lead_time.minutes().unwrap();
        prop_assert_eq!(map.reworks.len(), block.loops());
        prop_assert_eq!(network.loops.len(), block.loops());
        for rework in &map.reworks {
            let after = lead_time(&without(&map, *rework));
            prop_assert!(after <= before + 1e-9 * before, "{} after {}", after, before);
            let told = network.loops.iter().find(|it| it.connector == *rework).unwrap();
            let told = told.lead_time.unwrap();
            prop_assert!((told - (before - after)).abs() < 1e-9 * before, "{} is told", told);
        }
    }

    #[test]
    fn scaling_all_times_scales_the_lead_time(block in any_map(), times in 2..9_i32) {
        let one = drawn(&block, Drawing::default());
        let more = drawn(&block, Drawing { times, ..Drawing::default() });
        let [a, b] = [&one, &more].map(|it| figures(&it.document, it.state).timeline.unwrap());
        prop_assert_eq!(b.lead_time, i64::from(times) * a.lead_time);
        prop_assert_eq!(b.total_process_time, i64::from(times) * a.total_process_time);
        prop_assert!(same(lead_time(&more), f64::from(times) * lead_time(&one)));
    }

    #[test]
    fn the_matrix_sums_to_the_expected_handoffs(block in any_map()) {
        let map = drawn(&block, Drawing::default());
        let (network, view) = network(&map.document, map.state);
        let view = view.unwrap();
        let matrix: f64 = view.matrix.iter().map(|it| it.per_item).sum();
        prop_assert!(same(matrix, view.handoffs));
        let flows: f64 = network.flows.iter().filter_map(|it| it.per_item).sum();
        prop_assert!(same(flows, view.handoffs));
        let returns: f64 = network.flows.iter().filter_map(|it| it.returns).sum();
        prop_assert!(same(returns, view.returns));
        let pairs: f64 = network.pairs.iter().filter_map(|it| it.traffic).sum();
        prop_assert!(same(pairs, view.handoffs));
    }

    #[test]
    fn numbers_of_records_mean_nothing(block in any_map()) {
        let one = said(&drawn(&block, Drawing::default()));
        for numbering in [(|n| 100_000 - n) as fn(u64) -> u64, |n| n * 7919 % 10_007] {
            let other = said(&drawn(&block, Drawing { numbering, ..Drawing::default() }));
            prop_assert!(one.keys().eq(other.keys()));
            for (what, value) in &one {
                prop_assert!(
                    same(*value, other[what]), "{}: {} and {}", what, value, other[what]
                );
            }
        }
    }
}

const SETTINGS: Settings = Settings { seed: 9, cases: 80 };

/// The lead time in each run, with one person more in a team or none.
fn played(map: &Map, more: Option<TeamId>, runs: u32) -> Vec<f64> {
    let mut records = map.document.records();
    for record in &mut records {
        if let Record::Team(team) = record
            && Some(team.id) == more
        {
            team.headcount = team.headcount.map(|it| it + 1);
        }
    }
    let document = Document::from_records(records).unwrap();
    let simulation = Simulation::of(&document, map.state, SETTINGS).unwrap();
    (0..runs).map(|number| simulation.run(number).unwrap().mean()).collect()
}

fn waits(map: &Map) -> bool {
    let simulation = Simulation::of(&map.document, map.state, SETTINGS).unwrap();
    simulation.run(0).unwrap().teams.iter().any(|it| it.waited > 0)
}

/// A map whose steps share nobody, so busy that cases wait: the busiest step of all is at it four
/// fifths of the day.
fn busy(block: &Block) -> Map {
    let quiet = drawn(block, Drawing { own_team: Some(1), ..Drawing::default() });
    let visits = view(&quiet).visits;
    let work = quiet.document.steps().map(|it| visits[&it.id] * it.process_minutes() as f64);
    let longest = work.fold(1.0, f64::max);
    let volume = (1000.0 * 0.8 * 480.0 / longest) as u32;
    drawn(block, Drawing { own_team: Some(1), volume: Some(volume), ..Drawing::default() })
}

proptest! {
    #![proptest_config(maps(24))]

    /// Where nobody overtakes, this holds for every single run.
    #[test]
    fn one_more_person_shortens_every_run_of_a_row(block in row()) {
        let map = busy(&block);
        let before = played(&map, None, 3);
        for team in &map.teams {
            for (before, after) in before.iter().zip(played(&map, Some(*team), 3)) {
                prop_assert!(after <= *before, "{} after {}", after, before);
            }
        }
    }

}

proptest! {
    #![proptest_config(maps(12))]

    /// Where ways part and meet, those who come sooner may be in the way of others: it holds for
    /// the mean of the runs, and they know it well.
    #[test]
    fn one_more_person_never_lengthens_the_lead_time(block in onward()) {
        let map = busy(&block);
        let before = played(&map, None, 30);
        for team in &map.teams {
            let after = played(&map, Some(*team), 30);
            let less: Vec<f64> = before.iter().zip(after).map(|(a, b)| a - b).collect();
            let known = interval(&less);
            let width = 1.79 * known.plus_minus.unwrap();
            prop_assert!(known.value + width >= 0.0, "{} ± {} less", known.value, width);
        }
        prop_assert!(waits(&map), "nobody waits for anybody");
    }
}
