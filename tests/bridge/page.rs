//! The built view as files over HTTP, under the app's own content security policy, with the bridge
//! itself as the one thing it may connect to.

use serde_json::Value;
use std::error::Error;
use std::fs::File;
use std::io;
use std::path::{Component, Path, PathBuf};
use tiny_http::{Header, Request, Response};

/// The app's configuration, so that a policy that is too strict or too lax shows in both.
const CONFIGURATION: &str = include_str!("../../src-tauri/tauri.conf.json");

/// A built view.
pub struct Page {
    folder: PathBuf,
    policy: String,
}

impl Page {
    /// The view in this folder.
    ///
    /// # Errors
    /// There is none in it.
    pub fn new(folder: PathBuf) -> Result<Page, Box<dyn Error>> {
        if !folder.join("index.html").is_file() {
            return Err(format!("no view is built in {}", folder.display()).into());
        }
        Ok(Page { folder, policy: policy()? })
    }

    /// Answers with a file of the view.
    ///
    /// # Errors
    /// The browser has gone.
    pub fn send(&self, request: Request, path: &str) -> io::Result<()> {
        let found = self.file(path).and_then(|path| Some((File::open(&path).ok()?, path)));
        let Some((file, path)) = found else { return request.respond(Response::empty(404)) };
        let mut response = Response::from_file(file);
        let headers = [
            ("content-type", media_type(&path)),
            ("content-security-policy", &self.policy),
            ("x-content-type-options", "nosniff"),
            ("cache-control", "no-store"),
        ];
        for (name, value) in headers {
            if let Ok(header) = Header::from_bytes(name, value) {
                response.add_header(header);
            }
        }
        request.respond(response)
    }

    /// The file of a path of the address; nothing outside the folder has one.
    fn file(&self, path: &str) -> Option<PathBuf> {
        let path = Path::new(path.trim_start_matches('/'));
        let inside = path.components().all(|part| matches!(part, Component::Normal(_)));
        let path = self.folder.join(path);
        let path = if path.is_dir() { path.join("index.html") } else { path };
        (inside && path.is_file()).then_some(path)
    }
}

/// The app's policy with the bridge as the one connection.
fn policy() -> Result<String, Box<dyn Error>> {
    let configuration: Value = serde_json::from_str(CONFIGURATION)?;
    let policy = configuration.pointer("/app/security/csp").and_then(Value::as_object);
    let policy = policy.ok_or("the app has no content security policy")?;
    let rules = policy.iter().map(|(name, sources)| match (name.as_str(), sources.as_str()) {
        ("connect-src", _) => "connect-src 'self'".to_owned(),
        (name, sources) => format!("{name} {}", sources.unwrap_or("'none'")),
    });
    Ok(rules.collect::<Vec<_>>().join("; "))
}

fn media_type(path: &Path) -> &'static str {
    match path.extension().and_then(|ending| ending.to_str()) {
        Some("html") => "text/html; charset=utf-8",
        Some("js") => "text/javascript; charset=utf-8",
        Some("css") => "text/css; charset=utf-8",
        Some("svg") => "image/svg+xml",
        Some("png") => "image/png",
        Some("ttf") => "font/ttf",
        Some("woff2") => "font/woff2",
        Some("json") => "application/json",
        _ => "application/octet-stream",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_policy_is_the_app_s_and_connects_to_the_bridge_alone() {
        let policy = policy().unwrap();
        assert!(policy.contains("default-src 'none'"), "{policy}");
        assert!(policy.contains("script-src 'self'"), "{policy}");
        assert!(policy.contains("connect-src 'self'"), "{policy}");
        assert!(!policy.contains("ipc:"), "{policy}");
    }

    #[test]
    fn only_files_of_the_view_are_served() {
        let folder = tempfile::tempdir().unwrap();
        std::fs::create_dir(folder.path().join("view")).unwrap();
        std::fs::write(folder.path().join("view/index.html"), "").unwrap();
        std::fs::write(folder.path().join("secret"), "").unwrap();
        let page = Page::new(folder.path().join("view")).unwrap();
        assert_eq!(page.file("/"), Some(folder.path().join("view/index.html")));
        assert!(page.file("/index.html").is_some());
        for path in ["/../secret", "/x/../../secret", "//../secret", "/missing.js"] {
            assert_eq!(page.file(path), None, "{path}");
        }
    }
}
