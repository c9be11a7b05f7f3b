//! How times are said where words stand beside the figures: SLA-018, 019. A target itself always
//! says in which minutes it counts; its conditions and its triggers are free text.

use super::case::Case;
use super::report::Report;
use super::rules::*;
use super::service::Service;
use super::words::{bare_days, some_time};

pub(super) fn check(case: &Case, report: &mut Report) {
    for service in &case.services {
        if let Some(text) = texts(service).into_iter().find(|text| bare_days(text)) {
            service.find(
                SLA_018,
                &format!("counts in days, and not in which: “{}”", text.trim()),
                "Write business days or calendar days.",
                report,
            );
        }
        if let Some(words) = texts(service).into_iter().find_map(|text| some_time(text)) {
            let hint = "Write how long, and in which minutes.";
            service.find(SLA_019, &format!("says “{words}”, which is no time"), hint, report);
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
                format!("{} says “{words}”, which is no time.", crossing.name),
                "Write the event that tells the receiver, or how long.",
            );
        }
    }
}

fn texts<'s>(service: &'s Service) -> [&'s str; 4] {
    let sla = service.sla;
    [&sla.name, &sla.conditions, &sla.response_means, &sla.completion_means]
}
