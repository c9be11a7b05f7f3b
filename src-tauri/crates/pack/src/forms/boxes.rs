//! The boxes of a form: drawn on the page, and to be filled in on screen where that is wanted.

use super::cell::Cell;
use super::control::{self, Control, TO_TEXT, Tick};
use super::density::Density;
use super::words::Words;
use crate::flow::{Galley, leading, rise};
use crate::page::{Input, Kid, Role, Widget};
use scene::{Paint, Rect, Segment, Shape, Stroke, Token};

/// A box of several lines is ruled for handwriting, with lines at least so far apart.
const RULED: f32 = 19.0;
/// The corner radius of a box.
const RADIUS: f32 = 3.0;

/// What the boxes of one form have in common.
pub struct Pen<'a> {
    /// How densely the form is set.
    pub density: &'a Density,
    /// To be filled in on screen.
    pub fillable: bool,
    /// Its words.
    pub words: &'a Words,
    /// Where its column begins.
    pub left: f32,
}

impl Pen<'_> {
    /// Sets what a field is answered with, from its top.
    pub fn set(&self, galley: &mut Galley, cell: &Cell, top: f32) {
        let left = self.left + cell.x;
        match &cell.control {
            Control::Box { height, input } => {
                let rect = Rect::new(left, top, cell.width, *height);
                self.boxed(galley, rect, input);
                self.fill(galley, inside(rect, input), input.clone(), cell, &cell.entry.name);
            }
            Control::Ticks(rows) => {
                let mut y = top;
                for row in rows {
                    for tick in &row.ticks {
                        self.tick(galley, cell, tick, left, y);
                    }
                    y += row.height;
                }
            }
        }
    }

    /// A place to fill in, where the form is for the screen.
    fn fill(&self, galley: &mut Galley, rect: Rect, input: Input, cell: &Cell, name: &str) {
        let entry = &cell.entry;
        self.widget(galley, rect, input, name, &entry.says, entry.required);
    }

    fn widget(
        &self,
        galley: &mut Galley,
        rect: Rect,
        input: Input,
        name: &str,
        says: &str,
        required: bool,
    ) {
        if !self.fillable {
            return;
        }
        let page = galley.page();
        let node = galley.open(Role::Form);
        galley.close();
        let at = galley.book.widgets.len();
        if let Some(node) = galley.book.nodes.get_mut(node.0) {
            node.kids.push(Kid::Widget(at));
        }
        let (name, says) = (name.to_owned(), says.to_owned());
        // What is written fits its box, and is not so small that it cannot be read.
        let size = (self.density.line * 1.1).round() / 2.0;
        let size = size.clamp(8.0, 10.0);
        galley.book.widgets.push(Widget { page, rect, name, says, required, input, size, node });
    }

    fn boxed(&self, galley: &mut Galley, rect: Rect, input: &Input) {
        let fill = if self.fillable { Token::Paper } else { Token::Surface };
        galley.decorate(Shape::Rect {
            rect: Rect::new(rect.x + 0.35, rect.y + 0.35, rect.w - 0.7, rect.h - 0.7),
            radius: RADIUS,
            fill: Some(fill.into()),
            stroke: Some(edge(0.7)),
        });
        match input {
            Input::Choice(_) => chevron(galley, rect.right() - 12.0, rect.centre_y()),
            Input::Area if !self.fillable => rules(galley, rect),
            _ => {}
        }
    }

    /// A box to tick, with its text or a line to write it on.
    fn tick(&self, galley: &mut Galley, cell: &Cell, tick: &Tick, left: f32, top: f32) {
        let density = self.density;
        let side = control::side(density);
        let style = control::text(density);
        let x = left + tick.x;
        let first = match tick.line {
            Some(_) => density.line,
            None => leading(style).max(side),
        };
        let square = Rect::new(x, top + (first - side) / 2.0, side, side);
        let name = match cell.entry.ask {
            super::ask::Ask::YesNo(_) => cell.entry.name.clone(),
            _ => format!("{}-{}", cell.entry.name, tick.number),
        };
        let label = &cell.entry.label;
        let says = match (&cell.entry.ask, tick.line) {
            (super::ask::Ask::YesNo(_), _) => cell.entry.says.clone(),
            (_, Some(_)) => format!("{label}, {} {}", self.words.line, tick.number),
            _ => format!("{}. {}", tick.text, cell.entry.says),
        };
        if self.fillable {
            // A single tick is never required: not to tick it is an answer.
            self.widget(galley, square, Input::Tick, &name, &says, false);
        } else {
            galley.decorate(Shape::Rect {
                rect: Rect::new(square.x + 0.4, square.y + 0.4, side - 0.8, side - 0.8),
                radius: side / 5.0,
                fill: Some(Token::Surface.into()),
                stroke: Some(Stroke { paint: Token::Flow.into(), width: 0.8, dash: Vec::new() }),
            });
        }
        if let Some(width) = tick.line {
            let rect = Rect::new(x + side + TO_TEXT, top, width, density.line);
            self.boxed(galley, rect, &Input::Line(None));
            let (rect, name) = (inside(rect, &Input::Line(None)), format!("{name}-text"));
            self.widget(galley, rect, Input::Line(None), &name, &says, false);
        }
        if tick.lines.is_empty() {
            return;
        }
        galley.open(Role::Paragraph);
        let last = tick.lines.len() - 1;
        let mut y = top + (first - leading(style)) / 2.0;
        for (at, line) in tick.lines.iter().enumerate() {
            let space = if at < last { " " } else { "" };
            let said = format!("{}{space}", line.text);
            galley.text(x + side + TO_TEXT, y + rise(style), &said, style, Token::Ink);
            y += leading(style);
        }
        galley.close();
    }
}

/// Where a reader writes: off the edge, so that its frame does not cover the round corners.
fn inside(rect: Rect, input: &Input) -> Rect {
    let (across, down) = if *input == Input::Area { (3.0, 2.0) } else { (3.0, 1.0) };
    Rect::new(rect.x + across, rect.y + down, rect.w - 2.0 * across, rect.h - 2.0 * down)
}

fn edge(width: f32) -> Stroke {
    let paint = Paint { token: Token::Flow, alpha: 0.7 };
    Stroke { paint, width, dash: Vec::new() }
}

/// The sign of a list that opens.
fn chevron(galley: &mut Galley, x: f32, y: f32) {
    use Segment::{L, M};
    galley.decorate(Shape::Path {
        segments: vec![M(x - 3.0, y - 1.6), L(x, y + 1.6), L(x + 3.0, y - 1.6)],
        fill: None,
        stroke: Some(Stroke { paint: Token::Muted.into(), width: 1.1, dash: Vec::new() }),
    });
}

/// Lines to write on, evenly spread.
fn rules(galley: &mut Galley, rect: Rect) {
    let count = (rect.h / RULED).floor() as usize;
    for line in 1..count {
        let y = rect.y + rect.h * line as f32 / count as f32;
        galley.rule(rect.x + 6.0, y, rect.w - 12.0, 0.6, Token::Hairline);
    }
}
