//! The flight recorder: what it knows when a file falls behind, and what happens to it itself.

use super::samples::small;
use super::{commit, note, title};
use ::store::{Fact, LocalFolder, OpenedFile, Store};
use std::path::{Path, PathBuf};
use tempfile::TempDir;

struct Place {
    _folder: TempDir,
    path: PathBuf,
    local: LocalFolder,
}

impl Place {
    fn new() -> Place {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("work.baton");
        let local = LocalFolder::new(folder.path().join("app-data"));
        Store::create(&path, &small(), Some(&local)).unwrap().close().unwrap();
        Place { _folder: folder, path, local }
    }

    fn open(&self) -> OpenedFile {
        Store::open(&self.path, Some(&self.local)).unwrap()
    }

    /// Opens, makes this many edits, closes.
    fn edit(&self, edits: usize) {
        let mut opened = self.open();
        for number in 0..edits {
            opened.document =
                commit(&mut opened.store, &opened.document, &note(&format!("edit {number}")));
        }
        assert!(opened.store.is_recording());
        opened.store.close().unwrap();
    }

    fn facts(&self) -> Vec<Fact> {
        self.open().notice.map(|notice| notice.facts().to_vec()).unwrap_or_default()
    }

    fn log(&self) -> PathBuf {
        let logs: Vec<PathBuf> = std::fs::read_dir(self.local.0.join("recorder"))
            .unwrap()
            .map(|entry| entry.unwrap().path())
            .filter(|path| path.extension().is_some_and(|ending| ending == "log"))
            .collect();
        assert_eq!(logs.len(), 1, "{logs:?}");
        logs[0].clone()
    }
}

fn behind(facts: &[Fact]) -> Option<u64> {
    facts.iter().find_map(|fact| match fact {
        Fact::Behind { edits, seconds_ago } => {
            assert!(*seconds_ago < 600);
            Some(*edits)
        }
        _ => None,
    })
}

#[test]
fn a_file_put_back_to_an_old_version_is_noticed() {
    let place = Place::new();
    place.edit(2);
    let old = std::fs::read(&place.path).unwrap();
    place.edit(3);
    assert_eq!(place.facts(), []);
    std::fs::write(&place.path, &old).unwrap();
    assert_eq!(behind(&place.facts()), Some(3));
    let sentence = place.open().notice.unwrap().to_string();
    assert_eq!(
        sentence,
        "This computer has copies of 3 edits that this file lacks, the last made less than a minute ago."
    );
    // Going on from the old version is a decision; from then on the file is what it should be.
    place.edit(1);
    assert_eq!(place.facts(), []);
    std::fs::write(&place.path, &old).unwrap();
    assert_eq!(behind(&place.facts()), Some(1), "the edit after the decision, not those before");
}

#[test]
fn undo_redo_typing_and_naming_are_recorded_too() {
    let place = Place::new();
    let old = std::fs::read(&place.path).unwrap();
    let mut opened = place.open();
    let document = commit(&mut opened.store, &opened.document, &title(&opened.document, "A"));
    let planned = model::plan(&document, &title(&document, "AB")).unwrap();
    opened.store.amend(&planned.edit, planned.document.used_up()).unwrap();
    opened.store.undo().unwrap();
    opened.store.redo().unwrap();
    opened.store.name_version("Named").unwrap();
    opened.store.close().unwrap();
    assert_eq!(place.facts(), []);
    std::fs::write(&place.path, &old).unwrap();
    assert_eq!(behind(&place.facts()), Some(4), "a name is not an edit");
}

#[test]
fn a_copy_that_was_edited_says_nothing_about_its_original() {
    let place = Place::new();
    place.edit(1);
    let copy = place.path.with_file_name("copy.baton");
    std::fs::copy(&place.path, &copy).unwrap();
    let mut opened = Store::open(&copy, Some(&place.local)).unwrap();
    commit(&mut opened.store, &opened.document, &note("in the copy"));
    opened.store.close().unwrap();
    assert_eq!(place.facts(), []);
    assert_eq!(Store::open(&copy, Some(&place.local)).unwrap().notice, None);
}

#[test]
fn a_moved_file_keeps_its_recorder() {
    let place = Place::new();
    let old = std::fs::read(&place.path).unwrap();
    place.edit(2);
    let moved = place.path.with_file_name("moved.baton");
    std::fs::rename(&place.path, &moved).unwrap();
    std::fs::write(&moved, old).unwrap();
    let notice = Store::open(&moved, Some(&place.local)).unwrap().notice.unwrap();
    assert_eq!(behind(notice.facts()), Some(2));
}

#[test]
fn an_edit_that_was_refused_is_not_missed() {
    let place = Place::new();
    place.edit(1);
    let mut opened = place.open();
    let away = place.path.with_file_name("away.baton");
    std::fs::rename(&place.path, &away).unwrap();
    let planned = model::plan(&opened.document, &note("refused")).unwrap();
    opened.store.commit(&planned.edit, planned.document.used_up()).unwrap_err();
    std::fs::rename(&away, &place.path).unwrap();
    drop(opened);
    assert_eq!(place.facts(), []);
}

#[test]
fn a_torn_tail_is_cut_and_what_follows_is_kept() {
    let place = Place::new();
    place.edit(2);
    let two = std::fs::read(&place.path).unwrap();
    place.edit(1);
    let log = place.log();
    let bytes = std::fs::read(&log).unwrap();
    for tear in [bytes.len() - 1, bytes.len() - 40] {
        std::fs::write(&log, &bytes[..tear]).unwrap();
        std::fs::write(&place.path, &two).unwrap();
        assert_eq!(place.facts(), [], "the third edit is not known any more");
    }
    // An entry whose bytes were turned over ends the log, too.
    let mut turned = bytes.clone();
    let at = turned.len() - 60;
    turned[at] ^= 1;
    std::fs::write(&log, &turned).unwrap();
    assert_eq!(place.facts(), []);
    place.edit(2);
    assert_eq!(place.facts(), []);
    std::fs::write(&place.path, &two).unwrap();
    assert_eq!(behind(&place.facts()), Some(2));
}

#[test]
fn a_log_that_is_no_log_begins_anew() {
    let place = Place::new();
    place.edit(1);
    std::fs::write(place.log(), "not a log at all, but longer than the header of one would be")
        .unwrap();
    let old = std::fs::read(&place.path).unwrap();
    assert_eq!(place.facts(), []);
    place.edit(2);
    std::fs::write(&place.path, &old).unwrap();
    assert_eq!(behind(&place.facts()), Some(2));
}

#[test]
fn the_folder_is_closed_to_others() {
    use std::os::unix::fs::PermissionsExt;
    let place = Place::new();
    place.edit(1);
    let mode = |path: &Path| path.metadata().unwrap().permissions().mode() & 0o777;
    assert_eq!(mode(&place.local.0.join("recorder")), 0o700);
    assert_eq!(mode(&place.local.0.join("locks")), 0o700);
    assert_eq!(mode(&place.log()), 0o600);
}

#[test]
fn without_a_place_for_it_editing_goes_on() {
    let place = Place::new();
    // A file where the folder should be: not even root can make a folder in it.
    let local = LocalFolder::new(place.path.join("app-data"));
    let mut opened = Store::open(&place.path, Some(&local)).unwrap();
    assert_eq!(opened.notice.unwrap().facts(), [Fact::NotRecording]);
    let document = commit(&mut opened.store, &opened.document, &note("kept all the same"));
    assert!(!opened.store.is_recording());
    opened.store.close().unwrap();
    assert_eq!(place.open().document, document);
}

#[test]
fn long_logs_go_on_in_another_segment() {
    let place = Place::new();
    let start = std::fs::read(&place.path).unwrap();
    let mut opened = place.open();
    let long = "x".repeat(9_000);
    for _ in 0..500 {
        opened.document = commit(&mut opened.store, &opened.document, &note(&long));
    }
    opened.store.close().unwrap();
    let logs = std::fs::read_dir(place.local.0.join("recorder"))
        .unwrap()
        .filter(|entry| entry.as_ref().unwrap().path().extension().is_some_and(|e| e == "log"))
        .count();
    assert_eq!(logs, 2);
    assert_eq!(place.facts(), []);
    std::fs::write(&place.path, &start).unwrap();
    assert_eq!(behind(&place.facts()), Some(500), "found across segments");
}
