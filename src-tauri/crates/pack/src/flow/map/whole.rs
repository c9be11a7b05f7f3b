//! The map whole: on the smallest sheet that keeps its text legible, with the ladder under it.

use super::super::galley::{BOTTOM, Galley, TOP};
use super::{GAP, Placed, clock, describe, ladder, lead};
use crate::page::Role;
use crate::script::{Drawing, Format, LEGIBLE, LONGEST_SHEET, MARGIN, MapFigure, Paper, Sizes};
use crate::words::Say;
use scene::{Rect, Token};

/// On the paper of running text it has to be this large, or a larger sheet is taken.
const COMFORTABLE: f32 = 8.5;
/// Long sheets as low as the paper of running text leave too little under a title.
const LOW: f32 = 620.0;
/// For the line under the ladder that names the clock.
pub const NOTE_ROOM: f32 = 20.0;

/// What stands above a drawing, and what below it.
pub struct Around<'a> {
    /// The title.
    pub title: &'a str,
    /// The sentence under it.
    pub finding: &'a str,
    /// The ladder.
    pub ladder: Option<&'a Drawing>,
}

impl<'a> Around<'a> {
    /// What is around a map.
    pub fn of(figure: &'a MapFigure) -> Around<'a> {
        let ladder = figure.ladder.as_ref().map(|it| &it.drawing);
        Around { title: &figure.title, finding: &figure.finding, ladder }
    }
}

/// Sets the map and the ladder; with what the reader will miss.
pub fn set(galley: &mut Galley, figure: &MapFigure) -> Option<String> {
    let (paper, scale) = sheet_for(galley, &Around::of(figure), &figure.drawing);
    on(galley, figure, paper, scale, LEGIBLE);
    let smallest = figure.drawing.smallest * scale;
    let said = Say { language: galley.book.language }.decimal(f64::from(smallest), 1);
    (smallest < LEGIBLE - 0.05).then(|| figure.illegible.replace("{}", &said))
}

/// Sets the map on this paper, and the ladder under it, or on a page of its own where it would be
/// smaller than is legible.
pub fn on(galley: &mut Galley, figure: &MapFigure, paper: Paper, scale: f32, legible: f32) {
    let map = &figure.drawing;
    galley.page_of(paper);
    galley.title(&figure.title, &figure.finding, Token::Secondary, 0);
    let width = map.extent.w * scale;
    let (x, top) = ((paper.width - width) / 2.0, galley.y);
    galley.open(Role::Figure);
    let bounds = Rect::new(x, top, width, map.extent.h * scale);
    describe(galley, &figure.description, bounds);
    let placed = Placed::at(map, scale, x, top);
    placed.put(galley, &map.shapes);
    lead(galley, &figure.spots, placed, bounds);
    galley.close();
    galley.y += map.extent.h * scale + GAP;
    if let Some(figure) = &figure.ladder {
        ladder::under(galley, figure, (x, width), scale, legible);
    }
    clock(galley, figure, x);
}

/// Height under a title for the map, the ladder and the note; nothing else stands there.
pub fn room(galley: &mut Galley, around: &Around, paper: Paper) -> f32 {
    let width = paper.width - 2.0 * MARGIN;
    let title = galley.title_height(around.title, around.finding, width);
    paper.height - TOP - title - GAP - NOTE_ROOM - BOTTOM
}

/// The largest scale at which the map, and under it the ladder at the same scale, fit a height.
fn fitting(map: &Drawing, ladder: Option<&Drawing>, width: f32, height: f32) -> f32 {
    let below = ladder.map_or(0.0, |it| it.extent.h);
    let least = if ladder.is_some() { ladder::TOTALS_HEIGHT } else { 0.0 };
    let alike = height / (map.extent.h + below);
    map.fitting(width, height - least).min(alike)
}

/// The smallest sheet on which a drawing is legible, and its scale there.
pub fn sheet_for(galley: &mut Galley, around: &Around, map: &Drawing) -> (Paper, f32) {
    let small = galley.size.paper(Format::Across);
    for paper in galley.size.across().filter(|it| *it == small || it.height > LOW) {
        let height = room(galley, around, paper);
        let scale = fitting(map, around.ladder, paper.width - 2.0 * MARGIN, height);
        let wanted = if paper == small { COMFORTABLE } else { LEGIBLE };
        if map.smallest * scale >= wanted && height > 0.0 {
            return (paper, scale);
        }
    }
    made_to_measure(galley, around, map)
}

/// A sheet for a map that no standard sheet holds.
fn made_to_measure(galley: &mut Galley, around: &Around, map: &Drawing) -> (Paper, f32) {
    let small = galley.size.paper(Format::Across);
    let scale = (LEGIBLE / map.smallest).min((LONGEST_SHEET - 2.0 * MARGIN) / map.extent.w);
    let width = (map.extent.w * scale + 2.0 * MARGIN).max(small.height);
    let below = around.ladder.map_or(0.0, |it| (it.extent.h * scale).max(ladder::TOTALS_HEIGHT));
    let longest = Paper { width, height: LONGEST_SHEET };
    let taken = LONGEST_SHEET - room(galley, around, longest) + below;
    let scale = scale.min((LONGEST_SHEET - taken) / map.extent.h);
    (Paper { width, height: map.extent.h * scale + taken }, scale)
}
