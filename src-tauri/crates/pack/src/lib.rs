//! Document, scene and figures to deliverables: the pack as PDF, HTML, DOCX and
//! Markdown, its registers as tables, the map as SVG and PNG. Pages are
//! made of the same shapes as the canvas, and there is one painter for each kind of file. Pure but
//! for memory: same input, same bytes.

mod agenda;
mod day;
mod docx;
mod drawn;
mod error;
mod flow;
mod forms;
mod logo;
mod maps;
mod markdown;
mod minutes;
mod names;
mod outline;
mod page;
mod pages;
mod paint;
pub mod registers;
mod script;
mod settings;
mod web;
mod words;

pub use agenda::{Agenda, Setting as AgendaSetting, agenda};
pub use day::{day, sortable_day};
pub use error::Error;
pub use forms::{FormSetting, form, forms};
pub use logo::logo;
pub use maps::{MapForm, maps};
pub use minutes::minutes;
pub use model::{MapPaper, PackChoice, PackForm, PackLanguage, PackPreset, PaperSize};
pub use settings::Settings;

use analysis::Figures;
use drawn::Drawn;
use model::{Document, PageKind, StateId};
use scene::{Ladder, Rect, Scene, Shape};
use std::ops::Range;

/// One state that a pack is made from.
#[derive(Clone, Copy)]
struct Source<'a> {
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

/// A finished file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Made {
    /// The file.
    pub bytes: Vec<u8>,
    /// How many pages it has; 0 where it has none.
    pub pages: u32,
    /// What the reader will miss, one sentence each; empty most of the time.
    pub warnings: Vec<String>,
}

/// The pack of a document.
///
/// # Errors
/// [`Error::NoSuchState`] without any state; the others when the file cannot be made.
pub fn pack(document: &Document, settings: &Settings, form: PackForm) -> Result<Made, Error> {
    match form {
        PackForm::Pdf => {
            let drawn = Drawn::all(document, &settings.choice);
            let sources: Vec<Source> = drawn.iter().map(|it| it.source(document)).collect();
            pdf(&sources, settings)
        }
        PackForm::Html => Ok(text(web::html(&written(document, settings)?, &settings.choice))),
        PackForm::Docx => {
            let bytes = docx::docx(&written(document, settings)?, settings)?;
            Ok(Made { bytes, pages: 0, warnings: Vec::new() })
        }
        PackForm::Markdown => {
            Ok(text(markdown::markdown(&written(document, settings)?, &settings.choice)))
        }
        PackForm::Forms => forms(document, &FormSetting::of(settings, true)),
        PackForm::FormsOnPaper => forms(document, &FormSetting::of(settings, false)),
        PackForm::Workbook => registers::xlsx(&registers::of_pack(document, settings)?).map(tables),
        PackForm::Csv => registers::csv_files(&registers::of_pack(document, settings)?).map(tables),
        PackForm::Json => registers::json(&registers::of_pack(document, settings)?).map(text),
        PackForm::MapsAsShapes => maps::archive(document, settings, MapForm::Svg).map(tables),
        PackForm::MapsAsPictures => maps::archive(document, settings, MapForm::Png).map(tables),
    }
}

/// The pages of a pack as they are painted, for a preview.
pub struct Pages {
    /// The pages, in order.
    pub pages: Vec<PageShown>,
    /// The outline: what each line says, how deep it is, on which page.
    pub outline: Vec<(String, u8, usize)>,
    /// What the reader will miss, one sentence each.
    pub warnings: Vec<String>,
}

/// One page as it is painted.
pub struct PageShown {
    /// What it belongs to.
    pub kind: PageKind,
    /// Width in points.
    pub width: f32,
    /// Height in points.
    pub height: f32,
    /// What is painted, in order; the origin is the upper left corner.
    pub shapes: Vec<Shape>,
    /// What of some of them is seen, in order.
    pub windows: Vec<Window>,
}

/// Of these shapes only what lies in a rectangle is seen.
pub struct Window {
    /// Which shapes.
    pub shapes: Range<usize>,
    /// Where they are seen.
    pub rect: Rect,
}

/// The pages that [`pack`] makes a PDF of.
///
/// # Errors
/// [`Error::NoSuchState`] without any state.
pub fn pages(document: &Document, settings: &Settings) -> Result<Pages, Error> {
    let drawn = Drawn::all(document, &settings.choice);
    let sources: Vec<Source> = drawn.iter().map(|it| it.source(document)).collect();
    let script = pages::script(&sources, settings)?;
    let (booklet, warnings) = flow::set(&script, settings.choice.paper);
    let outline = booklet.bookmarks.into_iter().map(|it| (it.title, it.level, it.page)).collect();
    let page = |page: page::Page| {
        let page::Page { kind, width, height, shapes, marks, .. } = page;
        let seen = |mark: page::Mark| Some(Window { shapes: mark.shapes, rect: mark.window? });
        let windows = marks.into_iter().filter_map(seen).collect();
        PageShown { kind, width, height, shapes, windows }
    };
    let pages = booklet.pages.into_iter().map(page).collect();
    Ok(Pages { pages, outline, warnings })
}

/// All that a pack says, for the forms that have no pages of their own.
fn written(document: &Document, settings: &Settings) -> Result<script::Script, Error> {
    let drawn = Drawn::all(document, &settings.choice);
    let sources: Vec<Source> = drawn.iter().map(|it| it.source(document)).collect();
    said(&sources, settings)
}

/// What a pack says; a pack that says nothing is not made.
fn said(sources: &[Source], settings: &Settings) -> Result<script::Script, Error> {
    let script = pages::script(sources, settings)?;
    if script.sheets.is_empty() { Err(Error::NoPages) } else { Ok(script) }
}

/// A file that has no pages.
fn tables(bytes: Vec<u8>) -> Made {
    Made { bytes, pages: 0, warnings: Vec::new() }
}

/// A file of text, which has no pages.
fn text(text: String) -> Made {
    Made { bytes: text.into_bytes(), pages: 0, warnings: Vec::new() }
}

/// As a PDF 1.7 file.
fn pdf(sources: &[Source], settings: &Settings) -> Result<Made, Error> {
    let script = said(sources, settings)?;
    let (booklet, mut warnings) = flow::set(&script, settings.choice.paper);
    let pages = u32::try_from(booklet.pages.len()).unwrap_or(u32::MAX);
    drop(script);
    let (bytes, missing) = paint::pdf(booklet)?;
    warnings.extend(missing);
    Ok(Made { bytes, pages, warnings })
}

#[cfg(test)]
mod tests;
