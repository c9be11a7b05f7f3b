//! Two files of one engagement, made apart: what each did since they parted, what both did
//! differently, and taking it as one edit. The other file is only read.

use crate::desk::{Nobody, file_of, two_teams};
use analysis::compare::merge::{self, Difference, How, Versions, Whose};
use baton_tests::dice::Dice;
use baton_tests::gestures;
use model::*;
use scene::Language;
use session::api::{DifferencesShown, FileNotice, MergedShown, Reply, Request};
use session::{Desk, Session};
use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::time::SystemTime;
use tempfile::TempDir;

/// A file and a copy of it that synchronising made.
struct Two {
    _folder: TempDir,
    here: PathBuf,
    there: PathBuf,
}

impl Two {
    /// A file that had an edit, and its copy at that point.
    fn of(document: Document) -> Two {
        let (folder, here) = file_of(document);
        let mut session = Session::open(&here, None).unwrap();
        note(&mut session, "before both");
        session.close().unwrap();
        let there = folder.path().join("work (conflicted copy 2026-11-29).baton");
        std::fs::copy(&here, &there).unwrap();
        Two { _folder: folder, here, there }
    }

    /// A file with forty edits at random, its copy at that point, and thirty more in each.
    fn at_random(seed: u64) -> (Two, Dice) {
        let two = Two::of(two_teams());
        let mut dice = Dice::new(seed);
        let mut play = |session: &mut Session, turns: usize| {
            for _ in 0..turns {
                let command = gestures::command(&mut dice, &session.document(), session.state());
                let _ = session.apply(&command);
            }
        };
        Two::edit(&two.here, |it| play(it, 40));
        std::fs::copy(&two.here, &two.there).unwrap();
        Two::edit(&two.there, |it| play(it, 30));
        Two::edit(&two.here, |it| play(it, 30));
        (two, dice)
    }

    fn edit(path: &Path, edit: impl FnOnce(&mut Session)) {
        let mut session = Session::open(path, None).unwrap();
        edit(&mut session);
        session.close().unwrap();
    }

    fn open(&self) -> Session {
        Session::open(&self.here, None).unwrap()
    }
}

fn note(session: &mut Session, text: &str) {
    let command = Command::AddPainPoint { text: text.to_owned(), about: Vec::new(), cause: None };
    session.apply(&command).unwrap();
}

fn step(session: &Session, name: &str) -> StepId {
    session.document().steps().find(|it| it.name == name).unwrap().id
}

fn rename(session: &mut Session, from: &str, to: &str) {
    let id = step(session, from).into();
    session.apply(&Command::Rename { id, name: to.to_owned() }).unwrap();
}

fn delete(session: &mut Session, name: &str) {
    let ids = vec![step(session, name).into()];
    session.apply(&Command::Delete { ids }).unwrap();
}

fn add(session: &mut Session, after: &str, team: usize, name: &str) {
    let from = step(session, after);
    let document = session.document();
    let lane = document.lanes_of(session.state())[team].id;
    session
        .apply(&Command::AddStep {
            lane,
            shape: StepKind::Step,
            name: name.to_owned(),
            place: Place { x: 600, y: 72 },
        })
        .unwrap();
    let to = Destination::Step { step: step(session, name) };
    session.apply(&Command::Connect { from, to }).unwrap();
}

fn compared(session: &mut Session, two: &Two) -> DifferencesShown {
    session.differences(&two.there).unwrap()
}

fn merge(session: &mut Session, two: &Two, taken: &[String]) -> MergedShown {
    let shown = compared(session, two);
    session.merge(&two.there, (shown.revision, &shown.mark), taken).unwrap().1
}

fn of(shown: &DifferencesShown, group: Whose) -> Vec<&Difference> {
    shown.differences.all.iter().filter(|it| it.group == group).collect()
}

fn ids(all: &[&Difference]) -> Vec<String> {
    all.iter().map(|it| it.id.clone()).collect()
}

/// Without the quotes that steps are spelled with.
fn plain(title: &str) -> String {
    title.trim_matches(['“', '”']).to_owned()
}

fn told(all: &[&Difference]) -> Vec<(How, String)> {
    all.iter().map(|it| (it.how, plain(&it.title))).collect()
}

fn names(session: &Session) -> BTreeSet<String> {
    session.document().steps().map(|it| it.name.clone()).collect()
}

fn set(names: &[&str]) -> BTreeSet<String> {
    names.iter().map(|it| (*it).to_owned()).collect()
}

#[test]
fn what_only_one_side_did_is_told_apart_and_taken_as_one_edit() {
    let two = Two::of(two_teams());
    Two::edit(&two.there, |it| {
        rename(it, "Write offer", "Draft offer");
        note(it, "there");
    });
    let before = std::fs::read(&two.there).unwrap();
    let touched = |path: &Path| -> SystemTime { path.metadata().unwrap().modified().unwrap() };
    let at = touched(&two.there);
    let mut session = two.open();
    rename(&mut session, "Check offer", "Review offer");
    let shown = compared(&mut session, &two);
    assert!(shown.differences.has_base);
    assert_eq!(shown.name, "work (conflicted copy 2026-11-29).baton");
    let there = of(&shown, Whose::There);
    assert_eq!(
        told(&there),
        [(How::Changed, "Write offer".to_owned()), (How::Added, "there".to_owned())]
    );
    let detail = &there[0].details[0];
    assert_eq!(
        (detail.label.as_str(), detail.here.as_str(), detail.there.as_str()),
        ("Name", "Write offer", "Draft offer")
    );
    assert_eq!(told(&of(&shown, Whose::Here)), [(How::Changed, "Review offer".to_owned())]);
    assert_eq!(of(&shown, Whose::Both), [] as [&Difference; 0]);
    let was = session.document();
    let merged = merge(&mut session, &two, &ids(&there));
    assert_eq!((merged.taken, merged.left.len()), (2, 0));
    assert_eq!(names(&session), set(&["Draft offer", "Review offer"]));
    let label = session.history().undo.unwrap();
    assert_eq!((label.code, label.name), (LabelCode::Merge, shown.name.clone()));
    // What was taken differs no more; what is only here still does.
    let again = compared(&mut session, &two);
    assert_eq!(told(&of(&again, Whose::There)), []);
    assert_eq!(of(&again, Whose::Here).len(), 1);
    session.undo().unwrap();
    assert_eq!(*session.document(), *was, "one undo takes all of it back");
    session.close().unwrap();
    assert_eq!(std::fs::read(&two.there).unwrap(), before, "the copy was only read");
    assert_eq!(touched(&two.there), at);
    assert_eq!(std::fs::read_dir(two.there.parent().unwrap()).unwrap().count(), 2);
}

#[test]
fn what_both_changed_differently_is_a_choice_for_each_field() {
    let two = Two::of(two_teams());
    Two::edit(&two.there, |it| rename(it, "Write offer", "There"));
    let mut session = two.open();
    rename(&mut session, "Write offer", "Here");
    let shown = compared(&mut session, &two);
    let both = of(&shown, Whose::Both);
    assert_eq!(told(&both), [(How::ChangedInBoth, "Here".to_owned())]);
    assert_eq!(shown.differences.all.len(), 1);
    assert_eq!(
        (both[0].details[0].here.as_str(), both[0].details[0].there.as_str()),
        ("Here", "There")
    );
    // Nothing chosen is no edit.
    let undo = session.history().undo;
    assert_eq!(merge(&mut session, &two, &[]).taken, 0);
    assert_eq!(session.history().undo, undo);
    assert_eq!(merge(&mut session, &two, &ids(&both)).taken, 1);
    assert_eq!(names(&session), set(&["There", "Check offer"]));
    // The same on both sides is no difference, whoever did it.
    assert_eq!(compared(&mut session, &two).differences.all, []);
}

#[test]
fn an_edit_that_was_undone_is_none() {
    let two = Two::of(two_teams());
    Two::edit(&two.there, |it| {
        rename(it, "Write offer", "There");
        it.undo().unwrap();
    });
    let mut session = two.open();
    session.undo().unwrap();
    let shown = compared(&mut session, &two);
    // The note was undone here since; or both files had it undone, and it was done again there.
    assert!(!shown.differences.has_base);
    assert_eq!(told(&of(&shown, Whose::There)), [(How::Only, "before both".to_owned())]);
    assert_eq!(of(&shown, Whose::Here).len() + of(&shown, Whose::Both).len(), 0);
    let back = ids(&of(&shown, Whose::There));
    merge(&mut session, &two, &back);
    assert_eq!(session.document().pain_points().count(), 1, "and comes back when it is chosen");
}

/// The copy was made while an edit was undone, and nothing was done in it.
#[test]
fn an_edit_that_was_done_again_here_is_not_taken_back_by_a_copy_that_lacks_it() {
    let two = Two::of(two_teams());
    let mut session = two.open();
    rename(&mut session, "Write offer", "Twice");
    session.undo().unwrap();
    session.close().unwrap();
    std::fs::copy(&two.here, &two.there).unwrap();
    let mut session = two.open();
    session.redo().unwrap();
    let shown = compared(&mut session, &two);
    assert!(shown.differences.has_base);
    assert_eq!(of(&shown, Whose::There).len() + of(&shown, Whose::Both).len(), 0);
    assert_eq!(of(&shown, Whose::Here).len(), 1);
}

/// Deleting a lane there must not delete what both files have, because a lane here is gone.
#[test]
fn what_both_files_have_goes_with_nothing() {
    let two = Two::of(two_teams());
    let mut session = two.open();
    let state = session.state();
    let spare = Command::AddTeam { state, name: "Spare".into(), external: false, at: 2 };
    session.apply(&spare).unwrap();
    let spare = session.document().lanes_of(state)[2].id;
    session.close().unwrap();
    std::fs::copy(&two.here, &two.there).unwrap();
    Two::edit(&two.there, |it| {
        let id = step(it, "Write offer");
        let (lane, place) = it.document().step(id).map(|it| (it.lane, it.place)).unwrap();
        let place = Place { y: 20, ..place };
        let moves = vec![StepMove { step: id, lane: spare, place }];
        it.apply(&Command::MoveSteps { moves }).unwrap();
        it.apply(&Command::Delete { ids: vec![lane.into()] }).unwrap();
    });
    let mut session = two.open();
    session.apply(&Command::Delete { ids: vec![spare.into()] }).unwrap();
    let shown = compared(&mut session, &two);
    let there = ids(&of(&shown, Whose::There));
    let merged = merge(&mut session, &two, &there);
    assert!(session.document().steps().any(|it| it.name == "Write offer"));
    assert!(merged.left.iter().any(|it| it.rule.contains("Write offer")), "{merged:?}");
}

#[test]
fn what_is_new_on_both_sides_keeps_apart_and_brings_what_it_needs() {
    let two = Two::of(two_teams());
    Two::edit(&two.there, |it| add(it, "Write offer", 1, "Sign there"));
    let mut session = two.open();
    add(&mut session, "Write offer", 1, "Sign here");
    let own = session.document();
    let number = own.handoffs().next().unwrap().number;
    let shown = compared(&mut session, &two);
    let there = of(&shown, Whose::There);
    assert_eq!(
        there.iter().map(|it| it.kind).collect::<Vec<_>>(),
        [Some(Kind::Step), Some(Kind::Connector)]
    );
    assert_eq!(there[1].records, 2, "the handoff goes with its connector");
    // The connector alone takes its step along.
    let merged = merge(&mut session, &two, &[there[1].id.clone()]);
    assert_eq!((merged.taken, merged.along), (1, vec!["“Sign there”".to_owned()]));
    let document = session.document();
    document.check().unwrap();
    assert_eq!(names(&session), set(&["Write offer", "Check offer", "Sign here", "Sign there"]));
    let numbers: BTreeSet<u32> = document.handoffs().map(|it| it.number).collect();
    assert_eq!(numbers.len(), document.handoffs().count());
    assert!(numbers.contains(&number), "what was here keeps its number");
    for record in own.records().iter().filter(|it| it.kind() == Kind::Step) {
        assert_eq!(document.record(record.id()).as_ref(), Some(record));
    }
    // What was taken is known again by what it says, whatever number it got.
    assert_eq!(told(&of(&compared(&mut session, &two), Whose::There)), []);
    session.undo().unwrap();
    assert_eq!(*session.document(), *own);
}

#[test]
fn the_same_made_on_both_sides_is_one_thing() {
    let two = Two::of(two_teams());
    Two::edit(&two.there, |it| {
        note(it, "only there");
        add(it, "Write offer", 1, "Sign");
    });
    let mut session = two.open();
    add(&mut session, "Write offer", 1, "Sign");
    let shown = compared(&mut session, &two);
    assert_eq!(
        told(&shown.differences.all.iter().collect::<Vec<_>>()),
        [(How::Added, "only there".to_owned())]
    );
}

#[test]
fn what_was_deleted_on_one_side_and_built_on_by_the_other_is_asked() {
    let two = Two::of(two_teams());
    Two::edit(&two.there, |it| add(it, "Check offer", 0, "Send"));
    let mut session = two.open();
    delete(&mut session, "Check offer");
    let shown = compared(&mut session, &two);
    let both = of(&shown, Whose::Both);
    assert_eq!(told(&both), [(How::RemovedHere, "Check offer".to_owned())]);
    let there = ids(&of(&shown, Whose::There));
    assert_eq!(there.len(), 2);
    // Without the step that was deleted here, what leads out of it cannot be, and says so.
    let was = session.document();
    let merged = merge(&mut session, &two, &there);
    assert_eq!(merged.taken, 1);
    let left: Vec<_> = merged.left.iter().map(|it| (it.kind, it.needs.as_str())).collect();
    assert_eq!(left, [(Some(Kind::Connector), "“Check offer”")]);
    assert_eq!(names(&session), set(&["Write offer", "Send"]));
    session.undo().unwrap();
    assert_eq!(*session.document(), *was);
    // With it, all of it is as there.
    let all = ids(&shown.differences.all.iter().collect::<Vec<_>>());
    let merged = merge(&mut session, &two, &all);
    assert_eq!((merged.taken, merged.left.len()), (3, 0));
    assert_eq!(compared(&mut session, &two).differences.all, []);
    session.document().check().unwrap();
}

#[test]
fn a_deletion_is_taken_and_what_needs_it_here_goes_only_by_choice() {
    let two = Two::of(two_teams());
    Two::edit(&two.there, |it| delete(it, "Check offer"));
    let mut session = two.open();
    let shown = compared(&mut session, &two);
    assert_eq!(told(&of(&shown, Whose::There)), [(How::Removed, "Check offer".to_owned())]);
    add(&mut session, "Check offer", 0, "Send");
    let shown = compared(&mut session, &two);
    assert_eq!(of(&shown, Whose::There).len(), 0, "something here came to need it");
    let both = of(&shown, Whose::Both);
    assert_eq!(told(&both), [(How::RemovedThere, "Check offer".to_owned())]);
    let merged = merge(&mut session, &two, &ids(&both));
    assert_eq!(merged.gone.len(), 1, "the connector goes with its step and is named: {merged:?}");
    assert_eq!(names(&session), set(&["Write offer", "Send"]));
    session.document().check().unwrap();
}

#[test]
fn both_sides_with_a_new_team_stay_in_order() {
    let two = Two::of(two_teams());
    let team = |it: &mut Session, name: &str| {
        let state = it.state();
        let add = Command::AddTeam { state, name: name.into(), external: false, at: 0 };
        it.apply(&add).unwrap();
    };
    Two::edit(&two.there, |it| team(it, "Finance"));
    let mut session = two.open();
    team(&mut session, "Stock");
    let shown = compared(&mut session, &two);
    let there = of(&shown, Whose::There);
    assert_eq!(there[0].title, "Finance");
    assert_eq!(merge(&mut session, &two, &ids(&there)).left, []);
    let document = session.document();
    document.check().unwrap();
    assert_eq!(document.lanes_of(session.state()).len(), 4);
}

#[test]
fn a_future_state_of_the_copy_comes_whole() {
    let two = Two::of(baton_tests::agreed_today());
    Two::edit(&two.there, |it| {
        let from = it.state();
        let (role, name) = (StateRole::Future, "Tomorrow".to_owned());
        it.apply(&Command::MakeState { from, role, name }).unwrap();
    });
    let mut session = two.open();
    note(&mut session, "here");
    let shown = compared(&mut session, &two);
    let there = of(&shown, Whose::There);
    assert_eq!(told(&there[..1]), [(How::Added, "Tomorrow".to_owned())]);
    assert!(there[0].records > 50);
    let merged = merge(&mut session, &two, &ids(&there));
    assert_eq!(merged.left, []);
    let document = session.document();
    document.check().unwrap();
    let [today, tomorrow] = document.states().map(|it| it.id).collect::<Vec<_>>()[..] else {
        panic!()
    };
    let numbers = |state| document.handoffs_of(state).iter().map(|it| it.0.number).collect();
    let (old, new): (Vec<u32>, Vec<u32>) = (numbers(today), numbers(tomorrow));
    assert_eq!(old, new, "a number follows the lineage");
    assert_eq!(told(&of(&compared(&mut session, &two), Whose::There)), []);
}

#[test]
fn without_what_both_come_from_every_difference_is_a_question() {
    let here = two_teams();
    let mut records = here.records();
    for record in &mut records {
        if let Record::Step(step) = record {
            step.name = format!("{} again", step.name);
        }
    }
    let there = Document::from_records(records).unwrap();
    let versions = Versions { base: None, here: &here, there: &there };
    let found = merge::differences(&versions, Language::English);
    assert!(!found.has_base);
    assert_eq!(found.all.len(), 2);
    assert!(found.all.iter().all(|it| (it.group, it.how) == (Whose::Both, How::Differs)));
    let taken: BTreeSet<String> = found.all.iter().map(|it| it.id.clone()).collect();
    let merged = merge::merged(&versions, &taken, "copy", Language::English);
    let planned = plan(&here, &merged.command.unwrap()).unwrap();
    assert_eq!(planned.document, there);
}

#[test]
fn a_file_that_is_not_one_of_this_engagement_is_refused_with_a_sentence() {
    let two = Two::of(two_teams());
    let (_other, other) = file_of(two_teams());
    let mut session = two.open();
    let code = |session: &mut Session, path: &Path| session.differences(path).unwrap_err().code;
    assert_eq!(code(&mut session, &other), "otherDocument");
    assert_eq!(code(&mut session, &two.here), "sameFile");
    assert_eq!(code(&mut session, Path::new("missing.baton")), "fileMissing");
    let folder = two.here.parent().unwrap();
    let bad = folder.join("bad.baton");
    std::fs::write(&bad, b"not a file of ours").unwrap();
    assert_eq!(code(&mut session, &bad), "notABatonFile");
    // Cut in the middle, a byte turned over, and a table that is not ours.
    let whole = std::fs::read(&two.there).unwrap();
    std::fs::write(&bad, &whole[..whole.len() / 2]).unwrap();
    assert_eq!(code(&mut session, &bad), "fileDamaged");
    let mut turned = whole.clone();
    let at = turned.windows(11).position(|it| it == b"Write offer").unwrap();
    turned[at] ^= 1;
    std::fs::write(&bad, &turned).unwrap();
    assert_eq!(code(&mut session, &bad), "fileDamaged");
    std::fs::write(&bad, &whole).unwrap();
    rusqlite::Connection::open(&bad).unwrap().execute_batch("CREATE TABLE more (x)").unwrap();
    assert_eq!(code(&mut session, &bad), "fileAltered");
    // A copy that went on after it was compared.
    let shown = compared(&mut session, &two);
    Two::edit(&two.there, |it| note(it, "late"));
    let refused = session.merge(&two.there, (shown.revision, &shown.mark), &[]).unwrap_err();
    assert_eq!(refused.code, "differencesOld");
}

/// Synchronising makes copies while the file is open on two computers.
#[test]
fn a_copy_that_appears_while_the_file_is_open_is_told_with_an_edit() {
    let two = Two::of(two_teams());
    Two::edit(&two.there, |it| note(it, "there"));
    let aside = two.there.with_extension("aside");
    std::fs::rename(&two.there, &aside).unwrap();
    let mut session = two.open();
    assert_eq!(session.opened().notices, []);
    std::fs::rename(&aside, &two.there).unwrap();
    let command = Command::AddPainPoint { text: "here".into(), about: Vec::new(), cause: None };
    let patch = session.apply(&command).unwrap();
    let names = vec![two.there.file_name().unwrap().to_string_lossy().into_owned()];
    assert_eq!(patch.notices, Some(vec![FileNotice::Conflicts { names }]));
}

/// Whoever asks for a diagnosis first is no view that would have been told.
#[test]
fn a_copy_is_told_with_an_edit_whatever_looked_for_it_before() {
    let two = Two::of(two_teams());
    Two::edit(&two.there, |it| note(it, "there"));
    let aside = two.there.with_extension("aside");
    std::fs::rename(&two.there, &aside).unwrap();
    let mut desk = Desk::new("0", None, None);
    let mut patches = Vec::new();
    let mut ask = |request: Request| {
        desk.answer(request, &mut Nobody::default(), &mut |it| patches.push(it)).unwrap()
    };
    ask(Request::Open { path: Some(two.here.to_str().unwrap().to_owned()) });
    std::fs::rename(&aside, &two.there).unwrap();
    ask(Request::Diagnosis);
    let command = Command::AddPainPoint { text: "here".into(), about: Vec::new(), cause: None };
    ask(Request::Apply { command: command.clone(), tapped: None });
    ask(Request::Apply { command, tapped: None });
    let told: Vec<bool> = patches.iter().map(|it| it.notices.is_some()).collect();
    assert_eq!(told, [true, false]);
}

#[test]
fn a_desk_compares_by_the_name_it_told_and_sends_one_patch() {
    let two = Two::of(two_teams());
    Two::edit(&two.there, |it| rename(it, "Write offer", "There"));
    let mut desk = Desk::new("0", None, None);
    let mut patches = Vec::new();
    let mut ask = |request: Request| {
        desk.answer(request, &mut Nobody::default(), &mut |it| patches.push(it)).unwrap()
    };
    ask(Request::Open { path: Some(two.here.to_str().unwrap().to_owned()) });
    let name = two.there.file_name().unwrap().to_str().unwrap().to_owned();
    let Reply::Differences(shown) = ask(Request::Differences { path: Some(name) }) else {
        panic!()
    };
    let DifferencesShown { revision, path, mark, differences, .. } = shown;
    let taken = differences.all.iter().map(|it| it.id.clone()).collect();
    let reply = ask(Request::Merge { path, revision, mark, taken });
    assert!(matches!(reply, Reply::Merged(MergedShown { taken: 1, .. })));
    assert!(matches!(ask(Request::Differences { path: None }), Reply::Cancelled));
    assert_eq!(patches.len(), 1);
}

/// Whatever both sides did: everything there can be taken or is named, what comes of it keeps every
/// rule, one undo takes it back, and what was taken differs no more.
#[test]
fn whatever_both_sides_did_merges_or_is_named() {
    let mut taken = 0;
    for seed in 1..13 {
        let (two, _) = Two::at_random(seed);
        let mut session = two.open();
        let was = session.document();
        let shown = compared(&mut session, &two);
        assert!(shown.differences.has_base);
        let unique: BTreeSet<&str> =
            shown.differences.all.iter().map(|it| it.id.as_str()).collect();
        assert_eq!(unique.len(), shown.differences.all.len(), "seed {seed}");
        for group in [
            &[Whose::There][..],
            &[Whose::There, Whose::Both],
            &[Whose::There, Whose::Here, Whose::Both],
        ] {
            let shown = compared(&mut session, &two);
            let all = shown.differences.all.iter().filter(|it| group.contains(&it.group));
            let all = ids(&all.collect::<Vec<_>>());
            let merged = merge(&mut session, &two, &all);
            let count = usize::try_from(merged.taken).unwrap();
            assert_eq!(count + merged.left.len(), all.len(), "seed {seed}: {merged:?}");
            taken += count;
            session.document().check().unwrap();
            if count > 0 {
                session.undo().unwrap();
            }
            assert_eq!(*session.document(), *was, "seed {seed}");
        }
    }
    assert!(taken > 200, "{taken}: the dice were too kind");
}

/// No choice, however odd, breaks a rule that the file has to keep to be opened again.
#[test]
fn any_choice_leaves_a_file_that_opens() {
    for seed in 20..32 {
        let (two, mut dice) = Two::at_random(seed);
        let mut session = two.open();
        for _ in 0..6 {
            let was = session.document();
            let shown = compared(&mut session, &two);
            let all = shown.differences.all.iter().filter(|_| dice.below(100) < 40);
            let all = ids(&all.collect::<Vec<_>>());
            merge(&mut session, &two, &all);
            let records = session.document().records();
            Document::from_records(records).unwrap();
            session.close().unwrap();
            session = two.open();
            if *session.document() != *was {
                session.undo().unwrap();
                assert_eq!(*session.document(), *was, "seed {seed}");
                session.redo().unwrap();
            }
        }
    }
}
