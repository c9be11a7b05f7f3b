//! A form onto its pages: as roomy as it can be on as few pages as it needs.

use super::boxes::Pen;
use super::cell::MARK;
use super::density::Density;
use super::frames::plan;
use super::lay::{Block, Part};
use super::sheet::Sheet;
use super::words::Words;
use crate::flow::{Galley, leading, rise};
use crate::page::{Bookmark, Role};
use crate::script::{BODY, MARGIN, NOTE, Paper};
use scene::Token;

/// Lines of what a form is used for at most.
const USED_FOR: usize = 3;
/// From the head of the form to its first field.
const BELOW_HEAD: f32 = 12.0;

/// Sets the form of a template.
pub fn set(galley: &mut Galley, sheet: &Sheet, fillable: bool, words: &Words, paper: Paper) {
    galley.open(Role::Section);
    galley.section_page(paper, &sheet.name);
    let plan = plan(galley, sheet, words);
    let density = &plan.density;
    head(galley, sheet, density, words);
    let mut top = galley.y;
    let mut pen = Pen { density, fillable, words, left: MARGIN };
    let mut column = 0;
    let mut begins = true;
    for (block, starts) in plan.blocks.iter().zip(&plan.starts) {
        if *starts {
            column = (column + 1) % density.columns;
            if column == 0 {
                galley.next_page();
                top = galley.y;
            }
            galley.y = top;
            pen.left = MARGIN + density.left(galley.measure(), column);
            begins = true;
        }
        if !begins {
            galley.y += block.before;
        }
        begins = false;
        set_block(galley, block, &pen);
    }
    if plan.blocks.is_empty() {
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

/// How high the head of a form is.
pub fn head_height(galley: &mut Galley, sheet: &Sheet, density: &Density, words: &Words) -> f32 {
    let beside = legend_beside(galley, sheet, density, words);
    let (measure, set) = (galley.measure(), &mut galley.typesetter);
    let title = set.lines(&sheet.name, density.title, measure).len() as f32;
    let used = set.lines_at_most(&sheet.used_for, BODY, measure, USED_FOR).len() as f32;
    let used = if sheet.used_for.is_empty() { 0.0 } else { used };
    let legend = if sheet.required && !beside { leading(NOTE) } else { 0.0 };
    let kept = if sheet.kept.is_empty() { 0.0 } else { leading(NOTE) };
    title * leading(density.title) + 2.0 + used * leading(BODY) + legend + kept + BELOW_HEAD
}

/// Whether the title leaves room for the legend at its right.
fn legend_beside(galley: &mut Galley, sheet: &Sheet, density: &Density, words: &Words) -> bool {
    let (measure, set) = (galley.measure(), &mut galley.typesetter);
    let title = set.lines(&sheet.name, density.title, measure);
    let last = title.last().map_or(0.0, |it| it.width);
    last + 24.0 + legend_width(galley, words) <= measure
}

fn legend_width(galley: &mut Galley, words: &Words) -> f32 {
    let set = &mut galley.typesetter;
    set.width(MARK, NOTE) + 3.0 + set.width(words.legend, NOTE)
}

fn head(galley: &mut Galley, sheet: &Sheet, density: &Density, words: &Words) {
    let (page, y) = (galley.page(), galley.y);
    let title = sheet.name.clone();
    galley.book.bookmarks.push(Bookmark { title, level: 0, page, y });
    let height = head_height(galley, sheet, density, words);
    galley.open(Role::Title);
    galley.lines(&sheet.name, density.title, Token::Ink, MARGIN, galley.measure());
    galley.close();
    let beside = legend_beside(galley, sheet, density, words);
    if sheet.required && beside {
        let base = galley.y - leading(density.title) + rise(density.title);
        let x = MARGIN + galley.measure() - legend_width(galley, words);
        legend(galley, words, x, base);
    }
    galley.y += 2.0;
    let measure = galley.measure();
    let used = galley.typesetter.lines_at_most(&sheet.used_for, BODY, measure, USED_FOR);
    if !sheet.used_for.is_empty() {
        galley.open(Role::Paragraph);
        for line in used {
            let said = format!("{} ", line.text);
            galley.text(MARGIN, galley.y + rise(BODY), &said, BODY, Token::Secondary);
            galley.y += leading(BODY);
        }
        galley.close();
    }
    if sheet.required && !beside {
        legend(galley, words, MARGIN, galley.y + rise(NOTE));
        galley.y += leading(NOTE);
    }
    let kept = galley.typesetter.lines_at_most(&sheet.kept, NOTE, measure, 1);
    if let Some(line) = kept.first().filter(|it| !it.text.is_empty()) {
        galley.open(Role::Paragraph);
        galley.text(MARGIN, galley.y + rise(NOTE), &line.text, NOTE, Token::Muted);
        galley.close();
    }
    galley.y = y + height;
}

/// What the mark means.
fn legend(galley: &mut Galley, words: &Words, x: f32, base: f32) {
    galley.open(Role::Paragraph);
    galley.text(x, base, MARK, NOTE, Token::Trouble);
    let after = x + galley.typesetter.width(MARK, NOTE) + 3.0;
    galley.text(after, base, words.legend, NOTE, Token::Muted);
    galley.close();
}

fn set_block(galley: &mut Galley, block: &Block, pen: &Pen) {
    let density = pen.density;
    let top = galley.y;
    match &block.part {
        Part::Heading(name) => {
            galley.open(Role::Heading);
            let width = density.width(galley.measure());
            let line = galley.typesetter.lines_at_most(name, density.heading, width, 1);
            for line in line {
                let base = top + rise(density.heading);
                galley.text(pen.left, base, &line.text, density.heading, Token::Ink);
            }
            galley.close();
        }
        Part::Row(cells) => {
            let label = cells.iter().map(|it| it.label_height(density)).fold(0.0, f32::max);
            for cell in cells {
                cell.set_label(galley, density, pen.left, top);
                pen.set(galley, cell, top + label);
            }
        }
    }
    galley.y = top + block.height(density);
}
