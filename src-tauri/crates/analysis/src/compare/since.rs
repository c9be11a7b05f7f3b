//! What changed in a document since it was another: state by state as two states are compared,
//! states that came or went, and what is shared by all of them, each record with its fields.

use super::delta::fields;
use super::shared::Shared;
use super::shown::{Detail, Fate, StateChange};
use super::{Side, compare};
use crate::language::Language;
use model::*;
use serde::Serialize;
use ts_rs::TS;

/// What changed since.
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export_to = "contract.ts")]
pub struct Since {
    /// States that changed, came or went; in the order of their ids.
    pub states: Vec<StateSince>,
    /// What is shared by the states, kind by kind.
    pub shared: Vec<SharedChange>,
    /// Steps, connectors, lanes and stages that are only drawn elsewhere.
    pub redrawn: u32,
    /// Not one record is otherwise.
    pub same: bool,
}

/// What became of a state.
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export_to = "contract.ts")]
pub struct StateSince {
    /// Which one.
    pub state: StateId,
    /// What it is called, or was.
    pub name: String,
    /// Changed, added or removed.
    pub fate: Fate,
    /// What is otherwise about the state itself.
    pub details: Vec<Detail>,
    /// What is otherwise in it; of a new one and of one that is gone it is all of it, and not told.
    pub changes: Vec<StateChange>,
}

/// What became of a record that all states share.
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export_to = "contract.ts")]
pub struct SharedChange {
    /// Which one.
    pub id: RecordId,
    /// What it is.
    pub kind: Kind,
    /// Changed, added or removed.
    pub fate: Fate,
    /// What it is called, or what it says.
    pub title: String,
    /// Field by field, where it changed.
    pub details: Vec<Detail>,
}

/// The kinds that no state owns, in the order they are told.
const SHARED: [Kind; 14] = [
    Kind::Engagement,
    Kind::Process,
    Kind::Team,
    Kind::Role,
    Kind::Calendar,
    Kind::Sla,
    Kind::Template,
    Kind::PainPoint,
    Kind::Idea,
    Kind::Action,
    Kind::Note,
    Kind::Waiver,
    Kind::MeasurementRun,
    Kind::Picture,
];
/// The kinds that are drawn.
const DRAWN: [Kind; 4] = [Kind::Lane, Kind::Stage, Kind::Step, Kind::Connector];

/// What changed between a document as it was and as it is. Findings that depend on the day count as
/// on `today`.
pub fn since(
    before: &Document,
    after: &Document,
    today: Option<&str>,
    language: Language,
) -> Since {
    let mut since =
        Since { states: Vec::new(), shared: Vec::new(), redrawn: 0, same: before == after };
    if since.same {
        return since;
    }
    let words = Shared { before, after, language };
    let (old, new) = (before.records(), after.records());
    for kind in SHARED {
        let gone = old.iter().filter(|it| it.kind() == kind && is_missing(it, after));
        since.shared.extend(gone.filter(|it| is_told(it)).map(|it| words.gone(it)));
        for record in new.iter().filter(|it| it.kind() == kind && is_told(it)) {
            match before.record_of(kind, record.id()) {
                None => since.shared.push(words.made(record)),
                Some(was) => since.shared.extend(words.changed(was, record)),
            }
        }
    }
    let drawn = new.iter().filter(|it| DRAWN.contains(&it.kind()));
    since.redrawn =
        u32::try_from(drawn.filter(|it| is_redrawn(before, it)).count()).unwrap_or(u32::MAX);
    let apart = |state: &State, fate| StateSince {
        state: state.id,
        name: state.name.clone(),
        fate,
        details: Vec::new(),
        changes: Vec::new(),
    };
    for state in before.states().filter(|it| after.state(it.id).is_none()) {
        since.states.push(apart(state, Fate::Removed));
    }
    for state in after.states() {
        let Some(was) = before.state(state.id) else {
            since.states.push(apart(state, Fate::Added));
            continue;
        };
        let side = |document| Side { document, state: state.id };
        let changes = compare(side(before), side(after), today, language).changes;
        let details = words.details(Record::State(was.clone()), &Record::State(state.clone()));
        if !changes.is_empty() || !details.is_empty() {
            since.states.push(StateSince { details, changes, ..apart(state, Fate::Changed) });
        }
    }
    since.states.sort_by_key(|it| it.state);
    since
}

fn is_missing(record: &Record, document: &Document) -> bool {
    document.record_of(record.kind(), record.id()).is_none()
}

/// A promise along several handoffs belongs to a state and is told there.
fn is_told(record: &Record) -> bool {
    !matches!(record, Record::Sla(sla) if sla.end_to_end.is_some())
}

fn is_redrawn(before: &Document, record: &Record) -> bool {
    let Some(was) = before.record_of(record.kind(), record.id()) else { return false };
    let changed = fields(was, record.clone());
    !changed.is_empty() && changed.iter().all(|it| it.is_drawing() || it.field == "order")
}
