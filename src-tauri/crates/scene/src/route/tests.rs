//! Ways on small grounds: straight when they can be, round what stands in between, apart where
//! they share a channel.

use super::piece::pieces;
use super::trace::trace;
use super::*;
use crate::grid::Grid;
use model::{ConnectorId, StepId};

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
    trace(question, &[]).0
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
fn pieces_in_one_channel_lie_side_by_side_in_the_order_that_crosses_least() {
    let way = |from: f32, to: f32| {
        vec![
            Point::new(0.0, from),
            Point::new(50.0, from),
            Point::new(50.0, to),
            Point::new(100.0, to),
        ]
    };
    // Both go down; the lower one has to turn first, or its level pieces cross the other.
    let mut ways = vec![way(0.0, 300.0), way(40.0, 340.0)];
    nudge::nudge(&mut ways, &Grid::over(&Rect::new(0.0, 0.0, 400.0, 400.0)), &[]);
    assert!(ways[0][1].x - ways[1][1].x >= 6.0, "{ways:?}");
    assert_eq!(ways[0][0], Point::new(0.0, 0.0), "ports stay");
}

#[test]
fn a_crossing_is_gone_round_where_that_is_short() {
    let (from, to) = (box_at(0.0, 0.0), box_at(400.0, 140.0));
    let asked = question(from, to, &[]);
    let free = routed(&asked);
    // A line across the level piece.
    let wall = [Point::new(300.0, -60.0), Point::new(300.0, 60.0)];
    let other: Vec<_> = pieces(7, &wall).collect();
    let crossing = |way: &[Point]| {
        pieces(0, way).flat_map(|a| other.iter().map(move |b| piece::crossings(&a, b))).sum::<u32>()
    };
    let way = trace(&asked, &other).0;
    assert!(free.len() == 3 && crossing(&free) == 1, "{free:?}");
    assert_eq!(crossing(&way), 0, "{way:?}");
}

fn wanted(id: u64, from: Rect, to: Rect) -> Wanted {
    let end = |rect: Rect, id| EndStep { id: StepId(id), rect, hull: rect, pointed: false };
    let (from, to) = (end(from, id * 2), end(to, id * 2 + 1));
    Wanted { id: ConnectorId(id), from, to, same_lane: false, back: false }
}

#[test]
fn a_router_that_remembers_answers_as_a_fresh_one() {
    let map = |shift: f32| -> (Vec<(StepId, Rect)>, Vec<Wanted>) {
        let all: Vec<Wanted> = (0..12_u64)
            .map(|at| {
                let (x, y) = ((at % 4) as f32 * 210.0, (at / 4) as f32 * 150.0);
                let shift = if at == 5 { shift } else { 0.0 };
                wanted(at, box_at(x, y + shift), box_at(900.0 - x, y * 0.7 + 480.0))
            })
            .collect();
        let mut outlines: Vec<(StepId, Rect)> = all
            .iter()
            .flat_map(|it| [(it.from.id, it.from.hull), (it.to.id, it.to.hull)])
            .collect();
        outlines.sort_by(|a, b| a.1.x.total_cmp(&b.1.x).then(a.0.cmp(&b.0)));
        (outlines, all)
    };
    let mut kept = Router::default();
    for shift in [0.0, 30.0, 75.0, 30.0, 400.0, 0.0] {
        let (outlines, all) = map(shift);
        let fresh = Router::default().ways(&outlines, all.clone());
        assert_eq!(kept.ways(&outlines, all), fresh, "shifted by {shift}");
    }
}
