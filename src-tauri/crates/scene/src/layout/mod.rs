//! Placing steps: columns from left to right as the work passes, lanes and rows in them from top to
//! bottom, with few crossings, short lines and a straight main path. A proposal as moves; what is
//! locked, and what was not asked about, stays where it is.

mod blocks;
mod columns;
mod graph;
mod order;
mod rows;
mod table;
#[cfg(test)]
mod tests;

use crate::measure::{COLUMN, FIRST_COLUMN, STEP_WIDTH, STUB, TRACK};
use crate::shape::Rect;
use blocks::Blocks;
use columns::{Columns, Folding, columns};
use graph::Graph;
use model::{Document, Place, StateId, Step, StepId, StepMove};
use order::Order;
use rows::{Held, rows};
use std::collections::{BTreeMap, BTreeSet};

/// Where every step of a state goes. Locked steps stay.
pub fn place(document: &Document, state: StateId) -> Vec<StepMove> {
    placed(document, state, &|_| true)
}

/// Where these steps of a state go. All others stay, and so do locked ones; nothing comes to lie on
/// them.
pub fn place_some(document: &Document, state: StateId, steps: &BTreeSet<StepId>) -> Vec<StepMove> {
    placed(document, state, &|step| steps.contains(&step.id))
}

fn placed(document: &Document, state: StateId, moves: &dyn Fn(&Step) -> bool) -> Vec<StepMove> {
    let graph = Graph::of(document, state, moves);
    if graph.len() == 0 {
        return Vec::new();
    }
    let held = held(document, state, moves);
    let (columns, blocks, order) = best(&graph);
    let all = graph.len() == document.steps_of(state).count();
    let xs = xs(&columns, &blocks, &order, start(&graph, all));
    let rows = rows(&graph, &blocks, &order, &xs, &held);
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

/// The centre of the first column: where a selection began, it begins again.
fn start(graph: &Graph, all: bool) -> f32 {
    let leftmost = graph.nodes.iter().map(|node| node.place.x).min().unwrap_or(FIRST_COLUMN);
    if all { FIRST_COLUMN as f32 } else { leftmost as f32 }
}

/// The ground of steps that stay, from the tops of their lanes.
fn held(document: &Document, state: StateId, moves: &dyn Fn(&Step) -> bool) -> Vec<Held> {
    let lanes: BTreeMap<_, usize> =
        document.lanes_of(state).into_iter().enumerate().map(|(row, lane)| (lane.id, row)).collect();
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

/// The columns and the order with the fewest crossings; the narrower where that is no worse.
fn best(graph: &Graph) -> (Columns, Blocks, Order) {
    let mut best: Option<(i64, (Columns, Blocks, Order))> = None;
    for folding in [Folding::Folded, Folding::Flat] {
        let columns = columns(graph, folding);
        let blocks = Blocks::of(graph, &columns);
        for turned in [false, true] {
            let mut order = Order::first(&blocks, turned);
            order.sift(&blocks, rounds(blocks.all.len()));
            if DEBUG { eprintln!("{folding:?} {turned} cost {} columns {}", order.cost(&blocks), columns.count); }
            let cost = i64::from(order.cost(&blocks)) * 3 + columns.count as i64;
            if best.as_ref().is_none_or(|(known, _)| cost < *known) {
                best = Some((cost, (columns.clone(), blocks.clone(), order)));
            }
        }
    }
    best.map(|(_, it)| it).unwrap_or_default()
}

const DEBUG: bool = true;
fn rounds(blocks: usize) -> usize {
    if blocks > 600 { 3 } else { 8 }
}

/// The centre of each column: a gap has room for the lines that turn in it.
fn xs(columns: &Columns, blocks: &Blocks, order: &Order, first: f32) -> Vec<f32> {
    let mut turning: Vec<Vec<(usize, usize)>> = vec![Vec::new(); columns.count];
    for (left, right) in &blocks.links {
        let (a, b) = (order.place.at(*left), order.place.at(*right));
        if let Some(gap) = turning.get_mut(blocks.at(*left).last) {
            gap.push((a.min(b), a.max(b)));
        }
    }
    let mut x = first;
    let mut xs = Vec::with_capacity(columns.count);
    for gap in &turning {
        xs.push(x);
        let tracks = gap.iter().map(|a| gap.iter().filter(|b| b.0 <= a.0 && a.0 < b.1).count());
        let wide = 2.0 * STUB + TRACK * tracks.max().unwrap_or(0) as f32;
        x += (COLUMN as f32).max(STEP_WIDTH + wide);
    }
    xs
}
