//! Other people's files to and from a document. Whatever comes in here is untrusted: sizes and
//! counts are capped, unknown words are told apart from mistakes, and nothing panics.

mod error;
pub mod map_text;
pub mod measured;
mod place;
pub mod sample_json;

pub use error::Error;

use model::Document;

/// The finished engagement of the start screen, in the sample format with its extensions.
const SAMPLE: &[u8] = include_bytes!("../samples/lead-to-customer.json");

/// Most bytes of a file that is read.
pub const MOST_BYTES: usize = 64 * 1024 * 1024;

/// The engagement "Lead to live customer" of the start screen, with its service levels, criteria,
/// responsibilities and pain points (domain.md 8.3), laid out.
///
/// # Errors
/// None that a test has not seen: the file is part of the program.
pub fn sample() -> Result<Document, Error> {
    sample_json::read(SAMPLE)
}
