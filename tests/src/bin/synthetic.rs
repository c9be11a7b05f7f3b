//! Writes a synthetic map as a .baton file, for benches that measure from outside:
//! `synthetic STEPS FILE`. The same number gives the same map; the file must not be there yet.

use baton_tests::synthetic::synthetic;
use session::Session;
use std::error::Error;
use std::path::PathBuf;
use std::process::ExitCode;

/// The seed of every map that benches work on.
const SEED: u64 = 1;

fn main() -> ExitCode {
    match write(std::env::args().skip(1)) {
        Ok(()) => ExitCode::SUCCESS,
        Err(why) => {
            eprintln!("{why}\nUsage: synthetic STEPS FILE");
            ExitCode::FAILURE
        }
    }
}

fn write(mut given: impl Iterator<Item = String>) -> Result<(), Box<dyn Error>> {
    let steps = given.next().ok_or("The number of steps is missing.")?.parse()?;
    let file = PathBuf::from(given.next().ok_or("The file is missing.")?);
    Session::create(&file, synthetic(steps, SEED), None)?.close()?;
    Ok(())
}
