//! The vectors of domain.md 8.2 that are about calendars, and rules 2, 3, 6 and 7 of 3.5.

use super::*;
use analysis::calendar::{Day, chain};
use model::Calendar;

#[track_caller]
fn due(calendar: &Calendar, start: &str, minutes: i64, wanted: &str) {
    for work in in_every_way(calendar, at(&work(calendar), start)) {
        let due = work.add(at(&work, start), minutes).unwrap();
        assert_eq!(work.local(due).to_string(), wanted, "{minutes} min from {start}");
        assert_eq!(work.elapsed(at(&work, start), due), minutes);
    }
}

#[test]
fn work_is_due_where_the_vectors_say() {
    let rows = [
        (k1(), "2026-05-22T15:30", 480, "2026-05-26T15:30"),
        (k1(), "2026-05-23T11:00", 60, "2026-05-26T10:00"),
        (k1(), "2026-05-26T07:00", 480, "2026-05-26T17:00"),
        (k1(), "2026-05-26T17:00", 30, "2026-05-27T09:30"),
        (k2(), "2026-05-26T11:00", 120, "2026-05-26T14:00"),
        (k1(), "2026-05-23T11:00", 0, "2026-05-26T09:00"),
        (k3(), "2026-10-24T12:00", 1440, "2026-10-25T11:00"),
        (k3(), "2026-05-23T11:00", 0, "2026-05-23T11:00"),
    ];
    for (calendar, start, minutes, wanted) in rows {
        due(&calendar, start, minutes, wanted);
    }
}

#[test]
fn minutes_are_counted_between_instants_either_way() {
    for work in in_every_way(&k1(), at(&work(&k1()), "2026-05-22T15:30")) {
        let [from, until] = ["2026-05-22T15:30", "2026-05-26T10:15"].map(|text| at(&work, text));
        assert_eq!(work.elapsed(from, until), 165);
        assert_eq!(work.elapsed(until, from), -165);
        assert_eq!(work.elapsed(from, from), 0);
    }
}

#[test]
fn a_chain_is_due_in_one_calendar_after_the_other() {
    let [new_york, london] = ["America/New_York", "Europe/London"].map(|it| work(&office(it)));
    let start = at(&new_york, "2026-06-12T15:00");
    let due = chain(start, &[(&new_york, 60), (&london, 240), (&new_york, 120)]).unwrap();
    let shown: Vec<String> = due
        .iter()
        .zip([&new_york, &london, &new_york])
        .map(|(due, calendar)| calendar.local(*due).to_string())
        .collect();
    assert_eq!(shown, ["2026-06-12T16:00", "2026-06-15T13:00", "2026-06-15T11:00"]);
}

#[test]
fn a_pause_is_what_is_left_when_it_ends() {
    let work = work(&k1());
    let start = at(&work, "2026-05-22T10:00");
    let [pause, resume] = ["2026-05-22T16:00", "2026-05-26T11:00"].map(|text| at(&work, text));
    let paused = work.elapsed(pause, resume);
    let due = work.due(start, 480, paused).unwrap();
    assert_eq!(paused, 180);
    assert_eq!(work.local(due).to_string(), "2026-05-26T13:00");
    assert_eq!(work.add(resume, 480 - work.elapsed(start, pause)), Some(due));
}

/// What the clocks show at the ends of the working time of a day.
fn spans(calendar: &Calendar, day: &str) -> Vec<(String, String)> {
    let work = work(calendar);
    let shown = |at| work.local(at).to_string().replace(&format!("{day}T"), "");
    let spans = work.spans_on(day.parse::<Day>().unwrap());
    spans.iter().map(|span| (shown(span.open), shown(span.close))).collect()
}

/// Rule 2. Clocks in Berlin jump from 02:00 to 03:00 on 29 March 2026, and go back from 03:00 to
/// 02:00 on 25 October.
#[test]
fn windows_end_where_clocks_jump_and_last_where_hours_come_twice() {
    let daily = |hours: &[(u16, u16)]| calendar("Europe/Berlin", &[0, 1, 2, 3, 4, 5, 6], hours);
    let text = |it: &[(&str, &str)]| -> Vec<(String, String)> {
        it.iter().map(|(open, close)| ((*open).to_owned(), (*close).to_owned())).collect()
    };
    let spring = "2026-03-29";
    assert_eq!(spans(&daily(&[(150, 240)]), spring), text(&[("03:00", "04:00")]));
    assert_eq!(spans(&daily(&[(60, 150)]), spring), text(&[("01:00", "03:00")]));
    assert_eq!(spans(&daily(&[(130, 170)]), spring), []);
    assert_eq!(spans(&daily(&[(130, 140), (145, 200)]), spring), text(&[("03:00", "03:20")]));

    let autumn = "2026-10-25";
    let minutes = |hours: &[(u16, u16)]| {
        let work = work(&daily(hours));
        work.elapsed(at(&work, "2026-10-25T00:00"), at(&work, "2026-10-26T00:00"))
    };
    // From the first 02:30 on, and until the second.
    assert_eq!(minutes(&[(150, 240)]), 150);
    assert_eq!(minutes(&[(60, 150)]), 150);
    assert_eq!(minutes(&[(130, 140)]), 70);
    // Two windows that both last through the hour share it; it is worked once.
    assert_eq!(minutes(&[(60, 135), (150, 240)]), 240);
    assert_eq!(spans(&daily(&[(60, 135), (150, 240)]), autumn).len(), 2);
    // In all 25 hours, one of them opens before it closes.
    assert_eq!(minutes(&[(0, 1440)]), 1500);
}

#[test]
fn a_day_that_is_skipped_has_no_hours() {
    let apia = office("Pacific/Apia");
    assert_eq!(spans(&apia, "2011-12-30"), []);
    due(&apia, "2011-12-29T16:30", 60, "2012-01-02T09:30");
}

#[test]
fn a_special_day_replaces_its_weekday_and_one_date_every_year() {
    let special_days = vec![
        special("12-24", &[(540, 720)]),
        special("2026-12-24", &[]),
        special("2026-02-07", &[(600, 840)]),
    ];
    let calendar = Calendar { special_days, ..office("Europe/Berlin") };
    assert_eq!(spans(&calendar, "2025-12-24"), [("09:00".to_owned(), "12:00".to_owned())]);
    assert_eq!(spans(&calendar, "2026-12-24"), []);
    assert_eq!(spans(&calendar, "2027-12-24"), [("09:00".to_owned(), "12:00".to_owned())]);
    assert_eq!(spans(&calendar, "2026-02-07"), [("10:00".to_owned(), "14:00".to_owned())]);
}

#[test]
fn a_calendar_knows_whether_it_is_open_and_when_it_opens() {
    let work = work(&k1());
    let rows = [
        ("2026-05-22T09:00", true, "2026-05-22T09:00"),
        ("2026-05-22T16:59", true, "2026-05-22T16:59"),
        ("2026-05-22T17:00", false, "2026-05-26T09:00"),
        ("2026-05-25T10:00", false, "2026-05-26T09:00"),
    ];
    for (text, open, opening) in rows {
        let at = at(&work, text);
        assert_eq!(work.is_open(at), open, "{text}");
        assert_eq!(work.local(work.next_opening(at).unwrap()).to_string(), opening);
    }
}
