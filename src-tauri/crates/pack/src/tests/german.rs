//! The pack in German: no word of ours is English in it, whatever the room wrote; and what every
//! sheet says of itself is there, in both languages.

use super::sample::*;
use crate::drawn::Drawn;
use crate::page::Booklet;
use crate::script::{Block, Script};
use crate::{Settings, Source};
use model::*;
use scene::Shape;
use serde_json::Value;
use std::collections::BTreeSet;

/// What both languages write alike.
const ALIKE: &[&str] = &[
    "An",
    "Baton",
    "CA",
    "CRT",
    "FLW",
    "INF",
    "In",
    "Information",
    "NET",
    "Name",
    "OLA",
    "OWN",
    "RAC",
    "RACI",
    "SIPOC",
    "SLA",
    "SLAs",
    "Service",
    "Sponsor",
    "Status",
    "System",
    "TIM",
    "Team",
    "Teams",
    "Transport",
    "Version",
    "Zone",
    "am",
    "an",
    "die",
    "in",
    "min",
    "so",
    "was",
];
/// Titles and labels of the English pages.
const ENGLISH: &[&str] = &[
    "Cover",
    "Contents",
    "Summary",
    "Scope and method",
    "Time and flow",
    "Pain points",
    "Handoffs today",
    "Findings",
    "Before and after",
    "Handoff register",
    "Handoff definitions",
    "Return handoffs",
    "Service level",
    "Roles and responsibilities",
    "Process guide",
    "Quick reference",
    "Transformation plan",
    "Measurement plan",
    "Glossary",
    "Sign-off",
    "Not agreed",
    "not known",
    "Lead time",
    "Process time",
    "Activity ratio",
    "Readiness",
    "Accountable",
    "Receives",
    "Trigger",
    "Channel",
    "Wait today",
    "Escalation",
    "measured",
    "estimated",
    "guessed",
    "usual",
    "Draft",
    "working minutes",
    "Missing information",
    "Left open",
    "Critical path",
    "Objective",
    "Calendar",
];

/// The sample with every name and text that somebody typed replaced by a word of no language.
fn unworded() -> Document {
    let mut number = 0;
    let records = exchange::sample().unwrap().records().into_iter().map(|record| {
        let mut value = serde_json::to_value(&record).unwrap();
        unword(&mut value, &mut number);
        serde_json::from_value::<Record>(value).unwrap()
    });
    Document::from_records(records).unwrap()
}

fn unword(value: &mut Value, number: &mut u32) {
    match value {
        Value::String(text) => {
            let typed = text.contains(' ') || text.starts_with(char::is_uppercase);
            if typed && text.contains(char::is_lowercase) {
                *number += 1;
                *text = format!("Xq{number}");
            }
        }
        Value::Array(all) => all.iter_mut().for_each(|it| unword(it, number)),
        Value::Object(fields) => {
            let typed = fields.iter_mut().filter(|(key, _)| *key != "timeZone");
            typed.for_each(|(_, it)| unword(it, number));
        }
        _ => {}
    }
}

/// One of its findings left for a reason, so that there is a page about it.
fn with_waiver(document: &Document) -> Document {
    let state = document.states().find(|it| it.role == StateRole::Future).unwrap().id;
    let found = analysis::findings(document, state).into_iter().next().unwrap();
    let waiver = Waiver {
        id: WaiverId(document.used_up().0),
        finding: found.id,
        reason: "Xq".into(),
        by: "Xq".into(),
        date: "2026-11-20".into(),
    };
    Document::from_records(document.records().into_iter().chain([waiver.into()])).unwrap()
}

fn in_language(language: PackLanguage) -> Settings {
    let choice = PackChoice { language, version: "1.2".into(), ..PackChoice::default() };
    Settings {
        date: "2026".into(),
        day: "2026-01-01".into(),
        choice,
        history: vec![("Xq".into(), 951_868_800)],
    }
}

fn script(document: &Document, settings: &Settings) -> Script {
    let drawn = Drawn::all(document, &settings.choice);
    let sources: Vec<Source> = drawn.iter().map(|it| it.source(document)).collect();
    crate::pages::script(&sources, settings).unwrap()
}

fn set(document: &Document, settings: &Settings) -> Booklet {
    crate::flow::set(&script(document, settings), settings.choice.paper).0
}

/// All that is read or heard of a booklet, line by line.
fn lines(booklet: &Booklet) -> Vec<String> {
    let painted = booklet.pages.iter().flat_map(|page| &page.shapes).filter_map(|it| match it {
        Shape::Text { text, .. } => Some(text.clone()),
        _ => None,
    });
    let spoken = booklet.pages.iter().flat_map(|page| &page.links);
    let spoken = spoken.map(|it| crate::paint::spoken(it, booklet.language));
    let described = booklet.nodes.iter().map(|it| it.description.clone());
    let outline = booklet.bookmarks.iter().map(|it| it.title.clone());
    let all = painted.chain(spoken).chain(described).chain(outline);
    let all = all.chain([booklet.title.clone(), booklet.subject.clone()]);
    all.map(|it| it.replace('\u{a0}', " ")).collect()
}

fn words<'t>(lines: impl IntoIterator<Item = &'t String>) -> BTreeSet<String> {
    let words = lines.into_iter().flat_map(|it| it.split(|letter: char| !letter.is_alphabetic()));
    words.filter(|it| it.chars().count() > 1).map(str::to_owned).collect()
}

fn typed(document: &Document) -> BTreeSet<String> {
    fn texts(value: &Value, all: &mut Vec<String>) {
        match value {
            Value::String(text) => all.push(text.clone()),
            Value::Array(of) => of.iter().for_each(|it| texts(it, all)),
            Value::Object(of) => of.values().for_each(|it| texts(it, all)),
            _ => {}
        }
    }
    let mut all = Vec::new();
    for record in document.records() {
        texts(&serde_json::to_value(&record).unwrap(), &mut all);
    }
    words(&all)
}

#[test]
fn no_word_of_the_english_pack_is_in_the_german_one() {
    let document = with_waiver(&unworded());
    let english = lines(&set(&document, &in_language(PackLanguage::English)));
    let german = lines(&set(&document, &in_language(PackLanguage::German)));
    let typed = typed(&document);
    let german_words = words(&german);
    let both: Vec<String> = words(&english)
        .into_iter()
        .filter(|it| german_words.contains(it) && !typed.contains(it))
        .filter(|it| !ALIKE.contains(&it.as_str()))
        .collect();
    assert_eq!(both, Vec::<String>::new());
    let (english, german) = (english.join("\n"), german.join("\n"));
    for label in ENGLISH {
        assert!(english.contains(label), "{label} is no longer in the English pack");
        assert!(!german.contains(label), "{label}");
    }
}

#[test]
fn german_numbers_and_days_are_german() {
    let document = unworded();
    let said = lines(&set(&document, &in_language(PackLanguage::German))).join("\n");
    for wanted in ["34,5 d (16.570 min)", "1. März 2000", "gemessen", "Nicht vereinbart"] {
        assert!(said.contains(wanted), "{wanted}");
    }
    // A point stands before three digits, or in a version or a day.
    let digits: Vec<char> = said.replace("1.2", "").chars().collect();
    for at in digits.windows(5) {
        if let [a, '.', b, c, d] = at
            && a.is_ascii_digit()
            && b.is_ascii_digit()
        {
            assert!(c.is_ascii_digit() && d.is_ascii_digit(), "{at:?}");
        }
    }
}

#[test]
fn the_file_says_which_language_it_is_in() {
    use super::reading::{entry, text};
    let settings = in_language(PackLanguage::German);
    let made = crate::pack(&northwind().document, &settings, PackForm::Pdf).unwrap();
    let file = lopdf::Document::load_mem(&made.bytes).unwrap();
    let catalog = file.catalog().unwrap();
    assert_eq!(text(entry(&file, catalog, "Lang")), "de");
    let xmp = entry(&file, catalog, "Metadata").as_stream().unwrap();
    let xmp = String::from_utf8(xmp.content.clone()).unwrap();
    assert!(xmp.contains("<rdf:li>de</rdf:li>"), "{xmp}");
}

/// The sentence under every title; the contents need none.
fn sentences(script: &Script) -> Vec<(PageKind, String)> {
    let of = |block: &Block| match block {
        Block::Title(it) => Some(it.finding.clone()),
        Block::Map(it) => Some(it.finding.clone()),
        _ => None,
    };
    let sheets = script.sheets.iter().filter(|it| it.kind != PageKind::Contents);
    sheets.flat_map(|it| it.blocks.iter().filter_map(of).map(|said| (it.kind, said))).collect()
}

#[test]
fn every_title_has_its_sentence() {
    let documents =
        [with_waiver(&unworded()), northwind().document, empty().document, many(1, "Xq").document];
    for document in &documents {
        for language in [PackLanguage::English, PackLanguage::German] {
            let script = script(document, &in_language(language));
            let bare = sentences(&script).into_iter().filter(|(_, said)| said.trim().is_empty());
            assert_eq!(bare.collect::<Vec<_>>(), Vec::new());
        }
    }
}

#[test]
fn sentences_are_true_for_none_one_and_many() {
    let rows = [
        (0, "Nothing passes on from one team to another", "wird noch nichts von einem Team"),
        (
            1,
            "The handoff has no service level and nobody",
            "Die Übergabe hat kein SLA, und niemand",
        ),
        (
            3,
            "3 of 3 handoffs have no service level, 3 have",
            "3 von 3 Übergaben haben kein SLA, für 3",
        ),
    ];
    for (handoffs, english, german) in rows {
        let document = many(handoffs, "Xq").document;
        let wanted = [(PackLanguage::English, english), (PackLanguage::German, german)];
        for (language, wanted) in wanted {
            let all = sentences(&script(&document, &in_language(language)));
            let said = all.iter().find(|(kind, _)| *kind == PageKind::Register).unwrap();
            let said = said.1.replace('\u{a0}', " ");
            assert!(said.contains(wanted), "{said}");
        }
    }
}

#[test]
fn a_brief_pack_leaves_out_how_it_is_counted() {
    let document = northwind().document;
    let said = |brief| {
        let mut settings = in_language(PackLanguage::German);
        settings.choice.brief = brief;
        lines(&set(&document, &settings)).join("\n")
    };
    let (full, brief) = (said(false), said(true));
    for label in ["Wie gezählt wird", "Spanne", "Eskalationsweg: offen"] {
        assert!(full.contains(label), "{label}");
        assert!(!brief.contains(label), "{label}");
    }
}
