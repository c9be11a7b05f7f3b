//! Business days (domain.md 3.5, rule 5) and the week of a calendar.

use super::*;
use model::Calendar;

fn week(hours: [&[(u16, u16)]; 7]) -> Calendar {
    let day = |(weekday, hours): (u8, &[(u16, u16)])| {
        hours.iter().map(move |(from, to)| Window { weekday, from: *from, to: *to }).collect()
    };
    let windows = (0..).zip(hours).flat_map(|it| -> Vec<Window> { day(it) });
    Calendar { windows: windows.collect(), ..office("Europe/Berlin") }
}

/// 9 May 2026 is a Saturday; the Monday before is 4 May.
#[test]
fn business_days_are_minutes_in_even_weeks_and_days_in_others() {
    let long: &[(u16, u16)] = &[(540, 1020)];
    let short = week([long, long, long, long, &[(540, 780)], &[], &[]]);
    let late = week([long, long, long, long, &[(720, 1080)], &[], &[]]);
    let broken = week([long, long, long, long, &[(540, 720), (840, 960)], &[], &[]]);
    let rows = [
        (k1(), "2026-05-22T15:30", 1, "2026-05-26T15:30"),
        (k1(), "2026-05-26T09:00", 1, "2026-05-26T17:00"),
        (k2(), "2026-05-26T11:00", 2, "2026-05-28T11:00"),
        (k3(), "2026-05-26T11:00", 2, "2026-05-28T11:00"),
        // The same time of day …
        (short.clone(), "2026-05-07T10:00", 1, "2026-05-08T10:00"),
        (short.clone(), "2026-05-07T10:00", 2, "2026-05-11T10:00"),
        // … where the day is worked by then.
        (short.clone(), "2026-05-07T15:30", 1, "2026-05-08T13:00"),
        (late, "2026-05-07T10:00", 1, "2026-05-08T12:00"),
        (broken, "2026-05-07T13:00", 1, "2026-05-08T12:00"),
        // From an opening on, whole days.
        (short.clone(), "2026-05-04T09:00", 1, "2026-05-04T17:00"),
        (short.clone(), "2026-05-04T09:00", 5, "2026-05-08T13:00"),
        (short.clone(), "2026-05-09T11:00", 1, "2026-05-11T17:00"),
        (short, "2026-05-09T11:00", 0, "2026-05-11T09:00"),
    ];
    for (calendar, start, days, wanted) in rows {
        let work = work(&calendar);
        let due = work.add_days(at(&work, start), days).unwrap();
        assert_eq!(work.local(due).to_string(), wanted, "{days} days from {start}");
    }
}

#[test]
fn a_day_that_is_not_worked_does_not_count() {
    let long: &[(u16, u16)] = &[(540, 1020)];
    let short = week([long, long, long, long, &[(540, 780)], &[], &[]]);
    let calendar = Calendar { special_days: vec![special("05-08", &[])], ..short };
    let work = work(&calendar);
    let due = work.add_days(at(&work, "2026-05-07T15:30"), 1).unwrap();
    assert_eq!(work.local(due).to_string(), "2026-05-11T15:30");
}

#[test]
fn a_week_is_shown_by_weekday() {
    let shown = work(&k2()).week();
    assert_eq!(shown.minutes, [420, 420, 420, 420, 420, 0, 0]);
    assert_eq!(shown.day_minutes, Some(420));
    assert_eq!(shown.windows[4], [(540, 720), (780, 1020)]);
    let shown = work(&k3()).week();
    assert_eq!((shown.minutes, shown.day_minutes), ([1440; 7], Some(1440)));
    let uneven = work(&week([&[(0, 60)], &[(0, 90)], &[], &[], &[], &[], &[]])).week();
    assert_eq!(uneven.day_minutes, None);
}
