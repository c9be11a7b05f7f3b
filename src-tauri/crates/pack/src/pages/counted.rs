//! The figures of a state, row by row: what each is called, its value, how it is counted.

use super::edition::Edition;
use analysis::Timeline;

/// What a figure is called, its value, how it is counted.
pub type Counted = (&'static str, String, String);

fn share(edition: &Edition, value: Option<f64>) -> String {
    value.map_or("—".to_owned(), |it| edition.say.percent_tenth(it))
}

/// How long, and how much of that is work.
pub fn time(edition: &Edition, timeline: &Timeline) -> Vec<Counted> {
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

/// What waits where, and what the work costs.
pub fn waits(edition: &Edition, timeline: &Timeline) -> Vec<Counted> {
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

/// How much is right first time, and how many steps and handoffs it takes.
pub fn flow(edition: &Edition, timeline: &Timeline) -> Vec<Counted> {
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

/// What can be counted without a path.
pub fn counts(edition: &Edition) -> Vec<Counted> {
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

fn loops(edition: &Edition) -> Vec<Counted> {
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
