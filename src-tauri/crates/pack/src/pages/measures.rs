//! The Timeline figures of domain.md 2.3 with how each is counted.

use super::cover::certainty;
use super::edition::Edition;
use super::path;
use crate::script::{Cell, Column, Format, NOTE, PageKind, Row, Script, Table};
use analysis::Timeline;
use scene::Token;

/// Writes the measures and the critical path.
pub fn write(script: &mut Script, edition: &Edition) {
    let title = edition.pick("Time and flow", "Zeit und Fluss");
    script.sheet(PageKind::Figures, Format::Upright, title);
    script.title(title, &finding(edition));
    if let Some(timeline) = edition.timeline() {
        let mut times = time(edition, timeline);
        times.extend(waits(edition, timeline));
        script.table(measures(edition, edition.pick("Time", "Zeit"), times));
        script.note(&format!("{} {}", certainty(edition), edition.say.clock_words(edition.clock)));
        script.space(14.0);
        let heading = edition.pick("Quality and flow", "Qualität und Fluss");
        script.table(measures(edition, heading, flow(edition, timeline)));
        if !edition.settings.choice.brief {
            let heading = edition.pick("Critical path", "Kritischer Pfad");
            script.table_under(heading, path::table(edition, timeline));
        }
    } else {
        script.table(measures(edition, on_the_map(edition), counts(edition)));
    }
}

/// How much of the lead time is work, in one sentence.
pub fn finding(edition: &Edition) -> String {
    let Some(timeline) = edition.timeline() else {
        let none = edition.pick(
            "Times are totalled once the map has a path from a start to an end",
            "Zeiten werden zusammengezählt, sobald auf der Karte ein Weg von einem Start zu einem \
             Ende führt",
        );
        return none.into();
    };
    let (work, lead) =
        (edition.duration(timeline.process_time), edition.duration(timeline.lead_time));
    match timeline.activity_ratio {
        Some(ratio) => {
            let ratio = edition.say.percent(ratio);
            edition.pick(
                format!("Hands are on the work for {work} of {lead}: {ratio} of the lead time"),
                format!("Bearbeitet wird {work} von {lead}: {ratio} der Durchlaufzeit"),
            )
        }
        None => edition
            .pick(
                "No time has been entered on the critical path yet",
                "Auf dem kritischen Pfad ist noch keine Zeit eingetragen",
            )
            .into(),
    }
}

/// The figures that say most, where there is nothing to compare them with.
pub fn headlines(edition: &Edition) -> Table {
    match edition.timeline() {
        Some(timeline) => {
            let mut all = time(edition, timeline);
            all.extend(waits(edition, timeline).into_iter().take(1));
            all.extend(flow(edition, timeline).into_iter().take(1));
            measures(edition, edition.pick("Time and flow", "Zeit und Fluss"), all)
        }
        None => measures(edition, on_the_map(edition), counts(edition)),
    }
}

type Measure = (&'static str, String, String);

fn on_the_map<'t>(edition: &Edition) -> &'t str {
    edition.pick("On the map", "Auf der Karte")
}

/// A brief pack does without how each is counted.
fn measures(edition: &Edition, what: &str, measures: Vec<Measure>) -> Table {
    let brief = edition.settings.choice.brief;
    let mut columns = vec![
        Column::fixed(what, edition.pick(132.0, 150.0)),
        if brief { Column::new("") } else { Column::fixed("", 112.0) },
    ];
    if !brief {
        columns.push(Column::new(edition.pick("How it is counted", "Wie gezählt wird")));
    }
    let mut table = Table::new(columns);
    table.rows = measures
        .into_iter()
        .map(|(name, value, how)| {
            let value = if value == "—" { Cell::dash() } else { Cell::strong(value, Token::Ink) };
            let how = Cell::of(how, NOTE, Token::Muted);
            let mut cells = vec![Cell::new(name), value, how];
            cells.truncate(table.columns.len());
            Row::from(cells)
        })
        .collect();
    table
}

fn share(edition: &Edition, value: Option<f64>) -> String {
    value.map_or("—".to_owned(), |it| edition.say.percent_tenth(it))
}

fn time(edition: &Edition, timeline: &Timeline) -> Vec<Measure> {
    vec![
        (
            edition.pick("Lead time", "Durchlaufzeit"),
            edition.duration_in_full(timeline.lead_time),
            edition
                .pick(
                    "Start of the first to end of the last step",
                    "Vom Beginn des ersten bis zum Ende des letzten Schritts",
                )
                .into(),
        ),
        (
            edition.pick("Process time on the path", "Bearbeitungszeit auf dem Pfad"),
            edition.duration_in_full(timeline.process_time),
            edition
                .pick("Hands-on time on the critical path", "Bearbeitung auf dem kritischen Pfad")
                .into(),
        ),
        (
            edition.pick("Activity ratio", "Aktivitätsgrad"),
            share(edition, timeline.activity_ratio),
            edition
                .pick(
                    "Process time over lead time, on the path",
                    "Bearbeitungszeit durch Durchlaufzeit, auf dem Pfad",
                )
                .into(),
        ),
        (
            edition.pick("Value-adding share", "Wertschöpfender Anteil"),
            share(edition, timeline.value_added_share),
            edition
                .pick(
                    "Value-adding work over lead time",
                    "Wertschöpfende Arbeit durch Durchlaufzeit",
                )
                .into(),
        ),
    ]
}

fn waits(edition: &Edition, timeline: &Timeline) -> Vec<Measure> {
    let people = format!(
        "{}\u{a0}{}",
        edition.say.count(timeline.total_effort),
        edition.pick("person-min", "Personenmin.")
    );
    vec![
        (
            edition.pick("Wait between teams", "Wartezeit zwischen Teams"),
            edition.duration_in_full(timeline.between_team_wait),
            {
                let share = share(edition, timeline.between_team_share);
                edition.pick(
                    format!("On the path; {share} of the lead time"),
                    format!("Auf dem Pfad; {share} der Durchlaufzeit"),
                )
            },
        ),
        (
            edition.pick("Wait inside teams", "Wartezeit in Teams"),
            share(edition, timeline.inside_team_share),
            edition
                .pick("Of the lead time, on the path", "Anteil an der Durchlaufzeit, auf dem Pfad")
                .into(),
        ),
        (
            edition.pick("With external parties", "Bei Externen"),
            share(edition, timeline.external_share),
            edition
                .pick(
                    "Of the lead time, spent in external lanes",
                    "Anteil an der Durchlaufzeit, in externen Bahnen",
                )
                .into(),
        ),
        (
            edition.pick("Total process time", "Bearbeitungszeit gesamt"),
            edition.duration_in_full(timeline.total_process_time),
            edition
                .pick(
                    "Every step taken, parallel ones too",
                    "Jeder gegangene Schritt, auch parallele",
                )
                .into(),
        ),
        (
            edition.pick("Total effort", "Aufwand gesamt"),
            people,
            edition
                .pick("Process time times people at work", "Bearbeitungszeit mal Personen")
                .into(),
        ),
    ]
}

fn flow(edition: &Edition, timeline: &Timeline) -> Vec<Measure> {
    let (known, all) = timeline.complete_accurate_coverage;
    let figures = edition.source.figures;
    let mut measures = vec![
        (
            edition.pick("Rolled %C&A", "Durchgängig %C&A"),
            share(edition, timeline.rolled_complete_accurate),
            edition.pick(
                format!("Right first time; {known} of {all} steps have a %C&A"),
                format!("Auf Anhieb richtig; {known} von {all} Schritten haben ein %C&A"),
            ),
        ),
        (
            edition.pick("Rolled %C&A on the path", "Durchgängig %C&A auf dem Pfad"),
            share(edition, timeline.rolled_complete_accurate_on_path),
            edition
                .pick(
                    "The same, on the critical path alone",
                    "Dasselbe, nur auf dem kritischen Pfad",
                )
                .into(),
        ),
        (
            edition.pick("Steps", "Schritte"),
            edition.say.count(i64::from(timeline.steps)),
            edition.pick(
                format!("Primary scenario; {} of them take work", timeline.touches),
                format!("Auf dem Hauptweg; {} davon mit Arbeit", timeline.touches),
            ),
        ),
        (edition.pick("Handoffs", "Übergaben"), edition.say.count(i64::from(timeline.handoffs)), {
            let (path, map) = (timeline.handoffs_on_path, figures.handoffs);
            edition.pick(
                format!("Primary scenario; {path} on the path, {map} on the map"),
                format!("Auf dem Hauptweg; {path} auf dem Pfad, {map} auf der Karte"),
            )
        }),
    ];
    measures.extend(loops(edition));
    measures
}

fn counts(edition: &Edition) -> Vec<Measure> {
    let figures = edition.source.figures;
    let count = |number: u32| edition.say.count(i64::from(number));
    let mut measures = vec![
        (
            edition.pick("Steps", "Schritte"),
            count(figures.steps),
            edition.pick("Steps on the map", "Schritte auf der Karte").to_owned(),
        ),
        (
            edition.pick("Decisions", "Entscheidungen"),
            count(figures.decisions),
            edition
                .pick(
                    "Questions that lead different ways",
                    "Fragen, von denen verschiedene Wege ausgehen",
                )
                .to_owned(),
        ),
        (
            edition.pick("Handoffs", "Übergaben"),
            count(figures.handoffs),
            edition
                .pick(
                    "Connectors that go on to another team",
                    "Verbindungen, die an ein anderes Team weiterführen",
                )
                .to_owned(),
        ),
    ];
    measures.extend(loops(edition));
    measures
}

fn loops(edition: &Edition) -> Vec<Measure> {
    let figures = edition.source.figures;
    vec![
        (
            edition.pick("Rework loops", "Nacharbeitsschleifen"),
            edition.say.count(i64::from(figures.rework_loops)),
            edition.pick(
                format!("On the map; {} of them to another team", figures.return_handoffs),
                format!("Auf der Karte; {} davon zu einem anderen Team", figures.return_handoffs),
            ),
        ),
        (
            edition.pick("Readiness", "Reife"),
            figures.readiness_score.map_or("—".to_owned(), |it| edition.say.percent_tenth(it)),
            edition
                .pick(
                    "Checks met, mean of all forward handoffs",
                    "Erfüllte Prüfungen, Mittel aller Übergaben ohne Rückgaben",
                )
                .into(),
        ),
    ]
}
