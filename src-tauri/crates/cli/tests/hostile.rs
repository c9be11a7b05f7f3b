//! Hostile files, names and arguments given to the program itself, under a limit of memory: each
//! ends with 0, 1 or 2 and a sentence, and leaves what it was given alone.
//!
//! `BATON_HOSTILE=700 cargo test -p baton-cli --test hostile -- --nocapture` tries them all.
#![cfg(all(test, unix))]
// A test that cannot set itself up has failed.
#![allow(clippy::unwrap_used)]

use baton_tests::hostile::{Case, cases};
use std::collections::HashSet;
use std::hash::{DefaultHasher, Hash, Hasher};
use std::path::Path;
use std::process::{Child, Command, Output, Stdio};
use std::time::{Duration, Instant};

/// Kilobytes of address space; what is read at most is 64 MB, and a table of that is some times more.
const MEMORY: u32 = 1_500_000;
/// Whoever takes longer than this hangs.
const PATIENCE: Duration = Duration::from_secs(20);

#[test]
fn hostile_files_names_and_arguments() {
    let count = std::env::var("BATON_HOSTILE").ok().and_then(|it| it.parse().ok()).unwrap_or(120);
    let mut seen = HashSet::new();
    let mut faults = Vec::new();
    let mut ends = [0; 3];
    let mut slowest = (Duration::ZERO, String::new());
    for make in cases(count) {
        let case = make();
        let mut hash = DefaultHasher::new();
        (&case.files, &case.arguments).hash(&mut hash);
        seen.insert(hash.finish());
        let begun = Instant::now();
        match tried(&case) {
            Ok(code) => ends[code] += 1,
            Err(why) => faults.push(format!("{}: {why}", case.name)),
        }
        slowest = slowest.max((begun.elapsed(), case.name));
    }
    println!("{} distinct cases; ended with 0, 1, 2: {ends:?}; slowest {slowest:?}", seen.len());
    assert!(seen.len() * 100 >= count * 95, "only {} of {count} cases are distinct", seen.len());
    assert!(ends.iter().all(|it| *it > 0), "{ends:?}");
    assert!(faults.is_empty(), "{} faults\n{}", faults.len(), faults.join("\n"));
}

/// The code a case ends with, if it ends as it should.
fn tried(case: &Case) -> Result<usize, String> {
    let folder = baton_tests::folder_in_memory().unwrap();
    let folder = folder.path();
    for (name, bytes) in &case.files {
        std::fs::write(folder.join(name), bytes).map_err(|error| format!("not laid: {error}"))?;
    }
    let output = run(case, folder)?;
    let code = output.status.code().ok_or_else(|| format!("killed: {}", output.status))?;
    let said = String::from_utf8(output.stderr).map_err(|_| "what it says is no text")?;
    let code = usize::try_from(code).ok().filter(|code| *code < 3);
    let code = code.ok_or_else(|| format!("ended with {:?}: {said}", output.status))?;
    judged(&said, code, case)?;
    // A journal beside it may have been played back.
    for (name, bytes) in case.files.iter().take(1) {
        let now = std::fs::read(folder.join(name)).ok();
        if now.as_ref() != Some(bytes) {
            return Err(format!("{name:?} was changed"));
        }
    }
    for entry in std::fs::read_dir(folder).unwrap() {
        let name = entry.unwrap().file_name();
        let ours = case.files.iter().any(|(it, _)| *it == name);
        if !ours && name != "out" && name != "out.baton" {
            return Err(format!("{name:?} was left behind"));
        }
    }
    Ok(code)
}

fn run(case: &Case, folder: &Path) -> Result<Output, String> {
    let limited = format!("ulimit -c 0; ulimit -v {MEMORY}; exec \"$0\" \"$@\"");
    // A pipe that nobody reads while it waits would be full after 64 KB.
    let said = folder.join("what it said");
    let mut child = Command::new("sh")
        .args(["-c", &limited, env!("CARGO_BIN_EXE_baton")])
        .args(&case.arguments)
        .current_dir(folder)
        .env("RUST_BACKTRACE", "1")
        .stdin(Stdio::null())
        .stdout(Stdio::null())
        .stderr(Stdio::from(std::fs::File::create(&said).unwrap()))
        .spawn()
        .map_err(|error| format!("not started: {error}"))?;
    let over = watched(&mut child);
    let mut output = child.wait_with_output().unwrap();
    output.stderr = std::fs::read(&said).unwrap();
    std::fs::remove_file(&said).unwrap();
    if over { Err("it hangs".to_owned()) } else { Ok(output) }
}

/// Waits for it as long as there is patience; whether it had to be ended.
fn watched(child: &mut Child) -> bool {
    let begun = Instant::now();
    while child.try_wait().unwrap().is_none() {
        if begun.elapsed() > PATIENCE {
            child.kill().unwrap();
            return true;
        }
        std::thread::sleep(Duration::from_millis(2));
    }
    false
}

/// What it says to standard error: nothing or one sentence, in one line and in plain words.
fn judged(said: &str, code: usize, case: &Case) -> Result<(), String> {
    let short: String = said.chars().take(300).collect();
    for word in ["panicked", "backtrace", "RUST_", "Err(", "Some(", "Error {", "unwrap"] {
        if said.contains(word) {
            return Err(format!("it says “{word}”: {short}"));
        }
    }
    let hidden = |c: char| {
        c.is_control() || "\u{202a}\u{202b}\u{202d}\u{202e}\u{2066}\u{2067}\u{2068}".contains(c)
    };
    if said.chars().any(|c| c != '\n' && hidden(c)) {
        return Err(format!("it says hidden characters: {short:?}"));
    }
    if code == 2 {
        let usage = said.starts_with("error: ") || said.contains("Usage: baton");
        return if usage { Ok(()) } else { Err(format!("no word about its use: {short}")) };
    }
    // The findings of a check end with 1 as well, and are no refusal.
    let refused = code == 1 && !case.arguments.iter().any(|it| it == "check");
    let lines = said.lines().count();
    if lines > 1 || refused && lines == 0 || !said.is_empty() && !said.ends_with(".\n") {
        return Err(format!("not one sentence ({lines} lines): {short:?}"));
    }
    if said.chars().count() > 1_000 {
        return Err(format!("a long sentence ({}): {short}", said.len()));
    }
    Ok(())
}
