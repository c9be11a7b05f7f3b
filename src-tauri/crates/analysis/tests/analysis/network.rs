//! How teams hang together: every figure printed in domain.md 8.3 and 8.4, log vectors T14 and T15,
//! and what must hold for every map.

use crate::sample::{Sample, in_order, json, made, sample, sketch};
use crate::timeline::{M4, close};
use analysis::network::{Little, Load, MissingInput, Network, network};
use model::*;
use serde_json::{Value, json};

fn of(sample: &Sample) -> Network {
    network(&sample.document, sample.state).0
}

fn code<T: Into<RecordId>>(sample: &Sample, id: T) -> &str {
    sample.codes[&id.into()].as_str()
}

fn codes<T: Into<RecordId> + Copy>(sample: &Sample, ids: &[T]) -> String {
    ids.iter().map(|id| code(sample, *id)).collect::<Vec<_>>().join(" ")
}

/// What domain.md prints about one state of a sample.
struct Printed {
    name: &'static str,
    density: f64,
    /// Raw and normalised, by team.
    betweenness: &'static str,
    joints: &'static str,
    sequence: &'static str,
    immediate_returns: u32,
    /// In percent, by team.
    utilisation: &'static str,
    /// Minutes, and what it is made of.
    unowned: Option<(i64, &'static str)>,
    key_steps: &'static str,
    key_share: f64,
    gates: &'static str,
    items: f64,
    busiest: &'static str,
    single_points: &'static str,
}

const PRINTED: [Printed; 4] = [
    Printed {
        name: "lead-to-customer.current",
        density: 0.3667,
        betweenness: "MKT 0/0, SDR 8/0.4, AE 14/0.7, FIN 0/0, CSM 8/0.4, CUS 0/0",
        joints: "SDR AE CSM",
        sequence: "MKT SDR AE FIN AE CSM CUS CSM",
        immediate_returns: 2,
        utilisation: "CSM 74.18",
        unowned: Some((1700, "c13 A13 c14")),
        key_steps: "A02 A10 A14",
        key_share: 15.27,
        gates: "A02",
        items: 40.87,
        busiest: "CSM",
        single_points: "CSM",
    },
    Printed {
        name: "lead-to-customer.future",
        density: 0.3667,
        betweenness: "MKT 0/0, SDR 8/0.4, AE 14/0.7, FIN 0/0, CSM 8/0.4, CUS 0/0",
        joints: "SDR AE CSM",
        sequence: "MKT SDR AE CSM CUS CSM",
        immediate_returns: 1,
        utilisation: "CSM 58.64",
        unowned: None,
        key_steps: "",
        key_share: 0.0,
        gates: "",
        items: 15.2,
        busiest: "CSM",
        single_points: "",
    },
    Printed {
        name: "ed-to-ward.current",
        density: 0.25,
        betweenness: "EDN 39/0.6964, EDD 29/0.5179, LAB 0/0, IMG 0/0, MED 7/0.125, BED 0/0, PHA 0/0, WRD 14/0.25, POR 0/0",
        joints: "EDN EDD",
        sequence: "EDN EDD EDN LAB EDD MED EDN BED WRD EDN WRD EDN POR WRD",
        immediate_returns: 3,
        utilisation: "MED 89.84, BED 27.78, POR 46.88",
        unowned: Some((55, "c08")),
        key_steps: "B10",
        key_share: 5.40,
        gates: "",
        items: 18.39,
        busiest: "MED",
        single_points: "",
    },
    Printed {
        name: "ed-to-ward.future",
        density: 0.2083,
        betweenness: "EDN 27/0.4821, EDD 33/0.5893, LAB 0/0, IMG 0/0, MED 25/0.4464, BED 8/0.1429, PHA 7/0.125, WRD 20/0.3571, POR 0/0",
        joints: "EDD WRD",
        sequence: "EDN EDD IMG EDD MED PHA EDN WRD POR WRD",
        immediate_returns: 2,
        utilisation: "MED 77.47, BED 15.62, POR 46.88",
        unowned: None,
        key_steps: "",
        key_share: 0.0,
        gates: "",
        items: 8.67,
        busiest: "MED",
        single_points: "",
    },
];

#[test]
fn samples_have_the_printed_lanes() {
    for printed in &PRINTED {
        let sample = sample(printed.name, in_order);
        let network = of(&sample);
        close(network.density.unwrap(), printed.density, 5.1e-5);
        let lines: Vec<&str> = printed.betweenness.split(", ").collect();
        assert_eq!(network.teams.len(), lines.len());
        for (part, line) in network.teams.iter().zip(lines) {
            let (team, values) = line.split_once(' ').unwrap();
            let (raw, normal) = values.split_once('/').unwrap();
            assert_eq!(code(&sample, part.team), team);
            close(part.betweenness, raw.parse().unwrap(), 1e-9);
            close(part.betweenness_share.unwrap(), normal.parse().unwrap(), 5.1e-5);
        }
        let of_teams = |holds: fn(&analysis::network::TeamPart) -> bool| {
            let found = network.teams.iter().filter(|it| holds(it));
            codes(&sample, &found.map(|it| it.team).collect::<Vec<_>>())
        };
        assert_eq!(of_teams(|it| it.joint), printed.joints);
        assert_eq!(of_teams(|it| it.single_point), printed.single_points);
        assert_eq!(of_teams(|it| it.relay), "");
        assert_eq!(codes(&sample, &network.sequence), printed.sequence);
        assert_eq!(network.immediate_returns, printed.immediate_returns);
    }
}

#[test]
fn samples_have_the_printed_load() {
    for printed in &PRINTED {
        let sample = sample(printed.name, in_order);
        let network = of(&sample);
        let known: Vec<(&str, f64)> = network
            .teams
            .iter()
            .filter_map(|it| Some((code(&sample, it.team), it.load.percent()?)))
            .collect();
        let lines: Vec<&str> = printed.utilisation.split(", ").collect();
        assert_eq!(known.len(), lines.len(), "{known:?}");
        for line in lines {
            let (team, percent) = line.split_once(' ').unwrap();
            let found = known.iter().find(|(it, _)| *it == team).unwrap();
            close(found.1, percent.parse().unwrap(), 0.01);
        }
        assert_eq!(code(&sample, network.busiest.unwrap()), printed.busiest);
        let silent = network.teams.iter().find(|it| it.load.percent().is_none()).unwrap();
        let inputs = vec![MissingInput::Headcount, MissingInput::ProductiveMinutes];
        assert_eq!(silent.load, Load::Missing { inputs });
    }
}

#[test]
fn samples_have_the_printed_dependence() {
    for printed in &PRINTED {
        let sample = sample(printed.name, in_order);
        let network = of(&sample);
        assert_eq!(codes(&sample, &network.key_steps), printed.key_steps);
        close(network.key_share.unwrap(), printed.key_share, 0.01);
        assert_eq!(codes(&sample, &network.gates), printed.gates);
        let unowned = network.unowned.as_ref();
        let run = unowned.map(|it| (it.minutes, codes(&sample, &it.about)));
        assert_eq!(run, printed.unowned.map(|(minutes, about)| (minutes, about.to_owned())));
        let Little::Known { items, counted, .. } = network.little else { panic!() };
        close(items, printed.items, 0.005_001);
        assert_eq!(counted, None);
    }
}

#[test]
fn cells_hold_what_waits_and_what_comes_back() {
    let a = sample("lead-to-customer.current", in_order);
    let network = of(&a);
    let cell = |from: &str, to: &str| {
        let is =
            |it: &&analysis::network::TeamFlow| code(&a, it.from) == from && code(&a, it.to) == to;
        network.flows.iter().find(is).unwrap()
    };
    // c02 waits 480 and is taken 1.25 times; r01 waits 960, 0.25 times.
    close(cell("MKT", "SDR").wait.unwrap(), 600.0, 1e-9);
    close(cell("SDR", "MKT").wait.unwrap(), 240.0, 1e-9);
    close(cell("SDR", "MKT").returns.unwrap(), 0.25, 1e-9);
    assert_eq!(cell("MKT", "SDR").returns, Some(0.0));
    assert_eq!(codes(&a, &cell("FIN", "AE").connectors), "c11 r03");
    // Into AE: c06 960 × 1.176471, c11 120 × 0.529412, r03 240 × 0.176471, r04 480 × 0.428571.
    let into = |team: &str| network.teams.iter().find(|it| code(&a, it.team) == team).unwrap();
    close(into("AE").queue.unwrap(), 1129.412 + 63.529 + 42.353 + 205.714, 0.01);
    assert_eq!(code(&a, network.longest_queue.unwrap()), "CSM");
    let pair = network
        .pairs
        .iter()
        .find(|it| (code(&a, it.one), code(&a, it.other)) == ("SDR", "AE"))
        .unwrap();
    close(pair.traffic.unwrap(), 1.1765 + 0.1765, 1e-3);
    assert!(pair.ping_pong && !pair.heavy);
    let heavy: Vec<String> = (network.pairs.iter().filter(|it| it.heavy))
        .map(|it| format!("{}–{}", code(&a, it.one), code(&a, it.other)))
        .collect();
    assert_eq!(heavy, ["CSM–CUS", "AE–FIN", "AE–CSM"], "NET-002, the busiest first");
}

#[test]
fn loops_cost_what_they_add() {
    let m4 = sketch(M4);
    let network = of(&m4);
    let [only] = network.loops.as_slice() else { panic!("{:?}", network.loops) };
    close(only.per_item.unwrap(), 1.0 / 3.0, 1e-9);
    close(only.executions.unwrap(), 2.0 / 3.0, 1e-9);
    close(only.lead_time.unwrap(), 61.6667 - 40.0, 1e-3);
    close(only.effort.unwrap(), 10.0, 1e-9);
    assert_eq!(only.effort_per_day, None, "the volume is not said");
    assert!(only.between_teams);
    let a = sample("lead-to-customer.current", in_order);
    let network = of(&a);
    let r05 = network.loops.iter().find(|it| code(&a, it.connector) == "r05").unwrap();
    // A16–A17 are done 1.538462 times: 0.538462 × (40 + 180) minutes of work, one item a day.
    close(r05.effort.unwrap(), 0.538462 * 220.0, 1e-3);
    close(r05.effort_per_day.unwrap(), 0.538462 * 220.0, 1e-3);
    close(r05.executions.unwrap(), 2.0 * 0.538462, 1e-5);
    let steps: Vec<&str> = r05.again.iter().map(|(step, _)| code(&a, *step)).collect();
    assert_eq!(steps, ["A16", "A17"]);
    assert_eq!(code(&a, network.loops[0].connector), "r05", "the dearest first");
}

/// Where a loop has another way out than the step that sends back, items that come back may leave by
/// it before the long way: without the loop, more of them take that.
#[test]
fn a_loop_with_a_way_out_can_save_time() {
    let network = of(&sketch(
        "A X 1\n B X decision\n C X 1\n D Y 1000\n E X 1
         A > B 0\n B > E 0 xor .5\n B > C 0 xor .5\n C > D 0\n D > E 0\n C > A 0 rework .5",
    ));
    let [only] = network.loops.as_slice() else { panic!("{:?}", network.loops) };
    // A and C are done 4/3 and 2/3 times instead of 1 and 1/2, D 1/3 times instead of 1/2.
    close(only.lead_time.unwrap(), 1.0 / 3.0 + 1.0 / 6.0 - 1000.0 / 6.0, 1e-6);
}

#[test]
fn waits_that_make_the_item_late_come_first() {
    let network = of(&sketch(
        "A X 1\n B X 2\n C Y 3\n J X 5
         A > B 10 and\n A > C 300 and\n B > J 250\n C > J 20",
    ));
    let order: Vec<(i64, bool, Option<i64>)> =
        network.waits.iter().map(|it| (it.minutes, it.on_path, it.slack)).collect();
    let slack = (300 + 3 + 20) - (10 + 2 + 250);
    assert_eq!(
        order,
        [
            (300, true, Some(0)),
            (20, true, Some(0)),
            (250, false, Some(slack)),
            (10, false, Some(slack))
        ]
    );
}

#[test]
fn quality_rolls_along_the_flow() {
    let a = sample("lead-to-customer.current", in_order);
    let network = of(&a);
    assert_eq!(network.quality.len(), 19);
    close(network.quality[1].rolled.unwrap(), 85.0 * 0.8, 1e-9);
    close(network.quality[18].rolled.unwrap(), 3.665, 0.001);
    let gaps = of(&sketch("A X 1\n B X 1 80\n C X 1\n A > B 0\n B > C 0")).quality;
    let lines: Vec<_> = gaps.iter().map(|it| (it.own, it.rolled)).collect();
    assert_eq!(lines, [(None, None), (Some(80.0), Some(80.0)), (None, Some(80.0))]);
}

#[test]
fn a_deputy_ends_the_dependence() {
    let a = sample("lead-to-customer.current", in_order);
    let step: StepId = a.id(Kind::Step, "A14");
    let a = a.after([Command::EditStep { step, edit: StepEdit::Backup("CSL".into()) }]);
    let network = of(&a);
    assert_eq!(codes(&a, &network.key_steps), "A02 A10");
    assert!(network.teams.iter().all(|it| !it.single_point));
}

#[test]
fn what_was_counted_is_held_against_what_is_reckoned() {
    let counted = |wip: u32| {
        let a = sample("lead-to-customer.current", in_order);
        let process = a.document.processes().next().unwrap().id;
        let edit = ProcessEdit::CountedWip(Some(wip));
        let network = of(&a.after([Command::EditProcess { process, edit }]));
        match network.little {
            Little::Known { apart: Some(apart), disagree, lead_time_by_count, .. } => {
                (apart, disagree, lead_time_by_count.unwrap())
            }
            other => panic!("{other:?}"),
        }
    };
    let (apart, disagree, by_count) = counted(20);
    close(apart, 100.0 * (20.0 / 40.867 - 1.0), 0.01);
    assert!(disagree);
    close(by_count, 20.0 * 480.0, 1e-9);
    assert!(!counted(30).1, "27 % fewer");
    assert!(!counted(90).1, "the lead time is a lower bound");
}

#[test]
fn removing_rework_never_lengthens_the_lead_time() {
    for printed in &PRINTED {
        let network = of(&sample(printed.name, in_order));
        assert!(network.loops.iter().all(|it| it.lead_time.unwrap() >= 0.0));
        assert!(network.loops.iter().all(|it| it.effort.unwrap() >= 0.0));
    }
}

#[test]
fn the_matrix_sums_to_the_expected_handoffs() {
    for printed in &PRINTED {
        let sample = sample(printed.name, in_order);
        let (network, expected) = network(&sample.document, sample.state);
        let expected = expected.unwrap();
        let sum = |of: fn(&analysis::network::TeamFlow) -> Option<f64>| -> f64 {
            network.flows.iter().filter_map(of).sum()
        };
        close(sum(|it| it.per_item), expected.handoffs, 1e-9);
        close(sum(|it| it.returns), expected.returns, 1e-9);
        let pairs: f64 = network.pairs.iter().filter_map(|it| it.traffic).sum();
        close(pairs, expected.handoffs, 1e-9);
        let drawn: usize = network.flows.iter().map(|it| it.connectors.len()).sum();
        let crossing = sample.document.connectors().filter(|it| sample.document.crosses(it));
        assert_eq!(drawn, crossing.count());
    }
}

/// All that is said, without ids.
fn said(sample: &Sample) -> Value {
    let network = of(sample);
    let teams = network.teams.iter().map(|it| {
        json!([
            code(sample, it.team),
            format!("{:.9}", it.betweenness),
            it.joint,
            it.single_point,
            it.load.percent().map(|it| format!("{it:.6}")),
            it.queue.map(|it| format!("{it:.6}"))
        ])
    });
    let mut loops: Vec<String> = (network.loops.iter())
        .map(|it| {
            format!(
                "{} {:.6} {:.6}",
                code(sample, it.connector),
                it.effort.unwrap(),
                it.lead_time.unwrap()
            )
        })
        .collect();
    loops.sort();
    let mut gates: Vec<&str> = network.gates.iter().map(|it| code(sample, *it)).collect();
    gates.sort();
    json!([
        teams.collect::<Vec<_>>(),
        loops,
        gates,
        codes(sample, &network.sequence),
        network.unowned.map(|it| codes(sample, &it.about)),
        network.waits.len()
    ])
}

#[test]
fn numbers_of_records_mean_nothing() {
    for printed in &PRINTED {
        let one = said(&sample(printed.name, in_order));
        for numbering in [(|n| 100_000 - n) as fn(u64) -> u64, |n| n * 7919 % 10_007] {
            assert_eq!(one, said(&sample(printed.name, numbering)));
        }
    }
}

#[test]
fn half_drawn_maps_have_sentences_not_numbers_that_are_none() {
    let empty = of(&sketch(""));
    assert!(empty.teams.is_empty() && empty.flows.is_empty() && empty.loops.is_empty());
    assert_eq!((empty.density, empty.handoff_ratio, empty.key_share), (None, None, None));
    let Little::Missing { inputs, .. } = empty.little else { panic!() };
    assert_eq!(inputs, [MissingInput::Volume, MissingInput::LeadTime]);
    let one = of(&sketch("A X 5"));
    assert_eq!((one.teams.len(), one.density, one.handoff_ratio), (1, None, None));
    assert_eq!(one.teams[0].betweenness_share, None);
    let endless = sketch(&M4.replace("rework .25", "rework 1"));
    let (endless, why) = network(&endless.document, endless.state);
    assert!(why.unwrap_err().to_string().starts_with("Items go round for ever"));
    assert_eq!(endless.flows.len(), 2, "what is drawn is shown");
    assert!(endless.flows.iter().all(|it| it.per_item.is_none() && it.wait.is_none()));
    assert!(endless.teams.iter().all(|it| it.queue.is_none()));
    assert_eq!(endless.loops[0].lead_time, None);
    assert_eq!((endless.busiest, endless.longest_queue), (None, None));
    let Load::Missing { inputs } = &endless.teams[0].load else { panic!() };
    assert!(inputs.contains(&MissingInput::Visits));
}

#[test]
fn a_load_without_a_time_says_so() {
    let with = |pt: Value| {
        let mut map = json("lead-to-customer.current");
        map["steps"][17]["pt"] = pt;
        let map = made(&map, in_order);
        let part = of(&map).teams.into_iter().find(|it| code(&map, it.team) == "CSM");
        part.unwrap().load
    };
    let Load::Known { unknown_steps, percent: all, .. } = with(json!(120)) else { panic!() };
    assert_eq!(unknown_steps, 0);
    let Load::Known { unknown_steps, percent, .. } = with(Value::Null) else { panic!() };
    assert_eq!(unknown_steps, 1);
    close(all - percent, 100.0 * 120.0 / 720.0, 1e-9);
}

#[test]
fn a_lane_that_only_passes_on_is_a_relay() {
    let network = of(&sketch("A X 50\n B Y 3\n C Z 50\n A > B 10\n B > C 10"));
    let relays: Vec<bool> = network.teams.iter().map(|it| it.relay).collect();
    assert_eq!(relays, [false, true, false]);
}

mod log {
    use super::close;
    use analysis::network::log::{direct, indirect, once_per_case, ping_pong};

    fn cases(text: &str) -> Vec<Vec<char>> {
        text.split(' ').map(|case| case.chars().collect()).collect()
    }

    fn check(found: &analysis::network::log::Handovers<char>, printed: &str, within: f64) {
        let printed: Vec<&str> = printed.split(", ").collect();
        assert_eq!(found.len(), printed.len(), "{found:?}");
        for line in printed {
            let (ends, share) = line.split_once(' ').unwrap();
            let mut ends = ends.chars();
            let ends = (ends.next().unwrap(), ends.next().unwrap());
            close(found[&ends], share.parse().unwrap(), within);
        }
    }

    #[test]
    fn t14_who_hands_over_to_whom() {
        let log = cases("XYXZ XYZ");
        check(&direct(&log), "XY 0.4, YX 0.2, XZ 0.2, YZ 0.2", 1e-9);
        check(&once_per_case(&log), "XY 1, YX 0.5, XZ 0.5, YZ 0.5", 1e-9);
        let half = indirect(&log, 0.5);
        check(&half, "XY 0.2963, XZ 0.2593, YZ 0.2222, YX 0.1481, XX 0.0741", 5.1e-5);
        close(half.values().sum(), 1.0, 1e-12);
    }

    #[test]
    fn t15_there_and_back() {
        assert_eq!(ping_pong(&['X', 'Y', 'X', 'Z']), 1);
        assert_eq!(ping_pong(&['X', 'X', 'Y', 'Y', 'X', 'Y']), 2);
        assert_eq!(ping_pong::<char>(&[]), 0);
    }

    #[test]
    fn logs_without_a_handover_have_none() {
        assert!(direct(&cases("X Y")).is_empty());
        assert!(indirect::<char>(&[], 0.5).is_empty());
        assert!(once_per_case(&cases("X")).is_empty());
    }
}
