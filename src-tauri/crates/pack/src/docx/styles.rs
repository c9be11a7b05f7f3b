//! The styles of the text, by the names that Word knows, so that those who edit can change them.

use super::parts::{SPACES, XML, code};
use super::text::hex;
use analysis::Language;
use scene::Token;
use std::fmt::Write;

/// A style of paragraphs.
struct Style {
    id: &'static str,
    name: &'static str,
    /// Half points.
    size: u16,
    bold: bool,
    colour: Token,
    /// Before and after, in twentieths of a point.
    around: (u16, u16),
    /// Of the outline; none for running text.
    level: Option<u8>,
    /// Indented by so many twentieths of a point.
    indent: u16,
}

const fn style(id: &'static str, name: &'static str, size: u16, around: (u16, u16)) -> Style {
    let colour = Token::Ink;
    Style { id, name, size, bold: false, colour, around, level: None, indent: 0 }
}

const STYLES: [Style; 13] = [
    Style { bold: true, ..style("Title", "Title", 72, (0, 200)) },
    Style { colour: Token::Secondary, ..style("Subtitle", "Subtitle", 32, (0, 900)) },
    Style { bold: true, level: Some(0), ..style("Heading1", "heading 1", 44, (0, 60)) },
    Style { bold: true, level: Some(1), ..style("Heading2", "heading 2", 36, (0, 60)) },
    Style { bold: true, level: Some(2), ..style("Heading3", "heading 3", 25, (280, 80)) },
    Style { colour: Token::Secondary, ..style("Finding", "Finding", 25, (0, 280)) },
    Style { bold: true, colour: Token::Accent, ..style("Client", "Client", 28, (0, 120)) },
    Style { bold: true, ..style("ContentsTitle", "Contents Title", 44, (0, 240)) },
    style("TOC1", "toc 1", 22, (100, 0)),
    Style { indent: 280, colour: Token::Secondary, ..style("TOC2", "toc 2", 20, (0, 0)) },
    style("Cell", "Table Text", 20, (0, 0)),
    Style { colour: Token::Muted, ..style("Header", "header", 17, (0, 0)) },
    Style { colour: Token::Muted, ..style("Footer", "footer", 17, (0, 0)) },
];

/// The part with all styles.
pub fn styles(language: Language) -> String {
    let (ink, accent) = (hex(Token::Ink), hex(Token::Accent));
    let language = code(language);
    let mut out = format!(
        "{XML}<w:styles {SPACES}><w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii=\"Calibri\" \
         w:hAnsi=\"Calibri\" w:eastAsia=\"Calibri\" w:cs=\"Calibri\"/><w:color w:val=\"{ink}\"/>\
         <w:sz w:val=\"21\"/><w:szCs w:val=\"21\"/><w:lang w:val=\"{language}\" \
         w:eastAsia=\"{language}\" w:bidi=\"ar-SA\"/></w:rPr></w:rPrDefault><w:pPrDefault><w:pPr>\
         <w:spacing w:after=\"100\" w:line=\"264\" w:lineRule=\"auto\"/></w:pPr></w:pPrDefault>\
         </w:docDefaults><w:style w:type=\"paragraph\" w:default=\"1\" w:styleId=\"Normal\">\
         <w:name w:val=\"Normal\"/><w:qFormat/></w:style><w:style w:type=\"character\" \
         w:default=\"1\" w:styleId=\"DefaultParagraphFont\"><w:name w:val=\"Default Paragraph \
         Font\"/></w:style><w:style w:type=\"table\" w:default=\"1\" w:styleId=\"TableNormal\">\
         <w:name w:val=\"Normal Table\"/><w:tblPr><w:tblInd w:w=\"0\" w:type=\"dxa\"/></w:tblPr>\
         </w:style><w:style w:type=\"character\" w:styleId=\"Hyperlink\"><w:name \
         w:val=\"Hyperlink\"/><w:rPr><w:color w:val=\"{accent}\"/><w:u w:val=\"single\"/></w:rPr>\
         </w:style>"
    );
    for style in &STYLES {
        write(&mut out, style);
    }
    out.push_str("</w:styles>");
    out
}

fn write(out: &mut String, style: &Style) {
    let Style { id, name, size, bold, colour, around: (before, after), level, indent } = style;
    let _ = write!(
        out,
        "<w:style w:type=\"paragraph\" w:styleId=\"{id}\"><w:name w:val=\"{name}\"/>\
         <w:basedOn w:val=\"Normal\"/>"
    );
    if level.is_some() {
        out.push_str("<w:next w:val=\"Normal\"/>");
    }
    out.push_str("<w:qFormat/><w:pPr>");
    if level.is_some() {
        out.push_str("<w:keepNext/><w:keepLines/>");
    }
    let _ = write!(out, "<w:spacing w:before=\"{before}\" w:after=\"{after}\"");
    if *size > 30 {
        out.push_str(" w:line=\"245\" w:lineRule=\"auto\"");
    }
    out.push_str("/>");
    if *indent > 0 {
        let _ = write!(out, "<w:ind w:left=\"{indent}\"/>");
    }
    if let Some(level) = level {
        let _ = write!(out, "<w:outlineLvl w:val=\"{level}\"/>");
    }
    out.push_str("</w:pPr><w:rPr>");
    if *bold {
        out.push_str("<w:b/><w:bCs/>");
    }
    let colour = hex(*colour);
    let _ = write!(
        out,
        "<w:color w:val=\"{colour}\"/><w:sz w:val=\"{size}\"/><w:szCs w:val=\"{size}\"/></w:rPr>\
         </w:style>"
    );
}
