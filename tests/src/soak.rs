//! Random commands through a session, with everything that has to hold looked at again and again.

// A run that cannot go on has failed.
#![allow(clippy::unwrap_used, clippy::expect_used)]

use crate::dice::Dice;
use crate::gestures;
use model::{Blank, Document, blank};
use scene::Composer;
use session::Session;
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// A room with more records than this takes away as often as it adds, so that it stays a room's size.
const ENOUGH: usize = 400;

/// An empty engagement with three teams.
pub fn begun() -> Document {
    blank(&Blank {
        title: "Random".into(),
        process: "Process".into(),
        state: "Current".into(),
        teams: vec!["One".into(), "Two".into(), "Three".into()],
        calendar: "Week".into(),
    })
    .expect("a blank engagement")
}

/// A session that an impatient room works in.
pub struct Random {
    path: PathBuf,
    session: Option<Session>,
    dice: Dice,
    turns: usize,
    /// How many commands were refused.
    pub refused: usize,
}

impl Random {
    /// Begins in a new file in this folder.
    pub fn new(folder: &Path, seed: u64) -> Random {
        let path = folder.join(format!("random-{seed}.baton"));
        let session = Session::create(&path, begun(), None).unwrap();
        Random { path, session: Some(session), dice: Dice::new(seed), turns: 0, refused: 0 }
    }

    /// The session.
    pub fn session(&mut self) -> &mut Session {
        self.session.as_mut().expect("a session is open between turns")
    }

    /// One command, or undo, redo, or closing and opening.
    pub fn turn(&mut self) {
        self.turns += 1;
        match self.dice.below(100) {
            0..=7 => drop(self.session().undo().unwrap()),
            8..=13 => drop(self.session().redo().unwrap()),
            14 if self.turns.is_multiple_of(5) => self.reopen(),
            _ => {
                let before = self.session().document();
                let state = self.session().state();
                let command = match before.len() > ENOUGH && self.dice.chance(50) {
                    true => gestures::less(&mut self.dice, &before),
                    false => gestures::command(&mut self.dice, &before, state),
                };
                if self.session().apply(&command).is_err() {
                    self.refused += 1;
                    let after = self.session().document();
                    assert!(Arc::ptr_eq(&after, &before), "a refusal left a trace");
                }
            }
        }
        // Planning checks what it touches; this is all the rest.
        self.session().document().check().unwrap();
    }

    /// Closes the file and opens it again: it is as it was, and so is what can be undone.
    pub fn reopen(&mut self) {
        let session = self.session.take().expect("a session is open between turns");
        let (before, history) = (session.document(), session.history());
        session.close().unwrap();
        let session = Session::open(&self.path, None).unwrap();
        assert_eq!(*session.document(), *before);
        assert_eq!(session.history(), history);
        self.session = Some(session);
    }

    /// What has to be so at every moment and takes a while to see.
    pub fn look(&mut self) {
        let session = self.session();
        let document = session.document();
        let figures = analysis::figures(&document, session.state());
        assert_eq!(*session.figures(), figures);
        let scene = Composer::new().compose(&document, session.state(), &figures);
        assert!(scene == **session.scene(), "the incremental scene differs from a fresh one");
    }

    /// Undoes so many edits, or all there are, which is the beginning, and redoes them, which is the
    /// end.
    pub fn there_and_back(&mut self, most: usize) {
        while self.session().redo().unwrap().history.redo.is_some() {}
        let end = self.session().document();
        let mut undone = 0;
        while undone < most && self.session().history().undo.is_some() {
            self.session().undo().unwrap();
            undone += 1;
        }
        if self.session().history().undo.is_none() {
            assert_eq!(*self.session().document(), begun());
        }
        self.session().document().check().unwrap();
        self.look();
        self.reopen();
        for _ in 0..undone {
            self.session().redo().unwrap();
        }
        assert_eq!(self.session().history().redo, None);
        assert_eq!(*self.session().document(), *end);
        self.look();
    }
}
