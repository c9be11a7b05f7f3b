//! Tables as data: columns, rows, cells of one or more paragraphs.

use super::BODY;
use crate::page::Anchor;
use scene::{TextStyle, Token, Weight};

/// The first paragraph of most cells.
const STRONG: TextStyle = TextStyle::new(10.0, Weight::SemiBold);
/// The second paragraph of a cell.
const UNDER: TextStyle = TextStyle::new(8.5, Weight::Regular);

/// One paragraph of a cell.
#[derive(Clone, Debug)]
pub struct Line {
    /// What it says.
    pub text: String,
    /// How big and bold.
    pub style: TextStyle,
    /// Colour.
    pub token: Token,
}

/// One cell.
#[derive(Clone, Debug, Default)]
pub struct Cell {
    /// Its paragraphs.
    pub lines: Vec<Line>,
    /// Where its text leads.
    pub link: Option<Anchor>,
    /// A box before it, and whether it is ticked.
    pub tick: Option<bool>,
}

impl Cell {
    /// A cell with one paragraph in ink.
    pub fn new(text: impl Into<String>) -> Cell {
        Cell::of(text, BODY, Token::Ink)
    }

    /// A cell with one paragraph in this style and colour.
    pub fn of(text: impl Into<String>, style: TextStyle, token: Token) -> Cell {
        Cell { lines: vec![Line { text: text.into(), style, token }], link: None, tick: None }
    }

    /// A cell that stands out.
    pub fn strong(text: impl Into<String>, token: Token) -> Cell {
        Cell::of(text, STRONG, token)
    }

    /// What is written before a value.
    pub fn label(text: impl Into<String>) -> Cell {
        Cell::of(text, BODY, Token::Muted)
    }

    /// Nothing is known and nothing has to be.
    pub fn dash() -> Cell {
        Cell::of("—", BODY, Token::Muted)
    }

    /// Something that has to be there and is not.
    pub fn trouble(text: impl Into<String>) -> Cell {
        Cell::strong(text, Token::Trouble)
    }

    /// The text, or a dash when there is none.
    pub fn or_dash(text: &str) -> Cell {
        if text.trim().is_empty() { Cell::dash() } else { Cell::new(text) }
    }

    /// With a smaller paragraph below; an empty one adds nothing.
    #[must_use]
    pub fn under(mut self, text: impl Into<String>) -> Cell {
        let text = text.into();
        if !text.is_empty() {
            self.lines.push(Line { text, style: UNDER, token: Token::Muted });
        }
        self
    }

    /// Leading somewhere.
    #[must_use]
    pub fn leading_to(mut self, anchor: Anchor) -> Cell {
        self.link = Some(anchor);
        self
    }

    /// With a box before it.
    #[must_use]
    pub fn with_tick(mut self, ticked: bool) -> Cell {
        self.tick = Some(ticked);
        self
    }

    /// How far its text is moved to the right by a box.
    pub fn indent(&self) -> f32 {
        if self.tick.is_some() { 20.0 } else { 0.0 }
    }
}

/// One column.
#[derive(Clone, Debug)]
pub struct Column {
    /// What stands above it.
    pub head: String,
    /// Its width in points; by content when it has none.
    pub width: Option<f32>,
    /// Numbers stand at the right, everything else at the left.
    pub right: bool,
}

impl Column {
    /// A column as wide as its content asks for.
    pub fn new(head: &str) -> Column {
        Column { head: head.to_owned(), width: None, right: false }
    }

    /// A column of this width.
    pub fn fixed(head: &str, width: f32) -> Column {
        Column { head: head.to_owned(), width: Some(width), right: false }
    }

    /// A column of numbers.
    pub fn numbers(head: &str) -> Column {
        Column { head: head.to_owned(), width: None, right: true }
    }
}

/// One row.
#[derive(Clone, Debug, Default)]
pub struct Row {
    /// Its cells, one a column.
    pub cells: Vec<Cell>,
    /// What links lead to it.
    pub anchor: Option<Anchor>,
}

impl From<Vec<Cell>> for Row {
    fn from(cells: Vec<Cell>) -> Row {
        Row { cells, anchor: None }
    }
}

/// Whether rows are told apart by hairlines.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Rules {
    /// A hairline under each row.
    Hairlines,
    /// White space only.
    Space,
}

/// A table.
#[derive(Clone, Debug)]
pub struct Table {
    /// Its columns; no heads are set when all are empty.
    pub columns: Vec<Column>,
    /// Its rows.
    pub rows: Vec<Row>,
    /// How rows are told apart.
    pub rules: Rules,
    /// Above and below the text of a row, in points.
    pub padding: f32,
    /// Columns whose cells name their row, for those who listen.
    pub row_heads: Vec<usize>,
}

impl Table {
    /// A table with hairlines whose first column names the row.
    pub fn new(columns: Vec<Column>) -> Table {
        Table {
            columns,
            rows: Vec::new(),
            rules: Rules::Hairlines,
            padding: 6.25,
            row_heads: vec![0],
        }
    }

    /// The same with its rows closer together.
    #[must_use]
    pub fn compact(mut self) -> Table {
        self.padding = 4.0;
        self
    }

    /// Without the columns in which no row says anything; those that name the row stay.
    #[must_use]
    pub fn without_empty(mut self) -> Table {
        let says = |at: usize| {
            let mut cells = self.rows.iter().filter_map(|row| row.cells.get(at));
            cells.any(|cell| cell.lines.iter().any(|it| !matches!(it.text.trim(), "" | "—")))
        };
        let kept: Vec<bool> =
            (0..self.columns.len()).map(|at| self.row_heads.contains(&at) || says(at)).collect();
        let mut at = 0;
        self.columns.retain(|_| {
            at += 1;
            kept.get(at - 1).copied().unwrap_or(true)
        });
        for row in &mut self.rows {
            let mut at = 0;
            row.cells.retain(|_| {
                at += 1;
                kept.get(at - 1).copied().unwrap_or(true)
            });
        }
        let before = |at: usize| kept.iter().take(at).filter(|it| **it).count();
        self.row_heads = self.row_heads.iter().map(|at| before(*at)).collect();
        self
    }

    /// A list set in columns: no rules, no names of rows.
    pub fn list(columns: Vec<Column>) -> Table {
        Table { rules: Rules::Space, padding: 2.25, row_heads: Vec::new(), ..Table::new(columns) }
    }

    /// Whether it has column heads.
    pub fn headed(&self) -> bool {
        self.columns.iter().any(|column| !column.head.is_empty())
    }
}
