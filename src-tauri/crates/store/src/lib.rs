//! The .baton file: one engagement in one SQLite file, and a second copy of every edit in a local
//! flight recorder. What returns `Ok` is on disk. Opening to look changes nothing. Nothing that
//! comes out of a file is believed before a digest, a chain and the document's rules agree.
//!
//! How it is laid out:
//!
//! - `record` holds the document as it is at the cursor, one row a record, each with a digest.
//! - `edit` is a stack of edits. Undo and redo move `meta.cursor` over it and never touch a row of
//!   it, so each row's hash covers the row and the hash of the one below: a chain that stays whole
//!   when a new edit drops the rows above the cursor, for what is left is the chain's beginning.
//! - `version` names points of that stack; one that a new edit would drop keeps its records first.
//! - `meta` is one sealed row: where the cursor is, the chain's head, the sum of all row digests,
//!   and the *mark*, another chain, over every transaction whatever it did. Two files with one mark
//!   hold the same; the mark is what tells a stale file, a second writer and a doubtful commit.

mod backup;
mod beside;
mod connect;
mod create;
mod digest;
mod doubt;
mod error;
mod fault;
mod gate;
mod header;
mod history;
mod kept;
mod local;
mod meta;
mod neighbours;
mod notice;
mod pages;
mod past;
mod recorder;
mod replay;
mod rights;
mod rows;
mod salvage;
mod schema;
mod segment;
mod store;
mod transact;
mod version;

#[cfg(test)]
mod tests;

pub use backup::{Backup, Clock};
pub use beside::Beside;
pub use error::Error;
pub use kept::{Ahead, Kept};
pub use local::LocalFolder;
pub use neighbours::Likely;
pub use notice::{Fact, Notice};
pub use past::Version;
pub use salvage::{Salvaged, salvage, salvage_to};
pub use store::{About, Access, OpenedFile, Store};
