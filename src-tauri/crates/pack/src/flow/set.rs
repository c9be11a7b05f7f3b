//! A script onto pages, block by block.

use super::galley::{FOOTER, Galley, Running};
use super::{contents, cover, map};
use crate::page::{Booklet, Bookmark, Role};
use crate::script::{Block, Linked, MARGIN, PageKind, PaperSize, Script, Sheet, Sizes, Title};
use scene::{Rect, TextStyle, Token, Typesetter, Weight};

const BACK: TextStyle = TextStyle::new(9.0, Weight::Medium);
/// White space and text, as they are and closer; the smallest text of a cell stays above 7 pt.
const AS_IT_IS: (f32, f32) = (1.0, 1.0);
const CLOSER: [(f32, f32); 4] = [(0.7, 1.0), (0.4, 1.0), (0.35, 0.92), (0.25, 0.86)];
/// What a heading that leads somewhere keeps with it: its card.
const CARD_HEIGHT: f32 = 128.0;

/// Sets all pages; with what the reader will miss, one sentence each.
pub fn set(script: &Script, size: PaperSize) -> (Booklet, Vec<String>) {
    let book = Booklet {
        title: script.title.clone(),
        author: script.author.clone(),
        subject: script.subject.clone(),
        accent: script.accent,
        language: script.language,
        ..Booklet::default()
    };
    let running = Running { title: script.title.clone(), foot: script.foot.clone() };
    let mut galley = Galley::new(book, running, size);
    let mut missed = Vec::new();
    let mut kept = None;
    let mut spare = None;
    for sheet in &script.sheets {
        (galley.loose, galley.size_of_text) = closeness(&mut galley, &mut spare, script, sheet);
        galley.open(Role::Section);
        kept = set_sheet(&mut galley, script, sheet, &mut missed).or(kept);
        galley.close();
    }
    if let Some(kept) = kept {
        contents::fill(&mut galley, &kept);
    }
    (galley.book, missed)
}

/// A card is set closer, and smaller in the end, where that keeps it on one page. It is tried with
/// the typesetter of the galley, which remembers what it broke; the galley keeps a spare one.
fn closeness(
    galley: &mut Galley,
    spare: &mut Option<Typesetter>,
    script: &Script,
    sheet: &Sheet,
) -> (f32, f32) {
    if sheet.kind != PageKind::Cards {
        return AS_IT_IS;
    }
    let mut pages = |(loose, size): (f32, f32)| {
        let typesetter = spare.take().unwrap_or_default();
        let (book, running) = (Booklet::default(), Running::default());
        let mut trial = Galley::with(typesetter, book, running, galley.size);
        std::mem::swap(&mut trial.typesetter, &mut galley.typesetter);
        (trial.loose, trial.size_of_text) = (loose, size);
        set_sheet(&mut trial, script, sheet, &mut Vec::new());
        std::mem::swap(&mut trial.typesetter, &mut galley.typesetter);
        *spare = Some(trial.typesetter);
        trial.book.pages.len()
    };
    let usual = pages(AS_IT_IS);
    let closer = CLOSER.into_iter().filter(|_| usual > 1);
    closer.into_iter().find(|it| pages(*it) < usual).unwrap_or(AS_IT_IS)
}

fn set_sheet(
    galley: &mut Galley,
    script: &Script,
    sheet: &Sheet,
    missed: &mut Vec<String>,
) -> Option<contents::Kept> {
    galley.kind = sheet.kind;
    let paper = galley.size.paper(sheet.format);
    if sheet.kind == PageKind::Cover {
        galley.bare_page(paper);
    } else if !matches!(sheet.blocks.first(), Some(Block::Map(_))) {
        galley.section_page(paper, &sheet.running);
    } else {
        galley.section(&sheet.running);
    }
    let mut kept = None;
    for block in &sheet.blocks {
        match block {
            Block::Cover(it) => cover::set(galley, it, &script.cover_name),
            Block::Contents => kept = Some(contents::keep(galley, script)),
            Block::Title(title) => set_title(galley, title),
            Block::Heading(text) => galley.heading(text, 40.0),
            Block::Linked(heading) => linked(galley, heading),
            Block::Missing { heading, what } => galley.missing(heading, what),
            Block::Paragraph { text, style, token } => galley.paragraph(text, *style, *token),
            Block::Table { heading, table } if heading.is_empty() => galley.table(table),
            Block::Table { heading, table } => galley.table_under(heading, table),
            Block::Figure { drawing, description } => map::set_small(galley, drawing, description),
            Block::Map(figure) => missed.extend(map::set(galley, figure)),
            Block::Space(points) => galley.y += points * galley.loose,
        }
    }
    kept
}

fn set_title(galley: &mut Galley, title: &Title) {
    let (page, y) = (galley.page(), galley.y);
    if let Some(anchor) = title.anchor {
        galley.anchor(anchor, y);
    }
    if !title.group.is_empty() {
        let bookmark = Bookmark { title: title.group.clone(), level: 0, page, y };
        galley.book.bookmarks.push(bookmark);
    }
    galley.title(&title.text, &title.finding, title.tone, title.level);
    if let Some((text, to, says)) = &title.back {
        // In the footer, before the page number.
        let width = galley.typesetter.width(text, BACK);
        let x = galley.paper().width - MARGIN - 36.0 - width;
        let y = galley.paper().height - FOOTER;
        galley.open(Role::Paragraph);
        galley.open(Role::Link);
        galley.text(x, y, text, BACK, Token::Accent);
        galley.link(Rect::new(x - 2.0, y - 10.0, width + 4.0, 14.0), *to, says);
        galley.close();
        galley.close();
    }
}

fn linked(galley: &mut Galley, heading: &Linked) {
    use super::blocks::HEADING;
    galley.need(CARD_HEIGHT);
    galley.anchor(heading.anchor, galley.y);
    let (title, page, y) = (heading.text.clone(), galley.page(), galley.y);
    galley.book.bookmarks.push(Bookmark { title, level: 1, page, y });
    galley.open(Role::Heading);
    galley.open(Role::Link);
    galley.lines(&heading.text, HEADING, Token::Ink, MARGIN, galley.measure());
    let rect = Rect::new(MARGIN, y, galley.measure(), (galley.y - y).max(1.0));
    galley.link(rect, heading.to, &heading.says);
    galley.close();
    galley.close();
    galley.y += 4.0;
}
