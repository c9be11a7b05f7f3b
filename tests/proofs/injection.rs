//! Markup, formulas and marks of direction in every text field of a sample: shown as text in every
//! form of output, and never markup, a formula or a link there.

use analysis::Language;
use calamine::{Data, Reader, Xlsx, open_workbook_from_rs};
use lopdf::Object;
use model::{Document, PackChoice, PackForm, PageKind, Record, StateId};
use pack::registers::{Source, csv, registers, xlsx};
use serde_json::Value;
use std::io::{Cursor, Read};
use std::sync::LazyLock;

/// What is put into the fields in turn. Each begins with what a table would take for a formula, or
/// ends what a page would be in; the number says which field it was.
const NASTY: [&str; 7] = [
    "<img src=x onerror=alert(1)>",
    "\"><script>alert(1)</script>",
    "' onmouseover='alert(1)",
    "=cmd|' /C calc'!A0",
    "]]></text></svg><svg onload=alert(1)>",
    "&lt;b&gt; [a](javascript:alert(1)) ![b](http://example.org/b)",
    "@\u{202e}SUM(1) `|` \\",
];

/// The sample with every text that a person can write replaced; and how many that were.
fn poisoned() -> &'static (Document, usize) {
    static POISONED: LazyLock<(Document, usize)> = LazyLock::new(poison);
    &POISONED
}

fn poison() -> (Document, usize) {
    let mut records = exchange::sample().unwrap().records();
    let mut fields = 0;
    for at in 0..records.len() {
        let (before, fields_before) = (records[at].clone(), fields);
        for one_by_one in [false, true] {
            let whole = serde_json::to_value(&records[at]).unwrap();
            for place in texts(&whole, String::new()) {
                let mut value = serde_json::to_value(&records[at]).unwrap();
                let text = format!("{} {fields}", NASTY[fields % NASTY.len()]);
                *value.pointer_mut(&place).unwrap() = text.into();
                // What is a word from a list is not taken, and stays.
                let Ok(record) = serde_json::from_value::<Record>(value) else { continue };
                let before = std::mem::replace(&mut records[at], record);
                if one_by_one && Document::from_records(records.clone()).is_err() {
                    records[at] = before;
                } else {
                    fields += 1;
                }
            }
            if Document::from_records(records.clone()).is_ok() {
                break;
            }
            // A date, a zone or a picture was among them: each field is tried for itself.
            (records[at], fields) = (before.clone(), fields_before);
        }
    }
    (Document::from_records(records).unwrap(), fields)
}

/// Where the texts of a value are, as JSON pointers.
fn texts(value: &Value, at: String) -> Vec<String> {
    match value {
        Value::String(_) => vec![at],
        Value::Array(items) => {
            let all = items.iter().enumerate();
            all.flat_map(|(number, it)| texts(it, format!("{at}/{number}"))).collect()
        }
        Value::Object(fields) => {
            fields.iter().flat_map(|(name, it)| texts(it, format!("{at}/{name}"))).collect()
        }
        _ => Vec::new(),
    }
}

/// Every element of markup: its name and the names of its attributes.
fn elements(markup: &str) -> Vec<(String, Vec<String>)> {
    let mut found = Vec::new();
    let mut rest = markup;
    while let Some((_, after)) = rest.split_once('<') {
        rest = after;
        if !after.starts_with(|c: char| c.is_ascii_alphabetic()) {
            continue;
        }
        let name: String =
            after.chars().take_while(|c| !c.is_whitespace() && !"/>".contains(*c)).collect();
        let (mut names, mut word, mut quote) = (Vec::new(), String::new(), None);
        for (at, c) in after.char_indices().skip(name.len()) {
            match (quote, c) {
                (Some(mark), c) if c == mark => quote = None,
                (Some(_), _) => {}
                (None, '"' | '\'') => quote = Some(c),
                (None, '=') => names.push(std::mem::take(&mut word)),
                (None, '>') => {
                    rest = &after[at..];
                    break;
                }
                (None, c) if c.is_whitespace() || c == '/' => word.clear(),
                (None, c) => word.push(c),
            }
        }
        found.push((name, names));
    }
    found
}

fn harmless(form: &str, markup: &str) {
    let elements = elements(markup);
    assert!(elements.len() > 20, "{form} has {} elements", elements.len());
    for (name, attributes) in elements {
        let element = name.to_lowercase();
        // A page of its own may have a picture of ours, never a script.
        for forbidden in ["script", "iframe", "object", "embed", "foreignobject", "form", "base"] {
            assert!(element != forbidden, "{form} has a {name}");
        }
        assert!(
            !attributes.iter().any(|it| it.to_lowercase().starts_with("on")),
            "{form}: {name} {attributes:?}"
        );
        let odd = |it: &String| it.is_empty() || it.contains(['<', '(', '&']);
        assert!(!attributes.iter().any(odd), "{form}: {name} {attributes:?}");
    }
    assert!(!markup.contains("<img src=x"), "{form} has the picture");
    assert!(!markup.contains("=\"javascript:"), "{form} has a link that runs");
}

fn made(document: &Document, form: PackForm) -> Vec<u8> {
    let choice = PackChoice { pages: PageKind::ALL.to_vec(), ..PackChoice::default() };
    let settings = pack::Settings {
        date: "29 November 2026".into(),
        day: "2026-11-29".into(),
        choice,
        history: Vec::new(),
    };
    pack::pack(document, &settings, form).unwrap().bytes
}

fn states(document: &Document) -> Vec<StateId> {
    document.states().map(|it| it.id).collect()
}

#[test]
fn the_elements_of_a_markup_are_found() {
    let found = elements("<a b='<c d=e>' f=\"1\"/>x < y <G onload=x>");
    let names: Vec<&str> = found.iter().map(|(name, _)| name.as_str()).collect();
    assert_eq!(names, ["a", "G"]);
    assert_eq!(found[0].1, ["b", "f"]);
    assert_eq!(found[1].1, ["onload"]);
}

#[test]
fn a_map_shows_it_as_text() {
    let (document, fields) = poisoned();
    let fields = *fields;
    assert!(fields > 150, "only {fields} fields were reached");
    for state in states(document) {
        let choice = PackChoice { states: vec![state], resolution: 36, ..PackChoice::default() };
        let map = |form| pack::maps(document, &choice, form).unwrap().remove(0).1;
        let svg = String::from_utf8(map(pack::MapForm::Svg)).unwrap();
        harmless("SVG", &svg);
        assert!(svg.contains("&lt;"), "markup is on the map, as text");
        assert!(!map(pack::MapForm::Png).is_empty());
    }
}

#[test]
fn every_form_of_a_pack_shows_it_as_text() {
    let (document, _) = poisoned();
    let html = String::from_utf8(made(document, PackForm::Html)).unwrap();
    harmless("HTML", &html);
    assert!(html.contains("&lt;img src=x onerror=alert(1)&gt;"));
    assert!(html.contains("&amp;lt;b"), "an entity is shown as it was written");

    let markdown = String::from_utf8(made(document, PackForm::Markdown)).unwrap();
    assert!(
        !markdown.contains("<img") && !markdown.contains("<script") && !markdown.contains("<svg")
    );
    assert!(!markdown.replace("\\]", "").contains("](javascript:"), "a link came out of a text");

    let mut archive = zip::ZipArchive::new(Cursor::new(made(document, PackForm::Docx))).unwrap();
    for name in archive.file_names().map(|it| it.unwrap().into_owned()).collect::<Vec<_>>() {
        if !name.ends_with(".xml") && !name.ends_with(".rels") {
            continue;
        }
        let mut part = String::new();
        archive.by_name(&name).unwrap().read_to_string(&mut part).unwrap();
        for (element, attributes) in elements(&part) {
            assert!(
                !["img", "script", "svg", "b"].contains(&element.as_str()),
                "{name}: {element}"
            );
            assert!(!attributes.iter().any(|it| it.starts_with("on")), "{name}: {attributes:?}");
        }
        assert!(!part.contains("TargetMode=\"External\""), "{name} leads outside");
        let field = part.contains("DDE")
            || part.contains("INCLUDEPICTURE")
            || part.contains("HYPERLINK \"");
        assert!(!field, "{name} has a field that fetches");
    }
}

#[test]
fn a_pdf_runs_nothing_and_leads_nowhere_else() {
    let (document, _) = poisoned();
    for form in [PackForm::Pdf, PackForm::Forms] {
        let file = lopdf::Document::load_mem(&made(document, form)).unwrap();
        assert!(file.objects.len() > 100);
        let mut queue: Vec<&Object> = file.objects.values().collect();
        while let Some(object) = queue.pop() {
            let dictionary = match object {
                Object::Dictionary(it) => it,
                Object::Stream(it) => &it.dict,
                Object::Array(items) => {
                    queue.extend(items);
                    continue;
                }
                _ => continue,
            };
            for (key, value) in dictionary.iter() {
                queue.push(value);
                let runs = ["JS", "JavaScript", "AA", "OpenAction", "URI", "Launch"];
                let key = String::from_utf8_lossy(key);
                assert!(!runs.contains(&key.as_ref()), "{form:?} has {key}: {value:?}");
            }
        }
    }
}

#[test]
fn a_cell_never_becomes_a_formula() {
    let (document, _) = poisoned();
    for state in states(document) {
        let figures = analysis::figures(document, state);
        let (day, version) = ("2026-11-29", "=1+1");
        let source = Source { document, state, figures: &figures, day, version, team: None };
        let registers = registers(&source, Language::English).unwrap();
        let mut poisoned = 0;
        for register in &registers.all {
            let text = csv(register, &registers.yes_no);
            for cell in cells(text.trim_start_matches('\u{feff}')) {
                poisoned += usize::from(NASTY.iter().any(|it| cell.contains(it)));
                let number = cell.parse::<f64>().is_ok();
                assert!(number || !cell.starts_with(['=', '+', '-', '@', '\t', '\r']), "{cell}");
            }
        }
        assert!(poisoned > 20, "only {poisoned} cells were reached");
        let mut book: Xlsx<_> =
            open_workbook_from_rs(Cursor::new(xlsx(&registers).unwrap())).unwrap();
        for name in book.sheet_names() {
            assert!(book.worksheet_formula(&name).unwrap().is_empty(), "{name} has a formula");
            let sheet = book.worksheet_range(&name).unwrap();
            let said = |it: &&Data| matches!(it, Data::String(text) if text.starts_with('='));
            poisoned += sheet.rows().flatten().filter(said).count();
        }
        assert!(poisoned > 25, "what begins like a formula is in the workbook, as text");
    }
}

/// The cells of a table, unquoted.
fn cells(table: &str) -> Vec<String> {
    let (mut cells, mut cell, mut quoted) = (Vec::new(), String::new(), false);
    let mut chars = table.chars().peekable();
    while let Some(c) = chars.next() {
        match c {
            '"' if quoted && chars.peek() == Some(&'"') => {
                chars.next();
                cell.push('"');
            }
            '"' => quoted = !quoted,
            ',' | '\n' if !quoted => cells.push(std::mem::take(&mut cell)),
            '\r' if !quoted => {}
            c => cell.push(c),
        }
    }
    cells.push(cell);
    cells
}
