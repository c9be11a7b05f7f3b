//! Connecting steps. What kind of connector it is follows from the map: out of a decision it is
//! one of several ways, back to an earlier step it is rework, beside another way on it is parallel.

use super::add::new_step;
use crate::change::{Label, LabelCode};
use crate::document::{Document, Draft};
use crate::id::*;
use crate::record::*;
use crate::refusal::{Refusal, RefusalCode};
use crate::value::*;
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;
use ts_rs::TS;

/// Where a connector leads.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(tag = "to", rename_all = "camelCase", rename_all_fields = "camelCase")]
#[ts(export_to = "contract.ts")]
#[allow(missing_docs)]
pub enum Destination {
    /// A step that is there.
    Step { step: StepId },
    /// A step that is made with the connector.
    NewStep { lane: LaneId, shape: StepKind, name: String, place: Place },
}

pub(super) fn connect(draft: &mut Draft, from: StepId, to: &Destination) -> Result<Label, Refusal> {
    let to = match to {
        Destination::Step { step } => *step,
        Destination::NewStep { lane, shape, name, place } => {
            new_step(draft, *lane, *shape, name, *place)?
        }
    };
    may_connect(draft.seen(), from, to)?;
    let duplicate = draft.seen().connectors_at(from).any(|c| c.from == from && c.to == to);
    if duplicate {
        return Err(Refusal::new(
            RefusalCode::AlreadyConnected,
            "These two steps are already connected this way.",
            [from.into(), to.into()],
        ));
    }
    let state = draft.seen().step(from).map(|step| step.state).unwrap_or_default();
    let name = draft.seen().step(to).map(|step| step.name.clone()).unwrap_or_default();
    let flow = fitting_flow(draft.seen(), from, to, None);
    let id = draft.fresh().into();
    draft.put(Connector { id, state, from, to, flow, ..Default::default() });
    Ok(Label::of(LabelCode::Connect, &name))
}

/// Whether a connector may lead from one step to another.
pub(super) fn may_connect(document: &Document, from: StepId, to: StepId) -> Result<(), Refusal> {
    let source = document.step(from).ok_or_else(|| Refusal::no_such("step", from))?;
    let target = document.step(to).ok_or_else(|| Refusal::no_such("step", to))?;
    let refuse = |code, message: &str| Err(Refusal::new(code, message, [from.into(), to.into()]));
    if from == to {
        return refuse(
            RefusalCode::ConnectorWouldLoop,
            "A connector cannot lead from a step to itself. Connect it to another step.",
        );
    }
    if source.state != target.state {
        return refuse(
            RefusalCode::DifferentStates,
            "These two steps are on different maps and cannot be connected.",
        );
    }
    if target.shape == StepKind::Start {
        return refuse(
            RefusalCode::StartTakesNothing,
            "Nothing can lead into a start. Connect to the step after it.",
        );
    }
    if source.shape == StepKind::End {
        return refuse(
            RefusalCode::EndGivesNothing,
            "Nothing can lead out of an end. Connect from the step before it.",
        );
    }
    Ok(())
}

/// The kind a connector between these steps has by itself; `except` is left out of the reckoning.
pub(super) fn fitting_flow(
    document: &Document,
    from: StepId,
    to: StepId,
    except: Option<ConnectorId>,
) -> ConnectorKind {
    if leads(document, to, from, except) {
        return ConnectorKind::Rework;
    }
    if document.step(from).is_some_and(|step| step.shape == StepKind::Decision) {
        return ConnectorKind::Xor;
    }
    document
        .connectors_at(from)
        .filter(|c| c.from == from && Some(c.id) != except && c.flow != ConnectorKind::Rework)
        .map(|c| if c.flow == ConnectorKind::Xor { c.flow } else { ConnectorKind::And })
        .next()
        .unwrap_or(ConnectorKind::Seq)
}

/// Whether forward connectors lead from one step to another.
fn leads(document: &Document, from: StepId, to: StepId, except: Option<ConnectorId>) -> bool {
    let mut seen = BTreeSet::from([from]);
    let mut stack = vec![from];
    while let Some(step) = stack.pop() {
        if step == to {
            return true;
        }
        for c in document.connectors_at(step) {
            let forward = c.from == step && c.flow != ConnectorKind::Rework;
            if forward && Some(c.id) != except && seen.insert(c.to) {
                stack.push(c.to);
            }
        }
    }
    false
}
