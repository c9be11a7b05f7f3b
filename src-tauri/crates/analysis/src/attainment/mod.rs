//! How well promises were kept, from what was measured (domain.md 3.7).

mod items;
mod sample;

pub use items::{Measured, MeasuredHandoff, MeasuredTarget, measured};
pub use sample::{Attainment, Outcome, Times, Verdict, attainment, needed, times};
