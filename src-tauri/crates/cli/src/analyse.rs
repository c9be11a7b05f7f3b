//! `baton analyse`: the figures of the timeline, for people and for programs.

use crate::ending::{Looked, Outcome, say, say_json};
use serde_json::{Map, Value, json};
use session::Session;

/// Prints the figures.
///
/// # Errors
/// The file cannot be opened.
pub fn run(looked: &Looked, as_json: bool) -> Outcome {
    let session = looked.open()?;
    if as_json {
        return say_json(&json!({
            "state": name_of_state(&session),
            "figures": session.figures(),
            "names": names(&session),
        }));
    }
    say(&text(&session))
}

pub(crate) fn name_of_state(session: &Session) -> String {
    let document = session.document();
    document.state(session.state()).map(|state| state.name.clone()).unwrap_or_default()
}

/// What the ids in the figures stand for: steps by name, connectors by their two ends.
pub(crate) fn names(session: &Session) -> Map<String, Value> {
    let document = session.document();
    let state = session.state();
    let step = |id| document.step(id).map(|step| step.name.as_str()).unwrap_or_default();
    let steps = document.steps_of(state).map(|it| (it.id.0, it.name.clone()));
    let connectors = document
        .connectors_of(state)
        .map(|it| (it.id.0, format!("{} → {}", step(it.from), step(it.to))));
    let handoffs =
        document.handoffs_of(state).into_iter().map(|(handoff, _)| (handoff.id.0, handoff.name()));
    steps
        .chain(connectors)
        .chain(handoffs)
        .map(|(id, name)| (id.to_string(), Value::String(name)))
        .collect()
}

fn text(session: &Session) -> String {
    let figures = session.figures();
    let counts = format!(
        "{} steps, {} decisions, {} handoffs, {} returns",
        figures.steps, figures.decisions, figures.handoffs, figures.rework_loops
    );
    let Some(timeline) = &figures.timeline else {
        return format!(
            "{counts}\nNo path leads from a start to an end, so there is no lead time yet.\n"
        );
    };
    let day = i64::from(figures.clock.minutes_per_day);
    let time = |minutes: i64| in_units(minutes, day);
    let (with, all) = timeline.complete_accurate_coverage;
    let rows = [
        ("Lead time", time(timeline.lead_time)),
        ("Process time", time(timeline.process_time)),
        ("Activity ratio", percent(timeline.activity_ratio)),
        ("Value-adding share", percent(timeline.value_added_share)),
        ("Total process time", time(timeline.total_process_time)),
        ("Total effort", time(timeline.total_effort)),
        (
            "Rolled %C&A",
            format!("{} ({with} of {all} steps)", percent(timeline.rolled_complete_accurate)),
        ),
        ("Handoffs", format!("{} ({} on the path)", timeline.handoffs, timeline.handoffs_on_path)),
        ("Wait between teams", time(timeline.between_team_wait)),
        ("Between-team share", percent(timeline.between_team_share)),
    ];
    let mut text = format!("{counts}\n");
    for (name, value) in rows {
        text.push_str(&format!("{name:<20} {value}\n"));
    }
    text
}

/// Minutes in the largest unit that they fill, with the minutes beside it.
pub(crate) fn in_units(minutes: i64, day: i64) -> String {
    let tenths = |unit: i64| {
        let tenths = (minutes * 10 + unit / 2) / unit.max(1);
        format!("{}.{}", tenths / 10, tenths % 10).trim_end_matches(".0").to_owned()
    };
    match minutes {
        it if it >= day => format!("{} d ({minutes} min)", tenths(day)),
        60.. => format!("{} h ({minutes} min)", tenths(60)),
        _ => format!("{minutes} min"),
    }
}

fn percent(share: Option<f64>) -> String {
    share.map_or_else(|| "not known".to_owned(), |share| format!("{share:.1} %"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn times_are_in_the_largest_unit_they_fill() {
        let rows = [
            (0, "0 min"),
            (59, "59 min"),
            (60, "1 h (60 min)"),
            (100, "1.7 h (100 min)"),
            (480, "1 d (480 min)"),
            (16_570, "34.5 d (16570 min)"),
        ];
        for (minutes, wanted) in rows {
            assert_eq!(in_units(minutes, 480), wanted);
        }
    }
}
