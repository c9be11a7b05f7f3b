//! A copy with much that does not fit: all of it is named, and it comes to an end.

use super::sorting::Sorting;
use super::{Merging, Versions, Whose, taking};
use crate::language::Language;
use model::*;
use std::collections::BTreeSet;

const ROWS: i32 = 40;

/// Steps in rows, and a connector from the first of each row to the second, which has this shape.
fn in_rows(shape: StepKind, connected: bool, name: &str) -> Document {
    let begun = blank(&Blank {
        title: "Lead to order".to_owned(),
        process: "Process".to_owned(),
        state: "Current".to_owned(),
        teams: vec!["Sales".to_owned()],
        calendar: "Week".to_owned(),
    });
    let mut records = begun.unwrap().records();
    let lanes = records.iter().find_map(|it| match it {
        Record::Lane(lane) => Some((lane.state, lane.id)),
        _ => None,
    });
    let (state, lane) = lanes.unwrap();
    for (row, id) in (0..ROWS).zip((10_000..).step_by(3)) {
        let place = Place { x: 100 + 300 * row, y: 72 };
        let (from, to) = (StepId(id), StepId(id + 1));
        let name = format!("{name} {row}");
        let giver = Step { id: from, state, lane, place, name, ..Step::default() };
        let name = format!("taker {row}");
        records.push(Step { id: to, shape, name, ..giver.clone() }.into());
        records.push(giver.into());
        if connected {
            let id = ConnectorId(id + 2);
            records.push(Connector { id, state, from, to, ..Connector::default() }.into());
        }
    }
    Document::from_records(records).unwrap()
}

/// What comes of taking everything, of a copy whose connectors lead into what became starts here.
fn taken_within(tries: Option<usize>) -> (Merging, Document) {
    let base = in_rows(StepKind::Step, false, "giver");
    let here = in_rows(StepKind::Start, false, "giver");
    let there = in_rows(StepKind::Step, true, "renamed");
    let versions = Versions { base: Some(&base), here: &here, there: &there };
    let sorting = Sorting::of(&versions, Language::English);
    let units = sorting.units();
    let theirs = units.iter().filter(|it| it.shown.group == Whose::There);
    let chosen: BTreeSet<String> = theirs.map(|it| it.shown.id.clone()).collect();
    assert_eq!(chosen.len(), 80);
    let tries = tries.unwrap_or(taking::tries(&sorting));
    let merging = taking::merged(&sorting, &units, (&chosen, "copy"), tries);
    let document = match &merging.command {
        Some(command) => plan(&here, command).unwrap().document,
        None => here,
    };
    (merging, document)
}

#[test]
fn what_a_rule_is_in_the_way_of_is_named_and_the_rest_is_taken() {
    let (merging, document) = taken_within(None);
    assert_eq!((merging.taken, merging.left.len()), (40, 40));
    assert!(merging.left.iter().all(|it| it.rule.contains("into a start")), "{:?}", merging.left);
    assert_eq!(document.steps().filter(|it| it.name.starts_with("renamed")).count(), 40);
}

#[test]
fn too_much_that_does_not_fit_is_named_without_trying_each() {
    // What fits together is found before what does not is told apart.
    let (early, _) = taken_within(Some(20));
    assert_eq!((early.taken, early.left.len()), (40, 40));
    let (merging, document) = taken_within(Some(60));
    assert_eq!(merging.taken + merging.left.len(), 80);
    let untried = merging.left.iter().filter(|it| it.untried).count();
    assert!(untried > 0 && untried < merging.left.len(), "{untried}");
    let renamed = document.steps().filter(|it| it.name.starts_with("renamed")).count();
    assert_eq!(renamed, merging.taken);
    let (none, same) = taken_within(Some(0));
    assert_eq!((none.taken, none.left.len(), none.command), (0, 80, None));
    assert_eq!(same.steps().filter(|it| it.name.starts_with("renamed")).count(), 0);
}
