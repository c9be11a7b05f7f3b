//! What leaves the desk as a file, and the one table that comes in.

use super::Desk;
use crate::Failure;
use crate::api::{AgendaExported, Exported, MeasuredFile, PackPageShown, Reply, TextForm};
use crate::exporting::Exporting;
use crate::failure::nothing_open;
use crate::laying::{LayOut, Laying};
use crate::outside::{Agenda, AgendaWritten, Outside};
use crate::packs;
use crate::play::Job;
use crate::today::today;
use model::{PackChoice, PackForm};
use std::path::PathBuf;

impl Desk {
    pub(super) fn attainment(
        &self,
        path: Option<String>,
        outside: &mut dyn Outside,
    ) -> Result<Reply, Failure> {
        let session = self.session.as_ref().ok_or_else(nothing_open)?;
        let chosen = path.map(PathBuf::from).or_else(|| outside.choose_table());
        let Some(path) = chosen else { return Ok(Reply::Cancelled) };
        let items = outside.measured(&path)?;
        Ok(Reply::Attainment(MeasuredFile {
            name: crate::name_of(&path),
            items: u32::try_from(items.len()).unwrap_or(u32::MAX),
            measured: session.measured(&items),
        }))
    }

    pub(super) fn save_text(
        &mut self,
        name: &str,
        form: TextForm,
        text: &str,
        path: Option<String>,
        outside: &mut dyn Outside,
    ) -> Result<Reply, Failure> {
        let ending = form.ending();
        let suggestion = format!("{}.{ending}", crate::file_name(name));
        let chosen = path.map(PathBuf::from).or_else(|| outside.choose_save(&suggestion, ending));
        let Some(path) = chosen else { return Ok(Reply::Cancelled) };
        outside.write_text(text, &path)?;
        self.exported.add(path.clone());
        let path = path.display().to_string();
        Ok(Reply::Exported(Exported { path, pages: 0, warnings: Vec::new() }))
    }

    pub(super) fn export_minutes(
        &mut self,
        path: Option<String>,
        outside: &mut dyn Outside,
    ) -> Result<Reply, Failure> {
        let session = self.session.as_ref().ok_or_else(nothing_open)?;
        let suggestion = format!("{}.md", crate::name_of(session.path()));
        let chosen = path.map(PathBuf::from).or_else(|| outside.choose_save(&suggestion, "md"));
        let Some(path) = chosen else { return Ok(Reply::Cancelled) };
        outside.export_minutes(&session.document(), &path)?;
        self.exported.add(path.clone());
        let path = path.display().to_string();
        Ok(Reply::Exported(Exported { path, pages: 0, warnings: Vec::new() }))
    }

    pub(super) fn export_agenda(
        &mut self,
        path: Option<String>,
        outside: &mut dyn Outside,
    ) -> Result<Reply, Failure> {
        let session = self.session.as_ref().ok_or_else(nothing_open)?;
        let suggestion = format!("{}.ics", crate::name_of(session.path()));
        let chosen = path.map(PathBuf::from).or_else(|| outside.choose_save(&suggestion, "ics"));
        let Some(path) = chosen else { return Ok(Reply::Cancelled) };
        let (document, key, day) = (session.document(), session.key(), today());
        let agenda = Agenda { document: &document, key: &key, day: &day, language: self.language };
        let AgendaWritten { entries, undated } = outside.export_agenda(&agenda, &path)?;
        let count = |it| u32::try_from(it).unwrap_or(u32::MAX);
        let (entries, undated) = (count(entries), count(undated));
        self.exported.add(path.clone());
        let path = path.display().to_string();
        Ok(Reply::AgendaExported(AgendaExported { path, entries, undated }))
    }

    /// The pages of a pack as a job; the same request again takes its place.
    pub(super) fn pack_pages(
        &mut self,
        choice: Option<PackChoice>,
        lay_out: &LayOut,
    ) -> Result<Job, Failure> {
        let session = self.session.as_mut().ok_or_else(nothing_open)?;
        let document = session.document();
        let choice = choice.unwrap_or_else(|| packs::last(&document, self.language));
        let history = packs::history(session);
        let revision = session.revision();
        let laying = Laying::new(&self.pack, lay_out, choice, history, revision);
        Ok(Job::laying(document, laying))
    }

    pub(super) fn pack_page(&mut self, page: usize) -> Result<PackPageShown, Failure> {
        let (shapes, windows) = self.pack.page(page).ok_or_else(|| Failure {
            code: "noSuchPage".to_owned(),
            message: "The pack has no such page any more.".to_owned(),
            hint: "It is laid out anew after each edit.".to_owned(),
            ids: Vec::new(),
            unread: None,
        })?;
        Ok(PackPageShown { page, shapes, windows })
    }

    /// A pack as a file, as a job; where it goes is asked first.
    pub(super) fn export(
        &mut self,
        path: Option<String>,
        choice: Option<PackChoice>,
        form: PackForm,
        outside: &mut dyn Outside,
    ) -> Result<Job, Failure> {
        let session = self.session.as_mut().ok_or_else(nothing_open)?;
        let ending = form.ending();
        // Forms and registers beside the pack, never over it.
        let what = match form {
            PackForm::Forms => " forms",
            PackForm::FormsOnPaper => " forms for paper",
            PackForm::Workbook | PackForm::Csv | PackForm::Json => " registers",
            PackForm::MapsAsShapes | PackForm::MapsAsPictures => " maps",
            _ => "",
        };
        let suggestion = format!("{}{what}.{ending}", crate::name_of(session.path()));
        let chosen = path.map(PathBuf::from).or_else(|| outside.choose_save(&suggestion, ending));
        let document = session.document();
        let Some(path) = chosen else { return Ok(Job::cancelled(document)) };
        let choice = choice.unwrap_or_else(|| packs::last(&document, self.language));
        let history = packs::history(session);
        // A pack is a promise to a client: the file remembers what it was made from, which is how
        // it is now, whatever is edited until the pack is written. A file that cannot be written to
        // has its pack all the same.
        let _ = session.name_version(&crate::name_of(&path));
        let how = (choice, form, history);
        let write = outside.write_pack();
        let exporting = Exporting::new(&self.exported, &self.pack, write, path, how);
        Ok(Job::exporting(document, exporting))
    }
}
