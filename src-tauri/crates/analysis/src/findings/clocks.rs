//! Whether figures of different kinds fit together: TIM-009, 010.

use super::case::Case;
use super::names;
use super::report::Report;
use super::rules::*;
use super::service::Service;
use crate::expected::ExpectedLeadTime;
use crate::figures::PathElement;
use model::*;
use std::collections::{BTreeMap, BTreeSet};

pub(super) fn check(case: &Case, report: &mut Report) {
    combined(case, report);
    counted(case, report);
}

/// TIM-009: one level counts in two clocks, its measurements in another one, or a promise is kept by
/// parts that count otherwise. Nothing of the kind can be added or compared.
fn combined(case: &Case, report: &mut Report) {
    let runs: BTreeMap<HandoffId, ClockKind> =
        case.document.measurement_runs().map(|run| (run.handoff, run.clock)).collect();
    for service in &case.services {
        let own = clocks(service.sla);
        let measured = service.handoffs.iter().filter_map(|(handoff, _)| runs.get(&handoff.id));
        let parts = on_the_way(case, service);
        let what = if own.len() > 1 {
            "has targets in working minutes and in minutes on the wall"
        } else if measured.into_iter().any(|clock| !own.contains(clock)) {
            "is measured in other minutes than it promises"
        } else if parts.into_iter().any(|clock| !own.contains(&clock)) {
            "is made of targets that count other minutes than it does"
        } else {
            continue;
        };
        let hint = "Use one clock for all of them: working minutes, or minutes on the wall.";
        service.find(TIM_009, what, hint, report);
    }
}

fn clocks(sla: &Sla) -> BTreeSet<ClockKind> {
    let targets = [sla.acknowledge, sla.response, sla.completion];
    targets.into_iter().flatten().map(|target| target.clock).collect()
}

/// The clocks of the levels on the critical path between the ends of a promise.
fn on_the_way(case: &Case, service: &Service) -> BTreeSet<ClockKind> {
    let Some(way) = service.sla.end_to_end else { return BTreeSet::new() };
    let path = case.timeline().map(|it| it.path.as_slice()).unwrap_or_default();
    let mut inside = false;
    let mut found = BTreeSet::new();
    for element in path {
        match element {
            PathElement::Step { step, .. } if *step == way.from => inside = true,
            PathElement::Step { step, .. } if *step == way.to => break,
            PathElement::Wait { connector, .. } if inside => {
                let handoff = case.document.handoff_record(*connector);
                let sla = handoff.and_then(|it| case.document.sla(it.sla?));
                found.extend(sla.map(clocks).unwrap_or_default());
            }
            _ => {}
        }
    }
    found
}

/// TIM-010, Little's law (domain.md 2.5): what was counted against throughput times lead time. It was
/// counted in the process as it is. A lead time that may be longer explains more items.
fn counted(case: &Case, report: &mut Report) {
    let state = case.document.state(case.graph.state);
    let process = case.document.process_of(case.graph.state);
    let (Some(StateRole::Current), Some(process), Ok(expected)) =
        (state.map(|it| it.role), process, &case.expected)
    else {
        return;
    };
    let counts = process.counted_wip.zip(process.volume_per_thousand_days);
    let Some((counted, volume)) = counts else { return };
    let Some(minutes) = expected.lead_time.minutes() else { return };
    let days = minutes / f64::from(process.clock.minutes_per_day.max(1));
    let reckoned = f64::from(volume) / 1000.0 * days;
    let off = 100.0 * (f64::from(counted) - reckoned) / reckoned.max(f64::MIN_POSITIVE);
    let at_least = matches!(expected.lead_time, ExpectedLeadTime::AtLeast { .. });
    let limit = case.limit(TIM_010);
    if off < -limit || (off > limit && !at_least) {
        report.add_for_map(
            TIM_010,
            format!(
                "{counted} items were counted; the lead time of {} makes {reckoned:.1}.",
                names::duration(minutes.round() as i64, process.clock)
            ),
            "One of them is wrong: count again, or ask again for the longest waits.",
        );
    }
}
