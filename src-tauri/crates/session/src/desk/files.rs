//! Which file lies on the desk: opening, beginning, placing and rescuing one.

use super::Desk;
use crate::Failure;
use crate::api::{RecoverBy, Recovered, Reopened, Reply, Started};
use crate::failure::nothing_open;
use crate::outside::Outside;
use crate::placing;
use crate::rescue::{self, Rescue};
use crate::session::Session;
use model::Document;
use scene::Language;
use std::path::{Path, PathBuf};

impl Desk {
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

    pub(super) fn start(&mut self) -> Started {
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

    pub(super) fn open(&mut self, path: &Path) -> Result<Reply, Failure> {
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
    pub(super) fn recover(
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
    pub(super) fn save_elsewhere(
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
    pub(super) fn place(
        &mut self,
        path: Option<String>,
        outside: &mut dyn Outside,
    ) -> Result<Reply, Failure> {
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

    pub(super) fn create(
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
    pub(super) fn nothing_waits(&self) -> Result<(), Failure> {
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
}
