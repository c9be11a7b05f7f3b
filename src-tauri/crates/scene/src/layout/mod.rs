//! Placing steps: columns from left to right as the work passes, lanes and rows in them from top to
//! bottom, with few crossings, short lines and a straight main path. A proposal as moves; what is
//! locked, and what was not asked about, stays where it is.

mod blocks;
mod columns;
mod edges;
mod graph;
mod order;
mod rows;
mod table;
#[cfg(test)]
mod tests;
mod widths;

pub use edges::stage_edges;

use crate::measure::FIRST_COLUMN;
use crate::shape::Rect;
use blocks::Blocks;
use columns::{Columns, Folding, columns};
use graph::Graph;
use model::{Document, Place, StateId, Step, StepId, StepMove};
use order::Order;
use rows::{Held, rows};
use std::collections::{BTreeMap, BTreeSet};
use widths::{NARROW, Widths};

/// Rounds of sifting to tell arrangements from each other, and to make the best one better.
const QUICK: usize = 2;
const SLOW: usize = 6;
/// With more blocks than this there is no time for that.
const LARGE: usize = 700;
/// With more steps than this handoffs go straight down wherever there is room, and there is no time to
/// look at the other foldings: on every graph of the layout bench this one came out best.
const MANY_STEPS: usize = 500;

/// Where every step of a state goes. Locked steps stay.
pub fn place(document: &Document, state: StateId) -> Vec<StepMove> {
    placed(document, state, &|_| true)
}

/// Where these steps of a state go. All others stay, and so do locked ones; nothing comes to lie on
/// them, and what they lead to or are led to by is level and in the order of the work if it can be.
pub fn place_some(document: &Document, state: StateId, steps: &BTreeSet<StepId>) -> Vec<StepMove> {
    placed(document, state, &|step| steps.contains(&step.id))
}

fn placed(document: &Document, state: StateId, moves: &dyn Fn(&Step) -> bool) -> Vec<StepMove> {
    let held = held(document, state, moves);
    let Arranged { graph, columns, blocks, order } = best(Graph::of(document, state, moves));
    let all = document.steps_of(state).all(moves);
    let mut widths = Widths::of(&graph, &columns, &blocks);
    let xs = widths.by_order(&order);
    widths.first = if all { FIRST_COLUMN as f32 } else { start(&graph, &columns, &xs) };
    let mut xs = widths.by_order(&order);
    let rows = rows(&graph, &blocks, &order, &xs, &held);
    // Rows that went round the ground of others fit these columns only.
    if held.is_empty() {
        xs = widths.by_rows(&rows);
    }
    let moved = graph.nodes.iter().enumerate().filter(|(_, node)| !node.fixed);
    moved
        .map(|(at, node)| {
            let x = xs.get(columns.of.at(at)).copied().unwrap_or_default();
            let top = rows.tops.get(node.lane).copied().unwrap_or_default();
            let place = Place { x: x.round() as i32, y: (rows.y.at(at) - top).round() as i32 };
            StepMove { step: node.id, lane: node.lane_id, place }
        })
        .collect()
}

/// The centre of the first column, these being the centres if it were 0: where a selection began, it
/// begins again, but after what leads to it from outside, and before what it leads to if it can.
fn start(graph: &Graph, columns: &Columns, xs: &[f32]) -> f32 {
    let x = |node: usize| xs.get(columns.of.at(node)).copied().unwrap_or_default();
    let moving = || graph.nodes.iter().enumerate().filter(|(_, node)| !node.fixed);
    let Some(leftmost) = moving().map(|(_, node)| node.place.x as f32).min_by(f32::total_cmp)
    else {
        return FIRST_COLUMN as f32;
    };
    let first = moving().map(|(at, _)| x(at)).fold(f32::INFINITY, f32::min);
    let (mut low, mut high) = (FIRST_COLUMN as f32 - first, f32::INFINITY);
    for edge in &graph.edges {
        let (Some(from), Some(to)) = (graph.nodes.get(edge.from), graph.nodes.get(edge.to)) else {
            continue;
        };
        // From lane to lane a step may stand right under the other.
        let apart = if from.lane == to.lane { from.half + NARROW + to.half } else { 0.0 };
        match (from.fixed, to.fixed) {
            (true, false) => low = low.max(from.place.x as f32 + apart - x(edge.to)),
            (false, true) => high = high.min(to.place.x as f32 - apart - x(edge.from)),
            _ => {}
        }
    }
    (leftmost - first).min(high).max(low)
}

/// The ground of steps that stay, from the tops of their lanes.
fn held(document: &Document, state: StateId, moves: &dyn Fn(&Step) -> bool) -> Vec<Held> {
    let lanes: BTreeMap<_, usize> = document
        .lanes_of(state)
        .into_iter()
        .enumerate()
        .map(|(row, lane)| (lane.id, row))
        .collect();
    document
        .steps_of(state)
        .filter(|step| step.pinned || !moves(step))
        .filter_map(|step| {
            let (half, above, below) = graph::size(step);
            let (x, y) = (step.place.x as f32, step.place.y as f32);
            let rect = Rect::new(x - half, y - above, 2.0 * half, above + below);
            Some((*lanes.get(&step.lane)?, rect))
        })
        .collect()
}

/// A graph with its columns and the order in them.
#[derive(Default)]
struct Arranged {
    graph: Graph,
    columns: Columns,
    blocks: Blocks,
    order: Order,
}

/// The arrangement that crosses least for its width.
fn best(graph: Graph) -> Arranged {
    let mut best: Option<(i64, Arranged)> = None;
    let foldings = [Folding::Folded, Folding::Chains, Folding::Flat];
    let tried = if graph.len() > MANY_STEPS { 1 } else { foldings.len() };
    for folding in foldings.into_iter().take(tried) {
        let (columns, blocks, order) = arranged(&graph, folding);
        let cost = i64::from(order.cost(&blocks)) + columns.count as i64;
        if best.as_ref().is_none_or(|(known, _)| cost < *known) {
            let graph = Graph::default();
            best = Some((cost, Arranged { graph, columns, blocks, order }));
        }
    }
    let Some((_, mut best)) = best else { return Arranged::default() };
    best.graph = graph;
    let rounds = if best.blocks.all.len() > LARGE { QUICK } else { SLOW };
    best.order.sift(&best.blocks, rounds);
    if best.blocks.all.len() <= LARGE {
        let mut turned = Order::first(&best.blocks, true);
        turned.sift(&best.blocks, rounds);
        if turned.cost(&best.blocks) < best.order.cost(&best.blocks) {
            best.order = turned;
        }
    }
    best
}

/// Columns and an order in them. A step that would stand on an upright connector bends it.
fn arranged(graph: &Graph, folding: Folding) -> (Columns, Blocks, Order) {
    let mut bent = BTreeSet::new();
    loop {
        let columns = columns(graph, folding, &bent);
        let blocks = Blocks::of(graph, &columns);
        let mut order = Order::first(&blocks, false);
        order.sift(&blocks, QUICK);
        let before = bent.len();
        bent.extend(columns.upright.iter().copied().filter(|edge| {
            let edge = graph.edge(*edge);
            order.is_stepped_on(&blocks, (edge.from, edge.to))
        }));
        if bent.len() == before {
            return (columns, blocks, order);
        }
    }
}
