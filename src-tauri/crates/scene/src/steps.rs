//! Steps, decisions, starts and ends: how big they are and how they are drawn.

use crate::badge::{WIDTH, badge, sign};
use crate::lanes::text;
use crate::measure::*;
use crate::scene::{Group, GroupKey, Part};
use crate::shape::{Paint, Rect, Segment, Shape, Stroke, Token};
use crate::text::{Line, Typesetter};
use crate::words::Words;
use model::{Clock, Step, StepKind};
use std::sync::Arc;

/// Between the two numbers of a step, at least.
const NUMBERS_APART: f32 = 4.0;
/// Between a number and its badge, and how far that reaches into the rim of the step.
const BADGE_OFF: f32 = 3.0;
const BADGE_IN_RIM: f32 = 5.0;

/// A step at its place.
#[derive(Clone, Debug)]
pub(crate) struct Body {
    /// What connectors attach to.
    pub rect: Rect,
    /// What connectors of others keep away from: the same, and the name under a start or end.
    pub hull: Rect,
    lines: Arc<Vec<Line>>,
}

/// The size of a step and its name in lines, centred on the origin.
pub(crate) fn body(step: &Step, type_: &mut Typesetter) -> Body {
    match step.shape {
        StepKind::Step => {
            let lines =
                type_.lines_at_most(&step.name, NAME, STEP_WIDTH - 2.0 * STEP_PAD, NAME_LINES);
            let more = lines.len().saturating_sub(2) as f32;
            let rect = centred(STEP_WIDTH, STEP_HEIGHT + more * NAME_LEADING);
            Body { rect, hull: rect, lines: Arc::new(lines) }
        }
        StepKind::Decision => {
            let lines = type_.lines_at_most(&step.name, SMALL_BOLD, 62.0, 3);
            let rect = centred(DECISION.0, DECISION.1);
            Body { rect, hull: rect, lines: Arc::new(lines) }
        }
        StepKind::Start | StepKind::End => {
            let lines = type_.lines_at_most(&step.name, SMALL, 112.0, 2);
            let rect = centred(2.0 * EVENT_RADIUS, 2.0 * EVENT_RADIUS);
            let width = lines.iter().map(|line| line.width).fold(0.0, f32::max);
            let under = Rect::new(
                -width / 2.0,
                EVENT_RADIUS + 4.0,
                width,
                lines.len() as f32 * SMALL_LEADING + 2.0,
            );
            let hull = if lines.is_empty() { rect } else { rect.union(&under) };
            Body { rect, hull, lines: Arc::new(lines) }
        }
    }
}

fn centred(width: f32, height: f32) -> Rect {
    Rect::new(-width / 2.0, -height / 2.0, width, height)
}

/// Lines that were broken once are shared, so that most are the same without being read.
impl PartialEq for Body {
    fn eq(&self, other: &Body) -> bool {
        let same_lines = Arc::ptr_eq(&self.lines, &other.lines) || self.lines == other.lines;
        self.rect == other.rect && self.hull == other.hull && same_lines
    }
}

impl Body {
    /// The same with its centre at this point.
    pub(crate) fn at(mut self, x: f32, y: f32) -> Body {
        for rect in [&mut self.rect, &mut self.hull] {
            rect.x = round(rect.x + x);
            rect.y = round(rect.y + y);
        }
        self
    }
}

/// The shapes of a step.
pub(crate) fn group(
    step: &Step,
    body: &Body,
    clock: Clock,
    type_: &mut Typesetter,
    words: &Words,
) -> Group {
    let shapes = match step.shape {
        StepKind::Step => step_shapes(step, body, clock, type_, words),
        StepKind::Decision => decision_shapes(body),
        StepKind::Start => event_shapes(body, true),
        StepKind::End => event_shapes(body, false),
    };
    Group {
        key: GroupKey { part: Part::Step, id: step.id.into() },
        bounds: body.hull,
        line: Vec::new(),
        shapes,
    }
}

fn edge(token: Token, width: f32) -> Option<Stroke> {
    Some(Stroke { paint: token.into(), width, dash: Vec::new() })
}

/// A box with name, process time and %C&A; a soft line under it lifts it off the lane.
fn step_shapes(
    step: &Step,
    body: &Body,
    clock: Clock,
    type_: &mut Typesetter,
    words: &Words,
) -> Vec<Shape> {
    let rect = body.rect;
    let under = Rect::new(rect.x, rect.y + 1.5, rect.w, rect.h);
    let shade = Paint { token: Token::Ink, alpha: 0.06 };
    let mut shapes = vec![
        Shape::Rect { rect: under, radius: 7.0, fill: Some(shade), stroke: None },
        Shape::Rect {
            rect,
            radius: 7.0,
            fill: Some(Token::Surface.into()),
            stroke: edge(Token::Hairline, 1.0),
        },
    ];
    let mut y = rect.y + 20.5;
    for line in body.lines.iter() {
        let x = line.start(rect.x + STEP_PAD, rect.right() - STEP_PAD);
        shapes.push(text(x, y, line.text.clone(), line.width, NAME, Token::Ink));
        y += NAME_LEADING;
    }
    let base = rect.bottom() - 10.5;
    let time = step
        .process_time
        .as_ref()
        .map_or_else(|| words.unknown.clone(), |time| words.estimate(time, clock));
    let share = step
        .complete_accurate
        .as_ref()
        .map_or_else(|| words.unknown.clone(), |it| words.share(it.usual, it.confidence));
    let mut right = rect.right() - STEP_PAD;
    if step.complete_accurate_disputed() {
        // It may reach a little into the rim: what is said is what has to fit.
        right -= WIDTH - BADGE_IN_RIM;
        shapes.extend(badge(right, base, sign(type_)));
        right -= BADGE_OFF;
    }
    let time_width = type_.width(&time, SMALL);
    let room = right - (rect.x + STEP_PAD) - time_width - NUMBERS_APART;
    let whole = format!("{share} {}", words.complete_accurate);
    // The time stands on the left always, so a share alone is told from it.
    let share = if type_.width(&whole, SMALL) <= room { whole } else { share };
    let share_width = type_.width(&share, SMALL);
    shapes.push(text(rect.x + STEP_PAD, base, time, time_width, SMALL, Token::Secondary));
    shapes.push(text(right - share_width, base, share, share_width, SMALL, Token::Secondary));
    shapes
}

fn decision_shapes(body: &Body) -> Vec<Shape> {
    let r = body.rect;
    let (cx, cy) = (r.centre_x(), r.centre_y());
    let mut shapes = vec![Shape::Path {
        segments: vec![
            Segment::M(cx, r.y),
            Segment::L(r.right(), cy),
            Segment::L(cx, r.bottom()),
            Segment::L(r.x, cy),
            Segment::Z,
        ],
        fill: Some(Token::Surface.into()),
        stroke: edge(Token::Muted, 1.0),
    }];
    let height = body.lines.len() as f32 * 13.0;
    let mut y = cy - height / 2.0 + 10.0;
    for line in body.lines.iter() {
        let x = cx - line.width / 2.0;
        shapes.push(text(x, y, line.text.clone(), line.width, SMALL_BOLD, Token::Ink));
        y += 13.0;
    }
    shapes
}

fn event_shapes(body: &Body, start: bool) -> Vec<Shape> {
    let (cx, cy) = (body.rect.centre_x(), body.rect.centre_y());
    let mut shapes = vec![Shape::Circle {
        cx,
        cy,
        r: EVENT_RADIUS - if start { 0.75 } else { 1.5 },
        fill: Some(Token::Surface.into()),
        stroke: edge(Token::Ink, if start { 1.5 } else { 3.0 }),
    }];
    if start {
        shapes.push(Shape::Path {
            segments: vec![
                Segment::M(cx - 4.0, cy - 6.0),
                Segment::L(cx + 6.5, cy),
                Segment::L(cx - 4.0, cy + 6.0),
                Segment::Z,
            ],
            fill: Some(Token::Ink.into()),
            stroke: None,
        });
    }
    let mut y = body.rect.bottom() + 15.0;
    for line in body.lines.iter() {
        let x = cx - line.width / 2.0;
        shapes.push(text(x, y, line.text.clone(), line.width, SMALL, Token::Secondary));
        y += SMALL_LEADING;
    }
    shapes
}
