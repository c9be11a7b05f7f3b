//! The map part by part: a page for each stage or lane, with marks where lines leave it and come in.

use super::super::galley::Galley;
use super::whole::{self, Around};
use super::{GAP, Placed, clock, describe, ladder, lead};
use crate::page::{Anchor, Bookmark, Role};
use crate::script::{Continuation, Edge, MARGIN, MapFigure, MapPart};
use crate::words::Say;
use scene::{Rect, Segment, Shape, Stroke, TextStyle, Token, Weight};

/// The step that a line goes on to, and the page it is on.
const STEP: TextStyle = TextStyle::new(11.0, Weight::SemiBold);
const PAGE: TextStyle = TextStyle::new(11.0, Weight::Regular);
const LEADING: f32 = 14.0;

/// Sets the parts; not where there are none.
pub fn set(galley: &mut Galley, figure: &MapFigure) -> bool {
    let first = galley.book.pages.len();
    for (at, part) in figure.parts.iter().enumerate() {
        let title = format!("{}: {}", figure.title, part.name);
        // What the whole map shows is said once.
        let finding = match at {
            0 => format!("{}. {}", figure.finding, part.finding),
            _ => part.finding.clone(),
        };
        let around = Around { title: &title, finding: &finding, ladder: None };
        let (paper, scale) = whole::sheet_for(galley, &around, &part.drawing);
        galley.page_of(paper);
        if at == 0 {
            let (page, y) = (galley.page(), galley.y);
            let bookmark = Bookmark { title: figure.title.clone(), level: 0, page, y };
            galley.book.bookmarks.push(bookmark);
        }
        galley.anchor(Anchor::Page(galley.page()), 0.0);
        galley.title(&title, &finding, Token::Secondary, 1);
        set_part(galley, part, scale, first);
    }
    if figure.parts.is_empty() {
        return false;
    }
    if figure.ladder.is_none() {
        clock(galley, figure, MARGIN);
    }
    ladder::alone(galley, figure);
    true
}

/// Sets one of them. `first` is the page of the first.
fn set_part(galley: &mut Galley, part: &MapPart, scale: f32, first: usize) {
    let drawing = &part.drawing;
    let (width, height) = (drawing.extent.w * scale, drawing.extent.h * scale);
    let (x, top) = ((galley.paper().width - width) / 2.0, galley.y);
    let placed = Placed::at(drawing, scale, x, top);
    let bounds = Rect::new(x, top, width, height);
    galley.open(Role::Figure);
    describe(galley, &part.description, bounds);
    for (at, shape) in drawing.shapes.iter().enumerate() {
        galley.window = part.cut.contains(&at).then(|| placed.rect(part.window));
        placed.put(galley, std::slice::from_ref(shape));
    }
    galley.window = None;
    for mark in &part.marks {
        placed.put(galley, &[way_to(mark)]);
    }
    lead(galley, &part.spots, placed, bounds);
    for mark in &part.marks {
        say_where(galley, mark, placed, first + mark.part);
    }
    galley.close();
    galley.y = top + height + GAP;
}

/// From where a line is cut to where it is said how it goes on.
fn way_to(mark: &Continuation) -> Shape {
    let ((x, y), slot) = (mark.at, mark.slot);
    let middle = slot.centre_y();
    let points = match mark.edge {
        Edge::Right => vec![(x, y), (x + 6.0, y), (slot.x - 10.0, middle), (slot.x - 4.0, middle)],
        Edge::Left => {
            let right = slot.right();
            vec![(x, y), (x - 6.0, y), (right + 10.0, middle), (right + 4.0, middle)]
        }
        Edge::Top => vec![(x, y), (x, slot.y)],
        Edge::Bottom => vec![(x, y), (x, slot.bottom())],
    };
    let mut points = points.into_iter();
    let start = points.next().map(|(x, y)| Segment::M(x, y));
    let segments = start.into_iter().chain(points.map(|(x, y)| Segment::L(x, y))).collect();
    let stroke = Stroke { paint: Token::Accent.into(), width: 1.25, dash: vec![3.0, 2.5] };
    Shape::Path { segments, fill: None, stroke: Some(stroke) }
}

/// Which step a line goes on to or comes from, and on which page, as a link to it.
fn say_where(galley: &mut Galley, mark: &Continuation, placed: Placed, page: usize) {
    let say = Say { language: galley.book.language };
    let arrow = if mark.onward { "→" } else { "←" };
    let step = format!("{arrow} {}", mark.step);
    let page_name = say.pick(format!("page {}", page + 1), format!("Seite {}", page + 1));
    let room = mark.slot.w - 8.0;
    let names = galley.typesetter.lines_at_most(&step, STEP, room, 2);
    let pages = galley.typesetter.lines_at_most(&page_name, PAGE, room, 1);
    let names = names.into_iter().map(|it| (it, STEP, Token::Accent));
    let pages = pages.into_iter().map(|it| (it, PAGE, Token::Secondary));
    let says = if mark.onward {
        say.pick(
            format!("Goes on to {}, {page_name}", mark.step),
            format!("Weiter zu {}, {page_name}", mark.step),
        )
    } else {
        say.pick(
            format!("Comes from {}, {page_name}", mark.step),
            format!("Kommt von {}, {page_name}", mark.step),
        )
    };
    galley.open(Role::Link);
    for (at, (line, style, token)) in names.chain(pages).enumerate() {
        let x = match mark.edge {
            Edge::Left => mark.slot.right() - 4.0 - line.width,
            _ => mark.slot.x + 4.0,
        };
        let (x, y) = placed.point((x, mark.slot.y + 11.0 + at as f32 * LEADING));
        let style = TextStyle::new(style.size * placed.scale, style.weight);
        galley.text(x, y, &format!("{} ", line.text), style, token);
    }
    galley.link(placed.rect(mark.slot), Anchor::Page(page), &says);
    galley.close();
}
