//! Text in Markdown in which nothing is markup.

/// A text on one line, in which nothing is markup.
pub fn safe(text: &str) -> String {
    let line = text.split_whitespace().collect::<Vec<_>>().join(" ");
    let mut out = String::with_capacity(line.len());
    for (at, character) in line.chars().enumerate() {
        match character {
            // Named, since some readers let a backslash before these pass as it is.
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '&' => out.push_str("&amp;"),
            '\\' | '`' | '*' | '_' | '[' | ']' | '|' | '~' | '$' => out.extend(['\\', character]),
            // A heading, a list, a rule or an underline, where a line begins with one.
            '#' | '-' | '+' | '=' if at == 0 => out.extend(['\\', character]),
            other => out.push(other),
        }
    }
    numbered(&out)
}

/// A number with a point at the beginning of a line begins a list.
fn numbered(line: &str) -> String {
    let digits = line.chars().take_while(char::is_ascii_digit).count();
    let (number, rest) = line.split_at(digits);
    // `14.4 d` begins none.
    let ends = rest.chars().nth(1).is_none_or(char::is_whitespace);
    match rest.chars().next() {
        Some(mark @ ('.' | ')')) if digits > 0 && ends => {
            format!("{number}\\{mark}{}", rest.get(1..).unwrap_or_default())
        }
        _ => line.to_owned(),
    }
}
