//! Small files in the app-data folder that make things pleasant and may be lost.

use serde::Serialize;
use serde::de::DeserializeOwned;
use std::path::Path;

/// A file larger than this is not ours.
const LARGEST: u64 = 4_000_000;

/// What a file holds; nothing where it is missing, damaged or too large.
pub(crate) fn read<T: DeserializeOwned>(file: &Path) -> Option<T> {
    if std::fs::metadata(file).ok()?.len() > LARGEST {
        return None;
    }
    serde_json::from_slice(&std::fs::read(file).ok()?).ok()
}

/// Writes a file whole or not at all. What cannot be written is forgotten; no work depends on it.
pub(crate) fn write(file: &Path, value: &impl Serialize) {
    let Ok(bytes) = serde_json::to_vec(value) else { return };
    if let Some(folder) = file.parent() {
        let _ = std::fs::create_dir_all(folder);
    }
    let fresh = file.with_extension("json.new");
    if std::fs::write(&fresh, bytes).is_ok() {
        let _ = std::fs::rename(&fresh, file);
    }
}
