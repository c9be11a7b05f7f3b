//! `baton show`: the map in the notation.

use crate::ending::{Outcome, look, say};
use std::path::Path;

/// Prints the map.
///
/// # Errors
/// The file cannot be opened.
pub fn run(file: &Path) -> Outcome {
    let session = look(file)?;
    say(&notation::print(&session.document(), session.state()))
}
