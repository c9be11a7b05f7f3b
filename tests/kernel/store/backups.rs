//! Rolling backups: when one is made, what one is worth, and that none is ever in anybody's way.

use super::samples::small;
use super::{commit, note};
use ::store::{Backup, Clock, LocalFolder, OpenedFile, Store};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicI64, Ordering};
use tempfile::TempDir;

const HOUR: i64 = 3_600;

/// A file with an app-data folder of its own, and a clock that is set by hand.
pub struct Place {
    pub folder: TempDir,
    pub path: PathBuf,
    pub local: LocalFolder,
    clock: Arc<AtomicI64>,
}

impl Place {
    pub fn new() -> Place {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("work.baton");
        let local = LocalFolder::new(folder.path().join("app-data"));
        Store::create(&path, &small(), None).unwrap().close().unwrap();
        let clock = Arc::new(AtomicI64::new(1_700_000_000));
        Place { folder, path, local, clock }
    }

    pub fn open(&self) -> OpenedFile {
        let mut opened = Store::open(&self.path, Some(&self.local)).unwrap();
        let clock = Arc::clone(&self.clock);
        opened.store.keep_time_by(Clock::of(move || clock.load(Ordering::Relaxed)));
        opened
    }

    fn pass(&self, seconds: i64) {
        self.clock.fetch_add(seconds, Ordering::Relaxed);
    }

    /// Makes an edit of this text in the open file.
    pub fn edit(&self, opened: &mut OpenedFile, text: &str) {
        opened.document = commit(&mut opened.store, &opened.document, &note(text));
    }

    fn folders(&self) -> usize {
        std::fs::read_dir(self.local.0.join("backups")).map_or(0, Iterator::count)
    }
}

pub fn backups(store: &mut Store) -> Vec<Backup> {
    store.kept().unwrap().backups()
}

/// The texts that the person wrote, in a backup that is restored.
fn notes(store: &mut Store, number: u64) -> Vec<String> {
    let folder = tempfile::tempdir().unwrap();
    let to = folder.path().join("restored.baton");
    store.kept().unwrap().restore(number, false, &to).unwrap();
    let document = super::open(&to).document;
    document.pain_points().map(|it| it.text.clone()).collect()
}

#[test]
fn opening_to_look_makes_none_and_the_first_edit_one() {
    let place = Place::new();
    place.open().store.close().unwrap();
    assert_eq!(place.folders(), 0);
    let mut opened = place.open();
    place.edit(&mut opened, "first");
    place.edit(&mut opened, "second");
    let all = backups(&mut opened.store);
    assert_eq!(all.iter().map(|it| (it.number, it.at)).collect::<Vec<_>>(), [(1, 1_700_000_000)]);
    assert_eq!((all[0].steps, &all[0].last), (0, &None));
    assert!(notes(&mut opened.store, 1).is_empty(), "as it was before the edit");
}

#[test]
fn each_hour_of_editing_and_closing_make_one() {
    let place = Place::new();
    let mut opened = place.open();
    for (passes, text) in [(0, "a"), (HOUR - 1, "b"), (1, "c"), (10 * HOUR, "d"), (60, "e")] {
        place.pass(passes);
        place.edit(&mut opened, text);
    }
    let numbers: Vec<u64> = backups(&mut opened.store).iter().map(|it| it.number).collect();
    assert_eq!(numbers, [3, 2, 1], "newest first");
    assert_eq!(notes(&mut opened.store, 2), ["a", "b"], "before the edit after an hour");
    assert_eq!(notes(&mut opened.store, 3), ["a", "b", "c"]);
    opened.store.close().unwrap();
    // On closing; and the next session does not keep the same once more.
    let mut opened = place.open();
    let newest = &backups(&mut opened.store)[0];
    assert_eq!(newest.number, 4);
    assert_eq!(newest.last.as_ref().unwrap().code, model::LabelCode::AddPainPoint);
    assert_eq!(notes(&mut opened.store, 4), ["a", "b", "c", "d", "e"]);
    place.edit(&mut opened, "f");
    assert_eq!(backups(&mut opened.store).len(), 4);
}

#[test]
fn a_clock_that_goes_backwards_changes_no_order_and_loses_none() {
    let place = Place::new();
    let mut opened = place.open();
    for (passes, text) in [(0, "a"), (-100 * HOUR, "b"), (-1_000 * HOUR, "c"), (HOUR, "d")] {
        place.pass(passes);
        place.edit(&mut opened, text);
    }
    let numbers: Vec<u64> = backups(&mut opened.store).iter().map(|it| it.number).collect();
    assert_eq!(numbers, [4, 3, 2, 1]);
    assert_eq!(notes(&mut opened.store, 4), ["a", "b", "c"], "the newest by number");
}

#[test]
fn the_folder_is_closed_to_others() {
    use std::os::unix::fs::PermissionsExt;
    let place = Place::new();
    let mut opened = place.open();
    place.edit(&mut opened, "first");
    opened.store.close().unwrap();
    let all = place.local.0.join("backups");
    let own = std::fs::read_dir(&all).unwrap().next().unwrap().unwrap().path();
    for folder in [&all, &own] {
        assert_eq!(folder.metadata().unwrap().permissions().mode() & 0o777, 0o700);
    }
    let beside: Vec<_> = std::fs::read_dir(place.folder.path()).unwrap().collect();
    assert_eq!(beside.len(), 2, "nothing lies beside the document: {beside:?}");
}

#[test]
fn what_cannot_be_kept_stops_no_edit_and_is_said() {
    let place = Place::new();
    // A file where the folder should be: not even root can make a folder in it.
    std::fs::create_dir_all(&place.local.0).unwrap();
    std::fs::write(place.local.0.join("backups"), "").unwrap();
    let mut opened = place.open();
    assert!(!opened.store.lacks_backup());
    place.edit(&mut opened, "kept all the same");
    assert!(opened.store.lacks_backup());
    assert_eq!(backups(&mut opened.store), []);
    // An hour on there is a place for it.
    std::fs::remove_file(place.local.0.join("backups")).unwrap();
    place.pass(HOUR);
    place.edit(&mut opened, "and this");
    assert_eq!(backups(&mut opened.store).len(), 1);
    assert!(!opened.store.lacks_backup());
}

/// Turns one bit of the text over, wherever it stands in the file.
pub fn spoil(path: &Path, text: &str) {
    let mut bytes = std::fs::read(path).unwrap();
    let at: Vec<usize> = bytes
        .windows(text.len())
        .enumerate()
        .filter(|(_, it)| *it == text.as_bytes())
        .map(|(at, _)| at)
        .collect();
    assert!(!at.is_empty(), "“{text}” is not in the file");
    for at in at {
        bytes[at] ^= 1;
    }
    std::fs::write(path, bytes).unwrap();
}

#[test]
fn one_that_the_gate_does_not_accept_does_not_count() {
    let place = Place::new();
    let mut opened = place.open();
    spoil(&place.path, "Delivery");
    // The record is not touched by this edit, so only the whole check of the copy sees it.
    let planned = model::plan(&opened.document, &note("unseen")).unwrap();
    let _ = opened.store.commit(&planned.edit, planned.document.used_up());
    assert_eq!(backups(&mut opened.store), []);
    assert!(opened.store.lacks_backup());
    let parts = std::fs::read_dir(place.local.0.join("backups")).unwrap();
    for folder in parts {
        let left = std::fs::read_dir(folder.unwrap().path()).unwrap();
        let names: Vec<_> = left.map(|it| it.unwrap().file_name()).collect();
        assert_eq!(names, ["places.json"]);
    }
}

#[test]
fn a_restored_backup_is_a_new_file_with_its_history_and_touches_no_other() {
    let place = Place::new();
    let mut opened = place.open();
    place.edit(&mut opened, "one");
    place.pass(HOUR);
    place.edit(&mut opened, "two");
    let before = std::fs::read(&place.path).unwrap();
    let to = place.folder.path().join("restored.baton");
    let kept = opened.store.kept().unwrap();
    kept.restore(2, false, &to).unwrap();
    assert_eq!(kept.restore(2, false, &to).unwrap_err().code(), "fileExists");
    assert_eq!(kept.restore(9, false, &place.path).unwrap_err().code(), "noSuchBackup");
    assert_eq!(kept.restore(2, false, &place.path).unwrap_err().code(), "fileExists");
    assert_eq!(std::fs::read(&place.path).unwrap(), before);
    let mut restored = super::open(&to);
    assert_eq!(restored.document.pain_points().count(), 1);
    assert!(restored.store.undo().unwrap().is_some(), "its history came with it");
    // With what was made since, it is what the file is.
    let to = place.folder.path().join("whole.baton");
    assert_eq!(kept.since(2).unwrap().edits, 1);
    kept.restore(2, true, &to).unwrap();
    assert_eq!(super::open(&to).document, opened.document);
}

#[test]
fn a_damaged_backup_is_not_restored() {
    let place = Place::new();
    let mut opened = place.open();
    place.edit(&mut opened, "one");
    let kept = opened.store.kept().unwrap();
    let folder = std::fs::read_dir(place.local.0.join("backups")).unwrap().next().unwrap().unwrap();
    let mut files = std::fs::read_dir(folder.path()).unwrap().map(|it| it.unwrap().path());
    let backup = files.find(|it| it.extension().is_some_and(|it| it == "baton")).unwrap();
    spoil(&backup, "Delivery");
    let to = place.folder.path().join("restored.baton");
    assert_eq!(kept.restore(1, false, &to).unwrap_err().code(), "fileDamaged");
    assert!(!to.exists());
}

#[test]
fn a_copy_has_backups_of_its_own_and_a_moved_file_keeps_them() {
    let place = Place::new();
    let mut opened = place.open();
    place.edit(&mut opened, "in the original");
    opened.store.close().unwrap();
    let copy = place.folder.path().join("another client.baton");
    std::fs::copy(&place.path, &copy).unwrap();
    let mut other = Store::open(&copy, Some(&place.local)).unwrap();
    assert_eq!(backups(&mut other.store), [], "those of the original are none of its own");
    place.edit(&mut other, "in the copy");
    other.store.close().unwrap();
    let mut opened = place.open();
    assert_eq!(backups(&mut opened.store).len(), 2);
    drop(opened);
    let moved = place.folder.path().join("moved.baton");
    std::fs::rename(&place.path, &moved).unwrap();
    let mut opened = Store::open(&moved, Some(&place.local)).unwrap();
    assert_eq!(backups(&mut opened.store).len(), 2);
}
