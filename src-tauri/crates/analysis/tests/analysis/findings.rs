//! Findings: those printed in domain.md 8.3 and 8.4, exactly; vector M8; and a map for each rule
//! that the samples do not break.

use crate::sample::{Sample, in_order, json, made, sample, sketch};
use crate::timeline::M1;
use analysis::{Finding, Severity, findings, rules};
use model::*;
use serde_json::json;
use std::collections::{BTreeMap, BTreeSet};

pub fn of(sample: &Sample) -> Vec<Finding> {
    findings(&sample.document, sample.state)
}

/// What a finding is about, as domain.md writes it: `c12(AE)`, `AE–CSM`, `c13→A13→c14`, `map`.
fn label(sample: &Sample, finding: &Finding) -> String {
    let kind = |id: &RecordId| sample.document.kind(*id);
    // What commands made has no code: it is called by its kind.
    let word = |id: &RecordId| kind(id).map_or("gone", Kind::word);
    let code = |id: &RecordId| sample.codes.get(id).map_or(word(id), String::as_str);
    let codes: Vec<&str> = finding.about.iter().map(code).collect();
    let is_lane = |id: &RecordId| kind(id) == Some(Kind::Lane);
    let lanes = finding.about.iter().filter(|id| is_lane(id)).count();
    match codes.as_slice() {
        [] => "map".to_owned(),
        [handoff, lane] if lanes == 1 => format!("{handoff}({lane})"),
        _ if lanes > 1 => {
            let sorted: BTreeSet<&str> = codes.into_iter().collect();
            sorted.into_iter().collect::<Vec<_>>().join("–")
        }
        _ => codes.join("→"),
    }
}

/// `FLW-009: r03, r04` for each rule.
pub fn lines(sample: &Sample) -> BTreeMap<String, BTreeSet<String>> {
    let mut lines: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    for finding in of(sample) {
        let first = lines.entry(finding.rule.clone()).or_default().insert(label(sample, &finding));
        let coded = finding.about.iter().all(|id| sample.codes.contains_key(id));
        assert!(first || !coded, "twice: {finding:?}");
    }
    lines
}

fn printed(text: &str) -> BTreeMap<String, BTreeSet<String>> {
    let rule = |line: &str| {
        let (rule, about) = line.trim().split_once(": ").unwrap();
        (rule.to_owned(), about.split(", ").map(str::to_owned).collect())
    };
    text.split(';').map(rule).collect()
}

const LEAD_CURRENT: &str = "OWN-001: c06, c12, c14; OWN-002: c02, c12, c14, c15; FLW-013: c06, c14, c18; CRT-002: c06, c09, c11, c12, c14, c17, c18; CRT-001: c02, c06, c11, c12, c14, c15, c17, c18; INF-001: c02, c06, c11, c12, c14, c15, c18; SLA-001: c02, c06, c09, c11, c12, c14, c15, c17, c18; SLA-002: c02, c06, c09, c11, c12, c14, c15, c17, c18; CRT-006: c02, c06, c11, c12, c14, c15, c17; OWN-009: c02, c06, c09, c11, c12, c14, c15, c17, c18; CRT-009: c06, c14, c18; INF-006: c06, c14, c18; INF-008: c06, c09, c11, c12, c14, c17, c18; TIM-007: c02, c06, c09, c11, c12, c14, c17, c18; TIM-006: map; OWN-004: A13; OWN-006: A02, A10, A14; FLW-009: r03, r04, r05; NET-001: AE–CSM, AE–FIN, AE–SDR, CSM–CUS, MKT–SDR; NET-002: AE–CSM, AE–FIN, CSM–CUS; NET-004: CSM; NET-006: r03; RAC-001: c12, c14; RAC-002: c06; RAC-003: c12; RAC-006: c12(AE), c12(FIN); RAC-007: c09; RAC-011: c11, c15, c17, c18; OWN-005: c13→A13→c14";

const LEAD_FUTURE: &str = "SLA-001: c17; OWN-009: c15; TIM-006: map; NET-001: AE–CSM, CSM–CUS, MKT–SDR; NET-002: AE–FIN, CSM–CUS; RAC-011: c11, c15, c17, c18";

const WARD_CURRENT: &str = "OWN-001: c08, c09, c14, c17; OWN-002: c01, c02, c09, c14, c15; FLW-013: c09, c14; CRT-002: c08, c09, c11, c12, c14, c16, c17, c18, c19; CRT-001: c01, c05, c06, c08, c09, c11, c12, c13, c14, c15, c16, c17, c18, c19; INF-001: c08, c09, c12, c14, c15, c16, c17, c19; SLA-001: c02, c03, c04, c05, c06, c09, c11, c12, c13, c14, c15, c16, c17, c18, c19; SLA-002: c01, c02, c03, c05, c06, c08, c09, c12, c13, c14, c15, c16, c17, c19; CRT-006: c01, c02, c05, c06, c08, c09, c11, c12, c14, c15, c16, c17, c18, c19; OWN-009: c02, c03, c04, c05, c06, c08, c09, c12, c13, c14, c15, c16, c17, c18, c19; CRT-009: c08, c16; INF-006: c08, c16; INF-008: c08, c09, c12, c14, c16, c17, c19; TIM-007: c05, c06, c08, c09, c11, c12, c14, c16, c17, c19; TIM-003: c11; TIM-008: MED; OWN-004: B09; OWN-006: B10; FLW-009: r03; NET-001: BED–WRD, EDD–MED, EDN–WRD; NET-002: EDD–EDN, EDD–IMG, EDN–WRD; NET-003: map; RAC-001: c08, c09, c14; RAC-006: c09(EDN); RAC-011: c01, c02, c03, c04, c05, c06, c12, c13, c15, c17, c18, c19; OWN-005: c09→B09";

const WARD_FUTURE: &str = "INF-001: c19; OWN-009: c19; INF-008: c19; NET-001: EDD–MED, EDN–WRD; NET-002: EDD–IMG, EDN–WRD, POR–WRD; NET-003: map; RAC-011: c01, c02, c03, c05, c06, c12, c13, c15, c19";

#[test]
fn samples_have_the_printed_findings_and_no_others() {
    let all = [
        ("lead-to-customer.current", LEAD_CURRENT),
        ("lead-to-customer.future", LEAD_FUTURE),
        ("ed-to-ward.current", WARD_CURRENT),
        ("ed-to-ward.future", WARD_FUTURE),
    ];
    for (name, text) in all {
        let (found, expected) = (lines(&sample(name, in_order)), printed(text));
        for rule in rules() {
            assert_eq!(found.get(rule.id), expected.get(rule.id), "{name}: {}", rule.id);
        }
        assert_eq!(found.len(), expected.len(), "{name}");
    }
}

#[test]
fn findings_come_by_severity_rule_and_record() {
    let sample = sample("lead-to-customer.current", in_order);
    let found = of(&sample);
    let key = |it: &Finding| (it.severity, it.rule.clone(), it.about.first().copied());
    assert!(found.is_sorted_by_key(key));
    assert_eq!(found[0].severity, Severity::Error);
    assert_eq!(found.last().unwrap().severity, Severity::Info);
    for finding in &found {
        let rule = rules().iter().find(|rule| rule.id == finding.rule).expect("in the table");
        assert_eq!((finding.severity, finding.sign), (rule.severity, rule.sign));
        assert!(finding.message.ends_with('.') && finding.hint.ends_with('.'), "{finding:?}");
    }
}

#[test]
fn findings_name_the_thing_and_say_what_to_do() {
    let found = of(&sample("lead-to-customer.current", in_order));
    let say = |rule: &str| {
        let finding = found.iter().find(|finding| finding.rule == rule).unwrap();
        finding.message.clone()
    };
    assert_eq!(
        say("OWN-001"),
        "H-06 Sales Development → Account Executives has nobody accountable."
    );
    assert_eq!(
        say("OWN-005"),
        "Nobody owns the item for 3 d 4 h (10.26 % of the lead time): “Negotiate and obtain \
         signature” → “Write customer hand-over”, “Write customer hand-over” and H-14 Account \
         Executives → Customer Success."
    );
    assert_eq!(say("OWN-006"), "Only Marketing specialist 1 can do “Score lead and mark MQL”.");
    assert_eq!(
        say("NET-006"),
        "H-23 Deal Desk & Finance → Account Executives sends back 25 %, but the steps before it \
         are said to be right 80 % of the time."
    );
}

/// The rules that a map breaks, with what they are about.
fn broken(text: &str, rule: &str) -> Vec<String> {
    lines(&sketch(text)).remove(rule).unwrap_or_default().into_iter().collect()
}

#[test]
fn m8_what_is_wrong_with_the_flow() {
    let map = format!(
        "{M1}
        S4 Y 5\n S5 Y 5\n S9 Y 5
        S3 > S1 0
        S3 > S4 0 xor .5\n S3 > S5 0 xor .4
        S2 > S1 30 rework 1"
    );
    let found = lines(&sketch(&map));
    let flow: Vec<(&str, Vec<&str>)> = found
        .iter()
        .filter(|(rule, _)| rule.starts_with("FLW") && *rule != "FLW-013")
        .map(|(rule, about)| (rule.as_str(), about.iter().map(String::as_str).collect()))
        .collect();
    let expected = [
        ("FLW-002", vec!["S9"]),
        ("FLW-005", vec!["S3"]),
        ("FLW-007", vec!["S1→S2→S3"]),
        ("FLW-008", vec!["S2"]),
        ("FLW-009", vec!["S2>S1"]),
    ];
    assert_eq!(flow, expected);
}

#[test]
fn flow_is_followed_from_every_start_to_every_end() {
    assert_eq!(broken("", "FLW-001"), [""; 0]);
    assert_eq!(broken("A X 1\n B X 1\n C X 1\n A > C\n B > C", "FLW-001"), ["A→B"]);
    assert_eq!(broken("A X 1\n B X 1\n A > B 0\n B > A 0", "FLW-001"), ["map"]);
    assert_eq!(broken("A X 1\n B X 1\n C X start\n A > B 0\n C > B 0", "FLW-002"), ["A"]);
    let unfinished = "S X start\n A X 1\n B X 1\n E X end\n D X dead\n
        S > A\n A > B - and\n A > E - and\n A > D - and";
    assert_eq!(broken(unfinished, "FLW-003"), ["B"]);
    assert_eq!(broken("A X 1\n D X dead\n B X 1\n A > D 0\n D > B 0", "FLW-004"), ["D"]);
    assert_eq!(broken("A X 1\n B X 1\n C X 1\n A > B 0 and\n A > C 0 and", "FLW-010").len(), 1);
    let many: String = (0..26).map(|n| format!("S{n} X 1\n")).collect();
    assert_eq!(broken(&many, "FLW-011"), ["map"]);
}

#[test]
fn alternatives_need_a_share_and_a_condition() {
    let choice = |one: &str, other: &str| {
        format!("D X decision\n A X 1\n B X 1\n D > A 0 xor {one}\n D > B 0 xor {other}")
    };
    assert_eq!(broken(&choice(".6", ".4"), "FLW-005"), [""; 0]);
    assert_eq!(broken(&choice(".6", ".39"), "FLW-005"), [""; 0], "a hundredth is rounding");
    assert_eq!(broken(&choice(".6", ".38"), "FLW-005"), ["D"]);
    assert_eq!(broken(&choice(".6", ""), "FLW-005"), ["D"]);
    assert_eq!(broken("D X decision\n A X 1\n D > A 0 xor", "FLW-005"), [""; 0]);
    let mut json = json("lead-to-customer.current");
    json["connectors"][8]["label"] = json!(" ");
    assert_eq!(lines(&made(&json, in_order))["FLW-006"], BTreeSet::from(["c09".to_owned()]));
}

#[test]
fn what_goes_round_for_ever_is_found() {
    let endless = "A X 1\n B X 1\n C X 1\n D X 1\n A > B 0\n B > C 0\n C > B 0\n A > D 0";
    assert_eq!(broken(endless, "FLW-008"), ["B→C"]);
    let half = "A X 1\n B X 1\n C X 1\n A > B 0\n B > C 0\n C > A 0 rework .5\n C > B 0 rework .5";
    assert_eq!(broken(half, "FLW-008"), ["C"], "once, not for each loop");
}

#[test]
fn names_in_a_lane_are_told_apart() {
    let mut json = json("lead-to-customer.current");
    json["steps"][1]["name"] = json!("capture and enrich inbound lead ");
    json["steps"][2]["name"] = json!("Capture and enrich inbound lead");
    assert_eq!(lines(&made(&json, in_order))["FLW-014"], BTreeSet::from(["A01→A02".to_owned()]));
}

#[test]
fn times_have_to_fit_together() {
    let map = "A X 40/30\n B X\n C Y 1\n A > B - \n B > C 5";
    assert_eq!(broken(map, "TIM-001"), ["A"]);
    assert_eq!(broken(map, "TIM-002"), ["A>B", "B"]);
    let events = "S X start\n A X 5\n D X decision\n E Y end\n S > A\n A > D\n D > E - xor";
    assert_eq!(broken(events, "TIM-002"), ["D>E"], "only what crosses teams is waited on");
    let mut json = json("lead-to-customer.current");
    json["connectors"][1]["delay"] = json!(null);
    json["connectors"][0]["interval"] = json!(320);
    json["connectors"][13]["interval"] = json!(null);
    let found = lines(&made(&json, in_order));
    assert_eq!(found["TIM-004"], BTreeSet::from(["c02".to_owned()]));
    assert_eq!(found["TIM-002"], BTreeSet::from(["c02".to_owned()]));
    assert_eq!(found["TIM-005"], BTreeSet::from(["c14".to_owned()]), "240 is within a half of 160");
    json["connectors"][0]["interval"] = json!(319);
    json["connectors"][13]["interval"] = json!(5760);
    let found = lines(&made(&json, in_order));
    assert_eq!(found["TIM-005"], ["c01", "c14"].map(str::to_owned).into());
}

#[test]
fn a_team_with_more_work_than_hands_is_an_error() {
    let mut json = json("ed-to-ward.current");
    json["capacity"]["MED"]["people"] = json!(1);
    let found = of(&made(&json, in_order));
    let busy = found.iter().find(|finding| finding.rule == "TIM-008").unwrap();
    assert_eq!(busy.severity, Severity::Error);
    assert_eq!(busy.message, "Inpatient medical team is busy 179.69 % of its time.");
}

#[test]
fn rows_of_the_matrix_are_neither_empty_nor_full() {
    let mut json = json("lead-to-customer.future");
    json["raci"]["c14"] = json!({ "AE": "R", "CSM": "R", "SDR": "R", "SMG": "R", "CSL": "A" });
    let all = ["MOS", "SDR", "SDM", "AE", "SMG", "DDA", "FC", "CSM", "CSL"];
    for role in all {
        json["raci"]["c12"][role] = json!(match role {
            "AE" | "DDA" => "R",
            "FC" => "A",
            _ => "I",
        });
    }
    let found = lines(&made(&json, in_order));
    assert_eq!(found["RAC-004"], BTreeSet::from(["c14".to_owned()]));
    assert_eq!(found["RAC-005"], BTreeSet::from(["c12".to_owned()]));
}

/// A sample with one of its handoffs changed.
fn with_handoff(name: &str, code: &str, change: impl Fn(&mut Handoff)) -> Sample {
    let mut sample = sample(name, in_order);
    let old = sample.document.handoffs().find(|it| sample.codes[&it.id.into()] == code).unwrap();
    let mut new = old.clone();
    change(&mut new);
    let change = Change { before: Some(old.clone().into()), after: Some(new.into()) };
    sample.document = sample.document.with(&[change]).unwrap();
    sample
}

#[test]
fn silence_is_not_acceptance() {
    for how in [Acceptance::Implicit, Acceptance::None, Acceptance::Explicit] {
        let sample = with_handoff("lead-to-customer.future", "c06", |it| it.acceptance = Some(how));
        let found = lines(&sample).remove("OWN-003").unwrap_or_default();
        assert_eq!(found.contains("c06"), how != Acceptance::Explicit);
    }
}

#[test]
fn what_is_written_down_counts_without_being_stated() {
    let c14 = |change: fn(&mut Handoff)| {
        lines(&with_handoff("lead-to-customer.current", "c14", change))
            .into_iter()
            .filter(|(_, about)| about.contains("c14"))
            .map(|(rule, _)| rule)
            .collect::<Vec<_>>()
    };
    let before = c14(|_| {});
    let lost = |change: fn(&mut Handoff)| {
        let after = c14(change);
        before.iter().filter(|rule| !after.contains(rule)).cloned().collect::<Vec<_>>()
    };
    assert_eq!(lost(|it| it.trigger = "Signed contract arrives".into()), ["FLW-013"]);
    assert_eq!(lost(|it| it.trigger = "  ".into()), [""; 0]);
    assert_eq!(lost(|it| it.return_route = "To the sender".into()), ["CRT-006"]);
    assert_eq!(lost(|it| it.return_reasons = vec!["incomplete".into()]), ["CRT-006"]);
    assert_eq!(lost(|it| it.escalation = "Tell the lead".into()), ["OWN-009"]);
    assert_eq!(lost(|it| it.follow_up = Some(FollowUp::Auto)), ["TIM-007"]);
}

#[test]
fn records_count_as_checks() {
    let mut sample = sample("lead-to-customer.current", in_order);
    let old = sample.document.handoffs().find(|it| sample.codes[&it.id.into()] == "c14").unwrap();
    let role = sample.document.roles().next().unwrap().id;
    let (next, _) = sample.document.used_up();
    let target = || Some(TimeTarget { minutes: Minutes(60), clock: ClockKind::Business });
    let sla = Sla {
        id: SlaId(next),
        response: target(),
        completion: target(),
        escalations: vec![EscalationLevel::default()],
        ..Default::default()
    };
    let template = Template { id: TemplateId(next + 1), ..Default::default() };
    let criterion = |id, side| Criterion {
        id: CriterionId(id),
        about: Target::Handoff(old.id),
        side,
        obligation: Obligation::Must,
        text: "signed".into(),
        verifier: String::new(),
        evidence: String::new(),
        order: 0,
    };
    let handoff = Handoff {
        accountable: Some(role),
        receiving_role: Some(role),
        template: Some(template.id),
        sla: Some(sla.id),
        ..old.clone()
    };
    let id = handoff.id;
    let made = |record: Record| Change { before: None, after: Some(record) };
    let changes = [
        made(sla.into()),
        made(template.into()),
        made(criterion(next + 2, CriterionSide::Entry).into()),
        made(criterion(next + 3, CriterionSide::Exit).into()),
        Change { before: Some(old.clone().into()), after: Some(handoff.into()) },
    ];
    sample.document = sample.document.with(&changes).unwrap();
    let handoff = sample.document.handoff(id).unwrap();
    let readiness = analysis::readiness(&sample.document, handoff);
    assert_eq!(readiness.score, 80, "all but trigger and return");
    let open: Vec<Check> =
        Check::ALL.iter().filter(|check| !readiness.met.contains(check)).copied().collect();
    assert_eq!(open, [Check::Trigger, Check::Return]);
}

#[test]
fn quality_nobody_judged_is_asked_for() {
    let mut json = json("lead-to-customer.current");
    json["steps"][1]["ca"] = json!(null);
    assert_eq!(lines(&made(&json, in_order))["INF-005"], BTreeSet::from(["c02".to_owned()]));
}

#[test]
fn every_rule_of_the_specification_is_in_the_table() {
    let counts = [
        ("FLW", 14),
        ("OWN", 9),
        ("RAC", 12),
        ("CRT", 10),
        ("INF", 11),
        ("SLA", 19),
        ("TIM", 10),
        ("NET", 7),
        ("VAR", 4),
        ("FUT", 7),
    ];
    let ids: Vec<String> = counts
        .iter()
        .flat_map(|(group, count)| (1..=*count).map(move |n| format!("{group}-{n:03}")))
        .collect();
    assert_eq!(ids.len(), 103);
    assert_eq!(rules().iter().map(|it| it.id.to_owned()).collect::<Vec<_>>(), ids);
}

#[test]
fn what_the_model_keeps_is_never_found() {
    // FLW-012: a step without a lane, a connector without an end.
    let sample = sketch("A X 1\n B X 1\n A > B 1");
    let without = |kind: Kind, code: &str| {
        let gone: RecordId = sample.id(kind, code);
        let records = sample.document.records();
        Document::from_records(records.into_iter().filter(|it| it.id() != gone))
    };
    assert!(matches!(without(Kind::Lane, "X"), Err(Invalid::Dangling { kind: Kind::Lane, .. })));
    assert!(matches!(without(Kind::Step, "B"), Err(Invalid::Dangling { kind: Kind::Step, .. })));
    let kept: Vec<&str> = rules().iter().filter(|it| it.kept.is_some()).map(|it| it.id).collect();
    assert_eq!(kept, ["FLW-012"]);
}

/// Maps that together break every rule of the table.
pub fn breaking() -> Vec<Sample> {
    let mut all =
        vec![sample("lead-to-customer.current", in_order), sample("ed-to-ward.current", in_order)];
    let many: String = (0..26).map(|n| format!("S{n} X 40/30\n")).collect();
    all.push(sketch(&many));
    all.extend(
        [
            "A X 1\n B X\n C X 1\n D X dead\n A > B - and\n A > D - and\n D > C\n C > B",
            "S X start\n A X 1\n B X 1\n C X 1\n E X end\n S > A\n A > B\n B > A\n A > E",
            "S X start\n A X 1\n B X 1\n E X end\n S > A\n A > B 0 and\n A > E 0 and",
            "A X 1\n B X 1\n A > B 0 xor .2\n B > A 0 rework 1",
        ]
        .map(sketch),
    );
    let mut json = json("lead-to-customer.current");
    json["steps"][0]["name"] = json!("Score lead and mark MQL");
    json["steps"][1]["ca"] = json!(null);
    for connector in [0, 1, 8] {
        json["connectors"][connector]["label"] = json!(null);
        json["connectors"][connector]["delay"] = json!(null);
    }
    json["connectors"][13]["interval"] = json!(null);
    for role in ["MOS", "SDR", "SDM", "AE", "SMG", "DDA", "FC", "CSM", "CSL"] {
        json["raci"]["c14"][role] = json!("R");
    }
    all.push(made(&json, in_order));
    all.push(with_handoff("lead-to-customer.current", "c06", |it| {
        it.acceptance = Some(Acceptance::Implicit);
    }));
    let promised = [crate::responsibility::rows(), crate::chain::rows(), crate::terms::rows()];
    let agreed = [crate::agreed::rows(), crate::planned::rows()];
    all.extend(promised.into_iter().chain(agreed).flatten().map(|(rule, broken, _)| {
        assert!(rules().iter().any(|it| it.id == rule), "{rule}");
        broken
    }));
    all
}

#[test]
fn every_rule_can_be_broken() {
    let broken: BTreeSet<String> =
        breaking().iter().flat_map(of).map(|finding| finding.rule).collect();
    let kept: Vec<&str> = rules().iter().filter(|it| it.kept.is_none()).map(|it| it.id).collect();
    let unbroken: Vec<&str> = kept.into_iter().filter(|id| !broken.contains(*id)).collect();
    assert!(unbroken.is_empty(), "{unbroken:?}");
}
