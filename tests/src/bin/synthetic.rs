//! Writes a synthetic map as a .baton file, for benches that measure from outside:
//! `synthetic STEPS FILE`. The same number gives the same map; the file must not be there yet. Each
//! lane is full from its beginning, however maps are tidied: a screen shows as many steps as it can.

use baton_tests::synthetic::synthetic;
use model::{Command, Document, LaneId, Place, Refusal, StepMove, plan};
use session::Session;
use std::collections::BTreeMap;
use std::error::Error;
use std::path::PathBuf;
use std::process::ExitCode;

/// The seed of every map that benches work on.
const SEED: u64 = 1;

/// From one step to the next in a dense lane, and where a lane begins.
const COLUMN: i32 = 216;
const FIRST: i32 = 104;

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
    let document = dense(&synthetic(steps, SEED)).map_err(|refusal| refusal.to_string())?;
    Session::create(&file, document, None)?.close()?;
    Ok(())
}

/// The same map with the steps of each lane side by side.
fn dense(document: &Document) -> Result<Document, Refusal> {
    let mut next: BTreeMap<LaneId, i32> = BTreeMap::new();
    let moves = document.steps().map(|step| {
        let x = next.entry(step.lane).or_insert(FIRST);
        let place = Place { x: *x, y: step.place.y };
        *x += COLUMN;
        StepMove { step: step.id, lane: step.lane, place }
    });
    let command = Command::TidyUp { moves: moves.collect(), stages: Vec::new() };
    plan(document, &command).map(|planned| planned.document)
}
