//! A grid over the ground of a scene: what lies near a place is found without looking at the rest.

use crate::shape::Rect;

/// Side of a cell, in points.
const CELL: f32 = 160.0;
/// More cells than this in one direction, and the last ones are shared.
const MOST: usize = 8_192;

/// Things by the cells they touch.
pub(crate) struct Grid<T> {
    origin: (f32, f32),
    columns: usize,
    rows: usize,
    cells: Vec<Vec<T>>,
}

impl<T: Copy> Grid<T> {
    /// An empty grid over this ground; what lies outside goes to the nearest cell.
    pub(crate) fn over(ground: &Rect) -> Grid<T> {
        let count = |length: f32| ((length / CELL).ceil().max(1.0) as usize).min(MOST);
        let (columns, rows) = (count(ground.w), count(ground.h));
        let cells = std::iter::repeat_with(Vec::new).take(columns * rows).collect();
        Grid { origin: (ground.x, ground.y), columns, rows, cells }
    }

    fn cell(&self, value: f32, origin: f32, count: usize) -> usize {
        (((value - origin) / CELL).max(0.0) as usize).min(count - 1)
    }

    /// The cells a rectangle touches, with the part of the ground each stands for.
    fn touched(&self, rect: &Rect) -> impl Iterator<Item = (usize, Rect)> + use<T> {
        let left = self.cell(rect.x, self.origin.0, self.columns);
        let right = self.cell(rect.right(), self.origin.0, self.columns);
        let top = self.cell(rect.y, self.origin.1, self.rows);
        let bottom = self.cell(rect.bottom(), self.origin.1, self.rows);
        let (origin, columns, rows) = (self.origin, self.columns, self.rows);
        (top..=bottom).flat_map(move |row| {
            (left..=right).map(move |column| {
                let edge = |at: usize, count: usize, origin: f32| {
                    let from = if at == 0 { f32::MIN / 4.0 } else { origin + at as f32 * CELL };
                    let last = at + 1 == count;
                    let to = if last { f32::MAX / 4.0 } else { origin + (at + 1) as f32 * CELL };
                    (from, to)
                };
                let (x0, x1) = edge(column, columns, origin.0);
                let (y0, y1) = edge(row, rows, origin.1);
                (row * columns + column, Rect::new(x0, y0, x1 - x0, y1 - y0))
            })
        })
    }

    /// Puts a thing into every cell its rectangle touches.
    pub(crate) fn put(&mut self, rect: &Rect, thing: T) {
        for (index, _) in self.touched(rect) {
            if let Some(cell) = self.cells.get_mut(index) {
                cell.push(thing);
            }
        }
    }

    /// Calls `visit` with each thing in the cells of a rectangle, and with the ground of the cell:
    /// a thing in several cells comes several times.
    pub(crate) fn near(&self, rect: &Rect, mut visit: impl FnMut(T, &Rect)) {
        for (index, ground) in self.touched(rect) {
            for thing in self.cells.get(index).into_iter().flatten() {
                visit(*thing, &ground);
            }
        }
    }
}
