//! Connecting, reconnecting, annotating a delay.

use super::{SOMEWHERE, is_refused, leads_to};
use model::*;

const TWO_TEAMS: &str = "team Sales\n  Write offer\n  Send offer\nteam Legal\n  Check offer\n";

#[test]
fn crossing_lanes_makes_a_handoff_with_the_next_number() {
    leads_to(
        TWO_TEAMS,
        |map| Command::Connect {
            from: map.step("Write offer"),
            to: Destination::Step { step: map.step("Check offer") },
        },
        "team Sales\n  Write offer\n  Send offer\nteam Legal\n  Check offer\nWrite offer -> Check offer, H-01\n",
    );
}

#[test]
fn a_second_way_on_is_parallel() {
    leads_to(
        "team Sales\n  Write offer\n  Send offer\n  Tell boss\nWrite offer -> Send offer, then\n",
        |map| Command::Connect {
            from: map.step("Write offer"),
            to: Destination::Step { step: map.step("Tell boss") },
        },
        "team Sales\n  Write offer\n  Send offer\n  Tell boss\nWrite offer -> Send offer, in parallel\nWrite offer -> Tell boss, in parallel\n",
    );
}

#[test]
fn a_way_back_is_rework() {
    leads_to(
        "team Sales\n  Write offer\n  Send offer\nWrite offer -> Send offer\n",
        |map| Command::Connect {
            from: map.step("Send offer"),
            to: Destination::Step { step: map.step("Write offer") },
        },
        "team Sales\n  Write offer\n  Send offer\nWrite offer -> Send offer\nSend offer ~> Write offer\n",
    );
}

#[test]
fn a_step_can_be_made_before_another_and_hands_over_to_it_from_another_lane() {
    leads_to(
        TWO_TEAMS,
        |map| Command::Precede {
            step: map.step("Check offer"),
            lane: map.lane("Sales"),
            shape: StepKind::Step,
            name: "Ask Legal".into(),
            place: SOMEWHERE,
        },
        "team Sales\n  Write offer\n  Send offer\n  Ask Legal\nteam Legal\n  Check offer\nAsk Legal -> Check offer, H-01\n",
    );
}

#[test]
fn nothing_can_be_made_before_a_start() {
    is_refused(
        "team Sales\n  start Enquiry\n  Write offer\nEnquiry -> Write offer\n",
        |map| Command::Precede {
            step: map.step("Enquiry"),
            lane: map.lane("Sales"),
            shape: StepKind::Step,
            name: "Ring".into(),
            place: SOMEWHERE,
        },
        RefusalCode::StartTakesNothing,
    );
}

#[test]
fn a_connector_to_empty_ground_brings_its_step() {
    leads_to(
        TWO_TEAMS,
        |map| Command::Connect {
            from: map.step("Send offer"),
            to: Destination::NewStep {
                lane: map.lane("Legal"),
                shape: StepKind::Step,
                name: "File offer".into(),
                place: SOMEWHERE,
            },
        },
        "team Sales\n  Write offer\n  Send offer\nteam Legal\n  Check offer\n  File offer\nSend offer -> File offer, H-01\n",
    );
}

#[test]
fn what_cannot_be_connected_is_refused() {
    let map = "team Sales\n  start Lead\n  Call\n  end Done\nLead -> Call\nCall -> Done\n";
    let connect = |from: &'static str, to: &'static str| {
        move |map: &super::Map| Command::Connect {
            from: map.step(from),
            to: Destination::Step { step: map.step(to) },
        }
    };
    is_refused(map, connect("Call", "Call"), RefusalCode::ConnectorWouldLoop);
    is_refused(map, connect("Call", "Lead"), RefusalCode::StartTakesNothing);
    is_refused(map, connect("Done", "Call"), RefusalCode::EndGivesNothing);
    is_refused(map, connect("Lead", "Call"), RefusalCode::AlreadyConnected);
}

#[test]
fn a_handoff_keeps_its_agreement_when_an_end_is_attached_elsewhere() {
    leads_to(
        "team Sales\n  Write offer\n  Send offer\nteam Legal\n  Check offer\nWrite offer -> Check offer, H-01, passes Draft offer\n",
        |map| Command::EditConnector {
            connector: map.connector("Write offer", "Check offer"),
            edit: ConnectorEdit::From(map.step("Send offer")),
        },
        "team Sales\n  Write offer\n  Send offer\nteam Legal\n  Check offer\nSend offer -> Check offer, H-01, passes Draft offer\n",
    );
}

#[test]
fn a_delay_is_annotated_in_one_edit() {
    let annotate = |wait: Estimate<Minutes>| {
        move |map: &super::Map| Command::AnnotateDelay {
            connector: map.connector("Write offer", "Check offer"),
            wait: Some(wait.clone()),
            cause: Some(DelayCause::Approval),
            note: String::new(),
            batch_interval: None,
        }
    };
    let before =
        "team Sales\n  Write offer\nteam Legal\n  Check offer\nWrite offer -> Check offer, H-01\n";
    let wait = Estimate {
        best: Some(Minutes(480)),
        worst: Some(Minutes(2400)),
        confidence: Confidence::Guessed,
        ..Estimate::of(Minutes(1440))
    };
    leads_to(
        before,
        annotate(wait),
        "team Sales\n  Write offer\nteam Legal\n  Check offer\nWrite offer -> Check offer, H-01, waits 3 d (1 d to 5 d) for approval, guessed\n",
    );
    let inverted = Estimate { best: Some(Minutes(2000)), ..Estimate::of(Minutes(1440)) };
    is_refused(before, annotate(inverted), RefusalCode::RangeOutOfOrder);
}

/// What history or another file says may hang a handoff on another connector than it hangs on here.
#[test]
fn handoffs_that_change_places_are_found_where_they_are_then() {
    let document = baton_tests::agreed_today();
    let [one, other] = document.handoffs().take(2).collect::<Vec<_>>()[..] else { panic!() };
    let moved = |it: &Handoff, to: ConnectorId| Change {
        before: Some(it.clone().into()),
        after: Some(Handoff { connector: to, ..it.clone() }.into()),
    };
    let changes = [moved(one, other.connector), moved(other, one.connector)];
    let next = document.with(&changes).unwrap();
    let at = |it: ConnectorId| next.handoff_record(it).map(|it| it.id);
    assert_eq!((at(one.connector), at(other.connector)), (Some(other.id), Some(one.id)));
    // Undo leads back, in whichever order.
    let back = |it: &Change| Change { before: it.after.clone(), after: it.before.clone() };
    let again = next.with(&changes.each_ref().map(back)).unwrap();
    assert_eq!(again, document);
    assert_eq!(again.handoff_record(one.connector).map(|it| it.id), Some(one.id));
}
