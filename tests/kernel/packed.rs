//! The whole pack read back: what its pages say is what the model says, every link leads somewhere,
//! and no engagement, however odd, is too much for it.

use analysis::compare::{MeasureOf, Side, compare};
use lopdf::{Dictionary, Object};
use model::*;
use std::collections::BTreeSet;

fn sample(name: &str) -> Document {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/../src-tauri/crates/exchange/samples");
    exchange::sample_json::read(&std::fs::read(format!("{folder}/{name}.json")).unwrap()).unwrap()
}

fn settings(choice: PackChoice) -> pack::Settings {
    pack::Settings {
        date: "29 November 2026".into(),
        day: "2026-11-29".into(),
        choice,
        history: Vec::new(),
    }
}

/// The text of each page, spaces and line ends taken out: lines are broken anywhere.
fn texts(document: &Document, choice: PackChoice) -> Vec<(PageKind, String)> {
    let pages = pack::pages(document, &settings(choice)).unwrap().pages;
    let text = |page: &pack::PageShown| {
        let words = page.shapes.iter().filter_map(|shape| match shape {
            scene::Shape::Text { text, .. } => Some(squeezed(text)),
            _ => None,
        });
        words.collect::<String>()
    };
    pages.iter().map(|page| (page.kind, text(page))).collect()
}

fn squeezed(text: &str) -> String {
    text.chars().filter(|it| !it.is_whitespace() && *it != '\u{a0}').collect()
}

fn of(texts: &[(PageKind, String)], kind: PageKind) -> String {
    texts.iter().filter(|(it, _)| *it == kind).map(|(_, text)| text.as_str()).collect()
}

#[test]
fn the_summary_says_the_figures_of_both_samples() {
    for name in ["lead-to-customer", "ed-to-ward"] {
        let document = sample(name);
        let state = |role| document.states().find(|it| it.role == role).unwrap().id;
        let [from, to] = [StateRole::Current, StateRole::Future].map(state);
        let side = |state| Side { document: &document, state };
        let all = compare(side(from), side(to), None, analysis::Language::English);
        let texts = texts(&document, PackChoice::default());
        let summary = of(&texts, PageKind::Summary);
        let clock = document.process_of(from).unwrap().clock;
        for measure in all.measures.iter().filter(|it| {
            matches!(
                it.of,
                MeasureOf::LeadTime
                    | MeasureOf::Handoffs
                    | MeasureOf::RolledCompleteAccurate
                    | MeasureOf::Readiness
            )
        }) {
            for value in [measure.before, measure.after].into_iter().flatten() {
                let said = match measure.of {
                    MeasureOf::LeadTime => {
                        scene::Words::english().duration(value.round() as i64, clock)
                    }
                    MeasureOf::Handoffs => format!("{value:.0}"),
                    _ => format!("{value:.1} %"),
                };
                assert!(summary.contains(&squeezed(&said)), "{name}: {said} of {:?}", measure.of);
            }
        }
    }
}

#[test]
fn registers_and_cards_say_what_was_agreed() {
    for name in ["lead-to-customer", "ed-to-ward"] {
        let document = sample(name);
        let state = document.states().find(|it| it.role == StateRole::Future).unwrap().id;
        let figures = analysis::figures(&document, state);
        let clock = figures.clock;
        let texts = texts(&document, PackChoice::default());
        let (register, cards) = (of(&texts, PageKind::Register), of(&texts, PageKind::Cards));
        for (handoff, connector) in document.handoffs_of(state) {
            let Some(readiness) = figures.readiness.get(&handoff.id) else { continue };
            let mut said = vec![handoff.name(), handoff.passes.clone(), handoff.trigger.clone()];
            said.push(format!("{} of 10", readiness.met.len()));
            if let Some(wait) = &connector.wait {
                let minutes = i64::from(wait.usual.0);
                said.push(scene::Words::english().duration(minutes, clock));
            }
            for said in said {
                assert!(register.contains(&squeezed(&said)), "{name}, register: {said}");
                assert!(cards.contains(&squeezed(&said)), "{name}, cards: {said}");
            }
        }
    }
}

#[test]
fn every_page_is_there_and_has_a_sentence() {
    let document = sample("lead-to-customer");
    let texts = texts(&document, PackChoice::default());
    let kinds: BTreeSet<PageKind> = texts.iter().map(|(kind, _)| *kind).collect();
    // The sample has no open question and nothing is left as it was found.
    let silent = [PageKind::Assumptions, PageKind::LeftOpen];
    for kind in PageKind::ALL.into_iter().filter(|it| !silent.contains(it)) {
        assert!(kinds.contains(&kind), "{kind:?} is missing");
    }
    assert!(texts.iter().all(|(kind, text)| !text.is_empty() || *kind == PageKind::Cover));
}

#[test]
fn a_team_pack_is_of_that_team_alone() {
    let document = sample("lead-to-customer");
    let team = document.teams().find(|it| it.name == "Deal Desk & Finance").unwrap();
    let choice = PackChoice { team: Some(team.id), ..PackChoice::preset(PackPreset::Team) };
    let texts = texts(&document, choice);
    let cards = of(&texts, PageKind::Cards);
    let state = document.states().find(|it| it.role == StateRole::Future).unwrap().id;
    for (handoff, connector) in document.handoffs_of(state) {
        let ends = [connector.from, connector.to].map(|it| document.step(it).unwrap());
        let here = ends.iter().any(|it| document.team_of(it).unwrap().id == team.id);
        if connector.flow != ConnectorKind::Rework {
            assert_eq!(cards.contains(&handoff.name()), here, "{}", handoff.name());
        }
    }
    let leadership = PackChoice::preset(PackPreset::Leadership);
    let pages = pack::pages(&document, &settings(leadership)).unwrap().pages.len();
    assert!(pages < 16, "{pages} pages are no summary");
}

#[test]
fn every_link_and_every_line_of_the_outline_leads_to_a_page() {
    let document = sample("ed-to-ward");
    let made = pack::pack(&document, &settings(PackChoice::default()), PackForm::Pdf).unwrap();
    let file = lopdf::Document::load_mem(&made.bytes).unwrap();
    let pages: BTreeSet<_> = file.get_pages().into_values().collect();
    assert_eq!(pages.len(), made.pages as usize);
    let mut links = 0;
    for object in file.objects.values() {
        let Ok(dictionary) = object.as_dict() else { continue };
        let is_link = dictionary.get(b"Subtype").and_then(Object::as_name).ok() == Some(b"Link");
        let is_line = dictionary.has(b"Title") && dictionary.has(b"Parent");
        if is_link || is_line {
            links += 1;
            assert!(pages.contains(&page_of(dictionary)), "{dictionary:?}");
        }
    }
    // Rows and cards, pills, contents, outline.
    assert!(links > 150, "{links}");
    let again = pack::pack(&document, &settings(PackChoice::default()), PackForm::Pdf).unwrap();
    assert_eq!(made.bytes, again.bytes, "the same pack is the same file");
}

fn page_of(dictionary: &Dictionary) -> lopdf::ObjectId {
    let destination = dictionary.get(b"Dest").unwrap().as_array().unwrap();
    destination[0].as_reference().unwrap()
}

#[test]
fn an_odd_engagement_has_a_pack_all_the_same() {
    let named = |name: &str| {
        let text = format!(
            "engagement {name}\nprocess {name}\nteam {name}\n  {name} 1, 1 h\nteam Other {name}\n  \
             {name} 2\n{name} 1 -> {name} 2, waits 2 d for queue\n"
        );
        notation::parse(&text).unwrap_or_else(|error| panic!("{error}"))
    };
    let empty = blank(&Blank {
        title: String::new(),
        process: String::new(),
        state: String::new(),
        teams: Vec::new(),
        calendar: String::new(),
    });
    let long = "A very long name ".repeat(12);
    let cases = [
        ("empty", empty.unwrap(), 0),
        ("sixty handoffs", baton_tests::agreed::agreed(90, 1), 0),
        ("long", named(long.trim().get(..190).unwrap()), 0),
        ("Greek and Cyrillic", named("Παραλαβή Приём"), 0),
        ("Arabic and Hebrew", named("تسليم العميل מסירה"), 0),
        ("Devanagari", named("ग्राहक को सौंपना"), 0),
        ("Chinese, Japanese, Korean", named("客户交接 引き継ぎ 인수인계"), 0),
        ("signs", named("✓ ★ ➜ 🚚 👍🏽"), 0),
        // No box without a word: what has no glyph is told.
        ("Yi", named("ꆈꌠ"), 1),
    ];
    for (case, document, warned) in cases {
        // The large one once: it is the shape of it that is tried.
        let small = document.steps().count() < 10;
        let languages = [PackLanguage::English, PackLanguage::German];
        for language in languages.into_iter().take(if small { 2 } else { 1 }) {
            let choice = PackChoice { language, ..PackChoice::default() };
            let made = pack::pack(&document, &settings(choice), PackForm::Pdf).unwrap();
            assert!(made.pages > 5, "{case}: {} pages", made.pages);
            assert_eq!(
                usize::from(!made.warnings.is_empty()),
                warned,
                "{case}: {:?}",
                made.warnings
            );
        }
    }
}

#[test]
fn a_pack_of_no_pages_is_refused_and_its_preview_is_empty() {
    let document = sample("lead-to-customer");
    let choice = PackChoice { pages: vec![PageKind::Assumptions], ..PackChoice::default() };
    for form in [PackForm::Pdf, PackForm::Html, PackForm::Docx, PackForm::Markdown] {
        let refused = pack::pack(&document, &settings(choice.clone()), form).unwrap_err();
        assert!(refused.to_string().contains("no page is chosen"), "{refused}");
    }
    // Registers are of the engagement, not of its pages.
    for form in [PackForm::Workbook, PackForm::Csv, PackForm::Json] {
        assert!(!pack::pack(&document, &settings(choice.clone()), form).unwrap().bytes.is_empty());
    }
    assert!(pack::pages(&document, &settings(choice)).unwrap().pages.is_empty());
}
