//! How edits are called: what was done, to how many, and of which thing.

use super::Map;
use model::*;

const CHAIN: &str = "team Sales\n  Write offer, at 100 72\n  Send offer, at 300 90\nteam Legal\n  Check offer, at 500 72\nWrite offer -> Send offer\nSend offer -> Check offer, H-01, passes Offer\n";
const LONG: &str = "Contracts lie in a mailbox that nobody looks into before noon\nand often later";

/// What the edit of a command is called, and the document after it.
fn called(document: &Document, command: &Command) -> (LabelCode, u32, String, Document) {
    let planned = plan(document, command).unwrap_or_else(|refusal| panic!("{refusal}"));
    let Label { code, count, name } = planned.edit.label;
    (code, count, name, planned.document)
}

#[test]
fn lining_up_spreading_and_duplicating_are_called_so() {
    let map = Map::of(CHAIN);
    let to = |step, x| {
        let step = map.0.step(map.step(step)).unwrap();
        StepMove { step: step.id, lane: step.lane, place: Place { x, y: 72 } }
    };
    let moves = vec![to("Write offer", 140), to("Send offer", 340)];
    let arranged = |evenly| {
        let (code, count, _, after) =
            called(&map.0, &Command::Arrange { moves: moves.clone(), evenly });
        assert_eq!(after.step(map.step("Send offer")).unwrap().place, Place { x: 340, y: 72 });
        (code, count)
    };
    assert_eq!(arranged(false), (LabelCode::Align, 2));
    assert_eq!(arranged(true), (LabelCode::Distribute, 2));
    let copy = Command::Duplicate { state: map.state(), records: map.0.records() };
    let (code, count, _, after) = called(&map.0, &copy);
    assert_eq!((code, count, after.steps().count()), (LabelCode::Duplicate, 3, 6));
}

#[test]
fn what_the_room_said_names_what_is_done_to_it() {
    let map = Map::of(CHAIN);
    let add = Command::AddPainPoint { text: LONG.to_owned(), about: vec![], cause: None };
    let begun = "Contracts lie in a mailbox that nobody looks in…";
    let (code, _, name, after) = called(&map.0, &add);
    assert_eq!((code, name.as_str()), (LabelCode::AddPainPoint, begun));
    let id = RecordId::from(after.pain_points().next().unwrap().id);
    let (code, count, name, _) = called(&after, &Command::Vote { id, by: 2 });
    assert_eq!((code, count, name.as_str()), (LabelCode::Vote, 2, begun));
    let (code, _, name, _) = called(&after, &Command::Delete { ids: vec![id] });
    assert_eq!((code, name.as_str()), (LabelCode::Delete, begun));
}

#[test]
fn a_line_that_is_deleted_is_called_by_its_handoff_or_its_ends() {
    let map = Map::of(CHAIN);
    let deleted = |from, to| {
        let ids = vec![map.connector(from, to).into()];
        called(&map.0, &Command::Delete { ids }).2
    };
    assert_eq!(deleted("Write offer", "Send offer"), "Write offer → Send offer");
    assert_eq!(deleted("Send offer", "Check offer"), "H-01");
}
