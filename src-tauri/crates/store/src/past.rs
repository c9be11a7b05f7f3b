//! The document as it was at a named version: walked to from the document at the cursor, edit by
//! edit, or read from the records that a version kept when history dropped its place. Reading
//! changes nothing, and what does not fit together is an error, never a guess.

use crate::connect::allow;
use crate::error::Error;
use crate::fault::Fault;
use crate::history;
use crate::meta::Meta;
use crate::rows;
use crate::store::Store;
use crate::transact::BUDGET;
use crate::version::{self, Row};
use model::{Change, Document, Record, RecordId};
use rusqlite::Connection;
use std::collections::BTreeMap;

/// A named point of the history.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Version {
    /// Counts up within a file; never used again.
    pub id: u64,
    /// What it is called.
    pub name: String,
    /// When it was named, in seconds since 1970. Shown, never used for order.
    pub at: i64,
    /// Edits from there to the present: below nothing where undo went past it, so that redo leads
    /// there; absent where history has dropped its place.
    pub since: Option<i64>,
}

impl Store {
    /// The named versions, in the order they were named.
    ///
    /// # Errors
    /// The file cannot be read, or was changed by somebody else.
    pub fn versions(&mut self) -> Result<Vec<Version>, Error> {
        self.look(|conn, meta| {
            let cursor = i64::try_from(meta.cursor).map_err(|_| Fault::OutOfStep)?;
            version::all(conn)?
                .into_iter()
                .map(|row| {
                    let seq =
                        row.seq.map(i64::try_from).transpose().map_err(|_| Fault::OutOfStep)?;
                    let since = seq.map(|seq| cursor - seq);
                    Ok(Version { id: row.id, name: row.name, at: row.at, since })
                })
                .collect()
        })
    }

    /// The document as it was at a version. Numbers that were used up since stay used up.
    ///
    /// # Errors
    /// There is no such version; its history does not fit together; the file cannot be read.
    pub fn as_it_was(&mut self, id: u64) -> Result<Document, Error> {
        self.look(|conn, meta| {
            let row = version::find(conn, id)?.ok_or(Fault::NoSuchVersion)?;
            let records = match (row.seq, &row.records) {
                (Some(seq), _) => walked(conn, meta, seq)?,
                (None, Some(text)) => kept(&row, text)?,
                (None, None) => return Err(Fault::Damaged(not_whole(&row))),
            };
            let mut document = Document::from_records(records)
                .map_err(|invalid| Fault::Unreadable(invalid.to_string()))?;
            document.remember_used_up(meta.next_id, meta.next_handoff_number);
            Ok(document)
        })
    }

    /// Reads within one transaction, of the file as this store knows it and no other.
    pub(crate) fn look<T>(
        &mut self,
        read: impl FnOnce(&Connection, &Meta) -> Result<T, Fault>,
    ) -> Result<T, Error> {
        let looked = || {
            let conn = self.conn.as_mut().ok_or(Fault::Unsure)?;
            // The budget of the last transaction may be over by now.
            allow(conn, BUDGET)?;
            conn.execute_batch("BEGIN")?;
            let found = Meta::read(conn).and_then(|meta| {
                if meta.mark == self.meta.mark { read(conn, &meta) } else { Err(Fault::Changed) }
            });
            let ended = conn.execute_batch("ROLLBACK");
            let found = found?;
            ended?;
            Ok(found)
        };
        looked().map_err(|fault: Fault| fault.at(&self.path))
    }
}

fn not_whole(row: &Row) -> String {
    format!("its version “{}” is not whole", row.name)
}

/// From the cursor down to `seq`, or up to it.
pub(crate) fn walked(conn: &Connection, meta: &Meta, seq: u64) -> Result<Vec<Record>, Fault> {
    let (records, sum) = rows::read_all(conn)?;
    if sum != meta.content {
        return Err(Fault::damaged("some of its records are missing or old"));
    }
    let mut there: BTreeMap<RecordId, Record> =
        records.into_iter().map(|record| (record.id(), record)).collect();
    let edit = |seq| {
        let broken = || Fault::Damaged(format!("line {seq} of its history is broken"));
        history::at(conn, seq)?.ok_or_else(broken)
    };
    for line in (seq + 1..=meta.cursor).rev() {
        for change in edit(line)?.inverse() {
            step(&mut there, change, line)?;
        }
    }
    for line in meta.cursor + 1..=seq {
        for change in edit(line)?.changes {
            step(&mut there, change, line)?;
        }
    }
    Ok(there.into_values().collect())
}

/// One change, which has to find what it says it found.
fn step(there: &mut BTreeMap<RecordId, Record>, change: Change, line: u64) -> Result<(), Fault> {
    let broken = || Fault::Damaged(format!("line {line} of its history does not fit the others"));
    let id = rows::id_of(&change).ok_or_else(broken)?;
    let moved = change.after.as_ref().is_some_and(|after| after.id() != id);
    let found = match change.after {
        Some(after) => there.insert(id, after),
        None => there.remove(&id),
    };
    if moved || found != change.before { Err(broken()) } else { Ok(()) }
}

fn kept(row: &Row, text: &str) -> Result<Vec<Record>, Fault> {
    serde_json::from_str(text)
        .map_err(|error| Fault::Unreadable(format!("{}: {error}", not_whole(row))))
}
