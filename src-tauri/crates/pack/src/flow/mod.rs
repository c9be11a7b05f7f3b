//! The flow layout: text, tables and headings from top to bottom over as many pages as they need.

mod blocks;
mod galley;
mod laid;
mod ornaments;
mod paper;
mod rows;
mod table;
mod widths;

pub use blocks::{BODY, NOTE, leading, rise};
pub use galley::{BOTTOM, FOOTER, Galley, MARGIN, Running, TOP};
pub use paper::Paper;
pub use table::{Cell, Column, Row, Table};
