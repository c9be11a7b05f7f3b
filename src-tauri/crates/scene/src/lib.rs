//! Document to shapes: text, lanes, layout, routing. Pure: the same document gives the same scene,
//! to the byte.

mod badge;
mod bent;
pub mod compared;
mod compose;
mod connectors;
mod faces;
mod grid;
mod held;
mod jumps;
mod ladder;
mod lanes;
pub mod layout;
mod measure;
mod moved;
mod remembered;
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
pub use faces::{FAMILY, Face, Forms, families};
pub use held::Held;
pub use measure::{HEAD_WIDTH, LANE_HEIGHT};
pub use moved::Moved;
pub use room::place_new;
pub use scene::{Drawn, Group, GroupKey, Ladder, LaneBand, Part, Scene};
pub use shape::{Paint, Rect, Segment, Shape, Stroke, TextStyle, Token, Weight};
pub use standing::{Standing, standing, target};
pub use text::{Glyph, Line, Typesetter, arranged, right_to_left};
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

    #[test]
    fn a_text_that_is_read_to_the_left_is_set_so() {
        let mut typesetter = Typesetter::new();
        let style = TextStyle::new(13.0, Weight::Regular);
        let line = typesetter.lines("تسليم ABC", style, f32::INFINITY)[0].clone();
        assert!(line.rtl && right_to_left(&line.text));
        assert_eq!(line.start(10.0, 210.0), 210.0 - line.width);
        let glyphs = typesetter.glyphs(&line.text, style);
        // The Latin letters stand at the left, and the Arabic ones follow from their end.
        let said: String = glyphs.iter().map(|glyph| glyph.text.as_str()).collect();
        assert!(said.starts_with("ABC") && said.ends_with("ت"), "{said}");
        assert!(glyphs.iter().all(|glyph| glyph.id != 0));
    }

    #[test]
    fn arrows_lead_from_one_name_to_the_next() {
        assert_eq!(arranged("Sales → Onboarding"), "Sales → Onboarding");
        assert_eq!(arranged("مبيعات → تهيئة"), "مبيعات ← تهيئة");
        assert_eq!(arranged("← تهيئة"), "→ تهيئة");
        assert_eq!(arranged("H-01 מכירות → הטמעה"), "H-01 מכירות \u{200E}→\u{200E} הטמעה");
        // A sentence that begins with a name is read as the sentence is.
        let sentence = "מכירות is accountable for that handoff";
        assert!(!right_to_left(&arranged(sentence)) && right_to_left(sentence));
        let mut typesetter = Typesetter::new();
        let style = TextStyle::new(13.0, Weight::Regular);
        let line = typesetter.lines("H-01 מכירות → הטמעה", style, f32::INFINITY)[0].text.clone();
        let glyphs = typesetter.glyphs(&line, style);
        let place = |letter: &str| glyphs.iter().find(|it| it.text == letter).unwrap().x;
        assert!(place("כ") < place("→") && place("→") < place("ט"), "{glyphs:?}");
    }

    #[test]
    fn every_script_has_a_font_and_shared_characters_the_forms_of_their_country() {
        let mut typesetter = Typesetter::new();
        let style = TextStyle::new(13.0, Weight::SemiBold);
        let words = [
            "Übergabe ąęłžőș",
            "Παραλαβή",
            "Приём",
            "تسليم",
            "מסירה",
            "सौंपना",
            "হস্তান্তর",
            "ஒப்படைப்பு",
            "ส่งมอบ",
            "引き継ぎ",
            "交接",
            "인수인계",
            "✓ ★ ➜ 🚚 👍🏽",
        ];
        for word in words {
            let glyphs = typesetter.glyphs(word, style);
            assert!(glyphs.iter().all(|glyph| glyph.id != 0), "{word}: {glyphs:?}");
        }
        let face = |forms| Typesetter::with(forms).glyphs("直", style)[0].face.name();
        assert_eq!(face(Forms::Japanese), "NotoSansJP-Regular");
        assert_eq!(face(Forms::Chinese), "NotoSansSC-Regular");
        assert_eq!(face(Forms::Korean), "NotoSansKR-Regular");
        // As wide in each, so that lines break alike whatever is known of the rest.
        let wide = |forms| Typesetter::with(forms).width("契約の確認と引き継ぎ", style);
        assert_eq!(wide(Forms::Japanese), wide(Forms::Chinese));
    }
}
