//! A session through its own doors: versions, languages, the capture line.

use model::{
    ClockKind, Command, ConnectorEdit, ConnectorId, Document, EndToEnd, Estimate, Handoff,
    HandoffId, Minutes, Record, RecordId, Sla, StateId, Step, StepId, TimeTarget,
};
use scene::Language;
use session::api::{CaptureAt, Reply, Request};
use session::simulation::{Improvement, ImprovementKind, Settings};
use session::{Desk, Session};
use std::path::PathBuf;
use tempfile::TempDir;

pub fn file_of(document: Document) -> (TempDir, PathBuf) {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("work.baton");
    Session::create(&path, document, None).unwrap().close().unwrap();
    (folder, path)
}

pub fn two_teams() -> Document {
    notation::parse("team Sales\n  Write offer, at 104 72\nteam Legal\n  Check offer, at 308 72\n")
        .unwrap()
}

fn versions(path: &PathBuf) -> Vec<String> {
    let file = rusqlite::Connection::open(path).unwrap();
    let mut names = file.prepare("SELECT name FROM version ORDER BY id").unwrap();
    names.query_map([], |row| row.get(0)).unwrap().map(Result::unwrap).collect()
}

#[test]
fn the_file_as_it_was_opened_is_a_version_before_its_first_edit() {
    let (_folder, path) = file_of(two_teams());
    let before = std::fs::read(&path).unwrap();
    Session::open(&path, None).unwrap().close().unwrap();
    assert_eq!(std::fs::read(&path).unwrap(), before, "opening to look leaves the bytes alone");
    let mut session = Session::open(&path, None).unwrap();
    for text in ["Sales: Call", "Sales: Ask"] {
        session.capture(&CaptureAt::default(), text).unwrap();
    }
    session.close().unwrap();
    assert_eq!(versions(&path), ["opened"], "once, however many edits follow");
}

#[test]
fn a_map_is_drawn_in_the_language_that_is_spoken() {
    let (_folder, path) = file_of(baton_tests::agreed_today());
    let mut session = Session::open(&path, None).unwrap();
    let english = session.scene().clone();
    let patch = session.speak(Language::German);
    assert!(!patch.drawn.groups.is_empty() && patch.ladder.is_some());
    let said = serde_json::to_string(&**session.scene()).unwrap();
    assert!(said.contains("Warteschlange") && said.contains("ohne SLA"));
    assert!(!said.contains("no SLA"));
    session.speak(Language::English);
    assert_eq!(*session.scene(), english);
}

#[test]
fn a_capture_line_is_previewed_as_it_will_be_and_undone_at_once() {
    let (_folder, path) = file_of(two_teams());
    let mut session = Session::open(&path, None).unwrap();
    let before = session.document();
    let at = CaptureAt::default();
    let line = "Sales: Call back, 15 min -> Legal: Read terms, 2 h, waits 3 d in queue";
    let shown = session.preview_capture(7, &at, line);
    assert_eq!((shown.steps, shown.problem, shown.preview.sequence), (2, None, 7));
    assert_eq!(shown.preview.handoffs_made, ["H-01"]);
    assert_eq!(session.document(), before, "a preview stores nothing");
    let (patch, captured) = session.capture(&at, line).unwrap();
    assert_eq!(patch.drawn.groups.len(), shown.preview.drawn.groups.len());
    let read = session.document();
    let read = read.steps().find(|it| it.name == "Read terms").unwrap();
    assert_eq!(captured.last, Some(read.id));
    // On ground that is free, under the step that leads to it.
    let call = session.document().steps().find(|it| it.name == "Call back").unwrap().place;
    assert_eq!(call.x, 308);
    assert!(read.place.x > 308, "the other step of the lane stands at 308");
    session.undo().unwrap();
    assert_eq!(session.document(), before);
}

#[test]
fn a_capture_line_that_cannot_be_read_says_where_and_changes_nothing() {
    let (_folder, path) = file_of(two_teams());
    let mut session = Session::open(&path, None).unwrap();
    let before = session.document();
    let at = CaptureAt::default();
    let shown = session.preview_capture(1, &at, "Sales: Call, 15 lightyears");
    let problem = shown.problem.unwrap();
    assert!(problem.message.starts_with("Line 1, column "), "{}", problem.message);
    assert!(session.capture(&at, "Sales: Call, 15 lightyears").is_err());
    assert_eq!(session.document(), before);
}

#[test]
fn a_line_goes_on_after_the_step_that_was_captured_last() {
    let (_folder, path) = file_of(two_teams());
    let mut session = Session::open(&path, None).unwrap();
    let (_, first) = session.capture(&CaptureAt::default(), "Sales: Call").unwrap();
    let at = CaptureAt { after: first.last, team: first.team };
    let (patch, _) = session.capture(&at, "> Write down").unwrap();
    let connector = patch.records.iter().find_map(|it| match it {
        Record::Connector(it) => Some(it.from),
        _ => None,
    });
    assert_eq!(connector, first.last);
    let (patch, again) = session.capture(&CaptureAt::default(), "Sales: Call").unwrap();
    assert!(patch.records.is_empty(), "it is there already");
    assert_eq!(again.last, first.last, "but the next line goes on from it");
}

#[test]
fn completion_counts_as_the_view_counts() {
    let (_folder, path) = file_of(two_teams());
    let session = Session::open(&path, None).unwrap();
    // One sign of two UTF-16 units and four bytes stands before the caret.
    let text = "Sales: 🚀 go -> Leg";
    let units = text.encode_utf16().count();
    let found = session.complete(&CaptureAt::default(), text, units as u32);
    let from = "Sales: 🚀 go -> ".encode_utf16().count();
    assert_eq!((found.from, found.to), (from, units));
    assert!(found.items.iter().any(|it| it.text.starts_with("Legal")), "{:?}", found.items);
}

#[test]
fn the_view_is_told_what_two_teams_agreed() {
    let document = baton_tests::agreed_today();
    let (_folder, path) = file_of(document.clone());
    let mut session = Session::open(&path, None).unwrap();
    let agreed = |it: &&Handoff| {
        it.sla.and_then(|sla| document.sla(sla)).is_some_and(|sla| sla.response.is_some())
    };
    let handoff = document.handoffs().find(agreed).unwrap().id;
    let shown = session.agreement(handoff).unwrap();
    assert!(shown.sentences.iter().any(|it| it.contains(" accepts or returns within ")));
    assert!(shown.promises.iter().all(|it| it.minutes > Minutes(0)));
    let due = session.due(handoff, "2026-05-21T09:30", None, Minutes(0)).unwrap();
    assert_eq!(due.dates.len(), shown.promises.len(), "{:?}", due.notes);
    assert!(due.dates.iter().all(|it| it.local.starts_with("2026-05-2")), "{due:?}");
    assert_eq!(session.due(handoff, "at noon", None, Minutes(0)).unwrap_err().code, "notATime");
    assert_eq!(session.agreement(HandoffId(9_999)).unwrap_err().code, "noSuchRecord");
    let calendar = document.calendars().next().unwrap().id;
    let overlap = session.overlap(calendar, calendar).unwrap();
    assert_eq!(overlap.per_weekday.len(), 7);
    assert!(overlap.least > 0 && !overlap.least_on.is_empty());
    let matrix = session.responsibility();
    assert!(matrix.rows.iter().any(|row| !row.cells.is_empty()));
    let found = session.findings().to_vec();
    let checks = session.speak(Language::German).checks.unwrap();
    assert!(found.iter().zip(session.findings()).all(|(en, de)| en.id == de.id));
    assert!(found.iter().zip(session.findings()).all(|(en, de)| en.message != de.message));
    assert!(checks.worst.iter().all(|it| session.findings().contains(it)));
    let german = session.agreement(handoff).unwrap();
    assert!(german.sentences.iter().any(|it| it.contains(" oder gibt zurück")));
    assert_eq!(session.promises(), []);
}

#[test]
fn the_view_is_told_what_a_promise_rests_on_and_how_busy_teams_are() {
    let document = baton_tests::agreed_today();
    let (_folder, path) = file_of(document);
    let mut session = Session::open(&path, None).unwrap();
    let document = session.document();
    let [first, last] = ends_of(&document, session.state());
    let sla = Sla {
        name: "Lead to value".into(),
        end_to_end: Some(EndToEnd { from: first, to: last }),
        completion: Some(TimeTarget { minutes: Minutes(9_600), clock: ClockKind::Business }),
        ..Sla::default()
    };
    session.apply(&Command::AddSla { sla: Box::new(sla), handoffs: Vec::new() }).unwrap();
    let english = session.promises();
    session.speak(Language::German);
    let german = session.promises();
    let [(english, german)] = english.iter().zip(&german).collect::<Vec<_>>()[..] else {
        panic!("one promise: {english:?}");
    };
    assert!(english.stages.len() > 3 && english.sum > Minutes(0));
    assert_eq!(english.sum, german.sum);
    assert!(!english.sentences.is_empty() && english.sentences != german.sentences);
    assert!(english.stages.iter().any(|it| it.name.contains('“')));
    assert!(german.stages.iter().all(|it| !it.name.starts_with('“')), "{german:?}");
    let loads = session.loads();
    let whole = session.analysis().network.teams;
    assert!(whole.iter().all(|it| loads.get(&it.team) == Some(&it.load)) && loads.len() > 3);
}

/// The first step that nothing leads to, and the first that leads nowhere.
fn ends_of(document: &Document, state: StateId) -> [StepId; 2] {
    let lead = |to: bool| {
        let at = |it: &&Step| {
            !document
                .connectors_at(it.id)
                .any(|other| (if to { other.to } else { other.from }) == it.id)
        };
        document.steps_of(state).find(at).unwrap().id
    };
    [lead(true), lead(false)]
}

#[test]
fn a_simulation_goes_on_where_it_was_and_begins_anew_after_an_edit() {
    let (_folder, path) = file_of(baton_tests::agreed_today());
    let mut session = Session::open(&path, None).unwrap();
    let settings = Settings { seed: 3, cases: 50 };
    let ask = |session: &mut Session, runs, supposing: Vec<Command>| {
        let job = session.job(&Request::Simulate { settings, supposing, runs }).unwrap();
        match job.run().unwrap() {
            Reply::Simulated(shown) => shown,
            other => panic!("{other:?}"),
        }
    };
    let first = ask(&mut session, 4, Vec::new());
    assert_eq!((first.runs, first.cases), (4, 200));
    let more = ask(&mut session, 10, Vec::new());
    assert_eq!((more.runs, more.cases), (10, 500));
    // Fewer than there are already are not thrown away; the same at once gives the same.
    assert_eq!(ask(&mut session, 4, Vec::new()), more);
    session.close().unwrap();
    let mut session = Session::open(&path, None).unwrap();
    assert_eq!(ask(&mut session, 10, Vec::new()), more);

    let document = session.document();
    let connector = document.connectors_of(session.state()).find(|it| it.wait_minutes() > 900);
    let connector = connector.unwrap().id;
    let edit = ConnectorEdit::Wait(Some(Estimate::of(Minutes(1))));
    let command = Command::EditConnector { connector, edit };
    let supposed = ask(&mut session, 10, vec![command.clone()]);
    assert!(supposed.lead_time.mean.value < more.lead_time.mean.value);
    assert_eq!(session.document(), document, "supposing stores nothing");
    // A job taken before an edit is about what was there then.
    let job =
        session.job(&Request::Simulate { settings, supposing: Vec::new(), runs: 10 }).unwrap();
    session.apply(&command).unwrap();
    assert!(matches!(job.run().unwrap(), Reply::Simulated(shown) if shown == more));
    assert_eq!(ask(&mut session, 10, Vec::new()).lead_time, supposed.lead_time);
}

#[test]
fn a_map_that_cannot_be_played_is_a_failure_with_a_sentence() {
    let (_folder, path) = file_of(two_teams());
    let mut session = Session::open(&path, None).unwrap();
    let request =
        Request::Simulate { settings: Settings::default(), supposing: Vec::new(), runs: 1 };
    let failure = session.job(&request).unwrap().run().unwrap_err();
    assert_eq!(failure.code, "severalStarts");
    assert!(failure.message.ends_with('.') && failure.ids.len() == 2);
}

#[test]
fn the_analysis_is_of_the_state_on_the_canvas_and_its_revision() {
    use session::api::ExpectedShown;
    let (_folder, path) = file_of(baton_tests::agreed_today());
    let mut session = Session::open(&path, None).unwrap();
    let shown = session.analysis();
    let ExpectedShown::Known { view } = &shown.expected else { panic!("{:?}", shown.expected) };
    assert_eq!(shown.network.state, session.state());
    let passed: f64 = shown.network.flows.iter().filter_map(|it| it.per_item).sum();
    assert!((passed - view.handoffs).abs() < 1e-9);
    session.capture(&CaptureAt::default(), "Nobody knows: Ask again").unwrap();
    let after = session.analysis();
    assert_eq!(after.revision, shown.revision + 1);
    assert_eq!(after.network.teams.len(), shown.network.teams.len() + 1);
    let (_folder, path) = file_of(two_teams());
    let apart = Session::open(&path, None).unwrap().analysis();
    let ExpectedShown::Unknown { message, .. } = apart.expected else { panic!("two starts") };
    assert!(message.starts_with("Items begin in several places"), "{message}");
}

#[test]
fn an_improvement_goes_into_the_future_state_and_is_undone_there() {
    let (_folder, path) = file_of(baton_tests::agreed_today());
    let session = Session::open(&path, None).unwrap();
    let without_future: Vec<RecordId> = session
        .document()
        .states()
        .map(|it| it.id.into())
        .filter(|it| *it != session.state().into())
        .collect();
    let mut desk = Desk::new("0", None, Some(path.clone()));
    session.close().unwrap();
    desk.open_first();
    let mut patches = Vec::new();
    let mut ask = |desk: &mut Desk, request| {
        desk.answer(request, &mut Nobody::default(), &mut |patch| patches.push(patch)).unwrap()
    };
    assert!(without_future.is_empty(), "the sample has its current state alone");
    let here = desk.session().unwrap().state();
    let Reply::Improvements(all) = ask(&mut desk, Request::Improvements) else { panic!() };
    let is_wait = |it: &&Improvement| {
        matches!(it.what, ImprovementKind::HalveWait { .. }) && it.commands.len() == 1
    };
    let half = all.iter().find(is_wait).unwrap();
    let ImprovementKind::HalveWait { connector, from, to } = half.what else { panic!() };
    let commands = half.commands.clone();
    ask(&mut desk, Request::Improve { commands: commands.clone(), name: "Future state".into() });
    let session = desk.session().unwrap();
    let (document, future) = (session.document(), session.state());
    assert_ne!(future, here, "the future state is shown");
    let made = document.connectors_of(future).find(|it| it.origin.contains(&connector)).unwrap();
    let usual = |id| document.connector(id).unwrap().wait.as_ref().unwrap().usual;
    assert_eq!((usual(connector), usual(made.id)), (from, to));
    // A second one goes into the same state; undone one by one, nothing is left of it.
    ask(&mut desk, Request::Improve { commands, name: "Future state".into() });
    assert_eq!(desk.session().unwrap().document().states().count(), 2);
    for _ in 0..3 {
        ask(&mut desk, Request::Undo);
    }
    let session = desk.session().unwrap();
    assert_eq!(session.document().states().count(), 1);
    assert_eq!(session.state(), here, "what is shown is there");
    assert_eq!(patches.last().unwrap().state, here);
}

#[test]
fn a_view_is_told_of_the_future_state_though_the_improvement_fails() {
    let (_folder, path) = file_of(baton_tests::agreed_today());
    let mut desk = Desk::new("0", None, Some(path));
    desk.open_first();
    let before = desk.session().unwrap().document().states().count();
    let edit = ConnectorEdit::Wait(None);
    let commands = vec![Command::EditConnector { connector: ConnectorId(999_999), edit }];
    let mut patches = Vec::new();
    let request = Request::Improve { commands, name: "Future state".into() };
    let failure =
        desk.answer(request, &mut Nobody::default(), &mut |it| patches.push(it)).unwrap_err();
    assert_eq!(failure.code, "noSuchRecord");
    assert_eq!(desk.session().unwrap().document().states().count(), before + 1);
    assert_eq!(patches.len(), 1, "the view has what is on disk");
    assert!(patches[0].records.iter().any(|it| matches!(it, Record::State(_))));
}

#[test]
fn an_improvement_makes_nothing_worse_that_the_future_has_better() {
    let (_folder, path) = file_of(exchange::sample().unwrap());
    let mut desk = Desk::new("0", None, Some(path));
    desk.open_first();
    let session = desk.session().unwrap();
    let (document, here) = (session.document(), session.state());
    let coded = |code: &str| document.connectors_of(here).find(|it| it.code == code).unwrap().id;
    let halved = |code: &str, minutes| {
        let wait = Estimate::of(Minutes(minutes));
        Command::EditConnector { connector: coded(code), edit: ConnectorEdit::Wait(Some(wait)) }
    };
    let mut ask = |commands: Vec<Command>| {
        let request = Request::Improve { commands, name: "Future state".into() };
        desk.answer(request, &mut Nobody::default(), &mut |_| {})
    };
    // Today c06 waits 960 minutes, in the future 120.
    let failure = ask(vec![halved("c06", 480)]).unwrap_err();
    assert_eq!(failure.code, "alreadyThere");
    // With one that does make something better, that alone is made.
    ask(vec![halved("c06", 480), halved("c02", 30)]).unwrap();
    let session = desk.session().unwrap();
    let (document, future) = (session.document(), session.state());
    let waits = |code: &str| {
        document.connectors_of(future).find(|it| it.code == code).unwrap().wait_minutes()
    };
    assert_ne!(future, here);
    assert_eq!((waits("c06"), waits("c02")), (120, 30));
}

#[test]
fn a_retired_agreement_is_not_played() {
    let (_folder, path) = file_of(baton_tests::agreed_today());
    let mut session = Session::open(&path, None).unwrap();
    let settings = Settings { seed: 3, cases: 20 };
    let held = |session: &mut Session| {
        let request = Request::Simulate { settings, supposing: Vec::new(), runs: 2 };
        match session.job(&request).unwrap().run().unwrap() {
            Reply::Simulated(shown) => shown.promises.iter().map(|it| it.sla).collect::<Vec<_>>(),
            other => panic!("{other:?}"),
        }
    };
    let all = held(&mut session);
    let edit = model::SlaEdit::Status(model::AgreementStatus::Retired);
    session.apply(&Command::EditSla { sla: all[0], edit }).unwrap();
    let left = held(&mut session);
    assert!(!left.contains(&all[0]) && !left.is_empty());
}

/// A desk without a window: every dialog is closed.
pub struct Nobody {
    /// What lays out a pack, and what writes one.
    pub lay_out: session::LayOut,
    pub write_pack: session::WritePack,
    /// The files that were shown.
    pub shown: std::sync::Arc<std::sync::Mutex<Vec<PathBuf>>>,
}

impl Default for Nobody {
    fn default() -> Nobody {
        let shown = std::sync::Arc::default();
        let empty = || (Vec::new(), Vec::new(), Vec::new());
        Nobody {
            shown,
            lay_out: std::sync::Arc::new(move |_| {
                let (pages, outline, warnings) = empty();
                Ok(session::PackPages { pages, outline, warnings })
            }),
            write_pack: std::sync::Arc::new(|_, _| {
                Ok(session::Written { pages: 0, warnings: Vec::new() })
            }),
        }
    }
}

impl session::Outside for Nobody {
    fn choose_open(&mut self) -> Option<PathBuf> {
        None
    }
    fn choose_save(&mut self, _suggestion: &str, _ending: &str) -> Option<PathBuf> {
        None
    }
    fn sample(&mut self) -> Result<Document, session::Failure> {
        Ok(baton_tests::agreed_today())
    }
    fn choose_table(&mut self) -> Option<PathBuf> {
        None
    }
    fn measured(
        &mut self,
        _from: &std::path::Path,
    ) -> Result<Vec<session::MeasuredItem>, session::Failure> {
        Ok(Vec::new())
    }
    fn write_text(&mut self, _text: &str, _to: &std::path::Path) -> Result<(), session::Failure> {
        Ok(())
    }
    fn write_pack(&self) -> session::WritePack {
        self.write_pack.clone()
    }
    fn lay_out(&self) -> session::LayOut {
        self.lay_out.clone()
    }
    fn logo(&mut self, file: &str) -> Result<String, session::Failure> {
        Ok(file.to_owned())
    }
    fn export_minutes(
        &mut self,
        _document: &Document,
        _to: &std::path::Path,
    ) -> Result<(), session::Failure> {
        Ok(())
    }
    fn export_agenda(
        &mut self,
        _agenda: &session::Agenda<'_>,
        _to: &std::path::Path,
    ) -> Result<session::AgendaWritten, session::Failure> {
        Ok(session::AgendaWritten { entries: 0, undated: 0 })
    }
    fn show(&mut self, path: &std::path::Path) -> Result<(), session::Failure> {
        self.shown.lock().unwrap().push(path.to_owned());
        Ok(())
    }
}
