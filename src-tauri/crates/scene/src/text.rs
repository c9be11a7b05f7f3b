//! Text: shaped, measured and broken into lines once, by parley with the bundled fonts. Canvas,
//! SVG and PDF draw these lines at these places.

use crate::faces::{Face, Forms, families};
use crate::remembered::Remembered;
use crate::shape::{TextStyle, Weight};
use parley::fontique::{Blob, Collection, CollectionOptions, FontInfoOverride, SourceCache};
use parley::layout::BreakReason;
use parley::{
    FontContext, FontFamily, FontFamilyName, FontWeight, Layout, LayoutContext, OverflowWrap,
    StyleProperty,
};
use std::borrow::Cow;
use std::sync::Arc;

/// One line of broken text.
#[derive(Clone, Debug, PartialEq)]
pub struct Line {
    /// What it says, without the space it was broken at.
    pub text: String,
    /// How wide that is, in points.
    pub width: f32,
    /// Whether its paragraph is read from right to left, as its first letter has it.
    pub rtl: bool,
}

impl Line {
    /// Where it begins between two edges: at the one where its reader begins.
    pub fn start(&self, left: f32, right: f32) -> f32 {
        if self.rtl { (right - self.width).max(left) } else { left }
    }
}

/// One shaped glyph.
#[derive(Clone, Debug, PartialEq)]
pub struct Glyph {
    /// The font file it is from.
    pub face: Face,
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

/// Shapes, measures and breaks text. Holds the fonts and what it measured before; the same text
/// gives the same lines always.
pub struct Typesetter {
    fonts: FontContext,
    /// Which font file each piece of data is.
    faces: Vec<(u64, Face)>,
    forms: Forms,
    layouts: LayoutContext<()>,
    broken: Remembered<Measure, Arc<Vec<Line>>>,
    /// What was shaped last: a table asks how wide its texts are before it asks for their lines.
    shaped: Remembered<(u32, Weight), Layout<()>>,
}

/// Size, weight and width of a text, by their bits.
type Measure = (u32, Weight, u32);

impl Default for Typesetter {
    fn default() -> Self {
        Typesetter::new()
    }
}

/// Bytes of broken texts remembered, in each of two generations: some 15,000 short ones.
const BROKEN: usize = 4_000_000;
/// The same for who keeps what was drawn and asks again for little of it: some 700. What lies in memory
/// for long among what comes and goes costs far more than its bytes.
const FEW_BROKEN: usize = 150_000;
/// What a line takes beside its text.
const BESIDE: usize = 100;
/// Texts kept shaped, at most so many in each of two generations, of at most so many bytes each.
const SHAPED: usize = 500;
const FEW_SHAPED: usize = 50;
const LONG: usize = 2_000;

impl Typesetter {
    /// A typesetter with the bundled fonts and no others.
    pub fn new() -> Typesetter {
        Typesetter::with(Forms::default())
    }

    /// A typesetter that remembers little.
    pub(crate) fn brief() -> Typesetter {
        Typesetter {
            broken: Remembered::with_room(FEW_BROKEN),
            shaped: Remembered::with_room(FEW_SHAPED),
            ..Typesetter::new()
        }
    }

    /// A typesetter that draws characters which China, Japan and Korea share in these forms. They are
    /// as wide in each, so that lines break alike.
    pub fn with(forms: Forms) -> Typesetter {
        let mut collection =
            Collection::new(CollectionOptions { shared: false, system_fonts: false });
        let faces = Face::all().map(|face| {
            let named = FontInfoOverride {
                family_name: Some(face.family()),
                weight: Some(FontWeight::new(f32::from(face.weight()))),
                ..FontInfoOverride::default()
            };
            let data = Blob::new(Arc::new(face.bytes()));
            let id = data.id();
            collection.register_fonts(data, Some(named));
            (id, face)
        });
        let faces = faces.collect();
        Typesetter {
            fonts: FontContext { collection, source_cache: SourceCache::default() },
            faces,
            forms,
            layouts: LayoutContext::new(),
            broken: Remembered::with_room(BROKEN),
            shaped: Remembered::with_room(SHAPED),
        }
    }

    /// A text shaped and not broken yet.
    fn shape(&mut self, text: &str, style: TextStyle) -> Layout<()> {
        let mut builder = self.layouts.ranged_builder(&mut self.fonts, text, 1.0, false);
        let names = families(text, self.forms).into_iter().map(FontFamilyName::named);
        let names = FontFamily::List(Cow::Owned(names.collect()));
        builder.push_default(StyleProperty::FontFamily(names));
        builder.push_default(StyleProperty::FontSize(style.size));
        builder.push_default(FontWeight::new(f32::from(style.weight.number())));
        builder.push_default(StyleProperty::OverflowWrap(OverflowWrap::Anywhere));
        builder.build(text)
    }

    /// The lines of a text no wider than `width` points; one line a paragraph when `width` is
    /// infinite. A word wider than that is broken inside.
    pub fn lines(&mut self, asked: &str, style: TextStyle, width: f32) -> Arc<Vec<Line>> {
        let key = (style.size.to_bits(), style.weight, width.to_bits());
        if let Some(lines) = self.broken.get(key, asked) {
            return Arc::clone(lines);
        }
        let arranged = arranged(asked);
        let text = arranged.as_ref();
        let known = self.shaped.take((key.0, key.1), asked);
        let mut layout = known.unwrap_or_else(|| self.shape(text, style));
        layout.break_all_lines(width.is_finite().then_some(width));
        let rtl = layout.is_rtl();
        let mut hyphen = 0.0;
        if layout.lines().any(|it| it.break_reason() == BreakReason::Emergency) {
            hyphen = self.hyphen(style);
            // Room for the hyphen, where there is any to speak of.
            if width.is_finite() && width > 4.0 * hyphen {
                layout.break_all_lines(Some(width - hyphen));
            }
        }
        let lines: Vec<Line> = layout
            .lines()
            .map(|line| {
                let metrics = line.metrics();
                let range = line.text_range();
                let said = text.get(range.clone()).unwrap_or_default();
                let mut line_text = kept(said.trim_end(), rtl);
                let mut width = metrics.advance - metrics.hanging_advance;
                let rest = text.get(range.end..).unwrap_or_default();
                if line.break_reason() == BreakReason::Emergency && is_one_word(said, rest) {
                    line_text.push(HYPHEN);
                    width += hyphen;
                }
                Line { text: line_text, width, rtl }
            })
            .collect();
        if asked.len() <= LONG {
            self.shaped.put((key.0, key.1), asked.to_owned(), layout, 1);
        }
        let weight = 2 * asked.len() + BESIDE * (1 + lines.len());
        let lines = Arc::new(lines);
        self.broken.put(key, asked.to_owned(), Arc::clone(&lines), weight);
        lines
    }

    fn hyphen(&mut self, style: TextStyle) -> f32 {
        let mut layout = self.shape("\u{2010}", style);
        layout.break_all_lines(None);
        layout.lines().next().map_or(0.0, |line| line.metrics().advance)
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
                let shortened = format!("{}…", said.trim_end().trim_end_matches(HYPHEN));
                let measured = self.width(&shortened, style);
                if measured <= width || said.pop().is_none() {
                    *last = Line { text: shortened, width: measured, rtl: last.rtl };
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
        let mut layout = self.shape(text, style);
        layout.break_all_lines(None);
        let mut glyphs = Vec::new();
        let mut pen = 0.0;
        for run in layout.lines().take(1).flat_map(|line| line.runs()) {
            let id = run.font().data.id();
            let known = self.faces.iter().find(|(data, _)| *data == id);
            let Some((_, face)) = known else { continue };
            // What a ligature stands for beside its first letter, where that comes after: the line
            // is walked from left to right, also where it is read from right to left.
            let mut before = String::new();
            for cluster in run.visual_clusters() {
                let letters = text.get(cluster.text_range()).unwrap_or_default();
                // The first letter of a ligature carries its glyph and the whole advance.
                if cluster.is_ligature_continuation() {
                    match glyphs.last_mut() {
                        _ if cluster.is_rtl() => before.insert_str(0, letters),
                        Some(first) => {
                            let first: &mut Glyph = first;
                            first.text.push_str(letters);
                        }
                        None => {}
                    }
                    continue;
                }
                let mut said = format!("{letters}{}", std::mem::take(&mut before));
                for glyph in cluster.glyphs() {
                    glyphs.push(Glyph {
                        face: *face,
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

/// Whether a word goes on from one text to the next that is written with letters which are parted by
/// a hyphen. What has digits or signs in it, such as an address, is left as it is.
fn is_one_word(before: &str, after: &str) -> bool {
    let parted = |it: char| it.is_alphabetic() && it < '\u{530}';
    let ends = before.chars().next_back().is_some_and(parted);
    let word = |it: Option<&str>| it.is_some_and(|it| it.chars().all(parted));
    let whole = word(before.split_whitespace().next_back()) && ends;
    whole && after.chars().next().is_some_and(parted)
}

/// Parts a word that is broken. Nobody types it: who puts lines together again leaves it out.
pub const HYPHEN: char = '\u{2010}';

/// Marks without width that say which way a text is read.
const TO_LEFT: char = '\u{200F}';
const TO_RIGHT: char = '\u{200E}';

/// A line of a paragraph, to be read the way the paragraph is also where it stands alone.
fn kept(line: &str, rtl: bool) -> String {
    match first_direction(line) {
        Some(alone) if alone != rtl => {
            format!("{}{line}", if rtl { TO_LEFT } else { TO_RIGHT })
        }
        _ => line.to_owned(),
    }
}

/// A text with its way of reading and arrows that point that way: the arrow between two names that are
/// written to the left would otherwise lead back. It is read to the left where its first letter and
/// most others are: a sentence that only begins with such a name is read as the sentence is.
pub fn arranged(text: &str) -> Cow<'_, str> {
    if !text.chars().any(to_left) {
        return Cow::Borrowed(text);
    }
    let letters = text.chars().filter(|it| it.is_alphabetic()).count();
    let leftward = text.chars().filter(|it| it.is_alphabetic() && to_left(*it)).count();
    let rtl = first_direction(text) == Some(true) && 2 * leftward > letters;
    let mut turned = String::with_capacity(text.len() + 12);
    for letter in text.chars() {
        match (letter, rtl) {
            ('→', true) => turned.push('←'),
            ('←', true) => turned.push('→'),
            ('→' | '←', false) => turned.extend([TO_RIGHT, letter, TO_RIGHT]),
            _ => turned.push(letter),
        }
    }
    Cow::Owned(kept(&turned, rtl))
}

/// Whether a text is read from right to left, as its first letter has it.
pub fn right_to_left(text: &str) -> bool {
    match text.chars().next() {
        Some(TO_LEFT) => true,
        Some(TO_RIGHT) => false,
        _ => first_direction(text) == Some(true),
    }
}

/// A letter that is read from right to left.
fn to_left(letter: char) -> bool {
    matches!(letter, '\u{590}'..='\u{8FF}' | '\u{FB1D}'..='\u{FDFF}' | '\u{FE70}'..='\u{FEFF}'
            | '\u{10800}'..='\u{10FFF}' | '\u{1E800}'..='\u{1EFFF}')
}

/// Whether the first letter of a text is read from right to left; nothing where no letter is.
fn first_direction(text: &str) -> Option<bool> {
    let mixed = text.chars().any(to_left);
    text.chars().find(|it| mixed && it.is_alphabetic()).map(to_left)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What was measured before changes nothing, in whatever order it was asked.
    #[test]
    fn a_text_has_the_same_lines_whether_it_was_shaped_before_or_not() {
        let texts = [
            "Sales",
            "The welcome pack is signed, and finance has been told of it. AV To",
            "first line\nthen a second one that is a good deal longer\n\nlast",
            "فريق المبيعات يسلّم العقد الموقّع إلى فريق التهيئة",
            "質の高い引き継ぎは、待ち時間を減らします。 office",
            "Donaudampfschifffahrtsgesellschaftskapitänsmütze",
            "trailing space   ",
            "",
        ];
        let widths = [f32::INFINITY, 300.0, 81.5, 40.0, 300.0, 12.0, f32::INFINITY];
        let style = TextStyle::new(10.0, Weight::Regular);
        let mut used = Typesetter::new();
        for text in texts {
            for width in widths {
                let fresh = Typesetter::new().lines(text, style, width);
                used.broken = Remembered::with_room(0);
                assert_eq!(used.lines(text, style, width), fresh, "{text} in {width}");
            }
        }
        assert_eq!(used.shaped.len(), texts.len());
    }

    #[test]
    fn only_so_many_texts_are_kept_shaped_and_no_long_ones() {
        let style = TextStyle::new(10.0, Weight::Regular);
        let mut typesetter = Typesetter::new();
        typesetter.lines(&"word ".repeat(LONG), style, 100.0);
        assert_eq!(typesetter.shaped.len(), 0);
        for number in 0..3 * SHAPED {
            typesetter.lines(&number.to_string(), style, 100.0);
            assert!(typesetter.shaped.len() <= 2 * SHAPED);
        }
    }

    #[test]
    fn lines_are_the_same_when_they_were_let_go_of() {
        let style = TextStyle::new(10.0, Weight::Regular);
        let mut typesetter = Typesetter::brief();
        let first = typesetter.lines("The welcome pack is signed", style, 60.0);
        for number in 0..3 * FEW_BROKEN / BESIDE {
            typesetter.lines(&number.to_string(), style, 100.0);
            assert!(typesetter.broken.len() <= FEW_BROKEN / BESIDE);
        }
        assert_eq!(typesetter.lines("The welcome pack is signed", style, 60.0), first);
    }
}
