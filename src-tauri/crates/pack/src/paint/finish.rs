//! What printpdf cannot write: outline, links, forms, page labels, titles, language, metadata,
//! colours, structure, and a file that is the same every time.

use super::metadata::{self, Claim};
use super::pdf::Fonts;
use super::{colour, contents, form, save, tags};
use crate::Error;
use crate::page::{Anchor, Booklet, Link};
use crate::words::Say;
use lopdf::{Dictionary, Document, Object, ObjectId, StringFormat, dictionary};

/// Text as PDF has it outside of pages: UTF-16 with a mark in front.
pub fn utf16(text: &str) -> Vec<u8> {
    let units = std::iter::once(0xFEFF).chain(text.encode_utf16());
    units.flat_map(u16::to_be_bytes).collect()
}

/// Text as a PDF object; plain when it is plain.
pub fn string(text: &str) -> Object {
    if text.is_ascii() {
        Object::String(text.as_bytes().to_vec(), StringFormat::Literal)
    } else {
        Object::String(utf16(text), StringFormat::Hexadecimal)
    }
}

/// A number of points as a PDF object.
pub fn points(length: f32) -> Object {
    Object::Real((length * 100.0).round() / 100.0)
}

/// The finished file.
pub fn finish(mut file: Document, booklet: &Booklet, fonts: &Fonts) -> Result<Vec<u8>, Error> {
    file.version = "1.7".into();
    let pages: Vec<ObjectId> = file.get_pages().into_values().collect();
    let links = set_links(&mut file, booklet, &pages)?;
    let widgets = form::set(&mut file, booklet, &pages)?;
    tags::set(&mut file, booklet, &pages, &links, &widgets)?;
    cap_heights(&mut file, fonts);
    let outline = contents::set(&mut file, booklet, &pages);
    let metadata = metadata::set(&mut file, booklet, Claim::of(booklet, fonts));
    let intent = colour::intent(&mut file);
    let catalog = file.catalog_mut().map_err(pdf)?;
    catalog.set("Outlines", outline);
    catalog.set("PageMode", Object::Name(b"UseOutlines".to_vec()));
    catalog.set("PageLayout", Object::Name(b"SinglePage".to_vec()));
    catalog.set(
        "PageLabels",
        dictionary! {
            "Nums" => vec![0.into(), Object::Dictionary(dictionary! { "S" => "D" })],
        },
    );
    catalog.set("Lang", string(language(booklet)));
    catalog.set("Metadata", metadata);
    catalog.set("OutputIntents", vec![Object::Dictionary(intent)]);
    catalog.set("ViewerPreferences", dictionary! { "DisplayDocTitle" => true });
    save(file)
}

/// The language of a booklet, as programs write it.
pub fn language(booklet: &Booklet) -> &'static str {
    match booklet.language {
        scene::Language::English => "en",
        scene::Language::German => "de",
    }
}

/// What lopdf would not do.
pub fn pdf(why: lopdf::Error) -> Error {
    Error::Pdf(why.to_string())
}

fn save(mut file: Document) -> Result<Vec<u8>, Error> {
    // Pages came compressed; what is left is fonts and pictures.
    file.compress();
    let id = identity(&file);
    file.trailer.set("ID", vec![id.clone(), id]);
    save::save(file)
}

/// A number made of what the file holds, so that the same pack is the same file.
fn identity(file: &Document) -> Object {
    let mut parts = [0xcbf2_9ce4_8422_2325_u64, 0x6c62_272e_07bb_0142];
    for object in file.objects.values() {
        if let Object::Stream(stream) = object {
            for (index, byte) in stream.content.iter().enumerate() {
                let part = if index % 2 == 0 { &mut parts[0] } else { &mut parts[1] };
                *part = (*part ^ u64::from(*byte)).wrapping_mul(0x0100_0000_01b3);
            }
        }
    }
    let bytes = parts.iter().flat_map(|part| part.to_be_bytes()).collect();
    Object::String(bytes, StringFormat::Hexadecimal)
}

/// printpdf takes the ascent for the height of capitals.
fn cap_heights(file: &mut Document, fonts: &Fonts) {
    for object in file.objects.values_mut() {
        let Ok(descriptor) = object.as_dict_mut() else { continue };
        let Ok(name) = descriptor.get(b"FontName").and_then(Object::as_name) else { continue };
        let font = fonts
            .iter()
            .find(|(face, _)| name.ends_with(face.name().as_bytes()))
            .map(|(_, (font, _))| font.cap_height());
        if let Some(height) = font {
            descriptor.set("CapHeight", height);
        }
    }
}

/// Where a place is, as a destination.
pub fn destination(booklet: &Booklet, pages: &[ObjectId], page: usize, y: f32) -> Option<Object> {
    let height = booklet.pages.get(page)?.height;
    let top = points((height - y + 12.0).min(height));
    let page = Object::Reference(*pages.get(page)?);
    Some(Object::Array(vec![page, "XYZ".into(), 0.into(), top, Object::Null]))
}

/// The links of each page as annotations; a link to nowhere is left out.
fn set_links(
    file: &mut Document,
    booklet: &Booklet,
    pages: &[ObjectId],
) -> Result<Vec<Vec<Option<ObjectId>>>, Error> {
    let mut all = Vec::new();
    for (page, id) in booklet.pages.iter().zip(pages) {
        let mut ids = Vec::new();
        for link in &page.links {
            let place = booklet.anchors.get(&link.to);
            let to = place.and_then(|(page, y)| destination(booklet, pages, *page, *y));
            ids.push(
                to.map(|to| file.add_object(annotation(page.height, (link, booklet.language), to))),
            );
        }
        let dictionary = file.get_object_mut(*id).and_then(Object::as_dict_mut).map_err(pdf)?;
        let annotations: Vec<Object> =
            ids.iter().flatten().map(|id| Object::Reference(*id)).collect();
        if annotations.is_empty() {
            dictionary.remove(b"Annots");
        } else {
            dictionary.set("Annots", annotations);
        }
        dictionary.set("Tabs", "S");
        all.push(ids);
    }
    Ok(all)
}

/// What a link is called aloud.
pub fn spoken(link: &Link, language: scene::Language) -> String {
    match link.to {
        Anchor::Card(_) => {
            let (name, say) = (&link.says, Say { language });
            say.pick(format!("Card of {name}"), format!("Übergabekarte {name}"))
        }
        Anchor::Row(_) | Anchor::Outline(_) | Anchor::Page(_) => link.says.clone(),
    }
}

fn annotation(height: f32, (link, language): (&Link, scene::Language), to: Object) -> Dictionary {
    let rect = link.rect;
    let corners = [rect.x, height - rect.bottom(), rect.right(), height - rect.y];
    dictionary! {
        "Type" => "Annot",
        "Subtype" => "Link",
        "Rect" => corners.map(points).to_vec(),
        "Border" => vec![0.into(), 0.into(), 0.into()],
        "F" => 4,
        "Contents" => string(&spoken(link, language)),
        "Dest" => to,
    }
}
