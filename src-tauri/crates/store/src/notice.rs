//! What a person should know about a file that opened all the same.

use std::fmt;

/// One thing out of the ordinary.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Fact {
    /// The file may be read only.
    FileReadOnly,
    /// The folder takes no files, so that no edit could be made safely.
    FolderReadOnly,
    /// The file has a second name on its disk (a hard link); an edit under one name could not be
    /// recovered under the other.
    SecondName,
    /// A newer Baton wrote the file. All that is in it is known here; it may be read only, for what
    /// this one wrote could be less than the newer one needs.
    Newer {
        /// The format's number.
        format: u32,
    },
    /// The flight recorder of this computer has edits that the file lacks.
    Behind {
        /// How many.
        edits: u64,
        /// How long ago the last of them was made, in seconds.
        seconds_ago: u64,
    },
    /// This computer keeps no second copy of edits: the folder for it cannot be written, or another
    /// copy of the same document is open.
    NotRecording,
}

impl Fact {
    /// A word for programs, in camelCase.
    pub fn code(&self) -> &'static str {
        match self {
            Fact::FileReadOnly => "fileReadOnly",
            Fact::FolderReadOnly => "folderReadOnly",
            Fact::SecondName => "fileHasSecondName",
            Fact::Newer { .. } => "fileOfNewerBaton",
            Fact::Behind { .. } => "fileBehind",
            Fact::NotRecording => "notRecording",
        }
    }
}

impl fmt::Display for Fact {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Fact::FileReadOnly => {
                f.write_str("This file is read-only. Save a copy to make changes.")
            }
            Fact::FolderReadOnly => f.write_str(
                "This file lies where nothing can be written. Save a copy elsewhere to make changes.",
            ),
            Fact::SecondName => f.write_str(
                "This file has a second name on its disk, so it is open for reading only. Save a copy to make changes.",
            ),
            Fact::Newer { .. } => f.write_str(
                "A newer Baton wrote this file, so it is open for reading only. Update Baton, or save a copy to make changes.",
            ),
            Fact::Behind { edits: 1, seconds_ago } => write!(
                f,
                "This computer has a copy of 1 edit that this file lacks, made {}.",
                Ago(*seconds_ago)
            ),
            Fact::Behind { edits, seconds_ago } => write!(
                f,
                "This computer has copies of {edits} edits that this file lacks, the last made {}.",
                Ago(*seconds_ago)
            ),
            Fact::NotRecording => f.write_str(
                "Edits are saved in the file, but this computer cannot keep a second copy of them just now.",
            ),
        }
    }
}

/// Everything out of the ordinary about one file; at least one fact.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Notice {
    facts: Vec<Fact>,
}

impl Notice {
    pub(crate) fn of(facts: Vec<Fact>) -> Option<Notice> {
        (!facts.is_empty()).then_some(Notice { facts })
    }

    /// The facts, the gravest first.
    pub fn facts(&self) -> &[Fact] {
        &self.facts
    }
}

impl fmt::Display for Notice {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (at, fact) in self.facts.iter().enumerate() {
            let space = if at == 0 { "" } else { " " };
            write!(f, "{space}{fact}")?;
        }
        Ok(())
    }
}

/// A span of seconds before now, in words.
struct Ago(u64);

impl fmt::Display for Ago {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (count, unit) = match self.0 {
            0..60 => return f.write_str("less than a minute ago"),
            s @ 60..3_600 => (s / 60, "minute"),
            s @ 3_600..86_400 => (s / 3_600, "hour"),
            s => (s / 86_400, "day"),
        };
        let plural = if count == 1 { "" } else { "s" };
        write!(f, "{count} {unit}{plural} ago")
    }
}
