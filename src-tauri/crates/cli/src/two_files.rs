//! `baton compare` of two files: what differs between two versions of one engagement, in words. Ends
//! with a code of its own when something does.

use crate::ending::{Ending, Outcome, look, say, say_json, spoken};
use crate::language::Language;
use session::compare::merge::{Difference, How, Whose};
use std::fmt::Write;
use std::path::Path;

/// Prints what differs.
///
/// # Errors
/// One of the files cannot be opened, or they are of two engagements.
pub fn run(file: &Path, other: &Path, language: Language, json: bool) -> Outcome {
    let mut session = look(file, None)?;
    let _ = session.speak(language.into());
    // A name without a folder is beside whoever asks, not beside the file.
    let path = std::path::absolute(other).map_err(|error| error.to_string())?;
    let shown = session.differences(&path).map_err(spoken)?;
    let differences = shown.differences;
    let said = if json {
        say_json(&serde_json::to_value(&differences).map_err(|error| error.to_string())?)
    } else {
        say(&text(&differences.all, differences.has_base))
    };
    said.map(|done| if differences.all.is_empty() { done } else { Ending::Findings })
}

fn text(all: &[Difference], has_base: bool) -> String {
    if all.is_empty() {
        return "The two files hold the same.".to_owned();
    }
    let mut text = String::new();
    if !has_base {
        text.push_str("It is not known what both files come from.\n");
    }
    for (group, title) in [
        (Whose::There, "Only in the second file"),
        (Whose::Here, "Only in the first file"),
        (Whose::Both, "Different in both"),
    ] {
        let mut of = all.iter().filter(|it| it.group == group).peekable();
        if of.peek().is_some() {
            // Writing to a text cannot fail.
            let _ = writeln!(text, "{title}");
        }
        for it in of {
            let (kind, title) = match it.kind {
                Some(kind) => (kind.word(), it.title.as_str()),
                None => ("map", "where things are drawn"),
            };
            let _ = writeln!(text, "  {kind}: {title}, {}", how(it.how));
            for detail in &it.details {
                let _ = writeln!(text, "    {}: {} | {}", detail.label, detail.here, detail.there);
            }
        }
    }
    text
}

fn how(how: How) -> &'static str {
    match how {
        How::Added => "new",
        How::Changed => "changed",
        How::Removed => "deleted",
        How::ChangedInBoth => "changed in both",
        How::RemovedThere => "deleted in the second, changed in the first",
        How::RemovedHere => "deleted in the first, changed in the second",
        How::Only => "not in the other",
        How::Differs => "different",
    }
}
