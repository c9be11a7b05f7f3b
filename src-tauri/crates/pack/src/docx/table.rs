//! Tables: heads that repeat on every page, rows that stay whole, hairlines.

use super::body::Body;
use super::section::twentieths;
use super::text::{hex, leading, paragraph, run_of};
use crate::flow;
use crate::script::{BODY, Cell, Row, Rules, Table};
use scene::{TextStyle, Token, Typesetter, Weight};
use std::fmt::Write;

const HEAD: TextStyle = TextStyle::new(10.0, Weight::SemiBold);
/// Between columns, in points.
const GAP: f32 = 9.0;

impl Body<'_> {
    /// Writes a table and the white space below it.
    pub(super) fn table(&mut self, table: &Table) {
        if table.rows.is_empty() {
            return;
        }
        if !std::mem::take(&mut self.fresh) {
            // A table that begins a page needs a paragraph before it.
        } else {
            self.out.push_str(&paragraph("Cell", "<w:pageBreakBefore/>", ""));
        }
        let widths: Vec<i64> =
            widths(&mut self.typesetter, table, self.measure).into_iter().map(twentieths).collect();
        let hairline = hex(Token::Hairline);
        let rules = if table.rules == Rules::Hairlines {
            format!(
                "<w:tblBorders><w:bottom w:val=\"single\" w:sz=\"4\" w:space=\"0\" \
                 w:color=\"{hairline}\"/><w:insideH w:val=\"single\" w:sz=\"4\" w:space=\"0\" \
                 w:color=\"{hairline}\"/></w:tblBorders>"
            )
        } else {
            String::new()
        };
        let (above, gap) = (twentieths(table.padding * 0.7), twentieths(GAP));
        let (first_row, first_column) =
            (u8::from(table.headed()), u8::from(table.row_heads.contains(&0)));
        let total: i64 = widths.iter().sum();
        let _ = write!(
            self.out,
            "<w:tbl><w:tblPr><w:tblW w:w=\"{total}\" w:type=\"dxa\"/>{rules}<w:tblLayout \
             w:type=\"fixed\"/><w:tblCellMar><w:top w:w=\"{above}\" w:type=\"dxa\"/><w:left \
             w:w=\"0\" w:type=\"dxa\"/><w:bottom w:w=\"{above}\" w:type=\"dxa\"/><w:right \
             w:w=\"{gap}\" w:type=\"dxa\"/></w:tblCellMar><w:tblLook w:val=\"04A0\" \
             w:firstRow=\"{first_row}\" w:lastRow=\"0\" w:firstColumn=\"{first_column}\" \
             w:lastColumn=\"0\" w:noHBand=\"1\" w:noVBand=\"1\"/></w:tblPr><w:tblGrid>"
        );
        for width in &widths {
            let _ = write!(self.out, "<w:gridCol w:w=\"{width}\"/>");
        }
        self.out.push_str("</w:tblGrid>\n");
        if table.headed() {
            self.head(table, &widths);
        }
        for row in &table.rows {
            self.row(table, row, &widths);
        }
        self.out.push_str("</w:tbl>\n");
        self.out.push_str(&paragraph(
            "Cell",
            "<w:spacing w:line=\"160\" w:lineRule=\"exact\"/>",
            "",
        ));
    }

    fn head(&mut self, table: &Table, widths: &[i64]) {
        self.out.push_str("<w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>");
        let ink = hex(Token::Ink);
        for (column, width) in table.columns.iter().zip(widths) {
            let side = side(column.right);
            let runs = run_of(&column.head, HEAD, Token::Ink);
            let _ = write!(
                self.out,
                "<w:tc><w:tcPr><w:tcW w:w=\"{width}\" w:type=\"dxa\"/><w:tcBorders><w:bottom \
                 w:val=\"single\" w:sz=\"8\" w:space=\"0\" w:color=\"{ink}\"/></w:tcBorders>\
                 <w:vAlign w:val=\"bottom\"/></w:tcPr>{}</w:tc>",
                paragraph("Cell", &format!("<w:keepNext/>{side}"), &runs)
            );
        }
        self.out.push_str("</w:tr>\n");
    }

    fn row(&mut self, table: &Table, row: &Row, widths: &[i64]) {
        self.out.push_str("<w:tr><w:trPr><w:cantSplit/></w:trPr>");
        let target = row.anchor.and_then(|it| self.outline.target(it)).map(str::to_owned);
        for (at, (column, width)) in table.columns.iter().zip(widths).enumerate() {
            let empty = Cell::default();
            let cell = row.cells.get(at).unwrap_or(&empty);
            let mut paragraphs = self.cell(cell, side(column.right));
            if let Some(target) = target.as_deref().filter(|_| at == 0) {
                // Around the first paragraph of the row.
                let marked = self.marked(target, "");
                paragraphs = paragraphs.replacen("</w:pPr>", &format!("</w:pPr>{marked}"), 1);
            }
            let _ = write!(
                self.out,
                "<w:tc><w:tcPr><w:tcW w:w=\"{width}\" w:type=\"dxa\"/></w:tcPr>{paragraphs}</w:tc>"
            );
        }
        self.out.push_str("</w:tr>\n");
    }

    fn cell(&self, cell: &Cell, side: &str) -> String {
        let mut out = String::new();
        let target = cell.link.and_then(|it| self.outline.target(it));
        for (number, line) in cell.lines.iter().enumerate() {
            let mut runs = run_of(&line.text, line.style, line.token);
            if number == 0 {
                if let Some(target) = target {
                    runs = leading(&runs, target);
                }
                runs.insert_str(0, &tick(cell.tick));
            }
            out.push_str(&paragraph("Cell", side, &runs));
        }
        if out.is_empty() {
            out = paragraph("Cell", side, &tick(cell.tick));
        }
        out
    }
}

fn tick(ticked: Option<bool>) -> String {
    match ticked {
        Some(true) => run_of("☑ ", BODY, Token::Good),
        Some(false) => run_of("☐ ", BODY, Token::Secondary),
        None => String::new(),
    }
}

fn side(right: bool) -> &'static str {
    if right { "<w:jc w:val=\"right\"/>" } else { "" }
}

/// How wide the columns are with the white space behind each: as on the pages of the PDF, whose
/// letters are wider than those of the usual fonts, so that no word is broken.
fn widths(typesetter: &mut Typesetter, table: &Table, measure: f32) -> Vec<f32> {
    let count = table.columns.len() as f32;
    // There is none behind the last column there.
    let measure = measure - GAP * count + flow::GAP * (count - 1.0);
    let widths = flow::column_widths(typesetter, table, measure);
    widths.into_iter().map(|width| width + GAP).collect()
}
