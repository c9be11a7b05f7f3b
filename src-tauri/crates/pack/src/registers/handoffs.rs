//! The register of handoffs: what passes between whom, how long it waits, and what is agreed.

use super::case::Case;
use super::value::{Kind, Value};
use super::{Register, codes};
use analysis::Readiness;
use model::{Acceptance, Check, Connector, ConnectorKind, FollowUp, Handoff, Sla};

/// A handoff with what it stands on.
struct Passing<'a> {
    handoff: &'a Handoff,
    connector: &'a Connector,
    sla: Option<&'a Sla>,
    /// Absent for what goes back.
    readiness: Option<&'a Readiness>,
}

impl Passing<'_> {
    fn open(&self) -> Option<Vec<Check>> {
        let met = &self.readiness?.met;
        Some(Check::ALL.iter().copied().filter(|check| !met.contains(check)).collect())
    }
}

/// Every handoff of the state by its number, those that go back among them.
pub(super) fn handoffs<'a>(case: &Case<'a>) -> Register {
    let passing = |(handoff, connector): (&'a Handoff, &'a Connector)| Passing {
        handoff,
        connector,
        sla: handoff.sla.and_then(|id| case.document.sla(id)),
        readiness: case.figures.readiness.get(&handoff.id),
    };
    let rows: Vec<Passing> = case.handoffs().map(passing).collect();
    case.table(
        "handoffs",
        &rows,
        &[
            ("number", Kind::Text, |_, it| Value::text(it.handoff.name())),
            ("direction", Kind::Text, |case, it| {
                let back = it.connector.flow == ConnectorKind::Rework;
                case.word("direction", if back { "back" } else { "forward" })
            }),
            ("fromTeam", Kind::Text, |case, it| case.team_of(it.connector.from)),
            ("fromStep", Kind::Text, |case, it| case.step(it.connector.from)),
            ("toTeam", Kind::Text, |case, it| case.team_of(it.connector.to)),
            ("toStep", Kind::Text, |case, it| case.step(it.connector.to)),
            ("passes", Kind::Text, |_, it| Value::text(&it.handoff.passes)),
            ("trigger", Kind::Text, |_, it| Value::text(&it.handoff.trigger)),
            ("channel", Kind::Text, |_, it| Value::text(&it.connector.channel)),
            ("label", Kind::Text, |_, it| Value::text(&it.connector.label)),
            ("probability", Kind::Percent, |_, it| Value::share(it.connector.probability)),
            ("probabilityConfidence", Kind::Text, |case, it| {
                case.known(&it.connector.probability, &it.connector.probability_known)
            }),
            ("probabilitySaidBy", Kind::Text, |_, it| {
                Value::known_by(&it.connector.probability, &it.connector.probability_known)
            }),
            ("waitUsual", Kind::Time, |_, it| Value::usual(&it.connector.wait)),
            ("waitBest", Kind::Time, |_, it| Value::best(&it.connector.wait)),
            ("waitWorst", Kind::Time, |_, it| Value::worst(&it.connector.wait)),
            ("waitConfidence", Kind::Text, |case, it| case.confidence(&it.connector.wait)),
            ("waitSample", Kind::Number, |_, it| Value::sample(&it.connector.wait)),
            ("waitSaidBy", Kind::Text, |_, it| Value::said_by(&it.connector.wait)),
            ("cause", Kind::Text, |case, it| case.cause(it.connector.cause)),
            ("causeNote", Kind::Text, |_, it| Value::text(&it.connector.cause_note)),
            ("sendingRole", Kind::Text, |case, it| case.role(it.handoff.sending_role)),
            ("receivingRole", Kind::Text, |case, it| case.role(it.handoff.receiving_role)),
            ("accountable", Kind::Text, |case, it| case.role(it.handoff.accountable)),
            ("assignment", Kind::Text, |_, it| Value::text(&it.handoff.assignment)),
            ("followUp", Kind::Text, |case, it| {
                case.word_of("followUp", it.handoff.follow_up.map(FollowUp::word))
            }),
            ("acceptance", Kind::Text, |case, it| {
                case.word_of("acceptance", it.handoff.acceptance.map(Acceptance::word))
            }),
            ("returnRoute", Kind::Text, |_, it| Value::text(&it.handoff.return_route)),
            ("returnReasons", Kind::Text, |_, it| Value::list(&it.handoff.return_reasons)),
            ("template", Kind::Text, |case, it| {
                let template = it.handoff.template.and_then(|id| case.document.template(id));
                template.map_or(Value::Empty, |it| Value::text(&it.name))
            }),
            ("sla", Kind::Text, |case, it| {
                it.sla.map_or(Value::Empty, |sla| super::service::named(case, sla))
            }),
            ("response", Kind::Time, |_, it| {
                Value::minutes(it.sla.and_then(|sla| sla.response).map(|it| it.minutes))
            }),
            ("responseClock", Kind::Text, |case, it| {
                case.clock(it.sla.and_then(|sla| sla.response))
            }),
            ("completion", Kind::Time, |_, it| {
                Value::minutes(it.sla.and_then(|sla| sla.completion).map(|it| it.minutes))
            }),
            ("completionClock", Kind::Text, |case, it| {
                case.clock(it.sla.and_then(|sla| sla.completion))
            }),
            ("completionFrom", Kind::Text, |case, it| {
                let sla = it.sla.filter(|sla| sla.completion.is_some());
                let from = sla.map(|sla| codes::completion_from(sla.completion_from));
                case.word_of("completionFrom", from)
            }),
            ("escalation", Kind::Text, |_, it| Value::text(&it.handoff.escalation)),
            ("contingency", Kind::Text, |_, it| Value::text(&it.handoff.contingency)),
            ("procedure", Kind::Text, |_, it| Value::text(&it.handoff.procedure)),
            ("procedureOwner", Kind::Text, |case, it| case.role(it.handoff.procedure_owner)),
            ("procedureVersion", Kind::Text, |_, it| Value::text(&it.handoff.procedure_version)),
            ("procedureReview", Kind::Date, |_, it| Value::date(&it.handoff.procedure_review)),
            ("contacts", Kind::Text, |_, it| Value::text(&it.handoff.contacts)),
            ("measures", Kind::Text, |_, it| Value::text(&it.handoff.measures)),
            ("handoffType", Kind::Text, |_, it| Value::text(&it.handoff.handoff_type)),
            ("varies", Kind::YesNo, |_, it| Value::YesNo(it.handoff.varies)),
            ("status", Kind::Text, |case, it| case.word("status", it.handoff.status.word())),
            ("readiness", Kind::Number, |_, it| {
                it.readiness.map_or(Value::Empty, |it| Value::count(it.met.len()))
            }),
            ("openChecks", Kind::Text, |case, it| {
                let open = it.open().unwrap_or_default();
                case.words_of("check", open.iter().map(|it| it.word()))
            }),
        ],
    )
}
