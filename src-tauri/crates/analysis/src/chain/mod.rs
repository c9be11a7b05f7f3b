//! Composition of service levels along a chain (domain.md 3.6): what an end-to-end promise rests
//! on, stage by stage.

mod beside;
mod budget;
mod nominal;
mod odds;
mod pricing;
mod shown;
mod ways;

pub use budget::promises;
pub use odds::{Lognormal, needed_by_product, needed_by_union, product, union};
pub use shown::*;

pub(crate) use budget::in_state;
