//! What there is to say about an open file, its backups, and a file beside it.

use super::{Failure, History};
use analysis::compare::merge::{Differences, LeftOut};
use analysis::{Figures, Finding, SignRating};
use model::{Kind, Label, Record, StateId};
use scene::{Ladder, Scene};
use serde::{Deserialize, Serialize};
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
