//! `cargo verify`: sets up and runs every test, stage by stage, and stops at the first that fails.

use crate::run::{Done, cargo, npm, program, run};
use crate::{debian, supply, ui};
use std::time::{Duration, Instant};

type Stage = (&'static str, fn() -> Done);

/// Cheap ones first. The view is built before anything of the shell, which embeds it; and one
/// build makes everything for the stages after it, so that no dependency is compiled twice.
const STAGES: &[Stage] = &[
    ("packages", packages),
    ("format", format),
    ("view packages", ui::install),
    ("view types and lints", || run(npm().args(["run", "check"]))),
    ("view tests", || run(npm().args(["run", "test"]))),
    ("view build", ui::build),
    ("lints", lints),
    ("supply", supplied),
    ("build, benches too", || run(workspace("build").args(["--all-targets", "--test", "smoke"]))),
    ("kernel and shell tests", || run(&mut workspace("test"))),
    ("journeys", || run(npm().args(["run", "journeys"]))),
    ("smoke", smoke),
];

/// Runs every stage.
///
/// # Errors
/// The first stage that fails, and why.
pub fn verify() -> Done {
    let begun = Instant::now();
    let mut times = Vec::new();
    for (name, stage) in STAGES {
        println!("\n== {name}");
        let begun = Instant::now();
        let done = stage();
        times.push((name, begun.elapsed()));
        if let Err(why) = done {
            summary(&times);
            return Err(format!("\nNot verified: the stage “{name}” failed. {why}"));
        }
    }
    summary(&times);
    println!("\nVerified in {}.", spoken(begun.elapsed()));
    Ok(())
}

fn summary(times: &[(&&str, Duration)]) {
    println!("\n== summary");
    for (name, time) in times {
        println!("{:>12}  {name}", spoken(*time));
    }
}

fn spoken(time: Duration) -> String {
    let seconds = time.as_secs();
    if seconds < 60 {
        return format!("{:.1} s", time.as_secs_f32());
    }
    format!("{} min {:02} s", seconds / 60, seconds % 60)
}

fn packages() -> Done {
    debian::install(&[debian::FOR_THE_APP, debian::FOR_THE_TESTS].concat())
}

fn format() -> Done {
    run(cargo().args(["fmt", "--all", "--check"]))
}

/// What it is made of agrees with the policy, and the bill of it can be written. Behind the lints,
/// which fetch the crates that are asked here.
fn supplied() -> Done {
    supply::check()?;
    supply::write_bom()
}

fn lints() -> Done {
    let lints = ["--all-targets", "--test", "smoke", "--", "--deny", "warnings"];
    run(workspace("clippy").args(lints))
}

/// Cargo on the whole workspace: the same packages each time, so the same features each time.
fn workspace(command: &str) -> std::process::Command {
    let mut cargo = cargo();
    cargo.args([command, "--quiet", "--locked", "--workspace"]);
    cargo
}

/// The built app in its real webview, on a display of its own.
fn smoke() -> Done {
    let mut test = workspace("test");
    test.args(["--test", "smoke"]);
    let mut display = program("xvfb-run");
    display.args(["--auto-servernum", "--server-args", "-screen 0 1600x1000x24"]);
    run(display.arg(test.get_program()).args(test.get_args()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn times_are_spoken() {
        assert_eq!(spoken(Duration::from_millis(1_250)), "1.2 s");
        assert_eq!(spoken(Duration::from_secs(754)), "12 min 34 s");
    }
}
