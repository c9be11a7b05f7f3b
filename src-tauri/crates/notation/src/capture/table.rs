//! A pasted table: a header in any order, then a step in each row, with tabs or bars between the
//! cells. A wait, its cause and what passes are of the way that leads into the step of the row.

use super::header::{Column, blank, column};
use super::leg::{TeamSaid, team};
use super::line::Capturing;
use crate::error::{Error, Problem};
use crate::lex::{Arrow, Part};
use crate::named::Named;
use crate::words::quoted;
use model::*;

/// A table by its columns.
pub(super) struct Table<'a> {
    columns: Vec<(Column, Option<&'static str>)>,
    rows: Vec<Vec<Part<'a>>>,
}

impl<'a> Table<'a> {
    /// The table that lines are, if the first one is its header.
    ///
    /// # Errors
    /// A column that is not known, or a row with more cells than the header.
    pub fn of(lines: &[Part<'a>]) -> Result<Option<Table<'a>>, Error> {
        let Some((header, rows)) = lines.split_first() else { return Ok(None) };
        let header = cells(header);
        let known: Vec<_> = header.iter().map(|it| column(it.text)).collect();
        let count = known.iter().flatten().filter(|(it, _)| *it != Column::Nothing).count();
        let step = known.iter().flatten().any(|(it, _)| *it == Column::Step);
        if header.len() < 2 || count < 2 || !step {
            return Ok(None);
        }
        let mut columns = Vec::with_capacity(known.len());
        for (cell, known) in header.iter().zip(known) {
            let name = || crate::duration::short(cell.text);
            columns.push(known.ok_or_else(|| {
                cell.error(Problem::NotAColumn { text: name(), known: crate::capture::columns() })
            })?);
        }
        let mut all = Vec::new();
        for row in rows {
            let cells = cells(row);
            let rule = |it: &Part<'_>| it.text.chars().all(|c| "-: ".contains(c));
            if cells.iter().all(rule) {
                continue;
            }
            if let Some(extra) = cells.get(columns.len()).filter(|it| !it.text.is_empty()) {
                return Err(extra.error(Problem::Cells(cells.len(), columns.len())));
            }
            all.push(cells);
        }
        Ok(Some(Table { columns, rows: all }))
    }
}

/// The cells of a line: between tabs, or between bars.
fn cells<'a>(line: &Part<'a>) -> Vec<Part<'a>> {
    let trimmed = |text: &'a str| {
        let part = line.from(text.trim_start());
        Part { text: part.text.trim_end(), ..part }
    };
    if line.text.contains('\t') {
        return line.text.split('\t').map(trimmed).collect();
    }
    let inside = line.text.trim();
    let inside = inside.strip_prefix('|').unwrap_or(inside);
    inside.strip_suffix('|').unwrap_or(inside).split('|').map(trimmed).collect()
}

/// A row that has been taken up.
struct Row<'r, 'a> {
    step: StepId,
    cells: &'r [Part<'a>],
    /// The ways that it draws, or in a table without `next` the one into it.
    drawn: Vec<ConnectorId>,
}

impl Capturing<'_> {
    pub fn table(&mut self, table: &Table<'_>) -> Result<(), Error> {
        let mut rows = Vec::with_capacity(table.rows.len());
        for cells in &table.rows {
            let step = self.row(table, cells)?;
            rows.push(Row { step, cells, drawn: Vec::new() });
        }
        let last = self.last;
        let points = table.columns.iter().any(|(it, _)| *it == Column::Next);
        let mut before = None;
        for row in &mut rows {
            if points {
                self.next(table, row)?;
            } else if let (Some(from), Some(head)) = (before.replace(row.step), row.cells.first()) {
                row.drawn.push(self.way(from, row.step, Arrow::Forward, head)?);
            }
        }
        for (at, row) in rows.iter().enumerate() {
            self.ways_of(table, row)?;
            // Without a column that says where a step leads, the way out is the way into the next.
            let out = if points { Some(row) } else { rows.get(at + 1) };
            self.ways_out(table, row, out.map_or(&[], |it| it.drawn.as_slice()))?;
        }
        self.last = last;
        self.team = last.and_then(|it| self.work.team_of(it));
        Ok(())
    }

    /// The step of a row and what is said of it. An empty team is the one above.
    fn row(&mut self, table: &Table<'_>, cells: &[Part<'_>]) -> Result<StepId, Error> {
        let of = |column| said(table, cells, column).next();
        let team = match of(Column::Team) {
            Some((name, _)) => {
                let name = Part { text: name.text.trim_end_matches(':'), ..name };
                Some(self.team_said(&TeamSaid { whole: true, ..team(name)? })?)
            }
            None => None,
        };
        self.team = team.or(self.team);
        let Some((head, _)) = of(Column::Step) else {
            let first = cells.first().map_or_else(nowhere, |it| Part { text: "", ..*it });
            return Err(first.error(Problem::Missing(Named::StepName)));
        };
        let step = self.step(&head, team, false)?;
        self.last = Some(step);
        for ((column, unit), cell) in table.columns.iter().zip(cells) {
            let phrase = column.of_step(cell.text, *unit);
            if let Some(phrase) = phrase.filter(|_| !is_blank(cell)) {
                let number = phrase.starts_with(|c: char| c.is_ascii_digit());
                if *column == Column::ProcessTime && !number {
                    return Err(cell.error(Problem::NotATime(crate::duration::short(cell.text))));
                }
                self.tell(step, None, &phrase, cell)?;
            }
        }
        Ok(step)
    }

    /// The ways that a row draws to the steps it names as next.
    fn next(&mut self, table: &Table<'_>, row: &mut Row<'_, '_>) -> Result<(), Error> {
        self.team = self.work.team_of(row.step);
        for (cell, _) in said(table, row.cells, Column::Next) {
            for name in cell.text.split(';').map(str::trim).filter(|it| !it.is_empty()) {
                let name = cell.from(name);
                let coded = match self.work.steps_coded(name.text) {
                    [one] => Some(*one),
                    _ => None,
                };
                let to = coded.map_or_else(|| self.step_there(&name), Ok)?;
                row.drawn.push(self.way(row.step, to, Arrow::Forward, &name)?);
            }
        }
        Ok(())
    }

    /// What a row says of the ways it draws, and of those that lead into its step.
    fn ways_of(&mut self, table: &Table<'_>, row: &Row<'_, '_>) -> Result<(), Error> {
        for ((column, unit), cell) in table.columns.iter().zip(row.cells) {
            if is_blank(cell) {
                continue;
            }
            if let Some(phrase) = column.of_way(cell.text) {
                for way in &row.drawn {
                    self.tell_way(*way, &phrase, cell)?;
                }
                continue;
            }
            let Some((phrase, what)) = column.of_way_into(cell.text, *unit) else { continue };
            let into = self.work.ways_into(row.step).to_vec();
            let nothing = phrase.starts_with("waits 0");
            if into.is_empty() && !nothing {
                return Err(cell.error(Problem::NoWayInto(what)));
            }
            for way in into {
                let back = self.work.connector(way).map(|it| it.flow);
                if back != Some(ConnectorKind::Rework) {
                    self.tell_way(way, &phrase, cell)?;
                }
            }
        }
        Ok(())
    }

    /// What a row says of the ways out of its step.
    fn ways_out(
        &mut self,
        table: &Table<'_>,
        row: &Row<'_, '_>,
        ways: &[ConnectorId],
    ) -> Result<(), Error> {
        for ((column, unit), cell) in table.columns.iter().zip(row.cells) {
            let Some(parts) = column.of_ways_out(cell.text, *unit).filter(|_| !is_blank(cell))
            else {
                continue;
            };
            let phrases = match parts.as_slice() {
                [one] if !ways.is_empty() => vec![one.clone(); ways.len()],
                _ => parts,
            };
            if phrases.len() > ways.len() {
                return Err(cell.error(Problem::NoWayOut { said: phrases.len(), ways: ways.len() }));
            }
            for (way, phrase) in ways.iter().zip(phrases) {
                if let Some(phrase) = phrase {
                    self.tell_way(*way, &phrase, cell)?;
                }
            }
        }
        Ok(())
    }

    fn tell_way(&mut self, way: ConnectorId, phrase: &str, cell: &Part<'_>) -> Result<(), Error> {
        let to = self.work.connector(way).map(|it| it.to);
        to.map_or(Ok(()), |step| self.tell(step, Some(way), phrase, cell))
    }

    /// Says a phrase; what is wrong with it is wrong with its cell.
    fn tell(
        &mut self,
        step: StepId,
        way: Option<ConnectorId>,
        phrase: &str,
        cell: &Part<'_>,
    ) -> Result<(), Error> {
        let part = Part { text: phrase, spot: cell.spot };
        let here = |error: Error| cell.error(error.problem);
        self.say(step, way, &[part]).map_err(here)
    }
}

/// The cells of a column that say something.
fn said<'r, 'a>(
    table: &'r Table<'_>,
    cells: &'r [Part<'a>],
    column: Column,
) -> impl Iterator<Item = (Part<'a>, Option<&'static str>)> + 'r {
    let all = table.columns.iter().zip(cells);
    all.filter(move |((it, _), cell)| *it == column && !is_blank(cell))
        .map(|((_, unit), cell)| (*cell, *unit))
}

fn is_blank(cell: &Part<'_>) -> bool {
    blank(cell.text)
}

fn nowhere<'a>() -> Part<'a> {
    Part { text: "", spot: crate::error::Spot { line: 1, column: 1 } }
}

/// A text cell as a phrase.
pub(super) fn phrase(word: &str, text: &str) -> String {
    format!("{word} {}", quoted(text))
}
