//! CSV and JSON, cell by cell.

use super::{desk, of};
use crate::registers::{Column, Kind, Register, Value, csv, json};
use analysis::Language;

#[test]
fn numbers_stay_numbers_in_csv() {
    let value = |value| csv_of(value);
    assert_eq!(value(Value::Number(-1.5)), "-1.5");
    assert_eq!(value(Value::Minutes(-20)), "-0.3333");
    assert_eq!(value(Value::Percent(0.85)), "85");
    assert_eq!(value(Value::Date("2026-03-02".into())), "2026-03-02");
    assert_eq!(value(Value::YesNo(true)), "\"Yes\"");
    assert_eq!(value(Value::Text("a,\"b\"\nc".into())), "\"a,\"\"b\"\"\nc\"");
    assert_eq!(value(Value::Text("\n-1".into())), "\"'\n-1\"");
}

fn csv_of(value: Value) -> String {
    let column = Column { key: "k".into(), title: "T".into(), kind: Kind::Mixed };
    let register =
        Register { key: "k", title: "T".into(), columns: vec![column], rows: vec![vec![value]] };
    let text = csv(&register, &["Yes".into(), "No".into()]);
    let (_, row) = text.split_once("\r\n").unwrap();
    row.strip_suffix("\r\n").unwrap().to_owned()
}

#[test]
fn json_has_codes_and_plain_units() {
    let desk = desk();
    for language in [Language::English, Language::German] {
        let text = json(&of(&desk.document, desk.state, language)).unwrap();
        let value: serde_json::Value = serde_json::from_str(&text).unwrap();
        let handoff = &value["registers"]["handoffs"][0];
        assert_eq!(handoff["number"], "H-01");
        assert_eq!(handoff["waitUsualMinutes"], 720);
        assert_eq!(handoff["waitWorstMinutes"], serde_json::Value::Null);
        assert_eq!(handoff["waitConfidence"], "measured");
        assert_eq!(handoff["cause"], "queue");
        assert_eq!(handoff["varies"], false);
        assert_eq!(handoff["openChecks"].as_array().unwrap().len(), 10);
        assert_eq!(handoff["openChecks"][0], "owner");
        let column = &value["columns"]["handoffs"][0];
        assert_eq!((&column["key"], &column["holds"]), (&"number".into(), &"text".into()));
        assert_eq!(value["registers"]["steps"][0]["completeAccurate"], 0.85);
        assert_eq!(value["about"]["title"], "=Onboarding");
        assert_eq!(value["about"]["minutesPerDay"], 480);
    }
}
