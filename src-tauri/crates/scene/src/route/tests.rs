//! Ways on small grounds: straight when they can be, round what stands in between, apart where
//! they share a channel.

use super::piece::pieces;
use super::ports::Attached;
use super::trace::{Scratch, trace};
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
        taken: [Taken::default(); 2],
    }
}

fn routed(question: &Question) -> Vec<Point> {
    trace(question, &[], &mut Scratch::default()).0
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

/// A way with level ends, from the right of one box to the left of another, through these points.
fn attached(number: u64, way: &[(f32, f32)]) -> Attached {
    let way: Vec<Point> = way.iter().map(|(x, y)| Point::new(*x, *y)).collect();
    let (first, last) = (way[0], way[way.len() - 1]);
    let rects = [box_at(first.x - 128.0, first.y - 34.0), box_at(last.x, last.y - 34.0)];
    let ends = [(StepId(number * 2), Side::Right), (StepId(number * 2 + 1), Side::Left)];
    Attached { ends, rects, pointed: [false; 2], way, led: false }
}

/// From the left to the right with one upright piece half way.
fn bent(number: u64, from: f32, to: f32) -> Attached {
    attached(number, &[(0.0, from), (50.0, from), (50.0, to), (100.0, to)])
}

/// Parted on open ground; the corners of each.
fn parted(mut ways: Vec<Attached>) -> Vec<Vec<Point>> {
    let hulls = Grid::over(&Rect::new(0.0, 0.0, 400.0, 400.0));
    for level in [false, true] {
        nudge::nudge(&mut ways, level, &hulls, &[]);
        facing::part(&mut ways, !level, &hulls, &[]);
    }
    ways.into_iter().map(|it| it.way).collect()
}

#[test]
fn pieces_in_one_channel_lie_side_by_side_in_the_order_that_crosses_least() {
    // Both go down; the lower one has to turn first, or its level pieces cross the other.
    let ways = parted(vec![bent(0, 0.0, 300.0), bent(1, 40.0, 340.0)]);
    assert!(ways[0][1].x - ways[1][1].x >= 6.0, "{ways:?}");
    assert_eq!(ways[0][0], Point::new(0.0, 0.0), "ports stay");
}

#[test]
fn a_line_turns_before_one_that_arrives_at_its_height() {
    // The second arrives where the first leaves: further left, it would lie on it.
    let ways = parted(vec![bent(0, 100.0, 200.0), bent(1, 20.0, 100.0)]);
    assert!(ways[1][1].x - ways[0][1].x >= 6.0, "{ways:?}");
    assert_eq!((ways[0][0].y, ways[1][3].y), (100.0, 100.0), "ports stay");
}

#[test]
fn two_lines_that_change_places_do_not_lie_on_each_other() {
    let ways = parted(vec![bent(0, 100.0, 300.0), bent(1, 300.0, 100.0)]);
    let heights = |at: usize| (ways[at][0].y, ways[at][3].y);
    let (a, b) = (heights(0), heights(1));
    assert!((a.0 - b.1).abs() + (a.1 - b.0).abs() >= 6.0, "a port moves: {ways:?}");
    assert!((ways[0][1].x - ways[1][1].x).abs() >= 6.0, "{ways:?}");
}

#[test]
fn a_piece_keeps_clear_of_one_that_ends_at_a_port() {
    let straight = attached(0, &[(150.0, 60.0), (300.0, 60.0)]);
    let over =
        [(0.0, 0.0), (50.0, 0.0), (50.0, 60.0), (350.0, 60.0), (350.0, 200.0), (400.0, 200.0)];
    let ways = parted(vec![straight, attached(1, &over)]);
    assert_eq!(ways[0], [Point::new(150.0, 60.0), Point::new(300.0, 60.0)]);
    assert!((ways[1][2].y - 60.0).abs() >= 6.0, "{ways:?}");
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
    let way = trace(&asked, &other, &mut Scratch::default()).0;
    assert!(free.len() == 3 && crossing(&free) == 1, "{free:?}");
    assert_eq!(crossing(&way), 0, "{way:?}");
}

fn wanted(id: u64, from: Rect, to: Rect) -> Wanted {
    let end = |rect: Rect, id| EndStep { id: StepId(id), rect, hull: rect, pointed: false };
    let (from, to) = (end(from, id * 2), end(to, id * 2 + 1));
    Wanted { id: ConnectorId(id), from, to, same_lane: false, back: false }
}

/// Led from the middle of the right of one box, over a point, to the middle of the left of another.
fn led(id: u64, [from, to]: [EndStep; 2], over: Point) -> Led {
    let (start, end) = (Side::Right.port(&from.rect, 0.0), Side::Left.port(&to.rect, 0.0));
    let way = vec![start, Point::new(over.x, start.y), Point::new(over.x, end.y), end];
    Led { id: ConnectorId(id), from, to, traced: (way, (Side::Right, Side::Left)), free: false }
}

#[test]
fn ports_and_tracks_keep_beside_a_line_led_by_hand() {
    let straight = wanted(1, box_at(0.0, 0.0), box_at(300.0, 0.0));
    let away = wanted(2, box_at(0.0, 200.0), box_at(300.0, 400.0));
    let outlines: Vec<(StepId, Rect)> =
        [straight.from, away.from, straight.to, away.to].map(|it| (it.id, it.hull)).into();
    // Out of the middle that the straight one has, then down where the other would turn.
    let by_hand = led(3, [straight.from, away.to], Point::new(214.0, 0.0));
    let ways = Router::default().ways(&outlines, vec![straight, away], vec![by_hand]);
    let (straight, away) = (&ways[&straight.id], &ways[&away.id]);
    assert_eq!(straight.len(), 2, "it stays straight: {straight:?}");
    assert!((straight[0].y - 34.0).abs() >= 6.0, "{straight:?}");
    let upright = pieces(0, away).find(|it| !it.level).unwrap();
    assert!((upright.across - 214.0).abs() >= 6.0, "{away:?}");
    assert!((away[away.len() - 1].y - 434.0).abs() >= 6.0, "{away:?}");
}

#[test]
fn what_arrives_at_a_decision_and_what_leaves_it_have_a_corner_each() {
    let decision = Rect::new(260.0, 0.0, 80.0, 56.0);
    let corner = EndStep { id: StepId(90), rect: decision, hull: decision, pointed: true };
    let mut to = wanted(1, box_at(0.0, 200.0), decision);
    let mut from = wanted(2, decision, box_at(420.0, 200.0));
    (to.to, from.from) = (corner, corner);
    let mut outlines: Vec<(StepId, Rect)> =
        [to.from, corner, from.to].iter().map(|it| (it.id, it.hull)).collect();
    outlines.sort_by(|a, b| a.1.x.total_cmp(&b.1.x));
    let ways = Router::default().ways(&outlines, vec![to, from], Vec::new());
    let (arrives, leaves) = (ways[&to.id].last(), ways[&from.id].first());
    assert_ne!(arrives, leaves, "{ways:?}");
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
    for (shift, over) in
        [(0.0, 0.0), (30.0, 0.0), (75.0, 420.0), (75.0, 700.0), (30.0, 700.0), (400.0, 0.0)]
    {
        let (outlines, all) = map(shift);
        let by_hand = |over: f32| led(50, [all[0].from, all[7].to], Point::new(over, 0.0));
        let led: Vec<Led> = (over > 0.0).then(|| by_hand(over)).into_iter().collect();
        let fresh = Router::default().ways(&outlines, all.clone(), led.clone());
        assert_eq!(kept.ways(&outlines, all.clone(), led), fresh, "shifted by {shift}");
    }
}
