//! Who accounts for a difference: a family of steps or of connectors. Everything that figures say
//! about single records is gathered by these.

use super::kin::{Family, Kin};
use model::RecordId;
use std::collections::BTreeMap;

/// A family, by its place among those of its kind.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Subject {
    Steps(usize),
    Connectors(usize),
}

/// The subject of each step and connector of either state.
pub(super) struct Subjects(BTreeMap<RecordId, Subject>);

impl Subjects {
    pub(super) fn of(kin: &Kin) -> Subjects {
        let mut all = BTreeMap::new();
        let mut add = |families: &[Family], subject: fn(usize) -> Subject| {
            for (at, family) in families.iter().enumerate() {
                for id in family.before.iter().chain(&family.after) {
                    all.insert(*id, subject(at));
                }
            }
        };
        add(&kin.steps, Subject::Steps);
        add(&kin.connectors, Subject::Connectors);
        Subjects(all)
    }

    pub(super) fn get(&self, id: impl Into<RecordId>) -> Option<Subject> {
        self.0.get(&id.into()).copied()
    }
}

/// Parts of a difference, by who accounts for them.
#[derive(Clone, Debug, Default)]
pub(super) struct Parts(pub BTreeMap<Subject, f64>);

impl Parts {
    pub(super) fn add(&mut self, subject: Option<Subject>, by: f64) {
        if let Some(subject) = subject
            && by != 0.0
        {
            *self.0.entry(subject).or_default() += by;
        }
    }
}
