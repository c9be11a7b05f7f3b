//! Placing by columns and order, on small graphs.

use super::blocks::Blocks;
use super::columns::{Folding, columns};
use super::graph::{Edge, Graph, Node};
use super::order::Order;
use super::table::Lists;
use super::*;
use model::{Command, LaneId, plan};

/// A graph of steps in these lanes with these connectors, which lead on.
fn graph(lanes: &[usize], edges: &[(usize, usize)]) -> Graph {
    let node = |(at, lane): (usize, &usize)| Node {
        id: StepId(at as u64),
        lane_id: LaneId(*lane as u64),
        lane: *lane,
        stage: None,
        above: 34.0,
        below: 34.0,
        half: 64.0,
        place: Place::default(),
        fixed: false,
    };
    let mut graph = Graph {
        nodes: lanes.iter().enumerate().map(node).collect(),
        edges: edges.iter().map(|(from, to)| Edge { from: *from, to: *to, said: false }).collect(),
        out: Lists::of(lanes.len()),
        into: Lists::of(lanes.len()),
        order: (0..lanes.len()).collect(),
        lanes: vec![0.0; lanes.iter().max().map_or(0, |lane| lane + 1)],
        ..Graph::default()
    };
    for (number, (from, to)) in edges.iter().enumerate() {
        graph.out.push(*from, number);
        graph.into.push(*to, number);
    }
    graph
}

/// Steps in two lanes at these places, with these connectors. Made by commands: this crate knows no
/// notation.
pub(super) fn document(
    steps: &[(usize, i32, i32)],
    connectors: &[(usize, usize)],
) -> (Document, Vec<StepId>) {
    let blank = model::Blank {
        title: "T".into(),
        process: "P".into(),
        state: "S".into(),
        teams: vec!["Sales".into(), "Ops".into()],
        calendar: "C".into(),
    };
    let mut document = model::blank(&blank).unwrap();
    let lanes: Vec<_> = document.lanes().map(|it| it.id).collect();
    for (at, (lane, x, y)) in steps.iter().enumerate() {
        let (lane, place) = (lanes[*lane], Place { x: *x, y: *y });
        let name = format!("Step {at}");
        let add = Command::AddStep { lane, shape: model::StepKind::Step, name, place };
        document = plan(&document, &add).unwrap().document;
    }
    let ids: Vec<StepId> = document.steps().map(|it| it.id).collect();
    for (from, to) in connectors {
        let to = model::Destination::Step { step: ids[*to] };
        let connect = Command::Connect { from: ids[*from], to };
        document = plan(&document, &connect).unwrap().document;
    }
    (document, ids)
}

#[test]
fn a_selection_keeps_its_relation_to_the_rest() {
    // Steps as lane, x and y; connectors; how many of the first are laid out, and their places then.
    type Row<'a> = (&'a [(usize, i32, i32)], &'a [(usize, usize)], &'a [(i32, i32)]);
    let rows: &[Row<'_>] = &[
        // Alone: where it began, in the first row.
        (&[(0, 300, 90), (0, 320, 72), (1, 2000, 72)], &[(0, 1)], &[(300, 72), (462, 72)]),
        // Led to from the second row further right: right of that, and level with it.
        (
            &[(0, 100, 72), (0, 120, 72), (0, 600, 170)],
            &[(0, 1), (2, 0)],
            &[(762, 170), (924, 170)],
        ),
        // A handoff from outside leads straight down.
        (&[(1, 100, 90), (1, 120, 72), (0, 600, 72)], &[(0, 1), (2, 0)], &[(600, 72), (762, 72)]),
        // Leading to a step outside: left of it, if there is room for that.
        (&[(0, 900, 72), (0, 900, 170), (0, 900, 72)], &[(0, 1), (1, 2)], &[(576, 72), (738, 72)]),
        // No room between the two: the work still comes after what leads to it.
        (
            &[(0, 900, 72), (0, 900, 170), (0, 300, 72), (0, 560, 72)],
            &[(2, 0), (0, 1), (1, 3)],
            &[(462, 170), (624, 170)],
        ),
    ];
    for (steps, connectors, expected) in rows {
        let (document, ids) = document(steps, connectors);
        let state = document.states().next().unwrap().id;
        let chosen: BTreeSet<StepId> = ids.iter().take(expected.len()).copied().collect();
        let moves = place_some(&document, state, &chosen);
        let found: BTreeMap<StepId, (i32, i32)> =
            moves.iter().map(|it| (it.step, (it.place.x, it.place.y))).collect();
        let places: Vec<(i32, i32)> = found.values().copied().collect();
        assert_eq!(places, *expected, "{steps:?} {connectors:?}");
    }
}

#[test]
fn a_handoff_stays_in_its_column_where_the_ground_is_free() {
    // Lanes, connectors, the columns expected.
    type Row = (&'static [usize], &'static [(usize, usize)], &'static [usize]);
    let rows: &[Row] = &[
        (&[0, 0, 1], &[(0, 1), (1, 2)], &[0, 1, 1]),
        (&[0, 1, 2], &[(0, 1), (1, 2)], &[0, 0, 0]),
        // A second handoff down from the same step has no room under it.
        (&[0, 1, 1], &[(0, 1), (0, 2)], &[0, 0, 1]),
        // There and back: the second cannot stand on the first.
        (&[0, 1, 0], &[(0, 1), (1, 2)], &[0, 0, 1]),
    ];
    for (lanes, edges, expected) in rows {
        let graph = graph(lanes, edges);
        let columns = columns(&graph, Folding::Folded, &BTreeSet::new());
        let found: Vec<usize> = (0..lanes.len()).map(|node| columns.of.at(node)).collect();
        assert_eq!(found, *expected, "{lanes:?} {edges:?}");
    }
}

#[test]
fn sifting_finds_an_order_without_crossings_and_counts_what_is_left() {
    // Two rows of three that lead across each other in one lane; then all to all, which cannot.
    let crossed = graph(&[0; 6], &[(0, 5), (1, 4), (2, 3)]);
    let full = graph(&[0; 4], &[(0, 2), (0, 3), (1, 2), (1, 3)]);
    for (graph, left) in [(crossed, 0), (full, 1)] {
        let columns = columns(&graph, Folding::Flat, &BTreeSet::new());
        let blocks = Blocks::of(&graph, &columns);
        let mut order = Order::first(&blocks, false);
        let before = order.cost(&blocks);
        let gained = order.sift(&blocks, 4);
        assert_eq!(before - gained, order.cost(&blocks), "what is gained is what is counted");
        assert_eq!(order.cost(&blocks), left);
    }
}

#[test]
fn lines_that_pass_columns_and_uprights_are_counted_as_sifting_counts_them() {
    let lanes = [0, 1, 2, 0, 1, 2, 0, 1, 2, 0];
    let edges = [(0, 1), (0, 9), (1, 3), (2, 4), (2, 8), (3, 5), (4, 6), (5, 7), (6, 8), (7, 9)];
    let graph = graph(&lanes, &edges);
    for folding in [Folding::Folded, Folding::Chains, Folding::Flat] {
        let columns = columns(&graph, folding, &BTreeSet::new());
        let blocks = Blocks::of(&graph, &columns);
        for turned in [false, true] {
            let mut order = Order::first(&blocks, turned);
            let before = order.cost(&blocks);
            let gained = order.sift(&blocks, 5);
            assert_eq!(before - gained, order.cost(&blocks), "{folding:?}");
        }
    }
}

#[test]
fn columns_stand_no_further_apart_than_their_steps_and_lines_need() {
    // Connectors; the distances between columns by their order, and once the rows are known. The
    // second step is a narrow decision, the third stands under it.
    type Row = (&'static [(usize, usize)], [f32; 2], [f32; 2]);
    let cases: &[Row] = &[
        (&[(0, 1), (1, 2), (2, 3)], [162.0, 162.0], [144.0, 162.0]),
        // Of the lines over the second gap one turns, and one runs straight and needs no track.
        (&[(0, 1), (1, 2), (2, 3), (1, 4), (0, 5)], [162.0, 170.0], [162.0, 162.0]),
    ];
    for (edges, by_order, by_rows) in cases {
        let count = edges.iter().map(|edge| edge.1 + 1).max().unwrap();
        let mut graph = graph(&[0, 0, 1, 1, 1, 0][..count], edges);
        graph.nodes[1].half = 46.0;
        let columns = columns(&graph, Folding::Folded, &BTreeSet::new());
        let blocks = Blocks::of(&graph, &columns);
        let mut order = Order::first(&blocks, false);
        order.sift(&blocks, 4);
        let widths = Widths::of(&graph, &columns, &blocks);
        let xs = widths.by_order(&order);
        let rows = rows(&graph, &blocks, &order, &xs, &[]);
        let apart = |xs: &[f32]| [xs[1] - xs[0], xs[2] - xs[1]];
        assert_eq!(apart(&xs), *by_order, "{edges:?}");
        assert_eq!(apart(&widths.by_rows(&rows)), *by_rows, "{edges:?}");
    }
}
