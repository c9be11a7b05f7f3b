//! One role read down its column (domain.md 5.1): too much for one, nothing at all, in everything.

use super::matrix::{MatrixRow, RoleReading};
use super::schemes::Scheme;
use crate::language::Language;
use model::{RaciLetter, RoleId};

/// With fewer rows than this, a share of them says nothing.
const ENOUGH_ROWS: usize = 6;
/// Answering for more than 40 % of the rows, or working in more than 60 %, is much for one role.
const MANY_ANSWERS: usize = 40;
const MUCH_WORK: usize = 60;

/// What stands in a role's column, and what that says.
pub(super) fn read(
    role: RoleId,
    rows: &[MatrixRow],
    scheme: &Scheme,
    language: Language,
) -> RoleReading {
    let filled: Vec<&MatrixRow> = rows.iter().filter(|row| !row.cells.is_empty()).collect();
    let holds = |row: &&MatrixRow, letter: RaciLetter| {
        row.cells.iter().any(|cell| cell.role == role && cell.letters.contains(&letter))
    };
    let count = |letter: RaciLetter| filled.iter().filter(|row| holds(row, letter)).count();
    let part = |row: &&&MatrixRow| {
        let mut own = row.cells.iter().filter(|cell| cell.role == role);
        own.any(|cell| cell.letters.iter().any(|it| *it != RaciLetter::Omitted))
    };
    let parts = filled.iter().filter(part).count();
    let (all, answers, work) = (filled.len(), count(scheme.answers), count(scheme.does));
    let mut notes = Vec::new();
    if all > 0 && parts == 0 {
        notes.push(language.pick(
            "Has no part in any row: is the role needed?".to_owned(),
            "Kommt in keiner Zeile vor: Wird die Rolle gebraucht?".to_owned(),
        ));
    }
    if all >= ENOUGH_ROWS {
        if answers * 100 > MANY_ANSWERS * all {
            notes.push(language.pick(
                format!("Answers for {answers} of {all} rows: that is much for one role."),
                format!("Verantwortet {answers} von {all} Zeilen: viel für eine Rolle."),
            ));
        }
        if work * 100 > MUCH_WORK * all && scheme.does != scheme.answers {
            notes.push(language.pick(
                format!("Does the work in {work} of {all} rows: that is much for one role."),
                format!("Arbeitet in {work} von {all} Zeilen: viel für eine Rolle."),
            ));
        }
        if parts == all {
            notes.push(language.pick(
                "Has a part in every row: does it have to?".to_owned(),
                "Kommt in jeder Zeile vor: Muss das sein?".to_owned(),
            ));
        }
    }
    let number = |letter: &RaciLetter| (*letter, u32::try_from(count(*letter)).unwrap_or(u32::MAX));
    RoleReading { role, counts: scheme.letters.iter().map(number).collect(), notes }
}
