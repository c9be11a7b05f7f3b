//! Shapes and groups at another place. What an edit only moves is said as that: most of what a gesture
//! with many steps changes is as it was, elsewhere.

use crate::scene::{Group, GroupKey};
use crate::shape::{Rect, Segment, Shape, Stroke, TextStyle};
use serde::Serialize;
use ts_rs::TS;

/// A group that is drawn as it was, elsewhere.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, TS)]
#[ts(export_to = "contract.ts")]
pub struct Moved {
    /// Which one.
    pub key: GroupKey,
    /// How far to the right, in points.
    pub dx: f32,
    /// How far down.
    pub dy: f32,
}

impl Shape {
    /// A shape at another size in another place; lines and text grow with it.
    pub fn moved(&self, scale: f32, dx: f32, dy: f32) -> Shape {
        let x = |x: f32| x * scale + dx;
        let y = |y: f32| y * scale + dy;
        let line = |stroke: &Option<Stroke>| {
            stroke.as_ref().map(|it| Stroke {
                paint: it.paint,
                width: it.width * scale,
                dash: it.dash.iter().map(|length| length * scale).collect(),
            })
        };
        match self {
            Shape::Rect { rect, radius, fill, stroke } => Shape::Rect {
                rect: Rect::new(x(rect.x), y(rect.y), rect.w * scale, rect.h * scale),
                radius: radius * scale,
                fill: *fill,
                stroke: line(stroke),
            },
            Shape::Circle { cx, cy, r, fill, stroke } => Shape::Circle {
                cx: x(*cx),
                cy: y(*cy),
                r: r * scale,
                fill: *fill,
                stroke: line(stroke),
            },
            Shape::Path { segments, fill, stroke } => Shape::Path {
                segments: segments.iter().map(|segment| segment.mapped(&x, &y)).collect(),
                fill: *fill,
                stroke: line(stroke),
            },
            Shape::Image { rect, png } => Shape::Image {
                rect: Rect::new(x(rect.x), y(rect.y), rect.w * scale, rect.h * scale),
                png: png.clone(),
            },
            Shape::Text { x: left, y: base, width, text, style, paint } => Shape::Text {
                x: x(*left),
                y: y(*base),
                width: width * scale,
                text: text.clone(),
                style: TextStyle::new(style.size * scale, style.weight),
                paint: *paint,
            },
        }
    }
}

impl Segment {
    /// The same with its points elsewhere.
    pub fn mapped(self, x: &impl Fn(f32) -> f32, y: &impl Fn(f32) -> f32) -> Segment {
        match self {
            Segment::M(ax, ay) => Segment::M(x(ax), y(ay)),
            Segment::L(ax, ay) => Segment::L(x(ax), y(ay)),
            Segment::C(ax, ay, bx, by, cx, cy) => {
                Segment::C(x(ax), y(ay), x(bx), y(by), x(cx), y(cy))
            }
            Segment::Z => Segment::Z,
        }
    }
}

impl Group {
    /// The same at another place.
    pub fn moved(&self, dx: f32, dy: f32) -> Group {
        let Rect { x, y, w, h } = self.bounds;
        Group {
            key: self.key,
            bounds: Rect::new(x + dx, y + dy, w, h),
            line: self.line.iter().map(|(x, y)| (x + dx, y + dy)).collect(),
            shapes: self.shapes.iter().map(|shape| shape.moved(1.0, dx, dy)).collect(),
        }
    }

    /// How this came from `before`, if it is that at another place, to the last bit of every number.
    pub(crate) fn moved_from(&self, before: &Group) -> Option<Moved> {
        let alike = |a: &Group, b: &Group| {
            let sizes = |it: &Group| (it.bounds.w, it.bounds.h, it.line.len(), it.shapes.len());
            sizes(a) == sizes(b)
        };
        if !alike(self, before) {
            return None;
        }
        let (dx, dy) = (self.bounds.x - before.bounds.x, self.bounds.y - before.bounds.y);
        (before.moved(dx, dy) == *self).then_some(Moved { key: self.key, dx, dy })
    }
}
