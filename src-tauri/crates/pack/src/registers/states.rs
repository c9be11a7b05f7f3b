//! The registers of several states as one: what is of a state has its name in the first column, and
//! what is of all of them is there once.

use super::case::Case;
use super::value::{Kind, Value};
use super::{About, Column, Register};

/// Registers of the engagement; the others are of a state, or say what of them a state uses.
const OF_ALL_STATES: [&str; 13] = [
    "slaPauses",
    "slaEscalations",
    "templateFields",
    "painPoints",
    "ideas",
    "decisions",
    "questions",
    "assumptions",
    "parked",
    "notes",
    "actions",
    "calendars",
    "calendarDays",
];

/// The registers of some states. One state needs no name in its rows.
pub(super) fn together(cases: &[Case], of: fn(&Case) -> Vec<Register>) -> Vec<Register> {
    let [first, others @ ..] = cases else { return Vec::new() };
    let mut all = of(first);
    if others.is_empty() {
        return all;
    }
    let is_named = |it: &&mut Register| !OF_ALL_STATES.contains(&it.key);
    all.iter_mut().filter(is_named).for_each(|it| name(first, it));
    for case in others {
        for (register, mut more) in all.iter_mut().zip(of(case)) {
            if !OF_ALL_STATES.contains(&register.key) {
                name(case, &mut more);
                append(register, more);
            }
        }
    }
    all
}

/// Says in each row which state it is of.
fn name(case: &Case, register: &mut Register) {
    let title = case.words.word("column", "state").to_owned();
    register.columns.insert(0, Column { key: "state".to_owned(), title, kind: Kind::Text });
    let state = Value::text(case.state_name(case.state));
    register.rows.iter_mut().for_each(|row| row.insert(0, state.clone()));
}

/// Puts rows below others. A matrix has a column for each role that has a part in it, so a column
/// that only one of the two has comes behind the one that it is behind there.
fn append(register: &mut Register, more: Register) {
    let mut behind = 0;
    for column in &more.columns {
        let known = register.columns.iter().position(|it| it.key == column.key);
        let at = known.unwrap_or(behind);
        if known.is_none() {
            register.columns.insert(at, column.clone());
            register.rows.iter_mut().for_each(|row| row.insert(at, Value::Empty));
        }
        behind = at + 1;
    }
    for cells in more.rows {
        let mut row = vec![Value::Empty; register.columns.len()];
        for (column, cell) in more.columns.iter().zip(cells) {
            let columns = register.columns.iter();
            let place = columns.zip(&mut row).find(|(it, _)| it.key == column.key);
            if let Some((_, place)) = place {
                *place = cell;
            }
        }
        register.rows.push(row);
    }
}

/// Names every state, and every process where they are of several, on the first sheet.
pub(super) fn name_all(about: &mut About, cases: &[Case]) {
    let states: Vec<String> = cases.iter().map(|it| it.state_name(it.state)).collect();
    let mut processes: Vec<&str> = Vec::new();
    for case in cases {
        let name = case.document.process(case.state.process).map_or("", |it| it.name.as_str());
        if !processes.contains(&name) {
            processes.push(name);
        }
    }
    for (code, _, value) in &mut about.lines {
        match *code {
            "state" if states.len() > 1 => *value = Value::list(&states),
            "process" if processes.len() > 1 => *value = Value::list(&processes),
            _ => {}
        }
    }
}
