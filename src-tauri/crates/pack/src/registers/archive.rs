//! The registers as CSV in one ZIP archive, a file each, named as in every language. Same input, same
//! bytes.

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
    packed(registers).map_err(|error| Error::Table(error.to_string()))
}

fn packed(registers: &Registers) -> Result<Vec<u8>, zip::result::ZipError> {
    // The clock of the machine is no input.
    let options = SimpleFileOptions::default()
        .last_modified_time(DateTime::default())
        .unix_permissions(0o644);
    let mut file = ZipWriter::new(Cursor::new(Vec::new()));
    for register in &registers.all {
        file.start_file(format!("{}.csv", register.key), options)?;
        file.write_all(csv(register, &registers.yes_no).as_bytes())?;
    }
    Ok(file.finish()?.into_inner())
}
