//! From the current state to a comparison that is signed off, in the real window: opened with the
//! mouse, moved, a change looked up, signed, and looked at in both themes.

use crate::app::App;
use crate::{keep, on_one_thread};
use serde_json::Value;
use session::Session;

const ENTER: char = '\u{E007}';
const CONTROL: char = '\u{E009}';

#[test]
fn a_comparison_is_opened_looked_through_and_signed() {
    on_one_thread(async |folder| {
        let file = folder.join("Northwind.baton");
        Session::create(&file, exchange::sample().unwrap(), None).unwrap().close().unwrap();
        let app = App::start(&folder, Some(&file)).await;
        app.wait_for("return window.batonTest !== undefined").await;
        app.opened_when("the file is open", Value::is_object).await;

        app.click(app.middle_of("header button", "Compare").await).await;
        app.wait_for("return document.querySelector('.compared h2')?.textContent.includes('20.1 days faster')").await;
        app.settled().await;
        keep(&app, "compare-light").await;

        let stage = app.middle_of(".compare-stage", "").await;
        let before = picture(&app).await;
        app.drag(stage, (stage.0 - 160.0, stage.1)).await;
        app.settled().await;
        assert_ne!(picture(&app).await, before, "the picture follows the hand");

        app.run("document.querySelector('.changes li > button').focus()").await;
        app.press(&[], ENTER).await;
        app.wait_for("return document.querySelectorAll('.changes li.open dt').length > 0").await;

        app.run("document.querySelector('.sign input').focus()").await;
        app.type_text("Ada Lee, head of sales").await;
        app.press(&[], ENTER).await;
        app.opened_when("the future state is signed", signed).await;

        for (theme, name) in [("Dark theme", "compare-dark"), ("Light theme", "compare-signed")] {
            app.press(&[CONTROL], 'k').await;
            app.wait_for("return document.activeElement.tagName === 'INPUT' && !document.activeElement.closest('.sign')").await;
            app.type_text(theme).await;
            app.press(&[], ENTER).await;
            app.settled().await;
            keep(&app, name).await;
        }
        app.quit().await;
        let session = Session::open(&file, None).unwrap();
        let document = session.document();
        let future = document.states().find(|it| !it.signatures.is_empty()).unwrap();
        assert_eq!(future.role, model::StateRole::Future, "what was signed is in the file");
    });
}

/// What the canvas of the comparison shows.
async fn picture(app: &App) -> Value {
    app.run("return document.querySelector('.compare-stage canvas').toDataURL()").await
}

fn signed(opened: &Value) -> bool {
    let mut records = opened["records"].as_array().into_iter().flatten();
    records.any(|it| {
        it["kind"] == "state"
            && it["role"] == "future"
            && it["signatures"][0]["name"] == "Ada Lee, head of sales"
    })
}
