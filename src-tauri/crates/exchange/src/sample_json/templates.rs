//! Templates: the required information of a handoff, field by field.

use super::Making;
use super::format::{self, File};
use super::values::{maybe_word, short};
use crate::error::Error;
use model::*;
use std::collections::BTreeMap;

const FIELD_TYPES: &[(FieldType, &str)] = &[
    (FieldType::Text, "text"),
    (FieldType::LongText, "long text"),
    (FieldType::Number, "number"),
    (FieldType::DateTime, "date"),
    (FieldType::Choice, "choice"),
    (FieldType::MultiChoice, "choices"),
    (FieldType::Role, "role"),
    (FieldType::Link, "link"),
    (FieldType::Checklist, "checklist"),
    (FieldType::YesNo, "yes/no"),
];

impl Making {
    /// Handoffs name templates, and templates name steps: their ids come first.
    pub(super) fn name_templates(&mut self, file: &File) -> Result<(), Error> {
        for (at, it) in file.templates.0.iter().enumerate() {
            let path = format!("templates[{at}]");
            let id = self.fresh(&path);
            if self.templates.insert(it.id.clone(), id).is_some() {
                return Err(Error::Twice { path, what: "template", name: short(&it.id) });
            }
        }
        Ok(())
    }

    /// Templates are shared by the states of a process: what their fields are used by is a step of
    /// the last one.
    pub(super) fn templates(&mut self, file: &File) -> Result<(), Error> {
        for (at, it) in file.templates.0.iter().enumerate() {
            let path = format!("templates[{at}]");
            let Some(id) = self.templates.get(&it.id).copied() else { continue };
            let mut fields = Vec::new();
            let mut keys = Keys::default();
            for (at, field) in it.fields.0.iter().enumerate() {
                let made = self.field(field, &format!("{path}.fields[{at}]"))?;
                let key = keys.unlike(&made.key);
                fields.push(TemplateField { key, ..made });
            }
            let (name, preset) = (it.name.clone(), it.preset.clone());
            self.put(Template { id, name, preset, fields, ..Template::default() });
        }
        Ok(())
    }

    fn field(&self, it: &format::Field, path: &str) -> Result<TemplateField, Error> {
        let spelled = |wanted: FieldType| {
            FIELD_TYPES.iter().find(|(it, _)| *it == wanted).map_or("", |(_, word)| word)
        };
        let all: Vec<FieldType> = FIELD_TYPES.iter().map(|(it, _)| *it).collect();
        let field_type = maybe_word(&it.field_type, &format!("{path}.type"), &all, spelled)?;
        let used_by = match &it.used_by {
            Some(code) => Some(self.step(code, &format!("{path}.used_by"))?.0),
            None => None,
        };
        Ok(TemplateField {
            key: if it.key.is_empty() { key_of(&it.label) } else { it.key.clone() },
            group: it.group.clone(),
            label: it.label.clone(),
            help: it.help.clone(),
            field_type: field_type.unwrap_or_default(),
            choices: it.choices.0.clone(),
            required: it.required,
            required_if: String::new(),
            source: it.source.clone(),
            provided_by: self.role(&it.provided_by, &format!("{path}.provided_by"))?,
            used_by,
            example: it.example.clone(),
            validation: it.validation.clone(),
            sensitive: it.sensitive,
        })
    }
}

/// The keys of a template so far, and how often each was asked for.
#[derive(Default)]
struct Keys(BTreeMap<String, u32>);

impl Keys {
    /// The key, with a number behind it where another field has it already.
    fn unlike(&mut self, key: &str) -> String {
        let mut made = key.to_owned();
        while self.0.contains_key(&made) {
            let asked = self.0.entry(key.to_owned()).or_insert(1);
            *asked += 1;
            made = format!("{key}_{asked}");
        }
        self.0.insert(made.clone(), 1);
        made
    }
}

/// The word that a field is known by where the file says none: `go-live date` is `go_live_date`.
fn key_of(label: &str) -> String {
    let letters = label.chars().flat_map(char::to_lowercase);
    let words: String = letters.map(|it| if it.is_alphanumeric() { it } else { ' ' }).collect();
    words.split_whitespace().collect::<Vec<_>>().join("_")
}
