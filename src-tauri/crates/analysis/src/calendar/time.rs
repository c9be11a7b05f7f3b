//! Places in time: an instant as a minute of UTC, a day of a local calendar, and what the clock on
//! a wall shows. Instants reach from the year 1 to the year 9998; none can be made outside that.

use jiff::civil::{Date, DateTime};
use serde::{Serialize, Serializer};
use std::fmt;
use std::str::FromStr;
use ts_rs::TS;

/// Minutes in a day on the wall.
pub(super) const DAY: u16 = 1440;

/// An instant in whole minutes since 1970-01-01T00:00Z.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, TS)]
#[ts(type = "string", export_to = "contract.ts")]
pub struct UtcMinute(pub(super) i64);

impl UtcMinute {
    /// The first there is: 0001-01-01T00:00Z.
    pub const FIRST: UtcMinute = UtcMinute(-1_035_593_280);
    /// The last there is: 9999-01-01T00:00Z.
    pub const LAST: UtcMinute = UtcMinute(4_222_846_080);

    /// The instant so many minutes after 1970 began, or the nearest there is.
    pub fn new(minutes: i64) -> UtcMinute {
        UtcMinute(minutes.clamp(Self::FIRST.0, Self::LAST.0))
    }

    /// Minutes since 1970-01-01T00:00Z.
    pub fn minutes(self) -> i64 {
        self.0
    }

    /// So many minutes on the wall later.
    pub fn plus(self, minutes: i64) -> UtcMinute {
        UtcMinute::new(self.0.saturating_add(minutes))
    }
}

/// As `2026-05-22T13:30Z`.
impl fmt::Display for UtcMinute {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let local = LocalTime::shown(super::zone::timestamp(self.0), jiff::tz::Offset::UTC);
        write!(f, "{local}Z")
    }
}

/// A day of a local calendar.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, TS)]
#[ts(type = "string", export_to = "contract.ts")]
pub struct Day(pub(super) Date);

impl Day {
    /// 0 is Monday.
    pub fn weekday(self) -> u8 {
        self.0.weekday().to_monday_zero_offset().unsigned_abs()
    }

    /// So many days later, or this one where time ends.
    pub fn plus(self, days: i32) -> Day {
        let time = jiff::SignedDuration::from_hours(24 * i64::from(days));
        self.0.checked_add(time).map_or(self, Day)
    }

    /// The Monday of its week.
    pub fn monday(self) -> Day {
        self.plus(-i32::from(self.weekday()))
    }

    /// So many minutes after its midnight; 1,440 is the next midnight.
    pub(super) fn at(self, minute: u16) -> DateTime {
        let day = if minute < DAY { self } else { self.plus(1) };
        let part = |minutes: u16| i8::try_from(minutes).unwrap_or_default();
        let minute = minute % DAY;
        day.0.at(part(minute / 60), part(minute % 60), 0, 0)
    }
}

/// As `2026-05-22`.
impl fmt::Display for Day {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}-{:02}-{:02}", self.0.year(), self.0.month(), self.0.day())
    }
}

impl FromStr for Day {
    type Err = NotATime;

    fn from_str(text: &str) -> Result<Day, NotATime> {
        let mut parts = text.split('-');
        let mut part = |digits| number(parts.next()?, digits);
        let (year, month, day) = (part(4), part(2), part(2));
        let date = || {
            let small = |it: u16| i8::try_from(it).ok();
            let year = i16::try_from(year?).ok().filter(|it| (1..9999).contains(it))?;
            Date::new(year, small(month?)?, small(day?)?).ok()
        };
        match (date(), parts.next()) {
            (Some(date), None) => Ok(Day(date)),
            _ => Err(NotATime(text.to_owned())),
        }
    }
}

/// What a clock on the wall shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, TS)]
#[ts(type = "string", export_to = "contract.ts")]
pub struct LocalTime {
    /// The day.
    pub day: Day,
    /// Minutes after midnight, below 1,440.
    pub minute: u16,
}

impl LocalTime {
    pub(super) fn shown(at: jiff::Timestamp, offset: jiff::tz::Offset) -> LocalTime {
        let local = offset.to_datetime(at);
        let [hour, minute] = [local.hour(), local.minute()].map(i8::unsigned_abs).map(u16::from);
        LocalTime { day: Day(local.date()), minute: hour * 60 + minute }
    }

    /// The instant at which a clock shows this that is never set.
    pub(super) fn as_utc(self) -> UtcMinute {
        let at = super::zone::utc_minute(self.day.at(self.minute), jiff::tz::Offset::UTC);
        UtcMinute::new(at)
    }
}

/// As `2026-05-22T15:30`.
impl fmt::Display for LocalTime {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}T{}", self.day, clock(self.minute))
    }
}

/// Times go to programs as they are written.
macro_rules! serialized_as_written {
    ($($name:ident),*) => {$(
        impl Serialize for $name {
            fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
                to.collect_str(self)
            }
        }
    )*};
}
serialized_as_written!(UtcMinute, Day, LocalTime);

/// Minutes after midnight as `15:30`; 1,440 is `24:00`.
pub(super) fn clock(minute: u16) -> String {
    format!("{:02}:{:02}", minute / 60, minute % 60)
}

/// A time as somebody wrote it: `2026-05-22T15:30` is what the clock on some wall showed, with `Z`
/// or `+02:00` behind it it is an instant.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum When {
    /// An instant.
    Utc(UtcMinute),
    /// On a wall; which one is for the reader to say.
    Local(LocalTime),
}

impl FromStr for When {
    type Err = NotATime;

    fn from_str(text: &str) -> Result<When, NotATime> {
        read(text).ok_or_else(|| NotATime(text.to_owned()))
    }
}

fn read(text: &str) -> Option<When> {
    let (day, rest) = text.split_at_checked(10)?;
    let (time, zone) = rest.strip_prefix(['T', ' '])?.split_at_checked(5)?;
    let local = LocalTime { day: day.parse().ok()?, minute: minute_of_day(time)? };
    let utc = |offset_minutes: i64| {
        let at = super::zone::utc_minute(local.day.at(local.minute), jiff::tz::Offset::UTC);
        When::Utc(UtcMinute::new(at - offset_minutes))
    };
    match zone.split_at_checked(1) {
        None => Some(When::Local(local)),
        Some(("Z", "")) => Some(utc(0)),
        Some(("+", offset)) => Some(utc(i64::from(minute_of_day(offset)?))),
        Some(("-", offset)) => Some(utc(-i64::from(minute_of_day(offset)?))),
        Some(_) => None,
    }
}

fn minute_of_day(text: &str) -> Option<u16> {
    let (hour, minute) = text.split_once(':')?;
    let hour = number(hour, 2).filter(|it| *it < 24)?;
    Some(hour * 60 + number(minute, 2).filter(|it| *it < 60)?)
}

fn number(text: &str, digits: usize) -> Option<u16> {
    let written = text.len() == digits && text.bytes().all(|it| it.is_ascii_digit());
    if written { text.parse().ok() } else { None }
}

/// What was written is no time, or a day that no calendar has.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error(
    "“{0}” is not a time. Write it as 2026-05-22T15:30, with Z or +02:00 behind it if it is not local."
)]
pub struct NotATime(pub String);
