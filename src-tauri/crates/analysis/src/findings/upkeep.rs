//! How service levels are kept: pauses, escalation, measurement, owner, review, quality: SLA-011,
//! 012, 015, 016, 017.

use super::case::Case;
use super::day::number;
use super::names;
use super::report::Report;
use super::rules::*;
use super::service::Service;
use model::{DelayCause, EscalationLevel, PauseRule};

pub(super) fn check(case: &Case, report: &mut Report) {
    for service in &case.services {
        pauses(service, report);
        escalation(case, service, report);
        let sla = service.sla;
        if sla.measurement_source.trim().is_empty() {
            let hint = "Name the system or the sheet that has the times.";
            service.find(SLA_015, "does not say where its times come from", hint, report);
        }
        upkeep(case, service, report);
        if sla.quality_standard.trim().is_empty() && sla.quality_complete_accurate.is_none() {
            service.find(
                SLA_017,
                "has no quality standard",
                "Say which quality the package must have, such as 95 %C&A: fast is not enough.",
                report,
            );
        }
    }
}

/// Causes that the receiver can help: they stop no clock (domain.md 3.3).
const INTERNAL: &[DelayCause] = &[
    DelayCause::Queue,
    DelayCause::Priority,
    DelayCause::OffShift,
    DelayCause::Batch,
    DelayCause::Approval,
    DelayCause::Rework,
    DelayCause::PingPong,
    DelayCause::Unassigned,
    DelayCause::Unnoticed,
    DelayCause::Capacity,
    DelayCause::System,
];

fn pauses(service: &Service, report: &mut Report) {
    let wrong = |pause: &PauseRule| {
        let missing = [
            pause.cap.is_none().then_some("has no limit"),
            pause.evidence.trim().is_empty().then_some("needs no evidence"),
            pause.cause.is_some_and(|it| INTERNAL.contains(&it)).then_some("is ours to help"),
        ];
        let missing: Vec<String> = missing.into_iter().flatten().map(str::to_owned).collect();
        let reason = pause.reason.trim();
        (!missing.is_empty()).then(|| format!("“{reason}” {}", names::list(&missing)))
    };
    let found: Vec<String> = service.sla.pauses.iter().filter_map(wrong).collect();
    if !found.is_empty() {
        service.find(
            SLA_011,
            &format!("may stop its clock too easily: {}", names::list(&found)),
            "Limit each pause, say what shows it, and pause only for what others cause.",
            report,
        );
    }
}

/// SLA-012: at 100 % the target is still met (domain.md 3.7), so a level there comes in time.
fn escalation(case: &Case, service: &Service, report: &mut Report) {
    let levels = &service.sla.escalations;
    let latest = case.limit(SLA_012);
    let in_time = |level: &EscalationLevel| match level.offset {
        Some(minutes) => minutes.0 <= 0,
        None => f64::from(level.at_percent) <= latest,
    };
    let what = match levels.as_slice() {
        [] => "tells nobody when it is late",
        some if !some.iter().any(in_time) => "tells somebody only when it is too late",
        _ => return,
    };
    let hint = "Tell somebody who can help while there is time, at 75 % of the target.";
    service.find(SLA_012, what, hint, report);
}

fn upkeep(case: &Case, service: &Service, report: &mut Report) {
    let sla = service.sla;
    let review = sla.review_date.trim();
    let overdue = || number(review).zip(case.today).is_some_and(|(review, today)| review < today);
    let what = match (sla.owner.is_some(), review.is_empty()) {
        (false, true) => "has neither an owner nor a date of review".to_owned(),
        (false, false) => "has no owner".to_owned(),
        (true, true) => "has no date of review".to_owned(),
        (true, false) if overdue() => format!("was to be reviewed on {review}"),
        (true, false) => return,
    };
    let hint = "Name the role that looks after it, and when it is looked at again.";
    service.find(SLA_016, &what, hint, report);
}
