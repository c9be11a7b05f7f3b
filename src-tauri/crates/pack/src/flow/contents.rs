//! The contents: kept free where they stand, filled in once every page has its number.

use super::blocks::{leading, rise};
use super::galley::Galley;
use crate::page::{Anchor, NodeId, Role};
use crate::script::{Block, MARGIN, Script};
use model::PageKind;
use scene::{Rect, Shape, Stroke, TextStyle, Token, Weight};

const SECTION: TextStyle = TextStyle::new(11.0, Weight::Medium);
const ENTRY: TextStyle = TextStyle::new(10.0, Weight::Regular);
const INDENT: f32 = 14.0;
const BEFORE_SECTION: f32 = 5.0;
/// For the number at the right edge.
const NUMBER: f32 = 40.0;

/// Where the contents go.
pub struct Kept {
    pages: Vec<(usize, f32)>,
    node: NodeId,
}

/// Keeps as many pages free as the titles of a script need.
pub fn keep(galley: &mut Galley, script: &Script) -> Kept {
    let node = galley.open(Role::Contents);
    galley.close();
    let mut pages = vec![(galley.page(), galley.y)];
    for level in levels(script) {
        let height = line_height(level);
        if galley.y + height > galley.floor() {
            galley.next_page();
            pages.push((galley.page(), galley.y));
        }
        galley.y += height;
    }
    Kept { pages, node }
}

/// The levels of the outline, as the titles of a script make it.
fn levels(script: &Script) -> Vec<u8> {
    let mut levels = Vec::new();
    for block in script.sheets.iter().flat_map(|sheet| &sheet.blocks) {
        match block {
            Block::Title(title) => {
                levels.extend((!title.group.is_empty()).then_some(0));
                levels.push(title.level);
            }
            Block::Linked(_) => levels.push(1),
            Block::Map(map) => {
                levels.push(0);
                levels.extend(map.parts.iter().map(|_| 1));
                // The ladder may need a page of its own.
                levels.extend(map.ladder.as_ref().map(|_| 0));
            }
            _ => {}
        }
    }
    levels
}

fn line_height(level: u8) -> f32 {
    if level == 0 { leading(SECTION) + BEFORE_SECTION } else { leading(ENTRY) }
}

/// Fills them in: each line leads to its page.
pub fn fill(galley: &mut Galley, kept: &Kept) {
    let bookmarks = galley.book.bookmarks.clone();
    let mut pages = kept.pages.iter();
    let Some((page, y)) = pages.next() else { return };
    galley.turn_to(*page, *y);
    galley.reopen(kept.node);
    // The cover and the contents themselves are not worth a line.
    let kinds: Vec<PageKind> = galley.book.pages.iter().map(|it| it.kind).collect();
    let worth =
        |page: usize| !matches!(kinds.get(page), None | Some(PageKind::Cover | PageKind::Contents));
    for (index, bookmark) in bookmarks.iter().enumerate().filter(|(_, it)| worth(it.page)) {
        if galley.y + line_height(bookmark.level) > galley.floor() {
            let Some((page, y)) = pages.next() else { break };
            galley.turn_to(*page, *y);
        }
        galley.book.anchors.insert(Anchor::Outline(index), (bookmark.page, bookmark.y));
        line(galley, &bookmark.title, bookmark.level, bookmark.page, Anchor::Outline(index));
    }
    galley.close();
}

fn line(galley: &mut Galley, title: &str, level: u8, page: usize, to: Anchor) {
    let (style, x) = if level == 0 { (SECTION, MARGIN) } else { (ENTRY, MARGIN + INDENT) };
    if level == 0 {
        galley.y += BEFORE_SECTION;
    }
    let right = MARGIN + galley.measure();
    let base = galley.y + rise(style);
    let room = right - x - NUMBER;
    let Some(said) = galley.typesetter.lines_at_most(title, style, room, 1).into_iter().next()
    else {
        return;
    };
    let number = (page + 1).to_string();
    let wide = galley.typesetter.width(&number, style);
    galley.open(Role::Entry);
    galley.open(Role::Link);
    galley.text(x, base, &format!("{} ", said.text), style, Token::Ink);
    galley.text(right - wide, base, &number, style, Token::Ink);
    let rect = Rect::new(x, galley.y, right - x, leading(style));
    galley.link(rect, to, title);
    galley.close();
    galley.close();
    dots(galley, x + said.width + 6.0, right - wide - 6.0, base);
    galley.y += leading(style);
}

/// A dotted line from the title to the number; decoration.
fn dots(galley: &mut Galley, from: f32, to: f32, base: f32) {
    use scene::Segment::{L, M};
    if to - from < 8.0 {
        return;
    }
    galley.decorate(Shape::Path {
        segments: vec![M(from, base - 1.0), L(to, base - 1.0)],
        fill: None,
        stroke: Some(Stroke { paint: Token::Hairline.into(), width: 0.8, dash: vec![0.8, 3.2] }),
    });
}
