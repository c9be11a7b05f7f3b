//! What comes from outside does no harm, wherever it goes: entry points under mutation, markup in
//! every text field. Beside the kernel's tests, which are run with every change and stay short.
#![cfg(test)]
// A test that cannot set itself up has failed.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, clippy::panic)]

mod fuzz;
mod injection;
