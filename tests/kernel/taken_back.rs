//! What one undo takes back: a thing with the name it was given, taps of an arrow with those before,
//! and nothing where nothing changed.

use crate::desk::{file_of, two_teams};
use model::{Command, Document, LabelCode, Place, RecordId, StepEdit, StepId, StepKind, StepMove};
use session::Session;

fn step_named(document: &Document, name: &str) -> StepId {
    document.steps().find(|it| it.name == name).unwrap().id
}

fn adding(session: &Session) -> Command {
    let document = session.document();
    let lane = document.steps().next().unwrap().lane;
    let place = Place { x: 600, y: 72 };
    Command::AddStep { lane, place, shape: StepKind::Step, name: "New step".into() }
}

fn named(id: impl Into<RecordId>, name: &str) -> Command {
    Command::Rename { id: id.into(), name: name.into() }
}

#[test]
fn a_thing_and_its_name_are_one_edit_with_the_name_in_it() {
    let (_folder, path) = file_of(two_teams());
    let mut session = Session::open(&path, None).unwrap();
    let before = session.document();
    session.apply(&adding(&session)).unwrap();
    let id = step_named(&session.document(), "New step");
    let patch = session.apply(&named(id, "Call back")).unwrap();
    let undo = patch.history.undo.unwrap();
    assert_eq!((undo.code, undo.name.as_str()), (LabelCode::AddStep, "Call back"));
    session.undo().unwrap();
    assert_eq!(session.document().records(), before.records(), "both are taken back");
    session.redo().unwrap();
    assert_eq!(session.document().step(id).unwrap().name, "Call back");
    session.close().unwrap();
    let mut again = Session::open(&path, None).unwrap();
    again.undo().unwrap();
    assert_eq!(again.document().records(), before.records(), "also after closing");
}

#[test]
fn a_name_given_later_is_an_edit_of_its_own() {
    let (_folder, path) = file_of(two_teams());
    let mut session = Session::open(&path, None).unwrap();
    session.apply(&adding(&session)).unwrap();
    let id = step_named(&session.document(), "New step");
    // Something else was done in between.
    let edit = StepEdit::Systems(vec!["CRM".into()]);
    session.apply(&Command::EditStep { step: id, edit }).unwrap();
    session.apply(&named(id, "Call back")).unwrap();
    session.undo().unwrap();
    let step = session.document().step(id).unwrap().clone();
    assert_eq!((step.name.as_str(), step.systems.len()), ("New step", 1));
    // The name of what stood there before is none that was just made.
    let old = step_named(&session.document(), "Write offer");
    session.apply(&adding(&session)).unwrap();
    session.apply(&named(old, "Write the offer")).unwrap();
    session.undo().unwrap();
    assert_eq!(session.document().step(old).unwrap().name, "Write offer");
    assert_eq!(session.history().undo.unwrap().code, LabelCode::AddStep);
}

#[test]
fn what_was_undone_before_it_was_named_is_not_named() {
    let (_folder, path) = file_of(two_teams());
    let mut session = Session::open(&path, None).unwrap();
    session.apply(&adding(&session)).unwrap();
    let id = step_named(&session.document(), "New step");
    session.undo().unwrap();
    session.redo().unwrap();
    session.apply(&named(id, "Call back")).unwrap();
    session.undo().unwrap();
    assert_eq!(session.document().step(id).unwrap().name, "New step");
    // A version in between is a point one can come back to.
    session.undo().unwrap();
    session.apply(&adding(&session)).unwrap();
    let id = step_named(&session.document(), "New step");
    session.name_version("Before lunch").unwrap();
    session.apply(&named(id, "Call back")).unwrap();
    session.undo().unwrap();
    assert_eq!(session.document().step(id).unwrap().name, "New step");
}

#[test]
fn taps_of_an_arrow_are_undone_together_and_drags_are_not() {
    let (_folder, path) = file_of(two_teams());
    let mut session = Session::open(&path, None).unwrap();
    let id = step_named(&session.document(), "Write offer");
    let start = session.document().step(id).unwrap().place;
    let by = |session: &Session, x: i32| {
        let step = session.document().step(id).unwrap().clone();
        let place = Place { x: step.place.x + x, ..step.place };
        Command::MoveSteps { moves: vec![StepMove { step: id, lane: step.lane, place }] }
    };
    for _ in 0..3 {
        let tap = by(&session, 8);
        session.apply_tapped(&tap).unwrap();
    }
    assert_eq!(session.document().step(id).unwrap().place.x, start.x + 24);
    session.undo().unwrap();
    assert_eq!(session.document().step(id).unwrap().place, start);
    assert_eq!(session.history().undo, None);

    for _ in 0..2 {
        let drag = by(&session, 8);
        session.apply(&drag).unwrap();
    }
    session.undo().unwrap();
    assert_eq!(session.document().step(id).unwrap().place.x, start.x + 8);
    session.undo().unwrap();

    // There and back again is nothing to undo.
    let there = by(&session, 8);
    session.apply_tapped(&there).unwrap();
    let back = by(&session, -8);
    session.apply_tapped(&back).unwrap();
    assert_eq!((session.document().step(id).unwrap().place, session.history().undo), (start, None));
    // What came to nothing takes nothing that was done before it along.
    let other = step_named(&session.document(), "Check offer");
    session.apply(&Command::Delete { ids: vec![other.into()] }).unwrap();
    for dx in [8, -8, 8] {
        let tap = by(&session, dx);
        session.apply_tapped(&tap).unwrap();
    }
    session.undo().unwrap();
    assert_eq!(session.document().step(id).unwrap().place, start);
    assert_eq!(session.history().undo.unwrap().code, LabelCode::Delete);
    session.close().unwrap();
    let again = Session::open(&path, None).unwrap();
    assert_eq!(again.document().step(id).unwrap().place, start, "the file is sound");
}

#[test]
fn a_lane_that_its_content_keeps_as_high_as_it_is_leaves_no_edit() {
    let (_folder, path) = file_of(two_teams());
    let mut session = Session::open(&path, None).unwrap();
    let band = session.scene().lanes[0].clone();
    let id = step_named(&session.document(), "Write offer");
    let place = Place { x: 104, y: 400 };
    session
        .apply(&Command::MoveSteps { moves: vec![StepMove { step: id, lane: band.lane, place }] })
        .unwrap();
    let edit = session.history().undo;
    let high = session.scene().lanes[0].height;
    assert!(high > band.height);
    session.apply(&Command::ResizeLane { lane: band.lane, height: 100 }).unwrap();
    assert_eq!((session.scene().lanes[0].height, session.history().undo), (high, edit));
    session.apply(&Command::ResizeLane { lane: band.lane, height: 900 }).unwrap();
    assert_eq!(session.scene().lanes[0].height, 900.0);
    assert_eq!(session.history().undo.unwrap().code, LabelCode::ResizeLane);
}

#[test]
fn a_locked_step_is_not_deleted_by_itself() {
    let (_folder, path) = file_of(two_teams());
    let mut session = Session::open(&path, None).unwrap();
    let id = step_named(&session.document(), "Write offer");
    session.apply(&Command::Lock { steps: vec![id], pinned: true }).unwrap();
    let delete = Command::Delete { ids: vec![id.into()] };
    let refused = session.apply(&delete).unwrap_err();
    assert_eq!(refused.code, "locked");
    assert!(refused.message.contains("Write offer"), "{}", refused.message);
    session.apply(&Command::Lock { steps: vec![id], pinned: false }).unwrap();
    session.apply(&delete).unwrap();
    assert!(session.document().step(id).is_none());
}
