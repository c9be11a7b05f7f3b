//! What "ready" and "complete" mean: CRT-009. CRT-001, 002 and 006 are checks of the handoff itself.

use super::case::Case;
use super::information::{GOOD_ENOUGH, quality};
use super::report::Report;
use super::rules::*;
use model::Check;

pub(super) fn check(case: &Case, report: &mut Report) {
    for crossing in &case.crossings {
        let poor = quality(crossing.from).is_some_and(|quality| quality < GOOD_ENOUGH);
        if poor && !case.agreements.meets(crossing.handoff, Check::Entry) {
            report.add(
                CRT_009,
                [crossing.handoff.id],
                format!(
                    "{} brings work that is often unusable, and nothing says what is acceptable.",
                    crossing.name
                ),
                "Agree entry criteria for what is most often missing.",
            );
        }
    }
}
