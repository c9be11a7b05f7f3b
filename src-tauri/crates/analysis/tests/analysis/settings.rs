//! Findings have ids that last, can be waived, and count as an engagement sets them.

use crate::findings::{lines, of};
use crate::sample::{Sample, in_order, sample, sketch};
use analysis::{Finding, Severity, Unit, rules, signs};
use model::*;
use std::collections::BTreeSet;

fn lead() -> Sample {
    sample("lead-to-customer.current", in_order)
}

fn set(sample: Sample, rule: &str, level: Option<RuleLevel>, threshold: Option<i32>) -> Sample {
    let setting = RuleSetting { rule: rule.into(), level, threshold };
    sample.after([Command::SetRule { setting }])
}

fn about(sample: &Sample, rule: &str) -> Vec<String> {
    lines(sample).remove(rule).unwrap_or_default().into_iter().collect()
}

#[test]
fn ids_name_the_rule_and_its_records_and_are_given_once() {
    let all = crate::agreed::rows().into_iter().chain(crate::planned::rows());
    let samples = [
        lead(),
        sample("lead-to-customer.future", in_order),
        sample("ed-to-ward.current", in_order),
        sample("ed-to-ward.future", in_order),
        sketch("A X 1\n B X 1\n C X 1\n A > B 0\n B > C 0\n C > B 0"),
    ];
    for sample in samples.into_iter().chain(all.flat_map(|(_, one, other)| [one, other])) {
        let mut seen = BTreeSet::new();
        for finding in of(&sample) {
            let ids: Vec<String> = finding.about.iter().map(|id| id.0.to_string()).collect();
            let map = || sample.state.0.to_string();
            let records = if ids.is_empty() { map() } else { ids.join(",") };
            assert_eq!(finding.id, format!("{}:{records}", finding.rule));
            assert!(seen.insert(finding.id.clone()), "{} twice", finding.id);
        }
    }
}

#[test]
fn a_waived_finding_stays_and_says_why() {
    let sample = lead();
    let id = of(&sample).iter().find(|it| it.rule == "OWN-006").unwrap().id.clone();
    let (finding, reason) = (id.clone(), "Retires in May".to_owned());
    let (by, date) = ("Helen".to_owned(), "2026-03-05".to_owned());
    let after = sample.after([Command::Waive { finding, reason, by, date }]);
    let found = of(&after);
    let waived: Vec<&Finding> = found.iter().filter(|it| it.waived.is_some()).collect();
    assert_eq!(waived.len(), 1);
    assert_eq!(waived[0].id, id);
    let why = waived[0].waived.as_ref().unwrap();
    assert_eq!((why.reason.as_str(), why.by.as_str()), ("Retires in May", "Helen"));
    let waiver = after.newest(Kind::Waiver);
    let back = after.after([Command::Delete { ids: vec![waiver] }]);
    assert!(of(&back).iter().all(|it| it.waived.is_none()));
}

#[test]
fn a_rule_counts_as_the_engagement_sets_it() {
    let severity =
        |sample: &Sample| of(sample).iter().find(|it| it.rule == "OWN-006").map(|it| it.severity);
    assert_eq!(severity(&lead()), Some(Severity::Warning));
    let level = |level| severity(&set(lead(), "OWN-006", Some(level), None));
    assert_eq!(level(RuleLevel::Error), Some(Severity::Error));
    assert_eq!(level(RuleLevel::Info), Some(Severity::Info));
    assert_eq!(level(RuleLevel::Off), None);
    let of_others = |sample: &Sample| {
        of(sample).into_iter().filter(|it| it.rule != "OWN-006").collect::<Vec<_>>()
    };
    let off = set(lead(), "OWN-006", Some(RuleLevel::Off), None);
    assert_eq!(of_others(&lead()), of_others(&off));
}

/// Rule, a threshold at which the lead sample does not break it, and one at which it does.
#[test]
fn thresholds_are_those_set() {
    let rows = [
        ("FLW-009", 40_000, 30_000, "r04"),
        ("FLW-011", 19_000, 18_000, "map"),
        ("INF-006", 59_000, 61_000, "c14"),
        ("CRT-009", 59_000, 61_000, "c14"),
        ("TIM-003", 10_000, 5_000, "c06"),
        ("TIM-006", 4_000, 5_000, "map"),
        ("TIM-008", 75_000, 74_000, "CSM"),
        ("NET-001", 600, 500, "CSM–CUS"),
        ("NET-002", 4_000, 3_000, "CSM–CUS"),
        ("NET-003", 500, 400, "map"),
        ("NET-006", 10_000, 500, "r03"),
    ];
    for (rule, quiet, loud, what) in rows {
        let found = |threshold| about(&set(lead(), rule, None, Some(threshold)), rule);
        assert!(!found(quiet).contains(&what.to_owned()), "{rule} at {quiet}");
        assert!(found(loud).contains(&what.to_owned()), "{rule} at {loud}");
    }
}

#[test]
fn thresholds_have_a_unit_and_a_usual_value() {
    let with: Vec<(&str, Unit, i32)> = rules()
        .iter()
        .filter_map(|it| it.threshold.map(|threshold| (it.id, threshold.unit, threshold.usual)))
        .collect();
    assert_eq!(with.len(), 28);
    assert!(with.contains(&("TIM-003", Unit::Percent, 10_000)));
    assert!(with.contains(&("NET-002", Unit::PerItem, 1_500)));
    assert!(with.contains(&("SLA-014", Unit::Minutes, 120_000)));
}

#[test]
fn signs_are_rated_by_their_gravest_findings() {
    let sample = lead();
    let forward = || analysis::figures(&sample.document, sample.state).readiness.into_keys();
    let ratings =
        |found: &[Finding]| signs(found, forward()).iter().map(|it| it.rating).collect::<Vec<_>>();
    // S1 and S7 have warnings alone, S2 too; the errors of S5 and S6 are on most handoffs.
    assert_eq!(ratings(&of(&sample)), [1, 1, 3, 3, 3, 3, 1]);
    assert_eq!(ratings(&[]), [0; 7]);
    let few: Vec<Finding> = of(&sample).into_iter().filter(|it| it.rule == "CRT-009").collect();
    assert_eq!(ratings(&few), [0, 0, 2, 0, 0, 0, 0], "three of nine handoffs");
    let waived = few.into_iter().map(|it| Finding {
        waived: Some(analysis::Waived { reason: "x".into(), by: "".into(), date: "".into() }),
        ..it
    });
    assert_eq!(ratings(&waived.collect::<Vec<_>>()), [0; 7]);
    let counts: u32 = signs(&of(&sample), forward()).iter().map(|it| it.findings).sum();
    assert_eq!(counts as usize, of(&sample).iter().filter(|it| it.sign.is_some()).count());
}
