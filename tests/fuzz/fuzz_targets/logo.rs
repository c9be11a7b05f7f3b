//! See `baton_tests::fuzz::logo`.
#![no_main]

// A painter that panics is caught, and the picture refused: that is no crash. The hook of libFuzzer
// would end the process for it; what is not caught ends it all the same.
libfuzzer_sys::fuzz_target!(init: std::panic::set_hook(Box::new(|_| {})), |bytes: &[u8]| {
    baton_tests::fuzz::logo(bytes)
});
