//! The tables of format 1, word for word. A file whose schema reads otherwise is not opened, so
//! that no SQL of anybody else ever runs.

/// `BATN`, in the header of every file of ours.
pub(crate) const APPLICATION_ID: u32 = 0x4241_544E;
/// The format this Baton reads and writes.
pub(crate) const FORMAT: u32 = 1;
/// Bytes of a page, in every file of ours.
pub(crate) const PAGE: u64 = 4096;

/// The tables, in the order they are made: name and SQL.
pub(crate) const TABLES: [(&str, &str); 4] = [
    (
        "record",
        "CREATE TABLE record(
  id INTEGER PRIMARY KEY,
  kind TEXT NOT NULL,
  body TEXT NOT NULL,
  digest BLOB NOT NULL
) STRICT",
    ),
    (
        "edit",
        "CREATE TABLE edit(
  seq INTEGER PRIMARY KEY,
  command BLOB NOT NULL,
  at INTEGER NOT NULL,
  label TEXT NOT NULL,
  changes TEXT NOT NULL,
  previous BLOB NOT NULL,
  hash BLOB NOT NULL
) STRICT",
    ),
    (
        "version",
        "CREATE TABLE version(
  id INTEGER PRIMARY KEY,
  name TEXT NOT NULL,
  at INTEGER NOT NULL,
  seq INTEGER,
  records TEXT,
  digest BLOB NOT NULL
) STRICT",
    ),
    (
        "meta",
        "CREATE TABLE meta(
  one INTEGER PRIMARY KEY,
  document BLOB NOT NULL,
  revision INTEGER NOT NULL,
  mark BLOB NOT NULL,
  cursor INTEGER NOT NULL,
  edits INTEGER NOT NULL,
  head BLOB NOT NULL,
  content BLOB NOT NULL,
  versions BLOB NOT NULL,
  next_id INTEGER NOT NULL,
  next_handoff_number INTEGER NOT NULL,
  seal BLOB NOT NULL
) STRICT",
    ),
];
