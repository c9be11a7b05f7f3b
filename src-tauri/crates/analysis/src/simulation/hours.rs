//! Working time in ticks, laid out for some weeks and repeated for ever: however long a run lasts,
//! its calendars take no more memory.

use super::net::TICKS_PER_MINUTE;
use crate::calendar::{UtcMinute, WorkCalendar};

/// When somebody works, from the start of a simulation on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Hours {
    /// Where each stretch opens, within one round.
    opens: Vec<i64>,
    /// Ticks worked before each stretch, and in all.
    before: Vec<i64>,
    /// How long a round is; 0 works always.
    round: i64,
}

/// Round the clock.
pub(super) static ALWAYS: Hours = Hours { opens: Vec::new(), before: Vec::new(), round: 0 };

/// Minutes in a week.
pub(super) const WEEK: i64 = 7 * 1440;

impl Hours {
    /// Round the clock.
    pub fn always() -> Hours {
        ALWAYS.clone()
    }

    /// Stretches in minutes, half-open and in order, of a round so many minutes long. None at all
    /// works always: somebody who never works would keep every case for ever.
    pub fn of(stretches: impl IntoIterator<Item = (i64, i64)>, round: i64) -> Hours {
        let mut hours =
            Hours { opens: Vec::new(), before: vec![0], round: round * TICKS_PER_MINUTE };
        let (mut worked, mut end) = (0, i64::MIN);
        for (open, close) in stretches {
            let (open, close) = (open.clamp(0, round), close.clamp(0, round));
            if close <= open.max(end) {
                continue;
            }
            if open == end {
                hours.before.pop();
            } else {
                hours.opens.push(open * TICKS_PER_MINUTE);
            }
            worked += (close - open) * TICKS_PER_MINUTE;
            end = close;
            hours.before.push(worked);
        }
        if worked == 0 || worked == hours.round { Hours::always() } else { hours }
    }

    /// So many weeks of a calendar from an instant on.
    pub(super) fn of_calendar(calendar: &WorkCalendar, start: UtcMinute, weeks: i64) -> Hours {
        let round = weeks * WEEK;
        let from = start.minutes();
        let stretches = calendar.stretches(start, start.plus(round));
        Hours::of(stretches.map(|(open, close)| (open - from, close - from)), round)
    }

    /// Share of the time in which work goes on, above 0 and at most 1.
    pub fn share(&self) -> f64 {
        if self.round == 0 { 1.0 } else { self.in_a_round() as f64 / self.round as f64 }
    }

    fn in_a_round(&self) -> i64 {
        self.before.last().copied().unwrap_or_default()
    }

    /// Ticks worked from the start up to an instant.
    pub(super) fn worked(&self, at: i64) -> i64 {
        if self.round == 0 {
            return at;
        }
        let (rounds, within) = (at.div_euclid(self.round), at.rem_euclid(self.round));
        let opened = self.opens.partition_point(|open| *open <= within);
        let inside = opened.checked_sub(1).and_then(|last| {
            let (before, after) = (self.before.get(last)?, self.before.get(opened)?);
            Some((before + within - self.opens.get(last)?).min(*after))
        });
        rounds * self.in_a_round() + inside.unwrap_or_default()
    }

    /// The first instant up to which so many ticks are worked.
    pub(super) fn reached(&self, worked: i64) -> i64 {
        if self.round == 0 {
            return worked;
        }
        let all = self.in_a_round();
        // The last tick of a round is in it, not in the next.
        let rounds = (worked - 1).div_euclid(all);
        let within = worked - rounds * all;
        let stretch = self.before.partition_point(|it| *it < within).saturating_sub(1);
        let at = self.opens.get(stretch).zip(self.before.get(stretch));
        rounds * self.round + at.map_or(0, |(open, before)| open + within - before)
    }

    /// The first instant by which so many ticks after another are worked. No ticks take no time.
    pub(super) fn add(&self, at: i64, ticks: i64) -> i64 {
        if ticks <= 0 || self.round == 0 {
            at + ticks.max(0)
        } else {
            self.reached(self.worked(at) + ticks)
        }
    }

    /// Ticks worked between two instants.
    pub(super) fn between(&self, from: i64, until: i64) -> i64 {
        self.worked(until) - self.worked(from)
    }
}
