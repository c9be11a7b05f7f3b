//! Tables onto pages: heads repeated on every page, never one row alone at the foot or the top,
//! a row taller than a page cut between lines.

use super::blocks::{leading, rise};
use super::galley::{Galley, TOP};
use super::laid::{Grid, Laid, LaidCell, LaidRow, LaidTable};
use crate::page::{NodeId, Role};
use crate::script::{MARGIN, Rules, Table};
use scene::{Rect, Token};

/// Less of a page than this is left empty rather than begin a table that fits whole on the next.
const BETTER_OVER: f32 = 0.3;

impl Galley {
    /// Sets a table; one without rows sets nothing.
    pub fn table(&mut self, table: &Table) {
        let laid = self.laid_table(table);
        self.need(laid.beginning(self.floor() - TOP - laid.head_height));
        self.set_table(laid);
    }

    /// Sets a heading and a table that stays with it.
    pub fn table_under(&mut self, heading: &str, table: &Table) {
        let laid = self.laid_table(table);
        let page = self.floor() - TOP;
        let room = self.floor() - self.y - 33.0;
        if laid.height() > room && laid.height() < page - 40.0 && room < page * BETTER_OVER {
            self.next_page();
        }
        self.heading(heading, laid.beginning(page - laid.head_height - 40.0));
        self.set_table(laid);
    }

    fn set_table(&mut self, table: LaidTable) {
        if table.rows.is_empty() {
            return;
        }
        let LaidTable { grid, head, head_height, rows, heights, row_heads } = table;
        let page = self.floor() - TOP - head_height;
        // Cells that nothing names are no table to those who listen.
        let listed = head.is_none() && row_heads.is_empty();
        self.open(if listed { Role::List } else { Role::Table });
        if let Some(head) = &head {
            self.set_head(head, &grid);
        }
        for (index, row) in rows.into_iter().enumerate() {
            let own = heights.get(index).copied().unwrap_or_default();
            let last_pair = index + 2 == heights.len() && index > 0;
            let next = heights.get(index + 1).copied().unwrap_or_default();
            let wanted = if last_pair && own + next < page { own + next } else { own };
            if self.y + wanted > self.floor() && own <= page {
                self.turn(head.as_ref(), &grid);
            }
            let nodes = if listed { self.items(&row) } else { self.cells(&row, &row_heads) };
            self.set_row(row, &grid, head.as_ref(), &nodes);
        }
        self.close();
    }

    /// Goes to the next page and repeats the heads there, as decoration.
    fn turn(&mut self, head: Option<&LaidRow>, grid: &Grid) {
        self.next_page();
        if let Some(head) = head {
            self.as_decoration(|galley| galley.set_head(head, grid));
        }
    }

    fn set_head(&mut self, head: &LaidRow, grid: &Grid) {
        let telling = !self.decorating();
        let top = self.y + grid.padding;
        if telling {
            self.open(Role::Row);
        }
        for (cell, column) in head.cells.iter().zip(&grid.columns) {
            if telling {
                self.open(Role::ColumnHead);
            }
            self.set_lines(&cell.lines, top, *column, 0.0);
            if telling {
                self.close();
            }
        }
        if telling {
            self.close();
        }
        self.y += head.height(grid.padding);
        if grid.rules == Rules::Hairlines {
            self.rule(MARGIN, self.y, self.measure(), 0.8, Token::Ink);
        }
    }

    /// The nodes of the cells of a row.
    fn cells(&mut self, row: &LaidRow, heads: &[usize]) -> Vec<Option<NodeId>> {
        self.open(Role::Row);
        let nodes = (0..row.cells.len())
            .map(|index| {
                let role = if heads.contains(&index) { Role::RowHead } else { Role::Cell };
                let node = self.open(role);
                self.close();
                Some(node)
            })
            .collect();
        self.close();
        nodes
    }

    /// The nodes of cells that are counted up; what is empty is none of them.
    fn items(&mut self, row: &LaidRow) -> Vec<Option<NodeId>> {
        let nodes = row.cells.iter().map(|cell| {
            if cell.lines.is_empty() {
                return None;
            }
            self.open(Role::Item);
            let node = self.open(Role::ItemBody);
            self.close();
            self.close();
            Some(node)
        });
        nodes.collect()
    }

    fn set_row(
        &mut self,
        row: LaidRow,
        grid: &Grid,
        head: Option<&LaidRow>,
        nodes: &[Option<NodeId>],
    ) {
        if let Some(anchor) = row.anchor {
            self.anchor(anchor, self.y);
        }
        let mut rest = row;
        let mut ticks = true;
        loop {
            let room = self.floor() - self.y - 2.0 * grid.padding;
            rest = self.set_part(rest, grid, room, nodes, ticks);
            ticks = false;
            if rest.cells.iter().all(|cell| cell.lines.is_empty()) {
                break;
            }
            self.turn(head, grid);
        }
        if grid.rules == Rules::Hairlines {
            self.rule(MARGIN, self.y, self.measure(), 0.6, Token::Hairline);
        }
    }

    /// Sets as many lines of a row as fit and gives back the others.
    fn set_part(
        &mut self,
        row: LaidRow,
        grid: &Grid,
        room: f32,
        nodes: &[Option<NodeId>],
        ticks: bool,
    ) -> LaidRow {
        let top = self.y + grid.padding;
        let mut tallest: f32 = 0.0;
        let mut rest = LaidRow { cells: Vec::new(), anchor: None };
        for ((mut cell, column), node) in row.cells.into_iter().zip(&grid.columns).zip(nodes) {
            // At least one line a page, however little room there is.
            let after = cell.lines.split_off(cell.fitting(room).max(1).min(cell.lines.len()));
            tallest = tallest.max(cell.height());
            let Some(node) = *node else {
                rest.cells.push(cell);
                continue;
            };
            self.reopen(node);
            if let Some(ticked) = cell.tick.filter(|_| ticks) {
                self.tick_box(column.0, top + 1.0, ticked);
            }
            self.set_cell(&cell, top, *column);
            self.close();
            rest.cells.push(LaidCell { lines: after, ..cell });
        }
        self.y = top + tallest + grid.padding;
        rest
    }

    fn set_cell(&mut self, cell: &LaidCell, top: f32, column: (f32, f32, bool)) {
        let Some(to) = cell.link.filter(|_| !cell.lines.is_empty()) else {
            self.set_lines(&cell.lines, top, column, cell.indent);
            return;
        };
        self.open(Role::Link);
        self.set_lines(&cell.lines, top, column, cell.indent);
        let says: Vec<&str> = cell.lines.iter().map(|line| line.text.as_str()).collect();
        let rect = Rect::new(column.0, top - 2.0, column.1, cell.height() + 4.0);
        self.link(rect, to, &says.join(" "));
        self.close();
    }

    fn set_lines(&mut self, lines: &[Laid], top: f32, column: (f32, f32, bool), indent: f32) {
        let (x, width, right) = column;
        let mut y = top;
        for line in lines {
            let x = if right || line.rtl { x + width - line.width } else { x + indent };
            let base = y + rise(line.style);
            self.measured(x, base, &line.text, line.width, line.style, line.token);
            y += leading(line.style);
        }
    }
}
