//! What a pack says, before it has pages: sheets of blocks, in reading order. The PDF is set from
//! it, and so is every other form of the same pack, so that all of them say the same.

mod drawing;
mod paper;
mod special;
mod table;

pub use drawing::{Drawing, LEGIBLE, LONGEST_SHEET};
pub use model::{PageKind, PaperSize};
pub use paper::{Format, Paper, Sizes};
pub use special::{Continuation, Cover, Edge, LadderFigure, MapFigure, MapPart, Rung, Spot};
pub use table::{Cell, Column, Row, Rules, Table};

use crate::page::Anchor;
use scene::{Language, TextStyle, Token, Weight};

/// White space at the left and right edge of a page.
pub const MARGIN: f32 = 56.0;
/// Running text.
pub const BODY: TextStyle = TextStyle::new(10.0, Weight::Regular);
/// Notes under tables.
pub const NOTE: TextStyle = TextStyle::new(9.5, Weight::Regular);

/// A part of a sheet.
#[derive(Clone, Debug)]
pub enum Block {
    /// The cover.
    Cover(Box<Cover>),
    /// Where what is.
    Contents,
    /// The title of a sheet, and one sentence that says what it shows.
    Title(Title),
    /// A heading.
    Heading(String),
    /// A heading that leads somewhere, and that other links lead to.
    Linked(Linked),
    /// A heading of something that is not there yet, with what is missing.
    Missing {
        /// What it would be.
        heading: String,
        /// What is missing.
        what: String,
    },
    /// Running text.
    Paragraph {
        /// What it says.
        text: String,
        /// How big and bold.
        style: TextStyle,
        /// Colour.
        token: Token,
    },
    /// A table, under a heading if it has one.
    Table {
        /// The heading; empty for none.
        heading: String,
        /// The table.
        table: Table,
    },
    /// A drawing among text.
    Figure {
        /// The drawing.
        drawing: Box<Drawing>,
        /// What it shows, for those who do not see it.
        description: String,
    },
    /// A map, with its ladder.
    Map(Box<MapFigure>),
    /// White space, in points.
    Space(f32),
}

/// The title of a sheet.
#[derive(Clone, Debug)]
pub struct Title {
    /// What it is called.
    pub text: String,
    /// What it shows, in one sentence that the figures bear out.
    pub finding: String,
    /// The colour of that sentence.
    pub tone: Token,
    /// 0 for a sheet of its own, 1 for one among several.
    pub level: u8,
    /// The line of the outline above it, where it is the first of several.
    pub group: String,
    /// What links lead to it.
    pub anchor: Option<Anchor>,
    /// A link at the foot of the page: what it says, where it leads, what it is called aloud.
    pub back: Option<(String, Anchor, String)>,
}

/// A heading that leads somewhere.
#[derive(Clone, Debug)]
pub struct Linked {
    /// What it says.
    pub text: String,
    /// Where it leads.
    pub to: Anchor,
    /// What that is called aloud.
    pub says: String,
    /// What links lead to it.
    pub anchor: Anchor,
}

/// What belongs together on pages of its own.
#[derive(Clone, Debug)]
pub struct Sheet {
    /// What it is.
    pub kind: PageKind,
    /// Upright or across.
    pub format: Format,
    /// What stands at the top right of its pages.
    pub running: String,
    /// What it says.
    pub blocks: Vec<Block>,
}

/// All that a pack says.
#[derive(Clone, Debug, Default)]
pub struct Script {
    /// What it is called.
    pub title: String,
    /// Whose it is.
    pub author: String,
    /// What it is about, in a sentence.
    pub subject: String,
    /// What it is written in.
    pub language: Language,
    /// What the cover is called in the outline.
    pub cover_name: String,
    /// The client's colour instead of Baton's, as red, green and blue.
    pub accent: Option<[u8; 3]>,
    /// What stands at the foot of every page.
    pub foot: String,
    /// Its sheets, in order.
    pub sheets: Vec<Sheet>,
}

impl Script {
    /// Begins a sheet.
    pub fn sheet(&mut self, kind: PageKind, format: Format, running: &str) {
        self.sheets.push(Sheet { kind, format, running: running.to_owned(), blocks: Vec::new() });
    }

    /// Adds to the sheet that was begun last.
    pub fn put(&mut self, block: Block) {
        if let Some(sheet) = self.sheets.last_mut() {
            sheet.blocks.push(block);
        }
    }

    /// Width between the margins of the sheet that was begun last, on A4.
    pub fn measure(&self) -> f32 {
        let format = self.sheets.last().map(|it| it.format).unwrap_or_default();
        PaperSize::A4.paper(format).width - 2.0 * MARGIN
    }

    /// A title with one sentence under it.
    pub fn title(&mut self, text: &str, finding: &str) {
        self.put(Block::Title(Title::new(text, finding)));
    }

    /// A heading.
    pub fn heading(&mut self, text: &str) {
        self.put(Block::Heading(text.to_owned()));
    }

    /// A heading of something that is not there yet, with what is missing beside it.
    pub fn missing(&mut self, heading: &str, what: &str) {
        self.put(Block::Missing { heading: heading.to_owned(), what: what.to_owned() });
    }

    /// A paragraph of running text; an empty one says nothing.
    pub fn paragraph(&mut self, text: &str, style: TextStyle, token: Token) {
        if !text.is_empty() {
            self.put(Block::Paragraph { text: text.to_owned(), style, token });
        }
    }

    /// The sentences of an agreement.
    pub fn sentence(&mut self, text: &str) {
        self.paragraph(text, NOTE, Token::Ink);
        self.space(1.5);
    }

    /// A note under a table.
    pub fn note(&mut self, text: &str) {
        if !text.is_empty() {
            self.space(7.0);
            self.paragraph(text, NOTE, Token::Secondary);
        }
    }

    /// A table; one without rows says nothing.
    pub fn table(&mut self, table: Table) {
        self.table_under("", table);
    }

    /// A heading and a table that stays with it; one without rows says nothing.
    pub fn table_under(&mut self, heading: &str, table: Table) {
        if !table.rows.is_empty() {
            self.put(Block::Table { heading: heading.to_owned(), table });
        }
    }

    /// White space, in points.
    pub fn space(&mut self, points: f32) {
        self.put(Block::Space(points));
    }
}

impl Title {
    /// The title of a sheet of its own.
    pub fn new(text: &str, finding: &str) -> Title {
        Title {
            text: text.to_owned(),
            finding: finding.to_owned(),
            tone: Token::Secondary,
            level: 0,
            group: String::new(),
            anchor: None,
            back: None,
        }
    }
}
