//! Business calendars against domain.md 3.5 and 8.2, cases with known results, and a walk from
//! minute to minute.

mod cases;
mod days;
mod due;
mod overlap;
mod problems;
mod random;
mod vectors;

use analysis::calendar::{UtcMinute, When, WorkCalendar};
use model::{Calendar, SpecialDay, Window};

/// A calendar with the same hours on these weekdays; 0 is Monday.
fn calendar(zone: &str, weekdays: &[u8], hours: &[(u16, u16)]) -> Calendar {
    let of_day = |weekday| hours.iter().map(move |(from, to)| (weekday, *from, *to));
    let windows = weekdays.iter().copied().flat_map(of_day);
    Calendar {
        name: "Hours".into(),
        time_zone: zone.into(),
        windows: windows.map(|(weekday, from, to)| Window { weekday, from, to }).collect(),
        ..Calendar::default()
    }
}

/// Monday to Friday, nine to five.
fn office(zone: &str) -> Calendar {
    calendar(zone, &[0, 1, 2, 3, 4], &[(540, 1020)])
}

/// A day that is not as its weekday is.
fn special(date: &str, windows: &[(u16, u16)]) -> SpecialDay {
    SpecialDay { date: date.into(), name: String::new(), windows: windows.to_vec() }
}

/// The calendars of domain.md 8.2.
fn k1() -> Calendar {
    Calendar { special_days: vec![special("2026-05-25", &[])], ..office("Europe/Berlin") }
}

fn k2() -> Calendar {
    calendar("Europe/Berlin", &[0, 1, 2, 3, 4], &[(540, 720), (780, 1020)])
}

fn k3() -> Calendar {
    Calendar { always: true, ..office("Europe/Berlin") }
}

fn work(calendar: &Calendar) -> WorkCalendar {
    WorkCalendar::of(calendar).unwrap()
}

/// As the clocks of a calendar show it, or with a zone of its own.
fn at(calendar: &WorkCalendar, text: &str) -> UtcMinute {
    calendar.instant(text.parse::<When>().unwrap())
}

/// Without its table, with one, and with tables that begin and end close by.
fn in_every_way(calendar: &Calendar, start: UtcMinute) -> [WorkCalendar; 4] {
    let years = |years: i64| start.plus(years * 525_960);
    let ready = |around| work(calendar).ready(around);
    [work(calendar), ready(start), ready(years(-11)), ready(years(2))]
}
