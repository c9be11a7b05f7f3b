//! The .baton file under everything that happens to files: reopening, damage, foreign hands, two
//! windows, moving, crashes. Real SQLite, real processes, real disks.
#![cfg(test)]

mod backups;
mod crash;
mod damage;
mod disk;
mod elsewhere;
mod failing;
mod fixture;
mod gate;
mod history;
mod kill;
mod look;
mod power;
mod recorder;
mod rescue;
mod round_trip;
pub mod samples;
mod script;

use ::store::{Error, OpenedFile, Store};
use model::{Command, Document, Planned, plan};
use std::path::{Path, PathBuf};
use std::process::{Child, ChildStdout, Stdio};
use tempfile::TempDir;

/// Numbers that look random and are the same in every run (SplitMix64).
struct Seeded(u64);

impl Seeded {
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        z ^ (z >> 31)
    }

    /// From 0 up to, but not including, `end`.
    fn below(&mut self, end: usize) -> usize {
        (self.next() % end as u64) as usize
    }
}

/// A folder with a file of this document in it.
fn file_of(document: &Document) -> (TempDir, PathBuf) {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("work.baton");
    Store::create(&path, document, None).unwrap().close().unwrap();
    (folder, path)
}

/// What opening this path is refused with.
fn refusal(path: &Path) -> Error {
    Store::open(path, None).expect_err("it should not have opened")
}

fn open(path: &Path) -> OpenedFile {
    Store::open(path, None).unwrap()
}

/// Plans and commits a command; the document after it.
fn commit(store: &mut Store, document: &Document, command: &Command) -> Document {
    let Planned { edit, document } = plan(document, command).unwrap();
    store.commit(&edit, document.used_up()).unwrap();
    document
}

/// A command that gives the engagement this title.
fn title(document: &Document, title: &str) -> Command {
    let id = document.the_engagement().unwrap().id.into();
    Command::Rename { id, name: title.to_owned() }
}

fn note(text: &str) -> Command {
    Command::AddPainPoint { text: text.to_owned(), about: Vec::new(), cause: None }
}

fn environment(name: &str, otherwise: usize) -> usize {
    std::env::var(name).ok().and_then(|value| value.parse().ok()).unwrap_or(otherwise)
}

/// Runs one of the tests of this folder that is a program rather than a test, in a process of its
/// own, on the file at `path`.
fn child(test: &str, path: &Path, more: &str) -> (Child, ChildStdout) {
    child_of(std::process::Command::new(std::env::current_exe().unwrap()), test, path, more)
}

/// The same by way of another program, which is handed this one's path last.
fn child_of(
    mut program: std::process::Command,
    test: &str,
    path: &Path,
    more: &str,
) -> (Child, ChildStdout) {
    let module = module_path!().split_once("::").map_or("", |(_, module)| module);
    let mut child = program
        .args([&format!("{module}::{test}"), "--exact", "--nocapture", "--test-threads=1"])
        .env("BATON_CHILD_FILE", path)
        .env("BATON_CHILD_MORE", more)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .unwrap();
    let output = child.stdout.take().unwrap();
    (child, output)
}

/// The file a child process is to work on, and what else it was told; none in an ordinary run.
fn told() -> Option<(PathBuf, String)> {
    let path = std::env::var_os("BATON_CHILD_FILE")?;
    Some((path.into(), std::env::var("BATON_CHILD_MORE").unwrap_or_default()))
}

/// Says something to the parent process, at once. Begins a line of its own: the test harness
/// leaves one unfinished.
fn say(word: &str) {
    use std::io::Write;
    let mut out = std::io::stdout().lock();
    out.write_all(format!("\n{word}\n").as_bytes()).unwrap();
    out.flush().unwrap();
}
