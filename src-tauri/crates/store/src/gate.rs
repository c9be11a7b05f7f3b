//! The gate: what a file must pass before anything in it is believed. Whatever fails, the file is
//! as it was.

use crate::connect::{Purpose, allow, connect};
use crate::fault::Fault;
use crate::header::{self, Format};
use crate::history::{self, Labels};
use crate::meta::{DocumentId, Meta};
use crate::rows;
use crate::salvage;
use crate::schema::{PAGE, TABLES};
use crate::store::Access;
use crate::version;
use model::Document;
use rusqlite::Connection;
use std::path::Path;
use std::time::Duration;
use tempfile::TempDir;

/// How long checking may take.
const BUDGET: Duration = Duration::from_secs(10);

/// What a file was found to hold.
pub(crate) struct Checked {
    pub(crate) document: Document,
    pub(crate) meta: Meta,
    pub(crate) labels: Labels,
}

/// A file that passed.
pub(crate) struct Admitted {
    pub(crate) conn: Connection,
    pub(crate) checked: Checked,
    /// Where a copy lies that is read in place of a file that may not be written, yet needs to be
    /// recovered.
    pub(crate) private: Option<TempDir>,
    /// The newer format it is of; such a file is read and never written.
    pub(crate) newer: Option<u32>,
}

/// Checks the file and connects to it.
pub(crate) fn admit(path: &Path, access: Access) -> Result<Admitted, Fault> {
    match header::look(path) {
        Ok(Format::Ours) => {}
        // Power may have gone while the first page was written, which then is anything.
        Ok(Format::Newer(format)) => {
            let fault = Fault::Newer(format);
            return match header::may_be_torn(path, &fault) {
                true => admit_after_crash(path, access).map_err(|_| fault),
                false => newer(path, format),
            };
        }
        Err(fault) if header::may_be_torn(path, &fault) => {
            return admit_after_crash(path, access).map_err(|_| fault);
        }
        Err(fault) => return Err(fault),
    }
    let mut look = connect(path, Purpose::Look)?;
    if was_cut_off(&look)? {
        drop(look);
        return admit_after_crash(path, access);
    }
    let checked = check(&mut look, path)?;
    let conn = match access {
        Access::ReadOnly => look,
        Access::ReadWrite => connect(path, Purpose::Edit)?,
    };
    Ok(Admitted { conn, checked, private: None, newer: None })
}

/// A file of a newer format, for reading, where all that is in it is known here as well: the same
/// tables, the same records, the same rules. Anything less would show a part as the whole.
fn newer(path: &Path, format: u32) -> Result<Admitted, Fault> {
    let read = || {
        let mut conn = connect(path, Purpose::Look)?;
        let checked = check(&mut conn, path)?;
        Ok(Admitted { conn, checked, private: None, newer: Some(format) })
    };
    read().map_err(|_: Fault| Fault::Newer(format))
}

/// Whether a crash in the middle of a transaction left a journal that has to be played back.
fn was_cut_off(look: &Connection) -> Result<bool, Fault> {
    match look.query_row("SELECT count(*) FROM sqlite_schema", [], |_| Ok(())) {
        Ok(()) => Ok(false),
        Err(error)
            if error.sqlite_extended_error_code()
                == Some(rusqlite::ffi::SQLITE_READONLY_ROLLBACK) =>
        {
            Ok(true)
        }
        Err(error) => Err(error.into()),
    }
}

/// Plays the journal back on a private copy first: a journal that belongs to another file must not
/// spoil this one.
fn admit_after_crash(path: &Path, access: Access) -> Result<Admitted, Fault> {
    let journal = header::journal_of(path);
    header::may_play_back(&journal)?;
    let private = tempfile::Builder::new().prefix("baton-").tempdir()?;
    let copy = private.path().join("copy.baton");
    copy_bytes(path, &copy)?;
    let torn = as_it_lies(&copy);
    copy_bytes(&journal, &header::journal_of(&copy))?;
    let mut conn = connect(&copy, Purpose::Edit)?;
    // Asking anything plays the journal back; only then is the header what it was.
    conn.query_row("SELECT count(*) FROM sqlite_schema", [], |_| Ok(()))?;
    drop(conn);
    if header::look(&copy)? != Format::Ours {
        return Err(Fault::ForeignJournal);
    }
    conn = connect(&copy, Purpose::Edit)?;
    let checked = check(&mut conn, &copy)?;
    if torn.is_some_and(|torn| !could_become(&torn, &checked.meta)) {
        return Err(Fault::ForeignJournal);
    }
    if access == Access::ReadOnly {
        return Ok(Admitted { conn, checked, private: Some(private), newer: None });
    }
    drop(conn);
    let mut conn = connect(path, Purpose::Edit)?;
    let checked = check(&mut conn, path)?;
    Ok(Admitted { conn, checked, private: None, newer: None })
}

/// Document and revision in a file whose last transaction was cut off, if that much can be read: by
/// SQLite, and where not even the first page is whole, from the pages themselves.
fn as_it_lies(copy: &Path) -> Option<(DocumentId, i64)> {
    let asked = || {
        let conn = connect(copy, Purpose::Look)?;
        conn.query_row("SELECT document, revision FROM meta", [], |row| {
            Ok((row.get(0)?, row.get(1)?))
        })
        .map_err(Fault::from)
    };
    asked().ok().or_else(|| {
        let meta = salvage::meta_of(copy)?;
        Some((meta.document, i64::try_from(meta.revision).ok()?))
    })
}

/// Whether taking one transaction back can lead from there to here. A journal that holds every
/// page of another file, or of an old copy of this one, leaves a file that is whole, but not this.
fn could_become((document, revision): &(DocumentId, i64), meta: &Meta) -> bool {
    let undone = revision.abs_diff(i64::try_from(meta.revision).unwrap_or(i64::MAX));
    *document == meta.document && undone <= 1
}

/// Not `fs::copy`: the copy must be writable even where the original is not.
pub(crate) fn copy_bytes(from: &Path, to: &Path) -> Result<(), Fault> {
    std::io::copy(&mut std::fs::File::open(from)?, &mut std::fs::File::create(to)?)?;
    Ok(())
}

/// Everything there is to check, as of one moment.
pub(crate) fn check(conn: &mut Connection, path: &Path) -> Result<Checked, Fault> {
    allow(conn, BUDGET)?;
    conn.execute_batch("BEGIN")?;
    let checked = schema(conn)
        .and_then(|()| length(conn, path))
        .and_then(|()| integrity(conn))
        .and_then(|()| content(conn));
    let ended = conn.execute_batch("ROLLBACK");
    let checked = checked?;
    ended?;
    Ok(checked)
}

fn schema(conn: &Connection) -> Result<(), Fault> {
    let mut statement =
        conn.prepare("SELECT type, name, tbl_name, sql FROM sqlite_schema ORDER BY rowid")?;
    let mut rows = statement.query([])?;
    let mut ours = TABLES.iter();
    while let Some(row) = rows.next()? {
        let kind: String = row.get(0)?;
        let name: String = row.get(1)?;
        let table: String = row.get(2)?;
        let sql: Option<String> = row.get(3)?;
        let found = (kind.as_str(), name.as_str(), table.as_str(), sql.as_deref());
        if ours.next().map(|(name, sql)| ("table", *name, *name, Some(*sql))) != Some(found) {
            let shown: String = name.chars().take(40).filter(|c| !c.is_control()).collect();
            return Err(Fault::Altered(format!("the {kind} “{shown}”")));
        }
    }
    match ours.next() {
        Some(_) => Err(Fault::damaged("one of its tables is missing")),
        None => Ok(()),
    }
}

/// Bytes behind the last page belong to nobody. Asked inside the transaction, while nobody can
/// write; the length comes from the folder, for opening the file here would drop our lock.
fn length(conn: &Connection, path: &Path) -> Result<(), Fault> {
    let pages: i64 = conn.query_row("PRAGMA page_count", [], |row| row.get(0))?;
    if pages.unsigned_abs() * PAGE != std::fs::metadata(path)?.len() {
        return Err(Fault::damaged("it is shorter or longer than it says"));
    }
    Ok(())
}

fn integrity(conn: &Connection) -> Result<(), Fault> {
    let answer: String = conn.query_row("PRAGMA integrity_check(1)", [], |row| row.get(0))?;
    if answer != "ok" {
        return Err(Fault::damaged("its pages do not fit together"));
    }
    Ok(())
}

/// The digests, the chains and the rules of a document.
fn content(conn: &Connection) -> Result<Checked, Fault> {
    let meta = Meta::read(conn)?;
    let document = rows::document(conn, &meta)?;
    history::verify(conn, &meta)?;
    version::verify(conn, &meta)?;
    let labels = history::labels(conn, &meta)?;
    Ok(Checked { document, meta, labels })
}
