//! Ten thousand random questions, answered again by a walk from minute to minute that knows only
//! what the clocks of a zone show at each.

use super::*;
use baton_tests::dice::Dice;
use jiff::Timestamp;
use jiff::tz::{TimeZone, TimeZoneDatabase};
use model::Calendar;
use std::collections::BTreeMap;

const CALENDARS: u64 = 25;
const QUESTIONS: usize = 400;

/// How far a walk goes. It takes in a change of the clocks more often than not; longer spans are
/// asked without a walk.
const DAYS: i64 = 60;
const DAY: i64 = 1440;

const ZONES: &[&str] = &[
    "UTC",
    "Europe/Berlin",
    "Europe/London",
    "America/New_York",
    "America/St_Johns",
    "America/Havana",
    "America/Sao_Paulo",
    "Africa/Cairo",
    "Africa/Casablanca",
    "Antarctica/Troll",
    "Asia/Kolkata",
    "Asia/Kathmandu",
    "Asia/Tehran",
    "Australia/Adelaide",
    "Australia/Lord_Howe",
    "Pacific/Chatham",
    "Pacific/Apia",
];

const STARTS: &[&str] = &[
    "1997-02-10",
    "2006-09-20",
    "2011-11-20",
    "2018-01-25",
    "2018-09-25",
    "2025-12-01",
    "2026-02-20",
    "2026-09-01",
    "2037-09-10",
    "2087-02-15",
    "2400-02-01",
];

/// Hours of one day.
const HOURS: &[&[(u16, u16)]] = &[
    &[(540, 1020)],
    &[(540, 720), (780, 1020)],
    &[(0, 360), (1320, 1440)],
    &[(0, 1440)],
    &[(0, 95), (95, 150), (160, 240)],
    &[(125, 128), (150, 185), (1410, 1435)],
    &[(0, 1), (1439, 1440)],
    &[(437, 438), (600, 1111)],
];

fn any_hours(dice: &mut Dice) -> &'static [(u16, u16)] {
    dice.pick(HOURS).unwrap()
}

fn any_calendar(dice: &mut Dice, from: jiff::civil::Date) -> Calendar {
    let mut hours = any_hours(dice);
    let mut calendar = calendar(dice.pick(ZONES).unwrap(), &[], &[]);
    for weekday in 0..7 {
        if dice.chance(20) {
            hours = any_hours(dice);
        }
        let open = dice.chance(75) || weekday == 6;
        let windows = hours.iter().filter(|_| open);
        calendar.windows.extend(windows.map(|(from, to)| Window { weekday, from: *from, to: *to }));
    }
    let mut days = BTreeMap::new();
    for _ in 0..dice.below(12) {
        let day = from + jiff::Span::new().days(dice.below(DAYS as usize) as i64);
        let date = day.to_string();
        let date = if dice.chance(30) { date[5..].to_owned() } else { date };
        let hours = if dice.chance(50) { any_hours(dice) } else { &[] };
        days.insert(date.clone(), special(&date, hours));
    }
    calendar.special_days = days.into_values().collect();
    calendar
}

/// Whether each minute of a range is worked. A minute is worked when the clock has reached an
/// opening by then, and will show less than its closing then or later: between jumps that is when
/// the clock shows a time inside the window (domain.md 3.5, rules 1 and 2).
struct Walked {
    from: i64,
    worked: Vec<bool>,
    /// How many before each.
    until_here: Vec<i64>,
}

impl Walked {
    fn of(calendar: &Calendar, from: i64, minutes: i64) -> Walked {
        let zone = TimeZoneDatabase::bundled().get(&calendar.time_zone).unwrap();
        let margin = DAY + DAY / 2;
        let shown: Vec<i64> =
            (from - margin..from + minutes + margin).map(|at| shown(&zone, at)).collect();
        let mut least = shown.clone();
        for at in (1..least.len()).rev() {
            least[at - 1] = least[at - 1].min(least[at]);
        }
        let mut worked = Vec::with_capacity(shown.len());
        let (mut most, mut days, mut hours) = (i64::MIN, (0, 0), Vec::new());
        for (shown, least) in shown.into_iter().zip(least) {
            most = most.max(shown);
            let between = (least / DAY, most / DAY);
            if days != between {
                days = between;
                hours = (days.0..=days.1).flat_map(|day| hours_on(calendar, day)).collect();
            }
            worked.push(hours.iter().any(|(open, close)| *open <= most && least < *close));
        }
        let worked = worked[margin as usize..(margin + minutes) as usize].to_vec();
        let mut until_here = vec![0];
        for worked in &worked {
            until_here.push(until_here[until_here.len() - 1] + i64::from(*worked));
        }
        Walked { from, worked, until_here }
    }

    /// Where so many minutes are worked, from minute to minute.
    fn add(&self, start: i64, minutes: i64) -> Option<i64> {
        let (mut at, mut left) = (start, minutes);
        loop {
            let worked = *self.worked.get((at - self.from) as usize)?;
            if worked && left <= 1 {
                return Some(at + left);
            }
            left -= i64::from(worked);
            at += 1;
        }
    }

    fn elapsed(&self, from: i64, until: i64) -> i64 {
        let until_here = |at: i64| self.until_here[(at - self.from) as usize];
        until_here(until) - until_here(from)
    }
}

/// What the clocks show, in minutes since the midnight that began 1970 on the wall.
fn shown(zone: &TimeZone, at: i64) -> i64 {
    at + i64::from(zone.to_offset(Timestamp::from_second(at * 60).unwrap()).seconds()) / 60
}

/// The windows of a day that is so many days after the first of 1970, a Thursday.
fn hours_on(calendar: &Calendar, day: i64) -> Vec<(i64, i64)> {
    let date = jiff::civil::date(1970, 1, 1) + jiff::Span::new().days(day);
    let (date, weekday) = (date.to_string(), (day + 3).rem_euclid(7));
    let special = |date: &str| calendar.special_days.iter().find(|it| it.date == date);
    let of_week = || {
        let windows = calendar.windows.iter().filter(|it| i64::from(it.weekday) == weekday);
        windows.map(|it| (it.from, it.to)).collect()
    };
    let windows: Vec<(u16, u16)> = match special(&date).or_else(|| special(&date[5..])) {
        Some(special) => special.windows.clone(),
        None => of_week(),
    };
    let since_1970 = |minute| day * DAY + i64::from(minute);
    windows.into_iter().map(|(from, to)| (since_1970(from), since_1970(to))).collect()
}

#[test]
fn a_walk_from_minute_to_minute_agrees() {
    let mut asked = 0;
    for seed in 0..CALENDARS {
        let mut dice = Dice::new(seed);
        let first: jiff::civil::Date = dice.pick(STARTS).unwrap().parse().unwrap();
        let from = first.to_zoned_datetime(TimeZone::UTC).unwrap().timestamp().as_second() / 60;
        let calendar = any_calendar(&mut dice, first);
        let walked = Walked::of(&calendar, from, DAYS * DAY);
        let ways = in_every_way(&calendar, UtcMinute::new(from));
        while asked < (seed as usize + 1) * QUESTIONS {
            let start = from + dice.below((DAYS * DAY) as usize) as i64;
            let most = dice.pick(&[1, 30, 600, 3_000, 6_000]).unwrap();
            let minutes = dice.below(most) as i64;
            // A span that the walk does not reach the end of is another's to answer.
            let Some(due) = walked.add(start, minutes) else { continue };
            asked += 1;
            let what = format!("seed {seed}: {minutes} min from {}", UtcMinute::new(start));
            let other = start + dice.below((from + DAYS * DAY - start) as usize) as i64;
            let between = walked.elapsed(start, other);
            let [start, due, other] = [start, due, other].map(UtcMinute::new);
            for work in &ways {
                assert_eq!(work.add(start, minutes), Some(due), "{what}");
                assert_eq!(work.elapsed(start, due), minutes, "{what}");
                assert_eq!(work.elapsed(start, other), between, "{what}, until {other}");
                assert_eq!(work.elapsed(other, start), -between, "{what}, from {other}");
            }
        }
    }
    assert_eq!(asked, 10_000);
}

/// What a pause adds is what is left when it ends (domain.md 3.5, rule 6), and a day of `spans_on` is
/// what is worked in it.
#[test]
fn pauses_and_days_add_up() {
    for seed in 0..100 {
        let mut dice = Dice::new(1_000 + seed);
        let first: jiff::civil::Date = dice.pick(STARTS).unwrap().parse().unwrap();
        let calendar = any_calendar(&mut dice, first);
        let work = work(&calendar);
        let start = at(&work, &format!("{first}T00:00")).plus(dice.below(100_000) as i64);
        let target = 1 + dice.below(5_000) as i64;
        let unpaused = work.add(start, target).unwrap();
        let pause = start.plus(dice.below((unpaused.minutes() - start.minutes()) as usize) as i64);
        let resume = pause.plus(dice.below(50_000) as i64);
        let due = work.due(start, target, work.elapsed(pause, resume)).unwrap();
        let left = target - work.elapsed(start, pause);
        assert_eq!(work.add(resume, left), Some(due), "seed {seed}");

        let day = work.local(start).day;
        let [midnight, next] = [day, day.plus(1)].map(|day| at(&work, &format!("{day}T00:00")));
        let on: i64 = work.spans_on(day).iter().map(|it| work.elapsed(it.open, it.close)).sum();
        assert_eq!(on, work.elapsed(midnight, next), "seed {seed}");
    }
}

/// Spans of years to centuries, within the tables, over their ends and beside them.
#[test]
fn tables_and_walks_agree_over_any_span() {
    for seed in 0..20 {
        let mut dice = Dice::new(2_000 + seed);
        let first: jiff::civil::Date = dice.pick(STARTS).unwrap().parse().unwrap();
        let calendar = any_calendar(&mut dice, first);
        let around = at(&work(&calendar), &format!("{first}T00:00"));
        let [walking, ready @ ..] = in_every_way(&calendar, around);
        for years in [1, 5, 30] {
            let start = around.plus(dice.below(3_000_000) as i64 - 1_500_000);
            let minutes = dice.below(years * 525_960 / 5) as i64;
            let due = walking.add(start, minutes);
            let until = start.plus(dice.below(years * 525_960) as i64);
            let elapsed = walking.elapsed(start, until);
            assert_eq!(walking.elapsed(start, due.unwrap()), minutes);
            for work in &ready {
                assert_eq!(work.add(start, minutes), due, "seed {seed}, {years} years");
                assert_eq!(work.elapsed(start, until), elapsed, "seed {seed}, {years} years");
            }
        }
    }
}
