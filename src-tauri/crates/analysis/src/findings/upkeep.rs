//! How service levels are kept: pauses, escalation, measurement, owner, review, quality: SLA-011,
//! 012, 015, 016, 017.

use super::case::Case;
use super::day::number;
use super::names;
use super::report::Report;
use super::rules::*;
use super::say::say;
use super::service::Service;
use model::{DelayCause, EscalationLevel, PauseRule};

pub(super) fn check(case: &Case, report: &mut Report) {
    for service in &case.services {
        pauses(case, service, report);
        escalation(case, service, report);
        let sla = service.sla;
        if sla.measurement_source.trim().is_empty() {
            let hint = case.language.pick(
                "Name the system or the sheet that has the times.",
                "Nennen Sie das System oder die Liste, worin die Zeiten stehen.",
            );
            service.find(
                SLA_015,
                case.language.pick(
                    "does not say where its times come from",
                    "sagt nicht, woher ihre Zeiten kommen",
                ),
                hint,
                report,
            );
        }
        upkeep(case, service, report);
        if sla.quality_standard.trim().is_empty() && sla.quality_complete_accurate.is_none() {
            service.find(
                SLA_017,
                case.language.pick("has no quality standard", "hat keinen Qualitätsmaßstab"),
                case.language.pick(
                    "Say which quality the package must have, such as 95 %C&A: fast is not \
                 enough.",
                    "Sagen Sie, welche Qualität das Übergebene haben muss, etwa 95 %C&A: schnell \
                 genügt nicht.",
                ),
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

fn pauses(case: &Case, service: &Service, report: &mut Report) {
    let wrong = |pause: &PauseRule| {
        let missing = [
            pause.cap.is_none().then_some(case.language.pick("has no limit", "hat keine Grenze")),
            pause
                .evidence
                .trim()
                .is_empty()
                .then_some(case.language.pick("needs no evidence", "braucht keinen Nachweis")),
            pause
                .cause
                .is_some_and(|it| INTERNAL.contains(&it))
                .then_some(case.language.pick("is ours to help", "liegt in unserer Hand")),
        ];
        let missing: Vec<String> = missing.into_iter().flatten().map(str::to_owned).collect();
        let reason = pause.reason.trim();
        (!missing.is_empty())
            .then(|| format!("{} {}", names::quoted(reason, case.language), case.list(&missing)))
    };
    let found: Vec<String> = service.sla.pauses.iter().filter_map(wrong).collect();
    if !found.is_empty() {
        service.find(
            SLA_011,
            &say!(
                case,
                "may stop its clock too easily: {pauses}",
                "darf ihre Uhr zu leicht anhalten: {pauses}",
                pauses = case.list(&found)
            ),
            case.language.pick(
                "Limit each pause, say what shows it, and pause only for what others cause.",
                "Begrenzen Sie jede Pause, sagen Sie, was sie zeigt, und halten Sie nur an, \
                 was andere verursachen.",
            ),
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
        [] => case
            .language
            .pick("tells nobody when it is late", "sagt bei Verspätung niemandem Bescheid"),
        some if !some.iter().any(in_time) => case.language.pick(
            "tells somebody only when it is too late",
            "sagt erst Bescheid, wenn es zu spät ist",
        ),
        _ => return,
    };
    let hint = case.language.pick(
        "Tell somebody who can help while there is time, at 75 % of the target.",
        "Sagen Sie jemandem Bescheid, der helfen kann, solange Zeit ist: bei 75 % des Ziels.",
    );
    service.find(SLA_012, what, hint, report);
}

fn upkeep(case: &Case, service: &Service, report: &mut Report) {
    let sla = service.sla;
    let review = sla.review_date.trim();
    let overdue = || number(review).zip(case.today).is_some_and(|(review, today)| review < today);
    let what = match (sla.owner.is_some(), review.is_empty()) {
        (false, true) => say!(
            case,
            "has neither an owner nor a date of review",
            "hat weder Eigner noch Prüftermin"
        ),
        (false, false) => say!(case, "has no owner", "hat keinen Eigner"),
        (true, true) => say!(case, "has no date of review", "hat keinen Prüftermin"),
        (true, false) if overdue() => {
            say!(case, "was to be reviewed on {review}", "war am {review} zu prüfen")
        }
        (true, false) => return,
    };
    let hint = case.language.pick(
        "Name the role that looks after it, and when it is looked at again.",
        "Nennen Sie die Rolle, die sich darum kümmert, und wann wieder darauf geschaut wird.",
    );
    service.find(SLA_016, &what, hint, report);
}
