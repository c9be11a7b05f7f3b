//! What is drawn beside text: rules and boxes to tick.

use super::galley::Galley;
use scene::{Paint, Rect, Shape, Stroke, Token};

impl Galley {
    /// A horizontal rule; decoration.
    pub fn rule(&mut self, x: f32, y: f32, width: f32, thickness: f32, token: Token) {
        self.decorate(Shape::Rect {
            rect: Rect::new(x, y - thickness / 2.0, width, thickness),
            radius: 0.0,
            fill: Some(Paint::from(token)),
            stroke: None,
        });
    }

    /// A small box to tick, ticked or not; decoration, the text beside it says the same.
    pub fn tick_box(&mut self, x: f32, y: f32, ticked: bool) {
        let (fill, edge) =
            if ticked { (Token::Good, Token::Good) } else { (Token::Surface, Token::Flow) };
        self.decorate(Shape::Rect {
            rect: Rect::new(x + 0.4, y + 0.4, 11.2, 11.2),
            radius: 2.5,
            fill: Some(fill.into()),
            stroke: Some(Stroke { paint: edge.into(), width: 0.8, dash: Vec::new() }),
        });
        if ticked {
            use scene::Segment::{L, M};
            self.decorate(Shape::Path {
                segments: vec![M(x + 3.0, y + 6.2), L(x + 5.2, y + 8.4), L(x + 9.2, y + 3.8)],
                fill: None,
                stroke: Some(Stroke { paint: Token::Surface.into(), width: 1.5, dash: Vec::new() }),
            });
        }
    }
}
