//! Two states held against each other: what became of what, every change field by field, and why
//! the figures moved (domain.md 0, decision 16; 8.3 "Before and after").

mod agreed;
pub mod case;
mod changes;
mod delta;
mod expected_parts;
mod kin;
mod late;
mod measures;
pub mod merge;
mod shared;
mod shared_words;
mod shown;
mod side;
mod since;
mod subject;
mod timeline_parts;
mod union;
mod values;
mod waterfalls;
mod words;

pub use delta::{Delta, FieldChange};
pub use late::{CommonPromise, late_cases};
pub use shown::{
    About, Comparison, Detail, Fate, Measure, MeasureOf, MeasureUnit, StateChange, Waterfall,
    WaterfallPart,
};
pub use side::Side;
pub use since::{SharedChange, Since, StateSince, since};

use crate::graph::Graph;
use crate::language::Language;
use changes::Teller;
use kin::Kin;
use measures::Figured;
use subject::{Subject, Subjects};
use values::Reader;
use waterfalls::Falls;

/// Compares two states, of one document or of a document as it was and as it is. Findings that
/// depend on the day count as on `today`.
pub fn compare(from: Side, to: Side, today: Option<&str>, language: Language) -> Comparison {
    let kin = Kin::of(&from, &to);
    let delta = Delta::along(&kin, &from, &to);
    let subjects = Subjects::of(&kin);
    let graphs = [Graph::of(from.document, from.state), Graph::of(to.document, to.state)];
    let [before, after] = &graphs;
    let clock =
        |side: &Side| side.document.process_of(side.state).map(|it| it.clock).unwrap_or_default();
    let reader = |side| Reader { side, clock: clock(&side), language };
    let teller = Teller::of(&kin, &delta, reader(from), reader(to));
    let mut changes = teller.all();
    let figured = (Figured::of(&from, before, today), Figured::of(&to, after, today));
    let falls = Falls::of(&kin, &subjects, (before, after), &figured);
    falls.account(&mut changes);
    let changed_subjects =
        changes.iter().filter(|it| it.subject.is_some() && !it.before.is_empty());
    let old = kin.steps.iter().chain(&kin.connectors).filter(|it| !it.before.is_empty());
    let kept = old.count().saturating_sub(changed_subjects.count());
    Comparison {
        from: from.state,
        to: to.state,
        clock: clock(&to),
        measures: measures::all(&figured),
        waterfalls: falls.told(&teller, &changes),
        changes,
        pairs: kin.steps.iter().chain(&kin.connectors).filter_map(kin::Family::pair).collect(),
        kept: u32::try_from(kept).unwrap_or(u32::MAX),
    }
}

/// Why the expected lead time of one state is another than that of the other; none where one of them
/// has none.
pub fn expected_lead_time(from: &Side, to: &Side, language: Language) -> Option<Waterfall> {
    let comparison = compare(*from, *to, None, language);
    comparison.waterfalls.into_iter().find(|it| it.of == MeasureOf::ExpectedLeadTime)
}

/// The subject of a change that a connector came or went with, else its own.
fn head(change: &StateChange) -> Option<Subject> {
    change.within.or(change.subject)
}
