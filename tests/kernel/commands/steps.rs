//! Moving, renaming and deleting steps.

use super::{SOMEWHERE, is_refused, leads_to};
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
