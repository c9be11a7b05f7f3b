//! The days of the plan as a calendar file (RFC 5545): one all-day entry an action, on the day it is
//! due. Same input, same bytes: the day it is made on is given, and an entry keeps its name for
//! ever, so that a calendar which takes the file again moves the entries it has.

use analysis::Language;
use analysis::calendar::Day;
use analysis::plan::{begin, due};
use model::{Action, ActionStatus, Document};

/// Octets of a line, its end not counted (RFC 5545, 3.1).
const LINE: usize = 75;

/// What cannot be known from the document.
#[derive(Clone, Copy, Debug)]
pub struct Setting<'a> {
    /// What names the document wherever its file goes.
    pub key: &'a str,
    /// The day the file is made on, `YYYY-MM-DD`. Columns count from it while nobody said when the
    /// plan begins.
    pub day: &'a str,
    /// The language of the words that are not the room's.
    pub language: Language,
}

/// A calendar file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Agenda {
    /// Its text, with the line ends that the format asks for.
    pub text: String,
    /// How many entries it has.
    pub entries: usize,
    /// Actions that are in no column and have no date.
    pub undated: usize,
}

/// The plan as a calendar file. What was given up is not in it.
pub fn agenda(document: &Document, setting: &Setting) -> Agenda {
    let from = begin(document).or_else(|| setting.day.parse().ok());
    let mut text = String::new();
    let mut made = Agenda { text: String::new(), entries: 0, undated: 0 };
    for line in ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Baton//Plan//EN"] {
        put(&mut text, line);
    }
    put(&mut text, "CALSCALE:GREGORIAN");
    put(&mut text, "METHOD:PUBLISH");
    for action in document.actions().filter(|it| it.status != ActionStatus::Dropped) {
        match due(action, from) {
            Some(day) => {
                entry(&mut text, document, action, day, setting);
                made.entries += 1;
            }
            None => made.undated += 1,
        }
    }
    put(&mut text, "END:VCALENDAR");
    Agenda { text, ..made }
}

fn entry(text: &mut String, document: &Document, action: &Action, due: Day, setting: &Setting) {
    let done = if action.status == ActionStatus::Done { "✓ " } else { "" };
    let description = description(document, action, setting.language);
    put(text, "BEGIN:VEVENT");
    put(text, &format!("UID:{}-action-{}@baton", setting.key, action.id.0));
    put(text, &format!("DTSTAMP:{}T000000Z", basic(setting.day)));
    put(text, &format!("DTSTART;VALUE=DATE:{}", basic(due)));
    put(text, &format!("DTEND;VALUE=DATE:{}", basic(due.plus(1))));
    put(text, &format!("SUMMARY:{done}{}", escaped(action.text.trim())));
    if !description.is_empty() {
        put(text, &format!("DESCRIPTION:{}", escaped(&description)));
    }
    // A day by which something is due takes nobody's time away.
    put(text, "TRANSP:TRANSPARENT");
    put(text, "END:VEVENT");
}

fn description(document: &Document, action: &Action, language: Language) -> String {
    let owner = action.owner.and_then(|id| document.role(id)).map_or("", |it| it.name.trim());
    let people = [owner, action.person.trim()].into_iter().filter(|it| !it.is_empty());
    let pains = action.answers.iter().filter_map(|id| document.pain_point(*id));
    let hours = action
        .work
        .map(|it| format!("{} h", (f64::from(it.0) / 6.0).round() / 10.0))
        .unwrap_or_default();
    let words = match language {
        Language::English => ["Owner", "Expected effect", "Work", "Answers", "Shown by"],
        Language::German => ["Verantwortlich", "Erwartete Wirkung", "Aufwand", "Gegen", "Nachweis"],
    };
    let said = [
        people.collect::<Vec<_>>().join(", "),
        action.effect.trim().to_owned(),
        if language == Language::German { hours.replace('.', ",") } else { hours },
        pains.map(|it| it.text.trim()).collect::<Vec<_>>().join("; "),
        action.evidence.trim().to_owned(),
    ];
    let lines = words.iter().zip(said).filter(|(_, said)| !said.is_empty());
    lines.map(|(word, said)| format!("{word}: {said}")).collect::<Vec<_>>().join("\n")
}

/// `20260522`.
fn basic(day: impl ToString) -> String {
    day.to_string().replace('-', "")
}

/// A text as a value (RFC 5545, 3.3.11); other control characters are not allowed in one.
fn escaped(text: &str) -> String {
    let mut safe = String::with_capacity(text.len());
    for c in text.replace("\r\n", "\n").chars() {
        match c {
            '\\' | ';' | ',' => safe.extend(['\\', c]),
            '\n' | '\r' => safe.push_str("\\n"),
            c if c.is_control() => safe.push(' '),
            c => safe.push(c),
        }
    }
    safe
}

/// One line, folded between characters where it is too long; what goes on begins with a space.
fn put(text: &mut String, line: &str) {
    let mut used = 0;
    for c in line.chars() {
        if used + c.len_utf8() > LINE {
            text.push_str("\r\n ");
            used = 1;
        }
        text.push(c);
        used += c.len_utf8();
    }
    text.push_str("\r\n");
}
