//! What is in the PDF, read back with lopdf: pages, fonts, outline, links, structure, words.

use super::reading::*;
use super::sample::*;
use crate::pdf;
use lopdf::{Object, ObjectId};
use std::collections::BTreeSet;

#[test]
fn the_file_opens_with_its_outline_and_says_what_it_is() {
    let (pack, file) = written(&northwind());
    assert_eq!(file.version, "1.7");
    let catalog = file.catalog().unwrap();
    assert_eq!(entry(&file, catalog, "PageMode"), &Object::Name(b"UseOutlines".to_vec()));
    assert_eq!(text(entry(&file, catalog, "Lang")), "en");
    assert!(catalog.has(b"PageLabels"));
    let info = entry(&file, &file.trailer, "Info").as_dict().unwrap();
    assert_eq!(text(entry(&file, info, "Title")), "Lead-to-customer handoffs and service levels");
    assert_eq!(text(entry(&file, info, "Author")), "Northwind Traders");
    assert!(!info.has(b"GTS_PDFXVersion"));
    let xmp = entry(&file, catalog, "Metadata").as_stream().unwrap();
    assert!(String::from_utf8(xmp.content.clone()).unwrap().contains("Northwind Traders"));
    assert_eq!(pack.warnings, Vec::<String>::new());
}

#[test]
fn the_outline_nests_cards_under_their_heading() {
    let (_, file) = written(&northwind());
    let titles: Vec<(usize, String)> = outline(&file);
    let titles: Vec<(usize, &str)> = titles.iter().map(|(at, it)| (*at, it.as_str())).collect();
    assert_eq!(
        titles,
        [
            (0, "Cover"),
            (0, "Current state"),
            (0, "Time and flow"),
            (0, "Handoff register"),
            (0, "Pain points"),
            (0, "Service levels"),
            (0, "Handoff definitions"),
            (1, "H-01 Marketing to Sales development"),
            (1, "H-02 Sales development to Marketing"),
            (1, "H-03 Sales development to Sales"),
            (1, "H-04 Sales to Solutions"),
            (1, "H-05 Solutions to Sales"),
            (1, "H-06 Sales to Onboarding"),
            (0, "Return handoffs"),
            (1, "H-07 Onboarding to Sales"),
        ]
    );
}

#[test]
fn register_rows_and_cards_lead_to_each_other() {
    let (_, file) = written(&northwind());
    let links = links(&file);
    // Seven handoffs there and back, their pills on the map, and two rows of the service levels.
    assert_eq!(links.len(), 23);
    let register = links[7].0;
    let cards: BTreeSet<ObjectId> =
        links.iter().filter(|(from, _)| *from == register).map(|(_, to)| *to).collect();
    assert_eq!(cards.len(), 7);
    for card in cards {
        assert!(links.contains(&(card, register)));
    }
}

#[test]
fn every_font_is_embedded_and_cut_down() {
    let (pack, file) = written(&northwind());
    let mut fonts = 0;
    for object in file.objects.values() {
        let Ok(descriptor) = object.as_dict() else { continue };
        if !descriptor.has_type(b"FontDescriptor") {
            continue;
        }
        fonts += 1;
        let name =
            String::from_utf8(entry(&file, descriptor, "FontName").as_name().unwrap().into());
        let name = name.unwrap();
        assert_eq!(name.find("+Inter-"), Some(6), "{name}");
        assert!(entry(&file, descriptor, "FontFile2").as_stream().is_ok());
    }
    assert_eq!(fonts, 4);
    assert!(pack.bytes.len() < 120_000, "{} bytes", pack.bytes.len());
}

#[test]
fn every_shown_mark_belongs_to_the_structure() {
    let (_, file) = written(&northwind());
    let catalog = file.catalog().unwrap();
    let root = entry(&file, catalog, "StructTreeRoot").as_dict().unwrap();
    let tree = entry(&file, root, "ParentTree").as_dict().unwrap();
    let nums = entry(&file, tree, "Nums").as_array().unwrap();
    for (number, id) in file.get_pages() {
        let page = file.get_dictionary(id).unwrap();
        let key = entry(&file, page, "StructParents").as_i64().unwrap();
        let at = nums.iter().step_by(2).position(|it| it.as_i64().ok() == Some(key)).unwrap();
        let owners = followed(&file, &nums[2 * at + 1]).as_array().unwrap();
        let content = lopdf::content::Content::decode(&file.get_page_content(id)).unwrap();
        let (mut depth, mut marks) = (0, 0);
        for operation in &content.operations {
            match operation.operator.as_str() {
                "BMC" | "BDC" => {
                    depth += 1;
                    let properties = operation.operands.get(1).and_then(|it| it.as_dict().ok());
                    let Some(mark) = properties.and_then(|it| it.get(b"MCID").ok()) else {
                        continue;
                    };
                    marks += 1;
                    let mark = mark.as_i64().unwrap() as usize;
                    assert!(owners[mark].as_reference().is_ok(), "mark {mark} of page {number}");
                }
                "EMC" => depth -= 1,
                "TJ" | "Tj" | "S" | "f" => assert!(depth > 0, "unmarked on page {number}"),
                _ => {}
            }
        }
        assert_eq!(depth, 0);
        assert!(marks > 0, "page {number} says nothing");
    }
}

#[test]
fn what_is_agreed_and_what_is_not_is_said() {
    let (_, file) = written(&northwind());
    let said = squeezed(&words(&file));
    for words in [
        "42 % of the lead time waits between Sales and Onboarding; no one is accountable",
        "Order form countersigned",
        "4 working hours",
        "5 d usual, best 2.5 d, worst 10 d",
        "Not agreed",
        "A trigger (said)",
        "We chase the same missing budget field every single time",
        "Of the lead time, 8.4 % measured, 91 % estimated and 1 % guessed.",
        "7 of 8 steps have a %C&A",
    ] {
        assert!(said.contains(&squeezed(words)), "{words}\n{said}");
    }
}

#[test]
fn markup_in_a_name_is_shown_as_it_is_written() {
    let name = "<img src=x onerror=alert(1)>";
    let (pack, file) = written(&many(1, name));
    assert!(squeezed(&words(&file)).contains(&squeezed(name)));
    let xmp = entry(&file, file.catalog().unwrap(), "Metadata").as_stream().unwrap();
    let xmp = String::from_utf8(xmp.content.clone()).unwrap();
    assert!(xmp.contains("&lt;img src=x onerror=alert(1)&gt;") && !xmp.contains("<img"));
    assert_eq!(pack.warnings, Vec::<String>::new());
}

#[test]
fn the_same_pack_is_the_same_file() {
    let sample = northwind();
    let once = pdf(&[sample.source()], &settings()).unwrap();
    assert_eq!(once, pdf(&[sample.source()], &settings()).unwrap());
    let mut other = settings();
    other.choice.version = "1.3".into();
    assert_ne!(once.bytes, pdf(&[sample.source()], &other).unwrap().bytes);
}

#[test]
fn a_character_without_a_glyph_is_told() {
    let (pack, _) = written(&many(1, "Prüfung ꆈꌠ"));
    assert_eq!(pack.warnings.len(), 2, "{:?}", pack.warnings);
    assert!(pack.warnings.iter().any(|it| it.contains("“ꆈ” (U+A188)")), "{:?}", pack.warnings);
}

#[test]
fn an_empty_engagement_has_pages_that_say_so() {
    let (_, file) = written(&empty());
    let said = squeezed(&words(&file));
    for words in ["Untitled engagement", "no handoff yet", "no path from a start to an end"] {
        assert!(said.contains(&squeezed(words)), "{words}\n{said}");
    }
}

#[test]
fn a_state_that_is_not_there_is_refused() {
    let sample = northwind();
    let source = crate::Source { state: model::StateId(99_999), ..sample.source() };
    let refused = pdf(&[source], &settings());
    assert!(matches!(refused, Err(crate::Error::NoSuchState(model::StateId(99_999)))));
}

#[test]
fn the_logo_of_the_client_stands_on_the_cover_of_every_form() {
    use crate::{PackForm, logo, pack};
    use base64::Engine;
    use base64::engine::general_purpose::STANDARD;
    let svg = "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 20 10'>\
               <rect width='10' height='10' fill='#00f'/></svg>";
    let png = logo(&STANDARD.encode(svg)).unwrap();
    let plain = northwind().document;
    let with = |png: &str| {
        let picture = model::Picture { name: "logo.svg".into(), png: png.into(), ..<_>::default() };
        let command = model::Command::SetLogo { picture: Some(Box::new(picture)) };
        model::plan(&plain, &command).unwrap().document
    };
    let document = with(&png);
    let made = pack(&document, &settings(), PackForm::Pdf).unwrap();
    assert_eq!(made, pack(&document, &settings(), PackForm::Pdf).unwrap());
    let file = lopdf::Document::load_mem(&made.bytes).unwrap();
    let images = file.objects.values().filter_map(|it| it.as_stream().ok());
    let is_image = |it: &&lopdf::Stream| {
        it.dict.get(b"Subtype").and_then(lopdf::Object::as_name).is_ok_and(|it| it == b"Image")
    };
    // The picture, and how much of it is seen.
    assert_eq!(images.filter(is_image).count(), 2);
    let html = String::from_utf8(pack(&document, &settings(), PackForm::Html).unwrap().bytes);
    assert!(html.unwrap().contains(&format!("src=\"data:image/png;base64,{png}\"")));
    assert!(pack(&document, &settings(), PackForm::Docx).is_ok());
    // Letters that are no picture leave the emblem in its place.
    let broken = with("AAAA");
    let made = |document: &_, form| pack(document, &settings(), form).unwrap().bytes;
    for form in [PackForm::Pdf, PackForm::Html, PackForm::Docx] {
        assert_eq!(made(&broken, form), made(&plain, form), "{form:?}");
        assert_ne!(made(&document, form), made(&plain, form), "{form:?}");
    }
    let gone = model::plan(&document, &model::Command::SetLogo { picture: None }).unwrap();
    assert_eq!(gone.document.pictures().count(), 0);
}
