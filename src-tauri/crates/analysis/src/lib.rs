//! Document to figures and findings (domain.md 2 and 7). Pure; the only crate that knows petgraph.

mod figures;

pub use figures::*;
