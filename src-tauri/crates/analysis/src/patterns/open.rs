//! The rules of domain.md 6.3 that no pattern makes true by itself, as far as a map shows whether they
//! hold: where they do not, somebody has to decide.

use crate::graph::{Graph, Way};
use crate::readiness::Agreements;
use model::{Acceptance, Check, Connector, DelayCause, Document, Handoff, HandoffId, StateId};
use serde::Serialize;
use ts_rs::TS;

/// A rule that is agreed, not drawn.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export_to = "contract.ts")]
pub enum FutureRule {
    /// 5: one owner, and an assignment rule instead of an inbox.
    OneOwner,
    /// 9: response and completion target in a stated calendar.
    Targets,
    /// 10: what waits is seen, and escalated before it is late.
    Escalation,
    /// 12: first in, first out.
    FirstInFirstOut,
}

/// Where such a rule does not hold.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export_to = "contract.ts")]
pub struct OpenRule {
    /// Which.
    pub rule: FutureRule,
    /// Where, by number.
    pub handoffs: Vec<HandoffId>,
}

/// Where the rules that no pattern makes true do not hold.
pub fn open_rules(document: &Document, state: StateId) -> Vec<OpenRule> {
    use FutureRule::{Escalation, FirstInFirstOut, OneOwner, Targets};
    let graph = Graph::of(document, state);
    let agreements = Agreements::of(document);
    let forward = graph.net.edge_weights().filter(|it| it.crosses && it.way != Way::Rework);
    let handoffs =
        forward.filter_map(|it| Some((document.handoff_record(it.connector.id)?, it.connector)));
    let mut handoffs: Vec<(&Handoff, &Connector)> = handoffs.collect();
    handoffs.sort_by_key(|(it, _)| it.number);
    let all = [OneOwner, Targets, Escalation, FirstInFirstOut];
    let open = |rule| {
        let open = handoffs.iter().filter(|(it, way)| !holds(&agreements, document, rule, it, way));
        OpenRule { rule, handoffs: open.map(|(it, _)| it.id).collect() }
    };
    all.into_iter().map(open).collect()
}

fn holds(
    agreements: &Agreements,
    document: &Document,
    rule: FutureRule,
    handoff: &Handoff,
    way: &Connector,
) -> bool {
    let meets = |check| agreements.meets(handoff, check);
    match rule {
        FutureRule::OneOwner => meets(Check::Owner) && meets(Check::Receiver),
        FutureRule::Targets => {
            let sla = handoff.sla.and_then(|it| document.sla(it));
            meets(Check::Response)
                && meets(Check::Completion)
                && sla.is_none_or(|it| it.calendar.is_some())
        }
        // What nobody noticed or took was in no queue that anybody saw.
        FutureRule::Escalation => {
            let unseen = matches!(way.cause, Some(DelayCause::Unnoticed | DelayCause::Unassigned));
            let taken = handoff.acceptance == Some(Acceptance::Explicit);
            meets(Check::Escalation) && (!unseen || taken)
        }
        // Whoever waits because others were chosen first does not wait in turn.
        FutureRule::FirstInFirstOut => way.cause != Some(DelayCause::Priority),
    }
}
