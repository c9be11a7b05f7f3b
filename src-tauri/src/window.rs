//! The window: one webview that shows Baton's own page and can reach nothing else. No navigation,
//! no second window, no network (a proxy that does not exist), nothing of the page kept on disk.

use crate::ipc::Requests;
use crate::system;
use tauri::webview::NewWindowResponse;
use tauri::{
    AppHandle, DragDropEvent, Manager, Url, WebviewUrl, WebviewWindow, WebviewWindowBuilder,
    WindowEvent,
};

/// The one window's label; the capability names it.
pub const LABEL: &str = "main";

/// Nothing listens there, so nothing that a page might try leaves the machine.
const DEAD_PROXY: &str = "http://127.0.0.1:9";

/// Opens the window.
///
/// # Errors
/// The system refuses.
pub fn open(app: &AppHandle) -> tauri::Result<()> {
    // The driver of the smoke test takes hold of the shared web context alone. Whoever can set
    // this owns the session anyway.
    let driven = std::env::var("TAURI_WEBVIEW_AUTOMATION").is_ok_and(|value| value == "true");
    let mut builder = WebviewWindowBuilder::new(app, LABEL, WebviewUrl::default())
        .title("Baton")
        .inner_size(1440.0, 900.0)
        .min_inner_size(1000.0, 650.0)
        .center()
        .incognito(!driven)
        .devtools(false)
        .on_navigation(is_ours)
        .on_new_window(|_, _| NewWindowResponse::Deny);
    if let Ok(proxy) = Url::parse(DEAD_PROXY) {
        builder = builder.proxy_url(proxy);
    }
    let window = builder.build()?;
    system::reload_after_crash(&window)?;
    listen(&window);
    Ok(())
}

/// A file dropped on the window is opened; the page never sees the drop. A window with an edit that
/// is not saved is closed only when a person says so.
fn listen(window: &WebviewWindow) {
    let requests = window.state::<Requests>().inner().clone();
    window.on_window_event(move |event| match event {
        WindowEvent::DragDrop(DragDropEvent::Drop { paths, .. }) => {
            let file = paths.iter().find(|path| path.extension().is_some_and(is_baton));
            if let Some(path) = file {
                requests.open(path.clone());
            }
        }
        WindowEvent::CloseRequested { api, .. } if !requests.may_close() => api.prevent_close(),
        _ => {}
    });
}

fn is_baton(ending: &std::ffi::OsStr) -> bool {
    ending.eq_ignore_ascii_case("baton")
}

/// Whether a page is the one that is built in.
fn is_ours(url: &Url) -> bool {
    let host = url.host_str();
    if cfg!(windows) {
        matches!(url.scheme(), "http" | "https") && host == Some("tauri.localhost")
    } else {
        url.scheme() == "tauri" && host == Some("localhost")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    #[cfg(not(windows))]
    fn only_the_built_in_page_is_shown() {
        let rows = [
            ("tauri://localhost/", true),
            ("tauri://localhost/index.html#a", true),
            ("tauri://elsewhere/", false),
            ("http://tauri.localhost/", false),
            ("https://example.org/", false),
            ("file:///etc/passwd", false),
            ("data:text/html,x", false),
            ("javascript:alert(1)", false),
            ("about:blank", false),
        ];
        for (url, shown) in rows {
            assert_eq!(is_ours(&Url::parse(url).unwrap()), shown, "{url}");
        }
    }
}
