//! A booklet as PDF operators, through printpdf; what printpdf cannot write is added afterwards.

use super::font::Font;
use super::text::Shaped;
use super::threads::in_parts;
use super::{finish, pen};
use crate::page::{Booklet, Page};
use crate::words::Say;
use crate::{Error, logo};
use lopdf::{Object, ObjectId, Stream};
use printpdf::{
    Codepoint, ExtendedGraphicsState, ExtendedGraphicsStateId, FontId, Op, PdfDocument, PdfFont,
    PdfFontHandle, PdfPage, PdfSaveOptions, PdfWarnMsg, Pt, RawImage, RawImageData, RawImageFormat,
    TextItem, XObject, XObjectId,
};
use scene::{Face, Shape};
use std::collections::{BTreeMap, BTreeSet};

/// The fonts of a file: each read, with the glyphs of its subset.
pub type Fonts = BTreeMap<Face, (Font, BTreeMap<u16, Cut>)>;

/// A glyph of a subset.
#[derive(Clone, Copy)]
pub struct Cut {
    /// Its number there.
    pub number: u16,
    /// How far printpdf says that it moves the pen, in thousandths of an em.
    pub advance: f32,
}

/// How many pages are operators at once: those of all pages would be most of what a long pack
/// needs.
const BATCH: usize = 16;

/// The booklet as a PDF file, with a warning for each character that has no glyph.
pub fn pdf(mut booklet: Booklet) -> Result<(Vec<u8>, Vec<String>), Error> {
    let shaped = Shaped::of(booklet.pages.iter().flat_map(|page| &page.shapes));
    let mut pdf = PdfDocument::new(&booklet.title);
    let mut fonts = Fonts::new();
    for (face, used) in shaped.used() {
        let font = Font::read(face)?;
        let (subset, glyphs) = font.subset(&used)?;
        pdf.resources.fonts.map.insert(font_id(face), PdfFont::new(subset));
        fonts.insert(face, (font, glyphs));
    }
    let parts = PdfDocument { resources: pdf.resources.clone(), ..PdfDocument::new("") };
    let images = images(&booklet, &mut pdf);
    let accent = booklet.accent;
    let painted = in_parts(booklet.pages.chunks_mut(BATCH), |pages| {
        paint(pages, &parts, |page| pen::paint(page, &shaped, &fonts, &images, accent))
    });
    let mut contents = Vec::with_capacity(booklet.pages.len());
    let mut alphas = BTreeSet::new();
    for batch in painted {
        let (streams, used) = batch?;
        contents.extend(streams);
        alphas.extend(used);
    }
    for alpha in alphas {
        let state = ExtendedGraphicsState::default()
            .with_current_fill_alpha(f32::from(alpha) / 1000.0)
            .with_current_stroke_alpha(f32::from(alpha) / 1000.0);
        pdf.resources.extgstates.map.insert(alpha_id(alpha), state);
    }
    pdf.pages = booklet.pages.iter().map(|page| sheet(page, Vec::new())).collect();
    if let Some(first) = pdf.pages.first_mut() {
        first.ops = all_glyphs(&shaped, &fonts);
    }
    let mut tree = tree(&pdf)?;
    for (page, stream) in tree.get_pages().into_values().zip(contents) {
        let id = contents_of(&tree, page)?;
        tree.set_object(id, stream);
    }
    let warnings =
        shaped.missing.iter().map(|(it, text)| missing(*it, text, booklet.language)).collect();
    // What is painted is in the tree now; both at once are most of what a long pack needs.
    drop((pdf, parts, shaped));
    Ok((finish::finish(tree, &booklet, &fonts)?, warnings))
}

/// What some pages show, compressed, and the opacities they ask for. Their shapes are gone then.
fn paint(
    pages: &mut [Page],
    with: &PdfDocument,
    pen: impl Fn(&Page) -> (Vec<Op>, BTreeSet<u16>),
) -> Result<(Vec<Stream>, BTreeSet<u16>), Error> {
    let mut pdf = with.clone();
    let mut alphas = BTreeSet::new();
    for page in pages {
        let (ops, used) = pen(page);
        alphas.extend(used);
        pdf.pages.push(sheet(page, ops));
        page.shapes = Vec::new();
    }
    let mut tree = tree(&pdf)?;
    drop(pdf);
    let mut streams = Vec::new();
    for page in tree.get_pages().into_values() {
        let id = contents_of(&tree, page)?;
        if let Some(Object::Stream(mut stream)) = tree.objects.remove(&id) {
            stream.compress().map_err(finish::pdf)?;
            stream.content.shrink_to_fit();
            streams.push(stream);
        }
    }
    Ok((streams, alphas))
}

/// Where what a page shows is in a tree.
fn contents_of(tree: &lopdf::Document, page: ObjectId) -> Result<ObjectId, Error> {
    let contents = tree.get_dictionary(page).and_then(|it| it.get(b"Contents"));
    contents.and_then(Object::as_reference).map_err(finish::pdf)
}

/// Every glyph of every font: printpdf writes only the fonts that it sees in use, and of each glyph
/// what it stands for there.
fn all_glyphs(shaped: &Shaped, fonts: &Fonts) -> Vec<Op> {
    let mut ops = vec![Op::StartTextSection];
    for (face, (_, glyphs)) in fonts {
        let font = PdfFontHandle::External(font_id(*face));
        ops.push(Op::SetFont { font, size: Pt(1.0) });
        let meaning = |glyph| match shaped.meaning(*face, glyph) {
            "" => "\u{fffd}".to_owned(),
            meaning => meaning.to_owned(),
        };
        let glyphs = glyphs.iter().map(|(glyph, cut)| Codepoint {
            gid: cut.number,
            offset: 0.0,
            cid: Some(meaning(*glyph)),
        });
        ops.push(Op::ShowText { items: vec![TextItem::GlyphIds(glyphs.collect())] });
    }
    ops.push(Op::EndTextSection);
    ops
}

/// Puts the pictures of a booklet into the file, each once; gives them in the order of their numbers.
fn images(booklet: &Booklet, pdf: &mut PdfDocument) -> Vec<String> {
    let mut images: Vec<String> = Vec::new();
    for shape in booklet.pages.iter().flat_map(|page| &page.shapes) {
        let Shape::Image { png, .. } = shape else { continue };
        if images.contains(png) {
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
        images.push(png.clone());
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

fn missing(character: char, text: &str, language: scene::Language) -> String {
    let number = u32::from(character);
    Say { language }.pick(
        format!(
            "The character “{character}” (U+{number:04X}) is in none of the bundled fonts and is \
             printed as an empty box, in “{text}”."
        ),
        format!(
            "Das Zeichen „{character}“ (U+{number:04X}) ist in keiner der mitgelieferten Schriften \
             und wird als leeres Kästchen gedruckt, in „{text}“."
        ),
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
