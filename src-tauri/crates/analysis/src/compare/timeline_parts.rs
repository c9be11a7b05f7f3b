//! Why the figures of the Timeline differ. A step or connector accounts for what it adds afterwards
//! less what it added before, so the parts add up to the difference and depend on no order (Baton's
//! rule). A product is parted by logarithms (logarithmic mean Divisia index, B. W. Ang, 2005), which
//! leaves no rest either.

use super::subject::{Parts, Subjects};
use crate::graph::Graph;
use crate::scenario::Scenario;
use crate::{PathElement, Timeline};
use model::RecordId;

/// Minutes on the critical path.
pub(super) fn lead_time(subjects: &Subjects, before: &Timeline, after: &Timeline) -> Parts {
    let mut parts = Parts::default();
    for (timeline, sign) in [(before, -1.0), (after, 1.0)] {
        for element in &timeline.path {
            let (id, minutes): (RecordId, i64) = match *element {
                PathElement::Step { step, span, .. } => (step.into(), span),
                PathElement::Wait { connector, wait, .. } => (connector.into(), wait),
            };
            parts.add(subjects.get(id), sign * minutes as f64);
        }
    }
    parts
}

/// Process time on the critical path.
pub(super) fn process_time(subjects: &Subjects, before: &Timeline, after: &Timeline) -> Parts {
    let mut parts = Parts::default();
    for (timeline, sign) in [(before, -1.0), (after, 1.0)] {
        for element in &timeline.path {
            if let PathElement::Step { step, process_time, .. } = *element {
                parts.add(subjects.get(step), sign * process_time as f64);
            }
        }
    }
    parts
}

/// Handoffs of the scenario.
pub(super) fn handoffs(subjects: &Subjects, before: &Graph, after: &Graph) -> Parts {
    let mut parts = Parts::default();
    for (graph, sign) in [(before, -1.0), (after, 1.0)] {
        let scenario = Scenario::of(graph);
        for node in scenario.order.iter().copied() {
            for link in scenario.out_of(node).filter(|link| link.weight().crosses) {
                parts.add(subjects.get(link.weight().connector.id), sign);
            }
        }
    }
    parts
}

/// Points of rolled %C&A over the steps of the scenario.
pub(super) fn complete_accurate(subjects: &Subjects, before: &Graph, after: &Graph) -> Parts {
    let mut factors: [Parts; 2] = [Parts::default(), Parts::default()];
    for (graph, side) in [before, after].into_iter().zip(&mut factors) {
        for node in Scenario::of(graph).order {
            let step = graph.step(node);
            let judged = step.complete_accurate.as_ref().map(|it| it.usual.fraction());
            if let (Some(judged), Some(subject)) = (judged, subjects.get(step.id)) {
                *side.0.entry(subject).or_insert(1.0) *= judged;
            }
        }
    }
    let [before, after] = factors;
    let product = |parts: &Parts| 100.0 * parts.0.values().product::<f64>();
    let subjects: std::collections::BTreeSet<_> =
        before.0.keys().chain(after.0.keys()).copied().collect();
    let at = |parts: &Parts, subject| parts.0.get(subject).copied().unwrap_or(1.0);
    let pairs: Vec<_> = subjects.iter().map(|it| (*it, at(&before, it), at(&after, it))).collect();
    let mut parts = Parts::default();
    for (subject, by) in by_logarithms(&pairs, product(&before), product(&after)) {
        parts.add(Some(subject), by);
    }
    parts
}

/// Parts the difference of two products by their factors. A factor of nothing outweighs all others:
/// those that became or were nothing share the difference evenly, which is the limit of the rule.
fn by_logarithms<T: Copy>(pairs: &[(T, f64, f64)], before: f64, after: f64) -> Vec<(T, f64)> {
    let difference = after - before;
    if before > 0.0 && after > 0.0 {
        let ratio = libm::log(after / before);
        let mean = if ratio.abs() < 1e-12 { after } else { difference / ratio };
        return pairs.iter().map(|(it, old, new)| (*it, mean * libm::log(new / old))).collect();
    }
    let turned = |(_, old, new): &&(T, f64, f64)| (*old == 0.0) != (*new == 0.0);
    let count = pairs.iter().filter(turned).count().max(1) as f64;
    pairs.iter().filter(turned).map(|(it, ..)| (*it, difference / count)).collect()
}
