//! Processes in JSON, maps in text and tables of measured times that are wrong, by mistake or by
//! intent.

use super::{Case, Made, fixture, spoil};
use crate::dice::Dice;
use serde_json::Value;

pub fn cases(seeded: usize) -> Vec<Made> {
    let mut all: Vec<Made> = Vec::new();
    for (name, bytes) in json() {
        all.push(Box::new(move || Case::import(format!("json: {name}"), "in.json", bytes())));
    }
    for (name, bytes) in maps() {
        all.push(Box::new(move || Case::import(format!("map: {name}"), "in.txt", bytes())));
    }
    for (name, bytes) in tables() {
        all.push(Box::new(move || table(format!("table: {name}"), bytes())));
    }
    for number in 0..seeded {
        all.push(match number % 5 {
            0 => Box::new(move || mutated_map(number)),
            1 => Box::new(move || mutated_table(number)),
            _ => Box::new(move || spoiled(number)),
        });
    }
    all
}

fn table(name: String, bytes: Vec<u8>) -> Case {
    let files = vec![("work.baton".into(), fixture("format-1.baton")), ("in.csv".into(), bytes)];
    Case::new(name, files, &["attainment", "work.baton", "--csv", "in.csv"])
}

type Text = (&'static str, fn() -> Vec<u8>);

fn sample() -> String {
    String::from_utf8(fixture("lead-to-customer.current.json")).unwrap()
}

fn utf16(text: &str, big: bool) -> Vec<u8> {
    let one = |unit: u16| if big { unit.to_be_bytes() } else { unit.to_le_bytes() };
    std::iter::once(0xfeff).chain(text.encode_utf16()).flat_map(one).collect()
}

fn json() -> Vec<Text> {
    vec![
        ("nothing", Vec::new),
        ("a null", || b"null".to_vec()),
        ("a number", || b"1e400".to_vec()),
        ("a negative zero", || b"-0".to_vec()),
        ("an array", || b"[]".to_vec()),
        ("an empty object", || b"{}".to_vec()),
        ("deep arrays", || "[".repeat(2_000_000).into_bytes()),
        ("deep objects", || "{\"steps\":".repeat(500_000).into_bytes()),
        ("deep inside", || {
            sample().replacen("\"id\":\"A01\"", &format!("\"id\":{}", "[".repeat(400)), 1).into()
        }),
        ("NaN", || sample().replacen(":6", ":NaN", 1).into()),
        ("Infinity", || sample().replacen(":6", ":Infinity", 1).into()),
        ("1e999", || sample().replacen("\"pt\":6", "\"pt\":1e999", 1).into()),
        ("a number of a million digits", || {
            sample().replacen("\"pt\":6", &format!("\"pt\":{}", "9".repeat(1_000_000)), 1).into()
        }),
        ("minus a number", || sample().replacen("\"pt\":6", "\"pt\":-6", 1).into()),
        ("the largest number", || {
            sample().replacen("\"pt\":6", "\"pt\":18446744073709551615", 1).into()
        }),
        ("a field twice", || {
            sample().replacen("{\"process\"", "{\"process\":1,\"process\"", 1).into()
        }),
        ("no UTF-8", || {
            let mut bytes = sample().into_bytes();
            bytes[200] = 0xff;
            bytes
        }),
        ("half a character", || {
            let mut bytes = sample().into_bytes();
            bytes.truncate(300);
            bytes.push(0xe2);
            bytes
        }),
        ("overlong UTF-8", || b"{\"process\":\"\xc0\xaf\"}".to_vec()),
        ("a lone surrogate", || b"{\"process\":\"\\ud800\"}".to_vec()),
        ("with a byte order mark", || format!("\u{feff}{}", sample()).into()),
        ("two byte order marks", || format!("\u{feff}\u{feff}{}", sample()).into()),
        ("UTF-16, little end first", || utf16(&sample(), false)),
        ("UTF-16, big end first", || utf16(&sample(), true)),
        ("UTF-32", || sample().chars().flat_map(|c| (c as u32).to_le_bytes()).collect()),
        ("NULs", || vec![0; 100_000]),
        ("a NUL in a name", || sample().replacen("Capture", "Cap\\u0000ture", 1).into()),
        ("a raw NUL", || sample().replacen("Capture", "Cap\0ture", 1).into()),
        ("an escape in a name", || sample().replacen("Capture", "\\u001b[2JCapture", 1).into()),
        ("marks of direction", || sample().replacen("Capture", "\u{202e}Capture", 1).into()),
        ("a name of a megabyte", || sample().replacen("Capture", &"x".repeat(1_000_000), 1).into()),
        ("a name of marks", || {
            sample().replacen("Capture", &format!("a{}", "\u{301}".repeat(3_000)), 1).into()
        }),
        ("64 MB and a byte", || {
            let mut bytes = vec![b' '; 64 * 1024 * 1024 + 1];
            bytes[0] = b'{';
            bytes
        }),
        ("64 MB of numbers", || {
            let mut bytes = b"{\"process\":[1".to_vec();
            bytes.extend(b",1".repeat(32_000_000));
            bytes
        }),
        ("30 MB of blanks", || vec![b' '; 30_000_000]),
        ("a JPEG", || b"\xff\xd8\xff\xe0\0\x10JFIF\0\x01".repeat(400)),
        ("a ZIP", || b"PK\x03\x04".repeat(400)),
        ("another SQLite file", || fixture("format-1.baton")),
        ("XML with entities", || {
            b"<!DOCTYPE l [<!ENTITY a 'aaaa'><!ENTITY b '&a;&a;'>]><l>&b;</l>".to_vec()
        }),
        ("__proto__", || sample().replacen("{", "{\"__proto__\":{\"x\":1},", 1).into()),
        ("100,000 steps", || many("steps", 100_000)),
        ("100,000 connectors", || many("connectors", 100_000)),
        ("a comment", || format!("// hello\n{}", sample()).into()),
        ("a comma too many", || sample().replacen("]", ",]", 1).into()),
        ("more behind the end", || format!("{}{{}}", sample()).into()),
    ]
}

/// The sample with a list that has one of its items again and again, each with an id of its own.
fn many(list: &str, count: usize) -> Vec<u8> {
    let mut value: Value = serde_json::from_str(&sample()).unwrap();
    let items = value[list].as_array_mut().unwrap();
    let first = items[0].clone();
    for number in 0..count {
        let mut item = first.clone();
        item["id"] = format!("x{number}").into();
        items.push(item);
    }
    value.to_string().into_bytes()
}

fn map_text() -> String {
    String::from_utf8(fixture("capture/lead-to-customer.txt")).unwrap()
}

fn maps() -> Vec<Text> {
    vec![
        ("nothing", Vec::new),
        ("blank lines", || b"\n".repeat(200_000)),
        ("one line of a megabyte", || vec![b'x'; 1_000_000]),
        ("a team of a megabyte", || format!("team {}", "x".repeat(1_000_000)).into()),
        ("200,000 teams", || {
            (0..200_000).flat_map(|n| format!("team T{n}\n").into_bytes()).collect()
        }),
        ("50,000 steps", || {
            let steps = (0..50_000).map(|n| format!("  Step {n}\n"));
            format!("team A\n{}", steps.collect::<String>()).into()
        }),
        ("arrows only", || "->".repeat(100_000).into()),
        ("quotes only", || "\"“”".repeat(50_000).into()),
        ("brackets only", || "team A\n  Step ((((((((((((((((((((([[[[[[[[[{{{{{{{{{".into()),
        ("a time beyond all", || "team A\n  Step, 99999999999999999999 d\n".into()),
        ("a negative time", || "team A\n  Step, -5 d\n".into()),
        ("many digits behind the point", || {
            format!("team A\n  Step, 1.{} h\n", "3".repeat(10_000)).into()
        }),
        ("a place beyond all", || "team A\n  Step, at 99999999999 -99999999999\n".into()),
        ("no UTF-8", || b"team \xff\xfe\n".to_vec()),
        ("UTF-16", || utf16(&map_text(), false)),
        ("with a byte order mark", || format!("\u{feff}{}", map_text()).into()),
        ("NULs", || b"team A\0\n  B\0\n".to_vec()),
        ("carriage returns", || map_text().replace('\n', "\r").into()),
        ("marks of direction", || "team \u{202e}A\u{2066}\n  Step\n".into()),
        ("tabs deep", || {
            (0..500).map(|n| format!("{}x\n", "\t".repeat(n))).collect::<String>().into()
        }),
    ]
}

fn tables() -> Vec<Text> {
    fn rows(row: &str, count: usize) -> Vec<u8> {
        format!("handoff,elapsed minutes\n{}", row.repeat(count)).into()
    }
    vec![
        ("nothing", Vec::new),
        ("a head only", || b"handoff,elapsed minutes\n".to_vec()),
        ("a head twice", || b"handoff,handoff,elapsed\nH-07,H-07,1\n".to_vec()),
        ("no column", || b"\n\n\n".to_vec()),
        ("an open quote", || b"handoff,elapsed\n\"H-07,1\n".to_vec()),
        ("quotes in quotes", || b"handoff,elapsed\n\"H\"\"-07\",\"1\"\"\"\n".to_vec()),
        ("NaN", || rows("H-07,NaN\n", 1)),
        ("inf", || rows("H-07,inf\n", 1)),
        ("1e308", || rows("H-07,1e308\n", 1)),
        ("minus zero", || rows("H-07,-0\n", 1)),
        ("minus one", || rows("H-07,-1\n", 1)),
        ("a formula", || rows("=cmd|'/C calc'!A0,1\n", 1)),
        ("no such handoff", || rows("H-99,1\n", 1)),
        ("a number beyond all", || rows("99999999999999999999,1\n", 1)),
        ("an escape", || rows("\u{1b}[2J,1\n", 1)),
        ("a line in a cell", || rows("\"H-07\nH-08\",1\n", 1)),
        ("300,000 rows", || rows("H-07,1\n", 300_000)),
        ("a cell of a megabyte", || rows(&format!("{},1\n", "x".repeat(1_000_000)), 1)),
        ("a million columns", || {
            format!("{}\n{}\n", "a,".repeat(1_000_000), "1,".repeat(1_000_000)).into()
        }),
        ("no UTF-8", || b"handoff,elapsed\n\xff,1\n".to_vec()),
        ("UTF-16", || utf16("handoff,elapsed\nH-07,1\n", false)),
        ("NULs", || vec![0; 4_096]),
        ("17 MB", || vec![b'a'; 17 * 1024 * 1024]),
        ("a time before all time", || {
            b"handoff,released,completed\nH-07,0000-01-01T00:00,9999-12-31T23:59\n".to_vec()
        }),
        ("no such time", || {
            b"handoff,released,completed\nH-07,2026-02-30T25:61,2026-13-01\n".to_vec()
        }),
        ("backwards", || {
            b"handoff,released,completed\nH-07,2026-05-22T10:00,2026-05-01T10:00\n".to_vec()
        }),
    ]
}

fn spoiled(number: usize) -> Case {
    let mut dice = Dice::new(20_000 + number as u64);
    let files = [
        "lead-to-customer.current.json",
        "ed-to-ward.future.json",
        "lead-to-customer.agreed-today.json",
    ];
    let bytes = fixture(dice.pick(&files).unwrap());
    let mut value: Value = serde_json::from_slice(&bytes).unwrap();
    (0..1 + dice.below(3)).for_each(|_| spoil(&mut value, &mut dice));
    Case::import(format!("spoiled json {number}"), "in.json", value.to_string())
}

fn mutated_map(number: usize) -> Case {
    let mut dice = Dice::new(30_000 + number as u64);
    let bytes = crate::fuzz::mutated(&[fixture("capture/lead-to-customer.txt")], &mut dice);
    Case::import(format!("mutated map {number}"), "in.txt", bytes)
}

fn mutated_table(number: usize) -> Case {
    let mut dice = Dice::new(40_000 + number as u64);
    let good = b"handoff,released,accepted,completed\nH-07,2026-05-22T10:00,2026-05-22T11:00,2026-05-23T09:00\nH-07,2026-05-25 10:00,,\n";
    let bytes = crate::fuzz::mutated(&[good.to_vec()], &mut dice);
    table(format!("mutated table {number}"), bytes)
}
