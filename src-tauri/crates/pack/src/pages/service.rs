//! The service level of one handoff: its clocks beside today, and the agreement read aloud as the
//! window and the command line read it.

use super::edition::{Edition, Passing};
use crate::names;
use crate::script::{BODY, Cell, Column, Row, Script, Table};
use crate::words;
use analysis::{Counted, Language, PromiseShown, Standing, TargetKind};
use model::{ClockEvent, CompletionFrom, Minutes, Sla, TimeTarget};
use scene::Token;

const HEADING: &str = "Service level";

/// How a service level counts at a handoff.
pub fn counted<'a>(edition: &Edition<'a>, passing: &Passing<'a>, sla: &'a Sla) -> Counted<'a> {
    analysis::counted(edition.document(), sla, Some(passing.handoff))
}

/// Writes the service level.
pub fn write(script: &mut Script, edition: &Edition, passing: &Passing) {
    let Some(sla) = passing.sla else {
        script.missing(HEADING, "Not agreed: no target for this handoff");
        return;
    };
    let shown = analysis::agreement(edition.document(), passing.handoff.id, Language::English);
    let (promises, sentences) = shown.map(|it| (it.promises, it.sentences)).unwrap_or_default();
    let table = clocks(edition, passing, sla, &promises);
    if table.rows.is_empty() {
        script.missing(HEADING, "An agreement without a target");
    } else {
        script.table_under(HEADING, table.compact());
    }
    script.space(7.0);
    // One after the other, so that the card stays on its page.
    let [kind, status] = [names::agreement(sla.kind_of), names::status(sla.status)];
    let status = format!("{kind}, {}.", status.to_lowercase());
    script.sentence(&format!("{} {status}", sentences.join(" ")));
}

fn clocks(edition: &Edition, passing: &Passing, sla: &Sla, promises: &[PromiseShown]) -> Table {
    let mut table = Table::new(vec![
        Column::new("Clock"),
        Column::new("Target"),
        Column::new("Objective"),
        Column::new("Today"),
        Column::new("Calendar"),
    ]);
    let counted = counted(edition, passing, sla);
    table.rows = promises.iter().map(|it| row(edition, sla, &counted, it)).collect();
    table
}

fn row(edition: &Edition, sla: &Sla, counted: &Counted, promise: &PromiseShown) -> Row {
    let target = TimeTarget { minutes: promise.minutes, clock: promise.clock };
    let hours = match (promise.clock, counted.calendar) {
        (model::ClockKind::Elapsed, _) => "Day and night",
        (model::ClockKind::Business, it) => it.map_or("", |it| it.name.as_str()),
    };
    let objective = promise.objective.map(|share| {
        let over =
            sla.objective_window.map_or(String::new(), |it| format!(" {}", names::window(it)));
        format!("{}{over}", words::share(share))
    });
    Row::from(vec![
        Cell::new(clock(promise.target)).under(run(sla, promise.target)),
        Cell::new(counted.said(target, Language::English).replacen(' ', "\u{a0}", 1)),
        objective.map_or_else(Cell::not_agreed, Cell::new),
        seen(edition, [promise.best, promise.usual, promise.worst], promise.standing),
        Cell::or_dash(hours),
    ])
}

/// What each clock is about.
pub fn clock(target: TargetKind) -> &'static str {
    match target {
        TargetKind::Acknowledge => "Acknowledge",
        TargetKind::Response => "Accept or return",
        TargetKind::Completion => "Complete",
    }
}

/// What starts and stops a clock: `from released to accepted`.
fn run(sla: &Sla, target: TargetKind) -> String {
    let (start, stop) = match target {
        TargetKind::Acknowledge => (Some(ClockEvent::Released), Some(ClockEvent::Acknowledged)),
        TargetKind::Response => (sla.response_start, sla.response_stop),
        TargetKind::Completion => {
            let start = match sla.completion_from {
                CompletionFrom::Acceptance => ClockEvent::Accepted,
                CompletionFrom::Release => ClockEvent::Released,
            };
            (Some(start), sla.completion_stop)
        }
    };
    match (start, stop) {
        (Some(start), Some(stop)) => {
            format!("from {} to {}", names::clock_event(start), names::clock_event(stop))
        }
        (Some(start), None) => format!("from {}", names::clock_event(start)),
        (None, Some(stop)) => format!("to {}", names::clock_event(stop)),
        (None, None) => String::new(),
    }
}

/// What was observed, in the colour of how the target stands against it: best, usual and worst.
pub fn seen(edition: &Edition, range: [Option<Minutes>; 3], standing: Standing) -> Cell {
    let [best, usual, worst] = range.map(|it| it.map(|it| edition.duration(i64::from(it.0))));
    let Some(usual) = usual else { return Cell::of("not known", BODY, Token::Muted) };
    let token = match standing {
        Standing::Broken => Token::Trouble,
        Standing::Tight => Token::Watch,
        Standing::Kept => Token::Good,
        Standing::Loose | Standing::Unknown => Token::Ink,
    };
    let beyond: Vec<String> = [("best", best), ("worst", worst)]
        .into_iter()
        .filter_map(|(name, time)| Some(format!("{name}\u{a0}{}", time?)))
        .collect();
    Cell::strong(format!("{usual} usual"), token).under(beyond.join(", "))
}
