//! Why a calendar cannot be counted in: a closed list, each with a sentence for a person.

use super::time::clock;
use crate::language::Language;
use std::fmt;

/// A calendar that cannot be counted in, and why. Shown, it is an English sentence.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    /// What the calendar is called.
    pub calendar: String,
    /// What is wrong with it.
    pub kind: ProblemKind,
}

/// What is wrong with a calendar.
#[derive(Clone, Debug, PartialEq, Eq)]
#[allow(missing_docs)]
pub enum ProblemKind {
    /// No time zone is given.
    NoZone,
    /// The IANA database has no such zone.
    UnknownZone { zone: String },
    /// A special day is no day, or none that any year has.
    NoSuchDay { date: String },
    /// A special day is there twice and says two things.
    DayTwice { date: String },
    /// Hours that end before they begin, or after the day.
    NotAWindow { day: DayName, from: u16, to: u16 },
    /// Two windows of one day share minutes.
    WindowsOverlap { day: DayName, from: u16, to: u16, again: u16 },
    /// There is no working minute, ever.
    NeverOpen,
}

/// A day as a sentence calls it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum DayName {
    /// Of each week: 0 is Monday.
    Weekday(u8),
    /// As it is written in the calendar.
    Date(String),
}

const WEEKDAYS: [(&str, &str); 7] = [
    ("Monday", "Montag"),
    ("Tuesday", "Dienstag"),
    ("Wednesday", "Mittwoch"),
    ("Thursday", "Donnerstag"),
    ("Friday", "Freitag"),
    ("Saturday", "Samstag"),
    ("Sunday", "Sonntag"),
];

impl DayName {
    fn said(&self, language: Language) -> &str {
        match self {
            DayName::Weekday(day) => {
                let names = WEEKDAYS.get(usize::from(*day)).copied();
                let (english, german) = names.unwrap_or(("a day", "einem Tag"));
                language.pick(english, german)
            }
            DayName::Date(date) => date,
        }
    }
}

impl Problem {
    /// What is wrong, and what to do about it.
    pub fn sentence(&self, language: Language) -> String {
        let what = self.kind.said(language);
        let name = &self.calendar;
        language
            .pick(format!("The calendar “{name}” {what}"), format!("Der Kalender „{name}“ {what}"))
    }
}

impl ProblemKind {
    /// The end of a sentence, and one on what to do.
    fn said(&self, language: Language) -> String {
        match self {
            ProblemKind::NoZone => language.pick(
                "has no time zone. Choose one, such as Europe/Berlin.".to_owned(),
                "hat keine Zeitzone. Wählen Sie eine, etwa Europe/Berlin.".to_owned(),
            ),
            ProblemKind::UnknownZone { zone } => language.pick(
                format!(
                    "is in the time zone “{zone}”, which does not exist. Choose one such as \
                     Europe/Berlin."
                ),
                format!(
                    "steht in der Zeitzone „{zone}“, die es nicht gibt. Wählen Sie eine wie \
                     Europe/Berlin."
                ),
            ),
            ProblemKind::NoSuchDay { date } => language.pick(
                format!(
                    "names the day “{date}”, which does not exist. Write 2026-12-24, or 12-24 for \
                     every year."
                ),
                format!(
                    "nennt den Tag „{date}“, den es nicht gibt. Schreiben Sie 2026-12-24, oder \
                     12-24 für jedes Jahr."
                ),
            ),
            ProblemKind::DayTwice { date } => language.pick(
                format!("has {date} twice, with different hours. Keep one of them."),
                format!("hat {date} zweimal, mit verschiedenen Zeiten. Behalten Sie einen davon."),
            ),
            ProblemKind::NotAWindow { day, from, to } => {
                let (day, from, to) = (day.said(language), clock(*from), clock(*to));
                language.pick(
                    format!(
                        "works from {from} to {to} on {day}. Hours end after they begin, and by \
                         24:00: split a night at midnight."
                    ),
                    format!(
                        "arbeitet von {from} bis {to} am {day}. Zeiten enden nach ihrem Beginn und \
                         bis 24:00: teilen Sie eine Nacht um Mitternacht."
                    ),
                )
            }
            ProblemKind::WindowsOverlap { day, from, to, again } => {
                let (day, from, to, again) =
                    (day.said(language), clock(*from), clock(*to), clock(*again));
                language.pick(
                    format!(
                        "works from {from} to {to} on {day}, and again from {again}. Make one of \
                         the two, or move one."
                    ),
                    format!(
                        "arbeitet von {from} bis {to} am {day} und noch einmal ab {again}. Machen \
                         Sie eine Zeit daraus, oder verschieben Sie eine."
                    ),
                )
            }
            ProblemKind::NeverOpen => language.pick(
                "is never open. Give it working hours on at least one day.".to_owned(),
                "ist nie offen. Geben Sie ihm an mindestens einem Tag Arbeitszeit.".to_owned(),
            ),
        }
    }
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.sentence(Language::English))
    }
}

impl std::error::Error for Problem {}
