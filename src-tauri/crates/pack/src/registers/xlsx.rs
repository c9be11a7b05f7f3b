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
/// Characters across the button of a filter.
const FILTER: usize = 3;
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
    sheet.set_column_width(0, 28.0)?.set_column_width(1, 72.0)?;
    sheet.set_screen_gridlines(false).set_paper_size(A4).set_print_fit_to_pages(1, 0);
    let bold = formats.text.clone().set_bold();
    let mut row = 0;
    for (_, label, value) in &about.lines {
        sheet.write_string_with_format(row, 0, label, &bold)?;
        put(sheet, row, 1, value, formats)?;
        row += 1;
    }
    row += 1;
    for (label, sentence) in &about.meanings {
        sheet.write_string_with_format(row, 0, label, &bold)?;
        sheet.write_string_with_format(row, 1, sentence, &formats.text)?;
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
    let mut last_column = 0;
    for (at, column) in (0u16..).zip(columns) {
        sheet.write_string_with_format(0, at, clean(&column.heading()), &formats.heading)?;
        sheet.set_column_width(at, width(register, usize::from(at), column.kind) as f64)?;
        last_column = at;
    }
    let mut last_row = 0;
    for (row, cells) in (1u32..).zip(register.rows.iter().take(MOST_ROWS - 1)) {
        for (at, value) in (0u16..=last_column).zip(cells) {
            put(sheet, row, at, value, formats)?;
        }
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
