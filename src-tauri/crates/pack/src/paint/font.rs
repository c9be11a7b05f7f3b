//! The bundled fonts as painters need them: advances, metrics, outlines, and cut down to the
//! glyphs that are used.

use super::pdf::Cut;
use super::text::EM;
use crate::Error;
use printpdf::{FontMetrics, ParsedFont, PdfFontMetricsStub};
use scene::{Face, Segment};
use skrifa::instance::{LocationRef, Size};
use skrifa::outline::{DrawSettings, OutlinePen};
use skrifa::{FontRef, GlyphId, MetadataProvider};
use std::collections::{BTreeMap, BTreeSet};

/// One bundled font, read.
pub struct Font {
    of: Face,
    face: FontRef<'static>,
    /// Font units in an em.
    pub units: f32,
}

impl Font {
    /// Reads one.
    pub fn read(of: Face) -> Result<Font, Error> {
        let face = FontRef::new(of.bytes()).map_err(|why| Error::Font(why.to_string()))?;
        let units = f32::from(face.metrics(Size::unscaled(), LocationRef::default()).units_per_em);
        Ok(Font { of, face, units })
    }

    /// How far a glyph moves the pen, in font units.
    pub fn advance(&self, glyph: u16) -> u16 {
        let metrics = self.face.glyph_metrics(Size::unscaled(), LocationRef::default());
        metrics.advance_width(GlyphId::from(glyph)).unwrap_or_default() as u16
    }

    /// The outline of a glyph in font units, y downward as on a page.
    pub fn outline(&self, glyph: u16) -> Vec<Segment> {
        let mut pen = Pen::default();
        if let Some(outline) = self.face.outline_glyphs().get(GlyphId::from(glyph)) {
            let settings = DrawSettings::unhinted(Size::unscaled(), LocationRef::default());
            // A glyph that cannot be drawn is left blank; its text is there all the same.
            let _ = outline.draw(settings, &mut pen);
        }
        pen.segments
    }

    /// Height of capitals in thousandths of an em.
    pub fn cap_height(&self) -> i64 {
        let metrics = self.face.metrics(Size::unscaled(), LocationRef::default());
        (metrics.cap_height.unwrap_or(metrics.ascent) / self.units * 1000.0).round() as i64
    }

    /// The font with these glyphs and no others, and what becomes of each.
    pub fn subset(
        &self,
        glyphs: &BTreeSet<u16>,
    ) -> Result<(ParsedFont, BTreeMap<u16, Cut>), Error> {
        let used: Vec<u16> = glyphs.iter().copied().collect();
        let mapping = subsetter::GlyphRemapper::new_from_glyphs_sorted(&used);
        let bytes = subsetter::subset(self.of.bytes(), 0, &mapping)
            .map_err(|why| Error::Font(why.to_string()))?;
        let mut widths = BTreeMap::new();
        let mut cuts = BTreeMap::new();
        for glyph in used {
            let Some(number) = mapping.get(glyph) else { continue };
            let width = self.advance(glyph);
            widths.insert(number, width);
            let advance = (f32::from(width) * EM / self.units).trunc();
            cuts.insert(glyph, Cut { number, advance });
        }
        let metrics = self.face.metrics(Size::unscaled(), LocationRef::default());
        let units = metrics.units_per_em;
        let mut font = ParsedFont::with_glyph_data(
            bytes,
            0,
            Some(format!("{}+{}", tag(self.of, glyphs), self.of.name())),
            BTreeMap::new(),
            widths,
            units,
            FontMetrics { ascent: metrics.ascent as i16, descent: metrics.descent as i16 },
        );
        let bounds = metrics.bounds.unwrap_or_default();
        font.pdf_font_metrics = PdfFontMetricsStub {
            units_per_em: units,
            x_min: bounds.x_min as i16,
            y_min: bounds.y_min as i16,
            x_max: bounds.x_max as i16,
            y_max: bounds.y_max as i16,
            caret_slope_rise: 1,
            caret_slope_run: 0,
            us_weight_class: self.of.weight(),
        };
        Ok((font, cuts))
    }
}

/// Six capitals that tell one subset from another, as the PDF standard asks.
fn tag(of: Face, glyphs: &BTreeSet<u16>) -> String {
    let mut hash = u64::from(of.weight());
    for glyph in glyphs {
        hash = (hash ^ u64::from(*glyph)).wrapping_mul(0x0100_0000_01b3);
    }
    (0..6).map(|place| char::from(b'A' + (hash >> (place * 8 + 8)) as u8 % 26)).collect()
}

#[derive(Default)]
struct Pen {
    segments: Vec<Segment>,
    at: (f32, f32),
}

impl OutlinePen for Pen {
    fn move_to(&mut self, x: f32, y: f32) {
        self.segments.push(Segment::M(x, -y));
        self.at = (x, -y);
    }

    fn line_to(&mut self, x: f32, y: f32) {
        self.segments.push(Segment::L(x, -y));
        self.at = (x, -y);
    }

    fn quad_to(&mut self, cx: f32, cy: f32, x: f32, y: f32) {
        // The same curve with two handles.
        let (ax, ay) = self.at;
        let (cx, cy, x, y) = (cx, -cy, x, -y);
        let third = |from: f32, to: f32| from + (to - from) * 2.0 / 3.0;
        self.segments.push(Segment::C(
            third(ax, cx),
            third(ay, cy),
            third(x, cx),
            third(y, cy),
            x,
            y,
        ));
        self.at = (x, y);
    }

    fn curve_to(&mut self, ax: f32, ay: f32, bx: f32, by: f32, x: f32, y: f32) {
        self.segments.push(Segment::C(ax, -ay, bx, -by, x, -y));
        self.at = (x, -y);
    }

    fn close(&mut self) {
        self.segments.push(Segment::Z);
    }
}
