//! `cargo app`: sets up, builds and opens Baton. Without a display it exports a pack instead.

use crate::run::{Done, built, cargo, run, status, target};
use crate::{debian, ui};
use std::ffi::OsStr;
use std::path::{Path, absolute};

/// What the app ends with when there is no display.
const NO_DISPLAY: i32 = 3;

/// Opens Baton, with this file in it if there is one.
///
/// # Errors
/// What could not be set up, built or run.
pub fn open(file: Option<&OsStr>) -> Done {
    let named = |name: &str| std::env::var_os(name).is_some_and(|value| !value.is_empty());
    if cfg!(target_os = "linux") && !named("DISPLAY") && !named("WAYLAND_DISPLAY") {
        return export(file);
    }
    debian::install(debian::FOR_THE_APP)?;
    ui::install()?;
    ui::build()?;
    run(cargo().args(["build", "--package", "baton-desktop"]))?;
    // From the folder the person is in, so that a relative FILE means what it says.
    let mut app = std::process::Command::new(built("baton-desktop"));
    match status(app.args(file))? {
        0 => Ok(()),
        NO_DISPLAY => export(file),
        code => Err(format!("Baton ended with {code}.")),
    }
}

/// The pack of the file, or of the sample; this needs no window and none of its packages.
fn export(file: Option<&OsStr>) -> Done {
    let what = if file.is_some() { "the file's pack" } else { "the sample's pack" };
    println!("There is no display here to open a window on, so Baton exports {what} instead.");
    let out = target().join("pack");
    let mut export = cargo();
    export.args(["run", "--quiet", "--package", "baton-cli", "--bin", "baton", "--", "export"]);
    match file {
        Some(file) => export.arg(absolute(file).unwrap_or_else(|_| Path::new(file).to_owned())),
        None => export.arg("--sample"),
    };
    run(export.arg("--out").arg(&out))?;
    println!("It is in {}", out.display());
    Ok(())
}
