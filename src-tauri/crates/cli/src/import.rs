//! `baton import`: a process in JSON or a map in text becomes a .baton file.

use crate::ending::{Ending, Outcome, spoken};
use session::Session;
use std::fs::File;
use std::io::{self, ErrorKind, Read};
use std::path::Path;

/// Makes a file.
///
/// # Errors
/// The text cannot be read or understood, or the file cannot be made.
pub fn run(file: &Path, out: &Path) -> Outcome {
    let unreadable = |why: &dyn std::fmt::Display| format!("“{}”: {why}", file.display());
    let bytes = read(file, exchange::MOST_BYTES)?;
    let is_text = file.extension().is_some_and(|ending| ending.eq_ignore_ascii_case("txt"));
    let document = match is_text {
        true => exchange::map_text::read(&bytes),
        false => exchange::sample_json::read(&bytes),
    };
    let document = document.map_err(|error| unreadable(&error))?;
    let session = Session::create(out, document, None).map_err(spoken)?;
    session.close().map_err(spoken)?;
    Ok(Ending::Done)
}

/// The bytes of a file, and one more than may be read, so that its reader can refuse it.
///
/// # Errors
/// It cannot be read: a sentence that says why.
pub fn read(file: &Path, most: usize) -> Result<Vec<u8>, String> {
    let most = u64::try_from(most).unwrap_or(u64::MAX).saturating_add(1);
    let mut bytes = Vec::new();
    let read = File::open(file).and_then(|it| it.take(most).read_to_end(&mut bytes));
    match read {
        Ok(_) => Ok(bytes),
        Err(error) => Err(unread(file, &error)),
    }
}

fn unread(file: &Path, error: &io::Error) -> String {
    let name = file.display();
    match error.kind() {
        ErrorKind::NotFound => format!("“{name}” is not there. Check the name and the folder."),
        ErrorKind::IsADirectory => format!("“{name}” is a folder. Name a file in it."),
        ErrorKind::PermissionDenied => format!("You are not allowed to read “{name}”."),
        _ => format!("“{name}” could not be read: {error}."),
    }
}
