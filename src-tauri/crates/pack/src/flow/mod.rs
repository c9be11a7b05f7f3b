//! The flow layout: a script onto pages, from top to bottom over as many pages as it needs.

mod blocks;
mod contents;
mod cover;
mod galley;
mod laid;
mod map;
mod ornaments;
mod rows;
mod set;
mod widths;

pub use blocks::{leading, rise};
pub use cover::emblem;
pub use galley::{Galley, Running, TOP};
pub use set::set;
pub use widths::{GAP, column_widths};
