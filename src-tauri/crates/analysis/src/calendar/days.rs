//! Business days of a calendar (domain.md 3.5, rule 5): as many minutes as a day has where all have
//! as many, else one working day after the other.

use super::time::{Day, UtcMinute};
use super::walk::Span;
use super::work::WorkCalendar;
use serde::Serialize;
use ts_rs::TS;

/// The week of a calendar, special days aside.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export_to = "contract.ts")]
pub struct Week {
    /// Windows of each weekday from Monday on, in minutes after midnight, half-open.
    pub windows: [Vec<(u16, u16)>; 7],
    /// Minutes of each weekday.
    pub minutes: [u16; 7],
    /// Minutes of a business day, where every working day has as many.
    pub day_minutes: Option<u16>,
}

impl WorkCalendar {
    /// Its week.
    pub fn week(&self) -> Week {
        let windows: [Vec<_>; 7] =
            [0, 1, 2, 3, 4, 5, 6].map(|weekday| self.rules.weekday(weekday).to_vec());
        let minutes = windows.each_ref().map(|day| day.iter().map(|(from, to)| to - from).sum());
        let mut worked = minutes.iter().copied().filter(|it| *it > 0);
        let first = worked.next();
        let day_minutes = first.filter(|first| worked.all(|it| it == *first));
        Week { windows, minutes, day_minutes }
    }

    /// The instant by which so many business days are worked. Where every working day of the week
    /// has as many minutes, a business day is that many. Else it ends on the working day that many
    /// after the start, at the same time of day or the nearest before it at which that day is
    /// worked, its opening at least; a start at the opening of a day takes whole days, and ends at a
    /// closing. `None`: not until time ends.
    pub fn add_days(&self, start: UtcMinute, days: u32) -> Option<UtcMinute> {
        if let Some(minutes) = self.week().day_minutes {
            return self.add(start, i64::from(days) * i64::from(minutes));
        }
        let start = self.next_opening(start)?;
        let Some(more) = days.checked_sub(1) else { return Some(start) };
        let local = self.local(start);
        let mut worked = self.working_days(local.day);
        let (_, first) = worked.next()?;
        let more = usize::try_from(more).ok()?;
        if first.first().is_some_and(|it| it.open == start) {
            let last = if more == 0 { first } else { worked.nth(more - 1)?.1 };
            return last.last().map(|it| it.close);
        }
        let (day, spans) = worked.nth(more)?;
        let wanted = UtcMinute::new(self.zone.reached(day.at(local.minute)));
        let within = spans.iter().rev().find(|it| it.open <= wanted);
        match within {
            Some(span) => Some(wanted.min(span.close)),
            None => spans.first().map(|it| it.open),
        }
    }

    /// The days that are worked, from this one on.
    fn working_days(&self, from: Day) -> impl Iterator<Item = (Day, Vec<Span>)> {
        let next = |day: &Day| self.rules.following(*day).filter(|it| it.0.year() < 9999);
        std::iter::successors(Some(from), next)
            .map(|day| (day, self.spans_on(day)))
            .filter(|(_, spans)| !spans.is_empty())
    }
}
