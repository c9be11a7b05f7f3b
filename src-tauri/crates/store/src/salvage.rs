//! What can be read of a damaged file, as a document of its own. Every row is believed by its own
//! digest; what is missing is filled in from the history where that has it; what then refers to
//! something that is not there lets go of it or is left out. The damaged file is only read.

use crate::digest::Digest;
use crate::error::Error;
use crate::fault::{Fault, name_of};
use crate::header;
use crate::history;
use crate::local::Hold;
use crate::meta::{DocumentId, Meta};
use crate::pages::{Found, Value, each_row};
use crate::rows;
use crate::store::Store;
use model::{Document, Edit, Kind, Mended, Record, RecordId};
use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

/// What was read of a damaged file, and what was not.
#[derive(Clone, Debug)]
pub struct Salvaged {
    /// What there is; it keeps every rule.
    pub document: Document,
    /// How many records of each kind are in it.
    pub kept: BTreeMap<Kind, usize>,
    /// How many of each kind are known to be lost: damaged themselves, or left out because they
    /// cannot be without something that is. What nothing points to is lost without a trace.
    pub lost: BTreeMap<Kind, usize>,
    /// Rows that are damaged so that not even their kind is known.
    pub unknown: usize,
    /// How many of those in it were read from the history.
    pub from_history: usize,
    /// How many were made so that the rules hold: the engagement, handoffs of crossings.
    pub made: usize,
}

/// Reads what can be read of a file that cannot be opened.
///
/// # Errors
/// It is missing, empty, too large, open elsewhere; or not even a map is left.
pub fn salvage(path: &Path) -> Result<Salvaged, Error> {
    read(path).map_err(|fault| fault.at(path))
}

/// The same, written to a new file as a document of its own without history.
///
/// # Errors
/// As [`salvage`]; or the new file cannot be made.
pub fn salvage_to(path: &Path, to: &Path) -> Result<Salvaged, Error> {
    let salvaged = salvage(path)?;
    Store::write_new(to, &salvaged.document)?;
    Ok(salvaged)
}

/// The id of the document in a file, if that much can be read.
pub(crate) fn document_of(path: &Path) -> Option<DocumentId> {
    rows_of(path).ok()?.meta.map(|meta| meta.document)
}

/// The summary in the bytes of a copy that nobody else has, if that much can be read.
pub(crate) fn meta_of(copy: &Path) -> Option<Meta> {
    let mut rows = Rows::default();
    each_row(&header::bytes(copy).ok()?, &mut |found| rows.take(found));
    rows.meta
}

fn read(path: &Path) -> Result<Salvaged, Fault> {
    let path = path.canonicalize()?;
    let rows = rows_of(&path)?;
    let title = name_of(path.with_extension("").as_path());
    rows.salvaged(&title).ok_or(Fault::NothingToSalvage)
}

fn rows_of(path: &Path) -> Result<Rows, Fault> {
    // Closing what is read here would drop the locks of a connection.
    let _hold = Hold::take(path, None)?;
    let bytes = header::bytes(path)?;
    let mut rows = Rows::default();
    each_row(&bytes, &mut |found| rows.take(found));
    Ok(rows)
}

/// The rows that are as they were written, and a trace of those that are not.
#[derive(Default)]
struct Rows {
    meta: Option<Meta>,
    records: BTreeMap<RecordId, Vec<Record>>,
    /// By number; several of one number where an undone edit made way for another.
    edits: BTreeMap<u64, Vec<Line>>,
    damaged: BTreeMap<RecordId, Kind>,
    unknown: BTreeSet<i64>,
}

/// An edit, and where in the chain it belongs.
struct Line {
    previous: Digest,
    hash: Digest,
    edit: Edit,
}

impl Rows {
    fn take(&mut self, Found { id, values }: Found) {
        match values.as_slice() {
            [Value::Null, Value::Text(kind), Value::Text(body), digest] => {
                let whole = u64::try_from(id).ok().zip(as_digest(digest));
                let record =
                    whole.and_then(|(id, digest)| rows::sound(id, kind, body, digest).ok());
                match (record, Kind::from_word(kind)) {
                    (Some(record), _) => self.records.entry(record.id()).or_default().push(record),
                    (None, Some(kind)) => {
                        self.damaged.insert(RecordId(id.unsigned_abs()), kind);
                    }
                    (None, None) => {
                        self.unknown.insert(id);
                    }
                }
            }
            [_, _, _, Value::Blob(_)] => {
                self.unknown.insert(id);
            }
            [
                _,
                command,
                Value::Int(at),
                Value::Text(label),
                Value::Text(changes),
                previous,
                hash,
            ] => {
                let edit = || {
                    let seq = u64::try_from(id).ok()?;
                    let command = as_bytes(command)?;
                    let (previous, hash) = (as_digest(previous)?, as_digest(hash)?);
                    let edit =
                        history::sound(seq, (command, *at), (label, changes), previous, hash)?;
                    Some((seq, Line { previous, hash, edit }))
                };
                if let Some((seq, line)) = edit() {
                    self.edits.entry(seq).or_default().push(line);
                }
            }
            row if row.len() == 12 && self.meta.is_none() => self.meta = meta(row),
            _ => {}
        }
    }

    /// How each record was after the last edit of it that can be read.
    fn in_history(&self) -> BTreeMap<RecordId, Option<Record>> {
        let cursor = self.meta.as_ref().map_or(0, |meta| meta.cursor);
        let mut last = BTreeMap::new();
        for line in self.edits.range(..=cursor).flat_map(|(_, lines)| lines) {
            note(&mut last, &line.edit);
        }
        last
    }

    /// The same of the edits that hang together up to the one the summary names: nothing was made
    /// after those, so a row that says otherwise is old.
    fn for_certain(&self) -> BTreeMap<RecordId, Option<Record>> {
        let mut chain = Vec::new();
        // A summary that history goes on from is itself old.
        let goes_on = |meta: &&Meta| {
            let next = self.edits.get(&meta.edits.saturating_add(1));
            next.is_some_and(|lines| lines.iter().any(|it| it.previous == meta.head))
        };
        if let Some(meta) = self.meta.as_ref().filter(|meta| !goes_on(meta)) {
            let (mut seq, mut hash) = (meta.edits, meta.head);
            while let Some(line) =
                self.edits.get(&seq).and_then(|lines| lines.iter().find(|it| it.hash == hash))
            {
                if seq <= meta.cursor {
                    chain.push(&line.edit);
                }
                (seq, hash) = (seq.saturating_sub(1), line.previous);
            }
        }
        let mut last = BTreeMap::new();
        chain.into_iter().rev().for_each(|edit| note(&mut last, edit));
        last
    }

    fn salvaged(mut self, title: &str) -> Option<Salvaged> {
        let mut from_history = 0;
        let certain = self.for_certain();
        let mut uncertain = self.in_history();
        uncertain.retain(|id, _| !certain.contains_key(id));
        for (id, last) in certain {
            match last {
                Some(last) if !self.records.get(&id).is_some_and(|it| it.contains(&last)) => {
                    from_history += 1;
                    self.records.insert(id, vec![last]);
                }
                Some(last) => drop(self.records.insert(id, vec![last])),
                // An old page of it is left; it was deleted.
                None => {
                    self.records.remove(&id);
                    self.damaged.remove(&id);
                }
            }
        }
        for (id, last) in uncertain {
            match (self.records.get_mut(&id), last) {
                // Of two rows with one number, an old page's and a new one's, history knows which.
                (Some(several), Some(last)) if several.len() > 1 && several.contains(&last) => {
                    *several = vec![last];
                }
                (None, Some(last)) => {
                    from_history += 1;
                    self.records.insert(id, vec![last]);
                }
                _ => {}
            }
        }
        let records = self.records.into_values().filter_map(|it| it.into_iter().next()).collect();
        let Mended { mut document, left_out, missing, made } = Document::mended(records, title)?;
        if let Some(meta) = &self.meta {
            document.remember_used_up(meta.next_id, meta.next_handoff_number);
        }
        let mut kept = BTreeMap::new();
        document.for_each(&mut |record| *kept.entry(record.kind()).or_default() += 1);
        let mut known = self.damaged;
        known.extend(missing);
        known.extend(left_out);
        known.retain(|id, _| document.kind(*id).is_none());
        let mut lost: BTreeMap<Kind, usize> = BTreeMap::new();
        for kind in known.values() {
            *lost.entry(*kind).or_default() += 1;
        }
        let unknown = self.unknown.len();
        Some(Salvaged { document, kept, lost, unknown, from_history, made })
    }
}

/// What an edit left of each record it was about.
fn note(last: &mut BTreeMap<RecordId, Option<Record>>, edit: &Edit) {
    for change in &edit.changes {
        if let Some(id) = rows::id_of(change) {
            last.insert(id, change.after.clone());
        }
    }
}

fn as_digest(value: &Value) -> Option<Digest> {
    as_bytes(value).map(Digest)
}

fn as_bytes<const N: usize>(value: &Value) -> Option<[u8; N]> {
    match value {
        Value::Blob(bytes) => bytes.as_slice().try_into().ok(),
        _ => None,
    }
}

/// The row of `meta`, if its seal fits.
fn meta(row: &[Value]) -> Option<Meta> {
    let int = |at: usize| match row.get(at) {
        Some(Value::Int(value)) => u64::try_from(*value).ok(),
        _ => None,
    };
    let digest = |at: usize| row.get(at).and_then(as_digest);
    let meta = Meta {
        document: as_bytes(row.get(1)?)?,
        revision: int(2)?,
        mark: digest(3)?,
        cursor: int(4)?,
        edits: int(5)?,
        head: digest(6)?,
        content: digest(7)?,
        versions: digest(8)?,
        next_id: int(9)?,
        next_handoff_number: u32::try_from(int(10)?).ok()?,
    };
    meta.is_sealed_by(digest(11)?).then_some(meta)
}
