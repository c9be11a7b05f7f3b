//! A pack that takes long to lay out keeps nobody waiting, and gives way to a newer one. The layout
//! here waits at a gate, so that no test needs a clock.

use crate::desk::{Nobody, file_of, two_teams};
use model::PageKind;
use session::api::{CaptureAt, PackSheet, Reply, Request};
use session::{Asked, Desk, Failure, LayOut, PackPage, PackPages};
use std::sync::mpsc::{Receiver, Sender, channel};
use std::sync::{Arc, Mutex};
use std::thread;

const ASK: Request = Request::PackPages { choice: None };

/// A page for each step.
fn pages(asked: &Asked<'_>) -> Result<PackPages, Failure> {
    let sheet = PackSheet { kind: PageKind::Cards, width: 1.0, height: 1.0 };
    let pages =
        asked.document.steps().map(|_| PackPage { sheet, shapes: Vec::new(), windows: Vec::new() });
    Ok(PackPages { pages: pages.collect(), outline: Vec::new(), warnings: Vec::new() })
}

/// A layout that says when it has begun, and goes on when it is told.
fn gated() -> (LayOut, Receiver<()>, Sender<()>) {
    let (begin, begun) = channel();
    let (open, gate) = channel();
    let gate = Mutex::new(gate);
    let lay_out: LayOut = Arc::new(move |asked: &Asked<'_>| {
        begin.send(()).unwrap();
        gate.lock().unwrap().recv().unwrap();
        pages(asked)
    });
    (lay_out, begun, open)
}

fn answer(desk: &mut Desk, request: Request) -> Result<Reply, Failure> {
    desk.answer(request, &mut Nobody::default(), &mut |_| {})
}

fn capture(desk: &mut Desk) {
    let (at, text) = (CaptureAt::default(), "Sales: Call back".to_owned());
    answer(desk, Request::Capture { at, text }).unwrap();
}

#[test]
fn an_edit_is_answered_while_a_pack_is_laid_out_and_makes_it_old() {
    let (_folder, path) = file_of(two_teams());
    let mut desk = Desk::new("0", None, Some(path));
    desk.open_first();
    let (lay_out, begun, open) = gated();
    let mut outside = Nobody { lay_out, ..Nobody::default() };
    let first = desk.job(&ASK, &mut outside).unwrap();
    let first = thread::spawn(move || first.run());
    begun.recv().unwrap();
    // The layout waits at its gate; the desk does not.
    capture(&mut desk);
    let second = desk.job(&ASK, &mut outside).unwrap();
    let second = thread::spawn(move || second.run());
    open.send(()).unwrap();
    assert!(matches!(first.join().unwrap().unwrap(), Reply::Cancelled));
    assert!(answer(&mut desk, Request::PackPage { page: 0 }).is_err(), "of no pack yet");
    begun.recv().unwrap();
    open.send(()).unwrap();
    let Reply::PackPages(shown) = second.join().unwrap().unwrap() else { panic!() };
    assert_eq!(shown.pages.len(), 3);
    assert!(answer(&mut desk, Request::PackPage { page: 2 }).is_ok());
}

#[test]
fn a_pack_that_nobody_waits_for_is_not_begun() {
    let (_folder, path) = file_of(two_teams());
    let mut desk = Desk::new("0", None, Some(path.clone()));
    desk.open_first();
    let (lay_out, begun, open) = gated();
    let mut outside = Nobody { lay_out, ..Nobody::default() };
    let old = desk.job(&ASK, &mut outside).unwrap();
    let new = desk.job(&ASK, &mut outside).unwrap();
    assert!(matches!(old.run().unwrap(), Reply::Cancelled));
    assert!(begun.try_recv().is_err());
    open.send(()).unwrap();
    assert!(matches!(new.run().unwrap(), Reply::PackPages(_)));
    // Nor one of a file that was closed meanwhile.
    let last = desk.job(&ASK, &mut outside).unwrap();
    answer(&mut desk, Request::Open { path: Some(path.display().to_string()) }).unwrap();
    assert!(matches!(last.run().unwrap(), Reply::Cancelled));
    assert!(answer(&mut desk, Request::PackPage { page: 0 }).is_err());
}
