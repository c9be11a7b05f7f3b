//! One time zone: from minutes of UTC to what its clocks show, and back where clocks jump. Its data
//! is bundled, so the answers are the same on every machine.

use super::problem::ProblemKind;
use super::time::{LocalTime, UtcMinute};
use jiff::Timestamp;
use jiff::civil::DateTime;
use jiff::tz::{AmbiguousOffset, Offset, TimeZone, TimeZoneDatabase};

/// A time zone by its IANA name.
#[derive(Clone, Debug)]
pub(super) struct Zone(TimeZone);

impl Zone {
    pub(super) fn named(name: &str) -> Result<Zone, ProblemKind> {
        if name.is_empty() {
            return Err(ProblemKind::NoZone);
        }
        match TimeZoneDatabase::bundled().get(name) {
            Ok(zone) if !zone.is_unknown() => Ok(Zone(zone)),
            _ => Err(ProblemKind::UnknownZone { zone: name.to_owned() }),
        }
    }

    /// Its IANA name.
    pub(super) fn name(&self) -> &str {
        self.0.iana_name().unwrap_or("UTC")
    }

    /// What the clocks show.
    pub(super) fn local(&self, at: UtcMinute) -> LocalTime {
        let at = timestamp(at.0);
        LocalTime::shown(at, self.0.to_offset(at))
    }

    /// Minutes that the clocks are ahead of UTC.
    pub(super) fn offset_minutes(&self, at: UtcMinute) -> i64 {
        i64::from(self.0.to_offset(timestamp(at.0)).seconds().div_euclid(60))
    }

    /// The first minute at which the clocks show this or later: an opening (domain.md 3.5, rule 2).
    /// A time that is skipped is reached at the jump, one that comes twice the first time.
    pub(super) fn reached(&self, local: DateTime) -> i64 {
        match self.0.to_ambiguous_timestamp(local).offset() {
            AmbiguousOffset::Unambiguous { offset } => utc_minute(local, offset),
            AmbiguousOffset::Fold { before, .. } => utc_minute(local, before),
            AmbiguousOffset::Gap { after, .. } => self.jump(local, after),
        }
    }

    /// The first minute from which on the clocks never show less than this: a closing. A time that
    /// comes twice is left the second time.
    pub(super) fn left(&self, local: DateTime) -> i64 {
        match self.0.to_ambiguous_timestamp(local).offset() {
            AmbiguousOffset::Unambiguous { offset } => utc_minute(local, offset),
            AmbiguousOffset::Fold { after, .. } => utc_minute(local, after),
            AmbiguousOffset::Gap { after, .. } => self.jump(local, after),
        }
    }

    /// The minute at which the clocks jump over this time, to what they show ever `after`.
    fn jump(&self, local: DateTime, after: Offset) -> i64 {
        // Read as if the jump had been already, a skipped time is before the jump.
        let earlier = utc_minute(local, after);
        let mut following = self.0.following(timestamp(earlier));
        let jump = following.find(|it| it.offset() == after);
        jump.map_or(earlier, |it| it.timestamp().as_second().div_euclid(60))
    }
}

/// A stretch of time in which the clocks of a zone run on without a jump, in minutes of UTC.
#[derive(Clone, Copy, Debug)]
pub(super) struct Steady {
    from: i64,
    until: i64,
    offset: Offset,
}

/// Clocks jump by a day at most, where a date is skipped or comes twice.
const FARTHEST_JUMP: i64 = 1440;

impl Steady {
    /// The stretch around a minute.
    pub(super) fn around(zone: &Zone, at: i64) -> Steady {
        let minute = |at: Timestamp| at.as_second().div_euclid(60);
        let jumped = zone.0.preceding(timestamp(at + 1)).next();
        let jumps = zone.0.following(timestamp(at)).next();
        Steady {
            from: jumped.map_or(i64::MIN / 2, |it| minute(it.timestamp())),
            until: jumps.map_or(i64::MAX / 2, |it| minute(it.timestamp())),
            offset: zone.0.to_offset(timestamp(at)),
        }
    }

    /// Whether a minute lies in it.
    pub(super) fn covers(&self, at: i64) -> bool {
        (self.from..self.until).contains(&at)
    }

    /// The one minute at which the clocks show this, where no jump is near.
    pub(super) fn minute(&self, local: DateTime) -> Option<i64> {
        let at = utc_minute(local, self.offset);
        let calm = self.from + FARTHEST_JUMP..self.until - FARTHEST_JUMP;
        calm.contains(&at).then_some(at)
    }
}

/// The minute of UTC at which clocks this far ahead show this.
pub(super) fn utc_minute(local: DateTime, offset: Offset) -> i64 {
    // Only days at the ends of time have no such minute, and nothing asks for those.
    offset.to_timestamp(local).map_or(0, |it| it.as_second().div_euclid(60))
}

/// The beginning of a minute of UTC.
pub(super) fn timestamp(minute: i64) -> Timestamp {
    Timestamp::from_second(minute.saturating_mul(60)).unwrap_or_default()
}
