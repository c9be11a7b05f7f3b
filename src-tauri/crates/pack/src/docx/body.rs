//! The text of the file: sheets in sections, cover and contents before them.

use super::parts::{SPACES, XML};
use super::section::{closing, paper_of, section};
use super::text::{bookmark, leading, paragraph, run_of, run_plain};
use crate::outline::Outline;
use crate::script::{Block, Cover, PageKind, Paper, PaperSize, Script};
use crate::{Error, Settings};
use analysis::Language;
use scene::{TextStyle, Token, Typesetter, Weight};
use std::collections::BTreeSet;
use std::fmt::Write;

/// What is being written.
pub struct Body<'a> {
    pub(super) script: &'a Script,
    pub(super) outline: Outline,
    language: Language,
    size: PaperSize,
    /// What is written.
    pub(super) out: String,
    /// Pictures, as PNG files.
    pub pictures: Vec<Vec<u8>>,
    /// Bookmarks that are there already.
    taken: BTreeSet<String>,
    /// The paper of the section that is being written, and whether it has only the cover.
    paper: Option<(Paper, bool)>,
    /// Whether what comes next begins a page.
    pub(super) fresh: bool,
    /// Between the margins.
    pub(super) measure: f32,
    /// Measures what stands in tables.
    pub(super) typesetter: Typesetter,
    /// How large a map is on this paper.
    pub(super) scale: f32,
}

impl<'a> Body<'a> {
    /// Nothing written yet.
    pub fn new(script: &'a Script, settings: &Settings) -> Body<'a> {
        Body {
            script,
            outline: Outline::of(script),
            language: crate::drawn::language(settings.choice.language),
            size: settings.choice.paper,
            out: String::new(),
            pictures: Vec::new(),
            taken: BTreeSet::new(),
            paper: None,
            fresh: false,
            measure: 0.0,
            typesetter: Typesetter::new(),
            scale: 1.0,
        }
    }

    /// Writes all sheets.
    pub fn write(&mut self) -> Result<(), Error> {
        let script = self.script;
        for (at, sheet) in script.sheets.iter().enumerate() {
            let (paper, scale) = paper_of(sheet, self.size);
            let cover = sheet.kind == PageKind::Cover;
            match self.paper {
                Some(before) if before != (paper, cover) => {
                    self.out.push_str(&closing(before.0, before.1));
                    self.fresh = false;
                }
                Some(_) => self.fresh = true,
                None => {}
            }
            self.paper = Some((paper, cover));
            (self.measure, self.scale) = (paper.width - 2.0 * crate::script::MARGIN, scale);
            for (number, block) in sheet.blocks.iter().enumerate() {
                if sheet.kind != PageKind::Contents || matches!(block, Block::Contents) {
                    self.block((at, number), block)?;
                }
            }
        }
        Ok(())
    }

    /// The whole part.
    pub fn whole(&self) -> String {
        use crate::script::{Format, Sizes};
        let (paper, cover) = self.paper.unwrap_or((self.size.paper(Format::Upright), false));
        format!(
            "{XML}<w:document {SPACES}><w:body>\n{}{}</w:body></w:document>",
            self.out,
            section(paper, cover)
        )
    }

    /// What a paragraph that begins a page says of that.
    pub(super) fn page_break(&mut self) -> &'static str {
        if std::mem::take(&mut self.fresh) { "<w:pageBreakBefore/>" } else { "" }
    }

    /// Runs as a place that links lead to, where it is not there already.
    pub(super) fn marked(&mut self, id: &str, runs: &str) -> String {
        if !self.taken.insert(id.to_owned()) {
            return runs.to_owned();
        }
        let (number, name) = (self.taken.len(), bookmark(id));
        format!(
            "<w:bookmarkStart w:id=\"{number}\" w:name=\"{name}\"/>{runs}\
             <w:bookmarkEnd w:id=\"{number}\"/>"
        )
    }

    pub(super) fn put(&mut self, style: &str, properties: &str, runs: &str) {
        self.out.push_str(&paragraph(style, properties, runs));
    }

    /// The cover.
    pub(super) fn cover(&mut self, cover: &Cover) -> Result<(), Error> {
        let broken = self.page_break();
        let room = scene::Rect::new(0.0, 0.0, 190.0, 72.0);
        let logo = crate::logo::placed(&cover.logo, room).filter(|_| !cover.logo.is_empty());
        let picture = match logo {
            Some(rect) => {
                let shape = scene::Shape::Image { rect, png: cover.logo.clone() };
                self.picture(&[shape], rect, 1.0, &cover.logo_says)?
            }
            None => {
                let frame = scene::Rect::new(0.0, 0.0, 44.0, 44.0);
                self.picture(&crate::flow::emblem(0.0, 0.0), frame, 1.0, "")?
            }
        };
        self.put(
            "Normal",
            &format!("{broken}<w:spacing w:before=\"400\" w:after=\"2400\"/>"),
            &picture,
        );
        let mark = TextStyle::new(10.0, Weight::SemiBold);
        if !cover.confidential.is_empty() {
            let runs = run_of(&cover.confidential, mark, Token::Trouble);
            self.put("Normal", "", &runs);
        }
        if !cover.client.is_empty() {
            self.put("Client", "", &run_plain(&cover.client));
        }
        self.put("Title", "", &run_plain(&cover.title));
        self.put("Subtitle", "", &run_plain(&cover.subtitle));
        let (figure, caption) =
            (TextStyle::new(24.0, Weight::Bold), TextStyle::new(11.0, Weight::Regular));
        for (value, of) in &cover.figures {
            let runs = run_of(&format!("{value}  "), figure, Token::Ink)
                + &run_of(of, caption, Token::Muted);
            self.put("Normal", "<w:spacing w:after=\"60\"/>", &runs);
        }
        let runs = run_of(&cover.certainty, caption, Token::Muted);
        self.put("Normal", "<w:spacing w:before=\"160\" w:after=\"900\"/>", &runs);
        for line in cover.imprint.iter().filter(|it| !it.trim().is_empty()) {
            let runs = run_of(line, TextStyle::new(12.0, Weight::Regular), Token::Secondary);
            self.put("Normal", "<w:spacing w:after=\"40\"/>", &runs);
        }
        Ok(())
    }

    /// The contents, as a field that Word fills with the numbers of the pages.
    pub(super) fn contents(&mut self) {
        let title = self.language.pick("Contents", "Inhalt");
        let broken = self.page_break();
        self.put("ContentsTitle", broken, &run_plain(title));
        let begin = "<w:r><w:fldChar w:fldCharType=\"begin\" w:dirty=\"true\"/></w:r><w:r>\
                     <w:instrText xml:space=\"preserve\"> TOC \\o \"1-2\" \\h \\z \\u </w:instrText>\
                     </w:r><w:r><w:fldChar w:fldCharType=\"separate\"/></w:r>";
        let end = "<w:r><w:fldChar w:fldCharType=\"end\"/></w:r>";
        let mut out = String::new();
        let last = self.outline.entries.len().saturating_sub(1);
        for (at, entry) in self.outline.entries.iter().enumerate() {
            let link = leading(&run_plain(&entry.text), &entry.id);
            let (before, after) =
                (if at == 0 { begin } else { "" }, if at == last { end } else { "" });
            let style = if entry.level == 0 { "TOC1" } else { "TOC2" };
            let _ = write!(out, "{}", paragraph(style, "", &format!("{before}{link}{after}")));
        }
        self.out.push_str(&out);
    }
}
