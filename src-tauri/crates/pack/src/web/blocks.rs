//! The blocks of a sheet as elements: titles, headings, running text.

use super::{Page, lines};
use crate::paint::{colour_name, escaped};
use crate::script::{Block, Format, Linked, PageKind, Sheet, Title};
use scene::{TextStyle, Token, Weight};
use std::fmt::Write;

/// The classes of a text: its colour, and how it differs from running text.
pub fn classes(style: TextStyle, token: Token) -> String {
    let mut out = format!("c-{}", colour_name(token));
    if style.size < 9.6 {
        out.push_str(" small");
    } else if style.size > 10.9 {
        out.push_str(" large");
    }
    if style.weight >= Weight::SemiBold {
        out.push_str(" bold");
    }
    out
}

impl Page<'_> {
    /// Writes a sheet.
    pub fn sheet(&mut self, at: usize, sheet: &Sheet) {
        let map = sheet.blocks.iter().find_map(|block| match block {
            Block::Map(map) => Some(map),
            _ => None,
        });
        let class = match map {
            Some(map) => format!("drawn {}", self.paper_of(at, map)),
            None if sheet.format == Format::Across => "across".to_owned(),
            None if sheet.kind == PageKind::Cards => "text card".to_owned(),
            None => "text".to_owned(),
        };
        if class == "across" && !self.papers.contains(".across{") {
            self.papers.push_str("@media print{.across{page:across}}\n");
        }
        let _ = writeln!(self.out, "<section class=\"{class}\">");
        for (number, block) in sheet.blocks.iter().enumerate() {
            self.block((at, number), block);
        }
        self.back(sheet);
        self.out.push_str("</section>\n");
    }

    fn block(&mut self, place: (usize, usize), block: &Block) {
        match block {
            // These stand above the sheets.
            Block::Cover(_) | Block::Contents => {}
            // The style sheet knows how far apart things stand.
            Block::Space(_) => {}
            Block::Title(title) => self.title(place, title),
            Block::Heading(text) => {
                self.heading(text);
            }
            Block::Linked(heading) => self.linked(place, heading),
            Block::Missing { heading, what } => {
                self.out.push_str("<div class=\"missing\">\n");
                self.heading(heading);
                let class = colour_name(Token::Trouble);
                let _ = writeln!(self.out, "<p class=\"c-{class}\">{}</p>\n</div>", lines(what));
            }
            Block::Paragraph { text, style, token } => {
                let class = classes(*style, *token);
                let _ = writeln!(self.out, "<p class=\"{class}\">{}</p>", lines(text));
            }
            Block::Table { heading, table } => self.table(heading, table),
            Block::Figure { drawing, description } => self.figure(drawing, description),
            Block::Map(map) => self.map(place, map),
        }
    }

    /// A heading of the outline, with its group before it where it is the first of several.
    pub fn titles(&mut self, place: (usize, usize)) {
        let entries: Vec<_> = self.outline.at(place.0, place.1).cloned().collect();
        let grouped = entries.len() > 1;
        for (number, entry) in entries.iter().enumerate() {
            let level = entry.level + 2;
            let class = match (grouped && number == 0, entry.level) {
                (true, _) => " class=\"group\"",
                (false, 0) => "",
                (false, _) => " class=\"card-title\"",
            };
            let (id, text) = (self.id(&entry.id), lines(&entry.text));
            let _ = writeln!(self.out, "<h{level}{id}{class}>{text}</h{level}>");
            self.depth = entry.level;
            self.title.clone_from(&entry.text);
        }
    }

    fn title(&mut self, place: (usize, usize), title: &Title) {
        self.titles(place);
        self.finding(&title.finding, title.tone);
    }

    /// The link at the foot of a sheet.
    fn back(&mut self, sheet: &Sheet) {
        let back = sheet.blocks.iter().find_map(|block| match block {
            Block::Title(title) => title.back.as_ref(),
            _ => None,
        });
        let Some((text, to, says)) = back else { return };
        if let Some(target) = self.outline.target(*to) {
            let (text, says) = (escaped(text), escaped(says));
            let _ = writeln!(
                self.out,
                "<p class=\"back\"><a href=\"#{target}\">{text}<span class=\"unseen\">, {says}\
                 </span></a></p>"
            );
        }
    }

    /// The sentence under a title.
    pub fn finding(&mut self, text: &str, tone: Token) {
        if !text.is_empty() {
            let tone = colour_name(tone);
            let _ = writeln!(self.out, "<p class=\"finding c-{tone}\">{}</p>", lines(text));
        }
    }

    /// A heading inside a sheet; what it is known by.
    pub fn heading(&mut self, text: &str) -> String {
        self.headings += 1;
        let (id, level) = (format!("about-{}", self.headings), self.depth + 3);
        let text = lines(text);
        let _ = writeln!(self.out, "<h{level} class=\"inside\" id=\"{id}\">{text}</h{level}>");
        id
    }

    fn linked(&mut self, place: (usize, usize), heading: &Linked) {
        let entry = self.outline.at(place.0, place.1).next().cloned();
        let Some(entry) = entry else { return };
        let level = entry.level + 2;
        let (id, text, says) = (self.id(&entry.id), lines(&heading.text), escaped(&heading.says));
        self.title.clone_from(&heading.text);
        let inner = match self.outline.target(heading.to) {
            Some(target) => {
                format!("<a href=\"#{target}\">{text}<span class=\"unseen\">, {says}</span></a>")
            }
            None => text,
        };
        let _ = writeln!(self.out, "<h{level}{id} class=\"inside\">{inner}</h{level}>");
    }
}
