//! When backups of an open file are due, and making them.

use super::{Clock, Shelf, image, part};
use crate::digest::Digest;
use crate::fault::Fault;
use crate::gate::copy_bytes;
use crate::meta::Meta;
use rusqlite::Connection;
use std::fs::File;
use std::path::Path;
use std::thread::JoinHandle;

/// While edits are made, one each so many seconds.
const EVERY: i64 = 3_600;

/// Makes the backups of one open file when they are due.
#[derive(Debug)]
pub(crate) struct Keeper {
    pub(crate) shelf: Shelf,
    pub(crate) clock: Clock,
    /// When the last one was due.
    last: Option<i64>,
    /// The gate's work on the last one.
    checking: Option<JoinHandle<Result<(), Fault>>>,
    /// The last one could not be made.
    pub(crate) failed: bool,
    /// Something could not be kept that nothing leads to any more.
    lost: bool,
}

impl Keeper {
    pub(crate) fn of(shelf: Shelf) -> Keeper {
        Keeper {
            shelf,
            clock: Clock::default(),
            last: None,
            checking: None,
            failed: false,
            lost: false,
        }
    }

    /// Before an edit: makes one when it is the first, or an hour has gone by.
    pub(crate) fn before_edit(&mut self, conn: &Connection, meta: &Meta) {
        let since = self.last.map(|last| self.clock.now() - last);
        // A clock that was put back tells nothing.
        if since.is_none_or(|since| !(0..EVERY).contains(&since)) {
            self.make(conn, meta);
        }
    }

    /// At the end: makes one when there were edits.
    pub(crate) fn at_the_end(&mut self, conn: &Connection, meta: &Meta) {
        if self.last.is_some() {
            self.make(conn, meta);
        }
        self.wait();
    }

    /// Makes one now, unless the newest holds the same. What cannot be made stops nobody's work; it
    /// is said.
    pub(crate) fn make(&mut self, conn: &Connection, meta: &Meta) {
        self.wait();
        let now = self.clock.now();
        self.last = Some(now);
        if self.shelf.names().last().is_some_and(|it| it.mark == part(&meta.mark)) {
            self.failed = false;
            return;
        }
        self.keep(&meta.mark, now, &|part| image(conn, part));
    }

    /// Keeps a file that nobody writes to, which leads on from the document's state with this mark.
    pub(crate) fn put(&mut self, copy: &Path, mark: &Digest) {
        self.wait();
        let now = self.clock.now();
        let mark = Digest::of(&[b"ahead", &mark.0]);
        self.keep(&mark, now, &|part| {
            copy_bytes(copy, part)?;
            Ok(File::options().write(true).open(part)?.sync_all()?)
        });
    }

    fn keep(&mut self, mark: &Digest, now: i64, write: &dyn Fn(&Path) -> Result<(), Fault>) {
        let copied = self.shelf.next(now, mark).map_err(Fault::Io).and_then(|(part, name)| {
            let copied = write(&part);
            if copied.is_err() {
                let _ = std::fs::remove_file(&part);
            }
            copied.map(|()| (part, name))
        });
        let Ok((part, name)) = copied else {
            self.failed = true;
            return;
        };
        let shelf = self.shelf.clone();
        // The copy is a file of its own: edits need not wait for the gate.
        self.checking = Some(std::thread::spawn(move || {
            let finished = shelf.finish(&part, &name, now);
            if finished.is_err() {
                let _ = std::fs::remove_file(&part);
            }
            finished
        }));
    }

    /// Waits until the last one counts or does not.
    pub(crate) fn wait(&mut self) {
        if let Some(checking) = self.checking.take() {
            self.failed = !matches!(checking.join(), Ok(Ok(())));
        }
    }

    /// Whether the last one could not be made.
    pub(crate) fn has_failed(&mut self) -> bool {
        if self.checking.as_ref().is_some_and(JoinHandle::is_finished) {
            self.wait();
        }
        self.failed || self.lost
    }

    /// What should have been kept could not be, and cannot be made up for.
    pub(crate) fn lost(&mut self) {
        self.lost = true;
    }
}

impl Drop for Keeper {
    /// A backup that is still being checked would be lost with the program.
    fn drop(&mut self) {
        self.wait();
    }
}
