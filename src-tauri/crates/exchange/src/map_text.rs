//! Maps in the notation, as files.

use crate::error::Error;
use crate::place::placed;
use model::{Document, Place, StateId};

/// Reads a map in the notation. Where it says no places, the map is laid out.
///
/// # Errors
/// Bytes that are no text, or a text that is no map.
pub fn read(bytes: &[u8]) -> Result<Document, Error> {
    let text =
        std::str::from_utf8(bytes).map_err(|error| Error::NotText { at: error.valid_up_to() })?;
    let document = notation::parse(text)?;
    let state = document.states().next().map(|state| state.id);
    let bare = document.steps().all(|step| step.place == Place::default());
    match state {
        Some(state) if bare => placed(document, state),
        _ => Ok(document),
    }
}

/// One state in the notation, with places: reading it back gives what the map shows.
pub fn write(document: &Document, state: StateId) -> String {
    notation::print(document, state)
}
