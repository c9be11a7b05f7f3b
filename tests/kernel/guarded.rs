//! What protects the work, through the doors that a view has: an edit that the disk does not take, a
//! file that is damaged, gone or put back, an end without goodbye, and a diagnosis.

use crate::desk::{Nobody, file_of, two_teams};
use crate::store::samples::every_kind;
use model::{Command, Document, Kind, Record};
use serde_json::Value;
use session::api::{
    BackupShown, FileNotice, Opened, Patch, RecoverBy, Reply, Request, RescueShown, Started,
};
use session::{Desk, Failure};
use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use tempfile::TempDir;

struct Place {
    folder: TempDir,
    path: PathBuf,
    desk: Desk,
    patches: Vec<Patch>,
}

fn text(path: &Path) -> Option<String> {
    Some(path.to_str().unwrap().to_owned())
}

impl Place {
    /// A file that is open, with an app-data folder beside it.
    fn new(document: Document) -> Place {
        let (folder, path) = file_of(document);
        let desk = desk(&folder);
        let mut place = Place { folder, path, desk, patches: Vec::new() };
        place.open().unwrap();
        place
    }

    fn ask(&mut self, request: Request) -> Result<Reply, Failure> {
        let patches = &mut self.patches;
        self.desk.answer(request, &mut Nobody::default(), &mut |it| patches.push(it))
    }

    fn open(&mut self) -> Result<Opened, Failure> {
        match self.ask(Request::Open { path: text(&self.path) })? {
            Reply::Opened(opened) => Ok(opened),
            other => panic!("{other:?}"),
        }
    }

    fn edit(&mut self, text: &str) -> Result<Reply, Failure> {
        let command =
            Command::AddPainPoint { text: text.to_owned(), about: Vec::new(), cause: None };
        self.ask(Request::Apply { command })
    }

    fn in_folder(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    /// The texts that were written, in the open file.
    fn notes(&self) -> Vec<String> {
        let document = self.desk.session().unwrap().document();
        document.pain_points().map(|it| it.text.clone()).collect()
    }

    fn waits(&mut self) -> Option<String> {
        match self.ask(Request::Waiting).unwrap() {
            Reply::Waiting(waiting) => waiting.map(|it| it.code),
            other => panic!("{other:?}"),
        }
    }

    fn rescue(&mut self) -> Option<RescueShown> {
        match self.ask(Request::Rescue).unwrap() {
            Reply::Rescue(rescue) => rescue,
            other => panic!("{other:?}"),
        }
    }

    fn backups(&mut self) -> Vec<BackupShown> {
        match self.ask(Request::Backups).unwrap() {
            Reply::Backups(backups) => backups,
            other => panic!("{other:?}"),
        }
    }

    fn start(&mut self) -> Started {
        match self.ask(Request::Start).unwrap() {
            Reply::Started(started) => started,
            other => panic!("{other:?}"),
        }
    }

    /// Baton ends without closing anything, and starts again.
    fn die(&mut self) {
        // A backup under way is in place by then, which is what most deaths find.
        let _ = self.ask(Request::Backups);
        self.desk = desk(&self.folder);
    }
}

fn desk(folder: &TempDir) -> Desk {
    Desk::new("0", Some(folder.path().join("app-data")), None)
}

fn notes_in(path: &Path) -> Vec<String> {
    let document = ::store::Store::open(path, None).unwrap().document;
    document.pain_points().map(|it| it.text.clone()).collect()
}

#[test]
fn an_edit_that_the_file_does_not_take_waits_and_goes_on_elsewhere() {
    let mut place = Place::new(two_teams());
    place.edit("saved").unwrap();
    let away = place.in_folder("away.baton");
    std::fs::rename(&place.path, &away).unwrap();
    assert_eq!(place.edit("not saved").unwrap_err().code, "fileMoved");
    assert_eq!(place.waits().as_deref(), Some("fileMoved"));
    assert_eq!(place.notes(), ["saved"], "what is not on disk is not shown as if it were");
    // Nothing is built on ground that is not on disk.
    assert_eq!(place.edit("after it").unwrap_err().code, "editWaiting");
    assert_eq!(place.ask(Request::Undo).unwrap_err().code, "editWaiting");
    assert_eq!(place.ask(Request::TryAgain).unwrap_err().code, "fileMoved");
    // Nor is it dropped by closing the file, or by opening another one.
    assert_eq!(place.ask(Request::Close).unwrap_err().code, "editWaiting");
    assert_eq!(place.open().unwrap_err().code, "editWaiting");
    assert_eq!(place.waits().as_deref(), Some("fileMoved"));
    // Under the name that the file had, too, now that it is free.
    let elsewhere = place.path.clone();
    let Reply::Opened(opened) =
        place.ask(Request::SaveElsewhere { path: text(&elsewhere) }).unwrap()
    else {
        panic!()
    };
    assert_eq!((opened.name.as_str(), opened.waiting), ("work", None));
    assert_eq!(place.notes(), ["saved", "not saved"]);
    // Its history came with it, and work goes on there.
    place.ask(Request::Undo).unwrap();
    place.ask(Request::Undo).unwrap();
    place.ask(Request::Redo).unwrap();
    place.edit("goes on").unwrap();
    place.ask(Request::Close).unwrap();
    assert_eq!(notes_in(&elsewhere), ["saved", "goes on"]);
    assert_eq!(notes_in(&away), ["saved"], "the file so far is as it was");
    let recent = place.start().recent;
    assert!(recent.iter().any(|it| it.name == "work"));
}

#[test]
fn the_first_edit_waits_too_and_is_saved_when_the_file_is_back() {
    let mut place = Place::new(two_teams());
    let away = place.in_folder("away.baton");
    std::fs::rename(&place.path, &away).unwrap();
    assert_eq!(place.edit("first").unwrap_err().code, "fileMoved");
    std::fs::rename(&away, &place.path).unwrap();
    let Reply::Opened(opened) = place.ask(Request::TryAgain).unwrap() else { panic!() };
    assert_eq!(opened.waiting, None);
    assert_eq!(place.notes(), ["first"]);
    assert_eq!(place.waits(), None);
    place.edit("second").unwrap();
    place.ask(Request::Close).unwrap();
    assert_eq!(notes_in(&place.path), ["first", "second"]);
}

/// What is in memory alone is in the flight recorder, too.
#[test]
fn an_edit_that_waits_is_offered_again_when_baton_died_with_it() {
    let mut place = Place::new(two_teams());
    let away = place.in_folder("away.baton");
    std::fs::rename(&place.path, &away).unwrap();
    place.edit("first").unwrap_err();
    assert!(place.desk.unsaved().unwrap().kept);
    place.ask(Request::TryAgain).unwrap_err();
    place.die();
    std::fs::rename(&away, &place.path).unwrap();
    let opened = place.open().unwrap();
    assert!(matches!(opened.notices[..], [FileNotice::Behind { edits: 1, .. }]));
    place.ask(Request::RestoreRecorded).unwrap();
    assert_eq!(place.notes(), ["first"]);
    assert!(place.desk.unsaved().is_none());

    // One that was let go of is not.
    std::fs::rename(&place.path, &away).unwrap();
    place.edit("second").unwrap_err();
    place.ask(Request::DiscardWaiting).unwrap();
    place.die();
    std::fs::rename(&away, &place.path).unwrap();
    assert_eq!(place.open().unwrap().notices, []);

    // Nor is one that was saved, here or elsewhere.
    std::fs::rename(&place.path, &away).unwrap();
    place.edit("third").unwrap_err();
    std::fs::rename(&away, &place.path).unwrap();
    place.ask(Request::TryAgain).unwrap();
    place.die();
    assert_eq!(place.open().unwrap().notices, []);
    assert_eq!(place.notes(), ["first", "third"]);
    std::fs::rename(&place.path, &away).unwrap();
    place.edit("fourth").unwrap_err();
    let elsewhere = place.in_folder("elsewhere.baton");
    place.ask(Request::SaveElsewhere { path: text(&elsewhere) }).unwrap();
    place.die();
    std::fs::rename(&away, &place.path).unwrap();
    assert_eq!(place.open().unwrap().notices, []);
    assert_eq!(notes_in(&elsewhere), ["first", "third", "fourth"]);
}

/// Another program edits the file while it is open here.
fn edit_from_elsewhere(place: &Place) {
    let copy = place.in_folder("other.baton");
    std::fs::copy(&place.path, &copy).unwrap();
    let mut other = session::Session::open(&copy, None).unwrap();
    let command =
        Command::AddPainPoint { text: "theirs".to_owned(), about: Vec::new(), cause: None };
    other.apply(&command).unwrap();
    other.close().unwrap();
    // In place, so that it is the same file still.
    std::fs::write(&place.path, std::fs::read(&copy).unwrap()).unwrap();
    std::fs::remove_file(copy).unwrap();
}

#[test]
fn an_edit_on_a_file_that_somebody_changed_is_discarded_or_goes_elsewhere() {
    let mut place = Place::new(two_teams());
    place.edit("before").unwrap();
    edit_from_elsewhere(&place);
    assert_eq!(place.edit("mine").unwrap_err().code, "fileChanged");
    // Both made a record with the same number, so mine does not fit on theirs.
    let refused = place.ask(Request::TryAgain).unwrap_err();
    assert!(!refused.message.is_empty());
    assert!(place.waits().is_some(), "it waits on");
    place.ask(Request::DiscardWaiting).unwrap();
    assert_eq!(place.waits(), None);
    place.edit("again").unwrap();
    assert_eq!(place.notes(), ["before", "theirs", "again"]);

    edit_from_elsewhere(&place);
    assert_eq!(place.edit("mine").unwrap_err().code, "fileChanged");
    let elsewhere = place.in_folder("mine.baton");
    place.ask(Request::SaveElsewhere { path: text(&elsewhere) }).unwrap();
    assert_eq!(place.notes(), ["before", "theirs", "again", "mine"]);
    assert_eq!(notes_in(&place.path), ["before", "theirs", "again", "theirs"]);
}

#[test]
fn an_edit_that_fits_nowhere_waits_until_it_is_discarded() {
    let mut place = Place::new(two_teams());
    edit_from_elsewhere(&place);
    assert!(place.edit("mine").is_err());
    // Theirs has a record of the same number: neither file can take it as it is.
    assert!(place.ask(Request::TryAgain).is_err());
    let beside = place.in_folder("beside.baton");
    assert!(place.ask(Request::SaveElsewhere { path: text(&beside) }).is_err());
    assert!(place.waits().is_some());
    place.ask(Request::DiscardWaiting).unwrap();
    assert_eq!(place.waits(), None);
    place.edit("later").unwrap();
    assert_eq!(place.notes().last().map(String::as_str), Some("later"));
}

#[test]
fn a_place_that_takes_nothing_leaves_everything_as_it_is() {
    let mut place = Place::new(two_teams());
    place.edit("saved").unwrap();
    let before = std::fs::read(&place.path).unwrap();
    for (name, code) in [("work.baton", "fileExists"), ("no/such/folder.baton", "folderMissing")] {
        let path = text(&place.in_folder(name));
        assert_eq!(place.ask(Request::SaveElsewhere { path }).unwrap_err().code, code);
    }
    assert!(matches!(place.ask(Request::SaveElsewhere { path: None }), Ok(Reply::Cancelled)));
    assert_eq!(std::fs::read(&place.path).unwrap(), before);
    place.edit("goes on").unwrap();
}

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

/// An engagement that was begun without a question.
fn begun(place: &mut Place) -> Opened {
    let blank = model::Blank {
        title: "At: the site".into(),
        process: "Onboarding".into(),
        state: "Today".into(),
        teams: vec!["Sales".into(), "Delivery".into()],
        calendar: "Mon–Fri".into(),
    };
    match place.ask(Request::NewEngagement { blank, path: None }).unwrap() {
        Reply::Opened(opened) => opened,
        other => panic!("{other:?}"),
    }
}

#[test]
fn an_engagement_begins_at_once_and_is_given_its_place_later() {
    let mut place = Place::new(two_teams());
    let opened = begun(&mut place);
    assert!(opened.unplaced);
    assert_eq!(opened.name, "At the site");
    let at_first = PathBuf::from(&opened.path);
    assert!(at_first.starts_with(place.in_folder("app-data").canonicalize().unwrap()));
    place.edit("in the first minute").unwrap();
    place.die();
    let started = place.start();
    assert!(started.opened.unwrap().unplaced, "it is a file from the first moment");
    place.edit("in the second").unwrap();
    // A place that is taken, or none, leaves it where it is.
    assert!(matches!(place.ask(Request::Place { path: None }), Ok(Reply::Cancelled)));
    let taken = text(&place.path);
    assert_eq!(place.ask(Request::Place { path: taken }).unwrap_err().code, "fileExists");
    place.edit("in the third").unwrap();

    let chosen = place.in_folder("Client.baton");
    let Reply::Opened(opened) = place.ask(Request::Place { path: text(&chosen) }).unwrap() else {
        panic!()
    };
    assert_eq!((opened.name.as_str(), opened.unplaced), ("Client", false));
    assert!(!at_first.exists());
    assert!(!at_first.parent().unwrap().exists());
    // All of its history came along, and what this computer kept of it.
    place.ask(Request::Undo).unwrap();
    place.ask(Request::Redo).unwrap();
    place.edit("in its place").unwrap();
    assert!(place.backups().len() >= 2);
    place.die();
    let recent = place.start().recent;
    assert!(recent.iter().all(|it| !it.unplaced && it.path != at_first.display().to_string()));
    assert_eq!(place.notes().len(), 4);
    // It has one now.
    assert!(matches!(place.ask(Request::Place { path: None }), Ok(Reply::Opened(_))));
}

#[test]
fn what_is_placed_can_be_had_again_and_is_not_given_up_for_less() {
    let mut place = Place::new(two_teams());
    let at_first = PathBuf::from(begun(&mut place).path);
    place.edit("first").unwrap();
    // Somebody else's state is in the file: what would be moved is not all there is.
    let mine = std::mem::replace(&mut place.path, at_first.clone());
    edit_from_elsewhere(&place);
    place.path = mine;
    let chosen = place.in_folder("Client.baton");
    let refused = place.ask(Request::Place { path: text(&chosen) }).unwrap_err();
    assert_eq!(refused.code, "fileChanged");
    assert!(at_first.exists() && !chosen.exists());
    place.die();
    place.ask(Request::Open { path: text(&at_first) }).unwrap();
    place.ask(Request::Place { path: text(&chosen) }).unwrap();
    assert!(!at_first.exists());
    place.ask(Request::Close).unwrap();
    // Lost with its stick before it was edited there; and another one begins meanwhile.
    std::fs::remove_file(&chosen).unwrap();
    begun(&mut place);
    place.edit("of another client").unwrap();
    assert_eq!(place.ask(Request::Open { path: text(&chosen) }).unwrap_err().code, "fileMissing");
    let number = place.rescue().unwrap().backups[0].number;
    let by = RecoverBy::Backup { number, with_recorded: true };
    place.ask(Request::Recover { by, path: text(&chosen) }).unwrap();
    assert_eq!(place.notes(), ["first", "theirs"]);
}

#[test]
fn an_old_version_put_back_while_the_file_is_open_cuts_nothing_off() {
    let mut place = Place::new(two_teams());
    let old = std::fs::read(&place.path).unwrap();
    place.edit("one").unwrap();
    place.edit("two").unwrap();
    std::fs::write(&place.path, &old).unwrap();
    assert_eq!(place.edit("three").unwrap_err().code, "fileChanged");
    assert!(!place.desk.unsaved().unwrap().kept, "nothing leads to it from what is there now");
    let Reply::Opened(opened) = place.ask(Request::DiscardWaiting).unwrap() else { panic!() };
    assert!(matches!(opened.notices[..], [FileNotice::Behind { edits: 2, .. }]));
    place.edit("another way").unwrap();
    let number = place.backups()[0].number;
    let to = place.in_folder("as it was.baton");
    let by = RecoverBy::Backup { number, with_recorded: false };
    place.ask(Request::Recover { by, path: text(&to) }).unwrap();
    assert_eq!(place.notes(), ["one", "two"]);
    assert_eq!(notes_in(&place.path), ["another way"]);
}

#[test]
fn a_copy_of_a_newer_file_is_one_that_can_be_edited() {
    let mut place = Place::new(two_teams());
    place.edit("one").unwrap();
    place.ask(Request::Close).unwrap();
    let other = rusqlite::Connection::open(&place.path).unwrap();
    other.execute_batch("PRAGMA user_version = 2").unwrap();
    drop(other);
    let opened = place.open().unwrap();
    assert_eq!((opened.read_only, opened.notices), (true, vec![FileNotice::Newer]));
    assert_eq!(place.edit("two").unwrap_err().code, "fileReadOnly");
    let copy = place.in_folder("copy.baton");
    let Reply::Opened(opened) = place.ask(Request::SaveElsewhere { path: text(&copy) }).unwrap()
    else {
        panic!()
    };
    assert!(!opened.read_only);
    place.edit("two").unwrap();
    assert_eq!(place.notes(), ["one", "two"]);
}

#[test]
fn what_has_no_place_is_listed_until_it_has_one_and_what_is_empty_leaves_no_trace() {
    let mut place = Place::new(two_teams());
    let empty = PathBuf::from(begun(&mut place).path);
    place.ask(Request::Close).unwrap();
    assert!(!empty.exists(), "nothing was ever done in it");
    assert!(place.start().recent.iter().all(|it| !it.unplaced));
    // Nothing was, but something was tried.
    let tried = PathBuf::from(begun(&mut place).path);
    let away = place.in_folder("away.baton");
    std::fs::rename(&tried, &away).unwrap();
    place.edit("not saved").unwrap_err();
    place.die();
    std::fs::rename(&away, &tried).unwrap();
    place.ask(Request::Open { path: text(&tried) }).unwrap();
    place.ask(Request::Close).unwrap();
    place.ask(Request::Open { path: text(&tried) }).unwrap();
    place.ask(Request::RestoreRecorded).unwrap();
    assert_eq!(place.notes(), ["not saved"]);
    place.ask(Request::Close).unwrap();
    std::fs::remove_file(&tried).unwrap();
    begun(&mut place);
    place.edit("worth keeping").unwrap();
    let Reply::Opened(second) = place.ask(Request::OpenSample { path: None }).unwrap() else {
        panic!()
    };
    assert!(second.unplaced);
    place.ask(Request::Close).unwrap();
    // Forgetting what nobody would find again is no way to lose it.
    let path = place.start().recent.iter().find(|it| it.unplaced).unwrap().path.clone();
    place.ask(Request::Forget { path: path.clone() }).unwrap();
    let listed = place.start().recent.into_iter().filter(|it| it.unplaced);
    assert_eq!(listed.map(|it| it.path).collect::<Vec<_>>(), [path]);
}

#[test]
fn conflict_copies_beside_a_file_are_told() {
    let mut place = Place::new(two_teams());
    place.edit("here").unwrap();
    place.ask(Request::Close).unwrap();
    let bytes = std::fs::read(&place.path).unwrap();
    let copy = |name: &str| std::fs::write(place.in_folder(name), &bytes).unwrap();
    copy("work 2.baton");
    copy("work for the client.baton");
    // Another document under such a name is none.
    let other = place.in_folder("work-DESKTOP-1.baton");
    session::Session::create(&other, two_teams(), None).unwrap().close().unwrap();
    assert_eq!(place.open().unwrap().notices, [], "the same state is no conflict");
    place.edit("further").unwrap();
    let names = vec!["work 2.baton".to_owned()];
    assert_eq!(place.open().unwrap().notices, [FileNotice::Conflicts { names }]);
}

/// The text of every field that a person may write in, replaced by a mark, wherever it may be.
fn marked(document: &Document) -> (Document, usize) {
    let mut records = document.records();
    let mut marks = 0;
    for at in 0..records.len() {
        let mut paths = Vec::new();
        texts(&serde_json::to_value(&records[at]).unwrap(), String::new(), &mut paths);
        for path in paths {
            let mut value = serde_json::to_value(&records[at]).unwrap();
            let mark = format!("MARKER{marks}");
            *value.pointer_mut(&path).unwrap() = Value::String(mark);
            let Ok(record) = serde_json::from_value::<Record>(value) else { continue };
            let mut tried = records.clone();
            tried[at] = record;
            if Document::from_records(tried.clone()).is_ok() {
                records = tried;
                marks += 1;
            }
        }
    }
    (Document::from_records(records).unwrap(), marks)
}

fn texts(value: &Value, at: String, found: &mut Vec<String>) {
    match value {
        Value::String(_) => found.push(at),
        Value::Array(all) => {
            for (index, it) in all.iter().enumerate() {
                texts(it, format!("{at}/{index}"), found);
            }
        }
        Value::Object(all) => {
            all.iter().for_each(|(key, it)| texts(it, format!("{at}/{key}"), found))
        }
        _ => {}
    }
}

#[test]
fn a_diagnosis_holds_nothing_that_a_person_wrote() {
    let (document, marks) = marked(&every_kind());
    assert!(marks > 60, "{marks} fields");
    let mut place = Place::new(document.clone());
    place.edit("MARKER in an edit").unwrap();
    let id = document.the_engagement().unwrap().id.into();
    let command = Command::Rename { id, name: "MARKER in a title".to_owned() };
    place.ask(Request::Apply { command }).unwrap();
    place.ask(Request::NameVersion { name: "MARKER version".to_owned() }).unwrap();
    let missing = text(&place.in_folder("MARKER.baton"));
    place.ask(Request::SaveElsewhere { path: missing }).unwrap();
    place.ask(Request::RestoreVersion { version: 99 }).unwrap_err();
    let Reply::Diagnosis(said) = place.ask(Request::Diagnosis).unwrap() else { panic!() };
    assert!(!said.contains("MARKER"), "{said}");
    assert!(!said.contains(place.folder.path().to_str().unwrap()), "{said}");
    for wanted in [
        "Baton 0",
        "File format: 1",
        "  engagement: 1",
        "  Apply AddPainPoint: done",
        "  Apply Rename: done",
        "  RestoreVersion: noSuchVersion",
    ] {
        assert!(said.contains(wanted), "{wanted} in {said}");
    }
    // Every line is of our own words: none is as long as something that a person writes.
    let long: BTreeSet<&str> = said.lines().filter(|it| it.len() > 120).collect();
    assert!(long.is_empty(), "{long:?}");
}
