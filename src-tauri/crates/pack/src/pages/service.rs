//! The service level of one handoff: its clocks beside today, and the agreement read aloud as the
//! window and the command line read it.

use super::edition::{Edition, Passing};
use crate::script::{BODY, Cell, Column, Row, Script, Table};
use analysis::{Counted, PromiseShown, Standing, TargetKind};
use model::{ClockEvent, CompletionFrom, Minutes, Sla, TimeTarget};
use scene::Token;

/// How a service level counts at a handoff.
pub fn counted<'a>(edition: &Edition<'a>, passing: &Passing<'a>, sla: &'a Sla) -> Counted<'a> {
    analysis::counted(edition.document(), sla, Some(passing.handoff))
}

/// Writes the service level.
pub fn write(script: &mut Script, edition: &Edition, passing: &Passing) {
    let heading = edition.pick("Service level", "SLA");
    let Some(sla) = passing.sla else {
        let what = edition.pick(
            "Not agreed: no target for this handoff",
            "Nicht vereinbart: kein Ziel für diese Übergabe",
        );
        script.missing(heading, what);
        return;
    };
    let shown = analysis::agreement(edition.document(), passing.handoff.id, edition.language());
    let (promises, sentences) = shown.map(|it| (it.promises, it.sentences)).unwrap_or_default();
    let table = clocks(edition, passing, sla, &promises);
    if table.rows.is_empty() {
        let what = edition.pick("An agreement without a target", "Eine Vereinbarung ohne Ziel");
        script.missing(heading, what);
    } else {
        script.table_under(heading, table.compact());
    }
    script.space(7.0);
    // One after the other, so that the card stays on its page.
    let [kind, status] = [edition.say.agreement(sla.kind_of), edition.say.status(sla.status)];
    let status = edition
        .pick(format!("{kind}, {}.", status.to_lowercase()), format!("{kind}, Stand: {status}."));
    script.sentence(&format!("{} {status}", sentences.join(" ")));
}

fn clocks(edition: &Edition, passing: &Passing, sla: &Sla, promises: &[PromiseShown]) -> Table {
    let mut table = Table::new(vec![
        Column::new(edition.pick("Clock", "Uhr")),
        Column::new(edition.pick("Target", "Ziel")),
        Column::new(edition.pick("Objective", "Zielwert")),
        Column::new(edition.pick("Today", "Heute")),
        Column::new(edition.pick("Calendar", "Kalender")),
    ]);
    let counted = counted(edition, passing, sla);
    table.rows = promises.iter().map(|it| row(edition, sla, &counted, it)).collect();
    table
}

fn row(edition: &Edition, sla: &Sla, counted: &Counted, promise: &PromiseShown) -> Row {
    let target = TimeTarget { minutes: promise.minutes, clock: promise.clock };
    let hours = match (promise.clock, counted.calendar) {
        (model::ClockKind::Elapsed, _) => edition.pick("Day and night", "Tag und Nacht"),
        (model::ClockKind::Business, it) => it.map_or("", |it| it.name.as_str()),
    };
    let objective = promise.objective.map(|share| {
        let over =
            sla.objective_window.map_or(String::new(), |it| format!(" {}", edition.say.window(it)));
        format!("{}{over}", edition.say.share(share))
    });
    Row::from(vec![
        Cell::new(clock(edition, promise.target)).under(run(edition, sla, promise.target)),
        Cell::new(counted.said(target, edition.language()).replacen(' ', "\u{a0}", 1)),
        objective.map_or_else(|| edition.not_agreed(), Cell::new),
        seen(edition, [promise.best, promise.usual, promise.worst], promise.standing),
        Cell::or_dash(hours),
    ])
}

/// What each clock is about.
pub fn clock(edition: &Edition, target: TargetKind) -> &'static str {
    match target {
        TargetKind::Acknowledge => edition.pick("Acknowledge", "Bestätigen"),
        TargetKind::Response => edition.pick("Accept or return", "Annehmen oder zurückgeben"),
        TargetKind::Completion => edition.pick("Complete", "Abschließen"),
    }
}

/// What starts and stops a clock: `from released to accepted`.
fn run(edition: &Edition, sla: &Sla, target: TargetKind) -> String {
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
            let (start, stop) = (edition.say.clock_event(start), edition.say.clock_event(stop));
            edition.pick(format!("from {start} to {stop}"), format!("von {start} bis {stop}"))
        }
        (Some(start), None) => {
            format!("{} {}", edition.pick("from", "ab"), edition.say.clock_event(start))
        }
        (None, Some(stop)) => {
            format!("{} {}", edition.pick("to", "bis"), edition.say.clock_event(stop))
        }
        (None, None) => String::new(),
    }
}

/// What was observed, in the colour of how the target stands against it: best, usual and worst.
pub fn seen(edition: &Edition, range: [Option<Minutes>; 3], standing: Standing) -> Cell {
    let [best, usual, worst] = range.map(|it| it.map(|it| edition.duration(i64::from(it.0))));
    let Some(usual) = usual else {
        return Cell::of(edition.pick("not\u{a0}known", "nicht\u{a0}bekannt"), BODY, Token::Muted);
    };
    let token = match standing {
        Standing::Broken => Token::Trouble,
        Standing::Tight => Token::Watch,
        Standing::Kept => Token::Good,
        Standing::Loose | Standing::Unknown => Token::Ink,
    };
    let said = format!("{usual}\u{a0}{}", edition.pick("usual", "üblich"));
    Cell::strong(said, token).under(edition.say.between(best, worst))
}
