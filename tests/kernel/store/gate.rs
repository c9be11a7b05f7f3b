//! Files that are not opened, each for its own reason, and none of them touched by the refusal.

use super::samples::small;
use super::{commit, file_of, note, open, refusal};
use ::store::{Access, Fact, LocalFolder, Store};
use rusqlite::Connection;
use std::path::{Path, PathBuf};

/// A file with some history.
fn file() -> (tempfile::TempDir, PathBuf) {
    let (folder, path) = file_of(&small());
    let mut opened = open(&path);
    let document = commit(&mut opened.store, &opened.document, &note("one"));
    opened.store.name_version("Named").unwrap();
    let document = commit(&mut opened.store, &document, &note("two"));
    commit(&mut opened.store, &document, &note("three"));
    opened.store.undo().unwrap();
    opened.store.close().unwrap();
    (folder, path)
}

/// Spoils a file, and sees it refused with this code, with a sentence and a hint that name it and
/// end properly, and with its bytes as the spoiler left them.
fn check(code: &str, spoil: impl Fn(&Path)) {
    let (folder, path) = file();
    spoil(&path);
    let before = std::fs::read(&path).ok();
    let error = refusal(&path);
    assert_eq!(error.code(), code, "{error}");
    assert!(error.to_string().contains("“work.baton”"), "{error}");
    assert!(error.to_string().ends_with('.') && error.hint().ends_with('.'));
    assert_eq!(std::fs::read(&path).ok(), before, "the refusal changed the file");
    assert!(!folder.path().join("work.baton-journal").exists(), "something was left beside it");
}

fn sql(statements: &'static str) -> impl Fn(&Path) {
    move |path| Connection::open(path).unwrap().execute_batch(statements).unwrap()
}

fn bytes(edit: impl Fn(&mut Vec<u8>)) -> impl Fn(&Path) {
    move |path| {
        let mut bytes = std::fs::read(path).unwrap();
        edit(&mut bytes);
        std::fs::write(path, bytes).unwrap();
    }
}

#[test]
fn files_of_other_programs() {
    check("notABatonFile", |path| std::fs::write(path, "A shopping list\n").unwrap());
    check("notABatonFile", sql("PRAGMA application_id = 0"));
    check("notABatonFile", sql("PRAGMA application_id = 1196444487"));
    check("notABatonFile", |path| {
        std::fs::remove_file(path).unwrap();
        std::fs::create_dir(path).unwrap();
    });
    check("notABatonFile", |path| {
        std::fs::remove_file(path).unwrap();
        sql("CREATE TABLE record(id INTEGER PRIMARY KEY)")(path);
    });
}

#[test]
fn files_with_nothing_in_them() {
    check("fileEmpty", |path| std::fs::write(path, "").unwrap());
    check("fileMissing", |path| std::fs::remove_file(path).unwrap());
    check("fileMissing", |path| {
        std::fs::rename(path, path.with_file_name("x")).unwrap();
        std::os::unix::fs::symlink("nowhere.baton", path).unwrap();
    });
}

#[test]
fn files_of_a_newer_baton() {
    check("fileNewer", sql("CREATE TABLE more(x); PRAGMA user_version = 7"));
    check("fileNewer", sql("UPDATE record SET kind = 'portal'; PRAGMA user_version = 2"));
    check("fileNewer", sql("PRAGMA user_version = 2; PRAGMA journal_mode = WAL"));
}

/// A newer format that differs in nothing that is in the file.
#[test]
fn a_file_of_a_newer_baton_that_is_known_whole_is_read_and_never_written() {
    let document = super::samples::every_kind();
    let (folder, path) = super::file_of(&document);
    sql("PRAGMA user_version = 2")(&path);
    let before = std::fs::read(&path).unwrap();
    let local = LocalFolder::new(folder.path().join("app-data"));
    let mut opened = Store::open(&path, Some(&local)).unwrap();
    assert!(matches!(opened.notice.unwrap().facts(), [Fact::Newer { format: 2 }]));
    assert_eq!(opened.store.access(), Access::ReadOnly);
    assert_eq!(opened.document, document);
    let planned = model::plan(&document, &super::note("not here")).unwrap();
    let refused = opened.store.commit(&planned.edit, planned.document.used_up()).unwrap_err();
    assert_eq!(refused.code(), "fileReadOnly");
    // A copy is of the format that this Baton writes.
    let copy = folder.path().join("copy.baton");
    opened.store.save_copy(&copy).unwrap();
    opened.store.close().unwrap();
    assert_eq!(super::open(&copy).store.access(), Access::ReadWrite);
    assert!(std::fs::read(&path).unwrap() == before);
}

#[test]
fn files_that_somebody_added_to() {
    check("fileAltered", sql("CREATE TABLE more(x)"));
    check("fileAltered", sql("CREATE VIEW seen AS SELECT * FROM record"));
    check("fileAltered", sql("CREATE INDEX quick ON record(kind)"));
    check("fileAltered", sql("ALTER TABLE record ADD COLUMN more TEXT"));
    check("fileAltered", sql("ALTER TABLE record RENAME TO records"));
    check("fileAltered", sql("CREATE TABLE t(x); DROP TABLE record"));
    check("fileAltered", sql("CREATE VIRTUAL TABLE words USING fts5(x)"));
    check(
        "fileAltered",
        sql("CREATE TRIGGER evil AFTER UPDATE ON record BEGIN UPDATE record SET body = 'x'; END"),
    );
    check(
        "fileAltered",
        sql("CREATE TEMP TABLE unused(x); DROP TABLE record;
             CREATE VIEW record AS WITH RECURSIVE r(id) AS (SELECT 1 UNION ALL SELECT id + 1 FROM r)
             SELECT id, 'step' AS kind, '{}' AS body, x'' AS digest FROM r"),
    );
    check(
        "fileAltered",
        sql("DROP TABLE meta; CREATE TABLE meta(one INTEGER PRIMARY KEY, document BLOB
             GENERATED ALWAYS AS (zeroblob(1000000000)))"),
    );
}

#[test]
fn files_that_somebody_changed() {
    for statement in [
        "UPDATE record SET body = replace(body, 'Engagement', 'Engagemint')",
        "UPDATE record SET kind = 'team' WHERE kind = 'lane'",
        "DELETE FROM record WHERE kind = 'painPoint'",
        "INSERT INTO record SELECT id + 100, kind, body, digest FROM record LIMIT 1",
        "UPDATE edit SET label = replace(label, 'add', 'change') WHERE seq = 1",
        "UPDATE edit SET seq = 9 WHERE seq = 3",
        "DELETE FROM edit WHERE seq = 3",
        "DELETE FROM edit WHERE seq = 1",
        "DELETE FROM edit",
        "UPDATE version SET name = 'Renamed'",
        "UPDATE version SET seq = NULL",
        "DELETE FROM version",
        "UPDATE meta SET cursor = cursor - 1",
        "UPDATE meta SET next_id = 1",
        "UPDATE meta SET one = 2",
        "UPDATE meta SET document = randomblob(16)",
        "UPDATE meta SET mark = x'00'",
        "DELETE FROM meta",
        "INSERT INTO meta SELECT 2, document, revision, mark, cursor, edits, head, content,
         versions, next_id, next_handoff_number, seal FROM meta",
        "DROP TABLE meta",
    ] {
        check("fileDamaged", sql(statement));
    }
}

#[test]
fn files_that_are_cut_longer_or_of_another_shape() {
    check("fileDamaged", bytes(|bytes| bytes.truncate(3)));
    check("fileDamaged", bytes(|bytes| bytes.truncate(60)));
    check("fileDamaged", bytes(|bytes| bytes.truncate(4096)));
    check("fileDamaged", bytes(|bytes| bytes.truncate(bytes.len() - 1)));
    check("fileDamaged", bytes(|bytes| bytes.truncate(bytes.len() - 4096)));
    check("fileDamaged", bytes(|bytes| bytes.extend([0; 4096])));
    check("fileDamaged", bytes(|bytes| bytes.push(7)));
    check("fileDamaged", sql("PRAGMA journal_mode = WAL"));
    check("fileDamaged", sql("PRAGMA page_size = 8192; VACUUM"));
    check("fileDamaged", sql("PRAGMA auto_vacuum = FULL; VACUUM"));
    check("fileDamaged", sql("PRAGMA user_version = 0"));
    check("fileDamaged", bytes(|bytes| bytes[60..64].fill(0xff)));
}

#[test]
fn a_file_that_may_not_be_read() {
    // Root may read everything, so whoever runs this as root checks nothing here.
    let (_folder, path) = file();
    let none = std::os::unix::fs::PermissionsExt::from_mode(0o000);
    std::fs::set_permissions(&path, none).unwrap();
    if std::fs::File::open(&path).is_err() {
        assert_eq!(refusal(&path).code(), "fileNotAllowed");
    }
}
