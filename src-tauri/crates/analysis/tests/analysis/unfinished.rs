//! The Timeline of maps as they are in the middle of a workshop: events, gaps, circles, loose ends.

use crate::sample::{Sample, in_order, json, made, sketch};
use crate::timeline::{close, of};
use analysis::{PathElement, Timeline, figures};
use model::*;
use serde_json::json;

/// The codes of the steps on the path, and the lead time.
fn path(text: &str) -> (String, i64) {
    let sketch = sketch(text);
    let (_, timeline) = of(&sketch);
    (codes(&sketch, &timeline), timeline.lead_time)
}

fn codes(sample: &Sample, timeline: &Timeline) -> String {
    let code = |element: &PathElement| match element {
        PathElement::Step { step, .. } => Some(sample.codes[&(*step).into()].as_str()),
        PathElement::Wait { .. } => None,
    };
    timeline.path.iter().filter_map(code).collect::<Vec<_>>().join(" ")
}

#[test]
fn there_is_a_timeline_from_the_first_step_on() {
    let empty = sketch("");
    let figures = figures(&empty.document, empty.state);
    assert_eq!((figures.timeline, figures.readiness_score, figures.steps), (None, None, 0));
    assert_eq!(path("A X 5"), ("A".into(), 5));
    assert_eq!(path("A X"), ("A".into(), 0));
    assert_eq!(path("A X 5\n B X 7"), ("B".into(), 7), "nothing is connected yet");
    assert_eq!(path("A X 5\n B X 7\n C X 90\n A > B 3"), ("A B".into(), 15));
}

#[test]
fn events_frame_the_map_once_they_are_connected() {
    let steps = "S X start\n A X 5\n B X 7\n E X end\n A > B 3\n";
    assert_eq!(path(steps), ("A B".into(), 15), "beside the map");
    assert_eq!(path(&format!("{steps} S > A 2")), ("S A B".into(), 17));
    assert_eq!(path(&format!("{steps} S > A 2\n B > E 1")), ("S A B E".into(), 18));
}

#[test]
fn once_there_is_an_end_the_timeline_leads_to_it() {
    let map = "S X start\n A X 5\n B X 100\n C X 7\n E X end
        S > A\n A > B 0 and\n A > C 0 and\n C > E";
    let sketch = sketch(map);
    let (_, timeline) = of(&sketch);
    assert_eq!((codes(&sketch, &timeline), timeline.lead_time), ("S A C E".into(), 12));
    let loose = sketch.document.steps().find(|step| step.name == "Do B").unwrap().id;
    assert_eq!(timeline.earliest_finish[&loose], 105);
    assert_eq!(timeline.slack.get(&loose), None, "nothing follows that it could be late for");
    assert_eq!(path(&map.replace("C > E", "")), ("S A B".into(), 105));
}

#[test]
fn events_and_decisions_are_no_steps() {
    let sketch = sketch(
        "S X start\n A X 5 90\n D Y decision\n B Y 7 80\n E Z end
         S > A\n A > D\n D > B - xor\n B > E",
    );
    let (figures, timeline) = of(&sketch);
    assert_eq!([figures.steps, figures.decisions, figures.handoffs], [2, 1, 2]);
    assert_eq!([timeline.steps, timeline.touches, timeline.handoffs], [2, 2, 2]);
    assert_eq!(timeline.complete_accurate_coverage, (2, 2));
    close(timeline.rolled_complete_accurate.unwrap(), 72.0, 1e-9);
    assert_eq!(timeline.unknown.len(), 2, "the waits of both handoffs");
}

#[test]
fn a_circle_is_cut_where_it_closes() {
    assert_eq!(path("A X 1\n B X 2\n C X 4\n A > B 0\n B > C 0\n C > A 0"), ("A B C".into(), 7));
    let later =
        "A X 1\n B X 2\n C X 4\n D X 8\n A > B 0\n B > C 0\n C > B 0 xor .9\n C > D 0 xor .1";
    assert_eq!(path(later), ("A B C D".into(), 15), "however likely the way back is");
}

#[test]
fn the_timeline_keeps_out_of_dead_ends() {
    let map = "A X 1\n B X dead\n C X 2\n A > B 900 xor .9\n A > C 0 xor .1";
    assert_eq!(path(map), ("A C".into(), 3));
    let sketch = sketch(map);
    assert_eq!(of(&sketch).1.steps, 2);
    let (figures, _) = of(&sketch);
    assert_eq!(figures.steps, 3, "it is on the map all the same");
}

#[test]
fn of_two_longest_ways_the_one_over_more_handoffs_counts() {
    let two = "A X 1\n B X 5\n C Y 5\n D X 1\n
        A > B 0 and\n A > C 0 and\n B > D 0\n C > D 0";
    assert_eq!(path(two), ("A C D".into(), 7));
    assert_eq!(path(&two.replace("C Y", "C X")), ("A B D".into(), 7), "else the one drawn first");
}

#[test]
fn the_primary_branch_is_the_one_the_room_chose() {
    let mut json = json("lead-to-customer.current");
    json["connectors"][9]["primary"] = json!(true);
    json["connectors"][8]["primary"] = json!(false);
    let sample = made(&json, in_order);
    let (_, timeline) = of(&sample);
    assert!(!codes(&sample, &timeline).contains("A10"), "though 60 % go that way");
    assert_eq!(timeline.steps, 18);
}

#[test]
fn what_customers_cause_is_not_ours_to_remove() {
    let mut json = json("lead-to-customer.current");
    json["connectors"][6]["delay"] = json!("external");
    let (_, timeline) = of(&made(&json, in_order));
    close(timeline.external_share.unwrap(), 100.0 * (2400.0 + 1440.0) / 16570.0, 1e-9);
}

#[test]
fn minutes_say_how_well_they_are_known() {
    let mut sample = sketch("A X 10/30\n B Y 5\n C Y 7\n A > B 60\n B > C 11");
    let mut changes = Vec::new();
    for step in sample.document.steps() {
        let mut after = step.clone();
        if let Some(time) = after.span.as_mut().filter(|_| step.name != "Do C") {
            time.confidence = Confidence::Measured;
        }
        changes.push(Change { before: Some(step.clone().into()), after: Some(after.into()) });
    }
    for connector in sample.document.connectors().take(1) {
        let mut after = connector.clone();
        after.wait.as_mut().unwrap().confidence = Confidence::Guessed;
        changes.push(Change { before: Some(connector.clone().into()), after: Some(after.into()) });
    }
    sample.document = sample.document.with(&changes).unwrap();
    let (_, timeline) = of(&sample);
    assert_eq!((timeline.measured, timeline.guessed, timeline.lead_time), (35, 60, 113));
}

#[test]
fn every_branch_counts_for_the_map_though_not_for_the_timeline() {
    let sample = made(&json("lead-to-customer.future"), in_order);
    let (figures, timeline) = of(&sample);
    assert_eq!((figures.handoffs, timeline.handoffs), (9, 7));
    assert_eq!((figures.steps, timeline.steps), (18, 17));
    assert_eq!((figures.rework_loops, figures.clock.minutes_per_day), (5, 480));
}
