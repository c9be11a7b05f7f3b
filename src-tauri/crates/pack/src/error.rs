//! Why a pack or a picture could not be made.

use model::StateId;

/// Why nothing was exported. The message names the thing and says what to do.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// The state to print is not in the document.
    #[error("the document has no state {}; choose one that is there", .0.0)]
    NoSuchState(StateId),
    /// None of the chosen pages has anything to say.
    #[error("no page is chosen that has something to say; tick one that has")]
    NoPages,
    /// A bundled font could not be read or cut down to the glyphs in use.
    #[error("the bundled font could not be embedded: {0}")]
    Font(String),
    /// The PDF could not be put together.
    #[error("the PDF could not be written: {0}")]
    Pdf(String),
    /// The Word file could not be put together.
    #[error("the Word file could not be written: {0}")]
    Docx(String),
    /// The tables could not be put together.
    #[error("the tables could not be written: {0}")]
    Table(String),
    /// A file is no logo that can be used.
    #[error("the logo cannot be used: {0}")]
    Logo(String),
    /// The picture could not be drawn.
    #[error("the picture could not be drawn: {0}")]
    Picture(String),
    /// A picture of this many pixels does not fit into memory that is sensible to ask for.
    #[error("a picture of {width} by {height} pixels is too large; choose a smaller scale")]
    TooLarge {
        /// Pixels across.
        width: u64,
        /// Pixels down.
        height: u64,
    },
}
