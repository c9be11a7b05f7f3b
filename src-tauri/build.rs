//! Declares the commands that a page may be allowed to call, and keeps the bundled SQLite to
//! ourselves: WebKit brings its own, and must not bind to the symbols of ours.

use tauri_build::{AppManifest, Attributes, try_build};

/// Every command the shell answers. `capabilities/main.json` allows them; a test compares.
const COMMANDS: &[&str] = &["ask", "listen"];

fn main() {
    if std::env::var("CARGO_CFG_TARGET_OS").is_ok_and(|os| os == "linux") {
        println!("cargo:rustc-link-arg-bins=-Wl,--exclude-libs,ALL");
    }
    let attributes = Attributes::new().app_manifest(AppManifest::new().commands(COMMANDS));
    if let Err(error) = try_build(attributes) {
        eprintln!("{error:#}");
        std::process::exit(1);
    }
}
