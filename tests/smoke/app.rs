//! One running app and the driver that started it. Both end with the test, however that ends.
//! Nothing sleeps for a time: whatever is expected is asked for until it is so.

use fantoccini::actions::{InputSource, KeyAction, KeyActions, MouseActions, PointerAction};
use fantoccini::error::NewSessionError;
use fantoccini::{Client, ClientBuilder};
use hyper_util::client::legacy::connect::HttpConnector;
use serde_json::{Value, json};
use std::net::{TcpListener, TcpStream};
use std::os::unix::process::CommandExt;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

/// The longest that anything may take to be so.
const PATIENCE: Duration = Duration::from_secs(20);

/// How long to wait before asking again.
const BREATH: Duration = Duration::from_millis(20);

/// The left button, as WebDriver numbers them.
const LEFT: u64 = 0;

/// A point of the page, in CSS pixels.
pub type Point = (f64, f64);

/// The app with its driver.
pub struct App {
    client: Client,
    /// Dropped after the client: the app goes with its driver.
    driver: Driver,
}

impl App {
    /// Starts the app with its own data in this folder, and with this file open. Pictures can be
    /// taken of it.
    pub async fn start(folder: &Path, file: Option<&Path>) -> App {
        // Pictures of the page never come with the other renderer.
        App::drawn_by(folder, file, Some("0")).await
    }

    /// The same with the renderer that the app itself takes; no pictures can be taken.
    pub async fn start_as_it_is(folder: &Path, file: Option<&Path>) -> App {
        App::drawn_by(folder, file, None).await
    }

    /// The process that started the app and its webview.
    pub fn driver(&self) -> u32 {
        self.driver.process.id()
    }

    async fn drawn_by(folder: &Path, file: Option<&Path>, renderer: Option<&str>) -> App {
        let arguments: Vec<&Path> = file.into_iter().collect();
        let options = json!({ "binary": binary(), "args": arguments });
        let capabilities = json!({ "webkitgtk:browserOptions": options });
        // A driver sometimes hangs up on its first request; the next one does not.
        let mut hung_up = 0;
        let (driver, client) = loop {
            let driver = Driver::start(folder, renderer).await;
            let client = ClientBuilder::new(HttpConnector::new())
                .capabilities(capabilities.as_object().unwrap().clone())
                .connect(&format!("http://127.0.0.1:{}", driver.port))
                .await;
            match client {
                Ok(client) => break (driver, client),
                Err(NewSessionError::FailedC(why)) if hung_up < 2 => {
                    eprintln!("the driver hung up: {why}");
                    hung_up += 1;
                }
                Err(why) => panic!("the driver starts the app: {why:?}"),
            }
        };
        let app = App { client, driver };
        app.run(
            "window.violations = []; addEventListener('securitypolicyviolation', \
             it => window.violations.push(it.violatedDirective + ' ' + it.blockedURI))",
        )
        .await;
        app
    }

    /// Runs a script in the page; `return` gives its value.
    pub async fn run(&self, script: &str) -> Value {
        self.client.execute(script, vec![]).await.unwrap()
    }

    /// Waits until a script in the page gives something that is true.
    pub async fn wait_for(&self, script: &str) -> Value {
        let since = Instant::now();
        loop {
            let value = self.run(script).await;
            if !matches!(value, Value::Null | Value::Bool(false)) {
                return value;
            }
            assert!(since.elapsed() < PATIENCE, "never so: {script}");
            tokio::time::sleep(BREATH).await;
        }
    }

    /// Calls a command of the shell, past the page: its value, or what it was refused with.
    pub async fn invoke(&self, command: &str, arguments: Value) -> Result<Value, Value> {
        let script = "const [command, given, done] = arguments; \
             window.__TAURI_INTERNALS__.invoke(command, given) \
             .then(value => done({ value }), error => done({ error: error ?? 'refused' }))";
        let answer =
            self.client.execute_async(script, vec![json!(command), arguments]).await.unwrap();
        match answer.get("error") {
            Some(error) => Err(error.clone()),
            None => Ok(answer["value"].clone()),
        }
    }

    /// Asks the kernel.
    pub async fn ask(&self, request: Value) -> Result<Value, Value> {
        self.invoke("ask", json!({ "request": request })).await
    }

    /// The file as it is open now: records, scene, history.
    pub async fn opened(&self) -> Value {
        self.ask(json!({ "ask": "start" })).await.unwrap()["with"]["opened"].take()
    }

    /// Waits until the open file is as expected.
    pub async fn opened_when(&self, what: &str, expected: impl Fn(&Value) -> bool) -> Value {
        let since = Instant::now();
        loop {
            let opened = self.opened().await;
            if expected(&opened) {
                return opened;
            }
            assert!(since.elapsed() < PATIENCE, "never so: {what}");
            tokio::time::sleep(BREATH).await;
        }
    }

    /// Where a point of the map lies on the page.
    pub async fn on_page(&self, x: f64, y: f64) -> Point {
        let at = self.run(&format!("return window.batonTest.toClient({x}, {y})")).await;
        (at["x"].as_f64().unwrap(), at["y"].as_f64().unwrap())
    }

    /// The middle of the one element that a selector finds with this text in it.
    pub async fn middle_of(&self, selector: &str, text: &str) -> Point {
        let at = self
            .wait_for(&format!(
                "const found = [...document.querySelectorAll('{selector}')] \
                 .filter(it => it.textContent.includes('{text}')); \
                 if (found.length !== 1) return false; \
                 const box = found[0].getBoundingClientRect(); \
                 return {{ x: box.x + box.width / 2, y: box.y + box.height / 2 }}"
            ))
            .await;
        (at["x"].as_f64().unwrap(), at["y"].as_f64().unwrap())
    }

    /// Waits until the page has nothing under way.
    pub async fn settled(&self) {
        let script = "const [done] = arguments; window.batonTest.idle().then(() => done(true))";
        self.client.execute_async(script, vec![]).await.unwrap();
    }

    /// Moves the pointer there.
    pub async fn hover(&self, (x, y): Point) {
        let there = PointerAction::MoveTo { duration: None, x, y };
        let mouse = MouseActions::new("mouse".to_owned()).then(there);
        self.client.perform_actions(mouse).await.unwrap();
    }

    /// Presses at one point, moves to another in small steps as a hand does, and lets go.
    pub async fn drag(&self, from: Point, to: Point) {
        let moved = |(x, y): Point, millis: u64| PointerAction::MoveTo {
            duration: Some(Duration::from_millis(millis)),
            x,
            y,
        };
        let mut mouse = MouseActions::new("mouse".to_owned())
            .then(moved(from, 0))
            .then(PointerAction::Down { button: LEFT });
        for step in 1..=10 {
            let part = f64::from(step) / 10.0;
            let at = (from.0 + (to.0 - from.0) * part, from.1 + (to.1 - from.1) * part);
            mouse = mouse.then(moved(at, 16));
        }
        let mouse = mouse.then(PointerAction::Up { button: LEFT });
        self.client.perform_actions(mouse).await.unwrap();
    }

    /// Presses and lets go at one point.
    pub async fn click(&self, (x, y): Point) {
        let mouse = MouseActions::new("mouse".to_owned())
            .then(PointerAction::MoveTo { duration: None, x, y })
            .then(PointerAction::Down { button: LEFT })
            .then(PointerAction::Up { button: LEFT });
        self.client.perform_actions(mouse).await.unwrap();
    }

    /// Presses keys together: those that are held, and one more.
    pub async fn press(&self, held: &[char], key: char) {
        let mut keys = KeyActions::new("keys".to_owned());
        for value in held {
            keys = keys.then(KeyAction::Down { value: *value });
        }
        keys = keys.then(KeyAction::Down { value: key }).then(KeyAction::Up { value: key });
        for value in held {
            keys = keys.then(KeyAction::Up { value: *value });
        }
        self.client.perform_actions(keys).await.unwrap();
    }

    /// Types a text into what has the focus.
    pub async fn type_text(&self, text: &str) {
        for key in text.chars() {
            self.press(&[], key).await;
        }
    }

    /// A picture of the page, as PNG.
    pub async fn screenshot(&self) -> Vec<u8> {
        self.client.screenshot().await.unwrap()
    }

    /// Closes the window as a person does, once nothing broke the page's policy.
    pub async fn quit(self) {
        assert_eq!(self.run("return window.violations").await, json!([]), "policy violations");
        self.client.close().await.unwrap();
    }
}

/// WebKitWebDriver in a process group of its own, to which the app it starts belongs.
struct Driver {
    process: Child,
    port: u16,
}

impl Driver {
    /// `renderer` is whether WebKit's default one is disabled; nothing leaves that to the app.
    async fn start(folder: &Path, renderer: Option<&str>) -> Driver {
        let port = TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap().port();
        let process = Command::new("WebKitWebDriver")
            .arg(format!("--port={port}"))
            .env("TAURI_WEBVIEW_AUTOMATION", "true")
            .env_remove("WEBKIT_DISABLE_DMABUF_RENDERER")
            .envs(renderer.map(|it| ("WEBKIT_DISABLE_DMABUF_RENDERER", it)))
            .env("BATON_MANY_WINDOWS", "1")
            .env("XDG_DATA_HOME", folder.join("data"))
            .env("XDG_CONFIG_HOME", folder.join("config"))
            .env("XDG_CACHE_HOME", folder.join("cache"))
            .stdin(Stdio::null())
            .process_group(0)
            .spawn()
            .expect("WebKitWebDriver is installed (Debian: webkit2gtk-driver)");
        let driver = Driver { process, port };
        let since = Instant::now();
        while TcpStream::connect(("127.0.0.1", port)).is_err() {
            assert!(since.elapsed() < PATIENCE, "the driver does not listen");
            tokio::time::sleep(BREATH).await;
        }
        driver
    }
}

impl Drop for Driver {
    fn drop(&mut self) {
        // Killing the driver alone may leave the app behind.
        let group = format!("-{}", self.process.id());
        let _ = Command::new("kill").args(["-KILL", "--", &group]).status();
        let _ = self.process.wait();
    }
}

/// The built app, beside the folder that this test is built into.
pub fn binary() -> PathBuf {
    let test = std::env::current_exe().unwrap();
    let binary = test.ancestors().nth(2).unwrap().join("baton-desktop");
    assert!(binary.is_file(), "{} is not built: cargo build -p baton-desktop", binary.display());
    binary
}
