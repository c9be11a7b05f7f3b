//! Named versions: a document at one is what it was, whatever was undone, redone, dropped or
//! reopened since; restoring is one edit that undo takes back; what changed is told in words.

use analysis::Language;
use analysis::compare::{Fate, since};
use baton_tests::dice::Dice;
use baton_tests::gestures;
use model::*;
use session::Session;
use session::api::VersionShown;
use std::path::Path;
use std::sync::Arc;

fn start() -> Document {
    blank(&Blank {
        title: "Versions".into(),
        process: "Process".into(),
        state: "Current".into(),
        teams: vec!["One".into(), "Two".into(), "Three".into()],
        calendar: "Week".into(),
    })
    .unwrap()
}

fn reopened(session: Session, path: &Path) -> Session {
    session.close().unwrap();
    Session::open(path, None).unwrap()
}

/// Names the present and remembers it.
fn name(session: &mut Session, known: &mut Vec<(u64, Arc<Document>)>) {
    session.name_point(&format!("Point {}", known.len())).unwrap();
    let newest = session.versions().unwrap().remove(0);
    assert_eq!((newest.since, newest.name), (Some(0), format!("Point {}", known.len())));
    known.push((newest.version, session.document()));
}

fn all_are_as_they_were(session: &mut Session, known: &[(u64, Arc<Document>)]) {
    for (version, was) in known {
        assert_eq!(session.as_it_was(*version).unwrap(), **was, "version {version}");
    }
}

/// A session with versions on every kind of way: below the cursor, above it, and dropped.
fn played(seed: u64, turns: usize, path: &Path) -> (Session, Vec<(u64, Arc<Document>)>) {
    let mut session = Session::create(path, start(), None).unwrap();
    let mut dice = Dice::new(seed);
    let mut known = Vec::new();
    for turn in 0..turns {
        match dice.below(100) {
            0..=14 => drop(session.undo().unwrap()),
            15..=22 => drop(session.redo().unwrap()),
            23..=27 => name(&mut session, &mut known),
            28 if turn % 3 == 0 => session = reopened(session, path),
            _ => {
                let command = gestures::command(&mut dice, &session.document(), session.state());
                let _ = session.apply(&command);
            }
        }
    }
    (session, known)
}

#[test]
fn a_document_at_a_version_is_what_it_was() {
    let folder = baton_tests::folder_in_memory().unwrap();
    let mut dropped = 0;
    let mut ahead = 0;
    for seed in 1..12 {
        let path = folder.path().join(format!("{seed}.baton"));
        let (mut session, known) = played(seed, 300, &path);
        all_are_as_they_were(&mut session, &known);
        for _ in 0..5 {
            session.undo().unwrap();
        }
        all_are_as_they_were(&mut session, &known);
        let listed = session.versions().unwrap();
        dropped += listed.iter().filter(|it| it.since.is_none()).count();
        ahead += listed.iter().filter(|it| it.since.is_some_and(|it| it < 0)).count();
        session = reopened(session, &path);
        all_are_as_they_were(&mut session, &known);
        assert_eq!(session.versions().unwrap(), listed);
    }
    assert!(dropped > 5 && ahead > 0, "{dropped} dropped, {ahead} ahead: the dice were too kind");
}

#[test]
fn restoring_gives_exactly_what_was_and_undo_exactly_what_is() {
    let folder = baton_tests::folder_in_memory().unwrap();
    let path = folder.path().join("restored.baton");
    let (mut session, known) = played(11, 300, &path);
    for (version, was) in &known {
        let is = session.document();
        let undo = session.history().undo;
        let used_up = is.used_up();
        session.restore_version(*version).unwrap();
        assert_eq!(*session.document(), **was);
        session.document().check().unwrap();
        assert_eq!(session.document().used_up(), used_up, "numbers were given back");
        all_are_as_they_were(&mut session, &known);
        let same = *is == **was;
        if same {
            // Nothing to restore is no edit.
            assert_eq!(session.history().undo, undo);
            continue;
        }
        let label = session.history().undo.unwrap();
        assert_eq!(label.code, LabelCode::RestoreVersion);
        assert!(label.name.starts_with("Point "));
        session = reopened(session, &path);
        assert_eq!(*session.document(), **was);
        session.undo().unwrap();
        assert_eq!(*session.document(), *is);
        assert_eq!(session.history().undo, undo);
    }
    // And on from there: the way that was left is kept by its name.
    let (first, was) = &known[0];
    session.restore_version(*first).unwrap();
    let state = session.state();
    let add = Command::AddTeam { state, name: "New".into(), external: false, at: 0 };
    session.apply(&add).unwrap();
    all_are_as_they_were(&mut session, &known);
    assert_eq!(session.as_it_was(*first).unwrap(), **was);
}

#[test]
fn a_point_whose_edits_were_undone_and_replaced_is_still_there() {
    let folder = baton_tests::folder_in_memory().unwrap();
    let path = folder.path().join("replaced.baton");
    let mut session = Session::create(&path, start(), None).unwrap();
    let add = |session: &mut Session, name: &str| {
        let (state, name) = (session.state(), name.to_owned());
        session.apply(&Command::AddTeam { state, name, external: false, at: 0 }).unwrap();
    };
    add(&mut session, "Four");
    session.name_point("  With   four ").unwrap();
    let with_four = session.document();
    session.undo().unwrap();
    let shown = session.versions().unwrap().remove(0);
    assert_eq!((shown.name.as_str(), shown.since), ("With four", Some(-1)));
    add(&mut session, "Five");
    let shown = session.versions().unwrap().remove(0);
    assert_eq!(shown.since, None);
    assert_eq!(session.as_it_was(shown.version).unwrap(), *with_four);
    session.restore_version(shown.version).unwrap();
    assert_eq!(*session.document(), *with_four);
    // The number of the new team was used up by the one that is gone.
    let teams: Vec<u64> = session.document().teams().map(|it| it.id.0).collect();
    add(&mut session, "Six");
    let six = session.document().teams().map(|it| it.id.0).max().unwrap();
    assert!(teams.iter().all(|it| *it < six));
}

#[test]
fn what_was_opened_is_a_version_from_the_first_edit_on() {
    let folder = baton_tests::folder_in_memory().unwrap();
    let path = folder.path().join("opened.baton");
    let session = Session::create(&path, start(), None).unwrap();
    let mut session = reopened(session, &path);
    assert_eq!(session.versions().unwrap(), Vec::<VersionShown>::new());
    let was = session.document();
    let state = session.state();
    let add = Command::AddTeam { state, name: "Four".into(), external: false, at: 0 };
    session.apply(&add).unwrap();
    let listed = session.versions().unwrap();
    assert_eq!(listed.len(), 1);
    assert_eq!((listed[0].name.as_str(), listed[0].since), ("", Some(1)));
    assert_eq!(session.as_it_was(listed[0].version).unwrap(), *was);
}

#[test]
fn a_version_that_is_not_there_and_a_name_that_is_none_are_refused() {
    let folder = baton_tests::folder_in_memory().unwrap();
    let path = folder.path().join("unknown.baton");
    let mut session = Session::create(&path, start(), None).unwrap();
    for version in [0, 1, 99, u64::MAX] {
        assert_eq!(session.as_it_was(version).unwrap_err().code, "noSuchVersion");
        assert_eq!(session.restore_version(version).unwrap_err().code, "noSuchVersion");
        assert_eq!(session.version_changes(version).unwrap_err().code, "noSuchVersion");
    }
    for name in ["", "  \n ", &"x".repeat(121), "a\u{0}b"] {
        assert_eq!(session.name_point(name).unwrap_err().code, "outOfBounds");
    }
    assert!(session.versions().unwrap().is_empty());
}

#[test]
fn nothing_changed_since_now() {
    let folder = baton_tests::folder_in_memory().unwrap();
    let path = folder.path().join("now.baton");
    let (mut session, mut known) = played(21, 200, &path);
    name(&mut session, &mut known);
    let (now, _) = known.pop().unwrap();
    let told = session.version_changes(now).unwrap().since;
    assert!(told.same && told.states.is_empty() && told.shared.is_empty() && told.redrawn == 0);
    let beside = session.version_beside(now).unwrap();
    assert_eq!(beside.compared.comparison.changes, Vec::new());
    assert_eq!(beside.sides.before, beside.sides.after);
    // Whatever else changed is told, or is only drawn elsewhere.
    let mut told_of = 0;
    for (version, was) in &known {
        let told = session.version_changes(*version).unwrap().since;
        assert_eq!(told.same, **was == *session.document());
        told_of += usize::from(!told.states.is_empty() || !told.shared.is_empty());
        let back = since(&session.document(), was, None, Language::German);
        assert_eq!(back.shared.len(), told.shared.len(), "told both ways");
    }
    assert!(told_of > 0);
}

#[test]
fn changes_are_told_in_words() {
    let folder = baton_tests::folder_in_memory().unwrap();
    let path = folder.path().join("told.baton");
    let mut session = Session::create(&path, start(), None).unwrap();
    session.name_point("End of day 1").unwrap();
    let document = session.document();
    let state = session.state();
    let lane = document.lanes_of(state)[0];
    let team = lane.team;
    let commands = [
        Command::AddStep {
            lane: lane.id,
            shape: StepKind::Step,
            name: "Check".into(),
            place: Place { x: 200, y: 60 },
        },
        Command::EditTeam { team, edit: TeamEdit::Headcount(Some(4)) },
        Command::AddPainPoint {
            text: "Nobody answers".into(),
            about: vec![Target::Team(team)],
            cause: Some(DelayCause::Queue),
        },
        Command::MakeState { from: state, role: StateRole::Future, name: "Future".into() },
    ];
    for command in &commands {
        session.apply(command).unwrap();
    }
    let version = session.versions().unwrap()[0].version;
    let since = session.version_changes(version).unwrap().since;
    let shared: Vec<(Kind, Fate, &str)> =
        since.shared.iter().map(|it| (it.kind, it.fate, it.title.as_str())).collect();
    assert_eq!(
        shared,
        [(Kind::Team, Fate::Changed, "One"), (Kind::PainPoint, Fate::Added, "Nobody answers")]
    );
    let detail = &since.shared[0].details[0];
    assert_eq!(
        (detail.label.as_str(), detail.before.as_str(), detail.after.as_str()),
        ("People", "—", "4")
    );
    let states: Vec<(Fate, &str)> =
        since.states.iter().map(|it| (it.fate, it.name.as_str())).collect();
    assert_eq!(states, [(Fate::Changed, "Current"), (Fate::Added, "Future")]);
    assert_eq!(since.states[0].changes.len(), 1);
    assert_eq!(since.states[0].changes[0].title, "“Check” (One)");
    // A state that was made since has nothing to be held against.
    let future = session.document().states().find(|it| it.id != state).unwrap().id;
    session.show(future).unwrap();
    assert_eq!(session.version_beside(version).unwrap_err().code, "stateMadeSince");
    session.restore_version(version).unwrap();
    assert_eq!(session.state(), state, "the state that is shown is one that there is");
}
