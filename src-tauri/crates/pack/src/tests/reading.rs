//! A PDF read back: its words, its outline, its links.

use super::sample::{Sample, settings};
use crate::{Made, pdf};
use lopdf::{Dictionary, Document, Object, ObjectId};

pub fn written(sample: &Sample) -> (Made, Document) {
    let pack = pdf(&[sample.source()], &settings()).unwrap();
    let file = Document::load_mem(&pack.bytes).unwrap();
    assert_eq!(file.get_pages().len(), pack.pages as usize);
    (pack, file)
}

pub fn followed<'a>(file: &'a Document, object: &'a Object) -> &'a Object {
    file.dereference(object).unwrap().1
}

pub fn entry<'a>(file: &'a Document, of: &'a Dictionary, key: &str) -> &'a Object {
    followed(file, of.get(key.as_bytes()).unwrap_or_else(|_| panic!("no {key} in {of:?}")))
}

pub fn text(object: &Object) -> String {
    let bytes = object.as_str().unwrap();
    match bytes.strip_prefix(&[0xFE, 0xFF]) {
        Some(wide) => {
            let units: Vec<u16> =
                wide.chunks(2).map(|pair| u16::from_be_bytes([pair[0], pair[1]])).collect();
            String::from_utf16(&units).unwrap()
        }
        None => String::from_utf8(bytes.to_vec()).unwrap(),
    }
}

/// The words of the structure, in reading order; read through the fonts' own tables.
pub fn words(file: &Document) -> String {
    let pages: Vec<u32> = file.get_pages().into_keys().collect();
    file.extract_text(&pages).unwrap()
}

pub fn squeezed(text: &str) -> String {
    text.chars().filter(|character| !character.is_whitespace()).collect()
}

/// The outline as `(depth, title)`, and that each line leads to a page.
pub fn outline(file: &Document) -> Vec<(usize, String)> {
    fn walk(file: &Document, of: &Dictionary, depth: usize, lines: &mut Vec<(usize, String)>) {
        let mut next = of.get(b"First").ok();
        while let Some(object) = next {
            let item = followed(file, object).as_dict().unwrap();
            lines.push((depth, text(entry(file, item, "Title"))));
            let to = entry(file, item, "Dest").as_array().unwrap();
            assert!(file.get_pages().values().any(|id| to[0] == Object::Reference(*id)));
            assert_eq!(to[1], Object::Name(b"XYZ".to_vec()));
            walk(file, item, depth + 1, lines);
            next = item.get(b"Next").ok();
        }
    }
    let mut lines = Vec::new();
    let root = entry(file, file.catalog().unwrap(), "Outlines").as_dict().unwrap().clone();
    walk(file, &root, 0, &mut lines);
    lines
}

/// Links as `(from page, to page)`.
pub fn links(file: &Document) -> Vec<(ObjectId, ObjectId)> {
    let mut found = Vec::new();
    for id in file.get_pages().into_values() {
        let page = file.get_dictionary(id).unwrap();
        let Ok(annotations) = page.get(b"Annots") else { continue };
        for annotation in followed(file, annotations).as_array().unwrap() {
            let annotation = followed(file, annotation).as_dict().unwrap();
            let to = entry(file, annotation, "Dest").as_array().unwrap();
            found.push((id, to[0].as_reference().unwrap()));
            assert!(annotation.has(b"StructParent"));
            assert!(!text(entry(file, annotation, "Contents")).is_empty());
        }
    }
    found
}
