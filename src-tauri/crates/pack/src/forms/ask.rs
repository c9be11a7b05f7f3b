//! One field of a form: what is written before it, and how it is answered.

use super::FormSetting;
use super::words::Words;
use crate::paint::can_be_filled_in;
use model::{Document, FieldType, TemplateField};

/// Characters that a number and a date need at most.
const NUMBER: u16 = 24;
const DATE: u16 = 32;
/// Lines to fill in where nobody said yet what is to be ticked.
const LINES: usize = 3;
/// Characters that a reader shows of a tooltip without making it a page.
const SAID: usize = 600;

/// How a field is answered.
#[derive(Clone, Debug, PartialEq)]
pub enum Ask {
    /// One line of text.
    Line {
        /// Characters at most.
        most: Option<u16>,
        /// What goes in is short.
        narrow: bool,
    },
    /// Several lines of text.
    Area,
    /// One of a list that opens.
    Pick(Vec<String>),
    /// Boxes to tick, each with its text.
    Ticks(Vec<String>),
    /// Boxes to tick, each with a line to write its text on.
    Lines(usize),
    /// Yes or no: few boxes to tick in one line.
    YesNo(Vec<String>),
}

/// One field.
#[derive(Clone, Debug)]
pub struct Entry {
    /// What is written before it.
    pub label: String,
    /// Not complete without it.
    pub required: bool,
    /// How to fill it, and who does.
    pub note: String,
    /// What it looks like when it is filled; short.
    pub hint: String,
    /// Whether the hint says how to write a date.
    pub date: bool,
    /// All of this, for a tooltip.
    pub says: String,
    /// What programs know it by.
    pub name: String,
    /// How it is answered.
    pub ask: Ask,
}

impl Entry {
    /// A field of a template.
    pub fn of(
        document: &Document,
        field: &TemplateField,
        name: String,
        setting: &FormSetting,
        words: &Words,
    ) -> Entry {
        let mut labels = [&field.label, &field.key].map(|it| it.trim()).into_iter();
        let label = labels.find(|it| !it.is_empty()).unwrap_or(words.unnamed_field);
        let date = field.field_type == FieldType::DateTime;
        let example = field.example.trim();
        let hint = match (date, example) {
            (true, _) => words.date.to_owned(),
            (false, "") => String::new(),
            (false, example) => format!("{} {example}", words.such_as),
        };
        let note = note(document, field, words);
        Entry {
            label: label.to_owned(),
            required: field.required,
            says: says(label, field, &note, words),
            note: note.join(" · "),
            hint,
            date,
            name,
            ask: ask(field, setting, words),
        }
    }
}

fn note(document: &Document, field: &TemplateField, words: &Words) -> Vec<String> {
    let role = field.provided_by.and_then(|id| document.role(id)).map_or("", |it| it.name.trim());
    let told = |word: &str, said: &str| {
        if said.trim().is_empty() { String::new() } else { format!("{word} {}", said.trim()) }
    };
    // One line after the other makes one text here.
    let help = field.help.split_whitespace().collect::<Vec<_>>().join(" ");
    let mut parts = vec![
        help.trim_end_matches('.').to_owned(),
        told(words.required_if, &field.required_if),
        told(words.provided_by, role),
        told(words.from, &field.source),
    ];
    if field.sensitive {
        parts.push(words.sensitive.to_owned());
    }
    parts.retain(|it| !it.is_empty());
    parts
}

fn says(label: &str, field: &TemplateField, note: &[String], words: &Words) -> String {
    let mut said = label.to_owned();
    if field.required {
        said += &format!(" ({})", words.required);
    }
    let told = |word: &str, what: &str| {
        let what = what.trim();
        if what.is_empty() { String::new() } else { format!("{word}: {what}") }
    };
    let mut more = note.to_vec();
    match field.field_type {
        FieldType::DateTime => more.push(words.date_aloud.to_owned()),
        FieldType::YesNo => more.push(words.tick_for_yes.to_owned()),
        _ => {}
    }
    more.push(told(words.example, &field.example));
    more.push(told(words.valid, &field.validation));
    for part in more.iter().filter(|it| !it.is_empty()) {
        said += if said.ends_with(['.', '?', '!', ':']) { " " } else { ". " };
        said += part;
    }
    shortened(said)
}

fn shortened(said: String) -> String {
    if said.chars().count() <= SAID {
        return said;
    }
    said.chars().take(SAID - 1).chain(['…']).collect()
}

fn ask(field: &TemplateField, setting: &FormSetting, words: &Words) -> Ask {
    let line = |most, narrow| Ask::Line { most, narrow };
    let choices = || -> Vec<String> {
        let all = field.choices.iter().map(|it| it.trim().to_owned());
        all.filter(|it| !it.is_empty()).collect()
    };
    match field.field_type {
        FieldType::Text | FieldType::Link => line(None, false),
        FieldType::Role => line(None, true),
        FieldType::Number => line(Some(NUMBER), true),
        FieldType::DateTime => line(Some(DATE), true),
        FieldType::LongText => Ask::Area,
        FieldType::YesNo if setting.fillable => Ask::YesNo(vec![words.yes.to_owned()]),
        FieldType::YesNo => Ask::YesNo(vec![words.yes.to_owned(), words.no.to_owned()]),
        FieldType::Choice => match choices() {
            none if none.is_empty() => line(None, false),
            // A reader would leave a choice blank for which its font has no letters.
            all if setting.fillable && all.iter().all(|it| can_be_filled_in(it)) => Ask::Pick(all),
            all => Ask::Ticks(all),
        },
        FieldType::MultiChoice | FieldType::Checklist => match choices() {
            none if none.is_empty() => Ask::Lines(LINES),
            all => Ask::Ticks(all),
        },
    }
}
