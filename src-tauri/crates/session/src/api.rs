//! What crosses the boundary to a view: requests, replies, patches, failures. The shell, the
//! bridge and the tests speak this; `contract.ts` is made from it.

use analysis::attainment::Measured;
use analysis::compare::case::BusinessCase;
use analysis::compare::merge::{Differences, LeftOut};
use analysis::compare::{Comparison, Since, Waterfall};
use analysis::network::{Load, Network};
use analysis::patterns::{Assumed, FoundPattern, OpenRule, PatternAt, PatternTried};
use analysis::plan::Plan;
use analysis::simulation::{Effect, Figure, Improvement, Replay, Settings, Simulated};
use analysis::{
    AgreementShown, EndToEndShown, Expected, Figures, Finding, Matrix, NoExpectation, Rule,
    SignRating, TargetKind,
};
use model::{
    CalendarId, Command, HandoffId, Kind, Label, Minutes, PackChoice, PackForm, PageKind, Record,
    RecordId, Refusal, StateId, StepId, TeamId, Template,
};
use notation::Completion;
use scene::{Drawn, Ladder, Language, Rect, Scene, Shape};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use std::sync::Arc;
use ts_rs::TS;

/// Everything the view needs to show an open file, at one revision.
#[derive(Clone, Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export_to = "contract.ts")]
pub struct Opened {
    /// What the file is called, without folder and ending.
    pub name: String,
    /// Where it lies, as a person would read it.
    pub path: String,
    /// Edits are refused.
    pub read_only: bool,
    /// Nobody has chosen yet where it lives: it lies in a folder of Baton's own.
    pub unplaced: bool,
    /// What is out of the ordinary about the file, the gravest first.
    pub notices: Vec<FileNotice>,
    /// The edit that the file did not take.
    pub waiting: Option<WaitingShown>,
    /// Counts up with every edit, undo and redo.
    pub revision: u64,
    /// The state on the canvas.
    pub state: StateId,
    /// Every record of the document.
    pub records: Vec<Record>,
    /// The state as drawn.
    pub scene: Arc<Scene>,
    /// The ladder under it.
    pub ladder: Ladder,
    /// Its figures.
    pub figures: Figures,
    /// What its checks found.
    pub checks: Checks,
    /// What undo and redo would do.
    pub history: History,
}

/// What the checks found: how much of it, and the worst. A bare map of 2,000 steps has 13,000
/// findings; nobody reads them all, and they do not go down the channel with every edit.
#[derive(Clone, Debug, Default, PartialEq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export_to = "contract.ts")]
pub struct Checks {
    /// Findings that block the "ready" stamp. What is waived is in none of the three counts.
    pub errors: u32,
    /// Findings that the pack shows.
    pub warnings: u32,
    /// Advice.
    pub advice: u32,
    /// Findings that the room leaves as they are.
    pub waived: u32,
    /// How much of each of the seven signs they show, in their order.
    pub signs: Vec<SignRating>,
    /// The first 200 that are not waived: errors, then warnings, then advice, each in the order of
    /// the rules.
    pub worst: Vec<Finding>,
}

/// One thing out of the ordinary about an open file.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
#[serde(tag = "is", rename_all = "camelCase", rename_all_fields = "camelCase")]
#[ts(export_to = "contract.ts")]
pub enum FileNotice {
    /// The file may be read only.
    FileReadOnly,
    /// Its folder takes no files, so that no edit could be made safely.
    FolderReadOnly,
    /// It has a second name on its disk.
    SecondName,
    /// A newer Baton wrote it; it is read only.
    Newer,
    /// This computer has edits that the file lacks.
    Behind {
        /// How many.
        edits: u64,
        /// When the last of them was made, in seconds since 1970.
        at: u64,
    },
    /// This computer keeps no second copy of edits just now.
    NotRecording,
    /// The backup that was due could not be made.
    NotBackedUp,
    /// Beside it lie other states of it that synchronising made.
    Conflicts {
        /// What they are called.
        names: Vec<String>,
    },
}

/// An edit that the file did not take, kept in memory.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export_to = "contract.ts")]
pub struct WaitingShown {
    /// What it is called.
    pub label: Label,
    /// This computer keeps it, should Baton end before it is saved.
    pub kept: bool,
    /// Why it was not taken, as the code of a failure.
    pub code: String,
    /// The same as a sentence, in English.
    pub message: String,
    /// What to do, in English.
    pub hint: String,
}

/// A backup on this computer.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export_to = "contract.ts")]
pub struct BackupShown {
    /// Which one.
    pub number: u64,
    /// When it was made, in seconds since 1970.
    pub at: i64,
    /// How large it is.
    pub bytes: u64,
    /// How many steps are in it, of all states.
    pub steps: u64,
    /// The last edit in it.
    pub last: Option<Label>,
    /// The edits that this computer has beyond it; told of the newest alone.
    pub since: Option<AheadShown>,
}

/// Edits that this computer has beyond something.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export_to = "contract.ts")]
pub struct AheadShown {
    /// How many.
    pub edits: u64,
    /// When the last of them was made, in seconds since 1970.
    pub at: i64,
}

/// What there is to have in place of a file that cannot be opened.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export_to = "contract.ts")]
pub struct RescueShown {
    /// What the file is called, without folder and ending.
    pub name: String,
    /// Why it cannot be opened, as the code of a failure.
    pub code: String,
    /// The same as a sentence, in English.
    pub message: String,
    /// What to do, in English.
    pub hint: String,
    /// Newest first.
    pub backups: Vec<BackupShown>,
    /// What can be read of the file itself.
    pub salvage: Option<SalvageShown>,
}

/// What was read of a damaged file, and what was not.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export_to = "contract.ts")]
pub struct SalvageShown {
    /// What there is.
    pub kept: Vec<KindCount>,
    /// What is known to be lost.
    pub lost: Vec<KindCount>,
    /// Damaged rows of which not even the kind is known.
    pub unknown: u32,
    /// How much of what there is was read from the history.
    pub from_history: u32,
    /// How much was made anew so that the rules hold.
    pub made: u32,
}

/// So many of a kind.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export_to = "contract.ts")]
pub struct KindCount {
    /// Of which kind.
    pub kind: Kind,
    /// How many.
    pub count: u32,
}

/// What a new file is made of.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(tag = "by", rename_all = "camelCase", rename_all_fields = "camelCase")]
#[serde(deny_unknown_fields)]
#[ts(export_to = "contract.ts")]
pub enum RecoverBy {
    /// Of a backup.
    Backup {
        /// Which one.
        number: u64,
        /// With the edits that this computer has beyond it.
        with_recorded: bool,
    },
    /// Of what can be read of the damaged file.
    Salvage,
}

/// What was open when Baton died, and is open again.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export_to = "contract.ts")]
pub struct Reopened {
    /// The last edit that is in it; absent where there is none.
    pub last: Option<Label>,
}

/// What undo and redo would do now.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export_to = "contract.ts")]
pub struct History {
    /// The edit that undo takes back.
    pub undo: Option<Label>,
    /// The edit that redo brings back.
    pub redo: Option<Label>,
}

/// What the view must replace after an edit. What it does not name is as it was.
#[derive(Clone, Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export_to = "contract.ts")]
pub struct Patch {
    /// The revision the view is at after applying it.
    pub revision: u64,
    /// The state that is shown from then on.
    pub state: StateId,
    /// Records that are new or changed.
    pub records: Vec<Record>,
    /// Records that are gone.
    pub removed_records: Vec<RecordId>,
    /// What is drawn otherwise.
    pub drawn: Drawn,
    /// The ladder, if it changed.
    pub ladder: Option<Ladder>,
    /// The figures, if they changed.
    pub figures: Option<Figures>,
    /// The checks, if they changed.
    pub checks: Option<Checks>,
    /// What undo and redo would do.
    pub history: History,
    /// Records that this edit made, in order; the view selects or edits the first.
    pub made: Vec<RecordId>,
    /// What is out of the ordinary about the file, if that changed.
    pub notices: Option<Vec<FileNotice>>,
}

/// The kernel's answer to a gesture in progress. Nothing is stored.
#[derive(Clone, Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export_to = "contract.ts")]
pub struct Preview {
    /// The number the view gave the question; it drops answers that are not the newest.
    pub sequence: u64,
    /// What would be drawn otherwise than now.
    pub drawn: Drawn,
    /// Handoffs that would appear, as `H-07`.
    pub handoffs_made: Vec<String>,
    /// Handoffs that would vanish.
    pub handoffs_removed: Vec<String>,
    /// Why it may not happen, if it may not.
    pub refusal: Option<Refusal>,
}

/// Where a capture line goes on.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[ts(export_to = "contract.ts")]
pub struct CaptureAt {
    /// After this step, where the line begins with an arrow.
    pub after: Option<StepId>,
    /// In this team, where the line names none.
    pub team: Option<TeamId>,
}

/// What a capture line would make.
#[derive(Clone, Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export_to = "contract.ts")]
pub struct CapturePreview {
    /// As drawn.
    pub preview: Preview,
    /// How many new steps.
    pub steps: u32,
    /// Why it cannot be, if it cannot.
    pub problem: Option<Failure>,
}

/// What a capture line made.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export_to = "contract.ts")]
pub struct Captured {
    /// Where the next line goes on.
    pub last: Option<StepId>,
    /// In whose lane, where it names no team.
    pub team: Option<TeamId>,
    /// Steps that are new or changed.
    pub steps: Vec<StepId>,
}

/// A file that was open before.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export_to = "contract.ts")]
pub struct RecentFile {
    /// Its name without folder and ending.
    pub name: String,
    /// Its path; the view hands it back, and never makes one up.
    pub path: String,
    /// Seconds since 1970 when it was last opened here.
    pub opened_at: u64,
    /// Whether it is still there.
    pub exists: bool,
    /// Nobody has chosen yet where it lives: it is listed until somebody does.
    #[serde(default)]
    pub unplaced: bool,
}

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

/// What differs between the open file and another one of the same engagement.
#[derive(Clone, Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export_to = "contract.ts")]
pub struct DifferencesShown {
    /// The revision it is about.
    pub revision: u64,
    /// Where the other file lies; handed back to take something of it.
    pub path: String,
    /// What the other file is called, with its ending.
    pub name: String,
    /// Names the other file as it was read.
    pub mark: String,
    /// What differs.
    pub differences: Differences,
}

/// What came of taking differences.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export_to = "contract.ts")]
pub struct MergedShown {
    /// How many of those that were chosen are taken.
    pub taken: u32,
    /// What was taken with them because they cannot be without it.
    pub along: Vec<String>,
    /// What is gone besides because it cannot be without something that is gone.
    pub gone: Vec<String>,
    /// What was chosen and could not be taken.
    pub left: Vec<LeftOut>,
}

/// A new file, made of what there was.
#[derive(Clone, Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export_to = "contract.ts")]
pub struct Recovered {
    /// The new file.
    pub opened: Opened,
    /// What was read of a damaged file, if it is made of that.
    pub salvage: Option<SalvageShown>,
}

/// The pages of a pack.
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export_to = "contract.ts")]
pub struct PackShown {
    /// The revision it is about.
    pub revision: u64,
    /// In order.
    pub pages: Vec<PackSheet>,
    /// What is where.
    pub outline: Vec<PackLine>,
    /// What the reader will miss, one sentence each.
    pub warnings: Vec<String>,
    /// How it was made.
    pub choice: PackChoice,
}

/// A page of a pack.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export_to = "contract.ts")]
pub struct PackSheet {
    /// What it belongs to.
    pub kind: PageKind,
    /// In points.
    pub width: f32,
    /// In points.
    pub height: f32,
}

/// A line of the outline of a pack.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export_to = "contract.ts")]
pub struct PackLine {
    /// What it says.
    pub title: String,
    /// 0 is outermost.
    pub level: u8,
    /// On which page, from 0.
    pub page: usize,
}

/// What is painted on a page of a pack.
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export_to = "contract.ts")]
pub struct PackPageShown {
    /// Which one, from 0.
    pub page: usize,
    /// In order; points from the upper left corner.
    pub shapes: Vec<Shape>,
    /// What of some of them is seen, in order.
    pub windows: Vec<PackWindow>,
}

/// Shapes of a page of which only what lies in a rectangle is seen.
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export_to = "contract.ts")]
pub struct PackWindow {
    /// The first of them.
    pub from: usize,
    /// The first that is not one of them any more.
    pub until: usize,
    /// Where they are seen.
    pub rect: Rect,
}

/// The business case of two states.
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export_to = "contract.ts")]
pub struct CaseShown {
    /// The revision it is about.
    pub revision: u64,
    /// What it says.
    pub case: BusinessCase,
}

/// Two states in one picture.
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export_to = "contract.ts")]
pub struct Compared {
    /// The revision it is about.
    pub revision: u64,
    /// What became of what, and why the figures moved.
    pub comparison: Comparison,
    /// The second state, with what went from the first.
    pub scene: Scene,
}

/// Late cases of two states.
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export_to = "contract.ts")]
pub struct ComparedLate {
    /// The revision it is about.
    pub revision: u64,
    /// The promise that both are held against.
    pub promise: String,
    /// Minutes that are promised.
    pub minutes: Minutes,
    /// Late cases of the first state, in percent.
    pub before: Figure,
    /// Of the second.
    pub after: Figure,
    /// Why they differ; absent where the expected lead time does not tell.
    pub waterfall: Option<Waterfall>,
}

/// Two states beside each other.
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export_to = "contract.ts")]
pub struct ComparedSides {
    /// The revision they are about.
    pub revision: u64,
    /// The first state, with what goes marked.
    pub before: Scene,
    /// The second, with what came marked.
    pub after: Scene,
}

/// A named point of the history.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export_to = "contract.ts")]
pub struct VersionShown {
    /// Which one.
    pub version: u64,
    /// What it is called; empty for the file as it was opened, which nobody named.
    pub name: String,
    /// When it was named, in seconds since 1970.
    pub at: i64,
    /// Edits from there to the present: below nothing where redo leads there, absent where it lies
    /// on a way that was left.
    pub since: Option<i64>,
}

/// What changed since a version.
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export_to = "contract.ts")]
pub struct VersionChanges {
    /// The revision it is about.
    pub revision: u64,
    /// Since which.
    pub version: u64,
    /// What changed.
    pub since: Since,
}

/// A state as it was beside how it is.
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export_to = "contract.ts")]
pub struct VersionBeside {
    /// What became of what; the scene is that of the present.
    pub compared: Compared,
    /// As it was and as it is, each with what changed marked.
    pub sides: ComparedSides,
}

/// The figures as they would be.
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export_to = "contract.ts")]
pub struct Supposed {
    /// The Timeline and counts.
    pub figures: Figures,
    /// The Expected view; absent where nothing can be expected.
    pub expected: Option<Expected>,
}

/// Where patterns of a future state apply, and which of its rules are open.
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export_to = "contract.ts")]
pub struct PatternsShown {
    /// The revision it is about.
    pub revision: u64,
    /// The state they would be applied to; the one on the canvas where that is no current state, or
    /// nothing was made of it yet.
    pub state: StateId,
    /// By pattern, the longest wait first. Their places are in that state.
    pub patterns: Vec<PatternShown>,
    /// The rules that no pattern makes true, with the handoffs of the canvas where they are open.
    pub rules: Vec<OpenRule>,
}

/// A pattern, and what of it is on the canvas.
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export_to = "contract.ts")]
pub struct PatternShown {
    /// Where it applies.
    pub found: FoundPattern,
    /// What it is about, as drawn.
    pub drawn: Vec<RecordId>,
}

/// What the analysis of a state shows beside its figures.
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export_to = "contract.ts")]
pub struct AnalysisShown {
    /// The revision it is about.
    pub revision: u64,
    /// The Expected view.
    pub expected: ExpectedShown,
    /// How the teams hang together.
    pub network: Network,
}

/// The Expected view of a state, or why it has none.
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
#[serde(tag = "is", rename_all = "camelCase", rename_all_fields = "camelCase")]
#[ts(export_to = "contract.ts")]
#[allow(clippy::large_enum_variant)]
pub enum ExpectedShown {
    /// It has one.
    Known {
        /// Per item that starts.
        view: Expected,
    },
    /// It has none.
    Unknown {
        /// Why, for a view with words of its own.
        why: NoExpectation,
        /// The same as a sentence, in English.
        message: String,
    },
}

/// What a table of measured items says.
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export_to = "contract.ts")]
pub struct MeasuredFile {
    /// What the table is called.
    pub name: String,
    /// How many items it has.
    pub items: u32,
    /// What they say about the handoffs.
    pub measured: Measured,
}

/// What a text that is written to a file is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export_to = "contract.ts")]
pub enum TextForm {
    /// A table.
    Csv,
    /// A picture.
    Svg,
    /// Plain text.
    Text,
}

impl TextForm {
    /// The ending of its files.
    pub(crate) fn ending(self) -> &'static str {
        match self {
            TextForm::Csv => "csv",
            TextForm::Svg => "svg",
            TextForm::Text => "txt",
        }
    }
}

/// When the targets of a handoff are due.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export_to = "contract.ts")]
pub struct DueShown {
    /// In the order of the clock.
    pub dates: Vec<DueDate>,
    /// Why a target has no date, one sentence each.
    pub notes: Vec<String>,
}

/// When one target is due.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export_to = "contract.ts")]
pub struct DueDate {
    /// Which target.
    pub target: TargetKind,
    /// What the clocks of the calendar show, `YYYY-MM-DDTHH:MM`; universal time without a calendar.
    pub local: String,
    /// Its IANA time zone, or `UTC`.
    pub zone: String,
    /// The same instant in universal time.
    pub utc: String,
    /// The calendar it is counted in, and why this one; empty where none is needed.
    pub calendar: String,
}

/// When two calendars work at the same time.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export_to = "contract.ts")]
pub struct OverlapShown {
    /// Minutes from Monday to Sunday of this week.
    pub per_weekday: Vec<u16>,
    /// Minutes on the day of the coming year on which both work and share least.
    pub least: u16,
    /// That day, `YYYY-MM-DD`; empty where both never work on one day.
    pub least_on: String,
}

/// The start screen's facts.
#[derive(Clone, Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export_to = "contract.ts")]
pub struct Started {
    /// Baton's version.
    pub version: String,
    /// Newest first.
    pub recent: Vec<RecentFile>,
    /// The file from the command line, opened.
    pub opened: Option<Opened>,
    /// Why that file could not be opened.
    pub failure: Option<Failure>,
    /// The open file was open when Baton died; told once.
    pub reopened: Option<Reopened>,
}

/// A pack that was written, or minutes.
#[derive(Clone, Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export_to = "contract.ts")]
pub struct Exported {
    /// Where.
    pub path: String,
    /// How many pages; minutes have none.
    pub pages: u32,
    /// What a reader of the pack will miss, one sentence each.
    pub warnings: Vec<String>,
}

/// A calendar file that was written.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export_to = "contract.ts")]
pub struct AgendaExported {
    /// Where.
    pub path: String,
    /// How many days are in it.
    pub entries: u32,
    /// Actions that have no day, so they are not in it.
    pub undated: u32,
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
}

impl From<Refusal> for Failure {
    fn from(refusal: Refusal) -> Failure {
        let code = serde_json::to_value(refusal.code)
            .ok()
            .and_then(|value| value.as_str().map(str::to_owned))
            .unwrap_or_default();
        Failure { code, message: refusal.message, hint: String::new(), ids: refusal.ids }
    }
}
