//! Engagements that nobody has given a place yet: they begin at once, in a folder of Baton's own, and
//! are files from the first moment. A person chooses where one lives when there is time for it.

use std::io;
use std::path::{Path, PathBuf};
use store::LocalFolder;

/// Inside the app-data folder.
const FOLDER: &str = "engagements";

/// A free path for a new engagement of this title.
///
/// # Errors
/// The folder cannot be made.
pub(crate) fn fresh(local: &LocalFolder, title: &str) -> io::Result<PathBuf> {
    let folder = local.inside(FOLDER)?;
    let name = crate::file_name(title);
    let numbered = (2..).map(|number| format!("{name} {number}.baton"));
    let mut names = std::iter::once(format!("{name}.baton")).chain(numbered);
    let path = names.find_map(|name| {
        let path = folder.join(name);
        // A broken link has its name, too.
        path.symlink_metadata().is_err().then_some(path)
    });
    path.ok_or_else(|| io::Error::from(io::ErrorKind::AlreadyExists))
}

/// Whether the file at this path has no place of its own.
pub(crate) fn is_unplaced(local: Option<&LocalFolder>, path: &Path) -> bool {
    let folder = local.and_then(|it| it.0.join(FOLDER).canonicalize().ok());
    folder.is_some() && path.parent() == folder.as_deref()
}

/// All of them.
pub(crate) fn unplaced(local: Option<&LocalFolder>) -> Vec<PathBuf> {
    let folder = local.and_then(|it| it.0.join(FOLDER).canonicalize().ok());
    let files = folder.and_then(|it| std::fs::read_dir(it).ok()).into_iter().flatten().flatten();
    let mut paths: Vec<PathBuf> = files.map(|it| it.path()).collect();
    paths.retain(|it| it.extension().is_some_and(|ending| ending == "baton"));
    paths.sort();
    paths
}
