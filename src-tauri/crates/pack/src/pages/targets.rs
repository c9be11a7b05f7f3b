//! The service levels together: every target beside today, and the promises that span several
//! handoffs with the budget behind each.

use super::edition::{Edition, Passing, Way};
use super::{promise, service};
use crate::page::Anchor;
use crate::script::{Cell, Column, Format, PageKind, Row, Script, Table};
use analysis::{PromiseShown, Standing};
use model::TimeTarget;
use scene::Token;

/// Writes the part; none where nothing is agreed and nothing is promised.
pub fn write(script: &mut Script, edition: &Edition) {
    let agreed: Vec<(&Passing, Vec<PromiseShown>)> = edition
        .passings
        .iter()
        .filter(|it| it.way() == Way::Forward && it.sla.is_some())
        .map(|passing| (passing, promises(edition, passing)))
        .collect();
    let whole = analysis::promises(edition.document(), edition.state.id, edition.language());
    if agreed.is_empty() && whole.is_empty() {
        return;
    }
    let title = edition.pick("Service levels", "SLAs");
    script.sheet(PageKind::Targets, Format::Upright, title);
    script.title(title, &finding(edition, &agreed));
    script.table(targets(edition, &agreed));
    if !agreed.is_empty() {
        script.note(edition.pick(
            "Today is what was said of the wait and of the receiving stage on the map. A target \
             is kept when it holds at worst, tight when only as usual.",
            "Heute ist, was auf der Karte von der Wartezeit und von der empfangenden Phase gesagt \
             wurde. Ein Ziel ist gehalten, wenn es auch im schlechtesten Fall hält, und knapp, \
             wenn nur im üblichen.",
        ));
    }
    for way in &whole {
        promise::write(script, edition, way);
    }
}

fn promises(edition: &Edition, passing: &Passing) -> Vec<PromiseShown> {
    analysis::agreement(edition.document(), passing.handoff.id, edition.language())
        .map(|it| it.promises)
        .unwrap_or_default()
}

fn finding(edition: &Edition, agreed: &[(&Passing, Vec<PromiseShown>)]) -> String {
    let forward = edition.passings.iter().filter(|it| it.way() == Way::Forward).count();
    let have = agreed.len();
    let said = edition.pick(
        format!(
            "{have} of {} {} a service level",
            edition.say.of(forward, "handoff", "handoffs"),
            if have == 1 { "has" } else { "have" }
        ),
        format!(
            "{have} von {} {} ein SLA",
            edition.say.of(forward, "Übergabe", "Übergaben"),
            if have == 1 { "hat" } else { "haben" }
        ),
    );
    let broken = agreed
        .iter()
        .filter(|(_, targets)| targets.iter().any(|it| it.standing == Standing::Broken))
        .count();
    match broken {
        0 => said,
        1 => edition.pick(
            format!("{said}; one of them would be missed as things are today"),
            format!("{said}; eines davon würde heute nicht gehalten"),
        ),
        more => edition.pick(
            format!("{said}; {more} of them would be missed as things are today"),
            format!("{said}; {more} davon würden heute nicht gehalten"),
        ),
    }
}

fn targets(edition: &Edition, agreed: &[(&Passing, Vec<PromiseShown>)]) -> Table {
    let mut table = Table::new(vec![
        Column::new(edition.pick("Handoff", "Übergabe")),
        Column::fixed(edition.pick("Clock", "Uhr"), edition.pick(72.0, 82.0)),
        Column::fixed(edition.pick("Target", "Ziel"), edition.pick(84.0, 92.0)),
        Column::fixed(edition.pick("Objective", "Zielwert"), 54.0),
        Column::fixed(edition.pick("Today", "Heute"), 84.0),
    ]);
    for (passing, promises) in agreed {
        for (index, promise) in promises.iter().enumerate() {
            table.rows.push(row(edition, passing, promise, index == 0));
        }
    }
    table.compact()
}

fn row(edition: &Edition, passing: &Passing, promise: &PromiseShown, first: bool) -> Row {
    let handoff = passing.handoff;
    let name = if first {
        let name = format!("{} {}", handoff.name(), passing.arrow());
        Cell::strong(name, Token::Ink).leading_to(Anchor::Card(handoff.id))
    } else {
        Cell::default()
    };
    let target = TimeTarget { minutes: promise.minutes, clock: promise.clock };
    let said = passing
        .sla
        .map(|sla| service::counted(edition, passing, sla).said(target, edition.language()));
    Row::from(vec![
        name,
        Cell::new(service::clock(edition, promise.target)),
        Cell::new(said.unwrap_or_default()),
        promise
            .objective
            .map_or_else(|| edition.not_agreed(), |it| Cell::new(edition.say.share(it))),
        service::seen(edition, [promise.best, promise.usual, promise.worst], promise.standing),
    ])
}
