//! Words in what people write, in English and German: always whole words, never parts of them.

/// The words of a text as written.
pub(super) fn written(text: &str) -> Vec<&str> {
    text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).collect()
}

/// The words of a text in lower case; `e-mail` is `e` and `mail`.
pub(super) fn tokens(text: &str) -> Vec<String> {
    written(text).into_iter().map(str::to_lowercase).collect()
}

/// A text as it is compared: lower case, without punctuation.
pub(super) fn plain(text: &str) -> String {
    tokens(text).join(" ")
}

/// Whether one of the words is among these.
pub(super) fn has_any(words: &[String], these: &[&str]) -> bool {
    words.iter().any(|word| these.contains(&word.as_str()))
}

/// Where several words follow each other as in `phrase`.
pub(super) fn find(words: &[String], phrase: &str) -> Option<usize> {
    let wanted = || phrase.split(' ');
    words.windows(wanted().count()).position(|at| at.iter().zip(wanted()).all(|(a, b)| a == b))
}

/// Words that promise something and say nothing that can be checked.
const VAGUE: &[&str] = &[
    "complete",
    "completely",
    "proper",
    "properly",
    "as needed",
    "as required",
    "if needed",
    "if necessary",
    "where possible",
    "if possible",
    "as appropriate",
    "appropriate",
    "appropriately",
    "good",
    "adequate",
    "adequately",
    "sufficient",
    "sufficiently",
    "suitable",
    "satisfactory",
    "reasonable",
    "reasonably",
    "etc",
    "and or",
    "timely",
    "in good time",
    "best effort",
    "bei bedarf",
    "nach bedarf",
    "falls nötig",
    "wenn nötig",
    "soweit möglich",
    "wenn möglich",
    "nach möglichkeit",
    "usw",
    "und oder",
    "zeitnah",
    "rechtzeitig",
    "zeitgerecht",
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

/// Words that promise a time and name none.
const SOME_TIME: &[&str] = &[
    "asap",
    "as soon as possible",
    "as soon as practicable",
    "soon",
    "promptly",
    "shortly",
    "quickly",
    "speedily",
    "timely",
    "in good time",
    "in due course",
    "without delay",
    "end of day",
    "end of the day",
    "eod",
    "cob",
    "close of business",
    "zeitnah",
    "zeitnahe",
    "baldmöglichst",
    "schnellstmöglich",
    "so bald wie möglich",
    "so schnell wie möglich",
    "bald",
    "umgehend",
    "unverzüglich",
    "kurzfristig",
    "rechtzeitig",
    "ende des tages",
    "tagesende",
    "feierabend",
];

const NUMBERS: &[&str] = &[
    "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
    "zwei", "drei", "vier", "fünf", "sechs", "sieben", "acht", "neun", "zehn", "elf", "zwölf",
];

const ONE: &[&str] = &["a", "one", "ein", "eine", "einem", "einen", "eines", "einer"];

const DAYS: &[&str] = &["day", "days", "tag", "tage", "tagen", "tages"];

/// Whether a text has a number in it.
pub(super) fn has_measure(text: &str) -> bool {
    text.contains(|c: char| c.is_ascii_digit() || c == '%') || has_any(&tokens(text), NUMBERS)
}

/// The words of a criterion that nobody can check, unless it has a measure.
pub(super) fn vague(text: &str) -> Option<&'static str> {
    if has_measure(text) {
        return None;
    }
    let words = tokens(text);
    let plain = VAGUE.iter().find(|phrase| find(&words, phrase).is_some());
    plain.copied().or_else(|| {
        let written = written(text);
        VAGUE_DECLINED.iter().copied().find(|stem| {
            let ends = |word: &str| word.strip_prefix(stem).is_some_and(|it| ENDINGS.contains(&it));
            // The first word of a sentence is written large whatever it is.
            let first = written.first().map(|word| word.to_lowercase());
            first.is_some_and(|word| ends(&word)) || written.iter().any(|word| ends(word))
        })
    })
}

/// The words of a text that promise a time and name none, unless it has a number.
pub(super) fn some_time(text: &str) -> Option<&'static str> {
    if has_measure(text) {
        return None;
    }
    let words = tokens(text);
    SOME_TIME.iter().copied().find(|phrase| {
        find(&words, phrase).is_some_and(|at| {
            // “as soon as the contract is signed” names an event.
            let before = at.checked_sub(1).and_then(|at| words.get(at));
            *phrase != "soon" || before.is_none_or(|word| word != "as")
        })
    })
}

/// Whether a text counts in days and does not say which: working days or days of the calendar.
pub(super) fn bare_days(text: &str) -> bool {
    let words = tokens(text);
    let counted = words.windows(2).any(|pair| match pair {
        [number, day] => {
            let number = number.as_str();
            let counts =
                number.parse::<u32>().is_ok() || NUMBERS.contains(&number) || ONE.contains(&number);
            counts && DAYS.contains(&day.as_str())
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
