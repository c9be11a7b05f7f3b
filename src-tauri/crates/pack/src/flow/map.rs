//! The map as a vector page on the smallest paper that keeps its text legible, never cropped, and
//! the ladder with its totals under it, or on a page of its own.

use super::galley::{BOTTOM, Galley, TOP};
use crate::page::Role;
use crate::paint::moved;
use crate::script::{
    Drawing, Format, LEGIBLE, LONGEST_SHEET, LadderFigure, MARGIN, MapFigure, NOTE, Paper, Sizes,
};
use crate::words::Say;
use scene::{Rect, TextStyle, Token, Weight};

/// On the paper of running text it has to be this large, or a larger sheet is taken.
const COMFORTABLE: f32 = 8.5;
/// Long sheets as low as the paper of running text leave too little under a title.
const LOW: f32 = 620.0;
/// Between the map and the ladder.
const GAP: f32 = 16.0;
/// The totals at the left of the ladder.
const TOTALS_WIDTH: f32 = 150.0;
const TOTALS_HEIGHT: f32 = 44.0;
/// For the line under the ladder that names the clock.
const NOTE_ROOM: f32 = 20.0;
const TOTAL: TextStyle = TextStyle::new(10.5, Weight::SemiBold);

/// Sets the map and the ladder; with what the reader will miss.
pub fn set(galley: &mut Galley, figure: &MapFigure) -> Option<String> {
    let map = &figure.drawing;
    let (paper, scale) = paper_for(galley, figure);
    galley.page_of(paper);
    galley.title(&figure.title, &figure.finding, Token::Secondary, 0);
    let width = map.extent.w * scale;
    let x = (paper.width - width) / 2.0;
    let top = galley.y;
    galley.open(Role::Figure);
    let bounds = Rect::new(x, top, width, map.extent.h * scale);
    describe(galley, &figure.description, bounds);
    place(galley, map, x, top, scale);
    for spot in &figure.spots {
        let rect = Rect::new(
            x + (spot.rect.x - map.extent.x) * scale,
            top + (spot.rect.y - map.extent.y) * scale,
            spot.rect.w * scale,
            spot.rect.h * scale,
        );
        galley.open(Role::Link);
        galley.link(rect, spot.to, &spot.says);
        galley.close();
    }
    galley.close();
    galley.y += map.extent.h * scale + GAP;
    if let Some(ladder) = &figure.ladder {
        set_ladder(galley, ladder, x, map, scale);
    }
    galley.open(Role::Paragraph);
    galley.text(x, galley.y + 14.0, &figure.clock, NOTE, Token::Secondary);
    galley.close();
    let smallest = map.smallest * scale;
    let said = Say { language: galley.book.language }.decimal(f64::from(smallest), 1);
    (smallest < LEGIBLE - 0.05).then(|| figure.illegible.replace("{}", &said))
}

/// Sets a drawing among text, as wide as the text at most.
pub fn set_small(galley: &mut Galley, drawing: &Drawing, description: &str) {
    let page = galley.floor() - TOP;
    let scale = drawing.fitting(galley.measure(), page).min(1.0);
    let height = drawing.extent.h * scale;
    galley.need(height);
    let (x, y) = (MARGIN, galley.y);
    galley.open(Role::Figure);
    describe(galley, description, Rect::new(x, y, drawing.extent.w * scale, height));
    place(galley, drawing, x, y, scale);
    galley.close();
    galley.y += height + GAP;
}

/// Sets a drawing with its upper left corner there.
fn place(galley: &mut Galley, drawing: &Drawing, x: f32, y: f32, scale: f32) {
    let (dx, dy) = (x - drawing.extent.x * scale, y - drawing.extent.y * scale);
    for shape in &drawing.shapes {
        galley.put(moved(shape, scale, dx, dy));
    }
}

/// Says what the figure that has just been opened shows, and where it lies.
pub(super) fn describe(galley: &mut Galley, description: &str, bounds: Rect) {
    if let Some(node) = galley.book.nodes.last_mut() {
        node.description = description.to_owned();
        node.bounds = Some(bounds);
    }
}

/// Height under a title for the map, the ladder and the note; nothing else stands there.
fn room(paper: Paper, title: f32) -> f32 {
    paper.height - TOP - title - GAP - NOTE_ROOM - BOTTOM
}

/// The largest scale at which the map, and under it the ladder at the same scale, fit a height.
fn fitting(map: &Drawing, ladder: Option<&Drawing>, width: f32, height: f32) -> f32 {
    let below = ladder.map_or(0.0, |it| it.extent.h);
    let least = if ladder.is_some() { TOTALS_HEIGHT } else { 0.0 };
    let alike = height / (map.extent.h + below);
    map.fitting(width, height - least).min(alike)
}

fn paper_for(galley: &mut Galley, figure: &MapFigure) -> (Paper, f32) {
    let (name, finding) = (figure.title.as_str(), figure.finding.as_str());
    let (map, ladder) = (&figure.drawing, figure.ladder.as_ref().map(|it| &it.drawing));
    let small = galley.size.paper(Format::Across);
    for paper in galley.size.across().filter(|it| *it == small || it.height > LOW) {
        let width = paper.width - 2.0 * MARGIN;
        let height = room(paper, galley.title_height(name, finding, width));
        let scale = fitting(map, ladder, width, height);
        let wanted = if paper == small { COMFORTABLE } else { LEGIBLE };
        if map.smallest * scale >= wanted && height > 0.0 {
            return (paper, scale);
        }
    }
    // A sheet made to measure, for a map that no standard sheet holds.
    let scale = (LEGIBLE / map.smallest).min((LONGEST_SHEET - 2.0 * MARGIN) / map.extent.w);
    let width = (map.extent.w * scale + 2.0 * MARGIN).max(small.height);
    let title = galley.title_height(name, finding, width - 2.0 * MARGIN);
    let below = ladder.map_or(0.0, |it| (it.extent.h * scale).max(TOTALS_HEIGHT));
    let around = LONGEST_SHEET - room(Paper { width, height: LONGEST_SHEET }, title) + below;
    let scale = scale.min((LONGEST_SHEET - around) / map.extent.h);
    (Paper { width, height: map.extent.h * scale + around }, scale)
}

/// Sets the ladder with its totals under the map, or on a page of its own.
fn set_ladder(galley: &mut Galley, figure: &LadderFigure, x: f32, map: &Drawing, of_map: f32) {
    let ladder = &figure.drawing;
    // As large as the map, so that the two read as one; but legible, and no wider than the page.
    let width = (map.extent.w * of_map).max(galley.paper().width * 0.6).min(galley.measure());
    let x = x.min((galley.paper().width - width) / 2.0).max(MARGIN);
    let alike = of_map.min(1.0).max(LEGIBLE / ladder.smallest);
    let mut scale = ladder.fitting(width - TOTALS_WIDTH, f32::INFINITY).min(alike);
    let mut left = x;
    let below =
        galley.y + (ladder.extent.h * scale).max(TOTALS_HEIGHT) <= galley.floor() - NOTE_ROOM + 1.0;
    if ladder.smallest * scale < LEGIBLE || !below {
        scale = own_page(galley, figure);
        left = MARGIN;
    }
    let (top, height) = (galley.y, (ladder.extent.h * scale).max(TOTALS_HEIGHT));
    totals(galley, figure, left, top + (height - TOTALS_HEIGHT) / 2.0);
    galley.open(Role::Figure);
    let bounds = Rect::new(left + TOTALS_WIDTH, top, ladder.extent.w * scale, height);
    describe(galley, &figure.description, bounds);
    place(galley, ladder, left + TOTALS_WIDTH, top, scale);
    galley.close();
    galley.y = top + height;
}

/// A page for the ladder alone, wide enough to be read; gives the scale.
fn own_page(galley: &mut Galley, figure: &LadderFigure) -> f32 {
    let ladder = &figure.drawing;
    let fits = |paper: Paper| {
        let scale = ladder.fitting(paper.width - 2.0 * MARGIN - TOTALS_WIDTH, 300.0).min(1.0);
        (ladder.smallest * scale >= LEGIBLE).then_some((paper, scale))
    };
    let (paper, scale) = galley.size.across().find_map(fits).unwrap_or_else(|| {
        let room = LONGEST_SHEET - 2.0 * MARGIN - TOTALS_WIDTH;
        let scale = (LEGIBLE / ladder.smallest).min(1.0).min(room / ladder.extent.w);
        let width = ladder.extent.w * scale + 2.0 * MARGIN + TOTALS_WIDTH;
        (Paper { width, height: 595.276 }, scale)
    });
    galley.page_of(paper);
    galley.title(&figure.title, &figure.finding, Token::Secondary, 0);
    scale
}

fn totals(galley: &mut Galley, figure: &LadderFigure, x: f32, y: f32) {
    galley.open(Role::Paragraph);
    let lines = [(11.0, TOTAL, Token::Ink), (26.0, NOTE, Token::Muted), (40.0, NOTE, Token::Muted)];
    for (said, (down, style, token)) in figure.totals.iter().zip(lines) {
        galley.text(x, y + down, &format!("{said} "), style, token);
    }
    galley.close();
}
