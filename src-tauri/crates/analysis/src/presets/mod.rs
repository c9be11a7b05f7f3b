//! The templates to begin with (domain.md 4.2): nine forms as data, in English and German. Every
//! one has the starred fields of the catalogue and at most 15 required ones.

mod clinical;
mod common;
mod field;
mod generic;
mod sales;
mod support;
mod technical;

use crate::language::Language;
use field::Field;
use model::{FieldType, Template, TemplateField, TemplateId};

/// The default reasons to return an item, English and German.
const REASONS: [&[&str]; 2] = [
    &[
        "Missing information",
        "Wrong information",
        "Wrong team",
        "Criteria not met",
        "Duplicate",
        "Not needed",
        "Cannot do now (capacity)",
        "Other, with a note",
    ],
    &[
        "Angaben fehlen",
        "Angaben falsch",
        "Falsches Team",
        "Kriterien nicht erfüllt",
        "Doppelt",
        "Nicht nötig",
        "Derzeit nicht möglich (Kapazität)",
        "Anderer, mit Notiz",
    ],
];

/// The reasons to return an item that a receiver can begin with.
pub fn return_reasons(language: Language) -> Vec<String> {
    language.pick(REASONS[0], REASONS[1]).iter().map(|it| (*it).to_owned()).collect()
}

/// One form in both languages.
struct Preset {
    /// The word it is known by in records and files.
    word: &'static str,
    name: [&'static str; 2],
    /// What has to come along, English and German.
    inputs: [&'static [&'static str]; 2],
    /// Beside those of every form.
    fields: &'static [Field],
}

/// The nine presets. Their ids are 0: a document gives its own when one is added.
pub fn presets(language: Language) -> Vec<Template> {
    let all = [
        generic::GENERIC,
        support::SBAR,
        clinical::IPASS,
        sales::LEAD,
        sales::ONBOARDING,
        support::ENGINEERING,
        technical::INCIDENT,
        technical::RELEASE,
        generic::CASE,
    ];
    all.iter().map(|preset| template(preset, language)).collect()
}

fn template(preset: &Preset, language: Language) -> Template {
    let fields = || common::STARRED.iter().chain(preset.fields).chain(common::RETURN);
    let in_group = |group| fields().filter(move |field| field.group() == group);
    let record = |field: &Field| {
        let mut field: TemplateField = field.record(language);
        if field.key == "inputs" && field.field_type == FieldType::Checklist {
            let inputs = language.pick(preset.inputs[0], preset.inputs[1]);
            field.choices = inputs.iter().map(|it| (*it).to_owned()).collect();
        }
        field
    };
    Template {
        id: TemplateId::default(),
        name: language.pick(preset.name[0], preset.name[1]).to_owned(),
        preset: preset.word.to_owned(),
        fields: common::GROUPS.into_iter().flat_map(in_group).map(record).collect(),
        ..Template::default()
    }
}
