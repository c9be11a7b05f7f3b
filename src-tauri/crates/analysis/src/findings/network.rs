//! How teams hang together: NET-001 to 004, 006. NET-005 and 007 are about their steps.

use super::case::Case;
use super::report::Report;
use super::rules::*;
use super::say::say;
use crate::graph::{Graph, Way};
use crate::network::teams::Lanes;
use crate::network::{handoff_ratio, lanes_with_one_person};
use crate::segment::Segments;
use model::{Connector, LaneId, RecordId, StepKind};
use petgraph::graph::NodeIndex;
use std::collections::{BTreeMap, BTreeSet};

/// Sums of flows are not exact: what is equal on paper is not above a threshold.
const NOISE: f64 = 1e-9;

pub(super) fn check(case: &Case, report: &mut Report) {
    ping_pong(case, report);
    traffic(case, report);
    fragmented(case, report);
    only_one_between(case, report);
    unexplained_rework(case, report);
}

/// Two lanes in the order of the map.
type Pair = [(u16, LaneId); 2];

fn pair(case: &Case, connector: &Connector) -> Option<Pair> {
    let place = |step| {
        let lane = case.document.lane(case.document.step(step)?.lane)?;
        Some((lane.order, lane.id))
    };
    let mut pair = [place(connector.from)?, place(connector.to)?];
    pair.sort();
    Some(pair)
}

fn between(case: &Case, pair: Pair) -> String {
    let name = |(_, lane)| {
        let team = case.document.lane(lane).map(|lane| lane.team);
        team.map(|team| case.team(team)).unwrap_or_default()
    };
    let [one, other] = pair.map(name);
    say!(case, "{one} and {other}", "{one} und {other}")
}

/// Flow over the connectors that cross lanes, by pair of lanes.
fn flows<'c>(
    case: &'c Case,
    connectors: impl Iterator<Item = &'c Connector>,
) -> BTreeMap<Pair, f64> {
    let mut sums = BTreeMap::new();
    let Ok(expected) = &case.expected else { return sums };
    for connector in connectors.filter(|connector| case.document.crosses(connector)) {
        let flow = expected.flows.get(&connector.id).copied().unwrap_or_default();
        if let Some(pair) = pair(case, connector) {
            *sums.entry(pair).or_insert(0.0) += flow;
        }
    }
    sums
}

fn lanes(pair: Pair) -> impl Iterator<Item = RecordId> {
    pair.into_iter().map(|(_, lane)| lane.into())
}

fn ping_pong(case: &Case, report: &mut Report) {
    let is_rework = |connector: &&Connector| connector.flow == model::ConnectorKind::Rework;
    for (pair, returns) in flows(case, case.connectors().filter(is_rework)) {
        if returns >= case.limit(NET_001) - NOISE {
            report.add(
                NET_001,
                lanes(pair),
                say!(
                    case,
                    "Items go to and fro between {teams}: {returns} returns per item.",
                    "Vorgänge gehen hin und her zwischen {teams}: {returns} Rückgaben je \
                 Vorgang.",
                    teams = between(case, pair),
                    returns = case.number(returns, 2)
                ),
                case.language.pick(
                    "Agree what is complete before it is sent, and return it once with all \
                 reasons.",
                    "Vereinbaren Sie vor dem Senden, was vollständig heißt, und geben Sie einmal \
                 mit allen Gründen zurück.",
                ),
            );
        }
    }
}

fn traffic(case: &Case, report: &mut Report) {
    for (pair, handoffs) in flows(case, case.connectors()) {
        if handoffs > case.limit(NET_002) + NOISE {
            report.add(
                NET_002,
                lanes(pair),
                say!(
                    case,
                    "{handoffs} handoffs per item between {teams}.",
                    "{handoffs} Übergaben je Vorgang zwischen {teams}.",
                    handoffs = case.number(handoffs, 2),
                    teams = between(case, pair)
                ),
                case.language.pick(
                    "Ask which of these steps could be done by one team, or side by side.",
                    "Fragen Sie, welche dieser Schritte ein Team allein tun könnte, oder \
                 nebeneinander.",
                ),
            );
        }
    }
}

fn fragmented(case: &Case, report: &mut Report) {
    let Some(timeline) = case.timeline() else { return };
    if handoff_ratio(timeline).is_some_and(|ratio| ratio > case.limit(NET_003)) {
        report.add_for_map(
            NET_003,
            say!(
                case,
                "{handoffs} handoffs on {steps} steps: the item changes teams more often \
                 than not.",
                "{handoffs} Übergaben auf {steps} Schritte: der Vorgang wechselt meist das \
                 Team.",
                handoffs = timeline.handoffs,
                steps = timeline.steps
            ),
            case.language.pick(
                "Ask which steps one team could do in one go.",
                "Fragen Sie, welche Schritte ein Team in einem Zug tun könnte.",
            ),
        );
    }
}

/// NET-004: a lane without which the others fall apart, with a step that only one person can do.
fn only_one_between(case: &Case, report: &mut Report) {
    let alone = lanes_with_one_person(&case.graph);
    for lane in Lanes::of(&case.graph).joints().into_iter().filter(|lane| alone.contains(lane)) {
        let team = case.document.lane(lane).map(|lane| case.team(lane.team)).unwrap_or_default();
        report.add(
            NET_004,
            [lane],
            say!(
                case,
                "Everything goes through {team}, where a step depends on one person.",
                "Alles geht durch {team}, wo ein Schritt an einer Person hängt."
            ),
            case.language.pick(
                "Train a deputy there first.",
                "Arbeiten Sie dort zuerst eine Vertretung ein.",
            ),
        );
    }
}

/// NET-006: more is sent back than the quality of the steps before explains.
fn unexplained_rework(case: &Case, report: &mut Report) {
    let graph = &case.graph;
    let segments = Segments::of(graph);
    for edge in graph.net.edge_indices().filter(|edge| graph.net[*edge].way == Way::Rework) {
        let connector = graph.connector(edge);
        let (Some(share), Some((detector, target))) =
            (connector.probability, graph.net.edge_endpoints(edge))
        else {
            continue;
        };
        let between = segments.between(target, detector);
        let Some(quality) = quality_of(graph, &between) else { continue };
        if share.fraction() > 1.0 - quality + case.limit(NET_006) / 100.0 + NOISE {
            report.add(
                NET_006,
                [connector.id],
                say!(
                    case,
                    "{it} sends back {share}, but the steps before it are said to be right \
                     {quality} of the time.",
                    "{it} schickt {share} zurück, doch die Schritte davor sollen zu {quality} \
                     richtig sein.",
                    it = case.connector_name(connector),
                    share = case.percent(100.0 * share.fraction()),
                    quality = case.percent(100.0 * quality)
                ),
                case.language.pick(
                    "One of the two is wrong: ask the receivers again for the %C&A.",
                    "Eines von beiden ist falsch: fragen Sie die Empfänger noch einmal nach dem \
                 %C&A.",
                ),
            );
        }
    }
}

/// The product of %C&A over some steps; none when there are none or one is not judged.
fn quality_of(graph: &Graph, steps: &BTreeSet<NodeIndex>) -> Option<f64> {
    if steps.is_empty() {
        return None;
    }
    let mut product = 1.0;
    for node in steps {
        let step = graph.step(*node);
        match &step.complete_accurate {
            Some(quality) => product *= quality.usual.fraction(),
            None if step.shape == StepKind::Step => return None,
            None => {}
        }
    }
    Some(product)
}
