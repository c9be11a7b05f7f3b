//! What was observed beside a line of a budget: the same wait and the same stage that the target of
//! the handoff is held against.

use super::pricing::Counting;
use super::shown::{BudgetLine, BudgetPart};
use crate::agreement::{
    Passing, Range, TargetKind, promises, span, stage_time, standing, today, wait,
};
use model::{Connector, Document, Minutes, TimeTarget};

/// Puts beside a line of this connector what was observed; nothing where the map counts another
/// clock.
pub(super) fn observe(
    document: &Document,
    connector: &Connector,
    counting: Counting,
    line: &mut BudgetLine,
) {
    if !counting.as_drawn {
        return;
    }
    let kind = match line.what {
        BudgetPart::Response => TargetKind::Response,
        BudgetPart::Completion => TargetKind::Completion,
        BudgetPart::Wait => return put(line, wait(today(document, connector))),
        BudgetPart::Work => {
            let step = line.step.and_then(|id| document.step(id));
            return put(line, step.map(span).unwrap_or_default());
        }
    };
    let passing = line
        .handoff
        .and_then(|id| document.handoff(id))
        .and_then(|handoff| Passing::of(document, handoff));
    let shown = passing.and_then(|passing| {
        let all = promises(&passing, passing.sla?);
        all.into_iter().find(|it| it.target == kind && it.clock == counting.clock)
    });
    match shown {
        Some(shown) => {
            (line.best, line.usual, line.worst) = (shown.best, shown.usual, shown.worst);
            line.standing = shown.standing;
        }
        // The target is that of the stage, which is counted from where the one before lets go.
        None => {
            let today = today(document, connector);
            let stage = document.step(today.to).map(|it| stage_time(document, it));
            let range = wait(today).then(stage.unwrap_or_default());
            let target = TimeTarget { minutes: line.minutes, clock: counting.clock };
            line.standing = standing(target, range, range);
            put(line, range);
        }
    }
}

fn put(line: &mut BudgetLine, range: Range) {
    let minutes = |it: Option<i64>| it.and_then(|it| i32::try_from(it).ok()).map(Minutes);
    (line.best, line.usual, line.worst) =
        (minutes(range.best), minutes(range.usual), minutes(range.worst));
}
