//! The capture line: what lines, lists, tables and maps make of what is there, what is wrong with
//! those that make nothing, and what is offered while they are typed.
// The functions beside the tests are tests too.
#![allow(clippy::unwrap_used, clippy::indexing_slicing, clippy::panic, missing_docs)]

mod any_text;
mod completions;
mod lines;
mod pasted;
mod problems;

use baton_notation::{Captured, Context, Places, capture, parse, print_with};
use model::*;

/// A map, and where its next line goes on: `Team`, `/Step`, `Team/Step` or nothing.
pub struct Room {
    pub document: Document,
    pub context: Context,
}

impl Room {
    pub fn of(map: &str, on: &str) -> Room {
        let document = parse(map).unwrap_or_else(|error| panic!("{error}\n{map}"));
        let (team, step) = on.split_once('/').unwrap_or((on, ""));
        let context = Context {
            state: document.states().next().unwrap().id,
            team: document.teams().find(|it| it.name == team).map(|it| it.id),
            after: document.steps().find(|it| it.name == step).map(|it| it.id),
        };
        assert_eq!(context.team.is_some(), !team.is_empty(), "{on}");
        assert_eq!(context.after.is_some(), !step.is_empty(), "{on}");
        Room { document, context }
    }

    /// The map after a text, as the model plans it.
    pub fn after(&self, text: &str) -> (Document, Captured) {
        let captured = capture(&self.document, &self.context, text)
            .unwrap_or_else(|error| panic!("{error}\n{text}"));
        (applied(&self.document, &captured), captured)
    }
}

/// The document after what was captured. What it makes is already settled: planning adds nothing.
pub fn applied(document: &Document, captured: &Captured) -> Document {
    let records = captured.records.clone();
    if records.is_empty() {
        return document.clone();
    }
    let planned = plan(document, &Command::Capture { records }).unwrap();
    planned.document.check().unwrap();
    let made: Vec<Record> =
        planned.edit.changes.into_iter().filter_map(|change| change.after).collect();
    assert_eq!(made, captured.records);
    planned.document
}

pub fn said(document: &Document) -> String {
    print_with(document, document.states().next().unwrap().id, Places::LeftOut)
}

/// That a text leads from one map to another, and to where the next line goes on.
pub fn leads_to(before: &str, on: &str, text: &str, after: &str, last: &str) {
    let room = Room::of(before, on);
    let (document, captured) = room.after(text);
    let wanted = said(&parse(after).unwrap_or_else(|error| panic!("{error}\n{after}")));
    assert_eq!(said(&document), wanted, "\n{text}\non\n{before}");
    let name = captured.last.map(|it| document.step(it).unwrap().name.clone());
    assert_eq!(name.unwrap_or_default(), last, "where “{text}” ends");
    let new = document.steps().filter(|it| room.document.step(it.id).is_none());
    assert_eq!(captured.unplaced, new.map(|it| it.id).collect::<Vec<_>>());
}
