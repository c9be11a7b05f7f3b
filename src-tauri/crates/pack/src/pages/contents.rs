//! Where what is.

use super::edition::Edition;
use crate::script::{Block, Format, PageKind, Script};

/// Writes the contents.
pub fn write(script: &mut Script, edition: &Edition) {
    let title = edition.pick("Contents", "Inhalt");
    script.sheet(PageKind::Contents, Format::Upright, title);
    script.title(title, "");
    script.put(Block::Contents);
}
