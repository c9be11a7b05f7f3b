//! Words in what people write, in English and German: always whole words, never parts of them.

use std::collections::BTreeSet;

/// The words of a text as written; of a text in lower case, its tokens: `e-mail` is `e` and `mail`.
pub(super) fn written(text: &str) -> Vec<&str> {
    spoken(text).collect()
}

fn spoken(text: &str) -> impl Iterator<Item = &str> {
    text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty())
}

/// The tokens of a text, each once.
pub(super) fn tokens(text: &str) -> BTreeSet<String> {
    spoken(&text.to_lowercase()).map(str::to_owned).collect()
}

/// A text as it is compared: lower case, without punctuation.
pub(super) fn plain(text: &str) -> String {
    let lower = text.to_lowercase();
    let mut plain = String::with_capacity(lower.len());
    for word in spoken(&lower) {
        if !plain.is_empty() {
            plain.push(' ');
        }
        plain.push_str(word);
    }
    plain
}

/// Whether one of the words is among these.
pub(super) fn has_any(words: &[&str], these: &[&str]) -> bool {
    words.iter().any(|word| these.contains(word))
}

/// Where several words follow each other as in `phrase`.
pub(super) fn find(words: &[&str], phrase: &str) -> Option<usize> {
    (0..words.len()).find(|at| words.get(*at..).is_some_and(|rest| begins(rest, phrase)))
}

fn begins(words: &[&str], phrase: &str) -> bool {
    let mut words = words.iter();
    phrase.split(' ').all(|wanted| words.next() == Some(&wanted))
}

/// The phrases of a sorted table that begin at each word, by their place in the text.
fn phrases<'w>(
    words: &'w [&'w str],
    table: &'static [&'static str],
) -> impl Iterator<Item = (usize, &'static str)> {
    words.iter().enumerate().flat_map(move |(at, word)| {
        let rest = words.get(at..).unwrap_or_default();
        let first = table.partition_point(|phrase| phrase < word);
        let near = table.get(first..).unwrap_or_default().iter().copied();
        let near = near.take_while(move |phrase| phrase.starts_with(word));
        near.filter(move |phrase| begins(rest, phrase)).map(move |phrase| (at, phrase))
    })
}

/// Words that promise something and say nothing that can be checked; sorted.
const VAGUE: &[&str] = &[
    "adequate",
    "adequately",
    "and or",
    "appropriate",
    "appropriately",
    "as appropriate",
    "as needed",
    "as required",
    "bei bedarf",
    "best effort",
    "complete",
    "completely",
    "etc",
    "falls nötig",
    "good",
    "if necessary",
    "if needed",
    "if possible",
    "in good time",
    "nach bedarf",
    "nach möglichkeit",
    "proper",
    "properly",
    "reasonable",
    "reasonably",
    "rechtzeitig",
    "satisfactory",
    "soweit möglich",
    "sufficient",
    "sufficiently",
    "suitable",
    "timely",
    "und oder",
    "usw",
    "wenn möglich",
    "wenn nötig",
    "where possible",
    "zeitgerecht",
    "zeitnah",
];

/// German ones that are declined. They are written small, unlike the nouns that sound like them.
const VAGUE_DECLINED: &[&str] = &[
    "vollständig",
    "ordnungsgemäß",
    "angemessen",
    "gut",
    "ausreichend",
    "hinreichend",
    "geeignet",
    "zufriedenstellend",
    "sorgfältig",
    "sachgerecht",
    "zeitnah",
    "rechtzeitig",
];

const ENDINGS: &[&str] = &["", "e", "er", "es", "en", "em"];

/// Words that promise a time and name none; sorted.
const SOME_TIME: &[&str] = &[
    "as soon as possible",
    "as soon as practicable",
    "asap",
    "bald",
    "baldmöglichst",
    "close of business",
    "cob",
    "end of day",
    "end of the day",
    "ende des tages",
    "eod",
    "feierabend",
    "in due course",
    "in good time",
    "kurzfristig",
    "promptly",
    "quickly",
    "rechtzeitig",
    "schnellstmöglich",
    "shortly",
    "so bald wie möglich",
    "so schnell wie möglich",
    "soon",
    "speedily",
    "tagesende",
    "timely",
    "umgehend",
    "unverzüglich",
    "without delay",
    "zeitnah",
    "zeitnahe",
];

/// Sorted.
const NUMBERS: &[&str] = &[
    "acht", "drei", "eight", "eleven", "elf", "five", "four", "fünf", "neun", "nine", "sechs",
    "seven", "sieben", "six", "ten", "three", "twelve", "two", "vier", "zehn", "zwei", "zwölf",
];

const ONE: &[&str] = &["a", "one", "ein", "eine", "einem", "einen", "eines", "einer"];

const DAYS: &[&str] = &["day", "days", "tag", "tage", "tagen", "tages"];

fn is_number(word: &str) -> bool {
    NUMBERS.binary_search(&word).is_ok()
}

/// Whether a text, which has these words in lower case, has a number in it.
fn has_measure(text: &str, words: &[&str]) -> bool {
    text.contains(|c: char| c.is_ascii_digit() || c == '%') || words.iter().any(|it| is_number(it))
}

/// The words of a criterion that nobody can check, unless it has a measure.
pub(super) fn vague(text: &str) -> Option<&'static str> {
    let lower = text.to_lowercase();
    let words = written(&lower);
    if has_measure(text, &words) {
        return None;
    }
    let plain = phrases(&words, VAGUE).map(|(_, phrase)| phrase).next();
    plain.or_else(|| {
        // The first word of a sentence is written large whatever it is.
        let first = words.first().copied().into_iter();
        first.chain(spoken(text)).find_map(declined)
    })
}

/// What a word is a form of, among the vague ones.
fn declined(word: &str) -> Option<&'static str> {
    VAGUE_DECLINED
        .iter()
        .copied()
        .find(|stem| word.strip_prefix(stem).is_some_and(|ending| ENDINGS.contains(&ending)))
}

/// The words of a text that promise a time and name none, unless it has a number.
pub(super) fn some_time(text: &str) -> Option<&'static str> {
    if text.is_empty() {
        return None;
    }
    let lower = text.to_lowercase();
    let words = written(&lower);
    if has_measure(text, &words) {
        return None;
    }
    let names_an_event = |at: usize, phrase: &str| {
        // “as soon as the contract is signed” does.
        let before = at.checked_sub(1).and_then(|at| words.get(at));
        phrase == "soon" && before == Some(&"as")
    };
    let mut found = phrases(&words, SOME_TIME);
    found.find(|(at, phrase)| !names_an_event(*at, phrase)).map(|(_, phrase)| phrase)
}

/// Whether a text counts in days and does not say which: working days or days of the calendar.
pub(super) fn bare_days(text: &str) -> bool {
    if text.is_empty() {
        return false;
    }
    let lower = text.to_lowercase();
    let words = written(&lower);
    let counted = words.windows(2).any(|pair| match pair {
        [number, day] if DAYS.contains(day) => {
            number.parse::<u32>().is_ok() || is_number(number) || ONE.contains(number)
        }
        _ => false,
    });
    let next = ["next day", "nächster tag", "nächsten tag", "nächsten tages"];
    counted || next.iter().any(|phrase| find(&words, phrase).is_some())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tables_that_are_searched_by_halves_are_sorted() {
        for table in [VAGUE, SOME_TIME, NUMBERS] {
            assert!(table.is_sorted_by(|one, other| one < other), "{table:?}");
        }
    }

    #[test]
    fn vague_words_are_found_by_word() {
        let rows = [
            ("All documents are complete", Some("complete")),
            ("Form filled properly", Some("properly")),
            ("Photos as needed", Some("as needed")),
            ("Name, address, etc.", Some("etc")),
            ("Passport and/or licence", Some("and or")),
            ("In good condition", Some("good")),
            ("Goods are listed", None),
            ("Completeness check has run", None),
            ("Complete: 8 of 8 fields", None),
            ("All eight fields complete", None),
            ("Form 100 % complete", None),
            ("Unterlagen sind vollständig", Some("vollständig")),
            ("Vollständige Akte liegt vor", Some("vollständig")),
            ("In gutem Zustand", Some("gut")),
            ("Das Gut ist verladen", None),
            ("Gutschrift liegt vor", None),
            ("Fotos bei Bedarf", Some("bei bedarf")),
            ("Ausweis und/oder Führerschein", Some("und oder")),
            ("Akte mit zwölf vollständigen Seiten", None),
            ("", None),
        ];
        for (text, expected) in rows {
            assert_eq!(vague(text), expected, "{text}");
        }
    }

    #[test]
    fn a_time_without_a_time_is_found() {
        let rows = [
            ("ASAP", Some("asap")),
            ("As soon as possible", Some("as soon as possible")),
            ("As soon as the contract is signed", None),
            ("Soon after the call", Some("soon")),
            ("By end of day", Some("end of day")),
            ("Promptly, at most 30 min", None),
            ("Sooner or later", None),
            ("Umgehend nach Eingang", Some("umgehend")),
            ("Bis Ende des Tages", Some("ende des tages")),
            ("Sobald der Vertrag vorliegt", None),
            ("Deal is closed in the CRM", None),
        ];
        for (text, expected) in rows {
            assert_eq!(some_time(text), expected, "{text}");
        }
    }

    #[test]
    fn days_have_to_say_which() {
        for text in ["within 2 days", "two days", "in a day", "next day", "3-day limit"] {
            assert!(bare_days(text), "{text}");
        }
        for text in ["in 2 Tagen", "zwei Tage", "am nächsten Tag", "innerhalb eines Tages"] {
            assert!(bare_days(text), "{text}");
        }
        for text in ["2 business days", "next working day", "5 calendar days", "every day"] {
            assert!(!bare_days(text), "{text}");
        }
        for text in ["2 Arbeitstage", "fünf Kalendertage", "Today", "30 min", ""] {
            assert!(!bare_days(text), "{text}");
        }
    }
}
