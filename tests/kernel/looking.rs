//! Whoever opens twenty files, looks at everything in them, prints and exports them and closes them
//! again has changed none of them.

use crate::desk::Nobody;
use baton_tests::synthetic::synthetic;
use model::{Command, Document, PackChoice, RecordId};
use session::Desk;
use session::api::{CaptureAt, Reply, Request};
use std::path::{Path, PathBuf};
use std::time::SystemTime;

/// Everything about the files of a folder that a person or a sync client could notice.
fn seen(folder: &Path) -> Vec<(PathBuf, Vec<u8>, SystemTime, u64)> {
    use std::os::unix::fs::MetadataExt;
    let entries = std::fs::read_dir(folder).unwrap().map(|it| it.unwrap().path());
    let mut all: Vec<_> = entries
        .map(|path| {
            let about = path.metadata().unwrap();
            let bytes = std::fs::read(&path).unwrap();
            (path, bytes, about.modified().unwrap(), about.ino())
        })
        .collect();
    all.sort();
    all
}

/// Twenty engagements, from a bare one to one of 120 steps, some with history.
fn files(folder: &Path) -> Vec<PathBuf> {
    let ward = include_bytes!("../../src-tauri/crates/exchange/samples/ed-to-ward.json");
    let mut documents: Vec<Document> = vec![
        baton_tests::soak::begun(),
        baton_tests::agreed_today(),
        exchange::sample().unwrap(),
        exchange::sample_json::read(ward).unwrap(),
    ];
    documents.extend((1..=15).map(|number| synthetic(number * 8, number as u64)));
    let mut files = Vec::new();
    for (number, document) in documents.into_iter().enumerate() {
        let path = folder.join(format!("{number:02}.baton"));
        let mut session = session::Session::create(&path, document, None).unwrap();
        if number % 2 == 0 {
            let note = Command::AddPainPoint { text: "x".into(), about: Vec::new(), cause: None };
            session.apply(&note).unwrap();
            session.name_version("Named").unwrap();
            session.undo().unwrap();
        }
        session.close().unwrap();
        files.push(path);
    }
    let old = concat!(env!("CARGO_MANIFEST_DIR"), "/fixtures/format-1.baton");
    files.push(folder.join("old.baton"));
    std::fs::copy(old, &files[files.len() - 1]).unwrap();
    files
}

/// Whatever can be asked about a file without changing it.
fn questions(document: &Document) -> Vec<Request> {
    let states: Vec<_> = document.states().map(|it| it.id).collect();
    let (first, last) = (states[0], states[states.len() - 1]);
    let at = CaptureAt::default;
    let note = Command::AddPainPoint { text: "x".into(), about: Vec::new(), cause: None };
    let mut all = vec![
        Request::Findings { about: None },
        Request::Findings { about: Some(RecordId(3)) },
        Request::Rules,
        Request::LadderWidth { width: 700.0 },
        Request::Speak { language: scene::Language::German },
        Request::Speak { language: scene::Language::English },
        Request::Responsibility,
        Request::Loads,
        Request::Promises,
        Request::Analysis,
        Request::Patterns,
        Request::Improvements,
        Request::Plan,
        Request::Presets,
        Request::Versions,
        Request::Preview { sequence: 1, command: note.clone() },
        Request::Suppose { commands: vec![note] },
        Request::PreviewCapture { sequence: 2, at: at(), text: "One: a -> Two: b".into() },
        Request::Complete { at: at(), text: "On".into(), caret: 2 },
        Request::Compare { from: first, to: last },
        Request::CompareWords { from: first, to: last },
        Request::BusinessCase { from: first, to: last },
        Request::ShowVersion { version: 1 },
        Request::VersionChanges { version: 1 },
        Request::Remember { name: "seen".into(), value: "{\"x\":1}".into() },
    ];
    all.extend(states.iter().map(|state| Request::Show { state: *state }));
    all.extend(document.handoffs().take(3).map(|it| Request::Agreement { handoff: it.id }));
    all
}

/// Asks it all, draws and prints what there is, as the window does.
fn look_at(path: &Path, local: &Path, exports: &Path) -> usize {
    let mut desk = Desk::new("0", Some(local.to_owned()), None);
    let open = Request::Open { path: Some(path.to_str().unwrap().to_owned()) };
    let reply = desk.answer(open, &mut Nobody::default(), &mut |_| {}).unwrap();
    assert!(matches!(reply, Reply::Opened(_)), "{reply:?}");
    let document = desk.session().unwrap().document();
    let mut answered = 0;
    for question in questions(&document) {
        let outside = &mut Nobody::default();
        if desk.job(&question, outside).is_none() {
            answered += usize::from(desk.answer(question, outside, &mut |_| {}).is_ok());
        }
    }
    let session = desk.session().unwrap();
    let choice = PackChoice { states: vec![session.state()], ..PackChoice::default() };
    let map = pack::maps(&document, &choice, pack::MapForm::Svg).unwrap().remove(0).1;
    std::fs::write(exports.join("map.svg"), map).unwrap();
    std::fs::write(exports.join("map.txt"), notation::print(&document, session.state())).unwrap();
    // Making a pack reads no file, so that a few are enough.
    if document.steps().count() < 40 {
        let settings = pack::Settings {
            date: "29 November 2026".into(),
            day: "2026-11-29".into(),
            choice: model::PackChoice::default(),
            history: Vec::new(),
        };
        let made = pack::pack(&document, &settings, model::PackForm::Pdf).unwrap();
        std::fs::write(exports.join("pack.pdf"), made.bytes).unwrap();
    }
    desk.close().unwrap();
    answered
}

#[test]
fn looking_at_twenty_files_changes_none_of_them() {
    let folder = tempfile::tempdir().unwrap();
    let [local, exports] = [(); 2].map(|()| tempfile::tempdir().unwrap());
    let files = files(folder.path());
    let before = seen(folder.path());
    assert_eq!((files.len(), before.len()), (20, 20));
    for file in &files {
        let answered = look_at(file, local.path(), exports.path());
        assert!(answered > 20, "only {answered} questions were answered about {}", file.display());
    }
    let after = seen(folder.path());
    for (before, after) in before.iter().zip(&after) {
        assert!(before == after, "{} was changed", before.0.display());
    }
    assert_eq!(after.len(), 20, "something was left beside them");
}
