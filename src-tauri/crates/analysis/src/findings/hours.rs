//! When the two teams of a handoff are at work together: SLA-014.

use super::case::{Case, Crossing};
use super::report::Report;
use super::rules::*;
use super::say::say;
use crate::calendar::{UtcMinute, WorkCalendar, overlap};
use model::CalendarId;
use std::collections::BTreeMap;

/// Where today is not known, a year is looked at from here: 2026-01-01.
const SOME_YEAR: i64 = 20_454;

/// Two calendars; what they share is asked of each pair once.
type Pair = (CalendarId, CalendarId);

pub(super) fn check(case: &Case, report: &mut Report) {
    let mut known: BTreeMap<Pair, Option<i64>> = BTreeMap::new();
    for crossing in &case.crossings {
        let Some(pair) = calendars(case, crossing) else { continue };
        let shared = *known.entry(pair).or_insert_with(|| least_shared(case, pair));
        let Some(shared) = shared.filter(|it| (*it as f64) < case.limit(SLA_014)) else { continue };
        let time = match shared {
            0 => say!(case, "never", "nie"),
            _ => {
                say!(case, "only {shared} a day", "nur {shared} am Tag", shared = case.time(shared))
            }
        };
        report.add(
            SLA_014,
            [crossing.handoff.id],
            say!(
                case,
                "Both sides of {name} are at work together {time}.",
                "Beide Seiten von {name} arbeiten {time} zur selben Zeit.",
                name = crossing.name
            ),
            case.language.pick(
                "Pass everything in writing, or shift the hours so that a question is \
                 answered the same day.",
                "Übergeben Sie alles schriftlich, oder verschieben Sie die Zeiten, sodass \
                 eine Frage am selben Tag beantwortet wird.",
            ),
        );
    }
}

/// The calendars of giver and receiver, where both have one of their own and not the same.
fn calendars(case: &Case, crossing: &Crossing) -> Option<Pair> {
    let of = |step| case.document.team_of(step)?.calendar;
    let (giver, receiver) = (of(crossing.from)?, of(crossing.to)?);
    (giver != receiver).then_some((giver.min(receiver), giver.max(receiver)))
}

/// Minutes that both work on the day of the coming year on which they share least (domain.md 3.5,
/// rule 7); nothing where a calendar cannot be reckoned with.
fn least_shared(case: &Case, (one, other): Pair) -> Option<i64> {
    let work = |id| WorkCalendar::of(case.document.calendar(id)?).ok();
    let (one, other) = (work(one)?, work(other)?);
    let today = UtcMinute::new(case.today.unwrap_or(SOME_YEAR).saturating_mul(1440));
    let shared = overlap(&one, &other, one.local(today).day, 0);
    Some(shared.least.map_or(0, |(_, minutes)| minutes))
}
