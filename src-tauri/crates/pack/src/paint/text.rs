//! Text as glyphs: every line of a booklet shaped once, with what each glyph stands for, so that
//! what is drawn can be selected, searched and read aloud.

use scene::{Glyph, TextStyle, Typesetter, Weight};
use std::collections::{BTreeMap, BTreeSet};

/// Shaped lines, and the glyphs they use.
pub struct Shaped {
    typesetter: Typesetter,
    /// Glyph sequences at size 1,000, so that every size shares them.
    lines: BTreeMap<(Weight, String), Vec<Glyph>>,
    /// The glyphs in use and what each stands for at its first use.
    pub meanings: BTreeMap<Weight, BTreeMap<u16, String>>,
    /// Characters without a glyph, and a text where each stands.
    pub missing: BTreeMap<char, String>,
}

/// Size at which lines are shaped: thousandths of an em.
pub const EM: f32 = 1000.0;

impl Shaped {
    /// Nothing shaped yet.
    pub fn new() -> Shaped {
        Shaped {
            typesetter: Typesetter::new(),
            lines: BTreeMap::new(),
            meanings: BTreeMap::new(),
            missing: BTreeMap::new(),
        }
    }

    /// Shapes a line and remembers its glyphs.
    pub fn shape(&mut self, text: &str, weight: Weight) {
        let key = (weight, text.to_owned());
        if self.lines.contains_key(&key) {
            return;
        }
        let glyphs = self.typesetter.glyphs(text, TextStyle::new(EM, weight));
        let meanings = self.meanings.entry(weight).or_default();
        for (glyph, cluster) in glyphs.iter().zip(clusters(&glyphs)) {
            if glyph.id == 0 {
                for character in glyph.text.chars().filter(|it| !it.is_control()) {
                    self.missing.entry(character).or_insert_with(|| text.to_owned());
                }
            }
            let meaning = meanings.entry(glyph.id).or_default();
            if meaning.is_empty() && cluster == 1 {
                meaning.clone_from(&glyph.text);
            }
        }
        self.lines.insert(key, glyphs);
    }

    /// The glyphs of a shaped line, in thousandths of an em.
    pub fn glyphs(&self, text: &str, weight: Weight) -> &[Glyph] {
        self.lines.get(&(weight, text.to_owned())).map(Vec::as_slice).unwrap_or_default()
    }

    /// The glyphs of a weight that are in use.
    pub fn used(&self, weight: Weight) -> BTreeSet<u16> {
        self.meanings.get(&weight).map(|all| all.keys().copied().collect()).unwrap_or_default()
    }

    /// What a glyph stands for in the table of its font.
    pub fn meaning(&self, weight: Weight, glyph: u16) -> &str {
        self.meanings.get(&weight).and_then(|all| all.get(&glyph)).map_or("", String::as_str)
    }

    /// Whether the glyphs of a line, one after the other, say what the line says. When they do
    /// not, the line has to carry its words along.
    pub fn speaks_for_itself(&self, text: &str, weight: Weight) -> bool {
        let mut rest = text;
        for glyph in self.glyphs(text, weight) {
            let meaning = self.meaning(weight, glyph.id);
            match rest.strip_prefix(meaning) {
                Some(after) if !meaning.is_empty() && glyph.id != 0 => rest = after,
                _ => return false,
            }
        }
        rest.is_empty()
    }
}

/// For each glyph, how many glyphs its cluster has.
fn clusters(glyphs: &[Glyph]) -> Vec<usize> {
    let mut sizes = vec![1; glyphs.len()];
    let mut first = 0;
    for (index, glyph) in glyphs.iter().enumerate() {
        if !glyph.text.is_empty() {
            first = index;
            continue;
        }
        let members = index - first + 1;
        for size in sizes.iter_mut().take(index + 1).skip(first) {
            *size = members;
        }
    }
    sizes
}
