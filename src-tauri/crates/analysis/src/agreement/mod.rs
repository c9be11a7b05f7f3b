//! The agreement about one handoff, as two teams look at it: read aloud, beside what is observed
//! today, with what is missing and what answers what (domain.md 3 and 4).

mod conditions;
mod counted;
mod covering;
mod gaps;
mod missing;
mod observed;
mod promises;
mod sentence;
mod shown;
mod times;
mod words;

pub use counted::{Counted, counted};
pub use sentence::sentences;
pub use shown::*;

pub(crate) use covering::{Form, Meanings, covers};
pub(crate) use observed::{Range, has_improvement, span, stage_time, today, wait};
pub(crate) use promises::{promises, standing};

use crate::language::Language;
use crate::presets::return_reasons;
use model::{Connector, CriterionSide, Document, Handoff, HandoffId, Sla, Target};

/// What a view is told of the agreement of a handoff; none where there is no such handoff.
pub fn agreement(
    document: &Document,
    handoff: HandoffId,
    language: Language,
) -> Option<AgreementShown> {
    let passing = Passing::of(document, document.handoff(handoff)?)?;
    let sla = passing.sla;
    let read = |sla| sentence::sentences_at(document, sla, passing.handoff, language);
    let said = sla.map(read).unwrap_or_default();
    let of = |side| document.criteria_of(Target::Handoff(handoff), side);
    let criteria = [CriterionSide::Entry, CriterionSide::Exit].map(of).concat();
    let template = passing.handoff.template.and_then(|it| document.template(it));
    let mut meanings = Meanings::default();
    let form = Form::of(template, &mut meanings);
    let (covers, unasked) = covers(&criteria, &form, &mut meanings);
    Some(AgreementShown {
        handoff,
        sentences: said,
        promises: sla.map(|sla| promises(&passing, sla)).unwrap_or_default(),
        gaps: gaps::gaps(&passing, language),
        covers,
        unasked,
        reasons: return_reasons(language),
    })
}

/// A handoff with its connector and service level.
#[derive(Clone, Copy)]
pub(crate) struct Passing<'a> {
    pub document: &'a Document,
    pub handoff: &'a Handoff,
    pub connector: &'a Connector,
    pub sla: Option<&'a Sla>,
}

impl<'a> Passing<'a> {
    /// None where its connector is missing, which no valid document has.
    pub(crate) fn of(document: &'a Document, handoff: &'a Handoff) -> Option<Passing<'a>> {
        let connector = document.connector(handoff.connector)?;
        Some(Passing {
            document,
            handoff,
            connector,
            sla: handoff.sla.and_then(|sla| document.sla(sla)),
        })
    }
}
