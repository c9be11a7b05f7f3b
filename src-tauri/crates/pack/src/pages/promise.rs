//! An end-to-end promise and the budget behind it, stage by stage (domain.md 3.6). Percentiles are
//! never added: what the stages keep together is said as two bounds.

use super::edition::Edition;
use super::service;
use crate::script::{Cell, Column, Row, Script, Table};
use crate::words;
use analysis::{BudgetLine, BudgetPart, EndToEndShown};
use model::{ClockKind, Minutes, Share};
use scene::Token;

/// Writes one promise.
pub fn write(script: &mut Script, edition: &Edition, way: &EndToEndShown) {
    let name = if way.name.trim().is_empty() { "End-to-end promise" } else { way.name.as_str() };
    script.table_under(name, budget(edition, way).compact());
    script.space(7.0);
    for sentence in way.sentences.iter().chain(&bounds(edition, way)) {
        script.sentence(sentence);
    }
}

fn budget(edition: &Edition, way: &EndToEndShown) -> Table {
    let mut table = Table::new(vec![
        Column::new("On the way"),
        Column::new("What counts"),
        Column::numbers("Time"),
        Column::numbers("Objective"),
        Column::new("Today"),
    ]);
    table.rows = way.stages.iter().map(|line| row(edition, way, line)).collect();
    let total = |name: &str, minutes: i64, token: Token| {
        let time = Cell::strong(time(edition, way, minutes), token);
        let blank = Cell::default;
        Row::from(vec![Cell::strong(name, Token::Ink), blank(), time, blank(), blank()])
    };
    let share = way.objective.map_or_else(Cell::dash, |it| Cell::new(words::share(it)));
    let mut promised = total("Promised end to end", i64::from(way.target.0), Token::Ink);
    if let Some(cell) = promised.cells.get_mut(3) {
        *cell = share;
    }
    table.rows.push(total("Together", i64::from(way.sum.0), Token::Ink));
    table.rows.push(promised);
    let (name, token) =
        if way.headroom < 0 { ("Too much", Token::Trouble) } else { ("Left over", Token::Good) };
    table.rows.push(total(name, i64::from(way.headroom).abs(), token));
    table
}

fn row(edition: &Edition, way: &EndToEndShown, line: &BudgetLine) -> Row {
    let what = match line.what {
        BudgetPart::Response => "Target to accept or return",
        BudgetPart::Completion => "Target to complete",
        BudgetPart::Wait => "Wait, not promised",
        BudgetPart::Work => "Work, not promised",
    };
    let promised = matches!(line.what, BudgetPart::Response | BudgetPart::Completion);
    let objective = match line.objective {
        Some(share) => Cell::new(words::share(share)),
        None if promised => Cell::not_agreed(),
        None => Cell::dash(),
    };
    Row::from(vec![
        Cell::new(line.name.clone()),
        Cell::label(what),
        Cell::new(time(edition, way, i64::from(line.minutes.0))),
        objective,
        service::seen(edition, [line.best, line.usual, line.worst], line.standing),
    ])
}

/// In the clock of the promise: working days of the process, or days round the clock.
fn time(edition: &Edition, way: &EndToEndShown, minutes: i64) -> String {
    match way.clock {
        ClockKind::Business => edition.duration(minutes),
        ClockKind::Elapsed => words::duration(minutes, 1440),
    }
}

fn bounds(edition: &Edition, way: &EndToEndShown) -> Vec<String> {
    let promised = |line: &&BudgetLine| line.objective.is_some();
    let count = way.stages.iter().filter(promised).count();
    let mut said = Vec::new();
    if count > 0 {
        said.push(format!(
            "If each of the {} is met as often as agreed, all of them are met for at least {} of \
             the items, whatever depends on what (union bound), and for {} if no stage depends on \
             another.",
            words::of(count, "target", "targets"),
            words::percent_tenth(way.union * 100.0),
            words::percent_tenth(way.product * 100.0),
        ));
    }
    if let (Some(union), Some(product), Some(objective)) =
        (way.needed_union, way.needed_product, way.objective)
    {
        said.push(format!(
            "For {} of the items end to end every stage would have to keep its target for {}, or \
             for {} if no stage depends on another.",
            words::share(objective),
            words::percent_tenth(union * 100.0),
            words::percent_tenth(product * 100.0),
        ));
    }
    said.extend(observed(edition, way));
    let other: Vec<String> = way
        .other_clock
        .iter()
        .filter_map(|id| edition.document().handoff(*id).map(model::Handoff::name))
        .collect();
    if !other.is_empty() {
        let count = if other.len() == 1 { "counts" } else { "count" };
        let other = words::listed(&other);
        said.push(format!("{other} {count} another clock and are not in the sum."));
    }
    said
}

fn observed(edition: &Edition, way: &EndToEndShown) -> Option<String> {
    let usual = |it: Minutes| time(edition, way, i64::from(it.0));
    let drawn =
        way.nominal.map(|it| format!("As this map draws it the way usually takes {}", usual(it)));
    let today = way.usual_today.filter(|it| Some(*it) != way.nominal);
    let today = today.map(|it| format!("today it usually takes {}", usual(it)));
    let chance = |it: f64| Share((it * 10_000.0).round() as u16);
    let likely = way
        .likely
        .map(|it| format!("{} of the items would make the promise", words::share(chance(it))));
    let parts: Vec<String> = [drawn, today, likely].into_iter().flatten().collect();
    (!parts.is_empty()).then(|| format!("{}.", parts.join("; ")))
}
