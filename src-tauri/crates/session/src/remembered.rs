//! What a window remembers for the next time: the theme, the language, where each file was looked
//! at. Kept in the app-data folder, because the webview keeps nothing; never anything of a
//! document. Losing it loses nothing else, so a damaged file counts as empty.

use crate::kept;
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

/// More names than this, or longer values, no window of ours has.
const MOST: usize = 40;
const LONGEST: usize = 40_000;

/// Values by name, and where they are kept.
pub(crate) struct Remembered {
    file: Option<PathBuf>,
    values: BTreeMap<String, String>,
}

impl Remembered {
    /// What is kept in this folder; remembered only for this run without one.
    pub(crate) fn read(folder: Option<&Path>) -> Remembered {
        let file = folder.map(|folder| folder.join("window.json"));
        let values = file.as_deref().and_then(kept::read).unwrap_or_default();
        Remembered { file, values }
    }

    /// Everything, as it was given.
    pub(crate) fn all(&self) -> BTreeMap<String, String> {
        self.values.clone()
    }

    /// Remembers a value; what is out of bounds is forgotten.
    pub(crate) fn put(&mut self, name: String, value: String) {
        let known = self.values.contains_key(&name);
        if name.len() > MOST || value.len() > LONGEST || (!known && self.values.len() >= MOST) {
            return;
        }
        self.values.insert(name, value);
        if let Some(file) = &self.file {
            kept::write(file, &self.values);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_put_is_there_the_next_time() {
        let folder = std::env::temp_dir().join(format!("baton-remembered-{}", std::process::id()));
        let mut here = Remembered::read(Some(&folder));
        here.put("theme".into(), "\"dark\"".into());
        here.put("theme".into(), "\"light\"".into());
        here.put("big".into(), "x".repeat(LONGEST + 1));
        let next = Remembered::read(Some(&folder)).all();
        assert_eq!(next, BTreeMap::from([("theme".to_owned(), "\"light\"".to_owned())]));
        std::fs::write(folder.join("window.json"), "{").unwrap();
        assert!(Remembered::read(Some(&folder)).all().is_empty());
        std::fs::remove_dir_all(&folder).unwrap();
    }
}
