//! Which file is open, noted in the app-data folder while it is: so that an engagement that was open
//! when Baton died is opened again. It is taken away before that is tried, so that a file that ends
//! Baton does so once.

use crate::kept;
use serde::{Deserialize, Serialize};
use std::path::{Path, PathBuf};

/// The note, and where it is kept.
pub(crate) struct OpenNow {
    file: Option<PathBuf>,
}

#[derive(Serialize, Deserialize)]
struct Note {
    path: PathBuf,
}

impl OpenNow {
    /// The note in this folder; none without one.
    pub fn in_folder(folder: Option<&Path>) -> OpenNow {
        OpenNow { file: folder.map(|it| it.join("open.json")) }
    }

    /// This file is open from now on.
    pub fn note(&self, path: &Path) {
        if let Some(file) = &self.file {
            kept::write(file, &Note { path: path.to_owned() });
        }
    }

    /// No file is.
    pub fn clear(&self) {
        if let Some(file) = &self.file {
            let _ = std::fs::remove_file(file);
        }
    }

    /// The file that was open when Baton died, once.
    pub fn take(&self) -> Option<PathBuf> {
        let note: Note = kept::read(self.file.as_deref()?)?;
        self.clear();
        Some(note.path)
    }
}
