//! A session: one open file. Every change goes plan, commit, replace, patch, in that order, so
//! that a view is never told of anything that is not on disk.

use crate::api::{Checks, FileNotice, History, Opened, Patch, Preview};
use crate::checks::{about, checks};
use crate::failure::{from_store, invalid};
use crate::guard::{self, Waiting};
use crate::play::Simulations;
use crate::today::today;
use crate::typing::Typing;
use crate::{Failure, handoffs, placing};
use analysis::{Figures, Finding};
use model::{
    Change, Command, Document, Edit, HandoffId, Kind, Planned, RecordId, Refusal, StateId,
    StateRole, StepId, plan,
};
use scene::{Composer, Drawn, Ladder, Language, Scene};
use std::path::Path;
use std::sync::Arc;
use store::{Access, LocalFolder, Notice, Store};

/// The ladder's width until a view says what it has, in points.
const LADDER_WIDTH: f32 = 1040.0;

/// What the version is called that was there when the file was opened; the view has words for it.
pub(crate) const AS_OPENED: &str = "opened";

/// One open file: document, store, scene and figures at one revision.
pub struct Session {
    pub(crate) store: Store,
    pub(crate) document: Arc<Document>,
    state: StateId,
    revision: u64,
    composer: Composer,
    language: Language,
    scene: Arc<Scene>,
    ladder: Ladder,
    ladder_width: f32,
    figures: Figures,
    findings: Vec<Finding>,
    checks: Checks,
    /// The file was opened, and nothing was edited since.
    as_opened: bool,
    typing: Typing,
    /// The edit that the file did not take.
    pub(crate) waiting: Option<Waiting>,
    pub(crate) notices: Vec<FileNotice>,
    /// Nobody has chosen where the file lives yet.
    unplaced: bool,
    /// It was made here, without a question, and may go without one while it is empty.
    pub(crate) begun: bool,
    /// Edits were kept by the flight recorder when the file was opened.
    pub(crate) recorded: bool,
    /// What was said at opening, in English.
    notice: String,
    simulations: Simulations,
}

impl Session {
    /// Makes a new file and opens it.
    ///
    /// # Errors
    /// The file is there already, or cannot be written.
    pub fn create(
        path: &Path,
        document: Document,
        local: Option<&LocalFolder>,
    ) -> Result<Session, Failure> {
        let store = Store::create(path, &document, local).map_err(from_store)?;
        let session = Session::of(store, document, None)?;
        let unplaced = placing::is_unplaced(local, session.path());
        Ok(Session { unplaced, ..session })
    }

    /// Opens a file. Nothing of it changes until the first edit.
    ///
    /// # Errors
    /// It is missing, damaged, newer, of another program, or open elsewhere.
    pub fn open(path: &Path, local: Option<&LocalFolder>) -> Result<Session, Failure> {
        let opened = Store::open(path, local).map_err(from_store)?;
        let session = Session::of(opened.store, opened.document, opened.notice)?;
        let unplaced = placing::is_unplaced(local, session.path());
        Ok(Session { as_opened: true, unplaced, ..session })
    }

    fn of(store: Store, document: Document, notice: Option<Notice>) -> Result<Session, Failure> {
        let state = first_state(&document).ok_or_else(|| invalid("it holds no map"))?;
        let mut composer = Composer::new();
        let language = Language::default();
        let (figures, findings) = analysis::checked(&document, state, Some(&today()), language);
        let scene = Arc::new(composer.compose(&document, state, &figures));
        let ladder = composer.ladder(&document, &figures, LADDER_WIDTH);
        let notices = guard::told(&store, notice.as_ref());
        Ok(Session {
            recorded: store.is_recording(),
            waiting: None,
            notice: guard::sentence(&notices, notice.as_ref()),
            notices,
            unplaced: false,
            begun: false,
            store,
            document: Arc::new(document),
            state,
            revision: 1,
            composer,
            language,
            scene,
            ladder,
            ladder_width: LADDER_WIDTH,
            checks: checks(&findings, &figures),
            figures,
            findings,
            as_opened: false,
            typing: Typing::default(),
            simulations: Simulations::default(),
        })
    }

    /// The document as it is on disk.
    pub fn document(&self) -> Arc<Document> {
        Arc::clone(&self.document)
    }

    /// What names the document wherever its file goes, in hexadecimal digits.
    pub fn key(&self) -> String {
        self.store.document().iter().map(|byte| format!("{byte:02x}")).collect()
    }

    /// The state on the canvas.
    pub fn state(&self) -> StateId {
        self.state
    }

    /// Counts up with every edit, undo and redo.
    pub(crate) fn revision(&self) -> u64 {
        self.revision
    }

    /// What was played so far.
    pub(crate) fn simulations(&mut self) -> &mut Simulations {
        &mut self.simulations
    }

    /// The state as drawn.
    pub fn scene(&self) -> &Arc<Scene> {
        &self.scene
    }

    /// The ladder under the map.
    pub fn ladder(&self) -> &Ladder {
        &self.ladder
    }

    /// The figures of the state.
    pub fn figures(&self) -> &Figures {
        &self.figures
    }

    /// The language things are said in.
    pub(crate) fn language(&self) -> Language {
        self.language
    }

    /// What the checks of the state found.
    pub fn findings(&self) -> &[Finding] {
        &self.findings
    }

    /// What the checks found about a record.
    pub fn findings_about(&self, record: RecordId) -> Vec<Finding> {
        about(&self.document, &self.findings, record)
    }

    /// The handoff with this number: of the state on the canvas, or of another where it alone has a
    /// service level.
    pub fn handoff_numbered(&self, number: u32) -> Option<HandoffId> {
        handoffs::numbered(&self.document, self.state, number).map(|handoff| handoff.id)
    }

    /// Where the file lies.
    pub fn path(&self) -> &Path {
        self.store.path()
    }

    /// Everything a view needs to show the file.
    pub fn opened(&self) -> Opened {
        Opened {
            name: crate::name_of(self.path()),
            path: self.path().display().to_string(),
            read_only: self.store.access() == Access::ReadOnly,
            unplaced: self.unplaced,
            notices: self.notices.clone(),
            waiting: self.waiting(),
            revision: self.revision,
            state: self.state,
            records: self.document.records(),
            scene: Arc::clone(&self.scene),
            ladder: self.ladder.clone(),
            figures: self.figures.clone(),
            checks: self.checks.clone(),
            history: self.history(),
        }
    }

    /// The sentences for a person about anything unusual at opening, in English; empty when there is
    /// nothing.
    pub fn notice(&self) -> &str {
        &self.notice
    }

    /// Whether nobody has chosen yet where the file lives.
    pub(crate) fn is_unplaced(&self) -> bool {
        self.unplaced
    }

    /// Whether it was begun at once, and nothing was ever done in it.
    pub(crate) fn is_untouched(&self) -> bool {
        self.begun && self.waiting.is_none() && self.store.is_untouched()
    }

    /// Whether edits are refused.
    pub fn is_read_only(&self) -> bool {
        self.store.access() == Access::ReadOnly
    }

    /// What undo and redo would do.
    pub fn history(&self) -> History {
        let (undo, redo) = self.store.labels();
        History { undo, redo }
    }

    /// Carries out a command.
    ///
    /// # Errors
    /// A refusal; or the file could not take it, and it waits in memory. Nothing has changed then.
    pub fn apply(&mut self, command: &Command) -> Result<Patch, Failure> {
        self.nothing_waits()?;
        let planned = plan(&self.document, command)?;
        if planned.edit.changes.is_empty() {
            return Ok(self.patch(&[]));
        }
        let continues = self.typing.continues(command);
        self.write(&planned.edit, planned.document.used_up(), continues)?;
        self.typing.note(command);
        self.document = Arc::new(planned.document);
        Ok(self.settle(&planned.edit.changes))
    }

    /// Puts an edit on disk; one that cannot be put there waits.
    fn write(&mut self, edit: &Edit, used_up: (u64, u32), amends: bool) -> Result<(), Failure> {
        let written = self.keep_as_opened().and_then(|()| {
            let written = match amends {
                true => self.store.amend(edit, used_up),
                false => self.store.commit(edit, used_up),
            };
            written.map_err(from_store)
        });
        written.inspect_err(|why| self.keep_waiting(edit, why))
    }

    /// What a command would do; nothing is stored.
    pub fn preview(&mut self, sequence: u64, command: &Command) -> Preview {
        match plan(&self.document, command) {
            Err(refusal) => self.nothing_drawn(sequence, Some(refusal)),
            Ok(planned) => self.drawn_of(sequence, &planned),
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
        let (handoffs_made, handoffs_removed) =
            handoffs::difference(&self.document, &planned.document, &planned.edit.changes);
        let drawn = self.scene.difference(&drawn);
        Preview { sequence, drawn, handoffs_made, handoffs_removed, refusal: None }
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

    /// Names this point of the history, so that one can come back to it.
    ///
    /// # Errors
    /// The file could not take it.
    pub fn name_version(&mut self, name: &str) -> Result<(), Failure> {
        self.store.name_version(name).map_err(from_store)?;
        // It is the point that the file was opened at, and has a name now.
        self.as_opened = false;
        Ok(())
    }

    /// The file, for reading its history.
    pub(crate) fn store(&mut self) -> &mut Store {
        &mut self.store
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
        self.write(edit, document.used_up(), false)?;
        self.document = Arc::new(document);
        Ok(self.settle(&edit.changes))
    }

    /// Goes on in another file that holds the same; returns the one before.
    pub(crate) fn lay_into(&mut self, store: Store) -> Store {
        self.typing.end();
        self.as_opened = false;
        self.unplaced = false;
        self.begun = false;
        self.recorded = store.is_recording();
        self.notices = guard::told(&store, None);
        std::mem::replace(&mut self.store, store)
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

    /// Closes the file; at rest it is one complete file.
    ///
    /// # Errors
    /// The file could not be closed cleanly; every acknowledged edit is in it all the same.
    pub fn close(self) -> Result<(), Failure> {
        self.store.close().map_err(from_store)
    }

    /// Brings scene, figures and findings up to the document, and says what moved.
    pub(crate) fn settle(&mut self, changes: &[Change]) -> Patch {
        self.revision += 1;
        let told = self.look_after();
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

    fn patch(&self, changes: &[Change]) -> Patch {
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

/// The current state of the first process.
fn first_state(document: &Document) -> Option<StateId> {
    document
        .states()
        .find(|state| state.role == StateRole::Current)
        .or_else(|| document.states().next())
        .map(|state| state.id)
}
