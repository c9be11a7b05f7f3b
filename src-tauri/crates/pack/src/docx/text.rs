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

/// A paragraph in a style of the file, with more properties of its own.
pub fn paragraph(style: &str, properties: &str, runs: &str) -> String {
    format!("<w:p><w:pPr><w:pStyle w:val=\"{style}\"/>{properties}</w:pPr>{runs}</w:p>\n")
}
