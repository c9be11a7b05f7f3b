//! How findings call things: by the names people gave them, and by something else while they have
//! none.

use crate::language::Language;
use model::{Clock, Connector, Document, Handoff, Step, Team};

/// `“Draft proposal”`.
pub(crate) fn step(document: &Document, step: &Step, language: Language) -> String {
    match step.name.trim() {
        "" => match document.team_of(step) {
            Some(of) => {
                let unnamed = language.pick("an unnamed step of", "Schritt ohne Namen von");
                format!("{unnamed} {}", team(of, language))
            }
            None => language.pick("an unnamed step", "Schritt ohne Namen").to_owned(),
        },
        name => quoted(name, language),
    }
}

/// `“Draft proposal”`, `„Angebot schreiben“`.
pub(crate) fn quoted(text: &str, language: Language) -> String {
    match language {
        Language::English => format!("“{text}”"),
        Language::German => format!("„{text}“"),
    }
}

/// `Sales`.
pub(crate) fn team(team: &Team, language: Language) -> &str {
    match (team.name.trim(), team.code.as_str()) {
        ("", "") => no_team(language),
        ("", code) => code,
        (name, _) => name,
    }
}

/// What a team without a name is called.
pub(crate) fn no_team(language: Language) -> &'static str {
    language.pick("an unnamed team", "Team ohne Namen")
}

/// The team of a step, by name.
pub(crate) fn team_of<'a>(
    document: &'a Document,
    step: Option<&Step>,
    language: Language,
) -> &'a str {
    let of = step.and_then(|step| document.team_of(step));
    of.map_or(no_team(language), |of| team(of, language))
}

/// `H-03 Sales → Onboarding`.
pub(crate) fn handoff(document: &Document, handoff: &Handoff, language: Language) -> String {
    let connector = document.connector(handoff.connector);
    let end = |step| team_of(document, document.step(step), language);
    match connector {
        Some(it) => format!("{} {} → {}", handoff.name(), end(it.from), end(it.to)),
        None => handoff.name(),
    }
}

/// A handoff's name, or the steps a connector joins inside a lane: `“Draft” → “Approve”`.
pub(crate) fn connector(document: &Document, connector: &Connector, language: Language) -> String {
    if let Some(it) = document.handoff_at(connector) {
        return handoff(document, it, language);
    }
    let nothing = || language.pick("a step", "Schritt").to_owned();
    let end = |id| document.step(id).map_or_else(nothing, |it| step(document, it, language));
    format!("{} → {}", end(connector.from), end(connector.to))
}

/// `a, b and c`.
pub(crate) fn list(names: &[String], language: Language) -> String {
    match names {
        [] => String::new(),
        [only] => only.clone(),
        [first @ .., last] => {
            format!("{} {} {last}", first.join(", "), language.pick("and", "und"))
        }
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

/// `12.5 %`, `12,5 %`: with as many decimals as it needs, two at most.
pub(crate) fn percent(percent: f64, language: Language) -> String {
    let text = number(percent, 2, language);
    format!("{} %", text.trim_end_matches('0').trim_end_matches(['.', ',']))
}

/// `0.25`, `0,25`.
pub(crate) fn number(number: f64, decimals: usize, language: Language) -> String {
    let text = format!("{number:.decimals$}");
    match language {
        Language::English => text,
        Language::German => text.replace('.', ","),
    }
}
