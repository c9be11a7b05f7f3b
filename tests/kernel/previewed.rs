//! What a gesture shows while it lasts: what it is about, on a map that stays calm.

use baton_tests::synthetic::synthetic;
use model::{Bend, Command, ConnectorEdit, LaneId, Place, Step, StepId, StepKind, StepMove};
use scene::{Drawn, Group, LaneBand, Part, Rect, Scene};
use session::Session;
use session::api::Preview;
use std::collections::BTreeMap;
use std::sync::Arc;
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

/// All that a scene draws otherwise, what is only elsewhere too.
fn whole(before: &Scene, drawn: &Drawn) -> Vec<Group> {
    let elsewhere = drawn.moved.iter().map(|it| {
        before.groups.iter().find(|group| group.key == it.key).unwrap().moved(it.dx, it.dy)
    });
    drawn.groups.iter().map(|it| (**it).clone()).chain(elsewhere).collect()
}

/// All that a preview draws otherwise.
fn drawn(session: &Session, shown: &Preview) -> Vec<Group> {
    whole(session.scene(), &shown.drawn)
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
    let shown = drawn(&session, &shown);
    let others = shown.iter().filter(|group| {
        let moved = session.document().step(group.key.id.into()).is_some();
        moved && group.key.id != step.id.into()
    });
    assert_eq!(others.count(), 0, "other steps stay where they are");

    session.apply(&down(&step, 90)).unwrap();
    let after = heights(&session.scene().lanes);
    assert!(after[0] >= before[0] + 60.0, "{before:?} {after:?}");
    assert_eq!(after[1..], before[1..]);
}

/// Lines are long and share their channels: the steps of each lane stand side by side.
fn crowded() -> (TempDir, Session) {
    let (folder, mut session, _) = opened();
    let mut next: BTreeMap<LaneId, i32> = BTreeMap::new();
    let document = session.document();
    let moves = document.steps().map(|step| {
        let x = next.entry(step.lane).or_insert(104);
        *x += 216;
        StepMove { step: step.id, lane: step.lane, place: Place { x: *x, y: step.place.y } }
    });
    session.apply(&Command::TidyUp { moves: moves.collect(), stages: Vec::new() }).unwrap();
    (folder, session)
}

#[test]
fn only_lines_of_a_step_on_its_way_and_those_it_stands_in_the_way_of_are_led_anew() {
    let (_folder, mut session) = crowded();
    let document = session.document();
    let mut others = 0;
    for step in document.steps().step_by(9) {
        let place = Place { x: step.place.x + 70, y: step.place.y };
        let moved = StepMove { step: step.id, lane: step.lane, place };
        let shown = session.preview(1, &Command::MoveSteps { moves: vec![moved] });
        let shown = drawn(&session, &shown);
        let Some(stands) = shown.iter().find(|it| it.key.id == step.id.into()) else {
            panic!("{} did not move", step.name)
        };
        let around = stands.bounds.grown(40.0);
        for group in shown.iter().filter(|it| !it.line.is_empty()) {
            let connector = document.connector(group.key.id.into()).unwrap();
            let own = [connector.from, connector.to].contains(&step.id);
            let scene = session.scene();
            let before = scene.groups.iter().find(|it| it.key == group.key).unwrap();
            let in_the_way = before.line.windows(2).any(|pair| {
                let ((x, y), (to_x, to_y)) = (pair[0], pair[1]);
                let piece = Rect::new(x.min(to_x), y.min(to_y), (x - to_x).abs(), (y - to_y).abs());
                piece.grown(1.0).overlaps(&around)
            });
            assert!(own || in_the_way, "{} moves {:?}", step.name, connector);
        }
        let before = Arc::clone(session.scene());
        session.apply(&Command::MoveSteps { moves: vec![moved] }).unwrap();
        let after = whole(&before, &before.difference(session.scene()));
        others += after.iter().filter(|it| !it.line.is_empty()).count();
        others -= shown.iter().filter(|it| !it.line.is_empty()).count().min(others);
        session.undo().unwrap();
    }
    assert!(others > 20, "all others wait until the step is let go: {others}");
}

#[test]
fn a_lane_that_is_resized_shows_where_all_would_be() {
    let (_folder, mut session, step) = opened();
    let before = heights(&session.scene().lanes);
    let resized = Command::ResizeLane { lane: step.lane, height: before[0] as u16 + 80 };
    let lanes = session.preview(1, &resized).drawn.lanes.unwrap();
    assert_eq!(heights(&lanes)[0], before[0].floor() + 80.0);
}

#[test]
fn where_many_steps_are_on_their_way_only_their_own_lines_are_led_anew() {
    let (_folder, mut session) = crowded();
    let document = session.document();
    let many: Vec<&Step> = document.steps().step_by(4).take(20).collect();
    let moves = many.iter().map(|step| {
        let place = Place { x: step.place.x + 70, y: step.place.y };
        StepMove { step: step.id, lane: step.lane, place }
    });
    let shown = session.preview(1, &Command::MoveSteps { moves: moves.collect() });
    let shown = drawn(&session, &shown);
    let lines: Vec<_> = shown.iter().filter(|it| !it.line.is_empty()).collect();
    assert!(lines.len() >= 20, "{}", lines.len());
    for line in lines {
        let connector = document.connector(line.key.id.into()).unwrap();
        let own = many.iter().any(|it| it.id == connector.from || it.id == connector.to);
        assert!(own, "{connector:?}");
    }
    let moved = |it: &&&Step| shown.iter().any(|group| group.key.id == it.id.into());
    assert_eq!(many.iter().filter(moved).count(), many.len());
}

/// Edits other than moves are shown with all that they make and take away.
#[test]
fn a_line_that_is_drawn_led_or_attached_elsewhere_is_shown_so() {
    let (_folder, mut session) = crowded();
    let document = session.document();
    let steps: Vec<&Step> = document.steps().filter(|it| it.shape == StepKind::Step).collect();
    let joined = |a: StepId, b: StepId| document.connectors_at(a).any(|c| c.from == b || c.to == b);
    let alone = |from: &Step| {
        steps.iter().find(|it| it.lane != from.lane && it.id > from.id && !joined(from.id, it.id))
    };
    let (from, to) = steps.iter().find_map(|it| Some((*it, *alone(it)?))).unwrap();
    let connect = Command::Connect { from: from.id, to: model::Destination::Step { step: to.id } };
    let shown = session.preview(1, &connect);
    assert_eq!(shown.refusal, None);
    let made = |it: &&Arc<scene::Group>| !it.line.is_empty();
    assert_eq!(shown.drawn.groups.iter().filter(made).count(), 1, "one line is new");
    assert!(shown.drawn.groups.iter().any(|it| it.key.part == Part::Handoff), "and its pill");
    assert_eq!(shown.handoffs_made.len(), 1);

    let way = document.connectors().find(|it| it.bends.is_empty()).unwrap();
    let step = document.step(way.from).unwrap();
    let bend = Bend { lane: step.lane, place: Place { x: step.place.x + 190, y: 20 } };
    let edit = ConnectorEdit::Bends(vec![bend]);
    let shown = session.preview(2, &Command::EditConnector { connector: way.id, edit });
    assert!(shown.drawn.groups.iter().any(|it| it.key.id == way.id.into() && !it.line.is_empty()));

    let shown = session.preview(3, &Command::Delete { ids: vec![way.id.into()] });
    assert!(shown.drawn.removed.iter().any(|key| key.id == way.id.into()));
}

/// Most of what moves is as it was: it is said how far it went, and comes out to the last bit.
#[test]
fn what_is_only_elsewhere_is_not_said_whole() {
    let (_folder, mut session) = crowded();
    let before = Arc::clone(session.scene());
    let first = before.lanes[0].clone();
    let height = first.height as u16 + 45;
    session.apply(&Command::ResizeLane { lane: first.lane, height }).unwrap();
    let after = session.scene();
    let drawn = before.difference(after);
    let below: Vec<_> = (before.groups.iter())
        .filter(|it| it.key.part == Part::Step && it.bounds.y > first.top + first.height)
        .collect();
    assert!(below.len() > 20);
    for step in below {
        let moved = drawn.moved.iter().find(|it| it.key == step.key).unwrap();
        assert_eq!((moved.dx, moved.dy), (0.0, 45.0));
    }
    for group in whole(&before, &drawn) {
        let there = after.groups.iter().find(|it| it.key == group.key).unwrap();
        assert_eq!(group, **there);
    }
    let short = serde_json::to_string(&drawn).unwrap().len();
    let long = serde_json::to_string(&whole(&before, &drawn)).unwrap().len();
    assert!(short * 2 < long, "{short} {long}");
}
