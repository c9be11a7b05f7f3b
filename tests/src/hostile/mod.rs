//! Hostile files, names and arguments for the command line: made of the fixtures by seeded chance,
//! the same in every run. The first of a case's files is the one it looks at.

// What cannot be made of the fixtures is a fault of these tests.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

mod arguments;
mod database;
mod forged;
mod texts;

use crate::dice::Dice;
use serde_json::Value;
use std::ffi::OsString;
use std::path::Path;

/// One way to call the command line in a folder of its own.
pub struct Case {
    /// What it is, for a person.
    pub name: String,
    /// Files to be there, by name.
    pub files: Vec<(OsString, Vec<u8>)>,
    /// The arguments; files are named as they lie in the folder.
    pub arguments: Vec<OsString>,
}

impl Case {
    fn new(name: impl Into<String>, files: Vec<(OsString, Vec<u8>)>, arguments: &[&str]) -> Case {
        Case { name: name.into(), files, arguments: arguments.iter().map(Into::into).collect() }
    }

    /// A file that is imported.
    fn import(name: impl Into<String>, file: &str, bytes: impl Into<Vec<u8>>) -> Case {
        let files = vec![(file.into(), bytes.into())];
        Case::new(name, files, &["import", file, "--out", "out.baton"])
    }

    /// A `.baton` file that something is done with; what, goes by the number.
    fn baton(name: impl Into<String>, bytes: Vec<u8>, number: usize) -> Case {
        const DONE: &[&str] = &[
            "show work.baton",
            "check work.baton --json",
            "analyse work.baton --json",
            "export work.baton --out out --formats svg,csv,json,markdown",
            "agreement work.baton",
            "simulate work.baton --cases 20 --runs 2",
            "compare work.baton --from current --to current",
            "export work.baton --out out --formats pdf",
            "check work.baton --language de",
            "due work.baton --handoff 7 --from 2026-05-22T15:30",
            "export work.baton --out out --formats html,docx,xlsx",
            "analyse work.baton",
            "export work.baton --out out --formats png",
        ];
        let line = DONE[number % DONE.len()];
        let mut case = Case::new(name, vec![("work.baton".into(), bytes)], &[]);
        case.arguments = line.split(' ').map(Into::into).collect();
        case
    }
}

/// A case that is made when it is its turn: some are large.
pub type Made = Box<dyn Fn() -> Case>;

/// So many cases, spread evenly over all kinds; all kinds have more than 600 together.
pub fn cases(count: usize) -> Vec<Made> {
    let mut all = Vec::new();
    all.extend(database::cases());
    all.extend(forged::cases(200.max(count / 3)));
    all.extend(texts::cases(150.max(count / 4)));
    all.extend(arguments::cases());
    let there = all.len();
    let mut number = 0;
    all.retain(|_| {
        number += 1;
        number * count / there != (number - 1) * count / there || count >= there
    });
    all
}

fn fixture(name: &str) -> Vec<u8> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("fixtures");
    std::fs::read(folder.join(name)).unwrap()
}

/// Values that a reader may not have thought of.
fn nasty(dice: &mut Dice) -> Value {
    match dice.below(26) {
        0 => Value::Null,
        1 => Value::Bool(true),
        2 => 0.into(),
        3 => (-1).into(),
        4 => i32::MAX.into(),
        5 => i32::MIN.into(),
        6 => i64::MAX.into(),
        7 => i64::MIN.into(),
        8 => u64::MAX.into(),
        9 => u32::MAX.into(),
        10 => serde_json::json!(1e308),
        11 => serde_json::json!(0.1),
        12 => "".into(),
        13 => "x".repeat(20_000).into(),
        14 => "\u{202e}\u{2066}gnp.exe".into(),
        15 => "a\0b\nc\u{1b}[31m".into(),
        16 => "<img src=x onerror=alert(1)>".into(),
        17 => "=cmd|' /C calc'!A0".into(),
        18 => "NaN".into(),
        19 => Value::Array(vec![]),
        20 => serde_json::json!({}),
        21 => (0..80).fold(Value::Null, |inside, _| Value::Array(vec![inside])),
        22 => (1 + dice.below(26)).into(),
        23 => "9999-99-99".into(),
        24 => Value::Array((0..2_000).map(Value::from).collect()),
        _ => 65_535.into(),
    }
}

/// Puts something nasty at a random place of a value, or drops or doubles what is there.
fn spoil(value: &mut Value, dice: &mut Dice) {
    let deeper = dice.chance(85);
    match value {
        Value::Object(map) if deeper && !map.is_empty() => {
            let key = map.keys().nth(dice.below(map.len())).unwrap().clone();
            if dice.chance(6) {
                map.remove(&key);
            } else {
                spoil(map.get_mut(&key).unwrap(), dice);
            }
        }
        Value::Array(list) if deeper && !list.is_empty() => {
            let at = dice.below(list.len());
            if dice.chance(6) {
                list.push(list[at].clone());
            } else {
                spoil(&mut list[at], dice);
            }
        }
        _ => *value = nasty(dice),
    }
}
