//! The ladder with its totals: under its map, or on a page of its own.

use super::super::galley::Galley;
use super::whole::NOTE_ROOM;
use super::{Placed, clock, describe};
use crate::page::Role;
use crate::script::{LEGIBLE, LONGEST_SHEET, LadderFigure, MARGIN, MapFigure, NOTE, Paper, Sizes};
use scene::{Rect, TextStyle, Token, Weight};

/// The totals at the left of the ladder.
const TOTALS_WIDTH: f32 = 150.0;
/// And how high they stand.
pub const TOTALS_HEIGHT: f32 = 44.0;
const TOTAL: TextStyle = TextStyle::new(10.5, Weight::SemiBold);

/// Sets the ladder under a map that begins there and is so wide; on a page of its own where it
/// would be smaller than is legible.
pub fn under(
    galley: &mut Galley,
    figure: &LadderFigure,
    (x, width): (f32, f32),
    of_map: f32,
    legible: f32,
) {
    let ladder = &figure.drawing;
    // As large as the map, so that the two read as one; but legible, and no wider than the page.
    let width = width.max(galley.paper().width * 0.6).min(galley.measure());
    let x = x.min((galley.paper().width - width) / 2.0).max(MARGIN);
    let alike = of_map.min(1.0).max(legible / ladder.smallest);
    let scale = ladder.fitting(width - TOTALS_WIDTH, f32::INFINITY).min(alike);
    let below =
        galley.y + (ladder.extent.h * scale).max(TOTALS_HEIGHT) <= galley.floor() - NOTE_ROOM + 1.0;
    if ladder.smallest * scale < legible || !below {
        own_page(galley, figure);
    } else {
        set(galley, figure, x, scale);
    }
}

/// Sets what belongs under a map that is on several pages: the ladder on a page of its own, and
/// the clock.
pub fn alone(galley: &mut Galley, figure: &MapFigure) {
    if let Some(ladder) = &figure.ladder {
        own_page(galley, ladder);
        clock(galley, figure, MARGIN);
    }
}

fn set(galley: &mut Galley, figure: &LadderFigure, left: f32, scale: f32) {
    let ladder = &figure.drawing;
    let (top, height) = (galley.y, (ladder.extent.h * scale).max(TOTALS_HEIGHT));
    totals(galley, figure, left, top + (height - TOTALS_HEIGHT) / 2.0);
    galley.open(Role::Figure);
    let bounds = Rect::new(left + TOTALS_WIDTH, top, ladder.extent.w * scale, height);
    describe(galley, &figure.description, bounds);
    Placed::at(ladder, scale, left + TOTALS_WIDTH, top).put(galley, &ladder.shapes);
    galley.close();
    galley.y = top + height;
}

/// A page for the ladder alone, wide enough to be read.
fn own_page(galley: &mut Galley, figure: &LadderFigure) {
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
    set(galley, figure, MARGIN, scale);
}

fn totals(galley: &mut Galley, figure: &LadderFigure, x: f32, y: f32) {
    galley.open(Role::Paragraph);
    let lines = [(11.0, TOTAL, Token::Ink), (26.0, NOTE, Token::Muted), (40.0, NOTE, Token::Muted)];
    for (said, (down, style, token)) in figure.totals.iter().zip(lines) {
        galley.text(x, y + down, &format!("{said} "), style, token);
    }
    galley.close();
}
