//! Rows of the responsibility matrix: RAC-001 to 007, 011 (domain.md 5.1).

use super::case::Case;
use super::names;
use super::report::Report;
use super::rules::*;
use model::{RaciAssignment, RaciLetter, RecordId, StepId, Target, TeamId};
use std::collections::{BTreeMap, BTreeSet};

/// More of one letter in a row than this are many.
const MANY: usize = 3;

type Rows<'a> = BTreeMap<Target, Vec<&'a RaciAssignment>>;

pub(super) fn check(case: &Case, report: &mut Report) {
    let mut rows: Rows = BTreeMap::new();
    for assignment in case.document.raci_assignments() {
        rows.entry(assignment.row).or_default().push(assignment);
    }
    for (target, cells) in &rows {
        if let Some((id, name)) = row(case, *target) {
            letters(case, id, &name, cells, report);
        }
    }
    sides(case, &rows, report);
}

/// The record a row is about, if it is part of this state, and its name.
fn row(case: &Case, target: Target) -> Option<(RecordId, String)> {
    match target {
        Target::Handoff(id) => {
            let handoff = case.document.handoff(id)?;
            let connector = case.document.connector(handoff.connector)?;
            let here = connector.state == case.graph.state && case.document.crosses(connector);
            here.then(|| (id.into(), names::handoff(case.document, handoff)))
        }
        Target::Step(id) => {
            let step = case.document.step(id)?;
            let here = step.state == case.graph.state;
            here.then(|| (id.into(), names::step(case.document, step)))
        }
        _ => None,
    }
}

fn count(cells: &[&RaciAssignment], letter: RaciLetter) -> usize {
    cells.iter().filter(|cell| cell.letters.contains(&letter)).count()
}

fn letters(case: &Case, id: RecordId, name: &str, row: &[&RaciAssignment], report: &mut Report) {
    let mut find = |rule: Rule, message: String, hint: &str| report.add(rule, [id], message, hint);
    match count(row, RaciLetter::Accountable) {
        0 => {
            find(RAC_001, format!("Nobody is accountable (A) for {name}."), "Give one role the A.")
        }
        1 => {}
        several => find(
            RAC_002,
            format!("{several} roles are accountable (A) for {name}."),
            "Leave the A with one; if the two differ, split the row into release and accept.",
        ),
    }
    match count(row, RaciLetter::Responsible) {
        0 => find(
            RAC_003,
            format!("Nobody is responsible (R) for {name}."),
            "Give an R to the role that does it.",
        ),
        many if many > MANY => find(
            RAC_004,
            format!("{many} roles are responsible (R) for {name}."),
            "Keep the R with those who do the work.",
        ),
        _ => {}
    }
    let consulted = count(row, RaciLetter::Consulted);
    if consulted > MANY {
        find(
            RAC_007,
            format!("{consulted} roles are consulted (C) about {name}."),
            "Inform those whose answer does not change anything.",
        );
    }
    let roles = case.document.roles().count();
    let filled: BTreeSet<_> = row.iter().map(|cell| cell.role).collect();
    if roles > 1 && filled.len() == roles {
        find(
            RAC_005,
            format!("Every role has a part in {name}."),
            "Leave out those who need not be involved.",
        );
    }
}

/// RAC-006 and 011: both sides of a handoff take part in its row.
fn sides(case: &Case, rows: &Rows, report: &mut Report) {
    for crossing in &case.crossings {
        let handoff = crossing.handoff;
        let name = &crossing.name;
        let Some(cells) = rows.get(&Target::Handoff(handoff.id)) else {
            report.add(
                RAC_011,
                [handoff.id],
                format!("{name} has no row in the responsibility matrix."),
                "Say who is responsible, accountable, consulted and informed.",
            );
            continue;
        };
        for step in [crossing.from.id, crossing.to.id] {
            let Some(team) = own_team(case, step) else { continue };
            if !takes_part(case, cells, team) {
                let about = case.lane_of(team).map(RecordId::from);
                report.add(
                    RAC_006,
                    [RecordId::from(handoff.id)].into_iter().chain(about),
                    format!("{} has no R or A in {name}.", case.team(team)),
                    "The sender holds an R, the receiver an R or the A.",
                );
            }
        }
    }
}

/// The team of a step, unless it is external.
fn own_team(case: &Case, step: StepId) -> Option<TeamId> {
    let team = case.document.team_of(case.document.step(step)?)?;
    (!team.external).then_some(team.id)
}

fn takes_part(case: &Case, cells: &[&RaciAssignment], team: TeamId) -> bool {
    cells.iter().any(|cell| {
        let here = case.document.role(cell.role).is_some_and(|role| role.team == Some(team));
        let letters = [RaciLetter::Responsible, RaciLetter::Accountable];
        here && letters.iter().any(|letter| cell.letters.contains(letter))
    })
}
