//! The common model of twelve steps and four teams, and what 4,000 runs of 10,000 cases of it gave
//! elsewhere.

use super::{inside, runs, waited};
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
    let visits: f64 = all.visits.iter().map(|it| *it as f64).sum();
    assert!((visits / all.cases as f64 - 13.751_634).abs() < 0.02);
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
