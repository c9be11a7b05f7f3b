//! The fonts as a page of HTML carries them: cut down to its characters, as style rules, so that it
//! looks the same where Inter is not installed.

use super::form_font::program;
use crate::Error;
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use scene::{FAMILY, Face, Forms, families};
use skrifa::{FontRef, MetadataProvider};
use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write;

/// The rules that bring every weight for the characters of a text, all under one name: which file
/// a character is from is said by its range. A font that cannot be read or cut is left out: the page
/// names others.
pub fn font_rules(text: &str) -> String {
    let mut out = format!("/* {FAMILY}, IBM Plex and Noto, SIL Open Font License 1.1 */\n");
    for (family, characters) in by_family(text) {
        for face in Face::all().filter(|it| it.family() == family) {
            let Ok(file) = file_for(face, &characters) else { continue };
            let range = if family == FAMILY { String::new() } else { ranges(&characters) };
            let (from, to) = face.weights();
            let weights = if from == to { from.to_string() } else { format!("{from} {to}") };
            let _ = writeln!(
                out,
                "@font-face{{font-family:{FAMILY};font-weight:{weights};\
                 src:url(data:font/ttf;base64,{}) format(\"truetype\"){range}}}",
                STANDARD.encode(&file)
            );
        }
    }
    out
}

/// The characters of a text by the first family that has them.
fn by_family(text: &str) -> BTreeMap<&'static str, BTreeSet<char>> {
    let characters: BTreeSet<char> = text.chars().filter(|it| !it.is_control()).collect();
    let families = families(text, Forms::of([text]));
    let mut faces: Vec<(&str, FontRef)> = Vec::new();
    for family in families {
        let first = Face::all().find(|it| it.family() == family);
        if let Some(face) = first.and_then(|it| FontRef::new(it.bytes()).ok()) {
            faces.push((family, face));
        }
    }
    let mut by_family: BTreeMap<&'static str, BTreeSet<char>> = BTreeMap::new();
    for character in characters {
        // A table of characters for pages of HTML goes up to U+FFFF; a reader's own font has the
        // others.
        let here = |it: &&(&'static str, FontRef)| it.1.charmap().map(character).is_some();
        if let Some((family, _)) = faces.iter().find(here).filter(|_| character <= '\u{FFFF}') {
            by_family.entry(family).or_default().insert(character);
        }
    }
    by_family
}

/// The font file for these characters; whole where letters change by their neighbours.
fn file_for(face: Face, characters: &BTreeSet<char>) -> Result<Vec<u8>, Error> {
    if face.joins() {
        return Ok(face.bytes().to_vec());
    }
    let read = FontRef::new(face.bytes()).map_err(|why| Error::Font(why.to_string()))?;
    let charmap = read.charmap();
    let glyph = |it: char| charmap.map(it).and_then(|id| u16::try_from(id.to_u32()).ok());
    let known: BTreeMap<char, u16> =
        characters.iter().filter_map(|it| Some((*it, glyph(*it)?))).collect();
    program(face.bytes(), &read, &known)
}

/// Which characters a rule is for.
fn ranges(characters: &BTreeSet<char>) -> String {
    let each: Vec<String> = characters.iter().map(|it| format!("U+{:X}", u32::from(*it))).collect();
    format!(";unicode-range:{}", each.join(","))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_weight_is_there_and_small() {
        let rules = font_rules("Prüfung → Übergabe, 5 €");
        assert_eq!(rules.matches("@font-face").count(), 4);
        assert!(rules.len() < 60_000, "{}", rules.len());
    }

    #[test]
    fn other_scripts_bring_the_fonts_they_need() {
        let rules = font_rules("注文の確認 – Übergabe");
        assert_eq!(rules.matches("@font-face").count(), 5);
        assert!(rules.contains("unicode-range:U+306E,U+6587"));
        assert!(rules.len() < 90_000, "{}", rules.len());
        // Letters that join need the tables of their font.
        assert!(font_rules("تأكيد الطلب").contains("unicode-range:U+623,"));
    }
}
