//! The consequences that follow every command: a connector that crosses lanes has a handoff, and
//! a step with one way on has no parallel branches; a step is part of the stage it lies in.

use super::stages;
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
    settle_stages(draft);
}

/// Where stages are drawn as columns, a step is part of the one it lies in, however it came there.
fn settle_stages(draft: &mut Draft) {
    let (mut states, mut moved) = (BTreeSet::new(), BTreeSet::new());
    for (id, old) in draft.first_sights() {
        match (old, draft.seen().record(*id)) {
            (Some(Record::Stage(stage)), _) => {
                states.insert(stage.state);
            }
            (None, Some(Record::Stage(stage))) => {
                states.insert(stage.state);
            }
            (_, Some(Record::Step(step))) => {
                moved.insert(step.id);
            }
            _ => {}
        }
    }
    for state in states {
        stages::number(draft, state);
        moved.extend(draft.seen().steps_of(state).map(|step| step.id));
    }
    let mut columns = std::collections::BTreeMap::new();
    for id in moved {
        let Some(step) = draft.seen().step(id) else { continue };
        let columns =
            columns.entry(step.state).or_insert_with(|| stages::columns(draft.seen(), step.state));
        let stage = stages::at(columns, step.place.x);
        if !columns.is_empty() && step.stage != stage {
            let step = step.clone();
            draft.put(Step { stage, ..step });
        }
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
