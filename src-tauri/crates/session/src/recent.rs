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

    /// The files, each with whether it is still there; then those that nobody would find otherwise,
    /// however long ago they were open.
    pub(crate) fn list(&self, unplaced: &[PathBuf]) -> Vec<RecentFile> {
        let unplaced: Vec<(&PathBuf, String)> =
            unplaced.iter().map(|it| (it, it.display().to_string())).collect();
        let seen = |file: &RecentFile| RecentFile {
            exists: Path::new(&file.path).exists(),
            unplaced: unplaced.iter().any(|(_, path)| *path == file.path),
            ..file.clone()
        };
        let mut list: Vec<RecentFile> = self.list.iter().map(seen).collect();
        for (file, path) in &unplaced {
            if !list.iter().any(|it| it.path == *path) {
                let changed = file.metadata().and_then(|it| it.modified()).ok();
                let since = changed.and_then(|it| it.duration_since(UNIX_EPOCH).ok());
                let opened_at = since.map_or(0, |it| it.as_secs());
                let (name, path) = (crate::name_of(file), path.clone());
                list.push(RecentFile { name, path, opened_at, exists: true, unplaced: true });
            }
        }
        list
    }

    /// Puts a file at the top.
    pub(crate) fn note(&mut self, path: &Path) {
        let opened_at = SystemTime::now().duration_since(UNIX_EPOCH).map_or(0, |now| now.as_secs());
        let path_text = path.display().to_string();
        self.list.retain(|file| file.path != path_text);
        let name = crate::name_of(path);
        let path = path_text;
        let file = RecentFile { name, path, opened_at, exists: true, unplaced: false };
        self.list.insert(0, file);
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
