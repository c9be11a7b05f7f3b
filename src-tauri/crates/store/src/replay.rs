//! Edits that the flight recorder kept, made again: on a copy first, and only when all of them fit.

use crate::backup::image;
use crate::error::Error;
use crate::fault::Fault;
use crate::recorder::{Act, Recorded};
use crate::store::Store;
use model::{Document, Edit, Label, LabelCode};
use std::path::{Path, PathBuf};
use tempfile::TempDir;

/// Makes them again through the same transactions as the first time, so that history is as it was.
///
/// # Errors
/// [`Fault::RecordedUnfit`] when one does not find what it says it found; those before it were made.
pub(crate) fn replay(
    store: &mut Store,
    mut document: Document,
    recorded: &[Recorded],
) -> Result<Document, Fault> {
    for it in recorded {
        document = again(store, document, it).ok_or(Fault::RecordedUnfit)?;
    }
    Ok(document)
}

fn again(store: &mut Store, document: Document, it: &Recorded) -> Option<Document> {
    let after = document.with(&it.changes).ok()?;
    match it.act {
        Act::Commit | Act::Amend => {
            let label = it.label.clone().unwrap_or_else(|| Label::several(LabelCode::Import, 1));
            let edit = Edit { label, changes: it.changes.clone() };
            let used_up = after.used_up();
            match it.act {
                Act::Amend => drop(store.amend(&edit, used_up).ok()?),
                _ => store.commit(&edit, used_up).ok()?,
            }
        }
        Act::Undo | Act::Redo => {
            let done = if it.act == Act::Undo { store.undo() } else { store.redo() };
            if done.ok()?? != it.changes {
                return None;
            }
        }
        Act::Name => {
            if let Some(name) = &it.name {
                store.name_version(name).ok()?;
            }
        }
        Act::Void => {}
    }
    Some(after)
}

/// A copy of a file in which the recorded edits were made again.
struct Ahead {
    _folder: TempDir,
    copy: PathBuf,
    document: Document,
    recorded: Vec<Recorded>,
}

impl Store {
    /// Makes the edits again that the flight recorder of this computer has and the file lacks, after
    /// they were tried on a copy and the present state was kept as a backup. Undo takes them back
    /// one by one. `document` is what the file holds; returned is what it holds then.
    ///
    /// # Errors
    /// The edits do not fit, or the present state could not be kept: nothing has changed then. When
    /// the file cannot take one, those before it are in it; read it anew.
    pub fn restore_recorded(&mut self, document: &Document) -> Result<Document, Error> {
        self.restored(document).map_err(|fault| fault.at(&self.path))
    }

    fn restored(&mut self, document: &Document) -> Result<Document, Fault> {
        let ahead = self.copy_ahead()?;
        // Both ends of the way are kept, so that stopping on it loses nothing.
        if !self.shelve(&ahead.copy) || !self.keep_now() {
            return Err(Fault::NotKept);
        }
        self.behind = false;
        let restored = replay(self, document.clone(), &ahead.recorded)?;
        if restored != ahead.document {
            return Err(Fault::OutOfStep);
        }
        Ok(restored)
    }

    /// Makes a backup of what the flight recorder has beyond the file; says whether it is there now,
    /// or there is nothing to be had because the edits do not fit. What cannot be kept is said.
    pub(crate) fn shelve_recorded(&mut self) -> bool {
        let shelved = match self.copy_ahead() {
            Ok(ahead) => self.shelve(&ahead.copy),
            Err(Fault::RecordedUnfit) => true,
            Err(_) => false,
        };
        if let Some(keeper) = self.keeper.as_mut().filter(|_| !shelved) {
            keeper.lost();
        }
        shelved
    }

    /// Tries the recorded edits on a copy.
    fn copy_ahead(&self) -> Result<Ahead, Fault> {
        let recorder = self.recorder.as_ref().ok_or(Fault::RecordedUnfit)?;
        let recorded = recorder.ahead(&self.meta.mark)?;
        if recorded.is_empty() {
            return Err(Fault::RecordedUnfit);
        }
        let folder = tempfile::Builder::new().prefix("baton-").tempdir()?;
        let copy = folder.path().join("copy.baton");
        image(self.conn.as_ref().ok_or(Fault::Unsure)?, &copy)?;
        let tried = Store::open(&copy, None).map_err(|_| Fault::RecordedUnfit)?;
        let mut on_copy = tried.store;
        let document = replay(&mut on_copy, tried.document, &recorded)?;
        on_copy.close().map_err(|_| Fault::RecordedUnfit)?;
        Ok(Ahead { _folder: folder, copy, document, recorded })
    }

    fn shelve(&mut self, copy: &Path) -> bool {
        let Some(keeper) = &mut self.keeper else { return false };
        keeper.put(copy, &self.meta.mark);
        keeper.wait();
        !keeper.failed
    }

    /// Keeps the present state as a backup, which also notes where the file lies; says whether there
    /// is one now.
    pub fn keep_now(&mut self) -> bool {
        let (Some(keeper), Some(conn)) = (&mut self.keeper, &self.conn) else { return false };
        keeper.make(conn, &self.meta);
        keeper.wait();
        !keeper.failed
    }
}
