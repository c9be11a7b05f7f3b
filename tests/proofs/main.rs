//! What takes longer than a change should wait for: entry points under mutation and markup in every
//! text field, which may do no harm wherever they go, a thousand differences, and queues played out
//! until their mean is known. Beside the kernel's tests, which are run with every change and stay short.
#![cfg(test)]
// A test that cannot set itself up has failed.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, clippy::panic)]

mod differences;
mod fuzz;
mod injection;
mod simulation;
