//! The registers of an engagement as data: one table for each kind of thing, with typed cells, in
//! English or German. Written as an XLSX workbook, as CSV, and as JSON.

mod about;
mod agreed;
mod archive;
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
mod scope;
mod service;
mod states;
mod templates;
mod value;
mod words;
mod xlsx;

pub use about::About;
pub use archive::csv_files;
pub(crate) use archive::zipped;
pub use csv::csv;
pub use json::json;
pub use value::{Kind, Value};
pub use xlsx::xlsx;

use crate::{Error, Settings};
use analysis::{Figures, Language};
use case::Case;
use model::{Document, StateId, TeamId};
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
    /// Only what this team gives, receives and does. Nothing is left out for one that is gone.
    pub team: Option<TeamId>,
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
    of_all(std::slice::from_ref(source), language)
}

/// The registers of the states of a pack, in its language: where it has several, each row of a
/// state begins with its name.
///
/// # Errors
/// [`Error::NoSuchState`] without any state.
pub(crate) fn of_pack(document: &Document, settings: &Settings) -> Result<Registers, Error> {
    let choice = &settings.choice;
    let states = crate::drawn::states(document, choice);
    let figures: Vec<Figures> =
        states.iter().map(|state| analysis::figures(document, *state)).collect();
    let (day, version) = (settings.day.as_str(), choice.version.as_str());
    let source =
        |(state, figures)| Source { document, state, figures, day, version, team: choice.team };
    let sources: Vec<Source> = states.iter().copied().zip(&figures).map(source).collect();
    of_all(&sources, crate::drawn::language(choice.language))
}

fn of_all(sources: &[Source], language: Language) -> Result<Registers, Error> {
    let words = Words::of(language);
    let mut cases = Vec::new();
    for source in sources {
        let state = source.document.state(source.state);
        let state = state.ok_or(Error::NoSuchState(source.state))?;
        cases.push(Case::new(source, state, language, &words));
    }
    let (Some(source), Some(first)) = (sources.first(), cases.first()) else {
        return Err(Error::NoSuchState(StateId::default()));
    };
    let mut all = states::together(&cases, of_state);
    // A table without handoffs or steps says that there are none; of everything else, so does
    // no table.
    all.retain(|it| ["handoffs", "steps"].contains(&it.key) || !it.rows.is_empty());
    let yes_no = ["yes", "no"].map(|it| words.word("yesNo", it).to_owned());
    let mut about = about::about(first, source, &all);
    states::name_all(&mut about, &cases);
    Ok(Registers { about, all, yes_no })
}

/// Every register of a state, the same ones in the same order for each.
fn of_state(case: &Case) -> Vec<Register> {
    let mut all = vec![
        handoffs::handoffs(case),
        map::steps(case),
        map::connectors(case),
        map::stages(case),
        agreed::criteria(case),
        agreed::raci(case),
        service::slas(case),
        service::pauses(case),
        service::escalations(case),
        service::promises(case),
        templates::templates(case),
        templates::fields(case),
        room::pain_points(case),
        room::ideas(case),
    ];
    all.extend(room::notes(case));
    all.extend([
        plan::actions(case),
        plan::findings(case),
        figures::figures(case),
        people::teams(case),
        people::roles(case),
        people::calendars(case),
        people::special_days(case),
    ]);
    all
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
