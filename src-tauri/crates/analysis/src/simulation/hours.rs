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
    /// How many stretches have opened when each part of a round begins: where to look first.
    opened: Vec<usize>,
    /// Parts are two to the power of this long.
    part: u32,
}

/// Round the clock.
pub(super) static ALWAYS: Hours =
    Hours { opens: Vec::new(), before: Vec::new(), round: 0, opened: Vec::new(), part: 0 };

/// Parts of a round for each stretch in it.
const PARTS: i64 = 4;

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
        let round_ticks = round * TICKS_PER_MINUTE;
        let mut hours = Hours { before: vec![0], round: round_ticks, ..ALWAYS.clone() };
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
        if worked == 0 || worked == hours.round { Hours::always() } else { hours.in_parts() }
    }

    fn in_parts(mut self) -> Hours {
        let parts = PARTS * self.opens.len() as i64;
        self.part = (self.round / parts).max(1).ilog2();
        let opened = |part: i64| self.opens.partition_point(|open| *open <= part << self.part);
        self.opened = (0..=self.round >> self.part).map(opened).collect();
        self
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

    /// Which round an instant is in, how far it is in it, and how many of its stretches have opened.
    fn place(&self, at: i64) -> (i64, i64, usize) {
        let round = at.div_euclid(self.round);
        let within = at - round * self.round;
        let part = (within >> self.part) as usize;
        let mut opened = self.opened.get(part).copied().unwrap_or_default();
        while self.opens.get(opened).is_some_and(|open| *open <= within) {
            opened += 1;
        }
        (round, within, opened)
    }

    /// Of the stretch that opened last: when, and what is worked in its round before and after it.
    fn stretch(&self, opened: usize) -> Option<(i64, i64, i64)> {
        let last = opened.checked_sub(1)?;
        Some((*self.opens.get(last)?, *self.before.get(last)?, *self.before.get(opened)?))
    }

    /// Ticks worked from the start up to an instant.
    pub(super) fn worked(&self, at: i64) -> i64 {
        if self.round == 0 {
            return at;
        }
        let (round, within, opened) = self.place(at);
        let inside = self.stretch(opened);
        let inside = inside.map(|(open, before, after)| (before + within - open).min(after));
        round * self.in_a_round() + inside.unwrap_or_default()
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
            return at + ticks.max(0);
        }
        // Most work is done in the stretch it is begun in.
        let (_, within, opened) = self.place(at);
        match self.stretch(opened) {
            Some((open, before, after)) if ticks <= after - (before + within - open) => at + ticks,
            _ => self.reached(self.worked(at) + ticks),
        }
    }

    /// Ticks worked between two instants.
    pub(super) fn between(&self, from: i64, until: i64) -> i64 {
        if from == until { 0 } else { self.worked(until) - self.worked(from) }
    }
}
