//! Long runs through the kernel, each with a count: `soak commands COUNT [SEED]`, `soak edits COUNT`,
//! `soak large STEPS [FOLDER]`, `soak latency COUNT`. Files lie in the folder that `TMPDIR` names; for
//! the disk to be in the figures it has to be one. `large` leaves its file in a folder that is named,
//! and finds it there again. A short run of the first is in the kernel's tests.

// A run that cannot go on has failed.
#![allow(clippy::unwrap_used, clippy::indexing_slicing)]

use baton_tests::dice::Dice;
use baton_tests::soak::{Random, begun};
use baton_tests::synthetic::synthetic;
use model::{
    Command, Document, Estimate, Minutes, PackForm, Place, StateId, StepEdit, StepMove, plan,
};
use session::{LocalFolder, Session};
use std::path::Path;
use std::process::ExitCode;
use std::time::{Duration, Instant};

/// Commands in one engagement; then another begins, with the next seed.
const OF_ONE: usize = 20_000;
/// After so many commands scene and figures are held against fresh ones; the document is checked after
/// each.
const LOOK: usize = 100;
/// So many edits are taken back at the end of an engagement, and all of them in every tenth.
const BACK: usize = 1_000;

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let number = |at: usize| arguments.get(at).and_then(|it| it.parse::<usize>().ok());
    let folder = tempfile::tempdir().unwrap();
    match (arguments.first().map(String::as_str), number(1)) {
        (Some("commands"), Some(count)) => commands(count, number(2).unwrap_or(1), folder.path()),
        (Some("edits"), Some(count)) => edits(count, folder.path()),
        (Some("large"), Some(steps)) => {
            large(steps, arguments.get(2).map_or(folder.path(), Path::new));
        }
        (Some("latency"), Some(count)) => latency(count, folder.path()),
        _ => {
            eprintln!(
                "soak commands COUNT [SEED] | edits COUNT | large STEPS [FOLDER] | latency COUNT"
            );
            return ExitCode::from(2);
        }
    }
    ExitCode::SUCCESS
}

fn commands(count: usize, first: usize, folder: &Path) {
    let begun = Instant::now();
    let (mut done, mut refused, mut sizes) = (0, 0, Vec::new());
    for seed in first.. {
        let mut random = Random::new(folder, seed as u64);
        let here = OF_ONE.min(count - done);
        for turn in 0..here {
            random.turn();
            if turn % LOOK == 0 {
                random.look();
                sizes.push(random.session().document().len());
            }
        }
        random.there_and_back(if (seed - first).is_multiple_of(10) { usize::MAX } else { BACK });
        done += here;
        refused += random.refused;
        sizes.sort_unstable();
        let (usual, most) = (sizes[sizes.len() / 2], sizes[sizes.len() - 1]);
        println!(
            "{done} commands, {refused} refused, {usual} records, {most} at most, {} s, {:.0} MB",
            begun.elapsed().as_secs(),
            memory()
        );
        if done == count {
            return;
        }
    }
}

/// Edits of a small map in one session, with the flight recorder on; each lap tells what an edit takes.
fn edits(count: usize, folder: &Path) {
    let local = LocalFolder::new(folder.join("local"));
    let path = folder.join("edits.baton");
    let mut session = Session::create(&path, synthetic(100, 1), Some(&local)).unwrap();
    let mut work = Work::of(&session);
    let lap = (count / 10).max(1);
    println!("{:>9} {:>9} {:>9} {:>9} {:>10}", "edits", "p50 ms", "p99 ms", "memory MB", "file MB");
    let mut times = Vec::new();
    for number in 1..=count {
        times.push(work.edit(&mut session));
        if number % lap == 0 {
            let (p50, p99) = (part(&mut times, 50), part(&mut times, 99));
            let file = path.metadata().unwrap().len() as f64 / 1e6;
            println!("{number:>9} {p50:>9.2} {p99:>9.2} {:>9.1} {file:>10.1}", memory());
            times.clear();
        }
    }
    let document = session.document();
    timed("close", || session.close().unwrap());
    let session = timed("open", || Session::open(&path, Some(&local)).unwrap());
    assert_eq!(*session.document(), *document);
}

/// From command to on disk and drawn, at a workshop's size.
fn latency(count: usize, folder: &Path) {
    for (name, document) in [("100 steps", synthetic(100, 1)), ("2,000 steps", synthetic(2_000, 1))]
    {
        let local = LocalFolder::new(folder.join("local"));
        let path = folder.join(format!("{name}.baton"));
        let mut session = Session::create(&path, document, Some(&local)).unwrap();
        let mut work = Work::of(&session);
        let mut times: Vec<Duration> = (0..count).map(|_| work.edit(&mut session)).collect();
        let (p50, p95) = (part(&mut times, 50), part(&mut times, 95));
        let p99 = part(&mut times, 99);
        println!("{name}: {count} edits, p50 {p50:.2} ms, p95 {p95:.2} ms, p99 {p99:.2} ms");
    }
    let path = folder.join("store alone.baton");
    let local = LocalFolder::new(folder.join("local"));
    let mut store = store::Store::create(&path, &begun(), Some(&local)).unwrap();
    let mut document = begun();
    let mut times = Vec::new();
    for number in 0..count {
        let id = document.the_engagement().unwrap().id.into();
        let command = Command::Rename { id, name: format!("Title {number}") };
        let planned = plan(&document, &command).unwrap();
        let begun = Instant::now();
        store.commit(&planned.edit, planned.document.used_up()).unwrap();
        times.push(begun.elapsed());
        document = planned.document;
    }
    let (p50, p99) = (part(&mut times, 50), part(&mut times, 99));
    println!("commit alone: {count} edits, p50 {p50:.2} ms, p99 {p99:.2} ms");
}

/// A map larger than any room's: it opens, is edited, analysed and exported.
fn large(steps: usize, folder: &Path) {
    let path = folder.join("large.baton");
    if !path.exists() {
        let document = timed("made", || synthetic(steps, 1));
        timed("saved", || Session::create(&path, document, None).unwrap().close().unwrap());
    }
    let mut session = timed("opened", || Session::open(&path, None).unwrap());
    println!("{} records", session.document().len());
    let mut work = Work::of(&session);
    let mut times: Vec<Duration> = (0..20).map(|_| work.edit(&mut session)).collect();
    let (p50, most) = (part(&mut times, 50), part(&mut times, 100));
    println!("20 edits: p50 {p50:.0} ms, the longest {most:.0} ms");
    timed("undone", || session.undo().unwrap());
    let (document, state) = (session.document(), session.state());
    timed("figures", || analysis::figures(&document, state));
    timed("findings", || session.findings().len());
    timed("expected", || analysis::expected(&document, state).is_ok());
    timed("laid out anew", || scene::layout::place(&document, state).len());
    let choice = pack::PackChoice { states: vec![state], resolution: 72, ..Default::default() };
    for form in [pack::MapForm::Svg, pack::MapForm::Png] {
        exported(&format!("{form:?}"), || pack::maps(&document, &choice, form).is_ok());
    }
    exported("XLSX", || registers(&document, state) > 0);
    for form in [PackForm::Html, PackForm::Markdown, PackForm::Docx, PackForm::Pdf] {
        let settings = pack::Settings {
            date: "29 November 2026".into(),
            day: "2026-11-29".into(),
            choice: pack::PackChoice::default(),
            history: Vec::new(),
        };
        exported(&format!("{form:?}"), || pack::pack(&document, &settings, form).is_ok());
    }
    timed("map as text", || notation::print(&document, state).len());
}

/// An export, and what memory was needed until then.
fn exported(form: &str, work: impl FnOnce() -> bool) {
    let begun = Instant::now();
    let done = if work() { "exported" } else { "refused" };
    println!("{done}, {form}: {:.1} s, {:.0} MB", begun.elapsed().as_secs_f64(), most_memory());
}

fn registers(document: &Document, state: StateId) -> usize {
    let figures = analysis::figures(document, state);
    let (day, version) = ("2026-11-29", "");
    let source =
        pack::registers::Source { document, state, figures: &figures, day, version, team: None };
    let registers = pack::registers::registers(&source, scene::Language::English).unwrap();
    pack::registers::xlsx(&registers).unwrap().len()
}

/// What a room does most: names, moves and times, one after the other. No name comes twice.
struct Work {
    dice: Dice,
    state: StateId,
    number: usize,
}

impl Work {
    fn of(session: &Session) -> Work {
        Work { dice: Dice::new(9), state: session.state(), number: 0 }
    }

    /// Makes an edit; how long it took from command to patch.
    fn edit(&mut self, session: &mut Session) -> Duration {
        self.number += 1;
        let document = session.document();
        let steps: Vec<_> = document.steps_of(self.state).collect();
        let step = steps[self.dice.below(steps.len())];
        let command = match self.number % 3 {
            0 => Command::EditStep {
                step: step.id,
                edit: StepEdit::Name(format!("Step {}", self.number)),
            },
            1 => Command::MoveSteps {
                moves: vec![StepMove {
                    step: step.id,
                    lane: step.lane,
                    place: Place { x: (step.place.x + 24) % 20_000, y: step.place.y },
                }],
            },
            _ => Command::EditStep {
                step: step.id,
                edit: StepEdit::ProcessTime(Some(Estimate::of(Minutes(
                    1 + self.dice.below(500) as i32,
                )))),
            },
        };
        let begun = Instant::now();
        // A move onto another step is refused, and takes no time of the disk.
        match session.apply(&command) {
            Ok(_) => begun.elapsed(),
            Err(_) => self.edit(session),
        }
    }
}

/// The time that so many of a hundred do not exceed, in milliseconds.
fn part(times: &mut [Duration], percent: usize) -> f64 {
    times.sort_unstable();
    let at = (times.len() * percent / 100).min(times.len() - 1);
    times[at].as_secs_f64() * 1e3
}

fn timed<T>(what: &str, work: impl FnOnce() -> T) -> T {
    let begun = Instant::now();
    let made = work();
    println!("{what}: {:.0} ms", begun.elapsed().as_secs_f64() * 1e3);
    made
}

/// Resident memory in megabytes, where the system tells.
fn memory() -> f64 {
    status("VmRSS:")
}

/// The most it ever was.
fn most_memory() -> f64 {
    status("VmHWM:")
}

fn status(line: &str) -> f64 {
    let told = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let found = told.lines().find_map(|it| it.strip_prefix(line));
    let kilobytes = found.and_then(|it| it.trim().trim_end_matches(" kB").parse::<f64>().ok());
    kilobytes.unwrap_or_default() * 1_024.0 / 1e6
}
