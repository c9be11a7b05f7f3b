//! Golden scenes of the samples, as text. `BATON_WRITE=1` writes them anew; read the difference
//! before committing it.

use baton_tests::outline::outline;
use model::{Document, StateId};
use scene::Composer;
use std::path::PathBuf;

fn sample(name: &str) -> (Document, StateId) {
    let file = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("fixtures").join(name);
    let document = exchange::sample_json::read(&std::fs::read(file).unwrap()).unwrap();
    let state = document.states().next().unwrap().id;
    (document, state)
}

fn check(name: &str) {
    let (document, state) = sample(&format!("{name}.json"));
    let figures = analysis::figures(&document, state);
    let scene = Composer::new().compose(&document, state, &figures);
    let drawn = outline(&document, &scene);
    let golden =
        PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("golden").join(format!("{name}.txt"));
    if std::env::var_os("BATON_WRITE").is_some() {
        std::fs::write(&golden, &drawn).unwrap();
    }
    let kept = std::fs::read_to_string(&golden).unwrap_or_default();
    let first = kept.lines().zip(drawn.lines()).find(|(kept, drawn)| kept != drawn);
    assert!(kept == drawn, "{name} is drawn otherwise than kept: {first:?}");
}

#[test]
fn lead_to_customer_today() {
    check("lead-to-customer.current");
}

#[test]
fn lead_to_customer_future() {
    check("lead-to-customer.future");
}

#[test]
fn ed_to_ward_today() {
    check("ed-to-ward.current");
}

#[test]
fn ed_to_ward_future() {
    check("ed-to-ward.future");
}

/// What no map may ever show: a connector through a step, a slanted line, a step over a step.
#[test]
fn sample_maps_are_clean() {
    for name in [
        "lead-to-customer.current",
        "lead-to-customer.future",
        "ed-to-ward.current",
        "ed-to-ward.future",
    ] {
        let (document, state) = sample(&format!("{name}.json"));
        let figures = analysis::figures(&document, state);
        let scene = Composer::new().compose(&document, state, &figures);
        let faults = baton_tests::faults::faults(&document, &scene);
        assert!(faults.is_empty(), "{name}: {faults:#?}");
    }
}
