//! Kills a process that streams edits into a file, at random moments, and looks at what is left:
//! every edit it was told is saved must be there, and at most the one under way beside them.
//!
//! It proves that the process may die at any time. That the *machine* may, only a model of power
//! loss can prove.

use super::samples::small;
use super::script::{Mirror, act, play, walk};
use super::{Seeded, child, environment, say, told};
use ::store::{Fact, LocalFolder, Store};
use std::io::{BufRead, BufReader, Read};
use std::path::Path;
use std::time::Duration;

const SEED: u64 = 11;
/// After so many kills a new file is begun: history is then walked from end to end.
const KILLS_A_FILE: usize = 25;

/// In a process of its own: streams acts into a file from a given number on, and says after each
/// that it is saved.
#[test]
fn writer() {
    let Some((path, first)) = told() else { return };
    let local = LocalFolder::new(path.with_extension("local"));
    let mut opened = Store::open(&path, Some(&local)).unwrap();
    say("open");
    for number in first.parse::<usize>().unwrap().. {
        let next = act(SEED, number);
        opened.document = play(&mut opened.store, opened.document, next, number);
        say(&format!("saved {number}"));
    }
}

/// Lets the writer make this many acts, gives it a moment more, kills it wherever it then is, and
/// returns how many acts were acknowledged in all.
fn run_and_kill(path: &Path, done: usize, acts: usize, moment: Duration) -> usize {
    let (mut writer, output) = child("kill::writer", path, &done.to_string());
    let mut output = BufReader::new(output);
    let awaited = match acts {
        0 => "open".to_owned(),
        _ => format!("saved {}", done + acts - 1),
    };
    let mut line = String::new();
    while line.trim_end() != awaited {
        line.clear();
        assert!(output.read_line(&mut line).unwrap() > 0, "the writer stopped before “{awaited}”");
    }
    std::thread::sleep(moment);
    writer.kill().unwrap();
    writer.wait().unwrap();
    let mut said = String::new();
    output.read_to_string(&mut said).unwrap();
    // The last line may be torn; what was not said whole was not acknowledged.
    let whole = said.rsplit_once('\n').map_or("", |(whole, _)| whole);
    let last = whole.lines().rev().find_map(|line| line.strip_prefix("saved "));
    last.map_or(done + acts, |number| number.parse::<usize>().unwrap() + 1)
}

/// One file and the mirror of what was acknowledged.
struct Trial {
    _folder: tempfile::TempDir,
    path: std::path::PathBuf,
    mirror: Mirror,
    done: usize,
    kept_unacknowledged: usize,
}

impl Trial {
    fn new() -> Trial {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("work.baton");
        Store::create(&path, &small(), None).unwrap().close().unwrap();
        Trial { _folder: folder, path, mirror: Mirror::new(), done: 0, kept_unacknowledged: 0 }
    }

    fn kill_after(&mut self, acts: usize, moment: Duration) {
        let acknowledged = run_and_kill(&self.path, self.done, acts, moment);
        while self.done < acknowledged {
            self.step();
        }
        let local = LocalFolder::new(self.path.with_extension("local"));
        let opened = Store::open(&self.path, Some(&local)).unwrap();
        if opened.document != self.mirror.document {
            self.step();
            self.kept_unacknowledged += 1;
        }
        assert_eq!(opened.document, self.mirror.document, "after {acknowledged} acknowledged acts");
        assert_eq!(opened.document.used_up(), self.mirror.document.used_up());
        for fact in opened.notice.iter().flat_map(|notice| notice.facts()) {
            assert!(matches!(fact, Fact::Behind { edits: 1, .. }), "{fact}");
        }
    }

    fn step(&mut self) {
        self.mirror.play(act(SEED, self.done), self.done);
        self.done += 1;
    }

    /// Checks with SQLite's own eyes, then walks the history.
    fn finish(self) -> (usize, usize) {
        let mut opened = Store::open(&self.path, None).unwrap();
        walk(&mut opened.store, &self.mirror);
        opened.store.close().unwrap();
        let conn = rusqlite::Connection::open(&self.path).unwrap();
        let answer: String =
            conn.query_row("PRAGMA integrity_check", [], |row| row.get(0)).unwrap();
        assert_eq!(answer, "ok");
        (self.done, self.kept_unacknowledged)
    }
}

#[test]
fn a_killed_process_loses_no_acknowledged_edit() {
    let mut random = Seeded(5);
    let (mut acts, mut unacknowledged) = (0, 0);
    let mut trial = Trial::new();
    let kills = environment("BATON_KILLS", 200);
    for kill in 1..=kills {
        // Often at once, while the first journal is being made; else in mid-stream.
        let awaited = random.below(8).saturating_sub(2);
        trial.kill_after(awaited, Duration::from_micros(random.below(8_000) as u64));
        if kill % KILLS_A_FILE == 0 || kill == kills {
            let (done, kept) = std::mem::replace(&mut trial, Trial::new()).finish();
            acts += done;
            unacknowledged += kept;
        }
    }
    println!("{kills} kills, {acts} acts kept, {unacknowledged} of them not acknowledged");
}
