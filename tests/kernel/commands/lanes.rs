//! Lanes: added, moved, deleted.

use super::{is_refused, leads_to};
use model::*;

const THREE: &str = "team One\n  A\nteam Two\n  B\nteam Three\n  C\nA -> B, H-01\nB -> C, H-02\n";

#[test]
fn a_lane_is_added_between_two() {
    leads_to(
        "team One\nteam Two\n",
        |map| Command::AddTeam { state: map.state(), name: "New".into(), external: true, at: 1 },
        "team One, colour 0\nteam New, external, colour 2\nteam Two, colour 1\n",
    );
}

#[test]
fn a_lane_moves_with_its_steps() {
    leads_to(
        THREE,
        |map| Command::MoveLane { lane: map.lane("Three"), to: 0 },
        "team Three, colour 2\n  C\nteam One, colour 0\n  A\nteam Two, colour 1\n  B\nA -> B, H-01\nB -> C, H-02\n",
    );
}

#[test]
fn deleting_a_lane_takes_its_team_steps_and_handoffs() {
    leads_to(
        THREE,
        |map| Command::Delete { ids: vec![map.lane("Two").into()] },
        "team One, colour 0\n  A\nteam Three, colour 2\n  C\n",
    );
}

#[test]
fn a_state_cannot_be_deleted() {
    is_refused(
        THREE,
        |map| Command::Delete { ids: vec![map.state().into()] },
        RefusalCode::CannotDelete,
    );
}
