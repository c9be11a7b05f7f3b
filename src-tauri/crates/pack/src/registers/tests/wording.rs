//! Both languages have a word for everything, and sheets take the titles.

use super::of;
use crate::registers::words::Words;
use crate::tests::sample;
use analysis::Language;
use model::*;
use std::collections::BTreeSet;

#[test]
fn every_word_is_there_in_both_languages() {
    let [english, german] = [Language::English, Language::German].map(Words::of);
    assert_eq!(english.codes(), german.codes());
    let named = sample::northwind();
    let registers = of(&named.document, named.state, Language::English);
    for register in &registers.all {
        assert!(english.has("title", register.key), "{}", register.key);
        let keys: BTreeSet<&str> = register.columns.iter().map(|it| it.key.as_str()).collect();
        assert_eq!(keys.len(), register.columns.len(), "{} repeats a column", register.key);
        for key in keys.iter().filter(|it| !it.starts_with("role")) {
            assert!(english.has("column", key), "{}: {key}", register.key);
        }
        for row in &register.rows {
            assert_eq!(row.len(), register.columns.len(), "{}", register.key);
        }
    }
    let lists: [(&str, Vec<&str>); 21] = [
        ("slaKind", SlaKind::ALL.iter().map(|it| it.word()).collect()),
        ("side", CriterionSide::ALL.iter().map(|it| it.word()).collect()),
        ("obligation", Obligation::ALL.iter().map(|it| it.word()).collect()),
        ("part", RowPart::ALL.iter().map(|it| it.word()).collect()),
        ("state", StateRole::ALL.iter().map(|it| it.word()).collect()),
        ("confidence", vec!["measured", "estimated", "guessed"]),
        ("clock", vec!["business", "elapsed"]),
        ("window", vec!["week", "month", "quarter"]),
        ("severity", vec!["error", "warning", "info"]),
        ("acceptance", Acceptance::ALL.iter().map(|it| it.word()).collect()),
        ("followUp", FollowUp::ALL.iter().map(|it| it.word()).collect()),
        ("status", AgreementStatus::ALL.iter().map(|it| it.word()).collect()),
        ("check", Check::ALL.iter().map(|it| it.word()).collect()),
        ("stepKind", StepKind::ALL.iter().map(|it| it.word()).collect()),
        ("value", ValueClass::ALL.iter().map(|it| it.word()).collect()),
        ("flow", ConnectorKind::ALL.iter().map(|it| it.word()).collect()),
        ("waste", Waste::ALL.iter().map(|it| it.word()).collect()),
        ("sign", Sign::ALL.iter().map(|it| it.word()).collect()),
        ("event", ClockEvent::ALL.iter().map(|it| it.word()).collect()),
        ("actionStatus", ActionStatus::ALL.iter().map(|it| it.word()).collect()),
        ("actionKind", ActionKind::ALL.iter().map(|it| it.word()).collect()),
    ];
    for (group, codes) in lists {
        for code in codes {
            assert!(english.has(group, code), "{group}: {code}");
        }
    }
}

#[test]
fn sheets_have_names_that_a_workbook_takes() {
    for language in [Language::English, Language::German] {
        let words = Words::of(language);
        let titles: Vec<&str> = words
            .codes()
            .into_iter()
            .filter(|(group, _)| *group == "title")
            .map(|(_, code)| words.word("title", code))
            .collect();
        let different: BTreeSet<String> = titles.iter().map(|it| it.to_lowercase()).collect();
        assert_eq!(different.len(), titles.len());
        for title in titles {
            assert!((1..=31).contains(&title.chars().count()), "{title}");
            assert!(!title.contains(['[', ']', ':', '*', '?', '/', '\\']), "{title}");
        }
    }
}
