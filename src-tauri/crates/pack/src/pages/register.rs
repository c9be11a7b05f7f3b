//! The handoff register: every crossing of the map in one table, each row leading to its card.

use super::edition::{Edition, Passing, Way};
use crate::names;
use crate::page::Anchor;
use crate::script::{BODY, Cell, Column, Format, PageKind, Row, Script, Table};
use crate::words;
use scene::Token;

/// Writes the register of a state; `PageKind::Inventory` says that it is how things are today.
pub fn write(script: &mut Script, edition: &Edition, kind: PageKind) {
    let title = if kind == PageKind::Inventory { "Handoffs today" } else { "Handoff register" };
    script.sheet(kind, Format::Across, title);
    script.title(title, &finding(edition));
    if edition.passings.is_empty() {
        let hint = "A handoff appears by itself when a connector leads from one team to another.";
        script.paragraph(hint, BODY, Token::Muted);
        return;
    }
    script.table(table(edition, Way::Forward));
    let back = table(edition, Way::Back);
    if !back.rows.is_empty() {
        script.table_under("Return handoffs", back);
    }
    script.note(&format!(
        "Wait is from release by the giving team to start by the receiving team. {}",
        words::clock_words(edition.clock)
    ));
}

fn finding(edition: &Edition) -> String {
    let forward: Vec<&Passing> =
        edition.passings.iter().filter(|it| it.way() == Way::Forward).collect();
    if forward.is_empty() {
        return "Nothing passes on from one team to another on this map yet".into();
    }
    let all = words::of(forward.len(), "handoff", "handoffs");
    let without_sla = forward.iter().filter(|it| it.sla.is_none()).count();
    let without_owner = forward.iter().filter(|it| it.handoff.accountable.is_none()).count();
    match (without_sla, without_owner) {
        (0, 0) => format!("Each of the {all} has a service level and someone accountable"),
        (sla, 0) => format!("{sla} of {all} have no service level; each has someone accountable"),
        (0, owner) => format!("{owner} of {all} have nobody accountable; each has a service level"),
        (sla, owner) => {
            format!("{sla} of {all} have no service level, {owner} have nobody accountable")
        }
    }
}

fn table(edition: &Edition, way: Way) -> Table {
    let mut columns = vec![
        Column::fixed("No.", 34.0),
        Column::new("From\u{a0}→\u{a0}to"),
        Column::new("What passes"),
        Column::new(if way == Way::Forward { "Trigger" } else { "Reason" }),
        Column::fixed("Wait today", 60.0),
        Column::new("Cause"),
        Column::new("Accountable"),
    ];
    if way == Way::Forward {
        columns.push(Column::fixed("SLA", 64.0));
        columns.push(Column::fixed("Readiness", 56.0));
    } else {
        columns.push(Column::fixed("How often", 60.0));
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
            Cell::or_not_agreed(&handoff.passes)
        } else {
            Cell::or_dash(&handoff.passes)
        },
        if way == Way::Forward {
            Cell::or_not_agreed(&handoff.trigger)
        } else {
            Cell::or_dash(&passing.connector.label)
        },
        wait(edition, passing),
        passing.connector.cause.map_or_else(Cell::dash, |it| Cell::new(names::cause(it))),
        if way == Way::Forward {
            Cell::or_not_agreed(edition.role_or_empty(handoff.accountable))
        } else {
            Cell::or_dash(edition.role_or_empty(handoff.accountable))
        },
    ];
    if way == Way::Forward {
        cells.push(service(edition, passing));
        cells.push(readiness(passing));
    } else {
        let often = passing.connector.probability;
        cells.push(often.map_or_else(Cell::dash, |it| Cell::new(words::share(it))));
    }
    Row { cells, anchor: Some(Anchor::Row(handoff.id)) }
}

fn wait(edition: &Edition, passing: &Passing) -> Cell {
    match &passing.connector.wait {
        Some(wait) => Cell::strong(edition.duration(i64::from(wait.usual.0)), Token::Ink)
            .under(words::confidence(wait.confidence)),
        None => Cell::dash().under("not known"),
    }
}

pub fn service(edition: &Edition, passing: &Passing) -> Cell {
    let Some(sla) = passing.sla else { return Cell::not_agreed() };
    let day = super::service::counted(edition, passing, sla).day;
    let short = |name: &str, target: Option<model::TimeTarget>| {
        target.map(|it| format!("{name}\u{a0}{}", words::target_short(it, day)))
    };
    let parts: Vec<String> = [short("accept", sla.response), short("complete", sla.completion)]
        .into_iter()
        .flatten()
        .collect();
    match parts.split_first() {
        Some((first, rest)) => Cell::new(first.clone()).under(rest.join(", ")),
        None => Cell::of("No target", BODY, Token::Trouble),
    }
}

fn readiness(passing: &Passing) -> Cell {
    let Some(readiness) = passing.readiness else { return Cell::dash() };
    let token = match readiness.score {
        100 => Token::Good,
        60.. => Token::Watch,
        _ => Token::Trouble,
    };
    Cell::strong(format!("{} of 10", readiness.met.len()), token)
}
