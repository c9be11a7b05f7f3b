//! Text: shaped, measured and broken into lines once, by parley with the bundled font. Canvas,
//! SVG and PDF draw these lines at these places.

use crate::shape::{TextStyle, Weight};
use parley::fontique::{Blob, Collection, CollectionOptions, FontInfoOverride, SourceCache};
use parley::{
    FontContext, FontFamily, FontWeight, Layout, LayoutContext, OverflowWrap, StyleProperty,
};
use std::collections::HashMap;
use std::sync::Arc;

/// The bundled font file of a weight: Inter, under the SIL Open Font License.
pub fn font_file(weight: Weight) -> &'static [u8] {
    match weight {
        Weight::Regular => include_bytes!("../fonts/Inter-Regular.ttf"),
        Weight::Medium => include_bytes!("../fonts/Inter-Medium.ttf"),
        Weight::SemiBold => include_bytes!("../fonts/Inter-SemiBold.ttf"),
        Weight::Bold => include_bytes!("../fonts/Inter-Bold.ttf"),
    }
}

/// The family name that every painter uses.
pub const FAMILY: &str = "Inter";

/// One line of broken text.
#[derive(Clone, Debug, PartialEq)]
pub struct Line {
    /// What it says, without the space it was broken at.
    pub text: String,
    /// How wide that is, in points.
    pub width: f32,
}

/// One shaped glyph.
#[derive(Clone, Debug, PartialEq)]
pub struct Glyph {
    /// Index in the font file.
    pub id: u16,
    /// Left end from the start of the line, in points.
    pub x: f32,
    /// Up is negative; from the baseline, in points.
    pub y: f32,
    /// How far the pen moves, in points.
    pub advance: f32,
    /// The characters it stands for; empty for the second and later glyphs of a cluster.
    pub text: String,
}

/// Shapes, measures and breaks text. Holds the font and what it measured before; the same text
/// gives the same lines always.
pub struct Typesetter {
    fonts: FontContext,
    layouts: LayoutContext<()>,
    broken: HashMap<Measure, HashMap<String, Arc<Vec<Line>>>>,
    remembered: usize,
}

/// Size, weight and width of a text, by their bits.
type Measure = (u32, Weight, u32);

impl Default for Typesetter {
    fn default() -> Self {
        Typesetter::new()
    }
}

/// Lines remembered before the memory is emptied; a map of 2,000 steps needs some 10,000.
const REMEMBERED: usize = 60_000;

impl Typesetter {
    /// A typesetter with the bundled font and no other.
    pub fn new() -> Typesetter {
        let mut collection =
            Collection::new(CollectionOptions { shared: false, system_fonts: false });
        for weight in [Weight::Regular, Weight::Medium, Weight::SemiBold, Weight::Bold] {
            let named = FontInfoOverride {
                family_name: Some(FAMILY),
                weight: Some(FontWeight::new(f32::from(weight.number()))),
                ..FontInfoOverride::default()
            };
            collection.register_fonts(Blob::new(Arc::new(font_file(weight))), Some(named));
        }
        Typesetter {
            fonts: FontContext { collection, source_cache: SourceCache::default() },
            layouts: LayoutContext::new(),
            broken: HashMap::new(),
            remembered: 0,
        }
    }

    fn layout(&mut self, text: &str, style: TextStyle, width: Option<f32>) -> Layout<()> {
        let mut builder = self.layouts.ranged_builder(&mut self.fonts, text, 1.0, false);
        builder.push_default(StyleProperty::FontFamily(FontFamily::named(FAMILY)));
        builder.push_default(StyleProperty::FontSize(style.size));
        builder.push_default(FontWeight::new(f32::from(style.weight.number())));
        builder.push_default(StyleProperty::OverflowWrap(OverflowWrap::Anywhere));
        let mut layout = builder.build(text);
        layout.break_all_lines(width);
        layout
    }

    /// The lines of a text no wider than `width` points; one line a paragraph when `width` is
    /// infinite. A word wider than that is broken inside.
    pub fn lines(&mut self, text: &str, style: TextStyle, width: f32) -> Arc<Vec<Line>> {
        let key = (style.size.to_bits(), style.weight, width.to_bits());
        if let Some(lines) = self.broken.get(&key).and_then(|known| known.get(text)) {
            return Arc::clone(lines);
        }
        let layout = self.layout(text, style, width.is_finite().then_some(width));
        let lines = layout
            .lines()
            .map(|line| {
                let metrics = line.metrics();
                let said = text.get(line.text_range()).unwrap_or_default();
                let width = metrics.advance - metrics.hanging_advance;
                Line { text: said.trim_end().to_owned(), width }
            })
            .collect();
        let lines = Arc::new(lines);
        if self.remembered >= REMEMBERED {
            self.broken.clear();
            self.remembered = 0;
        }
        self.remembered += 1;
        self.broken.entry(key).or_default().insert(text.to_owned(), Arc::clone(&lines));
        lines
    }

    /// At most `most` lines; what does not fit ends in an ellipsis.
    pub fn lines_at_most(
        &mut self,
        text: &str,
        style: TextStyle,
        width: f32,
        most: usize,
    ) -> Vec<Line> {
        let all = self.lines(text, style, width);
        if all.len() <= most {
            return all.to_vec();
        }
        let mut kept: Vec<Line> = all.iter().take(most).cloned().collect();
        if let Some(last) = kept.last_mut() {
            let mut said = last.text.clone();
            loop {
                let shortened = format!("{}…", said.trim_end());
                let measured = self.width(&shortened, style);
                if measured <= width || said.pop().is_none() {
                    *last = Line { text: shortened, width: measured };
                    break;
                }
            }
        }
        kept
    }

    /// The width of a text on one line, in points.
    pub fn width(&mut self, text: &str, style: TextStyle) -> f32 {
        self.lines(text, style, f32::INFINITY).first().map_or(0.0, |line| line.width)
    }

    /// The glyphs of one line, left to right.
    pub fn glyphs(&mut self, text: &str, style: TextStyle) -> Vec<Glyph> {
        let layout = self.layout(text, style, None);
        let mut glyphs = Vec::new();
        let mut pen = 0.0;
        for run in layout.lines().take(1).flat_map(|line| line.runs()) {
            for cluster in run.visual_clusters() {
                // The first glyph of a ligature carries the whole advance and stands for all of it.
                if cluster.is_ligature_continuation() {
                    if let Some(first) = glyphs.last_mut() {
                        let first: &mut Glyph = first;
                        first.text.push_str(text.get(cluster.text_range()).unwrap_or_default());
                    }
                    continue;
                }
                let mut said = text.get(cluster.text_range()).unwrap_or_default().to_owned();
                for glyph in cluster.glyphs() {
                    glyphs.push(Glyph {
                        id: u16::try_from(glyph.id).unwrap_or_default(),
                        x: pen + glyph.x,
                        y: glyph.y,
                        advance: glyph.advance,
                        text: std::mem::take(&mut said),
                    });
                    pen += glyph.advance;
                }
            }
        }
        glyphs
    }
}
