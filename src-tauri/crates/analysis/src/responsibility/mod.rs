//! Who does what at each handoff and step (domain.md 5): the matrix, filled in where people have
//! set nothing from what handoffs and steps say, and read along its rows and down its columns.

mod derived;
mod matrix;
mod reading;
mod rows;
mod schemes;
mod verdict;

pub use matrix::*;
pub use rows::matrix;
pub use schemes::{Scheme, scheme};
