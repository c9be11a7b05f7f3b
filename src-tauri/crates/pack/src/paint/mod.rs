//! Shapes onto targets: one painter for PDF, one for SVG (and PNG through it), one for shapes
//! inside HTML. What they share is here: shapes as paths, moved, measured.

mod colour;
mod contents;
mod finish;
mod font;
mod form;
mod form_font;
mod inline;
mod metadata;
mod pdf;
mod pen;
mod picture;
mod png;
mod save;
mod sfnt;
mod svg;
mod tags;
mod text;
mod threads;
mod web_font;
mod widget;

#[cfg(test)]
pub use finish::spoken;
pub use form_font::has as can_be_filled_in;
pub use inline::{colour_name, inline};
pub use pdf::pdf;
pub use picture::picture;
pub use png::png;
pub use svg::{escaped, svg};
pub use web_font::font_rules;

use scene::{Paint, Rect, Segment, Shape, Stroke};

/// How far the handles of a quarter circle reach, for a radius of 1.
const QUARTER: f32 = 0.552_284_8;

/// The rectangle around shapes, as wide as their lines are; nothing around nothing.
pub fn extent(shapes: &[Shape]) -> Option<Rect> {
    shapes.iter().filter_map(around).reduce(|all, one| all.union(&one))
}

/// The rectangle around a shape, as wide as its lines are; nothing around a path without points.
pub fn around(shape: &Shape) -> Option<Rect> {
    let half = |stroke: &Option<Stroke>| stroke.as_ref().map_or(0.0, |it| it.width / 2.0);
    match shape {
        Shape::Rect { rect, stroke, .. } => Some(rect.grown(half(stroke))),
        Shape::Image { rect, .. } => Some(*rect),
        Shape::Circle { cx, cy, r, stroke, .. } => {
            Some(Rect::new(cx - r, cy - r, 2.0 * r, 2.0 * r).grown(half(stroke)))
        }
        Shape::Path { segments, stroke, .. } => {
            let points = segments.iter().flat_map(|segment| match *segment {
                Segment::M(x, y) | Segment::L(x, y) => vec![(x, y)],
                Segment::C(ax, ay, bx, by, x, y) => vec![(ax, ay), (bx, by), (x, y)],
                Segment::Z => Vec::new(),
            });
            let all = points.map(|(x, y)| Rect::new(x, y, 0.0, 0.0)).reduce(|a, b| a.union(&b));
            all.map(|all| all.grown(half(stroke)))
        }
        Shape::Text { x, y, width, style, .. } => {
            Some(Rect::new(*x, y - style.size, *width, style.size * 1.25))
        }
    }
}

/// The size of the smallest text.
pub fn smallest_text(shapes: &[Shape]) -> Option<f32> {
    shapes
        .iter()
        .filter_map(|shape| match shape {
            Shape::Text { style, .. } => Some(style.size),
            _ => None,
        })
        .reduce(f32::min)
}

/// The outline of a shape with how it is filled and drawn; nothing for text.
fn outline(shape: &Shape) -> Option<(Vec<Segment>, Option<Paint>, Option<&Stroke>)> {
    match shape {
        Shape::Rect { rect, radius, fill, stroke } => {
            Some((rounded(*rect, *radius), *fill, stroke.as_ref()))
        }
        Shape::Circle { cx, cy, r, fill, stroke } => {
            let rect = Rect::new(cx - r, cy - r, 2.0 * r, 2.0 * r);
            Some((rounded(rect, *r), *fill, stroke.as_ref()))
        }
        Shape::Path { segments, fill, stroke } => Some((segments.clone(), *fill, stroke.as_ref())),
        Shape::Image { .. } | Shape::Text { .. } => None,
    }
}

fn rounded(rect: Rect, radius: f32) -> Vec<Segment> {
    use Segment::{C, L, M, Z};
    let (l, t, r, b) = (rect.x, rect.y, rect.right(), rect.bottom());
    let q = radius.min(rect.w / 2.0).min(rect.h / 2.0).max(0.0);
    if q == 0.0 {
        return vec![M(l, t), L(r, t), L(r, b), L(l, b), Z];
    }
    let k = q * (1.0 - QUARTER);
    vec![
        M(l + q, t),
        L(r - q, t),
        C(r - k, t, r, t + k, r, t + q),
        L(r, b - q),
        C(r, b - k, r - k, b, r - q, b),
        L(l + q, b),
        C(l + k, b, l, b - k, l, b - q),
        L(l, t + q),
        C(l, t + k, l + k, t, l + q, t),
        Z,
    ]
}
