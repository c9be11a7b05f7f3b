//! The flight recorder: a second, independent copy of every edit, on the local disk, written before
//! the file is. It is what is left when a stick lies about having written, or a sync client puts an
//! old version back. It tells when a file is behind it; it restores nothing by itself.

use crate::digest::{Digest, hex};
use crate::local::{LocalFolder, Lock};
use crate::meta::DocumentId;
use crate::notice::Fact;
use crate::segment::{self, Segment};
use model::{Change, Label};
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};
use std::io;
use std::path::{Path, PathBuf};
use std::time::{Duration, SystemTime};

/// A segment that is longer than this is followed by a new one.
const SEGMENT_BYTES: u64 = 4 * 1024 * 1024;
/// How long segments are kept, and how much of them.
const KEPT_FOR: Duration = Duration::from_secs(30 * 24 * 3600);
const KEPT_BYTES: u64 = 1024 * 1024 * 1024;

/// What a transaction did.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(crate) enum Act {
    Commit,
    Amend,
    Undo,
    Redo,
    Name,
    /// The transaction that was announced with these marks did not happen, and the person knows.
    Void,
}

/// One transaction: from which mark to which, and what it did to the records.
#[derive(Debug, Serialize)]
pub(crate) struct Entry<'a> {
    pub(crate) before: String,
    pub(crate) after: String,
    pub(crate) at: i64,
    pub(crate) act: Act,
    pub(crate) label: Option<&'a Label>,
    pub(crate) changes: &'a [Change],
    /// What a version was called.
    pub(crate) name: Option<&'a str>,
}

/// An entry as it is read again.
#[derive(Clone, Debug, Deserialize)]
pub(crate) struct Recorded {
    after: String,
    pub(crate) at: i64,
    pub(crate) act: Act,
    pub(crate) label: Option<Label>,
    pub(crate) changes: Vec<Change>,
    #[serde(default)]
    pub(crate) name: Option<String>,
}

#[derive(Serialize)]
struct Written<'a> {
    path: &'a str,
    #[serde(flatten)]
    entry: &'a Entry<'a>,
}

/// What comparing needs of an entry.
#[derive(Debug, Deserialize)]
struct Head {
    before: String,
    after: String,
    at: i64,
    act: Act,
    path: String,
}

/// The recorder of one document in one place.
#[derive(Debug)]
pub(crate) struct Recorder {
    folder: PathBuf,
    document: DocumentId,
    /// Where the document lies. Copies made with a file manager share the document's id; their
    /// edits must not be mistaken for this file's.
    path: String,
    writing: Writing,
    /// What was recorded while it was not known whether it would happen, or of an edit that waits:
    /// nothing that a file lacks, as long as this one is here.
    open_ends: Vec<Digest>,
}

#[derive(Debug)]
enum Writing {
    /// Nothing is made on disk before the first edit.
    NotYet,
    On {
        segment: Segment,
        number: u32,
        _lock: Lock,
    },
    Off,
}

impl Recorder {
    /// The recorder of the document at this path. `Err` when its folder cannot be used.
    pub(crate) fn of(
        local: &LocalFolder,
        document: DocumentId,
        path: &Path,
    ) -> io::Result<Recorder> {
        let folder = local.inside("recorder")?;
        let path = path.to_string_lossy().into_owned();
        Ok(Recorder { folder, document, path, writing: Writing::NotYet, open_ends: Vec::new() })
    }

    /// Whether edits are still being kept.
    pub(crate) fn is_on(&self) -> bool {
        !matches!(self.writing, Writing::Off)
    }

    /// Keeps an entry. A recorder that fails must not stop anybody's work: it goes off, and says so
    /// when asked.
    pub(crate) fn keep(&mut self, entry: &Entry<'_>) {
        if self.is_on() && self.write(entry).is_err() {
            self.writing = Writing::Off;
        }
    }

    /// Leaves open what became of the transaction with this mark.
    pub(crate) fn leave_open(&mut self, mark: Digest) {
        self.open_ends.push(mark);
    }

    /// The file has this mark: that one happened.
    pub(crate) fn happened(&mut self, mark: &Digest) {
        self.open_ends.retain(|it| it != mark);
    }

    /// What was left open did not happen, and is not wanted; `mark` is the file's.
    pub(crate) fn void_open_ends(&mut self, mark: &Digest) {
        for end in std::mem::take(&mut self.open_ends).into_iter().filter(|it| it != mark) {
            self.keep(&Entry {
                before: mark.to_string(),
                after: end.to_string(),
                at: now(),
                act: Act::Void,
                label: None,
                changes: &[],
                name: None,
            });
        }
    }

    fn write(&mut self, entry: &Entry<'_>) -> io::Result<()> {
        let payload = serde_json::to_vec(&Written { path: &self.path, entry })?;
        if matches!(self.writing, Writing::NotYet) {
            self.begin()?;
        }
        let Writing::On { segment, number, .. } = &mut self.writing else { return Ok(()) };
        if segment.length() > SEGMENT_BYTES {
            *number += 1;
            let path = self.folder.join(file_name(&self.document, *number));
            *segment = Segment::open(&path, &self.document, segment.chain())?;
        }
        segment.append(&payload)
    }

    fn begin(&mut self) -> io::Result<()> {
        let lock = Lock::take(&self.folder.join(format!("{}.lock", hex(&self.document))))?;
        prune(&self.folder)?;
        let number = self.numbers()?.last().copied().unwrap_or(1);
        let path = self.folder.join(file_name(&self.document, number));
        let segment = Segment::open(&path, &self.document, Digest::default())?;
        self.writing = Writing::On { segment, number, _lock: lock };
        Ok(())
    }

    /// Whether the last edits made here, to the file at this path, are not in a file with this
    /// mark. A file with a mark that was never recorded was edited elsewhere; nothing is said of it.
    pub(crate) fn behind(&self, mark: &Digest) -> io::Result<Option<Fact>> {
        let mark = mark.to_string();
        let numbers = self.numbers()?;
        // Nearly always the last entry says that all is well; older segments are read only if not.
        let last = self.heads(numbers.last().as_slice())?;
        if self.tip(&last).is_some_and(|tip| tip.after == mark) {
            return Ok(None);
        }
        let all = self.heads(&numbers.iter().collect::<Vec<_>>())?;
        let chain = self.chain(&all, &mark);
        let edits = chain.iter().filter(|head| head.act != Act::Name).count() as u64;
        let Some(tip) = chain.first().filter(|_| edits > 0) else { return Ok(None) };
        let seconds_ago = now().saturating_sub(tip.at).max(0).unsigned_abs();
        Ok(Some(Fact::Behind { edits, seconds_ago }))
    }

    /// The transactions that lead from this mark to the last one, that one first; none when no way
    /// leads there.
    fn chain<'a>(&self, all: &'a [Head], mark: &str) -> Vec<&'a Head> {
        let by_after: BTreeMap<&str, &Head> =
            all.iter().map(|head| (head.after.as_str(), head)).collect();
        let mut chain = Vec::new();
        let mut at = self.tip(all);
        while let Some(head) = at.filter(|_| chain.len() < all.len()) {
            if head.after == mark {
                return chain;
            }
            chain.push(head);
            if head.before == mark {
                return chain;
            }
            at = by_after.get(head.before.as_str()).copied();
        }
        Vec::new()
    }

    /// The transactions that a file with this mark lacks, oldest first.
    pub(crate) fn ahead(&self, mark: &Digest) -> io::Result<Vec<Recorded>> {
        let numbers = self.numbers()?;
        let all = self.heads(&numbers.iter().collect::<Vec<_>>())?;
        let chain = self.chain(&all, &mark.to_string());
        let wanted: BTreeMap<&str, usize> =
            chain.iter().rev().enumerate().map(|(at, head)| (head.after.as_str(), at)).collect();
        let mut found = BTreeMap::new();
        for number in numbers {
            let path = self.folder.join(file_name(&self.document, number));
            for payload in segment::read(&path, &self.document)?.entries {
                let head: Head = serde_json::from_slice(&payload)?;
                if head.act == Act::Void {
                    continue;
                }
                if let Some(at) = wanted.get(head.after.as_str()) {
                    found.insert(*at, serde_json::from_slice::<Recorded>(&payload)?);
                }
            }
        }
        let whole = found.len() == chain.len();
        debug_assert!(
            found.values().zip(chain.iter().rev()).all(|(it, head)| it.after == head.after)
        );
        Ok(if whole { found.into_values().collect() } else { Vec::new() })
    }

    /// Another one of the same document in the same place, to read.
    pub(crate) fn reader(&self) -> Recorder {
        Recorder {
            folder: self.folder.clone(),
            document: self.document,
            path: self.path.clone(),
            writing: Writing::Off,
            open_ends: self.open_ends.clone(),
        }
    }

    /// The last transaction of this file: made at this path, or at one where there is nothing any
    /// more, which is to say before the file was moved here.
    fn tip<'a>(&self, heads: &'a [Head]) -> Option<&'a Head> {
        heads.iter().rev().find(|head| head.path == self.path || !Path::new(&head.path).exists())
    }

    /// The transactions in these segments that were not declared void, oldest first.
    fn heads(&self, numbers: &[&u32]) -> io::Result<Vec<Head>> {
        let mut heads = Vec::new();
        for number in numbers {
            let path = self.folder.join(file_name(&self.document, **number));
            for payload in segment::read(&path, &self.document)?.entries {
                heads.push(serde_json::from_slice::<Head>(&payload)?);
            }
        }
        let void: BTreeSet<String> = heads
            .iter()
            .filter(|head| head.act == Act::Void)
            .map(|head| head.after.clone())
            .chain(self.open_ends.iter().map(Digest::to_string))
            .collect();
        heads.retain(|head| !void.contains(&head.after));
        Ok(heads)
    }

    /// The numbers of this document's segments, in order.
    fn numbers(&self) -> io::Result<Vec<u32>> {
        let prefix = format!("{}-", hex(&self.document));
        let mut numbers = Vec::new();
        for entry in std::fs::read_dir(&self.folder)? {
            let name = entry?.file_name().to_string_lossy().into_owned();
            let number = name.strip_prefix(&prefix).and_then(|rest| rest.strip_suffix(".log"));
            numbers.extend(number.and_then(|digits| digits.parse::<u32>().ok()));
        }
        numbers.sort_unstable();
        Ok(numbers)
    }
}

fn file_name(document: &DocumentId, number: u32) -> String {
    format!("{}-{number:05}.log", hex(document))
}

/// Removes segments that are too old, and the oldest while there are too many bytes of them: they
/// hold a client's words.
fn prune(folder: &Path) -> io::Result<()> {
    let mut segments = Vec::new();
    for entry in std::fs::read_dir(folder)? {
        let path = entry?.path();
        if path.extension().is_some_and(|ending| ending == "log") {
            let about = std::fs::metadata(&path)?;
            segments.push((about.modified()?, about.len(), path));
        }
    }
    segments.sort();
    let mut bytes: u64 = segments.iter().map(|(_, length, _)| length).sum();
    for (modified, length, path) in segments {
        let age = SystemTime::now().duration_since(modified).unwrap_or_default();
        if age > KEPT_FOR || bytes > KEPT_BYTES {
            std::fs::remove_file(path)?;
            bytes -= length;
        }
    }
    Ok(())
}

/// Seconds since 1970.
pub(crate) fn now() -> i64 {
    let since = SystemTime::now().duration_since(SystemTime::UNIX_EPOCH).unwrap_or_default();
    i64::try_from(since.as_secs()).unwrap_or(i64::MAX)
}
