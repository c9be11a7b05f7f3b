//! Records from elsewhere, as one edit. They come with ids that this document has never used; the
//! document's own rules decide whether they fit together.

use crate::change::{Label, LabelCode};
use crate::document::Draft;
use crate::record::Record;
use crate::refusal::{Refusal, RefusalCode};

pub(super) fn import(draft: &mut Draft, records: &[Record]) -> Result<Label, Refusal> {
    let (next_id, next_number) = draft.seen().used_up();
    for record in records {
        if record.id().0 < next_id {
            return Err(Refusal::new(
                RefusalCode::ImportInvalid,
                format!("The import uses the number {}, which this file has used.", record.id()),
                [record.id()],
            ));
        }
        if let Record::Handoff(handoff) = record
            && handoff.number < next_number
        {
            return Err(Refusal::new(
                RefusalCode::ImportInvalid,
                format!("The import brings {}, a number this file has used.", handoff.name()),
                [record.id()],
            ));
        }
    }
    for record in records {
        if draft.seen().kind(record.id()).is_some() {
            return Err(Refusal::new(
                RefusalCode::ImportInvalid,
                format!("Two records of the import have the number {}.", record.id()),
                [record.id()],
            ));
        }
        draft.put(record.clone());
    }
    let count = u32::try_from(records.len()).unwrap_or(u32::MAX);
    Ok(Label { code: LabelCode::Import, count, name: String::new() })
}
