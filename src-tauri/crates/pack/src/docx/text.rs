//! Text in runs: how big, how bold, which colour, where it leads.

use crate::paint::escaped;
use scene::{TextStyle, Token, Weight};

/// The colour of a token on paper, as Word writes it.
pub fn hex(token: Token) -> String {
    let (red, green, blue) = token.on_paper();
    format!("{red:02X}{green:02X}{blue:02X}")
}

/// A text as its style has it.
pub fn run_plain(text: &str) -> String {
    run(text, "")
}

/// A text of this size, weight and colour.
pub fn run_of(text: &str, style: TextStyle, token: Token) -> String {
    let half_points = (style.size * 2.0).round();
    let bold = if style.weight >= Weight::SemiBold { "<w:b/><w:bCs/>" } else { "" };
    let colour = hex(token);
    run(
        text,
        &format!(
            "{bold}<w:color w:val=\"{colour}\"/><w:sz w:val=\"{half_points}\"/>\
             <w:szCs w:val=\"{half_points}\"/>"
        ),
    )
}

fn run(text: &str, properties: &str) -> String {
    let lines: Vec<String> = text
        .lines()
        .map(|line| escaped(&scene::arranged(line)))
        .map(|line| format!("<w:t xml:space=\"preserve\">{line}</w:t>"))
        .collect();
    let rtl = if scene::right_to_left(&scene::arranged(text)) { "<w:rtl/>" } else { "" };
    let properties = if properties.is_empty() && rtl.is_empty() {
        String::new()
    } else {
        format!("<w:rPr>{properties}{rtl}</w:rPr>")
    };
    format!("<w:r>{properties}{}</w:r>", lines.join("<w:br/>"))
}

/// Runs that lead to a bookmark.
pub fn leading(runs: &str, target: &str) -> String {
    format!("<w:hyperlink w:anchor=\"{}\" w:history=\"1\">{runs}</w:hyperlink>", bookmark(target))
}

/// What a place is called as a bookmark: letters, digits and low lines.
pub fn bookmark(id: &str) -> String {
    id.replace('-', "_")
}

/// A paragraph in a style of the file, with more properties of its own. Writing from right to left
/// runs from there, and stands at that side.
pub fn paragraph(style: &str, properties: &str, runs: &str) -> String {
    let turned = if runs.contains("<w:rtl/>") { "<w:bidi/>" } else { "" };
    // The schema has the direction after what breaks pages, and before how far apart lines stand.
    let at = ["<w:spacing", "<w:ind", "<w:jc"].iter().filter_map(|it| properties.find(it)).min();
    let (before, after) = properties.split_at(at.unwrap_or(properties.len()));
    format!(
        "<w:p><w:pPr><w:pStyle w:val=\"{style}\"/>{before}{turned}{after}</w:pPr>{runs}</w:p>\n"
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_paragraph_from_right_to_left_says_so_where_the_schema_wants_it() {
        let side = "<w:keepNext/><w:spacing w:after=\"40\"/><w:jc w:val=\"right\"/>";
        let said = paragraph("Cell", side, &run_plain("مبيعات"));
        assert!(said.contains("<w:keepNext/><w:bidi/><w:spacing w:after=\"40\"/><w:jc"), "{said}");
        let broken = paragraph("Cell", "<w:pageBreakBefore/>", &run_plain("מכירות"));
        assert!(broken.contains("<w:pageBreakBefore/><w:bidi/></w:pPr>"), "{broken}");
        assert!(!paragraph("Cell", side, &run_plain("Sales")).contains("bidi"));
    }
}
