//! The handoff register: every crossing of the map in one table, each row leading to its card.

use super::edition::{Edition, Passing, Way};
use crate::page::Anchor;
use crate::script::{BODY, Cell, Column, Format, PageKind, Row, Script, Table};
use scene::Token;

/// Writes the register of a state; `PageKind::Inventory` says that it is how things are today.
pub fn write(script: &mut Script, edition: &Edition, kind: PageKind) {
    let title = if kind == PageKind::Inventory {
        edition.pick("Handoffs today", "Übergaben heute")
    } else {
        edition.pick("Handoff register", "Übergaberegister")
    };
    script.sheet(kind, Format::Across, title);
    script.title(title, &finding(edition));
    if edition.passings.is_empty() {
        let hint = edition.pick(
            "A handoff appears by itself when a connector leads from one team to another.",
            "Eine Übergabe entsteht von selbst, wenn eine Verbindung von einem Team zu einem \
             anderen führt.",
        );
        script.paragraph(hint, BODY, Token::Muted);
        return;
    }
    script.table(table(edition, Way::Forward));
    let back = table(edition, Way::Back);
    if !back.rows.is_empty() {
        script.table_under(edition.pick("Return handoffs", "Rückgaben"), back);
    }
    let wait = edition.pick(
        "Wait is from release by the giving team to start by the receiving team.",
        "Wartezeit läuft von der Übergabe durch das gebende Team bis zum Beginn beim empfangenden.",
    );
    script.note(&format!("{wait} {}", edition.say.clock_words(edition.clock)));
}

/// How many handoffs lack what, in one sentence.
pub fn finding(edition: &Edition) -> String {
    let forward: Vec<&Passing> =
        edition.passings.iter().filter(|it| it.way() == Way::Forward).collect();
    if forward.is_empty() {
        let none = edition.pick(
            "Nothing passes on from one team to another on this map yet",
            "Auf dieser Karte wird noch nichts von einem Team an ein anderes übergeben",
        );
        return none.into();
    }
    let sla = forward.iter().filter(|it| it.sla.is_none()).count();
    let owner = forward.iter().filter(|it| it.handoff.accountable.is_none()).count();
    edition
        .pick(said(edition, forward.len(), sla, owner), gesagt(edition, forward.len(), sla, owner))
}

/// How many of all have no service level, and how many nobody accountable.
fn said(edition: &Edition, all: usize, sla: usize, owner: usize) -> String {
    let count = edition.say.of(all, "handoff", "handoffs");
    let have = |number: usize| if number == 1 { "has" } else { "have" };
    match (all, sla, owner) {
        (1, 0, 0) => "The handoff has a service level and someone accountable".into(),
        (1, 1, 0) => "The handoff has no service level, but someone accountable".into(),
        (1, 0, 1) => "The handoff has nobody accountable, but a service level".into(),
        (1, ..) => "The handoff has no service level and nobody accountable".into(),
        (_, 0, 0) => format!("Each of the {count} has a service level and someone accountable"),
        (_, _, 0) => {
            format!("{sla} of {count} {} no service level; each has someone accountable", have(sla))
        }
        (_, 0, _) => {
            format!(
                "{owner} of {count} {} nobody accountable; each has a service level",
                have(owner)
            )
        }
        _ => format!(
            "{sla} of {count} {} no service level, {owner} {} nobody accountable",
            have(sla),
            have(owner)
        ),
    }
}

/// The same in German.
fn gesagt(edition: &Edition, all: usize, sla: usize, owner: usize) -> String {
    let count = edition.say.of(all, "Übergabe", "Übergaben");
    let have = |number: usize| if number == 1 { "hat" } else { "haben" };
    match (all, sla, owner) {
        (1, 0, 0) => "Die Übergabe hat ein SLA und jemanden, der verantwortlich ist".into(),
        (1, 1, 0) => "Die Übergabe hat kein SLA, aber jemanden, der verantwortlich ist".into(),
        (1, 0, 1) => "Für die Übergabe ist niemand verantwortlich, aber ein SLA hat sie".into(),
        (1, ..) => "Die Übergabe hat kein SLA, und niemand ist verantwortlich".into(),
        (_, 0, 0) => format!("Jede der {count} hat ein SLA und jemanden, der verantwortlich ist"),
        (_, _, 0) => {
            format!("{sla} von {count} {} kein SLA; für jede ist jemand verantwortlich", have(sla))
        }
        (_, 0, _) => {
            format!("Für {owner} von {count} ist niemand verantwortlich; jede hat ein SLA")
        }
        _ => format!(
            "{sla} von {count} {} kein SLA, für {owner} ist niemand verantwortlich",
            have(sla)
        ),
    }
}

fn table(edition: &Edition, way: Way) -> Table {
    let mut columns = vec![
        Column::fixed(edition.pick("No.", "Nr."), 34.0),
        Column::new(edition.pick("From\u{a0}→\u{a0}to", "Von\u{a0}→\u{a0}an")),
        Column::new(edition.pick("What passes", "Was übergeben wird")),
        Column::new(if way == Way::Forward {
            edition.pick("Trigger", "Auslöser")
        } else {
            edition.pick("Reason", "Anlass")
        }),
        Column::fixed(edition.pick("Wait today", "Wartet heute"), 60.0),
        Column::new(edition.pick("Cause", "Grund")),
        Column::new(edition.pick("Accountable", "Verantwortlich")),
    ];
    if way == Way::Forward {
        columns.push(Column::fixed("SLA", edition.pick(64.0, 78.0)));
        columns.push(Column::fixed(edition.pick("Readiness", "Reife"), edition.pick(56.0, 50.0)));
    } else {
        columns.push(Column::fixed(edition.pick("How often", "Wie oft"), 60.0));
    }
    let mut table = Table::new(columns);
    table.rows = edition
        .passings
        .iter()
        .filter(|it| it.way() == way)
        .map(|passing| row(edition, passing, way))
        .collect();
    table
}

fn row(edition: &Edition, passing: &Passing, way: Way) -> Row {
    let handoff = passing.handoff;
    let number = Cell::strong(handoff.name(), Token::Accent);
    let mut cells = vec![
        number.leading_to(Anchor::Card(handoff.id)),
        Cell::new(passing.arrow()),
        if way == Way::Forward {
            edition.or_not_agreed(&handoff.passes)
        } else {
            Cell::or_dash(&handoff.passes)
        },
        if way == Way::Forward {
            edition.or_not_agreed(&handoff.trigger)
        } else {
            Cell::or_dash(&passing.connector.label)
        },
        wait(edition, passing),
        passing.connector.cause.map_or_else(Cell::dash, |it| Cell::new(edition.say.cause(it))),
        if way == Way::Forward {
            edition.or_not_agreed(edition.role_or_empty(handoff.accountable))
        } else {
            Cell::or_dash(edition.role_or_empty(handoff.accountable))
        },
    ];
    if way == Way::Forward {
        cells.push(service(edition, passing));
        cells.push(readiness(edition, passing));
    } else {
        let often = passing.connector.probability;
        let known = passing.connector.probability_known.confidence;
        cells.push(often.map_or_else(Cell::dash, |it| {
            Cell::new(edition.say.share(it)).under(edition.say.confidence(known))
        }));
    }
    Row { cells, anchor: Some(Anchor::Row(handoff.id)) }
}

fn wait(edition: &Edition, passing: &Passing) -> Cell {
    match &passing.connector.wait {
        Some(wait) => Cell::strong(edition.duration(i64::from(wait.usual.0)), Token::Ink)
            .under(edition.say.confidence(wait.confidence)),
        None => Cell::dash().under(edition.pick("not known", "nicht bekannt")),
    }
}

/// The targets of a handoff, as short as can be.
pub fn service(edition: &Edition, passing: &Passing) -> Cell {
    let Some(sla) = passing.sla else { return edition.not_agreed() };
    let day = super::service::counted(edition, passing, sla).day;
    let short = |name: &str, target: Option<model::TimeTarget>| {
        target.map(|it| format!("{name}\u{a0}{}", edition.say.target_short(it, day)))
    };
    let parts: Vec<String> = [
        short(edition.pick("accept", "annehmen"), sla.response),
        short(edition.pick("complete", "abschließen"), sla.completion),
    ]
    .into_iter()
    .flatten()
    .collect();
    match parts.split_first() {
        Some((first, rest)) => Cell::new(first.clone()).under(rest.join(", ")),
        None => Cell::of(edition.pick("No target", "Ohne Ziel"), BODY, Token::Trouble),
    }
}

fn readiness(edition: &Edition, passing: &Passing) -> Cell {
    let Some(readiness) = passing.readiness else { return Cell::dash() };
    let token = match readiness.score {
        100 => Token::Good,
        60.. => Token::Watch,
        _ => Token::Trouble,
    };
    Cell::strong(format!("{} {} 10", readiness.met.len(), edition.pick("of", "von")), token)
}
