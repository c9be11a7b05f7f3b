//! What only the inside can stage: commits that fail though they succeeded, files forged with right
//! digests, and the settings of a connection.

use crate::connect::{Purpose, connect};
use crate::digest::Digest;
use crate::fault::Fault;
use crate::history::{self, Stamp};
use crate::local::LocalFolder;
use crate::meta::Meta;
use crate::store::Store;
use model::{Blank, Change, Command, Document, Edit, Label, LabelCode, PainPoint, Planned, plan};
use rusqlite::ffi;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicU32, Ordering};
use std::time::{Duration, SystemTime};
use tempfile::TempDir;

fn document() -> Document {
    let words = |text: &str| text.to_owned();
    model::blank(&Blank {
        title: words("Engagement"),
        process: words("Process"),
        state: words("State"),
        teams: vec![words("Team")],
        calendar: words("Week"),
    })
    .unwrap()
}

fn file() -> (TempDir, PathBuf, Store) {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("work.baton");
    let store = Store::create(&path, &document(), None).unwrap();
    (folder, path, store)
}

fn planned(document: &Document, text: &str) -> Planned {
    let command = Command::AddPainPoint { text: text.into(), about: Vec::new(), cause: None };
    plan(document, &command).unwrap()
}

fn commit(store: &mut Store, document: &Document, text: &str) -> Document {
    let Planned { edit, document } = planned(document, text);
    store.commit(&edit, document.used_up()).unwrap();
    document
}

fn conn(store: &Store) -> &rusqlite::Connection {
    store.conn.as_ref().unwrap()
}

fn read(path: &Path) -> Document {
    Store::open(path, None).unwrap().document
}

fn failure(code: i32) -> Fault {
    Fault::Sql(rusqlite::Error::SqliteFailure(ffi::Error::new(code), None))
}

#[test]
fn a_commit_that_failed_but_is_in_the_file_counts() {
    let (_folder, path, mut store) = file();
    let before = store.meta.clone();
    let after = commit(&mut store, &document(), "there");
    let next = store.meta.clone();
    // As if COMMIT had answered with an error after it had done its work.
    for fault in [failure(ffi::SQLITE_IOERR_FSYNC), failure(ffi::SQLITE_ERROR)] {
        store.meta = before.clone();
        store.labels = (None, None);
        store.ask(fault, &next).unwrap();
        assert_eq!(store.meta, next);
        assert_eq!(store.labels.0.as_ref().map(|label| label.code), Some(LabelCode::AddPainPoint));
    }
    let after = commit(&mut store, &after, "and on");
    store.close().unwrap();
    assert_eq!(read(&path), after);
}

#[test]
fn a_commit_that_failed_and_is_not_in_the_file_does_not() {
    let (_folder, path, mut store) = file();
    let mut next = store.meta.clone();
    next.mark = next.mark_after(&[7; 16]);
    for (code, said) in [(ffi::SQLITE_IOERR_WRITE, "fileTrouble"), (ffi::SQLITE_FULL, "diskFull")] {
        conn(&store)
            .execute_batch("BEGIN IMMEDIATE; DELETE FROM edit; DELETE FROM record")
            .unwrap();
        let error = store.ask(failure(code), &next).unwrap_err().at(&path);
        assert_eq!(error.code(), said);
    }
    let after = commit(&mut store, &document(), "goes on");
    store.close().unwrap();
    assert_eq!(read(&path), after);
}

#[test]
fn a_file_that_cannot_be_asked_is_left_open_until_read_anew() {
    let (folder, path, mut store) = file();
    let away = folder.path().join("away.baton");
    std::fs::rename(&path, &away).unwrap();
    let next = Meta { revision: 1, ..store.meta.clone() };
    let error = store.ask(failure(ffi::SQLITE_IOERR), &next).unwrap_err().at(&path);
    assert_eq!(error.code(), "fileUnsure");
    let Planned { edit, document: after } = planned(&document(), "not yet");
    let refused = store.commit(&edit, after.used_up()).unwrap_err();
    assert_eq!(refused.code(), "fileUnsure");
    std::fs::rename(&away, &path).unwrap();
    let again = store.reload().unwrap();
    let after = commit(&mut store, &again, "now");
    store.close().unwrap();
    assert_eq!(read(&path), after);
}

#[test]
fn a_full_disk_refuses_the_edit_and_takes_it_once_there_is_room() {
    let (_folder, path, mut store) = file();
    let limit = |store: &Store, pages: i64| {
        conn(store).query_row(&format!("PRAGMA max_page_count = {pages}"), [], |_| Ok(())).unwrap();
    };
    limit(&store, 1);
    let Planned { edit, document: after } = planned(&document(), &"long ".repeat(1_500));
    assert_eq!(store.commit(&edit, after.used_up()).unwrap_err().code(), "diskFull");
    assert_eq!(store.labels(), (None, None));
    assert_eq!(store.reload().unwrap(), document());
    limit(&store, 1_000);
    store.commit(&edit, after.used_up()).unwrap();
    store.close().unwrap();
    assert_eq!(read(&path), after);
}

#[test]
fn every_change_is_exactly_one_transaction() {
    let (_folder, _path, mut store) = file();
    let count = Arc::new(AtomicU32::new(0));
    let counter = Arc::clone(&count);
    let hook = move || {
        counter.fetch_add(1, Ordering::Relaxed);
        false
    };
    store.conn.as_mut().unwrap().commit_hook(Some(hook)).unwrap();
    let expect = |what: &str| assert_eq!(count.swap(0, Ordering::Relaxed), 1, "{what}");
    let after = commit(&mut store, &document(), "one");
    expect("commit");
    let Planned { edit, document: after } = planned(&after, "two");
    store.amend(&edit, after.used_up()).unwrap();
    expect("amend");
    store.undo().unwrap().unwrap();
    expect("undo");
    store.redo().unwrap().unwrap();
    expect("redo");
    store.name_version("Named").unwrap();
    expect("name");
}

#[test]
fn a_refused_transaction_leaves_nothing_behind() {
    let (_folder, path, mut store) = file();
    let after = commit(&mut store, &document(), "kept");
    store.conn.as_mut().unwrap().commit_hook(Some(|| true)).unwrap();
    let Planned { edit, document: next } = planned(&after, "refused");
    store.commit(&edit, next.used_up()).unwrap_err();
    store.undo().unwrap_err();
    store.name_version("Refused").unwrap_err();
    store.conn.as_mut().unwrap().commit_hook(None::<fn() -> bool>).unwrap();
    assert_eq!(store.reload().unwrap(), after);
    store.close().unwrap();
    assert_eq!(read(&path), after);
}

/// Puts a row into `record` as another program would that knows our digests.
fn forge(store: &Store, id: u64, kind: &str, body: &str) {
    let digest = Digest::of(&[b"record", &id.to_le_bytes(), kind.as_bytes(), body.as_bytes()]);
    let mut meta = store.meta.clone();
    meta.content = meta.content.with(digest);
    conn(store)
        .execute("INSERT INTO record VALUES (?1, ?2, ?3, ?4)", (id as i64, kind, body, digest))
        .unwrap();
    meta.write(conn(store)).unwrap();
}

#[test]
fn what_this_baton_does_not_know_is_refused_not_dropped() {
    for (kind, body, what) in [
        ("hologram", r#"{"kind":"hologram","id":90}"#, "it holds a “hologram”"),
        ("idea", r#"{"kind":"idea","id":90,"mood":"blue"}"#, "unknown field `mood`"),
        ("idea", r#"{"kind":"idea","id":91}"#, "calls itself otherwise"),
        ("idea", r#"{"kind":"note","id":90}"#, "calls itself otherwise"),
        ("idea", "not JSON", "expected"),
        ("note", r#"{"kind":"note","id":90,"state":77}"#, "which does not exist"),
    ] {
        let (_folder, path, store) = file();
        forge(&store, 90, kind, body);
        store.close().unwrap();
        let error = Store::open(&path, None).unwrap_err();
        assert_eq!(error.code(), "fileUnreadable", "{error}");
        assert!(error.to_string().contains(what), "{error}");
    }
}

#[test]
fn history_that_leads_to_no_document_is_not_followed() {
    let (_folder, path, mut store) = file();
    let pinned = PainPoint {
        id: model::PainPointId(90),
        about: vec![model::Target::Step(model::StepId(77))],
        ..Default::default()
    };
    let edit = Edit {
        label: Label::of(LabelCode::Delete, ""),
        changes: vec![Change { before: Some(pinned.into()), after: None }],
    };
    let mut meta = store.meta.clone();
    let stamp = Stamp { command: [1; 16], at: 0 };
    history::push(conn(&store), &mut meta, &edit, stamp).unwrap();
    meta.write(conn(&store)).unwrap();
    assert_eq!(store.reload().unwrap(), document());
    assert_eq!(store.undo().unwrap_err().code(), "fileUnreadable");
    assert_eq!(store.undo_of(&document()).unwrap_err().code(), "fileUnreadable");
    store.close().unwrap();
    assert_eq!(read(&path), document());
}

#[test]
fn a_version_that_history_drops_keeps_its_records() {
    let (_folder, path, mut store) = file();
    let one = commit(&mut store, &document(), "one");
    let two = commit(&mut store, &one, "two");
    store.name_version("Two").unwrap();
    store.undo().unwrap();
    store.undo().unwrap();
    commit(&mut store, &document(), "other");
    store.close().unwrap();
    let store = Store::open(&path, None).unwrap().store;
    let (seq, records): (Option<i64>, String) = conn(&store)
        .query_row("SELECT seq, records FROM version", [], |row| Ok((row.get(0)?, row.get(1)?)))
        .unwrap();
    assert_eq!(seq, None);
    let records: Vec<model::Record> = serde_json::from_str(&records).unwrap();
    assert_eq!(Document::from_records(records).unwrap(), two);
}

#[test]
fn a_connection_is_durable_and_defended() {
    let (_folder, path, store) = file();
    drop(store);
    let conn = connect(&path, Purpose::Edit).unwrap();
    let pragma = |name: &str| -> String {
        conn.query_row(&format!("PRAGMA {name}"), [], |row| {
            row.get::<_, rusqlite::types::Value>(0).map(|value| match value {
                rusqlite::types::Value::Integer(number) => number.to_string(),
                rusqlite::types::Value::Text(text) => text,
                other => format!("{other:?}"),
            })
        })
        .unwrap()
    };
    for (name, value) in [
        ("journal_mode", "truncate"),
        ("synchronous", "3"),
        ("fullfsync", "1"),
        ("locking_mode", "normal"),
        ("busy_timeout", "250"),
        ("foreign_keys", "1"),
        ("trusted_schema", "0"),
        ("cell_size_check", "1"),
        ("temp_store", "2"),
        ("secure_delete", "1"),
        ("page_size", "4096"),
        ("hard_heap_limit", "536870912"),
    ] {
        assert_eq!(pragma(name), value, "{name}");
    }
    conn.execute_batch("ATTACH ':memory:' AS other").unwrap_err();
    conn.execute_batch("PRAGMA writable_schema = ON; DELETE FROM sqlite_schema").unwrap_err();
    assert!(rusqlite::version_number() >= 3_051_003, "has the WAL-reset bug and older ones");
}

#[test]
fn a_look_cannot_write() {
    let (_folder, path, store) = file();
    drop(store);
    let conn = connect(&path, Purpose::Look).unwrap();
    conn.execute_batch("DELETE FROM record").unwrap_err();
    drop(conn);
    std::fs::remove_file(&path).unwrap();
    connect(&path, Purpose::Edit).unwrap_err();
    assert!(!path.exists(), "connecting must never make a file");
}

#[test]
fn old_segments_of_the_recorder_go() {
    let folder = tempfile::tempdir().unwrap();
    let local = LocalFolder::new(folder.path());
    let logs = local.inside("recorder").unwrap();
    let days = |days: u64| SystemTime::now() - Duration::from_secs(days * 24 * 3600);
    for (name, age) in [("old-00001.log", 31), ("recent-00001.log", 29)] {
        let file = std::fs::File::create(logs.join(name)).unwrap();
        file.set_modified(days(age)).unwrap();
    }
    let path = folder.path().join("work.baton");
    let mut store = Store::create(&path, &document(), Some(&local)).unwrap();
    commit(&mut store, &document(), "begins a segment");
    assert!(store.is_recording());
    assert!(!logs.join("old-00001.log").exists());
    assert!(logs.join("recent-00001.log").exists());
}
