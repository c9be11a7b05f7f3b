//! Stages as columns: borders, order, and which step is in which.

use super::Map;
use model::*;

fn then(document: &Document, command: Command) -> Document {
    plan(document, &command).unwrap_or_else(|refusal| panic!("{refusal}")).document
}

fn stage(document: &Document, name: &str) -> Stage {
    document.stages().find(|it| it.name == name).unwrap().clone()
}

fn stage_of(document: &Document, step: &str) -> Option<String> {
    let step = document.steps().find(|it| it.name == step).unwrap();
    step.stage.and_then(|id| document.stage(id)).map(|it| it.name.clone())
}

fn two_stages() -> (Map, Document) {
    let map = Map::of("team Sales\n  A, at 100 72\n  B, at 400 72\n  C, at 900 72\n");
    let add =
        |name: &str, until| Command::AddStage { state: map.state(), name: name.into(), until };
    let document = then(&then(&map.0, add("Close", 800)), add("Qualify", 300));
    (map, document)
}

#[test]
fn columns_are_in_order_and_hold_the_steps_that_lie_in_them() {
    let (_, document) = two_stages();
    assert_eq!(stage(&document, "Qualify").order, 0);
    assert_eq!(stage(&document, "Close").order, 1);
    assert_eq!(stage_of(&document, "A").as_deref(), Some("Qualify"));
    assert_eq!(stage_of(&document, "B").as_deref(), Some("Close"));
    assert_eq!(stage_of(&document, "C"), None);
}

#[test]
fn what_lies_behind_becomes_a_stage_of_its_own() {
    let (_, document) = two_stages();
    let split = |at| {
        let stage = stage(&document, "Close").id;
        then(&document, Command::SplitStage { stage, name: "Sign".into(), at })
    };
    let document = split(500);
    let until = |name: &str| stage(&document, name).until.unwrap();
    assert_eq!([until("Qualify"), until("Close"), until("Sign")], [300, 500, 800]);
    assert_eq!(stage(&document, "Sign").order, 2);
    assert_eq!(stage_of(&document, "B").as_deref(), Some("Close"));
    // A column keeps room for a step, wherever it is cut.
    let narrow = split(310);
    assert_eq!(stage(&narrow, "Qualify").until, Some(190));
    assert_eq!(stage(&narrow, "Close").until, Some(310));
    let late = split(795);
    assert_eq!(stage(&late, "Sign").until, Some(915));
}

#[test]
fn a_border_that_moves_takes_steps_over_and_its_neighbours_give_way() {
    let (_, document) = two_stages();
    let qualify = stage(&document, "Qualify").id;
    let wider = then(&document, Command::MoveStage { stage: qualify, until: 790 });
    assert_eq!(stage_of(&wider, "B").as_deref(), Some("Qualify"));
    assert_eq!(stage(&wider, "Close").until, Some(910));
    assert_eq!(stage_of(&wider, "C").as_deref(), Some("Close"));
}

#[test]
fn a_step_belongs_to_the_stage_it_is_moved_into() {
    let (map, document) = two_stages();
    let place = Place { x: 850, y: 72 };
    let moves = vec![StepMove { step: map.step("A"), lane: map.lane("Sales"), place }];
    assert_eq!(stage_of(&then(&document, Command::MoveSteps { moves }), "A"), None);
}

#[test]
fn the_next_column_takes_what_a_deleted_one_held() {
    let (_, document) = two_stages();
    let ids = vec![stage(&document, "Qualify").id.into()];
    let after = then(&document, Command::Delete { ids });
    assert_eq!(stage_of(&after, "A").as_deref(), Some("Close"));
}

#[test]
fn a_stage_gets_a_service_level_in_one_edit() {
    let (_, document) = two_stages();
    let stage_id = stage(&document, "Qualify").id;
    let sla = || Box::new(Sla { name: "Qualify".into(), ..Sla::default() });
    let after = then(&document, Command::AddStageSla { sla: sla(), stage: stage_id });
    let held = stage(&after, "Qualify").sla.and_then(|id| after.sla(id)).unwrap();
    assert_eq!(held.name, "Qualify");
    let without = then(&after, Command::Delete { ids: vec![held.id.into()] });
    assert_eq!(stage(&without, "Qualify").sla, None);
    let nowhere = Command::AddStageSla { sla: sla(), stage: StageId(9_999) };
    assert_eq!(plan(&document, &nowhere).unwrap_err().code, RefusalCode::NoSuchRecord);
}
