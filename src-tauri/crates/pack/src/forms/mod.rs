//! The forms of the templates: what has to be there when work is passed on, to be filled in on
//! screen (AcroForm) or on paper. Both are the same pages; only what stands in the boxes differs.

mod ask;
mod boxes;
mod cell;
mod control;
mod density;
mod flow;
mod frames;
mod keys;
mod lay;
mod sheet;
mod words;

use crate::flow::{Galley, Running};
use crate::page::Booklet;
use crate::script::Paper;
use crate::{Error, Made, Settings, paint};
use model::{Document, PaperSize, Template};
use scene::Language;
use words::Words;

/// How forms are printed.
#[derive(Clone, Copy, Debug)]
pub struct FormSetting<'a> {
    /// The date on the pages.
    pub settings: &'a Settings,
    /// The language of the words that are not the room's.
    pub language: Language,
    /// To be filled in on screen; otherwise blank, for paper.
    pub fillable: bool,
    /// Width and height of the paper in points; [`FormSetting::A4`] most of the time.
    pub paper: (f32, f32),
}

impl FormSetting<'_> {
    /// A4, upright.
    pub const A4: (f32, f32) = (595.276, 841.89);
    /// Letter, upright.
    pub const LETTER: (f32, f32) = (612.0, 792.0);
}

impl<'a> FormSetting<'a> {
    /// As a pack is made.
    pub fn of(settings: &'a Settings, fillable: bool) -> FormSetting<'a> {
        let paper = match settings.choice.paper {
            PaperSize::A4 => FormSetting::A4,
            PaperSize::Letter => FormSetting::LETTER,
        };
        let language = crate::drawn::language(settings.choice.language);
        FormSetting { settings, language, fillable, paper }
    }
}

/// The form of one template as a PDF 1.7 file. The template need not be in the document, so that a
/// preset can be printed before it is taken.
///
/// # Errors
/// [`Error::Font`] or [`Error::Pdf`] when the file cannot be made.
pub fn form(
    document: &Document,
    template: &Template,
    setting: &FormSetting,
) -> Result<Made, Error> {
    made(document, &[template], setting)
}

/// The forms of all templates of a document as one PDF 1.7 file, each with its line in the outline;
/// a page that says so where there is none.
///
/// # Errors
/// [`Error::Font`] or [`Error::Pdf`] when the file cannot be made.
pub fn forms(document: &Document, setting: &FormSetting) -> Result<Made, Error> {
    let all: Vec<&Template> = document.templates().collect();
    made(document, &all, setting)
}

fn made(
    document: &Document,
    templates: &[&Template],
    setting: &FormSetting,
) -> Result<Made, Error> {
    let booklet = booklet(document, templates, setting);
    let pages = u32::try_from(booklet.pages.len()).unwrap_or(u32::MAX);
    let (pdf, warnings) = paint::pdf(booklet)?;
    Ok(Made { bytes: pdf, pages, warnings })
}

/// Sets the pages.
pub(crate) fn booklet(
    document: &Document,
    templates: &[&Template],
    setting: &FormSetting,
) -> Booklet {
    let words = Words::of(setting.language);
    let engagement = document.the_engagement();
    let client = engagement.map_or("", |it| it.client.trim());
    let about = engagement.map_or("", |it| it.title.trim());
    let about = if about.is_empty() { words.untitled } else { about };
    let title = match templates {
        [one] => words.name(one).to_owned(),
        _ => format!("{about}: {}", words.forms),
    };
    let foot: Vec<&str> = [client, words.design, setting.settings.date.trim()]
        .into_iter()
        .filter(|part| !part.is_empty())
        .collect();
    let book = Booklet {
        title,
        author: client.to_owned(),
        subject: if setting.fillable { words.to_fill_in } else { words.to_write_on }.to_owned(),
        language: setting.language,
        ..Booklet::default()
    };
    let running = Running { title: about.to_owned(), foot: foot.join(" · ") };
    let mut galley = Galley::new(book, running, setting.settings.choice.paper);
    let paper = paper(setting.paper);
    let mut keys = keys::Keys::default();
    for template in templates {
        let sheet = sheet::Sheet::of(document, template, setting, &words, &mut keys);
        flow::set(&mut galley, &sheet, setting.fillable, &words, paper);
    }
    if templates.is_empty() {
        flow::set_none(&mut galley, &words, paper);
    }
    galley.book
}

/// A paper on which a line of a form has room.
fn paper((width, height): (f32, f32)) -> Paper {
    let side = |length: f32, usual: f32| {
        if length.is_finite() { length.clamp(360.0, 14_400.0) } else { usual }
    };
    Paper { width: side(width, FormSetting::A4.0), height: side(height, FormSetting::A4.1) }
}
