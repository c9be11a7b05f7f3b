//! Sections: pages of one size, with head and foot.

use crate::outline::sheet_for;
use crate::script::{Block, MARGIN, Paper, PaperSize, Sheet, Sizes};

/// Word knows no longer page, in points.
const LONGEST: f32 = 1584.0;
/// At the top and at the bottom.
pub const ABOVE: f32 = 64.0;
/// Between the edge and the head or the foot.
const EDGE: f32 = 32.0;

/// Twentieths of a point.
pub fn twentieths(points: f32) -> i64 {
    (points * 20.0).round() as i64
}

/// The paper of a sheet, and how large a map is on it.
pub fn paper_of(sheet: &Sheet, size: PaperSize) -> (Paper, f32) {
    let maps = sheet.blocks.iter().find_map(|block| match block {
        Block::Map(map) => Some(sheet_for(map, size, LONGEST)),
        _ => None,
    });
    maps.unwrap_or_else(|| (size.paper(sheet.format), 1.0))
}

/// What ends a section; its first page is bare where it is the cover's.
pub fn section(paper: Paper, cover: bool) -> String {
    let (width, height) = (twentieths(paper.width), twentieths(paper.height));
    let across = if paper.width > paper.height { " w:orient=\"landscape\"" } else { "" };
    let (side, above, edge) = (twentieths(MARGIN), twentieths(ABOVE), twentieths(EDGE));
    let bare = if cover { "<w:titlePg/>" } else { "" };
    format!(
        "<w:sectPr><w:headerReference w:type=\"default\" r:id=\"rId4\"/><w:footerReference \
         w:type=\"default\" r:id=\"rId5\"/><w:type w:val=\"nextPage\"/><w:pgSz w:w=\"{width}\" \
         w:h=\"{height}\"{across}/><w:pgMar w:top=\"{above}\" w:right=\"{side}\" \
         w:bottom=\"{above}\" w:left=\"{side}\" w:header=\"{edge}\" w:footer=\"{edge}\" \
         w:gutter=\"0\"/>{bare}</w:sectPr>"
    )
}

/// The paragraph that ends a section before the last; it takes no room.
pub fn closing(paper: Paper, cover: bool) -> String {
    format!(
        "<w:p><w:pPr><w:spacing w:before=\"0\" w:after=\"0\" w:line=\"20\" w:lineRule=\"exact\"/>{}\
         </w:pPr></w:p>\n",
        section(paper, cover)
    )
}
