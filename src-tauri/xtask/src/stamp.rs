//! Stamps: whether something made from files has to be made anew, told by the files' contents and
//! not by their times, which a fresh checkout changes.

use crate::run::{Done, target};
use std::collections::BTreeSet;
use std::fs;
use std::hash::{DefaultHasher, Hash, Hasher};
use std::path::{Path, PathBuf};

/// Makes something anew if its sources have changed since it was made, or it is not there.
///
/// # Errors
/// The sources cannot be read, or the making fails.
pub fn once(name: &str, sources: &[PathBuf], made: &Path, make: impl FnOnce() -> Done) -> Done {
    let stamp = target().join("stamps").join(name);
    let now = format!("{:016x}", digest(sources)?);
    if made.exists() && fs::read_to_string(&stamp).is_ok_and(|then| then == now) {
        return Ok(());
    }
    make()?;
    let written = fs::create_dir_all(target().join("stamps")).and_then(|()| fs::write(&stamp, now));
    written.map_err(|error| format!("{} could not be written: {error}.", stamp.display()))
}

/// A digest of every file in or under these paths.
fn digest(sources: &[PathBuf]) -> Done<u64> {
    let mut files = BTreeSet::new();
    for source in sources {
        collect(source, &mut files)?;
    }
    let mut hasher = DefaultHasher::new();
    for file in files {
        file.hash(&mut hasher);
        fs::read(&file).map_err(|error| unreadable(&file, &error))?.hash(&mut hasher);
    }
    Ok(hasher.finish())
}

fn collect(path: &Path, files: &mut BTreeSet<PathBuf>) -> Done {
    if !path.is_dir() {
        if path.exists() {
            files.insert(path.to_owned());
        }
        return Ok(());
    }
    for entry in fs::read_dir(path).map_err(|error| unreadable(path, &error))? {
        collect(&entry.map_err(|error| unreadable(path, &error))?.path(), files)?;
    }
    Ok(())
}

fn unreadable(path: &Path, error: &std::io::Error) -> String {
    format!("{} could not be read: {error}.", path.display())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_digest_is_of_names_and_contents() {
        let folder = std::env::temp_dir().join(format!("baton-stamp-{}", std::process::id()));
        fs::create_dir_all(folder.join("inside")).unwrap();
        fs::write(folder.join("inside/a"), "one").unwrap();
        let sources = [folder.clone(), folder.join("not there")];
        let first = digest(&sources).unwrap();
        assert_eq!(digest(&sources).unwrap(), first);
        fs::write(folder.join("inside/a"), "two").unwrap();
        let second = digest(&sources).unwrap();
        assert_ne!(second, first);
        fs::rename(folder.join("inside/a"), folder.join("inside/b")).unwrap();
        assert_ne!(digest(&sources).unwrap(), second);
        fs::remove_dir_all(folder).unwrap();
    }
}
