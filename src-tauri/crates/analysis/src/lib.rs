//! Document to figures and findings (domain.md 2 and 7). Pure; the only crate that knows petgraph.

mod branch;
mod counts;
mod expected;
mod figures;
mod findings;
mod graph;
mod per;
mod readiness;
mod scenario;
mod timeline;

pub use counts::figures;
pub use expected::{Expected, ExpectedLeadTime, NoExpectation, Passing, expected};
pub use figures::*;
pub use findings::{Rule, Threshold, Unit, findings, findings_on, rules, signs};
pub use readiness::readiness;
