//! The ten checks of a handoff (domain.md 7.4). A check is met when what it asks for is written
//! down, or when the room says that it is met.

use crate::figures::Readiness;
use model::{Check, CriterionSide, Document, Handoff, HandoffId, Target};
use std::collections::BTreeSet;

/// Which checks of a handoff are met, and its score.
pub fn readiness(document: &Document, handoff: &Handoff) -> Readiness {
    Agreements::of(document).readiness(handoff)
}

/// What is agreed in a document, looked up once for all its handoffs.
pub(crate) struct Agreements<'a> {
    document: &'a Document,
    criteria: BTreeSet<(HandoffId, CriterionSide)>,
}

impl<'a> Agreements<'a> {
    pub(crate) fn of(document: &'a Document) -> Agreements<'a> {
        let criteria = document.criteria().filter_map(|criterion| match criterion.about {
            Target::Handoff(handoff) => Some((handoff, criterion.side)),
            _ => None,
        });
        Agreements { document, criteria: criteria.collect() }
    }

    pub(crate) fn readiness(&self, handoff: &Handoff) -> Readiness {
        let met: Vec<Check> =
            Check::ALL.iter().copied().filter(|check| self.meets(handoff, *check)).collect();
        let score = u8::try_from(met.len() * 10).unwrap_or(u8::MAX);
        Readiness { met, score }
    }

    pub(crate) fn meets(&self, handoff: &Handoff, check: Check) -> bool {
        handoff.stated.contains(&check) || self.is_written(handoff, check)
    }

    fn is_written(&self, handoff: &Handoff, check: Check) -> bool {
        let sla = handoff.sla.and_then(|sla| self.document.sla(sla));
        let said = |text: &str| !text.trim().is_empty();
        let reasons = &handoff.return_reasons;
        match check {
            Check::Owner => handoff.accountable.is_some(),
            Check::Receiver => handoff.receiving_role.is_some() || said(&handoff.assignment),
            Check::Trigger => said(&handoff.trigger),
            Check::Exit => self.criteria.contains(&(handoff.id, CriterionSide::Exit)),
            Check::Entry => self.criteria.contains(&(handoff.id, CriterionSide::Entry)),
            Check::Template => handoff.template.is_some(),
            Check::Response => sla.is_some_and(|sla| sla.response.is_some()),
            Check::Completion => sla.is_some_and(|sla| sla.completion.is_some()),
            Check::Return => said(&handoff.return_route) || reasons.iter().any(|it| said(it)),
            Check::Escalation => {
                said(&handoff.escalation) || sla.is_some_and(|sla| !sla.escalations.is_empty())
            }
        }
    }
}
