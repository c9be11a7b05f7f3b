//! See `baton_tests::fuzz::logo`.
#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| baton_tests::fuzz::logo(bytes));
