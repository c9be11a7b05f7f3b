//! `baton attainment`: measured items beside what was promised about their handoffs, and what a
//! sample of that size can say.

use crate::ending::{Looked, Outcome, say, say_json};
use crate::import::read;
use serde_json::json;
use session::attainment::{Attainment, MeasuredHandoff, MeasuredTarget, Times, Verdict};
use session::{Document, Session, TargetKind};
use std::path::Path;

/// Prints how well each target was kept.
///
/// # Errors
/// The engagement or the table cannot be read.
pub fn run(looked: &Looked, table: &Path, as_json: bool) -> Outcome {
    let session = looked.open()?;
    let bytes = read(table, exchange::measured::MOST_BYTES)?;
    let items = exchange::measured::read(&bytes).map_err(|error| error.to_string())?;
    let measured = session.measured(&items);
    if as_json {
        return say_json(&json!(measured));
    }
    let mut text = String::new();
    for handoff in &measured.handoffs {
        text.push_str(&of_handoff(&session, handoff));
    }
    if measured.handoffs.is_empty() {
        text.push_str("None of these items belongs to a handoff of this map.\n");
    }
    if !measured.unknown.is_empty() {
        text.push_str(&format!("Not on this map: {}\n", measured.unknown.join(", ")));
    }
    for note in &measured.notes {
        text.push_str(&format!("{note}\n"));
    }
    say(text.trim_end())
}

fn of_handoff(session: &Session, measured: &MeasuredHandoff) -> String {
    let document = session.document();
    let mut text = format!("{}: {} items", name(&document, measured), measured.items);
    if let Some(rate) = measured.return_rate.filter(|_| measured.returned > 0) {
        text.push_str(&format!(", {} sent back ({rate:.1} %)", measured.returned));
    }
    if measured.paused > 0 {
        text.push_str(&format!(", {} min paused in all", measured.paused));
    }
    if let Some(said) = measured.said_wait {
        text.push_str(&format!("; said to wait {} min", said.0));
    }
    text.push('\n');
    if let Some(times) = &measured.times {
        text.push_str(&format!("  nothing agreed: {}\n", took(times)));
    }
    measured.targets.iter().for_each(|target| text.push_str(&of_target(target)));
    text
}

fn name(document: &Document, measured: &MeasuredHandoff) -> String {
    let Some(handoff) = document.handoff(measured.handoff) else { return String::new() };
    let team = |step| {
        let step = document.step(step)?;
        Some(document.team_of(step)?.name.clone())
    };
    let connector = document.connector(handoff.connector);
    let ends = connector.map(|it| [it.from, it.to].map(|it| team(it).unwrap_or_default()));
    let [from, to] = ends.unwrap_or_default();
    format!("{} {from} → {to}", handoff.name())
}

fn of_target(target: &MeasuredTarget) -> String {
    let what = match target.target {
        TargetKind::Acknowledge => "acknowledged",
        TargetKind::Response => "response",
        TargetKind::Completion => "completion",
    };
    let Attainment { met, missed, open, excluded, percent, range, .. } = &target.attainment;
    let mut text = format!("  {what} within {} min: ", target.minutes.0);
    match (percent, range) {
        (Some(percent), Some((low, high))) => text.push_str(&format!(
            "{percent:.1} % ({met} of {}; 95 % interval {low:.1} to {high:.1} %)",
            met + missed
        )),
        _ => text.push_str("nothing measured"),
    }
    if *open > 0 {
        text.push_str(&format!(", {open} open"));
    }
    if *excluded > 0 {
        text.push_str(&format!(", {excluded} not counted"));
    }
    text.push('\n');
    if let Some(times) = &target.attainment.times {
        text.push_str(&format!("    {}", took(times)));
        if let Some(over) = target.attainment.mean_overrun {
            text.push_str(&format!("; late by {over:.0} min on average"));
        }
        text.push('\n');
    }
    let objective = target.objective.map_or(0.0, |it| 100.0 * it.fraction());
    let verdict = match target.attainment.verdict {
        Verdict::NoObjective => "no objective is agreed".to_owned(),
        Verdict::Kept => format!("supports the objective of {objective} %"),
        Verdict::Broken => format!("contradicts the objective of {objective} %"),
        Verdict::Undecided { needed: Some(needed) } => format!(
            "too few to say anything about {objective} %: {needed} items without a miss could"
        ),
        Verdict::Undecided { needed: None } => format!("no sample can prove {objective} %"),
    };
    text.push_str(&format!("    {verdict}\n"));
    text
}

fn took(times: &Times) -> String {
    let Times { count, p50, p85, p95 } = times;
    format!("{count} finished: half within {p50} min, 85 % within {p85}, 95 % within {p95}")
}
