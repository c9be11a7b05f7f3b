//! The common simulation model as a process, for the bench beside its peers: `m12 VARIANT CASES
//! RUNS SEED` prints the mean lead time of each run, `m12 precise VARIANT CORES` plays until the
//! mean is known to 1 %.

use analysis::simulation::{Net, Plan, Tally, interval, run};
use baton_tests::m12::m12;
use std::time::Instant;

fn main() {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let number = |at: usize| arguments.get(at).and_then(|it| it.parse::<u32>().ok()).unwrap_or(1);
    match arguments.first().map(String::as_str) {
        Some("precise") => {
            let variant = arguments.get(1).map_or("C_mixed", String::as_str);
            precise(&m12(variant).0, number(2));
        }
        Some(variant) => {
            let (net, _) = m12(variant);
            let means: Vec<f64> = (0..number(2))
                .map(|it| played(&net, number(1), u64::from(number(3)), it).mean())
                .collect();
            println!("{means:?}");
        }
        None => eprintln!("m12 VARIANT CASES RUNS SEED, or m12 precise VARIANT CORES"),
    }
}

fn played(net: &Net, cases: u32, seed: u64, number: u32) -> Tally {
    let plan = Plan { seed, cases, warm_up: 0 };
    run(net, plan, number).unwrap_or_else(|_| Tally::of(net))
}

/// Runs of 10,000 cases until the range of the mean is 1 % of it.
fn precise(net: &Net, cores: u32) {
    let begun = Instant::now();
    let mut means = Vec::new();
    loop {
        let from = u32::try_from(means.len()).unwrap_or(u32::MAX);
        let part = |core: u32| (0..10).map(move |it| from + core * 10 + it);
        let more: Vec<f64> = std::thread::scope(|scope| {
            let work = |core| {
                scope.spawn(move || {
                    part(core).map(|it| played(net, 10_000, 1, it).mean()).collect::<Vec<_>>()
                })
            };
            let parts: Vec<_> = (0..cores.max(1)).map(work).collect();
            parts.into_iter().flat_map(|it| it.join().unwrap_or_default()).collect()
        });
        means.extend(more);
        let known = interval(&means);
        if known.plus_minus.is_some_and(|it| it <= 0.01 * known.value) {
            let wall = begun.elapsed().as_secs_f64();
            println!("{{\"runs\": {}, \"wall\": {wall}}}", means.len());
            return;
        }
    }
}
