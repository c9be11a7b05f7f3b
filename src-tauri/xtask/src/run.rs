//! Running other programs from the root of the repository, and saying plainly when one fails.

use std::ffi::OsStr;
use std::path::{Path, PathBuf};
use std::process::Command;

/// What went wrong, in one sentence for a person.
pub type Done<T = ()> = Result<T, String>;

/// The root of the repository.
pub fn root() -> PathBuf {
    let here = Path::new(env!("CARGO_MANIFEST_DIR"));
    here.ancestors().nth(2).unwrap_or(here).to_owned()
}

/// Where cargo puts what it builds.
pub fn target() -> PathBuf {
    let given = std::env::var_os("CARGO_TARGET_DIR").map(PathBuf::from);
    root().join(given.unwrap_or_else(|| "target".into()))
}

/// A program that was built, in the profile for development.
pub fn built(name: &str) -> PathBuf {
    target().join("debug").join(name).with_extension(std::env::consts::EXE_EXTENSION)
}

/// A program, to be run from the root of the repository.
pub fn program(name: impl AsRef<OsStr>) -> Command {
    let mut command = Command::new(name);
    command.current_dir(root());
    command
}

/// Cargo, the one that runs this.
pub fn cargo() -> Command {
    let mut cargo = program(std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into()));
    // What cargo tells the programs it starts is about this one.
    for (name, _) in std::env::vars_os() {
        let about_us = name.to_str().is_some_and(|name| name.starts_with("CARGO_PKG_"));
        if about_us || name == "CARGO_MANIFEST_DIR" || name == "CARGO_MANIFEST_PATH" {
            cargo.env_remove(name);
        }
    }
    cargo
}

/// npm, in the folder of the view.
pub fn npm() -> Command {
    let mut npm = program(if cfg!(windows) { "npm.cmd" } else { "npm" });
    npm.args(["--prefix", "ui"]);
    npm
}

/// Runs a program, its output going where ours goes.
///
/// # Errors
/// It cannot be started, or does not end well.
pub fn run(command: &mut Command) -> Done {
    match status(command)? {
        0 => Ok(()),
        code => Err(format!("{} failed ({code}).", spoken(command))),
    }
}

/// The code that a program ends with; 1 when a signal ended it.
///
/// # Errors
/// It cannot be started.
pub fn status(command: &mut Command) -> Done<i32> {
    let status = command.status().map_err(|error| not_started(command, &error))?;
    Ok(status.code().unwrap_or(1))
}

/// What a program prints, whatever it ends with.
///
/// # Errors
/// It cannot be started.
pub fn output(command: &mut Command) -> Done<String> {
    let output = command.output().map_err(|error| not_started(command, &error))?;
    Ok(String::from_utf8_lossy(&output.stdout).into_owned())
}

fn not_started(command: &Command, error: &std::io::Error) -> String {
    format!("{} could not be started: {error}.", command.get_program().to_string_lossy())
}

/// The command as a person would type it.
fn spoken(command: &Command) -> String {
    let name = Path::new(command.get_program()).file_name().unwrap_or_default();
    std::iter::once(name)
        .chain(command.get_args())
        .map(OsStr::to_string_lossy)
        .collect::<Vec<_>>()
        .join(" ")
}
