//! A disk under SQLite that can be watched and told to fail, for tests.
//!
//! [`install`] puts it in front of the system's files for the whole process. A thread that has not
//! called [`watch`] notices nothing: its files are the system's own. On one that has, every call of
//! SQLite's is counted, written on a [`Tape`] and may be made to fail; a tape tells what the disk
//! could hold after a power loss at any moment of it.

mod disk;
mod tape;

pub use disk::{Fail, Setting, Watch, calls, fail, install, mark, room, stop, watch};
pub use tape::{Chance, Event, Image, Tape};
