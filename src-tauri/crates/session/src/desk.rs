//! The desk: answers a view's requests. At most one file is open on it.

mod files;
mod papers;

use crate::api::{Failure, Patch, Reply, Request};
use crate::diagnosis::{self, Log, variant};
use crate::exporting::Exports;
use crate::failure::{invalid, nothing_open};
use crate::laying::Shelf;
use crate::open_now::OpenNow;
use crate::outside::Outside;
use crate::play::Job;
use crate::recent::Recent;
use crate::remembered::Remembered;
use crate::rescue::Rescue;
use crate::session::Session;
use analysis::simulation;
use model::{Command, Picture};
use scene::Language;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use store::LocalFolder;

/// An edit that the open file did not take.
pub struct Unsaved {
    /// What the file is called.
    pub file: String,
    /// This computer has it, and offers it when the file is opened again.
    pub kept: bool,
    /// The language that the window speaks.
    pub language: Language,
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
            Request::Apply { command, .. } => format!("Apply {}", variant(command)),
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
                self.in_session(Request::Apply { command, tapped: None }, patches)
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
                let before = std::mem::replace(&mut self.language, language);
                if let Some(session) = self.session.as_mut().filter(|_| before != language) {
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
            Request::Apply { command, tapped: Some(true) } => session.apply_tapped(&command)?,
            Request::Apply { command, .. } => session.apply(&command)?,
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

    /// Waits until every pack that was asked for is written: before the end of the program.
    pub fn finish(&mut self) {
        self.exported.finish();
    }
}
