//! Bounds on text that people and files bring in.

/// Longest name or label, in characters.
pub const NAME: usize = 500;
/// Longest note, in characters.
pub const NOTE: usize = 10_000;
/// Longest list inside one record.
pub const LIST: usize = 200;

/// Whether a name is short enough and one line of visible characters.
pub fn is_name(text: &str) -> bool {
    text.chars().count() <= NAME && !text.chars().any(char::is_control)
}

/// Whether a note is short enough and has no control characters but line breaks and tabs.
pub fn is_note(text: &str) -> bool {
    text.chars().count() <= NOTE && !text.chars().any(|c| c.is_control() && c != '\n' && c != '\t')
}
