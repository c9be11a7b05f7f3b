//! What can go wrong with a file, each case with its own sentence and what to do about it.

/// Why a file could not be opened, made, read or written. Nothing is lost in any of these cases:
/// what was acknowledged before is in the file, and what failed is not in the document.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// It is not a file of ours.
    #[error("“{name}” is not a Baton file.")]
    NotABatonFile {
        /// What the file is called.
        name: String,
    },
    /// It has no bytes.
    #[error("“{name}” is empty: there is not one byte in it.")]
    Empty {
        /// What the file is called.
        name: String,
    },
    /// A newer Baton made it.
    #[error("“{name}” was made by a newer Baton (file format {format}).")]
    Newer {
        /// What the file is called.
        name: String,
        /// The format it is in.
        format: u32,
    },
    /// Its bytes are not what was written.
    #[error("“{name}” is damaged: {what}. Nothing in it was changed.")]
    Damaged {
        /// What the file is called.
        name: String,
        /// Where the damage shows.
        what: String,
    },
    /// Somebody added to it.
    #[error(
        "“{name}” holds something that Baton did not put there: {what}. Nothing in it was changed."
    )]
    Altered {
        /// What the file is called.
        name: String,
        /// What was found.
        what: String,
    },
    /// A journal lies beside it that is not its own.
    #[error("The journal beside “{name}” is not its own, so neither was touched.")]
    ForeignJournal {
        /// What the file is called.
        name: String,
    },
    /// It is whole, yet it holds what this Baton does not know.
    #[error("“{name}” is damaged or from a newer Baton: {what}. Nothing in it was changed.")]
    Unreadable {
        /// What the file is called.
        name: String,
        /// What was not understood.
        what: String,
    },
    /// It takes longer to check than any file of ours would.
    #[error("“{name}” took too long to check, so it was not opened.")]
    TooSlow {
        /// What the file is called.
        name: String,
    },
    /// It is larger than any file of ours may be.
    #[error("“{name}” is too large for Baton, which stops at 512 MB a file and 64 MB a change.")]
    TooLarge {
        /// What the file is called.
        name: String,
    },
    /// Another window edits it.
    #[error("“{name}” is already open in another Baton window.")]
    OpenElsewhere {
        /// What the file is called.
        name: String,
    },
    /// Another program holds its lock just now.
    #[error("“{name}” is in use by another program just now.")]
    Busy {
        /// What the file is called.
        name: String,
    },
    /// It may be read, not written.
    #[error("“{name}” can be read but not changed here.")]
    ReadOnly {
        /// What the file is called.
        name: String,
    },
    /// It may not even be read.
    #[error("You are not allowed to open “{name}”.")]
    NotAllowed {
        /// What the file is called.
        name: String,
    },
    /// There is no room left.
    #[error("The disk that holds “{name}” is full. The last change was not saved.")]
    DiskFull {
        /// What the file is called.
        name: String,
    },
    /// It was moved, deleted or replaced while it was open.
    #[error(
        "“{name}” was moved, deleted or replaced while it was open. The last change was not saved."
    )]
    Moved {
        /// What the file is called.
        name: String,
    },
    /// Somebody else wrote to it while it was open.
    #[error(
        "“{name}” was changed by another program while it was open. Your last change was not saved."
    )]
    Changed {
        /// What the file is called.
        name: String,
    },
    /// A change is not about what the file holds.
    #[error("The change does not fit what “{name}” holds, so it was not saved.")]
    OutOfStep {
        /// What the file is called.
        name: String,
    },
    /// There is one already.
    #[error("There is already a file called “{name}”.")]
    Exists {
        /// What the file is called.
        name: String,
    },
    /// There is none.
    #[error("“{name}” is not there any more.")]
    Missing {
        /// What the file is called.
        name: String,
    },
    /// The folder to write it into is not there.
    #[error("The folder for “{name}” does not exist.")]
    FolderMissing {
        /// What the file is called.
        name: String,
    },
    /// It has no version of this number.
    #[error("“{name}” has no such version.")]
    NoSuchVersion {
        /// What the file is called.
        name: String,
    },
    /// This computer has no backup of this number.
    #[error("There is no such backup to make “{name}” of any more.")]
    NoSuchBackup {
        /// What the new file was to be called.
        name: String,
    },
    /// Not enough of a damaged file can be read to make a map.
    #[error("Nothing of a map can be read from “{name}”.")]
    NothingToSalvage {
        /// What the file is called.
        name: String,
    },
    /// Edits that this computer kept are about something else.
    #[error("The edits that this computer kept do not fit “{name}”, so none of them was made.")]
    RecordedUnfit {
        /// What the file is called.
        name: String,
    },
    /// What is there now could not be kept first.
    #[error(
        "What “{name}” holds now could not be kept as a backup first, so nothing was restored."
    )]
    NotKept {
        /// What the file is called.
        name: String,
    },
    /// It is a file of another engagement.
    #[error(
        "“{name}” belongs to another engagement, so it cannot be compared with the one that is open."
    )]
    OtherDocument {
        /// What the file is called.
        name: String,
    },
    /// It is the open file itself.
    #[error("“{name}” is the file that is open.")]
    SameFile {
        /// What the file is called.
        name: String,
    },
    /// The disk failed while a change was being written, and cannot be asked about it.
    #[error(
        "The disk failed while “{name}” was being saved; whether the last change is in it is not known yet."
    )]
    Unsure {
        /// What the file is called.
        name: String,
    },
    /// The disk or the system failed otherwise.
    #[error("“{name}” could not be read or written: {what}.")]
    Trouble {
        /// What the file is called.
        name: String,
        /// What the system said.
        what: String,
    },
}

impl Error {
    /// A word for programs, in camelCase; the view branches on it.
    pub fn code(&self) -> &'static str {
        match self {
            Error::NotABatonFile { .. } => "notABatonFile",
            Error::Empty { .. } => "fileEmpty",
            Error::Newer { .. } => "fileNewer",
            Error::Damaged { .. } => "fileDamaged",
            Error::Altered { .. } => "fileAltered",
            Error::ForeignJournal { .. } => "fileJournalForeign",
            Error::Unreadable { .. } => "fileUnreadable",
            Error::TooSlow { .. } => "fileTooSlow",
            Error::TooLarge { .. } => "fileTooLarge",
            Error::OpenElsewhere { .. } => "fileOpenElsewhere",
            Error::Busy { .. } => "fileBusy",
            Error::ReadOnly { .. } => "fileReadOnly",
            Error::NotAllowed { .. } => "fileNotAllowed",
            Error::DiskFull { .. } => "diskFull",
            Error::Moved { .. } => "fileMoved",
            Error::Changed { .. } => "fileChanged",
            Error::OutOfStep { .. } => "changeOutOfStep",
            Error::Exists { .. } => "fileExists",
            Error::Missing { .. } => "fileMissing",
            Error::FolderMissing { .. } => "folderMissing",
            Error::NoSuchVersion { .. } => "noSuchVersion",
            Error::NoSuchBackup { .. } => "noSuchBackup",
            Error::NothingToSalvage { .. } => "nothingToSalvage",
            Error::RecordedUnfit { .. } => "recordedUnfit",
            Error::NotKept { .. } => "notKept",
            Error::OtherDocument { .. } => "otherDocument",
            Error::SameFile { .. } => "sameFile",
            Error::Unsure { .. } => "fileUnsure",
            Error::Trouble { .. } => "fileTrouble",
        }
    }

    /// What to do about it, in one or two sentences.
    pub fn hint(&self) -> String {
        match self {
            Error::NotABatonFile { .. } => "Choose a file that ends in .baton, or import this one.",
            Error::Empty { .. } => {
                "It may not have finished downloading or copying. Fetch it again, or open an earlier copy."
            }
            Error::Newer { .. } => "Update Baton on this computer, then open it again.",
            Error::Damaged { .. } => {
                "Open an earlier copy: from a backup, from your cloud folder's history, or from whoever sent it."
            }
            Error::Altered { .. } => "Ask whoever sent it for a copy saved with Baton.",
            Error::ForeignJournal { .. } => {
                "Copy both files to be safe, move the one that ends in -journal away, and open it again."
            }
            Error::Unreadable { .. } => {
                "Update Baton and open it again; if that does not help, open an earlier copy."
            }
            Error::TooSlow { .. } => {
                "If it lies on a slow stick or a network drive, copy it to this computer and open the copy."
            }
            Error::TooLarge { .. } => "Split the engagement into several files.",
            Error::OpenElsewhere { .. } => "Go to that window, or close it and open the file again.",
            Error::Busy { .. } => "Try again in a moment.",
            Error::ReadOnly { .. } => "Save a copy in a folder of your own and go on there.",
            Error::NotAllowed { .. } => "Ask the owner of the file, or of this computer, for access.",
            Error::DiskFull { .. } => {
                "Free some space and make the change again, or save a copy on another disk."
            }
            Error::Moved { .. } => {
                "Open it where it is now and make the change again, or save a copy of what you see."
            }
            Error::Changed { .. } => "Open it again to see what is in it, and make the change again.",
            Error::OutOfStep { .. } => "Close the file and open it again.",
            Error::Exists { .. } => "Choose another name, or open the file that is there.",
            Error::Missing { .. } => "Look for it where it was moved to, or in the bin.",
            Error::FolderMissing { .. } => "Choose a folder that exists.",
            Error::NoSuchVersion { .. } => "Choose one from the list of versions.",
            Error::NoSuchBackup { .. } => "Choose one from the list of backups.",
            Error::NothingToSalvage { .. } => {
                "Restore a backup, or fetch an earlier copy from your cloud folder's history or from whoever sent it."
            }
            Error::RecordedUnfit { .. } => "Restore the newest backup without them.",
            Error::NotKept { .. } => {
                "Make room in Baton's folder on this computer, or restore into a new file."
            }
            Error::OtherDocument { .. } => "Choose another state of this engagement's own file.",
            Error::SameFile { .. } => "Choose another one to compare it with.",
            Error::Unsure { .. } => {
                "Check that the disk is connected, then open the file again; it will show what it holds."
            }
            Error::Trouble { .. } => {
                "Check that the disk is connected and works, then try again or save a copy elsewhere."
            }
        }
        .to_owned()
    }
}
