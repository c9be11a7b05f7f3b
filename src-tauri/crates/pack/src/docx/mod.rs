//! The pack as a Word file, for those who go on writing in it: real headings, a table of contents,
//! tables whose heads repeat, maps as pictures. Same input, same bytes.

mod blocks;
mod body;
mod figures;
mod parts;
mod section;
mod styles;
mod table;
mod text;

use crate::script::Script;
use crate::{Error, Settings};
use body::Body;
use std::io::{Cursor, Write};
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, ZipWriter};

/// The script as a DOCX file.
///
/// # Errors
/// [`Error::Docx`] when it cannot be put together; those of a picture when a map cannot be drawn.
pub fn docx(script: &Script, settings: &Settings) -> Result<Vec<u8>, Error> {
    let language = crate::drawn::language(settings.choice.language);
    let mut body = Body::new(script, settings);
    body.write()?;
    let document = body.whole();
    let mut parts: Vec<(String, Vec<u8>)> = vec![
        ("[Content_Types].xml".into(), parts::CONTENT_TYPES.into()),
        ("_rels/.rels".into(), parts::RELATIONS.into()),
        ("docProps/core.xml".into(), parts::core(script, language).into()),
        ("docProps/app.xml".into(), parts::APP.into()),
        ("word/document.xml".into(), document.into()),
        ("word/_rels/document.xml.rels".into(), parts::relations(body.pictures.len()).into()),
        ("word/styles.xml".into(), styles::styles(language).into()),
        ("word/settings.xml".into(), parts::SETTINGS.into()),
        ("word/fontTable.xml".into(), parts::FONTS.into()),
        ("word/header1.xml".into(), parts::header(script).into()),
        ("word/footer1.xml".into(), parts::footer(script).into()),
    ];
    for (at, picture) in body.pictures.into_iter().enumerate() {
        parts.push((format!("word/media/image{}.png", at + 1), picture));
    }
    packed(&parts).map_err(|error| Error::Docx(error.to_string()))
}

fn packed(parts: &[(String, Vec<u8>)]) -> Result<Vec<u8>, zip::result::ZipError> {
    // The clock of the machine is no input.
    let options = SimpleFileOptions::default()
        .last_modified_time(DateTime::default())
        .unix_permissions(0o644);
    let mut file = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, bytes) in parts {
        // A picture is as small as it gets already.
        let how = if name.ends_with(".png") {
            CompressionMethod::Stored
        } else {
            CompressionMethod::Deflated
        };
        file.start_file(name.as_str(), options.compression_method(how))?;
        file.write_all(bytes)?;
    }
    Ok(file.finish()?.into_inner())
}
