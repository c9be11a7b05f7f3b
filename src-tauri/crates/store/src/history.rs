//! The rows of `edit`: a stack of edits, each hashed together with the one below it.

use crate::digest::Digest;
use crate::fault::Fault;
use crate::meta::{CommandId, Meta, genesis, number, sql};
use crate::rows::id_of;
use model::{Change, Edit, Label, RecordId};
use rusqlite::{Connection, OptionalExtension, params};
use std::collections::BTreeMap;

/// When and by which command a transaction was made.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Stamp {
    pub(crate) command: CommandId,
    /// Seconds since 1970; shown, never used for order.
    pub(crate) at: i64,
}

struct Row {
    seq: u64,
    command: CommandId,
    at: i64,
    label: String,
    changes: String,
    previous: Digest,
}

impl Row {
    fn hash(&self) -> Digest {
        Digest::of(&[
            b"edit",
            &self.previous.0,
            &self.seq.to_le_bytes(),
            &self.command,
            &self.at.to_le_bytes(),
            self.label.as_bytes(),
            self.changes.as_bytes(),
        ])
    }
}

/// The edit in a row that was found outside its table, if the row is as it was written: its number,
/// command and time, label and changes, the hash below it and its own.
pub(crate) fn sound(
    seq: u64,
    (command, at): (CommandId, i64),
    (label, changes): (&str, &str),
    previous: Digest,
    hash: Digest,
) -> Option<Edit> {
    let (label, changes) = (label.to_owned(), changes.to_owned());
    let row = Row { seq, command, at, label, changes, previous };
    if row.hash() != hash {
        return None;
    }
    Some(Edit { label: parsed(&row.label, seq).ok()?, changes: parsed(&row.changes, seq).ok()? })
}

/// Puts an edit on top of the one at the cursor; what lay above is gone.
pub(crate) fn push(
    conn: &Connection,
    meta: &mut Meta,
    edit: &Edit,
    stamp: Stamp,
) -> Result<(), Fault> {
    drop_above(conn, meta)?;
    let previous = meta.head;
    let row = Row {
        seq: meta.cursor + 1,
        command: stamp.command,
        at: stamp.at,
        label: json(&edit.label)?,
        changes: json(&edit.changes)?,
        previous,
    };
    let hash = row.hash();
    conn.prepare_cached("INSERT INTO edit VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)")?.execute(
        params![sql(row.seq)?, row.command, row.at, row.label, row.changes, row.previous, hash],
    )?;
    meta.cursor = row.seq;
    meta.edits = row.seq;
    meta.head = hash;
    Ok(())
}

/// Lets go of what lies above the cursor.
pub(crate) fn drop_above(conn: &Connection, meta: &mut Meta) -> Result<(), Fault> {
    meta.head = hash_at(conn, meta, meta.cursor)?;
    conn.prepare_cached("DELETE FROM edit WHERE seq > ?1")?.execute([sql(meta.cursor)?])?;
    meta.edits = meta.cursor;
    Ok(())
}

/// The edit at `seq`.
pub(crate) fn at(conn: &Connection, seq: u64) -> Result<Option<Edit>, Fault> {
    let mut statement = conn.prepare_cached("SELECT label, changes FROM edit WHERE seq = ?1")?;
    let row: Option<(String, String)> =
        statement.query_row([sql(seq)?], |row| Ok((row.get(0)?, row.get(1)?))).optional()?;
    let Some((label, changes)) = row else { return Ok(None) };
    Ok(Some(Edit { label: parsed(&label, seq)?, changes: parsed(&changes, seq)? }))
}

/// What undo and redo would do.
pub(crate) type Labels = (Option<Label>, Option<Label>);

/// The labels of the edits at the cursor and above it.
pub(crate) fn labels(conn: &Connection, meta: &Meta) -> Result<Labels, Fault> {
    let label = |seq: u64| -> Result<Option<Label>, Fault> {
        let mut statement = conn.prepare_cached("SELECT label FROM edit WHERE seq = ?1")?;
        let text: Option<String> = statement.query_row([sql(seq)?], |row| row.get(0)).optional()?;
        text.map(|text| parsed(&text, seq)).transpose()
    };
    Ok((label(meta.cursor)?, label(meta.cursor + 1)?))
}

/// Walks the whole chain.
///
/// # Errors
/// A row is missing, not as it was written, or not where it belongs.
pub(crate) fn verify(conn: &Connection, meta: &Meta) -> Result<(), Fault> {
    let mut statement = conn.prepare(
        "SELECT seq, command, at, label, changes, previous, hash FROM edit ORDER BY seq",
    )?;
    let mut rows = statement.query([])?;
    let (mut seq, mut head) = (0, genesis(&meta.document));
    while let Some(row) = rows.next()? {
        let hash: Digest = row.get(6)?;
        let row = Row {
            seq: number(row, 0)?,
            command: row.get(1)?,
            at: row.get(2)?,
            label: row.get(3)?,
            changes: row.get(4)?,
            previous: row.get(5)?,
        };
        if row.seq != seq + 1 || row.previous != head || row.hash() != hash {
            return Err(Fault::Damaged(format!("line {} of its history is broken", seq + 1)));
        }
        (seq, head) = (row.seq, hash);
    }
    if seq != meta.edits || head != meta.head {
        return Err(Fault::damaged("the end of its history is missing"));
    }
    Ok(())
}

/// One edit that does what two did, one after the other. A record's first `before` and its last
/// `after` count; what was made and unmade in between was never there.
pub(crate) fn merged(first: &Edit, then: &Edit, label: &Label) -> Edit {
    let mut by_id: BTreeMap<RecordId, Change> = BTreeMap::new();
    for change in first.changes.iter().chain(&then.changes) {
        let Some(id) = id_of(change) else { continue };
        by_id
            .entry(id)
            .and_modify(|known| known.after.clone_from(&change.after))
            .or_insert_with(|| change.clone());
    }
    let changes = by_id.into_values().filter(|change| change.before != change.after).collect();
    Edit { label: label.clone(), changes }
}

/// The hash of each edit, from the first one up.
pub(crate) fn hashes(conn: &Connection) -> Result<Vec<Digest>, Fault> {
    let mut statement = conn.prepare_cached("SELECT hash FROM edit ORDER BY seq")?;
    Ok(statement.query_map([], |row| row.get(0))?.collect::<rusqlite::Result<_>>()?)
}

fn hash_at(conn: &Connection, meta: &Meta, seq: u64) -> Result<Digest, Fault> {
    if seq == 0 {
        return Ok(genesis(&meta.document));
    }
    let mut statement = conn.prepare_cached("SELECT hash FROM edit WHERE seq = ?1")?;
    Ok(statement.query_row([sql(seq)?], |row| row.get(0))?)
}

fn json(value: &impl serde::Serialize) -> Result<String, Fault> {
    serde_json::to_string(value).map_err(|e| Fault::Unreadable(e.to_string()))
}

fn parsed<T: serde::de::DeserializeOwned>(text: &str, seq: u64) -> Result<T, Fault> {
    serde_json::from_str(text)
        .map_err(|e| Fault::Unreadable(format!("line {seq} of its history: {e}")))
}
