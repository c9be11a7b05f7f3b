//! A session: one open file. Every change goes plan, commit, replace, patch, in that order, so
//! that a view is never told of anything that is not on disk.

mod drawing;
mod edits;

use crate::api::{Checks, FileNotice, History, Opened};
use crate::checks::{about, checks};
use crate::failure::{from_store, invalid};
use crate::guard::{self, Neighbours, Waiting};
use crate::play::Simulations;
use crate::today::today;
use crate::typing::Typing;
use crate::{Failure, handoffs, placing};
use analysis::{Figures, Finding};
use model::{Document, HandoffId, RecordId, StateId, StateRole};
use scene::{Composer, Ladder, Language, Scene};
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
    pub(crate) neighbours: Neighbours,
    /// The notices changed, and no view was told yet.
    pub(crate) untold: bool,
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
        let (notices, neighbours) = guard::told(&store, notice.as_ref());
        Ok(Session {
            recorded: store.is_recording(),
            waiting: None,
            notice: guard::sentence(&notices, notice.as_ref()),
            notices,
            neighbours,
            untold: false,
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

    /// The file, for reading its history.
    pub(crate) fn store(&mut self) -> &mut Store {
        &mut self.store
    }

    /// Goes on in another file that holds the same; returns the one before.
    pub(crate) fn lay_into(&mut self, store: Store) -> Store {
        self.typing.end();
        self.as_opened = false;
        self.unplaced = false;
        self.begun = false;
        self.recorded = store.is_recording();
        (self.notices, self.neighbours) = guard::told(&store, None);
        std::mem::replace(&mut self.store, store)
    }

    /// Closes the file; at rest it is one complete file.
    ///
    /// # Errors
    /// The file could not be closed cleanly; every acknowledged edit is in it all the same.
    pub fn close(self) -> Result<(), Failure> {
        self.store.close().map_err(from_store)
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
