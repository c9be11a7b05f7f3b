//! The fonts as a page of HTML carries them: cut down to its characters, as style rules, so that it
//! looks the same where Inter is not installed.

use super::font::WEIGHTS;
use super::form_font::program;
use scene::{FAMILY, font_file};
use skrifa::{FontRef, MetadataProvider};
use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write;

/// The rules that bring every weight for the characters of a text. A font that cannot be read or cut
/// is left out: the page names others.
pub fn font_rules(text: &str) -> String {
    let characters: BTreeSet<char> = text.chars().filter(|it| !it.is_control()).collect();
    let mut out = format!("/* {FAMILY}, SIL Open Font License 1.1 */\n");
    for weight in WEIGHTS {
        let bytes = font_file(weight);
        let Ok(face) = FontRef::new(bytes) else { continue };
        let charmap = face.charmap();
        let glyph = |it: char| charmap.map(it).and_then(|id| u16::try_from(id.to_u32()).ok());
        let known: BTreeMap<char, u16> =
            characters.iter().filter_map(|it| Some((*it, glyph(*it)?))).collect();
        if let Ok(file) = program(bytes, &face, &known) {
            let _ = writeln!(
                out,
                "@font-face{{font-family:{FAMILY};font-weight:{};\
                 src:url(data:font/ttf;base64,{}) format(\"truetype\")}}",
                weight.number(),
                base64(&file)
            );
        }
    }
    out
}

/// Bytes as text, three of them in four letters.
fn base64(bytes: &[u8]) -> String {
    let letter = |six: u32| match six & 63 {
        it @ 0..=25 => char::from(b'A' + it as u8),
        it @ 26..=51 => char::from(b'a' + (it - 26) as u8),
        it @ 52..=61 => char::from(b'0' + (it - 52) as u8),
        62 => '+',
        _ => '/',
    };
    let mut out = String::with_capacity(bytes.len().div_ceil(3) * 4);
    for three in bytes.chunks(3) {
        let at = |index: usize| u32::from(three.get(index).copied().unwrap_or_default());
        let bits = at(0) << 16 | at(1) << 8 | at(2);
        for place in 0..4 {
            out.push(if place <= three.len() { letter(bits >> (18 - 6 * place)) } else { '=' });
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bytes_are_written_as_the_standard_has_them() {
        let cases =
            [("", ""), ("f", "Zg=="), ("fo", "Zm8="), ("foo", "Zm9v"), ("foobar", "Zm9vYmFy")];
        for (bytes, text) in cases {
            assert_eq!(base64(bytes.as_bytes()), text);
        }
        assert_eq!(base64(&[0xFB, 0xFF, 0xFE]), "+//+");
    }

    #[test]
    fn every_weight_is_there_and_small() {
        let rules = font_rules("Prüfung → Übergabe, 5 €");
        assert_eq!(rules.matches("@font-face").count(), 4);
        assert!(rules.len() < 60_000, "{}", rules.len());
    }
}
