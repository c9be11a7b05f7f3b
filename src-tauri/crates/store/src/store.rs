//! One open file: how it is made, opened, copied, read anew and closed.

use crate::backup::{Clock, Keeper, Shelf, image};
use crate::create;
use crate::error::Error;
use crate::fault::Fault;
use crate::gate::{Admitted, admit};
use crate::history::Labels;
use crate::local::{Hold, LocalFolder};
use crate::meta::Meta;
use crate::notice::{Fact, Notice};
use crate::recorder::Recorder;
use crate::rights::rights;
use crate::rows;
use crate::schema::FORMAT;
use model::{Document, Label};
use rusqlite::Connection;
use std::path::{Path, PathBuf};
use tempfile::TempDir;

/// What may be done with an open file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Access {
    /// Edits are written.
    ReadWrite,
    /// Edits are refused with [`Error::ReadOnly`].
    ReadOnly,
}

/// One open file. The document itself is the caller's; the store has what is on disk.
#[derive(Debug)]
pub struct Store {
    /// None after the disk failed in a way that leaves nothing certain, until it is read anew.
    pub(crate) conn: Option<Connection>,
    pub(crate) path: PathBuf,
    pub(crate) meta: Meta,
    pub(crate) labels: Labels,
    pub(crate) recorder: Option<Recorder>,
    /// Makes backups; none without a local folder.
    pub(crate) keeper: Option<Keeper>,
    pub(crate) access: Access,
    /// Edits from here on were committed by this store: what they lead to and from is a document.
    pub(crate) own_from: u64,
    /// Whether a journal may lie beside the file that has to be removed.
    pub(crate) written: bool,
    /// The flight recorder has edits that the file lacks, and they are nowhere else yet.
    pub(crate) behind: bool,
    /// The newer format it is of; it is read only then.
    newer: Option<u32>,
    _private: Option<TempDir>,
    /// None once it was let go of.
    hold: Option<Hold>,
}

/// What a diagnosis says of an open file: nothing of what a person wrote.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct About {
    /// The file's format.
    pub format: u32,
    /// Bytes of the file; 0 when it is not there.
    pub bytes: u64,
    /// Transactions so far.
    pub transactions: u64,
    /// Edits that can be undone.
    pub done: u64,
    /// Edits that can be redone.
    pub undone: u64,
}

/// A file, opened.
#[derive(Debug)]
pub struct OpenedFile {
    /// The file.
    pub store: Store,
    /// What it holds.
    pub document: Document,
    /// What a person should know, if there is anything.
    pub notice: Option<Notice>,
}

impl Store {
    /// Makes a new file with this document and no history, and opens it.
    ///
    /// # Errors
    /// There is a file of that name, no such folder, or no room or right to write there.
    pub fn create(
        path: &Path,
        document: &Document,
        local: Option<&LocalFolder>,
    ) -> Result<Store, Error> {
        let made = || {
            let path = create::place_for(path)?;
            let hold = Hold::take(&path, local)?;
            create::write(&path, document)?;
            Store::admitted(path, hold, Access::ReadWrite, local, Vec::new())
        };
        made().map(|opened| opened.store).map_err(|fault: Fault| fault.at(path))
    }

    /// Opens an existing file. Nothing of it changes until the first edit, except that a
    /// transaction cut off by a crash is taken back. Without a `local` folder there is neither a
    /// lock against other windows nor a flight recorder: for looking, and for short work.
    ///
    /// # Errors
    /// It is missing, not ours, newer, damaged, open elsewhere; see [`Error`].
    pub fn open(path: &Path, local: Option<&LocalFolder>) -> Result<OpenedFile, Error> {
        let opened = || {
            let path = path.canonicalize()?;
            let about = path.metadata()?;
            if !about.is_file() {
                return Err(Fault::NotABatonFile);
            }
            // One connection to a file in a process; only then may its header be read.
            let held = Hold::take(&path, None)?;
            let (access, facts) = rights(&path)?;
            let hold = match (access, local) {
                (Access::ReadWrite, Some(local)) => {
                    drop(held);
                    Hold::take(&path, Some(local))?
                }
                _ => held,
            };
            Store::admitted(path, hold, access, local, facts)
        };
        opened().map_err(|fault: Fault| fault.at(path))
    }

    fn admitted(
        path: PathBuf,
        hold: Hold,
        access: Access,
        local: Option<&LocalFolder>,
        mut facts: Vec<Fact>,
    ) -> Result<OpenedFile, Fault> {
        let Admitted { conn, checked, private, newer } = admit(&path, access)?;
        let access = if newer.is_some() { Access::ReadOnly } else { access };
        facts.extend(newer.map(|format| Fact::Newer { format }));
        let recorder = local.and_then(|local| {
            let recorder = Recorder::of(local, checked.meta.document, &path).ok();
            match recorder.as_ref().map(|recorder| recorder.behind(&checked.meta.mark)) {
                Some(Ok(behind)) => facts.splice(0..0, behind).for_each(drop),
                Some(Err(_)) | None => facts.push(Fact::NotRecording),
            }
            recorder
        });
        let keeper = local.map(|local| Keeper::of(Shelf::of(local, &checked.meta.document, &path)));
        let store = Store {
            conn: Some(conn),
            keeper,
            path,
            own_from: checked.meta.edits + 1,
            meta: checked.meta,
            labels: checked.labels,
            recorder,
            access,
            written: false,
            behind: facts.iter().any(|it| matches!(it, Fact::Behind { .. })),
            newer,
            _private: private,
            hold: Some(hold),
        };
        Ok(OpenedFile { store, document: checked.document, notice: Notice::of(facts) })
    }

    /// What may be done with it.
    pub fn access(&self) -> Access {
        self.access
    }

    /// Where it lies: absolute, symbolic links followed.
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// What undo and redo would do.
    pub fn labels(&self) -> (Option<Label>, Option<Label>) {
        self.labels.clone()
    }

    /// Whether a newer Baton wrote the file, so that a copy of it could not be edited either.
    pub fn is_of_newer(&self) -> bool {
        self.newer.is_some()
    }

    /// Whether nothing was ever done in the file, here or by anybody else.
    pub fn is_untouched(&self) -> bool {
        let as_left =
            self.conn.as_ref().is_some_and(|conn| Meta::read(conn).is_ok_and(|it| it == self.meta));
        self.meta.revision == 0 && as_left && self.ahead().is_none()
    }

    /// Whether this computer keeps a second copy of each edit.
    pub fn is_recording(&self) -> bool {
        self.recorder.as_ref().is_some_and(Recorder::is_on)
    }

    /// Whether the last backup that was due could not be made.
    pub fn lacks_backup(&mut self) -> bool {
        self.keeper.as_mut().is_some_and(Keeper::has_failed)
    }

    /// Tells the time of backups by another clock.
    pub fn keep_time_by(&mut self, clock: Clock) {
        if let Some(keeper) = &mut self.keeper {
            keeper.clock = clock;
        }
    }

    /// What names the document for ever, wherever its file goes.
    pub fn document(&self) -> [u8; 16] {
        self.meta.document
    }

    /// What a diagnosis says of it.
    pub fn about(&self) -> About {
        About {
            format: self.newer.unwrap_or(FORMAT),
            bytes: std::fs::metadata(&self.path).map_or(0, |it| it.len()),
            transactions: self.meta.revision,
            done: self.meta.cursor,
            undone: self.meta.edits.saturating_sub(self.meta.cursor),
        }
    }

    /// Lets others open a file at this path, where by now another file may lie.
    pub fn let_go(&mut self) {
        self.hold = None;
    }

    /// Writes a document to a new file, without history and without opening it.
    ///
    /// # Errors
    /// As [`Store::create`].
    pub fn write_new(to: &Path, document: &Document) -> Result<(), Error> {
        let written = || create::write(&create::place_for(to)?, document);
        written().map_err(|fault: Fault| fault.at(to))
    }

    /// Writes the whole file as it was last acknowledged, with its history and its id, to a new file.
    ///
    /// # Errors
    /// This file cannot be read any more or was changed by somebody else; or the new one cannot be
    /// made, of which there is then nothing.
    pub fn save_whole(&self, to: &Path) -> Result<(), Error> {
        let saved = || {
            create::whole(&create::place_for(to)?, |part| {
                image(self.conn.as_ref().ok_or(Fault::Unsure)?, part)?;
                let admitted = admit(part, Access::ReadOnly)?;
                if admitted.checked.meta.mark == self.meta.mark {
                    Ok(())
                } else {
                    Err(Fault::Changed)
                }
            })
        };
        saved().map_err(|fault: Fault| fault.at(to))
    }

    /// Writes what is in the file now to a new file, as a document of its own without history:
    /// nothing that was deleted or undone can be found in it. The copy has passed the gate.
    ///
    /// # Errors
    /// As [`Store::create`]; or this file cannot be read any more.
    pub fn save_copy(&self, to: &Path) -> Result<(), Error> {
        let document = self.stored().map_err(|fault| fault.at(&self.path))?;
        let copy = Store::create(to, &document, None)?;
        let again = copy.stored().map_err(|fault| fault.at(to))?;
        if again != document {
            return Err(Fault::damaged("the copy is not what was copied").at(to));
        }
        copy.close()
    }

    /// The document as the file holds it now.
    fn stored(&self) -> Result<Document, Fault> {
        let conn = self.conn.as_ref().ok_or(Fault::Unsure)?;
        conn.execute_batch("BEGIN")?;
        let document = Meta::read(conn).and_then(|meta| {
            if meta.mark == self.meta.mark {
                rows::document(conn, &meta)
            } else {
                Err(Fault::Changed)
            }
        });
        let ended = conn.execute_batch("ROLLBACK");
        let document = document?;
        ended?;
        Ok(document)
    }

    /// Reads everything anew through the gate, on a new connection: the way on after
    /// [`Error::Unsure`] and [`Error::Changed`].
    ///
    /// # Errors
    /// As [`Store::open`]. Another document in the file's place is [`Error::Moved`].
    pub fn reload(&mut self) -> Result<Document, Error> {
        self.conn = None;
        self.anew().map_err(|fault| fault.at(&self.path))
    }

    fn anew(&mut self) -> Result<Document, Fault> {
        let Admitted { conn, checked, private, newer } = admit(&self.path, self.access)?;
        if newer.is_some() {
            // A newer Baton made it its own meanwhile.
            self.access = Access::ReadOnly;
            self.newer = newer;
        }
        if checked.meta.document != self.meta.document {
            return Err(Fault::Moved);
        }
        self.conn = Some(conn);
        self._private = private;
        self.own_from = checked.meta.edits + 1;
        self.meta = checked.meta;
        self.labels = checked.labels;
        if let Some(recorder) = &mut self.recorder {
            recorder.happened(&self.meta.mark);
            // An older version may have been put in its place.
            self.behind = recorder.behind(&self.meta.mark).is_ok_and(|it| it.is_some());
        }
        Ok(checked.document)
    }

    /// Closes the file. It is then one complete file with nothing beside it.
    ///
    /// # Errors
    /// The empty journal could not be removed; every acknowledged edit is in the file all the same.
    pub fn close(mut self) -> Result<(), Error> {
        // First, so that the file is one complete file however long a backup takes.
        let rested = self.lie_down();
        if let (Some(keeper), Some(conn)) = (&mut self.keeper, &self.conn) {
            keeper.at_the_end(conn, &self.meta);
        }
        rested.and_then(|()| self.rest()).map_err(|fault| fault.at(&self.path))
    }

    /// Removes the journal beside the file.
    fn lie_down(&mut self) -> Result<(), Fault> {
        match &self.conn {
            Some(conn) if std::mem::take(&mut self.written) => create::rest(conn),
            _ => Ok(()),
        }
    }

    fn rest(&mut self) -> Result<(), Fault> {
        self.lie_down()?;
        let Some(conn) = self.conn.take() else { return Ok(()) };
        conn.close().map_err(|(_, error)| error.into())
    }
}

impl Drop for Store {
    fn drop(&mut self) {
        // Nothing acknowledged hangs on it: at worst an empty journal stays beside the file.
        drop(self.rest());
    }
}
