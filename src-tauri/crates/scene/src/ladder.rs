//! The ladder: the critical path as a staircase of waits (above) and work (below), laid out for a
//! width. Waits between teams are in the trouble colour, waits inside a team in ink.

use crate::compose::Composer;
use crate::lanes::text;
use crate::measure::*;
use crate::scene::{Group, GroupKey, Ladder, Part};
use crate::shape::{Rect, Segment, Shape, Stroke, Token};
use analysis::{Figures, PathElement};
use model::{Document, RecordId};

/// Height of the strip.
const HEIGHT: f32 = 84.0;
/// Upper and lower rung.
const WAIT_Y: f32 = 28.0;
const WORK_Y: f32 = 54.0;
/// A rung is at least this wide, however many there are.
const LEAST: f32 = 14.0;

impl Composer {
    /// Lays the ladder of a state out for a width in points. It is wider than asked when the
    /// critical path has more rungs than fit.
    pub fn ladder(&mut self, document: &Document, figures: &Figures, width: f32) -> Ladder {
        let path = figures.timeline.as_ref().map(|timeline| timeline.path.as_slice());
        let rungs: Vec<Rung> =
            path.unwrap_or_default().iter().filter_map(|it| rung(document, it)).collect();
        let widths = widths(&rungs, width);
        let mut groups = Vec::new();
        let mut x = 0.0;
        for (rung, width) in rungs.iter().zip(&widths) {
            groups.push(self.rung(rung, x, *width, figures));
            x += width;
        }
        Ladder { width: x.max(width), height: HEIGHT, groups }
    }

    fn rung(&mut self, rung: &Rung, x: f32, width: f32, figures: &Figures) -> Group {
        let (x, width) = (round(x), round(width));
        let y = if rung.wait { WAIT_Y } else { WORK_Y };
        let token = match (rung.wait, rung.between_teams) {
            (true, true) => Token::Trouble,
            (true, false) => Token::Secondary,
            _ => Token::Flow,
        };
        let mut shapes = Vec::new();
        // A wait goes up at its start and down at its end; work is the ground between.
        let segments = if rung.wait {
            vec![
                Segment::M(x, WORK_Y),
                Segment::L(x, WAIT_Y),
                Segment::L(x + width, WAIT_Y),
                Segment::L(x + width, WORK_Y),
            ]
        } else {
            vec![Segment::M(x, WORK_Y), Segment::L(x + width, WORK_Y)]
        };
        shapes.push(Shape::Path {
            segments,
            fill: None,
            stroke: Some(Stroke { paint: Token::Flow.into(), width: 1.25, dash: Vec::new() }),
        });
        let said = self.words.duration(rung.minutes, figures.clock);
        let style = if rung.between_teams { SMALL_BOLD } else { SMALL };
        let needed = self.type_.width(&said, style);
        if needed <= width + 6.0 {
            let at = x + (width - needed) / 2.0;
            let base = if rung.wait { y - 7.0 } else { y + 16.0 };
            shapes.push(text(at, base, said, needed, style, token_of_text(token)));
        }
        Group {
            key: GroupKey { part: Part::Rung, id: rung.id },
            bounds: Rect::new(x, WAIT_Y - 18.0, width, WORK_Y - WAIT_Y + 38.0),
            line: Vec::new(),
            shapes,
        }
    }
}

fn token_of_text(token: Token) -> Token {
    if token == Token::Flow { Token::Secondary } else { token }
}

struct Rung {
    id: RecordId,
    minutes: i64,
    wait: bool,
    between_teams: bool,
}

/// Starts, ends and decisions have no time of their own, and no rung; nor have empty waits.
fn rung(document: &Document, element: &PathElement) -> Option<Rung> {
    match *element {
        PathElement::Step { step, span, .. } => {
            let is_work = document.step(step)?.shape == model::StepKind::Step || span > 0;
            is_work.then_some(Rung {
                id: step.into(),
                minutes: span,
                wait: false,
                between_teams: false,
            })
        }
        PathElement::Wait { connector, wait, between_teams } => (wait > 0).then_some(Rung {
            id: connector.into(),
            minutes: wait,
            wait: true,
            between_teams,
        }),
    }
}

/// Each rung gets room by the square root of its minutes, so that the long ones stand out and the
/// short ones can still be read.
fn widths(rungs: &[Rung], width: f32) -> Vec<f32> {
    let weights: Vec<f32> = rungs.iter().map(|rung| (rung.minutes.max(1) as f32).sqrt()).collect();
    let all: f32 = weights.iter().sum();
    let least = LEAST * rungs.len() as f32;
    let free = (width - least).max(0.0);
    weights.iter().map(|weight| LEAST + free * weight / all.max(1.0)).collect()
}
