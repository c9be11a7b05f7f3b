//! What a promise is measured against: how long the receiver lets the item wait today, and how
//! long its stage then takes. Today is the current state; where a map has no lineage it is the map
//! itself.

use super::Passing;
use model::*;
use std::collections::BTreeSet;

/// Best, usual and worst case, in minutes of the process's clock.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Range {
    pub best: Option<i64>,
    pub usual: Option<i64>,
    pub worst: Option<i64>,
}

impl Range {
    fn of(estimate: &Option<Estimate<Minutes>>) -> Range {
        let minutes = |it: Minutes| i64::from(it.0);
        match estimate {
            None => Range::default(),
            Some(it) => Range {
                best: it.best.map(minutes),
                usual: Some(minutes(it.usual)),
                worst: it.worst.map(minutes),
            },
        }
    }

    /// One after the other. A side that one of them does not know is as the usual case there;
    /// where neither knows it, it stays unknown.
    pub(crate) fn then(self, other: Range) -> Range {
        let Some(usual) = self.usual.zip(other.usual).map(|(a, b)| a + b) else {
            return Range::default();
        };
        let side = |one: Option<i64>, two: Option<i64>| match (one, two) {
            (None, None) => None,
            (one, two) => one.or(self.usual).zip(two.or(other.usual)).map(|(a, b)| a + b),
        };
        Range {
            best: side(self.best, other.best),
            usual: Some(usual),
            worst: side(self.worst, other.worst),
        }
    }
}

/// The connectors of the current state that this one descends from, the longest wait first.
fn ancestors<'a>(document: &'a Document, connector: &'a Connector) -> Vec<&'a Connector> {
    let (mut found, mut seen) = (Vec::new(), BTreeSet::new());
    let mut waiting = vec![connector];
    while let Some(it) = waiting.pop() {
        if !seen.insert(it.id) {
            continue;
        }
        if it.id != connector.id && is_current(document, it.state) {
            found.push(it);
        }
        waiting.extend(it.origin.iter().filter_map(|id| document.connector(*id)));
    }
    found.sort_by_key(|it| (-it.wait_minutes(), it.id));
    found
}

fn is_current(document: &Document, state: StateId) -> bool {
    document.state(state).is_some_and(|it| it.role == StateRole::Current)
}

/// The connector whose wait is today's: of several that it descends from, the one that waits
/// longest; itself where it descends from none.
pub(crate) fn today<'a>(document: &'a Document, connector: &'a Connector) -> &'a Connector {
    ancestors(document, connector).first().copied().unwrap_or(connector)
}

/// The wait from release to start.
pub(crate) fn wait(connector: &Connector) -> Range {
    Range::of(&connector.wait)
}

/// From the start of the receiving step to the end of its stage: the longest way through the steps
/// of the stage. Where no stage is drawn it is the step alone, if its team passes the item on right
/// after it; else nobody has said how far the stage goes, and nothing is known.
pub(crate) fn stage_time(document: &Document, first: &Step) -> Range {
    let mut seen = BTreeSet::new();
    match first.stage {
        Some(_) => through(document, first, &mut seen),
        None if passes_on(document, first) => span(first),
        None => Range::default(),
    }
}

/// From start to finish of one step.
pub(crate) fn span(step: &Step) -> Range {
    match (&step.span, step.shape) {
        (Some(_), _) => Range::of(&step.span),
        (None, StepKind::Step) => Range::of(&step.process_time),
        (None, _) => Range { usual: Some(0), ..Range::default() },
    }
}

fn onward<'a>(document: &'a Document, step: &'a Step) -> impl Iterator<Item = &'a Connector> {
    let leaves = move |it: &&Connector| it.from == step.id && it.flow != ConnectorKind::Rework;
    document.connectors_at(step.id).filter(leaves)
}

fn passes_on(document: &Document, step: &Step) -> bool {
    let ends = |id| document.step(id).is_some_and(|it| it.shape == StepKind::End);
    onward(document, step).all(|it| document.crosses(it) || ends(it.to))
}

fn through(document: &Document, step: &Step, seen: &mut BTreeSet<StepId>) -> Range {
    if !seen.insert(step.id) {
        return Range::default();
    }
    let mut longest: Option<Range> = None;
    for connector in onward(document, step) {
        let Some(next) = document.step(connector.to) else { continue };
        if next.stage != step.stage || seen.contains(&next.id) {
            continue;
        }
        let way = wait(connector).then(through(document, next, seen));
        seen.remove(&next.id);
        if longest
            .is_none_or(|it| way.usual.is_none() || it.usual.is_some() && way.usual > it.usual)
        {
            longest = Some(way);
        }
    }
    let own = span(step);
    longest.map_or(own, |rest| own.then(rest))
}

/// Whether an idea, or an action that was not given up, is about this handoff, its connector or the
/// steps it joins, here or in what they descend from; or answers a pain point that is.
pub(crate) fn has_improvement(passing: &Passing) -> bool {
    let document = passing.document;
    let mut about: BTreeSet<RecordId> = BTreeSet::new();
    for connector in ancestors(document, passing.connector).into_iter().chain([passing.connector]) {
        let (from, to) = (connector.from.into(), connector.to.into());
        about.extend([RecordId::from(connector.id), from, to]);
        about.extend(document.handoff_record(connector.id).map(|it| RecordId::from(it.id)));
    }
    let touches = |targets: &[Target]| targets.iter().any(|it| about.contains(&it.reference().1));
    let pain = |id: &PainPointId| document.pain_point(*id).is_some_and(|it| touches(&it.about));
    document.ideas().any(|it| touches(&it.about))
        || document.actions().any(|it| {
            it.status != ActionStatus::Dropped
                && (touches(&it.about) || it.answers.iter().any(pain))
        })
}
