//! A field of a preset in both languages, written as one chain of words.

use crate::language::Language;
use model::{FieldType, TemplateField};

/// Where a field stands in the catalogue of domain.md 4.2.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Group {
    Identity,
    Situation,
    Background,
    Assessment,
    Request,
    Actions,
    Contingency,
    Inputs,
    Facts,
    Criteria,
    Acceptance,
    Contacts,
}

impl Group {
    fn name(self, language: Language) -> &'static str {
        let (english, german) = match self {
            Group::Identity => ("Identity", "Vorgang"),
            Group::Situation => ("Situation", "Lage"),
            Group::Background => ("Background", "Vorgeschichte"),
            Group::Assessment => ("Assessment", "Einschätzung"),
            Group::Request => ("Request", "Auftrag"),
            Group::Actions => ("Actions", "Offene Aufgaben"),
            Group::Contingency => ("Contingency", "Für den Fall, dass"),
            Group::Inputs => ("Inputs", "Unterlagen"),
            Group::Facts => ("Facts", "Fakten"),
            Group::Criteria => ("Criteria", "Kriterien"),
            Group::Acceptance => ("Acceptance", "Annahme"),
            Group::Contacts => ("Contacts", "Kontakte"),
        };
        language.pick(english, german)
    }
}

/// The same text in English and in German.
type Both = [&'static str; 2];

const NOTHING: Both = ["", ""];

/// A field in both languages.
#[derive(Clone, Copy, Debug)]
pub(super) struct Field {
    key: &'static str,
    group: Group,
    kind: FieldType,
    label: Both,
    help: Both,
    example: Both,
    validation: Both,
    source: Both,
    condition: Both,
    choices: [&'static [&'static str]; 2],
    required: bool,
    sensitive: bool,
}

/// A field with its label and how to fill it.
pub(super) const fn field(
    group: Group,
    key: &'static str,
    kind: FieldType,
    label: Both,
    help: Both,
) -> Field {
    Field {
        key,
        group,
        kind,
        label,
        help,
        example: NOTHING,
        validation: NOTHING,
        source: NOTHING,
        condition: NOTHING,
        choices: [&[], &[]],
        required: false,
        sensitive: false,
    }
}

impl Field {
    /// Not released without it; `validation` says what makes it valid.
    pub(super) const fn required(self, validation: Both) -> Field {
        Field { required: true, validation, ..self }
    }

    /// Asked for only when this holds.
    pub(super) const fn only_if(self, condition: Both) -> Field {
        Field { condition, ..self }
    }

    pub(super) const fn example(self, example: Both) -> Field {
        Field { example, ..self }
    }

    /// The system it comes from.
    pub(super) const fn from(self, source: Both) -> Field {
        Field { source, ..self }
    }

    pub(super) const fn choices(
        self,
        english: &'static [&'static str],
        german: &'static [&'static str],
    ) -> Field {
        Field { choices: [english, german], ..self }
    }

    /// Personal or confidential.
    pub(super) const fn sensitive(self) -> Field {
        Field { sensitive: true, ..self }
    }

    pub(super) fn group(&self) -> Group {
        self.group
    }

    /// As a record has it.
    pub(super) fn record(&self, language: Language) -> TemplateField {
        let say = |both: Both| language.pick(both[0], both[1]).to_owned();
        let choices = language.pick(self.choices[0], self.choices[1]);
        TemplateField {
            key: self.key.to_owned(),
            group: self.group.name(language).to_owned(),
            label: say(self.label),
            help: say(self.help),
            field_type: self.kind,
            choices: choices.iter().map(|it| (*it).to_owned()).collect(),
            required: self.required,
            required_if: say(self.condition),
            source: say(self.source),
            provided_by: None,
            used_by: None,
            example: say(self.example),
            validation: say(self.validation),
            sensitive: self.sensitive,
        }
    }
}
