//! Reading what was printed gives the document back, and no text whatever makes the reader panic.
// The functions beside the tests are tests too.
#![allow(clippy::unwrap_used, clippy::indexing_slicing)]

mod any_document;

use baton_notation::{Places, parse, print, print_with};
use model::*;
use proptest::prelude::*;
use proptest::test_runner::RngSeed;

fn state(document: &Document) -> StateId {
    document.states().next().unwrap().id
}

/// The same records under other ids, in another order: what a map looks like after a day's work.
fn shuffled(document: &Document) -> Document {
    let most = document.used_up().0;
    let other = |id: u64| 7 * (most - id) + 3;
    let json = |record: &Record| {
        fn walk(value: &mut serde_json::Value, other: &dyn Fn(u64) -> u64) {
            match value {
                serde_json::Value::Object(fields) => {
                    for (name, field) in fields {
                        const IDS: &[&str] = &[
                            "id",
                            "state",
                            "lane",
                            "team",
                            "process",
                            "from",
                            "to",
                            "connector",
                            "sendingRole",
                            "receivingRole",
                            "accountable",
                        ];
                        match field.as_u64() {
                            Some(id) if IDS.contains(&name.as_str()) => *field = other(id).into(),
                            _ => walk(field, other),
                        }
                    }
                }
                serde_json::Value::Array(items) => {
                    items.iter_mut().for_each(|item| walk(item, other));
                }
                _ => {}
            }
        }
        let mut value = serde_json::to_value(record).unwrap();
        walk(&mut value, &other);
        serde_json::from_value(value).unwrap()
    };
    let records: Vec<Record> = document.records().iter().map(json).collect();
    Document::from_records(records).unwrap()
}

/// The same cases every time, so that a failure is of the change that brought it. `PROPTEST_CASES`
/// and `PROPTEST_RNG_SEED` ask for others.
fn cases() -> ProptestConfig {
    let given = ProptestConfig::default();
    let named = |name| std::env::var_os(name).is_some();
    ProptestConfig {
        cases: if named("PROPTEST_CASES") { given.cases } else { 150 },
        rng_seed: if named("PROPTEST_RNG_SEED") { given.rng_seed } else { RngSeed::Fixed(1) },
        failure_persistence: None,
        ..given
    }
}

proptest! {
    #![proptest_config(cases())]

    #[test]
    fn printed_and_read_is_the_same(document in any_document::document()) {
        let text = print(&document, state(&document));
        let read = parse(&text).map_err(|error| TestCaseError::fail(format!("{error}\n{text}")))?;
        prop_assert_eq!(&read.records(), &document.records(), "{}", text);
        prop_assert_eq!(print(&read, state(&read)), text);
    }

    #[test]
    fn ids_and_their_order_do_not_matter(document in any_document::document()) {
        let worked = shuffled(&document);
        let text = print(&worked, state(&worked));
        let read = parse(&text).map_err(|error| TestCaseError::fail(format!("{error}\n{text}")))?;
        prop_assert_eq!(read.len(), document.len());
        let again = parse(&print(&read, state(&read))).unwrap();
        prop_assert_eq!(again.records(), read.records());
    }

    #[test]
    fn places_can_be_left_out(document in any_document::document()) {
        let read = parse(&print_with(&document, state(&document), Places::LeftOut)).unwrap();
        prop_assert_eq!(read.len(), document.len());
        for (step, original) in read.steps().zip(document.steps()) {
            prop_assert_eq!(step.place, Place::default());
            prop_assert_eq!(&step.name, &original.name);
        }
    }

    #[test]
    fn no_text_makes_it_panic(text in "\\PC{0,200}") {
        let _ = parse(&text);
    }

    #[test]
    fn no_soup_of_words_makes_it_panic(words in proptest::collection::vec(
        proptest::sample::select(&[
            "team", "Sales", "\n", "\n", ",", ", ", "->", "~>", "\"", "\\", "start", "end",
            "decision", "role", "pain", "at", "cause", "waits", "1 d", "(", "to", ")", "90 %",
            "guessed", "measured on", "by", "#A", "@1", "H-01", "if", "because", "Lead?", "Lead",
            "clock", "business", "elapsed", "8 h a day", "a day", "people", "3", "999999999999",
            "every", "via", "giver", "whole map", "é", "\u{feff}", "//", "span", "at 1 2", "-1",
            "colour", "works", "\r\n", "\t", "state", "engagement", "process", "S1", "5 votes",
        ][..]), 0..60)) {
        let _ = parse(&words.join(" "));
        let _ = parse(&words.concat());
    }
}
