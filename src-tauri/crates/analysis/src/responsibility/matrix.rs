//! The responsibility matrix as a view shows it: handoffs and steps as rows, roles as columns.

use model::{RaciLetter, RaciScheme, RoleId, RowPart, Target, TeamId};
use serde::Serialize;
use ts_rs::TS;

/// Who does what (domain.md 5).
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export_to = "contract.ts")]
pub struct Matrix {
    /// Whose rules count.
    pub scheme: RaciScheme,
    /// The letters of the scheme, in its order.
    pub letters: Vec<RaciLetter>,
    /// The handoffs by number, then the steps.
    pub rows: Vec<MatrixRow>,
    /// The roles, by the lanes of their teams, each read down its column.
    pub roles: Vec<RoleReading>,
}

/// One row of the matrix.
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export_to = "contract.ts")]
pub struct MatrixRow {
    /// A handoff or a step.
    pub row: Target,
    /// Which part of a handoff.
    pub part: RowPart,
    /// What it is called.
    pub name: String,
    /// The teams that take part: sender and receiver, or the one that does the step.
    pub teams: Vec<TeamId>,
    /// The cells that hold letters, by the order of the roles.
    pub cells: Vec<Cell>,
    /// What the scheme's rules say against it, one sentence each.
    pub problems: Vec<String>,
}

/// The letters of a role in a row.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export_to = "contract.ts")]
pub struct Cell {
    /// The column.
    pub role: RoleId,
    /// In the order of the scheme; those that are not of it last.
    pub letters: Vec<RaciLetter>,
    /// Where they come from.
    pub origin: CellOrigin,
}

/// Where the letters of a cell come from.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export_to = "contract.ts")]
pub enum CellOrigin {
    /// A person put them there.
    Set,
    /// They follow from what the handoff or step says; nobody has set a letter in its row.
    Derived,
}

/// One role, read down its column (domain.md 5.1).
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export_to = "contract.ts")]
pub struct RoleReading {
    /// Which role.
    pub role: RoleId,
    /// How many rows each letter of the scheme stands in.
    pub counts: Vec<(RaciLetter, u32)>,
    /// What that says: overload, a role without a part, a role in everything.
    pub notes: Vec<String>,
}
