//! Tests of the kernel through its public doors.

mod contract;
