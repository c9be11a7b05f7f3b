//! The registers of both samples, written as a workbook and read back by another library: every
//! handoff has the number, the wait and the readiness that the model has.

use analysis::Language;
use calamine::{Data, DataType, Range, Reader, Xlsx, open_workbook_from_rs};
use model::{Document, StateId, TeamId};
use pack::registers::{Registers, Source, csv, json, registers, xlsx};
use std::io::Cursor;

fn samples() -> Vec<(Document, i64)> {
    let ward = include_bytes!("../../src-tauri/crates/exchange/samples/ed-to-ward.json");
    let first = exchange::sample().unwrap();
    let second = exchange::sample_json::read(ward).unwrap();
    [first, second]
        .into_iter()
        .map(|document| {
            let state = document.states().next().unwrap().id;
            let lead = analysis::figures(&document, state).timeline.unwrap().lead_time;
            (document, lead)
        })
        .collect()
}

fn made(document: &Document, state: StateId, language: Language) -> Registers {
    told(document, state, language, None)
}

fn told(
    document: &Document,
    state: StateId,
    language: Language,
    team: Option<TeamId>,
) -> Registers {
    let figures = analysis::figures(document, state);
    let (day, version) = ("2026-03-02", "1.0");
    let source = Source { document, state, figures: &figures, day, version, team };
    registers(&source, language).unwrap()
}

fn sheet(bytes: &[u8], name: &str) -> Range<Data> {
    let mut book: Xlsx<_> = open_workbook_from_rs(Cursor::new(bytes)).unwrap();
    book.worksheet_range(name).unwrap()
}

fn column(sheet: &Range<Data>, title: &str) -> Vec<Data> {
    let titles: Vec<String> = sheet.rows().next().unwrap().iter().map(Data::to_string).collect();
    let at = titles.iter().position(|it| it == title);
    let at = at.unwrap_or_else(|| panic!("no column {title} in {titles:?}"));
    sheet.rows().skip(1).map(|row| row[at].clone()).collect()
}

fn hours(minutes: i64) -> Data {
    Data::Float(minutes as f64 / 60.0)
}

#[test]
fn every_handoff_is_in_the_workbook_as_in_the_model() {
    let mut seen = 0;
    for (document, _) in samples() {
        for state in document.states() {
            let figures = analysis::figures(&document, state.id);
            let bytes = xlsx(&made(&document, state.id, Language::English)).unwrap();
            let sheet = sheet(&bytes, "Handoffs");
            let [numbers, waits, ready, causes, passes] =
                ["No.", "Wait, usual (h)", "Readiness of 10", "Cause of the wait", "What passes"]
                    .map(|title| column(&sheet, title));
            let handoffs = document.handoffs_of(state.id);
            assert_eq!(numbers.len(), handoffs.len());
            for (row, (handoff, connector)) in handoffs.into_iter().enumerate() {
                let name = handoff.name();
                assert_eq!(numbers[row], Data::String(name.clone()));
                let wait = connector.wait.as_ref().map(|it| hours(it.usual.0.into()));
                assert_eq!(waits[row], wait.unwrap_or(Data::Empty), "{name}");
                let met = figures.readiness.get(&handoff.id).map(|it| it.met.len() as f64);
                assert_eq!(ready[row], met.map_or(Data::Empty, Data::Float), "{name}");
                assert_eq!(causes[row] == Data::Empty, connector.cause.is_none(), "{name}");
                assert_eq!(passes[row].to_string(), handoff.passes, "{name}");
                seen += 1;
            }
        }
    }
    assert!(seen >= 14, "only {seen} handoffs were compared");
}

#[test]
fn figures_and_steps_are_those_of_the_analysis_in_both_languages() {
    for (document, lead) in samples() {
        let state = document.states().next().unwrap().id;
        for (language, [figures, amount, steps, time]) in [
            (Language::English, ["Figures", "Value", "Steps", "Process time, usual (h)"]),
            (Language::German, ["Kennzahlen", "Wert", "Schritte", "Bearbeitungszeit, üblich (h)"]),
        ] {
            let bytes = xlsx(&made(&document, state, language)).unwrap();
            assert_eq!(column(&sheet(&bytes, figures), amount)[0], hours(lead));
            let times = column(&sheet(&bytes, steps), time);
            let sum: f64 = times.iter().filter_map(DataType::get_float).sum();
            let all: i64 = document.steps_of(state).map(|it| it.process_minutes()).sum();
            assert!((sum - all as f64 / 60.0).abs() < 1e-9, "{sum} h are not {all} min");
        }
    }
}

#[test]
fn every_form_says_the_same_and_gives_the_same_bytes() {
    for (document, _) in samples() {
        let state = document.states().next().unwrap().id;
        let registers = made(&document, state, Language::German);
        let again = made(&document, state, Language::German);
        assert_eq!(xlsx(&registers).unwrap(), xlsx(&again).unwrap());
        let text = json(&registers).unwrap();
        assert_eq!(text, json(&again).unwrap());
        let value: serde_json::Value = serde_json::from_str(&text).unwrap();
        for register in &registers.all {
            let rows = value["registers"][register.key].as_array().unwrap();
            assert_eq!(rows.len(), register.rows.len(), "{}", register.key);
            let text = csv(register, &registers.yes_no);
            assert!(text.starts_with('\u{feff}') && text.ends_with("\r\n"));
            let mut quoted = false;
            let ends = text.chars().filter(|c| {
                quoted ^= *c == '"';
                !quoted && *c == '\n'
            });
            assert_eq!(ends.count(), rows.len() + 1, "{}", register.key);
        }
        let waits: Vec<Option<i64>> = value["registers"]["handoffs"]
            .as_array()
            .unwrap()
            .iter()
            .map(|it| it["waitUsualMinutes"].as_i64())
            .collect();
        let model: Vec<Option<i64>> = document
            .handoffs_of(state)
            .iter()
            .map(|(_, it)| it.wait.as_ref().map(|it| it.usual.0.into()))
            .collect();
        assert_eq!(waits, model);
    }
}

#[test]
fn an_agreed_engagement_has_every_register_it_speaks_of() {
    let document = exchange::sample().unwrap();
    let mut keys: Vec<&str> = Vec::new();
    for state in document.states() {
        keys.extend(made(&document, state.id, Language::English).all.iter().map(|it| it.key));
    }
    for key in [
        "handoffs",
        "steps",
        "connectors",
        "criteria",
        "raci",
        "slas",
        "slaEscalations",
        "templates",
        "templateFields",
        "painPoints",
        "findings",
        "figures",
        "teams",
        "roles",
        "calendars",
        "actions",
    ] {
        assert!(keys.contains(&key), "no {key} in {keys:?}");
    }

    // What hurts today is named with its map, where the registers are of another one.
    let future = document.states().nth(1).unwrap();
    let made = made(&document, future.id, Language::English);
    let pains = made.all.iter().find(|it| it.key == "painPoints").unwrap();
    let told = pains.rows.iter().flatten().filter_map(|it| it.words()).collect::<Vec<_>>();
    assert!(told.iter().any(|it| it.contains("(Current state)")), "{told:?}");
}

#[test]
fn the_registers_of_a_team_have_what_it_gives_receives_and_does() {
    let document = exchange::sample().unwrap();
    let state = document.states().next().unwrap().id;
    let sales = document.teams().find(|it| it.name == "Deal Desk & Finance").unwrap();
    let all = made(&document, state, Language::English);
    let its = told(&document, state, Language::English, Some(sales.id));
    let rows = |of: &Registers, key: &str| -> Vec<Vec<String>> {
        let register = of.all.iter().find(|it| it.key == key);
        let cells = register.map(|it| it.rows.iter());
        let said = |row: &Vec<pack::registers::Value>| {
            row.iter().map(|it| it.words().unwrap_or_default().into_owned()).collect()
        };
        cells.into_iter().flatten().map(said).collect()
    };
    // Not fewer and not more: each row of the whole in which the team is named.
    for (key, columns) in [("steps", vec!["team"]), ("handoffs", vec!["fromTeam", "toTeam"])] {
        let register = all.all.iter().find(|it| it.key == key).unwrap();
        let at = |name: &str| register.columns.iter().position(|it| it.key == name).unwrap();
        let named =
            |row: &Vec<String>| columns.iter().any(|it| row[at(it)] == "Deal Desk & Finance");
        let wanted: Vec<_> = rows(&all, key).into_iter().filter(named).collect();
        assert!(!wanted.is_empty() && wanted.len() < register.rows.len());
        assert_eq!(rows(&its, key), wanted, "{key}");
    }
    // What each row is about; who else has a part in it, or uses it, is told of less.
    for key in ["raci", "painPoints", "findings"] {
        let firsts = |of: &Registers| -> Vec<String> {
            rows(of, key).into_iter().filter_map(|it| it.into_iter().next()).collect()
        };
        let (whole, part) = (firsts(&all), firsts(&its));
        assert!(part.len() < whole.len() && part.iter().all(|it| whole.contains(it)), "{key}");
    }
    // A team that is gone leaves nothing out.
    let gone = told(&document, state, Language::English, Some(TeamId(999_999)));
    assert_eq!(gone, all);
}
