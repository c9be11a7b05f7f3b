//! Values that records are made of: minutes, shares, estimates, clocks and places (domain.md 1 and
//! 2). Everything stored is an integer or a word.

pub use crate::list::*;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// Whole minutes of the clock its process declares, or of the clock that stands beside it.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, TS, Default,
)]
#[serde(transparent)]
#[ts(export_to = "contract.ts")]
pub struct Minutes(pub i32);

impl Minutes {
    /// The longest time that can be entered: ten years of elapsed minutes.
    pub const MAX: Minutes = Minutes(5_270_400);
}

/// Money in hundredths of a unit of the engagement's currency: 64.50 is 6,450.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, TS, Default,
)]
#[serde(transparent)]
#[ts(export_to = "contract.ts")]
pub struct Money(pub u32);

impl Money {
    /// The most that can be entered: ten million units.
    pub const MAX: Money = Money(1_000_000_000);

    /// In units of the currency.
    pub fn units(self) -> f64 {
        f64::from(self.0) / 100.0
    }
}

/// A share in ten-thousandths: 0 is none, 10,000 is all. %C&A of 85 is 8,500.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, TS, Default,
)]
#[serde(transparent)]
#[ts(export_to = "contract.ts")]
pub struct Share(pub u16);

impl Share {
    /// All of it.
    pub const ALL: Share = Share(10_000);

    /// From whole percent.
    pub fn percent(percent: u16) -> Share {
        Share(percent.saturating_mul(100))
    }

    /// As a fraction between 0 and 1.
    pub fn fraction(self) -> f64 {
        f64::from(self.0) / 10_000.0
    }
}

/// Whether a number was measured, estimated or guessed (domain.md 0, decision 20).
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, TS, Default,
)]
#[serde(rename_all = "camelCase")]
#[ts(export_to = "contract.ts")]
pub enum Confidence {
    /// Taken from data.
    Measured,
    /// Said by people who do the work.
    #[default]
    Estimated,
    /// Nobody in the room knew.
    Guessed,
}

/// A number from a workshop: the usual value, its range if known, and how well it is known.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS, Default)]
#[serde(rename_all = "camelCase", default, deny_unknown_fields)]
#[ts(export_to = "contract.ts")]
pub struct Estimate<T> {
    /// The typical value; what every total uses.
    pub usual: T,
    /// The best case seen, not above `usual`.
    pub best: Option<T>,
    /// The worst case seen, not below `usual`.
    pub worst: Option<T>,
    /// How well it is known.
    pub confidence: Confidence,
    /// Number of items it was measured on.
    pub sample: Option<u32>,
    /// Who said it.
    pub said_by: String,
}

impl<T: Copy> Estimate<T> {
    /// A single value, estimated.
    pub fn of(usual: T) -> Estimate<T> {
        Estimate {
            usual,
            best: None,
            worst: None,
            confidence: Confidence::Estimated,
            sample: None,
            said_by: String::new(),
        }
    }
}

/// How well a number without a range is known: a share, a count of people.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS, Default)]
#[serde(rename_all = "camelCase", default, deny_unknown_fields)]
#[ts(export_to = "contract.ts")]
pub struct Knowledge {
    /// How well.
    pub confidence: Confidence,
    /// Number of items it was measured on.
    pub sample: Option<u32>,
    /// Who said it.
    pub said_by: String,
}

impl Knowledge {
    /// As well as an estimate is known.
    pub fn of<T>(estimate: &Estimate<T>) -> Knowledge {
        let Estimate { confidence, sample, ref said_by, .. } = *estimate;
        Knowledge { confidence, sample, said_by: said_by.clone() }
    }
}

/// Which minutes a process counts. Values of different clocks are never added.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, TS, Default,
)]
#[serde(rename_all = "camelCase")]
#[ts(export_to = "contract.ts")]
pub enum ClockKind {
    /// Working minutes of a calendar.
    #[default]
    Business,
    /// Minutes on the wall.
    Elapsed,
}

/// A clock and the length of its day.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase", default, deny_unknown_fields)]
#[ts(export_to = "contract.ts")]
pub struct Clock {
    /// Which minutes are counted.
    pub kind: ClockKind,
    /// Minutes in one day of this clock, 1 to 1,440.
    pub minutes_per_day: u16,
}

impl Default for Clock {
    fn default() -> Self {
        Clock { kind: ClockKind::Business, minutes_per_day: 480 }
    }
}

/// A point on the canvas. `x` runs with the flow; `y` counts from the top of the lane, so that a
/// lane carries its steps along wherever it goes. Both name the centre of the step, in points.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, TS, Default,
)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[ts(export_to = "contract.ts")]
pub struct Place {
    /// Distance from the start of the lanes.
    pub x: i32,
    /// Distance from the top of the lane.
    pub y: i32,
}
