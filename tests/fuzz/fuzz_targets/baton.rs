//! See `baton_tests::fuzz::baton`.
#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| baton_tests::fuzz::baton(bytes));
