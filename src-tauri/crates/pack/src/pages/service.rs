//! The service level of one handoff: its targets, the clock they count, and what happens when they
//! are missed.

use super::edition::{Edition, Passing};
use crate::flow::{Cell, Column, Galley, Row, Table};
use crate::names;
use crate::words;
use model::{CompletionFrom, Sla, TimeTarget};

const HEADING: &str = "Service level";

/// The minutes in one day of the calendar that an agreement counts in: the mean of its working
/// days, or the day of the process clock when it has no calendar.
pub fn day_of(edition: &Edition, sla: &Sla) -> u16 {
    let process = edition.document().process(edition.state.process);
    let calendar = sla.calendar.or_else(|| process.and_then(|it| it.calendar));
    let Some(calendar) = calendar.and_then(|id| edition.document().calendar(id)) else {
        return edition.clock.minutes_per_day;
    };
    if calendar.always {
        return 1440;
    }
    let mut days = [0_u32; 7];
    for window in &calendar.windows {
        if let Some(day) = days.get_mut(usize::from(window.weekday)) {
            *day += u32::from(window.to.saturating_sub(window.from));
        }
    }
    let open = days.iter().filter(|day| **day > 0).count() as u32;
    let total: u32 = days.iter().sum();
    match total.checked_div(open) {
        Some(mean) => u16::try_from(mean).unwrap_or(1440),
        None => edition.clock.minutes_per_day,
    }
}

/// Sets the service level.
pub fn set(galley: &mut Galley, edition: &Edition, passing: &Passing) {
    let Some(sla) = passing.sla else {
        galley.missing(HEADING, "Not agreed: no target for this handoff");
        return;
    };
    let table = targets(edition, sla);
    if table.rows.is_empty() {
        galley.missing(HEADING, "An agreement without a target");
    } else {
        galley.table_under(HEADING, &table.compact());
    }
    galley.note(&conditions(edition, sla));
}

fn targets(edition: &Edition, sla: &Sla) -> Table {
    let mut table = Table::new(vec![
        Column::new("Clock"),
        Column::new("Target"),
        Column::new("Objective"),
        Column::new("Calendar"),
    ]);
    let complete = match sla.completion_from {
        CompletionFrom::Acceptance => "Complete, from acceptance",
        CompletionFrom::Release => "Complete, from release",
    };
    let clocks = [
        ("Acknowledge", sla.acknowledge, ""),
        ("Accept or return", sla.response, ""),
        (complete, sla.completion, sla.completion_means.as_str()),
    ];
    for (name, target, means) in clocks {
        if let Some(target) = target {
            table.rows.push(target_row(edition, sla, name, target, means));
        }
    }
    table
}

fn target_row(edition: &Edition, sla: &Sla, name: &str, target: TimeTarget, means: &str) -> Row {
    let process = edition.document().process(edition.state.process);
    let calendar = sla
        .calendar
        .or_else(|| process.and_then(|it| it.calendar))
        .and_then(|id| edition.document().calendar(id))
        .map_or("", |it| it.name.as_str());
    let objective = sla.objective.map(|share| {
        let over =
            sla.objective_window.map_or(String::new(), |it| format!(" {}", names::window(it)));
        format!("{}{over}", words::share(share))
    });
    Row::from(vec![
        Cell::new(name).under(means),
        Cell::new(words::target(target, day_of(edition, sla))),
        objective.map_or_else(Cell::not_agreed, Cell::new),
        Cell::or_dash(calendar),
    ])
}

fn conditions(edition: &Edition, sla: &Sla) -> String {
    let mut said = vec![format!(
        "{}, {}.",
        names::agreement(sla.kind_of),
        names::status(sla.status).to_lowercase()
    )];
    let named = |name: &str, text: &str| {
        let text = text.trim().trim_end_matches('.');
        (!text.is_empty()).then(|| format!("{name}: {text}."))
    };
    said.extend(named("Applies when", &sla.conditions));
    said.extend(named("Quality", &sla.quality_standard));
    let pauses: Vec<String> = sla
        .pauses
        .iter()
        .map(|pause| match pause.cap {
            Some(cap) => {
                let most = words::duration(i64::from(cap.0), day_of(edition, sla));
                format!("{} (at most {most})", pause.reason)
            }
            None => pause.reason.clone(),
        })
        .collect();
    said.extend(named("The clock stops for", &words::listed(&pauses)));
    said.extend(named("Not counted", &sla.exclusions));
    said.extend(named("If missed", &sla.breach_consequence));
    said.extend(named("Measured from", &sla.measurement_source));
    said.extend(named("Looked after by", edition.role_or_empty(sla.owner)));
    said.extend(named("Review", &sla.review_date));
    said.join(" ")
}

/// The levels of escalation: who is told at which part of the target.
pub fn escalations(edition: &Edition, sla: &Sla) -> String {
    let levels: Vec<String> = sla
        .escalations
        .iter()
        .map(|level| {
            let role = edition.role_or_empty(level.notify);
            let who = if role.is_empty() { level.contact.as_str() } else { role };
            let action = if level.action.is_empty() {
                String::new()
            } else {
                format!(" ({})", level.action)
            };
            format!("{who} at {}\u{a0}%{action}", level.at_percent)
        })
        .collect();
    if levels.is_empty() { String::new() } else { format!("{} of the target", levels.join(", ")) }
}
