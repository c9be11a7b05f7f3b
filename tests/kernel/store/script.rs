//! A script of edits, undos and redos that is the same in every process, and a mirror that plays it
//! in memory: what the file has to hold after any number of acts.

use super::samples::small;
use super::{Seeded, note, title};
use ::store::Store;
use model::{Document, plan};

/// One act of the script.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Act {
    AddNote,
    Retitle,
    Retype,
    Undo,
    Redo,
}

/// The act with this number.
pub fn act(seed: u64, number: usize) -> Act {
    match Seeded(seed ^ (number as u64) << 20).below(10) {
        0..4 => Act::AddNote,
        4 => Act::Retitle,
        5 => Act::Retype,
        6 | 7 => Act::Undo,
        _ => Act::Redo,
    }
}

/// What the file should hold, kept in memory without any SQL.
#[derive(Clone)]
pub struct Mirror {
    pub document: Document,
    /// The document before each edit that can be undone, and after each that can be redone.
    pub past: Vec<Document>,
    pub future: Vec<Document>,
}

impl Mirror {
    pub fn new() -> Mirror {
        Mirror { document: small(), past: Vec::new(), future: Vec::new() }
    }

    pub fn play(&mut self, act: Act, number: usize) {
        let after = match act {
            Act::Undo => {
                if let Some(document) = self.past.pop() {
                    let left = self.go_to(document);
                    self.future.push(left);
                }
                return;
            }
            Act::Redo => {
                if let Some(document) = self.future.pop() {
                    let left = self.go_to(document);
                    self.past.push(left);
                }
                return;
            }
            Act::AddNote => plan(&self.document, &note(&format!("note {number}"))),
            Act::Retitle | Act::Retype => {
                plan(&self.document, &title(&self.document, &format!("title {number}")))
            }
        };
        let after = after.unwrap().document;
        let before = std::mem::replace(&mut self.document, after);
        let merges = act == Act::Retype && self.future.is_empty() && !self.past.is_empty();
        if !merges {
            self.past.push(before);
        }
        self.future.clear();
    }

    /// Moves along history, which gives no numbers back; the document that was left.
    fn go_to(&mut self, mut document: Document) -> Document {
        let (id, number) = self.document.used_up();
        document.remember_used_up(id, number);
        std::mem::replace(&mut self.document, document)
    }
}

/// Plays an act on a file; the document after it.
pub fn play(store: &mut Store, document: Document, act: Act, number: usize) -> Document {
    let command = match act {
        Act::Undo | Act::Redo => {
            let changes = if act == Act::Undo { store.undo() } else { store.redo() };
            let changes = changes.unwrap().unwrap_or_default();
            return document.with(&changes).unwrap();
        }
        Act::AddNote => note(&format!("note {number}")),
        Act::Retitle | Act::Retype => title(&document, &format!("title {number}")),
    };
    let planned = plan(&document, &command).unwrap();
    let used_up = planned.document.used_up();
    match act {
        Act::Retype => drop(store.amend(&planned.edit, used_up).unwrap()),
        _ => store.commit(&planned.edit, used_up).unwrap(),
    }
    planned.document
}

/// Walks the whole history of a file, to its beginning and to its end and back to where it was, and
/// compares every document on the way.
pub fn walk(store: &mut Store, mirror: &Mirror) {
    let mut document = mirror.document.clone();
    for expected in mirror.past.iter().rev() {
        document = document.with(&store.undo().unwrap().expect("an edit to undo")).unwrap();
        assert_eq!(&document, expected);
    }
    assert_eq!(store.undo().unwrap(), None);
    let forwards = mirror.past.iter().skip(1).chain([&mirror.document]);
    for expected in forwards.take(mirror.past.len()).chain(mirror.future.iter().rev()) {
        document = document.with(&store.redo().unwrap().expect("an edit to redo")).unwrap();
        assert_eq!(&document, expected);
    }
    assert_eq!(store.redo().unwrap(), None);
    for _ in &mirror.future {
        store.undo().unwrap();
    }
}
