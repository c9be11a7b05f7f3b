//! The registers of what is drawn: steps, connectors, stages.

use super::Register;
use super::case::Case;
use super::service;
use super::value::{Kind, Value};
use model::{Connector, Share, Stage, Step, Target, ValueClass};

/// The steps from left to right, starts, ends and decisions among them.
pub(super) fn steps(case: &Case) -> Register {
    let steps = case.document.steps_of(case.state.id);
    let mut rows: Vec<&Step> = steps.filter(|it| case.tells_of_step(it.id)).collect();
    rows.sort_by_key(|step| (step.place.x, step.id));
    case.table(
        "steps",
        &rows,
        &[
            ("team", Kind::Text, |case, it| case.team_of(it.id)),
            ("name", Kind::Text, |case, it| Value::text(case.step_name(it))),
            ("code", Kind::Text, |_, it| Value::text(&it.code)),
            ("kind", Kind::Text, |case, it| case.word("stepKind", it.shape.word())),
            ("stage", Kind::Text, |case, it| {
                it.stage.map_or(Value::Empty, |id| Value::text(case.place(Target::Stage(id))))
            }),
            ("processTime", Kind::Time, |_, it| Value::usual(&it.process_time)),
            ("processBest", Kind::Time, |_, it| Value::best(&it.process_time)),
            ("processWorst", Kind::Time, |_, it| Value::worst(&it.process_time)),
            ("processConfidence", Kind::Text, |case, it| case.confidence(&it.process_time)),
            ("processSample", Kind::Number, |_, it| Value::sample(&it.process_time)),
            ("processSaidBy", Kind::Text, |_, it| Value::said_by(&it.process_time)),
            ("span", Kind::Time, |_, it| Value::usual(&it.span)),
            ("people", Kind::Number, |_, it| Value::number(it.people)),
            ("peopleConfidence", Kind::Text, |case, it| {
                case.known(&Some(it.people), &it.people_known)
            }),
            ("peopleSaidBy", Kind::Text, |_, it| {
                Value::known_by(&Some(it.people), &it.people_known)
            }),
            ("completeAccurate", Kind::Percent, |_, it| {
                Value::share(it.complete_accurate.as_ref().map(|it| it.usual))
            }),
            ("completeAccurateByGiver", Kind::Percent, |_, it| {
                let said: Option<Share> = it.complete_accurate_by_giver.as_ref().map(|it| it.usual);
                Value::share(said)
            }),
            ("completeAccurateConfidence", Kind::Text, |case, it| {
                case.confidence(&it.complete_accurate)
            }),
            ("completeAccurateSaidBy", Kind::Text, |_, it| Value::said_by(&it.complete_accurate)),
            ("value", Kind::Text, |case, it| case.word_of("value", it.value.map(ValueClass::word))),
            ("systems", Kind::Text, |_, it| Value::list(&it.systems)),
            ("accountable", Kind::Text, |case, it| case.role(it.accountable)),
            ("performers", Kind::Text, |_, it| Value::list(&it.performers)),
            ("backup", Kind::Text, |_, it| Value::text(&it.backup)),
            ("inputs", Kind::Text, |_, it| Value::list(&it.inputs)),
            ("outputs", Kind::Text, |_, it| Value::list(&it.outputs)),
            ("procedure", Kind::Text, |_, it| Value::text(&it.procedure)),
            ("deadEnd", Kind::YesNo, |_, it| Value::YesNo(it.dead_end)),
            ("notes", Kind::Text, |_, it| Value::text(&it.notes)),
        ],
    )
}

/// The connectors in the order of the steps they come from.
pub(super) fn connectors(case: &Case) -> Register {
    let all = case.document.connectors_of(case.state.id);
    let mut rows: Vec<&Connector> = all.filter(|it| case.tells_of_flow(it)).collect();
    let along = |id| case.document.step(id).map(|step| (step.place.x, step.id));
    rows.sort_by_key(|it| (along(it.from), along(it.to), it.id));
    case.table(
        "connectors",
        &rows,
        &[
            ("fromTeam", Kind::Text, |case, it| case.team_of(it.from)),
            ("fromStep", Kind::Text, |case, it| case.step(it.from)),
            ("toTeam", Kind::Text, |case, it| case.team_of(it.to)),
            ("toStep", Kind::Text, |case, it| case.step(it.to)),
            ("handoff", Kind::Text, |case, it| {
                case.document.handoff_at(it).map_or(Value::Empty, |it| Value::text(it.name()))
            }),
            ("flow", Kind::Text, |case, it| case.word("flow", it.flow.word())),
            ("probability", Kind::Percent, |_, it| Value::share(it.probability)),
            ("probabilityConfidence", Kind::Text, |case, it| {
                case.known(&it.probability, &it.probability_known)
            }),
            ("probabilitySaidBy", Kind::Text, |_, it| {
                Value::known_by(&it.probability, &it.probability_known)
            }),
            ("primary", Kind::YesNo, |_, it| Value::YesNo(it.primary)),
            ("label", Kind::Text, |_, it| Value::text(&it.label)),
            ("code", Kind::Text, |_, it| Value::text(&it.code)),
            ("waitUsual", Kind::Time, |_, it| Value::usual(&it.wait)),
            ("waitBest", Kind::Time, |_, it| Value::best(&it.wait)),
            ("waitWorst", Kind::Time, |_, it| Value::worst(&it.wait)),
            ("waitConfidence", Kind::Text, |case, it| case.confidence(&it.wait)),
            ("waitSample", Kind::Number, |_, it| Value::sample(&it.wait)),
            ("waitSaidBy", Kind::Text, |_, it| Value::said_by(&it.wait)),
            ("cause", Kind::Text, |case, it| case.cause(it.cause)),
            ("causeNote", Kind::Text, |_, it| Value::text(&it.cause_note)),
            ("batchInterval", Kind::Time, |_, it| Value::minutes(it.batch_interval)),
            ("batchIntervalConfidence", Kind::Text, |case, it| {
                case.known(&it.batch_interval, &it.batch_interval_known)
            }),
            ("batchIntervalSaidBy", Kind::Text, |_, it| {
                Value::known_by(&it.batch_interval, &it.batch_interval_known)
            }),
            ("channel", Kind::Text, |_, it| Value::text(&it.channel)),
        ],
    )
}

/// The stages in their order.
pub(super) fn stages(case: &Case) -> Register {
    let here = |it: &&Stage| it.state == case.state.id;
    let mut rows: Vec<&Stage> = case.document.stages().filter(here).collect();
    rows.sort_by_key(|it| (it.order, it.id));
    case.table(
        "stages",
        &rows,
        &[
            ("order", Kind::Number, |_, it| Value::number(u32::from(it.order) + 1)),
            ("name", Kind::Text, |case, it| Value::text(case.place(Target::Stage(it.id)))),
            ("sla", Kind::Text, |case, it| {
                let sla = it.sla.and_then(|id| case.document.sla(id));
                sla.map_or(Value::Empty, |sla| service::named(case, sla))
            }),
        ],
    )
}
