//! The app-data folder of this computer, where the flight recorder and the locks lie, never beside
//! the document; and the hold a process has on a file it has open.

use crate::digest::Digest;
use crate::fault::Fault;
use std::collections::BTreeSet;
use std::fs::{File, TryLockError};
use std::io;
use std::path::{Path, PathBuf};
use std::sync::{Mutex, PoisonError};

/// The app-data folder. Only its owner can look into what is made in it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LocalFolder(pub PathBuf);

impl LocalFolder {
    /// The folder at this path. It is made when it is first needed.
    pub fn new(path: impl Into<PathBuf>) -> LocalFolder {
        LocalFolder(path.into())
    }

    /// A folder inside, made if it is not there, closed to everybody else.
    ///
    /// # Errors
    /// It cannot be made.
    pub fn inside(&self, name: &str) -> io::Result<PathBuf> {
        let path = self.0.join(name);
        private_folder(&path)?;
        Ok(path)
    }

    /// A new folder inside one of this name, that never had its name before.
    ///
    /// # Errors
    /// It cannot be made.
    pub fn fresh_inside(&self, name: &str) -> io::Result<PathBuf> {
        let fresh =
            tempfile::Builder::new().prefix("").rand_bytes(16).tempdir_in(self.inside(name)?)?;
        Ok(fresh.keep())
    }
}

#[cfg(unix)]
pub(crate) fn private_folder(path: &Path) -> io::Result<()> {
    use std::os::unix::fs::{DirBuilderExt, PermissionsExt};
    std::fs::DirBuilder::new().recursive(true).mode(0o700).create(path)?;
    std::fs::set_permissions(path, std::fs::Permissions::from_mode(0o700))
}

#[cfg(not(unix))]
pub(crate) fn private_folder(path: &Path) -> io::Result<()> {
    std::fs::DirBuilder::new().recursive(true).create(path)
}

/// Files this process has open. One connection each: a second one's closing would drop the first
/// one's locks, for POSIX gives locks to processes.
static OPEN_HERE: Mutex<BTreeSet<PathBuf>> = Mutex::new(BTreeSet::new());

/// A locked file, until dropped.
#[derive(Debug)]
pub(crate) struct Lock(File);

impl Lock {
    /// Locks the file at this path, which is there to be locked, making it if need be; at once or
    /// not at all.
    pub(crate) fn take(path: &Path) -> Result<Lock, TryLockError> {
        let mut options = File::options();
        options.create(true).truncate(false).write(true);
        let file = options.open(path).map_err(TryLockError::Error)?;
        file.try_lock()?;
        Ok(Lock(file))
    }
}

impl Drop for Lock {
    fn drop(&mut self) {
        // Closing is not enough: a process being started by another thread has the file open, too,
        // until its own program runs. An error leaves it to the closing.
        drop(self.0.unlock());
    }
}

/// The right to have a file open, until dropped.
#[derive(Debug)]
pub(crate) struct Hold {
    path: PathBuf,
    /// None without a local folder, or when nothing can be written there.
    lock: Option<Lock>,
}

impl Hold {
    /// Takes the file at a canonical path, if nobody has it. With a local folder, another process
    /// that took it there is seen too; at once, without waiting.
    pub(crate) fn take(path: &Path, local: Option<&LocalFolder>) -> Result<Hold, Fault> {
        let lock = match local {
            Some(local) => lock(local, path)?,
            None => None,
        };
        let mut open = OPEN_HERE.lock().unwrap_or_else(PoisonError::into_inner);
        if !open.insert(path.to_owned()) {
            return Err(Fault::OpenElsewhere);
        }
        Ok(Hold { path: path.to_owned(), lock })
    }
}

impl Drop for Hold {
    fn drop(&mut self) {
        self.lock = None;
        OPEN_HERE.lock().unwrap_or_else(PoisonError::into_inner).remove(&self.path);
    }
}

fn lock(local: &LocalFolder, path: &Path) -> Result<Option<Lock>, Fault> {
    let name = format!("{}.lock", Digest::of(&[b"lock", path.as_os_str().as_encoded_bytes()]));
    // Without a place for locks, editing goes on: the mark is checked at every commit anyway.
    let Ok(folder) = local.inside("locks") else { return Ok(None) };
    match Lock::take(&folder.join(name)) {
        Ok(lock) => Ok(Some(lock)),
        Err(TryLockError::WouldBlock) => Err(Fault::OpenElsewhere),
        Err(TryLockError::Error(_)) => Ok(None),
    }
}
