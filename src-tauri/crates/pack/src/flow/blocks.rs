//! Titles, headings and paragraphs.

use super::galley::Galley;
use crate::page::{Bookmark, Role};
use crate::script::{BODY, MARGIN};
use scene::{Line, TextStyle, Token, Weight};

/// The title of a section.
pub const TITLE: TextStyle = TextStyle::new(22.0, Weight::SemiBold);
/// The title of a card among cards.
const CARD_TITLE: TextStyle = TextStyle::new(18.0, Weight::SemiBold);
/// The sentence under it.
pub const FINDING: TextStyle = TextStyle::new(12.5, Weight::Regular);
/// A heading inside a section.
pub const HEADING: TextStyle = TextStyle::new(12.5, Weight::SemiBold);

/// Distance from one baseline to the next.
pub fn leading(style: TextStyle) -> f32 {
    let factor = if style.size > 16.0 { 1.2 } else { 1.4 };
    (style.size * factor * 4.0).round() / 4.0
}

/// From the top of a line to its baseline.
pub fn rise(style: TextStyle) -> f32 {
    leading(style) / 2.0 + style.size * 0.36
}

impl Galley {
    /// How high a title and its finding stand, set this wide; with the space below them.
    pub fn title_height(&mut self, title: &str, finding: &str, width: f32) -> f32 {
        let titles = self.typesetter.lines(title, TITLE, width).len() as f32;
        let findings = self.typesetter.lines(finding, FINDING, width).len() as f32;
        titles * leading(TITLE) + findings * leading(FINDING) + 3.0 + 16.0
    }

    /// A section's title with one sentence under it, and its line in the outline.
    pub fn title(&mut self, title: &str, finding: &str, tone: Token, level: u8) {
        let (page, y) = (self.page(), self.y);
        self.book.bookmarks.push(Bookmark { title: title.to_owned(), level, page, y });
        self.open(Role::Title);
        let style = if level == 0 { TITLE } else { CARD_TITLE };
        self.lines(title, style, Token::Ink, MARGIN, self.measure());
        self.close();
        self.y += 3.0;
        if !finding.is_empty() {
            self.open(Role::Paragraph);
            self.lines(finding, FINDING, tone, MARGIN, self.measure());
            self.close();
        }
        self.y += 16.0;
    }

    /// A heading, kept together with `follows` points of what comes next.
    pub fn heading(&mut self, text: &str, follows: f32) {
        let before = 10.0 * self.loose;
        self.need(before + leading(HEADING) + 4.0 + follows);
        self.y += before;
        self.open(Role::Heading);
        self.lines(text, HEADING, Token::Ink, MARGIN, self.measure());
        self.close();
        self.y += 4.0;
    }

    /// A heading of something that is not there yet, with what is missing beside it.
    pub fn missing(&mut self, heading: &str, what: &str) {
        self.need(44.0);
        self.y += 10.0 * self.loose;
        let base = self.y + rise(HEADING);
        self.open(Role::Heading);
        self.text(MARGIN, base, heading, HEADING, Token::Ink);
        self.close();
        let below = self.y + leading(HEADING);
        self.y = base - rise(BODY);
        self.open(Role::Paragraph);
        self.lines(what, BODY, Token::Trouble, MARGIN + 249.0, self.measure() - 249.0);
        self.close();
        self.y = self.y.max(below) + 4.0;
    }

    /// A style as large as text is set here.
    pub fn sized(&self, style: TextStyle) -> TextStyle {
        if self.size_of_text == 1.0 {
            return style;
        }
        TextStyle::new(style.size * self.size_of_text, style.weight)
    }

    /// A paragraph of running text; an empty one sets nothing.
    pub fn paragraph(&mut self, text: &str, style: TextStyle, token: Token) {
        if text.is_empty() {
            return;
        }
        self.open(Role::Paragraph);
        self.lines(text, self.sized(style), token, MARGIN, self.measure());
        self.close();
    }

    /// A text in lines. Each ends with the space it was broken at, so that those who listen or
    /// copy get the words apart.
    pub fn broken(&mut self, text: &str, style: TextStyle, width: f32) -> Vec<Line> {
        let mut lines = self.typesetter.lines(text, style, width).to_vec();
        let last = lines.len().saturating_sub(1);
        let mut rest = text;
        for line in lines.iter_mut().take(last) {
            let words = line.text.trim_start_matches(['\u{200E}', '\u{200F}']);
            let Some((_, after)) = rest.split_once(words) else { break };
            if after.starts_with(char::is_whitespace) {
                line.text.push(' ');
            }
            rest = after;
        }
        lines
    }

    /// Lines one below the other, on as many pages as they need.
    pub fn lines(&mut self, text: &str, style: TextStyle, token: Token, x: f32, width: f32) {
        for line in self.broken(text, style, width) {
            self.need(leading(style));
            let x = line.start(x, x + width);
            let base = self.y + rise(style);
            self.measured(x, base, &line.text, line.width, style, token);
            self.y += leading(style);
        }
    }
}
