//! What differs between systems: whether there is a display, what WebKit needs around it, and the
//! viewer of exported files.

use std::path::Path;
use tauri::WebviewWindow;

/// Said when there is no display.
#[cfg(target_os = "linux")]
const NO_DISPLAY: &str = "Baton needs a display to open its window, and found none. \
     Without one, use the command line: `baton --help`.";

/// Prepares for a window. Before any thread starts.
///
/// # Errors
/// There is no display; the sentence for a person.
#[cfg(target_os = "linux")]
pub fn prepare() -> Result<(), &'static str> {
    // WebKit's default renderer leaves windows blank on NVIDIA's driver, and without a graphics
    // card panning cost several times as much with it. Elsewhere it is the faster one, and who sets
    // the variable knows better.
    const RENDERER: &str = "WEBKIT_DISABLE_DMABUF_RENDERER";
    let slower = Path::new("/proc/driver/nvidia/version").exists() || !has_graphics_card();
    if slower && std::env::var_os(RENDERER).is_none() {
        let _ = gtk::glib::setenv(RENDERER, "1", false);
    }
    // Asked here because the window library would abort instead of answering.
    gtk::init().map_err(|_| NO_DISPLAY)
}

/// After a page died, before it is shown again.
#[cfg(target_os = "linux")]
const BREATH: std::time::Duration = std::time::Duration::from_millis(300);

/// Whether the system has a device that draws.
#[cfg(target_os = "linux")]
fn has_graphics_card() -> bool {
    let Ok(devices) = std::fs::read_dir("/dev/dri") else { return false };
    devices.flatten().any(|it| it.file_name().to_string_lossy().starts_with("renderD"))
}

/// Prepares for a window.
///
/// # Errors
/// Never here: these systems always have a display.
#[cfg(not(target_os = "linux"))]
pub fn prepare() -> Result<(), &'static str> {
    Ok(())
}

/// Shows the page again when its process dies. The document is not in that process.
#[cfg(target_os = "linux")]
pub fn reload_after_crash(window: &WebviewWindow) -> tauri::Result<()> {
    use webkit2gtk::WebViewExt;
    window.with_webview(|webview| {
        webview.inner().connect_web_process_terminated(|view, _| {
            // Not at once: a page that dies of what it shows leaves the machine its breath.
            let view = view.clone();
            gtk::glib::timeout_add_local_once(BREATH, move || view.reload());
        });
    })
}

/// Shows the page again when its process dies; these systems do so by themselves.
#[cfg(not(target_os = "linux"))]
pub fn reload_after_crash(_: &WebviewWindow) -> tauri::Result<()> {
    Ok(())
}

/// Shows a file in the system's viewer; says whether there is one.
pub fn show(path: &Path) -> bool {
    #[cfg(target_os = "linux")]
    {
        use gtk::gio::{AppInfo, AppLaunchContext, File, prelude::FileExt};
        let uri = File::for_path(path).uri();
        AppInfo::launch_default_for_uri(&uri, AppLaunchContext::NONE).is_ok()
    }
    #[cfg(not(target_os = "linux"))]
    {
        let program = if cfg!(windows) { "explorer" } else { "open" };
        std::process::Command::new(program).arg(path).spawn().is_ok()
    }
}

/// Seconds since 1970 on the clock on the wall, which is the one a printed date is of.
pub fn seconds_here() -> i64 {
    #[cfg(target_os = "linux")]
    if let Ok(now) = gtk::glib::DateTime::now_local() {
        return now.to_unix() + now.utc_offset().as_seconds();
    }
    std::time::UNIX_EPOCH.elapsed().map_or(0, |now| i64::try_from(now.as_secs()).unwrap_or(0))
}
