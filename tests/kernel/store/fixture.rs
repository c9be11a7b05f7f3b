//! A file from every released format, opened for ever. `BATON_WRITE=1` makes the one of the current
//! format anew; never write over one that was released.

use super::samples::of_format_1;
use super::{commit, note, open, title};
use ::store::Store;
use model::{Document, LabelCode};
use std::path::PathBuf;

/// The documents of the fixture, from its first to its last edit; it stands before the last.
fn documents() -> Vec<Document> {
    let start = of_format_1();
    let mut all = vec![start];
    for command in [title(&all[0], "Retitled"), note("A pain point"), note("Undone")] {
        let next = model::plan(all.last().unwrap(), &command).unwrap().document;
        all.push(next);
    }
    all
}

fn path() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("fixtures/format-1.baton")
}

fn write(path: &PathBuf) {
    drop(std::fs::remove_file(path));
    let documents = documents();
    let mut store = Store::create(path, &documents[0], None).unwrap();
    let mut document = commit(&mut store, &documents[0], &title(&documents[0], "Retitled"));
    store.name_version("Named").unwrap();
    document = commit(&mut store, &document, &note("Dropped, but named"));
    store.name_version("Kept apart").unwrap();
    store.undo().unwrap();
    let mut again = documents[1].clone();
    let (id, number) = document.used_up();
    again.remember_used_up(id, number);
    for text in ["A pain point", "Undone"] {
        again = commit(&mut store, &again, &note(text));
    }
    store.undo().unwrap();
    store.close().unwrap();
}

#[test]
fn format_1_opens_with_its_whole_history() {
    if std::env::var_os("BATON_WRITE").is_some() {
        write(&path());
    }
    let before = std::fs::read(path()).unwrap();
    assert!(before.len() < 100_000, "a fixture is small");
    let texts = |document: &Document| -> Vec<String> {
        document.pain_points().map(|it| it.text.clone()).collect()
    };
    let opened = open(&path());
    assert_eq!(texts(&opened.document), ["Nobody knows", "A pain point"]);
    drop(opened);
    assert!(std::fs::read(path()).unwrap() == before, "looking at it changed it");

    let folder = tempfile::tempdir().unwrap();
    let copy = folder.path().join("copy.baton");
    std::fs::copy(path(), &copy).unwrap();
    let mut opened = open(&copy);
    let (undo, redo) = opened.store.labels();
    assert_eq!(undo.unwrap().code, LabelCode::AddPainPoint);
    assert_eq!(redo.unwrap().code, LabelCode::AddPainPoint);
    let mut document = opened.document;
    for expected in documents().iter().take(2).rev() {
        document = document.with(&opened.store.undo().unwrap().unwrap()).unwrap();
        assert_eq!(&document, expected);
    }
    assert_eq!(opened.store.undo().unwrap(), None);
    for _ in 0..3 {
        document = document.with(&opened.store.redo().unwrap().unwrap()).unwrap();
    }
    assert_eq!(texts(&document), ["Nobody knows", "A pain point", "Undone"]);
    assert_eq!(opened.store.redo().unwrap(), None);
}
