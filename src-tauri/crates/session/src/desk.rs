//! The desk: answers a view's requests. At most one file is open on it.

use crate::api::{
    AgendaExported, Exported, Failure, MeasuredFile, PackLine, PackPageShown, PackSheet,
    PackWindow, Patch, RecoverBy, Recovered, Reopened, Reply, Request, Started, TextForm,
};
use crate::diagnosis::{self, Log, variant};
use crate::exporting::{Exporting, Exports, WritePack};
use crate::failure::{invalid, nothing_open};
use crate::laying::{LayOut, Laying, Shelf};
use crate::open_now::OpenNow;
use crate::packs;
use crate::placing;
use crate::play::Job;
use crate::recent::Recent;
use crate::remembered::Remembered;
use crate::rescue::{self, Rescue};
use crate::session::Session;
use crate::today::today;
use analysis::simulation;
use model::{Command, Document, MeasuredItem, PackChoice, PackForm, Picture};
use scene::{Language, Shape};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use store::LocalFolder;

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

/// An edit that the open file did not take.
pub struct Unsaved {
    /// What the file is called.
    pub file: String,
    /// This computer has it, and offers it when the file is opened again.
    pub kept: bool,
    /// The language that the window speaks.
    pub language: Language,
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

/// Answers requests, one at a time.
pub struct Desk {
    version: String,
    local: Option<LocalFolder>,
    first: Option<PathBuf>,
    /// Why the first file could not be opened, until the view has been told.
    unopened: Option<Failure>,
    recent: Recent,
    remembered: Remembered,
    open_now: OpenNow,
    /// The open file was open when Baton died, and nobody has been told yet.
    reopened: bool,
    session: Option<Session>,
    /// The file that was refused last.
    refused: Option<Rescue>,
    log: Log,
    exported: Exports,
    pack: Arc<Shelf>,
    language: Language,
}

impl Desk {
    /// A desk with nothing on it. `local` is the app-data folder; `first` is opened at the start.
    pub fn new(version: &str, local: Option<PathBuf>, first: Option<PathBuf>) -> Desk {
        Desk {
            version: version.to_owned(),
            recent: Recent::read(local.as_deref()),
            remembered: Remembered::read(local.as_deref()),
            open_now: OpenNow::in_folder(local.as_deref()),
            reopened: false,
            refused: None,
            log: Log::default(),
            local: local.map(LocalFolder::new),
            first,
            unopened: None,
            session: None,
            exported: Exports::default(),
            pack: Arc::default(),
            language: Language::default(),
        }
    }

    /// The open file.
    pub fn session(&self) -> Option<&Session> {
        self.session.as_ref()
    }

    /// What would be lost or put off if the window closed now.
    pub fn unsaved(&self) -> Option<Unsaved> {
        let session = self.session.as_ref()?;
        let waiting = session.waiting()?;
        let file = crate::name_of(session.path());
        Some(Unsaved { file, kept: waiting.kept, language: self.language })
    }

    /// What takes a while and needs no desk: to be run elsewhere, so that edits need not wait for
    /// it. None is for [`Desk::answer`].
    pub fn job(&mut self, request: &Request, outside: &mut dyn Outside) -> Option<Job> {
        match request {
            Request::PackPages { choice } => {
                self.pack_pages(choice.clone(), &outside.lay_out()).ok()
            }
            Request::ExportPack { path, choice, form } => {
                self.export(path.clone(), choice.clone(), *form, outside).ok()
            }
            _ => self.session.as_mut()?.job(request),
        }
    }

    /// Answers a request. Patches are handed over before the reply that caused them.
    ///
    /// # Errors
    /// What the view has to tell the person.
    pub fn answer(
        &mut self,
        request: Request,
        outside: &mut dyn Outside,
        patches: &mut dyn FnMut(Patch),
    ) -> Result<Reply, Failure> {
        let asked = match &request {
            Request::Apply { command } => format!("Apply {}", variant(command)),
            Request::Preview { .. } | Request::PreviewCapture { .. } | Request::Complete { .. } => {
                String::new()
            }
            other => variant(other),
        };
        let answered = self.answered(request, outside, patches);
        if !asked.is_empty() {
            let ended = answered.as_ref().err().map_or("done", |it| it.code.as_str());
            self.log.note(asked, ended);
        }
        answered
    }

    fn answered(
        &mut self,
        request: Request,
        outside: &mut dyn Outside,
        patches: &mut dyn FnMut(Patch),
    ) -> Result<Reply, Failure> {
        match request {
            Request::Start => Ok(Reply::Started(self.start())),
            Request::NewEngagement { blank, path } => {
                let document = model::blank(&blank).map_err(|error| invalid(&error.to_string()))?;
                self.create(document, &blank.title, path, outside)
            }
            Request::OpenSample { path } => {
                let document = outside.sample()?;
                let title =
                    document.the_engagement().map(|it| it.title.clone()).unwrap_or_default();
                self.create(document, &title, path, outside)
            }
            Request::Open { path } => {
                match path.map(PathBuf::from).or_else(|| outside.choose_open()) {
                    Some(path) => self.open(&path),
                    None => Ok(Reply::Cancelled),
                }
            }
            Request::Rules => Ok(Reply::Rules(analysis::rules().to_vec())),
            Request::Close => {
                self.nothing_waits()?;
                self.close()?;
                Ok(Reply::Done)
            }
            Request::Forget { path } => {
                self.recent.forget(&path);
                Ok(Reply::Done)
            }
            Request::PackPages { choice } => self.pack_pages(choice, &outside.lay_out())?.run(),
            Request::PackPage { page } => Ok(Reply::PackPage(self.pack_page(page)?)),
            Request::SetLogo { name, file } => {
                let picture = match file {
                    Some(file) => {
                        let name = name.chars().take(80).collect();
                        let png = outside.logo(&file)?;
                        Some(Box::new(Picture { name, png, ..Picture::default() }))
                    }
                    None => None,
                };
                let command = Command::SetLogo { picture };
                self.in_session(Request::Apply { command }, patches)
            }
            Request::ExportPack { path, choice, form } => {
                self.export(path, choice, form, outside)?.run()
            }
            Request::ExportMinutes { path } => self.export_minutes(path, outside),
            Request::Attainment { path } => self.attainment(path, outside),
            Request::SaveText { name, form, text, path } => {
                self.save_text(&name, form, &text, path, outside)
            }
            Request::ExportAgenda { path } => self.export_agenda(path, outside),
            Request::ShowExported { path } => {
                let path = PathBuf::from(path);
                // Only what was written by this desk is handed to the system's viewer.
                if self.exported.has(&path) {
                    outside.show(&path)?
                }
                Ok(Reply::Done)
            }
            Request::Rescue => Ok(Reply::Rescue(self.refused.as_ref().and_then(Rescue::shown))),
            Request::Recover { by, path } => self.recover(by, path, outside),
            Request::SaveElsewhere { path } => self.save_elsewhere(path, outside),
            Request::Place { path } => self.place(path, outside),
            Request::Differences { path } => {
                let path = path.map(PathBuf::from).or_else(|| outside.choose_open());
                let Some(path) = path else { return Ok(Reply::Cancelled) };
                let session = self.session.as_mut().ok_or_else(nothing_open)?;
                Ok(Reply::Differences(session.differences(&path)?))
            }
            Request::Diagnosis => {
                let Desk { version, log, session, .. } = self;
                Ok(Reply::Diagnosis(diagnosis::text(version, log, session.as_mut())))
            }
            Request::Presets => Ok(Reply::Presets(analysis::presets(self.language))),
            Request::Remembered => Ok(Reply::Remembered(self.remembered.all())),
            Request::Remember { name, value } => {
                self.remembered.put(name, value);
                Ok(Reply::Done)
            }
            Request::Speak { language } => {
                self.language = language;
                if let Some(session) = &mut self.session {
                    patches(session.speak(language));
                }
                Ok(Reply::Done)
            }
            other => self.in_session(other, patches),
        }
    }

    fn in_session(
        &mut self,
        request: Request,
        patches: &mut dyn FnMut(Patch),
    ) -> Result<Reply, Failure> {
        let session = self.session.as_mut().ok_or_else(nothing_open)?;
        if let Some(job) = session.job(&request) {
            return job.run();
        }
        let patch = match request {
            Request::Preview { sequence, command } => {
                return Ok(Reply::Previewed(session.preview(sequence, &command)));
            }
            Request::Apply { command } => session.apply(&command)?,
            Request::PreviewCapture { sequence, at, text } => {
                let preview = session.preview_capture(sequence, &at, &text);
                return Ok(Reply::CapturePreviewed(preview));
            }
            Request::Capture { at, text } => {
                let (patch, captured) = session.capture(&at, &text)?;
                patches(patch);
                return Ok(Reply::Captured(captured));
            }
            Request::Complete { at, text, caret } => {
                return Ok(Reply::Completed(session.complete(&at, &text, caret)));
            }
            Request::Agreement { handoff } => {
                return Ok(Reply::Agreement(session.agreement(handoff)?));
            }
            Request::Due { handoff, from, accepted, paused } => {
                let due = session.due(handoff, &from, accepted.as_deref(), paused)?;
                return Ok(Reply::Due(due));
            }
            Request::Overlap { a, b } => return Ok(Reply::Overlap(session.overlap(a, b)?)),
            Request::Responsibility => return Ok(Reply::Responsibility(session.responsibility())),
            Request::Analysis => return Ok(Reply::Analysis(session.analysis())),
            Request::Compare { from, to } => {
                return Ok(Reply::Compared(session.compare(from, to)?));
            }
            // No promise: what can be played is a job.
            Request::CompareLate { .. } => return Ok(Reply::ComparedLate(None)),
            Request::CompareWords { from, to } => {
                return Ok(Reply::ComparedWords(session.comparison(from, to)?));
            }
            Request::CompareSides { from, to } => {
                return Ok(Reply::ComparedSides(session.compare_sides(from, to)?));
            }
            Request::Versions => return Ok(Reply::Versions(session.versions()?)),
            Request::NameVersion { name } => {
                session.name_point(&name)?;
                return Ok(Reply::Done);
            }
            Request::VersionChanges { version } => {
                return Ok(Reply::VersionChanges(session.version_changes(version)?));
            }
            Request::ShowVersion { version } => {
                return Ok(Reply::VersionBeside(session.version_beside(version)?));
            }
            Request::RestoreVersion { version } => session.restore_version(version)?,
            Request::Merge { path, revision, mark, taken } => {
                let (patch, merged) = session.merge(Path::new(&path), (revision, &mark), &taken)?;
                patch.into_iter().for_each(patches);
                return Ok(Reply::Merged(merged));
            }
            Request::Backups => return Ok(Reply::Backups(session.backups())),
            Request::Waiting => return Ok(Reply::Waiting(session.waiting())),
            Request::DiscardWaiting => {
                session.discard_waiting()?;
                return Ok(Reply::Opened(session.opened_anew()));
            }
            Request::TryAgain => {
                session.try_again()?;
                return Ok(Reply::Opened(session.opened_anew()));
            }
            Request::RestoreRecorded => {
                session.restore_recorded()?;
                return Ok(Reply::Opened(session.opened_anew()));
            }
            Request::BusinessCase { from, to } => {
                return Ok(Reply::BusinessCase(session.business_case(from, to)?));
            }
            Request::Loads => return Ok(Reply::Loads(session.loads())),
            Request::Promises => return Ok(Reply::Promises(session.promises())),
            Request::Plan => return Ok(Reply::Plan(session.plan())),
            Request::Improvements => {
                let all = simulation::improvements(&session.document(), session.state());
                return Ok(Reply::Improvements(all));
            }
            Request::Patterns => return Ok(Reply::Patterns(session.patterns())),
            Request::ApplyPattern { at, values, name } => {
                session.apply_pattern(at, &values, &name, patches)?;
                return Ok(Reply::Done);
            }
            Request::Suppose { commands } => {
                return Ok(Reply::Supposed(session.suppose(&commands)?));
            }
            Request::Findings { about } => {
                return Ok(Reply::Findings(match about {
                    Some(record) => session.findings_about(record),
                    None => session.findings().to_vec(),
                }));
            }
            Request::TidyUp { state, steps } => session.tidy_up(state, &steps)?,
            Request::Show { state } => session.show(state)?,
            Request::Improve { commands, name } => {
                session.improve(commands, &name, patches)?;
                return Ok(Reply::Done);
            }
            Request::Undo => session.undo()?,
            Request::Redo => session.redo()?,
            Request::LadderWidth { width } => session.ladder_width(width),
            _ => return Err(nothing_open()),
        };
        patches(patch);
        Ok(Reply::Done)
    }

    /// Opens the file from the command line, else the one that was open when Baton died. A window
    /// can have this done while its page still loads; the view is told by its first request.
    pub fn open_first(&mut self) {
        let died_with = if self.session.is_none() { self.open_now.take() } else { None };
        let again = self.first.is_none();
        let Some(path) = self.first.take().or(died_with) else { return };
        match self.close().and_then(|()| Session::open(&path, self.local.as_ref())) {
            Ok(session) => {
                self.put_down(session);
                self.reopened = again;
            }
            // Another window has it; nothing died.
            Err(failure) if again && failure.code == "fileOpenElsewhere" => {
                self.open_now.note(&path);
            }
            Err(failure) => {
                self.refused = Rescue::of(&path, self.local.as_ref(), &failure);
                self.unopened = Some(failure);
            }
        }
    }

    fn start(&mut self) -> Started {
        self.open_first();
        let opened = self.session.as_ref().map(Session::opened);
        let failure = self.unopened.take();
        let reopened = std::mem::take(&mut self.reopened);
        let last = opened.as_ref().filter(|_| reopened).map(|it| it.history.undo.clone());
        Started {
            version: self.version.clone(),
            recent: self.recent.list(&placing::unplaced(self.local.as_ref())),
            reopened: last.map(|last| Reopened { last }),
            opened,
            failure,
        }
    }

    fn open(&mut self, path: &Path) -> Result<Reply, Failure> {
        self.nothing_waits()?;
        self.close()?;
        self.refused = None;
        let session = Session::open(path, self.local.as_ref());
        let session = session.inspect_err(|failure| {
            self.refused = Rescue::of(path, self.local.as_ref(), failure);
        })?;
        self.lay_out(session)
    }

    /// Makes a new file of a backup, or of what is left of the file that was refused, and opens it.
    fn recover(
        &mut self,
        by: RecoverBy,
        path: Option<String>,
        outside: &mut dyn Outside,
    ) -> Result<Reply, Failure> {
        self.nothing_waits()?;
        let name = match (&self.session, &self.refused) {
            (Some(session), _) => crate::name_of(session.path()),
            (None, Some(refused)) => refused.name(),
            (None, None) => return Err(nothing_open()),
        };
        let suggestion = format!("{}.baton", crate::file_name(&format!("{name} restored")));
        let chosen = path.map(PathBuf::from).or_else(|| outside.choose_save(&suggestion, "baton"));
        let Some(path) = chosen else { return Ok(Reply::Cancelled) };
        let salvage = match (&mut self.session, &self.refused, by) {
            (Some(session), _, RecoverBy::Backup { number, with_recorded }) => {
                let kept = session.store().kept().ok_or_else(rescue::no_backup)?;
                rescue::restore(&kept, number, with_recorded, &path)?;
                None
            }
            (None, Some(refused), by) => refused.recover(by, &path)?,
            (_, _, _) => return Err(nothing_open()),
        };
        let opened = match self.open(&path)? {
            Reply::Opened(opened) => opened,
            other => return Ok(other),
        };
        Ok(Reply::Recovered(Recovered { opened, salvage }))
    }

    /// Goes on in a new file with what was acknowledged and the edit that waits.
    fn save_elsewhere(
        &mut self,
        path: Option<String>,
        outside: &mut dyn Outside,
    ) -> Result<Reply, Failure> {
        let session = self.session.as_mut().ok_or_else(nothing_open)?;
        let suggestion = format!("{}.baton", crate::name_of(session.path()));
        let chosen = path.map(PathBuf::from).or_else(|| outside.choose_save(&suggestion, "baton"));
        let Some(path) = chosen else { return Ok(Reply::Cancelled) };
        let gone_on = session.go_on_in(&path, self.local.as_ref());
        let opened = session.opened_anew();
        let now = session.path().to_owned();
        self.open_now.note(&now);
        self.recent.note(&now);
        self.pack.clear();
        gone_on.map(|()| Reply::Opened(opened))
    }

    /// Gives an engagement that has no place of its own one.
    fn place(&mut self, path: Option<String>, outside: &mut dyn Outside) -> Result<Reply, Failure> {
        self.nothing_waits()?;
        let session = self.session.as_mut().ok_or_else(nothing_open)?;
        if !session.is_unplaced() {
            return Ok(Reply::Opened(session.opened()));
        }
        let before = session.path().to_owned();
        let title = session.document().the_engagement().map(|it| it.title.clone());
        let title = title.unwrap_or_else(|| crate::name_of(&before));
        let suggestion = format!("{}.baton", crate::file_name(&title));
        let chosen = path.map(PathBuf::from).or_else(|| outside.choose_save(&suggestion, "baton"));
        let Some(path) = chosen else { return Ok(Reply::Cancelled) };
        if session.move_to(&path, self.local.as_ref())? {
            placing::remove(&before);
            self.recent.forget(&before.display().to_string());
        }
        let opened = session.opened_anew();
        let now = session.path().to_owned();
        self.open_now.note(&now);
        self.recent.note(&now);
        Ok(Reply::Opened(opened))
    }

    fn create(
        &mut self,
        document: Document,
        title: &str,
        path: Option<String>,
        outside: &mut dyn Outside,
    ) -> Result<Reply, Failure> {
        self.nothing_waits()?;
        let local = self.local.as_ref().filter(|_| path.is_none());
        let at_once = local.and_then(|local| placing::fresh(local, title).ok());
        let begun = at_once.is_some();
        let suggestion = format!("{}.baton", crate::file_name(title));
        let chosen = path.map(PathBuf::from).or(at_once);
        let chosen = chosen.or_else(|| outside.choose_save(&suggestion, "baton"));
        let Some(path) = chosen else { return Ok(Reply::Cancelled) };
        self.close()?;
        let mut session = Session::create(&path, document, self.local.as_ref())?;
        session.begun = begun;
        self.lay_out(session)
    }

    /// A file with an edit that is saved nowhere is not closed before the person has chosen.
    fn nothing_waits(&self) -> Result<(), Failure> {
        self.session.as_ref().map_or(Ok(()), Session::nothing_waits)
    }

    fn lay_out(&mut self, session: Session) -> Result<Reply, Failure> {
        self.put_down(session);
        self.session.as_ref().map(|it| Reply::Opened(it.opened())).ok_or_else(nothing_open)
    }

    fn put_down(&mut self, mut session: Session) {
        if self.language != Language::default() {
            let _ = session.speak(self.language);
        }
        self.recent.note(session.path());
        self.open_now.note(session.path());
        self.pack.clear();
        self.session = Some(session);
    }

    /// Closes the open file, if there is one.
    ///
    /// # Errors
    /// It could not be closed cleanly.
    pub fn close(&mut self) -> Result<(), Failure> {
        let Some(session) = self.session.take() else { return Ok(()) };
        self.open_now.clear();
        self.reopened = false;
        let untouched = session.is_untouched();
        let path = session.path().to_owned();
        session.close()?;
        if untouched {
            // It was begun and left, and holds nothing of anybody's.
            placing::remove(&path);
            self.recent.forget(&path.display().to_string());
        }
        Ok(())
    }

    /// Reads the open file again after an accident; what was acknowledged is in it.
    ///
    /// # Errors
    /// It cannot be read.
    pub fn reopen(&mut self) -> Result<(), Failure> {
        let Some(session) = self.session.take() else { return Ok(()) };
        let path = session.path().to_owned();
        // The lock goes with the old session, whatever state that is in.
        drop(session);
        let mut session = Session::open(&path, self.local.as_ref())?;
        let _ = session.speak(self.language);
        self.pack.clear();
        self.session = Some(session);
        Ok(())
    }

    fn attainment(
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

    fn save_text(
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

    fn export_minutes(
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

    fn export_agenda(
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
    fn pack_pages(&mut self, choice: Option<PackChoice>, lay_out: &LayOut) -> Result<Job, Failure> {
        let session = self.session.as_mut().ok_or_else(nothing_open)?;
        let document = session.document();
        let choice = choice.unwrap_or_else(|| packs::last(&document, self.language));
        let history = packs::history(session);
        let revision = session.revision();
        let laying = Laying::new(&self.pack, lay_out, choice, history, revision);
        Ok(Job::laying(document, laying))
    }

    fn pack_page(&mut self, page: usize) -> Result<PackPageShown, Failure> {
        let (shapes, windows) = self.pack.page(page).ok_or_else(|| Failure {
            code: "noSuchPage".to_owned(),
            message: "The pack has no such page any more.".to_owned(),
            hint: "It is laid out anew after each edit.".to_owned(),
            ids: Vec::new(),
        })?;
        Ok(PackPageShown { page, shapes, windows })
    }

    /// Waits until every pack that was asked for is written: before the end of the program.
    pub fn finish(&mut self) {
        self.exported.finish();
    }

    /// A pack as a file, as a job; where it goes is asked first.
    fn export(
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
