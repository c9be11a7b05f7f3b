//! What the rules say in English and in German: other words, the same names and numbers.

use crate::findings::breaking;
use analysis::{Finding, Language, findings_on, rules};
use std::collections::BTreeSet;

/// A day on which the plans and reviews of the maps are overdue.
const LATE: &str = "2031-01-01";

/// What a sentence says with figures, in any order: `H-03`, `12.5`, `2026-06-30`.
fn figures(text: &str) -> Vec<String> {
    let words = text.split([' ', '(', ')', '“', '”', '„', '\u{a0}']);
    let bare = words.map(|it| it.trim_matches(['.', ',', ':', ';', '→']));
    let figures = bare.filter(|it| it.contains(|c: char| c.is_ascii_digit()));
    let mut all: Vec<String> = figures.map(|it| it.replace(',', ".")).collect();
    all.sort();
    all
}

/// What a sentence quotes.
fn quoted(text: &str, [open, close]: [char; 2]) -> Vec<String> {
    let parts = text.split(open).skip(1);
    let mut all: Vec<String> =
        parts.filter_map(|it| Some(it.split_once(close)?.0.to_owned())).collect();
    all.sort();
    all
}

fn same(english: &Finding, german: &Finding) {
    let id = &english.id;
    assert_eq!((id, english.severity), (&german.id, german.severity));
    assert_eq!(english.fix.is_some(), german.fix.is_some(), "{id}");
    let pairs = [(&english.message, &german.message), (&english.hint, &german.hint)];
    for (one, other) in pairs {
        assert_ne!(one, other, "{id}");
        assert!(other.ends_with('.'), "{other}");
        assert_eq!(figures(one), figures(other), "{one} {other}");
    }
    let (one, other) = (&english.message, &german.message);
    let strange = |text: &str, marks: [char; 2]| text.contains(marks);
    assert!(!strange(one, ['„', '‚']) && !strange(other, ['”', '‘']), "{one} {other}");
    assert_eq!(quoted(one, ['“', '”']), quoted(other, ['„', '“']), "{one} {other}");
}

#[test]
fn every_rule_speaks_both_languages() {
    let mut said: BTreeSet<String> = BTreeSet::new();
    for sample in breaking() {
        let of = |language| findings_on(&sample.document, sample.state, Some(LATE), language);
        let (english, german) = (of(Language::English), of(Language::German));
        assert_eq!(english.len(), german.len());
        for (one, other) in english.iter().zip(&german) {
            same(one, other);
            said.insert(one.rule.clone());
        }
    }
    let kept = rules().iter().filter(|it| it.kept.is_none());
    let silent: Vec<&str> = kept.map(|it| it.id).filter(|it| !said.contains(*it)).collect();
    assert_eq!(silent, [""; 0]);
}

#[test]
fn german_sentences_are_german_throughout() {
    let english = [" the ", " has ", " and ", " of ", " is ", " to ", " no ", " not "];
    for sample in breaking() {
        let german = findings_on(&sample.document, sample.state, Some(LATE), Language::German);
        for finding in german {
            // What people wrote stands as they wrote it.
            let names = quoted(&finding.message, ['„', '“']);
            let ours = names.iter().fold(finding.message.clone(), |text, it| text.replace(it, ""));
            for word in english {
                assert!(!ours.contains(word), "{word}: {}", finding.message);
                assert!(!finding.hint.contains(word), "{word}: {}", finding.hint);
            }
        }
    }
}

#[test]
fn figures_are_written_as_the_language_does() {
    let samples = breaking();
    let lead = samples.first().unwrap();
    let of = |rule: &str| {
        let found = findings_on(&lead.document, lead.state, None, Language::German);
        found.into_iter().find(|it| it.rule == rule).unwrap().message
    };
    assert_eq!(
        of("OWN-005"),
        "Niemandem gehört der Vorgang für 3 d 4 h (10,26 % der Durchlaufzeit): „Negotiate and \
         obtain signature“ → „Write customer hand-over“, „Write customer hand-over“ und H-14 \
         Account Executives → Customer Success."
    );
    assert_eq!(
        of("OWN-006"),
        "Nur Marketing specialist 1 kann „Score lead and mark MQL“ erledigen."
    );
}
