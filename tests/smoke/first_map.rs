//! The core of a facilitator's first hour, with a real hand in the real window: steps dragged in,
//! connected across lanes, the wait noted, undone, redone, closed, opened again, exported.

use crate::app::App;
use crate::{keep, on_one_thread};
use serde_json::{Value, json};
use session::Session;
use std::path::Path;

const ENTER: char = '\u{E007}';
const CONTROL: char = '\u{E009}';
const SHIFT: char = '\u{E008}';
const ALT: char = '\u{E00A}';

/// A name that would run if it were ever taken for markup.
const HOSTILE: &str = "<img src=x onerror=alert(1)>";

/// Three days of eight hours.
const THREE_DAYS: i64 = 1_440;

/// How far outside its step a handle stands, in pixels.
const HANDLE: f64 = 11.0;

#[test]
fn a_first_map_is_drawn_closed_opened_and_exported() {
    on_one_thread(async |folder| {
        let file = folder.join("First map.baton");
        let map = notation::parse("engagement First map\nprocess Sale\nteam Sales\nteam Delivery");
        Session::create(&file, map.unwrap(), None).unwrap().close().unwrap();

        let app = App::start(&folder, Some(&file)).await;
        app.wait_for("return window.batonTest !== undefined").await;
        app.opened_when("the file is open", |it| it.is_object()).await;

        put_step(&app, 0, 200.0, "Agree the deal").await;
        put_step(&app, 1, 460.0, HOSTILE).await;
        connect(&app, "Agree the deal", HOSTILE).await;
        note_three_days(&app).await;

        app.press(&[CONTROL], 'z').await;
        app.opened_when("undone", |it| connector(it)["wait"].is_null()).await;
        app.press(&[CONTROL, SHIFT], 'z').await;
        app.opened_when("redone", waits_three_days).await;
        assert_eq!(app.run("return document.images.length").await, 0, "text became markup");
        keep(&app, "first-map").await;

        close_and_open_again(&app, &file).await;
        export(&app, &folder.join("First map.pdf")).await;
        app.quit().await;
        is_in_the_file(&file);
    });
}

/// Drags a step from the palette into a lane, and types its name.
async fn put_step(app: &App, lane: usize, x: f64, name: &str) {
    app.settled().await;
    let before = app.opened().await;
    let lane = &before["scene"]["lanes"][lane];
    let y = lane["top"].as_f64().unwrap() + lane["height"].as_f64().unwrap() / 2.0;
    let from = app.middle_of("[role=toolbar] button", "Step").await;
    app.drag(from, app.on_page(x, y).await).await;
    app.wait_for("return document.activeElement.tagName === 'TEXTAREA'").await;
    app.type_text(name).await;
    app.press(&[], ENTER).await;
    app.opened_when("the step has its name", |it| step(it, name).is_object()).await;
}

/// Draws a connector from the handle of one step to another, which makes a handoff.
async fn connect(app: &App, from: &str, to: &str) {
    app.settled().await;
    let opened = app.opened().await;
    let (left, right) = (bounds(&opened, from), bounds(&opened, to));
    let zoom = app.run("return window.batonTest.camera().k").await.as_f64().unwrap();
    let middle = |it: [f64; 4]| (it[0] + it[2] / 2.0, it[1] + it[3] / 2.0);
    let (x, y) = middle(left);
    // Handles stand on the step under the pointer.
    app.hover(app.on_page(x, y).await).await;
    let handle = app.on_page(left[0] + left[2] + HANDLE / zoom, y).await;
    let (x, y) = middle(right);
    app.drag(handle, app.on_page(x, y).await).await;
    let opened = app.opened_when("they are connected", |it| connector(it).is_object()).await;
    let made = connector(&opened);
    assert_eq!(made["from"], step(&opened, from)["id"]);
    assert_eq!(made["to"], step(&opened, to)["id"]);
    assert_eq!(only(&opened, "handoff")["number"], 1);
}

/// Notes on the connector just drawn that it waits three days.
async fn note_three_days(app: &App) {
    app.settled().await;
    app.press(&[ALT], 'w').await;
    app.wait_for("return document.activeElement.tagName === 'INPUT'").await;
    app.type_text("3 d").await;
    app.press(&[], ENTER).await;
    let opened = app.opened_when("it waits three days", waits_three_days).await;
    let groups = opened["scene"]["groups"].as_array().unwrap();
    let pill = groups.iter().find(|it| it["key"]["part"] == "handoff").unwrap();
    assert!(spaced(&pill["shapes"].to_string()).contains("3 d"), "the pill says so: {pill}");
}

/// Closes the file and opens it from the list; what was undone can still be undone.
async fn close_and_open_again(app: &App, file: &Path) {
    app.settled().await;
    let before = app.opened().await["records"].take();
    app.press(&[CONTROL, ALT], 'w').await;
    app.opened_when("closed", Value::is_null).await;
    let session = Session::open(file, None).unwrap();
    assert_eq!(json!(session.document().records()), before, "the file holds what was seen");
    drop(session);

    app.click(app.middle_of("button.file", "First map").await).await;
    let opened = app.opened_when("open again", |it| it.is_object()).await;
    assert_eq!(opened["records"], before);
    app.settled().await;
    app.press(&[CONTROL], 'z').await;
    app.opened_when("undone after opening", |it| connector(it)["wait"].is_null()).await;
    app.press(&[CONTROL, SHIFT], 'z').await;
    app.opened_when("redone after opening", waits_three_days).await;
}

/// Exports the pack. The system's dialog is beyond a driver, so the kernel is given the path.
async fn export(app: &App, to: &Path) {
    let done = app.ask(json!({ "ask": "exportPack", "path": to })).await.unwrap();
    assert_eq!(done["reply"], "exported");
    let pdf = lopdf::Document::load(to).unwrap();
    let pages: Vec<u32> = pdf.get_pages().into_keys().collect();
    assert_eq!(json!(pages.len()), done["with"]["pages"]);
    let text = spaced(&pdf.extract_text(&pages).unwrap().replace('\n', ""));
    for said in ["First map", "Agree the deal", "onerror=alert(1)", "H-01"] {
        assert!(text.contains(said), "the pack does not say {said}: {text}");
    }
}

/// What the window showed is what the file holds, after the app has gone.
fn is_in_the_file(file: &Path) {
    let session = Session::open(file, None).unwrap();
    let document = session.document();
    let connector = document.connectors().next().unwrap();
    assert_eq!(connector.wait.as_ref().unwrap().usual.0, THREE_DAYS as i32);
    assert_eq!(document.steps().filter(|step| step.name == HOSTILE).count(), 1);
    assert_eq!(document.handoffs_of(session.state()).len(), 1);
}

/// A text with its unbreakable spaces as plain ones.
fn spaced(text: &str) -> String {
    text.replace(['\u{a0}', '\u{202f}'], " ")
}

fn of_kind<'a>(opened: &'a Value, kind: &'static str) -> impl Iterator<Item = &'a Value> {
    opened["records"].as_array().into_iter().flatten().filter(move |it| it["kind"] == kind)
}

/// The one record of a kind; null while there is none, or more.
fn only<'a>(opened: &'a Value, kind: &'static str) -> &'a Value {
    let mut found = of_kind(opened, kind);
    match (found.next(), found.next()) {
        (Some(one), None) => one,
        _ => &Value::Null,
    }
}

fn connector(opened: &Value) -> &Value {
    only(opened, "connector")
}

fn step<'a>(opened: &'a Value, name: &str) -> &'a Value {
    of_kind(opened, "step").find(|it| it["name"] == name).unwrap_or(&Value::Null)
}

fn waits_three_days(opened: &Value) -> bool {
    connector(opened)["wait"]["usual"] == THREE_DAYS
}

/// Left, top, width and height of a step on the map.
fn bounds(opened: &Value, name: &str) -> [f64; 4] {
    let key = json!({ "part": "step", "id": step(opened, name)["id"] });
    let groups = opened["scene"]["groups"].as_array().unwrap();
    let group = groups.iter().find(|it| it["key"] == key).unwrap();
    ["x", "y", "w", "h"].map(|side| group["bounds"][side].as_f64().unwrap())
}
