//! Fields into rows: what is short stands side by side, and each group has its name above it.

use super::ask::{Ask, Entry};
use super::cell::Cell;
use super::control::GUTTER;
use super::density::Density;
use super::sheet::Sheet;
use crate::flow::{Galley, leading};

/// A list of ticks higher than this may go on on the next page, or in the next column.
const WHOLE: f32 = 150.0;
const WHOLE_IN_COLUMN: f32 = 50.0;
/// Rows of such a list that stay together.
const TOGETHER: usize = 3;
const TOGETHER_IN_COLUMN: usize = 2;
/// A field with a label or a note longer than this stands alone.
const LONG: (usize, usize) = (70, 130);
const LONG_IN_COLUMN: (usize, usize) = (30, 60);
/// What is not cut between pages.
pub struct Block {
    /// Space above it, unless it begins a page.
    pub before: f32,
    /// Stands on the page of the one that follows.
    pub keep: bool,
    /// What it is.
    pub part: Part,
}

/// What is set.
pub enum Part {
    /// The name of a group.
    Heading(String),
    /// Fields side by side.
    Row(Vec<Cell>),
}

impl Block {
    /// How high it is, without the space above it.
    pub fn height(&self, density: &Density) -> f32 {
        match &self.part {
            Part::Heading(_) => leading(density.heading) + density.below,
            Part::Row(cells) => {
                let most = |of: &dyn Fn(&Cell) -> f32| cells.iter().map(of).fold(0.0, f32::max);
                most(&|it| it.label_height(density)) + most(&|it| it.control.height())
            }
        }
    }

    /// Its fields.
    pub fn cells(&mut self) -> &mut [Cell] {
        match &mut self.part {
            Part::Heading(_) => &mut [],
            Part::Row(cells) => cells,
        }
    }
}

/// The blocks of a form, top to bottom.
pub fn blocks(galley: &mut Galley, sheet: &Sheet, density: &Density) -> Vec<Block> {
    let mut blocks = Vec::new();
    for (name, entries) in &sheet.groups {
        let mut before = density.gap + density.above;
        if !name.is_empty() {
            blocks.push(Block { before, keep: true, part: Part::Heading(name.clone()) });
            before = 0.0;
        }
        let mut rest = entries.as_slice();
        while let Some((row, after)) = rest.split_at_checked(take(rest, density)) {
            if row.is_empty() {
                break;
            }
            rest = after;
            put(galley, &mut blocks, row, density, before);
            before = density.gap;
        }
    }
    blocks
}

fn put(
    galley: &mut Galley,
    blocks: &mut Vec<Block>,
    row: &[Entry],
    density: &Density,
    before: f32,
) {
    let columns = match row {
        // What is short stays short where it is alone, unless the column is narrow as it is.
        [one] if density.columns == 1 && is_short(one, density) && !is_text(one) => 2,
        [_] => 1,
        several => several.len(),
    };
    let width = (density.width(galley.measure()) + GUTTER) / columns as f32 - GUTTER;
    let mut x = 0.0;
    let mut cells = Vec::new();
    for entry in row {
        cells.push(Cell::new(galley, density, entry, x, width));
        x += width + GUTTER;
    }
    // Notes of one row all stand behind their labels, or all below.
    let inline = cells.iter().all(|it| it.inline || it.entry.note.is_empty());
    cells.iter_mut().for_each(|it| it.inline &= inline);
    let (whole, rows) = if density.columns == 1 {
        (WHOLE, TOGETHER)
    } else {
        (WHOLE_IN_COLUMN, TOGETHER_IN_COLUMN)
    };
    let high = cells.first().is_some_and(|it| it.control.height() > whole);
    let list = row.first().is_some_and(|it| matches!(it.ask, Ask::Ticks(_) | Ask::Lines(_)));
    if cells.len() > 1 || !high || !list {
        blocks.push(Block { before, keep: false, part: Part::Row(cells) });
        return;
    }
    let mut before = before;
    for part in cells.into_iter().flat_map(|it| it.cut(rows)) {
        blocks.push(Block { before, keep: false, part: Part::Row(vec![part]) });
        before = 0.0;
    }
}

/// How many of the fields that follow stand in one row.
fn take(rest: &[Entry], density: &Density) -> usize {
    match rest {
        [] => 0,
        [one, two, ..] if is_short(one, density) && is_short(two, density) => 2,
        _ => 1,
    }
}

/// Whether half the width is enough.
fn is_short(entry: &Entry, density: &Density) -> bool {
    let (label, note) = if density.columns == 1 { LONG } else { LONG_IN_COLUMN };
    if entry.label.chars().count() > label || entry.note.chars().count() > note {
        return false;
    }
    match &entry.ask {
        Ask::Area | Ask::Ticks(_) | Ask::Lines(_) => false,
        // Half a column has no room for how to write a date.
        Ask::Line { narrow, .. } => density.columns == 1 || (*narrow && entry.hint.is_empty()),
        Ask::Pick(_) => density.columns == 1,
        Ask::YesNo(_) => true,
    }
}

/// Whether a line takes all the width it can get.
fn is_text(entry: &Entry) -> bool {
    matches!(entry.ask, Ask::Line { narrow: false, .. })
}
