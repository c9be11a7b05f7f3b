//! `baton backups` and `baton recover`: what this computer keeps of a file, and a new file of that or
//! of what can be read of a damaged one. The file itself is only read.

use crate::ending::{Ending, Outcome, say, spoken};
use clap::Args;
use session::api::{BackupShown, KindCount, RecoverBy, RescueShown, SalvageShown};
use session::{LocalFolder, Rescue};
use std::path::PathBuf;

/// Where the window keeps what it keeps; the name is that of its configuration.
const WINDOW: &str = "dev.baton.desktop";

/// A file, and where this computer keeps what belongs to it.
#[derive(Args)]
pub struct OfFile {
    /// The engagement
    pub file: PathBuf,
    /// Baton's folder on this computer, where that is another than usual
    #[arg(long)]
    data: Option<PathBuf>,
}

impl OfFile {
    /// The folder where the window keeps backups and the flight recorder, if this system has one.
    pub fn local(&self) -> Option<LocalFolder> {
        self.data.clone().or_else(usual).map(LocalFolder::new)
    }

    fn rescue(&self) -> Rescue {
        Rescue::in_any_case(&self.file, self.local().as_ref())
    }

    /// How many backups there are.
    pub fn backups(&self) -> usize {
        self.rescue().backups().len()
    }

    fn shown(&self) -> Result<RescueShown, String> {
        self.rescue().shown().ok_or_else(|| {
            let name = self.file.display();
            format!("This computer has no backup of {name}, and nothing can be read of it.")
        })
    }
}

fn usual() -> Option<PathBuf> {
    let of = |name: &str| std::env::var_os(name).map(PathBuf::from).filter(|it| it.is_absolute());
    let home = || of(if cfg!(windows) { "USERPROFILE" } else { "HOME" });
    let data = if cfg!(windows) {
        of("LOCALAPPDATA")
    } else if cfg!(target_os = "macos") {
        home().map(|it| it.join("Library/Application Support"))
    } else {
        of("XDG_DATA_HOME").or_else(|| home().map(|it| it.join(".local/share")))
    };
    data.map(|it| it.join(WINDOW))
}

/// What a new file is made of, and where it goes.
#[derive(Args)]
pub struct Recover {
    #[command(flatten)]
    kept: OfFile,
    /// The .baton file to make
    #[arg(long)]
    out: PathBuf,
    /// The backup with this number; the newest one without it
    #[arg(long, conflicts_with = "salvage")]
    backup: Option<u64>,
    /// Without the edits that this computer has beyond the newest backup
    #[arg(long, conflicts_with = "salvage")]
    without_edits: bool,
    /// What can be read of the file itself, even where there is a backup
    #[arg(long)]
    salvage: bool,
}

impl Recover {
    /// Makes the file, and says what is in it.
    ///
    /// # Errors
    /// There is nothing to make it of, or it cannot be made.
    pub fn run(&self) -> Outcome {
        let shown = self.kept.shown()?;
        let newest = shown.backups.first();
        let wanted = self.backup.or(newest.map(|it| it.number));
        let by = match wanted {
            Some(number) if !self.salvage => {
                let since = newest.is_some_and(|it| it.number == number && it.since.is_some());
                RecoverBy::Backup { number, with_recorded: since && !self.without_edits }
            }
            _ => RecoverBy::Salvage,
        };
        let recover = |by| self.kept.rescue().recover(by, &self.out).map_err(spoken);
        let salvage = recover(by)?;
        let out = self.out.display();
        match (by, salvage) {
            (RecoverBy::Backup { number, with_recorded }, _) => {
                let edits = newest.and_then(|it| it.since).filter(|_| with_recorded);
                let with = edits.map_or(String::new(), |it| format!(" and {} edits", it.edits));
                say(&format!("{out}: backup {number}{with}"))
            }
            (RecoverBy::Salvage, salvage) => {
                let said = salvage.as_ref().map(of_salvage).unwrap_or_default();
                say(&format!("{out}: what could be read\n{said}"))?;
                let whole = salvage.is_none_or(|it| it.lost.is_empty() && it.unknown == 0);
                Ok(if whole { Ending::Done } else { Ending::Findings })
            }
        }
    }
}

fn of_salvage(it: &SalvageShown) -> String {
    let counts = |all: &[KindCount]| {
        let each: Vec<String> = all.iter().map(|it| format!("{} {}", it.count, word(it))).collect();
        if each.is_empty() { "nothing".to_owned() } else { each.join(", ") }
    };
    let mut said = format!("kept     {}\nlost     {}\n", counts(&it.kept), counts(&it.lost));
    for (count, what) in [
        (it.unknown, "damaged rows of an unknown kind"),
        (it.from_history, "read from the history"),
        (it.made, "made anew"),
    ] {
        if count > 0 {
            said.push_str(&format!("besides  {count} {what}\n"));
        }
    }
    said
}

fn word(it: &KindCount) -> &'static str {
    it.kind.word()
}

/// Lists the backups of a file, newest first.
///
/// # Errors
/// Standard output does not take it.
pub fn list(kept: &OfFile) -> Outcome {
    let backups = kept.rescue().backups();
    if backups.is_empty() {
        say(&format!("This computer has no backup of {}.", kept.file.display()))?;
        return Ok(Ending::Findings);
    }
    say(&backups.iter().map(line).collect::<String>())
}

fn line(it: &BackupShown) -> String {
    let BackupShown { number, at, bytes, steps, last, since } = it;
    let at = session::moment(*at);
    let last = last.as_ref().map_or_else(String::new, |it| format!("  last {:?}", it.code));
    let since = since.map_or_else(String::new, |it| format!("  {} edits since", it.edits));
    format!("{number:>4}  {at}  {steps:>5} steps  {:>7} KB{last}{since}\n", bytes.div_ceil(1024))
}
