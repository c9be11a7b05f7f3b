//! Copies that a folder's synchronising made: beside the file, of the same document, in another
//! state, and called as OneDrive, Dropbox, iCloud, Nextcloud, Syncthing and Google Drive call them.

use crate::connect::{Purpose, connect};
use crate::fault::{Fault, name_of};
use crate::header;
use crate::local::Hold;
use crate::meta::Meta;
use crate::store::Store;
use std::path::{Path, PathBuf};
use std::time::SystemTime;

/// So many names of a folder are looked at, and so many of those are opened.
const MOST_NAMES: usize = 5_000;
const MOST_OPENED: usize = 20;

impl Store {
    /// The files beside this one that are called like conflict copies of it, in order, each with what
    /// tells whether it changed. None is opened.
    pub fn likely_copies(&self) -> Vec<Likely> {
        let (Some(folder), Some(stem)) = (self.path.parent(), stem(&self.path)) else {
            return Vec::new();
        };
        let names = std::fs::read_dir(folder).into_iter().flatten().flatten().take(MOST_NAMES);
        let likely = names.filter(|it| {
            let path = it.path();
            let ending = path.extension().is_some_and(|it| it.eq_ignore_ascii_case("baton"));
            ending && stem_after(&path, &stem).is_some_and(|rest| is_of_a_conflict(&rest))
        });
        let mut likely: Vec<Likely> = likely
            .map(|it| {
                let about = it.metadata().ok();
                let len = about.as_ref().map_or(0, std::fs::Metadata::len);
                Likely { path: it.path(), len, modified: about.and_then(|it| it.modified().ok()) }
            })
            .collect();
        likely.sort();
        likely.truncate(MOST_OPENED);
        likely
    }

    /// The file names of those that are conflict copies of this file. Nothing of them is changed.
    pub fn conflict_copies(&self, likely: &[Likely]) -> Vec<String> {
        let is_copy =
            |other: Meta| other.document == self.meta.document && other.mark != self.meta.mark;
        let copies = likely.iter().filter(|it| look(&it.path).is_ok_and(is_copy));
        copies.map(|it| name_of(&it.path)).collect()
    }
}

/// A file that is called like a conflict copy.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Likely {
    path: PathBuf,
    len: u64,
    modified: Option<SystemTime>,
}

fn look(path: &Path) -> Result<Meta, Fault> {
    let path: PathBuf = path.canonicalize()?;
    let _hold = Hold::take(&path, None)?;
    header::look(&path)?;
    Meta::read(&connect(&path, Purpose::Look)?)
}

fn stem(path: &Path) -> Option<String> {
    Some(path.file_stem()?.to_str()?.to_owned())
}

/// What a name has beyond that of the file.
fn stem_after(path: &Path, own: &str) -> Option<String> {
    stem(path)?.strip_prefix(own).filter(|it| !it.is_empty()).map(str::to_owned)
}

/// Whether this is what a program for synchronising adds to a name.
fn is_of_a_conflict(rest: &str) -> bool {
    let low = rest.to_lowercase();
    if low.contains("conflict") || low.contains("konflikt") {
        return true;
    }
    let counted = low.strip_prefix(' ').unwrap_or(&low);
    let counted = counted.strip_prefix('(').and_then(|it| it.strip_suffix(')')).unwrap_or(counted);
    if !counted.is_empty() && counted.len() <= 2 && counted.bytes().all(|it| it.is_ascii_digit()) {
        return rest.starts_with(' ');
    }
    // OneDrive: the computer's name.
    let computer = rest.strip_prefix('-').unwrap_or_default();
    computer.len() >= 3
        && computer.bytes().all(|it| it.is_ascii_uppercase() || it.is_ascii_digit() || it == b'-')
}

#[cfg(test)]
mod tests {
    use super::is_of_a_conflict;

    #[test]
    fn names_of_conflicts_are_told_from_a_person_s() {
        let rows = [
            (" (conflicted copy 2026-11-29 142233)", true),
            (" (Anna's conflicted copy 2026-11-29)", true),
            (" (in Konflikt stehende Kopie)", true),
            (".sync-conflict-20261129-142233-ABCDEFG", true),
            ("-DESKTOP-4F2K", true),
            (" 2", true),
            (" (1)", true),
            (" 2026", false),
            (" restored", false),
            (" second day", false),
            ("-final", false),
            ("2", false),
        ];
        for (rest, is) in rows {
            assert_eq!(is_of_a_conflict(rest), is, "{rest}");
        }
    }
}
