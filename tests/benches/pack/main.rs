//! Speed and memory of the pack, beside the same pack as HTML that headless Chromium prints, in one
//! run: sample A, 60 handoffs agreed throughout, and a thousand pages. It prints medians and judges
//! nothing. `cargo bench --workspace --bench pack`; without Node or Chromium the columns beside stay
//! empty.

// A bench that cannot make its pack has nothing to measure.
#![allow(clippy::unwrap_used, clippy::indexing_slicing)]

use baton_tests::agreed::agreed;
use model::{Document, PackChoice, PackForm};
use serde_json::Value;
use session::Session;
use std::path::Path;
use std::process::{Command, Stdio};
use std::time::Instant;

/// Said to this program when it is started once more, to do what `baton export` does: open a file,
/// write its pack, end. It tells its memory.
const ALONE: &str = "--alone";
const SEED: u64 = 1;

/// A pack that is made: what it is called, how often it is measured, and of what.
struct Case {
    name: &'static str,
    runs: usize,
    document: Document,
}

fn main() {
    let given: Vec<String> = std::env::args().skip(1).collect();
    if let [alone, file, to] = given.as_slice()
        && alone == ALONE
    {
        return make_alone(Path::new(file), Path::new(to));
    }
    if !given.iter().any(|it| it == "--bench") {
        println!("nothing to test: this measures, with `cargo bench`");
        return;
    }
    let cases = [
        Case { name: "sample A", runs: 9, document: exchange::sample().unwrap() },
        Case { name: "60 handoffs", runs: 5, document: with_handoffs(60) },
        Case { name: "1,000 pages", runs: 3, document: with_handoffs(345) },
    ];
    for case in cases {
        measure(&case);
    }
}

/// A map agreed throughout with so many handoffs, or the next more.
fn with_handoffs(wanted: usize) -> Document {
    let enough = |steps: &usize| agreed(*steps, SEED).handoffs().count() >= wanted;
    let (mut low, mut high) = (2, 2 * wanted);
    while low < high {
        let middle = low.midpoint(high);
        if enough(&middle) { high = middle } else { low = middle + 1 }
    }
    agreed(low, SEED)
}

fn measure(case: &Case) {
    let folder = tempfile::tempdir().unwrap();
    let at = |name: &str| folder.path().join(name);
    let file = at("work.baton");
    Session::create(&file, case.document.clone(), None).unwrap().close().unwrap();
    let made = pack(&case.document, PackForm::Pdf);
    let here = median((0..case.runs).map(|_| timed(|| drop(pack(&case.document, PackForm::Pdf)))));
    let mut peak = f64::NAN;
    let mut process = || timed(|| peak = alone(&file, &at("pack.pdf")));
    let process = median((0..case.runs).map(|_| process()));
    let html = at("pack.html");
    std::fs::write(&html, pack(&case.document, PackForm::Html).bytes).unwrap();
    println!(
        "{}: {} handoffs, {} pages, {} KB",
        case.name,
        case.document.handoffs().count(),
        made.pages,
        made.bytes.len() / 1000
    );
    println!("  document to PDF          {here:9.0} ms");
    println!("  process, start to end    {process:9.0} ms, {peak:.0} MB at most");
    let Some(printed) = printed(&html, case.runs.min(5)) else { return };
    let of = |name: &str| printed[name].as_f64().unwrap_or(f64::NAN);
    println!(
        "  Chromium, the same as HTML ({:.0} pages, {:.0} KB)",
        of("pages"),
        of("bytes") / 1e3
    );
    println!("    print alone, page open {:9.0} ms  {:6.1} times", of("warm"), of("warm") / here);
    println!("    load and print         {:9.0} ms  {:6.1} times", of("load"), of("load") / here);
    println!(
        "    process, start to end  {:9.0} ms  {:6.1} times",
        of("cold"),
        of("cold") / process
    );
}

fn pack(document: &Document, form: PackForm) -> pack::Made {
    let choice = PackChoice::default();
    let settings = pack::Settings {
        date: "1 March 2026".into(),
        day: "2026-03-01".into(),
        choice,
        history: Vec::new(),
    };
    pack::pack(document, &settings, form).unwrap()
}

fn timed(run: impl FnOnce()) -> f64 {
    let start = Instant::now();
    run();
    start.elapsed().as_secs_f64() * 1e3
}

fn median(times: impl Iterator<Item = f64>) -> f64 {
    let mut times: Vec<f64> = times.collect();
    times.sort_by(f64::total_cmp);
    times[times.len() / 2]
}

/// Makes a pack in a process of its own; what that needed at most, in megabytes.
fn alone(file: &Path, to: &Path) -> f64 {
    let this = std::env::current_exe().unwrap();
    let said = Command::new(this).arg(ALONE).arg(file).arg(to).output().unwrap();
    String::from_utf8_lossy(&said.stdout).trim().parse().unwrap_or(f64::NAN)
}

fn make_alone(file: &Path, to: &Path) {
    let session = Session::open(file, None).unwrap();
    std::fs::write(to, pack(&session.document(), PackForm::Pdf).bytes).unwrap();
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let most = status.lines().find_map(|line| line.strip_prefix("VmHWM:")).unwrap_or_default();
    let kilobytes: f64 = most.trim_end_matches("kB").trim().parse().unwrap_or(f64::NAN);
    println!("{}", kilobytes / 1024.0);
}

/// What Chromium needs for the HTML, as the script beside this file tells it.
fn printed(html: &Path, runs: usize) -> Option<Value> {
    let script = concat!(env!("CARGO_MANIFEST_DIR"), "/benches/pack/print.mjs");
    let mut node = Command::new("node");
    let said = node.arg(script).arg(html).arg(runs.to_string()).stderr(Stdio::inherit()).output();
    serde_json::from_slice(&said.ok()?.stdout).ok()
}
