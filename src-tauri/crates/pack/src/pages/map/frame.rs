//! What frames a part of a map: the bands and heads of lanes and the heads of stages, drawn anew for as
//! much of the map as the part shows.

use scene::{Group, Rect, Shape};

/// From the edge of a column to the name in its head.
const INSET: f32 = 12.0;

/// A band from there to there, with room for its head before it.
pub fn stretched(group: &Group, left: f32, right: f32) -> Vec<Shape> {
    let head = head_width(group);
    let stretch = |shape: &Shape| match shape {
        Shape::Rect { rect, radius, fill, stroke } => Shape::Rect {
            rect: Rect::new(left - head, rect.y, right - left + head, rect.h),
            radius: *radius,
            fill: *fill,
            stroke: stroke.clone(),
        },
        shape => shape.clone(),
    };
    group.shapes.iter().map(stretch).collect()
}

/// The heads of lanes stand before the beginning of the lanes, which is at 0.
fn head_width(group: &Group) -> f32 {
    -group.bounds.x
}

pub fn shifted(group: &Group, dx: f32, dy: f32) -> Vec<Shape> {
    group.shapes.iter().map(|it| it.moved(1.0, dx, dy)).collect()
}

/// The head of a stage above a lane and its marks, and its border through them, as far as the lane
/// reaches; nothing of a stage beside it.
pub fn column(group: &Group, window: Rect, all: Rect) -> Vec<Shape> {
    let head = group.bounds;
    let (left, right) = (head.x.max(window.x), head.right().min(window.right()));
    if right - left < 1.0 {
        return Vec::new();
    }
    let dy = all.y - head.bottom();
    let fit = |shape: &Shape| match shape {
        Shape::Rect { rect, radius, fill, stroke } => {
            let (from, until) = (rect.x.max(left), rect.right().min(right));
            let height = if rect.h > head.h { head.h + all.h } else { rect.h };
            let rect = Rect::new(from, rect.y + dy, until - from, height);
            let (radius, fill, stroke) = (*radius, *fill, stroke.clone());
            (until > from).then_some(Shape::Rect { rect, radius, fill, stroke })
        }
        Shape::Text { x, y, width, text, style, paint } => {
            let x = x.max(left + INSET);
            let fits = x + width <= right;
            let (y, text) = (y + dy, text.clone());
            let shape = Shape::Text { x, y, width: *width, text, style: *style, paint: *paint };
            fits.then_some(shape)
        }
        _ => None,
    };
    group.shapes.iter().filter_map(fit).collect()
}
