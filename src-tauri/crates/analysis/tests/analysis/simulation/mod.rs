//! The simulation against the analytic views of the same maps, and what it says beyond them.

mod maps;
mod what_if;
