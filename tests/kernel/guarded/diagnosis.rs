//! A text for whoever helps.

use super::{Place, text};
use crate::store::samples::every_kind;
use model::{Command, Document, Record};
use serde_json::Value;
use session::api::{Reply, Request};
use std::collections::BTreeSet;

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
    place.ask(Request::Apply { command, tapped: None }).unwrap();
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
