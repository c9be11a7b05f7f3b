//! Measured items from a table that some system wrote (CSV with a head): columns in any order and in
//! English or German, separated by comma, semicolon or tab. Bounds: 16 MiB, 200,000 rows, 200
//! characters a cell. What cannot be read is said with its line.

use crate::Error;
use model::MeasuredItem;

/// Most bytes of a table that is read.
pub const MOST_BYTES: usize = 16 * 1024 * 1024;
/// Most rows.
const MOST_ROWS: usize = 200_000;
/// Most characters of a cell.
const MOST_CHARACTERS: usize = 200;
/// Ten years in minutes: nothing takes longer.
const MOST_MINUTES: f64 = 5_270_400.0;

#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum Column {
    Handoff,
    Released,
    Accepted,
    Returned,
    Completed,
    Elapsed,
    Paused,
    Cancelled,
}

use Column::*;

/// What each column may be called; spaces, lines and case do not count.
const NAMES: &[(Column, &[&str])] = &[
    (Handoff, &["handoff", "übergabe", "uebergabe"]),
    (Released, &["released", "freigegeben", "übergeben"]),
    (Accepted, &["accepted", "angenommen"]),
    (Returned, &["returned", "zurückgegeben", "zurück"]),
    (Completed, &["completed", "done", "erledigt", "abgeschlossen"]),
    (Elapsed, &["elapsed", "elapsedminutes", "minutes", "minuten", "dauer", "dauerminuten"]),
    (Paused, &["paused", "pausedminutes", "pause", "pausiert", "pausenminuten"]),
    (Cancelled, &["cancelled", "canceled", "storniert"]),
];

/// The items of a table.
///
/// # Errors
/// It is too large, no text, has no column it needs, or a cell that cannot be read.
pub fn read(bytes: &[u8]) -> Result<Vec<MeasuredItem>, Error> {
    if bytes.len() > MOST_BYTES {
        return Err(Error::TooLarge { bytes: bytes.len(), most: MOST_BYTES });
    }
    let text = std::str::from_utf8(bytes)
        .map_err(|error| Error::NotText { at: error.valid_up_to() })?
        .trim_start_matches('\u{feff}');
    let mut reader = csv::ReaderBuilder::new()
        .delimiter(separator(text))
        .flexible(true)
        .trim(csv::Trim::All)
        .from_reader(text.as_bytes());
    let columns = columns(reader.headers().map_err(broken)?)?;
    let mut items = Vec::new();
    for row in reader.records() {
        let row = row.map_err(broken)?;
        let line = row.position().map_or(0, |at| at.line()) as usize;
        if items.len() == MOST_ROWS {
            return Err(Error::TooManyRows { most: MOST_ROWS });
        }
        if row.iter().any(|cell| !cell.is_empty()) {
            items.push(Row { row: &row, columns: &columns, line }.item()?);
        }
    }
    if items.is_empty() { Err(Error::NoRows) } else { Ok(items) }
}

/// The sign that stands most often in the head.
fn separator(text: &str) -> u8 {
    let head = text.lines().next().unwrap_or_default();
    let count = |sign: u8| head.bytes().filter(|it| *it == sign).count();
    [b',', b';', b'\t'].into_iter().rev().max_by_key(|sign| count(*sign)).unwrap_or(b',')
}

fn broken(error: csv::Error) -> Error {
    let line = error.position().map_or(0, |at| at.line()) as usize;
    Error::NotATable { line, what: error.to_string() }
}

fn columns(head: &csv::StringRecord) -> Result<Vec<Option<Column>>, Error> {
    let plain = |name: &str| -> String {
        let letters = name.chars().filter(|it| it.is_alphanumeric());
        letters.flat_map(char::to_lowercase).collect()
    };
    let column = |name: &str| {
        let name = plain(name);
        NAMES.iter().find(|(_, names)| names.contains(&name.as_str())).map(|(column, _)| *column)
    };
    let columns: Vec<Option<Column>> = head.iter().map(column).collect();
    let has = |column| columns.contains(&Some(column));
    if !has(Handoff) {
        return Err(Error::NoColumn { name: "handoff" });
    }
    if !has(Elapsed) && !has(Released) {
        return Err(Error::NoColumn { name: "released, or elapsed minutes" });
    }
    Ok(columns)
}

struct Row<'a> {
    row: &'a csv::StringRecord,
    columns: &'a [Option<Column>],
    line: usize,
}

impl Row<'_> {
    fn item(&self) -> Result<MeasuredItem, Error> {
        if self.row.iter().any(|cell| cell.chars().count() > MOST_CHARACTERS) {
            return Err(self.wrong("a cell", "a long text", "no longer than 200 characters"));
        }
        let Some(handoff) = self.cell(Handoff) else {
            return Err(self.wrong("handoff", "", "the name of a handoff, such as H-03"));
        };
        let cancelled = self.cell(Cancelled).unwrap_or_default().to_lowercase();
        Ok(MeasuredItem {
            line: self.line,
            handoff: handoff.to_owned(),
            released: self.time(Released)?,
            accepted: self.time(Accepted)?,
            returned: self.time(Returned)?,
            completed: self.time(Completed)?,
            elapsed: self.minutes(Elapsed)?,
            paused: self.minutes(Paused)?.unwrap_or(0),
            cancelled: !["", "0", "no", "false", "nein", "falsch"].contains(&cancelled.as_str()),
        })
    }

    fn cell(&self, column: Column) -> Option<&str> {
        let at = self.columns.iter().position(|it| *it == Some(column))?;
        self.row.get(at).filter(|cell| !cell.is_empty())
    }

    /// Seconds are left off: nothing here is counted in them.
    fn time(&self, column: Column) -> Result<Option<String>, Error> {
        let Some(cell) = self.cell(column) else { return Ok(None) };
        let fits = cell.is_char_boundary(16) && cell.len() >= 16;
        let (minute, rest) = if fits { cell.split_at(16) } else { (cell, "") };
        let looks = minute.bytes().enumerate().all(|(at, it)| match at {
            4 | 7 => it == b'-',
            10 => it == b'T' || it == b' ',
            13 => it == b':',
            _ => it.is_ascii_digit(),
        });
        let zone = rest.find(['Z', '+', '-']).and_then(|at| rest.get(at..)).unwrap_or_default();
        let seconds = rest.strip_suffix(zone).unwrap_or(rest);
        let counted = |it: char| it.is_ascii_digit() || it == ':' || it == '.';
        if !fits || !looks || !seconds.chars().all(counted) {
            return Err(self.wrong(name(column), cell, "a time, as 2026-05-22T15:30"));
        }
        Ok(Some(format!("{}{zone}", minute.replace(' ', "T"))))
    }

    fn minutes(&self, column: Column) -> Result<Option<i64>, Error> {
        let Some(cell) = self.cell(column) else { return Ok(None) };
        let number = cell.replace(',', ".").parse::<f64>().ok();
        match number.filter(|it| (0.0..=MOST_MINUTES).contains(it)) {
            Some(minutes) => Ok(Some(minutes.round() as i64)),
            None => Err(self.wrong(name(column), cell, "minutes from 0 to 5,270,400")),
        }
    }

    fn wrong(&self, column: &'static str, cell: &str, expected: &'static str) -> Error {
        Error::WrongCell { line: self.line, column, cell: cell.to_owned(), expected }
    }
}

fn name(column: Column) -> &'static str {
    let found = NAMES.iter().find(|(it, _)| *it == column);
    found.and_then(|(_, names)| names.first().copied()).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn refused(text: &str) -> String {
        read(text.as_bytes()).expect_err("a refusal").to_string()
    }

    #[test]
    fn columns_come_in_any_order_and_language() {
        let english = "\u{feff}Paused minutes,handoff,released,accepted,completed\n\
                       15,H-03,2026-05-22T15:30,2026-05-22 16:00:59,2026-05-26T10:15+02:00\n\n";
        let [item] = &read(english.as_bytes()).unwrap()[..] else { panic!() };
        assert_eq!((item.line, item.paused, item.handoff.as_str()), (2, 15, "H-03"));
        assert_eq!(item.accepted.as_deref(), Some("2026-05-22T16:00"));
        assert_eq!(item.completed.as_deref(), Some("2026-05-26T10:15+02:00"));
        let german = "Übergabe;Dauer (Minuten);storniert\nH-03;\"12,4\";ja\nH-04;7;nein\n";
        let items = read(german.as_bytes()).unwrap();
        assert_eq!(items.iter().map(|it| it.elapsed).collect::<Vec<_>>(), [Some(12), Some(7)]);
        assert_eq!(items.iter().map(|it| it.cancelled).collect::<Vec<_>>(), [true, false]);
    }

    #[test]
    fn what_cannot_be_read_is_said_with_its_line() {
        assert!(refused("released\n2026-05-22T15:30").contains("“handoff”"));
        assert!(refused("handoff,accepted\nH-03,").contains("“released, or elapsed minutes”"));
        let time = refused("handoff,released\nH-03,2026-05-22T15:30\nH-03,yesterday");
        assert!(time.starts_with("Line 3: “yesterday”"), "{time}");
        assert!(refused("handoff,minutes\nH-03,-4").starts_with("Line 2: “-4”"));
        assert!(refused("handoff,minutes\n,4").starts_with("Line 2"));
        assert!(refused("handoff,minutes\n").contains("no row"));
        let long = format!("handoff,minutes\n{},4", "x".repeat(300));
        assert!(refused(&long).starts_with("Line 2"));
        assert!(matches!(read(&[0xff, 0xfe]), Err(Error::NotText { at: 0 })));
    }

    #[test]
    fn rows_are_bounded() {
        let mut many = String::from("handoff,minutes\n");
        (0..=MOST_ROWS).for_each(|_| many.push_str("H-1,1\n"));
        assert!(matches!(read(many.as_bytes()), Err(Error::TooManyRows { .. })));
    }

    #[test]
    fn nothing_strange_makes_it_fail() {
        let mut seed = 7_u32;
        for _ in 0..2_000 {
            let mut text = String::from("handoff,released,minutes\n");
            for _ in 0..40 {
                seed = seed.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
                let signs = ['"', ',', '\n', 'é', '0', '-', ':', 'T', ' ', 'Z', '+', '2'];
                text.push(signs[(seed >> 20) as usize % signs.len()]);
            }
            let _ = read(text.as_bytes());
        }
    }
}
