//! Tests of the kernel through its public doors.

mod contract;
mod golden;
mod random;
mod store;
mod tidy;
