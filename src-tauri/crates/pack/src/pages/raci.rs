//! Who does what: handoffs and steps as rows, roles as columns, as many side by side as can be read.

use super::edition::{Edition, named};
use crate::page::Anchor;
use crate::script::{Cell, Column, Format, PageKind, Row, Script, Table};
use analysis::{CellOrigin, Matrix, MatrixRow, RoleReading};
use model::{RowPart, Target};
use scene::Token;

/// So many roles stand side by side.
const ROLES: usize = 6;

/// Writes the matrix; no page without roles.
pub fn write(script: &mut Script, edition: &Edition) {
    let matrix = analysis::matrix(edition.document(), edition.state.id, edition.language());
    if matrix.roles.is_empty() || matrix.rows.is_empty() {
        return;
    }
    let title = edition.pick("Roles and responsibilities", "Rollen und Verantwortung");
    script.sheet(PageKind::Raci, Format::Across, title);
    let wrong = matrix.rows.iter().filter(|it| !it.problems.is_empty()).count();
    script.title(title, &finding(edition, matrix.roles.len(), matrix.rows.len(), wrong));
    let parts = matrix.roles.len().div_ceil(ROLES);
    let side_by_side = matrix.roles.len().div_ceil(parts.max(1)).max(1);
    for (at, roles) in matrix.roles.chunks(side_by_side).enumerate() {
        let heading = if parts > 1 {
            edition.pick(
                format!("Roles, part {} of {parts}", at + 1),
                format!("Rollen, Teil {} von {parts}", at + 1),
            )
        } else {
            String::new()
        };
        script.table_under(&heading, table(edition, &matrix, roles).compact());
    }
    let letters: Vec<String> = matrix
        .letters
        .iter()
        .map(|it| format!("{} {}", letter(*it), edition.say.letter(*it).to_lowercase()))
        .collect();
    script.note(&edition.pick(
        format!(
            "{}. Letters in grey follow from the map and were set by nobody.",
            letters.join(", ")
        ),
        format!(
            "{}. Graue Buchstaben folgen aus der Karte; gesetzt hat sie niemand.",
            letters.join(", ")
        ),
    ));
}

fn finding(edition: &Edition, roles: usize, rows: usize, wrong: usize) -> String {
    let broken = match wrong {
        0 => edition.pick("none of them breaks", "keine davon verletzt").to_owned(),
        1 => edition.pick("1 of them breaks", "1 davon verletzt").to_owned(),
        more => edition.pick(format!("{more} of them break"), format!("{more} davon verletzen")),
    };
    edition.pick(
        format!(
            "{} in {}; {broken} a rule of the matrix",
            edition.say.of(roles, "role", "roles"),
            edition.say.of(rows, "row", "rows")
        ),
        format!(
            "{} in {}; {broken} eine Regel der Matrix",
            edition.say.of(roles, "Rolle", "Rollen"),
            edition.say.of(rows, "Zeile", "Zeilen")
        ),
    )
}

/// A letter as it stands in a cell.
pub fn letter(letter: model::RaciLetter) -> String {
    letter.word().to_owned()
}

fn table(edition: &Edition, matrix: &Matrix, roles: &[RoleReading]) -> Table {
    let unnamed = edition.pick("Unnamed role", "Rolle ohne Namen");
    let mut columns = vec![Column::fixed("", 190.0)];
    columns.extend(roles.iter().map(|it| {
        let name = edition.document().role(it.role).map_or(unnamed, |it| named(&it.name, unnamed));
        Column::new(name)
    }));
    let mut table = Table::new(columns);
    table.rows = matrix
        .rows
        .iter()
        .map(|row| {
            let mut cells = vec![head(edition, row)];
            cells.extend(roles.iter().map(|role| {
                let here = row.cells.iter().find(|it| it.role == role.role);
                here.map_or_else(Cell::default, |cell| {
                    let letters: Vec<String> = cell.letters.iter().map(|it| letter(*it)).collect();
                    match cell.origin {
                        CellOrigin::Set => Cell::strong(letters.join(" "), Token::Ink),
                        CellOrigin::Derived => Cell::label(letters.join(" ")),
                    }
                })
            }));
            Row::from(cells)
        })
        .collect();
    table
}

fn head(edition: &Edition, row: &MatrixRow) -> Cell {
    let part = match row.part {
        RowPart::Whole => "",
        RowPart::Release => edition.pick("release", "Übergeben"),
        RowPart::Accept => edition.pick("acceptance", "Annehmen"),
    };
    let problems = row.problems.join(" ");
    let cell = Cell::new(row.name.clone()).under(part).under(problems);
    match row.row {
        Target::Handoff(id) => cell.leading_to(Anchor::Card(id)),
        _ => cell,
    }
}
