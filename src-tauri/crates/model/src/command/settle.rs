//! The consequences that follow every command: a connector that crosses lanes has a handoff, and
//! a step with one way on has no parallel branches.

use crate::document::Draft;
use crate::id::*;
use crate::record::*;
use crate::value::ConnectorKind;
use std::collections::BTreeSet;

pub(super) fn settle(draft: &mut Draft) {
    let (connectors, sources) = touched(draft);
    for id in connectors {
        let seen = draft.seen();
        let Some(connector) = seen.connector(id) else { continue };
        if seen.crosses(connector) && seen.handoff_record(id).is_none() {
            let handoff = HandoffId::from(draft.fresh());
            let number = draft.fresh_number();
            draft.put(Handoff { id: handoff, connector: id, number, ..Default::default() });
        }
    }
    for step in sources {
        settle_branches(draft, step);
    }
}

/// Connectors that changed or whose steps changed lane; steps whose ways on changed.
fn touched(draft: &Draft) -> (BTreeSet<ConnectorId>, BTreeSet<StepId>) {
    let seen = draft.seen();
    let mut connectors = BTreeSet::new();
    let mut sources = BTreeSet::new();
    for (id, old) in draft.first_sights() {
        match old {
            Some(Record::Step(old))
                if seen.step(old.id).is_some_and(|now| now.lane != old.lane) =>
            {
                connectors.extend(seen.connectors_at(old.id).map(|it| it.id));
            }
            Some(Record::Connector(old)) => {
                connectors.insert(old.id);
                let way = |c: &Connector| (c.from, c.to, c.flow);
                let now = seen.connector(old.id);
                if now.map(way) != Some(way(old)) {
                    sources.insert(old.from);
                    sources.extend(now.map(|it| it.from));
                }
            }
            None => {
                if let Some(Record::Connector(new)) = seen.record(*id) {
                    connectors.insert(new.id);
                    sources.insert(new.from);
                }
            }
            _ => {}
        }
    }
    (connectors, sources)
}

/// One way on is `seq`; several are `and` unless they are alternatives.
fn settle_branches(draft: &mut Draft, step: StepId) {
    let ways: Vec<Connector> = draft
        .seen()
        .connectors_at(step)
        .filter(|c| c.from == step && c.flow != ConnectorKind::Rework)
        .cloned()
        .collect();
    let fitting = if ways.len() > 1 { ConnectorKind::And } else { ConnectorKind::Seq };
    for mut way in ways {
        let parallel = matches!(way.flow, ConnectorKind::Seq | ConnectorKind::And);
        if parallel && way.flow != fitting {
            way.flow = fitting;
            draft.put(way);
        }
    }
}
