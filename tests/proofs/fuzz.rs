//! Every entry point for bytes from outside, given its corpus and some thousand mutations of it: what
//! the fuzzer does for hours, for a moment, on stable, the same in every run.

use baton_tests::dice::Dice;
use baton_tests::fuzz::{TARGETS, mutated, seeds};

/// Mutations of each target in one run; a debug build takes some milliseconds for the slow ones.
fn mutations(target: &str) -> usize {
    match target {
        "notation" | "measured" => 1_500,
        "request" | "logo" => 1_000,
        _ => 300,
    }
}

#[test]
fn the_entry_points_stand_what_comes_in() {
    for (target, entry) in TARGETS {
        let seeds = seeds(target);
        assert!(!seeds.is_empty() || target == "baton", "{target} has no corpus");
        seeds.iter().for_each(|bytes| entry(bytes));
        for number in 0..mutations(target) {
            let bytes = mutated(&seeds, &mut Dice::new(number as u64));
            // A panic is caught to say with what; it fails the test all the same.
            let stood = std::panic::catch_unwind(|| entry(&bytes));
            assert!(
                stood.is_ok(),
                "{target}, mutation {number}: {:?}",
                String::from_utf8_lossy(&bytes)
            );
        }
    }
}

#[test]
fn most_of_the_corpus_is_understood() {
    let requests = seeds("request");
    let read = |bytes: &Vec<u8>| serde_json::from_slice::<session::api::Request>(bytes);
    for bytes in &requests {
        read(bytes).unwrap_or_else(|error| panic!("{}: {error}", String::from_utf8_lossy(bytes)));
    }
    for bytes in seeds("measured") {
        exchange::measured::read(&bytes).unwrap();
    }
    assert!(requests.len() > 30);
}
