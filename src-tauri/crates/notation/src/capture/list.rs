//! The marks of lists, as pasted from mail and slides.

use crate::lex::Part;

/// A line without spaces around it, without its bullet or number: `-`, `*`, `•`, `–`, `1.`, `2)`,
/// `1.3`.
pub(super) fn bare<'a>(line: &Part<'a>) -> Part<'a> {
    let line = line.from(line.text.trim_start());
    let line = Part { text: line.text.trim_end(), ..line };
    let text = line.text;
    for mark in ["-", "*", "•", "–", "—", "·", "◦", "▪", "o"] {
        if let Some(rest) = text.strip_prefix(mark)
            && is_apart(rest, mark == "o")
        {
            return line.from(rest.trim_start());
        }
    }
    let digits = text.trim_start_matches(|c: char| c.is_ascii_digit() || c == '.');
    let number = text.strip_suffix(digits).unwrap_or_default();
    let (rest, closed) = match digits.strip_prefix(')') {
        Some(rest) => (rest, true),
        None => (digits, number.contains('.')),
    };
    let counts = number.starts_with(|c: char| c.is_ascii_digit());
    if counts && closed && rest.starts_with(char::is_whitespace) && !is_amount(rest) {
        return line.from(rest.trim_start());
    }
    line
}

/// The bullet of a word processor that became a letter is known by its tab.
fn is_apart(rest: &str, letter: bool) -> bool {
    if letter { rest.starts_with('\t') } else { rest.starts_with(char::is_whitespace) }
}

/// `1.5 h review` begins with a time, not with the number of a list.
fn is_amount(rest: &str) -> bool {
    let word = rest.split_whitespace().next().unwrap_or_default();
    ["h", "d", "min", "%"].contains(&word)
}
