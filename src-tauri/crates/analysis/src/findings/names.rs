//! How findings call things: by the names people gave them, and by something else while they have
//! none.

use model::{Clock, Connector, Document, Handoff, Step, Team};

/// `“Draft proposal”`.
pub(crate) fn step(document: &Document, step: &Step) -> String {
    match step.name.trim() {
        "" => match document.team_of(step) {
            Some(of) => format!("an unnamed step of {}", team(of)),
            None => "an unnamed step".to_owned(),
        },
        name => format!("“{name}”"),
    }
}

/// `Sales`.
pub(crate) fn team(team: &Team) -> &str {
    match (team.name.trim(), team.code.as_str()) {
        ("", "") => "an unnamed team",
        ("", code) => code,
        (name, _) => name,
    }
}

/// The team of a step, by name.
pub(crate) fn team_of<'a>(document: &'a Document, step: Option<&Step>) -> &'a str {
    step.and_then(|step| document.team_of(step)).map_or("an unnamed team", team)
}

/// `H-03 Sales → Onboarding`.
pub(crate) fn handoff(document: &Document, handoff: &Handoff) -> String {
    let connector = document.connector(handoff.connector);
    let end = |step| team_of(document, document.step(step));
    match connector {
        Some(it) => format!("{} {} → {}", handoff.name(), end(it.from), end(it.to)),
        None => handoff.name(),
    }
}

/// A handoff's name, or the steps a connector joins inside a lane: `“Draft” → “Approve”`.
pub(crate) fn connector(document: &Document, connector: &Connector) -> String {
    if let Some(it) = document.handoff_at(connector) {
        return handoff(document, it);
    }
    let end = |id| document.step(id).map_or_else(|| "a step".to_owned(), |it| step(document, it));
    format!("{} → {}", end(connector.from), end(connector.to))
}

/// `a, b and c`.
pub(crate) fn list(names: &[String]) -> String {
    match names {
        [] => String::new(),
        [only] => only.clone(),
        [first @ .., last] => format!("{} and {last}", first.join(", ")),
    }
}

/// `2 d 3 h` of the process's clock.
pub(crate) fn duration(minutes: i64, clock: Clock) -> String {
    let day = i64::from(clock.minutes_per_day.max(1));
    let parts = [(minutes / day, "d"), (minutes % day / 60, "h"), (minutes % day % 60, "min")];
    let said: Vec<String> = parts
        .iter()
        .filter(|(count, _)| *count != 0)
        .take(2)
        .map(|(count, unit)| format!("{count} {unit}"))
        .collect();
    if said.is_empty() { "0 min".to_owned() } else { said.join(" ") }
}

/// `12.5 %`, with as many decimals as it needs, two at most.
pub(crate) fn percent(percent: f64) -> String {
    let text = format!("{percent:.2}");
    format!("{} %", text.trim_end_matches('0').trim_end_matches('.'))
}
