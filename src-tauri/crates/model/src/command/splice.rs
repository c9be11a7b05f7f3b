//! Putting a step into a flow, and taking one out so that the flow goes on. What was agreed stays
//! with the part that still passes the work between teams.

use super::add::new_step;
use super::connect::{Destination, fitting_flow, may_connect};
use super::move_steps::{StepMove, move_steps};
use crate::change::{Label, LabelCode};
use crate::document::{Document, Draft};
use crate::id::*;
use crate::record::*;
use crate::refusal::{Refusal, RefusalCode};
use crate::value::*;
use std::collections::BTreeSet;

/// A loose step, moved onto a connector, becomes a part of its way; a new one is made there.
pub(super) fn splice(
    draft: &mut Draft,
    connector: ConnectorId,
    step: &Destination,
    moved: &[StepMove],
) -> Result<Label, Refusal> {
    let through = draft
        .seen()
        .connector(connector)
        .cloned()
        .ok_or_else(|| Refusal::no_such("connector", connector))?;
    let step = match step {
        Destination::Step { step } => *step,
        Destination::NewStep { lane, shape, name, place } => {
            new_step(draft, *lane, *shape, name, *place)?
        }
    };
    if !moved.is_empty() {
        move_steps(draft, moved, LabelCode::Splice)?;
    }
    if draft.seen().connectors_at(step).next().is_some() {
        return Err(Refusal::new(
            RefusalCode::AlreadyConnected,
            "This step is part of a flow already. Only a loose step can be put into another flow.",
            [step.into(), connector.into()],
        ));
    }
    may_connect(draft.seen(), through.from, step)?;
    may_connect(draft.seen(), step, through.to)?;
    let between = |a: StepId, b: StepId| {
        let lane = |id: StepId| draft.seen().step(id).map(|it| it.lane);
        (lane(a), lane(b))
    };
    let agreed = between(through.from, through.to);
    // The second half keeps the record where it alone leads between the same two teams.
    let second = between(step, through.to) == agreed && between(through.from, step) != agreed;
    let id = draft.fresh().into();
    let state = through.state;
    let (kept, new) = if second {
        let flow = ConnectorKind::Seq;
        let kept = Connector { from: step, flow, bends: Vec::new(), ..through.clone() };
        let ways = Connector {
            probability: through.probability,
            probability_known: through.probability_known.clone(),
            primary: through.primary,
            label: through.label.clone(),
            flow: through.flow,
            ..Connector::default()
        };
        let new = Connector { id, state, from: through.from, to: step, ..ways };
        let bare = Connector {
            probability: None,
            probability_known: Knowledge::default(),
            primary: false,
            label: String::new(),
            ..kept
        };
        (bare, new)
    } else {
        let kept = Connector { to: step, bends: Vec::new(), ..through.clone() };
        (kept, Connector { id, state, from: step, to: through.to, ..Connector::default() })
    };
    draft.put(kept);
    draft.put(new);
    let flow = fitting_flow(draft.seen(), step, through.to, None);
    if flow == ConnectorKind::Rework && through.flow != ConnectorKind::Rework {
        return Err(Refusal::new(
            RefusalCode::ConnectorWouldLoop,
            "This step leads to where the flow comes from, so it cannot be put into it.",
            [step.into(), connector.into()],
        ));
    }
    let name = draft.seen().step(step).map(|it| it.name.clone()).unwrap_or_default();
    Ok(Label::of(LabelCode::Splice, &name))
}

/// Before steps go: where exactly one way leads into them and one out, it goes on without them;
/// not where one of `all` that go with them is that way.
pub(super) fn heal(draft: &mut Draft, gone: &BTreeSet<StepId>, all: &BTreeSet<RecordId>) {
    let entering: Vec<Connector> = gone
        .iter()
        .filter_map(|step| only_way(draft.seen(), *step, Side::In))
        .filter(|way| !gone.contains(&way.from) && !all.contains(&way.id.into()))
        .cloned()
        .collect();
    for way in entering {
        let ways = ways_through(draft.seen(), way, gone);
        let seen = draft.seen();
        let [first, .., last] = ways.as_slice() else { continue };
        if all.contains(&last.id.into()) {
            continue;
        }
        let doubled =
            seen.connectors_at(first.from).any(|c| c.from == first.from && c.to == last.to);
        if doubled || may_connect(seen, first.from, last.to).is_err() {
            continue;
        }
        let kept = joined(seen, &ways);
        draft.put(kept);
    }
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Side {
    In,
    Out,
}

/// The one forward connector on a side of a step, if there is exactly one.
fn only_way(document: &Document, step: StepId, side: Side) -> Option<&Connector> {
    let mut ways = document.connectors_at(step).filter(|c| {
        let here = if side == Side::In { c.to } else { c.from };
        here == step && c.flow != ConnectorKind::Rework
    });
    let first = ways.next()?;
    ways.next().is_none().then_some(first)
}

/// A way that leads into a step that goes, and those by which it goes on until it comes to one that
/// stays; nothing where it does not.
fn ways_through(
    document: &Document,
    entering: Connector,
    gone: &BTreeSet<StepId>,
) -> Vec<Connector> {
    let mut ways = vec![entering];
    let mut seen = BTreeSet::new();
    while let Some(step) = ways.last().map(|it| it.to).filter(|it| gone.contains(it)) {
        let alone = seen.insert(step) && only_way(document, step, Side::In).is_some();
        match only_way(document, step, Side::Out).filter(|_| alone) {
            Some(out) => ways.push(out.clone()),
            None => return Vec::new(),
        }
    }
    ways
}

/// One connector for a way whose middle goes: the record with the agreement stays, else the first.
/// What was known about the waits all along stays known.
fn joined(document: &Document, ways: &[Connector]) -> Connector {
    let [first, .., last] = ways else { return ways.first().cloned().unwrap_or_default() };
    let lane = |id: StepId| document.step(id).map(|it| it.lane);
    let crossing = lane(first.from) != lane(last.to);
    let agreed = |c: &Connector| document.handoff_at(c).is_some();
    let agreement = ways.iter().find(|it| crossing && agreed(it));
    let way = agreement.unwrap_or(first);
    let waited = |c: &Connector| c.wait.as_ref().map_or(Minutes(-1), |wait| wait.usual);
    // Why it waits is why it waits longest, as far as that is known; of two the earlier.
    let by_wait = |a: &&Connector, b: &&Connector| waited(a).cmp(&waited(b));
    let known = ways.iter().rev().filter(|it| it.cause.is_some()).max_by(by_wait);
    let why = known.or(ways.iter().rev().max_by(by_wait)).unwrap_or(first);
    let whole = |waits: &mut dyn Iterator<Item = Option<Estimate<Minutes>>>| {
        waits.reduce(after_each_other).flatten()
    };
    let seen = |by: fn(&Connector) -> &Option<Estimate<Minutes>>| {
        let or_wait = |c: &Connector| by(c).as_ref().or(c.wait.as_ref()).cloned();
        let known = ways.iter().any(|it| by(it).is_some());
        known.then(|| whole(&mut ways.iter().map(or_wait))).flatten()
    };
    Connector {
        from: first.from,
        to: last.to,
        flow: first.flow,
        probability: first.probability,
        probability_known: first.probability_known.clone(),
        primary: first.primary,
        label: first.label.clone(),
        wait: whole(&mut ways.iter().map(|it| it.wait.clone())),
        wait_by_giver: seen(|it| &it.wait_by_giver),
        wait_by_receiver: seen(|it| &it.wait_by_receiver),
        cause: why.cause,
        cause_note: why.cause_note.clone(),
        batch_interval: why.batch_interval,
        batch_interval_known: why.batch_interval_known.clone(),
        bends: Vec::new(),
        ..way.clone()
    }
}

/// Two waits, one after the other; known no better than the less known of them.
fn after_each_other(
    first: Option<Estimate<Minutes>>,
    last: Option<Estimate<Minutes>>,
) -> Option<Estimate<Minutes>> {
    let (first, last) = match (first, last) {
        (Some(first), Some(last)) => (first, last),
        (one, other) => return one.or(other),
    };
    let sum = |a: Minutes, b: Minutes| Minutes(a.0.saturating_add(b.0)).min(Minutes::MAX);
    let end = |a: Option<Minutes>, b: Option<Minutes>| {
        let known = a.is_some() || b.is_some();
        known.then(|| sum(a.unwrap_or(first.usual), b.unwrap_or(last.usual)))
    };
    let same = first.said_by == last.said_by;
    Some(Estimate {
        usual: sum(first.usual, last.usual),
        best: end(first.best, last.best),
        worst: end(first.worst, last.worst),
        confidence: first.confidence.max(last.confidence),
        sample: None,
        said_by: if same { first.said_by.clone() } else { String::new() },
    })
}
