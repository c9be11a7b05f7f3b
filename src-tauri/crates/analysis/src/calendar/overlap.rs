//! When two teams work at the same time (domain.md 3.5, rule 7). It changes over the year where
//! their clocks are not set forward and back together.

use super::time::Day;
use super::work::WorkCalendar;
use serde::Serialize;
use ts_rs::TS;

/// The working time that two calendars share.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export_to = "contract.ts")]
pub struct Overlap {
    /// Week by week.
    pub weeks: Vec<OverlapWeek>,
    /// The day of the coming year on which both work and share least, the first of such days, and
    /// the minutes they share. Absent where both never work on one day.
    pub least: Option<(Day, i64)>,
}

/// The minutes that two calendars share in one week.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export_to = "contract.ts")]
pub struct OverlapWeek {
    /// Its Monday.
    pub monday: Day,
    /// From Monday to Sunday.
    pub minutes: [i64; 7],
}

/// Minutes of a local day of the first calendar in which both work.
pub fn overlap_on(one: &WorkCalendar, other: &WorkCalendar, day: Day) -> i64 {
    one.spans_on(day).iter().map(|span| other.elapsed(span.open, span.close)).sum()
}

/// What two calendars share in so many weeks from the one of this day on, and at least in the year
/// from this day on.
pub fn overlap(one: &WorkCalendar, other: &WorkCalendar, from: Day, weeks: u16) -> Overlap {
    let on = |day| overlap_on(one, other, day);
    let week = |number: u16| {
        let monday = from.monday().plus(7 * i32::from(number));
        OverlapWeek { monday, minutes: [0, 1, 2, 3, 4, 5, 6].map(|it| on(monday.plus(it))) }
    };
    let weeks = (0..weeks).map(week).collect();
    let year = (0..366).map(|number| from.plus(number));
    let both = |day: &Day| !one.spans_on(*day).is_empty() && !other.spans_on(*day).is_empty();
    let least = year.filter(both).map(|day| (day, on(day))).min_by_key(|(_, minutes)| *minutes);
    Overlap { weeks, least }
}
