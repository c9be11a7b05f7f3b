//! What became of the state that a future one descends from: which steps and connectors are the
//! same, which are changed, and by what else than their figures.

use super::case::Case;
use model::*;
use std::collections::{BTreeMap, BTreeSet};

/// A future state beside the one it descends from.
pub(super) struct Lineage<'a> {
    /// Steps and connectors that are new, merged or split, or of which more than the figures changed.
    pub changed: BTreeSet<RecordId>,
    /// Each element that is kept, beside what it was.
    pub steps: Vec<(&'a Step, &'a Step)>,
    pub connectors: Vec<(&'a Connector, &'a Connector)>,
}

impl<'a> Lineage<'a> {
    /// Nothing for a current state, and for one without a single origin.
    pub(super) fn of(case: &Case<'a>) -> Option<Lineage<'a>> {
        let document = case.document;
        let before = baseline(document, case.graph.state)?;
        let mut lineage = Lineage { changed: BTreeSet::new(), steps: vec![], connectors: vec![] };
        let mut children: BTreeMap<StepId, u32> = BTreeMap::new();
        for step in case.steps() {
            step.origin.iter().for_each(|it| *children.entry(*it).or_default() += 1);
        }
        if children.is_empty() {
            return None;
        }
        for step in case.steps() {
            let kept = match step.origin.as_slice() {
                [only] if children.get(only) == Some(&1) => document.step(*only),
                _ => None,
            };
            match kept.filter(|old| old.state == before) {
                Some(old) => {
                    if otherwise(document, step, old) {
                        lineage.changed.insert(step.id.into());
                    }
                    lineage.steps.push((step, old));
                }
                None => {
                    lineage.changed.insert(step.id.into());
                }
            }
        }
        for connector in case.connectors() {
            let kept = match connector.origin.as_slice() {
                [only] => document.connector(*only),
                _ => None,
            };
            match kept.filter(|old| old.state == before) {
                Some(old) => {
                    if led_otherwise(document, connector, old) {
                        lineage.changed.insert(connector.id.into());
                    }
                    lineage.connectors.push((connector, old));
                }
                None => {
                    lineage.changed.insert(connector.id.into());
                }
            }
        }
        Some(lineage)
    }
}

/// The state that a future state or a variant is compared with: its origin, else the current one.
pub(super) fn baseline(document: &Document, state: StateId) -> Option<StateId> {
    let state = document.state(state)?;
    if state.role == StateRole::Current {
        return None;
    }
    let current = || {
        let mut all = document.states().filter(|it| it.process == state.process);
        all.find(|it| it.role == StateRole::Current).map(|it| it.id)
    };
    state.origin.or_else(current).filter(|it| *it != state.id)
}

/// Whether more than figures and place of a step changed.
fn otherwise(document: &Document, step: &Step, old: &Step) -> bool {
    let same = Step {
        id: old.id,
        state: old.state,
        lane: old.lane,
        origin: old.origin.clone(),
        place: old.place,
        process_time: old.process_time.clone(),
        span: old.span.clone(),
        complete_accurate: old.complete_accurate.clone(),
        complete_accurate_by_giver: old.complete_accurate_by_giver.clone(),
        people_known: old.people_known.clone(),
        stage: old.stage,
        pinned: old.pinned,
        notes: old.notes.clone(),
        code: old.code.clone(),
        ..step.clone()
    };
    let team = |step: &Step| document.team_of(step).map(|team| team.id);
    same != *old || team(step) != team(old)
}

/// Whether more than the figures and the line of a connector changed, or what is agreed on it.
fn led_otherwise(document: &Document, connector: &Connector, old: &Connector) -> bool {
    let same = Connector {
        id: old.id,
        state: old.state,
        from: old.from,
        to: old.to,
        origin: old.origin.clone(),
        wait: old.wait.clone(),
        wait_by_giver: old.wait_by_giver.clone(),
        wait_by_receiver: old.wait_by_receiver.clone(),
        probability: old.probability,
        probability_known: old.probability_known.clone(),
        batch_interval_known: old.batch_interval_known.clone(),
        bends: old.bends.clone(),
        code: old.code.clone(),
        ..connector.clone()
    };
    let agreed = match (document.handoff_at(connector), document.handoff_at(old)) {
        (Some(new), Some(old)) => {
            *old == Handoff {
                id: old.id,
                connector: old.connector,
                number: old.number,
                ..new.clone()
            }
        }
        (None, None) => true,
        _ => false,
    };
    same != *old || !agreed
}
