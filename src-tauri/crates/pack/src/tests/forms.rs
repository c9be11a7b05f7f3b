//! Forms read back: what is filled in, where, under what name, and what a screen reader is told.

use super::reading::*;
use super::sample::{northwind, settings};
use crate::{FormSetting, form, forms};
use analysis::presets;
use lopdf::{Dictionary, Document, Object, ObjectId};
use model::{FieldType, Template, TemplateField, TemplateId};
use scene::Language;
use std::collections::BTreeSet;

pub fn setting(settings: &crate::Settings, fillable: bool) -> FormSetting<'_> {
    FormSetting { settings, language: Language::English, fillable, paper: FormSetting::A4 }
}

pub fn field(key: &str, label: &str, field_type: FieldType) -> TemplateField {
    let (key, label) = (key.to_owned(), label.to_owned());
    TemplateField { key, label, field_type, ..TemplateField::default() }
}

fn template() -> Template {
    let choices = ["Stable", "Watcher", "Unstable — „kritisch“"].map(str::to_owned).to_vec();
    let all = [
        ("text", "Number", FieldType::Text),
        ("long", "What has been done", FieldType::LongText),
        ("number", "Rows", FieldType::Number),
        ("date", "Needed by", FieldType::DateTime),
        ("choice", "Severity", FieldType::Choice),
        ("several", "Tests", FieldType::MultiChoice),
        ("role", "Receiving nurse", FieldType::Role),
        ("link", "Contract", FieldType::Link),
        ("list", "Documents", FieldType::Checklist),
        ("sure", "Consent", FieldType::YesNo),
    ];
    let fields = all.map(|(key, label, field_type)| {
        let of_choices = [FieldType::Choice, FieldType::MultiChoice].contains(&field_type);
        TemplateField {
            help: format!("How to fill {key}"),
            required: key != "role",
            choices: if of_choices { choices.clone() } else { Vec::new() },
            ..field(key, label, field_type)
        }
    });
    Template { name: "Ward transfer".into(), fields: fields.to_vec(), ..Template::default() }
}

fn made(template: &Template, fillable: bool) -> Document {
    let document = northwind().document;
    let settings = settings();
    let made = form(&document, template, &setting(&settings, fillable)).unwrap();
    let file = Document::load_mem(&made.bytes).unwrap();
    assert_eq!(file.get_pages().len(), made.pages as usize);
    assert_eq!(made.warnings, Vec::<String>::new());
    file
}

/// The fields of a file, in order, each with its id.
pub fn fields(file: &Document) -> Vec<(ObjectId, &Dictionary)> {
    let form = entry(file, file.catalog().unwrap(), "AcroForm").as_dict().unwrap();
    let all = entry(file, form, "Fields").as_array().unwrap();
    all.iter().map(|it| it.as_reference().unwrap()).map(|id| (id, named(file, id))).collect()
}

fn named(file: &Document, id: ObjectId) -> &Dictionary {
    file.get_dictionary(id).unwrap()
}

fn flags(field: &Dictionary) -> i64 {
    field.get(b"Ff").and_then(Object::as_i64).unwrap_or_default()
}

#[test]
fn every_kind_of_field_is_what_its_answer_needs() {
    let file = made(&template(), true);
    let told: Vec<(String, &[u8], i64)> = fields(&file)
        .into_iter()
        .map(|(_, it)| {
            (text(entry(&file, it, "T")), entry(&file, it, "FT").as_name().unwrap(), flags(it))
        })
        .collect();
    let told: Vec<(&str, &[u8], i64)> = told.iter().map(|(a, b, c)| (a.as_str(), *b, *c)).collect();
    let (required, many, opens) = (2, 4096, 131_072);
    assert_eq!(
        told,
        [
            ("ward_transfer-text", &b"Tx"[..], required),
            ("ward_transfer-long", b"Tx", required | many),
            ("ward_transfer-number", b"Tx", required),
            ("ward_transfer-date", b"Tx", required),
            ("ward_transfer-choice", b"Ch", required | opens),
            ("ward_transfer-several-1", b"Btn", 0),
            ("ward_transfer-several-2", b"Btn", 0),
            ("ward_transfer-several-3", b"Btn", 0),
            ("ward_transfer-role", b"Tx", 0),
            ("ward_transfer-link", b"Tx", required),
            ("ward_transfer-list-1", b"Btn", 0),
            ("ward_transfer-list-1-text", b"Tx", 0),
            ("ward_transfer-list-2", b"Btn", 0),
            ("ward_transfer-list-2-text", b"Tx", 0),
            ("ward_transfer-list-3", b"Btn", 0),
            ("ward_transfer-list-3-text", b"Tx", 0),
            ("ward_transfer-sure", b"Btn", 0),
        ]
    );
}

#[test]
fn a_field_says_how_to_fill_it_and_begins_empty() {
    let file = made(&template(), true);
    let page = *file.get_pages().get(&1).unwrap();
    let mut looks = BTreeSet::new();
    for (_, field) in fields(&file) {
        let said = text(entry(&file, field, "TU"));
        let key = text(entry(&file, field, "T"));
        assert!(said.len() > 5, "{key}: {said}");
        assert_eq!(field.get(b"P").unwrap().as_reference().unwrap(), page);
        assert_eq!(field.get(b"F").unwrap().as_i64().unwrap(), 4);
        let look = entry(&file, entry(&file, field, "AP").as_dict().unwrap(), "N");
        if entry(&file, field, "FT").as_name().unwrap() == b"Btn" {
            let look = look.as_dict().unwrap();
            assert!(look.has(b"Yes") && look.has(b"Off"), "{key}");
            for state in ["V", "DV", "AS"] {
                assert_eq!(entry(&file, field, state), &Object::Name(b"Off".to_vec()), "{key}");
            }
        } else {
            assert_eq!(text(entry(&file, field, "V")), "");
            assert_eq!(text(entry(&file, field, "DV")), "");
            assert!(text(entry(&file, field, "DA")).starts_with("/Inter "));
            let ap = field.get(b"AP").unwrap().as_dict().unwrap().get(b"N").unwrap();
            assert!(looks.insert(ap.as_reference().unwrap()), "{key} shares what is written");
        }
    }
    let (_, date) = fields(&file)[3];
    let said = "Needed by (required). How to fill date. Date as YYYY-MM-DD, with the time as HH:MM \
                where it matters";
    assert_eq!(text(entry(&file, date, "TU")), said);
    assert_eq!(date.get(b"MaxLen").unwrap().as_i64().unwrap(), 32);
    let (_, choice) = fields(&file)[4];
    let options: Vec<String> =
        entry(&file, choice, "Opt").as_array().unwrap().iter().map(text).collect();
    assert_eq!(options, ["Stable", "Watcher", "Unstable — „kritisch“"]);
}

#[test]
fn the_tab_key_goes_as_one_reads() {
    for template in presets(Language::English) {
        let file = made(&template, true);
        let mut in_order = Vec::new();
        for id in file.get_pages().into_values() {
            let page = named(&file, id);
            assert_eq!(page.get(b"Tabs").unwrap().as_name().unwrap(), b"S");
            let all = entry(&file, page, "Annots").as_array().unwrap();
            in_order.extend(all.iter().map(|it| it.as_reference().unwrap()));
        }
        let fields: Vec<ObjectId> = fields(&file).into_iter().map(|(id, _)| id).collect();
        assert_eq!(in_order, fields, "{}", template.name);
    }
}

#[test]
fn every_field_hangs_on_its_node_of_the_structure() {
    let file = made(&template(), true);
    let root = entry(&file, file.catalog().unwrap(), "StructTreeRoot").as_dict().unwrap();
    let tree = entry(&file, root, "ParentTree").as_dict().unwrap();
    let nums = entry(&file, tree, "Nums").as_array().unwrap();
    let mut seen = BTreeSet::new();
    for (id, field) in fields(&file) {
        let key = entry(&file, field, "StructParent").as_i64().unwrap();
        assert!(seen.insert(key));
        let at = nums.iter().step_by(2).position(|it| it.as_i64().ok() == Some(key)).unwrap();
        let node = followed(&file, &nums[2 * at + 1]).as_dict().unwrap();
        assert_eq!(node.get(b"S").unwrap().as_name().unwrap(), b"Form");
        let kid = followed(&file, &entry(&file, node, "K").as_array().unwrap()[0]);
        let kid = kid.as_dict().unwrap();
        assert_eq!(kid.get(b"Type").unwrap().as_name().unwrap(), b"OBJR");
        assert_eq!(kid.get(b"Obj").unwrap().as_reference().unwrap(), id);
    }
    let next = entry(&file, root, "ParentTreeNextKey").as_i64().unwrap();
    assert_eq!(seen.last().copied(), Some(next - 1));
}

#[test]
fn the_font_of_the_form_comes_along_and_nothing_runs_in_it() {
    let file = made(&template(), true);
    let form = entry(&file, file.catalog().unwrap(), "AcroForm").as_dict().unwrap();
    assert_eq!(entry(&file, form, "NeedAppearances"), &Object::Boolean(false));
    let fonts = entry(&file, entry(&file, form, "DR").as_dict().unwrap(), "Font");
    let font = entry(&file, fonts.as_dict().unwrap(), "Inter").as_dict().unwrap();
    assert_eq!(entry(&file, font, "Encoding"), &Object::Name(b"WinAnsiEncoding".to_vec()));
    assert_eq!(entry(&file, font, "Widths").as_array().unwrap().len(), 224);
    let descriptor = entry(&file, font, "FontDescriptor").as_dict().unwrap();
    assert!(entry(&file, descriptor, "FontFile2").as_stream().is_ok());
    let mut dictionaries = file.objects.values().filter_map(|it| it.as_dict().ok());
    assert!(dictionaries.all(|it| !it.has(b"JS") && !it.has(b"AA")));
}

#[test]
fn on_paper_there_are_boxes_and_no_fields() {
    let file = made(&template(), false);
    assert!(!file.catalog().unwrap().has(b"AcroForm"));
    assert!(file.get_pages().into_values().all(|id| !named(&file, id).has(b"Annots")));
    let said = squeezed(&words(&file));
    for words in ["Watcher", "Unstable", "YesNo", "How to fill list", "YYYY-MM-DD HH:MM"] {
        assert!(said.contains(&squeezed(words)), "{words}\n{said}");
    }
}

#[test]
fn a_form_says_which_handoffs_it_is_for() {
    let mut document = northwind().document;
    let template = Template { id: TemplateId(document.used_up().0), ..template() };
    let mut records = document.records();
    for record in &mut records {
        if let model::Record::Handoff(handoff) = record
            && [3, 6].contains(&handoff.number)
        {
            handoff.template = Some(template.id);
        }
    }
    records.push(template.clone().into());
    document = model::Document::from_records(records).unwrap();
    let settings = settings();
    let made = forms(&document, &setting(&settings, true)).unwrap();
    let file = Document::load_mem(&made.bytes).unwrap();
    let said = squeezed(&words(&file));
    let wanted = "Used for H-03 Sales development to Sales · H-06 Sales to Onboarding";
    assert!(said.contains(&squeezed(wanted)), "{said}");
    let titles = ["Sales to onboarding", "Ward transfer"].map(|it| (0, it.to_owned()));
    assert_eq!(outline(&file), titles);
    assert_eq!(made, forms(&document, &setting(&settings, true)).unwrap());
}
