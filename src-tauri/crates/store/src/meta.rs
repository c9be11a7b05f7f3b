//! The one row of `meta`: what must be so for the rest of the file to be believed. Its seal is the
//! digest of all its other columns.

use crate::digest::Digest;
use crate::fault::Fault;
use rusqlite::{Connection, params};

/// What names a document for ever, wherever its file goes.
pub(crate) type DocumentId = [u8; 16];
/// What names one transaction.
pub(crate) type CommandId = [u8; 16];

/// The row.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Meta {
    pub(crate) document: DocumentId,
    /// Counts transactions.
    pub(crate) revision: u64,
    /// Covers the last transaction's command id and the mark before it.
    pub(crate) mark: Digest,
    /// The edit on top of the document; 0 is none. Edits above it can be redone.
    pub(crate) cursor: u64,
    /// How many edits there are.
    pub(crate) edits: u64,
    /// The hash of the topmost edit.
    pub(crate) head: Digest,
    /// The sum of the digests of all records.
    pub(crate) content: Digest,
    /// The sum of the digests of all versions.
    pub(crate) versions: Digest,
    /// The lowest record id never used.
    pub(crate) next_id: u64,
    /// The lowest handoff number never used.
    pub(crate) next_handoff_number: u32,
}

impl Meta {
    /// The row of a document that has no history yet.
    pub(crate) fn fresh(document: DocumentId, used_up: (u64, u32)) -> Meta {
        Meta {
            document,
            revision: 0,
            mark: Digest::of(&[b"mark", &document]),
            cursor: 0,
            edits: 0,
            head: genesis(&document),
            content: Digest::default(),
            versions: Digest::default(),
            next_id: used_up.0,
            next_handoff_number: used_up.1,
        }
    }

    /// The mark after a transaction of this id.
    pub(crate) fn mark_after(&self, command: &CommandId) -> Digest {
        Digest::of(&[b"mark", &self.mark.0, command])
    }

    /// Numbers are never given back, so what is used up only rises.
    pub(crate) fn use_up(&mut self, (next_id, next_number): (u64, u32)) {
        self.next_id = self.next_id.max(next_id);
        self.next_handoff_number = self.next_handoff_number.max(next_number);
    }

    fn seal(&self) -> Digest {
        Digest::of(&[
            b"meta",
            &self.document,
            &self.revision.to_le_bytes(),
            &self.mark.0,
            &self.cursor.to_le_bytes(),
            &self.edits.to_le_bytes(),
            &self.head.0,
            &self.content.0,
            &self.versions.0,
            &self.next_id.to_le_bytes(),
            &self.next_handoff_number.to_le_bytes(),
        ])
    }

    /// Whether this is the seal of the row.
    pub(crate) fn is_sealed_by(&self, seal: Digest) -> bool {
        self.seal() == seal && self.cursor <= self.edits
    }

    /// Reads the row and checks its seal.
    pub(crate) fn read(conn: &Connection) -> Result<Meta, Fault> {
        let mut statement = conn.prepare(
            "SELECT one, document, revision, mark, cursor, edits, head, content, versions,
             next_id, next_handoff_number, seal FROM meta",
        )?;
        let (one, meta, seal): (i64, Meta, Digest) = statement.query_one([], |row| {
            let meta = Meta {
                document: row.get(1)?,
                revision: number(row, 2)?,
                mark: row.get(3)?,
                cursor: number(row, 4)?,
                edits: number(row, 5)?,
                head: row.get(6)?,
                content: row.get(7)?,
                versions: row.get(8)?,
                next_id: number(row, 9)?,
                next_handoff_number: row.get(10)?,
            };
            Ok((row.get(0)?, meta, row.get(11)?))
        })?;
        if one != 1 || !meta.is_sealed_by(seal) {
            return Err(Fault::damaged("its summary does not match its seal"));
        }
        Ok(meta)
    }

    /// Writes the row, sealed.
    pub(crate) fn write(&self, conn: &Connection) -> Result<(), Fault> {
        conn.prepare_cached(
            "INSERT INTO meta VALUES (1, ?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11)
             ON CONFLICT (one) DO UPDATE SET revision = ?2, mark = ?3, cursor = ?4, edits = ?5,
             head = ?6, content = ?7, versions = ?8, next_id = ?9, next_handoff_number = ?10,
             seal = ?11",
        )?
        .execute(params![
            self.document,
            sql(self.revision)?,
            self.mark,
            sql(self.cursor)?,
            sql(self.edits)?,
            self.head,
            self.content,
            self.versions,
            sql(self.next_id)?,
            self.next_handoff_number,
            self.seal(),
        ])?;
        Ok(())
    }
}

/// What the first edit stands on: its own for each document, so that no chain fits into another.
pub(crate) fn genesis(document: &DocumentId) -> Digest {
    Digest::of(&[b"genesis", document])
}

/// A count or id, which is never negative.
pub(crate) fn number(row: &rusqlite::Row<'_>, column: usize) -> rusqlite::Result<u64> {
    let value: i64 = row.get(column)?;
    u64::try_from(value).map_err(|_| rusqlite::Error::IntegralValueOutOfRange(column, value))
}

/// A count or id as SQLite keeps it.
pub(crate) fn sql(value: u64) -> Result<i64, Fault> {
    i64::try_from(value).map_err(|_| Fault::OutOfStep)
}
