//! The closed word lists of the notation, and when a name can stand without quotes.

use model::{DelayCause, ValueClass, Waste};

/// The words that begin lines. Lower case, so that a capitalised name is never one of them.
pub(crate) const KEYWORDS: &[&str] = &[
    "engagement",
    "process",
    "clock",
    "state",
    "team",
    "role",
    "start",
    "end",
    "decision",
    "step",
    "pain",
];

/// How a cause is said after `waits`.
pub(crate) fn cause_phrase(cause: DelayCause) -> String {
    let word = cause.word().replace('_', if cause == DelayCause::PingPong { "-" } else { " " });
    match cause {
        DelayCause::Queue => format!("in {word}"),
        DelayCause::OffShift | DelayCause::Unassigned | DelayCause::Unnoticed => word,
        _ => format!("for {word}"),
    }
}

/// The cause that a phrase names, with or without its small word.
pub(crate) fn cause_from(phrase: &str) -> Option<DelayCause> {
    let phrase = phrase.trim();
    let bare = ["for ", "in "]
        .iter()
        .find_map(|small| phrase.strip_prefix(small))
        .unwrap_or(phrase)
        .trim_start();
    DelayCause::from_word(&bare.replace([' ', '-'], "_"))
}

pub(crate) fn waste_phrase(waste: Waste) -> String {
    waste.word().replace('_', "-")
}

pub(crate) fn waste_from(phrase: &str) -> Option<Waste> {
    Waste::from_word(&phrase.trim().replace([' ', '-'], "_"))
}

pub(crate) fn value_phrase(value: ValueClass) -> &'static str {
    match value {
        ValueClass::ValueAdding => "value-adding",
        ValueClass::Necessary => "necessary",
        ValueClass::Unnecessary => "unnecessary",
    }
}

pub(crate) fn value_from(phrase: &str) -> Option<ValueClass> {
    ValueClass::ALL.iter().copied().find(|value| value_phrase(*value) == phrase)
}

/// Every cause, for an error.
pub(crate) fn causes() -> String {
    DelayCause::ALL.iter().map(|it| cause_phrase(*it)).collect::<Vec<_>>().join(", ")
}

/// Every waste, for an error.
pub(crate) fn wastes() -> String {
    Waste::ALL.iter().map(|it| waste_phrase(*it)).collect::<Vec<_>>().join(", ")
}

/// The first word of a text, and what follows it.
pub(crate) fn first_word(text: &str) -> (&str, &str) {
    let end = text.find(char::is_whitespace).unwrap_or(text.len());
    let (word, rest) = text.split_at_checked(end).unwrap_or((text, ""));
    (word, rest.trim_start())
}

/// A name as it is written: bare where nothing can be misread, else in quotes.
pub(crate) fn written(text: &str) -> String {
    if is_plain(text) { text.to_owned() } else { quoted(text) }
}

/// A text in quotes.
pub(crate) fn quoted(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 2);
    out.push('"');
    for c in text.chars() {
        match c {
            '"' => out.push_str("\\\""),
            '\\' => out.push_str("\\\\"),
            '\n' => out.push_str("\\n"),
            '\t' => out.push_str("\\t"),
            other => out.push(other),
        }
    }
    out.push('"');
    out
}

fn is_plain(text: &str) -> bool {
    !text.is_empty()
        && text.trim() == text
        && !text.contains([',', '"', '\n', '\t'])
        && !text.contains("->")
        && !text.contains("~>")
        && !["#", "@", "//"].iter().any(|it| text.starts_with(it))
        && !KEYWORDS.contains(&first_word(text).0)
        && text != WHOLE_MAP
        && handoff_number(text).is_none()
}

/// What a pain point is about when it is about everything.
pub(crate) const WHOLE_MAP: &str = "whole map";

/// The number in `H-07`.
pub(crate) fn handoff_number(text: &str) -> Option<u32> {
    let digits = text.strip_prefix("H-")?;
    let all_digits = !digits.is_empty() && digits.bytes().all(|b| b.is_ascii_digit());
    if all_digits { digits.parse().ok() } else { None }
}
