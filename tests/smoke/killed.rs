//! What is killed comes back: the app with the file that was open, its last edit in it and named; the
//! page alone without the app noticing more than that.

use crate::app::{App, binary};
use crate::on_one_thread;
use serde_json::json;
use session::{LocalFolder, Session};
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

/// The longest that anything may take to be so.
const PATIENCE: Duration = Duration::from_secs(20);
/// How long to wait before asking again.
const BREATH: Duration = Duration::from_millis(20);

#[test]
fn the_app_is_killed_and_opens_again_where_it_was() {
    on_one_thread(async |folder| {
        let file = folder.join("Northwind.baton");
        Session::create(&file, exchange::sample().unwrap(), None).unwrap().close().unwrap();
        let app = App::start(&folder, Some(&file)).await;
        app.opened_when("the file is open", |it| it["name"] == "Northwind").await;
        let edit = json!({ "field": "client", "value": "Killed & Sons" });
        let apply = json!({ "ask": "apply", "command": { "do": "editEngagement", "edit": edit } });
        app.ask(apply).await.unwrap();
        // With the driver goes the app, and nobody asks it first.
        drop(app);

        let app = App::start(&folder, None).await;
        let opened = app.opened_when("it is open again", |it| it["name"] == "Northwind").await;
        let records = opened["records"].as_array().unwrap();
        assert!(records.iter().any(|it| it["client"] == "Killed & Sons"), "the edit is there");
        app.wait_for("return document.querySelector('canvas') !== null").await;
        // What was closed on purpose stays closed.
        app.ask(json!({ "ask": "close" })).await.unwrap();
        app.quit().await;
        let app = App::start(&folder, None).await;
        app.wait_for("return document.body !== null").await;
        assert!(app.opened().await.is_null());
        app.quit().await;
    });
}

/// An app without a driver, which would not outlive its page.
struct Alone(Child);

impl Alone {
    fn start(folder: &Path, file: &Path) -> Alone {
        let app = Command::new(binary())
            .arg(file)
            .env("BATON_MANY_WINDOWS", "1")
            .env("XDG_DATA_HOME", folder.join("data"))
            .env("XDG_CONFIG_HOME", folder.join("config"))
            .env("XDG_CACHE_HOME", folder.join("cache"))
            .stdin(Stdio::null())
            .spawn();
        Alone(app.unwrap())
    }

    /// The process of its page, once that is another than this one.
    async fn page_other_than(&self, old: Option<u32>) -> u32 {
        let since = Instant::now();
        loop {
            let page = pages(self.0.id()).into_iter().find(|it| Some(*it) != old);
            if let Some(page) = page {
                return page;
            }
            assert!(since.elapsed() < PATIENCE, "the page has no process");
            tokio::time::sleep(BREATH).await;
        }
    }
}

impl Drop for Alone {
    fn drop(&mut self) {
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

/// The processes below this one that show a page. In its `stat` the name of a process stands in
/// brackets, its state and its parent after them.
fn pages(app: u32) -> Vec<u32> {
    let mut found = Vec::new();
    for entry in std::fs::read_dir("/proc").unwrap().flatten() {
        let Ok(id) = entry.file_name().to_string_lossy().parse::<u32>() else { continue };
        let stat = std::fs::read_to_string(entry.path().join("stat")).unwrap_or_default();
        let Some((name, rest)) = stat.rsplit_once(')') else { continue };
        let parent = rest.split_whitespace().nth(1).and_then(|it| it.parse::<u32>().ok());
        if name.contains("(WebKitWebProc") && parent == Some(app) {
            found.push(id);
        }
    }
    found
}

/// Waits until a process has worked and works no more: its page is there. One that is killed before
/// it has answered its parent ends that too, which is WebKit's doing.
async fn rests(process: u32) {
    let worked = || {
        let stat = std::fs::read_to_string(format!("/proc/{process}/stat")).unwrap_or_default();
        let rest = stat.rsplit_once(')').map_or("", |it| it.1);
        let times = rest.split_whitespace().skip(11).take(2);
        times.filter_map(|it| it.parse::<u64>().ok()).sum::<u64>()
    };
    let since = Instant::now();
    let (mut before, mut still) = (0, Instant::now());
    while before == 0 || still.elapsed() < Duration::from_secs(1) {
        assert!(since.elapsed() < PATIENCE, "the page never rests");
        tokio::time::sleep(BREATH).await;
        let now = worked();
        if now != before {
            (before, still) = (now, Instant::now());
        }
    }
}

#[test]
fn the_page_is_killed_and_is_shown_again() {
    on_one_thread(async |folder| {
        let file = folder.join("Northwind.baton");
        Session::create(&file, exchange::sample().unwrap(), None).unwrap().close().unwrap();
        let mut app = Alone::start(&folder, &file);
        let page = app.page_other_than(None).await;
        rests(page).await;
        assert!(
            Command::new("kill").arg("-KILL").arg(page.to_string()).status().unwrap().success()
        );
        rests(app.page_other_than(Some(page)).await).await;
        assert!(app.0.try_wait().unwrap().is_none(), "the app goes on");
        // And nobody else may write to the file.
        assert!(
            Session::open(&file, Some(&LocalFolder::new(folder.join("data/dev.baton.desktop"))))
                .is_err()
        );
    });
}
