//! Whose working time counts where. A map whose minutes are all of one calendar is played in those
//! minutes alone; as soon as two calendars play together, all are laid out from one Monday on.

use super::hours::Hours;
use crate::calendar::{Day, LocalTime, Problem, UtcMinute, When, WorkCalendar};
use model::*;
use std::collections::{BTreeMap, BTreeSet};

/// Ten years: whole weeks, so that weekdays meet.
const TEN_YEARS: i64 = 522;

/// Where no holiday says which year it is.
const YEAR: i64 = 2026;

/// The calendars of a simulation. Number 0 is the clock of the process.
#[derive(Clone, Debug)]
pub(super) struct Timing {
    pub hours: Vec<Hours>,
    by_calendar: BTreeMap<CalendarId, usize>,
    /// Where the wall counts.
    wall: usize,
    /// The hours of the process are not written down and had to be taken as usual.
    pub assumed: bool,
    /// All minutes are those of the process.
    flat: bool,
}

impl Timing {
    /// For some calendars beside that of the process; `wall` is whether minutes on the wall matter.
    ///
    /// # Errors
    /// A calendar that cannot be counted in.
    pub(super) fn of(
        document: &Document,
        process: &Process,
        others: &BTreeSet<CalendarId>,
        wall: bool,
    ) -> Result<Timing, Problem> {
        let elapsed = process.clock.kind == ClockKind::Elapsed;
        let own = process.calendar.filter(|_| !elapsed);
        let flat = others.iter().all(|it| Some(*it) == own) && (elapsed || !wall);
        let mut timing = Timing {
            hours: vec![Hours::always()],
            by_calendar: BTreeMap::new(),
            wall: 0,
            assumed: false,
            flat,
        };
        if flat {
            return Ok(timing);
        }
        let all: Vec<&Calendar> =
            own.iter().chain(others).filter_map(|id| document.calendar(*id)).collect();
        let usual = usual(process.clock, all.first().map(|it| it.time_zone.as_str()));
        let weeks = weeks(&all);
        let base = WorkCalendar::of(all.first().copied().unwrap_or(&usual))?;
        let start = monday(&base, &all);
        let laid = |calendar: &Calendar| {
            Ok(Hours::of_calendar(&WorkCalendar::of(calendar)?, start, weeks))
        };
        if !elapsed {
            let calendar = own.and_then(|id| document.calendar(id));
            timing.assumed = calendar.is_none();
            timing.hours = vec![laid(calendar.unwrap_or(&usual))?];
        }
        own.map(|id| timing.by_calendar.insert(id, 0));
        for id in others {
            if let Some(calendar) = document.calendar(*id).filter(|_| Some(*id) != own) {
                timing.by_calendar.insert(*id, timing.hours.len());
                timing.hours.push(laid(calendar)?);
            }
        }
        if !elapsed {
            timing.wall = timing.hours.len();
            timing.hours.push(Hours::always());
        }
        Ok(timing)
    }

    /// The hours of a calendar; those of the process without one.
    pub(super) fn calendar(&self, id: Option<CalendarId>) -> usize {
        id.and_then(|id| self.by_calendar.get(&id)).copied().unwrap_or(0)
    }

    /// Minutes on the wall.
    pub(super) fn wall(&self) -> usize {
        self.wall
    }

    /// Whether a calendar is another than that of the process.
    pub(super) fn differs(&self, id: Option<CalendarId>) -> bool {
        !self.flat && self.calendar(id) != 0
    }
}

/// Nine to five, or as long as the day of the process is.
fn usual(clock: Clock, zone: Option<&str>) -> Calendar {
    const NINE: u16 = 540;
    let day = clock.minutes_per_day;
    let from = if NINE + day <= 1440 { NINE } else { 0 };
    Calendar {
        time_zone: zone.unwrap_or("UTC").to_owned(),
        windows: (0..5).map(|weekday| Window { weekday, from, to: from + day }).collect(),
        ..Calendar::default()
    }
}

/// A week says it all where no day is special and no clock is set forward while another is not.
fn weeks(all: &[&Calendar]) -> i64 {
    let zones: BTreeSet<&str> = all.iter().map(|it| it.time_zone.as_str()).collect();
    let special = all.iter().any(|it| !it.always && !it.special_days.is_empty());
    if special || zones.len() > 1 { TEN_YEARS } else { 1 }
}

/// The first Monday of the year of the first special day.
fn monday(calendar: &WorkCalendar, all: &[&Calendar]) -> UtcMinute {
    let dated = all.iter().flat_map(|it| &it.special_days).filter(|day| day.date.len() == 10);
    let year = dated.filter_map(|day| day.date.get(..4)?.parse::<i64>().ok()).min().unwrap_or(YEAR);
    let written = |day: &str| day.parse::<Day>().ok();
    // The week of the 7th begins in the new year.
    let day = written(&format!("{year:04}-01-07")).or_else(|| written("2026-01-07"));
    let midnight = day.map(|day| LocalTime { day: day.monday(), minute: 0 });
    midnight.map_or(UtcMinute::new(0), |it| calendar.instant(When::Local(it)))
}

/// Minutes that somebody works in a day of the process, by how much longer or shorter their week is.
pub(super) fn day_of(hours: &Hours, process: &Hours, clock: Clock) -> f64 {
    f64::from(clock.minutes_per_day) * hours.share() / process.share()
}
