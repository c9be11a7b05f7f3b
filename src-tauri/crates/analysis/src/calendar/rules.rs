//! Which hours a local day has: those of its date, else of its day of the year, else of its weekday
//! (domain.md 3.5, rule 1). Windows of one day are in order and share no minute.

use super::problem::{DayName, ProblemKind};
use super::time::{DAY, Day};
use jiff::civil::Date;
use model::Calendar;
use std::collections::BTreeMap;
use std::ops::Bound::{Excluded, Unbounded};

/// Working windows of one day, half-open, in minutes after midnight.
pub(super) type Windows = Vec<(u16, u16)>;

/// A leap year: it has every day that any year has.
const EVERY_DAY: i16 = 2000;

/// The hours of every day there is.
#[derive(Clone, Debug)]
pub(super) struct Rules {
    weekly: [Windows; 7],
    dated: BTreeMap<Date, Windows>,
    yearly: BTreeMap<(i8, i8), Windows>,
}

impl Rules {
    pub(super) fn of(calendar: &Calendar) -> Result<Rules, ProblemKind> {
        let (dated, yearly) = (BTreeMap::new(), BTreeMap::new());
        if calendar.always {
            let weekly = std::array::from_fn(|_| vec![(0, DAY)]);
            return Ok(Rules { weekly, dated, yearly });
        }
        let mut rules = Rules { weekly: Default::default(), dated, yearly };
        for window in &calendar.windows {
            match rules.weekly.get_mut(usize::from(window.weekday)) {
                Some(day) => day.push((window.from, window.to)),
                None => {
                    let day = DayName::Weekday(window.weekday);
                    return Err(ProblemKind::NotAWindow { day, from: window.from, to: window.to });
                }
            }
        }
        for (windows, weekday) in rules.weekly.iter_mut().zip(0..) {
            in_order(windows, || DayName::Weekday(weekday))?;
        }
        for day in &calendar.special_days {
            rules.special(&day.date, day.windows.clone())?;
        }
        Ok(rules)
    }

    fn special(&mut self, date: &str, mut windows: Windows) -> Result<(), ProblemKind> {
        in_order(&mut windows, || DayName::Date(date.to_owned()))?;
        let written = || ProblemKind::NoSuchDay { date: date.to_owned() };
        let before = match date.len() {
            5 => {
                let Day(day) = format!("{EVERY_DAY}-{date}").parse().map_err(|_| written())?;
                self.yearly.insert((day.month(), day.day()), windows.clone())
            }
            _ => {
                let Day(day) = date.parse().map_err(|_| written())?;
                self.dated.insert(day, windows.clone())
            }
        };
        match before {
            Some(other) if other != windows => Err(ProblemKind::DayTwice { date: date.to_owned() }),
            _ => Ok(()),
        }
    }

    /// The windows of a day.
    pub(super) fn windows(&self, day: Day) -> &[(u16, u16)] {
        let of_date = || self.dated.get(&day.0);
        let of_year = || self.yearly.get(&(day.0.month(), day.0.day()));
        let special = if self.dated.is_empty() { None } else { of_date() };
        let special = special.or_else(|| if self.yearly.is_empty() { None } else { of_year() });
        special.map_or_else(|| self.weekday(day.weekday()), Vec::as_slice)
    }

    /// The windows of a weekday that is not special; 0 is Monday.
    pub(super) fn weekday(&self, weekday: u8) -> &[(u16, u16)] {
        self.weekly.get(usize::from(weekday)).map(Vec::as_slice).unwrap_or_default()
    }

    /// The next day after this that may have windows, if there is one.
    pub(super) fn following(&self, Day(day): Day) -> Option<Day> {
        if self.weekly.iter().any(|it| !it.is_empty()) {
            return day.tomorrow().ok().map(Day);
        }
        let (month, of_month) = (day.month(), day.day());
        let dated = self.dated.range((Excluded(day), Unbounded)).next().map(|(date, _)| *date);
        let later = self.yearly.range((Excluded((month, of_month)), Unbounded)).map(|(it, _)| it);
        // From one 29 February to the next it can be eight years.
        let years = (1..=8).flat_map(|more| self.yearly.keys().map(move |it| (more, it)));
        let mut yearly = later.map(|it| (0, it)).chain(years);
        let yearly = yearly.find_map(|(more, it)| Date::new(day.year() + more, it.0, it.1).ok());
        dated.into_iter().chain(yearly).min().map(Day)
    }

    /// Whether every minute of every day is worked.
    pub(super) fn is_always(&self) -> bool {
        let whole = |day: &Windows| {
            day.iter().try_fold(0, |end, (from, to)| (*from == end).then_some(*to)) == Some(DAY)
        };
        self.dated.values().chain(self.yearly.values()).chain(&self.weekly).all(whole)
    }
}

/// Sorts the windows of a day; none may be empty, and no two may share a minute.
fn in_order(windows: &mut Windows, day: impl Fn() -> DayName) -> Result<(), ProblemKind> {
    windows.sort_unstable();
    if let Some(&(from, to)) = windows.iter().find(|(from, to)| from >= to || *to > DAY) {
        return Err(ProblemKind::NotAWindow { day: day(), from, to });
    }
    let mut pairs = windows.iter().zip(windows.iter().skip(1));
    match pairs.find(|((_, to), (again, _))| again < to) {
        Some(((from, to), (again, _))) => {
            Err(ProblemKind::WindowsOverlap { day: day(), from: *from, to: *to, again: *again })
        }
        None => Ok(()),
    }
}
