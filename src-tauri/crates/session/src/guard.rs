//! What protects the work in an open file: an edit that the disk did not take waits in memory, the
//! file goes on elsewhere, edits that this computer kept are made again, and a person is told what
//! is out of the ordinary.

use crate::Failure;
use crate::api::{BackupShown, FileNotice, Opened, WaitingShown};
use crate::failure::from_store;
use crate::rescue::shown_backups;
use crate::session::Session;
use model::{Edit, LabelCode};
use std::path::Path;
use std::sync::Arc;
use std::time::{Duration, Instant, SystemTime, UNIX_EPOCH};
use store::{Access, Ahead, Fact, Likely, LocalFolder, Notice, Store};

/// An edit that is not on disk.
#[derive(Debug)]
pub(crate) struct Waiting {
    pub(crate) edit: Edit,
    pub(crate) why: Failure,
    /// This computer has it, should the program end before it is saved.
    pub(crate) kept: bool,
    /// What the file holds is not known, or not what is shown, until it is read anew.
    unsure: bool,
}

/// What is told about a file as it was opened, and the copies beside it.
pub(crate) fn told(store: &Store, notice: Option<&Notice>) -> (Vec<FileNotice>, Neighbours) {
    let facts = notice.map(Notice::facts).unwrap_or_default();
    let mut told: Vec<FileNotice> = facts.iter().map(of_fact).collect();
    let mut neighbours = Neighbours::default();
    neighbours.look(store, &mut told);
    // The first edit looks again, whenever it comes.
    neighbours.looked = None;
    (told, neighbours)
}

/// Looking into a folder on a network takes a while; synchronising does too.
const COPIES_EVERY: Duration = Duration::from_secs(15);

/// When it was last looked for copies that synchronising made, and what was there.
#[derive(Debug, Default)]
pub(crate) struct Neighbours {
    looked: Option<Instant>,
    likely: Vec<Likely>,
    copies: usize,
}

impl Neighbours {
    /// Copies are made while the file is open on two computers: what came or went since is told.
    fn follow(&mut self, store: &Store, told: &mut Vec<FileNotice>) {
        if self.looked.is_none_or(|at| at.elapsed() >= COPIES_EVERY) {
            self.look(store, told);
        }
    }

    fn look(&mut self, store: &Store, told: &mut Vec<FileNotice>) {
        self.looked = Some(Instant::now());
        let likely = store.likely_copies();
        // One that was not whole yet, or was the same as this file, may be a copy by now.
        if likely == self.likely && self.copies == likely.len() {
            return;
        }
        let names = store.conflict_copies(&likely);
        self.likely = likely;
        self.copies = names.len();
        told.retain(|it| !matches!(it, FileNotice::Conflicts { .. }));
        if !names.is_empty() {
            told.push(FileNotice::Conflicts { names });
        }
    }
}

fn of_fact(fact: &Fact) -> FileNotice {
    match *fact {
        Fact::FileReadOnly => FileNotice::FileReadOnly,
        Fact::FolderReadOnly => FileNotice::FolderReadOnly,
        Fact::SecondName => FileNotice::SecondName,
        Fact::Newer { .. } => FileNotice::Newer,
        Fact::Behind { edits, seconds_ago } => {
            let now = SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default().as_secs();
            FileNotice::Behind { edits, at: now.saturating_sub(seconds_ago) }
        }
        Fact::NotRecording => FileNotice::NotRecording,
    }
}

/// The sentence for a person, in English; the view has its own.
pub(crate) fn sentence(notices: &[FileNotice], facts: Option<&Notice>) -> String {
    let said = facts.map(Notice::to_string).unwrap_or_default();
    let beside = notices.iter().find_map(|it| match it {
        FileNotice::Conflicts { names } => Some(names.join(", ")),
        _ => None,
    });
    match beside {
        Some(names) => {
            let said_besides = format!(
                "Beside this file lie other states of the same engagement, which synchronising made: {names}."
            );
            format!("{said} {said_besides}").trim_start().to_owned()
        }
        None => said,
    }
}

impl Session {
    /// The edit that waits, as a view shows it.
    pub fn waiting(&self) -> Option<WaitingShown> {
        let Waiting { edit, why, kept, .. } = self.waiting.as_ref()?;
        Some(WaitingShown {
            label: edit.label.clone(),
            kept: *kept,
            code: why.code.clone(),
            message: why.message.clone(),
            hint: why.hint.clone(),
        })
    }

    /// While an edit waits, others would be made on ground that is not on disk.
    pub(crate) fn nothing_waits(&self) -> Result<(), Failure> {
        match &self.waiting {
            None => Ok(()),
            Some(_) => Err(Failure {
                code: "editWaiting".to_owned(),
                message: "The edit before this one is not saved yet, so this one was not made."
                    .to_owned(),
                hint: "Try to save it again, go on in another place, or discard it.".to_owned(),
                ids: Vec::new(),
                unread: None,
            }),
        }
    }

    /// Keeps an edit that the file did not take, where trying again makes sense.
    pub(crate) fn keep_waiting(&mut self, edit: &Edit, why: &Failure) {
        if self.store.access() == Access::ReadWrite && why.code != "changeOutOfStep" {
            self.wait_with(edit.clone(), why, false);
        } else {
            self.store.forget_unsaved();
        }
    }

    /// The edit waits. `unsure` is whether it was so before.
    fn wait_with(&mut self, edit: Edit, why: &Failure, unsure: bool) {
        let changed = why.code == "fileChanged";
        let unsure = unsure || changed || why.code == "fileUnsure";
        // It is offered again only on the ground that it was made on.
        let fits = !changed && self.document.with(&edit.changes).is_ok();
        let kept = fits && self.store.keep_unsaved(&edit);
        self.waiting = Some(Waiting { edit, why: why.clone(), kept, unsure });
    }

    /// Tries once more to save the edit that waits; on what the file holds by now.
    ///
    /// # Errors
    /// It still cannot be saved, and waits on; or it does not fit what somebody else made of the
    /// file meanwhile.
    pub fn try_again(&mut self) -> Result<(), Failure> {
        let Some(Waiting { edit, mut unsure, .. }) = self.waiting.take() else { return Ok(()) };
        let tried = self.tried(&edit, &mut unsure);
        match &tried {
            Ok(()) => self.store.forget_unsaved(),
            // The disk was asked again, and the edit waits already.
            Err(_) if self.waiting.is_some() => {}
            Err(why) => self.wait_with(edit, why, unsure),
        }
        tried
    }

    fn tried(&mut self, edit: &Edit, unsure: &mut bool) -> Result<(), Failure> {
        if !self.is_in_file(edit, unsure)? {
            self.become_other(edit)?;
        }
        Ok(())
    }

    /// Whether the file has the edit by now, which an error of the disk does not tell. Read anew
    /// only where what the file holds is not known: reading lets go of the connection, which for a
    /// file that was moved is the last way to its history.
    fn is_in_file(&mut self, edit: &Edit, unsure: &mut bool) -> Result<bool, Failure> {
        if !*unsure {
            return Ok(false);
        }
        let wanted = self.document.with(&edit.changes).ok();
        let found = self.store.reload().map_err(from_store)?;
        *unsure = false;
        let is_there = wanted.is_some_and(|it| it == found);
        self.take_over(found);
        Ok(is_there)
    }

    /// Lets the edit that waits go. Where the file has it after all, it is taken back by another.
    ///
    /// # Errors
    /// The file cannot be asked whether it has it, and it waits on; or the file has it and cannot
    /// take that back, and it is saved.
    pub fn discard_waiting(&mut self) -> Result<(), Failure> {
        let Some(Waiting { edit, mut unsure, .. }) = self.waiting.take() else { return Ok(()) };
        match self.is_in_file(&edit, &mut unsure) {
            Ok(is_there) => {
                self.store.forget_unsaved();
                if !is_there {
                    return Ok(());
                }
                let back = Edit { label: edit.label.clone(), changes: edit.inverse() };
                let taken = self.become_other(&back).map(|_| ());
                if taken.is_err() {
                    // What is in the file is saved; taking it back is what an undo can do later.
                    self.waiting = None;
                    self.store.forget_unsaved();
                }
                taken
            }
            Err(why) => {
                self.wait_with(edit, &why, unsure);
                Err(why)
            }
        }
    }

    /// Goes on in a new file, with what was acknowledged and the edit that waits. The file so far
    /// stays as it is.
    ///
    /// # Errors
    /// The new file cannot be made, or cannot take the edit, which then waits on.
    pub fn go_on_in(&mut self, to: &Path, local: Option<&LocalFolder>) -> Result<(), Failure> {
        // A copy of a newer file could not be edited either.
        if self.store.is_of_newer() || self.store.save_whole(to).is_err() {
            // What cannot be read any more is still in memory; history stays behind.
            Store::write_new(to, &self.document).map_err(from_store)?;
        }
        // The file so far may have been moved away, and the new one have its place.
        self.store.let_go();
        let opened = Store::open(to, local).map_err(from_store)?;
        // With the one before goes its hold on the flight recorder, which both share.
        self.lay_into(opened.store).forget_unsaved();
        let Some(Waiting { edit, .. }) = self.waiting.take() else { return Ok(()) };
        let made = self.become_other(&edit).map(|_| ());
        match &made {
            Err(why) if self.waiting.is_none() => self.wait_with(edit, why, false),
            _ => {}
        }
        made
    }

    /// Goes on in a new file that has all of this one, its history and its id included. Says whether
    /// this computer has all of it under the new path as well, so that the one before may go.
    ///
    /// # Errors
    /// The new file cannot be made, or not with everything; nothing has changed then.
    pub(crate) fn move_to(
        &mut self,
        to: &Path,
        local: Option<&LocalFolder>,
    ) -> Result<bool, Failure> {
        self.nothing_waits()?;
        self.store.save_whole(to).map_err(from_store)?;
        let opened = Store::open(to, local).map_err(from_store)?;
        self.lay_into(opened.store).forget_unsaved();
        Ok(self.store.keep_now())
    }

    /// Makes the edits again that this computer kept and the file lacks. The file as it is becomes a
    /// backup first; undo takes them back.
    ///
    /// # Errors
    /// They do not fit; the backup cannot be made; the file cannot take them.
    pub fn restore_recorded(&mut self) -> Result<(), Failure> {
        self.nothing_waits()?;
        let restored = self.store.restore_recorded(&self.document);
        let document = match restored {
            Ok(document) => document,
            Err(error) => {
                // Some may be in it; what is on disk is what counts.
                if let Ok(document) = self.store.reload() {
                    self.take_over(document);
                }
                return Err(from_store(error));
            }
        };
        self.take_over(document);
        Ok(())
    }

    /// The backups of the file on this computer, newest first.
    pub fn backups(&mut self) -> Vec<BackupShown> {
        self.store.kept().map(|kept| shown_backups(&kept)).unwrap_or_default()
    }

    /// The document as it was read anew. An older version may have been put in the file's place
    /// meanwhile.
    fn take_over(&mut self, document: model::Document) {
        self.document = Arc::new(document);
        if let Some(Ahead { edits, at }) = self.store.ahead() {
            self.notices.retain(|it| !matches!(it, FileNotice::Behind { .. }));
            self.notices.push(FileNotice::Behind { edits, at: at.unsigned_abs() });
        }
        self.settle(&[]);
    }

    /// Everything that a view needs, after all of it may have changed.
    pub fn opened_anew(&mut self) -> Opened {
        self.look_after();
        self.untold = false;
        self.opened()
    }

    /// Brings what is told up to date; what changed is untold until a view has it.
    pub(crate) fn look_after(&mut self) {
        let mut told = self.notices.clone();
        told.retain(|it| match it {
            FileNotice::NotBackedUp => false,
            // An edit that was made meanwhile leads elsewhere.
            FileNotice::Behind { .. } => self.store.ahead().is_some(),
            _ => true,
        });
        if self.store.lacks_backup() {
            told.push(FileNotice::NotBackedUp);
        }
        if self.recorded && !self.store.is_recording() && !told.contains(&FileNotice::NotRecording)
        {
            told.push(FileNotice::NotRecording);
        }
        self.neighbours.follow(&self.store, &mut told);
        self.untold |= told != self.notices;
        self.notices = told;
    }

    /// What the last edit that is in the file was called; nothing where there is none.
    pub(crate) fn last_done(&self) -> Option<(LabelCode, String)> {
        let (undo, _) = self.store.labels();
        undo.map(|it| (it.code, it.name))
    }
}
