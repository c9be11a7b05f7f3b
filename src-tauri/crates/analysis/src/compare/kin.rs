//! What became of what between two states: which steps and connectors of one descend from which of
//! the other, or from the same ancestor. Lanes are told by their team, stages and criteria by what
//! they are called.

use super::Side;
use model::*;
use std::collections::{BTreeMap, BTreeSet};

/// Steps, or connectors, that belong together: one on each side when it was kept, several on one
/// side when they were merged or split, none on one when it is new or gone.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Family {
    /// In the first state, by id.
    pub before: Vec<RecordId>,
    /// In the second state, by id.
    pub after: Vec<RecordId>,
}

impl Family {
    /// The one on each side, where it was kept.
    pub(super) fn pair(&self) -> Option<(RecordId, RecordId)> {
        match (self.before.as_slice(), self.after.as_slice()) {
            ([before], [after]) => Some((*before, *after)),
            _ => None,
        }
    }
}

/// All families of two states.
pub(super) struct Kin {
    /// Of steps: those of the first state in its order, then the new ones.
    pub steps: Vec<Family>,
    /// Of connectors, likewise.
    pub connectors: Vec<Family>,
    /// What each record of the first state that was kept is in the second.
    pub after: BTreeMap<RecordId, RecordId>,
    /// The other way round.
    pub before: BTreeMap<RecordId, RecordId>,
}

impl Kin {
    pub(super) fn of(from: &Side, to: &Side) -> Kin {
        let origins = Origins { from: from.document, to: to.document };
        let ids = |side: &Side| -> Vec<RecordId> {
            side.document.steps_of(side.state).map(|it| it.id.into()).collect()
        };
        let steps = origins.families(&ids(from), &ids(to));
        let ids = |side: &Side| -> Vec<RecordId> {
            side.document.connectors_of(side.state).map(|it| it.id.into()).collect()
        };
        let connectors = origins.families(&ids(from), &ids(to));
        let mut kin = Kin { steps, connectors, after: BTreeMap::new(), before: BTreeMap::new() };
        kin.pair(from.state.into(), to.state.into());
        let pairs = kin.steps.iter().chain(&kin.connectors).filter_map(Family::pair);
        for (before, after) in pairs.collect::<Vec<_>>() {
            kin.pair(before, after);
        }
        kin.lanes(from, to);
        kin.stages(from, to);
        kin.handoffs(from, to);
        kin.criteria(from, to);
        kin.letters(from, to);
        kin.promises(from, to);
        kin
    }

    fn pair(&mut self, before: RecordId, after: RecordId) {
        self.after.insert(before, after);
        self.before.insert(after, before);
    }

    /// What a record of the first state is in the second; what is shared is itself.
    pub(super) fn there<T: From<RecordId> + Into<RecordId> + Copy>(&self, id: T) -> T {
        self.after.get(&id.into()).copied().map_or(id, T::from)
    }

    /// The same target in the second state.
    pub(super) fn target(&self, target: Target) -> Target {
        match target {
            Target::Step(id) => Target::Step(self.there(id)),
            Target::Connector(id) => Target::Connector(self.there(id)),
            Target::Handoff(id) => Target::Handoff(self.there(id)),
            Target::Stage(id) => Target::Stage(self.there(id)),
            Target::State(id) => Target::State(self.there(id)),
            Target::Team(id) => Target::Team(id),
        }
    }

    fn lanes(&mut self, from: &Side, to: &Side) {
        for lane in from.document.lanes_of(from.state) {
            let twin = to.document.lanes_of(to.state).into_iter().find(|it| it.team == lane.team);
            if let Some(twin) = twin {
                self.pair(lane.id.into(), twin.id.into());
            }
        }
    }

    /// By id, then by name, then by their place among the rest.
    fn stages(&mut self, from: &Side, to: &Side) {
        let mut old = from.stages();
        let mut new = to.stages();
        let same: [fn(&Stage, &Stage) -> bool; 3] =
            [|a, b| a.id == b.id, |a, b| a.name == b.name, |a, b| a.order == b.order];
        for same in same {
            old.retain(|stage| {
                let Some(at) = new.iter().position(|it| same(stage, it)) else { return true };
                let twin = new.remove(at);
                self.pair(stage.id.into(), twin.id.into());
                false
            });
        }
    }

    fn handoffs(&mut self, from: &Side, to: &Side) {
        for family in self.connectors.clone() {
            let Some((before, after)) = family.pair() else { continue };
            let old = from.document.handoff_record(before.into());
            let new = to.document.handoff_record(after.into());
            if let (Some(old), Some(new)) = (old, new) {
                self.pair(old.id.into(), new.id.into());
            }
        }
    }

    /// Those of the same side of the same thing: by id, by what they say, then by their place.
    fn criteria(&mut self, from: &Side, to: &Side) {
        let mut old: BTreeMap<(Target, bool), Vec<&Criterion>> = BTreeMap::new();
        for it in from.criteria() {
            let key = (self.target(it.about), it.side == CriterionSide::Entry);
            old.entry(key).or_default().push(it);
        }
        let mut new: BTreeMap<(Target, bool), Vec<&Criterion>> = BTreeMap::new();
        for it in to.criteria() {
            new.entry((it.about, it.side == CriterionSide::Entry)).or_default().push(it);
        }
        let same: [fn(&Criterion, &Criterion) -> bool; 3] = [
            |a, b| a.id == b.id,
            |a, b| a.text == b.text && a.obligation == b.obligation,
            |a, b| a.order == b.order,
        ];
        for (key, mut old) in old {
            let Some(new) = new.get_mut(&key) else { continue };
            for same in same {
                old.retain(|it| {
                    let Some(at) = new.iter().position(|other| same(it, other)) else {
                        return true;
                    };
                    let twin = new.remove(at);
                    self.pair(it.id.into(), twin.id.into());
                    false
                });
            }
        }
    }

    fn letters(&mut self, from: &Side, to: &Side) {
        let new: BTreeMap<_, _> =
            to.letters().into_iter().map(|it| ((it.row, it.part, it.role), it.id)).collect();
        for it in from.letters() {
            if let Some(twin) = new.get(&(self.target(it.row), it.part, it.role)) {
                self.pair(it.id.into(), (*twin).into());
            }
        }
    }

    /// Promises along the same way: by id, by name, or the only one there.
    fn promises(&mut self, from: &Side, to: &Side) {
        let way = |sla: &Sla| sla.end_to_end;
        let mut new = to.promises();
        let mut old = from.promises();
        let same: [fn(&Sla, &Sla) -> bool; 3] =
            [|a, b| a.id == b.id, |a, b| a.name == b.name, |_, _| true];
        for same in same {
            old.retain(|it| {
                let there = way(it).map(|EndToEnd { from, to }| EndToEnd {
                    from: self.there(from),
                    to: self.there(to),
                });
                let at = new.iter().position(|other| way(other) == there && same(it, other));
                let Some(at) = at else { return true };
                let twin = new.remove(at);
                self.pair(it.id.into(), twin.id.into());
                false
            });
        }
    }
}

/// Who descends from whom.
struct Origins<'a> {
    from: &'a Document,
    to: &'a Document,
}

impl Origins<'_> {
    fn origin(&self, id: RecordId) -> Vec<RecordId> {
        let of = |document: &Document| -> Option<Vec<RecordId>> {
            let step = document.step(id.into());
            let connector = document.connector(id.into());
            step.map(|it| it.origin.iter().map(|it| (*it).into()).collect())
                .or_else(|| connector.map(|it| it.origin.iter().map(|it| (*it).into()).collect()))
        };
        of(self.to).or_else(|| of(self.from)).unwrap_or_default()
    }

    /// Itself and everything it descends from.
    fn ancestors(&self, id: RecordId) -> BTreeSet<RecordId> {
        let mut all = BTreeSet::from([id]);
        let mut waiting = vec![id];
        while let Some(id) = waiting.pop() {
            waiting.extend(self.origin(id).into_iter().filter(|it| all.insert(*it)));
        }
        all
    }

    fn families(&self, before: &[RecordId], after: &[RecordId]) -> Vec<Family> {
        let mut descends: BTreeMap<RecordId, Vec<usize>> = BTreeMap::new();
        for (at, id) in before.iter().enumerate() {
            for ancestor in self.ancestors(*id) {
                descends.entry(ancestor).or_default().push(at);
            }
        }
        let mut groups = Groups::of(before.len() + after.len());
        for (at, id) in after.iter().enumerate() {
            // Upwards, along each way as far as the first that the other side descends from too.
            let mut seen = BTreeSet::from([*id]);
            let mut waiting = vec![*id];
            while let Some(id) = waiting.pop() {
                match descends.get(&id) {
                    Some(kin) => {
                        kin.iter().for_each(|other| groups.join(*other, before.len() + at));
                    }
                    None => {
                        waiting.extend(self.origin(id).into_iter().filter(|it| seen.insert(*it)));
                    }
                }
            }
        }
        let mut families: BTreeMap<usize, Family> = BTreeMap::new();
        for (at, id) in before.iter().enumerate() {
            families.entry(groups.head(at)).or_default().before.push(*id);
        }
        for (at, id) in after.iter().enumerate() {
            families.entry(groups.head(before.len() + at)).or_default().after.push(*id);
        }
        families.into_values().collect()
    }
}

/// Things that belong together, by the lowest of them.
struct Groups(Vec<usize>);

impl Groups {
    fn of(count: usize) -> Groups {
        Groups((0..count).collect())
    }

    fn head(&mut self, mut at: usize) -> usize {
        while let Some(up) = self.0.get(at).copied().filter(|up| *up != at) {
            let further = self.0.get(up).copied().unwrap_or(up);
            if let Some(it) = self.0.get_mut(at) {
                *it = further;
            }
            at = up;
        }
        at
    }

    fn join(&mut self, a: usize, b: usize) {
        let (a, b) = (self.head(a), self.head(b));
        if let Some(it) = self.0.get_mut(a.max(b)) {
            *it = a.min(b);
        }
    }
}
