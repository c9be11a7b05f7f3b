//! The first hundred bytes of a file, read before SQLite sees it: whether it is ours, from which
//! format, and whether SQLite would do anything with it that we would not.

use crate::fault::Fault;
use crate::schema::{APPLICATION_ID, FORMAT, PAGE};
use std::fs::File;
use std::io::{Read, Seek, SeekFrom};
use std::path::{Path, PathBuf};

/// The largest file that is opened.
const MOST_BYTES: u64 = 512 * 1024 * 1024;
const MAGIC: &[u8; 16] = b"SQLite format 3\0";
/// Page size 4,096; rollback journal for reading and writing; no reserved bytes; the three
/// fractions that SQLite prescribes.
const SHAPE: [u8; 8] = [16, 0, 1, 1, 0, 64, 32, 32];
/// How a rollback journal begins, and how it ends when it names a journal of several files.
const JOURNAL_MAGIC: [u8; 8] = [0xd9, 0xd5, 0x05, 0xf9, 0x20, 0xa1, 0x63, 0xd7];

/// Which format a file is of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Format {
    /// The one that this Baton writes.
    Ours,
    /// A newer one, in a file of the shape that is ours: perhaps it can be read.
    Newer(u32),
}

/// Reads the header. No connection to the file may be open in this process: closing our descriptor
/// would drop SQLite's locks with it.
///
/// # Errors
/// The file is missing, not ours, or not of the shape we write.
pub(crate) fn look(path: &Path) -> Result<Format, Fault> {
    rule(&first_bytes(path, 100)?)
}

fn first_bytes(path: &Path, most: u64) -> Result<Vec<u8>, Fault> {
    let about = std::fs::metadata(path)?;
    if !about.is_file() {
        return Err(Fault::NotABatonFile);
    }
    if about.len() == 0 {
        return Err(Fault::Empty);
    }
    if about.len() > MOST_BYTES {
        return Err(Fault::TooLarge);
    }
    let mut bytes = Vec::new();
    File::open(path)?.take(most).read_to_end(&mut bytes)?;
    Ok(bytes)
}

/// All the bytes of a file, whatever they are. As with [`look`], no connection to it may be open.
///
/// # Errors
/// The file is missing, not a file, empty or too large.
pub(crate) fn bytes(path: &Path) -> Result<Vec<u8>, Fault> {
    first_bytes(path, MOST_BYTES)
}

fn rule(bytes: &[u8]) -> Result<Format, Fault> {
    let begins = bytes.get(..16).unwrap_or(bytes);
    if !MAGIC.starts_with(begins) {
        return Err(Fault::NotABatonFile);
    }
    if bytes.len() < 100 {
        return Err(Fault::damaged("it ends in the middle of its header"));
    }
    if number(bytes, 68) != Some(APPLICATION_ID) {
        return Err(Fault::NotABatonFile);
    }
    // Schema format 4, no vacuuming, UTF-8.
    let settings = [(44, 4), (52, 0), (56, 1), (64, 0)];
    let as_ours = bytes.get(16..24) == Some(SHAPE.as_slice())
        && settings.iter().all(|(at, value)| number(bytes, *at) == Some(*value));
    match number(bytes, 60) {
        Some(FORMAT) if as_ours => Ok(Format::Ours),
        Some(FORMAT) => Err(Fault::damaged("its header is not one that Baton writes")),
        Some(format) if (FORMAT + 1..=9_999).contains(&format) => match as_ours {
            true => Ok(Format::Newer(format)),
            false => Err(Fault::Newer(format)),
        },
        _ => Err(Fault::damaged("its format number makes no sense")),
    }
}

fn number(bytes: &[u8], at: usize) -> Option<u32> {
    let four = bytes.get(at..at + 4)?;
    Some(u32::from_be_bytes(four.try_into().ok()?))
}

/// Whether a header that is not ours may be one whose writing was broken off: whole pages, and a
/// journal beside them that says so.
pub(crate) fn may_be_torn(path: &Path, fault: &Fault) -> bool {
    let of_the_header = matches!(fault, Fault::NotABatonFile | Fault::Damaged(_) | Fault::Newer(_));
    let whole_pages = std::fs::metadata(path)
        .is_ok_and(|about| about.is_file() && about.len() > 0 && about.len() % PAGE == 0);
    let mut begins = [0; 8];
    let journal = File::open(journal_of(path)).and_then(|mut it| it.read_exact(&mut begins));
    of_the_header && whole_pages && journal.is_ok() && begins == JOURNAL_MAGIC
}

/// Where SQLite keeps the rollback journal of a file.
pub(crate) fn journal_of(path: &Path) -> PathBuf {
    let mut name = path.as_os_str().to_owned();
    name.push("-journal");
    PathBuf::from(name)
}

/// Whether a journal left by a crash may be played back. One of a transaction over several files is
/// never ours, and playing it back removes a file that it names.
pub(crate) fn may_play_back(journal: &Path) -> Result<(), Fault> {
    let mut file = File::open(journal)?;
    let mut end = [0; 8];
    if file.metadata()?.len() >= 16 {
        file.seek(SeekFrom::End(-8))?;
        file.read_exact(&mut end)?;
    }
    if end == JOURNAL_MAGIC {
        return Err(Fault::ForeignJournal);
    }
    Ok(())
}
