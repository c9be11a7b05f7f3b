//! Work that may not be needed: lanes that only pass on, approvals that approve: NET-005, 007.

use super::case::Case;
use super::names;
use super::report::Report;
use super::rules::*;
use super::words::{find, has_any, written};
use crate::figures::PathElement;
use crate::graph::Way;
use model::{DelayCause, LaneId, Step, StepId, StepKind, ValueClass};
use petgraph::visit::EdgeRef;
use std::collections::{BTreeMap, BTreeSet};

pub(super) fn check(case: &Case, report: &mut Report) {
    relays(case, report);
    approvals(case, report);
}

/// NET-005: a lane that takes from one team and gives to another, with nothing done in it that takes
/// long or adds value. Off the critical path it costs no time, and is left alone.
fn relays(case: &Case, report: &mut Report) {
    let path = case.timeline().map(|it| it.path.as_slice()).unwrap_or_default();
    let on_path: BTreeSet<StepId> = path
        .iter()
        .filter_map(|element| match element {
            PathElement::Step { step, .. } => Some(*step),
            PathElement::Wait { .. } => None,
        })
        .collect();
    let takes: BTreeSet<LaneId> = case.crossings.iter().map(|it| it.to.lane).collect();
    let gives: BTreeSet<LaneId> = case.crossings.iter().map(|it| it.from.lane).collect();
    let mut lanes: BTreeMap<LaneId, Vec<&Step>> = BTreeMap::new();
    for step in case.steps().filter(|step| step.shape == StepKind::Step) {
        lanes.entry(step.lane).or_default().push(step);
    }
    let short = case.limit(NET_005);
    let little = |step: &&Step| {
        let known = step.process_time.is_some();
        let adds = step.value == Some(ValueClass::ValueAdding);
        known && !adds && step.process_minutes() as f64 <= short
    };
    for (lane, steps) in lanes {
        let passes = takes.contains(&lane) && gives.contains(&lane);
        let matters = steps.iter().any(|step| on_path.contains(&step.id));
        if passes && matters && steps.iter().all(little) {
            let team = names::team_of(case.document, steps.first().copied());
            report.add(
                NET_005,
                [lane],
                format!("{team} only passes on: no step of it takes long or adds value."),
                "Ask whether the team before it could send straight to the one after.",
            );
        }
    }
}

const APPROVALS: &[&str] = &[
    "approve",
    "approves",
    "approval",
    "authorise",
    "authorize",
    "authorisation",
    "authorization",
    "freigeben",
    "freigabe",
    "genehmigen",
    "genehmigung",
    "bewilligen",
    "bewilligung",
];

/// NET-007: what is nearly always approved. Without a way back nobody knows how often it is refused.
fn approvals(case: &Case, report: &mut Report) {
    let graph = &case.graph;
    for node in graph.net.node_indices() {
        let step = graph.step(node);
        let mut links = graph.entering(node);
        let waited = links.any(|it| it.weight().connector.cause == Some(DelayCause::Approval));
        if step.shape == StepKind::Step && (waited || is_approval(step)) {
            let back = graph.leaving(node).filter(|it| it.weight().way == Way::Rework);
            let shares: Option<Vec<u32>> = back
                .map(|it| graph.connector(it.id()).probability.map(|share| u32::from(share.0)))
                .collect();
            let Some(shares) = shares.filter(|shares| !shares.is_empty()) else { continue };
            let refused = f64::from(shares.iter().sum::<u32>());
            if refused < 100.0 * case.limit(NET_007) {
                report.add(
                    NET_007,
                    [step.id],
                    format!(
                        "{} refuses only {} of what it gets.",
                        names::step(case.document, step),
                        names::percent(refused / 100.0)
                    ),
                    "Replace it by a rule, and approve only the exceptions.",
                );
            }
        }
    }
}

fn is_approval(step: &Step) -> bool {
    let name = step.name.to_lowercase();
    let words = written(&name);
    has_any(&words, APPROVALS) || find(&words, "sign off").is_some()
}
