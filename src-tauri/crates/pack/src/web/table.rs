//! Tables with heads for rows and columns; lists where the rows of a table have nothing in common.

use super::blocks::classes;
use super::{Page, lines};
use crate::outline::is_of_lists;
use crate::paint::escaped;
use crate::script::{BODY, Cell, Row, Rules, Table};
use std::fmt::Write;

/// Tables with more columns scroll sideways where there is no room, and more still take more.
const FITTING: usize = 3;
const MANY: usize = 7;

/// So short a text is never broken: a number, a code, a date.
const WHOLE: usize = 10;

/// Whether a cell says anything.
fn says(cell: &Cell) -> bool {
    cell.tick.is_some() || cell.lines.iter().any(|line| !line.text.trim().is_empty())
}

impl Page<'_> {
    /// Writes a table under its heading, if it has one.
    pub fn table(&mut self, heading: &str, table: &Table) {
        let known = (!heading.is_empty()).then(|| self.heading(heading));
        if table.rows.is_empty() {
            return;
        }
        if is_of_lists(table) {
            self.lists(table);
            return;
        }
        let columns = table.columns.len();
        let pairs = !table.headed() && table.row_heads.len() > 1;
        let wide = columns > FITTING && !pairs;
        if wide {
            let about = if heading.is_empty() {
                self.title.clone()
            } else {
                format!("{}: {heading}", self.title)
            };
            let (name, many) = (self.name(&about), if columns > MANY { " many" } else { "" });
            let _ = writeln!(
                self.out,
                "<div class=\"wide{many}\" role=\"region\" tabindex=\"0\" aria-label=\"{name}\">"
            );
        }
        let named = match known {
            Some(id) => format!("aria-labelledby=\"{id}\""),
            None => format!("aria-label=\"{}\"", escaped(&self.title)),
        };
        // On a narrow screen pairs are set one below the other, and stay a table by their roles.
        let class = table_class(table, pairs);
        let role = if pairs { " role=\"table\"" } else { "" };
        let _ = writeln!(self.out, "<table{class}{role} {named}>");
        self.columns(table);
        let body = if pairs { " role=\"rowgroup\"" } else { "" };
        let _ = writeln!(self.out, "<tbody{body}>");
        for row in &table.rows {
            self.row(table, row, pairs);
        }
        self.out.push_str("</tbody>\n</table>\n");
        if wide {
            self.out.push_str("</div>\n");
        }
    }

    fn columns(&mut self, table: &Table) {
        if table.columns.iter().any(|it| it.width.is_some()) {
            self.out.push_str("<colgroup>");
            for column in &table.columns {
                let width = column.width.map(|it| format!(" style=\"width:{}em\"", it / BODY.size));
                let _ = write!(self.out, "<col{}/>", width.unwrap_or_default());
            }
            self.out.push_str("</colgroup>\n");
        }
        if !table.headed() {
            return;
        }
        self.out.push_str("<thead><tr>");
        for column in &table.columns {
            let right = if column.right { " class=\"right\"" } else { "" };
            let _ = if column.head.is_empty() {
                write!(self.out, "<td></td>")
            } else {
                write!(self.out, "<th scope=\"col\"{right}>{}</th>", lines(&column.head))
            };
        }
        self.out.push_str("</tr></thead>\n");
    }

    fn row(&mut self, table: &Table, row: &Row, pairs: bool) {
        let target = row.anchor.and_then(|it| self.outline.target(it)).map(str::to_owned);
        let id = target.map(|it| self.id(&it)).unwrap_or_default();
        let role = if pairs { " role=\"row\"" } else { "" };
        let _ = write!(self.out, "<tr{id}{role}>");
        for (at, column) in table.columns.iter().enumerate() {
            let empty = Cell::default();
            let cell = row.cells.get(at).unwrap_or(&empty);
            let right = if column.right { " class=\"right\"" } else { "" };
            let head = table.row_heads.contains(&at) && says(cell);
            let (open, close) = match (head, pairs) {
                (true, true) => ("th scope=\"row\" role=\"rowheader\"", "th"),
                (true, false) => ("th scope=\"row\"", "th"),
                (false, true) => ("td role=\"cell\"", "td"),
                (false, false) => ("td", "td"),
            };
            let _ = write!(self.out, "<{open}{right}>");
            self.cell(cell);
            let _ = write!(self.out, "</{close}>");
        }
        self.out.push_str("</tr>\n");
    }

    /// The columns of a table as lists beside each other.
    fn lists(&mut self, table: &Table) {
        self.out.push_str("<div class=\"lists\">\n");
        for (at, column) in table.columns.iter().enumerate() {
            self.out.push_str("<div>");
            if !column.head.is_empty() {
                let _ = write!(self.out, "<p>{}</p>", lines(&column.head));
            }
            let cells: Vec<&Cell> = table
                .rows
                .iter()
                .filter_map(|row| row.cells.get(at))
                .filter(|it| says(it))
                .collect();
            if !cells.is_empty() {
                self.out.push_str("<ul>\n");
                for cell in cells {
                    self.out.push_str("<li>");
                    self.cell(cell);
                    self.out.push_str("</li>\n");
                }
                self.out.push_str("</ul>");
            }
            self.out.push_str("</div>\n");
        }
        self.out.push_str("</div>\n");
    }

    fn cell(&mut self, cell: &Cell) {
        if let Some(ticked) = cell.tick {
            let (on, says) = if ticked { (" on", self.words.done) } else { ("", self.words.open) };
            let _ = write!(
                self.out,
                "<div class=\"ticked\"><i class=\"tick{on}\"></i><div>\
                 <span class=\"unseen\">{says}</span>"
            );
        }
        let target = cell.link.and_then(|it| self.outline.target(it));
        for (number, line) in cell.lines.iter().enumerate() {
            if line.text.is_empty() {
                continue;
            }
            let (class, text) = (classes(line.style, line.token), lines(&line.text));
            let text = match target {
                Some(target) if number == 0 => format!("<a href=\"#{target}\">{text}</a>"),
                _ => text,
            };
            let whole = if line.text.chars().count() <= WHOLE { " whole" } else { "" };
            let _ = write!(self.out, "<span class=\"{class}{whole}\">{text}</span>");
        }
        if cell.tick.is_some() {
            self.out.push_str("</div></div>");
        }
    }
}

fn table_class(table: &Table, pairs: bool) -> String {
    let mut classes = Vec::new();
    if pairs {
        classes.push("pairs");
    }
    if table.rules == Rules::Space {
        classes.push("space");
    } else if table.padding > 9.0 {
        classes.push("roomy");
    } else if table.padding < 5.0 {
        classes.push("compact");
    }
    if classes.is_empty() { String::new() } else { format!(" class=\"{}\"", classes.join(" ")) }
}
