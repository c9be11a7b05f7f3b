//! What another version of the same engagement has, as one edit: records as they are there, new,
//! restored or changed, and records that are gone there. Who plans it has given the new ones ids that
//! this document never used; the document's own rules decide whether all of it fits together.

use crate::change::{Label, LabelCode};
use crate::document::Draft;
use crate::id::*;
use crate::record::*;
use crate::refusal::{Refusal, RefusalCode};
use crate::value::StateRole;
use std::collections::BTreeSet;

/// `name` is what the other version is called. What cannot be without something that goes, goes too.
pub(super) fn merge(
    draft: &mut Draft,
    name: &str,
    records: &[Record],
    removed: &[RecordId],
) -> Result<Label, Refusal> {
    let mut said = BTreeSet::new();
    for record in records {
        let (id, kind) = (record.id(), record.kind());
        if draft.seen().kind(id).is_some_and(|there| there != kind) || !said.insert(id) {
            return Err(Refusal::new(
                RefusalCode::ImportInvalid,
                format!("This {} does not fit into the map.", kind.word()),
                [id],
            ));
        }
        draft.put(record.clone());
    }
    draft.remove_with_dependents(removed.iter().copied());
    one_future(draft, records);
    number_lanes(draft);
    agree_on_crossings(draft);
    Ok(Label::of(LabelCode::Merge, name))
}

/// There is one future state of a process: both versions may have made one.
fn one_future(draft: &mut Draft, records: &[Record]) {
    for record in records {
        let Record::State(state) = record else { continue };
        let seen = draft.seen();
        let is_other = |it: &State| {
            it.id != state.id && it.process == state.process && it.role == StateRole::Future
        };
        if state.role == StateRole::Future
            && seen.state(state.id).is_some()
            && seen.states().any(is_other)
        {
            draft.put(State { role: StateRole::Variant, ..state.clone() });
        }
    }
}

/// A connector may cross here only because the other version's side of it was not taken.
fn agree_on_crossings(draft: &mut Draft) {
    let seen = draft.seen();
    let bare = seen.connectors().filter(|it| seen.crosses(it));
    let bare: Vec<ConnectorId> =
        bare.map(|it| it.id).filter(|it| seen.handoff_record(*it).is_none()).collect();
    for connector in bare {
        let (id, number) = (draft.fresh().into(), draft.fresh_number());
        draft.put(Handoff { id, connector, number, ..Handoff::default() });
    }
}

/// Lanes that came or went leave no gap in the order of their state, and no place taken twice.
fn number_lanes(draft: &mut Draft) {
    let mut states = BTreeSet::new();
    for (id, old) in draft.first_sights() {
        for lane in [old.clone(), draft.seen().record(*id)].into_iter().flatten() {
            if let Record::Lane(lane) = lane {
                states.insert(lane.state);
            }
        }
    }
    for state in states {
        let order: Vec<LaneId> = draft.seen().lanes_of(state).iter().map(|it| it.id).collect();
        super::lanes::number(draft, &order);
    }
}
