//! A form onto its pages: as roomy as it can be on as few pages as it needs.

use super::boxes::Pen;
use super::cell::{Cell, MARK};
use super::density::{DENSITIES, Density};
use super::lay::{Block, Part, blocks};
use super::sheet::Sheet;
use super::words::Words;
use crate::flow::{BODY, Galley, MARGIN, NOTE, Paper, TOP, leading, rise};
use crate::page::{Bookmark, Role};
use scene::Token;

/// A box grows to so many times its height where the page has room.
const GROWTH: f32 = 1.5;
/// Lines of what a form is used for at most.
const USED_FOR: usize = 3;
/// From the head of the form to its first field.
const BELOW_HEAD: f32 = 12.0;

/// Sets the form of a template.
pub fn set(galley: &mut Galley, sheet: &Sheet, fillable: bool, words: &Words, paper: Paper) {
    galley.open(Role::Section);
    galley.section_page(paper, &sheet.name);
    let (density, mut blocks, end) = densest(galley, sheet);
    grow(galley, &mut blocks, end);
    head(galley, sheet, &density, words);
    let top = galley.y;
    let starts = starts(galley, &blocks, &density, top).0;
    let pen = Pen { density: &density, fillable, words };
    let mut begins = true;
    for (block, starts) in blocks.iter().zip(starts) {
        if starts {
            galley.next_page();
            begins = true;
        }
        if !begins {
            galley.y += block.before;
        }
        begins = false;
        set_block(galley, block, &density, &pen);
    }
    if blocks.is_empty() {
        galley.paragraph(words.no_fields, BODY, Token::Muted);
    }
    galley.close();
}

/// Sets the page of a document without templates.
pub fn set_none(galley: &mut Galley, words: &Words, paper: Paper) {
    galley.open(Role::Section);
    galley.section_page(paper, "");
    galley.paragraph(words.no_templates, BODY, Token::Muted);
    galley.close();
}

/// The roomiest way to set a form on as few pages as any way needs, and how far down it reaches;
/// nothing for that where it is more than one page.
fn densest(galley: &mut Galley, sheet: &Sheet) -> (Density, Vec<Block>, Option<f32>) {
    let mut best: Option<(usize, Density, Vec<Block>, f32)> = None;
    for density in DENSITIES {
        let blocks = blocks(galley, sheet, &density);
        let top = TOP + head_height(galley, sheet, &density);
        let (starts, end) = starts(galley, &blocks, &density, top);
        let pages = starts.iter().filter(|it| **it).count() + 1;
        if best.as_ref().is_none_or(|(fewest, ..)| pages < *fewest) {
            best = Some((pages, density, blocks, end));
        }
        if pages == 1 {
            break;
        }
    }
    match best {
        Some((pages, density, blocks, end)) => (density, blocks, (pages == 1).then_some(end)),
        None => (DENSITIES[0], Vec::new(), None),
    }
}

/// Which blocks begin a page, and where the last one ends.
fn starts(galley: &Galley, blocks: &[Block], density: &Density, top: f32) -> (Vec<bool>, f32) {
    let mut y = top;
    let mut starts = Vec::new();
    let mut begins = true;
    for (at, block) in blocks.iter().enumerate() {
        let mut need = block.height(density);
        let mut chain = blocks.get(at..).unwrap_or_default().windows(2);
        while let Some([this, next]) = chain.next() {
            if !this.keep {
                break;
            }
            need += next.before + next.height(density);
        }
        let before = if begins { 0.0 } else { block.before };
        let start = at > 0 && !begins && y + before + need > galley.floor();
        y = if start { TOP } else { y + before } + block.height(density);
        starts.push(start);
        begins = false;
    }
    (starts, y)
}

/// Gives what is left of the page to those who write most.
fn grow(galley: &Galley, blocks: &mut [Block], end: Option<f32>) {
    let Some(end) = end else { return };
    let rows = blocks.iter_mut().map(Block::cells).filter(|it| it.iter().any(Cell::grows));
    let rows: Vec<&mut [Cell]> = rows.collect();
    if rows.is_empty() {
        return;
    }
    let share = (galley.floor() - end).max(0.0) / rows.len() as f32;
    for cells in rows {
        for cell in cells {
            cell.grow(share.min(cell.control.height() * GROWTH).floor());
        }
    }
}

fn head_height(galley: &mut Galley, sheet: &Sheet, density: &Density) -> f32 {
    let (measure, set) = (galley.measure(), &mut galley.typesetter);
    let title = set.lines(&sheet.name, density.title, measure).len() as f32;
    let used = set.lines_at_most(&sheet.used_for, BODY, measure, USED_FOR).len() as f32;
    let used = if sheet.used_for.is_empty() { 0.0 } else { used };
    let note = if sheet.kept.is_empty() && !sheet.required { 0.0 } else { leading(NOTE) };
    title * leading(density.title) + 2.0 + used * leading(BODY) + note + BELOW_HEAD
}

fn head(galley: &mut Galley, sheet: &Sheet, density: &Density, words: &Words) {
    let (page, y) = (galley.page(), galley.y);
    let title = sheet.name.clone();
    galley.book.bookmarks.push(Bookmark { title, level: 0, page, y });
    let height = head_height(galley, sheet, density);
    galley.open(Role::Title);
    galley.lines(&sheet.name, density.title, Token::Ink, MARGIN, galley.measure());
    galley.close();
    galley.y += 2.0;
    if !sheet.used_for.is_empty() {
        galley.open(Role::Paragraph);
        let lines =
            galley.typesetter.lines_at_most(&sheet.used_for, BODY, galley.measure(), USED_FOR);
        for line in lines {
            let said = format!("{} ", line.text);
            galley.text(MARGIN, galley.y + rise(BODY), &said, BODY, Token::Secondary);
            galley.y += leading(BODY);
        }
        galley.close();
    }
    let base = galley.y + rise(NOTE);
    let mut x = MARGIN;
    if sheet.required {
        galley.open(Role::Paragraph);
        galley.text(x, base, MARK, NOTE, Token::Trouble);
        x += galley.typesetter.width(MARK, NOTE) + 3.0;
        galley.text(x, base, words.legend, NOTE, Token::Muted);
        x += galley.typesetter.width(words.legend, NOTE) + 12.0;
        galley.close();
    }
    let room = galley.measure() + MARGIN - x;
    if let Some(kept) = galley.typesetter.lines_at_most(&sheet.kept, NOTE, room, 1).first() {
        galley.open(Role::Paragraph);
        galley.text(x, base, &kept.text, NOTE, Token::Muted);
        galley.close();
    }
    galley.y = y + height;
}

fn set_block(galley: &mut Galley, block: &Block, density: &Density, pen: &Pen) {
    let top = galley.y;
    match &block.part {
        Part::Heading(name) => {
            galley.open(Role::Heading);
            let line = galley.typesetter.lines_at_most(name, density.heading, galley.measure(), 1);
            for line in line {
                let base = top + rise(density.heading);
                galley.text(MARGIN, base, &line.text, density.heading, Token::Ink);
            }
            galley.close();
        }
        Part::Row(cells) => {
            let label = cells.iter().map(|it| it.label_height(density)).fold(0.0, f32::max);
            for cell in cells {
                cell.set_label(galley, density, MARGIN, top);
                pen.set(galley, cell, top + label);
            }
        }
    }
    galley.y = top + block.height(density);
}
