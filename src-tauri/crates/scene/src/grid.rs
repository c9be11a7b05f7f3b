//! A grid over the ground of a scene: what lies near a place is found without looking at the rest.

use crate::shape::Rect;

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

    /// The cells a rectangle touches, with the ground each stands for.
    fn touched(&self, rect: &Rect) -> impl Iterator<Item = (usize, Cell)> + use<T> {
        let left = self.cell(rect.x, self.origin.0, self.columns);
        let right = self.cell(rect.right(), self.origin.0, self.columns);
        let top = self.cell(rect.y, self.origin.1, self.rows);
        let bottom = self.cell(rect.bottom(), self.origin.1, self.rows);
        let (origin, columns, rows) = (self.origin, self.columns, self.rows);
        (top..=bottom).flat_map(move |row| {
            (left..=right).map(move |column| {
                let edge = |at: usize, count: usize, origin: f32| {
                    let from = if at == 0 { f32::MIN } else { origin + at as f32 * CELL };
                    let last = at + 1 == count;
                    let to = if last { f32::MAX } else { origin + (at + 1) as f32 * CELL };
                    (from, to)
                };
                let (left, right) = edge(column, columns, origin.0);
                let (top, bottom) = edge(row, rows, origin.1);
                (row * columns + column, Cell { left, top, right, bottom })
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
    pub(crate) fn near(&self, rect: &Rect, mut visit: impl FnMut(T, &Cell)) {
        for (index, ground) in self.touched(rect) {
            for thing in self.cells.get(index).into_iter().flatten() {
                visit(*thing, &ground);
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
