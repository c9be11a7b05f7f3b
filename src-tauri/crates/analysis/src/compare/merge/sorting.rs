//! Sorts what differs between two versions into differences: each thing with what belongs to it, by
//! whose it is.

use super::Versions;
use super::pairs::Pairs;
use super::unit::{Difference, How, Part, TwoValues, Unit, Whose};
use crate::compare::delta::fields;
use crate::compare::shared::{Shared, title};
use crate::compare::{shared_words, words};
use crate::language::Language;
use model::*;
use serde_json::{Map, Value};
use std::collections::{BTreeMap, BTreeSet};

/// Two versions, each record of the other one with the ids it has here.
pub(super) struct Sorting<'a> {
    pub versions: Versions<'a>,
    /// The other version as it would be here.
    pub theirs: BTreeMap<RecordId, Record>,
    /// What those are called there.
    back: BTreeMap<RecordId, RecordId>,
    pub language: Language,
}

/// Fields of one record that differ, by whose they are.
#[derive(Default)]
struct Fields {
    told: BTreeMap<Whose, Vec<TwoValues>>,
    /// Where it is drawn, and what nobody sets by hand.
    silent: BTreeMap<Whose, Vec<String>>,
}

impl<'a> Sorting<'a> {
    pub(super) fn of(versions: &Versions<'a>, language: Language) -> Sorting<'a> {
        let pairs = Pairs::of(versions);
        let (mut theirs, mut back) = (BTreeMap::new(), BTreeMap::new());
        versions.there.for_each(&mut |record| {
            let there = record.id();
            let here = pairs.record(record);
            back.insert(here.id(), there);
            theirs.insert(here.id(), here);
        });
        Sorting { versions: *versions, theirs, back, language }
    }

    /// What differs: by group, and by kind and name in it.
    pub(super) fn units(&self) -> Vec<Unit> {
        let mut units = self.apart();
        let mut drawn: BTreeMap<Whose, Vec<Part>> = BTreeMap::new();
        self.versions.here.for_each(&mut |here| {
            let Some(there) = self.theirs.get(&here.id()) else { return };
            if here == *there {
                return;
            }
            let fields = self.fields(&here, there);
            self.changed(&here, fields, &mut units, &mut drawn);
        });
        for (group, parts) in drawn {
            units.push(self.unit(group, self.changed_how(group), None, String::new(), parts));
        }
        let order = |it: &Unit| {
            let shown = &it.shown;
            (shown.group, shown.kind.is_none(), shown.kind, shown.title.clone())
        };
        units.sort_by_cached_key(|it| (order(it), it.shown.id.clone()));
        units
    }

    fn base(&self, id: RecordId, kind: Kind) -> Option<Record> {
        self.versions.base?.record_of(kind, id)
    }

    /// What a record that only one side has is called there.
    pub(super) fn title_there(&self, here: RecordId) -> String {
        let there = self.back.get(&here).copied().unwrap_or(here);
        let record = self.versions.there.record(there);
        record.map_or_else(String::new, |it| title(self.versions.there, &it, self.language))
    }

    pub(super) fn title_here(&self, id: RecordId) -> String {
        let record = self.versions.here.record(id);
        record.map_or_else(String::new, |it| title(self.versions.here, &it, self.language))
    }

    fn unit(
        &self,
        group: Whose,
        how: How,
        about: Option<(Kind, RecordId)>,
        title: String,
        parts: Vec<Part>,
    ) -> Unit {
        let id = match about {
            Some((_, id)) => format!("{}:{id}", group.word()),
            None => format!("{}:drawn", group.word()),
        };
        let records = u32::try_from(parts.len()).unwrap_or(u32::MAX);
        let kind = about.map(|it| it.0);
        let shown = Difference { id, group, how, kind, title, records, details: Vec::new() };
        Unit { shown, parts }
    }

    fn changed_how(&self, group: Whose) -> How {
        match (group, self.versions.base) {
            (_, None) => How::Differs,
            (Whose::Both, Some(_)) => How::ChangedInBoth,
            (_, Some(_)) => How::Changed,
        }
    }

    /// Differences of a record that both have. Where it is drawn goes with what else changed there,
    /// else with the places of all others.
    fn changed(
        &self,
        here: &Record,
        mut fields: Fields,
        units: &mut Vec<Unit>,
        drawn: &mut BTreeMap<Whose, Vec<Part>>,
    ) {
        let (id, kind) = (here.id(), here.kind());
        let name = title(self.versions.here, here, self.language);
        for group in [Whose::There, Whose::Here] {
            let told = fields.told.remove(&group).unwrap_or_default();
            let silent = fields.silent.remove(&group).unwrap_or_default();
            if told.is_empty() {
                if !silent.is_empty() {
                    drawn.entry(group).or_default().push(Part::Fields(id, silent));
                }
                continue;
            }
            let all = told.iter().map(|it| it.field.clone()).chain(silent).collect();
            let parts = vec![Part::Fields(id, all)];
            let how = self.changed_how(group);
            let mut unit = self.unit(group, how, Some((kind, id)), name.clone(), parts);
            unit.shown.details = told;
            units.push(unit);
        }
        if let Some(silent) = fields.silent.remove(&Whose::Both) {
            drawn.entry(Whose::Both).or_default().push(Part::Fields(id, silent));
        }
        // What both changed is chosen field by field.
        for told in fields.told.remove(&Whose::Both).unwrap_or_default() {
            let parts = vec![Part::Fields(id, vec![told.field.clone()])];
            let how = self.changed_how(Whose::Both);
            let mut unit = self.unit(Whose::Both, how, Some((kind, id)), name.clone(), parts);
            unit.shown.id = format!("{}:{}", unit.shown.id, told.field);
            unit.shown.details = vec![told];
            units.push(unit);
        }
    }

    fn fields(&self, here: &Record, there: &Record) -> Fields {
        let kind = here.kind();
        let base = self.base(here.id(), kind).and_then(|it| object(&it));
        let original = self.back.get(&there.id()).and_then(|id| self.versions.there.record(*id));
        let original = original.and_then(|it| object(&it)).unwrap_or_default();
        let mine = object(here).unwrap_or_default();
        let mut sorted = Fields::default();
        for change in fields(here.clone(), there.clone()) {
            let group = match &base {
                Some(base) => {
                    let was = base.get(&change.field).cloned().unwrap_or_default();
                    match (was == change.before, was == change.after) {
                        (true, _) => Whose::There,
                        (_, true) => Whose::Here,
                        (false, false) => Whose::Both,
                    }
                }
                None => Whose::Both,
            };
            let field = change.field;
            let label = match is_drawn(kind, &field) {
                true => None,
                false => shared_words::field(kind, &field, self.language),
            };
            let Some(label) = label else {
                sorted.silent.entry(group).or_default().push(field);
                continue;
            };
            let nothing = Value::Null;
            let value = |body: &'_ Map<String, Value>| body.get(&field).cloned();
            let (here, there) = self.two(
                kind,
                &field,
                &value(&mine).unwrap_or(nothing.clone()),
                &value(&original).unwrap_or(nothing),
            );
            let told = TwoValues { field, label: label.to_owned(), here, there };
            sorted.told.entry(group).or_default().push(told);
        }
        for told in sorted.told.values_mut() {
            told.sort_by_key(|it| words::rank(&it.field));
        }
        sorted
    }

    /// Both values in words; what the words leave out is said to be otherwise.
    fn two(&self, kind: Kind, field: &str, here: &Value, there: &Value) -> (String, String) {
        let Versions { here: mine, there: other, .. } = self.versions;
        let shared = Shared { before: mine, after: other, language: self.language };
        let said = shared.say(mine, kind, field, here);
        let mut said_there = shared.say(other, kind, field, there);
        if said == said_there {
            said_there = format!("{said_there}, {}", shared_words::otherwise(self.language));
        }
        (said, said_there)
    }

    /// Records that only one side has, each thing with what belongs to it.
    fn apart(&self) -> Vec<Unit> {
        let here = self.versions.here;
        let mine: BTreeMap<RecordId, Record> =
            here.records().into_iter().map(|it| (it.id(), it)).collect();
        let only = |of: &BTreeMap<RecordId, Record>, other: &BTreeMap<RecordId, Record>| {
            let apart = of.values().filter(|it| !other.contains_key(&it.id())).cloned();
            let (old, new): (Vec<Record>, Vec<Record>) =
                apart.partition(|it| self.base(it.id(), it.kind()).is_some());
            [old, new].map(|all| all.into_iter().map(|it| (it.id(), it)).collect::<Apart>())
        };
        let [removed_there, added_here] = only(&mine, &self.theirs);
        let [removed_here, added_there] = only(&self.theirs, &mine);
        let has_base = self.versions.base.is_some();
        let new = if has_base { How::Added } else { How::Only };
        let mut units = Vec::new();
        for (root, ids) in rooted(&added_there) {
            let parts = ids.into_iter().map(Part::Add).collect();
            let mut unit = self.whole(Whose::There, new, &added_there, root, parts);
            // By the number it has there: the one it gets here depends on what is free.
            let there = self.back.get(&root).copied().unwrap_or(root);
            unit.shown.id = format!("{}:new:{there}", Whose::There.word());
            units.push(unit);
        }
        for (root, ids) in rooted(&added_here) {
            let parts = ids.into_iter().map(Part::Remove).collect();
            units.push(self.whole(Whose::Here, new, &added_here, root, parts));
        }
        let gone = [
            (&removed_there, &mine, Whose::There, How::RemovedThere),
            (&removed_here, &self.theirs, Whose::Here, How::RemovedHere),
        ];
        for (removed, kept, whose, built_upon) in gone {
            let built_on = self.built_on(kept, removed);
            for (root, ids) in rooted(removed) {
                let touched = ids.iter().any(|id| {
                    built_on.contains(id) || removed.get(id).is_some_and(|it| self.is_changed(it))
                });
                let (group, how) = match touched {
                    true => (Whose::Both, built_upon),
                    false => (whose, How::Removed),
                };
                let part = if whose == Whose::There { Part::Remove } else { Part::Add };
                let parts = ids.into_iter().map(part).collect();
                units.push(self.whole(group, how, removed, root, parts));
            }
        }
        units
    }

    fn whole(&self, group: Whose, how: How, of: &Apart, root: RecordId, parts: Vec<Part>) -> Unit {
        let kind = of.get(&root).map(Record::kind);
        let name = match self.theirs.contains_key(&root) {
            true => self.title_there(root),
            false => self.title_here(root),
        };
        self.unit(group, how, kind.map(|it| (it, root)), name, parts)
    }

    /// Whether it says something else than it did when both sides parted.
    fn is_changed(&self, record: &Record) -> bool {
        let Some(was) = self.base(record.id(), record.kind()) else { return false };
        let kind = record.kind();
        fields(was, record.clone()).iter().any(|it| !is_drawn(kind, &it.field))
    }

    /// Which of those that are gone on one side something on the other side came to need since.
    fn built_on(&self, side: &BTreeMap<RecordId, Record>, gone: &Apart) -> BTreeSet<RecordId> {
        let mut needed = BTreeSet::new();
        for record in side.values().filter(|it| !gone.contains_key(&it.id())) {
            let mut before = BTreeSet::new();
            if let Some(was) = self.base(record.id(), record.kind()) {
                was.references(&mut |_, id| {
                    before.insert(id);
                });
            }
            record.references(&mut |_, id| {
                // What would only let go of it was said since all the same.
                let lets_go = || record.clone().release(id) != Release::Untouched;
                if gone.contains_key(&id) && !before.contains(&id) && lets_go() {
                    needed.insert(id);
                }
            });
        }
        needed
    }
}

/// Records that one side lacks, by id.
type Apart = BTreeMap<RecordId, Record>;

/// Each thing with what belongs to it, by the thing.
fn rooted(apart: &Apart) -> BTreeMap<RecordId, Vec<RecordId>> {
    let mut all: BTreeMap<RecordId, Vec<RecordId>> = BTreeMap::new();
    for record in apart.values() {
        let mut root = record;
        // What belongs to something is of another kind, each kind once.
        for _ in 0..Kind::Picture as usize {
            match belongs_to(root).into_iter().find_map(|id| apart.get(&id)) {
                Some(owner) => root = owner,
                None => break,
            }
        }
        all.entry(root.id()).or_default().push(record.id());
    }
    all
}

/// What a record is a part of, the closest first.
fn belongs_to(record: &Record) -> Vec<RecordId> {
    match record {
        Record::State(it) => vec![it.process.into()],
        Record::Lane(it) => vec![it.state.into(), it.team.into()],
        Record::Stage(it) => vec![it.state.into()],
        Record::Step(it) => vec![it.state.into()],
        Record::Connector(it) => vec![it.state.into()],
        Record::Handoff(it) => vec![it.connector.into()],
        Record::Criterion(it) => vec![it.about.reference().1],
        Record::RaciAssignment(it) => vec![it.row.reference().1],
        Record::MeasurementRun(it) => vec![it.handoff.into()],
        _ => Vec::new(),
    }
}

/// Where something is drawn, and what follows from that.
fn is_drawn(kind: Kind, field: &str) -> bool {
    const DRAWING: [&str; 7] = ["bends", "height", "order", "origin", "pinned", "place", "until"];
    match kind {
        Kind::Lane | Kind::Stage | Kind::Connector => DRAWING.contains(&field),
        Kind::Step => field == "stage" || DRAWING.contains(&field),
        _ => field == "order",
    }
}

pub(super) fn object(record: &Record) -> Option<Map<String, Value>> {
    match serde_json::to_value(record).ok()? {
        Value::Object(body) => Some(body),
        _ => None,
    }
}
