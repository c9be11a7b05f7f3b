//! Findings: the readiness checks of domain.md 7.3. One table names the rules, one file per group
//! checks them, each against the same picture of the state.

mod agreement;
mod case;
mod criteria;
mod flow;
mod information;
pub(crate) mod names;
mod network;
mod ownership;
mod parting;
mod raci;
mod report;
mod rules;
mod time;

pub use rules::{Rule, rules};

use crate::figures::Finding;
use case::Case;
use model::{Document, StateId};
use report::Report;

/// What the rules find in a state: errors first, then by rule and by the first record concerned.
pub fn findings(document: &Document, state: StateId) -> Vec<Finding> {
    let case = Case::of(document, state);
    let mut report = Report::default();
    let groups = [
        flow::check,
        parting::check,
        agreement::check,
        ownership::check,
        raci::check,
        criteria::check,
        information::check,
        time::check,
        network::check,
    ];
    for check in groups {
        check(&case, &mut report);
    }
    report.sorted()
}
