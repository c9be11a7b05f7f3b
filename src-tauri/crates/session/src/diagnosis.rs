//! A diagnosis to send to whoever helps: versions, counts, the last things that were asked and what
//! they ended with. Nothing that a person wrote, no name and no path: it is made of numbers and of
//! words of Baton's own.

use crate::session::Session;
use std::collections::{BTreeMap, VecDeque};
use std::fmt::{self, Debug, Write};

/// So many events are remembered.
const MOST: usize = 200;

/// What was asked last, and what it ended with.
#[derive(Default)]
pub(crate) struct Log(VecDeque<(String, String)>);

impl Log {
    /// Notes what was asked, by the name of its variant alone, and the code that it ended with.
    pub fn note(&mut self, asked: String, ended: &str) {
        if self.0.len() >= MOST {
            self.0.pop_front();
        }
        self.0.push_back((asked, ended.to_owned()));
    }
}

/// The name of a variant: what its derived form begins with, and nothing of what follows.
pub(crate) fn variant(value: &dyn Debug) -> String {
    struct Name(String);
    impl Write for Name {
        fn write_str(&mut self, text: &str) -> fmt::Result {
            let word = text.find(|c: char| !c.is_ascii_alphanumeric()).unwrap_or(text.len());
            self.0.push_str(text.get(..word).unwrap_or_default());
            // What follows may be long, and is nobody's business.
            if word < text.len() { Err(fmt::Error) } else { Ok(()) }
        }
    }
    let mut name = Name(String::new());
    let _ = write!(name, "{value:?}");
    name.0
}

/// The text.
pub(crate) fn text(version: &str, log: &Log, session: Option<&mut Session>) -> String {
    let mut said = String::new();
    let mut line = |text: String| said.push_str(&(text + "\n"));
    line(format!("Baton {version}"));
    line(format!("System: {} {}", std::env::consts::OS, std::env::consts::ARCH));
    match session {
        None => line("No file is open.".to_owned()),
        Some(session) => of_file(session, &mut line),
    }
    line(String::new());
    line("Last events, oldest first:".to_owned());
    for (asked, ended) in &log.0 {
        line(format!("  {asked}: {ended}"));
    }
    said
}

fn of_file(session: &mut Session, line: &mut dyn FnMut(String)) {
    session.look_after();
    let about = session.store.about();
    line(format!("File format: {}", about.format));
    line(format!("File size: {} bytes", about.bytes));
    line(format!("Access: {:?}", session.store.access()));
    line(format!("Transactions: {}", about.transactions));
    line(format!("Edits: {} to undo, {} to redo", about.done, about.undone));
    line(format!("Versions: {}", session.store.versions().map_or(0, |it| it.len())));
    line(format!("Backups: {}", session.backups().len()));
    line(format!("Flight recorder: {}", if session.store.is_recording() { "on" } else { "off" }));
    let notices: Vec<String> = session.notices.iter().map(|it| variant(it)).collect();
    line(format!(
        "Notices: {}",
        if notices.is_empty() { "none".into() } else { notices.join(", ") }
    ));
    let waits = session.waiting().map_or_else(|| "no".to_owned(), |it| it.code);
    line(format!("An edit waits: {waits}"));
    if let Some((code, _)) = session.last_done() {
        line(format!("Last edit: {code:?}"));
    }
    line("Records:".to_owned());
    let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
    session.document.for_each(&mut |record| *counts.entry(record.kind().word()).or_default() += 1);
    for (kind, count) in counts {
        line(format!("  {kind}: {count}"));
    }
    let mut rules: BTreeMap<String, usize> = BTreeMap::new();
    for finding in session.findings() {
        *rules.entry(finding.rule.to_string()).or_default() += 1;
    }
    line("Findings by rule:".to_owned());
    for (rule, count) in rules {
        line(format!("  {rule}: {count}"));
    }
}
