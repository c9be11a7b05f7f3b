//! `baton show`: the map in the notation.

use crate::ending::{Looked, Outcome, say};

/// Prints the map.
///
/// # Errors
/// The file cannot be opened.
pub fn run(looked: &Looked) -> Outcome {
    let session = looked.open()?;
    say(&notation::print(&session.document(), session.state()))
}
