//! When so many working hours are over, against ule-hours on the same calendar in the same run:
//! `cargo bench -p baton-tests --bench calendar`.

// A bench that cannot set up its calendar has nothing to measure.
#![allow(clippy::unwrap_used)]

use analysis::calendar::{UtcMinute, WorkCalendar};
use baton_tests::dice::Dice;
use divan::{Bencher, black_box};
use model::{Calendar, SpecialDay, Window};
use ule_hours::Schedule;
use ule_hours::jiff::{SignedDuration, Timestamp};

/// Working hours: two days, ten weeks, five years.
const HOURS: &[i64] = &[16, 400, 10_000];

/// Closed on these days.
const HOLIDAYS: &[&str] = &[
    "2025-12-25",
    "2025-12-26",
    "2026-01-01",
    "2026-04-03",
    "2026-04-06",
    "2026-05-01",
    "2026-12-25",
    "2027-01-01",
];

/// 2026-01-01T00:00Z.
const NEW_YEAR: i64 = 29_453_760;

fn main() {
    for hours in HOURS {
        for start in starts().take(200) {
            let (ours, theirs) =
                (baton_due(&work(), start, *hours), peer_due(&peer(), start, *hours));
            assert_eq!(ours, theirs, "{hours} h from {start}");
        }
    }
    divan::main();
}

fn calendar() -> Calendar {
    let special = |date: &&str| SpecialDay { date: (*date).into(), ..SpecialDay::default() };
    Calendar {
        time_zone: "Europe/Berlin".into(),
        windows: (0..5).map(|weekday| Window { weekday, from: 540, to: 1020 }).collect(),
        special_days: HOLIDAYS.iter().map(special).collect(),
        ..Calendar::default()
    }
}

fn work() -> WorkCalendar {
    WorkCalendar::of(&calendar()).unwrap()
}

fn ready() -> WorkCalendar {
    work().ready(UtcMinute::new(NEW_YEAR))
}

fn peer() -> Schedule {
    let week = Schedule::builder("Europe/Berlin").unwrap().mon_fri("09:00-17:00").unwrap();
    let closed = |week: ule_hours::Builder, date: &&str| week.closed_on(date.parse().unwrap());
    HOLIDAYS.iter().fold(week, closed).build()
}

/// Minutes of one year, in no order.
fn starts() -> impl Iterator<Item = i64> {
    let mut dice = Dice::new(5);
    std::iter::from_fn(move || Some(NEW_YEAR + dice.below(525_600) as i64))
}

fn baton_due(work: &WorkCalendar, start: i64, hours: i64) -> i64 {
    work.add(UtcMinute::new(start), hours * 60).unwrap().minutes()
}

fn peer_due(peer: &Schedule, start: i64, hours: i64) -> i64 {
    let start = Timestamp::from_second(start * 60).unwrap();
    peer.add(start, SignedDuration::from_hours(hours)).unwrap().as_second() / 60
}

/// So quick that one alone would be lost in the clock.
#[divan::bench(args = HOURS, sample_size = 64)]
fn baton(bencher: Bencher, hours: i64) {
    let (work, mut starts) = (ready(), starts());
    let next = || starts.next().unwrap();
    bencher.with_inputs(next).bench_local_values(|start| baton_due(&work, start, hours));
}

/// Without laying out the years first.
#[divan::bench(args = HOURS)]
fn baton_walking(bencher: Bencher, hours: i64) {
    let (work, mut starts) = (work(), starts());
    let next = || starts.next().unwrap();
    bencher.with_inputs(next).bench_local_values(|start| baton_due(&work, start, hours));
}

#[divan::bench(args = HOURS)]
fn peer_ule_hours(bencher: Bencher, hours: i64) {
    let (peer, mut starts) = (peer(), starts());
    let next = || starts.next().unwrap();
    bencher.with_inputs(next).bench_local_values(|start| peer_due(&peer, start, hours));
}

/// Twelve years laid out.
#[divan::bench]
fn baton_getting_ready() -> WorkCalendar {
    black_box(ready())
}

#[divan::bench]
fn baton_elapsed_over_five_years(bencher: Bencher) {
    let (work, mut starts) = (ready(), starts());
    let next = || UtcMinute::new(starts.next().unwrap());
    bencher.with_inputs(next).bench_local_values(|at| work.elapsed(at, at.plus(2_628_000)));
}
