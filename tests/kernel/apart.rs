//! What a map says where the two sides see it differently, and that no number runs into another.

use analysis::figures;
use model::*;
use scene::{Composer, Group, Part, Shape};

const MAP: &str = "team Sales\n  Write offer, 2.5 d, 98.5 %, at 100 72\nteam Legal\n  Check offer, at 400 72\nWrite offer -> Check offer, H-01, passes Offer, waits 2 d in queue\n";

/// The map, with what the giver says about the step and about the wait.
fn map(share: Option<u16>, wait: Option<i32>) -> Document {
    let document = notation::parse(MAP).unwrap();
    let said = document.records().into_iter().map(|it| match it {
        Record::Step(it) if it.name == "Write offer" => Record::Step(Step {
            process_time: it
                .process_time
                .map(|time| Estimate { confidence: Confidence::Guessed, ..time }),
            complete_accurate_by_giver: share.map(|it| Estimate::of(Share::percent(it))),
            ..it
        }),
        Record::Connector(it) => Record::Connector(Connector {
            wait_by_giver: wait.map(|it| Estimate::of(Minutes(it))),
            ..it
        }),
        other => other,
    });
    Document::from_records(said).unwrap()
}

fn drawn(document: &Document, part: Part) -> Group {
    let state = document.states().next().unwrap().id;
    let scene = Composer::new().compose(document, state, &figures(document, state));
    let group = scene.groups.iter().find(|it| it.key.part == part).unwrap();
    Group::clone(group)
}

/// The texts of a group on its lowest line, from left to right: what they say, where they begin and end.
fn lowest_line(group: &Group) -> Vec<(String, f32, f32)> {
    let text = |shape: &Shape| match shape {
        Shape::Text { x, y, width, text, .. } => Some((*y, text.clone(), *x, *x + *width)),
        _ => None,
    };
    let all: Vec<_> = group.shapes.iter().filter_map(text).collect();
    let low = all.iter().map(|it| it.0).fold(f32::MIN, f32::max);
    let mut line: Vec<_> = all
        .into_iter()
        .filter(|it| it.0 == low)
        .map(|(_, said, from, to)| (said, from, to))
        .collect();
    line.sort_by(|a, b| a.1.total_cmp(&b.1));
    line
}

fn said(line: &[(String, f32, f32)]) -> Vec<&str> {
    line.iter().map(|it| it.0.as_str()).collect()
}

#[test]
fn a_badge_stands_where_giver_and_receiver_are_far_apart_and_nowhere_else() {
    let [agreed, disputed] = [map(Some(98), Some(960)), map(Some(40), Some(9600))];
    let pill = |document| said(&lowest_line(&drawn(document, Part::Handoff))).join("|");
    assert_eq!(pill(&agreed), "H-01|~2\u{a0}d queue|no SLA");
    assert_eq!(pill(&disputed), "H-01|~2\u{a0}d queue|≠|no SLA");
    assert!(!said(&lowest_line(&drawn(&agreed, Part::Step))).contains(&"≠"));
    let step = drawn(&disputed, Part::Step);
    assert!(said(&lowest_line(&step)).contains(&"≠"));
    // What is round is the body of a start or an end to the view.
    assert!(!step.shapes.iter().any(|it| matches!(it, Shape::Circle { .. })));
}

#[test]
fn the_numbers_of_a_step_leave_room_for_each_other() {
    for (share, fits) in [(None, true), (Some(40), false)] {
        let document = map(share, None);
        let step = drawn(&document, Part::Step);
        let line = lowest_line(&step);
        let whole = line.iter().any(|it| it.0.contains("C&A"));
        assert_eq!(whole, fits, "{line:?}");
        for pair in line.windows(2) {
            assert!(pair[0].2 < pair[1].1, "{line:?}");
        }
        let right = step.bounds.x + step.bounds.w;
        assert!(line.iter().all(|it| it.1 > step.bounds.x && it.2 < right), "{line:?}");
    }
}
