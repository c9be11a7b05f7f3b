//! What is left of a file that is damaged, gone or put back to an old version: the backup with the
//! edits since, and what can be read of the damaged file itself, which stays as it is.

use super::backups::{Place, backups, spoil};
use super::damage::{KINDS, quick_folder};
use super::samples::every_kind;
use super::{Seeded, commit, environment, file_of, note, open, title};
use ::store::{Fact, Kept, Store, salvage, salvage_to};
use model::{Document, Kind};
use std::collections::BTreeMap;

/// A file of which this computer knows everything: its document, and its bytes a while ago and now.
fn known() -> (Place, Document, Vec<u8>, Vec<u8>) {
    let place = Place::new();
    let mut opened = place.open();
    let old = std::fs::read(&place.path).unwrap();
    for number in 0..5 {
        place.edit(&mut opened, &format!("note {number}"));
    }
    let document = commit(&mut opened.store, &opened.document, &title(&opened.document, "A"));
    let planned = model::plan(&document, &title(&document, "AB")).unwrap();
    opened.store.amend(&planned.edit, planned.document.used_up()).unwrap();
    opened.store.name_version("Half-way").unwrap();
    opened.store.undo().unwrap();
    opened.store.undo().unwrap();
    opened.store.redo().unwrap();
    let document = opened.store.reload().unwrap();
    // As after a crash: without the backup that closing makes.
    drop(opened);
    let now = std::fs::read(&place.path).unwrap();
    (place, document, old, now)
}

#[test]
fn whatever_the_damage_the_backup_and_the_edits_since_give_everything_back() {
    let (place, document, old, bytes) = known();
    let mut random = Seeded(7);
    let mut refused = 0;
    for number in 0..40 {
        let (_, damage) = KINDS[number % KINDS.len()];
        let damaged = damage(bytes.clone(), &old, &mut random);
        std::fs::write(&place.path, &damaged).unwrap();
        if Store::open(&place.path, Some(&place.local)).is_ok() {
            continue;
        }
        refused += 1;
        let kept = Kept::of_unopened(&place.path, &place.local).unwrap();
        let newest = &kept.backups()[0];
        assert_eq!(kept.since(newest.number).unwrap().edits, 10, "seven, two undos and a redo");
        let to = place.folder.path().join(format!("rescued {number}.baton"));
        kept.restore(newest.number, true, &to).unwrap();
        let mut rescued = open(&to);
        assert!(rescued.document == document);
        assert!(rescued.store.redo().unwrap().is_none() || rescued.store.undo().unwrap().is_some());
        assert_eq!(rescued.store.versions().unwrap()[0].name, "Half-way");
        assert_eq!(std::fs::read(&place.path).unwrap(), damaged, "the damaged file is as it was");
    }
    assert!(refused > 20, "only {refused} of 40 were refused");
}

#[test]
fn a_file_that_is_gone_comes_back_from_its_backup() {
    let (place, document, _, _) = known();
    std::fs::remove_file(&place.path).unwrap();
    let kept = Kept::of_unopened(&place.path, &place.local).unwrap();
    kept.restore(kept.backups()[0].number, true, &place.path).unwrap();
    assert_eq!(place.open().document, document);
    let elsewhere = place.folder.path().join("never there.baton");
    assert!(Kept::of_unopened(&elsewhere, &place.local).is_none());
}

#[test]
fn edits_that_the_file_lacks_are_made_again_and_can_be_undone() {
    let (place, document, old, _) = known();
    std::fs::write(&place.path, &old).unwrap();
    let mut opened = place.open();
    assert!(matches!(opened.notice.unwrap().facts(), [Fact::Behind { edits: 10, .. }]));
    assert_eq!(opened.store.ahead().unwrap().edits, 10);
    let before = opened.document;
    let restored = opened.store.restore_recorded(&before).unwrap();
    assert_eq!(restored, document);
    assert_eq!(opened.store.ahead(), None, "nothing is lacking any more");
    // The file as it was put back is a backup, and undo leads there, too.
    let kept = backups(&mut opened.store);
    assert_eq!(kept[0].last, None);
    // So are the edits as they were to be, should making them again stop half-way.
    let whole = place.folder.path().join("whole.baton");
    opened.store.kept().unwrap().restore(kept[1].number, false, &whole).unwrap();
    assert_eq!(open(&whole).document, document);
    while opened.store.undo().unwrap().is_some() {}
    assert_eq!(opened.store.reload().unwrap(), before);
    opened.store.close().unwrap();
    assert_eq!(place.open().notice, None);
}

#[test]
fn edits_that_the_file_lacks_become_a_backup_before_another_edit_leads_elsewhere() {
    let (place, document, old, _) = known();
    std::fs::write(&place.path, &old).unwrap();
    let mut opened = place.open();
    place.edit(&mut opened, "another way");
    let kept = backups(&mut opened.store);
    let whole = place.folder.path().join("whole.baton");
    opened.store.kept().unwrap().restore(kept[1].number, false, &whole).unwrap();
    assert_eq!(open(&whole).document, document);
    // The newest is the file itself as it was before the edit.
    assert_eq!(kept[0].last, None);
    opened.store.close().unwrap();
    assert_eq!(place.open().notice, None);
}

#[test]
fn edits_are_not_made_when_the_present_cannot_be_kept_first() {
    let (place, _, old, _) = known();
    std::fs::write(&place.path, &old).unwrap();
    std::fs::remove_dir_all(place.local.0.join("backups")).unwrap();
    std::fs::write(place.local.0.join("backups"), "").unwrap();
    let mut opened = place.open();
    let error = opened.store.restore_recorded(&opened.document).unwrap_err();
    assert_eq!(error.code(), "notKept");
    drop(opened);
    assert_eq!(std::fs::read(&place.path).unwrap(), old, "nothing has changed");
}

#[test]
fn a_whole_file_is_salvaged_whole() {
    let document = every_kind();
    let (folder, path) = file_of(&document);
    let salvaged = salvage(&path).unwrap();
    assert_eq!(salvaged.document, document);
    assert_eq!(salvaged.document.used_up(), document.used_up());
    assert!(salvaged.lost.is_empty() && salvaged.unknown == 0 && salvaged.from_history == 0);
    assert_eq!(salvaged.kept.values().sum::<usize>(), document.len());
    let to = folder.path().join("salvaged.baton");
    salvage_to(&path, &to).unwrap();
    assert_eq!(open(&to).document, document);
    assert_eq!(salvage_to(&path, &to).unwrap_err().code(), "fileExists");
}

#[test]
fn what_is_damaged_is_left_out_with_what_needs_it_and_counted() {
    let document = every_kind();
    let (_folder, path) = file_of(&document);
    // The second step; a connector, its handoff and more hang on it.
    spoil(&path, "確認");
    assert!(Store::open(&path, None).is_err());
    let salvaged = salvage(&path).unwrap();
    assert_eq!(salvaged.lost.get(&Kind::Step), Some(&1));
    assert_eq!(salvaged.lost.get(&Kind::Connector), Some(&1));
    assert_eq!(salvaged.lost.get(&Kind::Handoff), Some(&1));
    let lost: usize = salvaged.lost.values().sum();
    assert_eq!(salvaged.document.len() + lost, document.len());
    // What is left is as it was, except that it lets go of what is lost.
    assert_eq!(salvaged.document.steps().next(), document.steps().next());
}

#[test]
fn history_fills_in_what_is_damaged() {
    let (_folder, path) = file_of(&super::samples::small());
    let mut opened = open(&path);
    let document = commit(&mut opened.store, &opened.document, &note("written down"));
    opened.store.close().unwrap();
    // The row of the record alone: the same text stands in the history.
    let mut bytes = std::fs::read(&path).unwrap();
    let text = "written down".as_bytes();
    let at = bytes.windows(text.len()).position(|it| it == text).unwrap();
    bytes[at] ^= 1;
    std::fs::write(&path, bytes).unwrap();
    assert!(Store::open(&path, None).is_err());
    let salvaged = salvage(&path).unwrap();
    assert_eq!(salvaged.from_history, 1);
    assert_eq!(salvaged.document, document);
}

/// The page of one table is older than the rest, as a torn copy or a failing stick leaves it.
#[test]
fn a_row_that_is_older_than_the_history_is_not_believed() {
    let (_folder, path) = file_of(&super::samples::small());
    let mut opened = open(&path);
    let first = commit(&mut opened.store, &opened.document, &note("written first"));
    opened.store.close().unwrap();
    let old = std::fs::read(&path).unwrap();
    let mut opened = open(&path);
    let named = commit(&mut opened.store, &first, &title(&first, "Called otherwise"));
    let taken = model::Command::Delete { ids: vec![named.pain_points().next().unwrap().id.into()] };
    let document = commit(&mut opened.store, &named, &taken);
    opened.store.close().unwrap();
    let mut bytes = std::fs::read(&path).unwrap();
    // The table of records fits into one page, the one after the schema's.
    let page = 4096..8192;
    assert!(bytes[page.clone()] != old[page.clone()]);
    bytes[page.clone()].copy_from_slice(&old[page]);
    std::fs::write(&path, bytes).unwrap();
    assert!(Store::open(&path, None).is_err());
    let salvaged = salvage(&path).unwrap();
    assert_eq!(salvaged.document, document);
    assert!(salvaged.from_history > 0);
}

/// The other way round: the summary's page is the old one, and history goes on from it.
#[test]
fn a_summary_that_is_older_than_the_history_overrules_no_row() {
    let (_folder, path) = file_of(&super::samples::small());
    let mut opened = open(&path);
    let first = commit(&mut opened.store, &opened.document, &title(&opened.document, "Once"));
    opened.store.close().unwrap();
    let old = std::fs::read(&path).unwrap();
    let mut opened = open(&path);
    let document = commit(&mut opened.store, &first, &title(&first, "Now"));
    opened.store.close().unwrap();
    let mut bytes = std::fs::read(&path).unwrap();
    // Tables lie in the order they were made: schema, records, edits, versions, summary.
    let page = 4 * 4096..5 * 4096;
    assert!(bytes[page.clone()] != old[page.clone()]);
    bytes[page.clone()].copy_from_slice(&old[page]);
    std::fs::write(&path, bytes).unwrap();
    assert!(Store::open(&path, None).is_err());
    assert_eq!(salvage(&path).unwrap().document, document);
}

/// Damage of every kind, in files of every kind of record: what is read keeps the rules and is never
/// anything that was not written.
#[test]
fn what_is_salvaged_was_written() {
    let document = every_kind();
    let (_folder, path) = file_of(&document);
    let mut opened = open(&path);
    let mut last = opened.document;
    for number in 0..20 {
        last = commit(&mut opened.store, &last, &note(&format!("note {number}")));
    }
    let old = std::fs::read(&path).unwrap();
    last = commit(&mut opened.store, &last, &title(&last, "Another title"));
    opened.store.close().unwrap();
    let bytes = std::fs::read(&path).unwrap();
    let folder = quick_folder();
    let path = folder.path().join("damaged.baton");
    let mut random = Seeded(99);
    let mut shares: BTreeMap<&str, (usize, usize, usize)> = BTreeMap::new();
    for number in 0..environment("BATON_SALVAGES", 800) {
        let (name, damage) = KINDS[number % KINDS.len()];
        let damaged = damage(bytes.clone(), &old, &mut random);
        std::fs::write(&path, &damaged).unwrap();
        let share = shares.entry(name).or_default();
        share.0 += 1;
        let Ok(salvaged) = salvage(&path) else { continue };
        share.1 += 1;
        share.2 += salvaged.document.len() * 100 / last.len();
        salvaged.document.check().unwrap();
        for text in salvaged.document.pain_points().map(|it| &it.text) {
            assert!(last.pain_points().any(|it| it.text == *text), "{text} was never written");
        }
        for step in salvaged.document.steps() {
            assert_eq!(last.step(step.id).map(|it| &it.name), Some(&step.name));
        }
        assert_eq!(std::fs::read(&path).unwrap(), damaged);
    }
    println!("files, readable, sum of percents kept: {shares:?}");
    for (name, (files, readable, kept)) in shares {
        // A cut or a zeroed page may take the only state with it; a few bytes seldom do.
        assert!(readable * 3 >= files, "{name}: {readable} of {files}");
        assert!(kept >= readable * 50, "{name}: {kept} percent in {readable}");
    }
}

#[test]
fn nothing_is_salvaged_from_what_is_no_file_of_ours() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("letter.baton");
    for (bytes, code) in [
        (&b""[..], "fileEmpty"),
        (b"Dear customer,", "nothingToSalvage"),
        (&[13; 9_000], "nothingToSalvage"),
    ] {
        std::fs::write(&path, bytes).unwrap();
        assert_eq!(salvage(&path).unwrap_err().code(), code);
    }
    assert_eq!(salvage(folder.path()).unwrap_err().code(), "notABatonFile");
    let opened = file_of(&every_kind());
    let _open = open(&opened.1);
    assert_eq!(salvage(&opened.1).unwrap_err().code(), "fileOpenElsewhere");
}
