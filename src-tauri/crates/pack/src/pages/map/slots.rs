//! Where the marks of a part stand: beside it one below the other, or above and below it like flags,
//! so that none lies on another.

use crate::script::{Continuation, Edge};
use scene::Rect;

/// Width and height of what is said at a mark.
const SLOT: (f32, f32) = (156.0, 44.0);
/// Between a part and its marks.
const AWAY: f32 = 26.0;
/// Between one mark and the next.
const APART: f32 = 6.0;

/// Gives every mark its place round a window.
pub fn place(mut marks: Vec<Continuation>, window: Rect) -> Vec<Continuation> {
    for edge in [Edge::Left, Edge::Right] {
        let x = match edge {
            Edge::Left => window.x - AWAY - SLOT.0,
            _ => window.right() + AWAY,
        };
        beside(&mut marks, edge, x, window);
    }
    for edge in [Edge::Top, Edge::Bottom] {
        flags(&mut marks, edge, window);
    }
    marks
}

/// Those at an edge, in order.
fn at(marks: &mut [Continuation], edge: Edge, by: fn((f32, f32)) -> f32) -> Vec<&mut Continuation> {
    let mut at: Vec<&mut Continuation> = marks.iter_mut().filter(|it| it.edge == edge).collect();
    at.sort_by(|a, b| by(a.at).total_cmp(&by(b.at)).then(a.connector.cmp(&b.connector)));
    at
}

/// One below the other, each as near to its line as the one above it allows; upwards again where
/// they would reach below the window.
fn beside(marks: &mut [Continuation], edge: Edge, x: f32, window: Rect) {
    let mut marks = at(marks, edge, |it| it.1);
    let step = SLOT.1 + APART;
    let mut least = window.y;
    for mark in &mut marks {
        let y = (mark.at.1 - SLOT.1 / 2.0).max(least);
        mark.slot = Rect::new(x, y, SLOT.0, SLOT.1);
        least = y + step;
    }
    let mut most = window.bottom() - SLOT.1;
    for mark in marks.iter_mut().rev() {
        // Never above the window: then they rather reach below it.
        if mark.slot.y <= most {
            break;
        }
        mark.slot.y = most.max(window.y);
        most -= step;
    }
}

/// Each at the right of its line, in the first row that no line of another goes through.
fn flags(marks: &mut [Continuation], edge: Edge, window: Rect) {
    let step = SLOT.1 + APART;
    let mut placed: Vec<(f32, usize)> = Vec::new();
    for mark in at(marks, edge, |it| it.0).into_iter().rev() {
        let x = mark.at.0;
        let under = placed.iter().filter(|it| it.0 < x + SLOT.0 + APART).map(|it| it.1 + 1);
        let row = under.max().unwrap_or(0);
        placed.push((x, row));
        let away = APART + row as f32 * step;
        let y = match edge {
            Edge::Top => window.y - away - SLOT.1,
            _ => window.bottom() + away,
        };
        mark.slot = Rect::new(x, y, SLOT.0, SLOT.1);
    }
}
