//! The font that other programs set what is filled in with. They know nothing of glyph numbers, so
//! it is a simple font: one byte a character, by the Windows table of Western Europe, which every
//! reader of forms knows. It is embedded with a table of its characters, some 30 KB, because a
//! reader that has to find a font of its own takes one that does not fit the box.

use super::font::Font;
use super::sfnt;
use crate::Error;
use lopdf::{Document, Object, ObjectId, Stream, dictionary};
use scene::{Face, Weight};
use skrifa::instance::{LocationRef, Size};
use skrifa::{FontRef, MetadataProvider, Tag};
use std::collections::BTreeMap;

/// What the font is called in a form.
pub const NAME: &str = "Inter";
/// The first code that is a character.
const FIRST: u8 = 0x20;
/// The characters of the codes from 0x80 to 0x9F (Windows 1252); a dot stands for none.
const UPPER: &str = "€.‚ƒ„…†‡ˆ‰Š‹Œ.Ž..‘’“”•–—˜™š›œ.žŸ";

/// The character of a code.
fn character(code: u8) -> Option<char> {
    match code {
        0x20..=0x7E | 0xA0..=0xFF => Some(char::from(code)),
        0x80..=0x9F => UPPER.chars().nth(usize::from(code - 0x80)).filter(|it| *it != '.'),
        _ => None,
    }
}

/// Whether the font has every character of a text.
pub fn has(text: &str) -> bool {
    text.chars().all(|it| (FIRST..=0xFF).any(|code| character(code) == Some(it)))
}

/// Puts the font into a file.
pub fn add(file: &mut Document) -> Result<ObjectId, Error> {
    let bytes = Face::inter(Weight::Regular).bytes();
    let face = FontRef::new(bytes).map_err(|why| Error::Font(why.to_string()))?;
    let charmap = face.charmap();
    let glyph = |it: char| charmap.map(it).and_then(|id| u16::try_from(id.to_u32()).ok());
    let known: BTreeMap<char, u16> = (FIRST..=0xFF)
        .filter_map(character)
        .filter_map(|character| Some((character, glyph(character)?)))
        .collect();
    let regular = Font::read(Face::inter(Weight::Regular))?;
    let thousandth = |units: f32| (units / regular.units * 1000.0).round() as i64;
    let widths: Vec<Object> = (FIRST..=0xFF)
        .map(|code| character(code).and_then(|it| known.get(&it)))
        .map(|glyph| glyph.map_or(0, |it| thousandth(f32::from(regular.advance(*it)))).into())
        .collect();
    let program = program(bytes, &face, &known)?;
    let length = i64::try_from(program.len()).unwrap_or(i64::MAX);
    let stream = Stream::new(dictionary! { "Length1" => length }, program);
    let program = file.add_object(stream);
    let metrics = face.metrics(Size::unscaled(), LocationRef::default());
    let bounds = metrics.bounds.unwrap_or_default();
    let corners = [bounds.x_min, bounds.y_min, bounds.x_max, bounds.y_max];
    let name = format!("BATONF+{}", Face::inter(Weight::Regular).name());
    let descriptor = file.add_object(dictionary! {
        "Type" => "FontDescriptor",
        "FontName" => name.as_str(),
        "FontFamily" => super::finish::string(scene::FAMILY),
        // Not symbolic: codes mean what the encoding says.
        "Flags" => 32,
        "FontBBox" => corners.iter().map(|it| thousandth(*it).into()).collect::<Vec<Object>>(),
        "ItalicAngle" => 0,
        "Ascent" => thousandth(metrics.ascent),
        "Descent" => thousandth(metrics.descent),
        "CapHeight" => regular.cap_height(),
        "StemV" => 80,
        "MissingWidth" => 0,
        "FontFile2" => program,
    });
    Ok(file.add_object(dictionary! {
        "Type" => "Font",
        "Subtype" => "TrueType",
        "Name" => NAME,
        "BaseFont" => name.as_str(),
        "Encoding" => "WinAnsiEncoding",
        "FirstChar" => i64::from(FIRST),
        "LastChar" => 255,
        "Widths" => widths,
        "FontDescriptor" => descriptor,
    }))
}

/// The font file cut down to these characters, with the table of them put back.
pub(super) fn program(
    bytes: &[u8],
    face: &FontRef,
    known: &BTreeMap<char, u16>,
) -> Result<Vec<u8>, Error> {
    let mut used: Vec<u16> = known.values().copied().collect();
    used.sort_unstable();
    used.dedup();
    let mapping = subsetter::GlyphRemapper::new_from_glyphs_sorted(&used);
    let subset = subsetter::subset(bytes, 0, &mapping);
    let subset = subset.map_err(|why| Error::Font(why.to_string()))?;
    let pair = |(character, glyph): (&char, &u16)| {
        Some((u16::try_from(u32::from(*character)).ok()?, mapping.get(*glyph)?))
    };
    let pairs: Vec<(u16, u16)> = known.iter().filter_map(pair).collect();
    let mut tables = vec![sfnt::characters(&pairs), sfnt::nameless()];
    if let Some(table) = face.table_data(Tag::new(b"OS/2")) {
        tables.push((*b"OS/2", table.as_bytes().to_vec()));
    }
    sfnt::with_tables(&subset, tables)
        .ok_or_else(|| Error::Font("the subset for forms cannot be read".to_owned()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_characters_of_the_form_font_are_where_its_codes_say() {
        assert_eq!(character(0x80), Some('€'));
        assert_eq!(character(0x84), Some('„'));
        assert_eq!(character(0x9F), Some('Ÿ'));
        assert_eq!(character(0x81), None);
        assert!(has("Prüfung „später“ – 5 €") && !has("Проверка"));
    }

    #[test]
    fn the_embedded_font_finds_its_characters() {
        let mut file = Document::new();
        let id = add(&mut file).unwrap();
        let font = file.get_dictionary(id).unwrap();
        let descriptor = font.get(b"FontDescriptor").unwrap().as_reference().unwrap();
        let program = file.get_dictionary(descriptor).unwrap().get(b"FontFile2").unwrap();
        let program = file.get_object(program.as_reference().unwrap()).unwrap();
        let bytes = &program.as_stream().unwrap().content;
        assert!(bytes.len() < 60_000, "{} bytes", bytes.len());
        let face = FontRef::new(bytes).unwrap();
        let whole = FontRef::new(Face::inter(Weight::Regular).bytes()).unwrap();
        for character in (FIRST..=0xFF).filter_map(character) {
            let (here, there) = (face.charmap().map(character), whole.charmap().map(character));
            assert_eq!(here.is_some(), there.is_some(), "{character:?}");
            let wide = |face: &FontRef, glyph| {
                face.glyph_metrics(Size::unscaled(), LocationRef::default()).advance_width(glyph)
            };
            if let (Some(here), Some(there)) = (here, there) {
                assert_eq!(wide(&face, here), wide(&whole, there), "{character:?}");
            }
        }
    }
}
