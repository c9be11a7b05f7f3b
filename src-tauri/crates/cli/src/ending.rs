//! How a command ends, and writing what it says.

use clap::Args;
use serde_json::Value;
use session::{Failure, Session};
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::process::ExitCode;

/// How a command that could be carried out ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ending {
    /// Done.
    Done,
    /// Done, and there is something to put right.
    Findings,
}

impl Ending {
    /// The code that the program ends with.
    pub fn code(self) -> ExitCode {
        match self {
            Ending::Done => ExitCode::SUCCESS,
            Ending::Findings => ExitCode::FAILURE,
        }
    }
}

/// Why a command could not be carried out: sentences for a person.
pub type Outcome = Result<Ending, String>;

/// Opens a file to look. Without an app-data folder there is neither lock nor recorder, so that it
/// may be open in a window at the same time.
/// Shows the state of that name or role, else the one that a window would.
///
/// # Errors
/// It cannot be opened, or has no such state.
pub fn look(file: &Path, state: Option<&str>) -> Result<Session, String> {
    let mut session = Session::open(file, None).map_err(spoken)?;
    if !session.notice().is_empty() {
        tell(session.notice());
    }
    choose(&mut session, state)?;
    Ok(session)
}

/// Shows the state with this name, else the only one with this role.
///
/// # Errors
/// There is none, or there are several.
pub fn choose(session: &mut Session, state: Option<&str>) -> Result<(), String> {
    let Some(wanted) = state else { return Ok(()) };
    let document = session.document();
    let is_it = |word: &str| word.to_lowercase() == wanted.to_lowercase();
    let mut found: Vec<_> = document.states().filter(|it| is_it(&it.name)).collect();
    if found.is_empty() {
        found = document.states().filter(|it| is_it(it.role.word())).collect();
    }
    let named = |all: &[&str]| all.join(", ");
    match found.as_slice() {
        [one] => {
            let id = one.id;
            session.show(id).map(|_| ()).map_err(spoken)
        }
        [] => {
            let names: Vec<&str> = document.states().map(|it| it.name.as_str()).collect();
            Err(format!("There is no state “{wanted}” in it. It has: {}.", named(&names)))
        }
        several => {
            let names: Vec<&str> = several.iter().map(|it| it.name.as_str()).collect();
            Err(format!("Several states are meant by “{wanted}”: {}. Name one.", named(&names)))
        }
    }
}

/// The file a command looks at, and which state in it.
#[derive(Args)]
pub struct Looked {
    /// The engagement
    file: PathBuf,
    /// The state by its name or role, such as future; the current one without it
    #[arg(long)]
    state: Option<String>,
}

impl Looked {
    /// Opens it.
    ///
    /// # Errors
    /// As [`look`].
    pub fn open(&self) -> Result<Session, String> {
        look(&self.file, self.state.as_deref())
    }
}

/// A failure as one line: what happened, and what to do.
pub fn spoken(failure: Failure) -> String {
    format!("{} {}", failure.message, failure.hint).trim_end().to_owned()
}

/// Most characters of what is told at once; of a longer text the middle is left out.
const MOST_TOLD: usize = 900;

/// Tells something on standard error, in one line. Names from outside stand in it: nothing in them
/// moves the cursor, turns the direction or fills the screen.
pub fn tell(text: &str) {
    let mut line = one_line(text);
    line.push('\n');
    // Where nobody listens there is nobody to be told so.
    let _ = io::stderr().lock().write_all(line.as_bytes());
}

fn one_line(text: &str) -> String {
    let hidden = |c: char| {
        c.is_control()
            || matches!(c, '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
    };
    let chars: Vec<char> =
        text.trim_end().chars().map(|c| if hidden(c) { '\u{fffd}' } else { c }).collect();
    if chars.len() <= MOST_TOLD {
        return chars.into_iter().collect();
    }
    // What went wrong stands at the beginning, what to do at the end.
    let (start, _) = chars.split_at(MOST_TOLD * 2 / 3);
    let (_, end) = chars.split_at(chars.len() - MOST_TOLD / 3);
    start.iter().chain(&['…']).chain(end).collect()
}

/// Writes to standard output. A reader that has seen enough, such as `head`, is no failure.
///
/// # Errors
/// Standard output does not take it.
pub fn say(text: &str) -> Outcome {
    let mut out = io::stdout().lock();
    let written = out.write_all(text.as_bytes()).and_then(|()| match text.ends_with('\n') {
        true => Ok(()),
        false => out.write_all(b"\n"),
    });
    match written.and_then(|()| out.flush()) {
        Err(error) if error.kind() != io::ErrorKind::BrokenPipe => {
            Err(format!("The answer could not be written: {error}."))
        }
        _ => Ok(Ending::Done),
    }
}

/// Writes JSON to standard output.
///
/// # Errors
/// As [`say`].
pub fn say_json(value: &Value) -> Outcome {
    say(&format!("{value:#}"))
}

#[cfg(test)]
mod tests {
    use super::one_line;

    #[test]
    fn names_from_outside_stay_in_their_line() {
        assert_eq!(
            one_line("“a\nb\u{1b}[31m\u{202e}c” is no file."),
            "“a\u{fffd}b\u{fffd}[31m\u{fffd}c” is no file."
        );
        let long = one_line(&format!("“{}” is no file.", "x".repeat(5_000)));
        assert!(long.starts_with("“x") && long.ends_with("” is no file.") && long.contains('…'));
        assert_eq!(long.chars().count(), 901);
    }
}
