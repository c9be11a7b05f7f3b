//! `baton check`: what the checks find, one line each, the gravest first.

use crate::ending::{Ending, Looked, Outcome, say, say_json};
use crate::language::Language;
use serde_json::{Value, json};

/// Prints the findings.
///
/// # Errors
/// The file cannot be opened.
pub fn run(looked: &Looked, language: Language, as_json: bool) -> Outcome {
    let mut session = looked.open()?;
    let _ = session.speak(language.into());
    let mut findings: Vec<_> = session.findings().iter().collect();
    findings.sort_by_key(|finding| finding.severity);
    let (waived, open): (Vec<_>, Vec<_>) =
        findings.iter().copied().partition(|it| it.waived.is_some());
    if as_json {
        say_json(&json!(findings))?;
    } else if open.is_empty() {
        say(&format!("Nothing to put right.\n{}", of_waived(&json!(waived))))?;
    } else {
        say(&format!("{}{}", text(&json!(open)), of_waived(&json!(waived))))?;
    }
    Ok(if open.is_empty() { Ending::Done } else { Ending::Findings })
}

/// What is left as it is, and why, after the rest.
fn of_waived(findings: &Value) -> String {
    let all = findings.as_array().map(Vec::as_slice).unwrap_or_default();
    let mut text = String::new();
    for finding in all {
        let word = |path: &str| finding.pointer(path).and_then(Value::as_str).unwrap_or_default();
        let (rule, message) = (word("/rule"), word("/message"));
        let reason = word("/waived/reason");
        text.push_str(&format!("waived   {rule}  {message} {reason}\n"));
    }
    if !all.is_empty() {
        text.push_str(&format!("{} waived\n", all.len()));
    }
    text
}

/// Severity and rule in columns, then the sentence and what to do.
fn text(findings: &Value) -> String {
    let word = |finding: &Value, name: &str| finding[name].as_str().unwrap_or_default().to_owned();
    let mut text = String::new();
    for finding in findings.as_array().into_iter().flatten() {
        let (severity, rule) = (word(finding, "severity"), word(finding, "rule"));
        let (message, hint) = (word(finding, "message"), word(finding, "hint"));
        text.push_str(&format!("{severity:<8} {rule}  {message} {hint}\n"));
    }
    let count = findings.as_array().map_or(0, Vec::len);
    let findings = if count == 1 { "finding" } else { "findings" };
    text.push_str(&format!("{count} {findings}\n"));
    text
}
