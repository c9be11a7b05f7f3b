//! Bursts: where it hurts, and how many in the room say so.

use crate::lanes::text;
use crate::measure::*;
use crate::scene::{Group, GroupKey, Part};
use crate::shape::{Paint, Rect, Segment, Shape, Stroke, Token};
use crate::text::Typesetter;
use model::RecordId;

/// The burst at the corner of a thing that hurts, with the votes it got.
pub(crate) fn burst(id: RecordId, on: &Rect, votes: u32, type_: &mut Typesetter) -> Group {
    let (cx, cy) = (round(on.right() - 2.0), round(on.y + 1.0));
    let points = 12;
    let mut segments = Vec::new();
    for index in 0..points * 2 {
        let angle = std::f32::consts::PI * index as f32 / points as f32;
        let r = if index % 2 == 0 { 12.5 } else { 9.5 };
        let (x, y) = (round(cx + r * angle.sin()), round(cy - r * angle.cos()));
        segments.push(if index == 0 { Segment::M(x, y) } else { Segment::L(x, y) });
    }
    segments.push(Segment::Z);
    let mut shapes = vec![Shape::Path {
        segments,
        fill: Some(Token::Trouble.into()),
        stroke: Some(Stroke {
            paint: Paint { token: Token::Surface, alpha: 0.9 },
            width: 1.0,
            dash: Vec::new(),
        }),
    }];
    let said = if votes == 0 { "!".to_owned() } else { votes.to_string() };
    let width = type_.width(&said, SMALL_BOLD);
    shapes.push(text(cx - width / 2.0, cy + 4.0, said, width, SMALL_BOLD, Token::Surface));
    Group {
        key: GroupKey { part: Part::PainPoint, id },
        bounds: Rect::new(cx - 12.5, cy - 12.5, 25.0, 25.0),
        line: Vec::new(),
        shapes,
    }
}
