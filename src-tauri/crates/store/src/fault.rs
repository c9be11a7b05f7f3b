//! What went wrong, before it is known to which file: the doors of the crate add its name, and make
//! an [`Error`] of it.

use crate::error::Error;
use std::path::Path;

/// What happened, before it is known to which file.
#[derive(Debug)]
pub(crate) enum Fault {
    Sql(rusqlite::Error),
    Io(std::io::Error),
    Damaged(String),
    Altered(String),
    ForeignJournal,
    Unreadable(String),
    NotABatonFile,
    Empty,
    Newer(u32),
    TooLarge,
    OpenElsewhere,
    ReadOnly,
    Moved,
    Changed,
    OutOfStep,
    Exists,
    FolderMissing,
    NoSuchVersion,
    NoSuchBackup,
    NothingToSalvage,
    RecordedUnfit,
    NotKept,
    OtherDocument,
    SameFile,
    Busy,
    Unsure,
}

impl From<rusqlite::Error> for Fault {
    fn from(error: rusqlite::Error) -> Fault {
        Fault::Sql(error)
    }
}

impl From<std::io::Error> for Fault {
    fn from(error: std::io::Error) -> Fault {
        Fault::Io(error)
    }
}

impl Fault {
    pub(crate) fn damaged(what: &str) -> Fault {
        Fault::Damaged(what.to_owned())
    }

    /// This fault, having happened to the file at `path`.
    pub(crate) fn at(self, path: &Path) -> Error {
        let name = name_of(path);
        match self {
            Fault::Sql(error) => of_sql(name, &error),
            Fault::Io(error) => of_io(name, &error),
            Fault::Damaged(what) => Error::Damaged { name, what: shown(&what) },
            Fault::Altered(what) => Error::Altered { name, what: shown(&what) },
            Fault::ForeignJournal => Error::ForeignJournal { name },
            Fault::Unreadable(what) => Error::Unreadable { name, what: shown(&what) },
            Fault::NotABatonFile => Error::NotABatonFile { name },
            Fault::Empty => Error::Empty { name },
            Fault::Newer(format) => Error::Newer { name, format },
            Fault::TooLarge => Error::TooLarge { name },
            Fault::OpenElsewhere => Error::OpenElsewhere { name },
            Fault::ReadOnly => Error::ReadOnly { name },
            Fault::Moved => Error::Moved { name },
            Fault::Changed => Error::Changed { name },
            Fault::OutOfStep => Error::OutOfStep { name },
            Fault::Exists => Error::Exists { name },
            Fault::FolderMissing => Error::FolderMissing { name },
            Fault::NoSuchVersion => Error::NoSuchVersion { name },
            Fault::NoSuchBackup => Error::NoSuchBackup { name },
            Fault::NothingToSalvage => Error::NothingToSalvage { name },
            Fault::RecordedUnfit => Error::RecordedUnfit { name },
            Fault::NotKept => Error::NotKept { name },
            Fault::OtherDocument => Error::OtherDocument { name },
            Fault::SameFile => Error::SameFile { name },
            Fault::Busy => Error::Busy { name },
            Fault::Unsure => Error::Unsure { name },
        }
    }

    /// Whether the disk itself misbehaved, so that the connection's own view of the file may be
    /// stale and has to be made anew before it is asked anything.
    pub(crate) fn is_of_the_disk(&self) -> bool {
        use rusqlite::ErrorCode::{DatabaseCorrupt, OutOfMemory, SystemIoFailure};
        let code = match self {
            Fault::Sql(error) => error.sqlite_error_code(),
            _ => None,
        };
        matches!(code, Some(SystemIoFailure | DatabaseCorrupt | OutOfMemory))
    }

    /// Whether another program holds a lock just now.
    pub(crate) fn is_busy(&self) -> bool {
        let Fault::Sql(error) = self else { return false };
        error.sqlite_error_code() == Some(rusqlite::ErrorCode::DatabaseBusy)
    }
}

fn of_sql(name: String, error: &rusqlite::Error) -> Error {
    use rusqlite::ErrorCode as Code;
    let Some(code) = error.sqlite_error_code() else {
        // A column of the wrong type, a row too few: STRICT tables of ours have neither.
        return Error::Damaged { name, what: "a row in it cannot be read".to_owned() };
    };
    match code {
        Code::DatabaseCorrupt | Code::NotADatabase => {
            Error::Damaged { name, what: "its pages do not fit together".to_owned() }
        }
        Code::DatabaseBusy | Code::DatabaseLocked => Error::Busy { name },
        Code::OperationInterrupted => Error::TooSlow { name },
        Code::TooBig | Code::OutOfMemory => Error::TooLarge { name },
        Code::DiskFull => Error::DiskFull { name },
        Code::ReadOnly
            if error.sqlite_extended_error_code()
                == Some(rusqlite::ffi::SQLITE_READONLY_DBMOVED) =>
        {
            Error::Moved { name }
        }
        Code::ReadOnly => Error::ReadOnly { name },
        Code::PermissionDenied => Error::NotAllowed { name },
        _ => Error::Trouble { name, what: plain(&error.to_string()) },
    }
}

fn of_io(name: String, error: &std::io::Error) -> Error {
    use std::io::ErrorKind as Kind;
    match error.kind() {
        Kind::NotFound => Error::Missing { name },
        Kind::PermissionDenied => Error::NotAllowed { name },
        Kind::ReadOnlyFilesystem => Error::ReadOnly { name },
        Kind::StorageFull | Kind::QuotaExceeded => Error::DiskFull { name },
        Kind::AlreadyExists => Error::Exists { name },
        _ => Error::Trouble { name, what: plain(&error.to_string()) },
    }
}

/// A system's message as part of our sentence: no full stop of its own.
fn plain(message: &str) -> String {
    message.trim_end_matches('.').to_owned()
}

/// What a person calls the file: its name without the folder.
pub(crate) fn name_of(path: &Path) -> String {
    shown(&path.file_name().unwrap_or(path.as_os_str()).to_string_lossy())
}

/// Most characters of a text of the file's in a sentence of ours.
const MOST_SHOWN: usize = 300;

/// A text from outside as part of a sentence: short, in one line, and nothing in it that hides what
/// it is.
fn shown(text: &str) -> String {
    let hidden = |c: char| {
        c.is_control()
            || matches!(c, '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
    };
    let mut chars = text.chars();
    let mut shown: String =
        chars.by_ref().take(MOST_SHOWN).map(|c| if hidden(c) { '\u{fffd}' } else { c }).collect();
    if chars.next().is_some() {
        shown.push('…');
    }
    shown
}
