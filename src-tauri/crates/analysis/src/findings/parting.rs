//! Where ways part and lead back: FLW-005, 006, 008, 009, 010.

use super::case::Case;
use super::flow::others;
use super::report::Report;
use super::rules::*;
use super::say::say;
use crate::branch::rework_share;
use crate::expected::{ExpectedLeadTime, NoExpectation};
use model::{Command, Connector, ConnectorEdit, ConnectorKind, Share, Step};

pub(super) fn check(case: &Case, report: &mut Report) {
    let graph = &case.graph;
    let mut endless = false;
    for node in graph.net.node_indices() {
        let step = graph.step(node);
        let of_kind = |kind: ConnectorKind| {
            let connectors = graph.leaving(node).map(|link| link.weight().connector);
            connectors.filter(|it| it.flow == kind).collect::<Vec<_>>()
        };
        alternatives(case, step, &of_kind(ConnectorKind::Xor), report);
        frequent_rework(case, &of_kind(ConnectorKind::Rework), report);
        let share = rework_share(graph, node);
        if share >= 1.0 {
            endless = true;
            report.add(
                FLW_008,
                [step.id],
                say!(
                    case,
                    "{it} sends back {share} of its items: none ever leaves.",
                    "{it} schickt {share} der Vorgänge zurück: keiner geht je weiter.",
                    it = case.step_name(step),
                    share = case.percent(100.0 * share)
                ),
                case.language.pick(
                    "Lower the share of rework, or draw the connector as a forward one.",
                    "Senken Sie den Anteil der Nacharbeit, oder zeichnen Sie den Verbinder nach \
                 vorn.",
                ),
            );
        }
    }
    if !endless {
        never_exits(case, report);
    }
    blocks(case, report);
}

fn alternatives(case: &Case, step: &Step, ways: &[&Connector], report: &mut Report) {
    let said: Vec<Share> = ways.iter().filter_map(|way| way.probability).collect();
    let sum = said.iter().map(|share| share.fraction()).sum::<f64>();
    let rounding = case.limit(FLW_005) / 100.0;
    let silent = ways.len() - said.len();
    let name = case.step_name(step);
    let wrong = if silent == 0 {
        // The tolerance is a tolerance: a hundredth off in binary is still a hundredth.
        (sum - 1.0).abs() > rounding + 1e-9
    } else {
        ways.len() > 1 || sum > 1.0 + rounding
    };
    if !ways.is_empty() && wrong {
        let message = if silent == 0 || sum > 1.0 + rounding {
            say!(
                case,
                "The ways out of {name} add up to {sum}.",
                "Die Wege aus {name} ergeben zusammen {sum}.",
                sum = case.percent(100.0 * sum)
            )
        } else {
            say!(
                case,
                "{silent} of {all} ways out of {name} have no probability.",
                "{silent} von {all} Wegen aus {name} haben keine Wahrscheinlichkeit.",
                all = ways.len()
            )
        };
        let hint = case.language.pick(
            "Say how often each way is taken, so that together they make 100 %.",
            "Sagen Sie, wie oft jeder Weg genommen wird, sodass sie zusammen 100 % ergeben.",
        );
        report.add_fixable(FLW_005, [step.id], message, hint, the_rest(ways, &said));
    }
    for way in ways.iter().filter(|way| way.label.trim().is_empty()) {
        report.add(
            FLW_006,
            [way.id],
            say!(
                case,
                "{it} has no condition.",
                "{it} hat keine Bedingung.",
                it = case.connector_name(way)
            ),
            case.language.pick(
                "Write on it when this way is taken.",
                "Schreiben Sie daran, wann dieser Weg genommen wird.",
            ),
        );
    }
}

/// Gives the only way without a share what the others leave.
fn the_rest(ways: &[&Connector], said: &[Share]) -> Option<Command> {
    let mut silent = ways.iter().filter(|way| way.probability.is_none());
    let (only, None) = (silent.next()?, silent.next()) else { return None };
    let known: u32 = said.iter().map(|share| u32::from(share.0)).sum();
    let rest = u32::from(Share::ALL.0).checked_sub(known).filter(|rest| *rest > 0)?;
    let edit = ConnectorEdit::Probability(Some(Share(u16::try_from(rest).ok()?)));
    Some(Command::EditConnector { connector: only.id, edit })
}

fn frequent_rework(case: &Case, ways: &[&Connector], report: &mut Report) {
    let often = case.limit(FLW_009);
    for way in ways {
        if let Some(share) = way.probability.filter(|it| f64::from(it.0) >= 100.0 * often) {
            report.add(
                FLW_009,
                [way.id],
                say!(
                    case,
                    "{it} sends {share} of the items back.",
                    "{it} schickt {share} der Vorgänge zurück.",
                    it = case.connector_name(way),
                    share = case.percent(100.0 * share.fraction())
                ),
                case.language.pick(
                    "Ask what is missing on arrival, and put it into the exit criteria.",
                    "Fragen Sie, was bei der Ankunft fehlt, und nehmen Sie es in die \
                 Ausgangskriterien auf.",
                ),
            );
        }
    }
}

fn never_exits(case: &Case, report: &mut Report) {
    if let Err(NoExpectation::NeverExits { steps }) = &case.expected {
        let called = steps.iter().take(3).filter_map(|step| case.document.step(*step));
        let called: Vec<String> = called.map(|it| case.step_name(it)).collect();
        report.add(
            FLW_008,
            steps.iter().copied(),
            say!(
                case,
                "Items never leave {steps}.",
                "Vorgänge verlassen nie {steps}.",
                steps = case.list(&called)
            ),
            case.language.pick(
                "Draw the way out, or lower the share that goes back.",
                "Zeichnen Sie den Weg hinaus, oder senken Sie den Anteil, der zurückgeht.",
            ),
        );
    }
}

fn blocks(case: &Case, report: &mut Report) {
    let Ok(expected) = &case.expected else { return };
    if let ExpectedLeadTime::Unknown { connectors } = &expected.lead_time {
        let first = connectors.first().and_then(|id| case.document.connector(*id));
        let name = first.map(|it| case.connector_name(it)).unwrap_or_default();
        let more = if connectors.len() > 1 { others(case) } else { "" };
        report.add(
            FLW_010,
            connectors.iter().copied(),
            say!(
                case,
                "Parallel work that begins together does not end together: {name}{more}.",
                "Parallele Arbeit, die zusammen beginnt, endet nicht zusammen: {name}{more}."
            ),
            case.language.pick(
                "Let the branches meet in one step, and let rework stay inside its branch.",
                "Lassen Sie die Zweige in einem Schritt zusammenkommen und Nacharbeit in \
                 ihrem Zweig.",
            ),
        );
    }
}
