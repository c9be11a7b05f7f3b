//! How what becomes of things looks: a ghost is a dashed outline with its name struck through, what
//! is new has a green edge, what is otherwise one in the accent, each with a word on its corner.

use super::{carries, drawn};
use crate::compose::Composer;
use crate::lanes::{strike, text};
use crate::measure::round;
use crate::scene::{Group, Part, Scene};
use crate::shape::{Paint, Rect, Shape, Stroke, TextStyle, Token, Weight};
use crate::words::Words;
use analysis::compare::StateChange;
use model::{Document, RecordId};
use std::collections::BTreeMap;
use std::sync::Arc;

const WORD: TextStyle = TextStyle::new(10.0, Weight::SemiBold);
const WORD_HEIGHT: f32 = 15.0;
/// From this weight on a text is a name.
const NAME_WEIGHTS: [Weight; 2] = [Weight::SemiBold, Weight::Bold];

/// What becomes of something.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Mark {
    New,
    Changed,
    Merged,
    Split,
    /// It is still there in the picture, and goes.
    Removed,
    /// It is gone.
    Ghost,
}

impl Mark {
    fn token(self) -> Token {
        match self {
            Mark::New => Token::Good,
            Mark::Changed | Mark::Merged | Mark::Split => Token::Accent,
            Mark::Removed => Token::Trouble,
            Mark::Ghost => Token::Muted,
        }
    }

    fn word(self, words: &Words) -> &str {
        match self {
            Mark::New => &words.new,
            Mark::Changed => &words.changed,
            Mark::Merged => &words.merged,
            Mark::Split => &words.split,
            Mark::Removed | Mark::Ghost => &words.removed,
        }
    }
}

/// The marks of a picture, by record.
#[derive(Default)]
pub(super) struct Marks(BTreeMap<RecordId, Mark>);

impl Marks {
    pub(super) fn put(
        &mut self,
        document: &Document,
        change: &StateChange,
        ids: &[RecordId],
        mark: Mark,
    ) {
        for id in ids {
            for shown in drawn(document, change, *id) {
                self.0.insert(shown, mark);
            }
            // The line of a handoff that is new or goes is so as well.
            if matches!(mark, Mark::New | Mark::Removed) {
                self.0.insert(*id, mark);
            }
        }
    }

    pub(super) fn ghost(&mut self, id: RecordId) {
        self.0.insert(id, Mark::Ghost);
    }

    /// The scene with its marks.
    pub(super) fn onto(&self, composer: &mut Composer, scene: Scene) -> Scene {
        let mut mark = |group: Arc<Group>| -> Arc<Group> {
            let Some(mark) = self.0.get(&group.key.id).filter(|_| carries(group.key.part)) else {
                return group;
            };
            Arc::new(match mark {
                Mark::Ghost => ghost(&group),
                mark => edged(composer, &group, *mark),
            })
        };
        let groups = scene.groups.into_iter().map(&mut mark).collect();
        Scene { groups, ..scene }
    }
}

/// The same group, gone.
fn ghost(group: &Group) -> Group {
    let mut shapes = Vec::with_capacity(group.shapes.len() + 2);
    let faint = |paint: Paint| Paint { token: Token::Muted, alpha: paint.alpha };
    let dashed = |stroke: &Option<Stroke>| {
        stroke.as_ref().map(|it| Stroke {
            paint: Token::Muted.into(),
            width: it.width.clamp(1.0, 1.25),
            dash: vec![4.0, 3.0],
        })
    };
    let hollow = |fill: &Option<Paint>| {
        fill.filter(|it| it.token != Token::Ink || it.alpha > 0.5).map(|it| match it.token {
            Token::Surface | Token::GoodSoft | Token::WatchSoft | Token::TroubleSoft => {
                Paint { token: Token::Paper, alpha: 0.7 }
            }
            _ => faint(it),
        })
    };
    for shape in &group.shapes {
        match shape {
            Shape::Rect { rect, radius, fill, stroke } => {
                // The soft line under a step lifts it off the ground; a ghost lies on it.
                let shade = stroke.is_none() && fill.is_some_and(|it| it.alpha < 0.5);
                if !shade {
                    let (fill, stroke) = (hollow(fill), dashed(stroke));
                    shapes.push(Shape::Rect { rect: *rect, radius: *radius, fill, stroke });
                }
            }
            Shape::Circle { cx, cy, r, fill, stroke } => shapes.push(Shape::Circle {
                cx: *cx,
                cy: *cy,
                r: *r,
                fill: hollow(fill),
                stroke: dashed(stroke),
            }),
            Shape::Path { segments, fill, stroke } => shapes.push(Shape::Path {
                segments: segments.clone(),
                fill: hollow(fill),
                stroke: dashed(stroke),
            }),
            Shape::Image { .. } => shapes.push(shape.clone()),
            Shape::Text { x, y, width, text: said, style, .. } => {
                shapes.push(text(*x, *y, said.clone(), *width, *style, Token::Muted));
                if NAME_WEIGHTS.contains(&style.weight) {
                    shapes.push(strike(*x, *y - style.size * 0.32, *width, Token::Muted));
                }
            }
        }
    }
    Group { shapes, ..group.clone() }
}

/// The same group with its edge in the colour of the mark, and its word.
fn edged(composer: &mut Composer, group: &Group, mark: Mark) -> Group {
    let token = mark.token();
    let mut shapes = group.shapes.clone();
    let is_line = matches!(group.key.part, Part::Connector | Part::Crossing);
    let edge = |stroke: &mut Option<Stroke>| {
        if let Some(stroke) = stroke {
            stroke.paint = token.into();
            if !is_line {
                stroke.width = stroke.width.max(2.0);
            }
        }
    };
    let mut outlined = false;
    for shape in &mut shapes {
        match shape {
            // The first edge is the outline; what follows is inside it.
            Shape::Rect { stroke, .. } | Shape::Circle { stroke, .. } if !outlined => {
                outlined = stroke.is_some();
                edge(stroke);
            }
            Shape::Path { stroke, fill, .. } if !outlined || is_line => {
                outlined = stroke.is_some();
                edge(stroke);
                if is_line && fill.is_some() {
                    *fill = Some(token.into());
                }
            }
            _ => {}
        }
    }
    if group.key.part == Part::Step {
        shapes.extend(word(composer, group.bounds, mark));
    }
    Group { shapes, ..group.clone() }
}

/// The word of a mark on the upper right corner.
fn word(composer: &mut Composer, bounds: Rect, mark: Mark) -> [Shape; 2] {
    let said = mark.word(&composer.words).to_owned();
    let width = composer.type_.width(&said, WORD);
    let rect = Rect::new(
        round(bounds.right() - width - 22.0),
        round(bounds.y - WORD_HEIGHT / 2.0),
        round(width + 14.0),
        WORD_HEIGHT,
    );
    let plate = Shape::Rect {
        rect,
        radius: WORD_HEIGHT / 2.0,
        fill: Some(mark.token().into()),
        stroke: None,
    };
    [plate, text(rect.x + 7.0, rect.y + 11.0, said, width, WORD, Token::Surface)]
}
