//! No text makes the capture line panic, and what it captures the document takes.

use super::{Room, applied};
use baton_notation::{capture, complete};
use proptest::prelude::*;
use proptest::test_runner::RngSeed;

const MAP: &str = "team Sales\n  role Rep\nTriage, uses CRM\nGo?\nteam Legal, external\nReview\n\
                   Triage -> Go? -> Review, if yes\n";

const LINES: &[&str] = &[
    "Sales: Triage new leads, 15 min, 90 % -> Legal: Sign, 2 h, waits 3 d in queue, passes order, pain \"no\"",
    "~> Triage, 20%, w 1d rework, because \"thin, late\"",
    "pain slow, at Triage -> Go?, cause queue, S1, 5 votes",
    "> Ops (external): Ship it?, uses SAP, giver Rep, told by e-mail, guessed",
    "Step\tTeam\tTime\tNext\nA\tSales\t5m\tB\nB\tLegal\t1h\tA\n",
    "team Sales\nA\nB\nA -> B, H-01, waits 1 d\npain x, at A\n",
    "1. Eins\n• Zwei, drei\n- Vier\n",
];

/// Everything that must hold of a text, whatever it is.
fn holds(on: &str, text: &str) {
    let room = Room::of(MAP, on);
    if let Ok(captured) = capture(&room.document, &room.context, text) {
        let after = applied(&room.document, &captured);
        assert!(captured.last.is_none_or(|it| after.step(it).is_some()));
        let again = capture(&room.document, &room.context, text).unwrap();
        assert_eq!(again, captured);
    }
    for at in [0, text.len() / 2, text.len(), text.len() + 7] {
        let offer = complete(&room.document, &room.context, text, at);
        assert!(offer.from <= offer.to && offer.to <= text.len() && offer.items.len() <= 8);
        assert!(text.is_char_boundary(offer.from) && text.is_char_boundary(offer.to));
    }
}

#[test]
fn every_beginning_of_a_line_is_read() {
    for line in LINES {
        for (at, _) in line.char_indices() {
            holds("/Review", &line[..at]);
        }
        holds("Sales/Triage", line);
    }
}

/// What lines are made of, so that soups of it come far.
fn word() -> impl Strategy<Value = String> {
    prop_oneof![
        "[A-Ca-c]{1,2}",
        prop::sample::select(vec![
            ">",
            "->",
            "~>",
            "→",
            ",",
            ", ",
            ":",
            ": ",
            "\n",
            "\t",
            "|",
            "\"",
            "?",
            " ",
            "- ",
            "1. ",
            "Sales",
            "Legal:",
            "Triage",
            "Go?",
            "team ",
            "role ",
            "pain ",
            "start ",
            "end ",
            "15m",
            "2 h",
            "90%",
            "w 3d queue",
            "waits ",
            "if yes",
            "in parallel",
            "uses CRM",
            "giver Rep",
            "(external)",
            "#A1",
            "@1",
            "at ",
            "Step\tTeam\n",
            "next",
            "guessed",
            "é",
            "🦀",
            "\\",
            "0",
        ])
        .prop_map(str::to_owned),
    ]
}

/// The same cases every time, so that a failure is of the change that brought it. `PROPTEST_CASES`
/// and `PROPTEST_RNG_SEED` ask for others.
fn cases() -> ProptestConfig {
    let given = ProptestConfig::default();
    let named = |name| std::env::var_os(name).is_some();
    ProptestConfig {
        cases: if named("PROPTEST_CASES") { given.cases } else { 1500 },
        rng_seed: if named("PROPTEST_RNG_SEED") { given.rng_seed } else { RngSeed::Fixed(1) },
        failure_persistence: None,
        ..given
    }
}

proptest! {
    #![proptest_config(cases())]

    #[test]
    fn no_soup_of_words_makes_it_panic(words in prop::collection::vec(word(), 0..24), at in 0usize..3) {
        holds(["", "/Triage", "Legal/Go?"][at], &words.concat());
    }

    #[test]
    fn no_text_makes_it_panic(text in "\\PC*|(?s).{0,60}") {
        holds("/Go?", &text);
    }
}
