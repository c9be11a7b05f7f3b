//! The letters of a row that follow from what its handoff or step says. The sending role lets go,
//! the receiving role takes on, the accountable role answers; whom the escalation tells is told.

use super::rows::Row;
use super::schemes::Scheme;
use model::{Document, RaciLetter, Role, RoleId, RowPart, Step};
use std::collections::{BTreeMap, BTreeSet};

pub(super) type Letters = BTreeMap<RoleId, BTreeSet<RaciLetter>>;

/// The letters of a row in which nobody has set any.
pub(super) fn letters(document: &Document, row: &Row, scheme: &Scheme) -> Letters {
    let mut all = Letters::new();
    let mut give = |role: Option<RoleId>, letter: RaciLetter| {
        if let Some(role) = role {
            all.entry(role).or_default().insert(letter);
        }
    };
    if let Some(step) = row.step {
        give(step.accountable, scheme.answers);
        performers(document, step).for_each(|role| give(Some(role.id), scheme.does));
    }
    let Some(handoff) = row.handoff else { return all };
    if row.part != RowPart::Accept {
        give(handoff.sending_role, scheme.sends);
    }
    if row.part != RowPart::Release {
        give(handoff.receiving_role, scheme.receives);
    }
    give(handoff.accountable, scheme.answers);
    let told = scheme.told.filter(|_| row.part == RowPart::Whole);
    let levels = handoff.sla.and_then(|sla| document.sla(sla)).map(|sla| &sla.escalations);
    if let (Some(told), Some(levels)) = (told, levels) {
        for role in levels.iter().filter_map(|level| level.notify) {
            // Who works on it or answers for it knows without being told.
            all.entry(role).or_insert_with(|| BTreeSet::from([told]));
        }
    }
    all
}

/// The roles of a step's team that stand among those who can do it.
fn performers<'a>(document: &'a Document, step: &'a Step) -> impl Iterator<Item = &'a Role> {
    let team = document.team_of(step).map(|team| team.id);
    let same = |name: &str, role: &Role| {
        let name = name.trim().to_lowercase();
        !name.is_empty() && name == role.name.trim().to_lowercase()
    };
    document
        .roles()
        .filter(move |role| role.team.is_some() && role.team == team)
        .filter(move |role| step.performers.iter().any(|name| same(name, role)))
}
