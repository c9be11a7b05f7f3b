//! How service levels are meant here: the events that start and stop clocks, the calendars they
//! count in, when a clock stands still, who is told when, how attainment is counted.

use super::edition::{Edition, named};
use crate::script::{Cell, Column, Format, PageKind, Row, Script, Table};
use model::{Calendar, Sla};
use scene::Token;

/// Writes the framework; no page where there is no service level.
pub fn write(script: &mut Script, edition: &Edition) {
    let slas = slas(edition);
    if slas.is_empty() {
        return;
    }
    let title = edition.pick("Service level framework", "Rahmen der SLAs");
    script.sheet(PageKind::Framework, Format::Upright, title);
    let count = slas.len();
    script.title(
        title,
        &edition.pick(
            format!(
                "How {} meant, counted and kept",
                edition.say.of(count, "agreement is", "agreements are")
            ),
            format!(
                "Wie {} gemeint {}, gezählt und gehalten {}",
                edition.say.of(count, "SLA", "SLAs"),
                if count == 1 { "ist" } else { "sind" },
                if count == 1 { "wird" } else { "werden" }
            ),
        ),
    );
    script.table(events(edition).compact());
    script.table_under(edition.pick("Calendars", "Kalender"), calendars(edition, &slas).compact());
    script.table_under(
        edition.pick("When a clock stands still", "Wann eine Uhr steht"),
        pauses(edition, &slas).without_empty().compact(),
    );
    script.table_under(
        edition.pick("Who is told when", "Wer wann erfährt, dass es eng wird"),
        escalations(edition, &slas).without_empty().compact(),
    );
    script.table_under(
        edition.pick("Kept up by", "Gepflegt von"),
        reviews(edition, &slas).without_empty().compact(),
    );
    script.note(edition.pick(
        "Attainment is the share of items in a window that met their target; an item that was still \
         open when its time ran out counts as missed. Times that a clock stood still are left out, \
         the original due time is kept beside the new one. Percentiles are never added: the parts of \
         a promise are said as bounds.",
        "Erfüllung ist der Anteil der Vorgänge eines Zeitraums, die ihr Ziel gehalten haben; was \
         offen war, als die Zeit ablief, gilt als verfehlt. Zeiten, in denen eine Uhr stand, zählen \
         nicht; der ursprüngliche Termin bleibt neben dem neuen stehen. Perzentile werden nie \
         addiert: Was die Teile einer Zusage ergeben, steht als Grenze da.",
    ));
}

/// The service levels of the handoffs and promises of the state, each once.
fn slas<'a>(edition: &Edition<'a>) -> Vec<&'a Sla> {
    let here = edition.forward().into_iter().filter_map(|it| it.sla);
    let document = edition.document();
    let stages = document.stages().filter(|it| it.state == edition.state.id);
    let staged = stages.filter_map(|it| document.sla(it.sla?));
    let spanning = document.slas().filter(|it| {
        let from = it.end_to_end.as_ref().and_then(|it| document.step(it.from));
        from.is_some_and(|it| it.state == edition.state.id)
    });
    let mut all: Vec<&Sla> = here.chain(staged).chain(spanning).collect();
    all.sort_by_key(|it| it.id);
    all.dedup_by_key(|it| it.id);
    all
}

fn name<'a>(edition: &Edition, sla: &'a Sla) -> &'a str {
    named(&sla.name, edition.pick("Unnamed agreement", "SLA ohne Namen"))
}

fn events(edition: &Edition) -> Table {
    let rows = [
        (
            edition.pick("Released", "Übergeben"),
            edition.pick(
                "The sender has met its exit criteria and hands over what is required.",
                "Der Absender hat seine Ausgangskriterien erfüllt und gibt das Geforderte weiter.",
            ),
        ),
        (
            edition.pick("Acknowledged", "Bestätigt"),
            edition.pick(
                "The receiver has seen that it is there.",
                "Der Empfänger hat gesehen, dass es da ist.",
            ),
        ),
        (
            edition.pick("Accepted", "Angenommen"),
            edition.pick(
                "The entry criteria are met. From here on the receiver is accountable.",
                "Die Eingangskriterien sind erfüllt. Ab hier ist der Empfänger verantwortlich.",
            ),
        ),
        (
            edition.pick("Returned", "Zurückgegeben"),
            edition.pick(
                "It goes back with a reason; the sender is accountable again.",
                "Es geht mit Begründung zurück; der Absender ist wieder verantwortlich.",
            ),
        ),
        (
            edition.pick("Completed", "Abgeschlossen"),
            edition.pick(
                "The receiver has done what the agreement says.",
                "Der Empfänger hat getan, was die Vereinbarung sagt.",
            ),
        ),
    ];
    let mut table = Table::new(vec![
        Column::fixed(edition.pick("Event", "Ereignis"), 100.0),
        Column::new(edition.pick("When it happens", "Wann es eintritt")),
    ]);
    table.rows = rows
        .into_iter()
        .map(|(name, said)| Row::from(vec![Cell::strong(name, Token::Ink), Cell::new(said)]))
        .collect();
    table
}

fn calendars(edition: &Edition, slas: &[&Sla]) -> Table {
    let document = edition.document();
    let process = document.process(edition.state.process).and_then(|it| it.calendar);
    let mut ids: Vec<_> = slas.iter().filter_map(|it| it.calendar).chain(process).collect();
    ids.sort();
    ids.dedup();
    let mut table = Table::new(vec![
        Column::new(edition.pick("Calendar", "Kalender")),
        Column::new(edition.pick("Hours", "Zeiten")),
        Column::new(edition.pick("Zone", "Zone")),
        Column::new(edition.pick("Other days", "Andere Tage")),
    ]);
    table.rows = ids
        .into_iter()
        .filter_map(|id| document.calendar(id))
        .map(|it| {
            let days: Vec<String> =
                it.special_days.iter().map(|day| format!("{} {}", day.date, day.name)).collect();
            Row::from(vec![
                Cell::new(named(&it.name, "—")),
                Cell::new(hours(edition, it)),
                Cell::label(it.time_zone.clone()),
                Cell::or_dash(&days.join(", ")),
            ])
        })
        .collect();
    table
}

/// The opening hours, days with the same hours together.
fn hours(edition: &Edition, calendar: &Calendar) -> String {
    if calendar.always {
        return edition.pick("Day and night", "Tag und Nacht").to_owned();
    }
    const ENGLISH: [&str; 7] = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"];
    const GERMAN: [&str; 7] = ["Mo", "Di", "Mi", "Do", "Fr", "Sa", "So"];
    let days = edition.pick(ENGLISH, GERMAN);
    let clock = |minute: u16| format!("{:02}:{:02}", minute / 60, minute % 60);
    let of = |at: usize| -> String {
        let mut windows: Vec<_> =
            calendar.windows.iter().filter(|it| usize::from(it.weekday) == at).collect();
        windows.sort_by_key(|it| it.from);
        let said: Vec<String> =
            windows.iter().map(|it| format!("{}–{}", clock(it.from), clock(it.to))).collect();
        said.join(", ")
    };
    let mut groups: Vec<(usize, usize, String)> = Vec::new();
    for at in 0..days.len() {
        let hours = of(at);
        match groups.last_mut() {
            Some((_, last, same)) if *same == hours && *last + 1 == at => *last = at,
            _ => groups.push((at, at, hours)),
        }
    }
    let name = |at: &usize| days.get(*at).copied().unwrap_or_default();
    let said: Vec<String> = groups
        .iter()
        .filter(|(.., hours)| !hours.is_empty())
        .map(|(from, to, hours)| {
            let days = if from == to {
                name(from).to_owned()
            } else {
                format!("{}–{}", name(from), name(to))
            };
            format!("{days} {hours}")
        })
        .collect();
    said.join("\n")
}

fn pauses(edition: &Edition, slas: &[&Sla]) -> Table {
    let mut table = Table::new(vec![
        Column::new(edition.pick("Agreement", "SLA")),
        Column::new(edition.pick("Reason", "Grund")),
        Column::new(edition.pick("Set by", "Angehalten von")),
        Column::new(edition.pick("Shown by", "Belegt durch")),
        Column::new(edition.pick("At most", "Höchstens")),
    ]);
    for sla in slas {
        for pause in &sla.pauses {
            let cap = pause.cap.map(|it| edition.duration(i64::from(it.0))).unwrap_or_default();
            table.rows.push(Row::from(vec![
                Cell::new(name(edition, sla)),
                Cell::new(pause.reason.clone()),
                Cell::or_dash(&pause.set_by),
                Cell::or_dash(&pause.evidence),
                Cell::or_dash(&cap).under(pause.auto_resume.clone()),
            ]));
        }
    }
    if table.rows.is_empty() {
        let none = edition.pick("No clock is ever stopped.", "Keine Uhr wird je angehalten.");
        table = Table::list(vec![Column::new("")]);
        table.rows = vec![Row::from(vec![Cell::label(none)])];
    }
    table
}

fn escalations(edition: &Edition, slas: &[&Sla]) -> Table {
    let mut table = Table::new(vec![
        Column::new(edition.pick("Agreement", "SLA")),
        Column::numbers(edition.pick("At", "Bei")),
        Column::new(edition.pick("Who", "Wer")),
        Column::new(edition.pick("Does what", "Tut was")),
        Column::new(edition.pick("How", "Wie")),
    ]);
    for sla in slas {
        for (index, level) in sla.escalations.iter().enumerate() {
            let who = edition.role_or_empty(level.notify);
            let who = if who.is_empty() { level.contact.as_str() } else { who };
            let line = if level.hierarchical {
                edition.pick("up the line", "mit mehr Befugnis")
            } else {
                edition.pick("to those who can help", "mit mehr Können")
            };
            table.rows.push(Row::from(vec![
                if index == 0 { Cell::new(name(edition, sla)) } else { Cell::default() },
                Cell::new(format!("{}\u{a0}%", level.at_percent)),
                Cell::or_dash(who).under(line),
                Cell::or_dash(&level.action),
                Cell::or_dash(&level.channel),
            ]));
        }
    }
    if table.rows.is_empty() {
        let none = edition.pick("Nobody is told yet.", "Noch erfährt es niemand.");
        table = Table::list(vec![Column::new("")]);
        table.rows = vec![Row::from(vec![Cell::of(none, crate::script::BODY, Token::Trouble)])];
    }
    table
}

fn reviews(edition: &Edition, slas: &[&Sla]) -> Table {
    let mut table = Table::new(vec![
        Column::new(edition.pick("Agreement", "SLA")),
        Column::new(edition.pick("Owner", "Eigner")),
        Column::new(edition.pick("In force from", "In Kraft ab")),
        Column::new(edition.pick("Looked at again", "Prüfung")),
        Column::new(edition.pick("Measured by", "Gemessen aus")),
    ]);
    table.rows = slas
        .iter()
        .map(|sla| {
            Row::from(vec![
                Cell::new(name(edition, sla)),
                edition.or_not_agreed(edition.role_or_empty(sla.owner)),
                Cell::or_dash(&sla.effective_from),
                Cell::or_dash(&sla.review_date),
                Cell::or_dash(&sla.measurement_source),
            ])
        })
        .collect();
    table
}
