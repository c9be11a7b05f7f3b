//! Which handoffs a gesture would make and which would vanish, and which one a number means.

use model::{Change, ConnectorId, Document, Handoff, Record, StateId};
use std::collections::BTreeSet;

/// The names of handoffs that cross lanes after but not before, and before but not after.
pub(crate) fn difference(
    before: &Document,
    after: &Document,
    changes: &[Change],
) -> (Vec<String>, Vec<String>) {
    let touched = touched(before, after, changes);
    let crossing = |document: &Document, id: ConnectorId| {
        let connector = document.connector(id)?;
        Some(document.handoff_at(connector)?.name())
    };
    let mut made = Vec::new();
    let mut removed = Vec::new();
    for id in touched {
        match (crossing(before, id), crossing(after, id)) {
            (None, Some(name)) => made.push(name),
            (Some(name), None) => removed.push(name),
            _ => {}
        }
    }
    (made, removed)
}

/// The handoff with this number in a state. The same handoff of another state has the same number:
/// it is meant where it alone has an agreement, or the state has none with the number.
pub(crate) fn numbered(document: &Document, state: StateId, number: u32) -> Option<&Handoff> {
    let others = document.states().map(|it| it.id).filter(|it| *it != state);
    let of = |state| document.handoffs_of(state).into_iter().map(|(handoff, _)| handoff);
    let all: Vec<&Handoff> = std::iter::once(state)
        .chain(others)
        .flat_map(of)
        .filter(|handoff| handoff.number == number)
        .collect();
    all.iter().find(|handoff| handoff.sla.is_some()).or(all.first()).copied()
}

fn touched(before: &Document, after: &Document, changes: &[Change]) -> BTreeSet<ConnectorId> {
    let mut touched = BTreeSet::new();
    for record in changes.iter().flat_map(|change| [&change.before, &change.after]).flatten() {
        match record {
            Record::Connector(connector) => {
                touched.insert(connector.id);
            }
            Record::Step(step) => {
                touched.extend(before.connectors_at(step.id).map(|it| it.id));
                touched.extend(after.connectors_at(step.id).map(|it| it.id));
            }
            _ => {}
        }
    }
    touched
}
