//! Two states in one picture: what went is a ghost on free ground, what came is marked, and nothing
//! that a person would look for is missing.

use analysis::Language;
use analysis::compare::{About, Comparison, Fate, Side, compare};
use baton_tests::dice::Dice;
use baton_tests::gestures;
use model::*;
use scene::{Composer, Group, Part, Scene, Shape, Token, compared};
use std::collections::BTreeSet;

fn sample() -> Document {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/../src-tauri/crates/exchange/samples");
    let file = std::fs::read(format!("{folder}/lead-to-customer.json")).unwrap();
    exchange::sample_json::read(&file).unwrap()
}

fn between(document: &Document, from: StateId, to: StateId) -> Comparison {
    let side = |state| Side { document, state };
    compare(side(from), side(to), None, Language::English)
}

fn state(document: &Document, role: StateRole) -> StateId {
    document.states().find(|it| it.role == role).unwrap().id
}

fn group(scene: &Scene, part: Part, id: impl Into<RecordId>) -> Option<&Group> {
    let id = id.into();
    scene.groups.iter().find(|it| it.key.part == part && it.key.id == id).map(|it| &**it)
}

fn texts(group: &Group) -> Vec<&str> {
    let text = |shape: &'_ Shape| matches!(shape, Shape::Text { .. });
    let shapes = group.shapes.iter().filter(|it| text(it));
    shapes
        .filter_map(|it| if let Shape::Text { text, .. } = it { Some(text.as_str()) } else { None })
        .collect()
}

fn step(document: &Document, state: StateId, code: &str) -> StepId {
    document.steps_of(state).find(|it| it.code == code).unwrap().id
}

fn dashed(group: &Group) -> bool {
    group.shapes.iter().any(|shape| match shape {
        Shape::Rect { stroke: Some(it), .. }
        | Shape::Circle { stroke: Some(it), .. }
        | Shape::Path { stroke: Some(it), .. } => {
            !it.dash.is_empty() && it.paint.token == Token::Muted
        }
        _ => false,
    })
}

#[test]
fn what_went_is_a_ghost_and_what_came_is_marked() {
    let document = sample();
    let (from, to) = (state(&document, StateRole::Current), state(&document, StateRole::Future));
    let comparison = between(&document, from, to);
    let scene = compared::overlay(&mut Composer::new(), &document, &comparison);
    assert_eq!(scene.state, to);
    // A02 became a part of A01, where it stood is a ghost with the line that led there.
    let ghost = group(&scene, Part::Step, step(&document, from, "A02")).unwrap();
    assert!(dashed(ghost), "{ghost:?}");
    let line = document.connectors_of(from).find(|it| it.code == "c01").unwrap().id;
    assert!(dashed(group(&scene, Part::Connector, line).unwrap()));
    // A01 is where it was and is drawn once.
    assert!(group(&scene, Part::Step, step(&document, from, "A01")).is_none());
    let merged = group(&scene, Part::Step, step(&document, to, "A01")).unwrap();
    assert!(texts(merged).contains(&"merged"), "{:?}", texts(merged));
    let changed = group(&scene, Part::Step, step(&document, to, "A16")).unwrap();
    assert!(texts(changed).contains(&"changed"), "{:?}", texts(changed));
    // The pill says both waits, the old one struck through.
    let crossing = document.connectors_of(to).find(|it| it.code == "c02").unwrap();
    let pill = group(&scene, Part::Handoff, document.handoff_at(crossing).unwrap().id).unwrap();
    let said = texts(pill);
    assert_eq!(said.get(1..3), Some(["1 d", "~1\u{a0}h queue"].as_slice()), "{said:?}");
    let strikes = pill.shapes.iter().filter(|it| matches!(it, Shape::Path { .. })).count();
    assert_eq!(strikes, 1);
    // Beside each other: the first says what goes, the second what came.
    let mut composer = Composer::new();
    let before = compared::side(&mut composer, &document, &comparison, from);
    let after = compared::side(&mut composer, &document, &comparison, to);
    let was = group(&before, Part::Step, step(&document, from, "A02")).unwrap();
    assert!(texts(was).contains(&"merged"), "{:?}", texts(was));
    let is = group(&after, Part::Step, step(&document, to, "A01")).unwrap();
    assert!(texts(is).contains(&"merged"), "{:?}", texts(is));
}

/// Whether two steps lie on each other.
fn overlap(scene: &Scene, one: RecordId, steps: &BTreeSet<RecordId>) -> bool {
    let Some(here) = group(scene, Part::Step, one) else { return false };
    let others = scene.groups.iter().filter(|it| it.key.part == Part::Step && it.key.id != one);
    others.into_iter().any(|it| steps.contains(&it.key.id) && it.bounds.overlaps(&here.bounds))
}

#[test]
fn every_step_that_went_is_in_the_picture_on_ground_of_its_own() {
    let start = sample();
    let from = state(&start, StateRole::Current);
    let mut dice = Dice::new(23);
    let mut ghosts = 0;
    for _ in 0..60 {
        let make = Command::MakeState { from, role: StateRole::Variant, name: "Next".into() };
        let mut document = plan(&start, &make).unwrap().document;
        let to = document.states().map(|it| it.id).max().unwrap();
        for _ in 0..1 + dice.below(30) {
            let command = gestures::command(&mut dice, &document, to);
            if let Ok(planned) = plan(&document, &command) {
                document = planned.document;
            }
        }
        // Now and then the whole state was deleted.
        if document.state(to).is_none() {
            continue;
        }
        let comparison = between(&document, from, to);
        let scene = compared::overlay(&mut Composer::new(), &document, &comparison);
        let again = compared::overlay(&mut Composer::new(), &document, &comparison);
        assert!(scene == again, "the same two states are drawn the same");
        let there: BTreeSet<RecordId> = document.steps_of(to).map(|it| it.id.into()).collect();
        let gone = comparison.changes.iter().filter(|it| it.about == About::Step);
        for change in gone.filter(|it| it.fate == Fate::Removed) {
            for id in &change.before {
                let ghost = group(&scene, Part::Step, *id);
                assert!(ghost.is_some_and(dashed), "{} is not in the picture", change.title);
                assert!(!overlap(&scene, *id, &there), "{} lies on a step", change.title);
                ghosts += 1;
            }
        }
    }
    assert!(ghosts > 20, "{ghosts}");
}
