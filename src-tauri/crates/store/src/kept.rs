//! What this computer keeps of one file beside the file itself: its backups, and the edits that the
//! flight recorder has on top of them. For a file that is open, one that is damaged, and one that is
//! gone. What is restored is a new file that has passed the gate; nothing is ever written over.

use crate::backup::{Backup, Name, Shelf};
use crate::connect::{Purpose, connect};
use crate::create;
use crate::digest::Digest;
use crate::error::Error;
use crate::fault::Fault;
use crate::gate::{admit, copy_bytes};
use crate::local::LocalFolder;
use crate::meta::{DocumentId, Meta};
use crate::recorder::{Act, Recorded, Recorder};
use crate::replay::replay;
use crate::salvage::document_of;
use crate::store::{Access, Store};
use std::path::{Path, PathBuf};

/// Edits that the flight recorder has beyond something.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Ahead {
    /// How many.
    pub edits: u64,
    /// When the last of them was made, in seconds since 1970.
    pub at: i64,
}

impl Ahead {
    pub(crate) fn of(recorded: &[Recorded]) -> Option<Ahead> {
        let edits = recorded.iter().filter(|it| it.act != Act::Name).count() as u64;
        let at = recorded.last()?.at;
        (edits > 0).then_some(Ahead { edits, at })
    }
}

/// What is kept of one file.
#[derive(Debug)]
pub struct Kept {
    shelf: Shelf,
    recorder: Option<Recorder>,
}

impl Kept {
    /// Of the document of this id that lies at this path.
    fn of(local: &LocalFolder, document: DocumentId, place: &Path) -> Kept {
        let recorder = Recorder::of(local, document, place).ok();
        Kept { shelf: Shelf::of(local, &document, place), recorder }
    }

    /// Of a file that cannot be opened: by the id in it if that much can be read, else by where it
    /// lies. None where this computer keeps nothing of it.
    pub fn of_unopened(path: &Path, local: &LocalFolder) -> Option<Kept> {
        let place = place_of(path);
        // Where it says whose it is, another document that lay there before is no help.
        let known = match document_of(&place) {
            Some(document) => vec![document],
            None => Shelf::documents_at(local, &place),
        };
        let known = known.into_iter();
        known.map(|it| Kept::of(local, it, &place)).find(|it| !it.shelf.names().is_empty())
    }

    /// The backups, newest first. Reads a little of each.
    pub fn backups(&self) -> Vec<Backup> {
        self.shelf.list()
    }

    /// The edits that were made after this backup, as far as the flight recorder has them without a
    /// gap up to the last one.
    pub fn since(&self, number: u64) -> Option<Ahead> {
        Ahead::of(&self.recorded_since(&self.named(number)?))
    }

    fn named(&self, number: u64) -> Option<Name> {
        self.shelf.names().into_iter().rev().find(|it| it.number == number)
    }

    fn recorded_since(&self, name: &Name) -> Vec<Recorded> {
        let mark = || -> Result<Digest, Fault> {
            Ok(Meta::read(&connect(&self.shelf.path_of(name), Purpose::Look)?)?.mark)
        };
        let (Ok(mark), Some(recorder)) = (mark(), &self.recorder) else { return Vec::new() };
        recorder.ahead(&mark).unwrap_or_default()
    }

    /// Writes a backup as a new file; with the edits that were made after it, if that is wanted.
    ///
    /// # Errors
    /// There is no such backup, or it is damaged itself; the edits do not fit it; there is a file of
    /// that name already, or no room or right to write there. No file has been made then.
    pub fn restore(&self, number: u64, with_recorded: bool, to: &Path) -> Result<(), Error> {
        self.restored(number, with_recorded, to).map_err(|fault| fault.at(to))
    }

    fn restored(&self, number: u64, with_recorded: bool, to: &Path) -> Result<(), Fault> {
        let name = self.named(number).ok_or(Fault::NoSuchBackup)?;
        let recorded = if with_recorded { self.recorded_since(&name) } else { Vec::new() };
        let to = create::place_for(to)?;
        create::whole(&to, |part| {
            copy_bytes(&self.shelf.path_of(&name), part)?;
            if !recorded.is_empty() {
                let opened = Store::open(part, None).map_err(|_| Fault::RecordedUnfit)?;
                let mut store = opened.store;
                replay(&mut store, opened.document, &recorded)?;
                store.close().map_err(|_| Fault::RecordedUnfit)?;
            }
            drop(admit(part, Access::ReadOnly)?);
            Ok(())
        })
    }
}

impl Store {
    /// What this computer keeps of the file; nothing without an app-data folder.
    pub fn kept(&mut self) -> Option<Kept> {
        let keeper = self.keeper.as_mut()?;
        keeper.wait();
        Some(Kept {
            shelf: keeper.shelf.clone(),
            recorder: self.recorder.as_ref().map(Recorder::reader),
        })
    }

    /// The edits that the flight recorder has and the file lacks.
    pub fn ahead(&self) -> Option<Ahead> {
        let recorder = self.recorder.as_ref()?;
        Ahead::of(&recorder.ahead(&self.meta.mark).ok()?)
    }
}

/// Where a file lies or lay, as an open one would say it.
fn place_of(path: &Path) -> PathBuf {
    if let Ok(place) = path.canonicalize() {
        return place;
    }
    let folder = path.parent().and_then(|it| it.canonicalize().ok());
    match (folder, path.file_name()) {
        (Some(folder), Some(name)) => folder.join(name),
        _ => path.to_owned(),
    }
}
