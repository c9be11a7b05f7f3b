//! The registers as forms of a pack: in its language and of its states, whichever pages it has.

use super::{at, read};
use crate::{Settings, pack};
use calamine::Reader;
use model::{Document, PackChoice, PackForm, PackLanguage, PageKind, StateRole};
use std::collections::BTreeSet;
use std::io::{Cursor, Read};
use zip::ZipArchive;

/// No page of it has anything to say: registers do not ask for pages.
fn settings(choice: PackChoice) -> Settings {
    let choice = PackChoice { pages: vec![PageKind::Assumptions], ..choice };
    Settings { date: String::new(), day: "2026-03-02".into(), choice, history: Vec::new() }
}

fn made(document: &Document, settings: &Settings, form: PackForm) -> Vec<u8> {
    let made = pack(document, settings, form).unwrap();
    assert_eq!(made, pack(document, settings, form).unwrap(), "not the same twice");
    assert_eq!((made.pages, made.warnings.len()), (0, 0));
    made.bytes
}

/// The registers of a JSON file, each with how many rows it has.
fn counted(json: &serde_json::Value) -> Vec<(String, usize)> {
    let registers = json["registers"].as_object().unwrap();
    registers.iter().map(|(key, rows)| (key.clone(), rows.as_array().unwrap().len())).collect()
}

#[test]
fn every_file_has_the_rows_of_both_states_in_the_language_of_the_pack() {
    let document = exchange::sample().unwrap();
    let settings = settings(PackChoice { language: PackLanguage::German, ..PackChoice::default() });
    let json: serde_json::Value =
        serde_json::from_slice(&made(&document, &settings, PackForm::Json)).unwrap();
    assert_eq!(json["about"]["date"], "2026-03-02");
    assert_eq!(json["about"]["state"].as_array().unwrap().len(), 2);
    let states: Vec<_> = [StateRole::Current, StateRole::Future]
        .map(|role| document.states().find(|it| it.role == role).unwrap())
        .into();
    let steps: usize = states.iter().map(|it| document.steps_of(it.id).count()).sum();
    assert_eq!(json["registers"]["steps"].as_array().unwrap().len(), steps);
    let names = |rows: &serde_json::Value| -> BTreeSet<String> {
        let rows = rows.as_array().unwrap().iter();
        rows.map(|it| it["state"].as_str().unwrap().to_owned()).collect()
    };
    let wanted: BTreeSet<String> = states.iter().map(|it| it.name.clone()).collect();
    for key in ["handoffs", "steps", "connectors", "raci", "figures", "teams", "slas"] {
        assert_eq!(names(&json["registers"][key]), wanted, "{key}");
    }
    // What the room said is there once.
    assert_eq!(counted(&json).iter().find(|it| it.0 == "painPoints").unwrap().1, {
        document.pain_points().count()
    });
    assert!(json["registers"]["painPoints"][0].get("state").is_none());

    let mut book = read(made(&document, &settings, PackForm::Workbook));
    assert_eq!(book.sheet_names().len(), counted(&json).len() + 1);
    let sheet = book.worksheet_range("Schritte").unwrap();
    assert_eq!(sheet.height(), steps + 1);
    assert_eq!(at(&sheet, 1, "Zustand").to_string(), states[0].name);
    assert_eq!(at(&sheet, steps, "Zustand").to_string(), states[1].name);

    let mut archive =
        ZipArchive::new(Cursor::new(made(&document, &settings, PackForm::Csv))).unwrap();
    assert_eq!(archive.len(), counted(&json).len());
    for (key, rows) in counted(&json) {
        let mut text = String::new();
        archive.by_name(&format!("{key}.csv")).unwrap().read_to_string(&mut text).unwrap();
        let mut quoted = false;
        let ends = text.chars().filter(|c| {
            quoted ^= *c == '"';
            !quoted && *c == '\n'
        });
        assert_eq!(ends.count(), rows + 1, "{key}");
    }
}

#[test]
fn a_pack_of_one_state_has_its_registers_as_they_are() {
    let document = exchange::sample().unwrap();
    let future = document.states().find(|it| it.role == StateRole::Future).unwrap();
    let settings = settings(PackChoice { states: vec![future.id], ..PackChoice::default() });
    let here = super::of(&document, future.id, analysis::Language::English);
    let mut book = read(made(&document, &settings, PackForm::Workbook));
    for register in &here.all {
        let sheet = book.worksheet_range(&register.title).unwrap();
        assert_eq!(sheet.height(), register.rows.len() + 1, "{}", register.key);
        let headings: Vec<String> = register.columns.iter().map(|it| it.heading()).collect();
        let titles: Vec<String> =
            sheet.rows().next().unwrap().iter().map(ToString::to_string).collect();
        assert_eq!(titles, headings);
    }
}

#[test]
fn a_role_that_has_a_part_in_one_state_alone_has_a_column_of_both() {
    let document = exchange::sample().unwrap();
    let json: serde_json::Value =
        serde_json::from_slice(&made(&document, &settings(PackChoice::default()), PackForm::Json))
            .unwrap();
    let keys: Vec<&str> = json["columns"]["raci"]
        .as_array()
        .unwrap()
        .iter()
        .map(|it| it["key"].as_str().unwrap())
        .collect();
    assert_eq!((keys.first(), keys.last()), (Some(&"state"), Some(&"problems")));
    for state in document.states().filter(|it| it.role != StateRole::Variant) {
        let here = super::of(&document, state.id, analysis::Language::English);
        let here = super::named(&here, "raci");
        let theirs = json["registers"]["raci"].as_array().unwrap().iter();
        let theirs: Vec<_> = theirs.filter(|it| it["state"] == state.name.as_str()).collect();
        assert_eq!(theirs.len(), here.rows.len());
        for (row, cells) in theirs.iter().zip(&here.rows) {
            for (column, cell) in here.columns.iter().zip(cells) {
                let wanted =
                    cell.words().filter(|it| column.key.starts_with("role") && !it.is_empty());
                if let Some(wanted) = wanted {
                    assert_eq!(row[&column.key], wanted.as_ref(), "{}", column.key);
                }
            }
            let filled = |it: &&&str| it.starts_with("role") && !row[**it].is_null();
            let here = here.columns.iter().zip(cells);
            let known = here
                .filter(|(it, cell)| it.key.starts_with("role") && **cell != super::Value::Empty);
            assert_eq!(keys.iter().filter(filled).count(), known.count());
        }
    }
}

#[test]
fn a_document_without_a_state_has_no_registers() {
    let refused = pack(&Document::default(), &settings(PackChoice::default()), PackForm::Json);
    assert!(matches!(refused, Err(crate::Error::NoSuchState(_))));
}
