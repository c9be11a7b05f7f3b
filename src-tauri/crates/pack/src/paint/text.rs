//! Text as glyphs: every line of a booklet shaped once, with what each glyph stands for, so that
//! what is drawn can be selected, searched and read aloud.

use super::threads::{cores, in_parts};
use scene::{Face, Forms, Glyph, Shape, TextStyle, Typesetter, Weight};
use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};

/// Shaped lines, and the glyphs they use.
pub struct Shaped {
    /// Glyph sequences at size 1,000, so that every size shares them.
    lines: HashMap<Weight, HashMap<String, Vec<Glyph>>>,
    /// The glyphs in use and what each stands for at its first use.
    pub meanings: BTreeMap<Face, BTreeMap<u16, String>>,
    /// Characters without a glyph, and a text where each stands.
    pub missing: BTreeMap<char, String>,
}

/// Fewer lines are shaped sooner than another core has read the fonts.
const WORTH_A_THREAD: usize = 256;

/// Size at which lines are shaped: thousandths of an em.
pub const EM: f32 = 1000.0;

impl Shaped {
    /// The lines of these shapes.
    pub fn of<'a>(shapes: impl Iterator<Item = &'a Shape> + Clone) -> Shaped {
        let texts = shapes.filter_map(|shape| match shape {
            Shape::Text { text, style, .. } => Some((text.as_str(), style.weight)),
            _ => None,
        });
        let forms = Forms::of(texts.clone().map(|(text, _)| text));
        let mut seen = HashSet::new();
        let lines: Vec<(&str, Weight)> = texts.filter(|line| seen.insert(*line)).collect();
        let share = lines.len().div_ceil(cores()).max(WORTH_A_THREAD);
        let shape = |lines: &[(&str, Weight)]| -> Vec<Vec<Glyph>> {
            let mut typesetter = Typesetter::with(forms);
            let glyphs = |(text, weight): &(&str, Weight)| {
                typesetter.glyphs(text, TextStyle::new(EM, *weight))
            };
            lines.iter().map(glyphs).collect()
        };
        let glyphs = in_parts(lines.chunks(share), shape);
        let mut shaped =
            Shaped { lines: HashMap::new(), meanings: BTreeMap::new(), missing: BTreeMap::new() };
        // In the order of the pages, so that it is the same file on any number of cores.
        for ((text, weight), glyphs) in lines.into_iter().zip(glyphs.into_iter().flatten()) {
            shaped.keep(text, weight, glyphs);
        }
        shaped
    }

    /// Remembers a line and what its glyphs stand for.
    fn keep(&mut self, text: &str, weight: Weight, glyphs: Vec<Glyph>) {
        for (glyph, cluster) in glyphs.iter().zip(clusters(&glyphs)) {
            if glyph.id == 0 {
                for character in glyph.text.chars().filter(|it| !it.is_control()) {
                    self.missing.entry(character).or_insert_with(|| text.to_owned());
                }
            }
            let meanings = self.meanings.entry(glyph.face).or_default();
            let meaning = meanings.entry(glyph.id).or_default();
            if meaning.is_empty() && cluster == 1 && !is_mark(&glyph.text) {
                meaning.clone_from(&glyph.text);
            }
        }
        self.lines.entry(weight).or_default().insert(text.to_owned(), glyphs);
    }

    /// The glyphs of a shaped line, in thousandths of an em.
    pub fn glyphs(&self, text: &str, weight: Weight) -> &[Glyph] {
        self.lines.get(&weight).and_then(|all| all.get(text)).map_or(&[], Vec::as_slice)
    }

    /// The faces in use, and the glyphs of each.
    pub fn used(&self) -> impl Iterator<Item = (Face, BTreeSet<u16>)> {
        self.meanings.iter().map(|(face, all)| (*face, all.keys().copied().collect()))
    }

    /// What a glyph stands for in the table of its font.
    pub fn meaning(&self, face: Face, glyph: u16) -> &str {
        self.meanings.get(&face).and_then(|all| all.get(&glyph)).map_or("", String::as_str)
    }

    /// A line in stretches: of glyphs that each stand for what they say, or of those of one cluster
    /// that do not, which have to carry their words along. Both go from left to right: readers of
    /// text that is written to the left turn what they find, so that a stretch of words as they are
    /// read would come out backwards.
    pub fn stretches<'a>(&'a self, glyphs: &'a [Glyph]) -> Vec<(&'a [Glyph], Option<&'a str>)> {
        let mut stretches = Vec::new();
        let (mut begun, mut at) = (0, 0);
        while let Some(glyph) = glyphs.get(at) {
            let rest = glyphs.get(at + 1..).unwrap_or_default();
            let end = at + 1 + rest.iter().take_while(|it| it.text.is_empty()).count();
            let plain = end == at + 1
                && glyph.id != 0
                && self.meaning(glyph.face, glyph.id) == glyph.text
                && !glyph.text.is_empty();
            if !plain {
                stretches.push((glyphs.get(begun..at).unwrap_or_default(), None));
                let cluster = glyphs.get(at..end).unwrap_or_default();
                stretches.push((cluster, Some(glyph.text.as_str())));
                begun = end;
            }
            at = end;
        }
        stretches.push((glyphs.get(begun..).unwrap_or_default(), None));
        stretches.retain(|(glyphs, _)| !glyphs.is_empty());
        stretches
    }
}

/// Whether it only says which way a text is read; it may be drawn with the glyph of a space, which
/// then still means a space.
fn is_mark(text: &str) -> bool {
    text.chars().all(|it| matches!(it, '\u{200E}' | '\u{200F}'))
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
