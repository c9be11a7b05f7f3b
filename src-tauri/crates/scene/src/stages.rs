//! Stages as columns: a head above the lanes, and a border down to the last of them.

use crate::lanes::text;
use crate::measure::*;
use crate::scene::{Group, GroupKey, Part};
use crate::shape::{Paint, Rect, Shape, Token};
use crate::text::Typesetter;
use model::{Document, StateId};

/// The drawn stages of a state, left to right. `bottom` is where the lanes end.
pub(crate) fn groups(
    document: &Document,
    state: StateId,
    bottom: f32,
    type_: &mut Typesetter,
) -> Vec<Group> {
    let mut columns: Vec<_> = document
        .stages()
        .filter(|stage| stage.state == state)
        .filter_map(|stage| Some((stage.until?, stage)))
        .collect();
    columns.sort_by_key(|(until, stage)| (*until, stage.order, stage.id));
    let mut left = 0.0;
    let mut groups = Vec::new();
    for (until, stage) in columns {
        let right = until as f32;
        let head = Rect::new(left, -STAGE_HEAD, (right - left).max(0.0), STAGE_HEAD);
        groups.push(group(stage.id.into(), &stage.name, head, bottom, type_));
        left = right;
    }
    groups
}

fn group(
    id: model::RecordId,
    name: &str,
    head: Rect,
    bottom: f32,
    type_: &mut Typesetter,
) -> Group {
    let filled = |rect, token, alpha| Shape::Rect {
        rect,
        radius: 0.0,
        fill: Some(Paint { token, alpha }),
        stroke: None,
    };
    let mut shapes = vec![
        filled(head, Token::Surface, 0.6),
        filled(Rect::new(head.x, head.bottom() - 0.5, head.w, 1.0), Token::Hairline, 1.0),
        filled(Rect::new(head.right() - 0.5, head.y, 1.0, bottom - head.y), Token::Muted, 0.45),
    ];
    let lines = type_.lines_at_most(name, SMALL_BOLD, (head.w - 24.0).max(1.0), 1);
    for line in lines {
        let y = head.y + 19.0;
        let x = line.start(head.x + 12.0, head.right() - 12.0);
        shapes.push(text(x, y, line.text, line.width, SMALL_BOLD, Token::Secondary));
    }
    let key = GroupKey { part: Part::Stage, id };
    Group { key, bounds: head, line: Vec::new(), shapes }
}
