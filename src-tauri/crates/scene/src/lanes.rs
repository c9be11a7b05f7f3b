//! Lanes: where each band lies and how it is drawn. A lane is as high as a person asked for, or as
//! its content needs.

use crate::measure::*;
use crate::scene::{Group, GroupKey, LaneBand, Part};
use crate::shape::{Paint, Rect, Shape, Stroke, Token};
use crate::text::Typesetter;
use crate::words::Words;
use model::{Document, Lane, LaneId, StateId, Team};
use std::collections::BTreeMap;

/// Where the lanes of a state lie. `depths` says how far down the content of each reaches; those that
/// are `held` keep their height, whatever is in them.
pub(crate) fn bands(
    document: &Document,
    state: StateId,
    depths: &BTreeMap<LaneId, f32>,
    held: &[LaneBand],
) -> Vec<LaneBand> {
    let mut top = 0.0;
    document
        .lanes_of(state)
        .into_iter()
        .map(|lane| {
            let as_it_is = held.iter().find(|band| band.lane == lane.id).map(|band| band.height);
            let height = as_it_is.unwrap_or_else(|| height(lane, depths.get(&lane.id).copied()));
            let band = LaneBand { lane: lane.id, team: lane.team, top, height };
            top += height;
            band
        })
        .collect()
}

/// Where the last lane ends.
pub(crate) fn bottom(bands: &[LaneBand]) -> f32 {
    bands.last().map_or(LANE_HEIGHT, |band| band.top + band.height)
}

fn height(lane: &Lane, depth: Option<f32>) -> f32 {
    let asked = if lane.height == 0 { LANE_HEIGHT } else { f32::from(lane.height) };
    round(asked.max(60.0).max(depth.map_or(0.0, |depth| depth + LANE_ROOM)))
}

/// The band behind everything else.
pub(crate) fn band_group(band: &LaneBand, team: &Team, width: f32) -> Group {
    let rect = Rect::new(-HEAD_WIDTH, band.top, HEAD_WIDTH + width, band.height);
    let tint = Paint { token: Token::team(team.colour), alpha: 0.05 };
    Group {
        key: GroupKey { part: Part::Lane, id: band.lane.into() },
        bounds: rect,
        line: Vec::new(),
        shapes: vec![
            Shape::Rect { rect, radius: 0.0, fill: Some(tint), stroke: None },
            Shape::Rect {
                rect: Rect::new(rect.x, rect.bottom() - 0.5, rect.w, 1.0),
                radius: 0.0,
                fill: Some(Paint { token: Token::team(team.colour), alpha: 0.22 }),
                stroke: None,
            },
        ],
    }
}

/// The head at the left: name, people, calendar, and the edge in the team's colour.
pub(crate) fn head_group(
    band: &LaneBand,
    team: &Team,
    document: &Document,
    type_: &mut Typesetter,
    words: &Words,
) -> Group {
    let rect = Rect::new(-HEAD_WIDTH, band.top, HEAD_WIDTH, band.height);
    let ground = Paint { token: Token::Surface, alpha: 0.82 };
    let edge = Rect::new(rect.x, rect.y, 4.0, rect.h);
    let colour = Paint::from(Token::team(team.colour));
    let mut shapes = vec![
        Shape::Rect { rect, radius: 0.0, fill: Some(ground), stroke: None },
        edge_shape(edge, colour, team.external),
    ];
    let (left, right) = (rect.x + 16.0, rect.x + HEAD_WIDTH - 10.0);
    let mut y = rect.y + 26.0;
    for line in type_.lines_at_most(&team.name, NAME, HEAD_WIDTH - 26.0, 3) {
        let x = line.start(left, right);
        shapes.push(text(x, y, line.text, line.width, NAME, Token::Ink));
        y += NAME_LEADING;
    }
    for said in facts(team, document, words) {
        for line in type_.lines_at_most(&said, SMALL, HEAD_WIDTH - 26.0, 1) {
            let x = line.start(left, right);
            shapes.push(text(x, y, line.text, line.width, SMALL, Token::Secondary));
        }
        y += SMALL_LEADING + 1.0;
    }
    Group {
        key: GroupKey { part: Part::LaneHead, id: band.lane.into() },
        bounds: rect,
        line: Vec::new(),
        shapes,
    }
}

/// An external party's edge is broken: it is on the map, but not ours.
fn edge_shape(edge: Rect, colour: Paint, external: bool) -> Shape {
    if !external {
        return Shape::Rect { rect: edge, radius: 0.0, fill: Some(colour), stroke: None };
    }
    let x = edge.x + edge.w / 2.0;
    Shape::Path {
        segments: vec![
            crate::shape::Segment::M(x, edge.y + 2.0),
            crate::shape::Segment::L(x, edge.bottom() - 2.0),
        ],
        fill: None,
        stroke: Some(Stroke { paint: colour, width: edge.w, dash: vec![6.0, 4.0] }),
    }
}

fn facts(team: &Team, document: &Document, words: &Words) -> Vec<String> {
    let [one, many] = &words.people;
    let people =
        team.headcount.map(|count| format!("{count} {}", if count == 1 { one } else { many }));
    let calendar = team.calendar.and_then(|id| document.calendar(id)).map(|it| it.name.clone());
    let external = team.external.then(|| words.external.clone());
    external.into_iter().chain(people).chain(calendar).collect()
}

/// One line of text as a shape.
pub(crate) fn text(
    x: f32,
    y: f32,
    text: String,
    width: f32,
    style: crate::shape::TextStyle,
    token: Token,
) -> Shape {
    Shape::Text { x: round(x), y: round(y), width: round(width), text, style, paint: token.into() }
}

/// The line through a text that no longer holds; `y` is where it runs.
pub(crate) fn strike(x: f32, y: f32, width: f32, token: Token) -> Shape {
    let (x, y) = (round(x), round(y));
    Shape::Path {
        segments: vec![
            crate::shape::Segment::M(x, y),
            crate::shape::Segment::L(round(x + width), y),
        ],
        fill: None,
        stroke: Some(Stroke { paint: token.into(), width: 1.0, dash: Vec::new() }),
    }
}
