//! `baton agreement`: what two teams agreed about a handoff, read aloud; each promise beside what is
//! seen today; and what is still missing.

use crate::ending::{Looked, Outcome, say, spoken};
use serde_json::{Value, json};

/// Prints the agreements of the state on the canvas, or the one that is asked for.
///
/// # Errors
/// The file cannot be opened, or has no such handoff.
pub fn run(looked: &Looked, handoff: Option<&str>) -> Outcome {
    let session = looked.open()?;
    let document = session.document();
    let wanted = |name: &str| handoff.is_none_or(|it| it.eq_ignore_ascii_case(name));
    let mut text = String::new();
    for (handoff, connector) in document.handoffs_of(session.state()) {
        let name = handoff.name();
        if !wanted(&name) {
            continue;
        }
        let team = |step| {
            let step = document.step(step)?;
            Some(document.team_of(step)?.name.clone())
        };
        let [from, to] = [connector.from, connector.to].map(|it| team(it).unwrap_or_default());
        let shown = session.agreement(handoff.id).map_err(spoken)?;
        text.push_str(&format!("{name} {from} → {to}\n{}\n", read(&json!(shown))));
    }
    match (text.is_empty(), handoff) {
        (true, Some(name)) => Err(format!("{name} is no handoff of this map.")),
        (true, None) => say("This map has no handoffs."),
        (false, _) => say(text.trim_end()),
    }
}

fn each(value: &Value) -> impl Iterator<Item = &Value> {
    value.as_array().into_iter().flatten()
}

fn read(shown: &Value) -> String {
    let mut text = String::new();
    for sentence in each(&shown["sentences"]).filter_map(Value::as_str) {
        text.push_str(&format!("  {sentence}\n"));
    }
    for promise in each(&shown["promises"]) {
        text.push_str(&format!("  {}\n", beside(promise)));
    }
    for gap in each(&shown["gaps"]) {
        text.push_str(&format!("  missing: {}\n", gap["message"].as_str().unwrap_or_default()));
    }
    text
}

/// `response 240 min: kept (usual 120 min, worst 200 min)`. Minutes are of the clock of the target.
fn beside(promise: &Value) -> String {
    let word = |field: &str| promise[field].as_str().unwrap_or_default();
    let seen: Vec<String> = ["best", "usual", "worst"]
        .into_iter()
        .filter_map(|field| Some(format!("{field} {} min", promise[field].as_i64()?)))
        .collect();
    let minutes = promise["minutes"].as_i64().unwrap_or_default();
    let seen = if seen.is_empty() { "nothing seen".to_owned() } else { seen.join(", ") };
    format!("{} {minutes} min: {} ({seen})", word("target"), word("standing"))
}
