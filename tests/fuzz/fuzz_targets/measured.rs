//! See `baton_tests::fuzz::measured`.
#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| baton_tests::fuzz::measured(bytes));
