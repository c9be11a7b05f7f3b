//! Document to figures, findings and due dates (domain.md 2, 3 and 7). Pure; the only crate that knows
//! petgraph and jiff.

mod agreement;
pub mod attainment;
mod branch;
pub mod calendar;
mod chain;
pub mod compare;
mod counts;
mod expected;
mod figures;
mod findings;
mod graph;
mod language;
pub mod network;
pub mod patterns;
mod per;
pub mod plan;
mod presets;
mod readiness;
mod responsibility;
mod scenario;
mod segment;
pub mod simulation;
mod timeline;

pub use agreement::{
    AgreementShown, Counted, CoverShown, GapShown, PromiseShown, Standing, TargetKind, agreement,
    counted, sentences,
};
pub use chain::{
    BudgetLine, BudgetPart, EndToEndShown, Lognormal, needed_by_product, needed_by_union, product,
    promises, union,
};
pub use counts::figures;
pub use expected::{Expected, ExpectedLeadTime, NoExpectation, Passing, expected};
pub use figures::*;
pub use findings::{Rule, Threshold, Unit, checked, findings, findings_on, rules, signs};
pub use language::Language;
pub use presets::{presets, return_reasons};
pub use readiness::readiness;
pub use responsibility::{
    Cell, CellOrigin, Matrix, MatrixRow, RoleReading, Scheme, matrix, scheme,
};
