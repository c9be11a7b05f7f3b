//! Whether what is promised fits together and fits today: CRT-003, SLA-006, 007, 009, 010.

use super::case::{Case, Crossing};
use super::names;
use super::report::Report;
use super::rules::*;
use crate::agreement::{
    Passing, PromiseShown, Standing, TargetKind, covers, has_improvement, promises,
};
use crate::chain;
use model::{AgreementStatus, Clock, ClockKind, Minutes, RecordId};

pub(super) fn check(case: &Case, report: &mut Report) {
    for crossing in &case.crossings {
        uncovered(case, crossing, report);
        against_today(case, crossing, report);
    }
    end_to_end(case, report);
}

/// CRT-003. Silent until both sides have said theirs, criteria and template: before that CRT-002 and
/// INF-001 ask for what is missing, and everything would be uncovered.
fn uncovered(case: &Case, crossing: &Crossing, report: &mut Report) {
    let handoff = crossing.handoff;
    let template = handoff.template.and_then(|it| case.document.template(it));
    if template.is_none_or(|it| it.fields.is_empty()) {
        return;
    }
    let (covers, unasked) = covers(case.document, handoff);
    let promised = !unasked.is_empty() || covers.iter().any(|it| !it.by.is_empty());
    if !promised {
        return;
    }
    for cover in covers.iter().filter(|it| it.by.is_empty() && it.fields.is_empty()) {
        let Some(entry) = case.document.criterion(cover.entry) else { continue };
        report.add(
            CRT_003,
            [RecordId::from(handoff.id), entry.id.into()],
            format!(
                "{}: the receiver requires “{}”, and nothing the sender finishes or fills in \
                 brings it.",
                crossing.name,
                entry.text.trim()
            ),
            "Add an exit criterion or a required field for it, or let the receiver check it itself.",
        );
    }
}

/// SLA-009 and 010: a target beside what is observed today.
fn against_today(case: &Case, crossing: &Crossing, report: &mut Report) {
    let Some(passing) = Passing::of(case.document, crossing.handoff) else { return };
    let Some(sla) = passing.sla.filter(|it| it.status != AgreementStatus::Retired) else { return };
    let promises = promises(&passing, sla);
    let of = |standing: Standing| promises.iter().filter(move |it| it.standing == standing);
    let say = |it: &PromiseShown, observed: Option<Minutes>| {
        let (what, does) = match it.target {
            TargetKind::Acknowledge => ("acknowledgement", "it"),
            TargetKind::Response => ("response", "the wait"),
            TargetKind::Completion => ("completion", "the work"),
        };
        let clock = clock(case, it.clock);
        let time = |it: Minutes| names::duration(i64::from(it.0), clock);
        let observed = time(observed.unwrap_or_default());
        format!("{what} within {}, and {does} takes {observed} today", time(it.minutes))
    };
    let broken: Vec<String> = of(Standing::Broken).map(|it| say(it, it.usual)).collect();
    if !broken.is_empty() && !has_improvement(&passing) {
        report.add(
            SLA_009,
            [crossing.handoff.id],
            format!("{} promises {}.", crossing.name, names::list(&broken)),
            "Link the idea or the action that makes it faster, or promise what can be kept.",
        );
    }
    let loose: Vec<String> = of(Standing::Loose).map(|it| say(it, it.worst.or(it.usual))).collect();
    if !loose.is_empty() {
        report.add(
            SLA_010,
            [crossing.handoff.id],
            format!("{} promises {}.", crossing.name, names::list(&loose)),
            "Promise what is kept anyway, or ask what the room is for.",
        );
    }
}

/// The clock of a target: its day is the process's where it counts the same minutes.
fn clock(case: &Case, kind: ClockKind) -> Clock {
    if kind == case.figures.clock.kind {
        return case.figures.clock;
    }
    let minutes_per_day = if kind == ClockKind::Elapsed { 1440 } else { 480 };
    Clock { kind, minutes_per_day }
}

/// SLA-006 and 007: what the stages promise against what the whole way promises.
fn end_to_end(case: &Case, report: &mut Report) {
    for promise in chain::in_state(&case.graph) {
        let clock = clock(case, promise.clock);
        let time = |it: Minutes| names::duration(i64::from(it.0), clock);
        let percent = |share: f64| names::percent(100.0 * share);
        let name = match promise.name.trim() {
            "" => "An end-to-end promise without a name",
            name => name,
        };
        if promise.headroom < 0 {
            report.add(
                SLA_006,
                [promise.sla],
                format!(
                    "{name} promises {}, and the targets on the way add up to {}.",
                    time(promise.target),
                    time(promise.sum)
                ),
                "Tighten a target on the way, or promise more time.",
            );
        }
        let Some(objective) = promise.objective else { continue };
        let promised = promise.stages.iter().any(|line| line.objective.is_some());
        if promised && promise.union < objective.fraction() - 1e-9 {
            let likely = promise.likely.map_or_else(String::new, |it| {
                format!(" By the ranges that people gave, {} make it.", percent(it))
            });
            report.add(
                SLA_007,
                [promise.sla],
                format!(
                    "{name} promises {} of items; the targets on the way assure {} of them, {} if \
                     nothing depends on anything.{likely}",
                    percent(objective.fraction()),
                    percent(promise.union),
                    percent(promise.product)
                ),
                "Ask each stage for more, or let the time left over carry it, and say so.",
            );
        }
    }
}
