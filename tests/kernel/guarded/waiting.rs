//! An edit that the disk does not take.

use super::{Place, edit_from_elsewhere, notes_in, text};
use crate::desk::two_teams;
use session::api::{FileNotice, Reply, Request};

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
