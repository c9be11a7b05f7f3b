//! The first five minutes of a workshop in the real window, without a mouse: the beginning of the
//! sample "Lead to live customer" typed line by line, gone on with from step to step, and undone.

use crate::app::App;
use crate::on_one_thread;
use serde_json::Value;
use session::Session;

const ENTER: char = '\u{E007}';
const ESCAPE: char = '\u{E00C}';
const TAB: char = '\u{E004}';
const CONTROL: char = '\u{E009}';

/// So many lines are typed.
const LINES: usize = 9;

#[test]
fn a_room_is_captured_by_key_and_taken_back() {
    on_one_thread(async |folder| {
        let file = folder.join("Workshop.baton");
        let map = notation::parse("engagement Workshop\nprocess Sale\nteam Marketing Operations");
        Session::create(&file, map.unwrap(), None).unwrap().close().unwrap();
        let app = App::start(&folder, Some(&file)).await;
        app.wait_for("return window.batonTest !== undefined").await;
        let before = app.opened_when("the file is open", Value::is_object).await;

        // Without a window manager nobody gives the window the keyboard.
        let ground = app.on_page(600.0, 70.0).await;
        app.click(ground).await;
        app.settled().await;
        app.press(&[], '/').await;
        app.wait_for("return document.activeElement.getAttribute('role') === 'combobox'").await;
        let script = include_str!("../fixtures/capture/lead-to-customer.txt");
        let lines = script.lines().filter(|line| !line.starts_with("//")).take(LINES);
        for (done, line) in (1..).zip(lines) {
            app.type_text(line).await;
            app.press(&[], ENTER).await;
            let captured = |it: &Value| it["revision"] == 1 + done;
            app.opened_when(line, captured).await;
        }
        let typed = app.opened().await;
        assert_eq!(typed["figures"]["steps"], 7, "and a start");
        assert_eq!(typed["figures"]["handoffs"], 2);
        assert_eq!(typed["figures"]["reworkLoops"], 1);

        for _ in 0..3 {
            app.press(&[], ESCAPE).await;
        }
        app.settled().await;
        tab_on(&app).await;
        // Everything that was typed is one edit a line; the next step and its name are one.
        for _ in 0..LINES + 1 {
            app.press(&[CONTROL], 'z').await;
        }
        let back = |it: &Value| it["records"] == before["records"];
        app.opened_when("all of it is undone", back).await;
        app.quit().await;
    });
}

/// From a step to the next one by Tab, and its name.
async fn tab_on(app: &App) {
    app.press(&[CONTROL], 'k').await;
    app.wait_for("return document.activeElement.tagName === 'INPUT'").await;
    app.type_text("Run contact").await;
    app.press(&[], ENTER).await;
    app.settled().await;
    app.press(&[], TAB).await;
    app.wait_for("return document.activeElement.tagName === 'TEXTAREA'").await;
    app.type_text("Leave a message").await;
    app.press(&[], ENTER).await;
    let named = |it: &Value| {
        let mut records = it["records"].as_array().into_iter().flatten();
        records.any(|it| it["kind"] == "step" && it["name"] == "Leave a message")
    };
    app.opened_when("the next step has its name", named).await;
    app.settled().await;
}
