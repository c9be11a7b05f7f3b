//! What a view is shown: the scene, the ladder, figures and findings, and what of them an edit or a
//! gesture changes.

use super::{Session, first_state};
use crate::Failure;
use crate::api::{Patch, Preview};
use crate::checks::checks;
use crate::handoffs;
use crate::today::today;
use analysis::Finding;
use model::{Change, Command, Kind, Planned, RecordId, Refusal, StateId, plan};
use scene::{Composer, Drawn, Held, Language, Scene};
use std::sync::Arc;

impl Session {
    /// What a command would do; nothing is stored. The map is held meanwhile, unless lanes are what the
    /// command is about.
    pub fn preview(&mut self, sequence: u64, command: &Command) -> Preview {
        match plan(&self.document, command) {
            Err(refusal) => self.nothing_drawn(sequence, Some(refusal)),
            Ok(planned) if moves_lanes(command) => self.drawn_of(sequence, &planned),
            Ok(planned) => {
                let held = Held { scene: &self.scene, document: &self.document };
                let document = &planned.document;
                let drawn = self.composer.compose_held(held, document, self.state, &self.figures);
                self.drawn_as(&drawn, sequence, &planned)
            }
        }
    }

    /// The preview of what changes nothing.
    pub(crate) fn nothing_drawn(&self, sequence: u64, refusal: Option<Refusal>) -> Preview {
        Preview {
            sequence,
            drawn: Drawn { bounds: self.scene.bounds, ..Drawn::default() },
            handoffs_made: Vec::new(),
            handoffs_removed: Vec::new(),
            refusal,
        }
    }

    /// The preview of what is planned.
    pub(crate) fn drawn_of(&mut self, sequence: u64, planned: &Planned) -> Preview {
        let drawn = self.composer.compose(&planned.document, self.state, &self.figures);
        self.drawn_as(&drawn, sequence, planned)
    }

    fn drawn_as(&self, drawn: &Scene, sequence: u64, planned: &Planned) -> Preview {
        let (handoffs_made, handoffs_removed) =
            handoffs::difference(&self.document, &planned.document, &planned.edit.changes);
        let drawn = self.scene.difference(drawn);
        Preview { sequence, drawn, handoffs_made, handoffs_removed, refusal: None }
    }

    /// Lays the ladder out for another width.
    pub fn ladder_width(&mut self, width: f32) -> Patch {
        self.ladder_width = width.clamp(200.0, 20_000.0);
        self.ladder = self.composer.ladder(&self.document, &self.figures, self.ladder_width);
        Patch { ladder: Some(self.ladder.clone()), ..self.patch(&[]) }
    }

    fn find(&self) -> Vec<Finding> {
        analysis::findings_on(&self.document, self.state, Some(&today()), self.language)
    }

    /// Draws and says what was found in another language from now on.
    pub fn speak(&mut self, language: Language) -> Patch {
        self.composer = Composer::speaking(language);
        self.language = language;
        let scene = self.composer.compose(&self.document, self.state, &self.figures);
        let drawn = self.scene.difference(&scene);
        self.scene = Arc::new(scene);
        self.ladder = self.composer.ladder(&self.document, &self.figures, self.ladder_width);
        self.findings = self.find();
        self.checks = checks(&self.findings, &self.figures);
        Patch {
            drawn,
            ladder: Some(self.ladder.clone()),
            checks: Some(self.checks.clone()),
            ..self.patch(&[])
        }
    }

    /// Brings scene, figures and findings up to the document, and says what moved.
    pub(crate) fn settle(&mut self, changes: &[Change]) -> Patch {
        self.revision += 1;
        self.look_after();
        let told = std::mem::take(&mut self.untold);
        // What is shown may be gone: its making was undone.
        if self.document.state(self.state).is_none()
            && let Some(state) = first_state(&self.document)
        {
            self.state = state;
        }
        let patch = self.drawn_anew(changes);
        Patch { notices: told.then(|| self.notices.clone()), ..patch }
    }

    /// Shows another state.
    ///
    /// # Errors
    /// There is no such state.
    pub fn show(&mut self, state: StateId) -> Result<Patch, Failure> {
        self.document.state(state).ok_or_else(|| Refusal::no_such("map", state))?;
        self.state = state;
        let patch = self.drawn_anew(&[]);
        // Two maps may have the same findings, by their ids, and be shown as the same: all of it goes.
        Ok(Patch { checks: Some(self.checks.clone()), ..patch })
    }

    fn drawn_anew(&mut self, changes: &[Change]) -> Patch {
        let (figures, findings) =
            analysis::checked(&self.document, self.state, Some(&today()), self.language);
        let scene = self.composer.compose(&self.document, self.state, &figures);
        let ladder = self.composer.ladder(&self.document, &figures, self.ladder_width);
        let mut patch = self.patch(changes);
        patch.drawn = self.scene.difference(&scene);
        patch.ladder = (ladder != self.ladder).then(|| ladder.clone());
        patch.figures = (figures != self.figures).then(|| figures.clone());
        if findings != self.findings || figures.readiness.len() != self.figures.readiness.len() {
            self.checks = checks(&findings, &figures);
            patch.checks = Some(self.checks.clone());
        }
        self.scene = Arc::new(scene);
        self.ladder = ladder;
        self.figures = figures;
        self.findings = findings;
        patch
    }

    /// The patch of what changed nothing.
    pub(crate) fn unchanged(&self) -> Patch {
        self.patch(&[])
    }

    pub(super) fn patch(&self, changes: &[Change]) -> Patch {
        Patch {
            revision: self.revision,
            state: self.state,
            records: changes.iter().filter_map(|change| change.after.clone()).collect(),
            removed_records: changes
                .iter()
                .filter(|change| change.after.is_none())
                .filter_map(|change| change.before.as_ref().map(|record| record.id()))
                .collect(),
            drawn: Drawn { bounds: self.scene.bounds, ..Drawn::default() },
            ladder: None,
            figures: None,
            checks: None,
            history: self.history(),
            notices: None,
            made: changes
                .iter()
                .filter(|change| change.before.is_none())
                .filter_map(|change| change.after.as_ref())
                .filter(|record| record.kind() != Kind::Handoff)
                .map(|record| record.id())
                .collect::<Vec<RecordId>>(),
        }
    }
}

/// Whether a command is about the lanes themselves, so that they show where they would be.
fn moves_lanes(command: &Command) -> bool {
    matches!(command, Command::ResizeLane { .. } | Command::MoveLane { .. })
}
