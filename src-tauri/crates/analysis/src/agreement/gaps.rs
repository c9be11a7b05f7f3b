//! What an agreement does not say yet, in the order to fill it: the ten checks of domain.md 7.4,
//! then what makes it hold.

use super::Passing;
use super::missing::{Beyond, beyond, check};
use super::shown::GapShown;
use crate::language::Language;
use crate::readiness::Agreements;
use model::{Acceptance, Check, CriterionSide, Sla, Target};

/// The gaps of a handoff's agreement.
pub(super) fn gaps(passing: &Passing, language: Language) -> Vec<GapShown> {
    let agreements = Agreements::of(passing.document);
    let unmet = Check::ALL.iter().filter(|it| !agreements.meets(passing.handoff, **it));
    let ten = unmet.map(|it| {
        let (field, message) = check(*it, language);
        GapShown { check: Some(*it), field: field.to_owned(), message: message.to_owned() }
    });
    let missing = Beyond::ALL.iter().filter(|it| is_missing(passing, **it));
    let more = missing.map(|it| {
        let (field, message) = beyond(*it, language);
        GapShown { check: None, field: field.to_owned(), message: message.to_owned() }
    });
    ten.chain(more).collect()
}

fn is_missing(passing: &Passing, what: Beyond) -> bool {
    let handoff = passing.handoff;
    let blank = |text: &str| text.trim().is_empty();
    let of_sla = |missing: &dyn Fn(&Sla) -> bool| passing.sla.is_some_and(missing);
    match what {
        Beyond::Acceptance => handoff.acceptance != Some(Acceptance::Explicit),
        Beyond::FollowUp => handoff.follow_up.is_none(),
        Beyond::Verifier => any_criterion(passing, |it| blank(&it.verifier)),
        Beyond::Evidence => any_criterion(passing, |it| blank(&it.evidence)),
        Beyond::Calendar => of_sla(&|sla| sla.calendar.is_none()),
        Beyond::Objective => {
            of_sla(&|sla| sla.objective.is_none() && sla.completion_objective.is_none())
        }
        Beyond::Window => of_sla(&|sla| sla.objective_window.is_none()),
        Beyond::Quality => {
            of_sla(&|sla| blank(&sla.quality_standard) && sla.quality_complete_accurate.is_none())
        }
        Beyond::BeforeDue => of_sla(&|sla| !sla.escalations.is_empty() && !warns_before_due(sla)),
        Beyond::PauseCap => of_sla(&|sla| sla.pauses.iter().any(|it| it.cap.is_none())),
        Beyond::PauseEvidence => of_sla(&|sla| sla.pauses.iter().any(|it| blank(&it.evidence))),
        Beyond::Source => of_sla(&|sla| blank(&sla.measurement_source)),
        Beyond::Keeper => of_sla(&|sla| sla.owner.is_none()),
        Beyond::Review => of_sla(&|sla| blank(&sla.review_date)),
        Beyond::Contingency => blank(&handoff.contingency),
        Beyond::Procedure => blank(&handoff.procedure),
        Beyond::Signatures => of_sla(&|sla| sla.signatures.is_empty()),
    }
}

fn warns_before_due(sla: &Sla) -> bool {
    sla.escalations.iter().any(|level| match level.offset {
        Some(offset) => offset.0 < 0,
        None => level.at_percent < 100,
    })
}

fn any_criterion(passing: &Passing, lacks: impl Fn(&model::Criterion) -> bool) -> bool {
    let about = Target::Handoff(passing.handoff.id);
    [CriterionSide::Exit, CriterionSide::Entry]
        .into_iter()
        .flat_map(|side| passing.document.criteria_of(about, side))
        .any(lacks)
}
