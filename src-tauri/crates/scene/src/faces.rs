//! The bundled fonts: Inter, and for what Inter does not have those of IBM Plex and Noto, all under
//! the SIL Open Font License. No font of the machine is used, so that a text is as wide everywhere as it was
//! measured here.

use crate::shape::Weight;
use std::collections::BTreeSet;

/// The family of everything that Inter has: Latin, Greek, Cyrillic.
pub const FAMILY: &str = "Inter";

/// One bundled font file.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Face(u8);

/// What there is to know of a font file.
struct File {
    family: &'static str,
    /// Its name in files, as PostScript has it.
    name: &'static str,
    weight: u16,
    /// Whether letters change by their neighbours, so that single ones cannot be taken out of it
    /// for a program that sets text by itself.
    joins: bool,
    bytes: &'static [u8],
}

macro_rules! file {
    ($family:literal, $name:literal, $weight:literal, $joins:literal) => {
        File {
            family: $family,
            name: $name,
            weight: $weight,
            joins: $joins,
            bytes: include_bytes!(concat!("../fonts/", $name, ".ttf")),
        }
    };
}

/// All of them; a family's weights stand together, lightest first. Chinese, Japanese and Korean
/// come in one weight, because each takes 5 to 10 MB.
static FILES: [File; 24] = [
    file!("Inter", "Inter-Regular", 400, false),
    file!("Inter", "Inter-Medium", 500, false),
    file!("Inter", "Inter-SemiBold", 600, false),
    file!("Inter", "Inter-Bold", 700, false),
    file!("IBM Plex Sans Arabic", "IBMPlexSansArabic-Regular", 400, true),
    file!("IBM Plex Sans Arabic", "IBMPlexSansArabic-SemiBold", 600, true),
    file!("Noto Sans Arabic", "NotoSansArabic-Regular", 400, true),
    file!("Noto Sans Arabic", "NotoSansArabic-SemiBold", 600, true),
    file!("Noto Sans Hebrew", "NotoSansHebrew-Regular", 400, true),
    file!("Noto Sans Hebrew", "NotoSansHebrew-SemiBold", 600, true),
    file!("Noto Sans Devanagari", "NotoSansDevanagari-Regular", 400, true),
    file!("Noto Sans Devanagari", "NotoSansDevanagari-SemiBold", 600, true),
    file!("Noto Sans Bengali", "NotoSansBengali-Regular", 400, true),
    file!("Noto Sans Bengali", "NotoSansBengali-SemiBold", 600, true),
    file!("Noto Sans Tamil", "NotoSansTamil-Regular", 400, true),
    file!("Noto Sans Tamil", "NotoSansTamil-SemiBold", 600, true),
    file!("Noto Sans Thai", "NotoSansThai-Regular", 400, true),
    file!("Noto Sans Thai", "NotoSansThai-SemiBold", 600, true),
    file!("Noto Sans Symbols", "NotoSansSymbols-Regular", 400, false),
    file!("Noto Sans Symbols 2", "NotoSansSymbols2-Regular", 400, false),
    file!("Noto Emoji", "NotoEmoji-Regular", 400, false),
    file!("Noto Sans JP", "NotoSansJP-Regular", 400, false),
    file!("Noto Sans SC", "NotoSansSC-Regular", 400, false),
    file!("Noto Sans KR", "NotoSansKR-Regular", 400, false),
];

/// For alphabets, then for signs.
const ALPHABETS: [&str; 7] = [
    // WebKit sets letters that are put together of several glyphs higher and lower along a line. Those
    // of Plex are whole; Noto has the rare ones.
    "IBM Plex Sans Arabic",
    "Noto Sans Arabic",
    "Noto Sans Hebrew",
    "Noto Sans Devanagari",
    "Noto Sans Bengali",
    "Noto Sans Tamil",
    "Noto Sans Thai",
];
const SIGNS: [&str; 3] = ["Noto Sans Symbols", "Noto Sans Symbols 2", "Noto Emoji"];
const JAPANESE: &str = "Noto Sans JP";
const CHINESE: &str = "Noto Sans SC";
const KOREAN: &str = "Noto Sans KR";

impl Face {
    /// All of them.
    pub fn all() -> impl Iterator<Item = Face> {
        (0..FILES.len()).map(|index| Face(index as u8))
    }

    /// The file of Inter in a weight.
    pub fn inter(weight: Weight) -> Face {
        match weight {
            Weight::Regular => Face(0),
            Weight::Medium => Face(1),
            Weight::SemiBold => Face(2),
            Weight::Bold => Face(3),
        }
    }

    fn file(self) -> &'static File {
        FILES.get(usize::from(self.0)).unwrap_or(&FILES[0])
    }

    /// The family it belongs to.
    pub fn family(self) -> &'static str {
        self.file().family
    }

    /// Its name in files.
    pub fn name(self) -> &'static str {
        self.file().name
    }

    /// Its weight as CSS and OpenType count.
    pub fn weight(self) -> u16 {
        self.file().weight
    }

    /// The weights that it stands for, as CSS has them: those of Inter up to the next heavier file
    /// of its family.
    pub fn weights(self) -> (u16, u16) {
        let of_family = |it: &Face| it.family() == self.family();
        let mut heavier = Face::all().filter(of_family).filter(|it| it.weight() > self.weight());
        (self.weight(), heavier.next().map_or(700, |it| it.weight() - 100))
    }

    /// Whether letters change by their neighbours, so that single ones cannot be taken out of it for
    /// a program that sets text by itself.
    pub fn joins(self) -> bool {
        self.file().joins
    }

    /// The font file: TrueType outlines, one weight.
    pub fn bytes(self) -> &'static [u8] {
        self.file().bytes
    }
}

/// Whose forms Chinese characters take where a text does not say it: characters that China, Japan
/// and Korea share are drawn a little otherwise in each.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Forms {
    /// As in Japan.
    #[default]
    Japanese,
    /// As in China.
    Chinese,
    /// As in Korea.
    Korean,
}

impl Forms {
    /// By what else is written: kana is Japanese, hangul Korean, neither is Chinese. Each letter
    /// counts once, so that it is the same however often a name stands somewhere.
    pub fn of<'a>(texts: impl IntoIterator<Item = &'a str>) -> Forms {
        let (mut kana, mut hangul, mut shared) = (0_usize, 0_usize, 0_usize);
        // Nothing below U+1100 counts, and that is most of what there is: its first byte tells.
        let wide = |text: &&str| text.bytes().any(|it| it >= 0xE1);
        let letters: BTreeSet<char> = texts.into_iter().filter(wide).flat_map(str::chars).collect();
        for character in letters {
            match character {
                '\u{3041}'..='\u{30FF}' | '\u{31F0}'..='\u{31FF}' | '\u{FF66}'..='\u{FF9D}' => {
                    kana += 1;
                }
                '\u{1100}'..='\u{11FF}' | '\u{3130}'..='\u{318F}' | '\u{AC00}'..='\u{D7A3}' => {
                    hangul += 1;
                }
                other if is_shared(other) => shared += 1,
                _ => {}
            }
        }
        match (kana, hangul, shared) {
            (0, 0, 1..) => Forms::Chinese,
            (kana, hangul, _) if hangul > kana => Forms::Korean,
            _ => Forms::Japanese,
        }
    }

    fn families(self) -> [&'static str; 3] {
        match self {
            Forms::Japanese => [JAPANESE, CHINESE, KOREAN],
            Forms::Chinese => [CHINESE, JAPANESE, KOREAN],
            Forms::Korean => [KOREAN, JAPANESE, CHINESE],
        }
    }
}

/// A character that China, Japan and Korea share.
fn is_shared(character: char) -> bool {
    matches!(
        character,
        '\u{3400}'..='\u{4DBF}' | '\u{4E00}'..='\u{9FFF}' | '\u{F900}'..='\u{FAFF}'
            | '\u{20000}'..='\u{323AF}'
    )
}

/// A character of East Asia: shared, a syllable, or a sign among them.
fn is_east_asian(character: char) -> bool {
    is_shared(character)
        || matches!(
            character,
            '\u{1100}'..='\u{11FF}' | '\u{3000}'..='\u{33FF}' | '\u{AC00}'..='\u{D7A3}'
                | '\u{FF00}'..='\u{FFEF}'
        )
}

/// The families that a text is set in, in the order they are asked for each letter. Signs such as
/// ① come from the font of the letters around them.
pub fn families(text: &str, forms: Forms) -> Vec<&'static str> {
    if text.chars().all(|it| it < '\u{530}') {
        return vec![FAMILY];
    }
    let letters = [FAMILY].into_iter().chain(ALPHABETS);
    if text.chars().any(is_east_asian) {
        letters.chain(forms.families()).chain(SIGNS).collect()
    } else {
        letters.chain(SIGNS).chain(forms.families()).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn weights_leave_no_gap_in_a_family() {
        let weights: Vec<(u16, u16)> = Face::all().map(Face::weights).collect();
        assert_eq!(weights[..4], [(400, 400), (500, 500), (600, 600), (700, 700)]);
        assert_eq!(weights[4..6], [(400, 500), (600, 700)]);
        assert_eq!(weights[23], (400, 700));
    }

    #[test]
    fn characters_that_are_shared_take_the_forms_of_those_around() {
        assert_eq!(Forms::of(["受注", "かくにん"]), Forms::Japanese);
        assert_eq!(Forms::of(["合同", "Sales"]), Forms::Chinese);
        assert_eq!(Forms::of(["合同", "주문 확인"]), Forms::Korean);
        assert_eq!(Forms::of(["Sales"]), Forms::default());
    }

    #[test]
    fn every_family_that_is_asked_for_is_there() {
        for family in families("受注 ①", Forms::Chinese) {
            assert!(Face::all().any(|it| it.family() == family), "{family}");
        }
        assert_eq!(families("Prüfung ≥ 5 €", Forms::Chinese).len(), 14);
        assert_eq!(families("Проверка", Forms::Chinese), ["Inter"]);
    }
}
