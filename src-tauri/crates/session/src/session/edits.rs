//! Edits of the open file, undo and redo: on disk first, then in the document.

use super::{AS_OPENED, Session};
use crate::Failure;
use crate::api::Patch;
use crate::failure::from_store;
use model::{Change, Command, Document, Edit, Label, Refusal, StateId, StepId, plan};
use scene::Scene;
use std::sync::Arc;

impl Session {
    /// Carries out a command.
    ///
    /// # Errors
    /// A refusal; or the file could not take it, and it waits in memory. Nothing has changed then.
    pub fn apply(&mut self, command: &Command) -> Result<Patch, Failure> {
        self.carry_out(command, false)
    }

    /// Carries out a command that was given by one more tap of a key: with the edit before it, where
    /// that moved the same things a moment ago, it is one.
    ///
    /// # Errors
    /// As [`Session::apply`].
    pub fn apply_tapped(&mut self, command: &Command) -> Result<Patch, Failure> {
        self.carry_out(command, true)
    }

    fn carry_out(&mut self, command: &Command, tapped: bool) -> Result<Patch, Failure> {
        self.nothing_waits()?;
        let planned = plan(&self.document, command)?;
        if planned.edit.changes.is_empty() || self.is_as_high(command, &planned.document) {
            return Ok(self.patch(&[]));
        }
        let label = self.typing.goes_on(command, &planned.edit.label, tapped);
        let is_kept = self.write(&planned.edit, planned.document.used_up(), label.as_ref())?;
        match is_kept {
            true => self.typing.note(command, &planned.edit, tapped, label.is_some()),
            // It came to nothing with the one before it: what is undone next has nothing to do with it.
            false => self.typing.end(),
        }
        self.document = Arc::new(planned.document);
        Ok(self.settle(&planned.edit.changes))
    }

    /// Whether a lane that was to be resized is as high as before, because its content needs that.
    fn is_as_high(&mut self, command: &Command, planned: &Document) -> bool {
        let Command::ResizeLane { lane, .. } = command else { return false };
        let height = |scene: &Scene| {
            scene.lanes.iter().find(|band| band.lane == *lane).map(|band| band.height)
        };
        let Some(before) = height(&self.scene) else { return false };
        let after = self.composer.compose(planned, self.state, &self.figures);
        height(&after) == Some(before)
    }

    /// Puts an edit on disk, as part of the one before it where both have a label; one that cannot be
    /// put there waits. Says whether history has it.
    fn write(
        &mut self,
        edit: &Edit,
        used_up: (u64, u32),
        both: Option<&Label>,
    ) -> Result<bool, Failure> {
        let written = self.keep_as_opened().and_then(|()| {
            let written = match both {
                Some(label) => self.store.amend_as(edit, label, used_up),
                None => self.store.commit(edit, used_up).map(|()| true),
            };
            written.map_err(from_store)
        });
        written.inspect_err(|why| self.keep_waiting(edit, why))
    }

    /// Lays out the whole state afresh, or these steps of it, as one edit.
    ///
    /// # Errors
    /// As [`Session::apply`].
    pub fn tidy_up(&mut self, state: StateId, steps: &[StepId]) -> Result<Patch, Failure> {
        let moves = if steps.is_empty() {
            scene::layout::place(&self.document, state)
        } else {
            scene::layout::place_some(&self.document, state, &steps.iter().copied().collect())
        };
        let stages = scene::layout::stage_edges(&self.document, state, &moves);
        self.apply(&Command::TidyUp { moves, stages })
    }

    /// Takes the last edit back.
    ///
    /// # Errors
    /// The file could not take it; nothing has changed then.
    pub fn undo(&mut self) -> Result<Patch, Failure> {
        self.nothing_waits()?;
        self.keep_as_opened()?;
        let changes = self.store.undo_of(&self.document).map_err(from_store)?;
        self.travel(changes)
    }

    /// Brings the last undone edit back.
    ///
    /// # Errors
    /// The file could not take it; nothing has changed then.
    pub fn redo(&mut self) -> Result<Patch, Failure> {
        self.nothing_waits()?;
        self.keep_as_opened()?;
        let changes = self.store.redo_of(&self.document).map_err(from_store)?;
        self.travel(changes)
    }

    fn travel(&mut self, changes: Option<Vec<Change>>) -> Result<Patch, Failure> {
        self.typing.end();
        let Some(changes) = changes else { return Ok(self.patch(&[])) };
        match self.document.with(&changes) {
            Ok(document) => self.document = Arc::new(document),
            // History and document disagree: what is on disk is what counts.
            Err(_) => self.document = Arc::new(self.store.reload().map_err(from_store)?),
        }
        Ok(self.settle(&changes))
    }

    /// Makes these changes as one edit; nothing where there are none.
    ///
    /// # Errors
    /// The file could not take it; nothing has changed then.
    pub(crate) fn become_other(&mut self, edit: &Edit) -> Result<Patch, Failure> {
        self.nothing_waits()?;
        self.typing.end();
        if edit.changes.is_empty() {
            return Ok(self.patch(&[]));
        }
        let document = self.document.with(&edit.changes).map_err(Refusal::from)?;
        self.write(edit, document.used_up(), None)?;
        self.document = Arc::new(document);
        Ok(self.settle(&edit.changes))
    }

    /// Before the first edit the file as it was opened becomes a version. Not earlier: opening to
    /// look leaves the file alone.
    fn keep_as_opened(&mut self) -> Result<(), Failure> {
        if self.as_opened {
            self.name_version(AS_OPENED)?;
            self.as_opened = false;
        }
        Ok(())
    }

    /// Names this point of the history, so that one can come back to it.
    ///
    /// # Errors
    /// The file could not take it.
    pub fn name_version(&mut self, name: &str) -> Result<(), Failure> {
        self.store.name_version(name).map_err(from_store)?;
        self.typing.end();
        // It is the point that the file was opened at, and has a name now.
        self.as_opened = false;
        Ok(())
    }
}
