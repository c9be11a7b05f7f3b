//! A drawing that is placed on a page as a whole: the map, the ladder.

use crate::paint::{extent, smallest_text};
use scene::{Group, Rect, Shape};
use std::borrow::Borrow;

/// Text on a map is never printed smaller, in points.
pub const LEGIBLE: f32 = 7.0;
/// A small map is not blown up further than this.
const LARGEST: f32 = 1.2;
/// Sheets of a PDF cannot be longer, in points.
pub const LONGEST_SHEET: f32 = 14_400.0;

/// A drawing that is placed as a whole.
#[derive(Clone, Debug)]
pub struct Drawing {
    /// What to paint, in order.
    pub shapes: Vec<Shape>,
    /// Around it.
    pub extent: Rect,
    /// The size of its smallest text.
    pub smallest: f32,
}

impl Drawing {
    /// A drawing of groups; at least as large as its frame. Nothing of nothing.
    pub fn of<G: Borrow<Group>>(groups: &[G], frame: Rect) -> Option<Drawing> {
        let shapes: Vec<Shape> =
            groups.iter().flat_map(|group| group.borrow().shapes.iter().cloned()).collect();
        let seen = extent(&shapes)?;
        let smallest = smallest_text(&shapes).unwrap_or(LEGIBLE);
        Some(Drawing { shapes, extent: seen.union(&frame), smallest })
    }

    /// The largest scale at which it fits.
    pub fn fitting(&self, width: f32, height: f32) -> f32 {
        (width / self.extent.w).min(height / self.extent.h).min(LARGEST)
    }
}
