//! Document to shapes: text, lanes, layout, routing. Pure: the same document gives the same scene,
//! to the byte.

mod bent;
pub mod compared;
mod compose;
mod connectors;
mod grid;
mod jumps;
mod ladder;
mod lanes;
pub mod layout;
mod measure;
mod room;
mod route;
mod scene;
mod shape;
mod stages;
mod standing;
mod steps;
mod tags;
mod text;
mod words;

pub use compose::Composer;
pub use measure::{HEAD_WIDTH, LANE_HEIGHT};
pub use room::place_new;
pub use scene::{Drawn, Group, GroupKey, Ladder, LaneBand, Part, Scene};
pub use shape::{Paint, Rect, Segment, Shape, Stroke, TextStyle, Token, Weight};
pub use standing::{Standing, standing, target};
pub use text::{FAMILY, Glyph, Line, Typesetter, font_file};
pub use words::{Language, Words};

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_fit_and_ligatures_keep_their_letters() {
        let mut typesetter = Typesetter::new();
        let style = TextStyle::new(13.0, Weight::SemiBold);
        let lines = typesetter.lines("Score and enrich the office lead", style, 100.0);
        assert!(lines.len() >= 2);
        assert!(lines.iter().all(|line| line.width <= 100.0 && line.width > 10.0));
        let glyphs = typesetter.glyphs("office", style);
        let said: String = glyphs.iter().map(|glyph| glyph.text.as_str()).collect();
        assert_eq!(said, "office");
        let width: f32 = glyphs.iter().map(|glyph| glyph.advance).sum();
        assert!((width - typesetter.width("office", style)).abs() < 0.01);
        assert!(glyphs.iter().all(|glyph| glyph.id != 0));
        assert!(typesetter.lines("Donaudampfschifffahrtsgesellschaft", style, 60.0).len() > 2);
        assert_eq!(typesetter.lines_at_most("a b c d e f g h i j", style, 20.0, 2).len(), 2);
    }
}
