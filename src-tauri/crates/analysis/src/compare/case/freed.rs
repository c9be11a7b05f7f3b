//! Work that two states do not have in common. A step that is in both and takes as long in both has
//! one time, however wide its range: only how often it is done makes a difference. Everything else
//! varies for itself.

use super::known::Known;
use crate::compare::kin::Family;
use model::*;

/// One step, or one wait, of one state.
#[derive(Clone)]
pub(super) struct Part {
    /// Whose it is: team and role of work, nobody's of a wait.
    pub by: Option<(TeamId, Option<RoleId>)>,
    /// Minutes each time; nothing where nobody said and it is known to take none.
    pub time: Option<Estimate<Minutes>>,
    /// It takes time, and nobody said how much.
    pub unknown: bool,
    /// How often an item comes by, times people.
    pub often: f64,
}

impl Part {
    fn minutes(&self) -> Known {
        let Some(time) = self.time.as_ref().filter(|_| self.often.abs() > 1e-12) else {
            return Known::NOTHING;
        };
        let known = Known::of(time, |it| f64::from(it.0)).by(self.often);
        // How often rests on shares of branches, which carry no mark of their own.
        let whole = (self.often - libm::round(self.often)).abs() < 1e-9;
        known.at_best(if whole { Confidence::Measured } else { Confidence::Estimated })
    }

    fn missing(&self) -> bool {
        self.unknown && self.often.abs() > 1e-12
    }
}

/// Minutes before and after at one item, and what is freed of them.
#[derive(Clone, Copy)]
pub(super) struct Change {
    pub before: Known,
    pub after: Known,
    pub freed: Known,
}

impl Change {
    pub(super) const NONE: Change =
        Change { before: Known::NOTHING, after: Known::NOTHING, freed: Known::NOTHING };

    pub(super) fn plus(self, other: Change) -> Change {
        Change {
            before: self.before.plus(other.before),
            after: self.after.plus(other.after),
            freed: self.freed.plus(other.freed),
        }
    }
}

/// What a family adds.
pub(super) enum Added {
    /// To the whole, and to each who does the work.
    Sum(Change, Vec<((TeamId, Option<RoleId>), Change)>),
    /// Nothing: these have no time.
    Unknown(Vec<RecordId>),
}

pub(super) fn added(family: &Family, part: impl Fn(usize, RecordId) -> Option<Part>) -> Added {
    let side = |side: usize, ids: &[RecordId]| -> Vec<(RecordId, Part)> {
        ids.iter().filter_map(|id| Some((*id, part(side, *id)?))).collect()
    };
    let (before, after) = (side(0, &family.before), side(1, &family.after));
    let unknown = || before.iter().chain(&after).filter(|(_, it)| it.missing());
    if unknown().next().is_some() {
        // As unknown in both, and as often: whatever it is, it makes no difference.
        let alike = matches!((before.as_slice(), after.as_slice()), ([(_, one)], [(_, other)])
            if one.missing() && other.missing() && (one.often - other.often).abs() < 1e-12);
        let ids = if alike { Vec::new() } else { unknown().map(|(id, _)| *id).collect() };
        return Added::Unknown(ids);
    }
    if let ([(_, one)], [(_, other)]) = (before.as_slice(), after.as_slice())
        && same(&one.time, &other.time)
    {
        return kept(one, other);
    }
    let mut whole = Change::NONE;
    let mut rows = Vec::new();
    for (_, it) in &before {
        let minutes = it.minutes();
        let change = Change { before: minutes, after: Known::NOTHING, freed: minutes };
        whole = whole.plus(change);
        rows.extend(it.by.map(|by| (by, change)));
    }
    for (_, it) in &after {
        let minutes = it.minutes();
        let change = Change { before: Known::NOTHING, after: minutes, freed: minutes.by(-1.0) };
        whole = whole.plus(change);
        rows.extend(it.by.map(|by| (by, change)));
    }
    Added::Sum(whole, rows)
}

/// The same time on both sides: the range is of what it is done more or less often.
fn kept(one: &Part, other: &Part) -> Added {
    let (before, after) = (one.minutes(), other.minutes());
    let less = Part { often: one.often - other.often, ..one.clone() };
    let freed = less.minutes();
    let whole = Change { before, after, freed };
    let rows = match (one.by, other.by) {
        (Some(by), Some(then)) if by == then => vec![(by, whole)],
        (by, then) => {
            let was = Change { before, after: Known::NOTHING, freed: before };
            let is = Change { before: Known::NOTHING, after, freed: after.by(-1.0) };
            by.map(|by| (by, was)).into_iter().chain(then.map(|by| (by, is))).collect()
        }
    };
    Added::Sum(whole, rows)
}

fn same(one: &Option<Estimate<Minutes>>, other: &Option<Estimate<Minutes>>) -> bool {
    let range = |it: &Estimate<Minutes>| (it.usual, it.best, it.worst);
    one.as_ref().map(range) == other.as_ref().map(range)
}
