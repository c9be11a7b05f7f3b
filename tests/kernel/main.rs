//! Tests of the kernel through its public doors.

// A test that cannot set itself up has failed.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, clippy::panic)]

mod apart;
mod business;
mod calendar;
mod capture;
mod commands;
mod compare;
mod compared_scene;
mod conflict;
mod contract;
mod desk;
mod exporting;
mod golden;
mod guarded;
mod laying;
mod layout;
mod looking;
mod maps;
mod packed;
mod patterns;
mod plan;
mod previewed;
mod printed;
mod random;
mod registers;
mod sample;
mod store;
mod taken_back;
mod tidy;
mod versions;
