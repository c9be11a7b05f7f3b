//! What the checks find in both samples, by rule and code, beside what domain.md 8.3 and 8.4 print.
//! Current states have the printed findings and no others. The printed lists of the future states
//! leave out what needs the texts of agreements, so those are named beside them here.

use model::*;
use std::collections::{BTreeMap, BTreeSet};

const A_CURRENT: &str = "OWN-001: c06, c12, c14; OWN-002: c02, c12, c14, c15; FLW-013: c06, c14, c18; CRT-002: c06, c09, c11, c12, c14, c17, c18; CRT-001: c02, c06, c11, c12, c14, c15, c17, c18; INF-001: c02, c06, c11, c12, c14, c15, c18; SLA-001: c02, c06, c09, c11, c12, c14, c15, c17, c18; SLA-002: c02, c06, c09, c11, c12, c14, c15, c17, c18; CRT-006: c02, c06, c11, c12, c14, c15, c17; OWN-009: c02, c06, c09, c11, c12, c14, c15, c17, c18; CRT-009: c06, c14, c18; INF-006: c06, c14, c18; INF-008: c06, c09, c11, c12, c14, c17, c18; TIM-007: c02, c06, c09, c11, c12, c14, c17, c18; TIM-006: map; OWN-004: A13; OWN-006: A02, A10, A14; FLW-009: r03, r04, r05; NET-001: AE–CSM, AE–FIN, AE–SDR, CSM–CUS, MKT–SDR; NET-002: AE–CSM, AE–FIN, CSM–CUS; NET-004: CSM; NET-006: r03; RAC-001: c12, c14; RAC-002: c06; RAC-003: c12; RAC-006: c12(AE), c12(FIN); RAC-007: c09; RAC-011: c11, c15, c17, c18; OWN-005: c13→A13→c14";

const A_FUTURE: &str = "SLA-001: c17; OWN-009: c15; TIM-006: map; NET-001: AE–CSM, CSM–CUS, MKT–SDR; NET-002: AE–FIN, CSM–CUS; RAC-011: c11, c15, c17, c18";

const B_CURRENT: &str = "OWN-001: c08, c09, c14, c17; OWN-002: c01, c02, c09, c14, c15; FLW-013: c09, c14; CRT-002: c08, c09, c11, c12, c14, c16, c17, c18, c19; CRT-001: c01, c05, c06, c08, c09, c11, c12, c13, c14, c15, c16, c17, c18, c19; INF-001: c08, c09, c12, c14, c15, c16, c17, c19; SLA-001: c02, c03, c04, c05, c06, c09, c11, c12, c13, c14, c15, c16, c17, c18, c19; SLA-002: c01, c02, c03, c05, c06, c08, c09, c12, c13, c14, c15, c16, c17, c19; CRT-006: c01, c02, c05, c06, c08, c09, c11, c12, c14, c15, c16, c17, c18, c19; OWN-009: c02, c03, c04, c05, c06, c08, c09, c12, c13, c14, c15, c16, c17, c18, c19; CRT-009: c08, c16; INF-006: c08, c16; INF-008: c08, c09, c12, c14, c16, c17, c19; TIM-007: c05, c06, c08, c09, c11, c12, c14, c16, c17, c19; TIM-003: c11; TIM-008: MED; OWN-004: B09; OWN-006: B10; FLW-009: r03; NET-001: BED–WRD, EDD–MED, EDN–WRD; NET-002: EDD–EDN, EDD–IMG, EDN–WRD; NET-003: map; RAC-001: c08, c09, c14; RAC-006: c09(EDN); RAC-011: c01, c02, c03, c04, c05, c06, c12, c13, c15, c17, c18, c19; OWN-005: c09→B09";

const B_FUTURE: &str = "INF-001: c19; OWN-009: c19; INF-008: c19; NET-001: EDD–MED, EDN–WRD; NET-002: EDD–IMG, EDN–WRD, POR–WRD; NET-003: map; RAC-011: c01, c02, c03, c05, c06, c12, c13, c15, c19";

type Found = BTreeSet<String>;

/// `OWN-001 c06` for each of a printed list.
fn printed(text: &str) -> Found {
    let rules = text.split("; ").map(|line| line.split_once(": ").unwrap());
    rules.flat_map(|(rule, all)| all.split(", ").map(move |it| format!("{rule} {it}"))).collect()
}

/// The same of a state, whatever the day.
fn found(document: &Document, role: StateRole) -> Found {
    let state = document.states().find(|it| it.role == role).unwrap().id;
    let found = analysis::findings(document, state);
    found.iter().map(|it| format!("{} {}", it.rule, label(document, &it.about))).collect()
}

fn code(document: &Document, id: RecordId) -> Option<String> {
    let connector = |id| document.connector(id).map(|it| it.code.clone());
    match document.record(id)? {
        Record::Step(it) => Some(it.code),
        Record::Connector(it) => Some(it.code),
        Record::Handoff(it) => connector(it.connector),
        Record::Sla(it) => it.end_to_end.map(|_| "promise".to_owned()),
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

/// What one has and the other has not, as a list by rule.
fn more(one: &Found, other: &Found) -> String {
    let mut rules: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
    for (rule, about) in one.difference(other).filter_map(|it| it.split_once(' ')) {
        rules.entry(rule).or_default().push(about);
    }
    let lines = rules.into_iter().map(|(rule, all)| format!("{rule}: {}", all.join(", ")));
    lines.collect::<Vec<_>>().join("; ")
}

/// The file of one sample.
fn sample(name: &str) -> Document {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/../src-tauri/crates/exchange/samples");
    exchange::sample_json::read(&std::fs::read(format!("{folder}/{name}.json")).unwrap()).unwrap()
}

#[test]
fn today_has_the_printed_findings_and_no_others() {
    for (name, text) in [("lead-to-customer", A_CURRENT), ("ed-to-ward", B_CURRENT)] {
        let found = found(&sample(name), StateRole::Current);
        assert_eq!(more(&printed(text), &found), "", "{name}: missing");
        assert_eq!(more(&found, &printed(text)), "", "{name}: beyond what is printed");
    }
}

#[test]
fn the_future_has_the_printed_findings_and_those_of_the_printed_promises() {
    let rows = [
        ("lead-to-customer", A_FUTURE, "SLA-007: promise"),
        ("ed-to-ward", B_FUTURE, "SLA-006: promise; SLA-007: promise"),
    ];
    for (name, text, promised) in rows {
        let found = found(&sample(name), StateRole::Future);
        assert_eq!(more(&printed(text), &found), "", "{name}: missing");
        assert_eq!(more(&found, &printed(text)), promised, "{name}: beyond what is printed");
    }
}
