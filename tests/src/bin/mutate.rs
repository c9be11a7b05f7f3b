//! The entry points of `baton_tests::fuzz` on stable, without a fuzzer: `mutate TARGET COUNT [SEED]`
//! gives one of them so many mutations of its corpus, and tells how fast that went and what took
//! longest. What panics is written to `mutation-TARGET` in the folder for temporary files.

// A run that cannot go on has failed.
#![allow(clippy::unwrap_used)]

use baton_tests::dice::Dice;
use baton_tests::fuzz::{TARGETS, mutated, seeds};
use std::process::ExitCode;
use std::time::{Duration, Instant};

/// Whoever takes longer hangs.
const MOST: Duration = Duration::from_secs(1);

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let number = |at: usize| arguments.get(at).and_then(|it| it.parse::<u64>().ok());
    let target = TARGETS.iter().find(|(name, _)| arguments.first().is_some_and(|it| it == name));
    let (Some((name, entry)), Some(count)) = (target, number(1)) else {
        let names: Vec<&str> = TARGETS.iter().map(|(name, _)| *name).collect();
        eprintln!("mutate TARGET COUNT [SEED]; the targets: {}", names.join(", "));
        return ExitCode::from(2);
    };
    let seeds = seeds(name);
    let first = number(2).unwrap_or(1) << 32;
    let begun = Instant::now();
    let (mut slowest, mut slow) = (Duration::ZERO, 0);
    for number in 0..count {
        let bytes = mutated(&seeds, &mut Dice::new(first + number));
        let begun = Instant::now();
        if std::panic::catch_unwind(|| entry(&bytes)).is_err() {
            let path = std::env::temp_dir().join(format!("mutation-{name}"));
            std::fs::write(&path, &bytes).unwrap();
            eprintln!("{name}: mutation {number} panicked; it is in {}", path.display());
            return ExitCode::FAILURE;
        }
        slowest = slowest.max(begun.elapsed());
        slow += u32::from(begun.elapsed() > MOST);
    }
    let seconds = begun.elapsed().as_secs_f64();
    let rate = count as f64 / seconds.max(0.001);
    println!(
        "{name}: {count} in {seconds:.0} s, {rate:.0} a second, {slow} over 1 s, slowest {slowest:?}"
    );
    ExitCode::SUCCESS
}
