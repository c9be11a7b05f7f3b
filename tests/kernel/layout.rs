//! Tidying up: what the layout and the lines drawn through it are good for, on graphs and on the
//! samples, and what it leaves alone.

use baton_tests::faults::faults;
use baton_tests::layout_graphs::{STATE, drawn, graphs, tidied};
use baton_tests::layout_score::{Line, Placed, Score, score};
use model::{Bend, Connector, Document, Place, Record, Stage, StageId, StateId, StepId, StepMove};
use scene::{Composer, Scene};
use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

fn composed(document: &Document, state: StateId) -> Scene {
    Composer::new().compose(document, state, &analysis::figures(document, state))
}

fn scored(document: &Document, state: StateId) -> Score {
    let (steps, lines) = drawn(document, &composed(document, state));
    score(&steps, &lines)
}

fn sample(name: &str) -> (Document, StateId) {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("fixtures");
    let bytes = std::fs::read(folder.join(name)).unwrap();
    let document = exchange::sample_json::read(&bytes).unwrap();
    let state = document.states().next().unwrap().id;
    (document, state)
}

const SAMPLES: [&str; 4] = [
    "lead-to-customer.current.json",
    "lead-to-customer.future.json",
    "ed-to-ward.current.json",
    "ed-to-ward.future.json",
];

/// Crossings: what limu's swimlanes have, and 25 where they have more than that at 100 steps. Width:
/// well within half as much again as ELK's layered layout without lanes needs for steps of the same
/// sizes, which is 1336, 2378 and 6858 (elkjs 0.12).
#[test]
fn graphs_are_laid_out_cleanly_with_few_crossings() {
    for (name, crossings, width) in
        [("m12", 0, 1_825.0), ("rand_30", 5, 2_000.0), ("rand_100", 25, 7_200.0)]
    {
        let graph = graphs().into_iter().find(|graph| graph.name == name).unwrap();
        let score = scored(&tidied(&graph.document(), STATE), STATE);
        let faults =
            [score.overlaps, score.shared_bands, score.strays, score.through, score.slanted];
        assert_eq!(faults, [0; 5], "{name}: {score:?}");
        assert_eq!(score.missing, 0, "{name}: {score:?}");
        assert!(score.crossings <= crossings, "{name}: {score:?}");
        assert!(score.width <= width, "{name}: {score:?}");
    }
}

#[test]
fn lines_with_no_end_in_common_never_lie_on_each_other() {
    for graph in graphs() {
        let score = scored(&tidied(&graph.document(), STATE), STATE);
        assert_eq!(score.on_each_other, 0, "{}: {score:?}", graph.name);
    }
}

/// A line is led by hand along the inner pieces of each other one in turn: that one makes way.
#[test]
fn no_line_lies_on_one_that_was_led_by_hand() {
    let graph = graphs().into_iter().find(|graph| graph.name == "rand_100").unwrap();
    let document = tidied(&graph.document(), STATE);
    let scene = composed(&document, STATE);
    let connectors: Vec<&Connector> = document.connectors_of(STATE).collect();
    let lines = drawn(&document, &scene).1;
    let mut led = 0;
    for (number, line) in lines.iter().enumerate() {
        let inner = line.points.windows(2).skip(1).take(line.points.len().saturating_sub(3));
        for piece in inner {
            let bends: Vec<Bend> = piece.iter().map(|(x, y)| bend(&scene, *x, *y)).collect();
            let apart = |other: &Line| other.from != line.from && other.to != line.to;
            let strangers = lines.iter().enumerate().filter(|(_, other)| apart(other));
            let Some((by_hand, _)) = strangers.cycle().nth(led) else { continue };
            let moved = changed(&document, |record| {
                if let Record::Connector(it) = record
                    && it.id == connectors[by_hand].id
                {
                    it.bends.clone_from(&bends);
                }
            });
            let (steps, now) = drawn(&moved, &composed(&moved, STATE));
            let pair = [now[number].clone(), now[by_hand].clone()];
            let score = score(&steps, &pair);
            assert_eq!(score.on_each_other, 0, "{by_hand} on {number}: {pair:?}");
            led += 1;
        }
    }
    assert!(led > 20, "{led}");
}

fn bend(scene: &Scene, x: f64, y: f64) -> Bend {
    let band = scene.lanes.iter().rev().find(|band| f64::from(band.top) <= y).unwrap();
    Bend { lane: band.lane, place: Place { x: x as i32, y: (y - f64::from(band.top)) as i32 } }
}

#[test]
fn samples_are_compact_and_clean() {
    for (name, width) in [
        ("lead-to-customer.current.json", 2_600.0),
        ("lead-to-customer.future.json", 2_400.0),
        ("ed-to-ward.current.json", 1_800.0),
        ("ed-to-ward.future.json", 1_400.0),
    ] {
        let (document, state) = sample(name);
        let document = tidied(&document, state);
        let score = scored(&document, state);
        assert!(score.width <= width, "{name}: {score:?}");
        assert!(score.crossings <= 3, "{name}: {score:?}");
        let faults = faults(&document, &composed(&document, state));
        assert!(faults.is_empty(), "{name}: {faults:#?}");
    }
}

fn changed(document: &Document, change: impl Fn(&mut Record)) -> Document {
    let records = document.records().into_iter().map(|mut record| {
        change(&mut record);
        record
    });
    Document::from_records(records).unwrap()
}

#[test]
fn locked_steps_stay_and_nothing_lies_on_them() {
    let (document, state) = sample("lead-to-customer.current.json");
    let locked: Vec<StepId> = document.steps_of(state).map(|it| it.id).step_by(5).collect();
    let document = changed(&document, |record| {
        if let Record::Step(step) = record
            && locked.contains(&step.id)
        {
            step.pinned = true;
            step.place = Place { x: step.place.x + 90, y: step.place.y + 20 };
        }
    });
    let tidied = tidied(&document, state);
    for id in &locked {
        assert_eq!(tidied.step(*id).unwrap().place, document.step(*id).unwrap().place);
    }
    let score = scored(&tidied, state);
    assert_eq!((score.overlaps, score.strays), (0, 0), "{score:?}");
}

#[test]
fn a_selection_is_laid_out_and_the_rest_stays() {
    let (document, state) = sample("ed-to-ward.current.json");
    let document = tidied(&document, state);
    let chosen: BTreeSet<StepId> =
        document.steps_of(state).map(|it| it.id).skip(4).take(6).collect();
    let moves: BTreeMap<StepId, StepMove> = scene::layout::place_some(&document, state, &chosen)
        .into_iter()
        .map(|it| (it.step, it))
        .collect();
    assert_eq!(moves.keys().copied().collect::<BTreeSet<_>>(), chosen);
    let moved = changed(&document, |record| {
        if let Record::Step(step) = record
            && let Some(to) = moves.get(&step.id)
        {
            assert_eq!(step.lane, to.lane, "no step leaves its lane");
            step.place = to.place;
        }
    });
    let score = scored(&moved, state);
    assert_eq!((score.overlaps, score.strays), (0, 0), "{score:?}");
}

/// Selections of every size, of maps laid out and of maps as they were drawn in a room.
#[test]
fn nothing_of_a_selection_comes_to_lie_on_what_stays() {
    for name in SAMPLES {
        let (drawn, state) = sample(name);
        // As a room leaves it: nothing in a row.
        let strewn = changed(&drawn, |record| {
            if let Record::Step(step) = record {
                let id = i32::try_from(step.id.0).unwrap();
                step.place.x += id * 37 % 200 - 60;
                step.place.y += id * 53 % 90;
            }
        });
        for document in [drawn.clone(), tidied(&drawn, state), strewn] {
            let before = scored(&document, state).overlaps;
            let all: Vec<StepId> = document.steps_of(state).map(|it| it.id).collect();
            for (stride, skip) in [(2, 0), (3, 1), (5, 2), (1, 6), (1, 12), (4, 3)] {
                let chosen: BTreeSet<StepId> =
                    all.iter().copied().skip(skip).step_by(stride).take(9).collect();
                let moves: BTreeMap<StepId, StepMove> =
                    scene::layout::place_some(&document, state, &chosen)
                        .into_iter()
                        .map(|it| (it.step, it))
                        .collect();
                let moved = changed(&document, |record| {
                    if let Record::Step(step) = record
                        && let Some(to) = moves.get(&step.id)
                    {
                        step.place = to.place;
                    }
                });
                let score = scored(&moved, state);
                assert!(score.overlaps <= before, "{name} {stride} {skip}: {score:?}");
            }
        }
    }
}

#[test]
fn earlier_stages_lie_left_of_later_ones() {
    let graph = graphs().into_iter().find(|graph| graph.name == "rand_30").unwrap();
    let plain = graph.document();
    let stage = |order: u16| Stage {
        id: StageId(900_000 + u64::from(order)),
        state: STATE,
        name: format!("Stage {order}"),
        order,
        ..Stage::default()
    };
    let order: BTreeMap<StepId, u16> =
        plain.steps_of(STATE).zip(0..).map(|(step, at)| (step.id, at / 10)).collect();
    let mut records = plain.records();
    for record in &mut records {
        if let Record::Step(step) = record {
            step.stage = order.get(&step.id).map(|at| stage(*at).id);
        }
    }
    records.extend((0..3).map(|at| Record::from(stage(at))));
    let tidied = tidied(&Document::from_records(records).unwrap(), STATE);
    let reach = |at: u16, most: bool| {
        let xs = tidied.steps_of(STATE).filter(|it| order[&it.id] == at).map(|it| it.place.x);
        if most { xs.max() } else { xs.min() }.unwrap()
    };
    assert!(reach(0, true) < reach(1, false) && reach(1, true) < reach(2, false));
}

/// The score itself, on a ground small enough to count by hand.
#[test]
fn the_score_counts_what_one_would_count() {
    let at = |x: f64, y: f64, lane| Placed { edges: [x, y, x + 100.0, y + 60.0], lane };
    let line = |from, to, points: &[(f64, f64)]| Line { from, to, points: points.to_vec() };
    let steps = [at(0.0, 0.0, 0), at(300.0, 0.0, 0), at(0.0, 200.0, 1), at(300.0, 200.0, 1)];
    let crossing = [
        line(0, 3, &[(100.0, 30.0), (220.0, 30.0), (220.0, 230.0), (300.0, 230.0)]),
        line(
            2,
            1,
            &[(100.0, 230.0), (180.0, 230.0), (180.0, 100.0), (300.0, 100.0), (300.0, 30.0)],
        ),
    ];
    let counted = score(&steps, &crossing);
    assert_eq!((counted.crossings, counted.bends, counted.slanted), (1, 5, 0));
    assert_eq!((counted.overlaps, counted.shared_bands, counted.through), (0, 0, 0));
    assert_eq!((counted.width, counted.height), (400.0, 260.0));
    let bad = [at(0.0, 0.0, 0), at(50.0, 30.0, 1), at(300.0, 0.0, 0)];
    let counted = score(&bad, &[line(0, 2, &[(50.0, 30.0), (300.0, 40.0)]), line(1, 2, &[])]);
    assert_eq!((counted.overlaps, counted.shared_bands, counted.strays), (1, 1, 3));
    assert_eq!((counted.through, counted.slanted, counted.missing), (1, 1, 1));
}
