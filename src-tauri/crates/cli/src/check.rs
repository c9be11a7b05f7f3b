//! `baton check`: what the checks find, one line each, the gravest first.

use crate::ending::{Ending, Outcome, look, say, say_json};
use serde_json::{Value, json};
use session::Session;
use std::path::Path;

/// Prints the findings.
///
/// # Errors
/// The file cannot be opened.
pub fn run(file: &Path, as_json: bool) -> Outcome {
    let session = look(file)?;
    let mut findings: Vec<_> = session.findings().iter().collect();
    findings.sort_by_key(|finding| finding.severity);
    if as_json {
        say_json(&json!(findings))?;
    } else if findings.is_empty() {
        say("Nothing to put right.")?;
    } else {
        say(&text(&session, &json!(findings)))?;
    }
    Ok(if findings.is_empty() { Ending::Done } else { Ending::Findings })
}

/// Severity and rule in columns, then the sentence and what to do.
fn text(session: &Session, findings: &Value) -> String {
    let word = |finding: &Value, name: &str| finding[name].as_str().unwrap_or_default().to_owned();
    let mut text = String::new();
    for finding in findings.as_array().into_iter().flatten() {
        let (severity, rule) = (word(finding, "severity"), word(finding, "rule"));
        let (message, hint) = (word(finding, "message"), word(finding, "hint"));
        text.push_str(&format!("{severity:<8} {rule}  {message} {hint}\n"));
    }
    let count = session.findings().len();
    let findings = if count == 1 { "finding" } else { "findings" };
    text.push_str(&format!("{count} {findings}\n"));
    text
}
