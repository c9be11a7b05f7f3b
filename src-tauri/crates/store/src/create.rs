//! Writing a new file: complete and on disk under a name of its own before it gets the name that
//! was asked for, so that there is never half a file, and never one written over another.

use crate::connect::{Purpose, connect};
use crate::fault::Fault;
use crate::header;
use crate::meta::Meta;
use crate::rows;
use crate::schema::{APPLICATION_ID, FORMAT, PAGE, TABLES};
use crate::segment::sync_folder_of;
use model::Document;
use rusqlite::Connection;
use std::fs::File;
use std::io::ErrorKind;
use std::path::{Path, PathBuf};
use tempfile::TempPath;

/// The absolute path of a file that is to be made.
///
/// # Errors
/// Its folder is not there, or the file is.
pub(crate) fn place_for(path: &Path) -> Result<PathBuf, Fault> {
    let name = path.file_name().ok_or(Fault::FolderMissing)?;
    let folder = match path.parent() {
        Some(folder) if !folder.as_os_str().is_empty() => folder,
        _ => Path::new("."),
    };
    let folder = folder.canonicalize().map_err(|error| match error.kind() {
        ErrorKind::NotFound | ErrorKind::NotADirectory => Fault::FolderMissing,
        _ => Fault::Io(error),
    })?;
    let path = folder.join(name);
    // Not `exists`: a link that leads nowhere is a name that is taken, too.
    match path.symlink_metadata() {
        Ok(_) => Err(Fault::Exists),
        Err(_) => Ok(path),
    }
}

/// Makes a file at a path from [`place_for`], with these records and no history.
pub(crate) fn write(path: &Path, document: &Document) -> Result<(), Fault> {
    whole(path, |part| fill(part, document))
}

/// Makes a file at a path from [`place_for`]: what `fill` makes of an empty one, whole or not at all.
pub(crate) fn whole(
    path: &Path,
    fill: impl FnOnce(&Path) -> Result<(), Fault>,
) -> Result<(), Fault> {
    let folder = path.parent().ok_or(Fault::FolderMissing)?;
    let mut unnamed = tempfile::Builder::new();
    unnamed.prefix(".baton-").suffix(".part");
    // Less the process's mask: a document is as open as its folder's other files.
    #[cfg(unix)]
    unnamed.permissions(std::os::unix::fs::PermissionsExt::from_mode(0o666));
    let part = unnamed
        .tempfile_in(folder)
        .map_err(|error| match error.kind() {
            ErrorKind::PermissionDenied => Fault::ReadOnly,
            _ => Fault::Io(error),
        })?
        .into_temp_path();
    let filled = fill(&part);
    // A disk that failed may have kept the journal, which would lie there for ever.
    drop(std::fs::remove_file(header::journal_of(&part)));
    filled?;
    File::options().write(true).open(&part)?.sync_all()?;
    name(part, path)?;
    sync_folder_of(path)?;
    Ok(())
}

fn fill(path: &Path, document: &Document) -> Result<(), Fault> {
    let conn = connect(path, Purpose::Edit)?;
    conn.execute_batch(&format!(
        "PRAGMA page_size = {PAGE};
         BEGIN IMMEDIATE;
         PRAGMA application_id = {APPLICATION_ID};
         PRAGMA user_version = {FORMAT};"
    ))?;
    for (_, sql) in TABLES {
        conn.execute_batch(sql)?;
    }
    let mut meta = Meta::fresh(fresh_id(&conn)?, document.used_up());
    let mut written = Ok(());
    document.for_each(&mut |record| {
        if written.is_ok() {
            written = rows::put(&conn, &record).map(|digest| {
                meta.content = meta.content.with(digest);
            });
        }
    });
    written?;
    meta.write(&conn)?;
    conn.execute_batch("COMMIT")?;
    rest(&conn)?;
    conn.close().map_err(|(_, error)| error)?;
    Ok(())
}

/// Removes the empty journal that TRUNCATE leaves beside a file that was written to.
pub(crate) fn rest(conn: &Connection) -> Result<(), Fault> {
    conn.query_row("PRAGMA journal_mode = DELETE", [], |_| Ok(()))?;
    Ok(())
}

/// Sixteen bytes that nobody else has: SQLite's generator is seeded by the system.
pub(crate) fn fresh_id(conn: &Connection) -> Result<[u8; 16], Fault> {
    Ok(conn.prepare_cached("SELECT randomblob(16)")?.query_row([], |row| row.get(0))?)
}

/// Gives a finished file its name, unless the name is taken by now.
fn name(part: TempPath, path: &Path) -> Result<(), Fault> {
    let Err(failed) = part.persist_noclobber(path) else { return Ok(()) };
    if failed.error.kind() == ErrorKind::AlreadyExists || path.symlink_metadata().is_ok() {
        return Err(Fault::Exists);
    }
    // File systems of sticks can neither link nor rename without replacing.
    failed.path.persist(path).map_err(|failed| Fault::Io(failed.error))
}
