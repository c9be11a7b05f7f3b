//! A handoff with its agreement and the calendars that may count.

use super::super::time::{UtcMinute, When};
use super::super::work::WorkCalendar;
use super::{CalendarOf, CountedFrom, CountedIn, Due, DueTarget, Item, Moment, NotDue};
use model::{Calendar, ClockKind, CompletionFrom, Document, Handoff, HandoffId, Sla};

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

    pub(super) fn due(&self, target: DueTarget, item: &Item) -> Result<Due, NotDue> {
        let (handoff, what) = (self.handoff.name(), target.word());
        let Some(agreed) = target.of(self.sla) else {
            return Err(NotDue::NoTarget { handoff, target: what });
        };
        let (counted_from, start) = self.start(target, item)?;
        let chosen = self.calendar(target);
        let work = chosen.map(|(_, calendar)| WorkCalendar::of(calendar)).transpose();
        let (minutes, paused) = (i64::from(agreed.minutes.0), item.paused_minutes.max(0));
        let due = match agreed.clock {
            ClockKind::Business => {
                let work = work.as_ref().map_err(Clone::clone)?.as_ref();
                let no_calendar = || NotDue::NoCalendar { handoff: handoff.clone(), target: what };
                work.ok_or_else(no_calendar)?.due(start, minutes, paused)
            }
            ClockKind::Elapsed => Some(start.plus(minutes.saturating_add(paused)))
                .filter(|due| *due < UtcMinute::LAST),
        };
        let due = due.ok_or(NotDue::Never { handoff, target: what })?;
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

    /// What a target is counted from, and when that is.
    fn start(&self, target: DueTarget, item: &Item) -> Result<(CountedFrom, UtcMinute), NotDue> {
        let released = self.instant(item.released)?;
        let from_release = self.sla.completion_from == CompletionFrom::Release;
        if target != DueTarget::Completion || from_release {
            return Ok((CountedFrom::Release, released));
        }
        let handoff = || self.handoff.name();
        match item.accepted {
            Some(accepted) => match self.instant(accepted)? {
                at if at < released => Err(NotDue::AcceptedEarly { handoff: handoff() }),
                at => Ok((CountedFrom::Acceptance, at)),
            },
            None if self.sla.response.is_none() => Err(NotDue::NoAcceptance { handoff: handoff() }),
            None => {
                // A pause moves completion once, whichever of the two clocks it stopped.
                let unpaused = Item { paused_minutes: 0, ..*item };
                let response = self.due(DueTarget::Response, &unpaused)?;
                Ok((CountedFrom::LatestAcceptance, response.due.utc))
            }
        }
    }

    /// The calendar that a target is counted in, if there is one.
    fn calendar(&self, target: DueTarget) -> Option<(CountedIn, &'a Calendar)> {
        let connector = self.document.connector(self.handoff.connector)?;
        let receiver = self.document.step(connector.to);
        let receiver = receiver.and_then(|it| self.document.team_of(it)?.calendar);
        let process = self.document.process_of(connector.state).and_then(|it| it.calendar);
        let as_of = |of| move |id| CountedIn { id, of };
        let agreement = self.sla.calendar.map(as_of(CalendarOf::Agreement));
        let receiver = receiver.map(as_of(CalendarOf::Receiver));
        let process = process.map(as_of(CalendarOf::Process));
        let chosen = agreement.or(match target {
            DueTarget::Completion => process.or(receiver),
            DueTarget::Acknowledge | DueTarget::Response => receiver.or(process),
        })?;
        Some((chosen, self.document.calendar(chosen.id)?))
    }

    /// An instant that somebody wrote down.
    fn instant(&self, written: When) -> Result<UtcMinute, NotDue> {
        let local = match written {
            When::Utc(at) => return Ok(at),
            When::Local(local) => local,
        };
        match self.calendar(DueTarget::Response) {
            Some((_, calendar)) => Ok(WorkCalendar::of(calendar)?.instant(written)),
            None => Err(NotDue::NoZone { time: local.to_string() }),
        }
    }
}
