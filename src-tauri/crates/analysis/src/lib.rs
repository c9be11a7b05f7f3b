//! Document to figures, findings and due dates (domain.md 2, 3 and 7). Pure; the only crate that knows
//! petgraph and jiff.

mod branch;
pub mod calendar;
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
pub use findings::{Rule, findings, rules};
pub use readiness::readiness;
