//! The rows of `record`: the document as it is at the cursor.

use crate::digest::Digest;
use crate::fault::Fault;
use crate::meta::{Meta, number, sql};
use model::{Change, Document, Kind, Record, RecordId};
use rusqlite::{Connection, OptionalExtension, params};

/// What stands in one row.
struct Row {
    id: u64,
    kind: String,
    body: String,
    digest: Digest,
}

impl Row {
    fn of(record: &Record) -> Result<Row, Fault> {
        let id = record.id().0;
        let kind = record.kind().word().to_owned();
        let body = serde_json::to_string(record).map_err(|e| Fault::Unreadable(e.to_string()))?;
        let digest = digest(id, &kind, &body);
        Ok(Row { id, kind, body, digest })
    }

    fn read(row: &rusqlite::Row<'_>) -> rusqlite::Result<Row> {
        Ok(Row { id: number(row, 0)?, kind: row.get(1)?, body: row.get(2)?, digest: row.get(3)? })
    }

    /// The record, if the row is as it was written and this Baton knows all of it.
    fn record(&self) -> Result<Record, Fault> {
        if digest(self.id, &self.kind, &self.body) != self.digest {
            return Err(Fault::Damaged(format!("record {} is not as it was written", self.id)));
        }
        let Some(kind) = Kind::from_word(&self.kind) else {
            return Err(Fault::Unreadable(format!("it holds a “{}”", self.kind)));
        };
        let record: Record = serde_json::from_str(&self.body)
            .map_err(|e| Fault::Unreadable(format!("{} {}: {e}", self.kind, self.id)))?;
        if record.kind() != kind || record.id().0 != self.id {
            return Err(Fault::Unreadable(format!("record {} calls itself otherwise", self.id)));
        }
        Ok(record)
    }
}

/// The record in a row that was found outside its table.
///
/// # Errors
/// The row is not as it was written, or this Baton does not know all of it.
pub(crate) fn sound(id: u64, kind: &str, body: &str, digest: Digest) -> Result<Record, Fault> {
    Row { id, kind: kind.to_owned(), body: body.to_owned(), digest }.record()
}

fn digest(id: u64, kind: &str, body: &str) -> Digest {
    Digest::of(&[b"record", &id.to_le_bytes(), kind.as_bytes(), body.as_bytes()])
}

/// Every record, by id, and the sum of their digests.
pub(crate) fn read_all(conn: &Connection) -> Result<(Vec<Record>, Digest), Fault> {
    let mut statement = conn.prepare("SELECT id, kind, body, digest FROM record ORDER BY id")?;
    let mut rows = statement.query([])?;
    let (mut records, mut sum) = (Vec::new(), Digest::default());
    while let Some(row) = rows.next()? {
        let row = Row::read(row)?;
        sum = sum.with(row.digest);
        records.push(row.record()?);
    }
    Ok((records, sum))
}

/// The document, if all its rows are there and keep its rules.
pub(crate) fn document(conn: &Connection, meta: &Meta) -> Result<Document, Fault> {
    let (records, sum) = read_all(conn)?;
    if sum != meta.content {
        return Err(Fault::damaged("some of its records are missing or old"));
    }
    let mut document = Document::from_records(records)
        .map_err(|invalid| Fault::Unreadable(invalid.to_string()))?;
    document.remember_used_up(meta.next_id, meta.next_handoff_number);
    Ok(document)
}

/// Carries changes out, and keeps the sum of digests.
///
/// # Errors
/// [`Fault::OutOfStep`] when what a change found is not what the file holds.
pub(crate) fn apply(conn: &Connection, meta: &mut Meta, changes: &[Change]) -> Result<(), Fault> {
    for change in changes {
        let Some(id) = id_of(change) else { return Err(Fault::OutOfStep) };
        let old = read(conn, id)?;
        let found = old.as_ref().map(Row::record).transpose()?;
        let same_id = change.after.as_ref().is_none_or(|after| after.id() == id);
        if found != change.before || !same_id {
            return Err(Fault::OutOfStep);
        }
        if let Some(old) = old {
            meta.content = meta.content.with(old.digest);
        }
        match &change.after {
            Some(record) => meta.content = meta.content.with(put(conn, record)?),
            None => remove(conn, id)?,
        }
    }
    Ok(())
}

/// The record a change is about; none when it has neither side.
pub(crate) fn id_of(change: &Change) -> Option<RecordId> {
    change.before.as_ref().or(change.after.as_ref()).map(Record::id)
}

fn read(conn: &Connection, id: RecordId) -> Result<Option<Row>, Fault> {
    let mut statement =
        conn.prepare_cached("SELECT id, kind, body, digest FROM record WHERE id = ?1")?;
    Ok(statement.query_row([sql(id.0)?], Row::read).optional()?)
}

/// Writes a record, new or over its old row; returns its digest.
pub(crate) fn put(conn: &Connection, record: &Record) -> Result<Digest, Fault> {
    let row = Row::of(record)?;
    conn.prepare_cached(
        "INSERT INTO record VALUES (?1, ?2, ?3, ?4)
         ON CONFLICT (id) DO UPDATE SET kind = ?2, body = ?3, digest = ?4",
    )?
    .execute(params![sql(row.id)?, row.kind, row.body, row.digest])?;
    Ok(row.digest)
}

fn remove(conn: &Connection, id: RecordId) -> Result<(), Fault> {
    conn.prepare_cached("DELETE FROM record WHERE id = ?1")?.execute([sql(id.0)?])?;
    Ok(())
}
