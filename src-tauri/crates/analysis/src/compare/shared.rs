//! Records that no state owns, told in words: what each is called, and field by field what is
//! otherwise. What a single field is called stands in `shared_words.rs`.

use super::delta::fields;
use super::shared_words as own;
use super::shown::{Detail, Fate};
use super::since::SharedChange;
use super::values::{NOTHING, Reader};
use super::{Side, words};
use crate::findings::names;
use crate::language::Language;
use model::*;
use serde_json::Value;

/// Longest text of a record in a list, in characters.
const BRIEF: usize = 90;

/// A document as it was and as it is, and the language it is told in.
pub(super) struct Shared<'a> {
    pub before: &'a Document,
    pub after: &'a Document,
    pub language: Language,
}

impl Shared<'_> {
    pub(super) fn made(&self, record: &Record) -> SharedChange {
        self.apart(record, self.after, Fate::Added)
    }

    pub(super) fn gone(&self, record: &Record) -> SharedChange {
        self.apart(record, self.before, Fate::Removed)
    }

    fn apart(&self, record: &Record, document: &Document, fate: Fate) -> SharedChange {
        let (id, kind) = (record.id(), record.kind());
        let title = title(document, record, self.language);
        SharedChange { id, kind, fate, title, details: Vec::new() }
    }

    /// Nothing where there is nothing to say.
    pub(super) fn changed(&self, was: Record, is: &Record) -> Option<SharedChange> {
        let details = self.details(was, is);
        let change = self.apart(is, self.after, Fate::Changed);
        (!details.is_empty()).then_some(SharedChange { details, ..change })
    }

    /// The fields that differ.
    pub(super) fn details(&self, was: Record, is: &Record) -> Vec<Detail> {
        let kind = is.kind();
        let mut told: Vec<Detail> = fields(was, is.clone())
            .into_iter()
            .filter_map(|change| {
                let label = own::field(kind, &change.field, self.language)?;
                let before = self.say(self.before, kind, &change.field, &change.before);
                let after = self.say(self.after, kind, &change.field, &change.after);
                let (before, after) = match (&change.before, &change.after) {
                    (Value::Array(old), Value::Array(new)) if before == after => {
                        // One of them says something else that a list has no room for.
                        let count = |it: &Vec<Value>| own::entries(it.len(), self.language);
                        (count(old), format!("{}, {}", count(new), own::otherwise(self.language)))
                    }
                    _ => (before, after),
                };
                Some(Detail { field: change.field, label: label.to_owned(), before, after })
            })
            .collect();
        told.sort_by_key(|it| words::rank(&it.field));
        told
    }

    pub(super) fn say(
        &self,
        document: &Document,
        kind: Kind,
        field: &str,
        value: &Value,
    ) -> String {
        let state = document.states().next().map(|it| it.id).unwrap_or_default();
        let clock = document.process_of(state).map(|it| it.clock).unwrap_or_default();
        let reader = Reader { side: Side { document, state }, clock, language: self.language };
        let nothing = || NOTHING.to_owned();
        match value {
            // Nobody reads a picture by its letters.
            Value::String(it) if (kind, field) == (Kind::Picture, "png") => {
                names::number(it.len() as f64 * 0.75 / 1000.0, 0, self.language) + " KB"
            }
            Value::Null => nothing(),
            Value::String(it) if it.is_empty() => nothing(),
            Value::Array(all) if all.is_empty() => nothing(),
            Value::Array(all) if field == "windows" => own::week(all, self.language),
            Value::Array(all) if kind == Kind::MeasurementRun => {
                own::entries(all.len(), self.language)
            }
            Value::Array(all) if !is_read_elsewhere(kind, field) => {
                let each = all.iter().map(|it| self.say(document, kind, field, it));
                each.collect::<Vec<_>>().join(", ")
            }
            Value::Number(number) => {
                let id = RecordId(number.as_u64().unwrap_or_default());
                match refers_to(kind, field) {
                    Some(to) => document
                        .record_of(to, id)
                        .map_or_else(nothing, |it| title(document, &it, self.language)),
                    None => self.number(&reader, field, number.as_i64().unwrap_or_default()),
                }
            }
            Value::Object(body) => match field {
                "about" => own::target(body)
                    .and_then(|(kind, id)| document.record_of(kind, id))
                    .map_or_else(nothing, |it| title(document, &it, self.language)),
                "clock" => own::clock(body, self.language),
                "rules" => own::text(body, "rule"),
                "specialDays" => own::special_day(body),
                "place" => own::somewhere(self.language).to_owned(),
                _ => reader.say(field, value),
            },
            Value::String(word) => match own::value(field, word, self.language) {
                Some(said) => said.to_owned(),
                None => reader.say(field, value),
            },
            _ => reader.say(field, value),
        }
    }

    fn number(&self, reader: &Reader, field: &str, number: i64) -> String {
        match field {
            "work" => names::duration(number, Clock { minutes_per_day: u16::MAX, ..reader.clock }),
            "productiveMinutesPerDay" => {
                names::duration(number, Clock { minutes_per_day: 1440, ..reader.clock })
            }
            "volumePerThousandDays" => {
                let decimals = if number % 1000 == 0 { 0 } else { 2 };
                names::number(number as f64 / 1000.0, decimals, self.language)
            }
            "horizonDays" => match number {
                0 => NOTHING.to_owned(),
                days => own::days(days, self.language),
            },
            "severity" if number == 0 => NOTHING.to_owned(),
            "colour" => (number + 1).to_string(),
            _ => reader.say(field, &Value::from(number)),
        }
    }
}

/// Lists that are read as they are where states are compared.
fn is_read_elsewhere(kind: Kind, field: &str) -> bool {
    matches!(kind, Kind::Sla) || (kind == Kind::Template && field == "fields")
}

/// The kind of record that a number in this field is the id of.
fn refers_to(kind: Kind, field: &str) -> Option<Kind> {
    Some(match (kind, field) {
        (_, "calendar") => Kind::Calendar,
        (Kind::Role, "team") => Kind::Team,
        (Kind::Action, "answers") => Kind::PainPoint,
        (Kind::Action, "after") => Kind::Action,
        (Kind::Action | Kind::Template | Kind::Sla, "owner") => Kind::Role,
        (Kind::Note, "state") => Kind::State,
        (Kind::MeasurementRun, "handoff") => Kind::Handoff,
        _ => return None,
    })
}

/// What a record is called, or the beginning of what it says.
pub(super) fn title(document: &Document, record: &Record, language: Language) -> String {
    let said = match record {
        Record::Engagement(it) => it.title.clone(),
        Record::Process(it) => it.name.clone(),
        Record::State(it) => it.name.clone(),
        Record::Team(it) => names::team(it, language).to_owned(),
        Record::Role(it) => it.name.clone(),
        Record::Calendar(it) => it.name.clone(),
        Record::Sla(it) if it.name.is_empty() => it.kind_of.word().to_owned(),
        Record::Sla(it) => it.name.clone(),
        Record::Template(it) => it.name.clone(),
        Record::Stage(it) => it.name.clone(),
        Record::PainPoint(it) => it.text.clone(),
        Record::Idea(it) => it.text.clone(),
        Record::Action(it) => it.text.clone(),
        Record::Note(it) => it.text.clone(),
        Record::Waiver(it) => format!("{}: {}", own::rule_of(&it.finding), it.reason),
        Record::MeasurementRun(it) => {
            let handoff = document.handoff(it.handoff);
            handoff.map_or_else(|| it.source.clone(), |it| names::handoff(document, it, language))
        }
        Record::Step(it) => names::step(document, it, language),
        Record::Connector(it) => names::connector(document, it, language),
        Record::Handoff(it) => names::handoff(document, it, language),
        Record::Lane(it) => document
            .team(it.team)
            .map_or(NOTHING.to_owned(), |it| names::team(it, language).to_owned()),
        Record::Criterion(it) => it.text.clone(),
        Record::Picture(it) => it.name.clone(),
        Record::RaciAssignment(it) => {
            let (kind, id) = it.row.reference();
            let row = document.record_of(kind, id);
            let row = row.map_or(NOTHING.to_owned(), |it| title(document, &it, language));
            let role = document.role(it.role).map(|it| it.name.as_str()).unwrap_or(NOTHING);
            format!("{row}: {role}")
        }
    };
    let said = said.split_whitespace().collect::<Vec<_>>().join(" ");
    match said.char_indices().nth(BRIEF) {
        _ if said.is_empty() => NOTHING.to_owned(),
        Some((at, _)) => format!("{}…", said.get(..at).unwrap_or_default().trim_end()),
        None => said,
    }
}
