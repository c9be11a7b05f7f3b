//! Where an engagement lives: begun at once, placed later, put back, and copied.

use super::{Place, edit_from_elsewhere, notes_in, text};
use crate::desk::two_teams;
use session::api::{FileNotice, Opened, RecoverBy, Reply, Request};
use std::path::PathBuf;

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
