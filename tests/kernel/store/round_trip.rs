//! What is written is what is read.

use super::samples::{every_kind, small};
use super::{commit, file_of, note, open, refusal, title};
use ::store::{Access, Store};
use model::{Kind, Record};
use std::collections::BTreeSet;

#[test]
fn every_kind_of_record_comes_back() {
    let document = every_kind();
    let kinds: BTreeSet<Kind> = document.records().iter().map(Record::kind).collect();
    let mut all = 0;
    macro_rules! count {
        ($($variant:ident $table:ident $id:ident $one:ident $word:literal),* $(,)?) => {
            $(all += 1; assert!(kinds.contains(&Kind::$variant), "the sample has no {}", $word);)*
        };
    }
    model::for_each_kind!(count);
    assert_eq!(kinds.len(), all);
    let (_folder, path) = file_of(&document);
    let opened = open(&path);
    assert_eq!(opened.document, document);
    assert_eq!(opened.document.used_up(), document.used_up());
    assert_eq!(opened.store.access(), Access::ReadWrite);
    assert_eq!(opened.notice, None);
}

#[test]
fn numbers_used_up_are_never_given_back() {
    let (_folder, path) = file_of(&small());
    let mut opened = open(&path);
    let before = opened.document.used_up();
    let after = commit(&mut opened.store, &opened.document, &note("gone again")).used_up();
    assert!(after > before);
    opened.store.undo().unwrap();
    opened.store.close().unwrap();
    assert_eq!(open(&path).document.used_up(), after);
}

#[test]
fn a_file_is_never_written_over() {
    let (folder, path) = file_of(&small());
    let before = std::fs::read(&path).unwrap();
    assert_eq!(Store::create(&path, &every_kind(), None).unwrap_err().code(), "fileExists");
    let opened = open(&path);
    assert_eq!(opened.store.save_copy(&path).unwrap_err().code(), "fileExists");
    drop(opened);
    assert_eq!(std::fs::read(&path).unwrap(), before);
    let nowhere = folder.path().join("no such folder").join("x.baton");
    assert_eq!(Store::create(&nowhere, &small(), None).unwrap_err().code(), "folderMissing");
    let left: Vec<_> = std::fs::read_dir(folder.path()).unwrap().collect();
    assert_eq!(left.len(), 1, "only the file itself: {left:?}");
}

#[test]
fn a_copy_for_sharing_has_no_history() {
    let (folder, path) = file_of(&small());
    let mut opened = open(&path);
    let mut document =
        commit(&mut opened.store, &opened.document, &title(&opened.document, "Sëcret"));
    document = commit(&mut opened.store, &document, &title(&document, "Open"));
    opened.store.name_version("Before the Sëcret meeting").unwrap();
    let copy = folder.path().join("copy.baton");
    opened.store.save_copy(&copy).unwrap();
    let shared = open(&copy);
    assert_eq!(shared.document, document);
    assert_eq!(shared.document.used_up(), document.used_up());
    assert_eq!(shared.store.labels(), (None, None));
    let has_secret = |path| {
        std::fs::read(path).unwrap().windows("Sëcret".len()).any(|part| part == "Sëcret".as_bytes())
    };
    drop((shared, opened));
    assert!(has_secret(&path), "the original keeps its history");
    assert!(!has_secret(&copy), "the copy must not");
}

#[test]
fn what_was_dropped_from_history_is_not_left_in_the_file() {
    let (_folder, path) = file_of(&small());
    let mut opened = open(&path);
    let document = commit(&mut opened.store, &opened.document, &note("Sëcret"));
    opened.store.undo().unwrap();
    commit(&mut opened.store, &document, &note("Open"));
    opened.store.close().unwrap();
    let bytes = std::fs::read(&path).unwrap();
    assert!(!bytes.windows("Sëcret".len()).any(|part| part == "Sëcret".as_bytes()));
}

#[test]
fn a_missing_file_says_so() {
    let folder = tempfile::tempdir().unwrap();
    assert_eq!(refusal(&folder.path().join("gone.baton")).code(), "fileMissing");
}
