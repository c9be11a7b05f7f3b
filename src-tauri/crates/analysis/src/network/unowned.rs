//! Where nobody answers for the item (domain.md 7.2): runs of the critical path without an owner.

use super::view::Unowned;
use crate::figures::{PathElement, Timeline};
use crate::readiness::Agreements;
use model::{Check, Connector, Document, Step};

/// A step is taken as owned until the room says that it is not.
pub(crate) fn is_owned(step: &Step) -> bool {
    step.accountable.is_some() || !step.unowned
}

/// A connector inside a lane is owned by whoever owns the step it leads to.
fn is_wait_owned(document: &Document, agreements: &Agreements, connector: &Connector) -> bool {
    match document.handoff_at(connector) {
        Some(handoff) => agreements.meets(handoff, Check::Owner),
        None => document.step(connector.to).is_none_or(is_owned),
    }
}

/// What of the path follows each other without an owner, in the order of the path.
pub(crate) fn runs(
    document: &Document,
    agreements: &Agreements,
    timeline: &Timeline,
) -> Vec<Unowned> {
    let mut runs: Vec<Unowned> = Vec::new();
    let mut goes_on = false;
    for element in &timeline.path {
        let (id, minutes, owned) = match element {
            PathElement::Step { step, span, .. } => {
                ((*step).into(), *span, document.step(*step).is_none_or(is_owned))
            }
            PathElement::Wait { connector, wait, .. } => {
                let owned = document.connector(*connector);
                let owned = owned.is_none_or(|it| is_wait_owned(document, agreements, it));
                ((*connector).into(), *wait, owned)
            }
        };
        match runs.last_mut().filter(|_| goes_on && !owned) {
            Some(run) => {
                run.about.push(id);
                run.minutes += minutes;
            }
            None if !owned => runs.push(Unowned { about: vec![id], minutes }),
            None => {}
        }
        goes_on = !owned;
    }
    runs
}

/// The longest of them by minutes; of several, the first.
pub(super) fn longest(runs: Vec<Unowned>) -> Option<Unowned> {
    runs.into_iter().reduce(|best, it| if it.minutes > best.minutes { it } else { best })
}
