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

/// What is lower is filled by its words.
const LEAST_BESIDE: f32 = 40.0;

/// What the room pinned to one thing.
#[derive(Clone, Copy, Default)]
struct Marks {
    /// Votes of its pain points.
    pains: Option<u32>,
    /// Votes of its ideas.
    ideas: Option<u32>,
    notes: Option<Noted>,
}

/// The notes on one thing: how many, of which kind where all are alike, and whether one of them asks.
#[derive(Clone, Copy)]
struct Noted {
    count: u32,
    alike: Option<NoteKind>,
    asks: bool,
}

impl Noted {
    fn and(before: Option<Noted>, kind: NoteKind) -> Noted {
        let alike = before.is_none_or(|it| it.alike == Some(kind)).then_some(kind);
        let asks = kind == NoteKind::Question || before.is_some_and(|it| it.asks);
        Noted { count: before.map_or(0, |it| it.count) + 1, alike, asks }
    }

    /// The sign of their kind, or how many they are.
    fn said(self) -> String {
        let sign = match self.alike {
            Some(NoteKind::Question) => "?",
            Some(NoteKind::Decision) => "✓",
            Some(NoteKind::Assumption) => "≈",
            Some(NoteKind::Parked) => "P",
            None if self.asks => "?+",
            Some(NoteKind::Note) | None => return self.count.to_string(),
        };
        sign.to_owned()
    }
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
            let notes = &mut pinned.entry(at(target)).or_default().notes;
            *notes = Some(Noted::and(*notes, note.about_kind));
        }
    }
    let mut groups = Vec::new();
    for (id, marks) in pinned {
        let Some(on) = corners.get(&id) else { continue };
        let (right, top) = (round(on.right() - 2.0), round(on.y + 1.0));
        // Beside it on a step; on a pill, whose words it would cover, outside.
        let beside = if on.h < LEAST_BESIDE { 2.0 * HALF - 1.0 } else { -2.0 * HALF - 3.0 };
        let ideas_at = right + if marks.pains.is_some() { beside } else { 0.0 };
        let key = |part| GroupKey { part, id };
        if let Some(votes) = marks.pains {
            let mark = (key(Part::PainPoint), Token::Trouble, votes);
            groups.push(Arc::new(burst(mark, (right, top), type_)));
        }
        if let Some(votes) = marks.ideas {
            let mark = (key(Part::Idea), Token::Good, votes);
            groups.push(Arc::new(burst(mark, (ideas_at, top), type_)));
        }
        if let Some(notes) = marks.notes {
            let said = notes.said();
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

/// A small sheet with what is said of the notes.
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn notes_of_one_kind_show_its_sign_and_others_how_many_they_are() {
        let said = |kinds: &[NoteKind]| {
            let all = kinds.iter().fold(None, |before, kind| Some(Noted::and(before, *kind)));
            all.map(Noted::said).unwrap_or_default()
        };
        assert_eq!(said(&[NoteKind::Decision, NoteKind::Decision]), "✓");
        assert_eq!(said(&[NoteKind::Assumption]), "≈");
        assert_eq!(said(&[NoteKind::Parked]), "P");
        assert_eq!(said(&[NoteKind::Question]), "?");
        assert_eq!(said(&[NoteKind::Note, NoteKind::Note]), "2");
        assert_eq!(said(&[NoteKind::Decision, NoteKind::Parked, NoteKind::Decision]), "3");
        assert_eq!(said(&[NoteKind::Decision, NoteKind::Question]), "?+");
    }
}
