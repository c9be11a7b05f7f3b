//! Pasting copies: on the same map, on another one, and marks of the room.

use super::Map;
use model::*;
use notation::Places;

const FLOW: &str = "team Sales, #S\n  Write offer, #A1, at 100 72\nteam Legal\n  role Counsel\n  Check offer, at 300 72\nWrite offer -> Check offer, H-01, passes Draft offer, waits 2 d in queue, receiver Counsel\n";

fn said(document: &Document) -> String {
    let state = document.states().next().unwrap().id;
    notation::print_with(document, state, Places::LeftOut)
}

fn pasted(here: &Map, from: &Map, lane: Option<LaneId>) -> Document {
    let (state, shift) = (here.state(), Place { x: 24, y: 24 });
    let command = Command::Paste { state, records: from.0.records(), shift, lane };
    plan(&here.0, &command).unwrap_or_else(|refusal| panic!("{refusal}")).document
}

#[test]
fn a_copy_has_its_own_number_and_refers_to_the_same_roles() {
    let map = Map::of(FLOW);
    let after = pasted(&map, &map, None);
    let numbers: Vec<u32> = after.handoffs().map(|it| it.number).collect();
    assert_eq!(numbers, [1, 2]);
    let roles: Vec<_> = after.handoffs().map(|it| it.receiving_role).collect();
    assert_eq!(roles, vec![roles[0]; 2]);
    assert_eq!(after.lanes().count(), 2, "it lies in the lanes that are there");
    let codes: Vec<_> = after.steps().map(|it| it.code.as_str()).collect();
    assert_eq!(codes, ["A1", "", "", ""], "a code names one step");
}

#[test]
fn in_another_file_it_finds_the_team_of_the_same_name_or_makes_it() {
    let here = Map::of("team Customer\n  Ask\nteam Legal\n  File\n");
    let after = pasted(&here, &Map::of(FLOW), None);
    assert_eq!(
        said(&after),
        said(&Map::of("team Customer\n  Ask\nteam Legal\n  File\n  Check offer\nteam Sales\n  Write offer\nWrite offer -> Check offer, H-01, passes Draft offer, waits 2 d in queue\n").0)
    );
}

#[test]
fn all_in_one_lane_there_is_no_handoff() {
    let here = Map::of("team Customer\n  Ask\n");
    let after = pasted(&here, &Map::of(FLOW), Some(here.lane("Customer")));
    assert_eq!((after.handoffs().count(), after.connectors().count()), (0, 1));
}

/// The map with an entry criterion and the letter of Counsel on its handoff, and on its first step.
fn agreed() -> Map {
    let Map(document) = Map::of(FLOW);
    let handoff = Target::Handoff(document.handoffs().next().unwrap().id);
    let step = Target::Step(document.steps().next().unwrap().id);
    let role = document.roles().next().unwrap().id;
    let (next, _) = document.used_up();
    let criterion = Criterion {
        id: CriterionId(next),
        about: handoff,
        side: CriterionSide::Entry,
        obligation: Obligation::Must,
        text: "Prices are filled in".into(),
        verifier: String::new(),
        evidence: String::new(),
        order: 1,
    };
    let letters = |id, row| RaciAssignment {
        id: RaciAssignmentId(id),
        row,
        part: RowPart::Whole,
        role,
        letters: [RaciLetter::Accountable].into(),
    };
    let added: [Record; 3] =
        [criterion.into(), letters(next + 1, handoff).into(), letters(next + 2, step).into()];
    let changes = added.map(|it| Change { before: None, after: Some(it) });
    Map(document.with(&changes).unwrap())
}

#[test]
fn what_was_agreed_comes_along() {
    let map = agreed();
    let after = pasted(&map, &map, None);
    let copy = after.handoffs().find(|it| it.number == 2).unwrap().id;
    let about = Target::Handoff(copy);
    let entry = after.criteria_of(about, CriterionSide::Entry);
    assert_eq!(
        entry.iter().map(|it| it.text.as_str()).collect::<Vec<_>>(),
        ["Prices are filled in"]
    );
    assert_eq!(after.raci_row(about).count(), 1);
    let step = after.connector(after.handoff(copy).unwrap().connector).unwrap().from;
    assert_eq!(after.raci_row(Target::Step(step)).count(), 1);
    assert_eq!((after.criteria().count(), after.raci_assignments().count()), (2, 4));
}

#[test]
fn a_letter_stays_behind_with_its_role_and_what_is_about_no_copy_does_too() {
    let here = Map::of("team Legal\n  File\n");
    let after = pasted(&here, &agreed(), None);
    assert_eq!((after.criteria().count(), after.raci_assignments().count()), (1, 0));
    let one = pasted(&here, &agreed(), Some(here.lane("Legal")));
    assert_eq!(one.criteria().count(), 0, "in one lane there is no handoff to agree about");
}

#[test]
fn what_is_no_step_is_refused() {
    let map = Map::of(FLOW);
    let records = map.0.teams().cloned().map(Record::from).collect();
    let command =
        Command::Paste { state: map.state(), records, shift: Place::default(), lane: None };
    assert_eq!(plan(&map.0, &command).unwrap_err().code, RefusalCode::NothingToDo);
}

#[test]
fn votes_never_fall_below_none() {
    let map = Map::of(FLOW);
    let about = vec![Target::Step(map.step("Write offer"))];
    let add = Command::AddIdea { text: "Send a form".into(), about };
    let with = plan(&map.0, &add).unwrap().document;
    let id: RecordId = with.ideas().next().unwrap().id.into();
    let voted = plan(&with, &Command::Vote { id, by: 3 }).unwrap().document;
    assert_eq!(voted.ideas().next().unwrap().votes, 3);
    let taken = plan(&voted, &Command::Vote { id, by: -5 }).unwrap().document;
    assert_eq!(taken.ideas().next().unwrap().votes, 0);
    let wrong = Command::Vote { id: map.step("Write offer").into(), by: 1 };
    assert_eq!(plan(&with, &wrong).unwrap_err().code, RefusalCode::NothingToDo);
}

#[test]
fn a_mark_is_pinned_to_what_is_there() {
    let map = Map::of(FLOW);
    let about = vec![Target::Step(StepId(999))];
    let kinds = [NoteKind::Question, NoteKind::Parked];
    for about_kind in kinds {
        let note = |about| Command::AddNote { about_kind, text: "Who signs?".into(), about };
        assert_eq!(plan(&map.0, &note(about.clone())).unwrap_err().code, RefusalCode::NoSuchRecord);
        assert!(plan(&map.0, &note(Vec::new())).is_ok(), "a note may be pinned to nothing");
    }
}
