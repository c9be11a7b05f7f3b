//! Where ways part and lead back: FLW-005, 006, 008, 009, 010.

use super::case::Case;
use super::names;
use super::report::Report;
use super::rules::*;
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
                format!(
                    "{} sends back {} of its items: none ever leaves.",
                    names::step(case.document, step),
                    names::percent(100.0 * share)
                ),
                "Lower the share of rework, or draw the connector as a forward one.",
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
    let name = names::step(case.document, step);
    let wrong = if silent == 0 {
        // The tolerance is a tolerance: a hundredth off in binary is still a hundredth.
        (sum - 1.0).abs() > rounding + 1e-9
    } else {
        ways.len() > 1 || sum > 1.0 + rounding
    };
    if !ways.is_empty() && wrong {
        let message = if silent == 0 || sum > 1.0 + rounding {
            format!("The ways out of {name} add up to {}.", names::percent(100.0 * sum))
        } else {
            format!("{silent} of {} ways out of {name} have no probability.", ways.len())
        };
        let hint = "Say how often each way is taken, so that together they make 100 %.";
        report.add_fixable(FLW_005, [step.id], message, hint, the_rest(ways, &said));
    }
    for way in ways.iter().filter(|way| way.label.trim().is_empty()) {
        report.add(
            FLW_006,
            [way.id],
            format!("{} has no condition.", names::connector(case.document, way)),
            "Write on it when this way is taken.",
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
                format!(
                    "{} sends {} of the items back.",
                    names::connector(case.document, way),
                    names::percent(100.0 * share.fraction())
                ),
                "Ask what is missing on arrival, and put it into the exit criteria.",
            );
        }
    }
}

fn never_exits(case: &Case, report: &mut Report) {
    if let Err(NoExpectation::NeverExits { steps }) = &case.expected {
        let called = steps.iter().take(3).filter_map(|step| case.document.step(*step));
        let called: Vec<String> = called.map(|it| names::step(case.document, it)).collect();
        report.add(
            FLW_008,
            steps.iter().copied(),
            format!("Items never leave {}.", names::list(&called)),
            "Draw the way out, or lower the share that goes back.",
        );
    }
}

fn blocks(case: &Case, report: &mut Report) {
    let Ok(expected) = &case.expected else { return };
    if let ExpectedLeadTime::Unknown { connectors } = &expected.lead_time {
        let first = connectors.first().and_then(|id| case.document.connector(*id));
        let name = first.map(|it| names::connector(case.document, it)).unwrap_or_default();
        let more = if connectors.len() > 1 { " and others" } else { "" };
        report.add(
            FLW_010,
            connectors.iter().copied(),
            format!("Parallel work that begins together does not end together: {name}{more}."),
            "Let the branches meet in one step, and let rework stay inside its branch.",
        );
    }
}
