//! Patterns of a future state (domain.md 6.3): where each of them applies on a state, and the commands
//! that make it so. What is assumed on the way is said, and can be said otherwise; all of it is
//! marked as guessed.

mod accept;
mod backup;
mod batch;
mod combine;
mod form;
mod ground;
mod making;
mod open;
mod outcome;
mod parallel;
mod rule;
mod shown;
mod site;
mod source;
mod texts;

pub use open::{FutureRule, OpenRule, open_rules};
pub use outcome::{Outcome, PatternTried, tried};
pub use shown::{Assumed, AssumedValue, FoundPattern, PatternAt};

use crate::language::Language;
use making::Making;
use model::{Document, Pattern, StateId};
use site::Site;

/// Where each pattern applies: by pattern, the places with the longest wait first.
pub fn patterns(document: &Document, state: StateId, language: Language) -> Vec<FoundPattern> {
    let site = Site::of(document, state, language);
    let mut all: Vec<FoundPattern> =
        places(&site).into_iter().filter_map(|at| made(&site, at, &[])).collect();
    all.sort_by_key(|it| (it.at.pattern, std::cmp::Reverse(it.minutes), it.at));
    all
}

/// The pattern at one place, with some of what it assumes said by the person; absent where it does
/// not apply (any more).
pub fn pattern(
    document: &Document,
    state: StateId,
    language: Language,
    at: PatternAt,
    values: &[Option<Assumed>],
) -> Option<FoundPattern> {
    made(&Site::of(document, state, language), at, values)
}

fn places(site: &Site) -> Vec<PatternAt> {
    let mut all = combine::places(site);
    all.extend(source::places(site));
    all.extend(batch::places(site));
    all.extend(accept::places(site));
    all.extend(rule::places(site));
    all.extend(parallel::places(site));
    all.extend(form::places(site));
    all.extend(backup::places(site));
    all
}

fn made(site: &Site, at: PatternAt, values: &[Option<Assumed>]) -> Option<FoundPattern> {
    let making = Making::at(site, at, values);
    match at.pattern {
        Pattern::Combine => combine::make(site, making),
        Pattern::CheckAtSource => source::make(site, making),
        Pattern::Trigger => batch::make(site, making),
        Pattern::AcceptAndReturn => accept::make(site, making),
        Pattern::ApproveByRule => rule::make(site, making),
        Pattern::Parallel => parallel::make(site, making),
        Pattern::StandardForm => form::make(site, making),
        Pattern::Backup => backup::make(site, making),
    }
}
