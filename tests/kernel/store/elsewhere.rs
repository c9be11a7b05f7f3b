//! Other windows, other programs, other hands: a file that is open twice, locked, moved, deleted,
//! replaced or written to while it is open.

use super::samples::small;
use super::{child, commit, file_of, note, open, refusal, say, title, told};
use ::store::{LocalFolder, Store};
use model::{Command, Document, plan};
use std::io::{BufRead, BufReader, Read};
use std::path::Path;
use std::time::{Duration, Instant};

/// In a process of its own: holds a file open, or makes one edit in it, until standard input ends.
#[test]
fn other_window() {
    let Some((path, more)) = told() else { return };
    let local = (!more.is_empty()).then(|| LocalFolder::new(more));
    let mut opened = Store::open(&path, local.as_ref()).unwrap();
    if local.is_none() {
        commit(&mut opened.store, &opened.document, &note("from elsewhere"));
    }
    say("open");
    std::io::stdin().read_to_end(&mut Vec::new()).unwrap();
}

/// Waits until the other window has its file open.
fn until_open(output: std::process::ChildStdout) {
    assert!(BufReader::new(output).lines().any(|line| line.unwrap() == "open"));
}

fn refused(store: &mut Store, document: &Document, command: &Command) -> ::store::Error {
    let planned = plan(document, command).unwrap();
    store.commit(&planned.edit, planned.document.used_up()).unwrap_err()
}

#[test]
fn the_second_window_is_refused_at_once() {
    let (_folder, path) = file_of(&small());
    let local = tempfile::tempdir().unwrap();
    let (mut other, output) =
        child("elsewhere::other_window", &path, &local.path().to_string_lossy());
    until_open(output);
    let local = LocalFolder::new(local.path());
    let start = Instant::now();
    let refusal = Store::open(&path, Some(&local)).unwrap_err();
    let took = start.elapsed();
    assert_eq!(refusal.code(), "fileOpenElsewhere");
    assert!(took < Duration::from_millis(300), "{took:?}");
    // To look at it, as the command line does, is still possible.
    assert_eq!(open(&path).document, small());
    drop(other.stdin.take());
    other.wait().unwrap();
    Store::open(&path, Some(&local)).unwrap();
}

#[test]
fn one_process_opens_a_file_once() {
    let (_folder, path) = file_of(&small());
    let opened = open(&path);
    assert_eq!(refusal(&path).code(), "fileOpenElsewhere");
    drop(opened);
    open(&path);
}

#[test]
fn another_program_that_holds_the_lock_is_waited_for_a_moment_only() {
    let (_folder, path) = file_of(&small());
    let mut opened = open(&path);
    let other = rusqlite::Connection::open(&path).unwrap();
    other.execute_batch("BEGIN EXCLUSIVE").unwrap();
    let start = Instant::now();
    let busy = refused(&mut opened.store, &opened.document, &note("later"));
    assert_eq!(busy.code(), "fileBusy");
    assert!(start.elapsed() < Duration::from_secs(2), "{:?}", start.elapsed());
    other.execute_batch("ROLLBACK").unwrap();
    drop(other);
    let document = commit(&mut opened.store, &opened.document, &note("now"));
    opened.store.close().unwrap();
    assert_eq!(open(&path).document, document);

    let other = rusqlite::Connection::open(&path).unwrap();
    other.execute_batch("BEGIN EXCLUSIVE").unwrap();
    assert_eq!(refusal(&path).code(), "fileBusy");
}

#[test]
fn an_edit_made_by_somebody_else_is_seen_and_kept() {
    let (_folder, path) = file_of(&small());
    let mut opened = open(&path);
    let (mut other, output) = child("elsewhere::other_window", &path, "");
    until_open(output);
    drop(other.stdin.take());
    other.wait().unwrap();
    let error = refused(&mut opened.store, &opened.document, &title(&small(), "Mine"));
    assert_eq!(error.code(), "fileChanged");
    let document = opened.store.reload().unwrap();
    assert_eq!(document.pain_points().next().unwrap().text, "from elsewhere");
    let document = commit(&mut opened.store, &document, &title(&document, "Mine"));
    opened.store.close().unwrap();
    assert_eq!(open(&path).document, document);
}

/// Opens a file, edits it once, lets `happen` happen to it, and sees that the next edit is refused
/// and the first one is still in the file, which is then at `kept`.
fn check_moved(happen: impl Fn(&Path, &Path), kept: Option<&str>) {
    let (folder, path) = file_of(&small());
    let older = folder.path().join("older.baton");
    std::fs::copy(&path, &older).unwrap();
    let mut opened = open(&path);
    let document = commit(&mut opened.store, &opened.document, &note("acknowledged"));
    happen(&path, &older);
    assert_eq!(refused(&mut opened.store, &document, &note("lost?")).code(), "fileMoved");
    assert_eq!(opened.store.undo().unwrap_err().code(), "fileMoved");
    // What is on screen can still be saved.
    let copy = folder.path().join("rescued.baton");
    opened.store.save_copy(&copy).unwrap();
    assert_eq!(open(&copy).document, document);
    drop(opened);
    if let Some(kept) = kept {
        assert_eq!(open(&folder.path().join(kept)).document, document);
    }
}

#[test]
fn a_file_moved_while_open_takes_no_edit() {
    check_moved(
        |path, _| std::fs::rename(path, path.with_file_name("moved.baton")).unwrap(),
        Some("moved.baton"),
    );
}

#[test]
fn a_file_deleted_while_open_takes_no_edit() {
    check_moved(|path, _| std::fs::remove_file(path).unwrap(), None);
}

#[test]
fn a_file_replaced_while_open_takes_no_edit_and_both_are_kept() {
    let replace = |path: &Path, older: &Path| {
        std::fs::rename(path, path.with_file_name("newer.baton")).unwrap();
        std::fs::rename(older, path).unwrap();
    };
    check_moved(replace, Some("newer.baton"));
    let (folder, path) = file_of(&small());
    let mut opened = open(&path);
    commit(&mut opened.store, &opened.document, &note("here"));
    let other = folder.path().join("other.baton");
    Store::create(&other, &small(), None).unwrap().close().unwrap();
    std::fs::rename(&other, &path).unwrap();
    assert_eq!(opened.store.reload().unwrap_err().code(), "fileMoved", "another document");
    drop(opened);
    assert_eq!(open(&path).document, small(), "the one in its place is as it was");
}

#[test]
fn a_file_that_comes_back_takes_edits_again() {
    let (folder, path) = file_of(&small());
    let away = folder.path().join("away.baton");
    let mut opened = open(&path);
    std::fs::rename(&path, &away).unwrap();
    let error = refused(&mut opened.store, &opened.document, &note("not now"));
    assert_eq!(error.code(), "fileMoved");
    std::fs::rename(&away, &path).unwrap();
    let document = commit(&mut opened.store, &opened.document, &note("now"));
    opened.store.close().unwrap();
    assert_eq!(open(&path).document, document);
}
