//! A state made from another.

use super::{Map, is_refused};
use analysis::figures;
use model::*;
use notation::Places;

fn make(from: StateId, role: StateRole) -> Command {
    Command::MakeState { from, role, name: "Future state".into() }
}

#[test]
fn all_of_it_is_there_again_and_knows_what_it_descends_from() {
    let document = baton_tests::agreed_today();
    let from = document.states().next().unwrap().id;
    let planned = plan(&document, &make(from, StateRole::Future)).unwrap();
    let after = &planned.document;
    let future = after.states().find(|it| it.id != from).unwrap();
    assert_eq!((future.role, future.origin), (StateRole::Future, Some(from)));
    // What was observed stays where it was observed: pain points are about what is.
    let said = |state| {
        let text = notation::print_with(after, state, Places::LeftOut);
        let map = |line: &&str| !line.starts_with("state ") && !line.is_empty();
        let until = text.find("\npain ").unwrap_or(text.len());
        text[..until].lines().filter(map).collect::<Vec<_>>().join("\n")
    };
    assert_eq!(said(future.id), said(from));
    for step in after.steps_of(future.id) {
        let [origin] = step.origin.as_slice() else { panic!("{step:?}") };
        assert_eq!(after.step(*origin).unwrap().name, step.name);
    }
    assert!(after.connectors_of(future.id).all(|it| it.origin.len() == 1));
    let numbers = |state| -> Vec<u32> {
        after.handoffs_of(state).into_iter().map(|(handoff, _)| handoff.number).collect()
    };
    assert_eq!(numbers(future.id), numbers(from), "a number follows the lineage");
    let count =
        |document: &Document| (document.criteria().count(), document.raci_assignments().count());
    let (before, now) = (count(&document), count(after));
    assert!(before.0 > 0 && before.1 > 0);
    assert_eq!((now.0, now.1), (2 * before.0, 2 * before.1));
    let (mut left, right) = (figures(after, from), figures(after, future.id));
    assert_eq!(left.readiness_score, right.readiness_score);
    let time = |it: &mut analysis::Figures| it.timeline.take().unwrap().lead_time;
    assert_eq!(time(&mut left), time(&mut right.clone()));
    assert_eq!(after.with(&planned.edit.inverse()).unwrap(), document, "undo leaves nothing");
}

#[test]
fn a_promise_along_the_way_is_made_again_between_the_steps_of_the_new_state() {
    let map = Map::of("team Sales\n  Write offer\n  Send offer\n");
    let way = EndToEnd { from: map.step("Write offer"), to: map.step("Send offer") };
    let sla = Sla { name: "Offer".into(), end_to_end: Some(way), ..Sla::default() };
    let add = Command::AddSla { sla: Box::new(sla), handoffs: Vec::new() };
    let before = plan(&map.0, &add).unwrap().document;
    let after = plan(&before, &make(map.state(), StateRole::Future)).unwrap().document;
    let ways: Vec<EndToEnd> = after.slas().filter_map(|it| it.end_to_end).collect();
    assert_eq!((ways.len(), ways[0]), (2, way));
    let origin = |step| after.step(step).unwrap().origin.clone();
    assert_eq!((origin(ways[1].from), origin(ways[1].to)), (vec![way.from], vec![way.to]));
}

#[test]
fn there_is_one_current_state() {
    let text = "team Sales\n  Write offer\n";
    is_refused(text, |map: &Map| make(map.state(), StateRole::Current), RefusalCode::NothingToDo);
    is_refused(text, |_| make(StateId(77), StateRole::Future), RefusalCode::NoSuchRecord);
}

#[test]
fn an_improvement_is_one_undo_and_all_or_nothing() {
    let map = Map::of("team Sales\n  Write offer\n  Send offer\n");
    let rename = |id: StepId, name: &str| Command::Rename { id: id.into(), name: name.into() };
    let both = vec![
        rename(map.step("Write offer"), "Write the offer"),
        rename(map.step("Send offer"), "Send it"),
    ];
    let planned = plan(&map.0, &Command::Improve { commands: both.clone() }).unwrap();
    assert_eq!((planned.edit.label.code, planned.edit.label.count), (LabelCode::Improve, 2));
    assert_eq!(planned.document.with(&planned.edit.inverse()).unwrap(), map.0);
    let half = vec![both[0].clone(), rename(StepId(77), "Nobody")];
    plan(&map.0, &Command::Improve { commands: half }).unwrap_err();
    let nested = Command::Improve { commands: vec![Command::Improve { commands: both }] };
    assert_eq!(plan(&map.0, &nested).unwrap_err().code, RefusalCode::NothingToDo);
}

/// The states by name, with their roles.
fn roles(document: &Document) -> Vec<(String, StateRole)> {
    document.states().map(|it| (it.name.clone(), it.role)).collect()
}

#[test]
fn there_is_one_future_state_and_a_variant_takes_its_place() {
    let document = baton_tests::agreed_today();
    let from = document.states().next().unwrap().id;
    let current = document.states().next().unwrap().name.clone();
    let future = plan(&document, &make(from, StateRole::Future)).unwrap().document;
    let second = Command::MakeState { from, role: StateRole::Future, name: "Bolder".into() };
    let both = plan(&future, &second).unwrap().document;
    let is = |roles: &[StateRole]| {
        let names = [current.clone(), "Future state".into(), "Bolder".into()];
        names.into_iter().zip(roles.iter().copied()).collect::<Vec<_>>()
    };
    use StateRole::{Current, Future, Variant};
    assert_eq!(roles(&both), is(&[Current, Future, Variant]));
    let bolder = both.states().find(|it| it.name == "Bolder").unwrap().id;
    let promoted = plan(&both, &Command::PromoteState { state: bolder }).unwrap();
    assert_eq!(roles(&promoted.document), is(&[Current, Variant, Future]));
    assert_eq!(promoted.document.with(&promoted.edit.inverse()).unwrap(), both);
    let refused = plan(&both, &Command::PromoteState { state: from });
    assert_eq!(refused.unwrap_err().code, RefusalCode::NothingToDo);
}

#[test]
fn a_state_that_is_not_today_can_go_and_takes_all_of_it_along() {
    let document = baton_tests::agreed_today();
    let from = document.states().next().unwrap().id;
    let both = plan(&document, &make(from, StateRole::Future)).unwrap().document;
    let future = both.states().find(|it| it.id != from).unwrap().id;
    let delete = |id: StateId| Command::Delete { ids: vec![id.into()] };
    let planned = plan(&both, &delete(future)).unwrap();
    assert_eq!(planned.document, document);
    assert_eq!(planned.document.with(&planned.edit.inverse()).unwrap(), both);
    assert_eq!(plan(&both, &delete(from)).unwrap_err().code, RefusalCode::CannotDelete);
}

#[test]
fn what_descends_from_a_state_that_goes_descends_from_what_that_did() {
    let document = baton_tests::agreed_today();
    let from = document.states().next().unwrap().id;
    let made = |document: &Document, from| {
        let document = plan(document, &make(from, StateRole::Variant)).unwrap().document;
        let state = document.states().map(|it| it.id).max().unwrap();
        (document, state)
    };
    let (document, middle) = made(&document, from);
    let (document, last) = made(&document, middle);
    let delete = Command::Delete { ids: vec![middle.into()] };
    let planned = plan(&document, &delete).unwrap();
    let after = &planned.document;
    for step in after.steps_of(last) {
        let [origin] = step.origin.as_slice() else { panic!("{step:?}") };
        assert_eq!(after.step(*origin).unwrap().state, from);
    }
    assert!(after.connectors_of(last).all(|it| it.origin.len() == 1));
    assert_eq!(after.state(last).unwrap().origin, Some(from));
    assert_eq!(after.with(&planned.edit.inverse()).unwrap(), document);
}

#[test]
fn a_state_that_goes_leaves_no_promise_and_no_team_behind() {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/../src-tauri/crates/exchange/samples");
    let file = std::fs::read(format!("{folder}/lead-to-customer.json")).unwrap();
    let sample = exchange::sample_json::read(&file).unwrap();
    let future = sample.states().find(|it| it.role == StateRole::Future).unwrap().id;
    let both = plan(&sample, &make(future, StateRole::Variant)).unwrap().document;
    let made = both.states().map(|it| it.id).max().unwrap();
    let add = Command::AddTeam { state: made, name: "Robots".into(), external: false, at: 0 };
    let document = plan(&both, &add).unwrap().document;
    let delete = Command::Delete { ids: vec![made.into()] };
    assert_eq!(plan(&document, &delete).unwrap().document, sample);
}
