//! The rows of `version`: named points one can return to. A version is a place in history as long
//! as history has that place; when a new edit is about to drop it, the records as they were there
//! move into the row first, so that nothing named is ever lost.

use crate::digest::Digest;
use crate::fault::Fault;
use crate::history::{self, Stamp};
use crate::meta::{Meta, number, sql};
use crate::rows;
use model::{Record, RecordId};
use rusqlite::{Connection, OptionalExtension, params};
use std::collections::BTreeMap;

pub(crate) struct Row {
    pub(crate) id: u64,
    pub(crate) name: String,
    pub(crate) at: i64,
    /// The edit on top at that point; none once the point has left history.
    pub(crate) seq: Option<u64>,
    /// The records at that point, as JSON, once it has left history.
    pub(crate) records: Option<String>,
}

impl Row {
    fn digest(&self) -> Digest {
        let seq = self.seq.map(|seq| seq.to_le_bytes());
        Digest::of(&[
            b"version",
            &self.id.to_le_bytes(),
            self.name.as_bytes(),
            &self.at.to_le_bytes(),
            seq.as_ref().map_or(&[], |bytes| bytes.as_slice()),
            self.records.as_ref().map_or(&[], |text| text.as_bytes()),
        ])
    }

    fn read(row: &rusqlite::Row<'_>) -> rusqlite::Result<Row> {
        let seq = match row.get::<_, Option<i64>>(3)? {
            Some(_) => Some(number(row, 3)?),
            None => None,
        };
        Ok(Row {
            id: number(row, 0)?,
            name: row.get(1)?,
            at: row.get(2)?,
            seq,
            records: row.get(4)?,
        })
    }

    fn put(&self, conn: &Connection) -> Result<Digest, Fault> {
        let digest = self.digest();
        conn.prepare_cached("INSERT OR REPLACE INTO version VALUES (?1, ?2, ?3, ?4, ?5, ?6)")?
            .execute(params![
                sql(self.id)?,
                self.name,
                self.at,
                self.seq.map(sql).transpose()?,
                self.records,
                digest
            ])?;
        Ok(digest)
    }
}

/// Names the point at the cursor.
pub(crate) fn name(
    conn: &Connection,
    meta: &mut Meta,
    name: &str,
    stamp: Stamp,
) -> Result<(), Fault> {
    let id: i64 =
        conn.query_row("SELECT coalesce(max(id), 0) + 1 FROM version", [], |row| row.get(0))?;
    let row = Row {
        id: id.unsigned_abs(),
        name: name.to_owned(),
        at: stamp.at,
        seq: Some(meta.cursor),
        records: None,
    };
    meta.versions = meta.versions.with(row.put(conn)?);
    Ok(())
}

/// All of them, in the order they were named; without the records that some have kept.
pub(crate) fn all(conn: &Connection) -> Result<Vec<Row>, Fault> {
    let mut statement =
        conn.prepare_cached("SELECT id, name, at, seq, NULL FROM version ORDER BY id")?;
    Ok(statement.query_map([], Row::read)?.collect::<rusqlite::Result<_>>()?)
}

/// The one with this id, as it was written.
pub(crate) fn find(conn: &Connection, id: u64) -> Result<Option<Row>, Fault> {
    // What does not fit into a row's id is nobody's.
    let Ok(id) = sql(id) else { return Ok(None) };
    let mut statement = conn
        .prepare_cached("SELECT id, name, at, seq, records, digest FROM version WHERE id = ?1")?;
    let found: Option<(Row, Digest)> =
        statement.query_row([id], |row| Ok((Row::read(row)?, row.get(5)?))).optional()?;
    let Some((row, digest)) = found else { return Ok(None) };
    if row.digest() != digest {
        return Err(Fault::Damaged(format!("its version “{}” is not whole", row.name)));
    }
    Ok(Some(row))
}

/// Whether the point at the cursor has a name, so that its edit may not be merged into.
pub(crate) fn is_named(conn: &Connection, meta: &Meta) -> Result<bool, Fault> {
    let mut statement = conn.prepare_cached("SELECT 1 FROM version WHERE seq = ?1")?;
    Ok(statement.exists([sql(meta.cursor)?])?)
}

/// Gives every version above the cursor its own records, before the edits to it are dropped.
pub(crate) fn keep_those_above(conn: &Connection, meta: &mut Meta) -> Result<(), Fault> {
    let mut statement = conn.prepare_cached(
        "SELECT id, name, at, seq, records, digest FROM version WHERE seq > ?1 ORDER BY seq",
    )?;
    let above: Vec<Row> =
        statement.query_map([sql(meta.cursor)?], Row::read)?.collect::<rusqlite::Result<_>>()?;
    if above.is_empty() {
        return Ok(());
    }
    let (records, _) = rows::read_all(conn)?;
    let mut there: BTreeMap<RecordId, Record> =
        records.into_iter().map(|record| (record.id(), record)).collect();
    let mut seq = meta.cursor;
    for row in above {
        while Some(seq) < row.seq {
            seq += 1;
            let edit = history::at(conn, seq)?.ok_or(Fault::OutOfStep)?;
            for change in edit.changes {
                step(&mut there, change);
            }
        }
        let all: Vec<&Record> = there.values().collect();
        let text = serde_json::to_string(&all).map_err(|e| Fault::Unreadable(e.to_string()))?;
        meta.versions = meta.versions.with(row.digest());
        let kept = Row { seq: None, records: Some(text), ..row };
        meta.versions = meta.versions.with(kept.put(conn)?);
    }
    Ok(())
}

fn step(there: &mut BTreeMap<RecordId, Record>, change: model::Change) {
    match (change.before, change.after) {
        (_, Some(after)) => drop(there.insert(after.id(), after)),
        (Some(before), None) => drop(there.remove(&before.id())),
        (None, None) => {}
    }
}

/// Checks every row against its digest and their sum.
pub(crate) fn verify(conn: &Connection, meta: &Meta) -> Result<(), Fault> {
    let mut statement =
        conn.prepare("SELECT id, name, at, seq, records, digest FROM version ORDER BY id")?;
    let mut rows = statement.query([])?;
    let mut sum = Digest::default();
    while let Some(row) = rows.next()? {
        let digest: Digest = row.get(5)?;
        let row = Row::read(row)?;
        let whole = row.seq.is_some() != row.records.is_some();
        let in_history = row.seq.is_none_or(|seq| seq <= meta.edits);
        if row.digest() != digest || !whole || !in_history {
            return Err(Fault::Damaged(format!("its version “{}” is not whole", row.name)));
        }
        sum = sum.with(digest);
    }
    if sum != meta.versions {
        return Err(Fault::damaged("one of its named versions is missing"));
    }
    Ok(())
}
