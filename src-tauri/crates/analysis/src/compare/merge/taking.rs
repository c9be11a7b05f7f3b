//! Taking what was chosen: each difference with what it cannot be without, tried against the rules of
//! the document as one command. What does not fit is left out and said, by name; the rest is taken.

use super::sorting::{Sorting, object};
use super::unit::{Part, Unit};
use model::*;
use serde::Serialize;
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};
use ts_rs::TS;

/// A difference that was chosen and cannot be taken.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export_to = "contract.ts")]
pub struct LeftOut {
    /// What the thing is; nothing where it is about places on the map.
    pub kind: Option<Kind>,
    /// What it is called.
    pub title: String,
    /// What it cannot be without, which this version deleted; empty where a rule is in the way.
    pub needs: String,
    /// The rule that is in the way, as a sentence in English; empty where something is missing.
    pub rule: String,
}

/// What comes of taking differences.
#[derive(Clone, Debug)]
pub struct Merging {
    /// Makes it so, as one edit; nothing where there is nothing to make.
    pub command: Option<Command>,
    /// How many differences are in it.
    pub taken: usize,
    /// What was taken with them because they cannot be without it.
    pub along: Vec<String>,
    /// What goes besides because it cannot be without something that goes.
    pub gone: Vec<String>,
    /// What was chosen and is not in it.
    pub left: Vec<LeftOut>,
}

struct Taking<'a> {
    sorting: &'a Sorting<'a>,
    units: &'a [Unit],
    name: &'a str,
    /// Which difference brings a record that is not here.
    brings: BTreeMap<RecordId, usize>,
}

pub(super) fn merged(
    sorting: &Sorting,
    units: &[Unit],
    chosen: &BTreeSet<String>,
    name: &str,
) -> Merging {
    let mut brings = BTreeMap::new();
    for (at, unit) in units.iter().enumerate() {
        for part in &unit.parts {
            if let Part::Add(id) = part {
                brings.insert(*id, at);
            }
        }
    }
    let taking = Taking { sorting, units, name, brings };
    let wanted: BTreeSet<usize> = units
        .iter()
        .enumerate()
        .filter(|(_, unit)| chosen.contains(&unit.shown.id))
        .map(|(at, _)| at)
        .collect();
    taking.merged(&wanted)
}

impl Taking<'_> {
    fn merged(&self, wanted: &BTreeSet<usize>) -> Merging {
        let mut left = Vec::new();
        let mut bundles: Vec<(usize, BTreeSet<usize>)> = Vec::new();
        for at in wanted {
            match self.bundle(*at, wanted) {
                Ok(bundle) => bundles.push((*at, bundle)),
                Err(needs) => left.push((*at, needs, String::new())),
            }
        }
        let mut taken = BTreeSet::new();
        // What does not fit may fit beside what was taken after it.
        let missing = left.len();
        loop {
            let before = taken.len();
            left.truncate(missing);
            let open = bundles.iter().filter(|(at, _)| !taken.contains(at)).cloned();
            self.fitting(&open.collect::<Vec<_>>(), &mut taken, &mut left);
            if left.len() == missing || taken.len() == before {
                break;
            }
        }
        let along = taken.difference(wanted).filter_map(|at| self.units.get(*at));
        let along: Vec<String> = along.map(|it| it.shown.title.clone()).collect();
        let command = self.command(&taken);
        let gone = self.gone(command.as_ref());
        let left = left.into_iter().filter_map(|(at, needs, rule)| {
            let shown = &self.units.get(at)?.shown;
            Some(LeftOut { kind: shown.kind, title: shown.title.clone(), needs, rule })
        });
        Merging {
            left: left.collect(),
            taken: taken.intersection(wanted).count(),
            along,
            gone,
            command,
        }
    }

    /// A difference with all that it cannot be without; else what that is, which was deleted here and
    /// is not to come back.
    fn bundle(&self, at: usize, wanted: &BTreeSet<usize>) -> Result<BTreeSet<usize>, String> {
        let mut bundle = BTreeSet::new();
        let mut open = vec![at];
        while let Some(at) = open.pop() {
            if !bundle.insert(at) {
                continue;
            }
            let Some(unit) = self.units.get(at) else { continue };
            for part in &unit.parts {
                let (id, fields) = match part {
                    Part::Add(id) => (*id, None),
                    Part::Fields(id, fields) => (*id, Some(fields)),
                    Part::Remove(_) => continue,
                };
                let Some(there) = self.sorting.theirs.get(&id) else { continue };
                let record = match (fields, self.sorting.versions.here.record(id)) {
                    (Some(fields), Some(here)) => patched(&here, there, fields),
                    _ => Some(there.clone()),
                };
                let Some(record) = record else { continue };
                for needed in self.missing(&record) {
                    let Some(by) = self.brings.get(&needed).copied() else { continue };
                    let is_new = self.is_new(by);
                    if wanted.contains(&by) || is_new {
                        open.push(by);
                    } else if record.clone().release(needed) == Release::Goes {
                        return Err(self.sorting.title_there(needed));
                    }
                }
            }
        }
        Ok(bundle)
    }

    /// Whether a difference brings what was never here.
    fn is_new(&self, at: usize) -> bool {
        use super::unit::How;
        self.units.get(at).is_some_and(|it| matches!(it.shown.how, How::Added | How::Only))
    }

    /// What a record refers to and this version has not.
    fn missing(&self, record: &Record) -> Vec<RecordId> {
        let mut missing = Vec::new();
        record.references(&mut |kind, id| {
            if self.sorting.versions.here.kind(id) != Some(kind) {
                missing.push(id);
            }
        });
        missing
    }

    /// Takes as many as fit together, halving where not all do.
    fn fitting(
        &self,
        bundles: &[(usize, BTreeSet<usize>)],
        taken: &mut BTreeSet<usize>,
        left: &mut Vec<(usize, String, String)>,
    ) {
        if bundles.is_empty() {
            return;
        }
        let mut with = taken.clone();
        with.extend(bundles.iter().flat_map(|it| it.1.iter().copied()));
        let refusal = match self.command(&with) {
            None => None,
            Some(command) => self.refusal(&command),
        };
        match (refusal, bundles) {
            (None, _) => *taken = with,
            (Some(rule), [(at, _)]) => left.push((*at, String::new(), rule)),
            (Some(_), _) => {
                let (first, second) = bundles.split_at(bundles.len() / 2);
                self.fitting(first, taken, left);
                self.fitting(second, taken, left);
            }
        }
    }

    /// Why the command cannot be carried out as a merge: a rule of the document; or something would
    /// go with what goes that both versions have and nobody deleted.
    fn refusal(&self, command: &Command) -> Option<String> {
        let planned = match plan(self.sorting.versions.here, command) {
            Ok(planned) => planned,
            Err(refusal) => return Some(refusal.message),
        };
        let Command::Merge { removed, .. } = command else { return None };
        let chosen: BTreeSet<RecordId> = removed.iter().copied().collect();
        let gone = planned.edit.changes.iter().filter(|it| it.after.is_none());
        let mut gone = gone.filter_map(|it| it.before.as_ref()).map(Record::id);
        let both = gone.find(|id| self.sorting.theirs.contains_key(id) && !chosen.contains(id))?;
        Some(format!(
            "“{}” would go with it, which both files have.",
            self.sorting.title_here(both)
        ))
    }

    /// The command that makes these as they are there.
    fn command(&self, taken: &BTreeSet<usize>) -> Option<Command> {
        let here = self.sorting.versions.here;
        let mut records: BTreeMap<RecordId, Record> = BTreeMap::new();
        let mut removed = Vec::new();
        for part in taken.iter().filter_map(|at| self.units.get(*at)).flat_map(|it| &it.parts) {
            match part {
                Part::Remove(id) => removed.push(*id),
                Part::Add(id) => {
                    let there = self.sorting.theirs.get(id);
                    records.extend(there.map(|it| (*id, it.clone())));
                }
                Part::Fields(id, fields) => {
                    let before = records.remove(id).or_else(|| here.record(*id));
                    let there = self.sorting.theirs.get(id);
                    let after =
                        before.zip(there).and_then(|(it, there)| patched(&it, there, fields));
                    records.extend(after.map(|it| (*id, it)));
                }
            }
        }
        let brought: BTreeSet<RecordId> = records.keys().copied().collect();
        for record in records.values_mut() {
            // What could be let go of: `bundle` has seen to the rest.
            for id in self.missing(record).into_iter().filter(|it| !brought.contains(it)) {
                record.release(id);
            }
        }
        if records.is_empty() && removed.is_empty() {
            return None;
        }
        let records = records.into_values().collect();
        Some(Command::Merge { name: self.name.to_owned(), records, removed })
    }

    /// What goes with what is to go.
    fn gone(&self, command: Option<&Command>) -> Vec<String> {
        let Some(command @ Command::Merge { removed, .. }) = command else { return Vec::new() };
        let here = self.sorting.versions.here;
        let Ok(planned) = plan(here, command) else { return Vec::new() };
        let known: BTreeSet<RecordId> = removed.iter().copied().collect();
        let gone = planned.edit.changes.iter().filter(|it| it.after.is_none());
        let gone = gone.filter_map(|it| it.before.as_ref()).filter(|it| {
            // What is agreed goes with what it is agreed about, and is not named besides.
            let named = !matches!(
                it.kind(),
                Kind::Handoff | Kind::Criterion | Kind::RaciAssignment | Kind::Lane
            );
            named && !known.contains(&it.id())
        });
        gone.map(|it| self.sorting.title_here(it.id())).collect()
    }
}

/// A record with these fields of another.
fn patched(here: &Record, there: &Record, fields: &[String]) -> Option<Record> {
    let (mut body, other) = (object(here)?, object(there)?);
    for field in fields {
        match other.get(field) {
            Some(value) => body.insert(field.clone(), value.clone()),
            None => body.remove(field),
        };
    }
    serde_json::from_value(Value::Object(body)).ok()
}
