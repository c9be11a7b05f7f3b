//! Where bytes from outside come in, as functions of bytes: each takes anything, and panics where
//! something that has to hold does not. `tests/fuzz` runs them under libFuzzer; `cargo verify`
//! replays the corpus through them, and mutates it for a moment.

// A panic is how an entry point speaks up.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

mod ipc;

use crate::dice::Dice;
use crate::gestures;
use base64::Engine;
use model::{Blank, Document, blank, plan};
use std::path::{Path, PathBuf};

pub use ipc::request;

/// An entry point.
pub type Entry = fn(&[u8]);

/// All of them by name, which is also that of the folder of their corpus.
pub const TARGETS: [(&str, Entry); 7] = [
    ("notation", notation),
    ("sample_json", sample_json),
    ("measured", measured),
    ("baton", baton),
    ("request", request),
    ("commands", commands),
    ("logo", logo),
];

/// A map in text: read, written and read again; then as lines typed into an engagement.
pub fn notation(bytes: &[u8]) {
    let text = String::from_utf8_lossy(bytes);
    if let Ok(document) = notation::parse(&text) {
        document.check().unwrap();
        let state = document.states().next().unwrap().id;
        let printed = notation::print(&document, state);
        let again = notation::parse(&printed).expect(&printed);
        let state = again.states().next().unwrap().id;
        assert_eq!(notation::print(&again, state), printed);
    }
    let document = begun();
    let state = document.states().next().unwrap().id;
    let context = notation::Context { state, team: None, after: None };
    drop(notation::complete(&document, &context, &text, text.len() / 2));
    if let Ok(captured) = notation::capture(&document, &context, &text) {
        let command = model::Command::Capture { records: captured.records };
        if let Ok(planned) = plan(&document, &command) {
            planned.document.check().unwrap();
        }
    }
}

/// A process in JSON.
pub fn sample_json(bytes: &[u8]) {
    if let Ok(document) = exchange::sample_json::read(bytes) {
        document.check().unwrap();
        drawn_and_reckoned(&document);
    }
}

/// A table of measured times.
pub fn measured(bytes: &[u8]) {
    if let Ok(items) = exchange::measured::read(bytes) {
        assert!(!items.is_empty());
    }
}

/// A `.baton` file: refused, or what it says it is; in neither case changed.
pub fn baton(bytes: &[u8]) {
    thread_local! {
        static FOLDER: tempfile::TempDir = crate::folder_in_memory().unwrap();
    }
    FOLDER.with(|folder| {
        let path = folder.path().join("work.baton");
        std::fs::write(&path, bytes).unwrap();
        match store::Store::open(&path, None) {
            Ok(opened) => {
                opened.document.check().unwrap();
                drop(opened.store);
            }
            Err(error) => assert!(error.to_string().ends_with('.'), "{error}"),
        }
        assert!(std::fs::read(&path).unwrap() == bytes, "opening changed the file");
    });
}

/// Commands as an impatient room gives them: each is refused or leads to a document, and can be
/// taken back exactly.
pub fn commands(bytes: &[u8]) {
    let mut document = begun();
    let state = document.states().next().unwrap().id;
    let mut dice = Dice::of_bytes(bytes);
    for _ in 0..bytes.len().min(400) / 4 {
        let command = gestures::command(&mut dice, &document, state);
        let Ok(planned) = plan(&document, &command) else { continue };
        planned.document.check().unwrap();
        let back = planned.document.with(&planned.edit.inverse()).unwrap();
        assert_eq!(back, document, "{command:?}");
        document = planned.document;
    }
    drawn_and_reckoned(&document);
}

/// The picture of a client.
pub fn logo(bytes: &[u8]) {
    let said = base64::engine::general_purpose::STANDARD.encode(bytes);
    if let Ok(png) = pack::logo(&said) {
        // What is kept is a picture itself.
        pack::logo(&png).unwrap();
    }
}

/// An empty engagement with three teams.
fn begun() -> Document {
    blank(&Blank {
        title: "Fuzz".into(),
        process: "Process".into(),
        state: "Current".into(),
        teams: vec!["One".into(), "Two".into(), "Three".into()],
        calendar: "Week".into(),
    })
    .unwrap()
}

fn drawn_and_reckoned(document: &Document) {
    for state in document.states().map(|it| it.id) {
        let figures = analysis::figures(document, state);
        drop(scene::Composer::new().compose(document, state, &figures));
    }
}

/// What the corpus of a target begins with: files of its own, and fixtures.
pub fn seeds(target: &str) -> Vec<Vec<u8>> {
    let tests = Path::new(env!("CARGO_MANIFEST_DIR"));
    let folder = |path: PathBuf| -> Vec<PathBuf> {
        let entries = std::fs::read_dir(path).into_iter().flatten();
        entries.map(|entry| entry.unwrap().path()).collect()
    };
    let fixtures = folder(tests.join("fixtures"));
    let with = |ending: &str| {
        let ends = |path: &&PathBuf| path.extension().is_some_and(|it| it == ending);
        fixtures.iter().filter(ends).cloned().collect::<Vec<_>>()
    };
    let mut paths = folder(tests.join("fuzz/corpus").join(target));
    paths.extend(match target {
        "notation" => folder(tests.join("fixtures/capture")),
        "sample_json" => with("json"),
        "baton" => with("baton"),
        _ => Vec::new(),
    });
    paths.sort();
    paths.iter().map(|path| std::fs::read(path).unwrap()).collect()
}

/// A seed with a few random changes, as a fuzzer makes them.
pub fn mutated(seeds: &[Vec<u8>], dice: &mut Dice) -> Vec<u8> {
    const TOKENS: &[&[u8]] = &[
        b"0",
        b"-1",
        b"2147483648",
        b"18446744073709551616",
        b"1e400",
        b"NaN",
        b"null",
        b"true",
        b"\"",
        b"{",
        b"}",
        b"[",
        b"]",
        b",",
        b":",
        b"\\",
        b"\0",
        b"\n",
        b"\r\n",
        b"\t",
        b" -> ",
        b"team ",
        b"\xff",
        b"\xe2\x80\xae",
        b"\xef\xbb\xbf",
        b"<!--",
        b"&amp;",
        b"'",
        b"(",
        b"%",
        b"\xff\xff\xff\xff",
        b"\x7f\xff\xff\xff",
        b"@",
        b"#",
        b"~",
        b"..",
    ];
    let mut bytes = seeds.get(dice.below(seeds.len())).cloned().unwrap_or_default();
    for _ in 0..1 + dice.below(6) {
        let at = dice.below(bytes.len() + 1);
        let end = (at + dice.below(40)).min(bytes.len());
        match dice.below(8) {
            0 if at < bytes.len() => bytes[at] ^= 1 << dice.below(8),
            1 if at < bytes.len() => bytes[at] = dice.roll() as u8,
            2 => drop(bytes.drain(at..end)),
            3 => {
                let piece = bytes[at..end].to_vec();
                drop(bytes.splice(at..at, piece));
            }
            4 => {
                let other = &seeds[dice.below(seeds.len())];
                let from = dice.below(other.len() + 1);
                let to = (from + dice.below(200)).min(other.len());
                drop(bytes.splice(at..end, other[from..to].iter().copied()));
            }
            5 if dice.chance(10) => bytes.truncate(at),
            _ => {
                let token = dice.pick(TOKENS).unwrap_or_default();
                drop(bytes.splice(at..end.min(at + dice.below(4)), token.iter().copied()));
            }
        }
    }
    bytes
}
