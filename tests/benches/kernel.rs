//! Speed of the kernel on synthetic maps of 100, 500 and 2,000 steps with 1.3 connectors a step:
//! `cargo bench -p baton-tests --bench kernel`.

// A bench that cannot set up its map has nothing to measure.
#![allow(clippy::unwrap_used, clippy::indexing_slicing)]

use baton_tests::agreed::agreed;
use baton_tests::dice::Dice;
use baton_tests::synthetic::synthetic;
use baton_tests::two_states::two_states;
use divan::{Bencher, black_box};
use model::{
    Command, Document, Estimate, HandoffEdit, LaneId, Minutes, PackForm, Place, StateId, StepEdit,
    StepKind, StepMove, plan,
};
use scene::Composer;
use session::Session;
use tempfile::TempDir;

const SIZES: &[usize] = &[100, 500, 2_000];

fn main() {
    divan::main();
}

fn map(steps: usize) -> (Document, StateId) {
    let document = synthetic(steps, 1);
    let state = document.states().next().map(|state| state.id).unwrap_or_default();
    (document, state)
}

/// Moves of one step, now and then to another lane.
struct Moves {
    dice: Dice,
    lanes: Vec<LaneId>,
}

impl Moves {
    fn of(document: &Document, state: StateId) -> Moves {
        let lanes = document.lanes_of(state).iter().map(|lane| lane.id).collect();
        Moves { dice: Dice::new(3), lanes }
    }

    fn next(&mut self, document: &Document, state: StateId) -> Command {
        let steps: Vec<_> = document.steps_of(state).collect();
        let index = self.dice.below(steps.len());
        let step = steps[index];
        let lane = if self.dice.chance(30) { self.dice.pick(&self.lanes) } else { None };
        let place = Place { x: step.place.x + 20, y: step.place.y };
        let moved = StepMove { step: step.id, lane: lane.unwrap_or(step.lane), place };
        Command::MoveSteps { moves: vec![moved] }
    }
}

fn session(steps: usize) -> (TempDir, Session) {
    let folder = tempfile::tempdir().unwrap();
    let (document, _) = map(steps);
    let session = Session::create(&folder.path().join("bench.baton"), document, None).unwrap();
    (folder, session)
}

/// Planning, the commit on disk, the scene and the patch of a one-step move.
#[divan::bench(args = SIZES, sample_count = 40)]
fn move_one_step(bencher: Bencher, steps: usize) {
    let (_folder, mut session) = session(steps);
    let mut moves = Moves::of(&session.document(), session.state());
    bencher.bench_local(move || {
        let command = moves.next(&session.document(), session.state());
        black_box(session.apply(&command).unwrap())
    });
}

/// A preview of a one-step move with its answer as JSON: what a drag costs the kernel.
#[divan::bench(args = SIZES, sample_count = 100)]
fn preview_of_a_move(bencher: Bencher, steps: usize) {
    let (_folder, mut session) = session(steps);
    let mut moves = Moves::of(&session.document(), session.state());
    bencher.bench_local(move || {
        let command = moves.next(&session.document(), session.state());
        serde_json::to_vec(&session.preview(1, &command)).unwrap()
    });
}

#[divan::bench(args = SIZES, sample_count = 20)]
fn plan_only(bencher: Bencher, steps: usize) {
    let (document, state) = map(steps);
    let mut moves = Moves::of(&document, state);
    bencher.bench_local(|| plan(&document, &moves.next(&document, state)).unwrap());
}

#[divan::bench(args = SIZES, sample_count = 10)]
fn full_scene(bencher: Bencher, steps: usize) {
    let (document, state) = map(steps);
    let figures = analysis::figures(&document, state);
    bencher.bench_local(|| Composer::new().compose(&document, state, &figures));
}

#[divan::bench(args = SIZES, sample_count = 40)]
fn incremental_scene(bencher: Bencher, steps: usize) {
    let (mut document, state) = map(steps);
    let figures = analysis::figures(&document, state);
    let mut composer = Composer::new();
    composer.compose(&document, state, &figures);
    let mut moves = Moves::of(&document, state);
    bencher.bench_local(|| {
        document = plan(&document, &moves.next(&document, state)).unwrap().document;
        composer.compose(&document, state, &figures)
    });
}

#[divan::bench(args = SIZES, sample_count = 20)]
fn figures(bencher: Bencher, steps: usize) {
    let (document, state) = map(steps);
    bencher.bench_local(|| analysis::figures(&document, state));
}

/// Maps in which the process time of one step after the other is another.
fn edited(steps: usize) -> (StateId, impl FnMut() -> Document) {
    let (mut document, state) = map(steps);
    let work = document.steps_of(state).filter(|it| it.shape == StepKind::Step);
    let work: Vec<_> = work.map(|it| it.id).collect();
    let mut dice = Dice::new(11);
    let next = move || {
        let step = dice.pick(&work).unwrap_or_default();
        let minutes = Minutes(i32::try_from(1 + dice.below(240)).unwrap());
        let edit = StepEdit::ProcessTime(Some(Estimate::of(minutes)));
        document = plan(&document, &Command::EditStep { step, edit }).unwrap().document;
        document.clone()
    };
    (state, next)
}

/// What a session works out anew after every edit: the Timeline and how ready handoffs are.
#[divan::bench(args = SIZES, sample_count = 100)]
fn figures_after_an_edit(bencher: Bencher, steps: usize) {
    let (state, next) = edited(steps);
    bencher.with_inputs(next).bench_local_refs(|document| analysis::figures(document, state));
}

/// Visits, handoffs and the expected lead time: what branches and rework come to.
#[divan::bench(args = SIZES, sample_count = 40)]
fn expected_after_an_edit(bencher: Bencher, steps: usize) {
    let (state, next) = edited(steps);
    bencher.with_inputs(next).bench_local_refs(|document| analysis::expected(document, state));
}

/// The Analysis view after an edit: the above, and who waits for whom, what each loop costs, on
/// whom it all depends.
#[divan::bench(args = SIZES, sample_count = 20)]
fn network_after_an_edit(bencher: Bencher, steps: usize) {
    let (state, next) = edited(steps);
    bencher
        .with_inputs(next)
        .bench_local_refs(|document| analysis::network::network(document, state));
}

#[divan::bench(args = SIZES, sample_count = 20)]
fn findings(bencher: Bencher, steps: usize) {
    let (document, state) = map(steps);
    bencher.bench_local(|| analysis::findings(&document, state));
}

/// Figures and findings after one letter in an agreement, where everything is agreed. Typing in a
/// field of the panel waits for both.
#[divan::bench(args = SIZES, sample_count = 40)]
fn checks_when_all_is_agreed(bencher: Bencher, steps: usize) {
    let mut document = agreed(steps, 1);
    let state = document.states().next().map(|state| state.id).unwrap_or_default();
    let handoffs: Vec<_> = document.handoffs().map(|it| it.id).collect();
    let mut dice = Dice::new(5);
    let edited = move || {
        let handoff = dice.pick(&handoffs).unwrap_or_default();
        let said = document.handoff(handoff).map(|it| it.trigger.clone()).unwrap_or_default();
        let edit = HandoffEdit::Trigger(format!("{said}!"));
        document = plan(&document, &Command::EditHandoff { handoff, edit }).unwrap().document;
        document.clone()
    };
    bencher.with_inputs(edited).bench_local_refs(|document| {
        analysis::checked(document, state, Some("2026-11-28"), analysis::Language::English)
    });
}

/// From the file to everything a window shows.
#[divan::bench(args = SIZES, sample_count = 10)]
fn open(bencher: Bencher, steps: usize) {
    let (folder, session) = session(steps);
    session.close().unwrap();
    let path = folder.path().join("bench.baton");
    bencher.bench_local(move || {
        let session = Session::open(&path, None).unwrap();
        serde_json::to_vec(&session.opened()).unwrap()
    });
}

/// The pack as PDF.
#[divan::bench(args = &[100, 500], sample_count = 3)]
fn export(bencher: Bencher, steps: usize) {
    let (_folder, session) = session(steps);
    let document = session.document();
    let settings = pack::Settings { date: "2026-01-01".into(), ..pack::Settings::default() };
    bencher.bench_local(|| pack::pack(&document, &settings, PackForm::Pdf).unwrap());
}

/// A file with a current state, agreed throughout, and a future one.
fn compared(steps: usize) -> (TempDir, Session, StateId, StateId) {
    let folder = tempfile::tempdir().unwrap();
    let (document, from, to) = two_states(&agreed(steps, 1)).unwrap();
    let session = Session::create(&folder.path().join("bench.baton"), document, None).unwrap();
    (folder, session, from, to)
}

/// Two states held against each other, with their picture as JSON: what opening the comparison
/// costs the kernel.
#[divan::bench(args = [100, 500], sample_count = 10)]
fn compare_two_states(bencher: Bencher, steps: usize) {
    let (_folder, session, from, to) = compared(steps);
    bencher.bench_local(|| serde_json::to_vec(&session.compare(from, to).unwrap()).unwrap());
}

/// The same as two pictures.
#[divan::bench(args = [100, 500], sample_count = 10)]
fn compare_side_by_side(bencher: Bencher, steps: usize) {
    let (_folder, session, from, to) = compared(steps);
    bencher.bench_local(|| serde_json::to_vec(&session.compare_sides(from, to).unwrap()).unwrap());
}
