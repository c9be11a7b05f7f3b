//! Moving, renaming and deleting steps.

use super::{Map, SOMEWHERE, is_refused, leads_to};
use model::*;

const CHAIN: &str = "team Sales\n  Write offer\n  Send offer\nteam Legal\n  Check offer\nWrite offer -> Send offer\nSend offer -> Check offer, H-01, passes Offer\n";

fn move_to(step: &'static str, team: &'static str) -> impl Fn(&super::Map) -> Command {
    move |map| Command::MoveSteps {
        moves: vec![StepMove { step: map.step(step), lane: map.lane(team), place: SOMEWHERE }],
    }
}

#[test]
fn a_step_over_another_lane_makes_and_rests_handoffs() {
    // H-01 rests with its agreement while both ends are in Legal; the other way becomes H-02.
    leads_to(
        CHAIN,
        move_to("Send offer", "Legal"),
        "team Sales\n  Write offer, @1\nteam Legal\n  Send offer, @2\n  Check offer, @3\n@1 -> @2, H-02\n@2 -> @3, H-01, passes Offer\n",
    );
}

#[test]
fn deleting_a_step_takes_its_connectors_along() {
    leads_to(
        CHAIN,
        |map| Command::Delete { ids: vec![map.step("Check offer").into()] },
        "team Sales\n  Write offer\n  Send offer\nteam Legal\nWrite offer -> Send offer\n",
    );
}

#[test]
fn deleting_a_handoff_deletes_its_connector() {
    leads_to(
        CHAIN,
        |map| {
            let connector = map.connector("Send offer", "Check offer");
            Command::Delete { ids: vec![map.0.handoff_record(connector).unwrap().id.into()] }
        },
        "team Sales\n  Write offer\n  Send offer\nteam Legal\n  Check offer\nWrite offer -> Send offer\n",
    );
}

#[test]
fn one_way_on_is_not_parallel() {
    leads_to(
        "team Sales\n  Write\n  Send\n  Tell\nWrite -> Send, in parallel\nWrite -> Tell, in parallel\n",
        |map| Command::Delete { ids: vec![map.step("Tell").into()] },
        "team Sales\n  Write\n  Send\nWrite -> Send, then\n",
    );
}

#[test]
fn a_name_is_characters_and_not_too_many() {
    let rename = |name: String| {
        move |map: &super::Map| Command::Rename { id: map.step("Call").into(), name: name.clone() }
    };
    let before = "team Sales\n  Call\n";
    leads_to(
        before,
        rename("<img src=x onerror=alert(1)>".into()),
        "team Sales\n  \"<img src=x onerror=alert(1)>\"\n",
    );
    is_refused(before, rename("x".repeat(501)), RefusalCode::OutOfBounds);
    is_refused(before, rename("a\u{0}b".into()), RefusalCode::OutOfBounds);
}

#[test]
fn a_step_with_ways_in_is_no_start() {
    is_refused(
        CHAIN,
        |map| Command::EditStep {
            step: map.step("Send offer"),
            edit: StepEdit::Shape(StepKind::Start),
        },
        RefusalCode::StartTakesNothing,
    );
}

/// The points of the line from "a" to "b" after both moved into other lanes: by lane and place.
fn bends_after(map: &Map, moves: Vec<StepMove>) -> Vec<(LaneId, Place)> {
    let line = map.connector("a", "b");
    let bend = Bend { lane: map.lane("One"), place: Place { x: 200, y: 20 } };
    let edit = ConnectorEdit::Bends(vec![bend]);
    let led = plan(&map.0, &Command::EditConnector { connector: line, edit }).unwrap().document;
    let moved = plan(&led, &Command::MoveSteps { moves }).unwrap().document;
    moved.connector(line).unwrap().bends.iter().map(|it| (it.lane, it.place)).collect()
}

#[test]
fn points_of_a_line_go_along_with_both_ends_also_to_another_lane() {
    let map = Map::of(
        "team One\n  a, at 100 72\n  b, at 300 72\nteam Two\n  c, at 100 72\nteam Three\na -> b\n",
    );
    let goes = |name: &str, lane: &str, x: i32, y: i32| StepMove {
        step: map.step(name),
        lane: map.lane(lane),
        place: Place { x, y },
    };
    let both = bends_after(&map, vec![goes("a", "Two", 140, 82), goes("b", "Two", 340, 82)]);
    assert_eq!(both, [(map.lane("Two"), Place { x: 240, y: 30 })]);
    let parted = bends_after(&map, vec![goes("a", "Two", 140, 82), goes("b", "Three", 340, 82)]);
    assert_eq!(parted, [(map.lane("One"), Place { x: 200, y: 20 })]);
    let one = bends_after(&map, vec![goes("a", "One", 140, 72)]);
    assert_eq!(one, [(map.lane("One"), Place { x: 200, y: 20 })]);
}
