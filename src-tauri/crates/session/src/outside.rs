//! What a desk cannot do by itself, and what it hands over to have it done.

use crate::Failure;
use crate::api::{PackLine, PackSheet, PackWindow};
use crate::exporting::WritePack;
use crate::laying::LayOut;
use model::{Document, MeasuredItem, PackChoice, PackForm};
use scene::{Language, Shape};
use std::path::{Path, PathBuf};

/// A pack to be made.
pub struct Asked<'a> {
    /// All records.
    pub document: &'a Document,
    /// How it is made.
    pub choice: &'a PackChoice,
    /// As what.
    pub form: PackForm,
    /// The versions before it: what each is called, and when in seconds since 1970.
    pub history: Vec<(String, i64)>,
}

/// The pages of a pack.
pub struct PackPages {
    /// In order.
    pub pages: Vec<PackPage>,
    /// What is where.
    pub outline: Vec<PackLine>,
    /// What the reader will miss, one sentence each.
    pub warnings: Vec<String>,
}

/// One page.
pub struct PackPage {
    /// What it is and how large.
    pub sheet: PackSheet,
    /// What is painted on it.
    pub shapes: Vec<Shape>,
    /// What of some of that is seen.
    pub windows: Vec<PackWindow>,
}

/// What a calendar file is made of.
pub struct Agenda<'a> {
    /// All records.
    pub document: &'a Document,
    /// What names the document wherever its file goes.
    pub key: &'a str,
    /// Today, `YYYY-MM-DD`.
    pub day: &'a str,
    /// The language of the words that are not the room's.
    pub language: Language,
}

/// A calendar file on disk.
pub struct AgendaWritten {
    /// How many days are in it.
    pub entries: usize,
    /// Actions that have no day.
    pub undated: usize,
}

/// A pack on disk.
pub struct Written {
    /// How many pages it has.
    pub pages: u32,
    /// What a reader will miss, one sentence each.
    pub warnings: Vec<String>,
}

/// What the kernel cannot do by itself: dialogs, the sample, the pack.
pub trait Outside {
    /// Asks for an existing file.
    fn choose_open(&mut self) -> Option<PathBuf>;
    /// Asks where to save; `suggestion` is a file name with its ending.
    fn choose_save(&mut self, suggestion: &str, ending: &str) -> Option<PathBuf>;
    /// The sample engagement.
    ///
    /// # Errors
    /// It cannot be read.
    fn sample(&mut self) -> Result<Document, Failure>;
    /// What makes a pack and writes it. It is run beside the desk.
    fn write_pack(&self) -> WritePack;
    /// What lays out the pages of a pack, for a preview. It is run beside the desk.
    fn lay_out(&self) -> LayOut;
    /// A picture in base64 as one that a document keeps.
    ///
    /// # Errors
    /// It is no picture, or too large.
    fn logo(&mut self, file: &str) -> Result<String, Failure>;
    /// Writes the minutes.
    ///
    /// # Errors
    /// They cannot be written.
    fn export_minutes(&mut self, document: &Document, to: &Path) -> Result<(), Failure>;
    /// Writes the days of the plan as a calendar file.
    ///
    /// # Errors
    /// It cannot be written.
    fn export_agenda(&mut self, agenda: &Agenda<'_>, to: &Path) -> Result<AgendaWritten, Failure>;
    /// Asks for an existing table.
    fn choose_table(&mut self) -> Option<PathBuf>;
    /// Reads a table of measured items.
    ///
    /// # Errors
    /// It cannot be read.
    fn measured(&mut self, from: &Path) -> Result<Vec<MeasuredItem>, Failure>;
    /// Writes a text.
    ///
    /// # Errors
    /// It cannot be written.
    fn write_text(&mut self, text: &str, to: &Path) -> Result<(), Failure>;
    /// Shows a file in the system's viewer.
    ///
    /// # Errors
    /// There is none.
    fn show(&mut self, path: &Path) -> Result<(), Failure>;
}
