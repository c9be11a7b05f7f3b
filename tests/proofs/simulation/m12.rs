//! The common model of twelve steps and four teams, and what 4,000 runs of 10,000 cases of it gave
//! elsewhere.

use super::{inside, known, present, runs, visits, waited};
use analysis::simulation::*;
use baton_tests::m12::m12;

#[test]
fn mean_and_percentiles_are_those_of_the_field() {
    let (net, teams) = m12("B_office");
    let (each, _) = runs(&net, 40, 10_000, 0);
    inside(&each, Tally::mean, 515.37);
    inside(&each, |it| it.lead_times.percentile(0.5), 461.8);
    inside(&each, |it| it.lead_times.percentile(0.95), 978.0);
    inside(&each, |it| it.lead_times.within(480.0) as f64 / it.cases as f64, 0.5373);
    inside(&each, |it| it.lead_times.within(960.0) as f64 / it.cases as f64, 0.9448);
    for (team, wait) in [("Sales", 15.26), ("Finance", 5.38), ("Ops", 21.87), ("Delivery", 30.29)] {
        inside(&each, |it| waited(it, teams[team]), wait);
    }
}

#[test]
fn one_mean_per_team_gives_the_exact_answer() {
    let (net, teams) = m12("D_jackson");
    let (each, all) = runs(&net, 40, 10_000, 1_500);
    inside(&each, Tally::mean, 505.045_549);
    for (team, wait) in [
        ("Sales", 14.228_646),
        ("Finance", 5.464_013),
        ("Ops", 20.290_460),
        ("Delivery", 30.990_166),
    ] {
        inside(&each, |it| waited(it, teams[team]), wait);
    }
    inside(&each, |it| (0..4).map(|team| present(it, team)).sum(), 25.252_277);
    let steps = all.visits.len();
    inside(&each, |it| (0..steps).map(|step| visits(it, step)).sum(), 13.751_634);
    for (steps, truth) in [(2..5, 20.0 / 17.0), (6..8, 25.0 / 18.0), (8..11, 10.0 / 9.0)] {
        for step in steps {
            inside(&each, |it| visits(it, step), truth);
        }
    }
    assert!([0, 1, 11].iter().all(|step| all.visits[*step] == all.cases));
}

#[test]
fn those_who_find_everybody_idle_are_faster() {
    // From empty 0.4 % less than the exact answer, which is what a warm-up is for.
    let (net, _) = m12("D_jackson");
    let (each, _) = runs(&net, 30, 10_000, 0);
    inside(&each, Tally::mean, 503.12);
}

#[test]
fn steps_of_a_case_spread_as_the_chain_says() {
    // No view reckons this variance: it is counted, over runs of one case each.
    let (net, _) = m12("A_flat");
    let steps = |number: u32| {
        let tally = run(&net, Plan { seed: 3, cases: 1, warm_up: 0 }, number).unwrap();
        tally.visits.iter().sum::<u64>() as f64
    };
    let spread = |group: u32| {
        let all: Vec<f64> = (group * 1_000..(group + 1) * 1_000).map(steps).collect();
        let mean = all.iter().sum::<f64>() / all.len() as f64;
        all.iter().map(|it| (it - mean) * (it - mean)).sum::<f64>() / (all.len() - 1) as f64
    };
    let groups: Vec<f64> = (0..40).map(spread).collect();
    known(&groups, 8.473_450);
}

#[test]
fn in_office_time_nothing_depends_on_the_office() {
    let (flat, _) = m12("A_flat");
    let (office, _) = m12("B_office");
    let ((flat, _), (office, _)) = (runs(&flat, 4, 5_000, 0), runs(&office, 4, 5_000, 0));
    for (flat, office) in flat.iter().zip(&office) {
        assert_eq!(flat.lead_time, office.lead_time);
        assert_eq!(flat.visits, office.visits);
        for share in [0.01, 0.25, 0.5, 0.85, 0.99] {
            let of = |it: &Tally| it.lead_times.percentile(share);
            assert_eq!(of(flat).to_bits(), of(office).to_bits(), "{share}");
        }
    }
}

#[test]
fn the_load_is_that_of_the_closed_form() {
    let (net, teams) = m12("A_flat");
    let (each, _) = runs(&net, 30, 6_000, 500);
    let loads =
        [("Sales", 0.816_176), ("Finance", 0.690_196), ("Ops", 0.861_111), ("Delivery", 0.875)];
    for (team, load) in loads {
        let busy = |it: &Tally| {
            let team = &it.teams[teams[team]];
            team.busy as f64 / team.open as f64
        };
        inside(&each, busy, load);
    }
}

#[test]
fn the_same_seed_gives_the_same_and_another_does_not() {
    let (net, _) = m12("C_mixed");
    let play = |seed| {
        let plan = Plan { seed, cases: 2_000, warm_up: 0 };
        run(&net, plan, 3).unwrap().lead_time
    };
    assert_eq!(play(1), play(1));
    assert_ne!(play(1), play(2));
    // To the tick, so that any machine and any later change shows.
    assert_eq!(play(7), 149_769_103_931);
}
