//! Calendars that cannot be counted in, times that are none, and the ends of time: each says so, and
//! none takes forever.

use super::*;
use analysis::calendar::Day;
use model::Calendar;

#[track_caller]
fn refused(calendar: Calendar, wanted: &str) {
    let said = WorkCalendar::of(&calendar).unwrap_err().to_string();
    assert_eq!(said, format!("The calendar “Hours” {wanted}"));
}

#[test]
fn what_is_wrong_with_a_calendar_is_said() {
    let hours = || office("Europe/Berlin");
    let with = |days: &[(&str, &[(u16, u16)])]| Calendar {
        special_days: days.iter().map(|(date, windows)| special(date, windows)).collect(),
        ..hours()
    };
    refused(office(""), "has no time zone. Choose one, such as Europe/Berlin.");
    let nowhere = "is in the time zone “Europe/Atlantis”, which does not exist. Choose one such as Europe/Berlin.";
    refused(office("Europe/Atlantis"), nowhere);
    for zone in ["Etc/Unknown", "CET-1", "../../etc/passwd", "+02:00"] {
        assert!(WorkCalendar::of(&office(zone)).is_err(), "{zone}");
    }
    for date in [
        "2026-02-30",
        "02-30",
        "13-01",
        "",
        "2026",
        "26-05-2026",
        "2026-5-1",
        "0000-01-01",
        "2026-05-011",
    ] {
        let wanted = format!(
            "names the day “{date}”, which does not exist. Write 2026-12-24, or 12-24 for every year."
        );
        refused(with(&[(date, &[])]), &wanted);
    }
    assert!(WorkCalendar::of(&with(&[("02-29", &[]), ("2024-02-29", &[])])).is_ok());
    refused(
        with(&[("12-24", &[]), ("12-24", &[(540, 720)])]),
        "has 12-24 twice, with different hours. Keep one of them.",
    );
    assert!(WorkCalendar::of(&with(&[("12-24", &[]), ("12-24", &[])])).is_ok());
    refused(
        calendar("UTC", &[2], &[(600, 780), (540, 660)]),
        "works from 09:00 to 11:00 on Wednesday, and again from 10:00. Make one of the two, or move one.",
    );
    refused(
        with(&[("05-08", &[(540, 660), (540, 660)])]),
        "works from 09:00 to 11:00 on 05-08, and again from 09:00. Make one of the two, or move one.",
    );
    refused(
        calendar("UTC", &[0], &[(1320, 360)]),
        "works from 22:00 to 06:00 on Monday. Hours end after they begin, and by 24:00: split a night at midnight.",
    );
    for window in [(540, 540), (1380, 1441)] {
        assert!(WorkCalendar::of(&calendar("UTC", &[0], &[window])).is_err(), "{window:?}");
    }
    assert!(WorkCalendar::of(&calendar("UTC", &[7], &[(540, 600)])).is_err());
    let never = "is never open. Give it working hours on at least one day.";
    refused(calendar("UTC", &[], &[]), never);
    refused(
        Calendar { special_days: vec![special("12-24", &[])], ..calendar("UTC", &[], &[]) },
        never,
    );
    // Hours that the only day does not have, for it was skipped.
    let skipped = special("2011-12-30", &[(540, 600)]);
    refused(Calendar { special_days: vec![skipped], ..calendar("Pacific/Apia", &[], &[]) }, never);
}

#[test]
fn what_is_always_open_needs_no_hours() {
    let always = Calendar {
        windows: Vec::new(),
        special_days: vec![special("when we say so", &[(5, 3)])],
        ..k3()
    };
    assert_eq!(
        work(&always).elapsed(UtcMinute::FIRST, UtcMinute::new(0)),
        -UtcMinute::FIRST.minutes()
    );
}

#[test]
fn a_calendar_that_is_hardly_ever_open_is_counted_in_to_the_end_of_time() {
    let only = |date: &str, windows: &[(u16, u16)]| {
        let special_days = vec![special(date, windows)];
        Calendar { special_days, ..calendar("Europe/Berlin", &[], &[]) }
    };
    let once = work(&only("2026-05-08", &[(540, 600)]));
    let before = at(&once, "1900-01-01T00:00");
    let due = |minutes| once.add(before, minutes).map(|it| once.local(it).to_string());
    assert_eq!(due(0).as_deref(), Some("2026-05-08T09:00"));
    assert_eq!(due(60).as_deref(), Some("2026-05-08T10:00"));
    assert_eq!(due(61), None);
    assert_eq!(once.next_opening(at(&once, "2026-05-08T10:00")), None);
    assert_eq!(once.elapsed(UtcMinute::FIRST, UtcMinute::LAST), 60);

    let leap = work(&only("02-29", &[(540, 541)])).ready(at(&once, "2026-01-01T00:00"));
    let due = |minutes| leap.add(at(&leap, "2026-05-01T00:00"), minutes);
    assert_eq!(leap.local(due(1).unwrap()).to_string(), "2028-02-29T09:01");
    // 97 leap days in 400 years.
    assert_eq!(leap.local(due(97).unwrap()).to_string(), "2424-02-29T09:01");
    assert_eq!(due(5_270_400), None);
    assert_eq!(leap.add_days(at(&leap, "2026-05-01T00:00"), 97), due(97));
    assert_eq!(leap.add_days(at(&leap, "2026-05-01T00:00"), u32::MAX), None);
}

#[test]
fn the_ends_of_time_are_no_accident() {
    let (first, last) = (UtcMinute::FIRST, UtcMinute::LAST);
    for calendar in [k1(), k2(), k3(), calendar("Pacific/Kiritimati", &[6], &[(1439, 1440)])] {
        let work = work(&calendar).ready(last);
        let before = last.plus(-20_000);
        assert_eq!(work.add(last, 0), None);
        assert_eq!(work.due(before, i64::MAX, i64::MAX), None);
        assert_eq!(work.add(UtcMinute::new(i64::MIN), i64::MIN), work.add(first, 0));
        let rest = work.elapsed(before, last.plus(i64::MAX));
        assert_eq!(work.elapsed(last, before), -rest);
        let opening = work.add(before, rest - 1).unwrap();
        assert_eq!(work.elapsed(before, opening), rest - 1);
        assert_eq!(work.add(before, rest + 1), None);
    }
    let always = work(&k3());
    assert_eq!(always.add(first, i64::MAX), None);
    assert_eq!(always.elapsed(first, last), last.minutes() - first.minutes());
}

#[test]
fn times_are_read_in_one_way() {
    let london = work(&office("Europe/London"));
    for (text, wanted) in [
        ("2026-05-22T15:30", "2026-05-22T14:30Z"),
        ("2026-05-22 15:30", "2026-05-22T14:30Z"),
        ("2026-05-22T15:30Z", "2026-05-22T15:30Z"),
        ("2026-05-22T15:30+05:30", "2026-05-22T10:00Z"),
        ("2026-05-22T15:30-04:00", "2026-05-22T19:30Z"),
        // Skipped, and twice.
        ("2026-03-29T01:30", "2026-03-29T01:00Z"),
        ("2026-10-25T01:30", "2026-10-25T00:30Z"),
    ] {
        assert_eq!(at(&london, text).to_string(), wanted, "{text}");
    }
    for text in [
        "",
        "now",
        "2026-05-22",
        "2026-05-22T",
        "2026-05-22T24:00",
        "2026-05-22T15:60",
        "2026-05-22T15:30:00",
        "2026-05-22T15:30z",
        "2026-05-22T15:30+2",
        "2026-02-29T10:00",
        "2026-05-22T15:3",
        "26-05-22T15:30",
        "2026-05-22T15:30 Z",
        "２026-05-22T15:30",
        "9999-01-01T00:00",
        "+026-05-22T15:30",
    ] {
        let said = text.parse::<When>().unwrap_err().to_string();
        assert!(said.starts_with(&format!("“{text}” is not a time.")), "{said}");
    }
    assert!("2026-05-22T15:30".parse::<Day>().is_err());
}
