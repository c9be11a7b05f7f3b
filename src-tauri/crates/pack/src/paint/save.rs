//! A tree of objects as a file. lopdf copies every object into the stream it is written in and
//! writes each three times; a long pack has half a million, so here each is written once and let go
//! of, and the streams are compressed on all cores.

use super::finish::pdf;
use super::threads::in_parts;
use crate::Error;
use lopdf::{Dictionary, Document, Object, ObjectId, Stream, StringFormat, dictionary};
use std::io::Write;

/// Objects in one stream: enough to compress well, few enough for a reader that wants one of them.
const TOGETHER: usize = 200;

/// Where an object is.
#[derive(Clone, Copy)]
enum Place {
    Free,
    /// So many bytes from the beginning of the file.
    At(u32),
    /// In the stream with this number, and the how manieth there.
    In(u32, u16),
}

/// The file. Its objects are gone from the tree then.
pub fn save(mut tree: Document) -> Result<Vec<u8>, Error> {
    let mut bytes = Vec::new();
    let _ = write!(bytes, "%PDF-{}\n%", tree.version);
    bytes.extend_from_slice(&tree.binary_mark);
    bytes.push(b'\n');
    let mut next = tree.max_id + 1;
    let mut places = vec![Place::Free; next as usize];
    let mut small = Vec::new();
    for (id, object) in std::mem::take(&mut tree.objects) {
        if matches!(object, Object::Stream(_)) {
            put(&mut places, id.0, Place::At(written(&mut bytes, id.0, &object)?));
        } else {
            small.push((id, object));
        }
    }
    let mut parts = Vec::new();
    let mut small = small.into_iter().peekable();
    while small.peek().is_some() {
        parts.push(small.by_ref().take(TOGETHER).collect::<Vec<_>>());
    }
    for (part, ids) in in_parts(parts.into_iter(), together) {
        for (at, id) in (0..).zip(ids) {
            put(&mut places, id, Place::In(next, at));
        }
        places.push(Place::At(written(&mut bytes, next, &Object::Stream(part?))?));
        next += 1;
    }
    let start = offset(&bytes)?;
    places.push(Place::At(start));
    let mut content = Vec::with_capacity(places.len() * 7);
    for place in &places {
        let (kind, first, second) = match *place {
            Place::Free => (0, 0, u16::MAX),
            Place::At(offset) => (1, offset, 0),
            Place::In(stream, at) => (2, stream, at),
        };
        content.push(kind);
        content.extend_from_slice(&first.to_be_bytes());
        content.extend_from_slice(&second.to_be_bytes());
    }
    let mut trailer = std::mem::take(&mut tree.trailer);
    trailer.set("Type", "XRef");
    trailer.set("Size", i64::from(next) + 1);
    trailer.set("W", vec![1.into(), 4.into(), 2.into()]);
    let mut references = Stream::new(trailer, content);
    references.compress().map_err(pdf)?;
    written(&mut bytes, next, &Object::Stream(references))?;
    let _ = write!(bytes, "startxref\n{start}\n%%EOF");
    Ok(bytes)
}

fn put(places: &mut [Place], id: u32, place: Place) {
    if let Some(it) = places.get_mut(id as usize) {
        *it = place;
    }
}

/// How long a file is so far; one that outgrows its own offsets is not made.
fn offset(bytes: &[u8]) -> Result<u32, Error> {
    u32::try_from(bytes.len()).map_err(|_| Error::Pdf("larger than four gigabytes".into()))
}

/// Writes an object of its own; gives where it begins.
fn written(bytes: &mut Vec<u8>, id: u32, object: &Object) -> Result<u32, Error> {
    let begin = offset(bytes)?;
    let _ = writeln!(bytes, "{id} 0 obj");
    write_object(bytes, object);
    bytes.extend_from_slice(b"\nendobj\n");
    Ok(begin)
}

/// Objects as one compressed stream, and their numbers.
fn together(objects: Vec<(ObjectId, Object)>) -> (Result<Stream, Error>, Vec<u32>) {
    let (mut content, mut index) = (Vec::new(), Vec::new());
    let mut ids = Vec::with_capacity(objects.len());
    for ((id, _), object) in objects {
        let _ = write!(index, "{id} {} ", content.len());
        write_object(&mut content, &object);
        content.push(b' ');
        ids.push(id);
    }
    let count = i64::try_from(ids.len()).unwrap_or_default();
    let first = i64::try_from(index.len()).unwrap_or_default();
    index.append(&mut content);
    let dict = dictionary! { "Type" => "ObjStm", "N" => count, "First" => first };
    let mut stream = Stream::new(dict, index);
    (stream.compress().map_err(pdf).map(|()| stream), ids)
}

/// An object in the syntax of PDF. Writing into memory cannot fail.
fn write_object(out: &mut Vec<u8>, object: &Object) {
    match object {
        Object::Null => out.extend_from_slice(b"null"),
        Object::Boolean(value) => drop(write!(out, "{value}")),
        Object::Integer(value) => drop(write!(out, "{value}")),
        Object::Real(value) => drop(write!(out, "{value}")),
        Object::Name(name) => write_name(out, name),
        Object::String(text, format) => write_string(out, text, *format),
        Object::Array(all) => {
            out.push(b'[');
            for (index, object) in all.iter().enumerate() {
                if index > 0 && parted(object) {
                    out.push(b' ');
                }
                write_object(out, object);
            }
            out.push(b']');
        }
        Object::Dictionary(all) => write_dictionary(out, all),
        Object::Stream(stream) => {
            write_dictionary(out, &stream.dict);
            out.extend_from_slice(b"stream\n");
            out.extend_from_slice(&stream.content);
            out.extend_from_slice(b"\nendstream");
        }
        Object::Reference((id, generation)) => drop(write!(out, "{id} {generation} R")),
    }
}

/// Whether an object does not begin with a sign that ends what stands before it.
fn parted(object: &Object) -> bool {
    use Object::{Boolean, Integer, Null, Real, Reference};
    matches!(object, Null | Boolean(_) | Integer(_) | Real(_) | Reference(_))
}

fn write_dictionary(out: &mut Vec<u8>, all: &Dictionary) {
    out.extend_from_slice(b"<<");
    for (key, value) in all {
        write_name(out, key);
        if parted(value) {
            out.push(b' ');
        }
        write_object(out, value);
    }
    out.extend_from_slice(b">>");
}

fn write_name(out: &mut Vec<u8>, name: &[u8]) {
    out.push(b'/');
    for byte in name {
        if byte.is_ascii_graphic() && !b"()<>[]{}/%#".contains(byte) {
            out.push(*byte);
        } else {
            let _ = write!(out, "#{byte:02X}");
        }
    }
}

fn write_string(out: &mut Vec<u8>, text: &[u8], format: StringFormat) {
    if format == StringFormat::Hexadecimal {
        out.push(b'<');
        for byte in text {
            let _ = write!(out, "{byte:02X}");
        }
        out.push(b'>');
        return;
    }
    out.push(b'(');
    for byte in text {
        match byte {
            b'(' | b')' | b'\\' => out.extend_from_slice(&[b'\\', *byte]),
            b'\r' => out.extend_from_slice(b"\\r"),
            _ => out.push(*byte),
        }
    }
    out.push(b')');
}
