//! Tables broken into lines and measured, before they are set.

use super::blocks::leading;
use super::galley::Galley;
use super::widths::{GAP, HEAD, column_widths};
use crate::page::Anchor;
use crate::script::{Cell, MARGIN, Row, Rules, Table};
use scene::{TextStyle, Token};

/// A line of a cell, broken.
#[derive(Clone)]
pub struct Laid {
    pub text: String,
    pub width: f32,
    pub rtl: bool,
    pub style: TextStyle,
    pub token: Token,
}

pub struct LaidCell {
    pub lines: Vec<Laid>,
    pub indent: f32,
    pub tick: Option<bool>,
    pub link: Option<Anchor>,
}

pub struct LaidRow {
    pub cells: Vec<LaidCell>,
    pub anchor: Option<Anchor>,
}

/// Where the columns of a table are.
pub struct Grid {
    pub columns: Vec<(f32, f32, bool)>,
    pub padding: f32,
    pub rules: Rules,
}

impl LaidCell {
    pub fn height(&self) -> f32 {
        self.lines.iter().map(|line| leading(line.style)).sum()
    }

    /// How many lines from the first fit into a height.
    pub fn fitting(&self, height: f32) -> usize {
        let mut filled = 0.0;
        self.lines
            .iter()
            .take_while(|line| {
                filled += leading(line.style);
                filled <= height + 0.01
            })
            .count()
    }
}

impl LaidRow {
    pub fn height(&self, padding: f32) -> f32 {
        self.cells.iter().map(LaidCell::height).fold(0.0, f32::max) + 2.0 * padding
    }
}

/// A table, broken into lines and measured.
pub struct LaidTable {
    pub grid: Grid,
    pub head: Option<LaidRow>,
    pub head_height: f32,
    pub rows: Vec<LaidRow>,
    pub heights: Vec<f32>,
    pub row_heads: Vec<usize>,
}

impl LaidTable {
    /// The head and the first two rows, which stay together; less when they are very tall.
    pub fn beginning(&self, page: f32) -> f32 {
        let first: f32 = self.heights.iter().take(2).sum();
        self.head_height + if first < page { first } else { page.min(80.0) }
    }

    pub fn height(&self) -> f32 {
        self.head_height + self.heights.iter().sum::<f32>()
    }
}

impl Galley {
    /// Breaks a table into lines.
    pub fn laid_table(&mut self, table: &Table) -> LaidTable {
        let grid = self.grid(table);
        let head = table.headed().then(|| self.laid_head(table, &grid));
        let rows: Vec<LaidRow> = table.rows.iter().map(|row| self.laid(row, &grid)).collect();
        let heights = rows.iter().map(|row| row.height(grid.padding)).collect();
        let head_height = head.as_ref().map_or(0.0, |row| row.height(grid.padding));
        LaidTable { grid, head, head_height, rows, heights, row_heads: table.row_heads.clone() }
    }

    fn grid(&mut self, table: &Table) -> Grid {
        let measure = self.measure();
        let widths = column_widths(&mut self.typesetter, table, measure);
        let mut x = MARGIN;
        let columns = widths
            .iter()
            .zip(&table.columns)
            .map(|(width, column)| {
                let at = x;
                x += width + GAP;
                (at, *width, column.right)
            })
            .collect();
        Grid { columns, padding: table.padding * self.loose, rules: table.rules }
    }

    fn laid_head(&mut self, table: &Table, grid: &Grid) -> LaidRow {
        let cells = table
            .columns
            .iter()
            .map(|column| Cell::of(column.head.clone(), HEAD, Token::Ink))
            .collect::<Vec<_>>();
        self.laid(&Row::from(cells), grid)
    }

    fn laid(&mut self, row: &Row, grid: &Grid) -> LaidRow {
        let cells = row
            .cells
            .iter()
            .zip(&grid.columns)
            .map(|(cell, (_, width, _))| {
                let indent = cell.indent();
                let mut lines = Vec::new();
                for line in &cell.lines {
                    let style = self.sized(line.style);
                    let broken = self.broken(&line.text, style, (width - indent).max(8.0));
                    lines.extend(broken.into_iter().map(|part| Laid {
                        text: part.text,
                        width: part.width,
                        rtl: part.rtl,
                        style,
                        token: line.token,
                    }));
                }
                LaidCell { lines, indent, tick: cell.tick, link: cell.link }
            })
            .collect();
        LaidRow { cells, anchor: row.anchor }
    }
}
