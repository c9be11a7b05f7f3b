//! Whether the map leads from a start to an end: FLW-001 to 004, 007, 011; 014 as far as it is about
//! equal names.

use super::case::Case;
use super::report::Report;
use super::rules::*;
use super::say::say;
use crate::graph::{Graph, Way};
use crate::per::Per;
use model::{Command, ConnectorEdit, ConnectorKind, LaneId, Step, StepEdit, StepKind};
use petgraph::Direction::{self, Incoming, Outgoing};
use petgraph::graph::NodeIndex;
use petgraph::visit::EdgeRef;
use std::collections::BTreeMap;

/// More than these on one map are hard to read; how many steps are is a setting.
const MANY_LANES: usize = 10;

pub(super) fn check(case: &Case, report: &mut Report) {
    // An empty map has nothing wrong with it yet.
    if case.graph.net.node_count() == 0 {
        return;
    }
    let ends = case.graph.ends();
    starts_and_ends(case, &ends, report);
    let to_end = joined(&case.graph, &ends, Incoming);
    reachable(case, &ends, &to_end, report);
    dead_ends(case, &to_end, report);
    cycles(case, report);
    size(case, report);
    same_names(case, report);
}

/// Behind the first few of a list.
pub(super) fn others(case: &Case) -> &'static str {
    case.language.pick(" and others", " und andere")
}

fn name(case: &Case, node: NodeIndex) -> String {
    case.step_name(case.graph.step(node))
}

fn starts_and_ends(case: &Case, ends: &[NodeIndex], report: &mut Report) {
    let starts = &case.graph.starts;
    if starts.len() > 1 {
        let called: Vec<String> = starts.iter().take(3).map(|node| name(case, *node)).collect();
        let more = if starts.len() > called.len() { others(case) } else { "" };
        report.add(
            FLW_001,
            starts.iter().map(|node| case.graph.step(*node).id),
            say!(
                case,
                "Items begin in {count} places: {places}{more}.",
                "Vorgänge beginnen an {count} Stellen: {places}{more}.",
                count = starts.len(),
                places = called.join(", ")
            ),
            case.language.pick(
                "Connect the steps that nothing leads to, or draw one start.",
                "Verbinden Sie die Schritte, zu denen nichts führt, oder zeichnen Sie einen \
                 Start.",
            ),
        );
    }
    if ends.is_empty() {
        report.add_for_map(
            FLW_001,
            say!(
                case,
                "The map has no end: every step leads on.",
                "Die Karte hat kein Ende: jeder Schritt führt weiter."
            ),
            case.language.pick(
                "Draw the step or the end at which an item leaves the process.",
                "Zeichnen Sie den Schritt oder das Ende, an dem ein Vorgang den Prozess \
                 verlässt.",
            ),
        );
    }
}

/// The steps that forward connectors join to some others, seen in a direction.
fn joined(graph: &Graph, from: &[NodeIndex], direction: Direction) -> Per<bool> {
    let mut joined = graph.per_node(false);
    let mut waiting = from.to_vec();
    while let Some(node) = waiting.pop() {
        if !joined[node] {
            joined[node] = true;
            let links = graph.net.edges_directed(node, direction);
            let forward = links.filter(|link| link.weight().way != Way::Rework);
            waiting.extend(forward.map(|link| match direction {
                Outgoing => link.target(),
                Incoming => link.source(),
            }));
        }
    }
    joined
}

fn reachable(case: &Case, ends: &[NodeIndex], to_end: &Per<bool>, report: &mut Report) {
    let graph = &case.graph;
    let from_start = joined(graph, &graph.starts, Outgoing);
    for node in graph.net.node_indices() {
        let step = graph.step(node);
        if !from_start[node] {
            let message = if graph.is_alone(node) {
                say!(
                    case,
                    "{it} is connected to nothing.",
                    "{it} ist mit nichts verbunden.",
                    it = name(case, node)
                )
            } else {
                say!(
                    case,
                    "No way leads from the start to {it}.",
                    "Kein Weg führt vom Start zu {it}.",
                    it = name(case, node)
                )
            };
            report.add(
                FLW_002,
                [step.id],
                message,
                case.language
                    .pick("Connect it, or delete it.", "Verbinden Sie ihn, oder löschen Sie ihn."),
            );
        }
        let alone = graph.is_alone(node) && !from_start[node];
        if !to_end[node] && !ends.is_empty() && !step.dead_end && !alone {
            report.add(
                FLW_003,
                [step.id],
                say!(
                    case,
                    "No way leads from {it} to an end.",
                    "Kein Weg führt von {it} zu einem Ende.",
                    it = name(case, node)
                ),
                case.language.pick(
                    "Connect it to what happens next, or mark it as a dead end.",
                    "Verbinden Sie ihn mit dem, was danach geschieht, oder kennzeichnen Sie ihn \
                 als Sackgasse.",
                ),
            );
        }
    }
}

fn dead_ends(case: &Case, to_end: &Per<bool>, report: &mut Report) {
    let graph = &case.graph;
    for node in graph.net.node_indices().filter(|node| graph.step(*node).dead_end) {
        if graph.leaving(node).any(|link| link.weight().way != Way::Rework) {
            let step = graph.step(node).id;
            // Without the mark it has to lead to an end.
            let fix =
                to_end[node].then_some(Command::EditStep { step, edit: StepEdit::DeadEnd(false) });
            report.add_fixable(
                FLW_004,
                [step],
                say!(
                    case,
                    "{it} is marked as a dead end, yet leads on.",
                    "{it} ist als Sackgasse gekennzeichnet und führt doch weiter.",
                    it = name(case, node)
                ),
                case.language.pick(
                    "Take the mark or the connector away.",
                    "Nehmen Sie das Kennzeichen oder den Verbinder weg.",
                ),
                fix,
            );
        }
    }
}

fn cycles(case: &Case, report: &mut Report) {
    for cycle in &case.graph.cycles {
        let called: Vec<String> = cycle.iter().take(3).map(|node| name(case, *node)).collect();
        let more = if cycle.len() > called.len() { others(case) } else { "" };
        report.add_fixable(
            FLW_007,
            cycle.iter().map(|node| case.graph.step(*node).id),
            say!(
                case,
                "Forward connectors go in a circle: {steps}{more}.",
                "Verbinder nach vorn führen im Kreis: {steps}{more}.",
                steps = called.join(", ")
            ),
            case.language.pick(
                "Mark the connector that goes back as rework.",
                "Kennzeichnen Sie den Verbinder, der zurückführt, als Nacharbeit.",
            ),
            only_way_back(&case.graph, cycle),
        );
    }
}

/// Marks the connector that closes a circle as rework, where it is the only one and its step leads
/// on otherwise, too.
fn only_way_back(graph: &Graph, cycle: &[NodeIndex]) -> Option<Command> {
    let mut closing = cycle
        .iter()
        .flat_map(|node| graph.leaving(*node).filter(|link| link.weight().way == Way::Closing));
    let (only, None) = (closing.next()?, closing.next()) else { return None };
    graph.onward(only.source()).next()?;
    let edit = ConnectorEdit::Flow(ConnectorKind::Rework);
    Some(Command::EditConnector { connector: only.weight().connector.id, edit })
}

fn size(case: &Case, report: &mut Report) {
    let lanes = case.document.lanes_of(case.graph.state).len();
    let steps = case.figures.steps;
    if f64::from(steps) > case.limit(FLW_011) || lanes > MANY_LANES {
        report.add_for_map(
            FLW_011,
            say!(
                case,
                "The map has {steps} steps and {lanes} lanes.",
                "Die Karte hat {steps} Schritte und {lanes} Bahnen."
            ),
            case.language.pick(
                "Consider one map per stage, or fewer details.",
                "Erwägen Sie eine Karte je Phase, oder weniger Einzelheiten.",
            ),
        );
    }
}

fn same_names(case: &Case, report: &mut Report) {
    let mut called: BTreeMap<(LaneId, String), Vec<&Step>> = BTreeMap::new();
    for step in case.steps() {
        let name = step.name.trim().to_lowercase();
        let named = matches!(step.shape, StepKind::Step | StepKind::Decision);
        if named && !name.is_empty() {
            called.entry((step.lane, name)).or_default().push(step);
        }
    }
    for steps in called.into_values().filter(|steps| steps.len() > 1) {
        let Some(first) = steps.first() else { continue };
        let (team, name) = (case.team_of(Some(first)), case.step_name(first));
        report.add(
            FLW_014,
            steps.iter().map(|step| step.id),
            say!(
                case,
                "{team} has {count} steps called {name}.",
                "{team} hat {count} Schritte mit dem Namen {name}.",
                count = steps.len()
            ),
            case.language.pick(
                "Name each by what is different about it.",
                "Nennen Sie jeden nach dem, was an ihm anders ist.",
            ),
        );
    }
}
