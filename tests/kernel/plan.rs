//! The plans of both samples (domain.md 8.3 and 8.4), and what names a file for ever.

use analysis::plan::{Plan, plan};
use model::{Document, Minutes};
use session::Session;

fn samples() -> [Document; 2] {
    let bytes = include_bytes!("../../src-tauri/crates/exchange/samples/ed-to-ward.json");
    [exchange::sample().unwrap(), exchange::sample_json::read(bytes).unwrap()]
}

fn hours(plan: &Plan) -> [i32; 4] {
    let mut sums = [0; 4];
    for load in &plan.loads {
        for (sum, Minutes(work)) in sums.iter_mut().zip(load.work) {
            *sum += work / 60;
        }
    }
    sums
}

#[test]
fn both_samples_have_a_plan_that_answers_every_vote_and_says_whose_time_it_takes() {
    let expected =
        [([30, 30, 60, 60, 90], [40, 68, 40, 0]), ([30, 60, 30, 30, 90], [48, 60, 32, 0])];
    for (document, (columns, work)) in samples().iter().zip(expected) {
        let plan = plan(document, Some("2026-12-01"));
        let found: Vec<u16> = plan.actions.iter().map(|it| it.horizon).collect();
        assert_eq!(found, columns);
        assert_eq!(hours(&plan), work);
        assert_eq!(plan.loads.len(), 5, "each has an owner of its own");
        assert!(plan.loads.iter().all(|it| it.owner.is_some() && it.unsaid == 0));
        assert_eq!(plan.unanswered, []);
    }
}

#[test]
fn a_file_keeps_its_key() {
    let folder = tempfile::tempdir().unwrap();
    let [one, other] = ["one", "other"].map(|it| folder.path().join(format!("{it}.baton")));
    let [document, _] = samples();
    let session = Session::create(&one, document.clone(), None).unwrap();
    let key = session.key();
    session.close().unwrap();
    assert_eq!(key.len(), 32);
    assert_eq!(Session::open(&one, None).unwrap().key(), key);
    assert_ne!(Session::create(&other, document, None).unwrap().key(), key);
}
