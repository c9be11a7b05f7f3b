//! What the checks find in the sample of the start screen, by rule and code, beside what domain.md
//! 8.3 prints for the bare process. The printed lists leave out what needs the texts of agreements;
//! so the sample without its agreements has exactly those, and its agreements change what is named
//! here. They are planned for the future state, and stand at the handoffs of today as drafts.

use model::*;
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};

const CURRENT: &str = "OWN-001: c06, c12, c14; OWN-002: c02, c12, c14, c15; FLW-013: c06, c14, c18; CRT-002: c06, c09, c11, c12, c14, c17, c18; CRT-001: c02, c06, c11, c12, c14, c15, c17, c18; INF-001: c02, c06, c11, c12, c14, c15, c18; SLA-001: c02, c06, c09, c11, c12, c14, c15, c17, c18; SLA-002: c02, c06, c09, c11, c12, c14, c15, c17, c18; CRT-006: c02, c06, c11, c12, c14, c15, c17; OWN-009: c02, c06, c09, c11, c12, c14, c15, c17, c18; CRT-009: c06, c14, c18; INF-006: c06, c14, c18; INF-008: c06, c09, c11, c12, c14, c17, c18; TIM-007: c02, c06, c09, c11, c12, c14, c17, c18; TIM-006: map; OWN-004: A13; OWN-006: A02, A10, A14; FLW-009: r03, r04, r05; NET-001: AE–CSM, AE–FIN, AE–SDR, CSM–CUS, MKT–SDR; NET-002: AE–CSM, AE–FIN, CSM–CUS; NET-004: CSM; NET-006: r03; RAC-001: c12, c14; RAC-002: c06; RAC-003: c12; RAC-006: c12(AE), c12(FIN); RAC-007: c09; RAC-011: c11, c15, c17, c18; OWN-005: c13→A13→c14";

const FUTURE: &str = "SLA-001: c17; OWN-009: c15; TIM-006: map; NET-001: AE–CSM, CSM–CUS, MKT–SDR; NET-002: AE–FIN, CSM–CUS; RAC-011: c11, c15, c17, c18";

type Found = BTreeSet<String>;

/// `OWN-001 c06` for each of a printed list.
fn printed(text: &str) -> Found {
    let rules = text.split("; ").map(|line| line.split_once(": ").unwrap());
    rules.flat_map(|(rule, all)| all.split(", ").map(move |it| format!("{rule} {it}"))).collect()
}

/// The same of a document, whatever the day.
fn found(document: &Document) -> Found {
    let state = document.states().next().unwrap().id;
    let found = analysis::findings(document, state);
    found.iter().map(|it| format!("{} {}", it.rule, label(document, &it.about))).collect()
}

fn code(document: &Document, id: RecordId) -> Option<String> {
    let connector = |id| document.connector(id).map(|it| it.code.clone());
    match document.record(id)? {
        Record::Step(it) => Some(it.code),
        Record::Connector(it) => Some(it.code),
        Record::Handoff(it) => connector(it.connector),
        Record::Lane(it) => document.team(it.team).map(|it| it.code.clone()),
        _ => None,
    }
}

/// As domain.md writes it: `c12(AE)`, `AE–CSM`, `c13→A13→c14`, `map`.
fn label(document: &Document, about: &[RecordId]) -> String {
    let codes: Vec<String> = about.iter().filter_map(|id| code(document, *id)).collect();
    let lanes = about.iter().filter(|id| document.kind(**id) == Some(Kind::Lane)).count();
    match codes.as_slice() {
        [] => "map".to_owned(),
        [handoff, lane] if lanes == 1 => format!("{handoff}({lane})"),
        _ if lanes > 1 => {
            codes.into_iter().collect::<BTreeSet<_>>().into_iter().collect::<Vec<_>>().join("–")
        }
        _ => codes.join("→"),
    }
}

fn without_agreements(document: &Document) -> Document {
    let levels = document.slas().map(|it| RecordId::from(it.id));
    let ids = levels.chain(document.criteria().map(|it| it.id.into())).collect();
    plan(document, &Command::Delete { ids }).unwrap().document
}

/// What one has and the other has not, as a list by rule.
fn more(one: &Found, other: &Found) -> String {
    let mut rules: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
    for (rule, about) in one.difference(other).filter_map(|it| it.split_once(' ')) {
        rules.entry(rule).or_default().push(about);
    }
    let lines = rules.into_iter().map(|(rule, all)| format!("{rule}: {}", all.join(", ")));
    lines.collect::<Vec<_>>().join("; ")
}

#[test]
fn today_has_the_printed_findings_and_no_others() {
    let sample = exchange::sample().unwrap();
    let bare = found(&without_agreements(&sample));
    assert_eq!(more(&printed(CURRENT), &bare), "");
    assert_eq!(more(&bare, &printed(CURRENT)), "");
}

#[test]
fn its_agreements_answer_these_and_ask_for_those() {
    let with = found(&exchange::sample().unwrap());
    let answered = "CRT-001: c06, c14, c18; CRT-002: c06, c14, c18; CRT-009: c06, c14, c18; \
                    OWN-009: c02, c06, c09, c12, c14, c17, c18; SLA-001: c02, c06, c09, c12, c14, \
                    c18; SLA-002: c02, c06, c09, c12, c14, c17, c18";
    assert_eq!(more(&printed(CURRENT), &with), answered);
    // Drafts that nobody has put a date of review to, and one that today does not keep.
    let asked = "SLA-009: c12; SLA-016: c02, c06, c09, c12, c14, c17, c18";
    assert_eq!(more(&with, &printed(CURRENT)), asked);
}

/// The map of the future state with the roles, templates and agreements of the sample.
fn future() -> Document {
    let read = |path: &str| -> Value {
        let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/..");
        serde_json::from_slice(&std::fs::read(format!("{folder}/{path}")).unwrap()).unwrap()
    };
    let mut whole = read("src-tauri/crates/exchange/samples/lead-to-customer.json");
    let map = read("tests/fixtures/lead-to-customer.future.json");
    for key in ["process", "steps", "connectors", "unowned_steps", "handoff_meta", "raci"] {
        whole[key] = map[key].clone();
    }
    // What hurts today and the plan against it are about today's map.
    for key in ["pain_points", "actions"] {
        whole[key] = Value::Array(Vec::new());
    }
    exchange::sample_json::read(whole.to_string().as_bytes()).unwrap()
}

#[test]
fn the_future_state_has_the_printed_findings_with_and_without_its_agreements() {
    let future = future();
    let bare = found(&without_agreements(&future));
    assert_eq!(more(&printed(FUTURE), &bare), "");
    assert_eq!(more(&bare, &printed(FUTURE)), "");
    let with = found(&future);
    assert_eq!(more(&printed(FUTURE), &with), "");
    assert_eq!(more(&with, &printed(FUTURE)), "SLA-016: c02, c06, c09, c12, c14, c17, c18");
}
