//! `cargo app` and `cargo verify`: the two commands of a newcomer. Each does the set-up it needs,
//! and a second time only what has changed. No dependency but a reader of JSON, so that it builds at once
//! anywhere.

mod app;
mod debian;
mod run;
mod stamp;
mod supply;
mod ui;
mod verify;

use std::ffi::OsString;
use std::process::ExitCode;

const HELP: &str = "\
cargo app [-- FILE]   set up, build and open Baton, with FILE in it
cargo verify          set up, and run every test
cargo xtask supply    hold what Baton is made of against src-tauri/xtask/supply.json
cargo xtask bom       write the bill of materials";

fn main() -> ExitCode {
    let mut arguments: Vec<OsString> = std::env::args_os().skip(1).collect();
    let command = if arguments.is_empty() { OsString::new() } else { arguments.remove(0) };
    // `cargo app -- FILE` and `cargo app FILE` mean the same.
    if arguments.first().is_some_and(|it| it == "--") {
        arguments.remove(0);
    }
    let done = match (command.to_str(), arguments.as_slice()) {
        (Some("app"), []) => app::open(None),
        (Some("app"), [file]) => app::open(Some(file.as_os_str())),
        (Some("verify"), []) => verify::verify(),
        (Some("supply"), []) => supply::check(),
        (Some("bom"), []) => supply::write_bom(),
        _ => {
            eprintln!("{HELP}");
            return ExitCode::from(2);
        }
    };
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(why) => {
            eprintln!("{why}");
            ExitCode::FAILURE
        }
    }
}
