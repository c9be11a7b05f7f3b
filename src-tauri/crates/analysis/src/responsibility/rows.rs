//! The rows of the matrix and the letters in them. A row holds what people set; where they set
//! nothing, what follows from its handoff or step.

use super::derived::{self, Letters};
use super::matrix::{Cell, CellOrigin, Matrix, MatrixRow};
use super::reading;
use super::schemes::{Scheme, scheme};
use super::verdict;
use crate::findings::names;
use crate::language::Language;
use model::*;
use std::collections::{BTreeMap, BTreeSet};

/// The responsibility matrix of a state: its handoffs by number, then its steps from left to right.
pub fn matrix(document: &Document, state: StateId, language: Language) -> Matrix {
    let chosen = document.the_engagement().map(|it| it.scheme).unwrap_or_default();
    let scheme = scheme(chosen);
    let roles = columns(document, state);
    let rows: Vec<MatrixRow> = rows(document, state, language)
        .iter()
        .map(|row| filled(document, row, scheme, &roles, language))
        .collect();
    let read = roles.iter().map(|role| reading::read(*role, &rows, scheme, language)).collect();
    Matrix { scheme: chosen, letters: scheme.letters.to_vec(), rows, roles: read }
}

/// What a row is about.
pub(super) struct Row<'a> {
    pub target: Target,
    pub part: RowPart,
    pub handoff: Option<&'a Handoff>,
    pub step: Option<&'a Step>,
    name: String,
    teams: Vec<TeamId>,
    set: Vec<&'a RaciAssignment>,
}

fn rows(document: &Document, state: StateId, language: Language) -> Vec<Row<'_>> {
    let mut set: BTreeMap<(Target, RowPart), Vec<&RaciAssignment>> = BTreeMap::new();
    for assignment in document.raci_assignments() {
        set.entry((assignment.row, assignment.part)).or_default().push(assignment);
    }
    let mut rows = Vec::new();
    for (handoff, connector) in document.handoffs_of(state) {
        let target = Target::Handoff(handoff.id);
        for part in parts(&set, target) {
            rows.push(Row {
                target,
                part,
                handoff: Some(handoff),
                step: None,
                name: names::handoff(document, handoff, language),
                teams: teams(document, [connector.from, connector.to]),
                set: set.remove(&(target, part)).unwrap_or_default(),
            });
        }
    }
    let work = |it: &&Step| it.shape == StepKind::Step;
    let mut steps: Vec<&Step> = document.steps_of(state).filter(work).collect();
    steps.sort_by_key(|step| (step.place.x, step.id));
    rows.extend(steps.into_iter().map(|step| Row {
        target: Target::Step(step.id),
        part: RowPart::Whole,
        handoff: None,
        step: Some(step),
        name: step.name.clone(),
        teams: teams(document, [step.id]),
        set: set.remove(&(Target::Step(step.id), RowPart::Whole)).unwrap_or_default(),
    }));
    rows
}

/// One row for a handoff; two where releasing and accepting have letters of their own, and the
/// whole one beside them while it still has letters.
fn parts(set: &BTreeMap<(Target, RowPart), Vec<&RaciAssignment>>, target: Target) -> Vec<RowPart> {
    let has = |part: RowPart| set.contains_key(&(target, part));
    if !has(RowPart::Release) && !has(RowPart::Accept) {
        return vec![RowPart::Whole];
    }
    let whole = has(RowPart::Whole).then_some(RowPart::Whole);
    whole.into_iter().chain([RowPart::Release, RowPart::Accept]).collect()
}

fn teams<const N: usize>(document: &Document, steps: [StepId; N]) -> Vec<TeamId> {
    let team = |id| document.step(id).and_then(|step| document.team_of(step)).map(|it| it.id);
    steps.into_iter().filter_map(team).collect()
}

/// The roles by the lanes of their teams in this state; those beside the teams last.
fn columns(document: &Document, state: StateId) -> Vec<RoleId> {
    let lanes: BTreeMap<TeamId, u16> =
        document.lanes_of(state).into_iter().map(|lane| (lane.team, lane.order)).collect();
    let place = |role: &Role| {
        let lane = role.team.and_then(|team| lanes.get(&team).copied());
        (role.team.is_none(), lane.unwrap_or(u16::MAX), role.id)
    };
    let mut roles: Vec<&Role> = document.roles().collect();
    roles.sort_by_key(|role| place(role));
    roles.into_iter().map(|role| role.id).collect()
}

fn filled(
    document: &Document,
    row: &Row,
    scheme: &Scheme,
    roles: &[RoleId],
    language: Language,
) -> MatrixRow {
    let set: Letters = row.set.iter().map(|it| (it.role, it.letters.clone())).collect();
    let origin = if set.is_empty() { CellOrigin::Derived } else { CellOrigin::Set };
    let letters = if set.is_empty() { derived::letters(document, row, scheme) } else { set };
    let in_order = |letters: &BTreeSet<RaciLetter>| {
        let place = |it: &RaciLetter| scheme.letters.iter().position(|of| of == it);
        let mut all: Vec<RaciLetter> = letters.iter().copied().collect();
        all.sort_by_key(|it| (place(it).unwrap_or(usize::MAX), *it));
        all
    };
    let cell = |role: &RoleId| {
        let letters = in_order(letters.get(role)?);
        Some(Cell { role: *role, letters, origin })
    };
    let held: Vec<&BTreeSet<RaciLetter>> = letters.values().collect();
    MatrixRow {
        row: row.target,
        part: row.part,
        name: row.name.clone(),
        teams: row.teams.clone(),
        cells: roles.iter().filter_map(cell).collect(),
        problems: verdict::problems(&held, scheme, language),
    }
}
