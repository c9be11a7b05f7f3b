//! One field with its place in a row: its label, how to fill it, and what it is answered with.

use super::ask::Entry;
use super::control::{self, Control};
use super::density::Density;
use crate::flow::{Galley, leading, rise};
use crate::page::Role;
use scene::{Line, Token};

/// Lines of a label and of a note at most; tooltips have all of it.
const LABEL_LINES: usize = 6;
const NOTE_LINES: usize = 4;
/// From the label to what stands behind it.
const BEHIND: f32 = 6.0;
/// From the label to the box.
pub const TO_CONTROL: f32 = 3.0;
/// The mark of what is required.
pub const MARK: &str = "*";

/// A field with its place.
pub struct Cell {
    /// From the left margin.
    pub x: f32,
    /// How wide.
    pub width: f32,
    /// What it is.
    pub entry: Entry,
    /// Whether the label is printed; not on what goes on from an earlier row.
    pub labelled: bool,
    /// What it is answered with.
    pub control: Control,
    label: Vec<Line>,
    note: Vec<Line>,
    /// Whether the note stands behind the label.
    pub inline: bool,
    hint: Option<Line>,
}

impl Cell {
    /// Breaks a field into lines.
    pub fn new(galley: &mut Galley, density: &Density, entry: &Entry, x: f32, width: f32) -> Cell {
        let control = Control::of(galley, density, entry, width);
        let set = &mut galley.typesetter;
        let mark = if entry.required { set.width(MARK, density.label) + 2.0 } else { 0.0 };
        let label = set.lines_at_most(&entry.label, density.label, width - mark, LABEL_LINES);
        let first = label.first().map_or(0.0, |it| it.width) + mark;
        let single = label.len() <= 1;
        let mut room = if single { width - first } else { 0.0 };
        let hint = (!entry.hint.is_empty())
            .then(|| set.lines(&entry.hint, density.note, f32::INFINITY).first().cloned())
            .flatten()
            .filter(|it| it.width + 2.0 * BEHIND <= room);
        let noted = set.width(&entry.note, density.note);
        // An example gives way to a note that has room without it; how to write a date does not.
        let gives_way = density.columns > 1 && !entry.date && noted + BEHIND <= room;
        let hint = hint.filter(|it| !gives_way || noted + it.width + 3.0 * BEHIND <= room);
        room -= hint.as_ref().map_or(0.0, |it| it.width + 2.0 * BEHIND);
        let mut said = entry.note.clone();
        if entry.date && hint.is_none() {
            let parts = [said.as_str(), entry.hint.as_str()].into_iter();
            said = parts.filter(|it| !it.is_empty()).collect::<Vec<_>>().join(" · ");
        }
        let inline = density.inline && single && set.width(&said, density.note) + BEHIND <= room;
        let note = if said.is_empty() {
            Vec::new()
        } else {
            set.lines_at_most(&said, density.note, width, NOTE_LINES)
        };
        let entry = entry.clone();
        Cell { x, width, entry, labelled: true, control, label, note, inline, hint }
    }

    /// How high the label and what stands with it are.
    pub fn label_height(&self, density: &Density) -> f32 {
        if !self.labelled {
            return 0.0;
        }
        let under = if self.inline { 0 } else { self.note.len() };
        let lines = self.label.len().max(1) as f32;
        lines * leading(density.label) + under as f32 * leading(density.note) + TO_CONTROL
    }

    /// Cuts a long list of ticks into parts that may stand on different pages.
    pub fn cut(self, rows: usize) -> Vec<Cell> {
        let Cell { x, width, entry, control, label, note, inline, hint, .. } = self;
        let Control::Ticks(all) = control else { return Vec::new() };
        let mut rest = all.into_iter();
        let mut parts = Vec::new();
        let mut first = Some((label, note, hint));
        loop {
            let part: Vec<_> = rest.by_ref().take(rows).collect();
            if part.is_empty() {
                return parts;
            }
            let labelled = first.is_some();
            let (label, note, hint) = first.take().unwrap_or_default();
            let (entry, control) = (entry.clone(), Control::Ticks(part));
            parts.push(Cell { x, width, entry, labelled, control, label, note, inline, hint });
        }
    }

    /// Sets the label, from the top of its row.
    pub fn set_label(&self, galley: &mut Galley, density: &Density, left: f32, top: f32) {
        if !self.labelled {
            return;
        }
        let x = left + self.x;
        let mut y = top;
        galley.open(Role::Paragraph);
        let last = self.label.len().saturating_sub(1);
        let mut end = x;
        for (at, line) in self.label.iter().enumerate() {
            let base = y + rise(density.label);
            let space = if at < last { " " } else { "" };
            let said = format!("{}{space}", line.text);
            galley.text(x, base, &said, density.label, Token::Ink);
            end = x + line.width;
            y += leading(density.label);
        }
        if self.entry.required {
            let base = y - leading(density.label) + rise(density.label);
            galley.text(end + 2.0, base, MARK, density.label, Token::Trouble);
            end += 2.0 + galley.typesetter.width(MARK, density.label);
        }
        galley.close();
        self.set_note(galley, density, x, y, end);
        if let Some(hint) = &self.hint {
            galley.open(Role::Paragraph);
            let base = top + rise(density.label);
            let right = x + self.width - hint.width;
            galley.text(right, base, &hint.text, density.note, Token::Muted);
            galley.close();
        }
    }

    fn set_note(&self, galley: &mut Galley, density: &Density, x: f32, y: f32, end: f32) {
        if self.note.is_empty() {
            return;
        }
        galley.open(Role::Paragraph);
        let last = self.note.len() - 1;
        let mut y = y;
        for (at, line) in self.note.iter().enumerate() {
            let (left, base) = if self.inline {
                (end + BEHIND, y - leading(density.label) + rise(density.label))
            } else {
                (x, y + rise(density.note))
            };
            let space = if at < last { " " } else { "" };
            let said = format!("{}{space}", line.text);
            galley.text(left, base, &said, density.note, Token::Muted);
            y += leading(density.note);
        }
        galley.close();
    }

    /// Whether there is room for more to be written.
    pub fn grows(&self) -> bool {
        matches!(&self.control, Control::Box { input: crate::page::Input::Area, .. })
    }

    /// Gives more room for what is written.
    pub fn grow(&mut self, by: f32) {
        let grows = self.grows();
        if let control::Control::Box { height, .. } = &mut self.control
            && grows
        {
            *height += by;
        }
    }
}
