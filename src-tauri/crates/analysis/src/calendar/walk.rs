//! Working time day by day: any span of it, in no more memory than one day needs. The table answers
//! faster where it reaches; this answers everywhere.

use super::rules::Rules;
use super::time::{Day, UtcMinute};
use super::zone::{Steady, Zone};
use serde::Serialize;
use ts_rs::TS;

/// A stretch of working time, half-open.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export_to = "contract.ts")]
pub struct Span {
    /// Its first minute.
    pub open: UtcMinute,
    /// The first minute after it.
    pub close: UtcMinute,
}

/// The stretches of working time from some day on: in order, none empty, no minute twice.
pub(super) struct Walk<'c> {
    zone: &'c Zone,
    rules: &'c Rules,
    day: Option<Day>,
    /// How many windows of the day are behind.
    passed: usize,
    /// Up to here all is told.
    until: i64,
    told: u32,
    /// Between jumps of the clocks there is no need to ask the zone about every window.
    steady: Option<Steady>,
}

/// After so many stretches it pays to look up when the clocks jump next.
const LONG: u32 = 8;

impl<'c> Walk<'c> {
    /// From a day on.
    pub(super) fn from_day(zone: &'c Zone, rules: &'c Rules, day: Day) -> Walk<'c> {
        Walk { zone, rules, day: Some(day), passed: 0, until: i64::MIN, told: 0, steady: None }
    }

    /// What ends after an instant.
    pub(super) fn after(
        zone: &'c Zone,
        rules: &'c Rules,
        at: i64,
    ) -> impl Iterator<Item = (i64, i64)> + use<'c> {
        // Where clocks are set back over midnight, the day before may go on.
        let day = zone.local(UtcMinute::new(at)).day;
        let day = day.0.yesterday().map_or(day, Day);
        Walk::from_day(zone, rules, day).filter(move |(_, close)| *close > at)
    }

    /// The stretches of one day.
    pub(super) fn of_day(zone: &Zone, rules: &Rules, day: Day) -> Vec<Span> {
        let mut walk = Walk::from_day(zone, rules, day);
        let spans = std::iter::from_fn(|| walk.next_on(day));
        spans
            .map(|(open, close)| Span { open: UtcMinute::new(open), close: UtcMinute::new(close) })
            .collect()
    }

    /// The next stretch of the day it is at.
    fn next_on(&mut self, day: Day) -> Option<(i64, i64)> {
        while let Some((from, to)) = self.rules.windows(day).get(self.passed) {
            self.passed += 1;
            let (from, to) = (day.at(*from), day.at(*to));
            let steady = |local| self.steady.and_then(|it| it.minute(local));
            let open = steady(from).unwrap_or_else(|| self.zone.reached(from)).max(self.until);
            let close = steady(to).unwrap_or_else(|| self.zone.left(to));
            if open < close {
                self.tell(close);
                return Some((open, close));
            }
        }
        None
    }

    fn tell(&mut self, close: i64) {
        self.until = close;
        self.told = self.told.saturating_add(1);
        if self.told >= LONG && !self.steady.is_some_and(|it| it.covers(close)) {
            self.steady = Some(Steady::around(self.zone, close));
        }
    }
}

impl Iterator for Walk<'_> {
    type Item = (i64, i64);

    fn next(&mut self) -> Option<(i64, i64)> {
        loop {
            let day = self.day?;
            if let Some(found) = self.next_on(day) {
                return Some(found).filter(|(_, close)| *close <= UtcMinute::LAST.0);
            }
            self.passed = 0;
            self.day = self.rules.following(day).filter(|it| it.0.year() < 9999);
        }
    }
}
