//! What a capture line says, as one edit: records that are new, and records that are there with
//! what was said of them. The document's own rules decide whether they fit.

use crate::change::{Label, LabelCode};
use crate::document::Draft;
use crate::record::{Kind, Record};
use crate::refusal::{Refusal, RefusalCode};
use std::collections::BTreeSet;

/// What a line can make or change.
const CAPTURED: [Kind; 7] = [
    Kind::Team,
    Kind::Lane,
    Kind::Role,
    Kind::Step,
    Kind::Connector,
    Kind::Handoff,
    Kind::PainPoint,
];

pub(super) fn capture(draft: &mut Draft, records: &[Record]) -> Result<Label, Refusal> {
    let (next_id, next_number) = draft.seen().used_up();
    let mut said = BTreeSet::new();
    for record in records {
        let (id, kind) = (record.id(), record.kind());
        let there = draft.seen().kind(id);
        let fits = match there {
            Some(there) => there == kind,
            None => id.0 >= next_id,
        };
        if !fits || !CAPTURED.contains(&kind) || !said.insert(id) {
            return Err(Refusal::new(
                RefusalCode::ImportInvalid,
                format!("This {} does not fit into the map.", kind.word()),
                [id],
            ));
        }
        if let Record::Handoff(handoff) = record
            && there.is_none()
            && handoff.number < next_number
        {
            return Err(Refusal::new(
                RefusalCode::ImportInvalid,
                format!("{} is a number that this file has used.", handoff.name()),
                [id],
            ));
        }
    }
    if records.is_empty() {
        return Err(Refusal::new(RefusalCode::NothingToDo, "This line says nothing new.", []));
    }
    let new =
        |kind: Kind| records.iter().filter(move |it| it.kind() == kind && it.id().0 >= next_id);
    let steps = new(Kind::Step).count();
    let name = match new(Kind::Step).next() {
        Some(Record::Step(step)) if steps == 1 => step.name.clone(),
        _ => String::new(),
    };
    for record in records {
        draft.put(record.clone());
    }
    let count = u32::try_from(steps).unwrap_or(u32::MAX);
    Ok(Label { code: LabelCode::Capture, count, name })
}
