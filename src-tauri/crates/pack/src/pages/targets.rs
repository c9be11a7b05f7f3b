//! The service levels together: every target beside today, and the promises that span several
//! handoffs with the budget behind each.

use super::edition::{Edition, Passing, Way};
use super::{promise, service};
use crate::page::Anchor;
use crate::script::{Cell, Column, Format, PageKind, Row, Script, Table};
use crate::words;
use analysis::{Language, PromiseShown, Standing};
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
    let whole = analysis::promises(edition.document(), edition.state.id, Language::English);
    if agreed.is_empty() && whole.is_empty() {
        return;
    }
    let title = "Service levels";
    script.sheet(PageKind::Targets, Format::Upright, title);
    script.title(title, &finding(edition, &agreed));
    script.table(targets(edition, &agreed));
    if !agreed.is_empty() {
        script.note(
            "Today is what was said of the wait and of the receiving stage on the map. A target \
             is kept when it holds at worst, tight when only as usual.",
        );
    }
    for way in &whole {
        promise::write(script, edition, way);
    }
}

fn promises(edition: &Edition, passing: &Passing) -> Vec<PromiseShown> {
    analysis::agreement(edition.document(), passing.handoff.id, Language::English)
        .map(|it| it.promises)
        .unwrap_or_default()
}

fn finding(edition: &Edition, agreed: &[(&Passing, Vec<PromiseShown>)]) -> String {
    let forward = edition.passings.iter().filter(|it| it.way() == Way::Forward).count();
    let all = words::of(forward, "handoff has", "handoffs have");
    let said = format!("{} of {all} a service level", agreed.len());
    let broken = agreed
        .iter()
        .filter(|(_, targets)| targets.iter().any(|it| it.standing == Standing::Broken))
        .count();
    match broken {
        0 => said,
        1 => format!("{said}; one of them would be missed as things are today"),
        more => format!("{said}; {more} of them would be missed as things are today"),
    }
}

fn targets(edition: &Edition, agreed: &[(&Passing, Vec<PromiseShown>)]) -> Table {
    let mut table = Table::new(vec![
        Column::new("Handoff"),
        Column::fixed("Clock", 72.0),
        Column::fixed("Target", 84.0),
        Column::fixed("Objective", 54.0),
        Column::fixed("Today", 84.0),
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
        .map(|sla| service::counted(edition, passing, sla).said(target, Language::English));
    Row::from(vec![
        name,
        Cell::new(service::clock(promise.target)),
        Cell::new(said.unwrap_or_default()),
        promise.objective.map_or_else(Cell::not_agreed, |it| Cell::new(words::share(it))),
        service::seen(edition, [promise.best, promise.usual, promise.worst], promise.standing),
    ])
}
