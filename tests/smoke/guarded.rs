//! The window shows Baton's page, and that page can reach the kernel's two commands and nothing
//! else: no other command, no other page, no network.

use crate::app::App;
use crate::on_one_thread;
use serde_json::json;
use session::Session;

/// Commands of Tauri and of plugins that are linked or might be; a page must not have one of them.
const FOREIGN: &[&str] = &[
    "plugin:dialog|open",
    "plugin:dialog|save",
    "plugin:dialog|message",
    "plugin:fs|read_file",
    "plugin:fs|write_file",
    "plugin:shell|open",
    "plugin:shell|execute",
    "plugin:opener|open_path",
    "plugin:http|fetch",
    "plugin:event|emit",
    "plugin:event|listen",
    "plugin:webview|create_webview_window",
    "plugin:webview|internal_toggle_devtools",
    "plugin:window|close",
    "plugin:window|set_title",
    "plugin:path|resolve_directory",
    "plugin:app|version",
    "plugin:menu|new",
    "plugin:image|from_path",
    "quit",
];

#[test]
fn the_page_reaches_the_kernel_and_nothing_else() {
    on_one_thread(async |folder| {
        let file = folder.join("Northwind.baton");
        let sample = exchange::sample().unwrap();
        Session::create(&file, sample.clone(), None).unwrap().close().unwrap();

        let app = App::start(&folder, Some(&file)).await;
        let opened = app.opened_when("the file is open", |it| it.is_object()).await;
        assert_eq!(opened["name"], "Northwind");
        assert_eq!(opened["records"].as_array().unwrap().len(), sample.len());
        app.wait_for("return document.querySelector('canvas') !== null").await;

        for command in FOREIGN {
            let refused = app.invoke(command, json!({})).await;
            assert!(refused.is_err(), "{command} was answered: {refused:?}");
        }
        for unknown in [
            json!({ "ask": "everything" }),
            json!({ "ask": "forget", "path": "x", "more": 1 }),
            json!({ "ask": "apply", "command": { "do": "everything" } }),
            json!(null),
        ] {
            let refused = app.ask(unknown).await.unwrap_err();
            assert_eq!(refused["code"], "notUnderstood", "{refused}");
        }

        assert_eq!(app.run("return typeof window.__TAURI__").await, "undefined");
        assert_eq!(app.run("return Object.isFrozen(Object.prototype)").await, true);
        assert_eq!(app.run("return window.open('https://example.org/') === null").await, true);
        let here = app.run("return location.href").await;
        app.run("location.href = 'data:text/html,elsewhere'").await;
        app.run("location.href = 'http://127.0.0.1:9/'").await;
        app.opened_when("the page still answers", |it| it["name"] == "Northwind").await;
        assert_eq!(app.run("return location.href").await, here);
        app.quit().await;
    });
}

#[test]
fn what_the_page_tries_to_fetch_goes_nowhere() {
    on_one_thread(async |folder| {
        let canary = std::net::TcpListener::bind("0.0.0.0:0").unwrap();
        canary.set_nonblocking(true).unwrap();
        let port = canary.local_addr().unwrap().port();
        let app = App::start(&folder, None).await;
        app.wait_for("return document.body !== null").await;
        let before = app.run("return window.violations.length").await;
        app.run(&format!(
            "const to = 'http://' + location.hostname + ':{port}/'; \
             const link = document.createElement('link'); \
             link.rel = 'preconnect'; link.href = to; document.head.append(link); \
             const image = new Image(); image.src = to; document.body.append(image); \
             fetch(to).catch(() => {{ window.fetched = 'refused' }});"
        ))
        .await;
        app.wait_for("return window.fetched === 'refused'").await;
        let after = app.wait_for(&format!("return window.violations.length > {before}")).await;
        assert_eq!(after, true, "the policy spoke up");
        app.run("window.violations = []").await;
        app.quit().await;
        let reached = canary.accept().map(|(_, from)| from);
        assert!(reached.is_err(), "something reached the network: {reached:?}");
    });
}
