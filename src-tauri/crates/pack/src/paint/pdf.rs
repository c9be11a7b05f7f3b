//! A booklet as PDF operators, through printpdf; what printpdf cannot write is added afterwards.

use super::font::Font;
use super::text::Shaped;
use super::{finish, pen};
use crate::page::{Booklet, Page};
use crate::{Error, logo};
use printpdf::{
    ExtendedGraphicsState, ExtendedGraphicsStateId, FontId, Op, PdfDocument, PdfFont, PdfPage,
    PdfSaveOptions, PdfWarnMsg, Pt, RawImage, RawImageData, RawImageFormat, XObject, XObjectId,
};
use scene::{Face, Shape};
use std::collections::{BTreeMap, BTreeSet};

/// The fonts of a file: each read, with the number of each glyph in its subset.
pub type Fonts = BTreeMap<Face, (Font, BTreeMap<u16, u16>)>;

/// The booklet as a PDF file, with a warning for each character that has no glyph.
pub fn pdf(booklet: &Booklet) -> Result<(Vec<u8>, Vec<String>), Error> {
    let shaped = Shaped::of(booklet.pages.iter().flat_map(|page| &page.shapes));
    let mut pdf = PdfDocument::new(&booklet.title);
    let mut fonts = Fonts::new();
    for (face, used) in shaped.used() {
        let font = Font::read(face)?;
        let (subset, numbers) = font.subset(&used)?;
        pdf.resources.fonts.map.insert(font_id(face), PdfFont::new(subset));
        fonts.insert(face, (font, numbers));
    }
    let images = images(booklet, &mut pdf);
    let mut alphas = BTreeSet::new();
    for page in &booklet.pages {
        let (ops, used) = pen::paint(page, &shaped, &fonts, &images, booklet.accent);
        alphas.extend(used);
        pdf.pages.push(sheet(page, ops));
    }
    for alpha in alphas {
        let state = ExtendedGraphicsState::default()
            .with_current_fill_alpha(f32::from(alpha) / 1000.0)
            .with_current_stroke_alpha(f32::from(alpha) / 1000.0);
        pdf.resources.extgstates.map.insert(alpha_id(alpha), state);
    }
    let tree = tree(&pdf)?;
    // The operators are in the tree now; both at once are most of what a long pack needs.
    drop(pdf);
    let bytes = finish::finish(tree, booklet, &fonts)?;
    let missing = shaped.missing.iter().map(|(character, text)| missing(*character, text));
    Ok((bytes, missing.collect()))
}

/// Puts the pictures of a booklet into the file, each once; gives them in the order of their numbers.
fn images<'a>(booklet: &'a Booklet, pdf: &mut PdfDocument) -> Vec<&'a str> {
    let mut images: Vec<&str> = Vec::new();
    for shape in booklet.pages.iter().flat_map(|page| &page.shapes) {
        let Shape::Image { png, .. } = shape else { continue };
        if images.contains(&png.as_str()) {
            continue;
        }
        let Ok(picture) = logo::pixels(png) else { continue };
        let image = RawImage {
            width: picture.width() as usize,
            height: picture.height() as usize,
            data_format: RawImageFormat::RGBA8,
            pixels: RawImageData::U8(picture.into_raw()),
            tag: Vec::new(),
        };
        pdf.resources.xobjects.map.insert(image_id(images.len()), XObject::Image(image));
        images.push(png);
    }
    images
}

/// The object tree that printpdf makes of its operators.
fn tree(pdf: &PdfDocument) -> Result<lopdf::Document, Error> {
    let mut warnings: Vec<PdfWarnMsg> = Vec::new();
    let options = PdfSaveOptions { image_optimization: None, ..PdfSaveOptions::default() };
    let tree = pdf.to_lopdf_document(&options, &mut warnings);
    let failed =
        warnings.iter().find(|warning| warning.severity == printpdf::PdfParseErrorSeverity::Error);
    match failed {
        Some(warning) => Err(Error::Pdf(warning.msg.clone())),
        None => Ok(tree),
    }
}

fn missing(character: char, text: &str) -> String {
    format!(
        "The character “{character}” (U+{:04X}) is in none of the bundled fonts and is \
         printed as an empty box, in “{text}”.",
        u32::from(character)
    )
}

fn sheet(page: &Page, ops: Vec<Op>) -> PdfPage {
    let whole = printpdf::Rect::from_wh(Pt(page.width), Pt(page.height));
    PdfPage { media_box: whole.clone(), trim_box: whole.clone(), crop_box: whole, ops }
}

/// The name of a font in a file.
pub fn font_id(face: Face) -> FontId {
    FontId(face.name().replace('-', ""))
}

/// The name of a picture in a file.
pub fn image_id(number: usize) -> XObjectId {
    XObjectId(format!("I{number}"))
}

/// The name of a graphics state, by its opacity in thousandths.
pub fn alpha_id(alpha: u16) -> ExtendedGraphicsStateId {
    ExtendedGraphicsStateId(format!("A{alpha}"))
}
