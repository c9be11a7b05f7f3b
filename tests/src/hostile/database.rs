//! `.baton` files that somebody else's SQL, a bad disk or a bad mind has been at.

use super::{Case, Made, fixture};
use crate::dice::Dice;
use rusqlite::Connection;

/// SQL on a good file. Some are refused by SQLite itself, and then leave the file as it was.
const SQL: &[&str] = &[
    "PRAGMA application_id = 0",
    "PRAGMA application_id = 1196444487",
    "PRAGMA user_version = 0",
    "PRAGMA user_version = 2",
    "PRAGMA user_version = 9999",
    "PRAGMA user_version = 10000",
    "PRAGMA user_version = -1",
    "PRAGMA journal_mode = WAL",
    "PRAGMA page_size = 512; VACUUM",
    "PRAGMA page_size = 65536; VACUUM",
    "PRAGMA auto_vacuum = FULL; VACUUM",
    "CREATE TABLE more(x)",
    "CREATE TABLE \"a\nb\u{1b}[31m\"(x)",
    "CREATE VIEW seen AS SELECT * FROM record",
    "CREATE INDEX quick ON record(kind)",
    "CREATE UNIQUE INDEX quick ON record(digest)",
    "CREATE INDEX odd ON record(substr(body, 1, 3))",
    "ALTER TABLE record ADD COLUMN more TEXT",
    "ALTER TABLE record ADD COLUMN more TEXT GENERATED ALWAYS AS (body || body) VIRTUAL",
    "ALTER TABLE record RENAME TO records",
    "ALTER TABLE meta RENAME COLUMN seal TO sealed",
    "CREATE VIRTUAL TABLE words USING fts5(x)",
    "CREATE VIRTUAL TABLE places USING rtree(a, b, c)",
    "CREATE TRIGGER t AFTER UPDATE ON record BEGIN UPDATE record SET body = 'x'; END",
    "CREATE TRIGGER t AFTER INSERT ON edit BEGIN DELETE FROM record; END",
    "CREATE TRIGGER t BEFORE UPDATE ON meta BEGIN SELECT load_extension('x'); END",
    "DROP TABLE record; CREATE VIEW record AS WITH RECURSIVE r(id) AS
       (SELECT 1 UNION ALL SELECT id + 1 FROM r) SELECT id, 'step' AS kind, '{}' AS body, x'' AS digest FROM r",
    "DROP TABLE meta; CREATE TABLE meta(one INTEGER PRIMARY KEY, document BLOB GENERATED ALWAYS AS (zeroblob(1000000000)))",
    "DROP TABLE meta; CREATE TABLE meta(x CHECK (x > (SELECT 1)))",
    "DROP TABLE record",
    "DROP TABLE edit; DROP TABLE version",
    "DELETE FROM meta",
    "DELETE FROM record",
    "DELETE FROM record WHERE kind = 'lane'",
    "UPDATE record SET body = '{}'",
    "UPDATE record SET kind = 'nothing'",
    "UPDATE record SET digest = x''",
    "UPDATE record SET digest = zeroblob(1000000)",
    "UPDATE record SET id = id + 9000000000000000000",
    "UPDATE record SET id = -id",
    "UPDATE record SET body = cast(zeroblob(30000000) AS TEXT) WHERE id = 1",
    "UPDATE meta SET cursor = 9223372036854775807, edits = 9223372036854775807",
    "UPDATE meta SET cursor = -1",
    "UPDATE meta SET revision = -9223372036854775808",
    "UPDATE meta SET document = x''",
    "UPDATE meta SET next_handoff_number = 99999999999",
    "UPDATE meta SET seal = zeroblob(32)",
    "INSERT INTO meta SELECT 2, document, revision, mark, cursor, edits, head, content, versions, next_id, next_handoff_number, seal FROM meta",
    "INSERT INTO version VALUES (1, 'x', 0, 99999, NULL, zeroblob(32))",
    "INSERT INTO version VALUES (9223372036854775807, 'x', 0, NULL, '[', zeroblob(32))",
    "INSERT INTO edit VALUES (1, zeroblob(16), 0, '{}', '[]', zeroblob(32), zeroblob(32))",
    "INSERT INTO edit VALUES (-5, zeroblob(16), 0, '{}', '[]', zeroblob(32), zeroblob(32))",
    "WITH RECURSIVE n(i) AS (SELECT 1000 UNION ALL SELECT i + 1 FROM n WHERE i < 200000)
       INSERT INTO record SELECT i, 'step', '{}', zeroblob(32) FROM n",
    "WITH RECURSIVE n(i) AS (SELECT 1000 UNION ALL SELECT i + 1 FROM n WHERE i < 200000)
       INSERT INTO edit SELECT i, zeroblob(16), 0, '{}', '[]', zeroblob(32), zeroblob(32) FROM n",
    "PRAGMA writable_schema = ON; UPDATE sqlite_schema SET sql = 'CREATE TABLE record(' || hex(zeroblob(50000)) || ' TEXT)' WHERE name = 'record'",
    "PRAGMA writable_schema = ON; UPDATE sqlite_schema SET rootpage = 1",
    "PRAGMA writable_schema = ON; UPDATE sqlite_schema SET rootpage = 999999 WHERE name = 'edit'",
    "PRAGMA writable_schema = ON; UPDATE sqlite_schema SET rootpage = (SELECT rootpage FROM sqlite_schema WHERE name = 'edit')",
    "PRAGMA writable_schema = ON; UPDATE sqlite_schema SET sql = NULL",
    "PRAGMA writable_schema = ON; UPDATE sqlite_schema SET type = 'view'",
    "PRAGMA writable_schema = ON; INSERT INTO sqlite_schema VALUES ('trigger', 't', 'record', 0, 'CREATE TRIGGER t AFTER DELETE ON record BEGIN SELECT 1; END')",
    "PRAGMA writable_schema = ON; INSERT INTO sqlite_schema VALUES ('table', 'sqlite_x', 'sqlite_x', 0, 'CREATE VIRTUAL TABLE sqlite_x USING dbstat')",
    "PRAGMA encoding = 'UTF-16'; VACUUM",
];

/// Numbers for the header: at which byte, how many, and what stands there then.
const HEADER: &[(usize, &[u8])] = &[
    (0, b"SQLite format 4\0"),
    (16, &[0, 0]),
    (16, &[0, 1]),
    (16, &[255, 255]),
    (18, &[2, 2]),
    (18, &[9, 9]),
    (20, &[255]),
    (21, &[0, 0, 0]),
    (24, &[255, 255, 255, 255]),
    (28, &[255, 255, 255, 255]),
    (28, &[0, 0, 0, 0]),
    (28, &[127, 255, 255, 255]),
    (32, &[0, 0, 0, 2]),
    (32, &[255, 255, 255, 255]),
    (36, &[255, 255, 255, 255]),
    (40, &[0, 0, 0, 0]),
    (44, &[0, 0, 0, 9]),
    (48, &[255, 255, 255, 255]),
    (52, &[0, 0, 0, 1]),
    (56, &[0, 0, 0, 3]),
    (60, &[255, 255, 255, 255]),
    (68, &[0, 0, 0, 0]),
    (96, &[255, 255, 255, 255]),
    (100, &[0]),
    (100, &[2]),
    (103, &[255, 255]),
    (105, &[0, 0]),
];

pub fn cases() -> Vec<Made> {
    let mut all: Vec<Made> = Vec::new();
    for (number, sql) in SQL.iter().enumerate() {
        all.push(Box::new(move || Case::baton(format!("sql: {sql}"), altered(sql), number)));
    }
    for (number, (at, bytes)) in HEADER.iter().enumerate() {
        all.push(Box::new(move || {
            let mut file = fixture("format-1.baton");
            file[*at..at + bytes.len()].copy_from_slice(bytes);
            Case::baton(format!("header: {bytes:?} at {at}"), file, number)
        }));
    }
    for number in 0..150 {
        all.push(Box::new(move || damaged(number)));
    }
    for (number, length) in [0, 1, 15, 16, 99, 100, 511, 4095, 4096, 4097, 8192].iter().enumerate()
    {
        all.push(Box::new(move || {
            let mut file = fixture("format-1.baton");
            file.truncate(*length);
            Case::baton(format!("cut off at {length}"), file, number)
        }));
    }
    let grown = |by: usize| {
        move || {
            let mut file = fixture("format-1.baton");
            file.resize(file.len() + by, 0);
            Case::baton(format!("{by} bytes longer"), file, by)
        }
    };
    all.extend([1, 100, 4096, 70_000_000].map(|by| Box::new(grown(by)) as Made));
    all.extend([0, 1, 2, 3].map(|kind| Box::new(move || with_journal(kind)) as Made));
    all
}

fn altered(sql: &str) -> Vec<u8> {
    let folder = crate::folder_in_memory().unwrap();
    let path = folder.path().join("work.baton");
    std::fs::write(&path, fixture("format-1.baton")).unwrap();
    let conn = Connection::open(&path).unwrap();
    // A statement that SQLite refuses leaves a file that is only as hostile as before.
    drop(conn.execute_batch(sql));
    drop(conn.close());
    std::fs::read(&path).unwrap()
}

fn damaged(number: usize) -> Case {
    let mut dice = Dice::new(1_000 + number as u64);
    let mut file = fixture("format-1.baton");
    let page = dice.below(file.len() / 4096) * 4096;
    let what = match number % 6 {
        0 => {
            let at = dice.below(file.len());
            file[at] ^= 1 << dice.below(8);
            "one bit"
        }
        1 => {
            let at = dice.below(file.len() - 32);
            file[at..at + 32].fill_with(|| dice.roll() as u8);
            "32 bytes of noise"
        }
        2 => {
            let from = if page == 0 { 100 } else { page };
            file[from..from + 12].fill_with(|| dice.roll() as u8);
            "the header of a page"
        }
        3 => {
            file[page.max(512)..page.max(512) + 512].fill(0);
            "a zeroed sector"
        }
        4 => {
            let other = dice.below(file.len() / 4096) * 4096;
            for at in 0..4096 {
                file.swap(page + at, other + at);
            }
            // A page changed with itself would be no damage.
            let last = file.len() - 1;
            file[last] ^= 0xff;
            "swapped pages"
        }
        _ => {
            let length = dice.below(file.len());
            file.truncate(length);
            "cut off"
        }
    };
    Case::baton(format!("damage {number}: {what}"), file, number)
}

/// A journal that lies beside the file, and is none of its own.
fn with_journal(kind: usize) -> Case {
    const MAGIC: [u8; 8] = [0xd9, 0xd5, 0x05, 0xf9, 0x20, 0xa1, 0x63, 0xd7];
    let mut file = fixture("format-1.baton");
    let mut journal = MAGIC.to_vec();
    journal.extend([0xff; 4]);
    journal.resize(512, 1);
    match kind {
        0 => journal.extend([0xaa; 5000]),
        1 => journal.extend(MAGIC),
        2 => file[..512].fill(0x55),
        _ => journal = vec![0; 100_000],
    }
    let mut case = Case::baton(format!("journal {kind}"), file, kind);
    case.files.push(("work.baton-journal".into(), journal));
    case
}
