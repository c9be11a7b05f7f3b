//! How long a way takes as it is drawn, with the waits and spans that people said.

use super::odds::Lognormal;
use super::ways::Ways;
use crate::graph::Graph;
use model::{Document, EndToEnd, Estimate, Minutes, StateRole, Step, StepId};
use std::collections::BTreeSet;

/// The longest way, in minutes, and the chance that it takes at most some time.
pub(super) struct Nominal {
    pub minutes: i64,
    parts: Option<(Vec<Lognormal>, f64)>,
}

impl Nominal {
    /// None where no way leads from the one step to the other.
    pub(super) fn of(graph: &Graph, ways: &Ways) -> Option<Nominal> {
        let mut reach = graph.per_node(None);
        let mut by = graph.per_node(None);
        reach[ways.from] = Some(0_i64);
        for edge in ways.edges.iter().copied() {
            let Some((source, target)) = graph.net.edge_endpoints(edge) else { continue };
            let Some(begun) = reach[source] else { continue };
            let arrival =
                begun + graph.connector(edge).wait_minutes() + graph.step(target).span_minutes();
            if reach[target].is_none_or(|best| arrival > best) {
                reach[target] = Some(arrival);
                by[target] = Some(edge);
            }
        }
        let minutes = reach[ways.to]?;
        let mut parts = Some((Vec::new(), 0.0));
        let mut at = ways.to;
        while let Some(edge) = by[at] {
            let step = graph.step(at);
            let span = step.span.as_ref().or(step.process_time.as_ref());
            let wait = graph.connector(edge).wait.as_ref();
            for estimate in [wait, span] {
                parts = parts.and_then(|parts| with(parts, estimate));
            }
            let Some((source, _)) = graph.net.edge_endpoints(edge) else { break };
            at = source;
        }
        Some(Nominal { minutes, parts })
    }

    /// The chance that the way takes at most this long, where every time on it has a worst case:
    /// the usual case is taken for the middle, the worst for the 95th percentile.
    pub(super) fn chance(&self, target: Minutes) -> Option<f64> {
        let (parts, fixed) = self.parts.as_ref()?;
        if parts.is_empty() {
            return None;
        }
        Some(Lognormal::sum(parts, *fixed)?.at_most(f64::from(target.0)))
    }
}

/// A time that is not known is taken as none, as in every total; one without a worst case says
/// nothing of how it spreads.
fn with(
    (mut parts, fixed): (Vec<Lognormal>, f64),
    estimate: Option<&Estimate<Minutes>>,
) -> Option<(Vec<Lognormal>, f64)> {
    let usual = estimate.map_or(0, |it| it.usual.0);
    if usual == 0 {
        return Some((parts, fixed));
    }
    let worst = estimate?.worst?;
    parts.push(Lognormal::from_percentiles(f64::from(usual), f64::from(worst.0))?);
    Some((parts, fixed))
}

/// The same way in the current state, by what its ends descend from; itself where it is drawn there
/// already.
pub(super) fn today(document: &Document, way: EndToEnd) -> Option<EndToEnd> {
    Some(EndToEnd { from: ancestor(document, way.from)?, to: ancestor(document, way.to)? })
}

fn ancestor(document: &Document, step: StepId) -> Option<StepId> {
    let current =
        |step: &Step| document.state(step.state).is_some_and(|it| it.role == StateRole::Current);
    let mut seen = BTreeSet::new();
    let mut waiting = vec![step];
    while let Some(id) = waiting.pop() {
        let Some(step) = document.step(id).filter(|_| seen.insert(id)) else { continue };
        if current(step) {
            return Some(id);
        }
        waiting.extend(step.origin.iter().rev());
    }
    None
}
