//! Wherever a pattern is offered it can be applied: on both samples, on random maps, on large ones.

use super::applied;
use analysis::Language;
use analysis::patterns::{Outcome, pattern, patterns};
use baton_tests::dice::Dice;
use baton_tests::{gestures, synthetic::synthetic};
use model::*;
use std::collections::BTreeSet;

fn samples() -> Vec<Document> {
    let read = |name: &str| {
        let path = format!("{}/fixtures/{name}.json", env!("CARGO_MANIFEST_DIR"));
        exchange::sample_json::read(&std::fs::read(path).unwrap()).unwrap()
    };
    let mut all: Vec<Document> = ["lead-to-customer", "ed-to-ward"]
        .iter()
        .flat_map(|it| [read(&format!("{it}.current")), read(&format!("{it}.future"))])
        .collect();
    all.push(exchange::sample().unwrap());
    all
}

#[test]
fn every_pattern_of_the_samples_can_be_applied_and_says_what_it_gives() {
    let mut kinds = BTreeSet::new();
    for document in samples() {
        for state in document.states() {
            for language in [Language::English, Language::German] {
                for found in patterns(&document, state.id, language) {
                    kinds.insert(found.at.pattern);
                    applied(&document, state.id, &found);
                    let again = pattern(&document, state.id, language, found.at, &[]);
                    assert_eq!(again.as_ref(), Some(&found), "found otherwise when looked for");
                }
            }
        }
    }
    assert_eq!(kinds.len(), Pattern::ALL.len() - usize::from(!kinds.contains(&Pattern::Parallel)));
}

/// No pattern takes the Expected view away from a map that has one.
#[test]
fn a_lead_time_that_can_be_expected_stays_one() {
    for document in samples() {
        for state in document.states() {
            let before = Outcome::of(&document, state.id, None);
            for found in patterns(&document, state.id, Language::English) {
                let after = plan(&document, &found.command()).unwrap().document;
                let after = Outcome::of(&after, state.id, None);
                assert_eq!(before.expected.is_some(), after.expected.is_some(), "{:?}", found.at);
            }
        }
    }
}

/// One after the other, until there is nothing left to do, or long enough.
#[test]
fn patterns_lead_on_to_patterns() {
    let mut document = samples().remove(0);
    let state = document.states().next().unwrap().id;
    let before = Outcome::of(&document, state, None);
    let mut dice = Dice::new(3);
    for _ in 0..60 {
        let all = patterns(&document, state, Language::English);
        let Some(found) = dice.pick(&(0..all.len()).collect::<Vec<_>>()) else { break };
        document = plan(&document, &all[found].command()).unwrap().document;
        document.check().unwrap();
    }
    let after = Outcome::of(&document, state, None);
    assert!(after.lead_time < before.lead_time, "{before:?} {after:?}");
    assert!(after.readiness > before.readiness);
}

#[test]
fn random_maps_are_never_offered_what_is_refused() {
    let mut offered = BTreeSet::new();
    for seed in 0..6 {
        let mut document = synthetic(40, seed);
        let state = document.states().next().unwrap().id;
        let mut dice = Dice::new(seed);
        for turn in 0..160 {
            let command = gestures::command(&mut dice, &document, state);
            if let Ok(planned) = plan(&document, &command) {
                document = planned.document;
            }
            if turn % 40 != 39 {
                continue;
            }
            for found in patterns(&document, state, Language::English) {
                offered.insert(found.at.pattern);
                let planned = plan(&document, &found.command())
                    .unwrap_or_else(|refusal| panic!("{refusal}\n{found:?}"));
                let back = planned.document.with(&planned.edit.inverse()).unwrap();
                assert_eq!(back, document);
            }
        }
    }
    assert!(offered.len() >= 5, "{offered:?}");
}

#[test]
fn five_hundred_steps_are_looked_through_at_once() {
    let document = synthetic(500, 1);
    let state = document.states().next().unwrap().id;
    let began = std::time::Instant::now();
    let all = patterns(&document, state, Language::English);
    let took = began.elapsed();
    assert!(all.len() > 100, "{}", all.len());
    assert!(took.as_millis() < 3_000, "{took:?} unoptimised");
}
