//! What PDF/A-2u (ISO 19005-2) and PDF/UA-1 (ISO 14289-1) ask of a file, as far as a program can
//! look, held against packs and forms. No free validator of either is at hand everywhere, so this
//! is ours; figures in brackets are clauses.

use super::forms::setting;
use super::reading::*;
use super::sample::{many, northwind};
use crate::{Settings, forms, pack};
use lopdf::{Dictionary, Document, Object, ObjectId};
use model::{PackChoice, PackForm, PackLanguage};
use resvg::usvg::roxmltree::Document as Xml;
use skrifa::instance::{LocationRef, Size};
use skrifa::{FontRef, GlyphId, MetadataProvider};
use std::collections::{BTreeMap, BTreeSet};

/// Operators that our pages are made of; all others would have to be thought about.
const OPERATORS: [&str; 23] = [
    "BDC", "BMC", "BT", "EMC", "ET", "RG", "S", "TJ", "Td", "Tf", "Tm", "c", "d", "f", "gs", "h",
    "j", "l", "m", "rg", "w", "q", "Q",
];
/// Keys that neither standard allows, or that we have no use for.
const FORBIDDEN: [&str; 16] = [
    "AA",
    "A",
    "JS",
    "JavaScript",
    "Launch",
    "XFA",
    "EmbeddedFiles",
    "OCProperties",
    "SMask",
    "TR",
    "HTP",
    "BM",
    "Requirements",
    "Interpolate",
    "Perms",
    "Encrypt",
];

/// What a file claims: PDF/A-2u, PDF/UA-1.
fn claims(xmp: &Xml) -> (bool, bool) {
    let said = |space: &str, name: &str| {
        let mut nodes = xmp.descendants();
        nodes.find(|it| it.has_tag_name((space, name))).and_then(|it| it.text())
    };
    let archive = "http://www.aiim.org/pdfa/ns/id/";
    let level = (said(archive, "part"), said(archive, "conformance"));
    assert!([(Some("2"), Some("U")), (None, None)].contains(&level), "{level:?}");
    (level.0.is_some(), said("http://www.aiim.org/pdfua/ns/id/", "part") == Some("1"))
}

/// Looks at all of a file; what it claims.
fn held(bytes: &[u8]) -> (bool, bool) {
    let file = Document::load_mem(bytes).unwrap();
    // The header has a comment of four bytes above 127 (6.1.2).
    assert!(bytes.starts_with(b"%PDF-1.7\n%") && bytes[10..14].iter().all(|it| *it > 127));
    assert!(bytes.ends_with(b"%%EOF"));
    assert!(file.trailer.has(b"ID") && !file.trailer.has(b"Encrypt"));
    for (id, object) in &file.objects {
        harmless(object, *id);
    }
    fonts(&file);
    let titles = structure(&file);
    for (number, id) in file.get_pages() {
        page(&file, number, id, &titles);
    }
    intent(&file);
    said(&file)
}

fn harmless(object: &Object, id: ObjectId) {
    match object {
        Object::Array(all) => all.iter().for_each(|it| harmless(it, id)),
        Object::Dictionary(all) => entries(all, id),
        Object::Stream(stream) => {
            entries(&stream.dict, id);
            let filter = stream.dict.get(b"Filter").and_then(Object::as_name);
            assert!(filter.is_err() || filter.unwrap() == b"FlateDecode", "{id:?}");
        }
        Object::String(bytes, _) => assert!(bytes.len() < 32_768),
        Object::Name(name) => assert!(name.len() < 128),
        _ => {}
    }
}

fn entries(all: &Dictionary, id: ObjectId) {
    // An attribute of the structure is called as an action is.
    let element = all.has_type(b"StructElem");
    for (key, value) in all {
        let key = String::from_utf8_lossy(key);
        let allowed = !FORBIDDEN.contains(&key.as_ref()) || (element && key == "A");
        assert!(allowed, "{key} in {id:?}");
        harmless(value, id);
    }
}

/// Every font is in the file, as wide as the file says, and its characters are known (6.2.11).
fn fonts(file: &Document) {
    let all = file.objects.values().filter_map(|it| it.as_dict().ok());
    for font in all.filter(|it| it.has_type(b"Font") && it.has(b"Encoding")) {
        if entry(file, font, "Subtype").as_name().unwrap() == b"TrueType" {
            let descriptor = entry(file, font, "FontDescriptor").as_dict().unwrap();
            assert_eq!(entry(file, font, "Encoding").as_name().unwrap(), b"WinAnsiEncoding");
            assert_eq!(entry(file, descriptor, "Flags").as_i64().unwrap(), 32);
            assert!(entry(file, descriptor, "FontFile2").as_stream().is_ok());
            continue;
        }
        let below = followed(file, &entry(file, font, "DescendantFonts").as_array().unwrap()[0]);
        let below = below.as_dict().unwrap();
        assert_eq!(entry(file, font, "Encoding").as_name().unwrap(), b"Identity-H");
        assert_eq!(entry(file, below, "CIDToGIDMap").as_name().unwrap(), b"Identity");
        let descriptor = entry(file, below, "FontDescriptor").as_dict().unwrap();
        let program = entry(file, descriptor, "FontFile2").as_stream().unwrap();
        let program = program.decompressed_content().unwrap_or_else(|_| program.content.clone());
        let face = FontRef::new(&program).unwrap();
        let metrics = face.glyph_metrics(Size::unscaled(), LocationRef::default());
        let units = face.metrics(Size::unscaled(), LocationRef::default()).units_per_em;
        for (code, width) in widths(file, below) {
            let drawn = metrics.advance_width(GlyphId::from(code)).unwrap();
            let drawn = drawn * 1000.0 / f32::from(units);
            assert!((drawn - width).abs() < 1.0, "glyph {code}: {drawn}, not {width}");
        }
    }
}

/// The widths of a composite font: runs, each from a first glyph.
fn widths(file: &Document, font: &Dictionary) -> Vec<(u16, f32)> {
    let all = entry(file, font, "W").as_array().unwrap();
    let mut widths = Vec::new();
    for pair in all.chunks(2) {
        let first = pair[0].as_i64().unwrap() as u16;
        let run = followed(file, &pair[1]).as_array().unwrap();
        widths.extend((first..).zip(run.iter().map(|it| it.as_float().unwrap())));
    }
    widths
}

/// The codes that a font has a meaning for, none of them one that is forbidden (6.2.11.7.2).
fn meanings(file: &Document, font: &Dictionary) -> BTreeSet<u16> {
    let map = entry(file, font, "ToUnicode").as_stream().unwrap();
    let map = map.decompressed_content().unwrap_or_else(|_| map.content.clone());
    let text = String::from_utf8(map).unwrap();
    let mut known = BTreeSet::new();
    for block in text.split("beginbfchar").skip(1) {
        let lines = block.split("endbfchar").next().unwrap().lines();
        let lines: Vec<&str> = lines.filter(|it| it.starts_with('<')).collect();
        assert!(lines.len() <= 100);
        for line in lines {
            let (code, to) = line.split_once(' ').unwrap();
            assert!(!["<0000>", "<FEFF>", "<FFFE>"].contains(&to), "{line}");
            known.insert(u16::from_str_radix(&code[1..5], 16).unwrap());
        }
    }
    known
}

/// Elements by the number under which pages and annotations know them.
type Owners = BTreeMap<i64, Object>;

/// The structure hangs together; its parent tree (7.1, 7.2, 7.5).
fn structure(file: &Document) -> Owners {
    let catalog = file.catalog().unwrap();
    assert_eq!(
        entry(file, catalog, "MarkInfo").as_dict().unwrap().get(b"Marked").ok(),
        Some(&true.into())
    );
    assert!(!text(entry(file, catalog, "Lang")).is_empty());
    let root = entry(file, catalog, "StructTreeRoot").as_dict().unwrap();
    let tree = entry(file, root, "ParentTree").as_dict().unwrap();
    let nums = entry(file, tree, "Nums").as_array().unwrap();
    let owners: Owners = nums
        .chunks(2)
        .map(|it| (it[0].as_i64().unwrap(), followed(file, &it[1]).clone()))
        .collect();
    let mut levels = Vec::new();
    let top = root.get(b"K").unwrap().as_reference().unwrap();
    element(file, top, "", &mut levels);
    let mut deepest = 0;
    for level in levels {
        assert!(level <= deepest + 1, "a heading of level {level} after {deepest}");
        deepest = level;
    }
    owners
}

fn element(file: &Document, id: ObjectId, within: &str, levels: &mut Vec<u8>) {
    let it = file.get_dictionary(id).unwrap();
    let role = String::from_utf8_lossy(entry(file, it, "S").as_name().unwrap()).into_owned();
    let wanted: &[&str] = match role.as_str() {
        "TR" => &["Table"],
        "TH" | "TD" => &["TR"],
        "LI" => &["L"],
        "LBody" => &["LI"],
        "TOCI" => &["TOC"],
        "H1" => return levels.push(1),
        "H2" => return levels.push(2),
        "Figure" => {
            assert!(!text(entry(file, it, "Alt")).is_empty());
            &[]
        }
        _ => &[],
    };
    assert!(wanted.is_empty() || wanted.contains(&within), "{role} in {within}");
    assert!(role != "TH" || it.has(b"A"), "a head of nothing");
    let kids = entry(file, it, "K").as_array().unwrap();
    let below: Vec<ObjectId> = kids.iter().filter_map(|kid| kid.as_reference().ok()).collect();
    for kid in &below {
        let kid_of = file.get_dictionary(*kid).unwrap().get(b"P").unwrap().as_reference().unwrap();
        assert_eq!(kid_of, id);
        element(file, *kid, &role, levels);
    }
    if role == "Table" {
        let heads = below.iter().flat_map(|row| {
            let row = file.get_dictionary(*row).unwrap();
            entry(file, row, "K").as_array().unwrap()
        });
        let mut heads = heads.map(|it| followed(file, it).as_dict().unwrap());
        assert!(heads.any(|it| it.get(b"S").unwrap().as_name().unwrap() == b"TH"), "no heads");
    }
}

fn page(file: &Document, number: u32, id: ObjectId, owners: &Owners) {
    let page = file.get_dictionary(id).unwrap();
    let key = entry(file, page, "StructParents").as_i64().unwrap();
    shown(file, number, id, owners[&key].as_array().unwrap());
    let Ok(all) = page.get(b"Annots") else { return };
    assert_eq!(entry(file, page, "Tabs").as_name().unwrap(), b"S");
    for link in followed(file, all).as_array().unwrap() {
        annotation(file, link.as_reference().unwrap(), owners);
    }
}

/// What is shown is in the structure or decoration, with glyphs that stand for something.
fn shown(file: &Document, number: u32, id: ObjectId, owners: &[Object]) {
    let fonts = file.get_page_fonts(id).unwrap();
    let known: BTreeMap<&[u8], BTreeSet<u16>> =
        fonts.iter().map(|(name, font)| (name.as_slice(), meanings(file, font))).collect();
    let content = lopdf::content::Content::decode(&file.get_page_content(id)).unwrap();
    let (mut open, mut font) = (Vec::new(), &BTreeSet::new());
    for operation in &content.operations {
        let (operator, given) = (operation.operator.as_str(), &operation.operands);
        assert!(OPERATORS.contains(&operator), "{operator} on page {number}");
        match operator {
            "BMC" | "BDC" => {
                let mark = given.get(1).and_then(|it| it.as_dict().ok()?.get(b"MCID").ok());
                if let Some(mark) = mark {
                    assert!(owners[mark.as_i64().unwrap() as usize].as_reference().is_ok());
                }
                let decoration = given[0].as_name().unwrap() == b"Artifact";
                assert!(open.is_empty() || !decoration, "decoration in a mark");
                open.push(decoration || mark.is_some());
            }
            "EMC" => drop(open.pop().unwrap()),
            "Tf" => font = &known[given[0].as_name().unwrap()],
            "TJ" => {
                let parts = given[0].as_array().unwrap().iter().filter_map(|it| it.as_str().ok());
                for code in parts.flat_map(|it| it.chunks(2)) {
                    let code = u16::from_be_bytes([code[0], code[1]]);
                    assert!(code > 0 && font.contains(&code), "code {code} on page {number}");
                }
            }
            _ => {}
        }
        let paints = ["TJ", "S", "f"].contains(&operator);
        assert!(!paints || open.first() == Some(&true), "{operator} unmarked on page {number}");
    }
    assert!(open.is_empty());
}

/// Annotations are printed, have a name, and hang on their element (6.3, 7.18).
fn annotation(file: &Document, id: ObjectId, owners: &Owners) {
    let it = file.get_dictionary(id).unwrap();
    assert_eq!(entry(file, it, "F").as_i64().unwrap(), 4);
    let role = match entry(file, it, "Subtype").as_name().unwrap() {
        b"Link" => {
            assert!(!text(entry(file, it, "Contents")).is_empty());
            b"Link".as_slice()
        }
        b"Widget" => {
            assert!(!text(entry(file, it, "TU")).is_empty());
            let looks = entry(file, it, "AP").as_dict().unwrap();
            assert!(looks.len() == 1 && looks.has(b"N"));
            b"Form"
        }
        other => panic!("an annotation {}", String::from_utf8_lossy(other)),
    };
    let owner = &owners[&entry(file, it, "StructParent").as_i64().unwrap()];
    let owner = owner.as_dict().unwrap();
    assert_eq!(entry(file, owner, "S").as_name().unwrap(), role);
    let mut kids = entry(file, owner, "K").as_array().unwrap().iter();
    assert!(kids.any(|kid| kid.as_dict().is_ok_and(|it| it.get(b"Obj").ok() == Some(&id.into()))));
}

/// Colours without a profile of their own are sRGB (6.2.3).
fn intent(file: &Document) {
    let all = entry(file, file.catalog().unwrap(), "OutputIntents").as_array().unwrap();
    let [only] = all.as_slice() else { panic!("{} intents", all.len()) };
    let only = followed(file, only).as_dict().unwrap();
    assert_eq!(entry(file, only, "S").as_name().unwrap(), b"GTS_PDFA1");
    let profile = entry(file, only, "DestOutputProfile").as_stream().unwrap();
    assert_eq!(profile.dict.get(b"N").unwrap().as_i64().unwrap(), 3);
}

/// The information dictionary and the XMP say the same (6.6.2); what is claimed.
fn said(file: &Document) -> (bool, bool) {
    let catalog = file.catalog().unwrap();
    let shown = entry(file, catalog, "ViewerPreferences").as_dict().unwrap();
    assert_eq!(shown.get(b"DisplayDocTitle").ok(), Some(&true.into()));
    let xmp = entry(file, catalog, "Metadata").as_stream().unwrap();
    assert!(!xmp.dict.has(b"Filter"));
    let xmp = String::from_utf8(xmp.content.clone()).unwrap();
    let xmp = xmp.trim_start_matches('\u{feff}');
    let xmp = Xml::parse(xmp).unwrap();
    let info = file.trailer.get(b"Info").unwrap();
    let info = followed(file, info).as_dict().unwrap();
    let (dc, pdf, basic) = (
        "http://purl.org/dc/elements/1.1/",
        "http://ns.adobe.com/pdf/1.3/",
        "http://ns.adobe.com/xap/1.0/",
    );
    let pairs = [
        ("Title", (dc, "title")),
        ("Subject", (dc, "description")),
        ("Author", (dc, "creator")),
        ("Creator", (basic, "CreatorTool")),
        ("Producer", (pdf, "Producer")),
    ];
    for (key, _) in info {
        let key = String::from_utf8_lossy(key);
        let (_, name) = pairs.iter().find(|(it, _)| *it == key).unwrap();
        let node = xmp.descendants().find(|it| it.has_tag_name(*name)).unwrap();
        let texts = node.descendants().filter(|it| it.is_text());
        let there: String = texts.filter_map(|it| it.text()).collect();
        assert_eq!(text(entry(file, info, &key)), there, "{key}");
    }
    claims(&xmp)
}

fn made(document: &model::Document, language: PackLanguage) -> Vec<u8> {
    let choice = PackChoice { language, ..PackChoice::default() };
    let settings = Settings {
        date: "22 November 2026".into(),
        day: "2026-11-22".into(),
        choice,
        history: Vec::new(),
    };
    let made = pack(document, &settings, PackForm::Pdf).unwrap();
    assert_eq!(made.warnings, Vec::<String>::new());
    made.bytes
}

#[test]
fn packs_keep_both_standards() {
    let sample = exchange::sample().unwrap();
    for language in [PackLanguage::English, PackLanguage::German] {
        assert_eq!(held(&made(&sample, language)), (true, true));
    }
    assert_eq!(held(&made(&northwind().document, PackLanguage::English)), (true, true));
}

#[test]
fn forms_on_paper_keep_both_and_forms_to_fill_in_are_no_archive() {
    let document = northwind().document;
    let settings = super::sample::settings();
    for (fillable, claimed) in [(false, (true, true)), (true, (false, true))] {
        let made = forms(&document, &setting(&settings, fillable)).unwrap();
        assert_eq!(held(&made.bytes), claimed);
    }
}

#[test]
fn a_pack_with_an_empty_box_claims_nothing() {
    let (made, file) = written(&many(1, "Prüfung ꆈꌠ"));
    assert!(!made.warnings.is_empty());
    assert_eq!(said(&file), (false, false));
}
