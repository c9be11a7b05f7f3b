//! How far down each block lies: in its order, no nearer to its neighbours than there is room for,
//! and level with what it is joined to where that is possible, so that lines run straight.

use super::blocks::Blocks;
use super::graph::Graph;
use super::order::Order;
use super::table::Table;
use crate::measure::*;
use crate::shape::Rect;
use std::collections::BTreeSet;

/// Between two steps of one column.
const BETWEEN_STEPS: f32 = 30.0;
/// Between a step and a line that passes it.
const BESIDE: f32 = 16.0;
/// Ground kept free over the first step of a lane.
const OVER: f32 = 22.0;
/// How often every block is asked whether it could lie more level.
const PASSES: usize = 6;

/// Where everything lies from top to bottom.
#[derive(Clone, Debug, Default)]
pub(super) struct Rows {
    /// The centre of each block, from the top of the map.
    pub y: Table<f32>,
    /// The top of each lane.
    pub tops: Vec<f32>,
    heights: Vec<f32>,
    /// Blocks of each column from top to bottom.
    columns: Vec<Vec<usize>>,
}

/// Ground that others hold: the lane, and the box counted from the top of it.
pub(super) type Held = (usize, Rect);

/// Finds a place for every block.
pub(super) fn rows(
    graph: &Graph,
    blocks: &Blocks,
    order: &Order,
    xs: &[f32],
    held: &[Held],
) -> Rows {
    let count = blocks.all.iter().map(|block| block.last + 1).max().unwrap_or(0);
    let mut rows = Rows {
        y: Table::of(blocks.all.len(), 0.0),
        columns: vec![Vec::new(); count],
        ..Rows::default()
    };
    let firsts = (0..graph.lanes.len()).map(|lane| first_row(graph, lane)).collect();
    let ground = Ground { graph, blocks, xs, held, firsts };
    rows.stack(&ground, order);
    for pass in 0..PASSES {
        for turn in 0..blocks.all.len() {
            let place = if pass % 2 == 0 { turn } else { blocks.all.len() - 1 - turn };
            rows.level(&ground, order.sequence.at(place));
        }
    }
    for block in order.sequence.iter().filter(|block| blocks.at(*block).stays.is_some()) {
        rows.join(&ground, block);
    }
    rows
}

struct Ground<'a> {
    graph: &'a Graph,
    blocks: &'a Blocks,
    xs: &'a [f32],
    held: &'a [Held],
    /// The centre of the first row of each lane, from its top.
    firsts: Vec<f32>,
}

fn first_row(graph: &Graph, lane: usize) -> f32 {
    let of = graph.nodes.iter().filter(|node| node.lane == lane);
    let above = of.map(|node| node.above).fold(0.0, f32::max);
    (LANE_HEIGHT / 2.0).max(above + OVER)
}

impl Ground<'_> {
    /// What a block reaches above and below its centre.
    fn reach(&self, block: usize) -> (f32, f32) {
        let node = self.blocks.at(block).node.and_then(|node| self.graph.nodes.get(node));
        node.map_or((0.0, 0.0), |node| (node.above, node.below))
    }

    fn gap(&self, a: usize, b: usize) -> f32 {
        match (self.blocks.at(a).node, self.blocks.at(b).node) {
            (Some(_), Some(_)) => BETWEEN_STEPS,
            (None, None) => TRACK,
            _ => BESIDE,
        }
    }

    fn first_row(&self, lane: usize) -> f32 {
        self.firsts.get(lane).copied().unwrap_or_default()
    }

    /// The first place at or below `y`, from the top of the lane, where a step lies on nobody.
    fn free(&self, node: usize, y: f32) -> f32 {
        let Some(it) = self.graph.nodes.get(node) else { return y };
        let x = self.xs.get(self.blocks.at(node).first).copied().unwrap_or_default();
        let mut y = y;
        // Each box can push it down once.
        for _ in 0..=self.held.len() {
            let own = Rect::new(x - it.half, y - it.above, 2.0 * it.half, it.above + it.below);
            let wide = own.grown(CLEARANCE * 2.0);
            let hit =
                self.held.iter().find(|(lane, rect)| *lane == it.lane && rect.overlaps(&wide));
            let Some((_, rect)) = hit else { break };
            y = rect.bottom() + BETWEEN_STEPS + it.above;
        }
        y
    }
}

impl Rows {
    fn stack(&mut self, ground: &Ground<'_>, order: &Order) {
        let lanes = ground.graph.lanes.len();
        let mut depths: Vec<f32> = vec![0.0; lanes];
        for (lane, rect) in ground.held {
            if let Some(depth) = depths.get_mut(*lane) {
                *depth = depth.max(rect.bottom());
            }
        }
        for block in order.sequence.iter() {
            let (above, below) = ground.reach(block);
            let mut y = BESIDE + above;
            for column in self.range(ground, block) {
                let Some(last) = self.columns.get(column).and_then(|it| it.last()) else {
                    continue;
                };
                let bottom = self.y.at(*last) + ground.reach(*last).1;
                y = y.max(bottom + ground.gap(*last, block) + above);
            }
            if let Some(node) = ground.blocks.at(block).node {
                let lane = ground.graph.lane(node);
                self.open(ground.graph, lane, &depths);
                let top = self.tops.get(lane).copied().unwrap_or_default();
                if let Some(stays) = ground.blocks.at(block).stays {
                    // It holds its ground where it is, not in this column.
                    self.y.put(block, top + stays as f32);
                    continue;
                }
                y = y.max(top + ground.first_row(lane));
                y = top + ground.free(node, y - top);
                if let Some(depth) = depths.get_mut(lane) {
                    *depth = depth.max(y + below - top);
                }
            }
            self.y.put(block, y);
            for column in self.range(ground, block) {
                if let Some(list) = self.columns.get_mut(column) {
                    list.push(block);
                }
            }
        }
        self.open(ground.graph, lanes, &depths);
    }

    fn range(&self, ground: &Ground<'_>, block: usize) -> std::ops::RangeInclusive<usize> {
        let block = ground.blocks.at(block);
        block.first..=block.last
    }

    /// Fixes the tops of all lanes down to this one: those above it are full.
    fn open(&mut self, graph: &Graph, lane: usize, depths: &[f32]) {
        while self.tops.len() <= lane {
            let above = self.tops.len();
            if let Some(over) = above.checked_sub(1) {
                let asked = graph.lanes.get(over).copied().unwrap_or_default();
                let asked = if asked == 0.0 { LANE_HEIGHT } else { asked };
                let depth = depths.get(over).copied().unwrap_or_default();
                self.heights.push(asked.max(60.0).max(depth + LANE_ROOM));
            }
            let top = self.tops.last().copied().unwrap_or_default();
            let height = self.heights.get(above.wrapping_sub(1)).copied().unwrap_or_default();
            self.tops.push(top + height);
        }
    }

    /// Between which heights the centre of a block may lie, its neighbours staying where they are.
    fn room(&self, ground: &Ground<'_>, block: usize) -> (f32, f32) {
        let (above, below) = ground.reach(block);
        let (mut low, mut high) = (BESIDE, f32::INFINITY);
        for column in self.range(ground, block) {
            let Some(list) = self.columns.get(column) else { continue };
            let Some(at) = list.iter().position(|it| *it == block) else { continue };
            if let Some(over) = at.checked_sub(1).and_then(|at| list.get(at)) {
                let bottom = self.y.at(*over) + ground.reach(*over).1;
                low = low.max(bottom + ground.gap(*over, block) + above);
            }
            if let Some(under) = list.get(at + 1) {
                let top = self.y.at(*under) - ground.reach(*under).0;
                high = high.min(top - ground.gap(block, *under) - below);
            }
        }
        if let Some(node) = ground.blocks.at(block).node {
            let lane = ground.graph.lane(node);
            let top = self.tops.get(lane).copied().unwrap_or_default();
            let height = self.heights.get(lane).copied().unwrap_or_default();
            low = low.max(top + ground.first_row(lane));
            high = high.min(top + height - LANE_ROOM - below);
        }
        (low, high)
    }

    /// Puts a block level with as many as possible of those it is joined to.
    fn level(&mut self, ground: &Ground<'_>, block: usize) {
        let (left, right) = (ground.blocks.left.at(block), ground.blocks.right.at(block));
        let now = self.y.at(block);
        if ground.blocks.at(block).stays.is_some() {
            return;
        }
        let joined = || left.iter().chain(right).map(|other| self.y.at(*other));
        let level = |y: f32| joined().filter(|it| (it - y).abs() < 0.6).count();
        let mut best = (level(now), now);
        if joined().all(|y| (y - now).abs() < 0.6) {
            return;
        }
        let (low, high) = self.room(ground, block);
        for y in joined().filter(|y| (low..=high).contains(y)) {
            if level(y) > best.0 && self.is_free(ground, block, y) {
                best = (level(y), y);
            }
        }
        self.y.put(block, best.1);
    }

    /// Puts what is joined to a step that stays level with it, and with that all it is level with.
    fn join(&mut self, ground: &Ground<'_>, still: usize) {
        let y = self.y.at(still);
        let (left, right) = (ground.blocks.left.at(still), ground.blocks.right.at(still));
        for block in left.iter().chain(right) {
            let run = self.run(ground, *block);
            let fits = |it: &usize| {
                let (low, high) = self.room(ground, *it);
                let stays = ground.blocks.at(*it).stays.is_some();
                !stays && (low..=high).contains(&y) && self.is_free(ground, *it, y)
            };
            if run.iter().all(fits) {
                run.iter().for_each(|it| self.y.put(*it, y));
            }
        }
    }

    /// What runs level with a block, from one to the next.
    fn run(&self, ground: &Ground<'_>, block: usize) -> BTreeSet<usize> {
        let mut run = BTreeSet::from([block]);
        let mut open = vec![block];
        while let Some(at) = open.pop() {
            let (left, right) = (ground.blocks.left.at(at), ground.blocks.right.at(at));
            for next in left.iter().chain(right) {
                if (self.y.at(*next) - self.y.at(at)).abs() < 0.6 && run.insert(*next) {
                    open.push(*next);
                }
            }
        }
        run
    }

    fn is_free(&self, ground: &Ground<'_>, block: usize, y: f32) -> bool {
        let Some(node) = ground.blocks.at(block).node else { return true };
        let lane = ground.graph.lane(node);
        let top = self.tops.get(lane).copied().unwrap_or_default();
        ground.held.is_empty() || ground.free(node, y - top) == y - top
    }
}
