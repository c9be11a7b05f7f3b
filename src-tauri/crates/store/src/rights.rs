//! What may be done with a file where it lies, found out without changing anything.

use crate::fault::Fault;
use crate::notice::Fact;
use crate::store::Access;
use std::fs::File;
use std::io::ErrorKind;
use std::path::Path;

/// What may be done with the file at a canonical path, and why not more. Permission bits are looked
/// at as well as tried: whoever is root may write in spite of them, but was asked not to.
pub(crate) fn rights(path: &Path) -> Result<(Access, Vec<Fact>), Fault> {
    let about = path.metadata()?;
    let folder = path.parent().ok_or(Fault::NotABatonFile)?;
    let mut facts = Vec::new();
    if about.permissions().readonly() || !may_write(path)? {
        facts.push(Fact::FileReadOnly);
    } else if folder.metadata()?.permissions().readonly() || !takes_files(folder) {
        facts.push(Fact::FolderReadOnly);
    } else if has_second_name(&about) {
        facts.push(Fact::SecondName);
    }
    let access = if facts.is_empty() { Access::ReadWrite } else { Access::ReadOnly };
    Ok((access, facts))
}

fn may_write(path: &Path) -> Result<bool, Fault> {
    match File::options().write(true).open(path) {
        Ok(_) => Ok(true),
        Err(error) => match error.kind() {
            ErrorKind::PermissionDenied | ErrorKind::ReadOnlyFilesystem => Ok(false),
            _ => Err(error.into()),
        },
    }
}

/// Whether a journal could be made beside the file. On Linux the file that tries it never gets a
/// name, so that nobody who watches the folder sees anything.
fn takes_files(folder: &Path) -> bool {
    match tempfile::tempfile_in(folder) {
        Ok(_) => true,
        // A full disk is not for reading only; the first edit will say that it is full.
        Err(error) => matches!(error.kind(), ErrorKind::StorageFull | ErrorKind::QuotaExceeded),
    }
}

#[cfg(unix)]
fn has_second_name(about: &std::fs::Metadata) -> bool {
    std::os::unix::fs::MetadataExt::nlink(about) > 1
}

#[cfg(not(unix))]
fn has_second_name(_about: &std::fs::Metadata) -> bool {
    false
}
