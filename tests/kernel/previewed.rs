//! What a gesture shows while it lasts: what it is about, among lanes that stand still.

use baton_tests::synthetic::synthetic;
use model::{Command, Place, Step, StepMove};
use scene::LaneBand;
use session::Session;
use tempfile::TempDir;

/// A map of 120 steps, and the step that reaches furthest down in the topmost lane.
fn opened() -> (TempDir, Session, Step) {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("map.baton");
    let session = Session::create(&file, synthetic(120, 1), None).unwrap();
    let document = session.document();
    let first = document.lanes_of(session.state())[0].id;
    let within = document.steps_of(session.state()).filter(|step| step.lane == first);
    let deepest = within.max_by_key(|step| step.place.y).unwrap().clone();
    (folder, session, deepest)
}

fn down(step: &Step, by: i32) -> Command {
    let place = Place { x: step.place.x, y: step.place.y + by };
    Command::MoveSteps { moves: vec![StepMove { step: step.id, lane: step.lane, place }] }
}

fn heights(lanes: &[LaneBand]) -> Vec<f32> {
    lanes.iter().map(|band| band.height).collect()
}

#[test]
fn lanes_stand_while_a_step_is_on_its_way_and_grow_when_it_is_there() {
    let (_folder, mut session, step) = opened();
    let before = heights(&session.scene().lanes);
    let shown = session.preview(1, &down(&step, 90));
    assert_eq!(shown.refusal, None);
    assert!(shown.drawn.lanes.is_none(), "{:?}", shown.drawn.lanes);
    let others = shown.drawn.groups.iter().filter(|group| {
        let moved = session.document().step(group.key.id.into()).is_some();
        moved && group.key.id != step.id.into()
    });
    assert_eq!(others.count(), 0, "other steps stay where they are");

    session.apply(&down(&step, 90)).unwrap();
    let after = heights(&session.scene().lanes);
    assert!(after[0] >= before[0] + 60.0, "{before:?} {after:?}");
    assert_eq!(after[1..], before[1..]);
}

#[test]
fn a_lane_that_is_resized_shows_where_all_would_be() {
    let (_folder, mut session, step) = opened();
    let before = heights(&session.scene().lanes);
    let resized = Command::ResizeLane { lane: step.lane, height: before[0] as u16 + 80 };
    let lanes = session.preview(1, &resized).drawn.lanes.unwrap();
    assert_eq!(heights(&lanes)[0], before[0].floor() + 80.0);
}
