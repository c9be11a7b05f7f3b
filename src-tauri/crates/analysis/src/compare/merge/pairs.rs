//! Which record of the one version is which of the other. Both go on numbering where they parted, so
//! that a number made since says nothing: what is new on both sides is the same where it says the same
//! of the same things, and has another number here otherwise.

use super::Versions;
use model::*;
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet, VecDeque};

/// Longest chain of new things that are known by new things.
const MOST_ROUNDS: usize = 64;

/// Ids and handoff numbers of the other version, as they are here.
pub(super) struct Pairs {
    /// Only those that are otherwise here.
    ids: BTreeMap<RecordId, RecordId>,
    numbers: BTreeMap<u32, u32>,
    /// Of the handoffs that are here: a handoff never gets another number.
    kept: BTreeMap<RecordId, u32>,
}

impl Pairs {
    pub(super) fn of(versions: &Versions) -> Pairs {
        let known = |kind, id| match versions.base {
            Some(base) => base.kind(id) == Some(kind),
            None => versions.here.kind(id) == Some(kind) && versions.there.kind(id) == Some(kind),
        };
        let new = |document: &Document| {
            let all = document.records().into_iter();
            all.filter(|it| !known(it.kind(), it.id())).collect::<Vec<Record>>()
        };
        let ours = new(versions.here);
        let theirs = new(versions.there);
        let mut ids = matched(&ours, &theirs);
        // From the numbers that are free here alone: those of the other file may be anything.
        let mut free = versions.here.used_up().0;
        for record in &theirs {
            ids.entry(record.id()).or_insert_with(|| {
                free = free.saturating_add(1);
                RecordId(free - 1)
            });
        }
        let numbers = numbers(versions, &theirs, &ids);
        let kept = versions.here.handoffs().map(|it| (it.id.into(), it.number)).collect();
        Pairs { ids, numbers, kept }
    }

    /// What a record of the other version is here.
    pub(super) fn here(&self, there: RecordId) -> RecordId {
        self.ids.get(&there).copied().unwrap_or(there)
    }

    /// A record of the other version with the ids it has here.
    pub(super) fn record(&self, there: Record) -> Record {
        match there.renumbered(&|id| self.here(id)) {
            Record::Handoff(it) => {
                let kept = self.kept.get(&it.id.into());
                let number = kept.or_else(|| self.numbers.get(&it.number));
                let number = number.copied().unwrap_or(it.number);
                Record::Handoff(Handoff { number, ..it })
            }
            other => other,
        }
    }
}

/// New records of the other version by what they are here, as far as they say the same.
fn matched(ours: &[Record], theirs: &[Record]) -> BTreeMap<RecordId, RecordId> {
    let mut ids = BTreeMap::new();
    let new: BTreeSet<RecordId> = theirs.iter().map(Record::id).collect();
    let mut free: BTreeMap<RecordId, &Record> = ours.iter().map(|it| (it.id(), it)).collect();
    let mut left: Vec<&Record> = theirs.iter().collect();
    for _ in 0..MOST_ROUNDS {
        let mut by_key: BTreeMap<String, VecDeque<RecordId>> = BTreeMap::new();
        for record in free.values() {
            for key in keys((*record).clone()) {
                by_key.entry(key).or_default().push_back(record.id());
            }
        }
        let known = ids.clone();
        let before = left.len();
        left.retain(|record| {
            let of = |id: RecordId| match known.get(&id) {
                Some(here) => *here,
                // New, and not known here yet: equal to nothing.
                None if new.contains(&id) => RecordId(u64::MAX - id.0),
                None => id,
            };
            let keys = keys((*record).clone().renumbered(&of));
            let twin = keys.iter().find_map(|key| {
                let all = by_key.get_mut(key)?;
                while all.front().is_some_and(|it| !free.contains_key(it)) {
                    all.pop_front();
                }
                all.pop_front()
            });
            let Some(twin) = twin else { return true };
            free.remove(&twin);
            ids.insert(record.id(), twin);
            false
        });
        if left.len() == before || left.is_empty() {
            break;
        }
    }
    ids
}

/// What tells a new record from others: all that it says, and what there can be only one of.
fn keys(record: Record) -> Vec<String> {
    let one = match &record {
        Record::Lane(it) => Some(format!("lane {} {}", it.state.0, it.team.0)),
        Record::Connector(it) => Some(format!("connector {} {}", it.from.0, it.to.0)),
        Record::Handoff(it) => Some(format!("handoff {}", it.connector.0)),
        Record::RaciAssignment(it) => {
            Some(format!("letters {:?} {:?} {}", it.row, it.part, it.role.0))
        }
        Record::Waiver(it) => Some(format!("waiver {}", it.finding)),
        Record::Picture(_) => Some("picture".to_owned()),
        _ => None,
    };
    said(record).into_iter().chain(one).collect()
}

/// All that a record says, without its number and without where it is drawn.
fn said(record: Record) -> Option<String> {
    const DRAWN: [&str; 8] =
        ["id", "bends", "height", "number", "order", "pinned", "place", "until"];
    let kind = record.kind();
    let Ok(Value::Object(mut body)) = serde_json::to_value(record) else { return None };
    body.retain(|field, _| !DRAWN.contains(&field.as_str()));
    if kind == Kind::Step {
        // Follows from the place.
        body.remove("stage");
    }
    serde_json::to_string(&body).ok()
}

/// Numbers of handoffs that both sides gave to something else since they parted. One that is older
/// follows the lineage and stays.
fn numbers(
    versions: &Versions,
    theirs: &[Record],
    ids: &BTreeMap<RecordId, RecordId>,
) -> BTreeMap<u32, u32> {
    let mut free = versions.here.used_up().1;
    let is_older = |handoff: &Handoff| match versions.base {
        Some(base) => base.handoffs().any(|it| it.number == handoff.number),
        // A state that is not here may carry on with the numbers of one that is.
        None => {
            let connector = versions.there.connector(handoff.connector);
            connector.is_some_and(|it| versions.here.state(it.state).is_none())
        }
    };
    let mut numbers = BTreeMap::new();
    for record in theirs {
        let Record::Handoff(handoff) = record else { continue };
        let twin = ids.get(&record.id()).and_then(|id| versions.here.handoff((*id).into()));
        if is_older(handoff) {
            continue;
        }
        if let Some(twin) = twin {
            numbers.insert(handoff.number, twin.number);
        } else {
            numbers.entry(handoff.number).or_insert_with(|| {
                free = free.saturating_add(1);
                free - 1
            });
        }
    }
    numbers
}
