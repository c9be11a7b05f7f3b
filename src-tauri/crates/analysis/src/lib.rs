//! Document to figures and findings (domain.md 2 and 7). Pure; the only crate that knows petgraph.

mod agreement;
mod branch;
mod chain;
mod counts;
mod expected;
mod figures;
mod findings;
mod graph;
mod language;
mod per;
mod presets;
mod readiness;
mod responsibility;
mod scenario;
mod timeline;

pub use agreement::{
    AgreementShown, CoverShown, GapShown, PromiseShown, Standing, TargetKind, agreement, sentences,
};
pub use chain::{
    BudgetLine, BudgetPart, EndToEndShown, Lognormal, needed_by_product, needed_by_union, product,
    promises, union,
};
pub use counts::figures;
pub use expected::{Expected, ExpectedLeadTime, NoExpectation, Passing, expected};
pub use figures::*;
pub use findings::{Rule, findings, rules};
pub use language::Language;
pub use presets::{presets, return_reasons};
pub use readiness::readiness;
pub use responsibility::{
    Cell, CellOrigin, Matrix, MatrixRow, RoleReading, Scheme, matrix, scheme,
};
