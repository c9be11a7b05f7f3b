//! A file that cannot be opened, and what there is to have instead: the backups of this computer,
//! the edits that its flight recorder has beyond them, and what can be read of the file itself. What
//! is recovered is always a new file; the damaged one is only read.

use crate::Failure;
use crate::api::{AheadShown, BackupShown, KindCount, RecoverBy, RescueShown, SalvageShown};
use crate::failure::from_store;
use model::Kind;
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use store::{Ahead, Kept, LocalFolder, Salvaged};

/// A file that was refused, and why.
#[derive(Clone, Debug)]
pub struct Rescue {
    path: PathBuf,
    local: Option<LocalFolder>,
    why: Failure,
}

impl Rescue {
    /// Of this file, if what it was refused with is something that can be helped here.
    pub fn of(path: &Path, local: Option<&LocalFolder>, why: &Failure) -> Option<Rescue> {
        const HELPED: [&str; 8] = [
            "fileDamaged",
            "fileAltered",
            "fileUnreadable",
            "fileJournalForeign",
            "fileMissing",
            "fileEmpty",
            "fileTooSlow",
            "notABatonFile",
        ];
        let helped = HELPED.contains(&why.code.as_str());
        helped.then(|| Rescue { path: path.to_owned(), local: local.cloned(), why: why.clone() })
    }

    /// Of this file, whether it can be opened or not: for the command line.
    pub fn in_any_case(path: &Path, local: Option<&LocalFolder>) -> Rescue {
        let why = nothing_wrong();
        Rescue { path: path.to_owned(), local: local.cloned(), why }
    }

    /// The backups, newest first.
    pub fn backups(&self) -> Vec<BackupShown> {
        self.kept().map(|it| shown_backups(&it)).unwrap_or_default()
    }

    fn kept(&self) -> Option<Kept> {
        Kept::of_unopened(&self.path, self.local.as_ref()?)
    }

    /// What there is to have; none where there is nothing.
    pub fn shown(&self) -> Option<RescueShown> {
        let backups = self.backups();
        let salvage = store::salvage(&self.path).ok().map(|it| shown_salvage(&it));
        if backups.is_empty() && salvage.is_none() {
            return None;
        }
        let Failure { code, message, hint, .. } = self.why.clone();
        let name = crate::name_of(&self.path);
        Some(RescueShown { name, code, message, hint, backups, salvage })
    }

    /// What the file is called, without folder and ending.
    pub fn name(&self) -> String {
        crate::name_of(&self.path)
    }

    /// Makes a new file of what there is.
    ///
    /// # Errors
    /// There is nothing of that kind, or the new file cannot be made.
    pub fn recover(&self, by: RecoverBy, to: &Path) -> Result<Option<SalvageShown>, Failure> {
        match by {
            RecoverBy::Salvage => {
                let salvaged = store::salvage_to(&self.path, to).map_err(from_store)?;
                Ok(Some(shown_salvage(&salvaged)))
            }
            RecoverBy::Backup { number, with_recorded } => {
                let kept = self.kept().ok_or_else(no_backup)?;
                restore(&kept, number, with_recorded, to).map(|()| None)
            }
        }
    }
}

fn nothing_wrong() -> Failure {
    Failure {
        code: String::new(),
        message: String::new(),
        hint: String::new(),
        ids: Vec::new(),
        unread: None,
    }
}

/// Makes a new file of a backup.
pub(crate) fn restore(
    kept: &Kept,
    number: u64,
    with_recorded: bool,
    to: &Path,
) -> Result<(), Failure> {
    kept.restore(number, with_recorded, to).map_err(from_store)
}

pub(crate) fn no_backup() -> Failure {
    Failure {
        code: "noSuchBackup".to_owned(),
        message: "This computer has no backup of this file.".to_owned(),
        hint: "Look for an earlier copy in your cloud folder's history.".to_owned(),
        ids: Vec::new(),
        unread: None,
    }
}

/// As a list shows them; what was done since is told of the newest alone, which it belongs to.
pub(crate) fn shown_backups(kept: &Kept) -> Vec<BackupShown> {
    let all = kept.backups();
    let newest = all.first().and_then(|it| kept.since(it.number));
    let shown = all.into_iter().enumerate().map(|(at, it)| BackupShown {
        number: it.number,
        at: it.at,
        bytes: it.bytes,
        steps: it.steps,
        last: it.last,
        since: if at == 0 {
            newest.map(|Ahead { edits, at }| AheadShown { edits, at })
        } else {
            None
        },
    });
    shown.collect()
}

fn shown_salvage(salvaged: &Salvaged) -> SalvageShown {
    let counts = |of: &BTreeMap<Kind, usize>| {
        of.iter().map(|(kind, count)| KindCount { kind: *kind, count: number(*count) }).collect()
    };
    SalvageShown {
        kept: counts(&salvaged.kept),
        lost: counts(&salvaged.lost),
        unknown: number(salvaged.unknown),
        from_history: number(salvaged.from_history),
        made: number(salvaged.made),
    }
}

fn number(count: usize) -> u32 {
    u32::try_from(count).unwrap_or(u32::MAX)
}
