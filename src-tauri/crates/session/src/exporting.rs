//! A pack, written beside the desk: a long one takes seconds, and edits do not wait for it. What it
//! is made of and where it goes is settled when it is asked for.

use crate::Failure;
use crate::api::{Exported, Reply};
use crate::laying::{Shelf, locked};
use crate::outside::{Asked, Written};
use model::{Document, PackChoice, PackForm};
use std::path::{Path, PathBuf};
use std::sync::mpsc::{Receiver, Sender, channel};
use std::sync::{Arc, Mutex};

/// Writes a pack to a file, on any thread.
pub type WritePack = Arc<dyn Fn(&Asked<'_>, &Path) -> Result<Written, Failure> + Send + Sync>;

/// The files that a desk has written, and those that are being written.
pub(crate) struct Exports {
    done: Arc<Mutex<Vec<PathBuf>>>,
    /// Held by each pack until it is written; nothing is ever sent.
    writing: Sender<()>,
    written: Receiver<()>,
}

impl Default for Exports {
    fn default() -> Exports {
        let (writing, written) = channel();
        Exports { done: Arc::default(), writing, written }
    }
}

impl Exports {
    /// A file was written.
    pub fn add(&self, path: PathBuf) {
        locked(&self.done).push(path);
    }

    /// Whether it was written from here.
    pub fn has(&self, path: &PathBuf) -> bool {
        locked(&self.done).contains(path)
    }

    /// Waits until no pack is being written any more.
    pub fn finish(&mut self) {
        let (writing, written) = channel();
        // The last one that holds it ends the wait.
        self.writing = writing;
        let before = std::mem::replace(&mut self.written, written);
        while before.recv().is_ok() {}
    }
}

/// A pack to be written.
pub(crate) struct Exporting {
    shelf: Arc<Shelf>,
    done: Arc<Mutex<Vec<PathBuf>>>,
    _writing: Sender<()>,
    write: WritePack,
    to: PathBuf,
    choice: PackChoice,
    form: PackForm,
    history: Vec<(String, i64)>,
}

impl Exporting {
    /// It counts as being written from now on.
    pub fn new(
        exports: &Exports,
        shelf: &Arc<Shelf>,
        write: WritePack,
        to: PathBuf,
        (choice, form, history): (PackChoice, PackForm, Vec<(String, i64)>),
    ) -> Exporting {
        let (shelf, done) = (Arc::clone(shelf), Arc::clone(&exports.done));
        let _writing = exports.writing.clone();
        Exporting { shelf, done, _writing, write, to, choice, form, history }
    }

    /// Writes it.
    pub fn run(self, document: &Document) -> Result<Reply, Failure> {
        let Exporting { shelf, done, _writing, write, to, choice, form, history } = self;
        let _press = shelf.press();
        let asked = Asked { document, choice: &choice, form, history };
        let Written { pages, warnings } = write(&asked, &to)?;
        let path = to.display().to_string();
        locked(&done).push(to);
        Ok(Reply::Exported(Exported { path, pages, warnings }))
    }
}
