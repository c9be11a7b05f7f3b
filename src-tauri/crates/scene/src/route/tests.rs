//! Ways on small grounds: straight when they can be, round what stands in between, apart where
//! they share a channel.

use super::*;
use model::ConnectorId;
use std::collections::BTreeMap;

fn box_at(x: f32, y: f32) -> Rect {
    Rect::new(x, y, 128.0, 68.0)
}

fn question(from: Rect, to: Rect, obstacles: &[Rect]) -> Question {
    Question {
        from: (from, from),
        to: (to, to),
        same_lane: from.y == to.y,
        back: false,
        obstacles: obstacles.to_vec(),
    }
}

fn routed(question: &Question) -> Vec<Point> {
    let (leave, arrive) = sides(question);
    let p = leave.port(&question.from.0, 0.0);
    let q = arrive.port(&question.to.0, 0.0);
    way(question, (p, leave), (q, arrive))
}

fn is_orthogonal(way: &[Point]) -> bool {
    way.iter().zip(way.iter().skip(1)).all(|(a, b)| (a.x == b.x) != (a.y == b.y))
}

#[test]
fn neighbours_are_joined_by_a_straight_line() {
    let way = routed(&question(box_at(0.0, 40.0), box_at(200.0, 40.0), &[]));
    assert_eq!(way, [Point::new(128.0, 74.0), Point::new(200.0, 74.0)]);
}

#[test]
fn a_handoff_downward_bends_at_most_once() {
    let below = routed(&question(box_at(0.0, 40.0), box_at(0.0, 180.0), &[]));
    assert_eq!(below.len(), 2);
    let aside = routed(&question(box_at(0.0, 40.0), box_at(300.0, 180.0), &[]));
    assert_eq!(aside.len(), 3);
}

#[test]
fn a_step_in_between_is_gone_round() {
    let between = box_at(200.0, 40.0);
    let asked = question(box_at(0.0, 40.0), box_at(400.0, 40.0), &[between]);
    let way = routed(&asked);
    assert!(is_orthogonal(&way));
    assert_eq!(collisions(&asked, &way), 0, "{way:?}");
}

#[test]
fn a_wall_of_steps_is_gone_round() {
    let wall: Vec<Rect> = (0..7).map(|row| box_at(300.0, row as f32 * 90.0 - 200.0)).collect();
    let asked = question(box_at(0.0, 40.0), box_at(600.0, 40.0), &wall);
    let way = routed(&asked);
    assert!(is_orthogonal(&way));
    assert_eq!(collisions(&asked, &way), 0, "{way:?}");
}

#[test]
fn rework_stays_out_of_the_forward_flow() {
    let mut asked = question(box_at(400.0, 40.0), box_at(0.0, 40.0), &[box_at(200.0, 40.0)]);
    asked.back = true;
    let way = routed(&asked);
    assert_eq!(collisions(&asked, &way), 0);
    assert!(way.iter().all(|point| point.y <= 40.0), "{way:?}");
}

#[test]
fn pieces_in_one_channel_lie_side_by_side() {
    let way = |y: f32| {
        vec![
            Point::new(0.0, y),
            Point::new(50.0, y),
            Point::new(50.0, 300.0),
            Point::new(90.0, 300.0 + y),
        ]
    };
    let mut ways = BTreeMap::from([(ConnectorId(1), way(0.0)), (ConnectorId(2), way(20.0))]);
    nudge(&mut ways);
    let at = |id: u64| ways[&ConnectorId(id)][1].x;
    assert!((at(1) - at(2)).abs() >= 6.0, "{ways:?}");
    assert_eq!(ways[&ConnectorId(1)][0], Point::new(0.0, 0.0), "ports stay");
}
