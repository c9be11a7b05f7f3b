//! The exact difference of two states, record by record and field by field: applied to the first it
//! gives the second. Everything that is said about changes is read from it, so nothing that changed
//! is left unsaid by accident.

use super::Side;
use super::kin::Kin;
use model::*;
use serde_json::{Map, Value};
use std::collections::{BTreeMap, BTreeSet};

/// One field of a record before and after, by its name and with its value in the file.
#[derive(Clone, Debug, PartialEq)]
pub struct FieldChange {
    /// The field, as the file calls it.
    pub field: String,
    /// As it was, with references as the second state has them.
    pub before: Value,
    /// As it is.
    pub after: Value,
}

impl FieldChange {
    /// Where something is drawn, or what it descends from: no change of the process.
    pub(super) fn is_drawing(&self) -> bool {
        const DRAWING: [&str; 6] = ["bends", "height", "origin", "pinned", "place", "until"];
        DRAWING.contains(&self.field.as_str())
    }
}

/// A record that both states have, otherwise in the second.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Patched {
    pub before: RecordId,
    pub after: RecordId,
    pub fields: Vec<FieldChange>,
}

/// The difference of two states.
#[derive(Clone, Debug, PartialEq)]
pub struct Delta {
    /// What each record that both have is in the second.
    after: BTreeMap<RecordId, RecordId>,
    /// Only in the first.
    pub(super) removed: Vec<RecordId>,
    /// In both, and otherwise.
    pub(super) patched: Vec<Patched>,
    /// Only in the second.
    pub(super) added: Vec<Record>,
}

impl Delta {
    /// What has to change for the first state to become the second.
    pub fn of(from: &Side, to: &Side) -> Delta {
        Delta::along(&Kin::of(from, to), from, to)
    }

    pub(super) fn along(kin: &Kin, from: &Side, to: &Side) -> Delta {
        let mut delta = Delta {
            after: kin.after.clone(),
            removed: Vec::new(),
            patched: Vec::new(),
            added: Vec::new(),
        };
        for record in from.records() {
            let id = record.id();
            match kin.after.get(&id).and_then(|twin| to.document.record_of(record.kind(), *twin)) {
                None => delta.removed.push(id),
                Some(twin) => {
                    let after = twin.id();
                    let fields = fields(there(kin, record), twin);
                    if !fields.is_empty() {
                        delta.patched.push(Patched { before: id, after, fields });
                    }
                }
            }
        }
        let new = |record: &Record| !kin.before.contains_key(&record.id());
        delta.added = to.records().into_iter().filter(new).collect();
        delta
    }

    /// Whether the states are the same in everything.
    pub fn is_empty(&self) -> bool {
        self.removed.is_empty() && self.patched.is_empty() && self.added.is_empty()
    }

    /// The records of the second state, made of those of the first, by id. None where the first is
    /// not the state that the difference was taken of.
    pub fn apply(&self, from: &Side) -> Option<Vec<Record>> {
        let removed: BTreeSet<RecordId> = self.removed.iter().copied().collect();
        let patched: BTreeMap<RecordId, &Patched> =
            self.patched.iter().map(|it| (it.before, it)).collect();
        let kin = Kin {
            steps: Vec::new(),
            connectors: Vec::new(),
            after: self.after.clone(),
            before: BTreeMap::new(),
        };
        let mut made = self.added.clone();
        for record in from.records() {
            let id = record.id();
            if removed.contains(&id) {
                continue;
            }
            let record = there(&kin, record);
            made.push(match patched.get(&id) {
                None => record,
                Some(patch) => {
                    let mut body = object(&record)?;
                    for change in &patch.fields {
                        body.insert(change.field.clone(), change.after.clone());
                    }
                    serde_json::from_value(Value::Object(body)).ok()?
                }
            });
        }
        made.sort_by_key(Record::id);
        Some(made)
    }
}

fn object(record: &Record) -> Option<Map<String, Value>> {
    match serde_json::to_value(record).ok()? {
        Value::Object(body) => Some(body),
        _ => None,
    }
}

/// The fields in which two records of one kind and id differ, by name.
pub(super) fn fields(before: Record, after: Record) -> Vec<FieldChange> {
    let mut changes = Vec::new();
    let before = match (before, &after) {
        // What something descends from differs for all that was kept; it is told apart first, so
        // that equal records are not taken to pieces.
        (Record::Step(old), Record::Step(new)) if old.origin != new.origin => {
            changes.extend(change("origin", &old.origin, &new.origin));
            Record::Step(Step { origin: new.origin.clone(), ..old })
        }
        (Record::Connector(old), Record::Connector(new)) if old.origin != new.origin => {
            changes.extend(change("origin", &old.origin, &new.origin));
            Record::Connector(Connector { origin: new.origin.clone(), ..old })
        }
        (before, _) => before,
    };
    if before == after {
        return changes;
    }
    let (Some(before), Some(after)) = (object(&before), object(&after)) else { return changes };
    for (field, new) in after {
        let old = before.get(&field).cloned().unwrap_or_default();
        if old != new {
            changes.push(FieldChange { field, before: old, after: new });
        }
    }
    changes
}

fn change<T: serde::Serialize>(field: &str, before: &T, after: &T) -> Option<FieldChange> {
    Some(FieldChange {
        field: field.to_owned(),
        before: serde_json::to_value(before).ok()?,
        after: serde_json::to_value(after).ok()?,
    })
}

/// A record of the first state with its id and its references as in the second.
fn there(kin: &Kin, record: Record) -> Record {
    match record {
        Record::State(it) => Record::State(State { id: kin.there(it.id), ..it }),
        Record::Lane(it) => {
            Record::Lane(Lane { id: kin.there(it.id), state: kin.there(it.state), ..it })
        }
        Record::Stage(it) => {
            Record::Stage(Stage { id: kin.there(it.id), state: kin.there(it.state), ..it })
        }
        Record::Step(it) => Record::Step(Step {
            id: kin.there(it.id),
            state: kin.there(it.state),
            lane: kin.there(it.lane),
            stage: it.stage.map(|stage| kin.there(stage)),
            ..it
        }),
        Record::Connector(it) => Record::Connector(Connector {
            id: kin.there(it.id),
            state: kin.there(it.state),
            from: kin.there(it.from),
            to: kin.there(it.to),
            bends: it
                .bends
                .iter()
                .map(|bend| Bend { lane: kin.there(bend.lane), ..*bend })
                .collect(),
            ..it
        }),
        Record::Handoff(it) => Record::Handoff(Handoff {
            id: kin.there(it.id),
            connector: kin.there(it.connector),
            ..it
        }),
        Record::Criterion(it) => {
            Record::Criterion(Criterion { id: kin.there(it.id), about: kin.target(it.about), ..it })
        }
        Record::RaciAssignment(it) => Record::RaciAssignment(RaciAssignment {
            id: kin.there(it.id),
            row: kin.target(it.row),
            ..it
        }),
        Record::Sla(it) => Record::Sla(Sla {
            id: kin.there(it.id),
            end_to_end: it
                .end_to_end
                .map(|way| EndToEnd { from: kin.there(way.from), to: kin.there(way.to) }),
            ..it
        }),
        other => other,
    }
}
