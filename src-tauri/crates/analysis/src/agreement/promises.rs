//! Each target of a service level beside what was observed: the wait on the connector for the
//! response, the receiving stage for the completion.

use super::Passing;
use super::observed::{Range, stage_time, today, wait};
use super::shown::{PromiseShown, Standing, TargetKind};
use model::{CompletionFrom, Minutes, Sla, TimeTarget};

/// A target that allows more than this many times what it takes promises nothing. Once would call
/// every target loose that leaves room above the usual case, and a target is for nearly all cases.
const ROOM: i64 = 2;

/// The targets of a service level, in the order of the clock.
pub(crate) fn promises(passing: &Passing, sla: &Sla) -> Vec<PromiseShown> {
    let document = passing.document;
    let today = today(document, passing.connector);
    let wait = wait(today);
    let stage = document.step(today.to).map(|step| stage_time(document, step)).unwrap_or_default();
    // An item that was accepted may still lie until work begins, so its wait counts as room.
    let lead_time = wait.then(stage);
    let completion = match sla.completion_from {
        CompletionFrom::Acceptance => stage,
        CompletionFrom::Release => lead_time,
    };
    let later = sla.completion_objective.or(sla.objective);
    let nothing = Range::default();
    let all = [
        (TargetKind::Acknowledge, sla.acknowledge, nothing, nothing, sla.objective),
        (TargetKind::Response, sla.response, wait, wait, sla.objective),
        (TargetKind::Completion, sla.completion, completion, lead_time, later),
    ];
    let clock = document.process_of(today.state).map(|process| process.clock.kind);
    let said = all.into_iter().filter_map(|(kind, target, observed, room, objective)| {
        let target = target?;
        let comparable = clock == Some(target.clock);
        let [observed, room] = [observed, room].map(|it| if comparable { it } else { nothing });
        Some(PromiseShown {
            target: kind,
            minutes: target.minutes,
            clock: target.clock,
            best: observed.best.and_then(minutes),
            usual: observed.usual.and_then(minutes),
            worst: observed.worst.and_then(minutes),
            standing: standing(target, observed, room),
            objective,
        })
    });
    said.collect()
}

fn minutes(minutes: i64) -> Option<Minutes> {
    i32::try_from(minutes).ok().map(Minutes)
}

/// How a target stands against what was observed, when an item may take as long as `room`.
pub(crate) fn standing(target: TimeTarget, observed: Range, room: Range) -> Standing {
    let target = i64::from(target.minutes.0);
    let Some(usual) = observed.usual else { return Standing::Unknown };
    let longest = room.worst.or(room.usual).unwrap_or(usual);
    if target < usual {
        Standing::Broken
    } else if observed.worst.is_some_and(|worst| target < worst) {
        Standing::Tight
    } else if target > ROOM * longest {
        Standing::Loose
    } else {
        Standing::Kept
    }
}
