//! Queues whose answer is known.

use super::{Row, inside, present, runs, visits, waited};
use analysis::simulation::{
    Distribution, Distribution::Exponential, Net, Service, ServiceClock, Tally,
};

/// One team, cases that come without memory.
fn desk(between: f64, people: u32, work: Distribution) -> Net {
    let mut row = Row::arriving(between);
    let team = row.team(Some(people), 0);
    row.station(team, work);
    row.net
}

/// The same behind a door, so that each case is handed over, and promised to be taken up within so
/// many minutes: how many promises are kept is how waits are spread.
fn promised(between: f64, people: u32, work: f64, targets: &[f64]) -> Net {
    let mut row = Row::arriving(between);
    let team = row.team(Some(people), 0);
    let outside = row.team(None, 0);
    let door = row.station(outside, Distribution::ZERO);
    let desk = row.station(team, Exponential(work));
    let clock = ServiceClock::Response(row.on(door, desk));
    let service = |target: &f64| {
        let clock = clock.clone();
        Service { hours: 0, target: *target, clock, pauses: Vec::new() }
    };
    row.net.services = targets.iter().map(service).collect();
    row.net
}

/// Share of the cases for which a promise was kept.
fn kept(tally: &Tally, promise: usize) -> f64 {
    let (in_time, late) = tally.services[promise];
    in_time as f64 / (in_time + late) as f64
}

#[test]
fn one_person_without_memory() {
    // M/M/1, λ 0.8, μ 1.
    let (each, _) = runs(&promised(1.25, 1, 1.0, &[13.862_944]), 40, 15_000, 2_000);
    inside(&each, Tally::mean, 5.0);
    inside(&each, |it| waited(it, 0), 4.0);
    inside(&each, |it| it.lead_times.percentile(0.95), 14.978_661);
    inside(&each, |it| kept(it, 0), 0.95);
    inside(&each, |it| present(it, 0), 4.0);
    inside(&each, |it| it.teams[0].queue as f64 / it.horizon as f64, 3.2);
    inside(&each, |it| it.teams[0].busy as f64 / it.teams[0].open as f64, 0.8);
}

#[test]
fn several_people_without_memory() {
    // M/M/c by Erlang's formula.
    let (each, _) = runs(&promised(1.0 / 1.6, 2, 1.0, &[0.0]), 40, 15_000, 2_000);
    inside(&each, |it| 1.0 - kept(it, 0), 0.711_111);
    inside(&each, |it| waited(it, 0), 1.777_778);
    inside(&each, |it| present(it, 0), 4.444_444);
    let (each, _) = runs(&promised(1.0 / 2.4, 3, 1.0, &[0.0, 4.267_697]), 40, 15_000, 2_000);
    inside(&each, |it| 1.0 - kept(it, 0), 0.647_191);
    inside(&each, |it| kept(it, 1), 0.95);
    inside(&each, |it| waited(it, 0), 1.078_652);
    inside(&each, |it| present(it, 0), 4.988_764);
    inside(&each, Tally::mean, 2.078_652);
}

#[test]
fn calls_are_answered_as_erlang_says() {
    // 100 calls an hour of 3 minutes each: who waits, and who is answered within 20 seconds.
    for (agents, wait, within) in
        [(6, 0.587_516, 0.474_267), (7, 0.324_150, 0.740_441), (8, 0.167_267, 0.880_148)]
    {
        let net = promised(0.6, agents, 3.0, &[0.0, 20.0 / 60.0]);
        let (each, _) = runs(&net, 40, 8_000, 1_000);
        inside(&each, |it| 1.0 - kept(it, 0), wait);
        inside(&each, |it| kept(it, 1), within);
    }
}

#[test]
fn work_of_any_spread() {
    // M/G/1 by Pollaczek and Khinchine.
    for (cv, wait) in [(0.0, 2.0), (0.5, 2.5), (1.0, 4.0), (2.0, 10.0)] {
        let work =
            if cv > 0.0 { Distribution::lognormal(1.0, cv) } else { Distribution::Fixed(1.0) };
        let cases = if cv > 1.0 { 100_000 } else { 30_000 };
        let (each, _) = runs(&desk(1.25, 1, work), 40, cases, 3_000);
        inside(&each, |it| waited(it, 0), wait);
    }
}

#[test]
fn teams_in_a_row() {
    // Tandem of Jackson, λ 0.5.
    let mut row = Row::arriving(2.0);
    let mut before = None;
    for (people, rate) in [(1, 1.0), (1, 0.8), (2, 0.3)] {
        let team = row.team(Some(people), 0);
        let station = row.station(team, Exponential(1.0 / rate));
        before.map(|before| row.on(before, station));
        before = Some(station);
    }
    let (each, _) = runs(&row.net, 40, 25_000, 2_500);
    inside(&each, Tally::mean, 16.242_424);
    for (team, (work, stay)) in
        [(1.0, 2.0), (1.0 / 0.8, 3.333_333), (1.0 / 0.3, 10.909_091)].into_iter().enumerate()
    {
        inside(&each, |it| waited(it, team) + work, stay);
    }
}

#[test]
fn teams_that_send_back() {
    // Jackson with feedback: γ 0.4; μ 0.8, 2 × 0.5, 0.7; 2 → 1 in 20 %, 3 → 2 in 10 %.
    let mut row = Row::arriving(2.5);
    let stations: Vec<usize> = [(1, 0.8), (2, 0.5), (1, 0.7)]
        .iter()
        .map(|(people, rate)| {
            let team = row.team(Some(*people), 0);
            row.station(team, Exponential(1.0 / rate))
        })
        .collect();
    row.on(stations[0], stations[1]);
    row.on(stations[1], stations[2]);
    row.back(stations[1], stations[0], 0.2);
    row.back(stations[2], stations[1], 0.1);
    let (each, _) = runs(&row.net, 40, 25_000, 2_500);
    inside(&each, Tally::mean, 12.788_760);
    for (station, (rate, there)) in
        [(0.511_111, 1.769_231), (0.555_556, 1.607_143), (0.444_444, 1.739_130)].iter().enumerate()
    {
        inside(&each, |it| 0.4 * visits(it, station), *rate);
        inside(&each, |it| present(it, station), *there);
    }
}

#[test]
fn branches_that_wait_for_each_other() {
    // The largest of n without memory.
    for (branches, mean) in [(2, 1.5), (3, 1.833_333), (4, 2.083_333)] {
        let mut row = Row::arriving(100.0);
        let team = row.team(None, 0);
        let fork = row.station(team, Distribution::ZERO);
        let join = row.station(team, Distribution::ZERO);
        for _ in 0..branches {
            let branch = row.station(team, Exponential(1.0));
            row.on(fork, branch);
            row.on(branch, join);
        }
        let (each, all) = runs(&row.net, 40, 20_000, 0);
        inside(&each, Tally::mean, mean);
        assert_eq!(all.visits[join], all.cases, "it is done once");
        if branches == 3 {
            inside(&each, |it| it.lead_times.percentile(0.95), 4.077_344);
        }
    }
}

#[test]
fn percentiles_do_not_add() {
    let p95 = |it: &Tally| it.lead_times.percentile(0.95);
    let mut row = Row::arriving(100.0);
    let team = row.team(None, 0);
    let first = row.station(team, Exponential(1.0));
    let (each, alone) = runs(&row.net, 40, 20_000, 0);
    inside(&each, p95, 2.995_732);
    let second = row.station(team, Exponential(1.0));
    let third = row.station(team, Exponential(1.0));
    row.on(first, second);
    row.on(second, third);
    let (each, together) = runs(&row.net, 40, 20_000, 0);
    inside(&each, p95, 6.295_794);
    // Three times 2.995732 would promise 8.987197.
    assert!(p95(&together) < 0.72 * 3.0 * p95(&alone));
}

#[test]
fn the_lognormal_has_the_parameters_of_the_tables() {
    for (mean, cv, mu, sigma) in [
        (20.0, 0.8, 2.748_384, 0.703_346),
        (30.0, 1.0, 3.054_624, 0.832_555),
        (45.0, 0.6, 3.652_920, 0.554_513),
    ] {
        let made = Distribution::lognormal(mean, cv);
        assert!((made.mean() - mean).abs() < 1e-9);
        let Distribution::Lognormal { mu: found_mu, sigma: found_sigma } = made else { panic!() };
        assert!((found_mu - mu).abs() < 1e-6 && (found_sigma - sigma).abs() < 1e-6, "{made:?}");
    }
}

#[test]
fn other_work_takes_its_share_of_people() {
    // Half of the day is other work: a person does a case of 1 minute every 2, so that 0.4 a minute
    // keeps one person as busy as 0.8 would otherwise.
    let mut net = desk(2.5, 1, Exponential(1.0));
    net.teams[0].load = 2.0;
    let (each, _) = runs(&net, 40, 15_000, 2_000);
    inside(&each, |it| it.teams[0].busy as f64 / it.teams[0].open as f64, 0.8);
}
