//! Patterns through a session: they go into the future state, which is made where there is none.

use crate::desk::Nobody;
use analysis::patterns::Outcome;
use model::*;
use session::api::{PatternShown, PatternsShown, Reply, Request};
use session::{Desk, Session};
use tempfile::TempDir;

struct Room {
    desk: Desk,
    _folder: TempDir,
}

impl Room {
    fn of(document: Document) -> Room {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("work.baton");
        Session::create(&path, document, None).unwrap().close().unwrap();
        let mut desk = Desk::new("0", None, Some(path));
        desk.open_first();
        Room { desk, _folder: folder }
    }

    fn ask(&mut self, request: Request) -> Result<Reply, session::Failure> {
        self.desk.answer(request, &mut Nobody::default(), &mut |_| {})
    }

    fn patterns(&mut self) -> PatternsShown {
        match self.ask(Request::Patterns).unwrap() {
            Reply::Patterns(shown) => shown,
            other => panic!("{other:?}"),
        }
    }

    fn state(&self) -> StateId {
        self.desk.session().unwrap().state()
    }

    fn apply(&mut self, it: &PatternShown) -> Result<Reply, session::Failure> {
        let (at, name) = (it.found.at, "Future state".into());
        self.ask(Request::ApplyPattern { at, values: Vec::new(), name })
    }
}

#[test]
fn a_pattern_of_today_goes_into_a_future_state_with_the_effect_that_was_told() {
    let mut room = Room::of(baton_tests::agreed_today());
    let here = room.state();
    let shown = room.patterns();
    assert_eq!(shown.state, here, "nothing was made of it yet");
    for kind in [Pattern::Combine, Pattern::ApproveByRule, Pattern::CheckAtSource] {
        let all = room.patterns();
        let it = all.patterns.iter().find(|it| it.found.at.pattern == kind).unwrap().clone();
        let values = Vec::new();
        let tried = room.ask(Request::TryPattern { at: it.found.at, values }).unwrap();
        let Reply::PatternTried(tried) = tried else { panic!("{tried:?}") };
        room.apply(&it).unwrap();
        let session = room.desk.session().unwrap();
        assert_ne!(session.state(), here, "the future state is shown");
        // What is overdue depends on the day; the session counts as of today.
        let open = |it: &&analysis::Finding| {
            it.waived.is_none() && it.severity != analysis::Severity::Info
        };
        let checks = session.findings().iter().filter(open).count() as u32;
        let without = Outcome::of(&session.document(), session.state(), None);
        let after = Outcome { checks, ..without };
        assert_eq!(after, tried.after, "{kind:?}");
        let label = session.history().undo.unwrap();
        assert_eq!(format!("{:?}", label.code), format!("{kind:?}"));
        // Back on the current state, the next one goes into the same future.
        room.ask(Request::Show { state: here }).unwrap();
    }
    assert_eq!(room.desk.session().unwrap().document().states().count(), 2);
    for _ in 0..4 {
        room.ask(Request::Undo).unwrap();
    }
    let session = room.desk.session().unwrap();
    assert_eq!(session.document().states().count(), 1, "three patterns, and the state for them");
}

#[test]
fn what_is_done_in_the_future_is_not_offered_for_it_any_more() {
    let mut room = Room::of(baton_tests::agreed_today());
    let here = room.state();
    let first = room.patterns();
    let backup = |it: &PatternsShown| {
        it.patterns.iter().filter(|it| it.found.at.pattern == Pattern::Backup).count()
    };
    let one = first.patterns.iter().find(|it| it.found.at.pattern == Pattern::Backup).unwrap();
    assert_eq!(backup(&first), 3);
    room.apply(one).unwrap();
    room.ask(Request::Show { state: here }).unwrap();
    let then = room.patterns();
    assert_ne!(then.state, here);
    assert_eq!(backup(&then), 2);
    let document = room.desk.session().unwrap().document();
    for it in then.patterns.iter().flat_map(|it| &it.drawn) {
        let there = match document.record(*it).unwrap() {
            Record::Step(it) => it.state,
            Record::Connector(it) => it.state,
            Record::Handoff(it) => document.connector(it.connector).unwrap().state,
            other => panic!("{other:?}"),
        };
        assert_eq!(there, here, "what is marked is on the canvas");
    }
    // Asked for once more, it is said that it is gone, and nothing is made.
    let failure =
        room.apply(&then.patterns[0]).map(|_| ()).and(room.apply(&then.patterns[0]).map(|_| ()));
    assert_eq!(failure.unwrap_err().code, "noSuchPattern");
}

#[test]
fn rules_that_no_pattern_makes_true_lead_to_the_handoffs_where_they_are_open() {
    let mut room = Room::of(baton_tests::agreed_today());
    let rules = room.patterns().rules;
    assert_eq!(rules.len(), 4);
    assert!(rules.iter().take(3).all(|it| !it.handoffs.is_empty()), "{rules:?}");
    let document = room.desk.session().unwrap().document();
    let all = rules.iter().flat_map(|it| &it.handoffs);
    assert!(all.into_iter().all(|it| document.handoff(*it).is_some()));
}
