//! How times are said where words stand beside the figures: SLA-018, 019. A target itself always
//! says in which minutes it counts; its conditions and its triggers are free text.

use super::case::Case;
use super::report::Report;
use super::rules::*;
use super::say::say;
use super::service::Service;
use super::words::{bare_days, some_time};

pub(super) fn check(case: &Case, report: &mut Report) {
    for service in &case.services {
        if let Some(text) = texts(service).into_iter().find(|text| bare_days(text)) {
            service.find(
                SLA_018,
                &say!(
                    case,
                    "counts in days, and not in which: “{text}”",
                    "zählt in Tagen, und nicht in welchen: „{text}“",
                    text = text.trim()
                ),
                case.language.pick(
                    "Write business days or calendar days.",
                    "Schreiben Sie Arbeitstage oder Kalendertage.",
                ),
                report,
            );
        }
        if let Some(words) = texts(service).into_iter().find_map(|text| some_time(text)) {
            let hint = case.language.pick(
                "Write how long, and in which minutes.",
                "Schreiben Sie, wie lange, und in welchen Minuten.",
            );
            service.find(
                SLA_019,
                &say!(
                    case,
                    "says “{words}”, which is no time",
                    "sagt „{words}“, und das ist keine Zeit"
                ),
                hint,
                report,
            );
        }
    }
    for crossing in &case.crossings {
        let handoff = crossing.handoff;
        let words =
            [&handoff.trigger, &handoff.escalation].into_iter().find_map(|it| some_time(it));
        if let Some(words) = words {
            report.add(
                SLA_019,
                [handoff.id],
                say!(
                    case,
                    "{name} says “{words}”, which is no time.",
                    "{name} sagt „{words}“, und das ist keine Zeit.",
                    name = crossing.name
                ),
                case.language.pick(
                    "Write the event that tells the receiver, or how long.",
                    "Schreiben Sie das Ereignis, das es dem Empfänger sagt, oder wie lange.",
                ),
            );
        }
    }
}

fn texts<'s>(service: &'s Service) -> [&'s str; 4] {
    let sla = service.sla;
    [&sla.name, &sla.conditions, &sla.response_means, &sla.completion_means]
}
