//! Whether figures of different kinds fit together: TIM-009, 010.

use super::case::Case;
use super::report::Report;
use super::rules::*;
use super::say::say;
use super::service::Service;
use crate::figures::PathElement;
use crate::network::little::{Little, little};
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
            case.language.pick(
                "has targets in working minutes and in minutes on the wall",
                "hat Ziele in Arbeitsminuten und in Minuten auf der Wanduhr",
            )
        } else if measured.into_iter().any(|clock| !own.contains(clock)) {
            case.language.pick(
                "is measured in other minutes than it promises",
                "wird in anderen Minuten gemessen, als sie verspricht",
            )
        } else if parts.into_iter().any(|clock| !own.contains(&clock)) {
            case.language.pick(
                "is made of targets that count other minutes than it does",
                "besteht aus Zielen, die andere Minuten zählen als es selbst",
            )
        } else {
            continue;
        };
        let hint = case.language.pick(
            "Use one clock for all of them: working minutes, or minutes on the wall.",
            "Nehmen Sie eine Uhr für alle: Arbeitsminuten, oder Minuten auf der Wanduhr.",
        );
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

/// TIM-010, Little's law (domain.md 2.5): what was counted against throughput times lead time.
fn counted(case: &Case, report: &mut Report) {
    let Little::Known { items, counted: Some(counted), disagree: true, lead_time, .. } =
        little(&case.graph, &case.expected, case.limit(TIM_010))
    else {
        return;
    };
    let message = say!(
        case,
        "{counted} items were counted; the lead time of {time} makes {items}.",
        "{counted} Vorgänge wurden gezählt; die Durchlaufzeit von {time} ergibt {items}.",
        time = case.time(lead_time.round() as i64),
        items = case.number(items, 1)
    );
    let hint = case.language.pick(
        "One of them is wrong: count again, or ask again for the longest waits.",
        "Eines davon ist falsch: zählen Sie noch einmal, oder fragen Sie noch einmal nach den \
         längsten Wartezeiten.",
    );
    report.add_for_map(TIM_010, message, hint);
}
