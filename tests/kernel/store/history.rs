//! Undo and redo, in one sitting and across sittings.

use super::samples::small;
use super::script::{Mirror, act, play, walk};
use super::{commit, environment, file_of, note, open, title};
use model::{LabelCode, plan};

#[test]
fn undo_survives_closing_and_reopening() {
    let start = small();
    let (_folder, path) = file_of(&start);
    let mut opened = open(&path);
    let first = commit(&mut opened.store, &start, &title(&start, "One"));
    let second = commit(&mut opened.store, &first, &note("two"));
    opened.store.close().unwrap();

    let mut opened = open(&path);
    assert_eq!(opened.document, second);
    let (undo, redo) = opened.store.labels();
    assert_eq!(undo.unwrap().code, LabelCode::AddPainPoint);
    assert_eq!(redo, None);
    let changes = opened.store.undo().unwrap().unwrap();
    assert_eq!(second.with(&changes).unwrap(), first);
    opened.store.close().unwrap();

    let mut opened = open(&path);
    assert_eq!(opened.document, first);
    let (undo, redo) = opened.store.labels();
    assert_eq!(undo.unwrap().name, "One");
    assert_eq!(redo.unwrap().code, LabelCode::AddPainPoint);
    assert!(opened.store.redo().unwrap().is_some());
    assert_eq!(opened.store.redo().unwrap(), None);
    opened.store.close().unwrap();
    assert_eq!(open(&path).document, second);
}

#[test]
fn a_new_edit_ends_what_could_be_redone() {
    let start = small();
    let (_folder, path) = file_of(&start);
    let mut opened = open(&path);
    commit(&mut opened.store, &start, &title(&start, "Gone"));
    opened.store.undo().unwrap();
    let after = commit(&mut opened.store, &start, &title(&start, "Kept"));
    assert_eq!(opened.store.labels().1, None);
    opened.store.close().unwrap();
    let mut opened = open(&path);
    assert_eq!(opened.document, after);
    opened.store.undo().unwrap();
    assert_eq!(opened.store.undo().unwrap(), None);
}

#[test]
fn typing_is_one_edit() {
    let start = small();
    let (_folder, path) = file_of(&start);
    let mut opened = open(&path);
    let mut document = commit(&mut opened.store, &start, &title(&start, "H"));
    for text in ["He", "Hel", "Hell", "Hello"] {
        let planned = plan(&document, &title(&document, text)).unwrap();
        opened.store.amend(&planned.edit, planned.document.used_up()).unwrap();
        document = planned.document;
    }
    assert_eq!(opened.store.labels().0.unwrap().name, "Hello");
    opened.store.close().unwrap();
    let mut opened = open(&path);
    assert_eq!(opened.document, document);
    let changes = opened.store.undo().unwrap().unwrap();
    assert_eq!(document.with(&changes).unwrap(), start);
    assert_eq!(opened.store.undo().unwrap(), None);
}

#[test]
fn typing_does_not_run_into_a_named_version() {
    let start = small();
    let (_folder, path) = file_of(&start);
    let mut opened = open(&path);
    let named = commit(&mut opened.store, &start, &title(&start, "Named"));
    opened.store.name_version("Pack").unwrap();
    let planned = plan(&named, &title(&named, "Later")).unwrap();
    opened.store.amend(&planned.edit, planned.document.used_up()).unwrap();
    let changes = opened.store.undo().unwrap().unwrap();
    assert_eq!(planned.document.with(&changes).unwrap(), named);
}

#[test]
fn an_edit_that_does_not_fit_is_refused_and_leaves_no_trace() {
    let start = small();
    let (_folder, path) = file_of(&start);
    let mut opened = open(&path);
    let stale = plan(&start, &title(&start, "Planned on an old document")).unwrap();
    let now = commit(&mut opened.store, &start, &title(&start, "Meanwhile"));
    let refused = opened.store.commit(&stale.edit, stale.document.used_up()).unwrap_err();
    assert_eq!(refused.code(), "changeOutOfStep");
    assert_eq!(opened.store.labels().0.unwrap().name, "Meanwhile");
    let now = commit(&mut opened.store, &now, &note("goes on"));
    opened.store.close().unwrap();
    assert_eq!(open(&path).document, now);
}

/// Random scripts, with closing and opening anywhere in between, against a mirror in memory.
#[test]
fn any_script_with_any_reopening_is_what_its_mirror_says() {
    let seed = 7;
    let (_folder, path) = file_of(&small());
    let mut mirror = Mirror::new();
    let mut opened = open(&path);
    for number in 0..environment("BATON_ACTS", 250) {
        let next = act(seed, number);
        opened.document = play(&mut opened.store, opened.document, next, number);
        mirror.play(next, number);
        assert_eq!(opened.document, mirror.document, "act {number}: {next:?}");
        assert_eq!(opened.store.labels().0.is_some(), !mirror.past.is_empty());
        assert_eq!(opened.store.labels().1.is_some(), !mirror.future.is_empty());
        if number % 9 == 0 {
            opened.store.close().unwrap();
            opened = open(&path);
            assert_eq!(opened.document, mirror.document, "reopened after act {number}");
            assert_eq!(opened.document.used_up(), mirror.document.used_up());
        }
    }
    walk(&mut opened.store, &mirror);
}
