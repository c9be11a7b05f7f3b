//! The registers as an XLSX workbook: a sheet about them all, then one a register, with its heading
//! held still, filters, and cells that are numbers, days and truths where they are such. A text is
//! written as a text whatever it begins with. Same input, same bytes.

use super::{About, Kind, Register, Registers, Value};
use crate::Error;
use rust_xlsxwriter::{
    DocProperties, ExcelDateTime, Format, FormatAlign, FormatBorder, Workbook, Worksheet, XlsxError,
};

/// Code units of UTF-16 that a cell takes.
const MOST_UNITS: usize = 32_767;
/// Rows of a sheet, its heading among them.
const MOST_ROWS: usize = 1_048_576;
/// Columns of a sheet.
const MOST_COLUMNS: usize = 16_384;
/// Characters across that a column of texts has at least and at most; longer ones are wrapped.
const WIDTHS: (usize, usize) = (9, 48);
/// Columns that can still be read when they are made to fit on a page.
const ON_A_PAGE: usize = 12;
/// Characters across the column of sentences.
const SENTENCES: usize = 72;
/// Characters across the button of a filter.
const FILTER: usize = 3;
/// Points of a line of text.
const LINE: f64 = 15.0;
/// No row is taller, in points.
const TALLEST: f64 = 409.0;
/// Parts of the width of a column that text fills at least, whatever font is at hand for it; a
/// heading is bold.
const FILLED: (f64, f64) = (0.85, 0.7);
/// A4, by its number in the format.
const A4: u8 = 9;
/// The ground of a heading.
const GROUND: u32 = 0x00EE_F1F4;

/// The registers as a file.
///
/// # Errors
/// [`Error::Table`] when it cannot be put together.
pub fn xlsx(registers: &Registers) -> Result<Vec<u8>, Error> {
    made(registers).map_err(|error| Error::Table(error.to_string()))
}

fn made(registers: &Registers) -> Result<Vec<u8>, XlsxError> {
    let formats = Formats::new();
    let mut workbook = Workbook::new();
    let day = day(&registers.about.day).map_or_else(|| ExcelDateTime::from_timestamp(0), Ok)?;
    let properties = DocProperties::new()
        .set_title(clean(&registers.about.title))
        .set_author("Baton")
        // The clock of the machine is no input.
        .set_creation_datetime(&day);
    workbook.set_properties(&properties);
    about(workbook.add_worksheet(), &registers.about, &registers.all)?;
    for register in &registers.all {
        sheet(workbook.add_worksheet(), register, &formats)?;
    }
    workbook.save_to_buffer()
}

/// How the cells of each kind look.
struct Formats {
    heading: Format,
    text: Format,
    /// A text that would be a formula if somebody typed it: it stays one when its cell is edited.
    defused: Format,
    /// A number with decimals, and one without: `#.##` leaves a point behind a whole one.
    number: Format,
    whole: Format,
    time: Format,
    percent: Format,
    date: Format,
    truth: Format,
}

impl Formats {
    fn new() -> Formats {
        let cell = Format::new().set_align(FormatAlign::Top);
        let text = cell.clone().set_text_wrap();
        Formats {
            heading: text
                .clone()
                .set_bold()
                .set_background_color(GROUND)
                .set_border_bottom(FormatBorder::Thin),
            defused: text.clone().set_quote_prefix(),
            text,
            number: cell.clone().set_num_format("#,##0.00"),
            whole: cell.clone().set_num_format("#,##0"),
            time: cell.clone().set_num_format("#,##0.00"),
            percent: cell.clone().set_num_format("0.0%"),
            date: cell.clone().set_num_format("yyyy-mm-dd"),
            truth: cell.set_align(FormatAlign::Left),
        }
    }

    /// The same where numbers and days stand among words, and begin where those begin.
    fn beside_words() -> Formats {
        let formats = Formats::new();
        let whole = formats.whole.clone().set_align(FormatAlign::Left);
        let date = formats.date.clone().set_align(FormatAlign::Left);
        Formats { whole, date, ..formats }
    }
}

fn about(sheet: &mut Worksheet, about: &About, all: &[Register]) -> Result<(), XlsxError> {
    let formats = &Formats::beside_words();
    sheet.set_name(&about.sheet)?;
    sheet.set_column_width(0, 28.0)?.set_column_width(1, SENTENCES as f64)?;
    sheet.set_screen_gridlines(false).set_paper_size(A4).set_print_fit_to_pages(1, 0);
    let bold = formats.text.clone().set_bold();
    let mut row = 0;
    for (_, label, value) in &about.lines {
        sheet.write_string_with_format(row, 0, label, &bold)?;
        put(sheet, row, 1, value, formats)?;
        tall(sheet, row, lines_of(value, SENTENCES))?;
        row += 1;
    }
    row += 1;
    for (label, sentence) in &about.meanings {
        sheet.write_string_with_format(row, 0, label, &bold)?;
        sheet.write_string_with_format(row, 1, sentence, &formats.text)?;
        tall(sheet, row, lines(sentence, SENTENCES as f64 * FILLED.0))?;
        row += 1;
    }
    row += 1;
    for (at, heading) in (0..).zip(&about.listed) {
        sheet.write_string_with_format(row, at, heading, &formats.heading)?;
    }
    for register in all {
        row += 1;
        sheet.write_string_with_format(row, 0, &register.title, &formats.text)?;
        put(sheet, row, 1, &Value::count(register.rows.len()), formats)?;
    }
    Ok(())
}

fn sheet(sheet: &mut Worksheet, register: &Register, formats: &Formats) -> Result<(), XlsxError> {
    sheet.set_name(&register.title)?;
    let columns = register.columns.iter().take(MOST_COLUMNS);
    let (mut last_column, mut widths, mut tallest) = (0, Vec::new(), 1);
    for (at, column) in (0u16..).zip(columns) {
        let (heading, width) = (column.heading(), width(register, usize::from(at), column.kind));
        sheet.write_string_with_format(0, at, clean(&heading), &formats.heading)?;
        sheet.set_column_width(at, width as f64)?;
        tallest = tallest.max(lines(&heading, (width - FILTER) as f64 * FILLED.1));
        last_column = at;
        widths.push(width);
    }
    tall(sheet, 0, tallest)?;
    let mut last_row = 0;
    for (row, cells) in (1u32..).zip(register.rows.iter().take(MOST_ROWS - 1)) {
        for (at, value) in (0u16..=last_column).zip(cells) {
            put(sheet, row, at, value, formats)?;
        }
        let lines = cells.iter().zip(&widths).map(|(value, width)| lines_of(value, *width));
        tall(sheet, row, lines.max().unwrap_or(1))?;
        last_row = row;
    }
    sheet.set_freeze_panes(1, 1)?;
    sheet.autofilter(0, 0, last_row, last_column)?;
    sheet.set_landscape().set_paper_size(A4).set_repeat_rows(0, 0)?;
    if register.columns.len() <= ON_A_PAGE {
        sheet.set_print_fit_to_pages(1, 0);
    } else {
        sheet.set_repeat_columns(0, 0)?;
    }
    Ok(())
}

fn put(
    sheet: &mut Worksheet,
    row: u32,
    at: u16,
    value: &Value,
    formats: &Formats,
) -> Result<(), XlsxError> {
    match value {
        Value::Empty => return Ok(()),
        Value::Text(_) | Value::Word { .. } | Value::List(_) => {
            let text = clean(&value.words().unwrap_or_default());
            let risky = text.trim_start().starts_with(['=', '+', '-', '@', '\'']);
            let format = if risky { &formats.defused } else { &formats.text };
            sheet.write_string_with_format(row, at, text, format)?
        }
        Value::Number(number) => {
            let whole = number.fract() == 0.0;
            let format = if whole { &formats.whole } else { &formats.number };
            sheet.write_number_with_format(row, at, *number, format)?
        }
        Value::Percent(part) => sheet.write_number_with_format(row, at, *part, &formats.percent)?,
        Value::Minutes(minutes) => {
            let hours = *minutes as f64 / 60.0;
            sheet.write_number_with_format(row, at, hours, &formats.time)?
        }
        Value::Date(said) => match day(said) {
            Some(day) => sheet.write_datetime_with_format(row, at, &day, &formats.date)?,
            None => sheet.write_string_with_format(row, at, said, &formats.text)?,
        },
        Value::YesNo(yes) => sheet.write_boolean_with_format(row, at, *yes, &formats.truth)?,
    };
    Ok(())
}

/// Makes a row as tall as its lines: not every program reckons that from the text.
fn tall(sheet: &mut Worksheet, row: u32, lines: usize) -> Result<(), XlsxError> {
    if lines > 1 {
        sheet.set_row_height(row, (lines as f64 * LINE).min(TALLEST))?;
    }
    Ok(())
}

/// How many lines a value is wrapped to; only texts are.
fn lines_of(value: &Value, width: usize) -> usize {
    let wrapped = matches!(value, Value::Text(_) | Value::Word { .. } | Value::List(_));
    let said = value.words().filter(|_| wrapped).unwrap_or_default();
    lines(&said, width as f64 * FILLED.0)
}

/// How many lines a text takes where so many characters go on one.
fn lines(text: &str, most: f64) -> usize {
    let of_line = |line: &str| {
        let (mut lines, mut filled) = (1, 0.0);
        for word in line.split(' ') {
            let long = word.chars().count() as f64;
            if filled > 0.0 && filled + 1.0 + long > most {
                (lines, filled) = (lines + 1, 0.0);
            }
            filled += if filled > 0.0 { 1.0 + long } else { long };
            // What no line holds is broken wherever it ends.
            while filled > most {
                (lines, filled) = (lines + 1, filled - most);
            }
        }
        lines
    };
    text.lines().map(of_line).sum::<usize>().max(1)
}

/// A day as sheets count it, from 1900 on.
fn day(said: &str) -> Option<ExcelDateTime> {
    let mut parts = said.split('-');
    let year = parts.next()?.parse().ok()?;
    let (month, day) = (parts.next()?.parse().ok()?, parts.next()?.parse().ok()?);
    ExcelDateTime::from_ymd(year, month, day).ok()
}

/// How wide a column is: its longest line, its title, and neither a sliver nor a page.
fn width(register: &Register, at: usize, kind: Kind) -> usize {
    let title = register.columns.get(at).map(super::Column::heading).unwrap_or_default();
    let longest_word = title.split(' ').map(|it| it.chars().count()).max().unwrap_or(0);
    // A long title is wrapped to two lines.
    let title = longest_word.max(title.chars().count().div_ceil(2)) + FILTER;
    let (least, most) = WIDTHS;
    let cells = register.rows.iter().filter_map(|row| row.get(at));
    let content = match kind {
        Kind::Date => 11,
        _ => cells.map(across).max().unwrap_or(0),
    };
    content.max(title).clamp(least, most)
}

fn across(value: &Value) -> usize {
    match (value, value.words()) {
        (Value::Empty, _) => 0,
        (_, Some(said)) => said.lines().map(|it| it.chars().count()).max().unwrap_or(0) + 1,
        (_, None) => 10,
    }
}

/// A text without what XML cannot hold, as long as a cell takes.
fn clean(text: &str) -> String {
    let holds = |c: &char| match c {
        '\t' | '\n' => true,
        '\u{fffe}' | '\u{ffff}' => false,
        c => !c.is_control(),
    };
    let mut units = 0;
    let fits = |c: &char| {
        units += c.len_utf16();
        units <= MOST_UNITS
    };
    text.chars().filter(holds).take_while(fits).collect()
}

#[cfg(test)]
mod tests {
    use super::lines;

    #[test]
    fn lines_are_broken_between_words_and_where_a_word_is_too_long() {
        let rows = [
            ("", 1),
            ("ten signs.", 1),
            ("ten signs. and more", 2),
            ("eleven chars", 2),
            ("aaaaaaaaaaaaaaaaaaaaaaaaa", 3),
            ("one\ntwo\nthree four five", 4),
        ];
        for (text, wanted) in rows {
            assert_eq!(lines(text, 10.0), wanted, "{text:?}");
        }
    }
}
