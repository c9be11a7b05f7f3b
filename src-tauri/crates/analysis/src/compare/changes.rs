//! The list of changes, in words: what became of every step, connector, team, stage and promise,
//! and each field that differs. What was kept is not in it.

use super::delta::{Delta, FieldChange};
use super::kin::{Family, Kin};
use super::shown::{About, Detail, Fate, StateChange};
use super::subject::Subject;
use super::values::{NOTHING, Reader};
use super::{Side, agreed, words};
use crate::findings::names;
use model::*;
use std::collections::BTreeMap;

/// What is needed to tell changes.
pub(super) struct Teller<'a> {
    pub kin: &'a Kin,
    pub from: Reader<'a>,
    pub to: Reader<'a>,
    /// Fields that differ, by the record of the second state.
    patched: BTreeMap<RecordId, &'a [FieldChange]>,
    /// The family of each step, by its id in either state.
    families: BTreeMap<RecordId, usize>,
}

impl<'a> Teller<'a> {
    pub(super) fn of(
        kin: &'a Kin,
        delta: &'a Delta,
        from: Reader<'a>,
        to: Reader<'a>,
    ) -> Teller<'a> {
        let patched = delta.patched.iter().map(|it| (it.after, it.fields.as_slice())).collect();
        let mut families = BTreeMap::new();
        for (at, family) in kin.steps.iter().enumerate() {
            for id in family.before.iter().chain(&family.after) {
                families.insert(*id, at);
            }
        }
        Teller { kin, from, to, patched, families }
    }

    /// All changes: teams, stages and promises, then steps and connectors, each in the order of the
    /// map from left to right.
    pub(super) fn all(&self) -> Vec<StateChange> {
        let mut all = self.lanes();
        all.extend(self.stages());
        all.extend(self.promises());
        let apart = all.len();
        for (at, family) in self.kin.steps.iter().enumerate() {
            all.extend(self.steps(Subject::Steps(at), family));
        }
        for (at, family) in self.kin.connectors.iter().enumerate() {
            all.extend(self.connectors(Subject::Connectors(at), family));
        }
        if let Some(drawn) = all.get_mut(apart..) {
            drawn.sort_by_cached_key(|it| (self.at(it), it.title.clone(), it.id.clone()));
        }
        all
    }

    /// Where a change is on the map: by what it is now, or was.
    fn at(&self, change: &StateChange) -> (i32, u8) {
        let new = change.after.iter().map(|id| place(self.to.side.document, *id));
        let old = change.before.iter().map(|id| place(self.from.side.document, *id));
        let x = new.min().or(old.min()).map_or(0, |it| it.x);
        (x, u8::from(change.about != About::Step))
    }

    pub(super) fn detail(&self, field: &str, before: String, after: String) -> Option<Detail> {
        let label = words::field(field, self.to.language)?.to_owned();
        (before != after).then(|| Detail { field: field.to_owned(), label, before, after })
    }

    /// The fields that differ of a record that both states have.
    pub(super) fn patched(&self, after: impl Into<RecordId>) -> Vec<Detail> {
        let fields = self.patched.get(&after.into()).copied().unwrap_or_default();
        fields.iter().filter_map(|it| self.field(it)).collect()
    }

    pub(super) fn field(&self, change: &FieldChange) -> Option<Detail> {
        if change.is_drawing() {
            return None;
        }
        // References are already those of the second state; names are looked up there first.
        let old = match (change.field.as_str(), change.before.as_u64()) {
            ("lane" | "from" | "to" | "stage", Some(id)) if self.is_there(id) => {
                self.to.say(&change.field, &change.before)
            }
            _ => self.from.say(&change.field, &change.before),
        };
        let new = self.to.say(&change.field, &change.after);
        if old == new {
            // The short form says the same of both: what it leaves out is otherwise.
            let otherwise = self.to.language.pick("otherwise", "anders");
            return self.detail(&change.field, old, format!("{new} ({otherwise})"));
        }
        self.detail(&change.field, old, new)
    }

    fn is_there(&self, id: u64) -> bool {
        self.kin.before.contains_key(&RecordId(id))
    }

    fn change(&self, about: About, fate: Fate, family: Family, title: String) -> StateChange {
        let ids =
            |of: &[RecordId]| of.iter().map(|it| it.0.to_string()).collect::<Vec<_>>().join("+");
        StateChange {
            id: format!("{}:{}>{}", about.word(), ids(&family.before), ids(&family.after)),
            about,
            fate,
            before: family.before,
            after: family.after,
            title,
            details: Vec::new(),
            within: None,
            with: None,
            lead_time: None,
            expected_lead_time: None,
            subject: None,
        }
    }

    /// A change of a record that both have, where there is anything to say.
    fn changed(
        &self,
        about: About,
        pair: (RecordId, RecordId),
        title: String,
        details: Vec<Detail>,
    ) -> Option<StateChange> {
        let family = Family { before: vec![pair.0], after: vec![pair.1] };
        let change = self.change(about, Fate::Changed, family, title);
        let mut details = details;
        details.sort_by_key(|it| words::rank(&it.field));
        (!details.is_empty()).then_some(StateChange { details, ..change })
    }

    fn steps(&self, subject: Subject, family: &Family) -> Option<StateChange> {
        let name = |side: Side, id: &RecordId| {
            let step = side.document.step((*id).into());
            step.map_or(NOTHING.to_owned(), |it| names::step(side.document, it, self.to.language))
        };
        let named = |side: Side, ids: &[RecordId]| -> Vec<String> {
            let ids = in_order(side.document, ids);
            ids.iter().map(|it| name(side, it)).collect()
        };
        let before = named(self.from.side, &family.before);
        let after = named(self.to.side, &family.after);
        let language = self.to.language;
        let made = match family.pair() {
            Some(pair) => {
                let mut details = self.patched(pair.1);
                let row = Target::Step(pair.1.into());
                details.extend(self.letters(Target::Step(pair.0.into()), row));
                let title = after.concat();
                self.changed(About::Step, pair, title, details)?
            }
            None => {
                let fate = fate(family);
                let team = |side: Side, ids: &[RecordId]| {
                    let step = ids.first().and_then(|it| side.document.step((*it).into()));
                    names::team_of(side.document, step, language).to_owned()
                };
                let (old, new) = (names::list(&before, language), names::list(&after, language));
                let title = match fate {
                    Fate::Added => format!("{new} ({})", team(self.to.side, &family.after)),
                    Fate::Removed => format!("{old} ({})", team(self.from.side, &family.before)),
                    _ => format!("{old} → {new}"),
                };
                let change = self.change(About::Step, fate, family.clone(), title);
                StateChange { details: self.becoming(family), ..change }
            }
        };
        Some(StateChange { subject: Some(subject), ..made })
    }

    /// What takes part in a step that is new, gone, merged or split, with its time.
    fn becoming(&self, family: &Family) -> Vec<Detail> {
        let time = |reader: &Reader, ids: &[RecordId]| {
            let steps = ids.iter().filter_map(|it| reader.side.document.step((*it).into()));
            let minutes: i64 = steps.map(Step::span_minutes).sum();
            let known = !ids.is_empty() && minutes > 0;
            if known { names::duration(minutes, reader.clock) } else { NOTHING.to_owned() }
        };
        let (old, new) = (time(&self.from, &family.before), time(&self.to, &family.after));
        self.detail("span", old, new).into_iter().collect()
    }

    fn connectors(&self, subject: Subject, family: &Family) -> Option<StateChange> {
        let (old, new) = (self.from.side.document, self.to.side.document);
        let language = self.to.language;
        let one = |document: &'a Document, ids: &[RecordId]| {
            let ids = in_order(document, ids);
            ids.iter().filter_map(|it| document.connector((*it).into())).collect::<Vec<_>>()
        };
        let (before, after) = (one(old, &family.before), one(new, &family.after));
        let crosses = |document: &Document, of: &[&Connector]| {
            of.iter().any(|it| document.handoff_at(it).is_some())
        };
        let (was, is) = (crosses(old, &before), crosses(new, &after));
        let about = if was || is { About::Handoff } else { About::Connector };
        let called = |document: &Document, of: &[&Connector]| {
            let all: Vec<String> =
                of.iter().map(|it| names::connector(document, it, language)).collect();
            names::list(&all, language)
        };
        let title = match (before.is_empty(), after.is_empty()) {
            (_, false) if before.len() < 2 => called(new, &after),
            (false, false) => format!("{} → {}", called(old, &before), called(new, &after)),
            _ => called(old, &before),
        };
        let made = match (family.pair(), before.as_slice(), after.as_slice()) {
            (Some(pair), [before], [after]) => {
                let mut details = self.patched(pair.1);
                details.retain(|it| !self.follows(it, before, after));
                if was != is {
                    let yes = |it: bool| {
                        let there = language.pick("between teams", "zwischen Teams");
                        let inside = language.pick("inside one team", "innerhalb eines Teams");
                        if it { there } else { inside }.to_owned()
                    };
                    details.extend(self.detail("handoff", yes(was), yes(is)));
                }
                details.extend(agreed::details(self, before, after));
                self.changed(about, pair, title, details)?
            }
            _ => {
                let wait = |reader: &Reader, of: &[&Connector]| {
                    let minutes: i64 = of.iter().map(|it| it.wait_minutes()).sum();
                    if minutes > 0 {
                        names::duration(minutes, reader.clock)
                    } else {
                        NOTHING.to_owned()
                    }
                };
                let waits = self.detail("wait", wait(&self.from, &before), wait(&self.to, &after));
                let change = self.change(about, fate(family), family.clone(), title);
                StateChange { details: waits.into_iter().collect(), ..change }
            }
        };
        let within = match made.fate {
            Fate::Changed => None,
            _ => self.within(before.iter().chain(&after)),
        };
        Some(StateChange { subject: Some(subject), within, ..made })
    }

    /// Whether an end of a connector is another step only because that step became another.
    fn follows(&self, detail: &Detail, before: &Connector, after: &Connector) -> bool {
        let family = |id: StepId| self.families.get(&id.into());
        match detail.field.as_str() {
            "from" => family(before.from) == family(after.from),
            "to" => family(before.to) == family(after.to),
            _ => false,
        }
    }

    /// The step that is new, gone, merged or split, and that these connectors came or went with.
    fn within<'c>(&self, connectors: impl Iterator<Item = &'c &'c Connector>) -> Option<Subject> {
        let ends = connectors.flat_map(|it| [it.from, it.to]);
        let families = ends.filter_map(|it| self.families.get(&it.into()).copied());
        let first = |at: &usize| {
            let family = self.kin.steps.get(*at).filter(|it| it.pair().is_none())?;
            family.before.iter().chain(&family.after).min().map(|id| (*id, *at))
        };
        // The same one whichever way round the states are compared.
        families.filter_map(|at| first(&at)).min().map(|(_, at)| Subject::Steps(at))
    }

    fn lanes(&self) -> Vec<StateChange> {
        let language = self.to.language;
        let lanes = |reader: &Reader<'a>| {
            let lanes = reader.side.document.lanes_of(reader.side.state);
            lanes.into_iter().map(|it| (it.id, it.team)).collect::<Vec<_>>()
        };
        let name = |reader: &Reader, id| {
            let team = reader.side.document.team(id);
            team.map_or(NOTHING, |it| names::team(it, language)).to_owned()
        };
        let mut all = Vec::new();
        for (lane, team) in lanes(&self.from) {
            if !self.kin.after.contains_key(&lane.into()) {
                let family = Family { before: vec![lane.into()], after: vec![] };
                all.push(self.change(About::Team, Fate::Removed, family, name(&self.from, team)));
            }
        }
        for (lane, team) in lanes(&self.to) {
            if !self.kin.before.contains_key(&lane.into()) {
                let family = Family { before: vec![], after: vec![lane.into()] };
                all.push(self.change(About::Team, Fate::Added, family, name(&self.to, team)));
            }
        }
        all
    }

    fn stages(&self) -> Vec<StateChange> {
        let (old, new) = (self.from.side.stages(), self.to.side.stages());
        let mut all = Vec::new();
        for stage in &old {
            if !self.kin.after.contains_key(&stage.id.into()) {
                let family = Family { before: vec![stage.id.into()], after: vec![] };
                all.push(self.change(About::Stage, Fate::Removed, family, stage.name.clone()));
            }
        }
        for stage in new {
            let Some(twin) = self.kin.before.get(&stage.id.into()).copied() else {
                let family = Family { before: vec![], after: vec![stage.id.into()] };
                let change = self.change(About::Stage, Fate::Added, family, stage.name.clone());
                let details = agreed::criteria(self, None, Target::Stage(stage.id));
                all.push(StateChange { details, ..change });
                continue;
            };
            let mut details = self.patched(stage.id);
            details.retain(|it| it.field != "sla");
            let before = self.from.side.document.stage(twin.into()).and_then(|it| it.sla);
            details.extend(agreed::service_level(self, before, stage.sla));
            let about = Target::Stage(twin.into());
            details.extend(agreed::criteria(self, Some(about), Target::Stage(stage.id)));
            let pair = (twin, stage.id.into());
            all.extend(self.changed(About::Stage, pair, stage.name.clone(), details));
        }
        all
    }

    fn promises(&self) -> Vec<StateChange> {
        let mut all = Vec::new();
        for promise in self.from.side.promises() {
            if !self.kin.after.contains_key(&promise.id.into()) {
                let family = Family { before: vec![promise.id.into()], after: vec![] };
                let title = promise.name.clone();
                all.push(self.change(About::Promise, Fate::Removed, family, title));
            }
        }
        for promise in self.to.side.promises() {
            let title = promise.name.clone();
            match self.kin.before.get(&promise.id.into()) {
                None => {
                    let family = Family { before: vec![], after: vec![promise.id.into()] };
                    let change = self.change(About::Promise, Fate::Added, family, title);
                    let details = agreed::service_level(self, None, Some(promise.id));
                    all.push(StateChange { details, ..change });
                }
                Some(twin) => {
                    let mut details = self.patched(promise.id);
                    details.retain(|it| it.field != "endToEnd");
                    let pair = (*twin, promise.id.into());
                    all.extend(self.changed(About::Promise, pair, title, details));
                }
            }
        }
        all
    }

    /// The letters of a row of the matrix, role by role.
    pub(super) fn letters(&self, before: Target, after: Target) -> Vec<Detail> {
        let row = |reader: &Reader<'a>, row: Target| -> BTreeMap<(RoleId, RowPart), String> {
            let letters = reader.side.document.raci_row(row);
            let said = |it: &RaciAssignment| {
                it.letters.iter().map(|it| it.word()).collect::<Vec<_>>().join("/")
            };
            letters.map(|it| ((it.role, it.part), said(it))).collect()
        };
        let name = |id: RoleId| {
            let role = self.to.side.document.role(id);
            role.or_else(|| self.from.side.document.role(id)).map(|it| it.name.clone())
        };
        let (old, new) = (row(&self.from, before), row(&self.to, after));
        let mut roles: Vec<(RoleId, RowPart)> = old.keys().chain(new.keys()).copied().collect();
        roles.sort_by_cached_key(|it| (name(it.0), *it));
        roles.dedup();
        let one = |key: (RoleId, RowPart)| {
            let said = |of: &BTreeMap<(RoleId, RowPart), String>| {
                of.get(&key).cloned().unwrap_or(NOTHING.to_owned())
            };
            let role = name(key.0)?;
            let part = match key.1 {
                RowPart::Whole => String::new(),
                part => format!(", {}", words::part(part, self.to.language)),
            };
            let detail = self.detail("letters", said(&old), said(&new))?;
            Some(Detail { label: format!("{} {role}{part}", detail.label), ..detail })
        };
        roles.into_iter().filter_map(one).collect()
    }
}

/// Where a step is drawn, or the step that a connector begins at.
fn place(document: &Document, id: RecordId) -> Place {
    let from = document.connector(id.into()).map_or(id.into(), |it| it.from);
    document.step(from).map(|it| it.place).unwrap_or_default()
}

/// From left to right; by name where that is the same.
fn in_order(document: &Document, ids: &[RecordId]) -> Vec<RecordId> {
    let name = |id: RecordId| document.step(id.into()).map(|it| it.name.clone());
    let mut ids = ids.to_vec();
    ids.sort_by_cached_key(|id| (place(document, *id), name(*id), *id));
    ids
}

fn fate(family: &Family) -> Fate {
    match (family.before.len(), family.after.len()) {
        (0, _) => Fate::Added,
        (_, 0) => Fate::Removed,
        (1, 1) => Fate::Changed,
        (_, 1) => Fate::Merged,
        (1, _) => Fate::Split,
        _ => Fate::Recast,
    }
}
