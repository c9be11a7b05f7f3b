//! In whose hours a service level counts: of its own calendar, else that of the team that receives,
//! else that of the process.

use super::times::{Case, target, working_day};
use crate::language::Language;
use model::{Calendar, Document, Handoff, Sla, Team, TimeTarget};

/// Whose hours count, and how long a day of them is.
#[derive(Clone, Copy, Debug)]
pub struct Counted<'a> {
    /// The calendar; none where nobody chose one.
    pub calendar: Option<&'a Calendar>,
    /// Working minutes in a day of it; 0 where its days differ, and hours say it.
    pub day: i64,
    /// The team that receives, where all handoffs that use it reach one.
    pub receiver: Option<&'a Team>,
}

/// How a service level counts at one of the handoffs that use it, or at all of them.
pub fn counted<'a>(document: &'a Document, sla: &'a Sla, handoff: Option<&Handoff>) -> Counted<'a> {
    let users = || document.handoffs().filter(|it| it.sla == Some(sla.id));
    let team = |it: &Handoff| {
        let step = document.step(document.connector(it.connector)?.to)?;
        document.team_of(step)
    };
    let mut teams: Vec<_> = match handoff {
        Some(handoff) => team(handoff).into_iter().collect(),
        None => users().filter_map(team).collect(),
    };
    teams.dedup_by_key(|team| team.id);
    let receiver = if let [only] = teams.as_slice() { Some(*only) } else { None };
    let process = handoff
        .or_else(|| users().next())
        .and_then(|it| document.connector(it.connector))
        .and_then(|it| document.process_of(it.state));
    let calendar = sla
        .calendar
        .or_else(|| receiver.and_then(|team| team.calendar))
        .or_else(|| process.and_then(|process| process.calendar))
        .and_then(|id| document.calendar(id));
    Counted { calendar, day: working_day(document, sla, calendar), receiver }
}

impl Counted<'_> {
    /// A target as the sentences of the agreement say it: `4 working hours`.
    pub fn said(&self, time: TimeTarget, language: Language) -> String {
        target(time, self.day, Case::AtMost, language)
    }
}
