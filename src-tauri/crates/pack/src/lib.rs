//! Document, scene and figures to deliverables: the pack as PDF, the map as SVG and PNG. Pages are
//! made of the same shapes as the canvas, and there is one painter for each kind of file. Pure but
//! for memory: same input, same bytes.

mod agenda;
mod day;
mod error;
mod flow;
mod minutes;
mod names;
mod page;
mod pages;
mod paint;
pub mod registers;
mod words;

pub use agenda::{Agenda, Setting as AgendaSetting, agenda};
pub use day::day;
pub use error::Error;
pub use minutes::minutes;

use analysis::Figures;
use model::{Document, StateId};
use scene::{Composer, Ladder, Scene};

/// What cannot be known from the document.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Settings {
    /// The date as printed on the pages.
    pub date: String,
    /// The version as printed on the cover.
    pub version: String,
}

/// What a pack is made from. All of it is about one state.
#[derive(Clone, Copy)]
pub struct Source<'a> {
    /// The engagement.
    pub document: &'a Document,
    /// The state to print.
    pub state: StateId,
    /// That state as drawn.
    pub scene: &'a Scene,
    /// Its ladder, laid out for any width.
    pub ladder: &'a Ladder,
    /// Its figures.
    pub figures: &'a Figures,
}

/// A finished pack.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Pack {
    /// The file.
    pub pdf: Vec<u8>,
    /// How many pages it has.
    pub pages: u32,
    /// What the reader of the pack will miss, one sentence each; empty most of the time.
    pub warnings: Vec<String>,
}

/// The pack of one state as a PDF 1.7 file: cover, map, ladder, measures, register, cards.
///
/// # Errors
/// [`Error::NoSuchState`]; [`Error::Font`] or [`Error::Pdf`] when the file cannot be made.
pub fn pdf(source: &Source, settings: &Settings) -> Result<Pack, Error> {
    let (booklet, mut warnings) = pages::booklet(source, settings)?;
    let pages = u32::try_from(booklet.pages.len()).unwrap_or(u32::MAX);
    let (pdf, missing) = paint::pdf(&booklet)?;
    warnings.extend(missing);
    Ok(Pack { pdf, pages, warnings })
}

/// The ladder as the pack has it: as wide as the map with the totals beside it. Any other width is
/// scaled.
pub fn ladder(document: &Document, scene: &Scene, figures: &Figures) -> Ladder {
    Composer::new().ladder(document, figures, pages::ladder_width(scene))
}

/// The map as one standalone SVG file. Glyphs are outlines, so it looks the same everywhere; every
/// text is there as text too, to be selected, searched and read aloud.
pub fn svg(scene: &Scene) -> String {
    paint::svg(scene)
}

/// The map as a PNG picture, `scale` pixels to the point, on white.
///
/// # Errors
/// [`Error::TooLarge`] when the picture would not fit into memory; [`Error::Picture`] when it
/// cannot be drawn.
pub fn png(scene: &Scene, scale: f32) -> Result<Vec<u8>, Error> {
    paint::png(scene, scale)
}

#[cfg(test)]
mod tests;
