//! What crosses the boundary to a view: requests, replies, patches, failures. The shell, the
//! bridge and the tests speak this; `contract.ts` is made from it.

mod edit;
mod figures;
mod file;
mod paper;

pub use edit::{CaptureAt, CapturePreview, Captured, History, Patch, Preview};
pub use figures::{
    AnalysisShown, CaseShown, Compared, ComparedLate, ComparedSides, DueDate, DueShown,
    ExpectedShown, MeasuredFile, OverlapShown, PatternShown, PatternsShown, Supposed,
    VersionBeside, VersionChanges, VersionShown,
};
pub use file::{
    AheadShown, BackupShown, Checks, DifferencesShown, FileNotice, KindCount, MergedShown, Opened,
    RecentFile, RecoverBy, Recovered, Reopened, RescueShown, SalvageShown, Started, WaitingShown,
};
pub use paper::{
    AgendaExported, Exported, PackLine, PackPageShown, PackSheet, PackShown, PackWindow, TextForm,
};

use analysis::compare::Comparison;
use analysis::network::Load;
use analysis::patterns::{Assumed, PatternAt, PatternTried};
use analysis::plan::Plan;
use analysis::simulation::{Effect, Improvement, Replay, Settings, Simulated};
use analysis::{AgreementShown, EndToEndShown, Finding, Matrix, Rule};
use model::{
    CalendarId, Command, HandoffId, Minutes, PackChoice, PackForm, RecordId, Refusal, StateId,
    StepId, TeamId, Template,
};
use notation::Completion;
use scene::Language;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use ts_rs::TS;

/// What the view can ask for. Paths come from the shell's dialogs and its list of recent files.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[serde(tag = "ask", rename_all = "camelCase", rename_all_fields = "camelCase")]
#[serde(deny_unknown_fields)]
#[ts(export_to = "contract.ts")]
#[allow(missing_docs)]
pub enum Request {
    /// The start screen's facts. Opens the file from the command line, if there was one.
    Start,
    /// A new engagement, saved at this path; `None` begins it at once in a folder of Baton's own.
    NewEngagement {
        blank: model::Blank,
        path: Option<String>,
    },
    /// An existing file; `None` asks with a dialog.
    Open {
        path: Option<String>,
    },
    /// A copy of the sample engagement, as [`Request::NewEngagement`].
    OpenSample {
        path: Option<String>,
    },
    /// What the window put aside for the next time.
    Remembered,
    /// Puts a value aside for the next time, as JSON: the theme, where a file was looked at.
    Remember {
        name: String,
        value: String,
    },
    /// Closes the file; the start screen follows.
    Close,
    /// Forgets a recent file.
    Forget {
        path: String,
    },
    /// Carries out a command. The patch is sent down the channel before the reply; a large one may
    /// arrive after it, so a view waits for the revision.
    Apply {
        command: Command,
        /// By one more tap of a key: undo takes it back with the taps before it.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        #[ts(optional)]
        tapped: Option<bool>,
    },
    /// What a command would do; nothing is stored.
    Preview {
        sequence: u64,
        command: Command,
    },
    /// What a capture line would make; nothing is stored.
    PreviewCapture {
        sequence: u64,
        at: CaptureAt,
        text: String,
    },
    /// Carries out a capture line, or several, as one edit.
    Capture {
        at: CaptureAt,
        text: String,
    },
    /// What could stand at the caret, counted in UTF-16 units as the view counts.
    Complete {
        at: CaptureAt,
        text: String,
        caret: u32,
    },
    /// Lays out the whole state afresh, or these steps of it, as one edit.
    TidyUp {
        state: StateId,
        steps: Vec<StepId>,
    },
    /// What the checks found, waived or not: all of it, or what is about one record. A handoff and
    /// its connector are one.
    Findings {
        about: Option<RecordId>,
    },
    /// The table of rules: what can be set otherwise.
    Rules,
    Undo,
    Redo,
    /// The language that maps are drawn in from now on. A patch follows where one is open.
    Speak {
        language: Language,
    },
    /// The width the ladder is laid out for, in points. A patch with the ladder follows.
    LadderWidth {
        width: f32,
    },
    /// The agreement of a handoff: read aloud, beside today, with what is missing.
    Agreement {
        handoff: HandoffId,
    },
    /// When the targets of a handoff are due for an item. Times are `YYYY-MM-DDTHH:MM`, on the
    /// clocks of the calendar that the response is counted in.
    Due {
        handoff: HandoffId,
        from: String,
        accepted: Option<String>,
        /// How long the clock stood still.
        paused: Minutes,
    },
    /// When two calendars work at the same time.
    Overlap {
        a: CalendarId,
        b: CalendarId,
    },
    /// The responsibility matrix of the state on the canvas.
    Responsibility,
    /// How busy the teams of the state on the canvas are.
    Loads,
    /// The end-to-end promises of the state on the canvas, each with what it rests on.
    Promises,
    /// The state on the canvas played out, in at least so many runs; those made before count. With
    /// `supposing`, as it would be after these commands; nothing is stored.
    Simulate {
        settings: Settings,
        supposing: Vec<Command>,
        runs: u32,
    },
    /// Some cases of the first run, move by move.
    Replay {
        settings: Settings,
        cases: u32,
    },
    /// What became of one state in another, in words, figures and one picture.
    Compare {
        from: StateId,
        to: StateId,
    },
    /// The same as two pictures.
    CompareSides {
        from: StateId,
        to: StateId,
    },
    /// The same in words and figures alone.
    CompareWords {
        from: StateId,
        to: StateId,
    },
    /// How many cases are late in two states, by simulation, against one promise.
    CompareLate {
        from: StateId,
        to: StateId,
        settings: Settings,
        runs: u32,
    },
    /// The named points of the history, newest first.
    Versions,
    /// Names the present point of the history.
    NameVersion {
        name: String,
    },
    /// What changed since a version, in words.
    VersionChanges {
        version: u64,
    },
    /// Makes the document what it was at a version, as one edit.
    RestoreVersion {
        version: u64,
    },
    /// The state on the canvas as it was at a version, beside how it is.
    ShowVersion {
        version: u64,
    },
    /// Shows another state. A patch with all that is drawn otherwise follows.
    Show {
        state: StateId,
    },
    /// Puts an improvement into the future state that descends from the one on the canvas, as one
    /// edit; where there is none yet, it is made first, with this name. The future state is shown.
    Improve {
        commands: Vec<Command>,
        name: String,
    },
    /// What the room could change on the state on the canvas.
    Improvements,
    /// Where patterns apply on the future state that descends from the one on the canvas, or on that
    /// one where there is none yet.
    Patterns,
    /// What a pattern would give, with some of what it assumes said; nothing is stored.
    TryPattern {
        at: PatternAt,
        values: Vec<Option<Assumed>>,
    },
    /// Applies a pattern to the state it was found on, as one edit. Where that is the current state, the
    /// future state is made first, with this name. The future state is shown.
    ApplyPattern {
        at: PatternAt,
        values: Vec<Option<Assumed>>,
        name: String,
    },
    /// What some commands would give, by simulation: both sides draw the same.
    Effect {
        settings: Settings,
        commands: Vec<Command>,
        runs: u32,
    },
    /// The figures as they would be after some commands; nothing is stored.
    Suppose {
        commands: Vec<Command>,
    },
    /// The Expected view of the state on the canvas, and how its teams hang together.
    Analysis,
    /// The templates to begin with; their ids are given by the document they are added to.
    Presets,
    /// A table of measured items held against the state on the canvas; `None` asks with a dialog.
    /// Nothing of it is kept.
    Attainment {
        path: Option<String>,
    },
    /// Writes a chart or a table of the view as a file; `None` asks with a dialog.
    SaveText {
        name: String,
        form: TextForm,
        text: String,
        path: Option<String>,
    },
    /// The pages of the pack: what they are and how large. Without a choice as the last one was.
    PackPages {
        choice: Option<PackChoice>,
    },
    /// What is painted on a page of those that were asked for last.
    PackPage {
        page: usize,
    },
    /// The client's logo for the pack: a PNG, JPEG or SVG file in base64, with its name; without a
    /// file there is none from now on.
    SetLogo {
        name: String,
        file: Option<String>,
    },
    /// Writes the pack; without a path it asks with a dialog.
    ExportPack {
        path: Option<String>,
        /// As the last one was without.
        #[serde(default)]
        choice: Option<PackChoice>,
        #[serde(default)]
        form: PackForm,
    },
    /// Writes the minutes as Markdown; `None` asks with a dialog.
    ExportMinutes {
        path: Option<String>,
    },
    /// Shows a file that was exported in the system's viewer.
    ShowExported {
        path: String,
    },
    /// The plan as it stands today: columns, what is late, load by owner, what is unanswered.
    Plan,
    /// Writes the days of the plan as a calendar file; `None` asks with a dialog.
    ExportAgenda {
        path: Option<String>,
    },
    /// The backups of the open file on this computer.
    Backups,
    /// What there is to have in place of the file that was refused last.
    Rescue,
    /// Makes a new file of a backup or of what is left of a damaged file, and opens it; without a path
    /// it asks with a dialog. Of the open file, else of the one that was refused last.
    Recover {
        by: RecoverBy,
        path: Option<String>,
    },
    /// Makes the edits again that this computer has and the open file lacks.
    RestoreRecorded,
    /// What differs between the open file and another one of the same engagement, which is only read;
    /// a name without a folder is one beside the open file, and without a path it asks with a dialog.
    Differences {
        path: Option<String>,
    },
    /// Makes these differences as they are in the other file, as one edit; `revision` and `mark` are
    /// those that they were told with.
    Merge {
        path: String,
        revision: u64,
        mark: String,
        taken: Vec<String>,
    },
    /// The edit that the file did not take, if there is one.
    Waiting,
    /// Tries once more to save the edit that waits.
    TryAgain,
    /// Lets the edit that waits go.
    DiscardWaiting,
    /// Goes on in a new file, with the edit that waits; without a path it asks with a dialog.
    SaveElsewhere {
        path: Option<String>,
    },
    /// Gives an engagement that has no place of its own one, and goes on there; without a path it
    /// asks with a dialog.
    Place {
        path: Option<String>,
    },
    /// A text for whoever helps, without anything that a person wrote.
    Diagnosis,
    /// What the second of two states frees, and what that is worth in a year.
    BusinessCase {
        from: StateId,
        to: StateId,
    },
}

/// The answer to a request.
#[derive(Clone, Debug, Serialize, TS)]
#[serde(tag = "reply", content = "with", rename_all = "camelCase")]
#[ts(export_to = "contract.ts")]
#[allow(clippy::large_enum_variant, missing_docs)]
pub enum Reply {
    Started(Started),
    Opened(Opened),
    /// Values by name, as JSON.
    Remembered(BTreeMap<String, String>),
    /// Done; what changed came down the channel.
    Done,
    Previewed(Preview),
    CapturePreviewed(CapturePreview),
    /// Done; what changed came down the channel.
    Captured(Captured),
    Completed(Completion),
    Agreement(AgreementShown),
    Due(DueShown),
    Overlap(OverlapShown),
    Responsibility(Matrix),
    Loads(BTreeMap<TeamId, Load>),
    Promises(Vec<EndToEndShown>),
    Simulated(Simulated),
    Replay(Replay),
    Improvements(Vec<Improvement>),
    Patterns(PatternsShown),
    PatternTried(PatternTried),
    Effect(Effect),
    Supposed(Supposed),
    Analysis(AnalysisShown),
    Compared(Compared),
    ComparedSides(ComparedSides),
    ComparedWords(Comparison),
    Versions(Vec<VersionShown>),
    VersionChanges(VersionChanges),
    VersionBeside(VersionBeside),
    /// Nothing where no promise along the way of both is made.
    ComparedLate(Option<ComparedLate>),
    Attainment(MeasuredFile),
    Presets(Vec<Template>),
    /// In the order of the checks.
    Findings(Vec<Finding>),
    /// In the order of the specification.
    Rules(Vec<Rule>),
    /// The pack or the minutes were written there.
    Exported(Exported),
    /// The person closed the dialog; nothing was done.
    Cancelled,
    Plan(Plan),
    /// The calendar file was written.
    AgendaExported(AgendaExported),
    BusinessCase(CaseShown),
    Backups(Vec<BackupShown>),
    /// Nothing where no file was refused, or nothing is left of it.
    Rescue(Option<RescueShown>),
    /// The new file, and what of the damaged one is in it.
    Recovered(Recovered),
    Differences(DifferencesShown),
    /// Done; what changed came down the channel.
    Merged(MergedShown),
    Waiting(Option<WaitingShown>),
    Diagnosis(String),
    PackPages(PackShown),
    PackPage(PackPageShown),
}

/// The only error the view sees. It branches on the code alone.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS, thiserror::Error)]
#[error("{message}")]
#[serde(rename_all = "camelCase")]
#[ts(export_to = "contract.ts")]
pub struct Failure {
    /// What kind of failure, in camelCase: a refusal's code, or one of the file's.
    pub code: String,
    /// What happened.
    pub message: String,
    /// What to do.
    pub hint: String,
    /// The records concerned.
    pub ids: Vec<RecordId>,
    /// Where a text is no map, and why: for a message in another language.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[ts(optional)]
    pub unread: Option<Box<notation::Error>>,
}

impl From<Refusal> for Failure {
    fn from(refusal: Refusal) -> Failure {
        let code = serde_json::to_value(refusal.code)
            .ok()
            .and_then(|value| value.as_str().map(str::to_owned))
            .unwrap_or_default();
        Failure {
            code,
            message: refusal.message,
            hint: String::new(),
            ids: refusal.ids,
            unread: None,
        }
    }
}
