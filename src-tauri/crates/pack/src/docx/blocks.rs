//! The blocks of a sheet as paragraphs: titles, headings, running text.

use super::body::Body;
use super::text::{leading, run_of, run_plain};
use crate::Error;
use crate::page::Anchor;
use crate::script::{BODY, Block, Title};
use scene::{TextStyle, Token, Weight};

/// The sentence under a title, in its colour.
const FINDING: TextStyle = TextStyle::new(12.5, Weight::Regular);
const BACK: TextStyle = TextStyle::new(9.0, Weight::Medium);

impl Body<'_> {
    /// Writes a block.
    pub(super) fn block(&mut self, place: (usize, usize), block: &Block) -> Result<(), Error> {
        match block {
            Block::Cover(cover) => self.cover(cover)?,
            Block::Contents => self.contents(),
            // The styles know how far apart things stand.
            Block::Space(_) => {}
            Block::Title(title) => self.title(place, title),
            Block::Heading(text) => self.heading(text),
            Block::Linked(heading) => self.titles(place, Some(heading.to)),
            Block::Missing { heading, what } => {
                self.heading(heading);
                self.put("Normal", "", &run_of(what, BODY, Token::Trouble));
            }
            Block::Paragraph { text, style, token } => {
                let broken = self.page_break();
                self.put("Normal", broken, &run_of(text, *style, *token));
            }
            Block::Table { heading, table } => {
                if !heading.is_empty() {
                    self.heading(heading);
                }
                self.table(table);
            }
            Block::Figure { drawing, description } => self.figure(drawing, description)?,
            Block::Map(map) => self.map(place, map)?,
        }
        Ok(())
    }

    /// The headings of the outline that a block has.
    pub(super) fn titles(&mut self, place: (usize, usize), to: Option<Anchor>) {
        let entries: Vec<_> = self.outline.at(place.0, place.1).cloned().collect();
        for entry in entries {
            let broken = self.page_break();
            let text = run_plain(&entry.text);
            let target = to.and_then(|it| self.outline.target(it));
            let text = target.map_or(text.clone(), |it| leading(&text, it));
            let runs = self.marked(&entry.id, &text);
            let style = if entry.level == 0 { "Heading1" } else { "Heading2" };
            self.put(style, broken, &runs);
        }
    }

    fn title(&mut self, place: (usize, usize), title: &Title) {
        self.titles(place, None);
        self.finding(&title.finding, title.tone);
        let Some((text, to, _)) = &title.back else { return };
        if let Some(target) = self.outline.target(*to) {
            let link = leading(&run_of(text, BACK, Token::Accent), target);
            self.put("Normal", "", &link);
        }
    }

    /// The sentence under a title.
    pub(super) fn finding(&mut self, text: &str, tone: Token) {
        if !text.is_empty() {
            self.put("Finding", "", &run_of(text, FINDING, tone));
        }
    }

    fn heading(&mut self, text: &str) {
        let broken = self.page_break();
        self.put("Heading3", broken, &run_plain(text));
    }
}
