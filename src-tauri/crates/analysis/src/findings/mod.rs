//! Findings: the readiness checks of domain.md 7.3. One table names the rules, one file per group
//! checks them, each against the same picture of the state.

mod agreement;
mod case;
mod clocks;
mod columns;
mod criteria;
mod day;
mod documents;
mod flow;
mod future;
mod hours;
mod information;
mod lineage;
pub(crate) mod names;
mod network;
mod ownership;
mod parting;
mod plan;
mod raci;
mod relay;
mod report;
mod rules;
mod say;
mod service;
mod settings;
mod signs;
mod step_names;
mod templates;
mod terms;
mod time;
mod upkeep;
mod wording;
mod words;

pub use rules::{Rule, Threshold, Unit, rules};
pub(crate) use settings::limits;
pub use signs::signs;

use crate::figures::{Figures, Finding};
use crate::language::Language;
use case::Case;
use model::{Document, StateId};
use report::Report;

/// What the rules find in a state: errors first, then by rule and by the first record concerned.
/// In English.
pub fn findings(document: &Document, state: StateId) -> Vec<Finding> {
    findings_on(document, state, None, Language::English)
}

/// The same on a day, `YYYY-MM-DD`, in a language: it knows besides what is overdue. What is no day
/// is as none.
pub fn findings_on(
    document: &Document,
    state: StateId,
    today: Option<&str>,
    language: Language,
) -> Vec<Finding> {
    checked(document, state, today, language).1
}

/// The same, and the figures of the state: who shows both has the map gone through once.
pub fn checked(
    document: &Document,
    state: StateId,
    today: Option<&str>,
    language: Language,
) -> (Figures, Vec<Finding>) {
    let case = Case::of(document, state, today, language);
    let mut report = Report::on(document, state);
    let groups = [
        flow::check,
        step_names::check,
        parting::check,
        agreement::check,
        ownership::check,
        raci::check,
        criteria::check,
        information::check,
        templates::check,
        service::check,
        terms::check,
        upkeep::check,
        hours::check,
        wording::check,
        time::check,
        clocks::check,
        network::check,
        relay::check,
        documents::check,
        plan::check,
        future::check,
    ];
    for check in groups {
        check(&case, &mut report);
    }
    (case.figures, report.sorted())
}
