//! What has to hold for every map: numbers of records mean nothing, times scale, what arrives at a
//! step is what leaves the ones before it, and nothing half-drawn makes the analysis fail.

use crate::sample::{Sample, in_order, json, made, sample};
use crate::timeline::close;
use analysis::network::{Network, network};
use analysis::{Figures, PathElement, expected, figures, findings};
use model::*;
use serde_json::{Value, json};
use std::collections::BTreeMap;

const SAMPLES: [&str; 4] = [
    "lead-to-customer.current",
    "lead-to-customer.future",
    "ed-to-ward.current",
    "ed-to-ward.future",
];

/// What is said about each step, by what the step is called.
fn by_code(sample: &Sample, figures: &Figures) -> BTreeMap<String, (i64, Option<i64>)> {
    let timeline = figures.timeline.as_ref().unwrap();
    let line = |(step, earliest): (&StepId, &i64)| {
        let slack = timeline.slack.get(step).copied();
        (sample.codes[&(*step).into()].clone(), (*earliest, slack))
    };
    timeline.earliest_finish.iter().map(line).collect()
}

fn path(sample: &Sample, figures: &Figures) -> Vec<String> {
    let id = |element: &PathElement| match element {
        PathElement::Step { step, .. } => RecordId::from(*step),
        PathElement::Wait { connector, .. } => (*connector).into(),
    };
    let path = &figures.timeline.as_ref().unwrap().path;
    path.iter().map(|element| sample.codes[&id(element)].clone()).collect()
}

/// Rules and what they are about, in no order.
fn found(sample: &Sample) -> Vec<(String, Vec<String>, String)> {
    let mut all: Vec<_> = findings(&sample.document, sample.state)
        .into_iter()
        .map(|finding| {
            let mut about: Vec<String> =
                finding.about.iter().map(|id| sample.codes[id].clone()).collect();
            if finding.rule != "OWN-005" {
                about.sort();
            }
            (finding.rule, about, finding.message)
        })
        .collect();
    all.sort();
    all
}

#[test]
fn numbers_of_records_mean_nothing() {
    for name in SAMPLES {
        let one = sample(name, in_order);
        for numbering in [(|n| 100_000 - n) as fn(u64) -> u64, |n| n * 7919 % 10_007] {
            let other = sample(name, numbering);
            let [left, right] = [&one, &other].map(|it| figures(&it.document, it.state));
            assert_eq!(by_code(&one, &left), by_code(&other, &right));
            assert_eq!(path(&one, &left), path(&other, &right));
            let [a, b] = [left, right].map(|it| it.timeline.unwrap());
            assert_eq!(
                [a.lead_time, a.process_time, a.total_effort, a.between_team_wait],
                [b.lead_time, b.process_time, b.total_effort, b.between_team_wait]
            );
            let rolled = |it: Option<f64>| it.unwrap();
            close(rolled(a.rolled_complete_accurate), rolled(b.rolled_complete_accurate), 1e-9);
            let [a, b] = [&one, &other].map(|it| expected(&it.document, it.state).unwrap());
            close(a.lead_time.minutes().unwrap(), b.lead_time.minutes().unwrap(), 1e-6);
            close(a.handoffs, b.handoffs, 1e-9);
            assert_eq!(found(&one), found(&other));
        }
    }
}

fn scaled(mut json: Value, by: i64) -> Sample {
    let mut times = |list: &str, fields: &[&str]| {
        for it in json[list].as_array_mut().unwrap() {
            for field in fields {
                if let Some(minutes) = it[field].as_i64() {
                    it[field] = json!(minutes * by);
                }
            }
        }
    };
    times("steps", &["pt", "span"]);
    times("connectors", &["wait", "interval"]);
    made(&json, in_order)
}

#[test]
fn scaling_all_times_scales_the_lead_time() {
    for name in SAMPLES {
        let [one, seven] = [1, 7].map(|by| scaled(json(name), by));
        let [a, b] = [&one, &seven].map(|it| figures(&it.document, it.state).timeline.unwrap());
        assert_eq!(b.lead_time, 7 * a.lead_time);
        assert_eq!(b.total_process_time, 7 * a.total_process_time);
        assert!(a.slack.iter().all(|(step, slack)| b.slack[step] == 7 * slack));
        close(a.activity_ratio.unwrap(), b.activity_ratio.unwrap(), 1e-12);
        let [a, b] = [&one, &seven].map(|it| expected(&it.document, it.state).unwrap());
        close(b.lead_time.minutes().unwrap(), 7.0 * a.lead_time.minutes().unwrap(), 1e-6);
        close(b.effort, 7.0 * a.effort, 1e-6);
        assert_eq!(a.left_out, b.left_out);
    }
}

/// Numbers that look random and are the same each time.
struct Dice(u64);

impl Dice {
    fn below(&mut self, sides: u64) -> u64 {
        self.0 = self.0.wrapping_mul(6364136223846793005).wrapping_add(1442695040888963407);
        (self.0 >> 33) % sides
    }

    fn pick<'a>(&mut self, from: &[&'a str]) -> &'a str {
        from[self.below(from.len() as u64) as usize]
    }
}

/// A map as an impatient room might leave it: anything may lead anywhere, and half is not said.
fn scribble(dice: &mut Dice, kinds: &[&str]) -> Value {
    let count = 1 + dice.below(12);
    let shapes = ["step", "step", "step", "step", "decision", "start", "end", "dead"];
    let (mut steps, mut connectors) = (vec![], vec![]);
    for n in 0..count {
        let mut step = json!({ "id": format!("S{n}"), "lane": dice.pick(&["X", "Y", "Z"]) });
        step["shape"] = json!(dice.pick(&shapes));
        if dice.below(3) > 0 {
            step["pt"] = json!(dice.below(50));
            step["ca"] = json!(dice.below(101));
        }
        steps.push(step);
    }
    for n in 0..dice.below(count * 2) {
        let (from, to) = (dice.below(count) as usize, dice.below(count) as usize);
        let may = from != to && steps[from]["shape"] != "end" && steps[to]["shape"] != "start";
        if !may {
            continue;
        }
        let mut connector = json!({ "id": format!("c{n}"), "from": format!("S{from}") });
        connector["to"] = json!(format!("S{to}"));
        connector["kind"] = json!(dice.pick(kinds));
        if dice.below(2) > 0 {
            connector["p"] = json!(dice.below(11) as f64 / 10.0);
            connector["wait"] = json!(dice.below(500));
        }
        connectors.push(connector);
    }
    json!({ "clock": { "kind": "business", "minutes_per_day": 480 }, "steps": steps,
            "lanes": [{ "id": "X" }, { "id": "Y" }, { "id": "Z", "external": true }],
            "connectors": connectors })
}

#[test]
fn nothing_half_drawn_makes_the_analysis_fail() {
    let mut dice = Dice(1);
    let (mut timelines, mut expectations) = (0, 0);
    for _ in 0..3000 {
        let sample = made(&scribble(&mut dice, &["seq", "and", "xor", "rework"]), in_order);
        let figures = figures(&sample.document, sample.state);
        if let Some(timeline) = &figures.timeline {
            timelines += 1;
            check_timeline(&sample, timeline);
        }
        if let Ok(view) = expected(&sample.document, sample.state) {
            expectations += 1;
            let numbers = [view.touches, view.handoffs, view.effort, view.process_time];
            let all = numbers.into_iter().chain(view.lead_time.minutes());
            let all = all.chain(view.visits.values().copied()).chain(view.flows.values().copied());
            assert!(all.into_iter().all(|it| it.is_finite() && it >= 0.0));
        }
        check_network(&network(&sample.document, sample.state).0);
        let once = findings(&sample.document, sample.state);
        assert_eq!(once, findings(&sample.document, sample.state));
    }
    assert!(timelines > 2000 && expectations > 500, "{timelines} {expectations}");
}

/// What a map is made of may be half-drawn: what is said about it holds all the same.
#[test]
fn times_and_numbers_mean_on_scribbles_what_they_mean_on_maps() {
    let mut dice = Dice(3);
    let (mut timelines, mut expectations) = (0, 0);
    for _ in 0..1000 {
        let json = scribble(&mut dice, &["seq", "and", "xor", "rework"]);
        let [one, seven] = [1, 7].map(|by| scaled(json.clone(), by));
        let [a, b] = [&one, &seven].map(|it| figures(&it.document, it.state).timeline);
        if let (Some(a), Some(b)) = (&a, &b) {
            timelines += 1;
            assert_eq!(b.lead_time, 7 * a.lead_time);
            assert!(a.slack.iter().all(|(step, slack)| b.slack[step] == 7 * slack));
        }
        // Other numbers, drawn in the same order: even where a tie is broken by it.
        let other = made(&json, |n| 3 * n + 100);
        assert_eq!(found(&one), found(&other));
        let [left, right] = [&one, &other].map(|it| figures(&it.document, it.state));
        assert_eq!(left.timeline.is_some(), right.timeline.is_some());
        if left.timeline.is_some() {
            assert_eq!(by_code(&one, &left), by_code(&other, &right));
            assert_eq!(path(&one, &left), path(&other, &right));
        }
        let (network, view) = network(&one.document, one.state);
        let Ok(view) = view else { continue };
        expectations += 1;
        if let Some(minutes) = view.lead_time.minutes() {
            let longer = expected(&seven.document, seven.state).unwrap().lead_time.minutes();
            close(longer.unwrap(), 7.0 * minutes, 1e-9 * minutes.max(1.0));
        }
        let sum = network.flows.iter().filter_map(|it| it.per_item).sum::<f64>();
        close(sum, view.handoffs, 1e-9);
        close(view.matrix.iter().map(|it| it.per_item).sum(), view.handoffs, 1e-9);
    }
    assert!(timelines > 700 && expectations > 150, "{timelines} {expectations}");
}

/// Every number is one, and every part is a part.
fn check_network(network: &Network) {
    let flows = network.flows.iter().flat_map(|it| [it.per_item, it.returns, it.wait]);
    let queues = network.teams.iter().flat_map(|it| [it.queue, Some(it.betweenness)]);
    let pairs = network.pairs.iter().flat_map(|it| [it.traffic, it.returns]);
    let loops = network.loops.iter().flat_map(|it| [it.executions, it.effort]);
    let parts = [network.density, network.key_share.map(|it| it / 100.0)];
    assert!(parts.into_iter().flatten().all(|it| (0.0..=1.0 + 1e-9).contains(&it)), "{parts:?}");
    let all = flows.chain(queues).chain(pairs).flatten();
    assert!(all.into_iter().all(|it| it.is_finite() && it >= 0.0));
    let costs = loops.chain(network.loops.iter().map(|it| it.lead_time)).flatten();
    assert!(costs.into_iter().all(f64::is_finite));
    assert!(network.waits.iter().all(|it| it.slack.is_none_or(|it| it >= 0)));
}

/// The path hangs together, and its times are those of its parts.
fn check_timeline(sample: &Sample, timeline: &analysis::Timeline) {
    let mut minutes = 0;
    let mut at = None;
    for element in &timeline.path {
        match element {
            PathElement::Step { step, span, .. } => {
                assert!(at.is_none_or(|at| at == *step));
                minutes += span;
                assert_eq!(timeline.earliest_finish[step], minutes);
                assert_eq!(timeline.slack[step], 0);
            }
            PathElement::Wait { connector, wait, .. } => {
                minutes += wait;
                at = sample.document.connector(*connector).map(|it| it.to);
            }
        }
    }
    assert_eq!(timeline.lead_time, minutes);
    assert!(timeline.slack.values().all(|slack| *slack >= 0));
    let shares = [timeline.activity_ratio, timeline.rolled_complete_accurate];
    assert!(shares.into_iter().flatten().all(f64::is_finite));
}

#[test]
fn what_arrives_at_a_step_is_what_leaves_those_before() {
    let mut dice = Dice(2);
    let mut balanced = 0;
    for _ in 0..2000 {
        let mut json = scribble(&mut dice, &["xor", "xor", "rework"]);
        for connector in json["connectors"].as_array_mut().unwrap() {
            if connector["kind"] == "rework" {
                connector["p"] = json!(dice.below(40) as f64 / 100.0);
            }
        }
        let sample = made(&json, in_order);
        let Ok(view) = expected(&sample.document, sample.state) else { continue };
        balanced += 1;
        let begins = sample.document.steps().map(|step| {
            let into = sample.document.connectors_at(step.id).filter(|it| it.to == step.id);
            view.visits[&step.id] - into.map(|it| view.flows[&it.id]).sum::<f64>()
        });
        let begins: Vec<f64> = begins.collect();
        let starts = begins.iter().filter(|it| (**it - 1.0).abs() < 1e-6).count();
        assert_eq!(starts, 1, "{begins:?}");
        assert!(begins.iter().all(|it| it.abs() < 1e-6 || (it - 1.0).abs() < 1e-6), "{begins:?}");
    }
    assert!(balanced > 500, "{balanced}");
}

/// A chain so long that anything that nests once a step would run out of stack, with rework all
/// along it and one loop over everything.
#[test]
fn long_maps_do_not_exhaust_the_stack() {
    let count = 20_000;
    let step = |n: usize| json!({ "id": format!("S{n}"), "lane": "X", "pt": 1, "ca": 99 });
    let link = |from: usize, to: usize, kind: &str| {
        json!({ "id": format!("{from}>{to}"), "from": format!("S{from}"), "to": format!("S{to}"),
                "kind": kind, "p": 0.1, "wait": 2 })
    };
    let steps: Vec<Value> = (0..count).map(step).collect();
    let mut connectors: Vec<Value> = (1..count).map(|n| link(n - 1, n, "seq")).collect();
    connectors.extend((1..count / 100).map(|n| link(n * 100, n * 100 - 3, "rework")));
    connectors.push(link(count - 1, 0, "rework"));
    let json = json!({ "clock": { "kind": "elapsed", "minutes_per_day": 1440 },
        "lanes": [{ "id": "X" }], "steps": steps, "connectors": connectors });
    let sample = made(&json, in_order);
    let timeline = figures(&sample.document, sample.state).timeline.unwrap();
    assert_eq!(timeline.lead_time, count as i64 + 2 * (count as i64 - 1));
    let view = expected(&sample.document, sample.state).unwrap();
    let last = sample.document.steps().next_back().unwrap();
    close(view.visits[&last.id], 1.0 / 0.9, 1e-9);
}
