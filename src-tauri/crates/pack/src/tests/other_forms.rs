//! The pack as HTML, DOCX and Markdown: each says what the PDF says, its links lead somewhere, and
//! nothing that was typed is markup.

use super::sample::*;
use crate::script::Script;
use crate::{Settings, docx, markdown, pack, web};
use model::{Document, PackChoice, PackForm, PackLanguage, PageKind};
use resvg::usvg::roxmltree::{Document as Xml, Node, ParsingOptions};
use std::collections::BTreeSet;
use std::io::{Cursor, Read};
use zip::ZipArchive;

const NASTY: &str = "<img src=x onerror=alert(1)> \" ' & ]]> </style> [a](javascript:alert(1)) `|`";

fn whole() -> Settings {
    let choice = PackChoice { pages: PageKind::ALL.to_vec(), ..PackChoice::default() };
    Settings {
        date: "22 November 2026".into(),
        day: "2026-11-22".into(),
        choice,
        history: Vec::new(),
    }
}

fn script(sample: &Sample, settings: &Settings) -> Script {
    crate::pages::script(&[sample.source()], settings).unwrap()
}

fn parse(text: &str) -> Xml<'_> {
    let options = ParsingOptions { allow_dtd: true, ..ParsingOptions::default() };
    Xml::parse_with_options(text, options).unwrap_or_else(|why| panic!("{why}"))
}

fn made(document: &Document, settings: &Settings, form: PackForm) -> Vec<u8> {
    let made = pack(document, settings, form).unwrap();
    assert!(made.bytes == pack(document, settings, form).unwrap().bytes, "not the same twice");
    made.bytes
}

fn text_of(node: Node) -> String {
    let texts = node.descendants().filter(Node::is_text).filter_map(|it| it.text());
    texts.collect::<Vec<_>>().join(" ").split_whitespace().collect::<Vec<_>>().join(" ")
}

/// What a page of HTML is held to.
fn check_html(text: &str) {
    let page = parse(text);
    let named = |name: &'static str| page.descendants().filter(move |it| it.has_tag_name(name));
    let mut ids = BTreeSet::new();
    for id in page.descendants().filter_map(|it| it.attribute("id")) {
        assert!(ids.insert(id), "{id} twice");
    }
    for link in page.descendants().filter_map(|it| it.attribute("href")) {
        assert!(ids.contains(link.strip_prefix('#').unwrap()), "{link}");
    }
    assert_eq!(named("h1").count(), 1);
    assert_eq!(named("script").count() + named("img").count() + named("iframe").count(), 0);
    let handlers = page.descendants().flat_map(|it| it.attributes());
    assert!(handlers.into_iter().all(|it| !it.name().starts_with("on") && it.name() != "src"));
    let mut before = 0;
    for level in page.descendants().filter_map(|it| heading(&it)) {
        assert!(level <= before + 1, "a heading of level {level} after {before}");
        before = level;
    }
    for table in named("table") {
        assert!(table.attribute("aria-label").or(table.attribute("aria-labelledby")).is_some());
    }
    for scrolls in page.descendants().filter(|it| it.attribute("role") == Some("region")) {
        assert_eq!(scrolls.attribute("tabindex"), Some("0"));
        assert!(!scrolls.attribute("aria-label").unwrap().is_empty());
    }
}

fn heading(node: &Node) -> Option<u8> {
    node.tag_name().name().strip_prefix('h')?.parse().ok()
}

/// The parts of a DOCX file.
fn parts(bytes: &[u8]) -> Vec<(String, Vec<u8>)> {
    let mut file = ZipArchive::new(Cursor::new(bytes)).unwrap();
    (0..file.len())
        .map(|at| {
            let mut part = file.by_index(at).unwrap();
            let mut bytes = Vec::new();
            part.read_to_end(&mut bytes).unwrap();
            (part.name().unwrap().into_owned(), bytes)
        })
        .collect()
}

/// The text of a DOCX file, once everything in it has been looked at.
fn check_docx(bytes: &[u8]) -> String {
    let parts = parts(bytes);
    let part = |name: &str| {
        let found = parts.iter().find(|it| it.0 == name).unwrap_or_else(|| panic!("no {name}"));
        String::from_utf8(found.1.clone()).unwrap()
    };
    for (name, bytes) in parts.iter().filter(|it| !it.0.ends_with(".png")) {
        let text = std::str::from_utf8(bytes).unwrap();
        assert!(Xml::parse(text).is_ok(), "{name}");
    }
    let (text, relations) = (part("word/document.xml"), part("word/_rels/document.xml.rels"));
    let document = Xml::parse(&text).unwrap();
    let value = |node: &Node, name: &str| {
        node.attributes().find(|it| it.name() == name).map(|it| it.value().to_owned())
    };
    let all =
        |name: &'static str| document.descendants().filter(move |it| it.tag_name().name() == name);
    let bookmarks: Vec<String> = all("bookmarkStart").filter_map(|it| value(&it, "name")).collect();
    let there: BTreeSet<&String> = bookmarks.iter().collect();
    assert_eq!(there.len(), bookmarks.len());
    assert!(bookmarks.iter().all(|it| it.len() <= 40));
    for anchor in all("hyperlink").filter_map(|it| value(&it, "anchor")) {
        assert!(there.contains(&anchor), "{anchor}");
    }
    for picture in all("blip").filter_map(|it| value(&it, "embed")) {
        assert!(relations.contains(&format!("\"{picture}\"")), "{picture}");
    }
    // Every row has as many cells as its table has columns, and every cell ends with a paragraph.
    for table in all("tbl") {
        let of = |node: Node, name: &str| {
            node.children().filter(|it| it.tag_name().name() == name).count()
        };
        let grid = table.children().find(|it| it.tag_name().name() == "tblGrid").unwrap();
        let columns = of(grid, "gridCol");
        for row in table.children().filter(|it| it.tag_name().name() == "tr") {
            assert_eq!(of(row, "tc"), columns);
        }
    }
    for cell in all("tc") {
        assert_eq!(cell.last_element_child().unwrap().tag_name().name(), "p");
    }
    let paragraphs = all("p").map(text_of);
    paragraphs.collect::<Vec<_>>().join("\n")
}

fn check_markdown(text: &str) {
    let links = text.split("](#").skip(1).filter_map(|it| it.split(')').next());
    for link in links {
        assert_eq!(text.matches(&format!("<a id=\"{link}\">")).count(), 1, "{link}");
    }
    let links = text.replace("\\]", "");
    assert!(!text.contains("<img") && !links.contains("](javascript"));
    let tables = text.lines().filter(|it| it.starts_with('|'));
    assert!(tables.into_iter().all(|it| it.ends_with('|')));
    assert_eq!(text.lines().filter(|it| it.starts_with("# ")).count(), 1);
}

#[test]
fn every_form_says_every_handoff_and_title() {
    let document = exchange::sample().unwrap();
    let settings = whole();
    let html = String::from_utf8(made(&document, &settings, PackForm::Html)).unwrap();
    let text = String::from_utf8(made(&document, &settings, PackForm::Markdown)).unwrap();
    let word = pack(&document, &settings, PackForm::Docx).unwrap().bytes;
    check_html(&html);
    check_markdown(&text);
    let word = check_docx(&word);
    let page = parse(&html);
    let seen = text_of(page.root());
    let plain = text.replace('\\', "").replace("&amp;", "&");
    for handoff in document.handoffs() {
        let name = handoff.name();
        assert!(seen.contains(&name) && word.contains(&name) && plain.contains(&name), "{name}");
    }
    let written = crate::written(&document, &settings).unwrap();
    let outline = crate::outline::Outline::of(&written);
    assert!(outline.entries.len() > 30);
    for entry in &outline.entries {
        let title = entry.text.split_whitespace().collect::<Vec<_>>().join(" ");
        assert!(seen.contains(&title), "{title}");
        assert!(word.contains(&title), "{title}");
        assert!(plain.contains(&title), "{title}");
    }
    // The pills of the map lead to the cards.
    let spots = page.descendants().filter(|it| it.attribute("class") == Some("spot"));
    assert!(spots.filter(|it| it.attribute("href").unwrap().starts_with("#card-")).count() > 5);
}

#[test]
fn a_page_by_hand_is_well_formed_in_every_form() {
    for (sample, settings) in
        [(northwind(), whole()), (empty(), whole()), (many(12, "A name"), settings())]
    {
        let script = script(&sample, &settings);
        check_html(&web::html(&script, &settings.choice));
        check_docx(&docx::docx(&script, &settings).unwrap());
        check_markdown(&markdown::markdown(&script, &settings.choice));
    }
}

#[test]
fn nothing_that_was_typed_is_markup() {
    let mut settings = whole();
    settings.choice.confidential = NASTY.into();
    settings.choice.version = NASTY.into();
    settings.date = NASTY.into();
    let script = script(&many(2, NASTY), &settings);
    let html = web::html(&script, &settings.choice);
    check_html(&html);
    assert!(html.contains("&lt;img src=x onerror=alert(1)&gt;") && !html.contains("<img"));
    assert_eq!(html.matches("</style>").count(), 1);
    assert!(!html.contains("href=\"javascript") && !html.contains("http-equiv=\"refresh"));
    let word = check_docx(&docx::docx(&script, &settings).unwrap());
    assert!(word.contains("<img src=x onerror=alert(1)>"));
    check_markdown(&markdown::markdown(&script, &settings.choice));
}

#[test]
fn the_same_pack_is_the_same_word_file() {
    let settings = settings();
    let script = script(&northwind(), &settings);
    assert!(docx::docx(&script, &settings).unwrap() == docx::docx(&script, &settings).unwrap());
}

#[test]
fn the_page_is_closed_to_the_outside() {
    let settings = whole();
    let html = web::html(&script(&northwind(), &settings), &settings.choice);
    assert!(html.contains("default-src 'none'; style-src 'unsafe-inline'"));
    for outside in ["http://", "https://", "@import"] {
        let inside = html.replace("http://www.w3.org/2000/svg", "");
        assert!(!inside.contains(outside), "{outside}");
    }
    assert_eq!(html.matches("url(").count(), html.matches("url(data:font/ttf;").count());
}

#[test]
fn the_language_is_that_of_the_pack() {
    let mut settings = whole();
    settings.choice.language = PackLanguage::German;
    let script = script(&northwind(), &settings);
    let html = web::html(&script, &settings.choice);
    assert!(html.contains("<html lang=\"de\">") && html.contains("Zum Inhalt springen"));
    assert!(markdown::markdown(&script, &settings.choice).contains("## Inhalt"));
    let parts = parts(&docx::docx(&script, &settings).unwrap());
    let styles = &parts.iter().find(|it| it.0 == "word/styles.xml").unwrap().1;
    assert!(String::from_utf8_lossy(styles).contains("w:val=\"de-DE\""));
}

#[test]
fn what_was_left_out_is_not_led_to() {
    let mut settings = settings();
    // Cards, and returns, which are cards of their own.
    settings.choice.pages.retain(|it| !matches!(it, PageKind::Cards | PageKind::Returns));
    let script = script(&northwind(), &settings);
    let html = web::html(&script, &settings.choice);
    check_html(&html);
    assert!(!html.contains("#card-") && html.contains("id=\"row-"));
    assert!(!markdown::markdown(&script, &settings.choice).contains("](#card-"));
}
