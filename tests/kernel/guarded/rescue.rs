//! A file that is damaged or gone, its backups, edits that only this computer has, and an end
//! without goodbye.

use super::{Place, notes_in, text};
use crate::desk::two_teams;
use model::Kind;
use session::api::{FileNotice, RecoverBy, Reply, Request};
use std::path::Path;

/// Turns a bit of this text over, everywhere in the file.
fn spoil(path: &Path, text: &str) -> Vec<u8> {
    let mut bytes = std::fs::read(path).unwrap();
    let found: Vec<usize> = (0..bytes.len() - text.len())
        .filter(|at| &bytes[*at..*at + text.len()] == text.as_bytes())
        .collect();
    assert!(!found.is_empty());
    for at in found {
        bytes[at] ^= 1;
    }
    std::fs::write(path, &bytes).unwrap();
    bytes
}

#[test]
fn a_damaged_file_offers_its_backup_with_the_edits_since_and_what_can_be_read() {
    let mut place = Place::new(two_teams());
    place.edit("first").unwrap();
    place.edit("second").unwrap();
    place.die();
    let damaged = spoil(&place.path, "Write offer");
    let error = place.open().unwrap_err();
    assert_eq!(error.code, "fileDamaged");
    let rescue = place.rescue().unwrap();
    assert_eq!((rescue.name.as_str(), rescue.code.as_str()), ("work", "fileDamaged"));
    assert_eq!(rescue.message, error.message);
    let newest = &rescue.backups[0];
    assert_eq!((newest.steps, newest.since.unwrap().edits), (2, 2));
    let salvage = rescue.salvage.unwrap();
    let lost: Vec<(Kind, u32)> = salvage.lost.iter().map(|it| (it.kind, it.count)).collect();
    assert_eq!(lost, [(Kind::Step, 1)]);

    let by = RecoverBy::Backup { number: newest.number, with_recorded: true };
    let over = place.ask(Request::Recover { by, path: text(&place.path) }).unwrap_err();
    assert_eq!(over.code, "fileExists", "never over the damaged one");
    let to = place.in_folder("recovered.baton");
    let Reply::Recovered(recovered) = place.ask(Request::Recover { by, path: text(&to) }).unwrap()
    else {
        panic!()
    };
    assert_eq!((recovered.opened.name.as_str(), recovered.salvage), ("recovered", None));
    assert_eq!(place.notes(), ["first", "second"]);
    assert!(place.rescue().is_none(), "a file is open");

    place.open().unwrap_err();
    let to = place.in_folder("salvaged.baton");
    let by = RecoverBy::Salvage;
    let Reply::Recovered(recovered) = place.ask(Request::Recover { by, path: text(&to) }).unwrap()
    else {
        panic!()
    };
    assert_eq!(recovered.salvage, Some(salvage));
    assert_eq!(place.notes(), ["first", "second"]);
    assert_eq!(place.desk.session().unwrap().document().steps().count(), 1);
    assert_eq!(std::fs::read(&place.path).unwrap(), damaged, "only read");
}

#[test]
fn a_file_that_is_gone_comes_back_from_its_backup() {
    let mut place = Place::new(two_teams());
    place.edit("first").unwrap();
    place.ask(Request::Close).unwrap();
    std::fs::remove_file(&place.path).unwrap();
    assert_eq!(place.open().unwrap_err().code, "fileMissing");
    let rescue = place.rescue().unwrap();
    assert_eq!(rescue.salvage, None);
    let number = rescue.backups[0].number;
    let by = RecoverBy::Backup { number, with_recorded: false };
    place.ask(Request::Recover { by, path: text(&place.path) }).unwrap();
    assert_eq!(place.notes(), ["first"]);
}

#[test]
fn a_file_that_was_never_here_and_is_no_map_offers_nothing() {
    let mut place = Place::new(two_teams());
    place.ask(Request::Close).unwrap();
    assert!(place.rescue().is_none());
    let letter = place.in_folder("letter.baton");
    std::fs::write(&letter, "Dear customer").unwrap();
    let error = place.ask(Request::Open { path: text(&letter) }).unwrap_err();
    assert_eq!(error.code, "notABatonFile");
    assert!(place.rescue().is_none());
    let by = RecoverBy::Salvage;
    let path = text(&place.in_folder("out.baton"));
    let error = place.ask(Request::Recover { by, path }).unwrap_err();
    assert_eq!(error.code, "nothingToSalvage");
}

#[test]
fn backups_of_an_open_file_are_listed_and_restored_beside_it() {
    let mut place = Place::new(two_teams());
    assert_eq!(place.backups(), []);
    place.edit("one").unwrap();
    place.open().unwrap();
    place.edit("two").unwrap();
    let backups = place.backups();
    assert_eq!(backups.iter().map(|it| it.number).collect::<Vec<_>>(), [2, 1]);
    assert_eq!(backups[0].last.as_ref().unwrap().code, model::LabelCode::AddPainPoint);
    assert_eq!(backups[0].since.unwrap().edits, 1);
    assert_eq!(backups[1].since, None);
    let to = place.in_folder("earlier.baton");
    let by = RecoverBy::Backup { number: 2, with_recorded: false };
    place.ask(Request::Recover { by, path: text(&to) }).unwrap();
    assert_eq!(place.notes(), ["one"]);
    assert_eq!(notes_in(&place.path), ["one", "two"]);
}

#[test]
fn edits_that_the_file_lacks_are_told_and_restored_when_asked() {
    let mut place = Place::new(two_teams());
    let old = std::fs::read(&place.path).unwrap();
    place.edit("one").unwrap();
    place.edit("two").unwrap();
    place.ask(Request::Close).unwrap();
    std::fs::write(&place.path, &old).unwrap();
    let opened = place.open().unwrap();
    assert!(matches!(opened.notices[..], [FileNotice::Behind { edits: 2, .. }]));
    assert_eq!(place.notes(), Vec::<String>::new(), "never silently");
    let Reply::Opened(opened) = place.ask(Request::RestoreRecorded).unwrap() else { panic!() };
    assert_eq!(opened.notices, []);
    assert_eq!(place.notes(), ["one", "two"]);
    place.ask(Request::Undo).unwrap();
    assert_eq!(place.notes(), ["one"]);
}

#[test]
fn going_on_without_them_ends_the_telling() {
    let mut place = Place::new(two_teams());
    let old = std::fs::read(&place.path).unwrap();
    place.edit("one").unwrap();
    place.ask(Request::Close).unwrap();
    std::fs::write(&place.path, &old).unwrap();
    assert_eq!(place.open().unwrap().notices.len(), 1);
    place.edit("another way").unwrap();
    assert_eq!(place.patches.last().unwrap().notices, Some(Vec::new()));
}

#[test]
fn a_backup_that_cannot_be_made_is_told_with_the_edit() {
    let mut place = Place::new(two_teams());
    std::fs::write(place.in_folder("app-data/backups"), "").unwrap();
    place.edit("kept all the same").unwrap();
    let told = place.patches.last().unwrap().notices.clone();
    assert_eq!(told, Some(vec![FileNotice::NotBackedUp]));
    place.edit("said once").unwrap();
    assert_eq!(place.patches.last().unwrap().notices, None);
}

#[test]
fn what_was_open_when_baton_died_is_open_again_once() {
    let mut place = Place::new(two_teams());
    place.edit("the last thing").unwrap();
    place.die();
    let started = place.start();
    let last = started.reopened.unwrap().last.unwrap();
    assert_eq!(last.code, model::LabelCode::AddPainPoint);
    assert_eq!(started.opened.unwrap().name, "work");
    assert_eq!(place.notes(), ["the last thing"]);
    assert!(place.start().reopened.is_none(), "told once");
    // Closed by a person, it stays closed.
    place.ask(Request::Close).unwrap();
    place.die();
    let started = place.start();
    assert!(started.opened.is_none() && started.reopened.is_none());
    // A file that cannot be opened any more is told of once, with what there is to have.
    place.open().unwrap();
    place.die();
    spoil(&place.path, "Write offer");
    let started = place.start();
    assert_eq!(started.failure.unwrap().code, "fileDamaged");
    assert!(place.rescue().unwrap().salvage.is_some());
    place.die();
    assert!(place.start().failure.is_none());
}
