//! What the forms without pages of their own share: the headings of a script in order, what each
//! is known by, which anchors lead somewhere, and the sheet that a map is legible on.

use crate::page::Anchor;
use crate::script::{
    Block, Format, LEGIBLE, MARGIN, MapFigure, PageKind, Paper, PaperSize, Script, Sizes, Table,
};
use std::collections::BTreeMap;

/// For the title and the notes of a map.
const AROUND: f32 = 275.0;
/// Long sheets as low as this leave too little under a title.
const LOW: f32 = 590.0;
/// A small map is not blown up further than this.
const LARGEST: f32 = 1.2;

/// A heading that the contents have a line for.
#[derive(Clone, Debug)]
pub struct Entry {
    /// 0 is outermost, 1 hangs on the last one above it.
    pub level: u8,
    /// What it says.
    pub text: String,
    /// What links to it name.
    pub id: String,
    /// The sheet and the block that it is of.
    place: (usize, usize),
}

/// The headings of a script, and where its anchors are.
pub struct Outline {
    /// In order.
    pub entries: Vec<Entry>,
    targets: BTreeMap<Anchor, String>,
}

impl Outline {
    /// Of a whole script.
    pub fn of(script: &Script) -> Outline {
        let mut outline = Outline { entries: Vec::new(), targets: BTreeMap::new() };
        for (sheet, it) in script.sheets.iter().enumerate() {
            if matches!(it.kind, PageKind::Cover | PageKind::Contents) {
                continue;
            }
            for (block, it) in it.blocks.iter().enumerate() {
                outline.add((sheet, block), it);
            }
        }
        outline
    }

    fn add(&mut self, place: (usize, usize), block: &Block) {
        match block {
            Block::Title(title) => {
                if !title.group.is_empty() {
                    self.entry(place, 0, &title.group, None);
                }
                self.entry(place, title.level.min(1), &title.text, title.anchor);
            }
            Block::Linked(heading) => self.entry(place, 1, &heading.text, Some(heading.anchor)),
            Block::Map(map) => self.entry(place, 0, &map.title, None),
            Block::Table { table, .. } => {
                for anchor in table.rows.iter().filter_map(|row| row.anchor) {
                    self.targets.entry(anchor).or_insert_with(|| id_of(anchor));
                }
            }
            _ => {}
        }
    }

    fn entry(&mut self, place: (usize, usize), level: u8, text: &str, anchor: Option<Anchor>) {
        let new = anchor.filter(|it| !self.targets.contains_key(it));
        let id = new.map_or_else(|| format!("part-{}", self.entries.len() + 1), id_of);
        if let Some(anchor) = new {
            self.targets.insert(anchor, id.clone());
        }
        // What would hang on nothing stands for itself.
        let level = if self.entries.is_empty() { 0 } else { level };
        self.entries.push(Entry { level, text: text.to_owned(), id, place });
    }

    /// The headings that a block has: none, one, or one with the name of its group before it.
    pub fn at(&self, sheet: usize, block: usize) -> impl Iterator<Item = &Entry> {
        self.entries.iter().filter(move |it| it.place == (sheet, block))
    }

    /// What a link to an anchor names; nothing where what it leads to was left out.
    pub fn target(&self, anchor: Anchor) -> Option<&str> {
        self.targets.get(&anchor).map(String::as_str)
    }
}

/// What an anchor is known by.
fn id_of(anchor: Anchor) -> String {
    match anchor {
        Anchor::Row(id) => format!("row-{}", id.0),
        Anchor::Card(id) => format!("card-{}", id.0),
        Anchor::Outline(line) => format!("line-{line}"),
        Anchor::Page(page) => format!("page-{page}"),
    }
}

/// Whether the columns of a table are lists beside each other, whose rows have nothing in common.
pub fn is_of_lists(table: &Table) -> bool {
    let bare = table.rules == crate::script::Rules::Space && table.row_heads.is_empty();
    bare && (table.columns.len() == 1 || table.columns.iter().all(|it| it.width.is_some()))
}

/// The smallest sheet on which the text of a map is legible, no longer than this, and how large
/// the map is on it.
pub fn sheet_for(map: &MapFigure, size: PaperSize, longest: f32) -> (Paper, f32) {
    let extent = map.drawing.extent;
    let below = map.ladder.as_ref().map_or(0.0, |it| it.drawing.extent.h);
    let scale = |paper: &Paper| {
        let height = (paper.height - AROUND) / (extent.h + below).max(1.0);
        ((paper.width - 2.0 * MARGIN) / extent.w.max(1.0)).min(height).min(LARGEST)
    };
    let small = size.paper(Format::Across);
    let mut sheets = size.across().filter(|it| *it == small || it.height > LOW);
    let fits = |it: &Paper| it.width <= longest && map.drawing.smallest * scale(it) >= LEGIBLE;
    let paper = sheets.find(fits).unwrap_or_else(|| {
        // Made to measure, for a map that no standard sheet holds.
        let scale = LEGIBLE / map.drawing.smallest;
        Paper {
            width: (extent.w * scale + 2.0 * MARGIN).max(small.height).min(longest),
            height: ((extent.h + below) * scale + AROUND).max(small.height).min(longest),
        }
    });
    (paper, scale(&paper))
}
