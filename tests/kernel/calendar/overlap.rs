//! What two calendars share, over the weeks in which their clocks are not set together.

use super::*;
use analysis::calendar::{Day, overlap, overlap_on};

fn day(text: &str) -> Day {
    text.parse().unwrap()
}

/// Vector T11.
#[test]
fn an_overlap_changes_where_clocks_are_set_forward_first() {
    let [new_york, london] = ["America/New_York", "Europe/London"].map(|it| work(&office(it)));
    for (date, wanted) in [("2026-03-03", 180), ("2026-03-17", 240), ("2026-04-14", 180)] {
        assert_eq!(overlap_on(&new_york, &london, day(date)), wanted, "{date}");
        assert_eq!(overlap_on(&london, &new_york, day(date)), wanted, "{date}");
    }
    let shared = overlap(&new_york, &london, day("2026-03-04"), 5);
    let weeks: Vec<_> =
        shared.weeks.iter().map(|week| (week.monday.to_string(), week.minutes)).collect();
    let of = |minutes| [minutes, minutes, minutes, minutes, minutes, 0, 0];
    let wanted = [
        ("2026-03-02", 180),
        ("2026-03-09", 240),
        ("2026-03-16", 240),
        ("2026-03-23", 240),
        ("2026-03-30", 180),
    ];
    assert_eq!(weeks, wanted.map(|(monday, minutes)| (monday.to_owned(), of(minutes))));
    assert_eq!(shared.least, Some((day("2026-03-04"), 180)));
}

#[test]
fn the_least_is_of_days_on_which_both_work() {
    let berlin = work(&k1());
    let short = Calendar {
        special_days: vec![special("2026-05-25", &[(540, 600)]), special("12-24", &[(960, 1440)])],
        ..office("Europe/Berlin")
    };
    // On 25 May one of the two is closed, on 24 December they share an hour.
    let shared = overlap(&berlin, &work(&short), day("2026-05-01"), 0);
    assert_eq!((shared.least, shared.weeks.len()), (Some((day("2026-12-24"), 60)), 0));
    let weekend = work(&calendar("Europe/Berlin", &[5, 6], &[(540, 1020)]));
    assert_eq!(overlap(&berlin, &weekend, day("2026-05-01"), 1).least, None);
}

#[test]
fn teams_on_other_sides_of_the_world_share_hours_of_two_dates() {
    let [auckland, honolulu] = ["Pacific/Auckland", "Pacific/Honolulu"].map(|it| work(&office(it)));
    // 09:00 on the 15th in Auckland is 11:00 on the 14th in Honolulu.
    assert_eq!(overlap_on(&auckland, &honolulu, day("2026-07-15")), 360);
    assert_eq!(overlap_on(&auckland, &honolulu, day("2026-07-13")), 0);
    assert_eq!(overlap_on(&honolulu, &auckland, day("2026-07-17")), 0);
}
