//! Bounds on text that people and files bring in.

/// Longest name or label, in characters.
pub const NAME: usize = 500;
/// Longest note, in characters.
pub const NOTE: usize = 10_000;
/// Longest list inside one record.
pub const LIST: usize = 200;

/// Longest that the beginning of a text gets, in characters, where it names an edit.
const BRIEF: usize = 48;

/// The beginning of the first line of a text, to tell it from others.
pub fn brief(text: &str) -> String {
    let line = text.trim().lines().next().unwrap_or_default();
    if line.chars().count() <= BRIEF {
        return line.to_owned();
    }
    let begun: String = line.chars().take(BRIEF - 1).collect();
    format!("{}…", begun.trim_end())
}

/// Whether a name is short enough and one line of visible characters.
pub fn is_name(text: &str) -> bool {
    text.chars().count() <= NAME && !text.chars().any(char::is_control)
}

/// Whether a text is empty or a day of the calendar, `YYYY-MM-DD`.
pub fn is_day(text: &str) -> bool {
    let mut parts = text.split('-').map(|part| (part.len(), part.parse::<u16>()));
    match (parts.next(), parts.next(), parts.next(), parts.next()) {
        (Some((0, _)), None, ..) => true,
        (Some((4, Ok(year))), Some((2, Ok(month))), Some((2, Ok(day))), None) => {
            let leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
            let days = match month {
                2 if leap => 29,
                2 => 28,
                4 | 6 | 9 | 11 => 30,
                1..=12 => 31,
                _ => 0,
            };
            (1..=days).contains(&day)
        }
        _ => false,
    }
}

/// Whether a note is short enough and has no control characters but line breaks and tabs.
pub fn is_note(text: &str) -> bool {
    text.chars().count() <= NOTE && !text.chars().any(|c| c.is_control() && c != '\n' && c != '\t')
}
