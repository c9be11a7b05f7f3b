//! The words of a criterion that carry its meaning, lightly stemmed, English and German alike. No
//! dictionary: what two texts share is what they share letter by letter, and the same each time.

use std::collections::BTreeSet;

/// Words that say how, not what: every criterion is filled in, present, agreed or confirmed.
const EMPTY: &[&str] = &[
    "a",
    "all",
    "an",
    "and",
    "any",
    "are",
    "as",
    "at",
    "be",
    "been",
    "by",
    "each",
    "every",
    "for",
    "from",
    "has",
    "have",
    "in",
    "into",
    "is",
    "it",
    "its",
    "must",
    "no",
    "not",
    "of",
    "on",
    "or",
    "our",
    "per",
    "shall",
    "should",
    "that",
    "the",
    "their",
    "them",
    "there",
    "this",
    "to",
    "was",
    "were",
    "which",
    "will",
    "with",
    "within",
    "available",
    "clear",
    "complete",
    "completed",
    "confirmed",
    "correct",
    "done",
    "filled",
    "given",
    "known",
    "listed",
    "named",
    "present",
    "provided",
    "recorded",
    "stated",
    "written",
    "aber",
    "alle",
    "als",
    "am",
    "an",
    "auf",
    "aus",
    "bei",
    "beim",
    "bis",
    "das",
    "dass",
    "dem",
    "den",
    "der",
    "des",
    "die",
    "ein",
    "eine",
    "einem",
    "einen",
    "einer",
    "für",
    "hat",
    "im",
    "ist",
    "jede",
    "jeder",
    "jedes",
    "kein",
    "keine",
    "mit",
    "muss",
    "nach",
    "nicht",
    "oder",
    "sind",
    "soll",
    "und",
    "vom",
    "von",
    "vor",
    "werden",
    "wird",
    "wurde",
    "zu",
    "zum",
    "zur",
    "angegeben",
    "ausgefüllt",
    "bekannt",
    "benannt",
    "bestätigt",
    "erfasst",
    "fertig",
    "genannt",
    "geklärt",
    "klar",
    "liegt",
    "vollständig",
    "vorhanden",
];

/// Endings that do not change what a word is about, the longest first.
const ENDINGS: &[&str] =
    &["ungen", "ies", "ing", "ern", "ed", "en", "er", "es", "em", "e", "n", "s", "y"];

/// What remains of a word has at least as many letters.
const STEM: usize = 4;
/// A word this long may be part of a longer one: `Formular` of `Anmeldeformular`.
const PART: usize = 6;

/// The stems of the words that carry meaning. Numbers do not: the same figure stands in many
/// criteria.
pub(super) fn meaning(text: &str) -> BTreeSet<String> {
    let lower = text.to_lowercase().replace("'s", "").replace("’s", "");
    lower
        .split(|c: char| !c.is_alphanumeric())
        .filter(|word| word.chars().count() > 1 && !word.chars().any(char::is_numeric))
        .filter(|word| !EMPTY.contains(word))
        .map(stem)
        .collect()
}

fn stem(word: &str) -> String {
    let keeps = |rest: &str| rest.chars().count() >= STEM;
    let cut = ENDINGS.iter().find_map(|it| word.strip_suffix(it).filter(|rest| keeps(rest)));
    cut.unwrap_or(word).to_owned()
}

/// The words of one text that another has too, as they are or as part of a longer word.
pub(super) fn shared(wanted: &BTreeSet<String>, offered: &BTreeSet<String>) -> BTreeSet<String> {
    let part = |short: &str, long: &str| {
        short.chars().count() >= PART && (long.starts_with(short) || long.ends_with(short))
    };
    let same = |one: &str, other: &str| one == other || part(one, other) || part(other, one);
    let found = |word: &&String| offered.iter().any(|it| same(word, it));
    wanted.iter().filter(found).cloned().collect()
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
        meaning(text).into_iter().collect()
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
        let of = |one: &str, other: &str| shared(&meaning(one), &meaning(other)).len();
        assert_eq!(of("Formular", "Anmeldeformular"), 1);
        assert_eq!(of("territories", "sales territory"), 1);
        assert_eq!(of("bed", "bedside"), 0, "a short word is no part of another");
    }
}
