//! Columns of the responsibility matrix: RAC-008 and 009 (domain.md 5.1).

use super::case::Case;
use super::raci::Rows;
use super::report::Report;
use super::rules::*;
use super::say::say;
use crate::responsibility::Scheme;
use model::{RoleId, Target};
use std::collections::BTreeSet;

/// With fewer rows than this, a share of them says nothing: as for OWN-008, which counts handoffs.
const ENOUGH_ROWS: usize = 6;

pub(super) fn check(case: &Case, scheme: &Scheme, rows: &Rows, report: &mut Report) {
    idle(case, rows, report);
    overloaded(case, scheme, rows, report);
}

/// RAC-008. A matrix that is not finished has empty columns of course: it is read down only when
/// every handoff has its row, and only for the roles of teams that have a lane here.
fn idle(case: &Case, rows: &Rows, report: &mut Report) {
    let has_row = |id| rows.contains_key(&Target::Handoff(id));
    if case.crossings.is_empty() || !case.crossings.iter().all(|it| has_row(it.handoff.id)) {
        return;
    }
    let busy: BTreeSet<RoleId> = rows.values().flatten().map(|cell| cell.role).collect();
    for role in case.document.roles() {
        let here = role.team.is_none_or(|team| case.lane_of(team).is_some());
        if here && !busy.contains(&role.id) {
            report.add(
                RAC_008,
                [role.id],
                say!(
                    case,
                    "{role} has no letter in any row.",
                    "{role} hat in keiner Zeile einen Buchstaben.",
                    role = named(case, &role.name)
                ),
                case.language.pick(
                    "Ask whether the role is needed, or what it does here.",
                    "Fragen Sie, ob es die Rolle braucht, oder was sie hier tut.",
                ),
            );
        }
    }
}

fn overloaded(case: &Case, scheme: &Scheme, rows: &Rows, report: &mut Report) {
    if rows.len() < ENOUGH_ROWS {
        return;
    }
    for role in case.document.roles() {
        let answers = |cells: &&Vec<_>| {
            cells.iter().any(|cell: &&model::RaciAssignment| {
                cell.role == role.id && cell.letters.contains(&scheme.answers)
            })
        };
        let count = rows.values().filter(answers).count();
        let share = 100.0 * count as f64 / rows.len() as f64;
        if share > case.limit(RAC_009) {
            report.add(
                RAC_009,
                [role.id],
                say!(
                    case,
                    "{role} is accountable in {count} of {all} rows ({share}).",
                    "{role} ist in {count} von {all} Zeilen verantwortlich ({share}).",
                    role = named(case, &role.name),
                    all = rows.len(),
                    share = case.percent(share)
                ),
                case.language.pick(
                    "Share out what one role cannot answer for alone.",
                    "Verteilen Sie, was eine Rolle allein nicht verantworten kann.",
                ),
            );
        }
    }
}

fn named<'n>(case: &Case, name: &'n str) -> &'n str {
    let nothing = case.language.pick("an unnamed role", "Rolle ohne Namen");
    if name.trim().is_empty() { nothing } else { name }
}
