//! The built app in its real webview, driven with real pointer and key events. What happened is
//! read back from the kernel and from the file, not from the page. Needs `baton-desktop` to be
//! built, a display and WebKitWebDriver; it fails where one of them is missing.
#![cfg(test)]

#[allow(dead_code, reason = "the bench of the window needs more of it")]
mod app;
mod compared;
mod first_map;
mod first_minutes;
mod guarded;
mod killed;
mod sockets;

use app::App;
use std::path::PathBuf;

/// Runs a test with a folder of its own.
fn on_one_thread(test: impl AsyncFnOnce(PathBuf)) {
    let folder = tempfile::tempdir().unwrap();
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
    runtime.block_on(test(folder.path().to_owned()));
}

/// A picture to look at, beside what was built.
async fn keep(app: &App, name: &str) {
    let folder = std::env::current_exe().unwrap().ancestors().nth(3).unwrap().join("smoke");
    std::fs::create_dir_all(&folder).unwrap();
    std::fs::write(folder.join(format!("{name}.png")), app.screenshot().await).unwrap();
}
