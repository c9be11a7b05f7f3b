//! Files in one ZIP archive, and the registers as CSV in one, named as in every language. Same input,
//! same bytes.

use super::{Registers, csv};
use crate::Error;
use std::io::{Cursor, Write};
use zip::write::SimpleFileOptions;
use zip::{DateTime, ZipWriter};

/// Every register as a file of an archive.
///
/// # Errors
/// [`Error::Table`] when it cannot be put together.
pub fn csv_files(registers: &Registers) -> Result<Vec<u8>, Error> {
    let file =
        |it: &super::Register| (format!("{}.csv", it.key), csv(it, &registers.yes_no).into_bytes());
    zipped(registers.all.iter().map(file)).map_err(Error::Table)
}

/// Files, each with its name, in one archive; else why there is none.
pub(crate) fn zipped(files: impl Iterator<Item = (String, Vec<u8>)>) -> Result<Vec<u8>, String> {
    packed(files).map_err(|error| error.to_string())
}

fn packed(files: impl Iterator<Item = (String, Vec<u8>)>) -> zip::result::ZipResult<Vec<u8>> {
    // The clock of the machine is no input.
    let options = SimpleFileOptions::default()
        .last_modified_time(DateTime::default())
        .unix_permissions(0o644);
    let mut file = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, bytes) in files {
        file.start_file(name, options)?;
        file.write_all(&bytes)?;
    }
    Ok(file.finish()?.into_inner())
}
