//! The registers as one JSON file for other programs: `about`, under `columns` for each register
//! what its columns are called and hold, and under `registers` for each a list of objects, one a
//! row.
//!
//! Keys and the codes of closed lists are the same in every language. Times are whole minutes and
//! their keys end in `Minutes`, parts of a whole are numbers where 1 is all of it, days are
//! `YYYY-MM-DD`, and what nobody said is `null`. It is for reading: a `.baton` file is what an
//! engagement is kept and passed on in.

use super::{About, Column, Kind, Register, Registers, Value};
use serde::ser::{Serialize, SerializeMap, Serializer};
use std::collections::BTreeMap;

/// The form of the file; a program that reads one with a higher number may miss something.
const FORM: u32 = 1;

/// The registers as a file, readable line by line.
///
/// # Errors
/// None that a test has not seen: every value has a form in JSON.
pub fn json(registers: &Registers) -> Result<String, crate::Error> {
    let mut text = serde_json::to_string_pretty(&File(registers))
        .map_err(|error| crate::Error::Table(error.to_string()))?;
    text.push('\n');
    Ok(text)
}

struct File<'a>(&'a Registers);

impl Serialize for File<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(None)?;
        map.serialize_entry("form", "baton-registers")?;
        map.serialize_entry("formVersion", &FORM)?;
        map.serialize_entry("about", &Head(&self.0.about))?;
        map.serialize_entry("columns", &Columns(&self.0.all))?;
        map.serialize_entry("registers", &Tables(&self.0.all))?;
        map.end()
    }
}

struct Head<'a>(&'a About);

impl Serialize for Head<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(None)?;
        for (code, _, value) in &self.0.lines {
            map.serialize_entry(code, &Cell(value))?;
        }
        map.serialize_entry("clock", self.0.clock)?;
        map.serialize_entry("minutesPerDay", &self.0.minutes_per_day)?;
        map.end()
    }
}

struct Columns<'a>(&'a [Register]);

impl Serialize for Columns<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_map(self.0.iter().map(|register| {
            let columns = register.columns.iter().map(|column| {
                let entries = [
                    ("key", key(column)),
                    ("title", column.title.clone()),
                    ("holds", holds(column.kind).to_owned()),
                ];
                entries.into_iter().collect::<BTreeMap<_, _>>()
            });
            (register.key, columns.collect::<Vec<_>>())
        }))
    }
}

/// The key of a column, with the unit where it is a time.
fn key(column: &Column) -> String {
    let unit = if column.kind == Kind::Time { "Minutes" } else { "" };
    format!("{}{unit}", column.key)
}

fn holds(kind: Kind) -> &'static str {
    match kind {
        Kind::Text => "text",
        Kind::Number => "number",
        Kind::Percent => "fraction",
        Kind::Time => "minutes",
        Kind::Date => "date",
        Kind::YesNo => "boolean",
        Kind::Mixed => "mixed",
    }
}

struct Tables<'a>(&'a [Register]);

impl Serialize for Tables<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_map(self.0.iter().map(|register| {
            let rows = register.rows.iter();
            (register.key, rows.map(|row| Row(register, row)).collect::<Vec<_>>())
        }))
    }
}

struct Row<'a>(&'a Register, &'a [Value]);

impl Serialize for Row<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let Row(register, cells) = self;
        let cells = register.columns.iter().zip(cells.iter());
        serializer.collect_map(cells.map(|(column, value)| (key(column), Cell(value))))
    }
}

struct Cell<'a>(&'a Value);

impl Serialize for Cell<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self.0 {
            Value::Empty => serializer.serialize_none(),
            Value::Text(text) | Value::Date(text) => serializer.serialize_str(text),
            Value::Word { code, .. } => serializer.serialize_str(code),
            // A count is a whole number to every reader.
            Value::Number(number) if number.fract() == 0.0 && number.abs() < 9e15 => {
                serializer.serialize_i64(*number as i64)
            }
            Value::Number(number) | Value::Percent(number) => serializer.serialize_f64(*number),
            Value::Minutes(minutes) => serializer.serialize_i64(*minutes),
            Value::YesNo(yes) => serializer.serialize_bool(*yes),
            Value::List(values) => serializer.collect_seq(values.iter().map(Cell)),
        }
    }
}
