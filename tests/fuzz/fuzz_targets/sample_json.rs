//! See `baton_tests::fuzz::sample_json`.
#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| baton_tests::fuzz::sample_json(bytes));
