//! Fields into rows: what is short stands side by side, and each group has its name above it.

use super::ask::{Ask, Entry};
use super::cell::Cell;
use super::control::GUTTER;
use super::density::Density;
use super::sheet::Sheet;
use crate::flow::{Galley, leading};

/// A list of ticks higher than this may go on on the next page.
const WHOLE: f32 = 150.0;
/// Rows of such a list that stay together.
const TOGETHER: usize = 3;
/// A label or a note longer than this has the whole width.
const LONG_LABEL: usize = 70;
const LONG_NOTE: usize = 130;
/// A list of so many ticks may stand beside another.
const FEW: usize = 6;

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

/// How much of the width a field needs.
#[derive(Clone, Copy, PartialEq)]
enum Span {
    /// All of it.
    Full,
    /// Half of it, beside another of several lines.
    Tall,
    /// Half of it.
    Half,
    /// A third of it.
    Third,
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
    let measure = galley.measure();
    let columns = match row {
        [one] if !alone_in_half(one, density) => 1,
        [_] => 2,
        several => several.len(),
    };
    let width = (measure + GUTTER) / columns as f32 - GUTTER;
    let mut x = 0.0;
    let mut cells = Vec::new();
    for entry in row {
        cells.push(Cell::new(galley, density, entry, x, width));
        x += width + GUTTER;
    }
    let high = cells.first().is_some_and(|it| it.control.height() > WHOLE);
    let list = row.first().is_some_and(|it| matches!(it.ask, Ask::Ticks(_) | Ask::Lines(_)));
    if cells.len() > 1 || !high || !list {
        blocks.push(Block { before, keep: false, part: Part::Row(cells) });
        return;
    }
    let mut before = before;
    for part in cells.into_iter().flat_map(|it| it.cut(TOGETHER)) {
        blocks.push(Block { before, keep: false, part: Part::Row(vec![part]) });
        before = 0.0;
    }
}

/// What is short stays short where it is alone.
fn alone_in_half(entry: &Entry, density: &Density) -> bool {
    match (&entry.ask, span(entry, density)) {
        (_, Span::Full | Span::Tall) => false,
        (Ask::Line { narrow, .. }, _) => *narrow,
        _ => true,
    }
}

/// How many of the fields that follow stand in one row.
fn take(rest: &[Entry], density: &Density) -> usize {
    let span_at = |at: usize| rest.get(at).map(|it| span(it, density));
    let run = (0..).take_while(|at| span_at(*at) == Some(Span::Third)).take(6).count();
    match (span_at(0), span_at(1)) {
        (None, _) => 0,
        (Some(Span::Full), _) | (_, None | Some(Span::Full)) => 1,
        // Four are two and two.
        (Some(Span::Third), _) if run >= 3 && run != 4 => 3,
        (Some(Span::Tall), Some(Span::Tall)) => 2,
        (Some(Span::Tall), _) | (_, Some(Span::Tall)) => 1,
        _ => 2,
    }
}

fn span(entry: &Entry, density: &Density) -> Span {
    let long = entry.label.chars().count() > LONG_LABEL || entry.note.chars().count() > LONG_NOTE;
    if long {
        return Span::Full;
    }
    match &entry.ask {
        Ask::Area if density.narrow => Span::Tall,
        Ask::Ticks(all) if density.narrow && all.len() <= FEW => Span::Tall,
        Ask::Lines(_) if density.narrow => Span::Tall,
        Ask::Area | Ask::Ticks(_) | Ask::Lines(_) => Span::Full,
        Ask::Line { narrow: true, .. } | Ask::YesNo(_) if density.narrow => Span::Third,
        Ask::Line { .. } | Ask::Pick(_) | Ask::YesNo(_) => Span::Half,
    }
}
