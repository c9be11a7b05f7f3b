//! A disk that fails: each call of SQLite's in turn, once or for ever, in everything that is done
//! with a file; and a disk that fills up at any byte. What was acknowledged is there, what was
//! refused is not, and the way on is open.

use super::samples::small;
use super::{Seeded, commit, environment, file_of, note, open};
use ::store::{Error, Store};
use baton_faulty::{Fail, Watch, calls, fail, room, stop, watch};
use model::{Document, plan};
use std::path::Path;

/// Something that is done with an open file, and the document after it when it succeeds.
type Deed = fn(&mut Store, &Document) -> Result<Document, Error>;

const DEEDS: [(&str, Deed); 6] = [
    ("edit", |store, document| {
        let planned = plan(document, &note("under way")).unwrap();
        store.commit(&planned.edit, planned.document.used_up())?;
        Ok(planned.document)
    }),
    ("type", |store, document| {
        let planned = plan(document, &super::title(document, "Under way")).unwrap();
        store.amend(&planned.edit, planned.document.used_up())?;
        Ok(planned.document)
    }),
    ("undo", |store, document| {
        let changes = store.undo()?.unwrap_or_default();
        Ok(document.with(&changes).unwrap())
    }),
    ("redo", |store, document| {
        let changes = store.redo()?.unwrap_or_default();
        Ok(document.with(&changes).unwrap())
    }),
    ("name a version", |store, document| store.name_version("Agreed").map(|()| document.clone())),
    ("copy", |store, document| {
        let to = store.path().with_file_name("copy.baton");
        let copied = store.save_copy(&to);
        let calm = calm();
        assert!(copied.is_err() || to.exists(), "a copy that is not there");
        if to.exists() {
            assert_eq!(open(&to).document, *document, "half a copy");
        }
        fail(calm);
        copied.map(|()| document.clone())
    }),
];

/// No call fails from here on; how they did before.
fn calm() -> Fail {
    let before = LAST.get();
    fail(Fail::Never);
    before
}

thread_local! {
    static LAST: std::cell::Cell<Fail> = const { std::cell::Cell::new(Fail::Never) };
}

fn failing(fail: Fail) {
    LAST.set(fail);
    watch(Watch { fail, ..Watch::default() });
}

/// A file with an edit to undo and one to redo, open; its folder and its document.
fn begun() -> (tempfile::TempDir, Store, Document) {
    let (folder, path) = file_of(&small());
    let mut opened = open(&path);
    let document = commit(&mut opened.store, &opened.document, &note("one"));
    commit(&mut opened.store, &document, &note("two"));
    opened.store.undo().unwrap();
    (folder, opened.store, document)
}

/// Does it with these failures; what happened is checked in the file and in the store.
fn check(deed: Deed, way: Fail) -> u64 {
    failing(Fail::Never);
    let (_folder, mut store, before) = begun();
    let path = store.path().to_owned();
    failing(way);
    let done = deed(&mut store, &before);
    let made = calls();
    failing(Fail::Never);
    let goes_on = |store: &mut Store, document: &Document| {
        let planned = plan(document, &note("goes on")).unwrap();
        store.commit(&planned.edit, planned.document.used_up()).map(|()| planned.document)
    };
    let expected = match &done {
        Ok(document) => document.clone(),
        Err(Error::Unsure { .. }) => store.reload().unwrap(),
        Err(_) => before.clone(),
    };
    if matches!(done, Err(Error::Unsure { .. })) {
        let after = deed(&mut begun().1, &before).unwrap();
        assert!(expected == before || expected == after, "{way:?}: neither before nor after");
    }
    let at_last = goes_on(&mut store, &expected).unwrap_or_else(|error| {
        panic!("{way:?}: after {done:?} no edit is taken: {error}");
    });
    store.close().unwrap();
    assert_eq!(open(&path).document, at_last, "{way:?}: {done:?}");
    stop();
    made
}

/// Every call in turn, once and for ever; how many runs that were.
fn each(most: u64, mut run: impl FnMut(Fail) -> u64) -> usize {
    let mut runs = 0;
    for number in (1..=most).step_by(environment("BATON_EVERY", 1)) {
        run(Fail::Once(number));
        run(Fail::From(number));
        runs += 2;
    }
    runs
}

#[test]
fn each_call_fails_in_turn_while_it_is_worked_with() {
    for (name, deed) in DEEDS {
        let most = check(deed, Fail::Never);
        assert!(most > 10, "{name} makes only {most} calls");
        let runs = each(most, |way| check(deed, way));
        println!("{name}: {most} calls, {runs} runs");
    }
}

#[test]
fn each_call_fails_in_turn_while_a_file_is_made() {
    let make = |way: Fail| {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("work.baton");
        failing(way);
        let made = Store::create(&path, &small(), None);
        let used = calls();
        failing(Fail::Never);
        assert!(made.is_err() || path.exists(), "{way:?}: made, and not there");
        drop(made);
        if path.exists() {
            assert_eq!(open(&path).document, small(), "{way:?}: half a file");
        }
        let beside = std::fs::read_dir(folder.path()).unwrap().count();
        assert_eq!(beside, usize::from(path.exists()), "{way:?}: something was left beside it");
        stop();
        used
    };
    let most = make(Fail::Never);
    let runs = each(most, make);
    println!("create: {most} calls, {runs} runs");
}

/// Opens with failures; a file that is refused is as it was, one that opens is what it should be.
fn check_open(path: &Path, way: Fail, document: &Document) -> u64 {
    let before = std::fs::read(path).unwrap();
    failing(way);
    let opened = Store::open(path, None);
    let used = calls();
    failing(Fail::Never);
    if let Ok(opened) = opened {
        assert_eq!(opened.document, *document, "{way:?}");
        opened.store.close().unwrap();
    }
    assert!(std::fs::read(path).unwrap() == before, "{way:?}: opening changed the file");
    assert_eq!(open(path).document, *document);
    stop();
    used
}

#[test]
fn each_call_fails_in_turn_while_a_file_is_opened() {
    failing(Fail::Never);
    let (_folder, store, document) = begun();
    let path = store.path().to_owned();
    store.close().unwrap();
    let most = check_open(&path, Fail::Never, &document);
    let runs = each(most, |way| check_open(&path, way, &document));
    println!("open: {most} calls, {runs} runs");
}

#[test]
fn each_call_fails_in_turn_while_a_file_is_closed() {
    let close = |way: Fail| {
        failing(Fail::Never);
        let (_folder, mut store, document) = begun();
        let path = store.path().to_owned();
        let document = commit(&mut store, &document, &note("the last"));
        failing(way);
        drop(store.close());
        let used = calls();
        failing(Fail::Never);
        assert_eq!(open(&path).document, document, "{way:?}");
        stop();
        used
    };
    let most = close(Fail::Never);
    let runs = each(most, close);
    println!("close: {most} calls, {runs} runs");
}

#[test]
fn a_disk_may_fill_up_at_any_byte() {
    let mut random = Seeded(23);
    let times = environment("BATON_FULL", 60);
    let mut kept = 0;
    for time in 0..times {
        watch(Watch::default());
        let (_folder, mut store, mut document) = begun();
        let path = store.path().to_owned();
        room(Some(random.below(60_000) as u64));
        let refused = loop {
            let planned = plan(&document, &note(&"long ".repeat(random.below(400)))).unwrap();
            match store.commit(&planned.edit, planned.document.used_up()) {
                Ok(()) => document = planned.document,
                Err(error) => break error,
            }
            kept += 1;
        };
        assert_eq!(refused.code(), "diskFull", "time {time}: {refused}");
        let copy = path.with_file_name("copy.baton");
        assert!(store.save_copy(&copy).is_err() && !copy.exists(), "time {time}: half a copy");
        assert_eq!(store.reload().unwrap(), document, "time {time}: reading goes on");
        room(None);
        let document = commit(&mut store, &document, &note("there is room again"));
        store.close().unwrap();
        assert_eq!(open(&path).document, document, "time {time}");
        stop();
    }
    println!("{times} full disks, {kept} edits kept");
}
