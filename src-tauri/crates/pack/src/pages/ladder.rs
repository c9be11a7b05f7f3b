//! The ladder of the critical path with its totals.

use super::drawing::{Drawing, LEGIBLE, LONGEST_SHEET, figure};
use super::edition::Edition;
use crate::flow::{Galley, MARGIN, NOTE, Paper};
use crate::page::Role;
use crate::words;
use scene::{Rect, TextStyle, Token, Weight};

/// The totals at the left of the ladder.
pub const TOTALS_WIDTH: f32 = 150.0;
/// Their height.
pub const TOTALS_HEIGHT: f32 = 44.0;
/// For the line under the ladder that names the clock.
pub const NOTE_ROOM: f32 = 20.0;
const TOTAL: TextStyle = TextStyle::new(10.5, Weight::SemiBold);

/// The ladder of an edition; nothing when it has no rungs.
pub fn drawing(edition: &Edition) -> Option<Drawing> {
    let ladder = edition.source.ladder;
    Drawing::of(&ladder.groups, Rect::new(0.0, 0.0, ladder.width, ladder.height))
}

/// Sets the ladder with its totals under the map, or on a page of its own.
pub fn set(
    galley: &mut Galley,
    edition: &Edition,
    ladder: &Drawing,
    x: f32,
    map: &Drawing,
    of_map: f32,
) {
    // As large as the map, so that the two read as one; but legible, and no wider than the page.
    let width = (map.extent.w * of_map).max(galley.paper().width * 0.6).min(galley.measure());
    let x = x.min((galley.paper().width - width) / 2.0).max(MARGIN);
    let alike = of_map.min(1.0).max(LEGIBLE / ladder.smallest);
    let mut scale = ladder.fitting(width - TOTALS_WIDTH, f32::INFINITY).min(alike);
    let mut left = x;
    let below =
        galley.y + (ladder.extent.h * scale).max(TOTALS_HEIGHT) <= galley.floor() - NOTE_ROOM + 1.0;
    if ladder.smallest * scale < LEGIBLE || !below {
        scale = own_page(galley, edition, ladder);
        left = MARGIN;
    }
    let (top, height) = (galley.y, (ladder.extent.h * scale).max(TOTALS_HEIGHT));
    totals(galley, edition, left, top + (height - TOTALS_HEIGHT) / 2.0);
    galley.open(Role::Figure);
    let bounds = Rect::new(left + TOTALS_WIDTH, top, ladder.extent.w * scale, height);
    figure(galley, "Ladder of the critical path: waits above, work below.".into(), bounds);
    ladder.set(galley, left + TOTALS_WIDTH, top, scale);
    galley.close();
    galley.y = top + height;
}

/// A page for the ladder alone, wide enough to be read; gives the scale.
fn own_page(galley: &mut Galley, edition: &Edition, ladder: &Drawing) -> f32 {
    let fits = |paper: Paper| {
        let scale = ladder.fitting(paper.width - 2.0 * MARGIN - TOTALS_WIDTH, 300.0).min(1.0);
        (ladder.smallest * scale >= LEGIBLE).then_some((paper, scale))
    };
    let (paper, scale) = Paper::across().find_map(fits).unwrap_or_else(|| {
        let room = LONGEST_SHEET - 2.0 * MARGIN - TOTALS_WIDTH;
        let scale = (LEGIBLE / ladder.smallest).min(1.0).min(room / ladder.extent.w);
        let width = ladder.extent.w * scale + 2.0 * MARGIN + TOTALS_WIDTH;
        (Paper { width, height: 595.276 }, scale)
    });
    let title = "Lead time ladder";
    galley.section_page(paper, title);
    galley.title(title, &super::measures::finding(edition), Token::Secondary, 0);
    scale
}

fn totals(galley: &mut Galley, edition: &Edition, x: f32, y: f32) {
    let Some(timeline) = edition.timeline() else { return };
    let lead = format!("Lead time {} ", edition.duration(timeline.lead_time));
    let work = format!("Process time {} ", edition.duration(timeline.process_time));
    let ratio = timeline.activity_ratio.map_or("Activity ratio —".to_owned(), |it| {
        format!("Activity ratio {}", words::percent(it))
    });
    galley.open(Role::Paragraph);
    galley.text(x, y + 11.0, &lead, TOTAL, Token::Ink);
    galley.text(x, y + 26.0, &work, NOTE, Token::Muted);
    galley.text(x, y + 40.0, &ratio, NOTE, Token::Muted);
    galley.close();
}
