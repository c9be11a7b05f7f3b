//! Opening to look changes nothing, also where nothing may be changed.

use super::samples::small;
use super::{commit, file_of, note, open, title};
use ::store::{Access, Fact, LocalFolder, Store};
use model::plan;
use std::fs::Permissions;
use std::os::unix::fs::PermissionsExt;
use std::path::Path;
use std::time::SystemTime;

/// Everything about a folder that a person or a sync client could notice.
fn seen(folder: &Path) -> Vec<(String, Vec<u8>, SystemTime)> {
    let mut all: Vec<_> = std::fs::read_dir(folder)
        .unwrap()
        .map(|entry| {
            let path = entry.unwrap().path();
            let name = path.file_name().unwrap().to_string_lossy().into_owned();
            (name, std::fs::read(&path).unwrap(), path.metadata().unwrap().modified().unwrap())
        })
        .collect();
    all.sort();
    all
}

#[test]
fn looking_leaves_bytes_time_and_folder_alone() {
    let (folder, path) = file_of(&small());
    let local = tempfile::tempdir().unwrap();
    let local = LocalFolder::new(local.path());
    let mut opened = open(&path);
    commit(&mut opened.store, &opened.document, &note("history"));
    opened.store.close().unwrap();
    let folder_time = || folder.path().metadata().unwrap().modified().unwrap();
    let (before, time_before) = (seen(folder.path()), folder_time());
    assert_eq!(before.len(), 1, "nothing lies beside a closed file");
    for local in [None, Some(&local)] {
        let mut opened = Store::open(&path, local).unwrap();
        assert_eq!(opened.store.access(), Access::ReadWrite);
        assert!(opened.store.labels().0.is_some());
        assert_eq!(opened.store.redo().unwrap(), None);
        opened.store.reload().unwrap();
        assert_eq!(seen(folder.path()), before, "while it is open");
        opened.store.close().unwrap();
        drop(Store::open(&path, local).unwrap());
    }
    assert_eq!(seen(folder.path()), before);
    assert_eq!(folder_time(), time_before, "not even the folder was touched");
}

#[test]
fn nothing_lies_beside_a_file_that_was_edited_and_closed() {
    let (folder, path) = file_of(&small());
    for close in [true, false] {
        let mut opened = open(&path);
        commit(&mut opened.store, &opened.document, &title(&opened.document, "Edited"));
        if close {
            opened.store.close().unwrap()
        } else {
            drop(opened)
        }
        assert_eq!(seen(folder.path()).len(), 1);
    }
}

/// Opens a file that may not be written, and tries to.
fn check_read_only(path: &Path, fact: &Fact) {
    let before = std::fs::read(path).unwrap();
    let mut opened = Store::open(path, None).unwrap();
    assert_eq!(opened.store.access(), Access::ReadOnly);
    let notice = opened.notice.clone().unwrap();
    assert_eq!(notice.facts(), std::slice::from_ref(fact));
    assert!(notice.to_string().contains("Save a copy"), "{notice}");
    let planned = plan(&opened.document, &note("refused")).unwrap();
    let refused = opened.store.commit(&planned.edit, planned.document.used_up()).unwrap_err();
    assert_eq!(refused.code(), "fileReadOnly");
    assert_eq!(opened.store.undo().unwrap_err().code(), "fileReadOnly");
    let elsewhere = tempfile::tempdir().unwrap();
    let copy = elsewhere.path().join("copy.baton");
    opened.store.save_copy(&copy).unwrap();
    assert_eq!(open(&copy).document, opened.document);
    opened.store.close().unwrap();
    assert_eq!(std::fs::read(path).unwrap(), before);
}

fn file_with_history() -> (tempfile::TempDir, std::path::PathBuf) {
    let (folder, path) = file_of(&small());
    let mut opened = open(&path);
    commit(&mut opened.store, &opened.document, &note("history"));
    opened.store.close().unwrap();
    (folder, path)
}

#[test]
fn a_read_only_file_opens_for_reading() {
    let (_folder, path) = file_with_history();
    std::fs::set_permissions(&path, Permissions::from_mode(0o444)).unwrap();
    check_read_only(&path, &Fact::FileReadOnly);
}

#[test]
fn a_file_in_a_read_only_folder_opens_for_reading() {
    let (folder, path) = file_with_history();
    std::fs::set_permissions(folder.path(), Permissions::from_mode(0o555)).unwrap();
    check_read_only(&path, &Fact::FolderReadOnly);
    std::fs::set_permissions(folder.path(), Permissions::from_mode(0o755)).unwrap();
}

#[test]
fn a_file_with_two_names_opens_for_reading() {
    let (folder, path) = file_with_history();
    std::fs::hard_link(&path, folder.path().join("second.baton")).unwrap();
    check_read_only(&path, &Fact::SecondName);
}

#[test]
fn a_link_leads_to_its_file() {
    let (folder, path) = file_with_history();
    let link = folder.path().join("link.baton");
    std::os::unix::fs::symlink(&path, &link).unwrap();
    let mut opened = open(&link);
    assert_eq!(opened.store.path(), path.canonicalize().unwrap());
    let document = commit(&mut opened.store, &opened.document, &note("through the link"));
    opened.store.close().unwrap();
    assert_eq!(open(&path).document, document);
}
