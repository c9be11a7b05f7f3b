//! A grid over the ground of a scene: what lies near a place is found without looking at the rest.

use crate::shape::Rect;
use std::ops::RangeInclusive;

/// Side of a cell, in points.
const CELL: f32 = 160.0;
/// More cells than this in one direction, and the last ones are shared.
const MOST: usize = 8_192;
/// More than this in all, and the last rows are shared.
const MOST_CELLS: usize = 1_000_000;

/// The edges of a cell. Not a width: that of a cell at the rim, which reaches as far as there are
/// numbers, has no edge left to add it to.
#[derive(Clone, Copy)]
pub(crate) struct Cell {
    pub left: f32,
    pub top: f32,
    pub right: f32,
    pub bottom: f32,
}

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
        let columns = count(ground.w);
        let rows = count(ground.h).min(MOST_CELLS / columns);
        let cells = std::iter::repeat_with(Vec::new).take(columns * rows).collect();
        Grid { origin: (ground.x, ground.y), columns, rows, cells }
    }

    /// An empty grid over the same ground.
    pub(crate) fn alike<U: Copy>(&self) -> Grid<U> {
        let cells = std::iter::repeat_with(Vec::new).take(self.cells.len()).collect();
        Grid { origin: self.origin, columns: self.columns, rows: self.rows, cells }
    }

    fn cell(&self, value: f32, origin: f32, count: usize) -> usize {
        (((value - origin) / CELL).max(0.0) as usize).min(count - 1)
    }

    /// The columns and the rows of cells that a rectangle touches.
    fn touched(&self, rect: &Rect) -> (RangeInclusive<usize>, RangeInclusive<usize>) {
        let column = |x: f32| self.cell(x, self.origin.0, self.columns);
        let row = |y: f32| self.cell(y, self.origin.1, self.rows);
        (column(rect.x)..=column(rect.right()), row(rect.y)..=row(rect.bottom()))
    }

    /// The ground that a cell stands for.
    fn ground(&self, column: usize, row: usize) -> Cell {
        let edge = |at: usize, count: usize, origin: f32| {
            let from = if at == 0 { f32::MIN } else { origin + at as f32 * CELL };
            let last = at + 1 == count;
            let to = if last { f32::MAX } else { origin + (at + 1) as f32 * CELL };
            (from, to)
        };
        let (left, right) = edge(column, self.columns, self.origin.0);
        let (top, bottom) = edge(row, self.rows, self.origin.1);
        Cell { left, top, right, bottom }
    }

    /// Puts a thing into every cell its rectangle touches.
    pub(crate) fn put(&mut self, rect: &Rect, thing: T) {
        let (columns, rows) = self.touched(rect);
        for row in rows {
            for column in columns.clone() {
                if let Some(cell) = self.cells.get_mut(row * self.columns + column) {
                    cell.push(thing);
                }
            }
        }
    }

    /// Calls `visit` with each thing in the cells of a rectangle, and with the ground of the cell:
    /// a thing in several cells comes several times.
    pub(crate) fn near(&self, rect: &Rect, mut visit: impl FnMut(T, &Cell)) {
        let (columns, rows) = self.touched(rect);
        for row in rows {
            for column in columns.clone() {
                let Some(cell) = self.cells.get(row * self.columns + column) else { continue };
                if cell.is_empty() {
                    continue;
                }
                let ground = self.ground(column, row);
                for thing in cell {
                    visit(*thing, &ground);
                }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_put_is_found_once_in_each_cell_it_touches() {
        let mut grid = Grid::over(&Rect::new(-100.0, 0.0, 900.0, 500.0));
        let thing = Rect::new(-90.0, 10.0, 300.0, 20.0);
        grid.put(&thing, 7);
        let mut found = Vec::new();
        grid.near(&Rect::new(0.0, 0.0, 10.0, 50.0), |it, cell| {
            found.push(it);
            assert!(cell.left <= 0.0 && cell.right >= 10.0);
            assert!(cell.top <= 0.0 && cell.bottom >= 50.0);
        });
        assert_eq!(found, [7]);
    }
}
