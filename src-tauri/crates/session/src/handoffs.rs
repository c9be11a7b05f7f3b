//! Which handoffs a gesture would make and which would vanish.

use model::{Change, ConnectorId, Document, Record};
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
