//! What a finding offers to put right: done, the finding is gone and no error is new.

use crate::findings::of;
use crate::sample::{Sample, in_order, json, made, sample, sketch};
use analysis::{Finding, Severity};
use model::*;
use serde_json::json;
use std::collections::BTreeSet;

fn ids(found: &[Finding], severity: Severity) -> BTreeSet<String> {
    found.iter().filter(|it| it.severity == severity).map(|it| it.id.clone()).collect()
}

/// Tries each fix the findings of a sample offer; the rules that had one.
fn try_all(sample: &Sample) -> BTreeSet<String> {
    let before = of(sample);
    let errors = ids(&before, Severity::Error);
    let mut tried = BTreeSet::new();
    for finding in &before {
        let Some(fix) = &finding.fix else { continue };
        let planned = plan(&sample.document, fix).expect("a fix can be done");
        assert!(!planned.edit.changes.is_empty(), "{} changes nothing", finding.id);
        let after = analysis::findings(&planned.document, sample.state);
        assert!(after.iter().all(|it| it.id != finding.id), "{} stays", finding.id);
        let new: Vec<String> = ids(&after, Severity::Error).difference(&errors).cloned().collect();
        assert_eq!(new, [""; 0], "after mending {}", finding.id);
        tried.insert(finding.rule.clone());
    }
    tried
}

#[test]
fn every_fix_mends_and_breaks_nothing() {
    let mut json = json("lead-to-customer.current");
    json["raci"]["c12"] = json!({ "AE": "R", "FC": "A" });
    json["connectors"][13]["wait"] = json!(10);
    let mut samples = vec![
        made(&json, in_order),
        sample("ed-to-ward.current", in_order),
        sketch("A X 1\n B X 1\n C X 1\n A > B 0\n B > A 0\n B > C 0"),
        sketch("A X 1\n D X dead\n B X 1\n A > D 0\n D > B 0"),
        sketch("D X decision\n A X 1\n B X 1\n D > A 0 xor .6\n D > B 0 xor"),
        silently_accepted(),
    ];
    let rows =
        crate::agreed::rows().into_iter().chain(crate::planned::rows()).chain(crate::terms::rows());
    samples.extend(rows.map(|(_, broken, _)| broken));
    let tried: BTreeSet<String> = samples.iter().flat_map(try_all).collect();
    let expected = [
        "CRT-003", "CRT-006", "CRT-008", "FLW-004", "FLW-005", "FLW-007", "OWN-001", "OWN-003",
        "SLA-003", "SLA-013", "TIM-005",
    ];
    assert_eq!(tried, expected.map(str::to_owned).into());
}

fn silently_accepted() -> Sample {
    let sample = sketch("A X 10 90\n B Y 10 90\n A > B 60");
    let handoff = sample.handoff("A>B");
    let edit = HandoffEdit::Acceptance(Some(Acceptance::Implicit));
    sample.after([Command::EditHandoff { handoff, edit }])
}

/// Findings of a rule that offer nothing.
fn unmended(sample: &Sample, rule: &str) -> usize {
    of(sample).iter().filter(|it| it.rule == rule && it.fix.is_none()).count()
}

#[test]
fn what_a_click_cannot_know_is_left_to_the_room() {
    let two_back = "A X 1\n B X 1\n C X 1\n A > B 0\n B > A 0\n B > C 0\n C > A 0\n";
    assert_eq!(unmended(&sketch(two_back), "FLW-007"), 1, "which of the two goes back");
    let no_way_on = "A X 1\n B X 1\n A > B 0\n B > A 0";
    assert_eq!(unmended(&sketch(no_way_on), "FLW-007"), 1, "it would end nowhere it did not");
    let lost = "S X start\n A X 1\n E X end\n D X dead\n B X 1\n S > A\n A > E\n A > D\n D > B";
    assert_eq!(unmended(&sketch(lost), "FLW-004"), 1, "it leads to no end");
    let silent = "D X decision\n A X 1\n B X 1\n D > A 0 xor\n D > B 0 xor";
    assert_eq!(unmended(&sketch(silent), "FLW-005"), 1, "which is taken how often");
    let mut json = json("lead-to-customer.current");
    json["raci"]["c12"] = json!({ "AE": "A", "FC": "A" });
    let twice = made(&json, in_order);
    let c12 = twice.handoff("c12");
    let found = of(&twice);
    let owner = found.iter().find(|it| it.rule == "OWN-001" && it.about == [c12.into()]).unwrap();
    assert_eq!(owner.fix, None, "which of the two answers");
}

#[test]
fn a_measured_wait_is_not_written_over() {
    let batch = |confidence| {
        let sample = sketch("A X 10 90\n B Y 10 90\n A > B 60");
        let connector = sample.id(Kind::Connector, "A>B");
        let wait = Some(Estimate { confidence, ..Estimate::of(Minutes(60)) });
        let cause = Some(DelayCause::Batch);
        let batch_interval = Some(Minutes(480));
        let note = String::new();
        sample.after([Command::AnnotateDelay { connector, wait, cause, note, batch_interval }])
    };
    assert_eq!(unmended(&batch(Confidence::Estimated), "TIM-005"), 0);
    assert_eq!(unmended(&batch(Confidence::Measured), "TIM-005"), 1);
}
