//! Another file of the same document, looked at beside the open one, and the newest document that both
//! were. Both files have the edits up to where they parted, each hashed together with those below it:
//! the last hash that both have is that point. Nothing of either file is changed.

use crate::connect::allow;
use crate::error::Error;
use crate::fault::Fault;
use crate::gate::{Admitted, admit};
use crate::history;
use crate::local::Hold;
use crate::meta::Meta;
use crate::past::walked;
use crate::store::{Access, Store};
use crate::transact::BUDGET;
use model::{Document, Record};
use rusqlite::Connection;
use std::path::Path;

/// Another file of the same document.
#[derive(Debug)]
pub struct Beside {
    /// What it holds.
    pub document: Document,
    /// The newest document that both were; none where their histories do not agree about it.
    pub base: Option<Document>,
    /// Changes with every transaction of the file.
    pub mark: String,
}

impl Store {
    /// Looks at another file of the same document through the gate.
    ///
    /// # Errors
    /// It is missing, damaged or otherwise not let through; it is of another document, or it is the
    /// open file itself; one of the two cannot be read, or not in time.
    pub fn beside(&mut self, other: &Path) -> Result<Beside, Error> {
        let looked = || {
            let path = other.canonicalize()?;
            if path == self.path {
                return Err(Fault::SameFile);
            }
            let hold = Hold::take(&path, None)?;
            let Admitted { mut conn, checked, private, .. } = admit(&path, Access::ReadOnly)?;
            if checked.meta.document != self.meta.document {
                return Err(Fault::OtherDocument);
            }
            allow(&mut conn, BUDGET)?;
            let lines = history::hashes(&conn)?;
            let mark = checked.meta.mark.to_string();
            Ok((lines, conn, checked, mark, (hold, private)))
        };
        let (theirs, mut conn, checked, mark, _until_read) =
            looked().map_err(|fault: Fault| fault.at(other))?;
        let ours = self.look(|conn, meta| {
            let ours = history::hashes(conn)?;
            let common = ours.iter().zip(&theirs).take_while(|(a, b)| a == b).count() as u64;
            let parted = parted(common, (meta, ours.len()), (&checked.meta, theirs.len()));
            let Some(seq) = parted else { return Ok(None) };
            Ok(walked_to(conn, meta, seq)?.map(|records| (seq, records)))
        })?;
        let base = match ours {
            None => None,
            Some((seq, ours)) => {
                let walked = allow(&mut conn, BUDGET)
                    .and_then(|()| walked_to(&conn, &checked.meta, seq))
                    .map_err(|fault| fault.at(other))?;
                let agreed = walked.is_some_and(|theirs| theirs == ours);
                agreed.then(|| Document::from_records(ours).ok()).flatten()
            }
        };
        Ok(Beside { document: checked.document, base, mark })
    }
}

/// The edit on top of the document when both files parted; none where that cannot be told. Each side
/// is its summary and how many edits it has; the first `common` are the same in both.
fn parted(common: u64, ours: (&Meta, usize), theirs: (&Meta, usize)) -> Option<u64> {
    let [(one, lines), (other, their_lines)] = [ours, theirs];
    let (here, there) = (one.cursor, other.cursor);
    if lines == their_lines && lines as u64 == common {
        // Undo and redo alone lie between them: the older of the two is what both were.
        return Some(if one.revision <= other.revision { here } else { there });
    }
    // A cursor below what both have was moved there on one side since, or was there and was moved
    // up on the other: the edits look the same either way.
    match (here < common, there < common) {
        (false, false) => Some(common),
        _ => None,
    }
}

/// The records at a point of history; none where history does not lead there. A disk that does not
/// answer, or not in time, is no such answer.
fn walked_to(conn: &Connection, meta: &Meta, seq: u64) -> Result<Option<Vec<Record>>, Fault> {
    match walked(conn, meta, seq) {
        Ok(records) => Ok(Some(records)),
        Err(Fault::Damaged(_) | Fault::Unreadable(_) | Fault::OutOfStep) => Ok(None),
        // A row that is none of ours.
        Err(Fault::Sql(error)) if error.sqlite_error_code().is_none() => Ok(None),
        Err(other) => Err(other),
    }
}
