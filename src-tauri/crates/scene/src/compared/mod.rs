//! Two states in one picture: the second as it is, what went as ghosts, what is new or otherwise
//! marked. Or each by itself, marked by what becomes of it.

mod ghosts;
mod marks;

use crate::compose::Composer;
use crate::scene::{Part, Scene};
use analysis::compare::{About, Comparison, Fate, StateChange};
use marks::{Mark, Marks};
use model::{Document, HandoffId, RecordId, StateId};
use std::collections::BTreeMap;

/// The second state over what went from the first.
pub fn overlay(composer: &mut Composer, document: &Document, comparison: &Comparison) -> Scene {
    let to = comparison.to;
    let figures = analysis::figures(document, to);
    let union = ghosts::union(document, comparison);
    let (drawn, ghosts) = match &union {
        Some(union) => (&union.document, union.ghosts.clone()),
        None => (document, Vec::new()),
    };
    composer.pills.was = waits_before(document, comparison);
    let scene = composer.compose(drawn, to, &figures);
    let mut marks = Marks::default();
    for change in &comparison.changes {
        let mark = match change.fate {
            Fate::Added => Mark::New,
            Fate::Changed => Mark::Changed,
            Fate::Merged => Mark::Merged,
            Fate::Split | Fate::Recast => Mark::Split,
            Fate::Removed => continue,
        };
        marks.put(document, change, &change.after, mark);
    }
    ghosts.into_iter().for_each(|id| marks.ghost(id));
    marks.onto(composer, scene)
}

/// One of the two states by itself.
pub fn side(
    composer: &mut Composer,
    document: &Document,
    comparison: &Comparison,
    state: StateId,
) -> Scene {
    let first = state == comparison.from && state != comparison.to;
    marked(composer, document, comparison, state, first)
}

/// The first of the two, where both are one state of a document as it was and as it is.
pub fn as_it_was(composer: &mut Composer, document: &Document, comparison: &Comparison) -> Scene {
    marked(composer, document, comparison, comparison.from, true)
}

fn marked(
    composer: &mut Composer,
    document: &Document,
    comparison: &Comparison,
    state: StateId,
    first: bool,
) -> Scene {
    let figures = analysis::figures(document, state);
    let scene = composer.compose(document, state, &figures);
    let mut marks = Marks::default();
    for change in &comparison.changes {
        let (ids, mark) = match (change.fate, first) {
            (Fate::Removed, true) => (&change.before, Mark::Removed),
            (Fate::Added, false) => (&change.after, Mark::New),
            (Fate::Removed | Fate::Added, _) => continue,
            (Fate::Merged, true) => (&change.before, Mark::Merged),
            (Fate::Split | Fate::Recast, true) => (&change.before, Mark::Split),
            (Fate::Changed, true) => (&change.before, Mark::Changed),
            (Fate::Merged, false) => (&change.after, Mark::Merged),
            (Fate::Split | Fate::Recast, false) => (&change.after, Mark::Split),
            (Fate::Changed, false) => (&change.after, Mark::Changed),
        };
        marks.put(document, change, ids, mark);
    }
    marks.onto(composer, scene)
}

/// The records that a change is drawn on: the pill of a handoff, else the thing itself.
fn drawn(document: &Document, change: &StateChange, id: RecordId) -> Vec<RecordId> {
    match change.about {
        About::Handoff => {
            let connector = document.connector(id.into());
            let handoff = connector.and_then(|it| document.handoff_at(it)).map(|it| it.id.into());
            handoff.map_or_else(|| vec![id], |pill| vec![pill])
        }
        About::Step | About::Connector => vec![id],
        // A promise has no shape; a team and a stage are told in the list.
        About::Team | About::Stage | About::Promise => Vec::new(),
    }
}

/// The waits of handoffs that wait otherwise now.
fn waits_before(document: &Document, comparison: &Comparison) -> BTreeMap<HandoffId, i64> {
    let changed = comparison.changes.iter().filter(|it| it.about == About::Handoff);
    let was = changed.filter_map(|change| {
        let ([before], [after]) = (change.before.as_slice(), change.after.as_slice()) else {
            return None;
        };
        let old = document.connector((*before).into())?;
        let new = document.connector((*after).into())?;
        let handoff = document.handoff_at(new)?.id;
        let otherwise = old.wait.is_some() && old.wait_minutes() != new.wait_minutes();
        otherwise.then(|| (handoff, old.wait_minutes()))
    });
    was.collect()
}

/// Whether a part of a record carries its marks.
fn carries(part: Part) -> bool {
    matches!(part, Part::Step | Part::Connector | Part::Crossing | Part::Handoff | Part::Label)
}
