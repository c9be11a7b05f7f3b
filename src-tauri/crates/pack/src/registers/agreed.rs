//! The registers of criteria, and of who does what at each handoff and step.

use super::case::Case;
use super::value::{Kind, Value};
use super::{Column, Register, codes};
use analysis::{Matrix, MatrixRow};
use model::{Criterion, CriterionSide, Handoff, RaciLetter, RoleId, Stage, Target};
use std::collections::{BTreeMap, BTreeSet};

/// The criteria of this state's handoffs by number, then of its stages; what the sender has done
/// before what the receiver asks for.
pub(super) fn criteria(case: &Case) -> Register {
    let handoffs = case.handoffs().map(|(it, _)| Target::Handoff(it.id));
    let here = |it: &&Stage| it.state == case.state.id;
    let mut stages: Vec<&Stage> = case.document.stages().filter(here).collect();
    stages.sort_by_key(|it| (it.order, it.id));
    let stages = stages.into_iter().map(|it| Target::Stage(it.id));
    let places: BTreeMap<Target, usize> =
        handoffs.chain(stages).enumerate().map(|(at, target)| (target, at)).collect();
    let mut rows: Vec<(usize, &Criterion)> =
        case.document.criteria().filter_map(|it| Some((*places.get(&it.about)?, it))).collect();
    rows.sort_by_key(|(at, it)| (*at, it.side != CriterionSide::Exit, it.order, it.id));
    case.table(
        "criteria",
        &rows,
        &[
            ("about", Kind::Text, |case, (_, it)| Value::text(case.place(it.about))),
            ("fromTeam", Kind::Text, |case, (_, it)| ends(case, it.about, false)),
            ("toTeam", Kind::Text, |case, (_, it)| ends(case, it.about, true)),
            ("side", Kind::Text, |case, (_, it)| case.word("side", it.side.word())),
            ("text", Kind::Text, |_, (_, it)| Value::text(&it.text)),
            ("obligation", Kind::Text, |case, (_, it)| {
                case.word("obligation", it.obligation.word())
            }),
            ("verifier", Kind::Text, |_, (_, it)| Value::text(&it.verifier)),
            ("evidence", Kind::Text, |_, (_, it)| Value::text(&it.evidence)),
        ],
    )
}

/// The team at one end of a handoff.
fn ends(case: &Case, about: Target, receives: bool) -> Value {
    let Target::Handoff(id) = about else { return Value::Empty };
    let connector = case.document.handoff(id).and_then(|it| case.document.connector(it.connector));
    let step = connector.map(|it| if receives { it.to } else { it.from });
    step.map_or(Value::Empty, |step| case.team_of(step))
}

/// The responsibility matrix: its rows, and a column for each role that has a part in one.
pub(super) fn raci(case: &Case) -> Register {
    let matrix = analysis::matrix(case.document, case.state.id, case.language);
    let is_handoff = |row: &MatrixRow| matches!(row.row, Target::Handoff(_));
    let rows: Vec<MatrixRow> = matrix
        .rows
        .iter()
        .filter(|row| case.tells_of(row.row))
        .filter(|row| is_handoff(row) || !row.cells.is_empty())
        .cloned()
        .collect();
    let used: BTreeSet<RoleId> =
        rows.iter().flat_map(|row| row.cells.iter().map(|cell| cell.role)).collect();
    let mut register = case.table(
        "raci",
        &rows,
        &[
            ("row", Kind::Text, |case, it| Value::text(row_name(case, it))),
            ("part", Kind::Text, |case, it| case.word("part", it.part.word())),
            ("origin", Kind::Text, |case, it| {
                let first = it.cells.first().map(|cell| codes::origin(cell.origin));
                case.word_of("origin", first)
            }),
            ("problems", Kind::Text, |_, it| Value::list(&it.problems)),
        ],
    );
    if used.is_empty() {
        // Without a letter there is nothing to look up.
        register.rows.clear();
        return register;
    }
    put_roles(case, &mut register, &matrix, &rows, &used);
    register
}

fn row_name(case: &Case, row: &MatrixRow) -> String {
    match row.row {
        Target::Handoff(id) => {
            let number = case.document.handoff(id).map(Handoff::name).unwrap_or_default();
            // The analysis names a handoff in a sentence; the number is what other sheets have.
            if row.name.contains(&number) {
                row.name.clone()
            } else {
                format!("{number} {}", row.name)
            }
        }
        other => case.place(other),
    }
}

/// The columns of the roles stand before what is said about the row.
fn put_roles(
    case: &Case,
    register: &mut Register,
    matrix: &Matrix,
    rows: &[MatrixRow],
    used: &BTreeSet<RoleId>,
) {
    let roles: Vec<RoleId> =
        matrix.roles.iter().map(|it| it.role).filter(|it| used.contains(it)).collect();
    let column = |role: &RoleId| Column {
        key: format!("role{}", role.0),
        title: case.role_name(*role),
        kind: Kind::Text,
    };
    let last = register.columns.pop();
    register.columns.extend(roles.iter().map(column));
    register.columns.extend(last);
    for (cells, row) in register.rows.iter_mut().zip(rows) {
        let last = cells.pop();
        cells.extend(roles.iter().map(|role| letters(row, *role)));
        cells.extend(last);
    }
}

fn letters(row: &MatrixRow, role: RoleId) -> Value {
    let cell = row.cells.iter().find(|cell| cell.role == role);
    let letters = cell.into_iter().flat_map(|cell| &cell.letters).copied().map(RaciLetter::word);
    Value::text(letters.collect::<Vec<_>>().join("/"))
}
