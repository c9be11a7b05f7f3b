//! Putting steps into a flow and taking them out; locking; what is agreed survives.

use super::{Map, SOMEWHERE, is_refused, leads_to};
use model::*;

const FLOW: &str = "team Sales\n  Write offer\n  Tell boss\nteam Legal\n  Check offer\nteam Ops\n  Ship\nWrite offer -> Check offer, H-01, passes Draft offer, waits 2 d in queue\nCheck offer -> Ship, H-02\n";

fn splice(map: &Map, step: &str, from: &str, to: &str) -> Command {
    let step = Destination::Step { step: map.step(step) };
    Command::Splice { connector: map.connector(from, to), step, moved: Vec::new() }
}

#[test]
fn a_loose_step_goes_into_the_flow_and_the_agreement_stays_with_the_crossing() {
    leads_to(
        FLOW,
        |map| splice(map, "Tell boss", "Write offer", "Check offer"),
        "team Sales\n  Write offer\n  Tell boss\nteam Legal\n  Check offer\nteam Ops\n  Ship\nTell boss -> Check offer, H-01, passes Draft offer, waits 2 d in queue\nCheck offer -> Ship, H-02\nWrite offer -> Tell boss\n",
    );
}

#[test]
fn a_new_step_in_another_lane_makes_a_second_handoff() {
    leads_to(
        FLOW,
        |map| {
            let lane = map.lane("Ops");
            let (shape, name, place) = (StepKind::Step, "Weigh".into(), SOMEWHERE);
            let step = Destination::NewStep { lane, shape, name, place };
            let connector = map.connector("Write offer", "Check offer");
            Command::Splice { connector, step, moved: Vec::new() }
        },
        "team Sales\n  Write offer\n  Tell boss\nteam Legal\n  Check offer\nteam Ops\n  Ship\n  Weigh\nWrite offer -> Weigh, H-01, passes Draft offer, waits 2 d in queue\nCheck offer -> Ship, H-02\nWeigh -> Check offer, H-03\n",
    );
}

#[test]
fn a_step_of_a_flow_is_not_put_into_another() {
    is_refused(
        FLOW,
        |map| splice(map, "Ship", "Write offer", "Check offer"),
        RefusalCode::AlreadyConnected,
    );
}

#[test]
fn deleting_a_step_heals_the_flow() {
    leads_to(
        FLOW,
        |map| Command::Delete { ids: vec![map.step("Check offer").into()] },
        "team Sales\n  Write offer\n  Tell boss\nteam Legal\nteam Ops\n  Ship\nWrite offer -> Ship, H-01, passes Draft offer, waits 2 d in queue\n",
    );
}

#[test]
fn healing_keeps_the_only_agreement_and_the_way_out_of_a_decision() {
    leads_to(
        "team Sales\n  Fits?\n  Write offer\n  Say no\nteam Legal\n  Check offer\nFits? -> Write offer, if yes, 70 %\nFits? -> Say no, if no, 30 %\nWrite offer -> Check offer, H-01, passes Draft offer\n",
        |map| Command::Delete { ids: vec![map.step("Write offer").into()] },
        "team Sales\n  Fits?\n  Say no\nteam Legal\n  Check offer\nFits? -> Say no, if no, 30 %\nFits? -> Check offer, H-01, if yes, 70 %, passes Draft offer\n",
    );
}

#[test]
fn healing_keeps_both_waits_and_the_cause_of_the_longer() {
    leads_to(
        "team Sales\n  A\n  B\n  C\nA -> B, waits 1 d in queue\nB -> C, waits 3 d for approval\n",
        |map| Command::Delete { ids: vec![map.step("B").into()] },
        "team Sales\n  A\n  C\nA -> C, waits 4 d for approval\n",
    );
}

#[test]
fn a_step_where_ways_part_or_meet_leaves_them_open() {
    leads_to(
        "team Sales\n  A\n  B\n  C\n  D\nA -> B\nB -> C\nB -> D\n",
        |map| Command::Delete { ids: vec![map.step("B").into()] },
        "team Sales\n  A\n  C\n  D\n",
    );
}

#[test]
fn several_steps_in_a_row_heal_as_one() {
    leads_to(
        "team Sales\n  A\n  B\n  C\n  D\nA -> B -> C -> D\n",
        |map| Command::Delete { ids: vec![map.step("B").into(), map.step("C").into()] },
        "team Sales\n  A\n  D\nA -> D\n",
    );
}

#[test]
fn waits_between_steps_in_a_row_are_not_lost() {
    leads_to(
        "team Sales\n  A\n  B\n  C\n  D\nA -> B, waits 1 d in queue\nB -> C, waits 4 d for approval, guessed\nC -> D, waits 2 d for batch\n",
        |map| Command::Delete { ids: vec![map.step("B").into(), map.step("C").into()] },
        "team Sales\n  A\n  D\nA -> D, waits 7 d for approval, guessed\n",
    );
}

#[test]
fn an_agreement_between_steps_that_go_stays() {
    leads_to(
        "team Sales\n  A\n  B\nteam Legal\n  C\n  D\nA -> B\nB -> C, H-01, passes Offer\nC -> D\n",
        |map| Command::Delete { ids: vec![map.step("B").into(), map.step("C").into()] },
        "team Sales\n  A\nteam Legal\n  D\nA -> D, H-01, passes Offer\n",
    );
}

#[test]
fn what_is_locked_stays_when_it_is_deleted_with_others() {
    let map = Map::of("team Sales\n  A\n  B\n  C\nA -> B -> C\n");
    let lock = Command::Lock { steps: vec![map.step("B")], pinned: true };
    let locked = plan(&map.0, &lock).unwrap().document;
    let delete = |names: &[&str]| Command::Delete {
        ids: names.iter().map(|name| map.step(name).into()).collect(),
    };
    let refused = plan(&locked, &delete(&["B"])).unwrap_err();
    assert_eq!((refused.code, refused.ids), (RefusalCode::Locked, vec![map.step("B").into()]));
    let planned = plan(&locked, &delete(&["A", "B", "C"])).unwrap();
    let left: Vec<&str> = planned.document.steps().map(|it| it.name.as_str()).collect();
    assert_eq!((left, planned.edit.label.count), (vec!["B"], 2));
}

#[test]
fn what_is_locked_does_not_move() {
    let map = Map::of("team Sales\n  A, at 100 72\n  B, at 500 72\n");
    let lock = Command::Lock { steps: vec![map.step("A")], pinned: true };
    let locked = plan(&map.0, &lock).unwrap().document;
    let to =
        |name: &str| StepMove { step: map.step(name), lane: map.lane("Sales"), place: SOMEWHERE };
    let refused = plan(&locked, &Command::MoveSteps { moves: vec![to("A")] }).unwrap_err();
    assert_eq!(refused.code, RefusalCode::Locked);
    let both =
        plan(&locked, &Command::TidyUp { moves: vec![to("A"), to("B")], stages: Vec::new() })
            .unwrap();
    assert_eq!(both.edit.changes.len(), 1, "only the other one moved");
    assert_eq!(both.edit.label.count, 1);
}
