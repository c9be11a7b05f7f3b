//! A team at work: who is free, who waits, and how much of both there was.

use super::tally::{BUCKETS, TeamTally};
use std::collections::VecDeque;

/// A team during a run.
#[derive(Clone, Debug, Default)]
pub(super) struct Crew {
    pub(super) free: u32,
    first: VecDeque<u32>,
    /// Those the team takes when nobody else waits.
    later: VecDeque<u32>,
    /// Since when so many wait.
    since: i64,
}

impl Crew {
    pub(super) fn with(people: u32) -> Crew {
        Crew { free: people, ..Crew::default() }
    }

    pub(super) fn waiting(&self) -> usize {
        self.first.len() + self.later.len()
    }

    pub(super) fn next(&self) -> Option<u32> {
        self.first.front().or(self.later.front()).copied()
    }

    pub(super) fn put(&mut self, token: u32, low_priority: bool) {
        if low_priority { self.later.push_back(token) } else { self.first.push_back(token) }
    }

    pub(super) fn take(&mut self) -> Option<u32> {
        self.first.pop_front().or_else(|| self.later.pop_front())
    }

    /// Counts those who waited up to now, from an instant on and in parts so long.
    pub(super) fn note(&mut self, now: i64, counted: Option<(i64, i64)>, tally: &mut TeamTally) {
        const LAST: i64 = BUCKETS as i64 - 1;
        if now <= self.since {
            return;
        }
        let waiting = self.waiting() as i128;
        if let Some((start, part)) = counted.filter(|_| waiting > 0) {
            let mut from = self.since.max(start);
            while from < now {
                let number = ((from - start) / part).min(LAST);
                let end = if number == LAST { now } else { now.min(start + (number + 1) * part) };
                let ticks = waiting * i128::from(end - from);
                tally.queue += ticks;
                if let Some(cell) = tally.queue_over_time.get_mut(number as usize) {
                    *cell += ticks;
                }
                from = end;
            }
        }
        self.since = now;
    }
}
