//! Engagements that nobody has given a place yet: they begin at once, in a folder of Baton's own, and
//! are files from the first moment. A person chooses where one lives when there is time for it.

use std::io;
use std::path::{Path, PathBuf};
use store::LocalFolder;

/// Inside the app-data folder.
const FOLDER: &str = "engagements";

/// A path for a new engagement of this title, where nothing ever lay: what this computer keeps of a
/// file it finds by the path as well, also of one that has left it.
///
/// # Errors
/// The folder cannot be made.
pub(crate) fn fresh(local: &LocalFolder, title: &str) -> io::Result<PathBuf> {
    Ok(local.fresh_inside(FOLDER)?.join(format!("{}.baton", crate::file_name(title))))
}

/// Whether the file at this path has no place of its own.
pub(crate) fn is_unplaced(local: Option<&LocalFolder>, path: &Path) -> bool {
    let folder = folder(local);
    folder.is_some() && path.parent().and_then(Path::parent) == folder.as_deref()
}

/// All of them.
pub(crate) fn unplaced(local: Option<&LocalFolder>) -> Vec<PathBuf> {
    let inside = |it: &Path| -> Vec<PathBuf> {
        let entries = std::fs::read_dir(it).into_iter().flatten().flatten();
        entries.map(|it| it.path()).collect()
    };
    let folders = folder(local).map(|it| inside(&it)).unwrap_or_default();
    let mut paths: Vec<PathBuf> = folders.iter().flat_map(|it| inside(it)).collect();
    paths.retain(|it| it.extension().is_some_and(|ending| ending == "baton"));
    paths.sort();
    paths
}

/// Removes one that is elsewhere now, or never held anything, with its folder. Where it cannot be
/// removed there is one too many, which loses nothing.
pub(crate) fn remove(path: &Path) {
    if std::fs::remove_file(path).is_ok()
        && let Some(folder) = path.parent()
    {
        let _ = std::fs::remove_dir(folder);
    }
}

fn folder(local: Option<&LocalFolder>) -> Option<PathBuf> {
    local?.0.join(FOLDER).canonicalize().ok()
}
