//! The Timeline figures of domain.md 2.3 with how each is counted.

use super::counted::{Counted, counts, flow, time, waits};
use super::cover::certainty;
use super::edition::Edition;
use super::path;
use crate::script::{Cell, Column, Format, NOTE, PageKind, Row, Script, Table};
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

fn on_the_map<'t>(edition: &Edition) -> &'t str {
    edition.pick("On the map", "Auf der Karte")
}

/// A brief pack does without how each is counted.
fn measures(edition: &Edition, what: &str, measures: Vec<Counted>) -> Table {
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
