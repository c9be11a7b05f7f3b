//! Jumps: where one line crosses another the level one hops over it, so that the eye follows each.

use crate::grid::Grid;
use crate::measure::{BEND, JUMP};
use crate::route::{Point, Ways};
use crate::shape::Rect;
use model::ConnectorId;
use std::collections::BTreeMap;

/// An upright piece of a line: whose, where, from the top to the bottom.
#[derive(Clone, Copy)]
struct Upright {
    of: ConnectorId,
    x: f32,
    top: f32,
    bottom: f32,
}

/// Where each connector hops: by level piece, counted from the source, the places from left to
/// right. Connectors that cross nothing are not in it.
pub(crate) fn jumps(ground: &Rect, ways: &Ways) -> Ways {
    let mut uprights = Grid::over(ground);
    for (of, way) in ways {
        for (a, b) in way.iter().zip(way.iter().skip(1)).filter(|(a, b)| a.x == b.x && a.y != b.y) {
            let (top, bottom) = (a.y.min(b.y), a.y.max(b.y));
            let upright = Upright { of: *of, x: a.x, top, bottom };
            uprights.put(&Rect::new(a.x, top, 0.0, bottom - top), upright);
        }
    }
    let mut found = BTreeMap::new();
    for (id, way) in ways {
        let mut hops = Vec::new();
        for (a, b) in way.iter().zip(way.iter().skip(1)).filter(|(a, b)| a.y == b.y && a.x != b.x) {
            hops.extend(over(&uprights, *id, *a, *b));
        }
        if !hops.is_empty() {
            found.insert(*id, hops);
        }
    }
    found
}

/// The hops of one level piece. Close to a bend there is no room for one, and hops that would run
/// into each other are one crossing too many to show.
fn over(uprights: &Grid<Upright>, id: ConnectorId, a: Point, b: Point) -> Vec<Point> {
    let room = JUMP + BEND;
    let (left, right) = (a.x.min(b.x) + room, a.x.max(b.x) - room);
    if left >= right {
        return Vec::new();
    }
    let mut xs = Vec::new();
    uprights.near(&Rect::new(left, a.y, right - left, 0.0), |it, _| {
        let inside = it.x > left && it.x < right;
        if it.of != id && inside && it.top + BEND < a.y && it.bottom - BEND > a.y {
            xs.push(it.x);
        }
    });
    xs.sort_by(f32::total_cmp);
    xs.dedup_by(|next, kept| *next - *kept < 2.0 * JUMP + 1.0);
    xs.into_iter().map(|x| Point { x, y: a.y }).collect()
}
