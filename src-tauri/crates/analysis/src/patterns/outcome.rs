//! What a pattern changes in the figures, by planning it on a copy: what is told is what will be.

use super::shown::{AssumedValue, FoundPattern};
use crate::expected::expected;
use crate::figures::{Finding, Severity};
use crate::findings::checked;
use crate::graph::Graph;
use crate::language::Language;
use crate::network::one_person_share;
use crate::timeline::count;
use model::{Document, Refusal, StateId, plan};
use serde::Serialize;
use ts_rs::TS;

/// The figures that patterns are chosen by. Minutes are of the clock of the process.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export_to = "contract.ts")]
pub struct Outcome {
    /// Timeline: lead time once through.
    pub lead_time: Option<i64>,
    /// Expected lead time; absent where only a simulation can tell.
    pub expected: Option<f64>,
    /// Timeline: rolled %C&A, in percent.
    pub complete_accurate: Option<f64>,
    /// Handoffs on the map, forward.
    pub handoffs: u32,
    /// Returns per item.
    pub returns: Option<f64>,
    /// Errors and warnings that are open, as they are counted everywhere.
    pub checks: u32,
    /// How ready the handoffs are, 0 to 100.
    pub readiness: Option<f64>,
    /// Work that one person alone can do, in percent of all.
    pub one_person: Option<f64>,
}

/// What a pattern would give, with what it assumes.
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export_to = "contract.ts")]
pub struct PatternTried {
    /// In the order of the pattern.
    pub assumptions: Vec<AssumedValue>,
    /// As it is.
    pub before: Outcome,
    /// As it would be.
    pub after: Outcome,
}

impl Outcome {
    /// The figures of a state, on a day: some checks ask what is overdue.
    pub fn of(document: &Document, state: StateId, today: Option<&str>) -> Outcome {
        let (figures, findings) = checked(document, state, today, Language::English);
        let expected = expected(document, state).ok();
        let graph = Graph::of(document, state);
        let open = |it: &&Finding| it.waived.is_none() && it.severity != Severity::Info;
        Outcome {
            lead_time: figures.timeline.as_ref().map(|it| it.lead_time),
            expected: expected.as_ref().and_then(|it| it.lead_time.minutes()),
            complete_accurate: figures.timeline.and_then(|it| it.rolled_complete_accurate),
            handoffs: figures.handoffs,
            returns: expected.as_ref().map(|it| it.returns),
            checks: count(findings.iter().filter(open).count()),
            readiness: figures.readiness_score,
            one_person: expected.as_ref().and_then(|it| one_person_share(&graph, it)),
        }
    }
}

/// What a pattern found on a document would give.
///
/// # Errors
/// It may not be applied.
pub fn tried(
    document: &Document,
    state: StateId,
    pattern: FoundPattern,
    today: Option<&str>,
) -> Result<PatternTried, Refusal> {
    let after = plan(document, &pattern.command())?.document;
    Ok(PatternTried {
        assumptions: pattern.assumptions,
        before: Outcome::of(document, state, today),
        after: Outcome::of(&after, state, today),
    })
}
