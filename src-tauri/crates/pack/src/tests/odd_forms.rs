//! Forms of the presets, and of templates that nobody would print: where their boxes lie.

use super::forms::{field, fields, setting};
use super::reading::*;
use super::sample::{empty, northwind, settings};
use crate::page::{Booklet, Kid, Role};
use crate::paint::extent;
use crate::{FormSetting, form, forms};
use analysis::presets;
use lopdf::Document;
use model::{FieldType, Template, TemplateField};
use scene::{Language, Shape};
use std::collections::BTreeSet;

const KINDS: [FieldType; 10] = [
    FieldType::Text,
    FieldType::LongText,
    FieldType::Number,
    FieldType::DateTime,
    FieldType::Choice,
    FieldType::MultiChoice,
    FieldType::Role,
    FieldType::Link,
    FieldType::Checklist,
    FieldType::YesNo,
];

fn of(fields: Vec<TemplateField>) -> Template {
    Template { name: "Odd".into(), fields, ..Template::default() }
}

/// So many fields of all kinds, in groups of seven, each with this label.
fn many(count: usize, label: &str) -> Template {
    let field = |at: usize| TemplateField {
        group: format!("Group {}", at / 7),
        help: "What the receiver has to know about it before the work can begin".into(),
        required: at.is_multiple_of(2),
        choices: (1..=at % 6).map(|it| format!("{label} {it}")).collect(),
        ..field(&format!("f{at}"), label, KINDS[at % KINDS.len()])
    };
    of((0..count).map(field).collect())
}

fn laid(template: &Template, fillable: bool) -> Booklet {
    let settings = settings();
    let document = northwind().document;
    let booklet = crate::forms::booklet(&document, &[template], &setting(&settings, fillable));
    check(&booklet);
    booklet
}

/// Nothing leaves its page, no place to fill in lies on another or on a text, and no name of a
/// group is the last thing in its column.
fn check(booklet: &Booklet) {
    let mut names = BTreeSet::new();
    for (number, page) in booklet.pages.iter().enumerate() {
        let here: Vec<_> = booklet.widgets.iter().filter(|it| it.page == number).collect();
        for (at, widget) in here.iter().enumerate() {
            assert!(names.insert(&widget.name), "{} twice", widget.name);
            assert!(!widget.says.is_empty() && widget.rect.w > 6.0 && widget.rect.h > 6.0);
            assert!(widget.rect.bottom() <= page.height - 50.0, "{}", widget.name);
            for other in &here[at + 1..] {
                assert!(!widget.rect.overlaps(&other.rect), "{} {}", widget.name, other.name);
            }
        }
        for shape in &page.shapes {
            let seen = extent(std::slice::from_ref(shape)).unwrap();
            assert!(seen.x >= 20.0 && seen.right() <= page.width - 20.0, "{shape:?}");
            assert!(seen.y >= 20.0 && seen.bottom() <= page.height - 15.0, "{shape:?}");
            if let Shape::Text { .. } = shape {
                let on = here.iter().find(|it| it.rect.overlaps(&seen.grown(-1.5)));
                assert!(on.is_none(), "{shape:?} on {}", on.unwrap().name);
            }
        }
    }
    headings(booklet);
}

fn headings(booklet: &Booklet) {
    for node in booklet.nodes.iter().filter(|it| it.role == Role::Heading) {
        let Some(Kid::Mark(page, mark)) = node.kids.first() else { panic!("an empty heading") };
        let page = &booklet.pages[*page];
        let at = page.marks[*mark].shapes.clone();
        let heading = extent(&page.shapes[at]).unwrap();
        let below = page.shapes.iter().filter_map(|it| extent(std::slice::from_ref(it)));
        let mut below = below.filter(|it| it.y > heading.bottom() && it.y < page.height - 50.0);
        assert!(below.any(|it| (it.x - heading.x).abs() < 2.0), "{heading:?} is alone");
    }
}

#[test]
fn a_preset_is_one_page_in_both_languages() {
    let settings = settings();
    let document = northwind().document;
    for language in [Language::English, Language::German] {
        let setting = FormSetting { language, ..setting(&settings, true) };
        for template in presets(language) {
            let booklet = crate::forms::booklet(&document, &[&template], &setting);
            check(&booklet);
            assert_eq!(booklet.pages.len(), 1, "{}", template.name);
        }
        let german = form(&document, &presets(language)[0], &setting).unwrap();
        let file = Document::load_mem(&german.bytes).unwrap();
        let lang = text(entry(&file, file.catalog().unwrap(), "Lang"));
        let is_german = language == Language::German;
        assert_eq!(lang, if is_german { "de" } else { "en" });
        assert_eq!(squeezed(&words(&file)).contains("TT.MM.JJJJ"), is_german);
    }
}

#[test]
fn a_template_without_fields_says_so() {
    for fillable in [true, false] {
        let booklet = laid(&of(Vec::new()), fillable);
        assert_eq!((booklet.pages.len(), booklet.widgets.len()), (1, 0));
    }
    let settings = settings();
    let made = form(&northwind().document, &of(Vec::new()), &setting(&settings, true)).unwrap();
    let file = Document::load_mem(&made.bytes).unwrap();
    assert!(!file.catalog().unwrap().has(b"AcroForm"));
    assert!(squeezed(&words(&file)).contains(&squeezed("This template has no fields yet.")));
}

#[test]
fn a_document_without_templates_says_so() {
    let settings = settings();
    let made = forms(&empty().document, &setting(&settings, true)).unwrap();
    assert_eq!(made.pages, 1);
    let file = Document::load_mem(&made.bytes).unwrap();
    assert!(squeezed(&words(&file)).contains(&squeezed("There is no template yet.")));
}

#[test]
fn eighty_fields_flow_over_pages_with_their_headings() {
    for count in [1, 2, 13, 40, 80] {
        for fillable in [true, false] {
            let booklet = laid(&many(count, "Customer and order number"), fillable);
            assert_eq!(booklet.widgets.is_empty(), !fillable);
            assert!(booklet.pages.len() <= 1 + count / 20, "{count}: {}", booklet.pages.len());
        }
    }
}

#[test]
fn labels_of_two_hundred_characters_stay_in_their_place() {
    let long = "A label that goes on and on about what is meant ".repeat(5);
    for label in [&long[..200], &"x".repeat(200)] {
        laid(&many(30, label), true);
        laid(&many(30, label), false);
    }
}

#[test]
fn help_that_is_a_page_long_is_cut_and_read_aloud_in_part() {
    let help = "What the receiver has to know.\n".repeat(200);
    let one = TemplateField { help, ..field("help", "Facts", FieldType::LongText) };
    let booklet = laid(&of(vec![one]), true);
    assert_eq!(booklet.pages.len(), 1);
    assert!(booklet.widgets[0].says.ends_with('…'));
}

#[test]
fn other_alphabets_are_printed_and_what_cannot_be_chosen_is_ticked() {
    let choices = ["Срочно", "Планово"].map(str::to_owned).to_vec();
    let urgency = TemplateField {
        choices, ..field("срочность", "Срочность", FieldType::Choice)
    };
    let greek = field("όνομα", "Όνομα ασθενούς", FieldType::Text);
    let settings = settings();
    let template = Template { name: "Направление".into(), ..of(vec![urgency, greek]) };
    let made = form(&northwind().document, &template, &setting(&settings, true)).unwrap();
    assert_eq!(made.warnings, Vec::<String>::new());
    let file = Document::load_mem(&made.bytes).unwrap();
    let names: Vec<String> =
        fields(&file).into_iter().map(|(_, it)| text(entry(&file, it, "T"))).collect();
    assert_eq!(names, ["направление-срочность-1", "направление-срочность-2", "направление-όνομα"]);
    assert!(squeezed(&words(&file)).contains(&squeezed("Όνομα ασθενούς")));
}

#[test]
fn forty_options_are_one_list_on_screen_and_forty_boxes_on_paper() {
    let choices: Vec<String> = (1..=40).map(|it| format!("Ward {it} of the west wing")).collect();
    let ward = TemplateField { choices, ..field("ward", "Ward", FieldType::Choice) };
    let booklet = laid(&of(vec![ward.clone()]), true);
    assert_eq!(booklet.widgets.len(), 1);
    let booklet = laid(&of(vec![ward]), false);
    assert_eq!(booklet.pages.len(), 1);
    let texts = booklet.pages[0]
        .shapes
        .iter()
        .filter(|it| matches!(it, Shape::Text { text, .. } if text.ends_with("of the west wing")));
    assert_eq!(texts.count(), 40);
}

#[test]
fn two_hundred_options_go_on_on_the_next_page() {
    let choices: Vec<String> =
        (1..=200).map(|it| format!("{it} {}", "a long option of a long list ".repeat(4))).collect();
    let all = TemplateField { choices, ..field("all", "All", FieldType::Checklist) };
    let booklet = laid(&of(vec![all]), true);
    assert_eq!(booklet.widgets.len(), 200);
    assert!(booklet.pages.len() > 2);
}

#[test]
fn keys_that_are_the_same_or_missing_give_names_of_their_own() {
    let all = ["a", "a", "A!", "", "", "a.b", "a b"];
    let fields = all.map(|key| field(key, "Label", FieldType::Text)).to_vec();
    let list = |key| field(key, "List", FieldType::Checklist);
    let booklet = laid(&of([fields, vec![list("a"), list("a-1"), list("a_2")]].concat()), true);
    let names: Vec<&str> = booklet.widgets.iter().map(|it| it.name.as_str()).take(7).collect();
    assert_eq!(
        names,
        ["odd-a", "odd-a_2", "odd-a_3", "odd-label", "odd-label_2", "odd-a_b", "odd-a_b_2"]
    );
}

#[test]
fn a_paper_of_any_size_is_a_paper() {
    let settings = settings();
    let document = northwind().document;
    for paper in [FormSetting::LETTER, (0.0, -1.0), (f32::NAN, f32::INFINITY)] {
        let setting = FormSetting { paper, ..setting(&settings, true) };
        check(&crate::forms::booklet(&document, &[&many(20, "Label")], &setting));
    }
}
