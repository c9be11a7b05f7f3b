//! Random commands with undo, redo and reopening at random moments: no invariant is ever broken,
//! undoing all of it is the start, redoing all of it is the end.

use baton_tests::dice::Dice;
use baton_tests::gestures;
use model::{Blank, Document, blank, plan};
use scene::Composer;
use session::Session;
use std::path::Path;

const COMMANDS: usize = 2_000;

fn start() -> Document {
    blank(&Blank {
        title: "Random".into(),
        process: "Process".into(),
        state: "Current".into(),
        teams: vec!["One".into(), "Two".into(), "Three".into()],
        calendar: "Week".into(),
    })
    .unwrap()
}

/// What every session has to be true to, at every moment.
fn holds(session: &Session) {
    let document = session.document();
    document.check().unwrap();
    let mut fresh = Composer::new();
    let scene = fresh.compose(&document, session.state(), session.figures());
    assert!(scene == **session.scene(), "the incremental scene differs from a fresh one");
    assert_eq!(*session.figures(), analysis::figures(&document, session.state()));
}

fn reopened(session: Session, path: &Path) -> Session {
    let (before, undo) = (session.document(), session.history());
    session.close().unwrap();
    let session = Session::open(path, None).unwrap();
    assert_eq!(*session.document(), *before);
    assert_eq!(session.history(), undo);
    session
}

#[test]
fn two_thousand_random_commands() {
    let folder = baton_tests::folder_in_memory().unwrap();
    let path = folder.path().join("random.baton");
    let mut session = Session::create(&path, start(), None).unwrap();
    let mut dice = Dice::new(7);
    let mut refused = 0;
    for turn in 0..COMMANDS {
        match dice.below(100) {
            0..=7 => drop(session.undo().unwrap()),
            8..=13 => drop(session.redo().unwrap()),
            14 if turn % 5 == 0 => session = reopened(session, &path),
            _ => {
                let before = session.document();
                let command = gestures::command(&mut dice, &before, session.state());
                if session.apply(&command).is_err() {
                    refused += 1;
                    assert_eq!(*session.document(), *before, "a refusal left a trace");
                }
            }
        }
        if turn % 100 == 0 {
            holds(&session);
        }
    }
    holds(&session);
    assert!(refused > 20, "nonsense was not refused");
    assert!(refused < COMMANDS / 2, "sense was refused");
    while session.redo().unwrap().history.redo.is_some() {}
    let end = session.document();
    let mut undone = 0;
    while session.history().undo.is_some() {
        session.undo().unwrap();
        undone += 1;
    }
    assert!(undone > 300);
    assert_eq!(*session.document(), start());
    session = reopened(session, &path);
    while session.history().redo.is_some() {
        session.redo().unwrap();
    }
    assert_eq!(*session.document(), *end);
    holds(&session);
}

#[test]
fn planning_changes_nothing_and_undoes_exactly() {
    let mut document = start();
    let mut dice = Dice::new(99);
    let state = document.states().next().unwrap().id;
    for _ in 0..600 {
        let command = gestures::command(&mut dice, &document, state);
        let before = document.clone();
        let Ok(planned) = plan(&document, &command) else { continue };
        assert_eq!(document, before);
        planned.document.check().unwrap();
        let back = planned.document.with(&planned.edit.inverse()).unwrap();
        assert_eq!(back, before, "{command:?}");
        document = planned.document;
    }
}
