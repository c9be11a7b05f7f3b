//! A handoff with its agreement and the calendars that may count.

use super::super::time::{UtcMinute, When};
use super::super::work::WorkCalendar;
use super::{CalendarOf, CountedFrom, CountedIn, Due, Item, Moment, NotDue, agreed};
use crate::agreement::TargetKind;
use model::{Calendar, ClockEvent, ClockKind, CompletionFrom, Document, Handoff, HandoffId, Sla};

pub(super) struct Case<'a> {
    document: &'a Document,
    handoff: &'a Handoff,
    pub(super) sla: &'a Sla,
}

impl<'a> Case<'a> {
    pub(super) fn of(document: &'a Document, handoff: HandoffId) -> Result<Case<'a>, NotDue> {
        let handoff = document.handoff(handoff).ok_or(NotDue::NoHandoff)?;
        let sla = handoff.sla.and_then(|id| document.sla(id));
        let sla = sla.ok_or_else(|| NotDue::NoAgreement { handoff: handoff.name() })?;
        Ok(Case { document, handoff, sla })
    }

    pub(super) fn due(&self, target: TargetKind, item: &Item) -> Result<Due, NotDue> {
        let handoff = self.handoff.name();
        let Some(agreed) = agreed(self.sla, target) else {
            return Err(NotDue::NoTarget { handoff, target });
        };
        let (counted_from, start) = self.start(target, item)?;
        let chosen = self.calendar();
        let work = chosen.map(|(_, calendar)| WorkCalendar::of(calendar)).transpose();
        let (minutes, paused) = (i64::from(agreed.minutes.0), item.paused_minutes.max(0));
        let due = match agreed.clock {
            ClockKind::Business => {
                let work = work.as_ref().map_err(Clone::clone)?.as_ref();
                let no_calendar = || NotDue::NoCalendar { handoff: handoff.clone(), target };
                work.ok_or_else(no_calendar)?.due(start, minutes, paused)
            }
            ClockKind::Elapsed => Some(start.plus(minutes.saturating_add(paused)))
                .filter(|due| *due < UtcMinute::LAST),
        };
        let due = due.ok_or(NotDue::Never { handoff, target })?;
        // Minutes on the wall are counted without a calendar, also where that is not in order.
        let work = work.unwrap_or_default();
        Ok(Due {
            target,
            minutes: agreed.minutes,
            clock: agreed.clock,
            counted_from,
            start: Moment::of(start, work.as_ref()),
            due: Moment::of(due, work.as_ref()),
            calendar: work.and(chosen).map(|(counted_in, _)| counted_in),
        })
    }

    pub(super) fn took(&self, target: TargetKind, from: When, until: When) -> Result<i64, NotDue> {
        let handoff = self.handoff.name();
        let Some(agreed) = agreed(self.sla, target) else {
            return Err(NotDue::NoTarget { handoff, target });
        };
        let (from, until) = match (agreed.clock, from, until) {
            // Both on one wall: which one does not matter but where its clock is set.
            (ClockKind::Elapsed, When::Local(from), When::Local(until))
                if self.calendar().is_none() =>
            {
                (from.as_utc(), until.as_utc())
            }
            _ => (self.instant(from)?, self.instant(until)?),
        };
        if until < from || agreed.clock == ClockKind::Elapsed {
            return Ok(until.minutes() - from.minutes());
        }
        let (_, calendar) = self.calendar().ok_or(NotDue::NoCalendar { handoff, target })?;
        Ok(WorkCalendar::of(calendar)?.elapsed(from, until))
    }

    /// The event that starts the clock of a target.
    fn event(&self, target: TargetKind) -> Result<ClockEvent, NotDue> {
        let sla = self.sla;
        let (start, stop) = match target {
            TargetKind::Acknowledge => return Ok(ClockEvent::Released),
            TargetKind::Response => (sla.response_start, sla.response_stop),
            TargetKind::Completion => {
                let start = match sla.completion_from {
                    CompletionFrom::Acceptance => ClockEvent::Accepted,
                    CompletionFrom::Release => ClockEvent::Released,
                };
                (Some(start), sla.completion_stop)
            }
        };
        match start.filter(|_| stop.is_some() && stop != start) {
            Some(start) => Ok(start),
            None => Err(NotDue::StandsStill { handoff: self.handoff.name(), target }),
        }
    }

    /// What a target is counted from, and when that is.
    fn start(&self, target: TargetKind, item: &Item) -> Result<(CountedFrom, UtcMinute), NotDue> {
        let event = self.event(target)?;
        let released = self.instant(item.released)?;
        let handoff = || self.handoff.name();
        // A pause moves a target once, whichever of the clocks it stopped.
        let unpaused = Item { paused_minutes: 0, ..*item };
        match event {
            ClockEvent::Released => Ok((CountedFrom::Release, released)),
            ClockEvent::Acknowledged => {
                if self.sla.acknowledge.is_none() {
                    return Err(NotDue::NoAcknowledgement { handoff: handoff(), target });
                }
                let seen = self.due(TargetKind::Acknowledge, &unpaused)?;
                Ok((CountedFrom::LatestAcknowledgement, seen.due.utc))
            }
            ClockEvent::Accepted => match item.accepted {
                Some(accepted) => match self.instant(accepted)? {
                    at if at < released => Err(NotDue::AcceptedEarly { handoff: handoff() }),
                    at => Ok((CountedFrom::Acceptance, at)),
                },
                None if target == TargetKind::Completion && self.is_accepted_by_response() => {
                    let response = self.due(TargetKind::Response, &unpaused)?;
                    Ok((CountedFrom::LatestAcceptance, response.due.utc))
                }
                None => Err(NotDue::NoAcceptance { handoff: handoff(), target }),
            },
            ClockEvent::Completed => Err(NotDue::AfterTheWork { handoff: handoff(), target }),
        }
    }

    /// Whether the response target says when the item is accepted at the latest.
    fn is_accepted_by_response(&self) -> bool {
        self.sla.response.is_some() && self.sla.response_stop == Some(ClockEvent::Accepted)
    }

    /// The calendar that the targets are counted in, if there is one.
    fn calendar(&self) -> Option<(CountedIn, &'a Calendar)> {
        let connector = self.document.connector(self.handoff.connector)?;
        let receiver = self.document.step(connector.to);
        let receiver = receiver.and_then(|it| self.document.team_of(it)?.calendar);
        let process = self.document.process_of(connector.state).and_then(|it| it.calendar);
        let as_of = |of| move |id| CountedIn { id, of };
        let chosen = (self.sla.calendar.map(as_of(CalendarOf::Agreement)))
            .or_else(|| receiver.map(as_of(CalendarOf::Receiver)))
            .or_else(|| process.map(as_of(CalendarOf::Process)))?;
        Some((chosen, self.document.calendar(chosen.id)?))
    }

    /// An instant that somebody wrote down.
    fn instant(&self, written: When) -> Result<UtcMinute, NotDue> {
        let local = match written {
            When::Utc(at) => return Ok(at),
            When::Local(local) => local,
        };
        match self.calendar() {
            Some((_, calendar)) => Ok(WorkCalendar::of(calendar)?.instant(written)),
            None => Err(NotDue::NoZone { time: local.to_string() }),
        }
    }
}
