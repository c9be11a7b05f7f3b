//! Marks of the room on a thing: where it hurts, what was proposed, what was noted; each with how
//! many say so.

use crate::lanes::text;
use crate::measure::*;
use crate::scene::{Group, GroupKey, Part};
use crate::shape::{Paint, Rect, Segment, Shape, Stroke, Token};
use crate::text::Typesetter;
use model::{Document, NoteKind, RecordId, Target};
use std::collections::BTreeMap;
use std::sync::Arc;

/// Half the width of a mark.
const HALF: f32 = 12.5;

/// What the room pinned to one thing.
#[derive(Clone, Copy, Default)]
struct Marks {
    /// Votes of its pain points.
    pains: Option<u32>,
    /// Votes of its ideas.
    ideas: Option<u32>,
    /// How many notes, and whether one of them asks.
    notes: Option<(u32, bool)>,
}

/// The marks on the things that have a corner on the map.
pub(crate) fn marks(
    document: &Document,
    corners: &BTreeMap<RecordId, Rect>,
    type_: &mut Typesetter,
) -> Vec<Arc<Group>> {
    let mut pinned: BTreeMap<RecordId, Marks> = BTreeMap::new();
    let at = |target: &Target| place_of(document, corners, target);
    for pain in document.pain_points() {
        for target in &pain.about {
            *pinned.entry(at(target)).or_default().pains.get_or_insert(0) += u32::from(pain.votes);
        }
    }
    for idea in document.ideas() {
        for target in &idea.about {
            *pinned.entry(at(target)).or_default().ideas.get_or_insert(0) += u32::from(idea.votes);
        }
    }
    for note in document.notes() {
        for target in &note.about {
            let notes = pinned.entry(at(target)).or_default().notes.get_or_insert((0, false));
            notes.0 += 1;
            notes.1 |= note.about_kind == NoteKind::Question;
        }
    }
    let mut groups = Vec::new();
    for (id, marks) in pinned {
        let Some(on) = corners.get(&id) else { continue };
        let (right, top) = (round(on.right() - 2.0), round(on.y + 1.0));
        let ideas_at = right - if marks.pains.is_some() { 2.0 * HALF + 3.0 } else { 0.0 };
        let key = |part| GroupKey { part, id };
        if let Some(votes) = marks.pains {
            let mark = (key(Part::PainPoint), Token::Trouble, votes);
            groups.push(Arc::new(burst(mark, (right, top), type_)));
        }
        if let Some(votes) = marks.ideas {
            let mark = (key(Part::Idea), Token::Good, votes);
            groups.push(Arc::new(burst(mark, (ideas_at, top), type_)));
        }
        if let Some((count, asks)) = marks.notes {
            let said = if asks { "?".to_owned() } else { count.to_string() };
            let at = (round(on.x + 4.0), top);
            groups.push(Arc::new(sheet(key(Part::Note), said, at, type_)));
        }
    }
    groups
}

/// A mark on a connector stands at the pill of its handoff, where there is one.
fn place_of(document: &Document, corners: &BTreeMap<RecordId, Rect>, target: &Target) -> RecordId {
    let here = target.reference().1;
    match target {
        Target::Connector(id) => document
            .handoff_record(*id)
            .map(|handoff| handoff.id.into())
            .filter(|id| corners.contains_key(id))
            .unwrap_or(here),
        _ => here,
    }
}

/// A burst with the votes it got.
fn burst(
    (key, token, votes): (GroupKey, Token, u32),
    (cx, cy): (f32, f32),
    type_: &mut Typesetter,
) -> Group {
    let points = 12;
    let mut segments = Vec::new();
    for index in 0..points * 2 {
        let angle = std::f32::consts::PI * index as f32 / points as f32;
        let r = if index % 2 == 0 { HALF } else { 9.5 };
        let (x, y) = (round(cx + r * angle.sin()), round(cy - r * angle.cos()));
        segments.push(if index == 0 { Segment::M(x, y) } else { Segment::L(x, y) });
    }
    segments.push(Segment::Z);
    let edge = Paint { token: Token::Surface, alpha: 0.9 };
    let mut shapes = vec![Shape::Path {
        segments,
        fill: Some(token.into()),
        stroke: Some(Stroke { paint: edge, width: 1.0, dash: Vec::new() }),
    }];
    let said = if votes == 0 { "!".to_owned() } else { votes.to_string() };
    let width = type_.width(&said, SMALL_BOLD);
    shapes.push(text(cx - width / 2.0, cy + 4.0, said, width, SMALL_BOLD, Token::Surface));
    let bounds = Rect::new(cx - HALF, cy - HALF, 2.0 * HALF, 2.0 * HALF);
    Group { key, bounds, line: Vec::new(), shapes }
}

/// A small sheet: how many notes, or that there is a question.
fn sheet(key: GroupKey, said: String, (cx, cy): (f32, f32), type_: &mut Typesetter) -> Group {
    let rect = Rect::new(cx - 9.0, cy - 9.0, 18.0, 18.0);
    let width = type_.width(&said, SMALL_BOLD);
    let edge = Paint { token: Token::NoteInk, alpha: 0.35 };
    let shapes = vec![
        Shape::Rect {
            rect,
            radius: 2.0,
            fill: Some(Token::Note.into()),
            stroke: Some(Stroke { paint: edge, width: 1.0, dash: Vec::new() }),
        },
        text(cx - width / 2.0, cy + 4.0, said, width, SMALL_BOLD, Token::NoteInk),
    ];
    Group { key, bounds: rect, line: Vec::new(), shapes }
}
