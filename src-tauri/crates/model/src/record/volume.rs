//! How many items a process has, how well that is known, and over how many days of a year.

use super::Process;
use crate::text::is_name;
use crate::value::*;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// How well a volume is known. The volume itself is a plain number, as files have always had it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS, Default)]
#[serde(rename_all = "camelCase", default, deny_unknown_fields)]
#[ts(export_to = "contract.ts")]
pub struct VolumeBounds {
    /// Not above the volume.
    pub low: Option<u32>,
    /// Not below the volume.
    pub high: Option<u32>,
    /// How well it is known.
    pub confidence: Confidence,
    /// Who said it.
    pub said_by: String,
}

impl Process {
    /// Days of its clock in a year, said or assumed.
    pub fn year(&self) -> u16 {
        self.days_per_year.unwrap_or(match self.clock.kind {
            ClockKind::Business => 220,
            ClockKind::Elapsed => 365,
        })
    }

    /// The volume in thousandths a day as an estimate; none while nobody said.
    pub fn volume(&self) -> Option<Estimate<u32>> {
        let VolumeBounds { low, high, confidence, said_by } = self.volume_bounds.clone();
        let usual = self.volume_per_thousand_days.filter(|it| *it > 0)?;
        Some(Estimate { usual, best: low, worst: high, confidence, sample: None, said_by })
    }

    /// Sets the volume with all that is known about it.
    pub(crate) fn set_volume(&mut self, volume: &Option<Estimate<u32>>) {
        self.volume_per_thousand_days = volume.as_ref().map(|it| it.usual);
        self.volume_bounds =
            volume.as_ref().map_or_else(VolumeBounds::default, |it| VolumeBounds {
                low: it.best,
                high: it.worst,
                confidence: it.confidence,
                said_by: it.said_by.clone(),
            });
    }

    pub(super) fn volume_in_order(&self) -> bool {
        let VolumeBounds { low, high, said_by, .. } = &self.volume_bounds;
        let fits =
            |volume: u32| low.is_none_or(|it| it <= volume) && high.is_none_or(|it| it >= volume);
        is_name(said_by)
            && self.volume_per_thousand_days.map_or(low.is_none() && high.is_none(), fits)
    }
}
