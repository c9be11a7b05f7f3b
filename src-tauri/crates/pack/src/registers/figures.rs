//! The register of figures: what the timeline and the expectation say of the state, each with its
//! unit beside it.

use super::Register;
use super::case::Case;
use super::value::{Kind, Value};
use analysis::ExpectedLeadTime;

/// One figure: the view it is of, its code, its value.
struct Figure {
    view: &'static str,
    code: &'static str,
    value: Value,
}

impl Figure {
    fn unit(&self) -> Option<&'static str> {
        match (&self.value, self.view) {
            (Value::Minutes(_), _) => Some("minutes"),
            (Value::Percent(_), _) => Some("fraction"),
            (Value::Number(_), "expected") => Some("perItem"),
            (Value::Number(_), _) => Some("count"),
            _ => None,
        }
    }
}

/// What is known of the state in figures; what is not known is left out.
pub(super) fn figures(case: &Case) -> Register {
    let mut rows = Vec::new();
    let mut put = |view, entries: Vec<(&'static str, Value)>| {
        let known = entries.into_iter().filter(|(_, value)| *value != Value::Empty);
        rows.extend(known.map(|(code, value)| Figure { view, code, value }));
    };
    put("timeline", timeline(case));
    put("expected", expected(case));
    put("map", map(case));
    case.table(
        "figures",
        &rows,
        &[
            ("figure", Kind::Text, |case, it| case.word("figure", it.code)),
            ("amount", Kind::Mixed, |_, it| it.value.clone()),
            ("unit", Kind::Text, |case, it| case.word_of("unit", it.unit())),
            ("view", Kind::Text, |case, it| case.word("view", it.view)),
        ],
    )
}

/// A figure in per cent as a part of the whole.
fn percent(value: Option<f64>) -> Value {
    Value::fraction(value.map(|it| it / 100.0))
}

fn timeline(case: &Case) -> Vec<(&'static str, Value)> {
    let Some(it) = &case.figures.timeline else { return Vec::new() };
    vec![
        ("leadTime", Value::Minutes(it.lead_time)),
        ("processTime", Value::Minutes(it.process_time)),
        ("activityRatio", percent(it.activity_ratio)),
        ("valueAdded", percent(it.value_added_share)),
        ("betweenTeams", Value::Minutes(it.between_team_wait)),
        ("betweenTeamShare", percent(it.between_team_share)),
        ("insideTeamShare", percent(it.inside_team_share)),
        ("externalShare", percent(it.external_share)),
        ("totalProcessTime", Value::Minutes(it.total_process_time)),
        ("totalEffort", Value::Minutes(it.total_effort)),
        ("rolled", percent(it.rolled_complete_accurate)),
        ("rolledOnPath", percent(it.rolled_complete_accurate_on_path)),
        ("guessed", Value::Minutes(it.guessed)),
        ("measured", Value::Minutes(it.measured)),
    ]
}

fn expected(case: &Case) -> Vec<(&'static str, Value)> {
    let Ok(it) = analysis::expected(case.document, case.state.id) else { return Vec::new() };
    let lead = match it.lead_time {
        ExpectedLeadTime::Exact { minutes } => ("expectedLeadTime", rounded(minutes)),
        ExpectedLeadTime::AtLeast { minutes } => ("expectedAtLeast", rounded(minutes)),
        ExpectedLeadTime::Unknown { .. } => ("expectedLeadTime", Value::Empty),
    };
    vec![
        lead,
        ("expectedProcessTime", rounded(it.process_time)),
        ("expectedEffort", rounded(it.effort)),
        ("expectedTouches", Value::Number(it.touches)),
        ("expectedHandoffs", Value::Number(it.handoffs)),
        ("expectedReturns", Value::Number(it.returns)),
    ]
}

/// An expected time in whole minutes: a mean is not known better.
fn rounded(minutes: f64) -> Value {
    if minutes.is_finite() { Value::Minutes(minutes.round() as i64) } else { Value::Empty }
}

fn map(case: &Case) -> Vec<(&'static str, Value)> {
    let it = case.figures;
    vec![
        ("steps", Value::number(it.steps)),
        ("decisions", Value::number(it.decisions)),
        ("handoffs", Value::number(it.handoffs)),
        ("reworkLoops", Value::number(it.rework_loops)),
        ("returnHandoffs", Value::number(it.return_handoffs)),
        ("readiness", percent(it.readiness_score)),
    ]
}
