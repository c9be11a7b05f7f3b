//! `.baton` files whose digests are right and whose content is not: what somebody makes who has
//! read how the file is written. The digests are against accidents; the rules of a document are
//! against these.

use super::{Case, Made, fixture, nasty, spoil};
use crate::dice::Dice;
use rusqlite::{Connection, params};
use serde_json::Value;
use sha2::{Digest, Sha256};

type Sum = [u8; 32];

fn digest(parts: &[&[u8]]) -> Sum {
    let mut hash = Sha256::new();
    for part in parts {
        hash.update((part.len() as u64).to_le_bytes());
        hash.update(part);
    }
    hash.finalize().into()
}

fn plus(sum: &mut Sum, more: Sum) {
    sum.iter_mut().zip(more).for_each(|(byte, more)| *byte ^= more);
}

/// Something that is done with the rows before they are sealed anew.
type Forgery = Box<dyn Fn(&Connection)>;

pub fn cases(seeded: usize) -> Vec<Made> {
    let mut all: Vec<Made> = Vec::new();
    for (number, (name, forgery)) in named().into_iter().enumerate() {
        all.push(Box::new(move || {
            Case::baton(format!("forged: {name}"), forged(&forgery), number)
        }));
    }
    for number in 0..seeded {
        all.push(Box::new(move || {
            let mut dice = Dice::new(5_000 + number as u64);
            let spoils = 1 + dice.below(3);
            let forgery: Forgery = Box::new(move |conn| {
                let mut dice = Dice::new(9_000 + number as u64);
                (0..spoils).for_each(|_| spoil_a_body(conn, &mut dice));
            });
            Case::baton(format!("forged {number}"), forged(&forgery), number)
        }));
    }
    all
}

fn named() -> Vec<(&'static str, Forgery)> {
    let sql = |name: &'static str, sql: &'static str| -> (&'static str, Forgery) {
        (name, Box::new(move |conn| conn.execute_batch(sql).unwrap()))
    };
    let body = |name: &'static str, kind: &'static str, body: fn() -> String| {
        let forgery: Forgery = Box::new(move |conn| {
            conn.execute("UPDATE record SET body = ?1 WHERE kind = ?2", params![body(), kind])
                .unwrap();
        });
        (name, forgery)
    };
    let field =
        |name: &'static str, kind: &'static str, path: &'static str, value: &'static str| {
            let forgery: Forgery = Box::new(move |conn| {
                conn.execute(
                    "UPDATE record SET body = json_set(body, ?1, json(?2)) WHERE kind = ?3",
                    params![path, value, kind],
                )
                .unwrap();
            });
            (name, forgery)
        };
    vec![
        body("deep body", "step", || "[".repeat(100_000)),
        body("deep object", "engagement", || "{\"a\":".repeat(50_000)),
        body("not JSON", "team", || "NaN".into()),
        body("empty body", "lane", String::new),
        body("long body", "state", || format!("\"{}\"", "x".repeat(5_000_000))),
        body("huge number", "connector", || "1e999999".into()),
        sql("no engagement", "DELETE FROM record WHERE kind = 'engagement'"),
        sql("no record at all", "DELETE FROM record"),
        sql("no lanes", "DELETE FROM record WHERE kind = 'lane'"),
        sql("unknown kind", "UPDATE record SET kind = 'gadget' WHERE kind = 'step'"),
        sql("another id", "UPDATE record SET id = id + 1000 WHERE kind = 'step'"),
        sql(
            "the highest id",
            "UPDATE record SET id = 9223372036854775807, body = json_set(body, '$.id', 9223372036854775807) WHERE id = (SELECT max(id) FROM record WHERE kind = 'painPoint')",
        ),
        sql("no number left", "UPDATE meta SET next_id = 9223372036854775807"),
        sql("no handoff number left", "UPDATE meta SET next_handoff_number = 4294967295"),
        sql("numbers used again", "UPDATE meta SET next_id = 1, next_handoff_number = 0"),
        field("a connector to itself", "connector", "$.to", "10"),
        field("a connector to a lane", "connector", "$.to", "5"),
        field("a connector to nothing", "connector", "$.from", "4000"),
        field("a step in no lane", "step", "$.lane", "4000"),
        field("a step in a step", "step", "$.lane", "10"),
        field("a far place", "step", "$.place", r#"{"x":2147483647,"y":2147483647}"#),
        field("a place before all", "step", "$.place", r#"{"x":-2147483648,"y":-2147483648}"#),
        field("all at one place", "step", "$.place", r#"{"x":0,"y":0}"#),
        field("a long time", "step", "$.processTime.usual", "2147483647"),
        field("a time before", "step", "$.processTime.usual", "-2147483648"),
        field("a long wait", "connector", "$.wait.usual", "2147483647"),
        field("best above usual", "connector", "$.wait.best", "2147483646"),
        field("65,535 people", "step", "$.people", "65535"),
        field("a lane of no height", "lane", "$.height", "0"),
        field("a lane of all heights", "lane", "$.height", "65535"),
        field("one order for all lanes", "lane", "$.order", "65535"),
        field("a stage without end", "stage", "$.until", "2147483647"),
        field("a handoff of no connector", "handoff", "$.connector", "10"),
        field("the last number", "handoff", "$.number", "4294967295"),
        field("no such zone", "calendar", "$.timeZone", r#""Mars/Olympus""#),
        field("a path as zone", "calendar", "$.timeZone", r#""../../etc/passwd""#),
        field(
            "a backward window",
            "calendar",
            "$.windows",
            r#"[{"weekday":0,"from":900,"to":10}]"#,
        ),
        field(
            "a day of 65,535 minutes",
            "calendar",
            "$.windows",
            r#"[{"weekday":6,"from":0,"to":65535}]"#,
        ),
        field("weekday 255", "calendar", "$.windows", r#"[{"weekday":255,"from":0,"to":10}]"#),
        field("a calendar without hours", "calendar", "$.windows", "[]"),
        field(
            "no such day",
            "calendar",
            "$.specialDays",
            r#"[{"date":"02-30","name":"x","windows":[]}]"#,
        ),
        field("a logo that is none", "picture", "$.png", r#""AAAA""#),
        field("a logo that is no base64", "picture", "$.png", r#""<svg onload=x>""#),
        field("an unknown field", "team", "$.gadget", "true"),
        field("a control character", "step", "$.name", r#""a\u0000b\u001b[2J""#),
        field("marks of direction", "step", "$.name", r#""\u202e\u2066fdp.exe""#),
        sql(
            "a name of a megabyte",
            "UPDATE record SET body = json_set(body, '$.name', hex(zeroblob(500000))) WHERE kind = 'step'",
        ),
        (
            "a map of 60,000 pain points",
            Box::new(|conn| {
                copies(conn, "painPoint", 60_000);
            }),
        ),
        (
            "20,000 steps on each other",
            Box::new(|conn| {
                copies(conn, "step", 20_000);
            }),
        ),
        (
            "20,000 engagements",
            Box::new(|conn| {
                copies(conn, "engagement", 20_000);
            }),
        ),
    ]
}

fn copies(conn: &Connection, kind: &str, count: i64) {
    conn.execute(
        "WITH RECURSIVE n(i) AS (SELECT 100000 UNION ALL SELECT i + 1 FROM n WHERE i < 100000 + ?2)
         INSERT INTO record SELECT i, kind, json_set(body, '$.id', i), x''
         FROM n, (SELECT kind, body FROM record WHERE kind = ?1 LIMIT 1)",
        params![kind, count],
    )
    .unwrap();
    conn.execute("UPDATE meta SET next_id = 1000000", []).unwrap();
}

fn spoil_a_body(conn: &Connection, dice: &mut Dice) {
    let (id, body): (i64, String) = conn
        .query_row(
            "SELECT id, body FROM record ORDER BY id LIMIT 1 OFFSET ?1 % (SELECT count(*) FROM record)",
            [dice.below(1000) as i64],
            |row| Ok((row.get(0)?, row.get(1)?)),
        )
        .unwrap();
    let Ok(mut value) = serde_json::from_str::<Value>(&body) else { return };
    match value.as_object_mut().filter(|_| dice.chance(70)) {
        // Most often one field, so that more of them come past the first door.
        Some(fields) => {
            let key = fields.keys().nth(dice.below(fields.len())).unwrap().clone();
            let there = fields.get_mut(&key).unwrap();
            match there {
                Value::Number(_) if dice.chance(80) => *there = number(dice),
                Value::String(_) if dice.chance(60) => *there = text(dice),
                Value::Object(_) | Value::Array(_) if dice.chance(80) => spoil(there, dice),
                _ => *there = nasty(dice),
            }
        }
        None => spoil(&mut value, dice),
    }
    conn.execute("UPDATE record SET body = ?1 WHERE id = ?2", params![value.to_string(), id])
        .unwrap();
}

fn number(dice: &mut Dice) -> Value {
    let numbers: [i64; 14] = [
        0,
        1,
        -1,
        2,
        7,
        10,
        255,
        65_535,
        100_000,
        5_270_400,
        2_147_483_647,
        -2_147_483_648,
        4_294_967_295,
        1 << 53,
    ];
    dice.pick(&numbers).unwrap().into()
}

fn text(dice: &mut Dice) -> Value {
    loop {
        let value = nasty(dice);
        if value.is_string() {
            return value;
        }
    }
}

/// The fixture with this forgery, and every digest as it should be.
fn forged(forgery: &Forgery) -> Vec<u8> {
    let folder = crate::folder_in_memory().unwrap();
    let path = folder.path().join("work.baton");
    std::fs::write(&path, fixture("format-1.baton")).unwrap();
    let conn = Connection::open(&path).unwrap();
    conn.execute_batch("BEGIN").unwrap();
    forgery(&conn);
    seal(&conn);
    conn.execute_batch("COMMIT").unwrap();
    conn.close().unwrap();
    std::fs::read(&path).unwrap()
}

/// Seals records and summary anew. History is left as it is.
fn seal(conn: &Connection) {
    let mut content = Sum::default();
    let mut statement = conn.prepare("SELECT id, kind, body FROM record").unwrap();
    let rows: Vec<(i64, String, String)> = statement
        .query_map([], |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?)))
        .unwrap()
        .map(Result::unwrap)
        .collect();
    for (id, kind, body) in rows {
        let sum = digest(&[b"record", &id.to_le_bytes(), kind.as_bytes(), body.as_bytes()]);
        plus(&mut content, sum);
        conn.prepare_cached("UPDATE record SET digest = ?1 WHERE id = ?2")
            .unwrap()
            .execute(params![sum.as_slice(), id])
            .unwrap();
    }
    conn.execute("UPDATE meta SET content = ?1", [content.as_slice()]).unwrap();
    let sealed: Vec<u8> = conn
        .query_row(
            "SELECT document, revision, mark, cursor, edits, head, content, versions, next_id,
             next_handoff_number FROM meta",
            [],
            |row| {
                let bytes = |at: usize| row.get::<_, Vec<u8>>(at);
                let number = |at: usize| row.get::<_, i64>(at).map(i64::to_le_bytes);
                let handoff = (row.get::<_, i64>(9)? as u32).to_le_bytes();
                Ok(digest(&[
                    b"meta",
                    &bytes(0)?,
                    &number(1)?,
                    &bytes(2)?,
                    &number(3)?,
                    &number(4)?,
                    &bytes(5)?,
                    &bytes(6)?,
                    &bytes(7)?,
                    &number(8)?,
                    &handoff,
                ])
                .to_vec())
            },
        )
        .unwrap();
    conn.execute("UPDATE meta SET seal = ?1", [sealed]).unwrap();
}
