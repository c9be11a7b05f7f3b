//! What of a form stands on which page and in which column: as roomy as it can be, on as few pages
//! as it needs.

use super::cell::Cell;
use super::density::{DENSITIES, Density};
use super::flow::head_height;
use super::lay::{Block, blocks};
use super::sheet::Sheet;
use super::words::Words;
use crate::flow::{Galley, TOP};

/// A box grows by so many times its height where the page has room.
const GROWTH: f32 = 1.5;
/// The densities that are worth more than a page saved.
const READABLE: usize = 3;
/// The steps in which columns are made equally long.
const STEP: f32 = 6.0;

/// A form as it will be set.
pub struct Plan {
    /// How densely.
    pub density: Density,
    /// What, top to bottom.
    pub blocks: Vec<Block>,
    /// Which of it begins a column.
    pub starts: Vec<bool>,
}

/// The column being filled: on the first page they begin below the head.
struct Frames {
    first: f32,
    floor: f32,
    columns: usize,
}

impl Frames {
    fn top(&self, frame: usize) -> f32 {
        if frame < self.columns { self.first } else { TOP }
    }

    /// Which blocks begin a column, and where each column ends.
    fn starts(&self, blocks: &[Block], density: &Density) -> (Vec<bool>, Vec<f32>) {
        let mut y = self.top(0);
        let mut starts = Vec::new();
        let mut ends = Vec::new();
        for (at, block) in blocks.iter().enumerate() {
            let before = if at == 0 { 0.0 } else { block.before };
            let rest = blocks.get(at..).unwrap_or_default();
            let start = at > 0 && y + before + together(rest, density) > self.floor;
            if start {
                ends.push(y);
                y = self.top(ends.len());
            } else {
                y += before;
            }
            y += block.height(density);
            starts.push(start);
        }
        ends.push(y);
        (starts, ends)
    }
}

/// How high the first block is, with those that it stays with.
fn together(blocks: &[Block], density: &Density) -> f32 {
    let mut height = blocks.first().map_or(0.0, |it| it.height(density));
    for pair in blocks.windows(2) {
        let [this, next] = pair else { break };
        if !this.keep {
            break;
        }
        height += next.before + next.height(density);
    }
    height
}

/// The roomiest way to set a form on one page; where none does, the one of fewest pages among those
/// that are easy to read.
pub fn plan(galley: &mut Galley, sheet: &Sheet, words: &Words) -> Plan {
    let mut best: Option<(usize, Plan)> = None;
    for (at, density) in DENSITIES.into_iter().enumerate() {
        let blocks = blocks(galley, sheet, &density);
        let first = TOP + head_height(galley, sheet, &density, words);
        let columns = density.columns;
        let mut frames = Frames { first, floor: galley.floor(), columns };
        let (starts, ends) = frames.starts(&blocks, &density);
        let pages = ends.len().div_ceil(columns);
        let fewer = best.as_ref().is_none_or(|(fewest, _)| pages < *fewest);
        if !fewer || (pages > 1 && at >= READABLE) {
            continue;
        }
        let mut plan = Plan { density, blocks, starts };
        if pages == 1 {
            let ends = even(&mut frames, &mut plan, ends);
            grow(&mut plan, &ends, galley.floor());
            return plan;
        }
        best = Some((pages, plan));
    }
    best.map_or_else(
        || Plan { density: DENSITIES[0], blocks: Vec::new(), starts: Vec::new() },
        |(_, plan)| plan,
    )
}

/// Makes the columns of a page about equally long; where they end.
fn even(frames: &mut Frames, plan: &mut Plan, ends: Vec<f32>) -> Vec<f32> {
    if frames.columns == 1 {
        return ends;
    }
    let floor = frames.floor;
    frames.floor = frames.first;
    while frames.floor < floor {
        let (starts, ends) = frames.starts(&plan.blocks, &plan.density);
        if ends.len() <= frames.columns && ends.iter().all(|it| *it <= floor) {
            plan.starts = starts;
            return ends;
        }
        frames.floor += STEP;
    }
    ends
}

/// Gives what is left of each column to those who write most.
fn grow(plan: &mut Plan, ends: &[f32], floor: f32) {
    let mut column = 0;
    let of: Vec<usize> = plan
        .starts
        .iter()
        .map(|starts| {
            column += usize::from(*starts);
            column
        })
        .collect();
    for (column, end) in ends.iter().enumerate() {
        let blocks = plan.blocks.iter_mut().zip(&of).filter(|(_, of)| **of == column);
        let rows: Vec<&mut [Cell]> = blocks
            .map(|(block, _)| block.cells())
            .filter(|cells| cells.iter().any(Cell::grows))
            .collect();
        let share = (floor - end).max(0.0) / rows.len().max(1) as f32;
        for cell in rows.into_iter().flatten() {
            cell.grow(share.min(cell.control.height() * GROWTH).floor());
        }
    }
}
