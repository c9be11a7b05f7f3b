//! Counting in a calendar (domain.md 3.5, rules 3, 4 and 6): when so much work is done, and how much
//! was worked. Adding and measuring are inverse on working time.

use super::problem::{Problem, ProblemKind};
use super::rules::Rules;
use super::table::Table;
use super::time::{Day, LocalTime, UtcMinute, When};
use super::walk::{Span, Walk};
use super::zone::Zone;
use jiff::civil::Date;
use model::Calendar;

/// Years of the table before and after the one that is asked for.
const YEARS: (i16, i16) = (1, 10);

/// A business calendar that can be counted in; it is open at some time.
#[derive(Clone, Debug)]
pub struct WorkCalendar {
    pub(super) zone: Zone,
    pub(super) rules: Rules,
    always: bool,
    table: Option<Table>,
}

impl WorkCalendar {
    /// Of a calendar. That is quick; counting walks from day to day.
    ///
    /// # Errors
    /// Why it cannot be counted in.
    pub fn of(calendar: &Calendar) -> Result<WorkCalendar, Problem> {
        Self::made(calendar).map_err(|kind| Problem { calendar: calendar.name.clone(), kind })
    }

    fn made(calendar: &Calendar) -> Result<WorkCalendar, ProblemKind> {
        let zone = Zone::named(&calendar.time_zone)?;
        let rules = Rules::of(calendar)?;
        let always = rules.is_always();
        let made = WorkCalendar { zone, rules, always, table: None };
        let open = made.next_opening(UtcMinute::FIRST);
        open.map(|_| made).ok_or(ProblemKind::NeverOpen)
    }

    /// With the working time from a year before until ten years after this laid out, so that
    /// counting there takes no longer over years than over hours.
    pub fn ready(mut self, around: UtcMinute) -> WorkCalendar {
        let year = self.zone.local(around).day.0.year();
        let new_year = |year: i16| Date::new(year.clamp(1, 9998), 1, 1).unwrap_or_default();
        let (first, last) = (new_year(year - YEARS.0), new_year(year + YEARS.1 + 1));
        let midnight = |day| self.zone.reached(Day(day).at(0));
        let (from, until) = (midnight(first), midnight(last));
        let table = Table::of(from, until, Walk::after(&self.zone, &self.rules, from));
        self.table = Some(table);
        self
    }

    /// The earliest instant by which so many minutes are worked: a clock started outside hours
    /// begins at the next opening, and what ends at closing time ends then, not at the next
    /// opening. No minutes, or less, give the next working instant. `None`: not until time ends.
    pub fn add(&self, start: UtcMinute, minutes: i64) -> Option<UtcMinute> {
        let minutes = minutes.max(0);
        if self.always {
            let at = start.0.checked_add(minutes)?;
            return Some(UtcMinute(at)).filter(|at| *at < UtcMinute::LAST);
        }
        self.spend(start.0, minutes).map(UtcMinute)
    }

    fn spend(&self, mut at: i64, mut left: i64) -> Option<i64> {
        if let Some(table) = &self.table {
            if at < table.from {
                match self.walk(at, left, table.from) {
                    Ok(done) => return Some(done),
                    Err(rest) => (at, left) = (table.from, rest),
                }
            }
            if table.covers(at) {
                match table.add(at, left) {
                    Ok(done) => return Some(done),
                    Err(rest) => (at, left) = (table.until, rest),
                }
            }
        }
        self.walk(at, left, UtcMinute::LAST.0).ok()
    }

    /// As [`Table::add`], from day to day until an instant.
    fn walk(&self, start: i64, mut left: i64, until: i64) -> Result<i64, i64> {
        for (open, close) in self.spans(start, until) {
            if left.max(1) <= close - open {
                return Ok(open + left);
            }
            left -= close - open;
        }
        Err(left)
    }

    /// The stretches of working time between two instants, in minutes as of [`UtcMinute`], cut
    /// there. Such as touch may be told apart.
    pub(crate) fn stretches(
        &self,
        from: UtcMinute,
        until: UtcMinute,
    ) -> impl Iterator<Item = (i64, i64)> {
        self.spans(from.0, until.0)
    }

    /// The stretches between two instants, cut there.
    fn spans(&self, from: i64, until: i64) -> impl Iterator<Item = (i64, i64)> {
        Walk::after(&self.zone, &self.rules, from)
            .take_while(move |(open, _)| *open < until)
            .map(move |(open, close)| (open.max(from), close.min(until)))
    }

    /// Minutes worked between two instants; less than 0 where the second is the earlier.
    pub fn elapsed(&self, from: UtcMinute, until: UtcMinute) -> i64 {
        if until < from {
            return -self.elapsed(until, from);
        }
        let (from, until) = (from.0, until.0);
        let walked =
            |from, until| self.spans(from, until).map(|(open, close)| close - open).sum::<i64>();
        match &self.table {
            _ if self.always => until - from,
            Some(table) if table.from < until && from < table.until => {
                let inside = table.elapsed(from.max(table.from), until.min(table.until));
                let before = if from < table.from { walked(from, table.from) } else { 0 };
                let after = if table.until < until { walked(table.until, until) } else { 0 };
                before + inside + after
            }
            _ => walked(from, until),
        }
    }

    /// When a target is due whose clock stood still for so many minutes of this calendar.
    pub fn due(&self, start: UtcMinute, target: i64, paused: i64) -> Option<UtcMinute> {
        self.add(start, target.saturating_add(paused.max(0)))
    }

    /// The first working instant from this one on.
    pub fn next_opening(&self, at: UtcMinute) -> Option<UtcMinute> {
        self.add(at, 0)
    }

    /// Whether work goes on at an instant.
    pub fn is_open(&self, at: UtcMinute) -> bool {
        self.next_opening(at) == Some(at)
    }

    /// The working time of a local day.
    pub fn spans_on(&self, day: Day) -> Vec<Span> {
        Walk::of_day(&self.zone, &self.rules, day)
    }

    /// Its IANA time zone.
    pub fn zone_name(&self) -> &str {
        self.zone.name()
    }

    /// What its clocks show.
    pub fn local(&self, at: UtcMinute) -> LocalTime {
        self.zone.local(at)
    }

    /// How far its clocks are ahead of UTC.
    pub fn offset_minutes(&self, at: UtcMinute) -> i64 {
        self.zone.offset_minutes(at)
    }

    /// The instant that somebody wrote down, if they wrote what this calendar's clocks show. A time
    /// that is skipped is the jump, one that comes twice the first.
    pub fn instant(&self, written: When) -> UtcMinute {
        match written {
            When::Utc(at) => at,
            When::Local(local) => UtcMinute::new(self.zone.reached(local.day.at(local.minute))),
        }
    }
}

/// The due instants along a chain, each counted in its own calendar from the one before (domain.md
/// 3.5, rule 7). `None`: one of them is not until time ends.
pub fn chain(start: UtcMinute, legs: &[(&WorkCalendar, i64)]) -> Option<Vec<UtcMinute>> {
    let mut at = start;
    let mut next = |(calendar, minutes): &(&WorkCalendar, i64)| {
        at = calendar.add(at, *minutes)?;
        Some(at)
    };
    legs.iter().map(&mut next).collect()
}
