//! Templates: the information that has to be there when work is passed on (domain.md 4.2).

use super::frame::names;
use super::{Entity, Kind, Release, first_bad};
use crate::id::*;
use crate::text::{LIST, is_day, is_name, is_note};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// What a template field holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS, Default)]
#[serde(rename_all = "camelCase")]
#[ts(export_to = "contract.ts")]
#[allow(missing_docs)]
pub enum FieldType {
    #[default]
    Text,
    LongText,
    Number,
    DateTime,
    Choice,
    MultiChoice,
    Role,
    Link,
    Checklist,
    YesNo,
}

/// One field of a template (domain.md 4.2).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS, Default)]
#[serde(rename_all = "camelCase", default, deny_unknown_fields)]
#[ts(export_to = "contract.ts")]
pub struct TemplateField {
    /// Stable name within the template.
    pub key: String,
    /// The group it stands in.
    pub group: String,
    /// What is written before it.
    pub label: String,
    /// How to fill it.
    pub help: String,
    /// What it holds.
    pub field_type: FieldType,
    /// The choices, where it is a choice or a checklist.
    pub choices: Vec<String>,
    /// Not released without it.
    pub required: bool,
    /// Required only if this holds.
    pub required_if: String,
    /// The system it comes from.
    pub source: String,
    /// Who fills it.
    pub provided_by: Option<RoleId>,
    /// The step that needs it.
    pub used_by: Option<StepId>,
    /// An example.
    pub example: String,
    /// What makes it valid.
    pub validation: String,
    /// Personal or confidential.
    pub sensitive: bool,
}

/// A set of required information; a form.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS, Default)]
#[serde(rename_all = "camelCase", default, deny_unknown_fields)]
#[ts(export_to = "contract.ts")]
pub struct Template {
    /// Its id.
    pub id: TemplateId,
    /// What it is called.
    pub name: String,
    /// The preset it was made from.
    pub preset: String,
    /// Its fields, in order.
    pub fields: Vec<TemplateField>,
    /// Who keeps it up to date.
    pub owner: Option<RoleId>,
    /// Which version of it counts.
    pub version: String,
    /// When it is looked at again, `YYYY-MM-DD`.
    pub review_date: String,
}

impl Entity for Template {
    fn references(&self, visit: &mut dyn FnMut(Kind, RecordId)) {
        if let Some(owner) = self.owner {
            visit(Kind::Role, owner.into());
        }
        for field in &self.fields {
            if let Some(role) = field.provided_by {
                visit(Kind::Role, role.into());
            }
            if let Some(step) = field.used_by {
                visit(Kind::Step, step.into());
            }
        }
    }
    fn release(&mut self, gone: RecordId) -> Release {
        let mut answer = Release::Untouched;
        if self.owner.map(RecordId::from) == Some(gone) {
            self.owner = None;
            answer = Release::Loosened;
        }
        for field in &mut self.fields {
            if field.provided_by.map(RecordId::from) == Some(gone) {
                field.provided_by = None;
                answer = Release::Loosened;
            }
            if field.used_by.map(RecordId::from) == Some(gone) {
                field.used_by = None;
                answer = Release::Loosened;
            }
        }
        answer
    }
    fn renumber(&mut self, to: &dyn Fn(RecordId) -> RecordId) {
        self.owner = self.owner.map(|id| to(id.into()).into());
        for field in &mut self.fields {
            field.provided_by = field.provided_by.map(|id| to(id.into()).into());
            field.used_by = field.used_by.map(|id| to(id.into()).into());
        }
    }
    fn out_of_bounds(&self) -> Option<&'static str> {
        first_bad(&[
            ("name", is_name(&self.name)),
            ("preset", is_name(&self.preset)),
            ("version", is_name(&self.version)),
            ("reviewDate", is_day(&self.review_date)),
            (
                "fields",
                self.fields.len() <= LIST
                    && self.fields.iter().all(|f| {
                        [&f.key, &f.group, &f.label, &f.source, &f.example, &f.required_if]
                            .into_iter()
                            .all(|text| is_name(text))
                            && is_note(&f.help)
                            && is_note(&f.validation)
                            && names(&f.choices)
                    }),
            ),
        ])
    }
}
