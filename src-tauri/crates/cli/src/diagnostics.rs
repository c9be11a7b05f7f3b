//! `baton diagnostics`: a text for whoever helps. Nothing that a person wrote is in it.

use crate::ending::{Outcome, say};
use crate::recover::OfFile;
use session::Session;

/// Prints the text. A file that cannot be opened is told by the code of why.
///
/// # Errors
/// Standard output does not take it.
pub fn run(kept: &OfFile) -> Outcome {
    let version = env!("CARGO_PKG_VERSION");
    // Without the app-data folder: a window may have the file open.
    let (opened, mut ended) = match Session::open(&kept.file, None) {
        Ok(session) => (Some(session), "done".to_owned()),
        Err(failure) => (None, failure.code),
    };
    if opened.is_none() {
        ended.push_str(&format!(", {} backups", kept.backups()));
    }
    say(&session::diagnosis(version, &[("Open", &ended)], opened))
}
