//! The parts of the file around its text: what is where, what it is called, what stands at the
//! head and foot of its pages.

use super::text::run_plain;
use crate::paint::escaped;
use crate::script::Script;
use analysis::Language;
use std::fmt::Write;

/// The namespaces that the parts use.
pub const SPACES: &str = "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\" \
     xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\" \
     xmlns:wp=\"http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing\" \
     xmlns:a=\"http://schemas.openxmlformats.org/drawingml/2006/main\" \
     xmlns:pic=\"http://schemas.openxmlformats.org/drawingml/2006/picture\"";
/// How every part begins.
pub const XML: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";

/// What each part is.
pub const CONTENT_TYPES: &str = concat!(
    "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n",
    "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">",
    "<Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>",
    "<Default Extension=\"xml\" ContentType=\"application/xml\"/>",
    "<Default Extension=\"png\" ContentType=\"image/png\"/>",
    "<Override PartName=\"/word/document.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml\"/>",
    "<Override PartName=\"/word/styles.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.wordprocessingml.styles+xml\"/>",
    "<Override PartName=\"/word/settings.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.wordprocessingml.settings+xml\"/>",
    "<Override PartName=\"/word/fontTable.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.wordprocessingml.fontTable+xml\"/>",
    "<Override PartName=\"/word/header1.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.wordprocessingml.header+xml\"/>",
    "<Override PartName=\"/word/footer1.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.wordprocessingml.footer+xml\"/>",
    "<Override PartName=\"/docProps/core.xml\" ContentType=\"application/vnd.openxmlformats-package.core-properties+xml\"/>",
    "<Override PartName=\"/docProps/app.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.extended-properties+xml\"/>",
    "</Types>"
);

/// Where the text and the properties are.
pub const RELATIONS: &str = concat!(
    "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n",
    "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">",
    "<Relationship Id=\"rId1\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument\" Target=\"word/document.xml\"/>",
    "<Relationship Id=\"rId2\" Type=\"http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties\" Target=\"docProps/core.xml\"/>",
    "<Relationship Id=\"rId3\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/extended-properties\" Target=\"docProps/app.xml\"/>",
    "</Relationships>"
);

/// What it was written with.
pub const APP: &str = concat!(
    "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n",
    "<Properties xmlns=\"http://schemas.openxmlformats.org/officeDocument/2006/extended-properties\">",
    "<Application>Baton</Application></Properties>"
);

/// As a version of Word that lays text out as newer ones do.
pub const SETTINGS: &str = concat!(
    "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n",
    "<w:settings xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\">",
    "<w:zoom w:percent=\"100\"/><w:defaultTabStop w:val=\"720\"/><w:compat>",
    "<w:compatSetting w:name=\"compatibilityMode\" w:uri=\"http://schemas.microsoft.com/office/word\" w:val=\"15\"/>",
    "</w:compat></w:settings>"
);

/// The font, with one that is everywhere to take its place.
pub const FONTS: &str = concat!(
    "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n",
    "<w:fonts xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\">",
    "<w:font w:name=\"Calibri\"><w:altName w:val=\"Arial\"/><w:family w:val=\"swiss\"/>",
    "<w:pitch w:val=\"variable\"/></w:font></w:fonts>"
);

/// How Word names a language.
pub fn code(language: Language) -> &'static str {
    language.pick("en-GB", "de-DE")
}

/// Title, author, subject, language.
pub fn core(script: &Script, language: Language) -> String {
    format!(
        "{XML}<cp:coreProperties xmlns:cp=\"http://schemas.openxmlformats.org/package/2006/metadata/\
         core-properties\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\"><dc:title>{}</dc:title>\
         <dc:subject>{}</dc:subject><dc:creator>{}</dc:creator><dc:language>{}</dc:language>\
         </cp:coreProperties>",
        escaped(&script.title),
        escaped(&script.subject),
        escaped(&script.author),
        code(language)
    )
}

/// What the text refers to: styles, settings, fonts, head, foot, pictures.
pub fn relations(pictures: usize) -> String {
    let kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    let mut out = format!(
        "{XML}<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"
    );
    let parts = [
        ("rId1", "styles", "styles.xml"),
        ("rId2", "settings", "settings.xml"),
        ("rId3", "fontTable", "fontTable.xml"),
        ("rId4", "header", "header1.xml"),
        ("rId5", "footer", "footer1.xml"),
    ];
    for (id, what, target) in parts {
        let _ =
            write!(out, "<Relationship Id=\"{id}\" Type=\"{kind}/{what}\" Target=\"{target}\"/>");
    }
    for at in 1..=pictures {
        let _ = write!(
            out,
            "<Relationship Id=\"picture{at}\" Type=\"{kind}/image\" Target=\"media/image{at}.png\"/>"
        );
    }
    out.push_str("</Relationships>");
    out
}

/// To the right margin, however wide the page is.
const RIGHT: &str = "<w:r><w:ptab w:relativeTo=\"margin\" w:alignment=\"right\" \
                     w:leader=\"none\"/></w:r>";

fn field(instruction: &str) -> String {
    format!("<w:fldSimple w:instr=\" {instruction} \"><w:r><w:t></w:t></w:r></w:fldSimple>")
}

/// What the pack is called, and what the sheet is.
pub fn header(script: &Script) -> String {
    // The first style of headings has another name in every language of Word; its number has not.
    let section = field("STYLEREF 1");
    format!(
        "{XML}<w:hdr {SPACES}><w:p><w:pPr><w:pStyle w:val=\"Header\"/></w:pPr>{}{RIGHT}{section}\
         </w:p></w:hdr>",
        run_plain(&script.title)
    )
}

/// Whose it is and of when, and the number of the page.
pub fn footer(script: &Script) -> String {
    let number = field("PAGE");
    format!(
        "{XML}<w:ftr {SPACES}><w:p><w:pPr><w:pStyle w:val=\"Footer\"/></w:pPr>{}{RIGHT}{number}\
         </w:p></w:ftr>",
        run_plain(&script.foot)
    )
}
