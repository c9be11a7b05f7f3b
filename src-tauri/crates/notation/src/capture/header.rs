//! What the columns of a pasted table are called, and what their cells say.

use super::table::phrase;
use crate::named::Named;

/// A column.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Column {
    /// Without a name; not read.
    Nothing,
    Team,
    Step,
    Next,
    ProcessTime,
    Span,
    CompleteAccurate,
    People,
    Uses,
    Accountable,
    Value,
    Note,
    Code,
    Wait,
    WaitAfter,
    Cause,
    Via,
    Passes,
    Giver,
    Receiver,
    If,
    Share,
    Pain,
}

/// The first is the one that errors name. The German ones are those of a table that Baton copies.
const NAMES: &[(Column, &[&str])] = &[
    (Column::Nothing, &["", "no", "nr", "row"]),
    (Column::Team, &["team", "lane", "swimlane", "department", "function", "who", "party"]),
    (
        Column::Step,
        &["step", "activity", "task", "process step", "name", "what", "action", "schritt"],
    ),
    (
        Column::Next,
        &["next", "next step", "goes to", "to", "leads to", "successor", "passes to", "führt zu"],
    ),
    (
        Column::ProcessTime,
        &[
            "process time",
            "processing time",
            "pt",
            "time",
            "touch time",
            "work time",
            "bearbeitungszeit",
        ],
    ),
    (Column::Span, &["span", "elapsed", "elapsed time"]),
    (
        Column::CompleteAccurate,
        &["%c&a", "c&a", "c&a %", "% c&a", "ca", "complete and accurate", "%complete and accurate"],
    ),
    (Column::People, &["people", "staff", "number of people"]),
    (Column::Uses, &["system", "systems", "tool", "tools", "uses"]),
    (Column::Accountable, &["accountable", "accountable role", "owner", "role"]),
    (Column::Value, &["value", "value class"]),
    (Column::Note, &["note", "notes", "comment", "comments", "remarks"]),
    (Column::Code, &["code", "id", "#"]),
    (
        Column::Wait,
        &["wait", "waits", "waiting", "waiting time", "wait time", "queue time", "delay"],
    ),
    (Column::WaitAfter, &["wait after", "waits after", "then waits", "wartezeit danach"]),
    (Column::Cause, &["cause", "delay cause", "cause of delay", "cause of waiting", "why"]),
    (Column::Via, &["via", "channel", "medium"]),
    (Column::Passes, &["passes", "what passes", "input", "information", "item"]),
    (Column::Giver, &["giver", "from role", "sender"]),
    (Column::Receiver, &["receiver", "to role"]),
    (Column::If, &["if", "condition", "label"]),
    (Column::Share, &["share", "probability", "how often"]),
    (Column::Pain, &["pain", "pain point", "problem", "issue"]),
];

/// The names of columns, for an error.
pub(crate) fn columns() -> String {
    let named = NAMES.iter().filter(|(column, _)| *column != Column::Nothing);
    named.filter_map(|(_, names)| names.first().copied()).collect::<Vec<_>>().join(", ")
}

/// The column of this name, and the unit of its bare numbers, as in `Wait (days)`.
pub(super) fn column(name: &str) -> Option<(Column, Option<&'static str>)> {
    let name = name.trim().trim_matches('*').to_lowercase();
    let open = name.find(['(', '[']).unwrap_or(name.len());
    let (bare, unit) = name.split_at_checked(open).unwrap_or((&name, ""));
    let unit = match unit.trim_matches(['(', ')', '[', ']', ' ', '.']) {
        "min" | "mins" | "minutes" | "m" => Some("min"),
        "h" | "hr" | "hrs" | "hours" => Some("h"),
        "d" | "day" | "days" => Some("d"),
        _ => None,
    };
    let bare = bare.trim().trim_end_matches(['.', ':']);
    let found = NAMES.iter().find(|(_, names)| names.contains(&bare));
    found.map(|(column, _)| (*column, unit))
}

impl Column {
    /// What a cell says of the step.
    pub fn of_step(self, text: &str, unit: Option<&str>) -> Option<String> {
        Some(match self {
            Column::ProcessTime => time(text, unit),
            Column::Span => format!("span {}", time(text, unit)),
            Column::CompleteAccurate => format!("%C&A {}", percent(text)),
            Column::People => {
                format!("{} people", text.trim_end_matches(char::is_alphabetic).trim())
            }
            Column::Uses => phrase("uses", text),
            Column::Accountable => phrase("accountable", text),
            Column::Value => value(text),
            Column::Note => phrase("note", text),
            Column::Code => format!("#{}", text.trim_start_matches('#')),
            Column::Pain => phrase("pain", text),
            _ => return None,
        })
    }

    /// What a cell says of the ways that its row draws.
    pub fn of_way(self, text: &str) -> Option<String> {
        match self {
            Column::If => Some(phrase("if", text)),
            Column::Share => Some(format!("share {}", percent(text))),
            _ => None,
        }
    }

    /// What a cell says of the ways out of the step of its row, one part for each of them or one for
    /// all; nothing of those whose part is blank.
    pub fn of_ways_out(self, text: &str, unit: Option<&str>) -> Option<Vec<Option<String>>> {
        let part = |it: &str| (!blank(it)).then(|| format!("waits {}", time(it, unit)));
        (self == Column::WaitAfter).then(|| text.split(';').map(str::trim).map(part).collect())
    }

    /// What a cell says of the ways into the step of its row, and what that is called.
    pub fn of_way_into(self, text: &str, unit: Option<&str>) -> Option<(String, Named)> {
        Some(match self {
            Column::Wait => (format!("waits {}", time(text, unit)), Named::HowLong),
            Column::Cause => (format!("waits {}", text.to_lowercase()), Named::Why),
            Column::Via => (phrase("via", text), Named::Channel),
            Column::Passes => (phrase("passes", text), Named::Passes),
            Column::Giver => (phrase("giver", text), Named::Giver),
            Column::Receiver => (phrase("receiver", text), Named::Receiver),
            _ => return None,
        })
    }
}

/// What spreadsheets write where there is nothing to say.
pub(super) fn blank(cell: &str) -> bool {
    ["", "-", "–", "—", "n/a", "N/A", "?"].contains(&cell)
}

/// A time; a bare number is in the unit of its column.
fn time(text: &str, unit: Option<&str>) -> String {
    match unit {
        _ if text.chars().all(|c| c == '0') => "0 min".to_owned(),
        Some(unit) if is_number(text) => format!("{text} {unit}"),
        _ => text.to_owned(),
    }
}

/// A share; a spreadsheet may give 0.85 for 85 %.
fn percent(text: &str) -> String {
    if !is_number(text) {
        return text.to_owned();
    }
    match text.replace(',', ".").parse::<f64>() {
        Ok(fraction) if fraction <= 1.0 => format!("{:.2} %", fraction * 100.0),
        _ => format!("{text} %"),
    }
}

fn is_number(text: &str) -> bool {
    let number = text.chars().all(|c| c.is_ascii_digit() || c == '.' || c == ',');
    number && text.starts_with(|c: char| c.is_ascii_digit())
}

fn value(text: &str) -> String {
    match text.to_lowercase().as_str() {
        "va" => "value-adding".to_owned(),
        "nnva" => "necessary".to_owned(),
        "n" | "nva" | "waste" => "unnecessary".to_owned(),
        other => other.to_owned(),
    }
}
