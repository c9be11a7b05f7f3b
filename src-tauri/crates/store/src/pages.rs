//! The rows in the pages of a damaged file, read from its bytes: no SQL of it runs, and whatever is
//! wrong with one page is no matter to the next. What is found here is believed by its digest alone.
//!
//! A leaf page of a table begins with 13; its cells are length, row id, and a record of typed values
//! whose end may lie on a chain of overflow pages (SQLite's file format, 1.6 and 2.1).

use crate::schema::PAGE;

/// Bytes of a page.
const SIZE: usize = PAGE as usize;
const LEAF: u8 = 13;
/// A payload up to this lies in its page; of a longer one at least the other number of bytes.
const MOST_HERE: usize = SIZE - 35;
const LEAST_HERE: usize = (SIZE - 12) * 32 / 255 - 23;
/// The longest value that is written.
const LONGEST: usize = 64 * 1024 * 1024;
/// No row of ours has more.
const MOST_COLUMNS: usize = 16;

/// One value of a row.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Value {
    Null,
    Int(i64),
    Text(String),
    Blob(Vec<u8>),
    /// A number with a point, or text that is none: never ours.
    Other,
}

/// One row, wherever it was found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Found {
    pub(crate) id: i64,
    pub(crate) values: Vec<Value>,
}

/// Calls `visit` with every row of every table in these bytes, page by page. Chains that are shared
/// make no more work than twice the bytes of the file.
pub(crate) fn each_row(bytes: &[u8], visit: &mut dyn FnMut(Found)) {
    let mut budget = bytes.len().saturating_mul(2);
    for (at, page) in bytes.chunks(SIZE).enumerate() {
        let header = if at == 0 { 100 } else { 0 };
        if page.get(header) != Some(&LEAF) {
            continue;
        }
        let cells = short(page, header + 3).unwrap_or_default();
        for cell in 0..cells.min(SIZE / 4) {
            let Some(start) = short(page, header + 8 + 2 * cell) else { break };
            if let Some(found) = page.get(start..).and_then(|it| row(bytes, it, &mut budget)) {
                visit(found);
            }
        }
    }
}

fn row(bytes: &[u8], cell: &[u8], budget: &mut usize) -> Option<Found> {
    let (length, rest) = varint(cell)?;
    let (id, rest) = varint(rest)?;
    let length = usize::try_from(length).ok().filter(|it| *it <= LONGEST)?;
    *budget = budget.checked_sub(length)?;
    let payload = payload(bytes, rest, length)?;
    Some(Found { id, values: values(&payload)? })
}

fn payload(bytes: &[u8], here: &[u8], length: usize) -> Option<Vec<u8>> {
    if length <= MOST_HERE {
        return here.get(..length).map(<[u8]>::to_vec);
    }
    let fitting = LEAST_HERE + (length - LEAST_HERE) % (SIZE - 4);
    let local = if fitting <= MOST_HERE { fitting } else { LEAST_HERE };
    let mut payload = here.get(..local)?.to_vec();
    let mut next = long(here, local)?;
    while payload.len() < length {
        let start = usize::try_from(next).ok()?.checked_sub(1)?.checked_mul(SIZE)?;
        let page = bytes.get(start..start.checked_add(SIZE)?)?;
        next = long(page, 0)?;
        let wanted = (length - payload.len()).min(SIZE - 4);
        payload.extend_from_slice(page.get(4..4 + wanted)?);
    }
    Some(payload)
}

fn values(payload: &[u8]) -> Option<Vec<Value>> {
    let (header, mut kinds) = varint(payload)?;
    let header = usize::try_from(header).ok()?;
    let mut rest = payload.get(header..)?;
    kinds = kinds.get(..header.checked_sub(payload.len() - kinds.len())?)?;
    let mut values = Vec::new();
    while !kinds.is_empty() {
        let (kind, more) = varint(kinds)?;
        kinds = more;
        let length = match kind {
            0 | 8 | 9 => 0,
            1..=4 => usize::try_from(kind).ok()?,
            5 => 6,
            6 | 7 => 8,
            12.. => usize::try_from((kind - 12) / 2).ok()?,
            _ => return None,
        };
        let (value, after) = rest.split_at_checked(length)?;
        rest = after;
        values.push(match kind {
            0 => Value::Null,
            8 => Value::Int(0),
            9 => Value::Int(1),
            1..=6 => Value::Int(whole(value)),
            7 => Value::Other,
            it if it % 2 == 0 => Value::Blob(value.to_vec()),
            _ => String::from_utf8(value.to_vec()).map_or(Value::Other, Value::Text),
        });
        if values.len() > MOST_COLUMNS {
            return None;
        }
    }
    Some(values)
}

/// A whole number of up to eight bytes, the first one with its sign.
fn whole(bytes: &[u8]) -> i64 {
    let first = bytes.first().is_some_and(|it| it & 0x80 != 0);
    bytes.iter().fold(if first { -1 } else { 0 }, |sum, byte| (sum << 8) | i64::from(*byte))
}

/// Up to nine bytes, seven bits of each; all eight of the last.
fn varint(bytes: &[u8]) -> Option<(i64, &[u8])> {
    let mut value: u64 = 0;
    for (at, byte) in bytes.iter().enumerate().take(9) {
        if at == 8 {
            value = (value << 8) | u64::from(*byte);
        } else {
            value = (value << 7) | u64::from(byte & 0x7f);
            if byte & 0x80 != 0 {
                continue;
            }
        }
        return Some((value as i64, bytes.get(at + 1..)?));
    }
    None
}

fn short(bytes: &[u8], at: usize) -> Option<usize> {
    let two = bytes.get(at..at + 2)?;
    Some(usize::from(u16::from_be_bytes(two.try_into().ok()?)))
}

fn long(bytes: &[u8], at: usize) -> Option<u32> {
    let four = bytes.get(at..at + 4)?;
    Some(u32::from_be_bytes(four.try_into().ok()?))
}

#[cfg(test)]
mod tests {
    use super::*;
    use rusqlite::{Connection, params};

    #[test]
    fn every_row_that_sqlite_wrote_is_found() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("rows");
        let conn = Connection::open(&path).unwrap();
        conn.execute_batch("PRAGMA page_size = 4096; CREATE TABLE it(id INTEGER PRIMARY KEY, n INTEGER, t TEXT, b BLOB) STRICT; BEGIN").unwrap();
        let numbers = [
            0,
            1,
            -1,
            127,
            -128,
            40_000,
            -40_000,
            9_000_000,
            i64::from(i32::MIN),
            1 << 40,
            i64::MAX,
            i64::MIN,
        ];
        // Around every place where the layout of a cell changes.
        let lengths =
            [0, 1, 100, 480, 489, 3_900, 4_040, 4_061, 4_062, 4_100, 4_581, 8_200, 70_000];
        let mut expected = Vec::new();
        for (id, (number, length)) in
            numbers.into_iter().flat_map(|n| lengths.map(|l| (n, l))).enumerate()
        {
            let text = "ü".repeat(length / 2);
            let id = id as i64 * 1_000_003;
            conn.execute(
                "INSERT INTO it VALUES (?1, ?2, ?3, ?4)",
                params![id, number, text, vec![7_u8; length]],
            )
            .unwrap();
            let blob = Value::Blob(vec![7; length]);
            expected.push(Found {
                id,
                values: vec![Value::Null, Value::Int(number), Value::Text(text), blob],
            });
        }
        conn.execute_batch("COMMIT").unwrap();
        drop(conn);
        let mut found = Vec::new();
        each_row(&std::fs::read(path).unwrap(), &mut |it| {
            found.extend((it.values.len() == 4).then_some(it))
        });
        found.sort_by_key(|it| it.id);
        assert_eq!(found.len(), expected.len());
        assert!(found == expected);
    }

    #[test]
    fn bytes_that_mean_nothing_are_no_rows_and_no_work() {
        // Every cell of every page claims a payload that runs round one chain for ever.
        let mut bytes = vec![0_u8; 64 * SIZE];
        for page in bytes.chunks_mut(SIZE) {
            page[0] = LEAF;
            page[3..5].copy_from_slice(&1000_u16.to_be_bytes());
            for cell in 0..1000 {
                page[8 + 2 * cell..10 + 2 * cell].copy_from_slice(&2100_u16.to_be_bytes());
            }
            page[2100..2104].copy_from_slice(&[0x9f, 0xff, 0xff, 0x7f]);
        }
        let mut count = 0;
        each_row(&bytes, &mut |_| count += 1);
        assert_eq!(count, 0);
        let mut random = 1_u64;
        for byte in &mut bytes {
            random = random
                .wrapping_mul(6_364_136_223_846_793_005)
                .wrapping_add(1_442_695_040_888_963_407);
            *byte = (random >> 33) as u8;
        }
        bytes.chunks_mut(SIZE).for_each(|page| page[0] = LEAF);
        each_row(&bytes, &mut |it| assert!(it.values.len() <= MOST_COLUMNS + 1));
    }
}
