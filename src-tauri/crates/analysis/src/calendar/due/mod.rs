//! When a target of a handoff is due (domain.md 3.2; 3.5, rules 3, 6 and 7): counted from when, in
//! whose calendar and why, until when.

mod case;
mod not_due;

pub use not_due::NotDue;

use super::time::{LocalTime, UtcMinute, When};
use super::work::WorkCalendar;
use crate::agreement::TargetKind;
use crate::language::Language;
use case::Case;
use model::{CalendarId, ClockKind, Document, HandoffId, Minutes, Sla, TimeTarget};
use serde::Serialize;
use ts_rs::TS;

/// The targets in the order in which they fall due.
const TARGETS: [TargetKind; 3] =
    [TargetKind::Acknowledge, TargetKind::Response, TargetKind::Completion];

fn agreed(sla: &Sla, target: TargetKind) -> Option<TimeTarget> {
    match target {
        TargetKind::Acknowledge => sla.acknowledge,
        TargetKind::Response => sla.response,
        TargetKind::Completion => sla.completion,
    }
}

fn word(target: TargetKind, language: Language) -> &'static str {
    match target {
        TargetKind::Acknowledge => language.pick("acknowledgement", "Eingangsbestätigung"),
        TargetKind::Response => language.pick("response", "Antwort"),
        TargetKind::Completion => language.pick("completion", "Abschluss"),
    }
}

/// One item on its way. A time without a zone is what the clocks of the calendar show in which the
/// response is counted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Item {
    /// When the sender released it.
    pub released: When,
    /// When the receiver accepted it; without that, as late as the response target allows.
    pub accepted: Option<When>,
    /// How long the clock stood still, in minutes of the target's clock.
    pub paused_minutes: i64,
}

/// When a target is due.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export_to = "contract.ts")]
pub struct Due {
    /// Which target.
    pub target: TargetKind,
    /// How long it allows.
    pub minutes: Minutes,
    /// In which minutes.
    pub clock: ClockKind,
    /// What it is counted from.
    pub counted_from: CountedFrom,
    /// When that was.
    pub start: Moment,
    /// When it is due.
    pub due: Moment,
    /// The calendar it is counted in, or whose clocks are shown; absent where there is none, and
    /// minutes on the wall need none.
    pub calendar: Option<CountedIn>,
}

/// What a target is counted from.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export_to = "contract.ts")]
pub enum CountedFrom {
    /// Release by the sender.
    Release,
    /// Acceptance by the receiver.
    Acceptance,
    /// The latest acceptance that meets the response target.
    LatestAcceptance,
    /// The latest acknowledgement that meets its target.
    LatestAcknowledgement,
}

/// A calendar, and why it counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export_to = "contract.ts")]
pub struct CountedIn {
    /// Which calendar.
    pub id: CalendarId,
    /// Whose it is.
    pub of: CalendarOf,
}

/// Whose calendar counts: the agreement's; without one the receiving team's, which both answers and
/// does the work (domain.md 3.5, rule 7); without that the process's.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export_to = "contract.ts")]
pub enum CalendarOf {
    /// The service level agreement names it.
    Agreement,
    /// The receiving team works by it.
    Receiver,
    /// The process counts in it.
    Process,
}

/// An instant, and what the clocks of a calendar show then.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export_to = "contract.ts")]
pub struct Moment {
    /// The instant.
    pub utc: UtcMinute,
    /// On the wall, where there is a calendar.
    pub local: Option<LocalMoment>,
}

/// What the clocks of a calendar show.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export_to = "contract.ts")]
pub struct LocalMoment {
    /// Day and time.
    pub time: LocalTime,
    /// Minutes ahead of UTC.
    pub offset_minutes: i64,
    /// The IANA time zone.
    pub zone: String,
}

impl Moment {
    fn of(utc: UtcMinute, calendar: Option<&WorkCalendar>) -> Moment {
        let local = calendar.map(|calendar| LocalMoment {
            time: calendar.local(utc),
            offset_minutes: calendar.offset_minutes(utc),
            zone: calendar.zone_name().to_owned(),
        });
        Moment { utc, local }
    }
}

/// The targets that the agreement of a handoff has, in the order in which they fall due.
///
/// # Errors
/// There is no such handoff, or no agreement.
pub fn targets_of(document: &Document, handoff: HandoffId) -> Result<Vec<TargetKind>, NotDue> {
    let case = Case::of(document, handoff)?;
    Ok(TARGETS.into_iter().filter(|target| agreed(case.sla, *target).is_some()).collect())
}

/// How many minutes of its clock a target of a handoff counts between two times; below 0 where the
/// second is before the first.
///
/// # Errors
/// Why that cannot be said.
pub fn took(
    document: &Document,
    handoff: HandoffId,
    target: TargetKind,
    from: When,
    until: When,
) -> Result<i64, NotDue> {
    Case::of(document, handoff)?.took(target, from, until)
}

/// When a target of a handoff is due for an item.
///
/// # Errors
/// Why that cannot be said.
pub fn due_of(
    document: &Document,
    handoff: HandoffId,
    target: TargetKind,
    item: &Item,
) -> Result<Due, NotDue> {
    Case::of(document, handoff)?.due(target, item)
}
