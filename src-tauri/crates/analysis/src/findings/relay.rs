//! Work that may not be needed: lanes that only pass on, approvals that approve: NET-005, 007.

use super::case::Case;
use super::report::Report;
use super::rules::*;
use super::say::say;
use super::words::{find, has_any, written};
use crate::graph::Way;
use crate::network::relay;
use model::{DelayCause, Step, StepKind};
use petgraph::visit::EdgeRef;

pub(super) fn check(case: &Case, report: &mut Report) {
    relays(case, report);
    approvals(case, report);
}

/// NET-005: a lane that takes from one team and gives to another, with nothing done in it that takes
/// long or adds value.
fn relays(case: &Case, report: &mut Report) {
    for lane in relay::relays(&case.graph, case.timeline(), case.limit(NET_005)) {
        let team = case.document.lane(lane).map(|lane| case.team(lane.team)).unwrap_or_default();
        report.add(
            NET_005,
            [lane],
            say!(
                case,
                "{team} only passes on: no step of it takes long or adds value.",
                "{team} gibt nur weiter: kein Schritt dauert lange oder schafft Wert."
            ),
            case.language.pick(
                "Ask whether the team before it could send straight to the one after.",
                "Fragen Sie, ob das Team davor gleich an das danach senden könnte.",
            ),
        );
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
                    say!(
                        case,
                        "{it} refuses only {share} of what it gets.",
                        "{it} lehnt nur {share} von dem ab, was kommt.",
                        it = case.step_name(step),
                        share = case.percent(refused / 100.0)
                    ),
                    case.language.pick(
                        "Replace it by a rule, and approve only the exceptions.",
                        "Ersetzen Sie sie durch eine Regel, und geben Sie nur die Ausnahmen frei.",
                    ),
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
