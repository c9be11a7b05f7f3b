//! Cases with known results, reckoned elsewhere: holidays, half days, nights, breaks, days of 23 and
//! 25 hours, half-hour zones, hours that come twice or never, a day that does not exist.

use super::*;
use model::Calendar;
use serde::Deserialize;
use std::collections::BTreeMap;

#[derive(Deserialize)]
struct Cases {
    calendars: BTreeMap<String, Written>,
    add: Vec<Add>,
    between: Vec<Between>,
}

type Hours = Vec<(String, String)>;

#[derive(Deserialize)]
struct Written {
    tz: String,
    week: BTreeMap<u8, Hours>,
    holidays: Vec<String>,
    special: BTreeMap<String, Hours>,
}

#[derive(Deserialize)]
struct Add {
    id: String,
    calendar: String,
    start: String,
    business_minutes: i64,
    expected: String,
    expected_utc: String,
}

#[derive(Deserialize)]
struct Between {
    id: String,
    calendar: String,
    from: String,
    to: String,
    business_minutes: i64,
}

fn cases() -> Cases {
    let text = include_str!("../../fixtures/analysis/calendar-cases.json");
    serde_json::from_str(text).unwrap()
}

fn minutes(hours: &Hours) -> Vec<(u16, u16)> {
    let minute = |text: &str| {
        let (hour, minute) = text.split_once(':').unwrap();
        hour.parse::<u16>().unwrap() * 60 + minute.parse::<u16>().unwrap()
    };
    hours.iter().map(|(from, to)| (minute(from), minute(to))).collect()
}

impl Written {
    fn calendar(&self) -> Calendar {
        let day = |(weekday, hours): (&u8, &Hours)| {
            let windows = minutes(hours).into_iter();
            let weekday = *weekday;
            windows.map(|(from, to)| Window { weekday, from, to }).collect::<Vec<_>>()
        };
        let holidays = self.holidays.iter().map(|date| special(date, &[]));
        let others = self.special.iter().map(|(date, hours)| special(date, &minutes(hours)));
        Calendar {
            time_zone: self.tz.clone(),
            windows: self.week.iter().flat_map(day).collect(),
            special_days: holidays.chain(others).collect(),
            ..Calendar::default()
        }
    }
}

#[test]
fn work_is_due_where_the_cases_say() {
    let cases = cases();
    for case in &cases.add {
        let calendar = cases.calendars[&case.calendar].calendar();
        let start = at(&work(&calendar), &case.start);
        for work in in_every_way(&calendar, start) {
            let due = work.add(start, case.business_minutes).unwrap();
            assert_eq!(due.to_string(), case.expected_utc, "{}", case.id);
            assert_eq!(due, at(&work, &case.expected), "{}", case.id);
            let (local, _) = case.expected.split_at(16);
            assert_eq!(work.local(due).to_string(), local, "{}", case.id);
            assert_eq!(work.elapsed(start, due), case.business_minutes, "{}", case.id);
        }
    }
    assert_eq!(cases.add.len(), 20);
}

#[test]
fn minutes_between_are_what_the_cases_say() {
    let cases = cases();
    for case in &cases.between {
        let calendar = cases.calendars[&case.calendar].calendar();
        let start = at(&work(&calendar), &case.from);
        for work in in_every_way(&calendar, start) {
            let elapsed = work.elapsed(start, at(&work, &case.to));
            assert_eq!(elapsed, case.business_minutes, "{}", case.id);
        }
    }
    assert_eq!(cases.between.len(), 8);
}
