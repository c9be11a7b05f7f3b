//! Taking what was chosen: each difference with what it cannot be without, tried against the rules of
//! the document as one command. What does not fit is left out and said, by name; the rest is taken.

use super::sorting::{Sorting, object};
use super::unit::{Part, Unit};
use model::*;
use serde::Serialize;
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet, VecDeque};
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
    /// Too much does not fit to try each: whether this one would is not known.
    pub untried: bool,
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

/// So much is tried: records of both versions, once for each try. Enough to find some thirty that do
/// not fit among thousands; what is left then is named, and a person takes it in parts.
const EFFORT: usize = 6_000_000;
/// However small the versions are, and however large.
const TRIES: (usize, usize) = (64, 4_000);
/// What differences need of each other, all told.
const MOST_NEEDS: usize = 1_000_000;

/// Why nothing came of a difference that fits.
const AS_HERE: &str = "Beside what this version has, it comes to what is here already.";

struct Taking<'a> {
    sorting: &'a Sorting<'a>,
    units: &'a [Unit],
    name: &'a str,
    /// Which difference brings a record that is not here.
    brings: BTreeMap<RecordId, usize>,
}

/// What is known to fit together so far.
struct Tried {
    taken: BTreeSet<usize>,
    command: Option<Command>,
    /// What goes by that command, chosen or not.
    gone: Vec<RecordId>,
    /// How often more may be tried.
    tries: usize,
}

/// A difference with all that it cannot be without.
type Bundle = (usize, BTreeSet<usize>);

/// How often it may be tried for versions of this size.
pub(super) fn tries(sorting: &Sorting) -> usize {
    let records = sorting.versions.here.len() + sorting.theirs.len();
    (EFFORT / records.max(1)).clamp(TRIES.0, TRIES.1)
}

/// Takes what was chosen of the version with this name.
pub(super) fn merged(
    sorting: &Sorting,
    units: &[Unit],
    (chosen, name): (&BTreeSet<String>, &str),
    tries: usize,
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
    taking.merged(&wanted, tries)
}

impl Taking<'_> {
    fn merged(&self, wanted: &BTreeSet<usize>, tries: usize) -> Merging {
        let mut bundles: Vec<Bundle> = Vec::new();
        let mut missing: BTreeMap<usize, String> = BTreeMap::new();
        let mut needs = 0;
        for at in wanted {
            if needs > MOST_NEEDS {
                break;
            }
            match self.bundle(*at, wanted) {
                Ok(bundle) => {
                    needs += bundle.len();
                    bundles.push((*at, bundle));
                }
                Err(needed) => drop(missing.insert(*at, needed)),
            }
        }
        let mut tried = Tried { taken: BTreeSet::new(), command: None, gone: Vec::new(), tries };
        let mut rules = BTreeMap::new();
        // What does not fit may fit beside what was taken after it.
        loop {
            let before = tried.taken.len();
            let open = bundles.iter().filter(|(at, _)| !tried.taken.contains(at)).cloned();
            let open: Vec<Bundle> = open.collect();
            self.fitting(&open, &mut tried, &mut rules);
            if tried.taken.len() == before || tried.tries == 0 {
                break;
            }
        }
        let Tried { mut taken, mut command, gone, .. } = tried;
        if command.as_ref().is_some_and(|it| self.is_here(it)) {
            let idle = std::mem::take(&mut taken).into_iter();
            rules.extend(idle.map(|at| (at, AS_HERE.to_owned())));
            command = None;
        }
        let along = taken.difference(wanted).filter_map(|at| self.units.get(*at));
        let along: Vec<String> = along.map(|it| it.shown.title.clone()).collect();
        let gone = self.named(command.as_ref(), &gone);
        let left = wanted.difference(&taken).filter_map(|at| {
            let shown = &self.units.get(*at)?.shown;
            let needs = missing.remove(at).unwrap_or_default();
            let rule = rules.remove(at).unwrap_or_default();
            let untried = needs.is_empty() && rule.is_empty();
            Some(LeftOut { kind: shown.kind, title: shown.title.clone(), needs, rule, untried })
        });
        Merging {
            left: left.collect(),
            taken: taken.intersection(wanted).count(),
            along,
            gone,
            command,
        }
    }

    /// Whether a command leaves this version as it is: beside what was done here, another order of
    /// lanes may come to the one that they have.
    fn is_here(&self, command: &Command) -> bool {
        let planned = plan(self.sorting.versions.here, command);
        planned.is_ok_and(|it| it.edit.changes.is_empty())
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

    /// Takes as many as fit together, halving where not all do, the largest parts first: what is not
    /// tried in the end is near what does not fit. `rules` has what was in the way of each, last.
    fn fitting(&self, bundles: &[Bundle], tried: &mut Tried, rules: &mut BTreeMap<usize, String>) {
        let mut open = VecDeque::from([bundles]);
        while let Some(part) = open.pop_front() {
            if part.is_empty() {
                continue;
            }
            if tried.tries == 0 {
                return;
            }
            tried.tries -= 1;
            let mut with = tried.taken.clone();
            with.extend(part.iter().flat_map(|it| it.1.iter().copied()));
            let command = self.command(&with);
            let gone = command.as_ref().map_or(Ok(Vec::new()), |it| self.gone_by(it));
            match (gone, part) {
                (Ok(gone), _) => *tried = Tried { taken: with, command, gone, tries: tried.tries },
                (Err(rule), [(at, _)]) => drop(rules.insert(*at, rule)),
                (Err(_), _) => {
                    let (first, second) = part.split_at(part.len() / 2);
                    open.extend([first, second]);
                }
            }
        }
    }

    /// What goes by the command; else why it cannot be carried out as a merge: a rule of the document,
    /// or something would go with what goes that both versions have and nobody deleted.
    fn gone_by(&self, command: &Command) -> Result<Vec<RecordId>, String> {
        let planned = plan(self.sorting.versions.here, command).map_err(|it| it.message)?;
        let Command::Merge { removed, .. } = command else { return Ok(Vec::new()) };
        let chosen: BTreeSet<RecordId> = removed.iter().copied().collect();
        let gone = planned.edit.changes.iter().filter(|it| it.after.is_none());
        let gone: Vec<RecordId> =
            gone.filter_map(|it| it.before.as_ref()).map(Record::id).collect();
        let both =
            gone.iter().find(|id| self.sorting.theirs.contains_key(id) && !chosen.contains(id));
        match both {
            None => Ok(gone),
            Some(both) => {
                let name = self.sorting.title_here(*both);
                Err(format!("With it would go what both files have: {name}."))
            }
        }
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
    fn named(&self, command: Option<&Command>, gone: &[RecordId]) -> Vec<String> {
        let Some(Command::Merge { removed, .. }) = command else { return Vec::new() };
        let known: BTreeSet<RecordId> = removed.iter().copied().collect();
        let gone = gone.iter().filter(|id| {
            // What is agreed goes with what it is agreed about, and is not named besides.
            let kind = self.sorting.versions.here.kind(**id);
            let is_part = kind.is_none_or(|it| {
                matches!(it, Kind::Handoff | Kind::Criterion | Kind::RaciAssignment | Kind::Lane)
            });
            !is_part && !known.contains(id)
        });
        gone.map(|id| self.sorting.title_here(*id)).collect()
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
