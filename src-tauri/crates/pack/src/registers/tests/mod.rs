//! Registers are read back with another library than they are written with.

mod packed;
mod plain;
mod wording;

use super::*;
use crate::tests::{desk::Desk, sample};
use calamine::{Data, DataType, Range, Reader, Xlsx, open_workbook_from_rs};
use model::*;
use std::io::Cursor;

/// Texts that a sheet would take for something else.
const HOSTILE: [&str; 9] = [
    "=1+1",
    "+1",
    "-1",
    "@x",
    "\t=1",
    " =cmd|' /C calc'!A0",
    "https://example.com",
    "_x0041_ <b>&amp;</b> \"it's\"",
    "=HYPERLINK(\"https://example.com\",\"x\")",
];

fn of(document: &Document, state: StateId, language: Language) -> Registers {
    let figures = analysis::figures(document, state);
    let (day, version) = ("2026-03-02", "1.2");
    let source = Source { document, state, figures: &figures, day, version, team: None };
    registers(&source, language).unwrap()
}

fn desk() -> Desk {
    let mut desk = Desk::new("=Onboarding", "Northwind", &["Sales", "Ops"]);
    let give = desk.step(0, StepKind::Step, "Write offer", 30, 85);
    let take = desk.step(1, StepKind::Step, "=Take it", 90, 0);
    desk.connect(give, take, |it| {
        it.wait = Some(Estimate {
            best: Some(Minutes(20)),
            confidence: Confidence::Measured,
            sample: Some(12),
            ..Estimate::of(Minutes(720))
        });
        it.cause = Some(DelayCause::Queue);
    });
    desk
}

fn named(registers: &Registers, key: &str) -> Register {
    registers.all.iter().find(|it| it.key == key).unwrap_or_else(|| panic!("no {key}")).clone()
}

fn cell(register: &Register, row: usize, column: &str) -> Value {
    let at = register.columns.iter().position(|it| it.key == column).unwrap();
    register.rows[row][at].clone()
}

fn read(bytes: Vec<u8>) -> Xlsx<Cursor<Vec<u8>>> {
    open_workbook_from_rs(Cursor::new(bytes)).unwrap()
}

fn at<'r>(sheet: &'r Range<Data>, row: usize, title: &str) -> &'r Data {
    let titles = sheet.rows().next().unwrap();
    let column = titles.iter().position(|it| it.as_string().as_deref() == Some(title));
    let column = column.unwrap_or_else(|| panic!("no column {title} in {titles:?}"));
    sheet.get((row, column)).unwrap()
}

#[test]
fn cells_have_types_and_unknowns_are_empty() {
    let desk = desk();
    let made = of(&desk.document, desk.state, Language::English);
    let handoffs = named(&made, "handoffs");
    assert_eq!(cell(&handoffs, 0, "number"), Value::Text("H-01".into()));
    assert_eq!(cell(&handoffs, 0, "waitUsual"), Value::Minutes(720));
    assert_eq!(cell(&handoffs, 0, "waitWorst"), Value::Empty);
    assert_eq!(cell(&handoffs, 0, "readiness"), Value::Number(0.0));
    let measured = Value::Word { code: "measured", said: "Measured".into() };
    assert_eq!(cell(&handoffs, 0, "waitConfidence"), measured);

    let mut book = read(xlsx(&made).unwrap());
    let sheet = book.worksheet_range("Handoffs").unwrap();
    assert_eq!(*at(&sheet, 1, "Wait, usual (h)"), Data::Float(12.0));
    assert_eq!(*at(&sheet, 1, "Wait, worst (h)"), Data::Empty);
    assert_eq!(*at(&sheet, 1, "Cause of the wait"), Data::String("Queue".into()));
    assert_eq!(*at(&sheet, 1, "Varies by person"), Data::Bool(false));
    let steps = book.worksheet_range("Steps").unwrap();
    assert_eq!(*at(&steps, 1, "Complete and accurate (%)"), Data::Float(0.85));
    assert_eq!(*at(&steps, 2, "Complete and accurate (%)"), Data::Empty);
    let about = book.worksheet_range("About").unwrap();
    let Data::DateTime(day) = about.get((4, 1)).unwrap() else { panic!("{about:?}") };
    assert_eq!(day.as_f64(), 46_083.0, "2 March 2026");
}

#[test]
fn a_text_is_a_text_whatever_it_begins_with() {
    let mut desk = desk();
    for text in HOSTILE {
        let id = IdeaId(desk.fresh());
        desk.add(Idea { id, text: text.into(), ..Idea::default() }.into());
    }
    let made = of(&desk.document, desk.state, Language::English);
    let mut book = read(xlsx(&made).unwrap());
    for name in book.sheet_names() {
        let formulas = book.worksheet_formula(&name).unwrap();
        assert!(formulas.rows().flatten().all(String::is_empty), "{name} has a formula");
    }
    let sheet = book.worksheet_range("Ideas").unwrap();
    for (row, text) in (1..).zip(HOSTILE) {
        assert_eq!(*at(&sheet, row, "Text"), Data::String(text.into()), "{text:?}");
    }

    let text = csv(&named(&made, "ideas"), &made.yes_no);
    let rows: Vec<&str> = text.trim_start_matches('\u{feff}').split("\r\n").collect();
    assert_eq!(rows[0], "\"Text\",\"About\",\"Votes\"");
    for (row, text) in rows[1..].iter().zip(HOSTILE) {
        let plain = text.starts_with(['h', '_']);
        let defused =
            format!("\"{}{}\",,0", if plain { "" } else { "'" }, text.replace('"', "\"\""));
        assert_eq!(*row, defused);
    }
}

#[test]
fn the_same_input_gives_the_same_bytes() {
    let sample = sample::northwind();
    let made = || of(&sample.document, sample.state, Language::German);
    let first = xlsx(&made()).unwrap();
    // Two seconds are what the clock of a ZIP file tells apart.
    std::thread::sleep(std::time::Duration::from_millis(2_100));
    assert_eq!(first, xlsx(&made()).unwrap());
    assert_eq!(json(&made()).unwrap(), json(&made()).unwrap());
}

#[test]
fn long_names_and_texts_fit_into_sheets() {
    let long =
        "Ä name that goes on 🛈 ".repeat(10).chars().take(199).chain(['.']).collect::<String>();
    let mut desk = Desk::new(&long, &long, &[&long, "Ops"]);
    let give = desk.step(0, StepKind::Step, &long, 30, 0);
    let take = desk.step(1, StepKind::Step, &long, 30, 0);
    desk.connect(give, take, |_| ());
    let role = desk.role(&long);
    let connector = desk.document.connectors().next().unwrap().id;
    desk.agree(connector, |it| {
        it.accountable = Some(role);
        it.return_reasons = vec![long.repeat(2); 200];
    });
    let made = of(&desk.document, desk.state, Language::German);
    let mut book = read(xlsx(&made).unwrap());
    let sheet = book.worksheet_range("Übergaben").unwrap();
    assert_eq!(*at(&sheet, 1, "Von Schritt"), Data::String(long.clone()));
    let reasons = at(&sheet, 1, "Gründe einer Rückgabe").to_string();
    assert!((32_000..=32_767).contains(&reasons.encode_utf16().count()), "{}", reasons.len());
    let raci = book.worksheet_range("Verantwortung").unwrap();
    assert_eq!(*at(&raci, 1, &long), Data::String("A".into()));
    // What a program reads is cut nowhere.
    let text = json(&made).unwrap();
    assert_eq!(text.matches(&format!("\"{}\"", long.repeat(2))).count(), 200);
}

#[test]
fn an_empty_map_still_makes_a_workbook() {
    let desk = Desk::new("", "", &["Sales"]);
    let made = of(&desk.document, desk.state, Language::English);
    let mut book = read(xlsx(&made).unwrap());
    assert_eq!(book.sheet_names()[..3], ["About", "Handoffs", "Steps"]);
    assert_eq!(book.worksheet_range("Handoffs").unwrap().height(), 1);
    let unknown = Source {
        document: &desk.document,
        state: StateId(999),
        figures: &analysis::figures(&desk.document, desk.state),
        day: "no day",
        version: "",
        team: None,
    };
    assert!(matches!(registers(&unknown, Language::English), Err(Error::NoSuchState(_))));
}
