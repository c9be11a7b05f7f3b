//! The registers of service levels: targets, pauses, escalation levels, and what is promised for a
//! whole way.

use super::case::Case;
use super::value::{Kind, Value};
use super::{Register, codes};
use analysis::EndToEndShown;
use model::{EscalationLevel, Handoff, PauseRule, Sla, SlaId, Stage, Target, TimeTarget};

/// What an agreement is called; without a name by its kind.
pub(super) fn named(case: &Case, sla: &Sla) -> Value {
    if sla.name.trim().is_empty() {
        case.word("slaKind", sla.kind_of.word())
    } else {
        Value::text(&sla.name)
    }
}

fn time(target: Option<TimeTarget>) -> Value {
    Value::minutes(target.map(|it| it.minutes))
}

/// The handoffs of this state that stand under an agreement, and the stages.
fn used_by(case: &Case, sla: SlaId) -> Value {
    let handoffs = case.handoffs().map(|(handoff, _)| handoff);
    let handoffs = handoffs.filter(|it| it.sla == Some(sla)).map(Handoff::name);
    let here = |it: &&Stage| it.state == case.state.id && it.sla == Some(sla);
    let stages = case.document.stages().filter(here);
    Value::list(handoffs.chain(stages.map(|it| case.place(Target::Stage(it.id)))))
}

/// What is agreed about handoffs and stages.
pub(super) fn slas(case: &Case) -> Register {
    let slas = case.document.slas().filter(|it| it.end_to_end.is_none());
    let rows: Vec<&Sla> = slas.filter(|it| case.tells_of_sla(it.id)).collect();
    case.table(
        "slas",
        &rows,
        &[
            ("name", Kind::Text, |case, it| named(case, it)),
            ("kind", Kind::Text, |case, it| case.word("slaKind", it.kind_of.word())),
            ("usedBy", Kind::Text, |case, it| used_by(case, it.id)),
            ("workClass", Kind::Text, |_, it| Value::text(&it.work_class)),
            ("conditions", Kind::Text, |_, it| Value::text(&it.conditions)),
            ("acknowledge", Kind::Time, |_, it| time(it.acknowledge)),
            ("acknowledgeClock", Kind::Text, |case, it| case.clock(it.acknowledge)),
            ("response", Kind::Time, |_, it| time(it.response)),
            ("responseClock", Kind::Text, |case, it| case.clock(it.response)),
            ("responseMeans", Kind::Text, |_, it| Value::text(&it.response_means)),
            ("responseStart", Kind::Text, |case, it| {
                case.event(it.response_start.filter(|_| it.response.is_some()))
            }),
            ("responseStop", Kind::Text, |case, it| {
                case.event(it.response_stop.filter(|_| it.response.is_some()))
            }),
            ("completion", Kind::Time, |_, it| time(it.completion)),
            ("completionClock", Kind::Text, |case, it| case.clock(it.completion)),
            ("completionFrom", Kind::Text, |case, it| {
                let from = it.completion.map(|_| codes::completion_from(it.completion_from));
                case.word_of("completionFrom", from)
            }),
            ("completionMeans", Kind::Text, |_, it| Value::text(&it.completion_means)),
            ("completionStop", Kind::Text, |case, it| {
                case.event(it.completion_stop.filter(|_| it.completion.is_some()))
            }),
            ("objective", Kind::Percent, |_, it| Value::share(it.objective)),
            ("completionObjective", Kind::Percent, |_, it| Value::share(it.completion_objective)),
            ("window", Kind::Text, |case, it| {
                case.word_of("window", it.objective_window.map(codes::window))
            }),
            ("qualityStandard", Kind::Text, |_, it| Value::text(&it.quality_standard)),
            ("quality", Kind::Percent, |_, it| Value::share(it.quality_complete_accurate)),
            ("calendar", Kind::Text, |case, it| super::people::calendar(case, it.calendar)),
            ("breach", Kind::Text, |_, it| Value::text(&it.breach_consequence)),
            ("source", Kind::Text, |_, it| Value::text(&it.measurement_source)),
            ("exclusions", Kind::Text, |_, it| Value::text(&it.exclusions)),
            ("owner", Kind::Text, |case, it| case.role(it.owner)),
            ("effectiveFrom", Kind::Date, |_, it| Value::date(&it.effective_from)),
            ("reviewDate", Kind::Date, |_, it| Value::date(&it.review_date)),
            ("version", Kind::Text, |_, it| Value::text(&it.version)),
            ("signatures", Kind::Text, |_, it| signed(it)),
            ("status", Kind::Text, |case, it| case.word("status", it.status.word())),
        ],
    )
}

fn signed(sla: &Sla) -> Value {
    Value::list(sla.signatures.iter().map(|it| match it.date.as_str() {
        "" => it.name.clone(),
        date => format!("{} ({date})", it.name),
    }))
}

/// When clocks may stop.
pub(super) fn pauses(case: &Case) -> Register {
    let mut rows: Vec<(&Sla, &PauseRule)> = Vec::new();
    for sla in case.document.slas().filter(|it| case.tells_of_sla(it.id)) {
        rows.extend(sla.pauses.iter().map(|pause| (sla, pause)));
    }
    case.table(
        "slaPauses",
        &rows,
        &[
            ("sla", Kind::Text, |case, (sla, _)| named(case, sla)),
            ("reason", Kind::Text, |_, (_, it)| Value::text(&it.reason)),
            ("setBy", Kind::Text, |_, (_, it)| Value::text(&it.set_by)),
            ("evidence", Kind::Text, |_, (_, it)| Value::text(&it.evidence)),
            ("cap", Kind::Time, |_, (_, it)| Value::minutes(it.cap)),
            ("autoResume", Kind::Text, |_, (_, it)| Value::text(&it.auto_resume)),
            ("cause", Kind::Text, |case, (_, it)| case.cause(it.cause)),
        ],
    )
}

/// Whom to tell when.
pub(super) fn escalations(case: &Case) -> Register {
    let mut rows: Vec<(&Sla, usize, &EscalationLevel)> = Vec::new();
    for sla in case.document.slas().filter(|it| case.tells_of_sla(it.id)) {
        rows.extend(sla.escalations.iter().enumerate().map(|(at, level)| (sla, at, level)));
    }
    case.table(
        "slaEscalations",
        &rows,
        &[
            ("sla", Kind::Text, |case, (sla, ..)| named(case, sla)),
            ("level", Kind::Number, |_, (_, at, _)| Value::count(at + 1)),
            // A level fires at a part of the target, or at a time before or after it is due.
            ("atPercent", Kind::Percent, |_, (.., it)| match it.offset {
                None => Value::Percent(f64::from(it.at_percent) / 100.0),
                Some(_) => Value::Empty,
            }),
            ("offset", Kind::Time, |_, (.., it)| Value::minutes(it.offset)),
            ("escalationKind", Kind::Text, |case, (.., it)| {
                let kind = if it.hierarchical { "hierarchical" } else { "functional" };
                case.word("escalation", kind)
            }),
            ("notify", Kind::Text, |case, (.., it)| case.role(it.notify)),
            ("contact", Kind::Text, |_, (.., it)| Value::text(&it.contact)),
            ("action", Kind::Text, |_, (.., it)| Value::text(&it.action)),
            ("channel", Kind::Text, |_, (.., it)| Value::text(&it.channel)),
        ],
    )
}

/// How long a whole way may take.
fn promised(sla: &Sla) -> Option<TimeTarget> {
    sla.completion.or(sla.response)
}

/// What is promised for a whole way of this state, with what it rests on where a way is drawn.
pub(super) fn promises(case: &Case) -> Register {
    let shown = analysis::promises(case.document, case.state.id, case.language);
    let here = |sla: &&Sla| {
        let from = sla.end_to_end.and_then(|way| case.document.step(way.from));
        from.is_some_and(|step| step.state == case.state.id)
    };
    let rows: Vec<(&Sla, Option<&EndToEndShown>)> = case
        .document
        .slas()
        .filter(here)
        .map(|sla| (sla, shown.iter().find(|it| it.sla == sla.id)))
        .collect();
    case.table(
        "promises",
        &rows,
        &[
            ("name", Kind::Text, |case, (sla, _)| named(case, sla)),
            ("fromStep", Kind::Text, |case, (sla, _)| {
                sla.end_to_end.map_or(Value::Empty, |way| case.step(way.from))
            }),
            ("toStep", Kind::Text, |case, (sla, _)| {
                sla.end_to_end.map_or(Value::Empty, |way| case.step(way.to))
            }),
            ("target", Kind::Time, |_, (sla, _)| time(promised(sla))),
            ("clock", Kind::Text, |case, (sla, _)| case.clock(promised(sla))),
            ("objective", Kind::Percent, |_, (sla, _)| {
                Value::share(sla.completion_objective.or(sla.objective))
            }),
            ("sum", Kind::Time, |_, (_, it)| Value::minutes(it.map(|it| it.sum))),
            ("headroom", Kind::Time, |_, (_, it)| {
                it.map_or(Value::Empty, |it| Value::Minutes(it.headroom.into()))
            }),
            ("union", Kind::Percent, |_, (_, it)| Value::fraction(it.map(|it| it.union))),
            ("product", Kind::Percent, |_, (_, it)| Value::fraction(it.map(|it| it.product))),
            ("nominal", Kind::Time, |_, (_, it)| Value::minutes(it.and_then(|it| it.nominal))),
            ("today", Kind::Time, |_, (_, it)| Value::minutes(it.and_then(|it| it.usual_today))),
            ("likely", Kind::Percent, |_, (_, it)| Value::fraction(it.and_then(|it| it.likely))),
            ("calendar", Kind::Text, |case, (sla, _)| super::people::calendar(case, sla.calendar)),
            ("owner", Kind::Text, |case, (sla, _)| case.role(sla.owner)),
            ("status", Kind::Text, |case, (sla, _)| case.word("status", sla.status.word())),
        ],
    )
}
