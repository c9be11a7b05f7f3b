//! The words of a criterion that carry its meaning, lightly stemmed, English and German alike. No
//! dictionary: what two texts share is what they share letter by letter, and the same each time.

use std::ops::Range;

/// Words that say how, not what: every criterion is filled in, present, agreed or confirmed.
/// Sorted.
const EMPTY: &[&str] = &[
    "a",
    "aber",
    "all",
    "alle",
    "als",
    "am",
    "an",
    "and",
    "angegeben",
    "any",
    "are",
    "as",
    "at",
    "auf",
    "aus",
    "ausgefüllt",
    "available",
    "be",
    "been",
    "bei",
    "beim",
    "bekannt",
    "benannt",
    "bestätigt",
    "bis",
    "by",
    "clear",
    "complete",
    "completed",
    "confirmed",
    "correct",
    "das",
    "dass",
    "dem",
    "den",
    "der",
    "des",
    "die",
    "done",
    "each",
    "ein",
    "eine",
    "einem",
    "einen",
    "einer",
    "erfasst",
    "every",
    "fertig",
    "filled",
    "for",
    "from",
    "für",
    "geklärt",
    "genannt",
    "given",
    "has",
    "hat",
    "have",
    "im",
    "in",
    "into",
    "is",
    "ist",
    "it",
    "its",
    "jede",
    "jeder",
    "jedes",
    "kein",
    "keine",
    "klar",
    "known",
    "liegt",
    "listed",
    "mit",
    "muss",
    "must",
    "nach",
    "named",
    "nicht",
    "no",
    "not",
    "oder",
    "of",
    "on",
    "or",
    "our",
    "per",
    "present",
    "provided",
    "recorded",
    "shall",
    "should",
    "sind",
    "soll",
    "stated",
    "that",
    "the",
    "their",
    "them",
    "there",
    "this",
    "to",
    "und",
    "vollständig",
    "vom",
    "von",
    "vor",
    "vorhanden",
    "was",
    "werden",
    "were",
    "which",
    "will",
    "wird",
    "with",
    "within",
    "written",
    "wurde",
    "zu",
    "zum",
    "zur",
];

/// Endings that do not change what a word is about, the longest first.
const ENDINGS: &[&str] =
    &["ungen", "ies", "ing", "ern", "ed", "en", "er", "es", "em", "e", "n", "s", "y"];

/// What remains of a word has at least as many letters.
const STEM: usize = 4;
/// A word this long may be part of a longer one: `Formular` of `Anmeldeformular`.
const PART: usize = 6;

/// The stems of the words that carry meaning, each once. Numbers do not: the same figure stands in
/// many criteria.
pub(super) struct Meaning {
    lower: String,
    /// Where each stem stands.
    stems: Vec<Range<usize>>,
}

impl Meaning {
    /// Of some texts together.
    pub(super) fn of(texts: &[&str]) -> Meaning {
        let mut lower = texts.join(" ").to_lowercase();
        for genitive in ["'s", "’s"] {
            if lower.contains(genitive) {
                lower = lower.replace(genitive, "");
            }
        }
        let ends = |c: char| !c.is_alphanumeric();
        let mut stems: Vec<Range<usize>> = Vec::new();
        let mut at = 0;
        for word in lower.split_inclusive(ends) {
            let bare = word.trim_end_matches(ends);
            if carries_meaning(bare) {
                stems.push(at..at + stem(bare).len());
            }
            at += word.len();
        }
        let text = |it: &Range<usize>| lower.get(it.clone()).unwrap_or_default();
        stems.sort_by(|one, other| text(one).cmp(text(other)));
        stems.dedup_by(|one, other| text(one) == text(other));
        Meaning { lower, stems }
    }

    pub(super) fn len(&self) -> usize {
        self.stems.len()
    }

    fn stems(&self) -> impl Iterator<Item = &str> {
        self.stems.iter().filter_map(|it| self.lower.get(it.clone()))
    }

    /// Which of its stems, by their place among them, another text has too: as they are or as part
    /// of a longer word.
    pub(super) fn shared<'m>(&'m self, offered: &'m Meaning) -> impl Iterator<Item = usize> + 'm {
        let found = |(_, wanted): &(usize, &str)| offered.stems().any(|it| is_same(wanted, it));
        self.stems().enumerate().filter(found).map(|(at, _)| at)
    }
}

fn carries_meaning(word: &str) -> bool {
    word.chars().nth(1).is_some()
        && !word.chars().any(char::is_numeric)
        && EMPTY.binary_search(&word).is_err()
}

fn stem(word: &str) -> &str {
    let keeps = |rest: &&str| rest.chars().nth(STEM - 1).is_some();
    let cut = ENDINGS.iter().find_map(|it| word.strip_suffix(it).filter(keeps));
    cut.unwrap_or(word)
}

fn is_same(one: &str, other: &str) -> bool {
    if one.len() == other.len() {
        return one == other;
    }
    let (short, long) = if one.len() < other.len() { (one, other) } else { (other, one) };
    // A letter has a byte at least, and most words are shorter.
    short.len() >= PART
        && (long.starts_with(short) || long.ends_with(short))
        && short.chars().nth(PART - 1).is_some()
}

/// Whether a text asks for the required fields of the form as a whole.
pub(super) fn asks_for_the_form(text: &str) -> bool {
    let lower = text.to_lowercase();
    ["required field", "mandatory field", "pflichtfeld", "pflichtangabe"]
        .iter()
        .any(|it| lower.contains(it))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words(text: &str) -> Vec<String> {
        Meaning::of(&[text]).stems().map(str::to_owned).collect()
    }

    #[test]
    fn the_empty_words_are_sorted() {
        assert!(EMPTY.is_sorted_by(|one, other| one < other));
    }

    #[test]
    fn meaning_is_left_when_the_filling_is_gone() {
        assert_eq!(words("The budgets are confirmed"), ["budget"]);
        assert_eq!(words("All 8 required fields filled"), ["field", "requir"]);
        assert_eq!(words("account in AE's territory"), ["account", "ae", "territor"]);
        assert_eq!(words("Die Prüfungen sind vollständig"), ["prüf"]);
        assert_eq!(words("is 100 % done"), [""; 0]);
    }

    #[test]
    fn compounds_share_their_parts() {
        let of =
            |one: &str, other: &str| Meaning::of(&[one]).shared(&Meaning::of(&[other])).count();
        assert_eq!(of("Formular", "Anmeldeformular"), 1);
        assert_eq!(of("territories", "sales territory"), 1);
        assert_eq!(of("bed", "bedside"), 0, "a short word is no part of another");
    }
}
