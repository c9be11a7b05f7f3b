//! The map as a vector page on the smallest paper that keeps its text legible, never cropped, and
//! the ladder with its totals under it, or on a page of its own.

use super::drawing::{Drawing, LEGIBLE, LONGEST_SHEET, figure};
use super::edition::Edition;
use super::ladder::{self, NOTE_ROOM, TOTALS_HEIGHT, TOTALS_WIDTH};
use crate::flow::{BODY, BOTTOM, Galley, MARGIN, NOTE, Paper, TOP};
use crate::page::Role;
use crate::words;
use scene::{Rect, Token};

/// On A4 it has to be this large, or A3 is taken.
const COMFORTABLE: f32 = 8.5;
/// Long sheets as low as A4 leave too little under a title.
const A4_HIGH: f32 = 600.0;

/// Between the map and the ladder.
const GAP: f32 = 16.0;

/// The width a ladder should be laid out for, to be as wide as its map with the totals beside it.
pub fn ladder_width(scene: &scene::Scene) -> f32 {
    (scene.bounds.w - TOTALS_WIDTH / 0.8).max(360.0)
}

/// Sets the map and the ladder; with what the reader will miss.
pub fn set(galley: &mut Galley, edition: &Edition) -> Vec<String> {
    let scene = edition.source.scene;
    let Some(map) = Drawing::of(&scene.groups, scene.bounds) else {
        galley.section_page(Paper::A4, edition.state_name());
        galley.title(edition.state_name(), &finding(edition), Token::Secondary, 0);
        galley.paragraph("There is nothing on the map yet.", BODY, Token::Muted);
        return Vec::new();
    };
    let ladder = ladder::drawing(edition);
    let (paper, scale) = paper_for(galley, edition, &map, ladder.as_ref());
    galley.section_page(paper, edition.state_name());
    galley.title(edition.state_name(), &finding(edition), Token::Secondary, 0);
    let width = map.extent.w * scale;
    let x = (paper.width - width) / 2.0;
    galley.open(Role::Figure);
    describe(galley, edition, Rect::new(x, galley.y, width, map.extent.h * scale));
    map.set(galley, x, galley.y, scale);
    galley.close();
    galley.y += map.extent.h * scale + GAP;
    if let Some(ladder) = &ladder {
        ladder::set(galley, edition, ladder, x, &map, scale);
    }
    galley.open(Role::Paragraph);
    let clock = words::clock_words(edition.clock);
    galley.text(x, galley.y + 14.0, &clock, NOTE, Token::Secondary);
    galley.close();
    if map.smallest * scale < LEGIBLE - 0.05 {
        vec![format!(
            "The map of {} is longer than the longest sheet of a PDF, so its smallest text is \
             only {:.1} pt; print it as a picture instead.",
            edition.state_name(),
            map.smallest * scale
        )]
    } else {
        Vec::new()
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

fn paper_for(
    galley: &mut Galley,
    edition: &Edition,
    map: &Drawing,
    ladder: Option<&Drawing>,
) -> (Paper, f32) {
    let (name, finding) = (edition.state_name(), finding(edition));
    for paper in Paper::across().filter(|it| *it == Paper::A4_ACROSS || it.height > A4_HIGH) {
        let width = paper.width - 2.0 * MARGIN;
        let height = room(paper, galley.title_height(name, &finding, width));
        let scale = fitting(map, ladder, width, height);
        let wanted = if paper == Paper::A4_ACROSS { COMFORTABLE } else { LEGIBLE };
        if map.smallest * scale >= wanted && height > 0.0 {
            return (paper, scale);
        }
    }
    // A sheet made to measure, for a map that no standard sheet holds.
    let scale = (LEGIBLE / map.smallest).min((LONGEST_SHEET - 2.0 * MARGIN) / map.extent.w);
    let width = (map.extent.w * scale + 2.0 * MARGIN).max(Paper::A4.width);
    let title = galley.title_height(name, &finding, width - 2.0 * MARGIN);
    let below = ladder.map_or(0.0, |it| (it.extent.h * scale).max(TOTALS_HEIGHT));
    let around = LONGEST_SHEET - room(Paper { width, height: LONGEST_SHEET }, title) + below;
    let scale = scale.min((LONGEST_SHEET - around) / map.extent.h);
    (Paper { width, height: map.extent.h * scale + around }, scale)
}

/// What the map shows, in one sentence that the figures bear out.
fn finding(edition: &Edition) -> String {
    let Some(timeline) = edition.timeline() else {
        return "The map has no path from a start to an end yet, so nothing can be totalled".into();
    };
    if timeline.lead_time <= 0 {
        return "No time has been entered on the critical path yet".into();
    }
    let Some((wait, passing)) = edition.longest_between() else {
        let lead = edition.duration(timeline.lead_time);
        return format!("Lead time is {lead}; none of it waits between teams");
    };
    let share = words::percent(wait as f64 / timeline.lead_time as f64 * 100.0);
    let who = match passing.handoff.accountable {
        Some(role) => format!("{} is accountable for that handoff", edition.role(role)),
        None => "no one is accountable for that handoff".to_owned(),
    };
    let (giver, taker) = (passing.giver_name(), passing.taker_name());
    format!("{share} of the lead time waits between {giver} and {taker}; {who}")
}

fn describe(galley: &mut Galley, edition: &Edition, bounds: Rect) {
    let document = edition.document();
    let teams: Vec<String> = document
        .lanes_of(edition.state.id)
        .iter()
        .filter_map(|lane| Some(document.team(lane.team)?.name.clone()))
        .collect();
    let steps = words::of(edition.source.figures.steps as usize, "step", "steps");
    let crossings = words::of(edition.source.figures.handoffs as usize, "handoff", "handoffs");
    let said = format!(
        "Swimlane map of {}: lanes {}; {steps} and {crossings}.",
        edition.state_name(),
        words::listed(&teams)
    );
    figure(galley, said.replace('\u{a0}', " "), bounds);
}
