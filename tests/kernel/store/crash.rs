//! Journals that crashes, copies and bad intentions leave beside a file.

use super::samples::small;
use super::{commit, file_of, note, open, refusal};
use ::store::{Access, Store};
use rusqlite::Connection;
use std::fs::Permissions;
use std::os::unix::fs::PermissionsExt;
use std::path::{Path, PathBuf};
use tempfile::TempDir;

/// A file as a crash in mid-transaction leaves it: half of it overwritten, the journal beside it.
/// Returns where it lies.
fn cut_off() -> (TempDir, PathBuf) {
    let (folder, path) = file_of(&small());
    let crashed = folder.path().join("crashed.baton");
    let other = Connection::open(&path).unwrap();
    other
        .execute_batch(
            "PRAGMA journal_mode = TRUNCATE; PRAGMA cache_size = 1; BEGIN IMMEDIATE;
             UPDATE record SET body = '{}' || hex(randomblob(3000));
             UPDATE meta SET cursor = 77;",
        )
        .unwrap();
    // A second round makes SQLite spill what it changed into the file, journal first.
    other.execute_batch("UPDATE record SET body = 'overwritten' || body").unwrap();
    std::fs::copy(&path, &crashed).unwrap();
    std::fs::copy(journal(&path), journal(&crashed)).unwrap();
    other.execute_batch("ROLLBACK").unwrap();
    drop(other);
    let bytes = std::fs::read(&crashed).unwrap();
    assert!(bytes.windows(11).any(|part| part == b"overwritten"), "the crash left no trace");
    assert!(journal(&crashed).metadata().unwrap().len() > 4096);
    (folder, crashed)
}

fn journal(path: &Path) -> PathBuf {
    let mut name = path.as_os_str().to_owned();
    name.push("-journal");
    name.into()
}

#[test]
fn a_transaction_that_was_cut_off_is_taken_back() {
    let (_folder, path) = cut_off();
    let mut opened = open(&path);
    assert_eq!(opened.document, small());
    let document = commit(&mut opened.store, &opened.document, &note("goes on"));
    opened.store.close().unwrap();
    assert!(!journal(&path).exists());
    assert_eq!(open(&path).document, document);
}

#[test]
fn it_is_taken_back_for_reading_only_without_touching_the_file() {
    let (_folder, path) = cut_off();
    std::fs::set_permissions(&path, Permissions::from_mode(0o444)).unwrap();
    let before = (std::fs::read(&path).unwrap(), std::fs::read(journal(&path)).unwrap());
    let opened = open(&path);
    assert_eq!(opened.store.access(), Access::ReadOnly);
    assert_eq!(opened.document, small());
    drop(opened);
    let after = (std::fs::read(&path).unwrap(), std::fs::read(journal(&path)).unwrap());
    assert!(before == after, "it was written to");
}

#[test]
fn a_file_sent_without_its_journal_is_refused() {
    let (_folder, path) = cut_off();
    std::fs::remove_file(journal(&path)).unwrap();
    assert_eq!(refusal(&path).code(), "fileDamaged");
}

#[test]
fn the_journal_of_another_file_spoils_nothing() {
    let (folder, crashed) = cut_off();
    let path = folder.path().join("whole.baton");
    Store::create(&path, &super::samples::every_kind(), None).unwrap().close().unwrap();
    std::fs::copy(journal(&crashed), journal(&path)).unwrap();
    let before = std::fs::read(&path).unwrap();
    assert_eq!(refusal(&path).code(), "fileJournalForeign");
    assert!(std::fs::read(&path).unwrap() == before, "the foreign journal was played into it");
    std::fs::remove_file(journal(&path)).unwrap();
    assert_eq!(open(&path).document, super::samples::every_kind());
}

/// Nor where the first page says nothing: the summary further down says whose file it is.
#[test]
fn the_journal_of_another_file_spoils_nothing_that_lost_its_first_page() {
    let (folder, crashed) = cut_off();
    let path = folder.path().join("whole.baton");
    Store::create(&path, &super::samples::every_kind(), None).unwrap().close().unwrap();
    let mut bytes = std::fs::read(&path).unwrap();
    bytes[7..512].fill(0xa5);
    std::fs::write(&path, &bytes).unwrap();
    std::fs::copy(journal(&crashed), journal(&path)).unwrap();
    assert_eq!(refusal(&path).code(), "notABatonFile");
    assert!(std::fs::read(&path).unwrap() == bytes, "the foreign journal was played into it");
    assert_eq!(::store::salvage(&path).unwrap().document, super::samples::every_kind());
}

#[test]
fn a_journal_of_several_files_is_not_played() {
    let (folder, path) = cut_off();
    let victim = folder.path().join("work-mj01234567");
    std::fs::write(&victim, journal(&path).as_os_str().as_encoded_bytes()).unwrap();
    // How SQLite ends the journal of a transaction over several files: page, name, length,
    // checksum, magic. Playing it back removes the file of that name.
    let name = victim.to_str().unwrap().as_bytes();
    let sum: u32 = name.iter().map(|byte| u32::from(*byte)).sum();
    let mut bytes = std::fs::read(journal(&path)).unwrap();
    bytes.extend(262_145u32.to_be_bytes());
    bytes.extend(name);
    bytes.extend((name.len() as u32).to_be_bytes());
    bytes.extend(sum.to_be_bytes());
    bytes.extend([0xd9, 0xd5, 0x05, 0xf9, 0x20, 0xa1, 0x63, 0xd7]);
    std::fs::write(journal(&path), bytes).unwrap();
    let before = std::fs::read(&path).unwrap();
    assert_eq!(refusal(&path).code(), "fileJournalForeign");
    assert!(victim.exists() && std::fs::read(&path).unwrap() == before);
}

#[test]
fn a_first_page_that_was_being_written_is_taken_back_too() {
    let (_folder, path) = cut_off();
    let mut bytes = std::fs::read(&path).unwrap();
    bytes[7..512].fill(0xa5);
    std::fs::write(&path, &bytes).unwrap();
    assert_eq!(open(&path).document, small());
    // Without the journal, or with one of another program, nobody can tell what it was.
    std::fs::write(&path, &bytes).unwrap();
    assert_eq!(refusal(&path).code(), "notABatonFile");
    std::fs::write(journal(&path), [0; 8192]).unwrap();
    assert_eq!(refusal(&path).code(), "notABatonFile");
    assert!(std::fs::read(&path).unwrap() == bytes, "the refusal changed the file");
}
