//! The registers of an engagement as data: one table for each kind of thing, with typed cells, in
//! English or German. Written as an XLSX workbook, as CSV, and as JSON.

mod about;
mod agreed;
mod case;
mod codes;
mod csv;
mod de;
mod en;
mod figures;
mod handoffs;
mod json;
mod map;
mod people;
mod plan;
mod room;
mod service;
mod templates;
mod value;
mod words;
mod xlsx;

pub use about::About;
pub use csv::csv;
pub use json::json;
pub use value::{Kind, Value};
pub use xlsx::xlsx;

use crate::Error;
use analysis::{Figures, Language};
use case::Case;
use model::{Document, StateId};
use words::Words;

/// What registers are made from.
#[derive(Clone, Copy)]
pub struct Source<'a> {
    /// The engagement.
    pub document: &'a Document,
    /// The state they are of. Teams, roles, templates and what the room said are of all states.
    pub state: StateId,
    /// Its figures.
    pub figures: &'a Figures,
    /// The day they are made on, `YYYY-MM-DD`: what is late is late by it.
    pub day: &'a str,
    /// The version to name, if there is one.
    pub version: &'a str,
}

/// One column of a register.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Column {
    /// The same in every language, and unique in its register.
    pub key: String,
    /// What people read, without the unit.
    pub title: String,
    /// What it holds.
    pub kind: Kind,
}

/// One table.
#[derive(Clone, Debug, PartialEq)]
pub struct Register {
    /// The same in every language.
    pub key: &'static str,
    /// What people read.
    pub title: String,
    /// Its columns.
    pub columns: Vec<Column>,
    /// Its rows, each as long as there are columns.
    pub rows: Vec<Vec<Value>>,
}

/// The registers of a state, and what the first sheet says about them.
#[derive(Clone, Debug, PartialEq)]
pub struct Registers {
    /// Whose they are.
    pub about: About,
    /// Handoffs and steps, and whatever else is not empty.
    pub all: Vec<Register>,
    /// Yes and no, in the language of the rest.
    pub yes_no: [String; 2],
}

/// The registers of a state in a language.
///
/// # Errors
/// [`Error::NoSuchState`].
pub fn registers(source: &Source, language: Language) -> Result<Registers, Error> {
    let state = source.document.state(source.state).ok_or(Error::NoSuchState(source.state))?;
    let words = Words::of(language);
    let case = Case::new(source, state, language, &words);
    let mut all = vec![handoffs::handoffs(&case), map::steps(&case)];
    let mut others = vec![
        map::connectors(&case),
        map::stages(&case),
        agreed::criteria(&case),
        agreed::raci(&case),
        service::slas(&case),
        service::pauses(&case),
        service::escalations(&case),
        service::promises(&case),
        templates::templates(&case),
        templates::fields(&case),
        room::pain_points(&case),
        room::ideas(&case),
    ];
    others.extend(room::notes(&case));
    others.extend([
        plan::actions(&case),
        plan::findings(&case),
        figures::figures(&case),
        people::teams(&case),
        people::roles(&case),
        people::calendars(&case),
        people::special_days(&case),
    ]);
    all.extend(others.into_iter().filter(|it| !it.rows.is_empty()));
    let yes_no = ["yes", "no"].map(|it| words.word("yesNo", it).to_owned());
    Ok(Registers { about: about::about(&case, source, &all), all, yes_no })
}

impl Column {
    /// What stands over the column where people read it: its title, and the unit of its numbers.
    pub fn heading(&self) -> String {
        match self.kind.unit() {
            Some(unit) => format!("{} ({unit})", self.title),
            None => self.title.clone(),
        }
    }
}

#[cfg(test)]
mod tests;
