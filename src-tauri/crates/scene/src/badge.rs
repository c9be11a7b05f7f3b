//! The badge beside a number that giver and receiver see far apart.

use crate::lanes::text;
use crate::measure::{SMALL_BOLD, round};
use crate::shape::{Rect, Shape, Stroke, Token};
use crate::text::Typesetter;

/// What stands in it.
pub(crate) const DISPUTED: &str = "≠";
/// How wide it is, in points.
pub(crate) const WIDTH: f32 = 15.0;

/// The width of the sign alone.
pub(crate) fn sign(type_: &mut Typesetter) -> f32 {
    type_.width(DISPUTED, SMALL_BOLD)
}

/// The badge with its left edge at `x`, beside a text that stands on `base`; `sign` is the width of
/// its sign.
pub(crate) fn badge(x: f32, base: f32, sign: f32) -> [Shape; 2] {
    let (cx, cy) = (round(x + WIDTH / 2.0), round(base - 4.0));
    [
        // A round step alone is a circle: that is how the view tells where its body is.
        Shape::Rect {
            rect: Rect::new(cx - WIDTH / 2.0, cy - WIDTH / 2.0, WIDTH, WIDTH),
            radius: WIDTH / 2.0,
            fill: Some(Token::Surface.into()),
            stroke: Some(Stroke { paint: Token::Watch.into(), width: 1.0, dash: Vec::new() }),
        },
        text(cx - sign / 2.0, cy + 4.0, DISPUTED.to_owned(), sign, SMALL_BOLD, Token::Watch),
    ]
}
