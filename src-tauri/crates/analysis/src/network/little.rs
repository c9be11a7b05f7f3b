//! Little's law (domain.md 2.5): what lies about is what arrives in a day times the days it stays.
//! Counting it tells whether the lead time that was said can be true.

use super::load::{MissingInput, volume};
use crate::expected::{Expected, ExpectedLeadTime, NoExpectation};
use crate::graph::Graph;
use model::StateRole;
use serde::Serialize;
use ts_rs::TS;

/// Items on their way, reckoned and counted.
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
#[serde(tag = "is", rename_all = "camelCase", rename_all_fields = "camelCase")]
#[ts(export_to = "contract.ts")]
pub enum Little {
    /// It can be reckoned.
    Known {
        /// Items in a day of the process's clock.
        per_day: f64,
        /// The expected lead time in minutes.
        lead_time: f64,
        /// Throughput times lead time.
        items: f64,
        /// The lead time is a lower bound, and so are the items.
        at_least: bool,
        /// Items that were counted, in the process as it is: only a current state has them.
        counted: Option<u32>,
        /// The minutes an item takes if the count is right.
        lead_time_by_count: Option<f64>,
        /// By how many percent of what is reckoned the count is off; below 0 fewer were counted.
        apart: Option<f64>,
        /// They are further apart than the engagement finds right (TIM-010, usually 30 %): the
        /// times, the volume or the count are wrong. A lead time that may be longer explains more
        /// items, so a count above a lower bound contradicts nothing.
        disagree: bool,
    },
    /// Something is not said.
    Missing {
        /// What, at least one.
        inputs: Vec<MissingInput>,
        /// Items that were counted.
        counted: Option<u32>,
    },
}

/// Items reckoned beside items counted; more than `limit` percent apart they disagree.
pub(crate) fn little(
    graph: &Graph,
    expected: &Result<Expected, NoExpectation>,
    limit: f64,
) -> Little {
    let process = graph.document.process_of(graph.state);
    let role = graph.document.state(graph.state).map(|it| it.role);
    let as_it_is = role == Some(StateRole::Current);
    let counted = process.and_then(|it| it.counted_wip).filter(|_| as_it_is);
    let day = process.map_or(1.0, |it| f64::from(it.clock.minutes_per_day.max(1)));
    let lead_time = expected.as_ref().ok().map(|it| &it.lead_time);
    let minutes = lead_time.and_then(ExpectedLeadTime::minutes).filter(|it| *it > 0.0);
    let (Some(per_day), Some(minutes)) = (volume(graph), minutes) else {
        let missing = [
            (volume(graph).is_none(), MissingInput::Volume),
            (minutes.is_none(), MissingInput::LeadTime),
        ];
        let inputs = missing.into_iter().filter(|it| it.0).map(|it| it.1).collect();
        return Little::Missing { inputs, counted };
    };
    let items = per_day * minutes / day;
    let apart = counted.map(|counted| 100.0 * (f64::from(counted) - items) / items);
    let at_least = matches!(lead_time, Some(ExpectedLeadTime::AtLeast { .. }));
    Little::Known {
        per_day,
        lead_time: minutes,
        items,
        at_least,
        counted,
        lead_time_by_count: counted.map(|counted| f64::from(counted) / per_day * day),
        apart,
        disagree: apart.is_some_and(|it| it < -limit || (it > limit && !at_least)),
    }
}
