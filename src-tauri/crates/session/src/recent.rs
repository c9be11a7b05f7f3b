//! The files that were open before, newest first, remembered in the app-data folder. Losing the
//! list loses nothing else, so a damaged one counts as empty.

use crate::api::RecentFile;
use crate::kept;
use std::path::{Path, PathBuf};
use std::time::{SystemTime, UNIX_EPOCH};

const MOST: usize = 12;

/// The list and where it is kept.
pub(crate) struct Recent {
    file: Option<PathBuf>,
    list: Vec<RecentFile>,
}

impl Recent {
    /// The list in this folder; remembered only for this run without one.
    pub(crate) fn read(folder: Option<&Path>) -> Recent {
        let file = folder.map(|folder| folder.join("recent.json"));
        let list = file.as_deref().and_then(kept::read).unwrap_or_default();
        Recent { file, list }
    }

    /// The files, each with whether it is still there.
    pub(crate) fn list(&self) -> Vec<RecentFile> {
        let seen = |file: &RecentFile| RecentFile {
            exists: Path::new(&file.path).exists(),
            ..file.clone()
        };
        self.list.iter().map(seen).collect()
    }

    /// Puts a file at the top.
    pub(crate) fn note(&mut self, path: &Path) {
        let opened_at = SystemTime::now().duration_since(UNIX_EPOCH).map_or(0, |now| now.as_secs());
        let path_text = path.display().to_string();
        self.list.retain(|file| file.path != path_text);
        let name = crate::name_of(path);
        self.list.insert(0, RecentFile { name, path: path_text, opened_at, exists: true });
        self.list.truncate(MOST);
        self.write();
    }

    /// Takes a file off the list.
    pub(crate) fn forget(&mut self, path: &str) {
        self.list.retain(|file| file.path != path);
        self.write();
    }

    /// A list that cannot be written is shorter next time.
    fn write(&self) {
        if let Some(file) = &self.file {
            kept::write(file, &self.list);
        }
    }
}
