//! Which column each step stands in: one after those that lead to it, or right under or over the
//! one that hands over to it where that ground is free. Stages follow each other.

use super::graph::Graph;
use super::table::Table;
use std::collections::{BTreeMap, BTreeSet};

/// Whether a handoff may go straight down or up to a step in the same column.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Folding {
    /// Wherever there is room.
    Folded,
    /// Only where nothing else leaves the one step or reaches the other.
    Chains,
    Flat,
}

/// The columns of the steps.
#[derive(Clone, Debug, Default)]
pub(super) struct Columns {
    /// By step.
    pub of: Table<usize>,
    /// Connectors that stay in their column, by number.
    pub upright: BTreeSet<usize>,
    /// How many there are.
    pub count: usize,
}

/// Columns for every step.
/// `bent` are connectors that may not stay in their column.
pub(super) fn columns(graph: &Graph, folding: Folding, bent: &BTreeSet<usize>) -> Columns {
    let mut least: BTreeMap<u16, usize> = BTreeMap::new();
    let stages: BTreeSet<u16> = graph.nodes.iter().filter_map(|node| node.stage).collect();
    let mut columns = placed(graph, (folding, bent), &least);
    // Each round settles at least one stage more.
    for _ in 0..stages.len() {
        let mut reached = 0;
        let mut moved = false;
        for stage in &stages {
            let within = || {
                let of = graph.nodes.iter().enumerate();
                of.filter(|(_, node)| node.stage == Some(*stage)).map(|(at, _)| columns.of.at(at))
            };
            let wanted = reached;
            if within().any(|column| column < wanted) {
                moved |= least.insert(*stage, wanted) != Some(wanted);
            }
            reached = reached.max(within().max().map_or(0, |last| last + 1));
        }
        if !moved {
            break;
        }
        columns = placed(graph, (folding, bent), &least);
    }
    tighten(graph, &mut columns, stages.is_empty());
    columns
}

/// Cells, by column and lane, that hold a step or are passed by an upright connector.
#[derive(Default)]
struct Ground {
    held: BTreeSet<(usize, usize)>,
    passed: BTreeSet<(usize, usize)>,
    /// Steps with an upright connector at their top or bottom.
    used: BTreeSet<(usize, bool)>,
}

impl Ground {
    fn fits(&self, column: usize, from: (usize, usize), to: (usize, usize)) -> bool {
        let down = to.1 > from.1;
        let between = from.1.min(to.1) + 1..from.1.max(to.1);
        let free = |lane: usize| {
            !self.held.contains(&(column, lane)) && !self.passed.contains(&(column, lane))
        };
        !self.used.contains(&(from.0, down)) && between.chain([to.1]).all(free)
    }

    fn fold(&mut self, column: usize, from: (usize, usize), to: (usize, usize)) {
        let down = to.1 > from.1;
        self.used.extend([(from.0, down), (to.0, !down)]);
        let between = from.1.min(to.1) + 1..from.1.max(to.1);
        self.passed.extend(between.map(|lane| (column, lane)));
    }
}

fn placed(
    graph: &Graph,
    (folding, bent): (Folding, &BTreeSet<usize>),
    least: &BTreeMap<u16, usize>,
) -> Columns {
    let mut columns = Columns { of: Table::of(graph.len(), 0), ..Columns::default() };
    let mut ground = Ground::default();
    for node in &graph.order {
        let lane = graph.lane(*node);
        let stage = graph.nodes.get(*node).and_then(|it| it.stage);
        let floor = stage.and_then(|stage| least.get(&stage)).copied().unwrap_or_default();
        let mut column = floor;
        for giver in graph.before(*node) {
            column = column.max(columns.of.at(giver) + 1);
        }
        let over = (folding != Folding::Flat && column > floor)
            .then(|| column - 1)
            .and_then(|above| fold(graph, &columns, &ground, *node, above))
            .filter(|edge| folding == Folding::Folded || is_chain(graph, *edge))
            .filter(|edge| !bent.contains(edge));
        if let Some(edge) = over {
            column -= 1;
            let from = graph.edge(edge).from;
            ground.fold(column, (from, graph.lane(from)), (*node, lane));
            columns.upright.insert(edge);
        } else {
            while ground.passed.contains(&(column, lane)) {
                column += 1;
            }
        }
        ground.held.insert((column, lane));
        columns.of.put(*node, column);
        columns.count = columns.count.max(column + 1);
    }
    columns
}

/// The connector by which a step can stand in the column of the only one that holds it back. What
/// stays has no column that one could stand in.
fn fold(
    graph: &Graph,
    columns: &Columns,
    ground: &Ground,
    node: usize,
    column: usize,
) -> Option<usize> {
    let lane = graph.lane(node);
    let mut holding =
        graph.into.at(node).iter().filter(|edge| columns.of.at(graph.edge(**edge).from) == column);
    let (first, none) = (holding.next(), holding.next());
    let edge = first.copied().filter(|_| none.is_none())?;
    let from = graph.edge(edge).from;
    let crosses = graph.lane(from) != lane && !graph.stays(from) && !graph.stays(node);
    (crosses && ground.fits(column, (from, graph.lane(from)), (node, lane))).then_some(edge)
}

/// Whether nothing else leaves the one step or reaches the other.
fn is_chain(graph: &Graph, edge: usize) -> bool {
    let edge = graph.edge(edge);
    graph.out.at(edge.from).len() == 1 && graph.into.at(edge.to).len() == 1
}

/// Steps that more connectors leave than reach stand next to those they lead to.
fn tighten(graph: &Graph, columns: &mut Columns, free: bool) {
    let bound: BTreeSet<usize> = columns
        .upright
        .iter()
        .flat_map(|edge| [graph.edge(*edge).from, graph.edge(*edge).to])
        .collect();
    if !free {
        return;
    }
    for node in graph.order.iter().rev().filter(|node| !bound.contains(node)) {
        let (out, into) = (graph.out.at(*node).len(), graph.into.at(*node).len());
        let next = graph.after(*node).map(|it| columns.of.at(it)).min();
        let Some(next) = next.filter(|_| out > into) else { continue };
        let wanted = next.saturating_sub(1);
        let lane = graph.lane(*node);
        let passed = columns.upright.iter().any(|edge| {
            let edge = graph.edge(*edge);
            let (a, b) = (graph.lane(edge.from), graph.lane(edge.to));
            columns.of.at(edge.from) == wanted && lane >= a.min(b) && lane <= a.max(b)
        });
        if wanted > columns.of.at(*node) && !passed {
            columns.of.put(*node, wanted);
        }
    }
}
