//! How a drawing is spread over sheets so that nothing small on it, no name and no step, is cut on all
//! sheets it is on: neighbours overlap by 10 mm, and by more where something would be.

use super::super::Placed;
use crate::paint::around;
use crate::script::{Drawing, LEGIBLE, Paper};
use scene::{Rect, Shape};

/// White space around what a sheet shows: no printer prints up to the edge, and the marks stand there.
pub const EDGE: f32 = 36.0;
/// Neighbours both show at least so much: 10 mm.
pub const OVERLAP: f32 = 28.346;
/// The smallest text on a wall, where the sheets allow it.
const ON_A_WALL: f32 = 14.0;
/// Sheets in a row, and rows.
const MOST: usize = 6;
/// What is longer than this share of a sheet may be cut: a lane, the head of a lane from above.
const SMALL: f32 = 0.5;
/// From one scale that is tried to the next, and how far up from text for a wall.
const FINER: f32 = 1.02;
const UP: i32 = 20;

/// Sheets in rows and columns.
pub struct Grid {
    /// What they are.
    pub paper: Paper,
    /// Where each column begins, on all sheets together, glued.
    pub columns: Vec<f32>,
    /// Where each row begins.
    pub rows: Vec<f32>,
    /// Where the drawing lies on them.
    pub placed: Placed,
}

impl Grid {
    /// As few sheets as hold the drawing with text for a wall, and the drawing as large as as many
    /// sheets hold; with smaller text where that would be too many, but not with less than is
    /// legible.
    pub fn of(drawing: &Drawing, paper: Paper) -> Option<Grid> {
        let wall = ON_A_WALL / drawing.smallest;
        let spans = Spans::of(&drawing.shapes);
        let count = |scale: f32| {
            let grid = Grid::at(drawing, &spans, paper, scale);
            (grid.columns.len(), grid.rows.len())
        };
        let fits = |scale: f32| {
            let (columns, rows) = count(scale);
            columns <= MOST && rows <= MOST
        };
        let mut scale = wall;
        while !fits(scale) {
            scale /= FINER;
            if drawing.smallest * scale < LEGIBLE {
                return None;
            }
        }
        let least = count(scale);
        let larger = (0..=UP).rev().map(|it| scale * FINER.powi(it));
        let scale = larger.into_iter().find(|it| count(*it) == least).unwrap_or(scale);
        Some(Grid::at(drawing, &spans, paper, scale))
    }

    /// How much of a drawing a sheet shows from left to right at least, however large it gets.
    pub fn narrowest(drawing: &Drawing, paper: Paper) -> f32 {
        let largest = ON_A_WALL / drawing.smallest * FINER.powi(UP);
        (paper.width - 2.0 * EDGE) / largest
    }

    fn at(drawing: &Drawing, spans: &Spans, paper: Paper, scale: f32) -> Grid {
        let placed = Placed::at(drawing, scale, 0.0, 0.0);
        let (w, h) = (paper.width - 2.0 * EDGE, paper.height - 2.0 * EDGE);
        let columns = cuts(&spans.across, (scale, placed.dx), drawing.extent.w * scale, w);
        let rows = cuts(&spans.down, (scale, placed.dy), drawing.extent.h * scale, h);
        Grid { paper, columns, rows, placed }
    }

    /// How many sheets there are.
    pub fn sheets(&self) -> usize {
        self.columns.len() * self.rows.len()
    }

    /// What a sheet shows, on all of them together.
    pub fn window(&self, (row, column): (usize, usize)) -> Rect {
        let begins = |all: &[f32], at: usize| all.get(at).copied().unwrap_or_default();
        let (w, h) = (self.paper.width - 2.0 * EDGE, self.paper.height - 2.0 * EDGE);
        Rect::new(begins(&self.columns, column), begins(&self.rows, row), w, h)
    }

    /// All of them together.
    pub fn whole(&self) -> Rect {
        let last = (self.rows.len().saturating_sub(1), self.columns.len().saturating_sub(1));
        self.window((0, 0)).union(&self.window(last))
    }

    /// `2 × 3`.
    pub fn counted(&self) -> String {
        format!("{} × {}", self.rows.len(), self.columns.len())
    }

    /// The row and column of a sheet, row by row.
    pub fn place(&self, at: usize) -> (usize, usize) {
        let columns = self.columns.len().max(1);
        (at / columns, at % columns)
    }

    /// Which sheet is there, row by row.
    pub fn number(&self, (row, column): (usize, usize)) -> usize {
        row * self.columns.len() + column
    }

    /// The neighbours of a sheet, and which way they lie.
    pub fn beside(&self, (row, column): (usize, usize)) -> Vec<((usize, usize), (f32, f32))> {
        let left = column.checked_sub(1).map(|it| ((row, it), (-1.0, 0.0)));
        let above = row.checked_sub(1).map(|it| ((it, column), (0.0, -1.0)));
        let right = (column + 1 < self.columns.len()).then_some(((row, column + 1), (1.0, 0.0)));
        let below = (row + 1 < self.rows.len()).then_some(((row + 1, column), (0.0, 1.0)));
        [left, right, above, below].into_iter().flatten().collect()
    }
}

/// From where to where texts and boxes reach, in the drawing.
struct Spans {
    across: Vec<(f32, f32)>,
    down: Vec<(f32, f32)>,
}

impl Spans {
    fn of(shapes: &[Shape]) -> Spans {
        let solid = |it: &&Shape| !matches!(it, Shape::Path { .. });
        let rects: Vec<Rect> = shapes.iter().filter(solid).filter_map(around).collect();
        Spans {
            across: rects.iter().map(|it| (it.x, it.right())).collect(),
            down: rects.iter().map(|it| (it.y, it.bottom())).collect(),
        }
    }
}

/// Where sheets begin along a length: each where the one before it has an overlap left, or where
/// the first thing begins that the one before it cuts.
fn cuts(spans: &[(f32, f32)], (scale, moved): (f32, f32), length: f32, window: f32) -> Vec<f32> {
    let small = |it: &(f32, f32)| (it.1 - it.0) * scale < window * SMALL;
    let spans: Vec<(f32, f32)> = spans
        .iter()
        .filter(|it| small(it))
        .map(|it| (it.0 * scale + moved - 1.0, it.1 * scale + moved + 1.0))
        .collect();
    let mut cuts = vec![0.0];
    let mut end = window;
    // A hair over is a matter of rounding.
    while end < length - 0.5 {
        let cut = spans.iter().filter(|it| it.0 < end && it.1 > end).map(|it| it.0);
        let next = cut.fold(end - OVERLAP, f32::min);
        cuts.push(next);
        end = next + window;
    }
    cuts
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::script::{Format, PaperSize, Sizes};
    use scene::{Paint, Token};

    /// Boxes side by side, and a band behind them.
    fn boxes(count: usize, apart: f32) -> Drawing {
        let fill = Some(Paint::from(Token::Ink));
        let shape = |rect| Shape::Rect { rect, radius: 0.0, fill, stroke: None };
        let extent = Rect::new(-136.0, 0.0, count as f32 * apart + 136.0, 900.0);
        let mut shapes = vec![shape(extent)];
        for at in 0..count {
            let (x, y) = (at as f32 * apart, (at % 7) as f32 * 120.0);
            shapes.push(shape(Rect::new(x, y, 128.0, 68.0)));
        }
        Drawing { shapes, extent, smallest: 11.0 }
    }

    /// The sheets cover the drawing, each overlaps the one before it, and every box is whole on one.
    fn check(drawing: &Drawing, grid: &Grid) {
        let (w, h) = (grid.window((0, 0)).w, grid.window((0, 0)).h);
        for (begins, window) in [(&grid.columns, w), (&grid.rows, h)] {
            assert_eq!(begins.first(), Some(&0.0));
            for (one, next) in begins.iter().zip(begins.iter().skip(1)) {
                assert!(next > one && next - one <= window - OVERLAP + 0.01, "{begins:?}");
            }
        }
        let all = grid.whole();
        let extent = grid.placed.rect(drawing.extent);
        assert!(extent.x >= -0.1 && extent.y >= -0.1);
        assert!(extent.right() <= all.right() + 0.6 && extent.bottom() <= all.bottom() + 0.6);
        for shape in drawing.shapes.iter().skip(1) {
            let seen = grid.placed.rect(around(shape).unwrap());
            let whole = (0..grid.sheets()).map(|at| grid.window(grid.place(at))).any(|it| {
                seen.x >= it.x
                    && seen.y >= it.y
                    && seen.right() <= it.right()
                    && seen.bottom() <= it.bottom()
            });
            assert!(whole, "{seen:?}");
        }
    }

    #[test]
    fn sheets_cover_a_drawing_with_an_overlap_and_cut_no_box_on_all_of_them() {
        let paper = PaperSize::A4.paper(Format::Across);
        for count in 4..24 {
            for apart in [150.0, 187.0, 204.0] {
                let drawing = boxes(count, apart);
                if let Some(grid) = Grid::of(&drawing, paper) {
                    assert!(grid.placed.scale * drawing.smallest >= LEGIBLE);
                    assert!(grid.columns.len() <= MOST && grid.rows.len() <= MOST);
                    check(&drawing, &grid);
                } else {
                    assert!(count > 20, "{count} {apart}");
                }
            }
        }
    }

    #[test]
    fn a_drawing_for_more_sheets_than_a_poster_has_is_refused() {
        assert!(Grid::of(&boxes(90, 204.0), PaperSize::A4.paper(Format::Across)).is_none());
    }
}
