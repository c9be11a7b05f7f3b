//! A pack that takes long to write keeps nobody waiting, and is what was asked for. The writer here
//! waits at a gate, so that no test needs a clock.

use crate::desk::{Nobody, file_of, two_teams};
use model::{PackChoice, PackForm};
use session::api::{CaptureAt, Reply, Request};
use session::{Asked, Desk, Failure, WritePack, Written};
use std::path::Path;
use std::sync::mpsc::{Receiver, Sender, channel};
use std::sync::{Arc, Mutex};
use std::thread;

/// A writer that says when it has begun, and goes on when it is told: well, or not. It has a page
/// for each step.
fn gated() -> (Nobody, Receiver<()>, Sender<bool>) {
    let (begin, begun) = channel();
    let (open, gate) = channel::<bool>();
    let gate = Mutex::new(gate);
    let write_pack: WritePack = Arc::new(move |asked: &Asked<'_>, _: &Path| {
        begin.send(()).unwrap();
        if !gate.lock().unwrap().recv().unwrap() {
            let (code, message) = ("notWritten".to_owned(), "The disk is full.".to_owned());
            return Err(Failure {
                code,
                message,
                hint: String::new(),
                ids: Vec::new(),
                unread: None,
            });
        }
        let pages = u32::try_from(asked.document.steps().count()).unwrap();
        Ok(Written { pages, warnings: Vec::new() })
    });
    (Nobody { write_pack, ..Nobody::default() }, begun, open)
}

fn answer(desk: &mut Desk, request: Request) -> Result<Reply, Failure> {
    desk.answer(request, &mut Nobody::default(), &mut |_| {})
}

fn export(path: Option<&str>) -> Request {
    let choice = Some(PackChoice::default());
    Request::ExportPack { path: path.map(str::to_owned), choice, form: PackForm::Pdf }
}

fn opened() -> (tempfile::TempDir, Desk) {
    let (folder, path) = file_of(two_teams());
    let mut desk = Desk::new("0", None, Some(path));
    desk.open_first();
    (folder, desk)
}

fn versions(desk: &mut Desk) -> Vec<String> {
    let Reply::Versions(all) = answer(desk, Request::Versions).unwrap() else { panic!() };
    all.into_iter().map(|it| it.name).filter(|it| !it.is_empty()).collect()
}

#[test]
fn an_edit_is_answered_while_a_pack_is_written_and_is_not_in_it() {
    let (_folder, mut desk) = opened();
    let steps = desk.session().unwrap().document().steps().count();
    let (mut outside, begun, open) = gated();
    let job = desk.job(&export(Some("a pack.pdf")), &mut outside).unwrap();
    let job = thread::spawn(move || job.run());
    begun.recv().unwrap();
    // The writer waits at its gate; the desk does not.
    let (at, text) = (CaptureAt::default(), "Sales: Call back".to_owned());
    answer(&mut desk, Request::Capture { at, text }).unwrap();
    assert_eq!(desk.session().unwrap().document().steps().count(), steps + 1);
    // The file remembers what the pack is made from, not what came after.
    assert_eq!(versions(&mut desk), ["a pack"]);
    open.send(true).unwrap();
    let Reply::Exported(exported) = job.join().unwrap().unwrap() else { panic!() };
    assert_eq!((exported.path.as_str(), exported.pages as usize), ("a pack.pdf", steps));
}

#[test]
fn a_file_is_shown_once_it_is_written_and_only_then() {
    let (_folder, mut desk) = opened();
    let (mut outside, begun, open) = gated();
    let show = |desk: &mut Desk| {
        let shown = Arc::new(Mutex::new(Vec::new()));
        let mut outside = Nobody { shown: Arc::clone(&shown), ..Nobody::default() };
        let request = Request::ShowExported { path: "a.pdf".to_owned() };
        desk.answer(request, &mut outside, &mut |_| {}).unwrap();
        shown.lock().unwrap().len()
    };
    for well in [false, true] {
        let job = desk.job(&export(Some("a.pdf")), &mut outside).unwrap();
        let job = thread::spawn(move || job.run());
        begun.recv().unwrap();
        assert_eq!(show(&mut desk), 0);
        open.send(well).unwrap();
        assert_eq!(job.join().unwrap().is_ok(), well);
        assert_eq!(show(&mut desk), usize::from(well));
    }
}

#[test]
fn the_desk_waits_at_the_end_for_what_was_asked_for() {
    let (_folder, mut desk) = opened();
    let (mut outside, begun, open) = gated();
    let job = desk.job(&export(Some("a.pdf")), &mut outside).unwrap();
    let job = thread::spawn(move || job.run());
    begun.recv().unwrap();
    desk.close().unwrap();
    let end = thread::spawn(move || desk.finish());
    assert!(!end.is_finished());
    open.send(true).unwrap();
    assert!(job.join().unwrap().is_ok());
    end.join().unwrap();
}

#[test]
fn a_closed_dialog_writes_nothing_and_without_a_file_nobody_is_asked() {
    let (_folder, mut desk) = opened();
    let (mut outside, begun, _open) = gated();
    let job = desk.job(&export(None), &mut outside).unwrap();
    assert!(matches!(job.run().unwrap(), Reply::Cancelled));
    assert!(begun.try_recv().is_err());
    assert!(versions(&mut desk).is_empty());
    desk.close().unwrap();
    assert!(desk.job(&export(Some("a.pdf")), &mut outside).is_none());
    assert_eq!(answer(&mut desk, export(Some("a.pdf"))).unwrap_err().code, "nothingOpen");
}
