//! The Timeline figures of domain.md 2.3 with how each is counted.

use super::cover::certainty;
use super::edition::Edition;
use super::path;
use crate::script::{Cell, Column, Format, NOTE, PageKind, Row, Script, Table};
use crate::words;
use analysis::Timeline;
use scene::Token;

/// Writes the measures and the critical path.
pub fn write(script: &mut Script, edition: &Edition) {
    let title = "Time and flow";
    script.sheet(PageKind::Figures, Format::Upright, title);
    script.title(title, &finding(edition));
    if let Some(timeline) = edition.timeline() {
        let mut times = time(edition, timeline);
        times.extend(waits(edition, timeline));
        script.table(measures("Time", times));
        script.note(&format!("{} {}", certainty(edition), words::clock_words(edition.clock)));
        script.space(14.0);
        script.table(measures("Quality and flow", flow(edition, timeline)));
        script.table_under("Critical path", path::table(edition, timeline));
    } else {
        script.table(measures("On the map", counts(edition)));
    }
}

/// How much of the lead time is work, in one sentence.
pub fn finding(edition: &Edition) -> String {
    let Some(timeline) = edition.timeline() else {
        return "Times are totalled once the map has a path from a start to an end".into();
    };
    let (work, lead) =
        (edition.duration(timeline.process_time), edition.duration(timeline.lead_time));
    match timeline.activity_ratio {
        Some(ratio) => {
            format!(
                "Hands are on the work for {work} of {lead}: {} of the lead time",
                words::percent(ratio)
            )
        }
        None => "No time has been entered on the critical path yet".into(),
    }
}

/// The figures that say most, where there is nothing to compare them with.
pub fn headlines(edition: &Edition) -> Table {
    match edition.timeline() {
        Some(timeline) => {
            let mut all = time(edition, timeline);
            all.extend(waits(edition, timeline).into_iter().take(1));
            all.extend(flow(edition, timeline).into_iter().take(1));
            measures("Time and flow", all)
        }
        None => measures("On the map", counts(edition)),
    }
}

type Measure = (&'static str, String, String);

fn measures(what: &str, measures: Vec<Measure>) -> Table {
    let mut table = Table::new(vec![
        Column::fixed(what, 132.0),
        Column::fixed("", 112.0),
        Column::new("How it is counted"),
    ]);
    table.rows = measures
        .into_iter()
        .map(|(name, value, how)| {
            let value = if value == "—" { Cell::dash() } else { Cell::strong(value, Token::Ink) };
            Row::from(vec![Cell::new(name), value, Cell::of(how, NOTE, Token::Muted)])
        })
        .collect();
    table
}

fn share(value: Option<f64>) -> String {
    value.map_or("—".to_owned(), words::percent_tenth)
}

fn time(edition: &Edition, timeline: &Timeline) -> Vec<Measure> {
    vec![
        (
            "Lead time",
            edition.duration_in_full(timeline.lead_time),
            "Start of the first to end of the last step".into(),
        ),
        (
            "Process time on the path",
            edition.duration_in_full(timeline.process_time),
            "Hands-on time on the critical path".into(),
        ),
        (
            "Activity ratio",
            share(timeline.activity_ratio),
            "Process time over lead time, on the path".into(),
        ),
        (
            "Value-adding share",
            share(timeline.value_added_share),
            "Value-adding work over lead time".into(),
        ),
    ]
}

fn waits(edition: &Edition, timeline: &Timeline) -> Vec<Measure> {
    let people = format!("{}\u{a0}person-min", words::count(timeline.total_effort));
    vec![
        (
            "Wait between teams",
            edition.duration_in_full(timeline.between_team_wait),
            format!("On the path; {} of the lead time", share(timeline.between_team_share)),
        ),
        (
            "Wait inside teams",
            share(timeline.inside_team_share),
            "Of the lead time, on the path".into(),
        ),
        (
            "With external parties",
            share(timeline.external_share),
            "Of the lead time, spent in external lanes".into(),
        ),
        (
            "Total process time",
            edition.duration_in_full(timeline.total_process_time),
            "Every step taken, parallel ones too".into(),
        ),
        ("Total effort", people, "Process time times people at work".into()),
    ]
}

fn flow(edition: &Edition, timeline: &Timeline) -> Vec<Measure> {
    let (known, all) = timeline.complete_accurate_coverage;
    let figures = edition.source.figures;
    let mut measures = vec![
        (
            "Rolled %C&A",
            share(timeline.rolled_complete_accurate),
            format!("Right first time; {known} of {all} steps have a %C&A"),
        ),
        (
            "Rolled %C&A on the path",
            share(timeline.rolled_complete_accurate_on_path),
            "The same, on the critical path alone".into(),
        ),
        (
            "Steps",
            words::count(i64::from(timeline.steps)),
            format!("Primary scenario; {} of them take work", timeline.touches),
        ),
        (
            "Handoffs",
            words::count(i64::from(timeline.handoffs)),
            format!(
                "Primary scenario; {} on the path, {} on the map",
                timeline.handoffs_on_path, figures.handoffs
            ),
        ),
    ];
    measures.extend(loops(edition));
    measures
}

fn counts(edition: &Edition) -> Vec<Measure> {
    let figures = edition.source.figures;
    let count = |number: u32| words::count(i64::from(number));
    let mut measures = vec![
        ("Steps", count(figures.steps), "Steps on the map".to_owned()),
        ("Decisions", count(figures.decisions), "Questions that lead different ways".to_owned()),
        ("Handoffs", count(figures.handoffs), "Connectors that go on to another team".to_owned()),
    ];
    measures.extend(loops(edition));
    measures
}

fn loops(edition: &Edition) -> Vec<Measure> {
    let figures = edition.source.figures;
    vec![
        (
            "Rework loops",
            words::count(i64::from(figures.rework_loops)),
            format!("On the map; {} of them to another team", figures.return_handoffs),
        ),
        (
            "Readiness",
            figures.readiness_score.map_or("—".to_owned(), words::percent_tenth),
            "Checks met, mean of all forward handoffs".into(),
        ),
    ]
}
