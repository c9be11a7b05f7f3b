//! What the receiver is told, and how: INF-005, 006, 008. INF-001 is a check of the handoff itself.

use super::case::{Case, Crossing};
use super::names;
use super::report::Report;
use super::rules::*;
use model::{Share, Step, StepKind};

/// A %C&A below this makes the receiver redo or ask.
pub(super) const GOOD_ENOUGH: Share = Share(8_000);

/// Words for channels that carry no structure.
const UNSTRUCTURED: &[&str] = &[
    "email",
    "e-mail",
    "mail",
    "chat",
    "phone",
    "telephone",
    "call",
    "verbal",
    "verbally",
    "spoken",
    "meeting",
    "meetings",
    "emails",
    "e-mails",
    "calls",
];

pub(super) fn check(case: &Case, report: &mut Report) {
    for crossing in &case.crossings {
        sender_quality(case, crossing, report);
        channel(crossing, report);
    }
}

/// The usual %C&A of a step.
pub(super) fn quality(step: &Step) -> Option<Share> {
    step.complete_accurate.as_ref().map(|estimate| estimate.usual)
}

fn sender_quality(case: &Case, crossing: &Crossing, report: &mut Report) {
    let sender = names::step(case.document, crossing.from);
    let name = &crossing.name;
    match quality(crossing.from) {
        None if crossing.from.shape == StepKind::Step => report.add(
            INF_005,
            [crossing.handoff.id],
            format!("Nobody has said how much of what {sender} passes on at {name} is usable."),
            "Ask the receivers for the %C&A.",
        ),
        Some(share) if share < GOOD_ENOUGH => report.add(
            INF_006,
            [crossing.handoff.id],
            format!(
                "Only {} of what {sender} passes on at {name} is usable as it comes.",
                names::percent(100.0 * share.fraction())
            ),
            "Ask the receivers what is missing, and ask for it in the template.",
        ),
        _ => {}
    }
}

fn channel(crossing: &Crossing, report: &mut Report) {
    let channel = crossing.connector.channel.to_lowercase();
    let mut words = channel.split(|c: char| !c.is_alphanumeric() && c != '-');
    if words.any(|word| UNSTRUCTURED.contains(&word)) {
        report.add(
            INF_008,
            [crossing.handoff.id],
            format!("{} goes by {}.", crossing.name, crossing.connector.channel.trim()),
            "Use a form or a queue, where nothing is left out and nothing gets lost.",
        );
    }
}
