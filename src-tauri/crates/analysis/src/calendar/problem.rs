//! Why a calendar cannot be counted in: a closed list, each with a sentence for a person.

use super::time::clock;

/// A calendar that cannot be counted in, and why.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("The calendar “{calendar}” {kind}")]
pub struct Problem {
    /// What the calendar is called.
    pub calendar: String,
    /// What is wrong with it.
    pub kind: ProblemKind,
}

/// What is wrong with a calendar; the end of a sentence, and one on what to do.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[allow(missing_docs)]
pub enum ProblemKind {
    /// No time zone is given.
    #[error("has no time zone. Choose one, such as Europe/Berlin.")]
    NoZone,
    /// The IANA database has no such zone.
    #[error(
        "is in the time zone “{zone}”, which does not exist. Choose one such as Europe/Berlin."
    )]
    UnknownZone { zone: String },
    /// A special day is no day, or none that any year has.
    #[error(
        "names the day “{date}”, which does not exist. Write 2026-12-24, or 12-24 for every year."
    )]
    NoSuchDay { date: String },
    /// A special day is there twice and says two things.
    #[error("has {date} twice, with different hours. Keep one of them.")]
    DayTwice { date: String },
    /// Hours that end before they begin, or after the day.
    #[error("works from {} to {} on {day}. Hours end after they begin, and by 24:00: split a night at midnight.", clock(*from), clock(*to))]
    NotAWindow { day: String, from: u16, to: u16 },
    /// Two windows of one day share minutes.
    #[error("works from {} to {} on {day}, and again from {}. Make one of the two, or move one.", clock(*from), clock(*to), clock(*again))]
    WindowsOverlap { day: String, from: u16, to: u16, again: u16 },
    /// There is no working minute, ever.
    #[error("is never open. Give it working hours on at least one day.")]
    NeverOpen,
}
