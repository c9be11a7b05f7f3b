//! Giving places to steps that came without: the one call to the layout.

use crate::error::Error;
use model::{Document, Record, StateId, StepId, StepMove};
use std::collections::BTreeMap;

/// The document with the steps of this state where the layout puts them.
pub(crate) fn placed(document: Document, state: StateId) -> Result<Document, Error> {
    let moves: BTreeMap<StepId, StepMove> = scene::layout::place(&document, state)
        .into_iter()
        .map(|placed| (placed.step, placed))
        .collect();
    let records = document.records().into_iter().map(|mut record| {
        if let Record::Step(step) = &mut record
            && let Some(placed) = moves.get(&step.id)
        {
            step.place = placed.place;
        }
        record
    });
    Document::from_records(records)
        .map_err(|why| Error::Unfit { path: "The layout".to_owned(), why })
}
